//! What is kept of one firm for the advisor alone, as it is open on its page. Belongs to no check: nothing of it goes into one.

use crate::app::{App, Screen};
use crate::questionnaire::desk::Desk;
use crate::questionnaire::fault::{OpenProblem, SaveFault};
use crate::questionnaire::id::{FirmId, PackId, QuestionId};

/// The firm whose notes were opened last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnNotes {
    pub(super) firm: FirmId,
    /// What the firm is called in the check from which they were opened.
    pub(super) name: String,
    /// The question from which they were opened: its note stands first.
    pub(super) at: Option<(PackId, QuestionId)>,
    pub(super) state: NotesState,
    pub(super) keeping: NotesKeeping,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum NotesState {
    /// The store was asked.
    Awaited,
    Read(Desk),
    /// The file is there and cannot be read: it is not written over.
    Unreadable(OpenProblem),
}

/// How they lie on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotesKeeping {
    Kept,
    OnTheWay,
    /// The user leaves when they are kept.
    Leaving,
    Failed(SaveFault),
}

impl OwnNotes {
    pub(super) fn desk(&self) -> Option<&Desk> {
        match &self.state {
            NotesState::Read(desk) => Some(desk),
            _ => None,
        }
    }

    /// The questions that have a row of their own: the one at hand, then those of which something was noted.
    pub(super) fn questions(&self) -> Vec<(PackId, QuestionId)> {
        let mut questions: Vec<(PackId, QuestionId)> = self.at.iter().cloned().collect();
        for (pack, notes) in self.desk().into_iter().flat_map(|desk| &desk.notes) {
            for question in notes.keys() {
                let one = (pack.clone(), question.clone());
                if !questions.contains(&one) {
                    questions.push(one);
                }
            }
        }
        questions
    }
}

impl App {
    /// Whether notes of one's own can be opened from here: never while somebody looks on.
    pub(super) fn offers_own_notes(&self) -> bool {
        self.is_an_advisors() && !self.hides_others() && self.screen() != Screen::OwnNotes
    }
}
