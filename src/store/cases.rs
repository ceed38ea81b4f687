//! Cases on the disk: the list of them, opening one, saving one.
//! A file that is damaged, newer or a copy is told and left as it is.

use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::questionnaire::access::Access;
use crate::questionnaire::case::{Case, Firm};
use crate::questionnaire::glance::{Glance, glance_at};
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::store::case_file::{self, PLAIN, SEALED, is_file_name};
use crate::store::disk::Kind;
use crate::store::fault::Why;
use crate::store::format::{self, CaseFault, LIMIT};
use crate::store::seal::SEAL_ROOM;
use crate::store::{CaseEntry, Cause, Glanced, Saved, Store, StoreError, atomic_file, history};

impl Store {
    /// Every case file, the one that was changed last first, those without a date at the end.
    /// A data folder that is not there has none, and is not made.
    pub fn list(&mut self) -> Result<Vec<CaseEntry>, StoreError> {
        let ids = self.ids()?.into_iter();
        let mut listed: Vec<CaseEntry> = ids
            .map(|id| {
                let state = self.found_file(&id).map(|(case, _)| case);
                CaseEntry { id, state }
            })
            .collect();
        listed.sort_by_cached_key(|item| (Reverse(item.updated()), item.id.clone()));
        Ok(listed)
    }

    /// Lets each case file be seen as far as a list shows it, one after another; what is made of them in the order of
    /// [`Store::list`]. Nothing else of them is in memory then.
    pub fn glance_over<T>(
        &mut self,
        see: &mut dyn FnMut(Glanced<'_>) -> T,
    ) -> Result<Vec<T>, StoreError> {
        let mut seen = Vec::new();
        for id in self.ids()? {
            let (updated, made) = self.glance(&id, see);
            seen.push((Reverse(updated), id, made));
        }
        seen.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        Ok(seen.into_iter().map(|(_, _, made)| made).collect())
    }

    fn glance<T>(&self, id: &CaseId, see: &mut dyn FnMut(Glanced<'_>) -> T) -> (Option<Moment>, T) {
        let found = self.found_bytes(id);
        let plain = match &found {
            Ok((path, bytes)) => self.plain_from(bytes, case_file::is_sealed(path)),
            Err(fault) => Err(fault.clone()),
        };
        // Not an error: what is wrong with it is told below.
        if let Ok(plain) = &plain
            && let Some(glance) = glance_at(plain).filter(|glance| glance.id == *id)
        {
            let updated = Some(glance.updated);
            let id = id.clone();
            return (
                updated,
                see(Glanced {
                    id,
                    state: Ok(glance),
                }),
            );
        }
        let state = plain.and_then(|plain| self.decoded(&plain, id));
        let entry = CaseEntry {
            id: id.clone(),
            state,
        };
        let seen = Glanced {
            id: id.clone(),
            state: entry.state.as_ref().map(Glance::of),
        };
        (entry.updated(), see(seen))
    }

    /// The names of the case files without their endings, sorted.
    fn ids(&mut self) -> Result<Vec<CaseId>, StoreError> {
        let folder = self.folder.cases();
        let names = match self.disk.names(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound && !self.found => {
                return Ok(Vec::new());
            }
            names => names.map_err(|error| StoreError::read(&folder, &error))?,
        };
        self.found = true;
        let names = names.iter().map(|name| name.to_string_lossy());
        let (misspelt, usual): (Vec<_>, Vec<_>) =
            names.partition(|name| case_file::is_misspelt(name));
        let usual = usual.iter().filter_map(|name| case_file::stem(name));
        let mut ids: Vec<CaseId> = usual.map(CaseId::new).collect();
        for name in misspelt {
            ids.extend(self.id_of_misspelt(&name, &ids));
        }
        // Sealing that was cut short can leave a case there twice.
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// Under which id a file is listed whose name is ours but for its spelling: where the disk makes no difference
    /// between capitals, it is the file. Beside the file of its usual name it is a copy that somebody keeps.
    fn id_of_misspelt(&self, name: &str, usual: &[CaseId]) -> Option<CaseId> {
        let stem = case_file::usual_stem(name)?;
        let mut known = usual.iter();
        if known.any(|id| id.as_str().eq_ignore_ascii_case(stem)) {
            return None;
        }
        let lower = name.to_ascii_lowercase();
        let is_same = !case_file::is_misspelt(&lower)
            // Not an error: where the disk does not say, the name is told as it is.
            && matches!(self.disk.kind(&self.folder.cases().join(&lower)), Ok(Kind::File));
        Some(CaseId::new(match case_file::stem(&lower) {
            Some(stem) if is_same => stem,
            _ => name,
        }))
    }

    /// The folder of the cases was there and is not any more, such as a drive that was pulled out: then nothing in the
    /// data folder is missing because it never was.
    pub(super) fn has_gone(&self) -> io::Result<bool> {
        Ok(self.found && !self.disk.exists(&self.folder.cases())?)
    }

    /// What a list of a folder is made from. Nothing is no answer where the data folder itself has gone.
    pub(super) fn unless_gone<T>(
        &self,
        folder: &Path,
        names: io::Result<Vec<T>>,
    ) -> Result<Vec<T>, StoreError> {
        let read = |error: io::Error| StoreError::read(folder, error);
        let names = names.map_err(read)?;
        if names.is_empty() && self.has_gone().map_err(read)? {
            return Err(StoreError::read(folder, Cause::Gone));
        }
        Ok(names)
    }

    /// Makes a folder of the data folder, unless that was pulled out: nothing is made in its place.
    pub(super) fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if self.has_gone()? {
            return Err(ErrorKind::NotFound.into());
        }
        atomic_file::create_folders(&*self.disk, folder)
    }

    /// One case, to look at it.
    pub fn look(&self, id: &CaseId) -> Result<Case, CaseFault> {
        self.found_file(id).map(|(case, _)| case)
    }

    /// One case, to go on with it, and whether it may be changed: what is on the disk now is from then on known
    /// as ours. Other cases may be written by others again.
    pub fn open(&mut self, id: &CaseId, now: Moment) -> Result<(Case, Access), CaseFault> {
        let held = self.holds_case(id);
        // First the lock, then the look: what is read must be what is there when it is held.
        // Not an error: where the disk does not say, it is claimed as one that is there.
        let access = if is_file_name(id.as_str()) && self.is_there(id).unwrap_or(true) {
            self.claim(id, now)
        } else {
            Access::Write
        };
        match self.take_up(id) {
            Ok(case) => {
                self.let_go_of_all_but(id);
                Ok((case, access))
            }
            Err(fault) => {
                if !held {
                    self.let_go_of(id);
                }
                Err(fault)
            }
        }
    }

    /// The case as it is on the disk, known as ours from now on.
    pub(super) fn take_up(&mut self, id: &CaseId) -> Result<Case, CaseFault> {
        let (mut case, bytes) = self.found_file(id)?;
        // A save that was killed may stand there and not be sure yet: what is shown as saved is to stay.
        // Not an error: a disk that cannot say so is no reason not to show it.
        let _ = self.disk.sync_folder(&self.folder.cases());
        self.found = true;
        let known = self.known.entry(id.clone()).or_default();
        known.last_seen_bytes = vec![bytes];
        // A file from a backup, put there by hand: what comes now is newer than every generation.
        case.revision = case.revision.max(self.highest_revision(id));
        Ok(case)
    }

    pub(super) fn found_file(&self, id: &CaseId) -> Result<(Case, Vec<u8>), CaseFault> {
        let (path, bytes) = self.found_bytes(id)?;
        let plain = self.plain_from(&bytes, case_file::is_sealed(&path))?;
        Ok((self.decoded(&plain, id)?, bytes))
    }

    /// The file of a case and what is in it.
    fn found_bytes(&self, id: &CaseId) -> Result<(PathBuf, Vec<u8>), CaseFault> {
        if !is_file_name(id.as_str()) {
            return Err(CaseFault::of_kind(ErrorKind::InvalidInput));
        }
        let path = self.file_of(id);
        let bytes = self.bytes_in(&path, LIMIT)?;
        Ok((path, bytes))
    }

    /// The case in the bytes of the file that has this id as its name.
    fn decoded(&self, plain: &[u8], id: &CaseId) -> Result<Case, CaseFault> {
        let case = format::decode_from(plain, self.migrations)?;
        if case.id == *id {
            return Ok(case);
        }
        match self.is_there(&case.id) {
            Ok(true) => Err(CaseFault::WrongId(Box::new(case))),
            Ok(false) => Err(CaseFault::Renamed(Box::new(case))),
            Err(error) => Err(CaseFault::Unreadable((&error).into())),
        }
    }

    /// Puts the case on the disk; when this returns `Ok` it is there, whatever happens next.
    /// After an error the file holds what it held before, or this case whole.
    pub fn save(&mut self, case: &Case) -> Result<Saved, StoreError> {
        let path = self.path_of(&case.id);
        if !is_file_name(case.id.as_str()) {
            return Err(StoreError::save(&path, Cause::Gone));
        }
        let bytes = self
            .file_bytes(case)
            .map_err(|cause| StoreError::save(&path, cause))?;
        self.prepare_folder()?;
        if !self.claim(&case.id, case.updated).may_write() {
            return Err(StoreError::save(&path, Cause::Held));
        }
        let plain = self.folder.cases().join(format!("{}{PLAIN}", case.id));
        let is_kept = self
            .finish_sealing_file(&plain)
            .and_then(|()| self.keep_what_is_there(case, &path, &bytes))
            .and_then(|is_kept| {
                atomic_file::replace(&*self.disk, &path, &bytes)?;
                Ok(is_kept)
            })
            .map_err(|error| StoreError::save(&path, error))?;
        let known = self.known.entry(case.id.clone()).or_default();
        known.last_seen_bytes = vec![bytes];
        let replaced_foreign = std::mem::take(&mut known.foreign_kept);
        if is_kept {
            self.forget_old_generations(&case.id);
        }
        Ok(Saved { replaced_foreign })
    }

    /// The next save of this case makes a generation of what is there then, as the first save of a start does.
    pub fn keep_before_the_next_save(&mut self, id: &CaseId) {
        if let Some(known) = self.known.get_mut(id) {
            known.found_kept = false;
        }
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

    /// A firm with an id and a pseudonym by chance: neither says anything of the other, or of a case.
    #[must_use]
    pub fn new_firm(&self, seed: &impl BuildHasher) -> Firm {
        let chance = |salt: &str| id_from(seed.hash_one(salt)).to_string();
        Firm {
            id: chance("firm"),
            pseudonym: chance("pseudonym"),
            ..Firm::default()
        }
    }

    /// Where the case is written to.
    pub(super) fn path_of(&self, id: &CaseId) -> PathBuf {
        self.folder.cases().join(format!("{id}{}", self.ending()))
    }

    /// Where the case stands: the file as it is written now, else the one as it was before a seal was put on or
    /// taken away, else the one that has the id itself as its name.
    pub(super) fn file_of(&self, id: &CaseId) -> PathBuf {
        let path = self.path_of(id);
        // Not an error: where the disk does not say, the usual name is taken, and reading it says why.
        if !matches!(self.disk.kind(&path), Ok(Kind::Nothing)) {
            return path;
        }
        let mut others = self.files_of(id).filter(|other| *other != path);
        // Not an error: the same.
        let is_it = |path: &PathBuf| !matches!(self.disk.kind(path), Ok(Kind::Nothing) | Err(_));
        others.find(is_it).unwrap_or(path)
    }

    /// Nothing is done for a case because it is not there unless the disk says so.
    pub(super) fn is_there(&self, id: &CaseId) -> io::Result<bool> {
        for path in self.files_of(id) {
            if self.disk.kind(&path)? != Kind::Nothing {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Where the file of a case could stand.
    fn files_of(&self, id: &CaseId) -> impl Iterator<Item = PathBuf> {
        let cases = self.folder.cases();
        let misspelt = case_file::is_misspelt(id.as_str()).then_some("");
        let endings = [PLAIN, SEALED].into_iter().chain(misspelt);
        endings.map(move |ending| cases.join(format!("{id}{ending}")))
    }

    /// Where nothing can be asked, an id counts as free.
    fn is_taken(&self, id: &CaseId) -> bool {
        let history = self.folder.history().join(id.as_str());
        // Not an error: a save keeps whatever it finds under its name.
        self.is_there(id).unwrap_or(false) || self.disk.exists(&history).unwrap_or(false)
    }

    /// Before the first save of a start, makes the folder of the cases if it is not there.
    pub(super) fn prepare_folder(&mut self) -> Result<(), StoreError> {
        let folder = self.folder.cases();
        let prepared = self.disk.kind(&folder).map_err(Why::from).and_then(|kind| {
            if kind == Kind::Link {
                Err(Cause::Link.into())
            } else if self.found && kind == Kind::Nothing {
                Err(Cause::Gone.into())
            } else if self.is_prepared {
                Ok(())
            } else {
                Ok(atomic_file::create_folders(&*self.disk, &folder)?)
            }
        });
        prepared.map_err(|cause| StoreError::save(&folder, cause))?;
        self.found = true;
        if !self.is_prepared || !self.is_in() {
            self.enter()?;
            if !self.is_sealed_as_known()? {
                // Somebody put a seal on the folder while it was empty, or while this program was not in it.
                return Err(StoreError::save(&folder, Cause::Held));
            }
        }
        if !self.is_prepared {
            self.close_root();
            self.is_prepared = true;
        }
        Ok(())
    }

    /// If someone else wrote the file since we read or wrote it, what they wrote goes into the history; so does what
    /// a start found, before its first save. From then on both that and `next`, which is about to be written, are
    /// known as ours. Says whether what was found became a generation.
    fn keep_what_is_there(&mut self, case: &Case, path: &Path, next: &[u8]) -> io::Result<bool> {
        let there = match self.disk.kind(path)? {
            Kind::Nothing => None,
            Kind::File => match self.disk.read(path, LIMIT + SEAL_ROOM) {
                Err(error) if error.kind() == ErrorKind::FileTooLarge => {
                    self.move_foreign_aside(case)?
                }
                there => Some(there?),
            },
            // A link is not followed: what it leads to is somebody's own affair.
            Kind::Folder | Kind::Link | Kind::Other => self.move_foreign_aside(case)?,
        };
        if there.as_deref() == Some(next) {
            // Nothing of it changes.
            return Ok(false);
        }
        let known = self.known.get(&case.id);
        let is_ours =
            |there: &Vec<u8>| known.is_some_and(|known| known.last_seen_bytes.contains(there));
        let is_foreign = there.as_ref().is_some_and(|there| !is_ours(there));
        let is_found = known.is_some_and(|known| !known.found_kept);
        let mut is_kept = false;
        let mut is_put_off = false;
        match &there {
            Some(there) if is_foreign => self.keep_foreign(case, path, there)?,
            Some(there) if is_found => {
                // Not an error: what is no case has been kept as another program's above.
                if let Ok(mut found) = self.case_from(there, case_file::is_sealed(path)) {
                    found.revision = found.revision.max(self.highest_revision(&case.id));
                    // Where the user is, is no change: the next one is.
                    is_put_off = history::says_the_same(&found, case)
                        && !self.is_of_older_format(there, case_file::is_sealed(path));
                    if !is_put_off {
                        is_kept = self.keep_what_was_found(&found, there)?;
                    }
                }
            }
            _ => {}
        }
        let known = self.known.entry(case.id.clone()).or_default();
        known.foreign_kept |= is_foreign;
        known.found_kept = !is_put_off;
        known.last_seen_bytes = there.into_iter().chain([next.to_vec()]).collect();
        Ok(is_kept)
    }

    /// What cannot be read as a file of ours, and cannot be copied, gets out of the way.
    fn move_foreign_aside(&mut self, case: &Case) -> io::Result<Option<Vec<u8>>> {
        self.move_to_damaged(&case.id)?;
        self.known.entry(case.id.clone()).or_default().foreign_kept = true;
        Ok(None)
    }

    /// What another program wrote: a case goes to the generations, anything else to the damaged files.
    fn keep_foreign(&self, case: &Case, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let theirs = self.case_from(bytes, case_file::is_sealed(path));
        // Not an error: what is no such case is put aside below.
        if theirs.is_ok_and(|theirs| theirs.id == case.id) {
            self.keep_generation(&case.id, case.revision, bytes, true)
        } else {
            self.copy_aside(path, bytes).map(|_| ())
        }
    }
}

impl CaseEntry {
    /// When the case was changed last, if that can be told.
    #[must_use]
    pub fn updated(&self) -> Option<Moment> {
        match &self.state {
            Ok(case) => Some(case.updated),
            Err(CaseFault::WrongId(case) | CaseFault::Renamed(case)) => Some(case.updated),
            // Not an error: `state` says that it cannot be read.
            Err(_) => None,
        }
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
