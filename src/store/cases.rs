//! Cases on the disk: the list of them, opening one, saving one.
//! A file that is damaged, newer or a copy is told and left as it is.

use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::store::format::{self, CaseFault, LIMIT};
use crate::store::{Cause, Known, Listed, Saved, Store, StoreError, whole};

impl Store {
    /// Every case file, the one that was changed last first, those without a date at the end.
    /// A data folder that is not there has none, and is not made.
    pub fn list(&mut self) -> Result<Vec<Listed>, StoreError> {
        let folder = self.folder.cases();
        let names = match self.disk.names(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound && !self.found => {
                return Ok(Vec::new());
            }
            names => names.map_err(|error| StoreError::read(&folder, &error))?,
        };
        self.found = true;
        let mut listed: Vec<Listed> = names
            .iter()
            .filter_map(|name| {
                let id = CaseId::new(stem(&name.to_string_lossy())?);
                let state = self.read(&folder.join(name), &id).map(|(case, _)| case);
                Some(Listed { id, state })
            })
            .collect();
        listed.sort_by_cached_key(|item| (Reverse(item.updated()), item.id.clone()));
        Ok(listed)
    }

    /// One case, to go on with it: what is on the disk now is from then on known as ours.
    pub fn open(&mut self, id: &CaseId) -> Result<Case, CaseFault> {
        if !is_file_name(id.as_str()) {
            return Err(CaseFault::Unreadable(ErrorKind::InvalidInput));
        }
        let (case, bytes) = self.read(&self.path_of(id), id)?;
        self.found = true;
        self.known.insert(
            id.clone(),
            Known {
                ours: vec![bytes],
                foreign_kept: false,
            },
        );
        Ok(case)
    }

    /// Puts the case on the disk; when this returns `Ok` it is there, whatever happens next.
    /// After an error the file holds what it held before, or this case whole.
    pub fn save(&mut self, case: &Case) -> Result<Saved, StoreError> {
        let path = self.path_of(&case.id);
        let bytes = bytes_of(case).map_err(|cause| StoreError::save(&path, cause))?;
        self.prepare_folder()?;
        self.keep_what_is_foreign(case, &path, &bytes)
            .and_then(|()| whole::replace(&*self.disk, &path, &bytes))
            .map_err(|error| StoreError::save(&path, error))?;
        let before = self.known.insert(
            case.id.clone(),
            Known {
                ours: vec![bytes],
                foreign_kept: false,
            },
        );
        Ok(Saved {
            replaced_foreign: before.is_some_and(|known| known.foreign_kept),
        })
    }

    /// A new id of eight characters that says nothing and that no file has. `seed` is a
    /// `std::hash::RandomState`, which the system fills with chance; tests take one without.
    #[must_use]
    pub fn new_id(&self, seed: &impl BuildHasher) -> CaseId {
        let mut attempt = 0_u32;
        loop {
            let id = id_from(seed.hash_one(attempt));
            if !self.is_taken(&id) {
                return id;
            }
            attempt += 1;
        }
    }

    fn path_of(&self, id: &CaseId) -> PathBuf {
        self.folder.cases().join(format!("{id}.json"))
    }

    /// Where nothing can be asked, an id counts as free: a save keeps whatever it finds under its name.
    fn is_taken(&self, id: &CaseId) -> bool {
        let cases = self.folder.cases();
        [
            cases.join(format!("{id}.json")),
            cases.join(format!("{id}.json.age")),
            self.folder.history().join(id.as_str()),
        ]
        .iter()
        .any(|path| self.disk.exists(path).unwrap_or(false))
    }

    fn read(&self, path: &Path, id: &CaseId) -> Result<(Case, Vec<u8>), CaseFault> {
        let bytes = self
            .disk
            .read(path, LIMIT)
            .map_err(|error| match error.kind() {
                ErrorKind::FileTooLarge => CaseFault::TooLarge,
                kind => CaseFault::Unreadable(kind),
            })?;
        let case = format::decode(&bytes)?;
        if case.id == *id {
            Ok((case, bytes))
        } else {
            Err(CaseFault::WrongId(Box::new(case)))
        }
    }

    /// Before the first save of a start, makes the folder of the cases if it is not there.
    fn prepare_folder(&mut self) -> Result<(), StoreError> {
        let folder = self.folder.cases();
        let prepared = self.disk.exists(&folder).and_then(|is_there| {
            if self.found && !is_there {
                Err(ErrorKind::NotFound.into())
            } else if self.is_prepared {
                Ok(())
            } else {
                whole::create_folders(&*self.disk, &folder)
            }
        });
        prepared.map_err(|error| StoreError::save(&folder, error))?;
        self.found = true;
        self.is_prepared = true;
        Ok(())
    }

    /// If someone else wrote the file since we read or wrote it, what they wrote goes into the history.
    /// From then on both that and `next`, which is about to be written, are known as ours.
    fn keep_what_is_foreign(&mut self, case: &Case, path: &Path, next: &[u8]) -> io::Result<()> {
        let there = match self.disk.read(path, LIMIT) {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            there => Some(there?),
        };
        let is_foreign = there
            .as_ref()
            .is_some_and(|there| match self.known.get(&case.id) {
                Some(known) => !known.ours.contains(there),
                None => true,
            });
        if let (true, Some(there)) = (is_foreign, &there) {
            self.keep_generation(&case.id, case.revision, there)?;
        }
        let known = self.known.entry(case.id.clone()).or_default();
        known.foreign_kept |= is_foreign;
        known.ours = there.into_iter().chain([next.to_vec()]).collect();
        Ok(())
    }
}

impl Listed {
    /// When the case was changed last, if that can be told.
    fn updated(&self) -> Option<Moment> {
        match &self.state {
            Ok(case) => Some(case.updated),
            Err(CaseFault::WrongId(case)) => Some(case.updated),
            Err(_) => None,
        }
    }
}

/// What a case file is called without `.json`; a name with a dot in front is not for people.
fn stem(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".json")?;
    (!stem.is_empty() && !stem.starts_with('.')).then_some(stem)
}

/// Whether it stays in its folder on every system. Copies have names such as `k7q2m4xw - コピー`.
fn is_file_name(id: &str) -> bool {
    !id.is_empty() && !id.starts_with('.') && !id.contains(['/', '\\', ':', '\0'])
}

fn bytes_of(case: &Case) -> Result<Vec<u8>, Cause> {
    let bytes = format::encode(case)
        .ok_or_else(|| Cause::Other("the case would not read back as it is".to_owned()))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= LIMIT) {
        Ok(bytes)
    } else {
        Err(Cause::TooLarge)
    }
}

/// Eight characters of five bits each.
fn id_from(chance: u64) -> CaseId {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let text: String = (0..8)
        .map(|place| usize::try_from(chance >> (5 * place) & 31).unwrap_or(0))
        .map(|index| char::from(ALPHABET[index]))
        .collect();
    CaseId::new(&text)
}
