//! States of a check that were handed over, or came back and were merged: kept in `handed/` as the bases of later merges.
//! None is overwritten, none goes by itself; all go with their check, when that leaves the bin for good.

use std::cmp::Reverse;
use std::io;

use crate::questionnaire::case::Case;
use crate::questionnaire::handing::base_of;
use crate::questionnaire::id::CaseId;
use crate::store::case_file::{self, is_file_name};
use crate::store::fault::{Seen, seen};
use crate::store::{CaseFault, Cause, Store, StoreError, atomic_file};

/// A state that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The name of its file without the ending.
    pub name: String,
    /// The revision that its check had.
    pub revision: u64,
    pub state: Result<Case, CaseFault>,
}

/// The base of a merge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// None where no state is known from which both sides come: then nothing may count as deleted.
    pub state: Option<Case>,
    /// Files of kept states that are damaged, or sealed for another key: one of them may have been the better base.
    pub unread: Vec<String>,
}

impl Store {
    /// The states of a check that were kept, the highest revision first. None of them counts as a check.
    pub fn handed(&self, id: &CaseId) -> Result<Vec<Kept>, StoreError> {
        let folder = self.folder.handed();
        let names = self.unless_gone(&folder, self.handed_names(id))?;
        let mut kept = Vec::new();
        for (revision, file) in names {
            let path = folder.join(&file);
            let state = match self.case_of(&path, id) {
                Err(CaseFault::Unreadable(system)) => return Err(StoreError::read(&path, system)),
                state => state.map(|(case, _)| case),
            };
            let name = case_file::stem(&file).unwrap_or(&file).to_owned();
            kept.push(Kept {
                name,
                revision,
                state,
            });
        }
        Ok(kept)
    }

    /// The state from which both come, as far as one is kept here. Also where one of them has got an id of its own.
    pub fn base_for(&self, ours: &Case, theirs: &Case) -> Result<Base, StoreError> {
        let mut kept = self.handed(&ours.id)?;
        if theirs.id != ours.id && is_file_name(theirs.id.as_str()) {
            kept.extend(self.handed(&theirs.id)?);
        }
        let mut states = Vec::new();
        let mut unread = Vec::new();
        for one in kept {
            match one.state {
                Ok(state) => states.push(state),
                // Not an error: it is told, and an older base loses nothing.
                Err(_) => unread.push(one.name),
            }
        }
        Ok(Base {
            state: base_of(&states, ours, theirs).cloned(),
            unread,
        })
    }

    /// The highest revision with which a state of this check was kept; 0 without any.
    pub fn highest_handed(&self, id: &CaseId) -> Result<u64, StoreError> {
        let folder = self.folder.handed();
        let names = self.handed_names(id);
        let names = names.map_err(|error| StoreError::read(&folder, &error))?;
        let highest = names.into_iter().map(|(revision, _)| revision).max();
        // Not an error: none is kept.
        Ok(highest.unwrap_or(0))
    }

    /// Keeps a state to be a base: one that is to be handed over, before the file is written; one that came back and
    /// was merged, after the merged check is saved. One that is kept already stays as it is. Another program that has
    /// the check prevents it: [`Cause::Held`].
    pub fn keep_handed(&mut self, state: &Case) -> Result<Seen<()>, StoreError> {
        let folder = self.folder.handed();
        if !is_file_name(state.id.as_str()) {
            return Err(StoreError::save(&folder, Cause::Gone));
        }
        let state = state.as_base();
        self.prepare_folder()?;
        let was_held = self.holds_case(&state.id);
        let done = if self.claim(&state.id, state.updated).may_write() {
            self.keep_base(&state)
        } else {
            Err(StoreError::save(&folder, Cause::Held))
        };
        if !was_held {
            self.let_go_of(&state.id);
        }
        seen(done, || Ok(self.is_kept(&state)?.then_some(())))
    }

    fn keep_base(&self, state: &Case) -> Result<(), StoreError> {
        let folder = self.folder.handed();
        let save = |error: io::Error| StoreError::save(&folder, error);
        if self.is_kept(state).map_err(save)? {
            // A program that was killed may have put it there and come no further.
            return self.disk.sync_folder(&folder).map_err(save);
        }
        let bytes = self
            .file_bytes(state)
            .map_err(|why| StoreError::save(&folder, why))?;
        self.make_folder(&folder).map_err(save)?;
        let mut count = 1;
        loop {
            let stem = match count {
                1 => format!("{}-{}", state.id, state.revision),
                count => format!("{}-{}.{count}", state.id, state.revision),
            };
            let path = |ending: &str| folder.join(format!("{stem}{ending}"));
            let is_taken = |ending| self.disk.exists(&path(ending)).map_err(save);
            if !is_taken(case_file::PLAIN)? && !is_taken(case_file::SEALED)? {
                let path = path(self.ending());
                return atomic_file::replace(&*self.disk, &path, &bytes)
                    .map_err(|error| StoreError::save(&path, error));
            }
            count += 1;
        }
    }

    /// Whether this very state is on the disk.
    fn is_kept(&self, state: &Case) -> io::Result<bool> {
        let folder = self.folder.handed();
        for (revision, file) in self.handed_names(&state.id)? {
            if revision != state.revision {
                continue;
            }
            match self.case_of(&folder.join(file), &state.id) {
                Ok((kept, _)) if kept == *state => return Ok(true),
                Err(CaseFault::Unreadable(system)) => return Err(system.kind.into()),
                // Not an error: whatever it is, it is not this state.
                Ok(_) | Err(_) => {}
            }
        }
        Ok(false)
    }

    /// The files of a check with their revisions, the highest first.
    fn handed_names(&self, id: &CaseId) -> io::Result<Vec<(u64, String)>> {
        let mut found: Vec<(u64, String)> = self
            .names_or_none(&self.folder.handed())?
            .into_iter()
            .filter_map(|file| Some((revision_of(&file, id)?, file)))
            .collect();
        let stem = |file: &str| case_file::stem(file).map(str::to_owned);
        found.sort_by_cached_key(|(revision, file)| (Reverse(*revision), stem(file)));
        // Sealing that was cut short can leave one there twice.
        found.dedup_by(|one, other| case_file::stem(&one.1) == case_file::stem(&other.1));
        Ok(found)
    }

    /// For a check that is gone for good.
    pub(super) fn remove_handed(&self, id: &CaseId) -> io::Result<()> {
        let folder = self.folder.handed();
        let names = self.names_or_none(&folder)?;
        let mut ours = names.iter().filter(|file| revision_of(file, id).is_some());
        let mut is_any = false;
        ours.try_for_each(|file| {
            is_any = true;
            self.disk.remove(&folder.join(file))
        })?;
        if is_any {
            self.disk.sync_folder(&folder)?;
        }
        Ok(())
    }

    /// Puts what is kept of these checks into another data folder too, where one goes on because this one fails. What
    /// cannot be read here any more is no reason not to go on there: whether something stays behind for that is the answer.
    pub(super) fn copy_handed(&self, there: &Self, ids: &[CaseId]) -> Result<bool, StoreError> {
        let mut is_left = false;
        for id in ids {
            let folder = self.folder.handed();
            let names = self.handed_names(id);
            // Not an error: most have never handed anything over, and are not to be told of what they do not know.
            for (_, file) in names.unwrap_or_default() {
                match self.case_of(&folder.join(&file), id) {
                    Ok((state, _)) => there.keep_base(&state)?,
                    // Not an error: it is told, and stays where it is.
                    Err(_) => is_left = true,
                }
            }
        }
        Ok(is_left)
    }
}

/// The revision in the name of a file of this check: `<id>-<revision>`, and a number for one more of that revision.
fn revision_of(file: &str, id: &CaseId) -> Option<u64> {
    let (of, rest) = case_file::stem(file)?.rsplit_once('-')?;
    let digits = rest.split_once('.').map_or(rest, |(digits, _)| digits);
    // Not an error: such a name is none that this program gives.
    digits.parse().ok().filter(|_| of == id.as_str())
}
