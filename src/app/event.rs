//! What happens to the app, and what it wants done. Both are values that compare equal,
//! so that a journey can assert on them; floor 4 carries the effects out.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::case_summary::{Binned, CaseSummary, Kept};
use crate::app::field::Edit;
use crate::app::received::{Brought, Found};
use crate::app::request::{Completed, ExportFault, Exported, Made, Request};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::{Case, Firm};
use crate::questionnaire::desk::Desk;
use crate::questionnaire::fault::{OpenProblem, SaveFault};
use crate::questionnaire::folder_notice::FolderNotice;
use crate::questionnaire::id::{CaseId, FirmId, PackId};
use crate::questionnaire::pack::Pack;
use crate::questionnaire::paper::Papers;
use crate::text::Message;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Do(Action),
    /// The left button of the mouse, on what stands for this action.
    Press(Action),
    /// Put the cursor on what stands for this action, so that it is seen.
    Focus(Action),
    /// Text typed or pasted into the open field; elsewhere it does nothing.
    Text(String),
    Edit(Edit),
    /// The whole text of the open field at once, and done: a line of the plain face.
    Written(String),
    /// Kana where a key was meant: the Japanese input is on.
    Ime,
    /// Nobody has pressed a key for a while: what is being written is kept.
    Silence,
    /// A character that is no key here.
    Unused,
    /// Columns and rows of the window.
    Resize(u16, u16),
    /// This revision of this case is on the disk.
    Saved(CaseId, u64),
    SaveFailed(SaveFault),
    /// A pack that follows the one in use.
    Loaded(Arc<Pack>),
    Listed(Vec<CaseSummary>),
    /// The list could not be read: what was listed before may be there still, or not.
    ListFailed(SaveFault),
    Opened(Box<Case>, Access),
    /// A case could not be opened; nothing about it has changed.
    OpenFailed(OpenProblem),
    /// What was found of what somebody has sent.
    Received(Found),
    /// What came of opening the file at this path.
    Brought(String, Brought),
    /// What came back was merged, and could not be kept to be the base of a later merge.
    BaseNotKept(SaveFault),
    /// An id that no case has yet, and a firm that none has.
    FreshId(CaseId, Firm),
    /// The words that `Effect::Fill` asked for.
    Filled(String),
    /// What became of a report.
    Exported(Result<Exported, ExportFault>),
    /// The papers there are, and the packs whose files of papers cannot be used.
    Papers(Vec<Papers>, Vec<PackId>),
    /// What became of a paper.
    Made(Result<Made, ExportFault>),
    /// Whether the file that was written last was handed to its program; if not, why, as a number of the system.
    FileOpened(Result<(), Option<i32>>),
    /// Another program had changed the file of the open case; what it wrote is kept.
    ForeignKept,
    /// What is in the bin.
    Binned(Vec<Binned>),
    BinFailed(SaveFault),
    /// What is kept of a firm for the advisor alone; nothing where nothing was entered yet.
    Desk(FirmId, Result<Option<Box<Desk>>, OpenProblem>),
    /// This revision of it is on the disk, and whether what another program wrote was put aside.
    DeskKept(FirmId, u64, bool),
    DeskNotKept(SaveFault),
    /// The earlier files of a case, the newest first.
    Generations(CaseId, Vec<Kept>),
    GenerationsFailed(CaseId, SaveFault),
    /// The seal is open, and these are the cases.
    Unlocked(Box<Unlocked>),
    UnlockFailed(UnlockFault),
    /// It was asked for and is done; the lists as they are now came before.
    Done(Completed),
    NotDone(SaveFault),
    /// What is told next is done, and a step failed all the same.
    Doubted(SaveFault),
    /// From now on everything is kept in this folder.
    Moved {
        folder: String,
        /// Some of what belongs to the open check could not be read in the folder before, and is there still.
        is_left: bool,
    },
    /// The folder that was named for it cannot be used.
    NotMoved(SaveFault),
    /// The program is asked to end (a signal, a closed window): keep everything and go.
    Ending,
}

impl Event {
    /// It answers something that has to be seen for that. Leaving does not, nor what comes from elsewhere.
    #[must_use]
    pub fn answers_what_is_shown(&self) -> bool {
        match self {
            Self::Do(action) => !matches!(action, Action::Leave | Action::Suspend | Action::Redraw),
            Self::Press(_)
            | Self::Text(_)
            | Self::Edit(_)
            | Self::Written(_)
            | Self::Ime
            | Self::Unused => true,
            _ => false,
        }
    }

    /// What came of it has to be known, and the program may end before it is drawn: a report or a paper that lies
    /// somewhere now, and whatever was asked for and not done. Of answers that are not on the disk `is_saved` tells.
    #[must_use]
    pub fn is_said_at_the_end_too(&self) -> bool {
        matches!(
            self,
            Self::Exported(_)
                | Self::Made(_)
                | Self::NotDone(_)
                | Self::NotMoved(_)
                | Self::BaseNotKept(_)
                | Self::DeskNotKept(_)
                | Self::Done(Completed::EmptiedInPart { .. })
        )
    }
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the case as it is when the saver comes to it.
    Save,
    Ask(Request),
    /// Put this message into words: they go into the case, as if typed.
    Fill(Message<'static>),
    /// Show this language from now on, and remember it.
    Language(String),
    /// Take presses of the mouse from now on or leave them to the terminal, and remember it.
    Mouse(bool),
    /// Remember whether a digit answers and goes on.
    Digits(bool),
    Suspend,
    /// Draw the whole screen anew.
    Redraw,
    Quit,
}

/// What there is once the seal is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unlocked {
    pub listed: Vec<CaseSummary>,
    pub binned: Vec<Binned>,
    /// The only case, to be opened at once.
    pub case: Option<(Case, Access)>,
    /// There is only one, and it could not be opened.
    pub could_not_open: Option<OpenProblem>,
    /// What is in the bin could not be read.
    pub bin_is_unread: bool,
    pub news: Vec<FolderNotice>,
}

/// Why the seal does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockFault {
    WrongPassphrase,
    /// The key files themselves cannot be read.
    KeyDamaged,
    /// They ask for more memory than the program takes for them.
    TooMuchWork,
    /// The folder cannot be read.
    Unreadable(SaveFault),
}
