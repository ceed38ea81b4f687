//! Who may write: a lock on the data folder for every program, and one on each open case.
//! The system lets go of a dead process's locks. Where a disk knows none, work goes on without.

use std::collections::HashMap;
use std::io::{self, ErrorKind};

use serde::{Deserialize, Serialize};

use crate::questionnaire::access::{Access, Holder};
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::store::disk::{Held, Hold, Holding};
use crate::store::{Cause, Store, StoreError, atomic_file};

/// More than this, in bytes, is not our file.
const LIMIT: u64 = 10_000;

/// The locks that this program holds.
#[derive(Default)]
pub(super) struct Holds {
    data: Option<Box<dyn Held>>,
    /// Cases that may be written here. None where the disk knows no locks.
    cases: HashMap<CaseId, Option<Box<dyn Held>>>,
    /// The disk knows no locks: nobody can be kept from writing at the same time.
    pub(super) knows_none: bool,
}

/// `<id>.who` beside the lock: it cannot be in the lock itself, which nobody else can read on Windows.
#[derive(Serialize, Deserialize)]
struct Who {
    process: u32,
    since: Moment,
}

impl Store {
    /// Takes part in the data folder, if there are cases in it: from now on nobody seals or unseals it.
    pub fn enter(&mut self) -> Result<(), StoreError> {
        // Not an error: a folder that cannot be asked is listed next, and that tells.
        if self.holds.data.is_none() && self.disk.exists(&self.folder.cases()).unwrap_or(false) {
            self.hold_data(Hold::Shared)?;
        }
        Ok(())
    }

    /// Has the data folder for itself, as long as another program does not work in it.
    pub(super) fn hold_alone(&mut self) -> Result<(), StoreError> {
        let was_in = self.holds.data.take().is_some();
        let held = self.hold_data(Hold::Alone);
        if held.is_err() && was_in {
            // Nobody is to seal it either while this program goes on.
            // Not an error: what kept it from having the folder alone is told.
            let _ = self.hold_data(Hold::Shared);
        }
        held
    }

    /// Lets others in again.
    pub(super) fn hold_with_others(&mut self) -> Result<(), StoreError> {
        self.holds.data = None;
        self.hold_data(Hold::Shared)
    }

    fn hold_data(&mut self, how: Hold) -> Result<(), StoreError> {
        let path = self.folder.lock();
        match self.disk.hold(&path, how) {
            Ok(Holding::Held(held)) => self.holds.data = Some(held),
            Ok(Holding::ByAnother) => return Err(StoreError::save(&path, Cause::Held)),
            Ok(Holding::NoLocks) => self.holds.knows_none = true,
            Err(error) if is_no_reason_to_stop(&error) => {}
            Err(error) => return Err(StoreError::save(&path, error)),
        }
        Ok(())
    }

    /// Whether this case may be written here. The first that asks may, until it ends or lets go.
    pub fn claim(&mut self, id: &CaseId, now: Moment) -> Access {
        if self.holds.cases.contains_key(id) {
            return Access::Write;
        }
        let folder = self.folder.locks();
        let path = folder.join(format!("{id}.lock"));
        let holding = self
            .make_folder(&folder)
            .and_then(|()| self.disk.hold(&path, Hold::Alone));
        let held = match holding {
            Ok(Holding::Held(held)) => Some(held),
            Ok(Holding::ByAnother) => return Access::Look(self.holder(id)),
            Ok(Holding::NoLocks) => {
                self.holds.knows_none = true;
                None
            }
            // Not an error: a folder that cannot be written has no lock files, and saving will say why. It is asked for again then.
            Err(_) => return Access::Write,
        };
        if held.is_some() {
            let who = Who {
                process: std::process::id(),
                since: now,
            };
            // Not an error: only a kindness to whoever comes second.
            let text = serde_json::to_vec(&who).unwrap_or_default();
            let _ = atomic_file::replace(&*self.disk, &folder.join(format!("{id}.who")), &text);
        }
        self.holds.cases.insert(id.clone(), held);
        Access::Write
    }

    /// Lets others write every case but this one.
    pub fn let_go_of_all_but(&mut self, id: &CaseId) {
        self.holds.cases.retain(|held, _| held == id);
    }

    pub(super) fn let_go_of(&mut self, id: &CaseId) {
        self.holds.cases.remove(id);
    }

    /// Whether another program has this case open. Makes nothing.
    #[must_use]
    pub fn is_held_elsewhere(&self, id: &CaseId) -> bool {
        let path = self.folder.locks().join(format!("{id}.lock"));
        !self.holds_case(id)
            // Not an error: whoever opens it asks again, and is told.
            && self.disk.exists(&path).unwrap_or(false)
            && matches!(self.disk.hold(&path, Hold::Shared), Ok(Holding::ByAnother))
    }

    /// Whether this program takes part in the folder, as far as the disk lets it.
    pub(super) fn is_in(&self) -> bool {
        self.holds.data.is_some() || self.holds.knows_none
    }

    pub(super) fn holds_case(&self, id: &CaseId) -> bool {
        self.holds.cases.contains_key(id)
    }

    fn holder(&self, id: &CaseId) -> Option<Holder> {
        let path = self.folder.locks().join(format!("{id}.who"));
        // Not an error: that another program has the case is told without its number.
        let bytes = self.disk.read(&path, LIMIT).ok()?;
        let who: Who = serde_json::from_str(str::from_utf8(&bytes).ok()?).ok()?;
        Some(Holder {
            process: who.process,
            since: who.since,
        })
    }
}

/// A folder that cannot be written, or is not there yet, holds no lock: what is to be saved will tell.
fn is_no_reason_to_stop(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::NotFound
            | ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
    )
}
