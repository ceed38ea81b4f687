//! What the app asks of whoever keeps the cases. Values that compare equal: `StoreService` carries them out and tells
//! with events what came of it. Each is asked and answered once, whichever face shows the app.

use crate::app::received::Places;
use crate::app::secret::Passphrase;
use crate::questionnaire::case::Case;
use crate::questionnaire::desk::Desk;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::{CaseId, FirmId, PackId, PaperId};
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::paper::PaperFormat;
use crate::questionnaire::reader::Contents;
use crate::questionnaire::report_format::ReportFormat;

/// Something asked of the store. In brackets the events that answer it.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Write this case (`Saved`, `SaveFailed`).
    Save(Box<Case>),
    /// All cases and what is in the bin (`Listed`, `ListFailed`, `Binned`, `BinFailed`).
    List,
    /// (`Opened`, `OpenFailed`)
    Open(CaseId),
    /// An id that no case has yet (`FreshId`).
    FreshId,
    /// The files in these places that somebody has sent (`Received`).
    Received(Places),
    /// Open what is in the file at this path, with the passphrase that is its own, if it has one (`Opened` where it is a check that can be opened, then `Brought`).
    ReadReceived(String, Option<Passphrase>),
    /// The next save of this case keeps what is on the disk as an earlier version first (nothing).
    KeepAsItIs(CaseId),
    /// Keep this state, which came back and was merged, to be the base of a later merge (nothing; `BaseNotKept`).
    KeepHanded(Box<Case>),
    /// The packs that follow this one (`Loaded`).
    Following(PackId),
    /// (`Unlocked`, `UnlockFailed`)
    Unlock(Passphrase),
    /// The earlier files of a case (`Generations`, `GenerationsFailed`).
    Generations(CaseId),
    /// What is kept of a firm for the advisor alone (`Desk`).
    Desk(FirmId),
    /// Keep it (`DeskKept`, `DeskNotKept`).
    KeepDesk(Box<Desk>),
    /// Something is done to a whole case, or to the bin (`Done`, `NotDone`).
    Tidy(Tidying),
    /// Keep everything in this folder from now on (`Moved`, `NotMoved`).
    MoveTo(String),
    /// Write a report to a file (`Exported`).
    Export(Box<ExportRequest>),
    /// The papers there are (`Papers`).
    Papers,
    /// Write papers, or before and now, to a file (`Made`).
    Make(Box<MakeRequest>),
    /// Hand the file that was written last to the program that the system has for it (`FileOpened`).
    OpenWritten,
    /// Keep it for the next start (nothing).
    Remember(Setting),
}

/// What can be done to a whole case, or to the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tidying {
    /// Go back to the generation of this name, or to the newest one, if that can be read.
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
}

/// A report that is to be written: of which case, in which words, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    pub case: Case,
    pub language: String,
    pub format: ReportFormat,
    /// For whom, and what is in it.
    pub contents: Contents,
    pub path: String,
    /// The user has said that a file of that name may go.
    pub replace: bool,
    /// What is handed over opens with this alone.
    pub passphrase: Option<Passphrase>,
}

/// A report that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub path: String,
    /// Questions asked in all walks of the case.
    pub questions: usize,
    /// What is to be done first, in all its walks.
    pub tasks: usize,
    /// The file is whole, and a step failed all the same.
    pub doubt: Option<SaveFault>,
}

/// Something that is made of a case, other than a report of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Making {
    /// Papers, and what they are filled in with; nothing where there is none.
    Papers(Vec<PaperId>, Option<Case>),
    /// What has changed since the check that this one does again.
    Changes(Case),
    /// The page that is left behind after a visit, and when somebody comes again.
    Homework(Case, Option<Day>),
}

/// What is to be made and written to one file, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct MakeRequest {
    pub what: Making,
    pub language: String,
    pub format: PaperFormat,
    /// With its ending. Where a file of that name is, a number is added: nothing is replaced.
    pub path: String,
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub path: String,
    /// Pages of papers in all.
    pub pages: usize,
    /// The file is whole, and a step failed all the same.
    pub doubt: Option<SaveFault>,
}

/// Why a report was not written. What was there before is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFault {
    /// A file of that name is there, and nobody said that it may go.
    Exists,
    /// What was named is a folder.
    Folder,
    /// A pack of the case cannot be used.
    Pack,
    /// The state that is to be handed over could not be kept: no file was written.
    NotKept(SaveFault),
    Disk(SaveFault),
}

/// What is remembered from one start to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    Language(String),
    Mouse(bool),
    /// Whether a digit answers and goes on.
    Digits(bool),
    /// Whether the name of a file says whose check it is.
    NamesInFiles(bool),
}

/// Something that was asked for and is done, and on the disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Completed {
    Renamed,
    ThrownAway(CaseId),
    PutBack(CaseId),
    /// So many cases are gone for good.
    Emptied(usize),
    /// So many are gone, and so many could not be removed.
    EmptiedInPart {
        gone: usize,
        left: usize,
    },
    /// Gone back to an earlier file.
    Restored {
        id: CaseId,
        /// The name of that file, and when it was written.
        taken: String,
        written: Moment,
        /// Where the file went that was there, if it could not be read as this case.
        aside: Option<String>,
    },
    PutAside,
    Adopted(CaseId),
    /// The file has the name of its case again.
    NamedBack(CaseId),
}
