//! What was thrown away: a case moves to the bin in one step, comes back in one step, and is gone after thirty days.
//! Its generations wait where they are until then. Damaged files are moved aside here too, and never deleted.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Day;
use crate::store::case_file::{self, is_file_name};
use crate::store::disk::Kind;
use crate::store::fault::{Seen, seen};
use crate::store::seal::files::aside_name;
use crate::store::{CaseFault, Cause, Store, StoreError, atomic_file};

/// So many days a case waits in the bin.
pub const DAYS: u64 = 30;

/// Between the name of the file and the day on which it was thrown away.
const DAY_MARK: char = '~';

/// A case in the bin.
#[derive(Clone, Debug, PartialEq)]
pub struct Binned {
    /// The name of its file without the ending.
    pub name: String,
    pub thrown: Day,
    pub state: Result<Case, CaseFault>,
}

/// What became of the bin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emptied {
    /// So many cases are gone for good.
    pub gone: usize,
    /// So many should be and wait there still; their earlier versions may be gone.
    pub left: usize,
    /// Why the first of them waits.
    pub fault: Option<StoreError>,
}

impl Binned {
    /// The day from which on it may be gone.
    #[must_use]
    pub fn kept_until(&self) -> Day {
        self.thrown.plus_days(DAYS)
    }

    /// The name that its file had.
    #[must_use]
    pub fn file(&self) -> &str {
        self.name.rsplit_once(DAY_MARK).map_or("", |(file, _)| file)
    }
}

impl Store {
    /// Moves a case file to the bin. Another program that has it prevents it: [`Cause::Held`]. Its generations stay
    /// until it is gone from there.
    pub fn throw_away(&mut self, id: &CaseId, today: Day) -> Result<Seen<()>, StoreError> {
        let path = self.file_of(id);
        let is_there = is_file_name(id.as_str()) && {
            let is_there = self.is_there(id);
            is_there.map_err(|error| StoreError::read(&path, &error))?
        };
        if !is_there {
            return Err(StoreError::save(&path, Cause::Gone));
        }
        let done = self.move_to_bin(id, today);
        let done = seen(done, || {
            if self.is_there(id)? {
                return Ok(None);
            }
            let start = format!("{id}{DAY_MARK}");
            let names = self.names_or_none(&self.folder.bin())?;
            if names.iter().any(|name| name.starts_with(&start)) {
                Ok(Some(()))
            } else {
                // In neither: it was not there before, or somebody else took it.
                Ok(None)
            }
        });
        // Not an error: the case is as it was, and still known.
        if done.is_ok() {
            self.known.remove(id);
            self.let_go_of(id);
        }
        done
    }

    fn move_to_bin(&mut self, id: &CaseId, today: Day) -> Result<(), StoreError> {
        let plain = self
            .folder
            .cases()
            .join(format!("{id}{}", case_file::PLAIN));
        if self.is_held_elsewhere(id) {
            return Err(StoreError::save(&plain, Cause::Held));
        }
        self.finish_sealing_file(&plain)
            .map_err(|error| StoreError::save(&plain, error))?;
        let from = self.file_of(id);
        let ending = if case_file::is_sealed(&from) {
            case_file::SEALED
        } else {
            case_file::PLAIN
        };
        let named = |count| match count {
            1 => format!("{id}{DAY_MARK}{today}{ending}"),
            count => format!("{id}{DAY_MARK}{today}-{count}{ending}"),
        };
        self.move_aside(&from, &self.folder.bin(), named)
            .map(|_| ())
            .map_err(|error| StoreError::save(&from, error))
    }

    /// What is in the bin, the last thrown away first.
    pub fn bin(&self) -> Result<Vec<Binned>, StoreError> {
        let folder = self.folder.bin();
        let names = self.unless_gone(&folder, self.names_or_none(&folder))?;
        let mut binned: Vec<Binned> = names
            .iter()
            .filter_map(|file| {
                let name = case_file::stem(file)?;
                let (_, day) = name.rsplit_once(DAY_MARK)?;
                Some(Binned {
                    name: name.to_owned(),
                    thrown: Day::parse(day.get(..10)?)?,
                    state: self.case_in(&folder.join(file)).map(|(case, _)| case),
                })
            })
            .collect();
        binned.sort_by(|a, b| (b.thrown, &b.name).cmp(&(a.thrown, &a.name)));
        // Sealing that was cut short can leave one there twice.
        binned.dedup_by(|one, other| one.name == other.name);
        Ok(binned)
    }

    /// Takes a case out of the bin again; gives the name that it has now. Where that name is taken, it waits
    /// in the bin: [`Cause::Taken`].
    pub fn put_back(&mut self, name: &str) -> Result<Seen<CaseId>, StoreError> {
        let (id, from, to) = self.way_out_of_bin(name)?;
        self.prepare_folder()?;
        let folder = self.folder.bin();
        let moved = self
            .disk
            .rename(&from, &to)
            .and_then(|()| self.disk.sync_folder(&self.folder.cases()))
            .and_then(|()| self.disk.sync_folder(&folder))
            .map_err(|error| StoreError::save(&to, error));
        let moved = seen(moved, || {
            let is_back = self.is_there(&id)? && !self.is_in_bin(name)?;
            Ok(is_back.then_some(()))
        })?;
        Ok(moved.map(|()| id))
    }

    fn is_in_bin(&self, name: &str) -> io::Result<bool> {
        for ending in [case_file::PLAIN, case_file::SEALED] {
            let path = self.folder.bin().join(format!("{name}{ending}"));
            if self.disk.kind(&path)? != Kind::Nothing {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The case that waits there, its file, and where that goes.
    fn way_out_of_bin(&mut self, name: &str) -> Result<(CaseId, PathBuf, PathBuf), StoreError> {
        let folder = self.folder.bin();
        let path = |ending: &str| folder.join(format!("{name}{ending}"));
        let (file, _) = name
            .rsplit_once(DAY_MARK)
            .filter(|_| is_file_name(name))
            .ok_or_else(|| StoreError::save(&folder, Cause::Gone))?;
        let id = CaseId::new(file);
        let save = |error: io::Error| StoreError::save(&folder, error);
        self.finish_sealing_file(&path(case_file::PLAIN))
            .map_err(save)?;
        let mut found = None;
        for ending in [case_file::SEALED, case_file::PLAIN] {
            if found.is_none() && self.disk.exists(&path(ending)).map_err(save)? {
                found = Some(ending);
            }
        }
        let ending = found.ok_or_else(|| StoreError::save(&folder, Cause::Gone))?;
        let to = self.folder.cases().join(format!("{id}{ending}"));
        if self.is_there(&id).map_err(save)? {
            return Err(StoreError::save(&to, Cause::Taken));
        }
        Ok((id, path(ending), to))
    }

    /// Removes what is in the bin for good: all of it, or what has waited long enough on that day.
    /// One that cannot be removed keeps no other from going: the first is told.
    pub fn empty_bin(&mut self, waited_on: Option<Day>) -> Result<Emptied, StoreError> {
        let is_due = |binned: &Binned| waited_on.is_none_or(|today| binned.kept_until() < today);
        let mut due = self.bin()?;
        due.retain(is_due);
        let mut faults = Vec::new();
        for binned in &due {
            faults.extend(self.remove_for_good(binned).err());
        }
        let mut emptied = Emptied {
            gone: due.len(),
            ..Emptied::default()
        };
        if let Some(first) = faults.into_iter().next() {
            let fault = StoreError::save(&self.folder.bin(), first);
            // Also what failed may be gone: the disk is asked.
            emptied.left = match self.bin() {
                Ok(left) => left.into_iter().filter(is_due).count(),
                // Not an error: it is told with the first one.
                Err(_) => return Err(fault.unsure()),
            };
            emptied.gone = due.len().saturating_sub(emptied.left);
            emptied.fault = Some(fault);
        }
        Ok(emptied)
    }

    /// First what belongs to it, then the file itself: a program that is killed between finds it again.
    fn remove_for_good(&self, binned: &Binned) -> io::Result<()> {
        let id = CaseId::new(binned.file());
        let others = self
            .names_or_none(&self.folder.bin())?
            .iter()
            .filter(|file| case_file::stem(file).is_some_and(|stem| stem != binned.name))
            .any(|file| {
                file.rsplit_once(DAY_MARK)
                    .is_some_and(|(of, _)| of == id.as_str())
            });
        if !others && is_file_name(id.as_str()) && !self.is_there(&id)? {
            let generations = self.generations_of(&id);
            if self.disk.kind(&generations)? == Kind::Folder {
                for name in self.disk.names(&generations)? {
                    self.disk.remove(&generations.join(name))?;
                }
                self.disk.remove_folder(&generations)?;
                self.disk.sync_folder(&self.folder.history())?;
            }
            self.remove_handed(&id)?;
        }
        // Not an error: of what cannot be read nobody knows the firm.
        if let Ok(case) = &binned.state {
            self.remove_desk_of(&binned.name, case)?;
        }
        let bin = self.folder.bin();
        for ending in [case_file::PLAIN, case_file::SEALED] {
            atomic_file::remove_if_there(
                &*self.disk,
                &bin.join(format!("{}{ending}", binned.name)),
            )?;
        }
        self.disk.sync_folder(&bin)
    }

    /// Moves the file of a case that cannot be read to the damaged ones. After a step that failed the disk says whether it
    /// is out of the way.
    pub fn put_aside(&self, id: &CaseId) -> Result<Seen<()>, StoreError> {
        let path = self.file_of(id);
        let kind = self.disk.kind(&path);
        if kind.map_err(|error| StoreError::read(&path, &error))? == Kind::Nothing {
            return Err(StoreError::save(&path, Cause::Gone));
        }
        let done = self.move_to_damaged(id).map(|_| ());
        seen(done.map_err(|error| StoreError::save(&path, error)), || {
            Ok((self.disk.kind(&path)? == Kind::Nothing).then_some(()))
        })
    }

    /// Moves the file of a case that cannot be read to the damaged ones; gives its new place.
    pub(super) fn move_to_damaged(&self, id: &CaseId) -> io::Result<PathBuf> {
        let from = self.file_of(id);
        let name = from.file_name().unwrap_or_default().to_string_lossy();
        if !is_file_name(id.as_str()) {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.move_aside(&from, &self.folder.damaged(), |count| {
            aside_name(count, &name)
        })
    }

    /// The names in a folder of ours, sorted; none where it is not there yet.
    pub(super) fn names_or_none(&self, folder: &Path) -> io::Result<Vec<String>> {
        let names = match self.disk.names(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            names => names?,
        };
        let mut names: Vec<String> = names
            .into_iter()
            // Not an error: a name that is no text is none that this program gives.
            .filter_map(|name| name.into_string().ok())
            .collect();
        names.sort_unstable();
        Ok(names)
    }
}
