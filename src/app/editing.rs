//! The field that is open, and what it is for. Knows no case: `update` decides where a text goes.

use crate::app::App;
use crate::app::action::Detail;
use crate::app::field::Field;

/// What an open field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Note,
    Reason,
    Name,
    /// Of the item at this place in the walk.
    Who(usize),
    By(usize),
    Filter,
    /// Of the case that is being tidied.
    Title,
    Passphrase,
    Folder,
    /// Of the entry of the list of information that is open.
    Entry(Detail),
    /// Of the file to be written.
    File,
}

impl Purpose {
    /// Whether what is typed goes into the open case.
    pub(super) fn is_of_the_case(self) -> bool {
        matches!(
            self,
            Self::Note | Self::Reason | Self::Name | Self::Who(_) | Self::By(_) | Self::Entry(_)
        )
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Editing {
    pub(super) purpose: Purpose,
    pub(super) field: Field,
    /// What stood there before, to tell a draft from a text left alone.
    pub(super) before: String,
}

impl App {
    /// What the list is narrowed by; empty where it is not.
    pub(super) fn filter(&self) -> &str {
        let editing = self.editing.as_ref();
        editing
            .filter(|editing| editing.purpose == Purpose::Filter)
            .map_or("", |editing| editing.field.text())
    }
}

impl Editing {
    /// An empty field for the passphrase.
    pub(super) fn of_passphrase() -> Self {
        Self {
            purpose: Purpose::Passphrase,
            field: Field::new("", false),
            before: String::new(),
        }
    }
}
