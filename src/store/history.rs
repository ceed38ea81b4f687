//! Generations: what a case file held before, kept in `history/<id>/`.
//! A generation is never overwritten. Their order is that of the revisions; no clock is asked.

use std::cmp::Reverse;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::store::case_file::{self, is_file_name};
use crate::store::disk::Kind;
use crate::store::fault::{Seen, Why, seen};
use crate::store::format::LIMIT;
use crate::store::seal::SEAL_ROOM;
use crate::store::{CaseFault, Cause, Known, Store, StoreError, atomic_file};

/// So many good generations of our own are kept.
pub const KEPT: usize = 3;

/// What marks a file that another program wrote: it is not counted among ours and never goes by itself.
const FOREIGN: &str = "-other";

/// An earlier file of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Generation {
    /// The name of its file without the ending: the case's revision, and a number among equals.
    pub name: String,
    /// Whether another program wrote it.
    pub is_foreign: bool,
    pub state: Result<Case, CaseFault>,
}

/// What came of going back to a generation.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    pub case: Case,
    /// The name of the generation that was gone back to, and when that was written.
    pub taken: String,
    pub written: Moment,
    /// Where the file went that was there, if it could not be read as this case.
    pub aside: Option<PathBuf>,
}

impl Store {
    /// The generations of a case, the newest first.
    pub fn generations(&self, id: &CaseId) -> Result<Vec<Generation>, StoreError> {
        let folder = self.generations_of(id);
        let names = self.unless_gone(&folder, self.generation_names(id))?;
        Ok(names
            .into_iter()
            .filter_map(|file| {
                let name = case_file::stem(&file)?.to_owned();
                let state = self.case_of(&folder.join(&file), id).map(|(case, _)| case);
                Some(Generation {
                    is_foreign: name.ends_with(FOREIGN),
                    name,
                    state,
                })
            })
            .collect())
    }

    /// Goes back to a generation, or the newest one: where that cannot be read, no older one is taken in its place
    /// unless it is named ([`Cause::NewestUnread`]). Another program that has the case prevents it: [`Cause::Held`].
    /// The file that is there becomes a generation itself; one that cannot be read is moved to the damaged ones.
    /// Where there is no doubt, all of that is on the disk.
    pub fn restore(
        &mut self,
        id: &CaseId,
        name: Option<&str>,
        now: Moment,
    ) -> Result<Seen<Restored>, StoreError> {
        let was_held = self.holds_case(id);
        let before = self.found_file(id);
        let restored = self.restore_held(id, name, now);
        if !was_held {
            self.let_go_of(id);
        }
        // A file that could not be read may be out of the way by now, with nothing in its place.
        restored.map_err(|error| {
            if self.found_file(id) == before {
                error
            } else {
                error.unsure()
            }
        })
    }

    /// The generation of this name, or the newest.
    fn generation_to_take(
        &self,
        id: &CaseId,
        name: Option<&str>,
    ) -> Result<(Case, String), StoreError> {
        let folder = self.generations_of(id);
        let wanted = |one: &Generation| name.is_none_or(|name| one.name == name);
        let found = self.generations(id)?.into_iter().find(wanted);
        let found = found.ok_or_else(|| StoreError::read(&folder, Cause::Gone))?;
        found
            .state
            .map(|case| (case, found.name.clone()))
            .map_err(|fault| {
                let mut why = match fault {
                    CaseFault::Unreadable(system) => Why::from(system),
                    _ => Why::from(Cause::Damaged),
                };
                if name.is_none() {
                    why.cause = Cause::NewestUnread;
                }
                StoreError::read(&folder.join(&found.name), why)
            })
    }

    fn restore_held(
        &mut self,
        id: &CaseId,
        name: Option<&str>,
        now: Moment,
    ) -> Result<Seen<Restored>, StoreError> {
        let highest = self.generations(id)?.iter().map(Generation::revision).max();
        let (mut case, taken) = self.generation_to_take(id, name)?;
        let written = case.updated;
        let path = self.path_of(id);
        if !self.claim(id, now).may_write() {
            return Err(StoreError::save(&path, Cause::Held));
        }
        let save = |error: io::Error| StoreError::save(&path, error);
        self.finish_sealing_file(
            &self
                .folder
                .cases()
                .join(format!("{id}{}", case_file::PLAIN)),
        )
        .map_err(save)?;
        let there = self.file_of(id);
        let mut current = self.case_of(&there, id);
        if let Err(CaseFault::Unreadable(_)) = current {
            // A disk that did not answer once is no reason to take a good file for a damaged one.
            current = self.case_of(&there, id);
        }
        let aside = match &current {
            Ok((current, bytes)) => self
                .keep_generation(id, current.revision, bytes, false)
                .map(|()| None),
            Err(fault) if fault.is_gone() => Ok(None),
            // Not an error: the file is kept as it is, beside.
            Err(_) => self.get_out_of_the_way(id, &there).map(Some),
        };
        let aside = aside.map_err(|error| StoreError::save(&there, error))?;
        // Not an error: the fault of the file that was there is dealt with above.
        let current = current.ok().map(|(current, _)| current.revision);
        case.revision = highest.max(current).unwrap_or(case.revision) + 1;
        case.updated = now;
        let bytes = self
            .file_bytes(&case)
            .map_err(|why| StoreError::save(&path, why))?;
        self.prepare_folder()?;
        let replaced = atomic_file::replace(&*self.disk, &path, &bytes)
            .map_err(|error| StoreError::save(&path, error));
        let replaced = seen(replaced, || self.is_on_disk(&case))?;
        self.known.insert(id.clone(), Known::last_seen(bytes, true));
        self.forget_old_generations(id);
        Ok(replaced.map(|()| Restored {
            case,
            taken,
            written,
            aside,
        }))
    }

    /// The highest revision that this case has ever had, as far as its files tell; 0 without any.
    #[must_use]
    pub fn highest_of(&self, id: &CaseId) -> u64 {
        // Not an error: one that cannot be read is kept aside whatever its number is.
        let there = self.look(id).map_or(0, |case| case.revision);
        there.max(self.highest_revision(id))
    }

    /// A file that is damaged is copied, so that its name is never without one; what cannot be read is moved.
    fn get_out_of_the_way(&self, id: &CaseId, path: &Path) -> io::Result<PathBuf> {
        // Not an error: what cannot be read is moved.
        if self.disk.kind(path)? == Kind::File
            && let Ok(bytes) = self.disk.read(path, LIMIT + SEAL_ROOM)
        {
            return self.copy_aside(path, &bytes);
        }
        self.move_to_damaged(id)
    }

    pub(super) fn generations_of(&self, id: &CaseId) -> PathBuf {
        self.folder.history().join(id.as_str())
    }

    /// Keeps `bytes` as they are, as something that was there when our case stood at `revision`.
    pub(super) fn keep_generation(
        &self,
        id: &CaseId,
        revision: u64,
        bytes: &[u8],
        is_foreign: bool,
    ) -> io::Result<()> {
        let folder = self.generations_of(id);
        self.make_folder(&folder)?;
        let mark = if is_foreign { FOREIGN } else { "" };
        let mut count = 1;
        loop {
            let stem = format!("{revision:010}-{count:03}{mark}");
            let taken = [case_file::PLAIN, case_file::SEALED]
                .map(|ending| self.disk.exists(&folder.join(format!("{stem}{ending}"))));
            let [plain, sealed] = taken;
            if !plain? && !sealed? {
                let path = folder.join(format!("{stem}{}", self.ending()));
                return atomic_file::replace(&*self.disk, &path, bytes);
            }
            count += 1;
        }
    }

    /// Keeps what a start found, unless a generation says the same; where the user was does not count.
    /// Says whether it was kept now.
    pub(super) fn keep_what_was_found(&self, found: &Case, bytes: &[u8]) -> io::Result<bool> {
        let prefix = format!("{:010}-", found.revision);
        let folder = self.generations_of(&found.id);
        let names = match self.generation_names(&found.id) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            names => names?,
        };
        let is_kept = names
            .iter()
            .filter(|name| name.starts_with(&prefix))
            // Not an error: one that cannot be read does not say the same, so that another is kept.
            .filter_map(|name| self.case_of(&folder.join(name), &found.id).ok())
            .any(|(kept, _)| says_the_same(&kept, found));
        if is_kept {
            return Ok(false);
        }
        self.keep_generation(&found.id, found.revision, bytes, false)?;
        Ok(true)
    }

    /// Lets go of good generations of our own beyond the newest. What cannot be let go of stays.
    pub(super) fn forget_old_generations(&self, id: &CaseId) {
        let folder = self.generations_of(id);
        let mut good = 0;
        // Not an error: what cannot be looked at is not let go of.
        for name in self.generation_names(id).unwrap_or_default() {
            let path = folder.join(&name);
            let is_ours = case_file::stem(&name).is_some_and(|stem| !stem.ends_with(FOREIGN));
            // Not an error: what cannot be read is not let go of.
            if is_ours && self.case_of(&path, id).is_ok() {
                good += 1;
                if good > KEPT {
                    // Not an error: it is let go of another time.
                    let _ = self.disk.remove(&path);
                }
            }
        }
    }

    /// The highest revision that a generation has; 0 without any.
    pub(super) fn highest_revision(&self, id: &CaseId) -> u64 {
        // Not an error: it only tells by how much a file from a backup is behind.
        let names = self.generation_names(id).unwrap_or_default();
        names.first().map_or(0, |name| revision_of(name))
    }

    /// The files of the generations, the newest first.
    fn generation_names(&self, id: &CaseId) -> io::Result<Vec<String>> {
        if !is_file_name(id.as_str()) {
            return Err(ErrorKind::InvalidInput.into());
        }
        let names = match self.disk.names(&self.generations_of(id)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            names => names?,
        };
        let mut names: Vec<String> = names
            .into_iter()
            // Not an error: a name that is no text is none that this program gives.
            .filter_map(|name| name.into_string().ok())
            .filter(|name| case_file::stem(name).is_some())
            .collect();
        names.sort_by_cached_key(|name| Reverse((revision_of(name), name.clone())));
        // Sealing that was cut short can leave one there twice.
        names.dedup_by(|one, other| case_file::stem(one) == case_file::stem(other));
        Ok(names)
    }
}

impl Generation {
    /// Our case's revision when it was kept; 0 where the name of the file says none.
    #[must_use]
    pub fn revision(&self) -> u64 {
        revision_of(&self.name)
    }
}

fn revision_of(name: &str) -> u64 {
    let digits = name.split('-').next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}

/// The same but for where the user was, which goes with the next save and is no change.
pub(super) fn says_the_same(one: &Case, other: &Case) -> bool {
    let without_place = |case: &Case| {
        let mut case = case.clone();
        for walk in case.walks.values_mut() {
            walk.at = None;
        }
        case
    };
    without_place(one) == without_place(other)
}
