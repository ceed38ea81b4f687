//! The field that is open, and what it is for. Knows no case: `update` decides where a text goes.

use std::path::is_separator;

use crate::app::App;
use crate::app::action::{Detail, Kept, NotesPart, ProfilePart};
use crate::app::field::Field;
use crate::questionnaire::paper::Known;

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
    /// Of the file that is handed over, and the same once more.
    HandedPassphrase,
    HandedPassphraseAgain,
    Folder,
    /// Of the entry of the list of information that is open.
    Entry(Detail),
    /// Whose check it is, or who has looked it over.
    Profile(ProfilePart),
    /// Of the file to be written.
    File,
    /// What is put on papers.
    OnPaper(Known),
    /// Where a record lies, or since when: by its place on the page.
    Record(usize, Kept),
    /// Of the paper to be written.
    PaperFile,
    /// Of a file that somebody has sent.
    ReceivedPath,
    /// The passphrase of such a file.
    FilePassphrase,
    /// Who answers now.
    Answerer,
    /// When somebody comes again, on 宿題.
    Visit,
    /// What is kept of a firm for oneself.
    OwnNotes(NotesPart),
}

impl App {
    /// The path that somebody has typed or pasted: without the marks that a shell or a file manager puts around it, and
    /// with the user's own folder for a ~ in front.
    pub(super) fn path_of(&self, typed: &str) -> String {
        let typed = typed.trim();
        let inside = ['"', '\'']
            .iter()
            .find_map(|mark| typed.strip_prefix(*mark)?.strip_suffix(*mark));
        let path = inside.unwrap_or(typed);
        match path.strip_prefix('~').filter(|_| !self.home.is_empty()) {
            Some(below) if below.is_empty() || below.starts_with(is_separator) => {
                format!("{}{below}", self.home)
            }
            _ => path.to_owned(),
        }
    }
}

impl Purpose {
    /// Whether what is typed must not be seen.
    pub(super) fn is_secret(self) -> bool {
        matches!(
            self,
            Self::Passphrase
                | Self::FilePassphrase
                | Self::HandedPassphrase
                | Self::HandedPassphraseAgain
        )
    }

    /// Whether what is typed goes into the open case.
    pub(super) fn is_of_the_case(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::Reason
                | Self::Name
                | Self::Who(_)
                | Self::By(_)
                | Self::Entry(_)
                | Self::Profile(_)
                | Self::OnPaper(_)
                | Self::Record(..)
        )
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Editing {
    pub(super) purpose: Purpose,
    pub(super) field: Field,
    /// What stood there before, to tell a draft from a text left alone.
    pub(super) before: String,
    /// What of it is in the case already, as a draft: the field is open still.
    pub(super) kept: String,
    /// A change of the case was made of it, to which what is typed next belongs.
    pub(super) is_kept: bool,
}

impl App {
    /// Whether something is being written that is on no disk yet, and should be when the user pauses.
    #[must_use]
    pub fn has_unkept_text(&self) -> bool {
        let editing = self.editing.as_ref();
        editing.is_some_and(|editing| {
            editing.purpose.is_of_the_case()
                // Half a day is none.
                && !matches!(editing.purpose, Purpose::Record(_, Kept::Day))
                && self.open.access.may_write()
                && editing.field.text() != editing.kept
        })
    }

    /// What the list is narrowed by; empty where it is not.
    pub(super) fn filter(&self) -> &str {
        let editing = self.editing.as_ref();
        editing
            .filter(|editing| editing.purpose == Purpose::Filter)
            .map_or("", |editing| editing.field.text())
    }
}

impl Editing {
    /// Whether it narrows a list.
    pub(super) fn is_filter(&self) -> bool {
        self.purpose == Purpose::Filter
    }

    /// One line in which this stands and is chosen: what is typed takes its place.
    pub(super) fn chosen(purpose: Purpose, text: &str) -> Self {
        Self {
            purpose,
            field: Field::chosen(text),
            before: text.to_owned(),
            kept: text.to_owned(),
            is_kept: false,
        }
    }

    /// An empty field for the passphrase.
    pub(super) fn of_passphrase() -> Self {
        Self {
            purpose: Purpose::Passphrase,
            field: Field::secret(),
            before: String::new(),
            kept: String::new(),
            is_kept: false,
        }
    }
}
