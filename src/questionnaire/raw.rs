//! JSON as somebody wrote it, before it is known whether it is a pack. Borrows from the text what it
//! can, keeps members in their order, and also those that stand there twice.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

// A pack holds thousands of names and texts. To copy and hash each of them, as `serde_json::Value`
// does, was half the time that the program took to start.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw<'t> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'t, str>),
    List(Vec<Raw<'t>>),
    Members(Vec<(Cow<'t, str>, Raw<'t>)>),
}

impl Raw<'_> {
    /// The text of this member; None if there is no such member or if it is no text.
    #[must_use]
    pub fn text_of(&self, name: &str) -> Option<&str> {
        let Self::Members(members) = self else {
            return None;
        };
        match members.iter().find(|(known, _)| known == name)? {
            (_, Self::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl<'t> From<&'t Value> for Raw<'t> {
    fn from(value: &'t Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(is_so) => Self::Bool(*is_so),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(entries) => Self::List(entries.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Members(
                members
                    .iter()
                    .map(|(name, value)| (name.into(), value.into()))
                    .collect(),
            ),
        }
    }
}

impl<'t> Deserialize<'t> for Raw<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Whatever)
    }
}

struct Whatever;

impl<'t> Visitor<'t> for Whatever {
    type Value = Raw<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Raw<'t>, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E: Error>(self, is_so: bool) -> Result<Raw<'t>, E> {
        Ok(Raw::Bool(is_so))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Raw<'t>, E> {
        Ok(Raw::Number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Raw<'t>, E> {
        Ok(Raw::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Raw<'t>, E> {
        Ok(Number::from_f64(number).map_or(Raw::Null, Raw::Number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<Raw<'t>, E> {
        Ok(Raw::Text(text.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw<'t>, E> {
        Ok(Raw::Text(text.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut entries: A) -> Result<Raw<'t>, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut entries: A) -> Result<Raw<'t>, A::Error> {
        let mut members = Vec::new();
        while let Some((Name(name), value)) = entries.next_entry()? {
            members.push((name, value));
        }
        Ok(Raw::Members(members))
    }
}

/// The name of a member: borrowed, unless it has an escape in it.
struct Name<'t>(Cow<'t, str>);

impl<'t> Deserialize<'t> for Name<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_str(Whatever)? {
            Raw::Text(name) => Ok(Self(name)),
            _ => Err(D::Error::custom("a name is a text")),
        }
    }
}
