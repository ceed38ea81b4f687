//! Each file by itself, sealed or unsealed: the new one is whole on the disk before the old one goes.
//! Where two files for one case differ, what was saved last stays and the other goes to the damaged ones.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::questionnaire::desk::Desk;
use crate::store::case_file::is_sealed;
use crate::store::disk::Kind;
use crate::store::format::{self, LIMIT};
use crate::store::seal::SEAL_ROOM;
use crate::store::seal::exchange::{Exchange, Fate};
use crate::store::{Cause, Store, StoreError, atomic_file};

/// More than this, in bytes, is neither sealed nor unsealed: nothing of ours comes near it.
const MOST: u64 = 1_000_000_000;

/// A file as it stands on the disk, and what is in it.
struct Opened {
    raw: Vec<u8>,
    /// None if it does not open with our key.
    plain: Option<Vec<u8>>,
}

impl Store {
    /// Every file that a user's words may be in, however deep. Drafts are removed: a killed program left them of a
    /// save, and nobody was told that they are there.
    pub(in crate::store) fn every_file(&self) -> Result<Vec<PathBuf>, StoreError> {
        self.walk().map(|(_, files)| files)
    }

    /// The folders, and the files in them.
    fn walk(&self) -> Result<(Vec<PathBuf>, Vec<PathBuf>), StoreError> {
        let folder = &self.folder;
        let mut unseen = Vec::new();
        for top in folder.sealed() {
            match self.disk.kind(&top) {
                // What lies beyond would be left open, or left sealed without a key.
                Ok(Kind::Link) => return Err(StoreError::read(&top, Cause::Link)),
                Ok(Kind::Folder) => unseen.push(top),
                Ok(_) => {}
                Err(error) => return Err(StoreError::read(&top, &error)),
            }
        }
        let mut folders = Vec::new();
        let mut files = Vec::new();
        while let Some(folder) = unseen.pop() {
            self.files_in(&folder, &mut unseen, &mut files)
                .map_err(|error| StoreError::read(&folder, &error))?;
            folders.push(folder);
        }
        files.sort_unstable();
        Ok((folders, files))
    }

    /// What a program that was killed had removed may not be gone for sure yet. A power failure would bring back a
    /// plain file beside a sealed one, or a sealed one whose key is gone by then.
    pub(in crate::store) fn make_sure(&self) -> Result<(), StoreError> {
        for folder in self.walk()?.0 {
            self.disk
                .sync_folder(&folder)
                .map_err(|error| StoreError::save(&folder, error))?;
        }
        Ok(())
    }

    fn files_in(
        &self,
        folder: &Path,
        unseen: &mut Vec<PathBuf>,
        files: &mut Vec<PathBuf>,
    ) -> io::Result<()> {
        let mut had_drafts = false;
        // Names as the system has them: a copy from another system may not be UTF-8.
        for name in self.disk.names(folder)? {
            let path = folder.join(&name);
            match self.disk.kind(&path)? {
                Kind::Folder => unseen.push(path),
                Kind::File if is_draft(&name.to_string_lossy()) => {
                    self.disk.remove(&path)?;
                    had_drafts = true;
                }
                Kind::File => files.push(path),
                Kind::Nothing | Kind::Link | Kind::Other => {}
            }
        }
        if had_drafts {
            // A power failure would bring them back, readable.
            self.disk.sync_folder(folder)?;
        }
        Ok(())
    }

    /// Before anything is done with this file: sealing that was cut short can have left it as it was before.
    pub(in crate::store) fn finish_sealing_file(&mut self, plain: &Path) -> io::Result<()> {
        if self.key.is_some() && self.disk.kind(plain)? == Kind::File {
            self.seal_file(plain)?;
        }
        Ok(())
    }

    /// The sealed file is whole, and was read back, before the plain one goes.
    pub(in crate::store) fn seal_file(&mut self, path: &Path) -> io::Result<()> {
        let Some(key) = self.key.clone() else {
            return Err(ErrorKind::InvalidInput.into());
        };
        let plain = self.disk.read(path, MOST)?;
        let sealed = with_age(path);
        if let Some(there) = self.opened_if_there(&sealed)? {
            // Whoever wrote it may have been cut short before its name was sure to stay.
            self.disk.sync_folder(atomic_file::parent(&sealed))?;
            match there.plain {
                // Cut short after this one was written.
                Some(same) if same == plain => {
                    self.follow(&plain, &there.raw);
                    return self.remove_and_sync(path);
                }
                Some(other) if !self.is_newer(&plain, &other) => {
                    self.copy_aside(&sealed, &key.seal(&plain)?)?;
                    return self.remove_and_sync(path);
                }
                _ => self.set_apart(&sealed)?,
            }
        }
        let bytes = key.seal(&plain)?;
        atomic_file::replace(&*self.disk, &sealed, &bytes)?;
        if self.opened(&sealed)?.plain.as_ref() != Some(&plain) {
            return Err(io::Error::other("what was sealed does not open"));
        }
        self.follow(&plain, &bytes);
        self.remove_and_sync(path)
    }

    /// False for one that does not open: it was moved to the damaged ones.
    pub(in crate::store) fn unseal_file(&mut self, path: &Path) -> io::Result<bool> {
        let Some(plain) = self.opened(path)?.plain else {
            self.set_apart(path)?;
            return Ok(false);
        };
        self.exchange(path, &plain)?;
        Ok(true)
    }

    /// Damaged files are unsealed as far as they open. If one does not, the key stays beside it, under its passphrase.
    pub(in crate::store) fn unseal_damaged(&mut self) -> Result<(), StoreError> {
        let folder = self.folder.damaged();
        let mut is_left = false;
        for path in self.every_file()? {
            let save = |error: io::Error| StoreError::save(&path, error);
            if !path.starts_with(&folder) || !is_sealed(&path) || self.is_key_beside(&path) {
                continue;
            }
            match self.opened(&path).map_err(save)?.plain {
                Some(plain) => self.exchange(&path, &plain).map_err(save)?,
                None => is_left = true,
            }
        }
        if is_left {
            self.keep_key_beside(&folder)
                .map_err(|error| StoreError::save(&folder, error))?;
        }
        Ok(())
    }

    /// Puts what is in a sealed file beside it, under its own name, and takes the sealed one away. If something else
    /// stands there, the newer one gets the name.
    fn exchange(&mut self, sealed: &Path, plain: &[u8]) -> io::Result<()> {
        let to = sealed.with_extension("");
        let raw = self.disk.read(sealed, MOST)?;
        match self.disk.read(&to, MOST) {
            Ok(there) if there == plain => self.disk.sync_folder(atomic_file::parent(&to))?,
            Ok(there) if self.is_newer(&there, plain) => {
                // As in `seal_file`, and in the line before this one.
                self.disk.sync_folder(atomic_file::parent(&to))?;
                self.copy_aside(&to, plain)?;
                return self.remove_and_sync(sealed);
            }
            Ok(_) => {
                self.set_apart(&to)?;
                atomic_file::replace(&*self.disk, &to, plain)?;
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                atomic_file::replace(&*self.disk, &to, plain)?;
            }
            Err(error) => return Err(error),
        }
        self.follow(&raw, plain);
        self.remove_and_sync(sealed)
    }

    /// What is to take the place of a file that is to be sealed. Where a sealed one stands beside it already, it is done by itself.
    pub(super) fn prepare_sealing(&mut self, path: &Path) -> io::Result<Fate> {
        let to = with_age(path);
        let Some(key) = self.key.clone() else {
            return Err(ErrorKind::InvalidInput.into());
        };
        if self.disk.kind(&to)? != Kind::Nothing {
            self.seal_file(path)?;
            return Ok(Fate::Done(true));
        }
        let was = self.disk.read(path, MOST)?;
        let is = key.seal(&was)?;
        if key.open(&is).as_ref() != Ok(&was) {
            return Err(io::Error::other("what was sealed does not open"));
        }
        let from = path.to_owned();
        Ok(Fate::Waits(Exchange { from, was, to, is }))
    }

    /// The same for one that is to be unsealed; one that does not open is set apart.
    pub(super) fn prepare_unsealing(&mut self, path: &Path) -> io::Result<Fate> {
        let to = path.with_extension("");
        if self.disk.kind(&to)? != Kind::Nothing {
            return self.unseal_file(path).map(Fate::Done);
        }
        let opened = self.opened(path)?;
        let Some(is) = opened.plain else {
            self.set_apart(path)?;
            return Ok(Fate::Done(false));
        };
        let (from, was) = (path.to_owned(), opened.raw);
        Ok(Fate::Waits(Exchange { from, was, to, is }))
    }

    /// What was known as ours under one name is ours under the other.
    pub(super) fn follow(&mut self, was: &[u8], is: &[u8]) {
        for known in self.known.values_mut() {
            if known.last_seen_bytes.iter().any(|ours| ours == was) {
                known.last_seen_bytes = vec![is.to_vec()];
            }
        }
    }

    /// Whether `one` is a case, and `other` is none or an earlier state. No clock is asked.
    fn is_newer(&self, one: &[u8], other: &[u8]) -> bool {
        let revision = |bytes| {
            // Not an error: that it is no case, and nothing of a desk either, is the answer.
            let case = format::decode_from(bytes, self.migrations).ok();
            let case = case.map(|case| case.revision);
            // Not an error: as above.
            case.or_else(|| Some(Desk::read(bytes).ok()?.revision))
        };
        match (revision(one), revision(other)) {
            (Some(one), Some(other)) => one > other,
            (one, other) => one.is_some() || other.is_none(),
        }
    }

    /// Two files for one case that differ, or one that does not open: this one goes to the damaged ones, as it is.
    fn set_apart(&self, path: &Path) -> io::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.move_aside(path, &self.folder.damaged(), |count| {
            format!("{count}-{name}")
        })
        .map(|_| ())
    }

    /// Puts these bytes among the damaged files, under the name of this one or near it, where they are not there yet.
    /// What stands under the name stays until something better takes its place.
    pub(in crate::store) fn copy_aside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        let folder = self.folder.damaged();
        self.make_folder(&folder)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut count = 1;
        loop {
            let to = folder.join(aside_name(count, &name));
            match self.disk.kind(&to)? {
                Kind::Nothing => {
                    atomic_file::replace(&*self.disk, &to, bytes)?;
                    return Ok(to);
                }
                // Put there by a program that came no further.
                Kind::File
                    if self
                        // Not an error: what cannot be read is another file, and is kept beside.
                        .disk
                        .read(&to, LIMIT + SEAL_ROOM)
                        .is_ok_and(|it| it == bytes) =>
                {
                    self.disk.sync_folder(&folder)?;
                    return Ok(to);
                }
                _ => count += 1,
            }
        }
    }

    fn opened(&self, path: &Path) -> io::Result<Opened> {
        let raw = self.disk.read(path, MOST)?;
        // Not an error: that this key does not open it is the answer.
        let plain = self.key.as_ref().and_then(|key| key.open(&raw).ok());
        Ok(Opened { raw, plain })
    }

    fn opened_if_there(&self, path: &Path) -> io::Result<Option<Opened>> {
        match self.opened(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            opened => opened.map(Some),
        }
    }

    fn remove_and_sync(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)?;
        self.disk.sync_folder(atomic_file::parent(path))
    }
}

/// A file among the damaged ones: the name that it had, and a number for one more of that name.
pub(in crate::store) fn aside_name(count: u32, name: &str) -> String {
    match count {
        1 => name.to_owned(),
        count => format!("{count}-{name}"),
    }
}

pub(in crate::store) fn is_draft(name: &str) -> bool {
    name.starts_with('.')
        && Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "tmp")
}

fn with_age(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".age");
    name.into()
}
