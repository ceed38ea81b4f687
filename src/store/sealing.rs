//! Putting a passphrase on the whole data folder, changing it, taking it away; and finishing what was cut short.
//! At every moment each case can be read: as it is, or with the key, which is written first and removed last.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::store::disk::Kind;
use crate::store::key_files::{BESIDE, Source};
use crate::store::seal::{Key, SealFault};
use crate::store::{Cause, Store, StoreError, whole};

/// More than this, in bytes, is neither sealed nor unsealed: nothing of ours comes near it.
const LIMIT: u64 = 1_000_000_000;

const AGE: &str = ".age";

/// What the folder says about its seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// There is none.
    None,
    /// There is one, and it is closed: nothing in it can be read.
    Closed,
    /// There is one, and the key is at hand.
    Opened,
}

/// Why a sealed folder does not open.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenFault {
    WrongPassphrase,
    /// Neither of the key files can be read as one.
    KeyDamaged,
    Store(StoreError),
}

/// What sealing or unsealing has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    /// Files that were sealed or unsealed.
    pub files: usize,
    /// Files that could not be and were moved to the damaged ones as they are.
    pub aside: usize,
}

impl From<SealFault> for OpenFault {
    fn from(fault: SealFault) -> Self {
        match fault {
            SealFault::WrongPassphrase => Self::WrongPassphrase,
            _ => Self::KeyDamaged,
        }
    }
}

impl From<StoreError> for OpenFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Store {
    #[must_use]
    pub fn seal(&self) -> Seal {
        if self.key.is_some() {
            return Seal::Opened;
        }
        let is_there = |path: PathBuf| self.disk.exists(&path).unwrap_or(false);
        if is_there(self.folder.key()) || is_there(self.folder.key_copy()) {
            Seal::Closed
        } else {
            Seal::None
        }
    }

    /// Opens a sealed folder: from now on cases are read and written with its key. Writes nothing.
    pub fn open_seal(&mut self, passphrase: &str) -> Result<(), OpenFault> {
        let (key, source) = self.key_of(passphrase)?;
        let file = match source {
            Source::First => self.folder.key(),
            Source::Copy | Source::Unsure => self.folder.key_copy(),
        };
        self.sealed_under = self.key_file(&file)?;
        self.key = Some(key);
        self.key_source = source;
        Ok(())
    }

    /// Puts a passphrase on everything. Another program in the folder prevents it: [`Cause::Held`].
    pub fn put_seal(&mut self, passphrase: &str) -> Result<Sealed, StoreError> {
        let root = self.folder.root().to_owned();
        if self.seal() != Seal::None {
            return Err(StoreError::save(&self.folder.key(), Cause::Taken));
        }
        whole::create_folders(&*self.disk, &root)
            .map_err(|error| StoreError::save(&root, error))?;
        self.hold_alone()?;
        let done = self.seal_with(passphrase);
        self.back_with_others(done)
    }

    fn seal_with(&mut self, passphrase: &str) -> Result<Sealed, StoreError> {
        // Left by a power cut at the very end of taking a seal away; the next start would believe it.
        let mark = self.folder.unsealing();
        whole::remove_if_there(&*self.disk, &mark)
            .and_then(|()| self.disk.sync_folder(self.folder.root()))
            .map_err(|error| StoreError::save(&mark, error))?;
        let key = Key::new();
        self.write_key(&key, passphrase)?;
        self.key = Some(key);
        self.key_source = Source::First;
        self.seal_all()
    }

    /// Another passphrase for the same key: the cases stay as they are.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), OpenFault> {
        self.hold_alone()?;
        let done = self.key_of(old).and_then(|(key, _)| {
            self.write_key(&key, new)?;
            self.key = Some(key);
            self.key_source = Source::First;
            Ok(())
        });
        self.hold_with_others()?;
        done
    }

    /// Takes the passphrase away. The seal must be open.
    pub fn remove_seal(&mut self) -> Result<Sealed, StoreError> {
        self.hold_alone()?;
        let mark = self.folder.unsealing();
        let done = whole::replace(&*self.disk, &mark, b"")
            .map_err(|error| StoreError::save(&mark, error))
            .and_then(|()| self.unseal_all());
        self.back_with_others(done)
    }

    /// What a power cut left half done. The seal must be open; while another program works here nothing is done,
    /// because everything can be read as it is.
    pub fn finish_sealing(&mut self) -> Result<Sealed, StoreError> {
        match self.hold_alone() {
            Err(error) if *error.cause() == Cause::Held => {
                self.hold_with_others()?;
                return Ok(Sealed::default());
            }
            held => held?,
        }
        let is_unsealing = self.disk.exists(&self.folder.unsealing()).unwrap_or(false);
        let done = if is_unsealing {
            self.unseal_all()
        } else {
            self.mend_key_files().and_then(|()| self.seal_all())
        };
        self.back_with_others(done)
    }

    fn back_with_others<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        self.hold_with_others()?;
        done
    }

    /// Every file that a user's words may be in, but for drafts.
    fn all_files(&self) -> io::Result<Vec<PathBuf>> {
        let folder = &self.folder;
        let mut folders = vec![folder.cases(), folder.bin(), folder.damaged()];
        let history = folder.history();
        for name in self.names_or_none(&history)? {
            folders.push(history.join(name));
        }
        let mut files = Vec::new();
        for folder in folders {
            if self.disk.kind(&folder)? != Kind::Folder {
                continue;
            }
            for name in self.names_or_none(&folder)? {
                let path = folder.join(&name);
                if self.disk.kind(&path)? != Kind::File {
                    continue;
                }
                if is_draft(&name) {
                    // What a killed program left of a save: nobody was told that it is there.
                    self.disk.remove(&path)?;
                } else {
                    files.push(path);
                }
            }
        }
        Ok(files)
    }

    fn seal_all(&mut self) -> Result<Sealed, StoreError> {
        let mut sealed = Sealed::default();
        for path in self.every_file()? {
            if path.extension().is_none_or(|ending| ending != "age") {
                self.seal_file(&path)
                    .map_err(|error| StoreError::save(&path, error))?;
                sealed.files += 1;
            }
        }
        self.known.clear();
        Ok(sealed)
    }

    fn unseal_all(&mut self) -> Result<Sealed, StoreError> {
        let mut unsealed = Sealed::default();
        let damaged = self.folder.damaged();
        for path in self.every_file()? {
            if path.extension().is_none_or(|ending| ending != "age") || path.starts_with(&damaged) {
                continue;
            }
            let save = |error: io::Error| StoreError::save(&path, error);
            if self.unseal_file(&path).map_err(save)? {
                unsealed.files += 1;
            } else {
                unsealed.aside += 1;
            }
        }
        self.unseal_damaged()?;
        let root = self.folder.root().to_owned();
        let save = |error: io::Error| StoreError::save(&root, error);
        for path in [self.folder.key_copy(), self.folder.key()] {
            whole::remove_if_there(&*self.disk, &path)
                .and_then(|()| self.disk.sync_folder(&root))
                .map_err(save)?;
        }
        whole::remove_if_there(&*self.disk, &self.folder.unsealing())
            .and_then(|()| self.disk.sync_folder(&root))
            .map_err(save)?;
        self.key = None;
        self.sealed_under = None;
        self.known.clear();
        Ok(unsealed)
    }

    /// Damaged files are unsealed as far as they open. If one does not, the key stays beside it, under its passphrase.
    fn unseal_damaged(&self) -> Result<(), StoreError> {
        let folder = self.folder.damaged();
        let save = |error: io::Error| StoreError::save(&folder, error);
        let mut is_left = false;
        for name in self.names_or_none(&folder).map_err(save)? {
            let path = folder.join(&name);
            if !name.ends_with(AGE) || name.starts_with(BESIDE) {
                continue;
            }
            match self.opened(&path).map_err(save)? {
                Some(plain) => self
                    .exchange(&path, &without_age(&path), &plain)
                    .map_err(save)?,
                None => is_left = true,
            }
        }
        if is_left {
            self.keep_key_beside(&folder).map_err(save)?;
        }
        Ok(())
    }

    fn every_file(&self) -> Result<Vec<PathBuf>, StoreError> {
        let root = self.folder.root();
        self.all_files()
            .map_err(|error| StoreError::read(root, &error))
    }

    /// The sealed file is whole, and was read back, before the plain one goes.
    fn seal_file(&self, path: &Path) -> io::Result<()> {
        let Some(key) = &self.key else {
            return Err(ErrorKind::InvalidInput.into());
        };
        let plain = self.disk.read(path, LIMIT)?;
        let sealed = with_age(path);
        match self.opened(&sealed) {
            // Cut short after this one was written.
            Ok(Some(there)) if there == plain => return self.remove_and_sync(path),
            Ok(_) => self.set_apart(&sealed)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        whole::replace(&*self.disk, &sealed, &key.seal(&plain)?)?;
        if self.opened(&sealed)?.as_ref() != Some(&plain) {
            return Err(io::Error::other("what was sealed does not open"));
        }
        self.remove_and_sync(path)
    }

    /// False for one that does not open: it was moved to the damaged ones.
    fn unseal_file(&self, path: &Path) -> io::Result<bool> {
        let Some(plain) = self.opened(path)? else {
            self.set_apart(path)?;
            return Ok(false);
        };
        self.exchange(path, &without_age(path), &plain)?;
        Ok(true)
    }

    /// Puts `bytes` under another name and takes the first away. What stands there already is kept.
    fn exchange(&self, from: &Path, to: &Path, bytes: &[u8]) -> io::Result<()> {
        match self.disk.read(to, LIMIT) {
            Ok(there) if there == bytes => return self.remove_and_sync(from),
            Ok(_) => self.set_apart(to)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        whole::replace(&*self.disk, to, bytes)?;
        self.remove_and_sync(from)
    }

    /// Two files for one case that differ, or one that does not open: this one goes to the damaged ones, as it is.
    fn set_apart(&self, path: &Path) -> io::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.move_aside(path, &self.folder.damaged(), |count| {
            format!("{count}-{name}")
        })
        .map(|_| ())
    }

    /// None if it does not open with our key.
    fn opened(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let sealed = self.disk.read(path, LIMIT)?;
        Ok(self.key.as_ref().and_then(|key| key.open(&sealed).ok()))
    }

    fn remove_and_sync(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)?;
        self.disk.sync_folder(whole::parent(path))
    }
}

fn is_draft(name: &str) -> bool {
    name.starts_with('.')
        && Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "tmp")
}

fn with_age(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(AGE);
    name.into()
}

fn without_age(path: &Path) -> PathBuf {
    path.with_extension("")
}
