//! What a command has to say when it is through, and the exit codes.

use crate::cli::fault::doubt_message;
use crate::store::StoreError;
use crate::text::Message;
use crate::text::catalog::Catalog;

/// Done.
pub(super) const DONE: u8 = 0;
/// Could not be done, or something was found to be wrong.
pub(super) const COULD_NOT: u8 = 1;
/// Asked for in a way that is not understood.
pub(super) const USAGE: u8 = 2;

/// What a command has to say when it is through, and the exit code.
pub(super) struct Done {
    pub(super) text: Vec<u8>,
    pub(super) code: u8,
    /// What is told after it, beside the output.
    pub(super) then: Option<String>,
}

impl Done {
    pub(super) fn new(text: String) -> Self {
        Self::bytes(text.into_bytes())
    }

    /// For another program, or a file.
    pub(super) fn bytes(text: Vec<u8>) -> Self {
        Self {
            text,
            code: DONE,
            then: None,
        }
    }

    /// What is done although a step failed: that is told after it, and the exit code is not that of success.
    pub(super) fn in_doubt(self, catalog: &Catalog, doubt: Option<&StoreError>) -> Self {
        match doubt {
            None => self,
            Some(doubt) => Self {
                code: COULD_NOT,
                then: Some(catalog.message(&doubt_message(doubt))),
                ..self
            },
        }
    }

    /// What is done, and something that goes with it is not: that is told after it.
    pub(super) fn but(self, catalog: &Catalog, said: &Message<'_>) -> Self {
        let said = catalog.message(said);
        Self {
            code: COULD_NOT,
            then: Some(
                self.then
                    .map_or(said.clone(), |then| format!("{then}\n{said}")),
            ),
            ..self
        }
    }

    /// A list in which so many cannot be read: what is printed is whole, and it is no success. `said` counts them.
    pub(super) fn but_unread(self, catalog: &Catalog, said: &'static str, count: usize) -> Self {
        match count {
            0 => self,
            _ => self.but(catalog, &Message::new(said).with("count", count)),
        }
    }

    /// Lines, each with its end.
    pub(super) fn lines(lines: impl IntoIterator<Item = String>) -> Self {
        Self::new(lines.into_iter().map(|line| line + "\n").collect())
    }
}
