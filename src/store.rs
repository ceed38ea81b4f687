//! Floor 1': the only code that touches the data folder. Cases and settings are read and written here.
//! Names no text for the user (`cli::fault` does), and overwrites nothing that it has not written or read itself.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::CaseId;
use crate::store::disk::Disk;
use crate::store::folder::Folder;
use crate::store::format::Migration;
use crate::store::hold::Holds;
use crate::store::seal::key_files::Source;
use crate::store::seal::{Key, Work};

mod atomic_file;
mod bin;
mod case_file;
mod cases;
pub mod disk;
pub mod folder;
pub mod format;
mod history;
mod hold;
mod moving;
mod outside;
pub mod panics;
pub mod seal;
pub mod settings;
mod tidy;

pub use crate::store::bin::{Binned, DAYS};
pub use crate::store::format::CaseFault;
pub use crate::store::history::{Generation, KEPT, Restored};
pub use crate::store::seal::folder::{Seal, Sealed};
pub use crate::store::seal::key_files::OpenFault;
pub use crate::store::settings::Settings;

/// The data folder, and what of it this program has read or written since it started.
pub struct Store {
    folder: Folder,
    disk: Box<dyn Disk>,
    /// Whether the folder of the cases was there before: then it is not made again when it vanishes,
    /// because a drive that was pulled out would leave an empty place to write to.
    found: bool,
    /// Whether that folder is sure to be there after a power failure.
    is_prepared: bool,
    known: HashMap<CaseId, Known>,
    holds: Holds,
    /// Of a sealed folder, once its passphrase was given.
    key: Option<Key>,
    key_source: Source,
    /// The bytes of the key file that was opened, for going on in another place.
    sealed_under: Option<Vec<u8>>,
    migrations: &'static [Migration],
    work: Work,
}

/// What may lie on the disk under a case's name without being someone else's.
#[derive(Default)]
struct Known {
    /// What we read or wrote last; after a save that failed, also what it may have written all the same.
    last_seen_bytes: Vec<Vec<u8>>,
    /// Something foreign went into the history, and no save has told so yet.
    foreign_kept: bool,
    /// What was found at the start is a generation by now, or there was nothing.
    found_kept: bool,
}

impl Known {
    fn last_seen(bytes: Vec<u8>, found_kept: bool) -> Self {
        Self {
            last_seen_bytes: vec![bytes],
            foreign_kept: false,
            found_kept,
        }
    }
}

/// One file of the list of cases.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseEntry {
    /// The name of the file without `.json`. The case inside may have another: [`CaseFault::WrongId`].
    pub id: CaseId,
    pub state: Result<Case, CaseFault>,
}

/// The case is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Another program had changed the file; what it wrote is in the history now.
    pub replaced_foreign: bool,
}

/// What could not be done, and where. The texts here are for logs.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    #[error("could not read {}: {cause}", path.display())]
    Read { path: PathBuf, cause: Cause },
    /// What was on the disk before is still there.
    #[error("could not save {}: {cause}", path.display())]
    Save { path: PathBuf, cause: Cause },
}

/// Why the system refused, as far as the user can do something about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Cause {
    #[error("no space left")]
    NoSpace,
    #[error("the disk can only be read")]
    ReadOnly,
    #[error("not allowed")]
    Denied,
    #[error("it is not there any more")]
    Gone,
    #[error("a file is where a folder should be")]
    NotAFolder,
    #[error("over the limit of {} bytes", format::LIMIT)]
    TooLarge,
    /// Another program works in the folder.
    #[error("held by another program")]
    Held,
    /// Something else has that name.
    #[error("the name is taken")]
    Taken,
    /// A folder has that name, or something else that is no file.
    #[error("it is not a file")]
    NotAFile,
    /// A link that leads elsewhere stands where a folder should be.
    #[error("a link is where a folder should be")]
    Link,
    #[error("{0}")]
    Other(String),
}

impl Store {
    /// Looks at nothing yet: a data folder that is missing is made by the first save.
    #[must_use]
    pub fn new(folder: PathBuf, disk: Box<dyn Disk>) -> Self {
        Self {
            folder: Folder::new(folder),
            disk,
            found: false,
            is_prepared: false,
            known: HashMap::new(),
            holds: Holds::default(),
            key: None,
            key_source: Source::default(),
            sealed_under: None,
            migrations: format::MIGRATIONS,
            work: Work::USUAL,
        }
    }

    /// With other steps from older formats: for the tests of how a step is taken.
    #[must_use]
    pub fn with_migrations(mut self, migrations: &'static [Migration]) -> Self {
        self.migrations = migrations;
        self
    }

    /// With another amount of work for a passphrase: for tests that seal a thousand times.
    #[must_use]
    pub fn with_work(mut self, work: Work) -> Self {
        self.work = work;
        self
    }

    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }
}

impl StoreError {
    #[must_use]
    pub fn path(&self) -> &Path {
        let (Self::Read { path, .. } | Self::Save { path, .. }) = self;
        path
    }

    #[must_use]
    pub fn cause(&self) -> &Cause {
        let (Self::Read { cause, .. } | Self::Save { cause, .. }) = self;
        cause
    }

    fn read(path: &Path, cause: impl Into<Cause>) -> Self {
        Self::Read {
            path: path.to_owned(),
            cause: cause.into(),
        }
    }

    fn save(path: &Path, cause: impl Into<Cause>) -> Self {
        Self::Save {
            path: path.to_owned(),
            cause: cause.into(),
        }
    }
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::NoSpace,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::PermissionDenied => Self::Denied,
            Kind::NotFound | Kind::StaleNetworkFileHandle => Self::Gone,
            Kind::NotADirectory => Self::NotAFolder,
            // What is no file is not opened: the disk answers so itself.
            Kind::IsADirectory | Kind::InvalidInput => Self::NotAFile,
            Kind::FileTooLarge => Self::TooLarge,
            kind => disk::cause_of_raw(error.raw_os_error())
                .unwrap_or_else(|| Self::Other(kind.to_string())),
        }
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&StoreError> for SaveFault {
    fn from(error: &StoreError) -> Self {
        match error.cause() {
            Cause::NoSpace => Self::NoSpace,
            Cause::ReadOnly => Self::ReadOnly,
            Cause::Denied => Self::Denied,
            Cause::Gone => Self::FolderGone,
            Cause::TooLarge => Self::TooLarge,
            Cause::Held => Self::Held,
            Cause::Taken => Self::Taken,
            Cause::NotAFolder | Cause::NotAFile | Cause::Link | Cause::Other(_) => Self::Other,
        }
    }
}
