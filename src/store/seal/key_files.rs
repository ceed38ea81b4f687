//! The key of a sealed folder on the disk: two files that say the same, each under the passphrase.
//! One that was damaged does not cost anybody their answers.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::store::seal::{Key, SealFault};
use crate::store::{Cause, Store, StoreError, atomic_file};

/// More than this, in bytes, is no key file.
const LIMIT: u64 = 100_000;

/// Keys that lie with damaged files which nothing else may open one day.
const BESIDE: &str = "identity-";

/// Why a sealed folder does not open.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenFault {
    WrongPassphrase,
    /// Neither of the key files can be read as one.
    KeyDamaged,
    /// They ask for more memory than this program takes for them.
    TooMuchWork,
    Store(StoreError),
}

/// Which of the two key files opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::store) enum Source {
    #[default]
    First,
    /// The first is gone, or no key file any more.
    Copy,
    /// The first looks whole and does not open with this passphrase, the copy does.
    Unsure,
}

impl From<SealFault> for OpenFault {
    fn from(fault: SealFault) -> Self {
        match fault {
            SealFault::WrongPassphrase => Self::WrongPassphrase,
            SealFault::TooMuchWork => Self::TooMuchWork,
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
    pub(in crate::store) fn key_of(&self, passphrase: &str) -> Result<(Key, Source), OpenFault> {
        let first = self.key_file(&self.folder.key())?;
        let copy = self.key_file(&self.folder.key_copy())?;
        let recovered = |file: &Vec<u8>| Key::recovered(file, passphrase);
        match (first.as_ref().map(recovered), copy) {
            (Some(Ok(key)), _) => Ok((key, Source::First)),
            (Some(Err(fault)), Some(copy)) if first.as_ref() != Some(&copy) => {
                match (fault, recovered(&copy)) {
                    // Either the first was changed by chance, or the copy is of an older passphrase: who can tell?
                    (SealFault::WrongPassphrase, Ok(key)) => Ok((key, Source::Unsure)),
                    (_, Ok(key)) => Ok((key, Source::Copy)),
                    (SealFault::WrongPassphrase, _) | (_, Err(SealFault::WrongPassphrase)) => {
                        Err(OpenFault::WrongPassphrase)
                    }
                    (_, Err(fault)) => Err(fault.into()),
                }
            }
            (None, Some(copy)) => match recovered(&copy) {
                Ok(key) => Ok((key, Source::Copy)),
                Err(fault) => Err(fault.into()),
            },
            (Some(Err(fault)), _) => Err(fault.into()),
            (None, None) => Err(OpenFault::KeyDamaged),
        }
    }

    pub(in crate::store) fn key_file(&self, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
        match self.disk.read(path, LIMIT) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            file => file
                .map(Some)
                .map_err(|error| StoreError::read(path, &error)),
        }
    }

    pub(in crate::store) fn write_key(
        &mut self,
        key: &Key,
        passphrase: &str,
    ) -> Result<(), StoreError> {
        let path = self.folder.key();
        let save = |error: io::Error| StoreError::save(&path, error);
        let file = key.protected(passphrase, self.work).map_err(save)?;
        atomic_file::replace(&*self.disk, &path, &file).map_err(save)?;
        atomic_file::replace(&*self.disk, &self.folder.key_copy(), &file).map_err(save)?;
        self.sealed_under = Some(file);
        Ok(())
    }

    /// Both key files are to say the same, as far as it is sure which of them is right.
    pub(in crate::store) fn mend_key_files(&self) -> Result<(), StoreError> {
        let (from, to) = match self.key_source {
            Source::First => (self.folder.key(), self.folder.key_copy()),
            Source::Copy => (self.folder.key_copy(), self.folder.key()),
            Source::Unsure => return Ok(()),
        };
        let Some(right) = self.key_file(&from)? else {
            return Ok(());
        };
        if self.key_file(&to)?.as_ref() == Some(&right) {
            return Ok(());
        }
        atomic_file::replace(&*self.disk, &to, &right).map_err(|error| StoreError::save(&to, error))
    }

    /// The key files of another folder, and its key: what is saved here is sealed like there.
    pub(in crate::store) fn take_over_seal(&mut self, from: &Self) -> Result<(), StoreError> {
        for (here, there) in [
            (self.folder.key(), from.sealed_under.clone()),
            (self.folder.key_copy(), from.sealed_under.clone()),
        ] {
            let Some(file) = there else { continue };
            match self.key_file(&here)? {
                Some(found) if found == file => {}
                Some(_) => return Err(StoreError::save(&here, Cause::Taken)),
                None => atomic_file::replace(&*self.disk, &here, &file)
                    .map_err(|error| StoreError::save(&here, error))?,
            }
        }
        self.key.clone_from(&from.key);
        self.sealed_under.clone_from(&from.sealed_under);
        Ok(())
    }

    pub(in crate::store) fn is_key_beside(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        atomic_file::parent(path) == self.folder.damaged() && name.starts_with(BESIDE)
    }

    /// Under the first name that is free, or that holds this very key already.
    pub(in crate::store) fn keep_key_beside(&self, folder: &Path) -> io::Result<()> {
        let file = match self.disk.read(&self.folder.key(), LIMIT) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            file => file?,
        };
        let mut count = 1;
        loop {
            let path = folder.join(format!("{BESIDE}{count}.age"));
            match self.disk.read(&path, LIMIT) {
                Ok(there) if there == file => return Ok(()),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return atomic_file::replace(&*self.disk, &path, &file);
                }
                _ => count += 1,
            }
        }
    }
}
