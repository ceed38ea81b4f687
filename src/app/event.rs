//! What happens to the app, and what it wants done. Both are values that compare equal,
//! so that a journey can assert on them; floor 4 carries the effects out.

use std::sync::Arc;

use crate::app::action::{Action, Format};
use crate::app::field::Edit;
use crate::app::listed::Listed;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::pack::Pack;
use crate::text::Message;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Do(Action),
    /// The left button of the mouse, on what stands for this action.
    Press(Action),
    /// Text typed or pasted into the open field; elsewhere it does nothing.
    Text(String),
    Edit(Edit),
    /// The whole text of the open field at once, and done: a line of the plain face.
    Written(String),
    /// Kana where a key was meant: the Japanese input is on.
    Ime,
    /// Columns and rows of the window.
    Resize(u16, u16),
    /// This revision is on the disk.
    Saved(u64),
    SaveFailed(SaveFault),
    /// A pack that follows the one in use.
    Loaded(Arc<Pack>),
    Listed(Vec<Listed>),
    Opened(Box<Case>),
    /// A case could not be opened; nothing about it has changed.
    OpenFailed,
    /// An id that no case has yet.
    FreshId(CaseId),
    /// The words that `Effect::Fill` asked for.
    Filled(String),
    /// A report is in this file, with so many questions and tasks.
    Exported {
        path: String,
        questions: usize,
        tasks: usize,
    },
    /// A file of that name is there; it was left alone.
    ExportExists,
    ExportFailed(SaveFault),
    /// The program is asked to end (a signal, a closed window): keep everything and go.
    Ending,
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the case as it is when the saver comes to it.
    Save,
    /// Load the packs that follow this case's first pack.
    LoadFollowing,
    List,
    Open(CaseId),
    FreshId,
    /// Put this message into words: they go into the case, as if typed.
    Fill(Message<'static>),
    /// Write a report to this file.
    Export {
        format: Format,
        /// Without names, notes, reasons and places.
        anonymous: bool,
        path: String,
        /// The user has said that a file of that name may go.
        replace: bool,
    },
    /// Show this language from now on, and remember it.
    Language(String),
    /// Take presses of the mouse from now on or leave them to the terminal, and remember it.
    Mouse(bool),
    Suspend,
    Quit,
}
