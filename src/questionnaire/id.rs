//! Names of things inside packs and cases, each kind its own type.
//! Cheap to copy; checks nothing by itself (`check` does, for packs).

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Whether `text` may stand as an id: `[a-z0-9-]`, not empty, at most 64 characters. Ids become the names of files, so
/// that what Windows takes for a device in every folder is none.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && !is_device(text)
        && text
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// `con`, `nul` and the like, with any ending.
fn is_device(text: &str) -> bool {
    let is_port = |name: &str| {
        let number = text.strip_prefix(name);
        number.is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
    };
    matches!(text, "con" | "prn" | "aux" | "nul") || is_port("com") || is_port("lpt")
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;

                impl Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("a string")
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name::new(text))
                    }
                }

                deserializer.deserialize_str(Text)
            }
        }
    )+};
}

ids! {
    /// A pack, such as `tics-minimum`.
    PackId,
    /// A form in which information exists, such as `paper`.
    FormId,
    /// A section of a pack.
    SectionId,
    /// A question of a pack.
    QuestionId,
    /// A checkable point of a question.
    PointId,
    /// A measure of a question.
    MeasureId,
    /// Somebody who can be asked.
    ContactId,
    /// A word that is explained.
    TermId,
    /// A paper to print and sign.
    PaperId,
    /// A case: one check by one firm. Also the name of its file.
    CaseId,
    /// A firm: what its checks share in this folder.
    FirmId,
    /// A state of a case that was handed over or merged, see `handing`.
    StateId,
}
