//! What somebody else has sent: the files that were found, and what came of opening one.
//! Values only: whoever keeps the cases looks for the files and reads them.

use crate::questionnaire::case::Case;
use crate::questionnaire::fault::{OpenProblem, SaveFault};
use crate::questionnaire::id::{CaseId, FirmId};
use crate::questionnaire::moment::Moment;
use crate::questionnaire::reading::ReadFault;
use crate::questionnaire::workbook::{Finding, WorkbookFault};

/// Where files that somebody has sent may lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Folders that are looked into.
    pub folders: Vec<String>,
    /// Folders below which drives are mounted.
    pub mounts: Vec<String>,
    /// Whether drives have letters here, and those that can be pulled out are looked into.
    pub has_letters: bool,
}

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedFile {
    pub path: String,
    /// The last part of the path.
    pub name: String,
    /// When it was changed last, where the disk says so.
    pub changed: Option<Moment>,
    pub state: ReceivedState,
}

/// What a file is, as far as that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceivedState {
    /// A check that can be opened.
    Check {
        id: CaseId,
        /// The firm of which it is a check, where that is known.
        firm_id: Option<FirmId>,
        /// Empty means the default title, made from `created`.
        title: String,
        /// What the firm is called in it; empty where nothing was said.
        firm: String,
        created: Moment,
    },
    /// A workbook that was made to be filled.
    Workbook {
        /// The check that it was made of; None of an empty one.
        id: Option<CaseId>,
        firm_id: Option<FirmId>,
        /// Empty where nothing was said.
        title: String,
    },
    /// Under a passphrase.
    Sealed,
    /// From a newer version of this program.
    Newer,
    /// By its name it is one; it cannot be read, or was not looked into.
    Unread,
}

/// What was found, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub files: Vec<ReceivedFile>,
    /// Folders and files that could not be looked into, with the number of what the system answered.
    pub unread: Vec<(String, Option<i32>)>,
    /// So many more were not looked at.
    pub left_out: usize,
}

/// What came of opening a file. Where it is a check that is open now, that was told before.
#[derive(Clone, Debug, PartialEq)]
pub enum Brought {
    /// It was not here, and is now. A step may have failed all the same.
    New(Option<SaveFault>),
    /// It is here already, and the same.
    Same,
    /// It is here, and differs.
    Differs(Box<Differing>),
    NotRead(NotRead),
    /// Its check is here as one of another firm.
    OtherFirm,
    /// Its check is here, and that one cannot be read.
    HereUnread(OpenProblem),
    /// It is here, and which state both come from cannot be seen: nothing was merged.
    NoBase(SaveFault),
    /// It could not be kept here.
    NotKept(SaveFault),
}

/// What was sent of a check that is here and says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// The state that both come from, if that is known.
    pub base: Option<Case>,
    /// A state that was kept cannot be read: it may have been a nearer one.
    pub base_is_unsure: bool,
    pub theirs: Case,
    /// What `theirs` was when it was sent, before a pack that changed moved its answers.
    pub as_sent: Case,
    /// Of a workbook that was filled: what is to be told of its cells. It is no state that could be a base later.
    pub workbook: Option<Vec<Finding>>,
    /// What was filled in it and is empty now, if anything is: never taken out unasked.
    pub emptied: Option<Emptied>,
}

/// Cells that were emptied.
#[derive(Clone, Debug, PartialEq)]
pub struct Emptied {
    pub count: usize,
    /// Their side with what stood there taken out.
    pub theirs: Case,
}

/// Why a file was not read. It is as it was, and so is everything here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    Gone,
    Denied,
    /// A folder, or something else that is no file.
    NotAFile,
    TooLarge,
    InUse,
    Unreadable(Option<i32>),
    /// It lies under a passphrase, and none was given.
    Sealed,
    WrongPassphrase,
    /// It is sealed for a key of another computer, and not under a passphrase.
    OtherKey,
    /// The end of what is sealed is missing.
    SealCutOff,
    /// The passphrase is right, and what is in it was cut or changed.
    SealChanged,
    /// What is sealed does not begin as it should.
    SealBroken,
    /// Opening it asks for more memory than is reasonable.
    TooMuchWork,
    /// What is in it is no check that can be read.
    Content(ReadFault),
    /// Its questions cannot be used.
    NoPack,
    /// It is no workbook to fill that can be read.
    Workbook(WorkbookFault),
    /// It would become a new check, and so many of its cells are to be looked at first.
    WorkbookFindings(usize),
}

/// The page of files that were sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Received {
    pub(super) places: Places,
    /// None while it is being looked for them.
    pub(super) found: Option<Found>,
    /// What was typed as the path of one.
    pub(super) typed: String,
    /// The path of the one whose passphrase is asked for.
    pub(super) sealed: Option<String>,
}
