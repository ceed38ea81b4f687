//! What is done to a case that is not the open one, and going on in another place when this one cannot be written.

use std::io::ErrorKind;
use std::path::PathBuf;

use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
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
    ) -> Result<(), StoreError> {
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
    ) -> Result<(), StoreError> {
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
        self.save(&case).map(|_| ())
    }

    /// Takes a copy under another name as a case of its own, and puts the copy into the bin.
    pub fn adopt(&mut self, copy: &CaseId, fresh: &CaseId, now: Moment) -> Result<(), StoreError> {
        let path = self.file_of(copy);
        let mut case = match self.look(copy) {
            Err(CaseFault::WrongId(case)) => *case,
            Ok(case) => case,
            Err(fault) => return Err(cannot_read(&path, &fault)),
        };
        case.id = fresh.clone();
        case.updated = now;
        self.save(&case)?;
        self.let_go_of(fresh);
        self.throw_away(copy, now.day())
    }

    /// From now on everything is kept in another data folder, sealed as this one is. Nothing is moved or copied: what
    /// is open is saved there next.
    pub fn move_to(&mut self, root: PathBuf, now: Moment) -> Result<(), StoreError> {
        let folder = Folder::find(Some(&root)).unwrap_or_else(|| Folder::new(root));
        let mut there = Self::new(folder.root().to_owned(), self.disk.another());
        let root = folder.root();
        let save = |error: std::io::Error| StoreError::save(root, error);
        atomic_file::create_folders(&*there.disk, root).map_err(save)?;
        if self.key.is_some() {
            there.take_over_seal(self)?;
        } else if there.seal() != crate::store::Seal::None {
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
        self.holds = Holds::default();
        *self = there;
        Ok(())
    }
}

fn cannot_read(path: &std::path::Path, fault: &CaseFault) -> StoreError {
    let cause = match fault {
        CaseFault::Unreadable(kind) => Cause::from(std::io::Error::from(*kind)),
        CaseFault::TooLarge => Cause::TooLarge,
        _ => Cause::from(std::io::Error::from(ErrorKind::InvalidData)),
    };
    StoreError::read(path, cause)
}
