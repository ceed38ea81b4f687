//! Floor 1': the only code that touches the data folder. Cases and settings are read and written here.
//! Names no text for the user (`cli::fault` does), and overwrites nothing that it has not written or read itself.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;

use crate::questionnaire::case::Case;
use crate::questionnaire::glance::Glance;
use crate::questionnaire::id::{CaseId, FirmId};
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
mod desk;
pub mod disk;
pub mod fault;
pub mod folder;
pub mod format;
mod handed;
pub mod hands;
mod history;
mod hold;
mod moving;
mod outside;
pub mod panics;
pub mod received;
pub mod seal;
pub mod settings;
mod tidy;

pub use crate::store::bin::{Binned, DAYS, Emptied};
pub use crate::store::desk::DeskEntry;
pub use crate::store::fault::{Cause, Seen, StoreError, SystemError, Why};
pub use crate::store::format::CaseFault;
pub use crate::store::handed::{Base, Kept};
pub use crate::store::history::{Generation, KEPT, Restored};
pub use crate::store::seal::exchange::{SealStep, Sealed, Watch};
pub use crate::store::seal::folder::Seal;
pub use crate::store::seal::half_way::{HalfWay, Opens, SealState};
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
    /// The files of `desk/` as this program has read or written them last.
    desks_seen: HashMap<FirmId, Vec<u8>>,
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

/// One file of the list of cases, as far as a list shows it.
#[derive(Debug)]
pub struct Glanced<'a> {
    /// The name of the file without `.json`.
    pub id: CaseId,
    pub state: Result<Glance<'a>, &'a CaseFault>,
}

/// The case is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Another program had changed the file; what it wrote is in the history now.
    pub replaced_foreign: bool,
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
            desks_seen: HashMap::new(),
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

    /// Whether the data folder is there, or what a link in its place leads to.
    pub fn has_folder(&self) -> io::Result<bool> {
        self.disk.exists(self.folder.root())
    }
}
