//! What is done to a case that is not the open one, and going on in another place when this one cannot be written.

use std::io;
use std::path::PathBuf;

use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::store::case_file::{self, is_file_name};
use crate::store::fault::{Seen, seen};
use crate::store::folder::Folder;
use crate::store::hold::Holds;
use crate::store::{CaseFault, Cause, Store, StoreError, atomic_file};

impl Store {
    /// Changes a case on the disk. Another program that has it prevents it: [`Cause::Held`].
    pub fn change(
        &mut self,
        id: &CaseId,
        now: Moment,
        how: impl FnOnce(&mut Case),
    ) -> Result<Seen<()>, StoreError> {
        let was_held = self.holds_case(id);
        let result = self.change_held(id, now, how);
        if !was_held {
            self.let_go_of(id);
        }
        result
    }

    fn change_held(
        &mut self,
        id: &CaseId,
        now: Moment,
        how: impl FnOnce(&mut Case),
    ) -> Result<Seen<()>, StoreError> {
        let path = self.file_of(id);
        if !self.claim(id, now).may_write() {
            return Err(StoreError::save(&path, Cause::Held));
        }
        let mut case = self
            .take_up(id)
            .map_err(|fault| cannot_read(&path, &fault))?;
        how(&mut case);
        case.revision += 1;
        case.updated = now;
        self.save_and_see(&case)
    }

    /// Saves, and where that fails looks whether this very case stands on the disk all the same.
    pub fn save_and_see(&mut self, case: &Case) -> Result<Seen<()>, StoreError> {
        let done = self.save(case).map(|_| ());
        seen(done, || self.is_on_disk(case))
    }

    pub(super) fn is_on_disk(&self, case: &Case) -> io::Result<Option<()>> {
        match self.look(&case.id) {
            Ok(there) => Ok((there == *case).then_some(())),
            Err(fault) if fault.is_gone() => Ok(None),
            Err(CaseFault::Unreadable(system)) => Err(system.kind.into()),
            // Not an error: whatever is there, it is not this case.
            Err(_) => Ok(None),
        }
    }

    /// Takes a copy under another name as a case of its own, and puts the copy into the bin.
    pub fn adopt(
        &mut self,
        copy: &CaseId,
        fresh: &CaseId,
        now: Moment,
    ) -> Result<Seen<()>, StoreError> {
        let path = self.file_of(copy);
        let mut case = match self.look(copy) {
            Err(CaseFault::WrongId(case) | CaseFault::Renamed(case)) => *case,
            Ok(case) => case,
            Err(fault) => return Err(cannot_read(&path, &fault)),
        };
        case.id = fresh.clone();
        case.updated = now;
        let saved = self.save_and_see(&case)?;
        self.let_go_of(fresh);
        // It is a case of its own now, whatever becomes of the copy.
        Ok(match self.throw_away(copy, now.day()) {
            Ok(thrown) => Seen {
                what: (),
                doubt: saved.doubt.or(thrown.doubt),
            },
            Err(error) => Seen {
                what: (),
                doubt: Some(error),
            },
        })
    }

    /// Gives a file that was renamed by hand the name of the case in it again, so that its earlier files are found too.
    pub fn name_back(
        &mut self,
        name: &CaseId,
        id: &CaseId,
        now: Moment,
    ) -> Result<Seen<()>, StoreError> {
        let from = self.file_of(name);
        if !is_file_name(id.as_str()) {
            return Err(StoreError::save(&from, Cause::Gone));
        }
        let ending = if case_file::is_sealed(&from) {
            case_file::SEALED
        } else {
            case_file::PLAIN
        };
        let to = self.folder.cases().join(format!("{id}{ending}"));
        let is_there = self.is_there(id);
        if is_there.map_err(|error| StoreError::read(&to, &error))? {
            return Err(StoreError::save(&to, Cause::Taken));
        }
        self.prepare_folder()?;
        if !self.claim(id, now).may_write() {
            return Err(StoreError::save(&to, Cause::Held));
        }
        let done = self
            .disk
            .rename(&from, &to)
            .and_then(|()| self.disk.sync_folder(&self.folder.cases()))
            .map_err(|error| StoreError::save(&to, error));
        self.let_go_of(id);
        seen(done, || {
            let is_named = !self.is_there(name)? && self.is_there(id)?;
            Ok(is_named.then_some(()))
        })
    }

    /// From now on everything is kept in another data folder, sealed as this one is. Nothing is moved: what is open is
    /// saved there next, and what was handed over of it, or is kept of its firm, is put there too, so that one goes on there as here.
    /// True where some of that could not be read here any more, and stays behind.
    pub fn move_to(&mut self, root: PathBuf, now: Moment) -> Result<bool, StoreError> {
        let folder = Folder::find(Some(&root)).unwrap_or_else(|| Folder::new(root));
        let mut there = Self::new(folder.root().to_owned(), self.disk.another());
        let root = folder.root();
        let save = |error: std::io::Error| StoreError::save(root, error);
        atomic_file::create_folders(&*there.disk, root).map_err(save)?;
        if self.key.is_some() {
            there.take_over_seal(self)?;
        } else if there.seal()? != crate::store::Seal::None {
            // It is somebody's, with a passphrase that nobody gave.
            return Err(StoreError::save(root, Cause::Taken));
        }
        there.enter()?;
        there.migrations = self.migrations;
        there.work = self.work;
        let open: Vec<CaseId> = self.known.keys().cloned().collect();
        for id in open.iter().filter(|id| self.holds_case(id)) {
            if !there.claim(id, now).may_write() {
                return Err(StoreError::save(root, Cause::Held));
            }
        }
        let handed_is_left = self.copy_handed(&there, &open)?;
        let desk_is_left = self.copy_desks(&mut there, &open)?;
        self.holds = Holds::default();
        *self = there;
        Ok(handed_is_left || desk_is_left)
    }
}

fn cannot_read(path: &std::path::Path, fault: &CaseFault) -> StoreError {
    match fault {
        CaseFault::Unreadable(system) => StoreError::read(path, *system),
        CaseFault::TooLarge => StoreError::read(path, Cause::TooLarge),
        _ => StoreError::read(path, Cause::Damaged),
    }
}
