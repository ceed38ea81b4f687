//! Floor 1: text for people. Messages by id, filled from a catalogue; width and wrapping of Japanese.
//! Knows no file, no clock and no screen.

use std::borrow::Cow;

use crate::questionnaire::pack::Localized;

pub mod brought;
pub mod catalog;
pub mod columns;
pub mod days;
pub mod encoding;
pub mod finding;
pub mod firm_groups;
pub mod issue;
pub mod language;
pub mod merging;
pub mod names;
pub mod notice;
pub mod orphans;
pub mod places;
pub mod system_error;
pub mod width;
pub mod workbook;
pub mod wrap;

/// A message of the locales, by Fluent id, with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Message<'a> {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg<'a>)>,
}

impl<'a> Message<'a> {
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg<'a>>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// Something to show: of the locales, of a pack, or the user's own.
#[derive(Clone, Debug, PartialEq)]
pub enum Text<'a> {
    Message(Message<'a>),
    Pack(&'a Localized),
    Own(Cow<'a, str>),
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    Number(i64),
    Text(Text<'a>),
}

impl<'a> From<Message<'a>> for Text<'a> {
    fn from(message: Message<'a>) -> Self {
        Self::Message(message)
    }
}

impl<'a> From<&'a Localized> for Text<'a> {
    fn from(localized: &'a Localized) -> Self {
        Self::Pack(localized)
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(own: &'a str) -> Self {
        Self::Own(Cow::Borrowed(own))
    }
}

impl From<String> for Text<'_> {
    fn from(own: String) -> Self {
        Self::Own(Cow::Owned(own))
    }
}

impl<'a, T: Into<Text<'a>>> From<T> for Arg<'a> {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
