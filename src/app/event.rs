//! What happens to the app, and what it wants done. Both are values that compare equal,
//! so that a journey can assert on them; floor 4 carries the effects out.

use std::sync::Arc;

use crate::app::action::{Action, Format};
use crate::app::case_summary::{Binned, CaseSummary, Kept};
use crate::app::field::Edit;
use crate::app::secret::Passphrase;
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::folder_notice::FolderNotice;
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
    Listed(Vec<CaseSummary>),
    Opened(Box<Case>, Access),
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
    /// Another program had changed the file of the open case; what it wrote is kept.
    ForeignKept,
    /// What is in the bin.
    Binned(Vec<Binned>),
    /// The earlier files of a case, the newest first.
    Generations(CaseId, Vec<Kept>),
    /// The seal is open, and these are the cases.
    Unlocked(Box<Unlocked>),
    UnlockFailed(UnlockFault),
    Done(Completed),
    NotDone(SaveFault),
    /// From now on everything is kept in this folder.
    Moved(String),
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
    Ask(Request),
    /// Put this message into words: they go into the case, as if typed.
    Fill(Message<'static>),
    /// Write a report to a file.
    Export(Wanted),
    /// Show this language from now on, and remember it.
    Language(String),
    /// Take presses of the mouse from now on or leave them to the terminal, and remember it.
    Mouse(bool),
    Suspend,
    Quit,
}

/// Something asked of whoever keeps the cases; what comes of it is told by an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    Unlock(Passphrase),
    /// The earlier files of a case.
    Generations(CaseId),
    /// Go back to the generation of this name, or the newest good one.
    Restore(CaseId, Option<String>),
    Rename(CaseId, String),
    ThrowAway(CaseId),
    /// Take it out of the bin.
    PutBack(String),
    EmptyBin,
    /// Move a file that cannot be read to the damaged ones.
    PutAside(CaseId),
    /// Make a copy a case of its own.
    Adopt(CaseId),
    /// Keep everything in this folder from now on.
    MoveTo(String),
}

/// Something that was asked for and is done, and on the disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Completed {
    Renamed,
    ThrownAway(CaseId),
    PutBack(CaseId),
    /// So many cases are gone for good.
    Emptied(usize),
    /// Gone back to an earlier file; whether the one that was there could not be read and was put aside.
    Restored(CaseId, bool),
    PutAside,
    Adopted(CaseId),
}

/// What there is once the seal is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unlocked {
    pub listed: Vec<CaseSummary>,
    pub binned: Vec<Binned>,
    /// The only case, to be opened at once.
    pub case: Option<(Case, Access)>,
    pub news: Vec<FolderNotice>,
}

/// Why the seal does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockFault {
    WrongPassphrase,
    /// The key files themselves cannot be read.
    KeyDamaged,
    /// The folder cannot be read.
    Unreadable,
}

/// A report that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub format: Format,
    /// Without names, notes, reasons and places.
    pub anonymous: bool,
    pub path: String,
    /// The user has said that a file of that name may go.
    pub replace: bool,
}
