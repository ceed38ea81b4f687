//! Putting a passphrase on the whole data folder, changing it, taking it away; and finishing what was cut short.
//! At every moment each case can be read: as it is, or with the key, which is written first and removed last.

use std::io;
use std::path::Path;

use crate::store::case_file::is_sealed;
use crate::store::disk::Kind;
use crate::store::seal::Key;
use crate::store::seal::exchange::{Sealed, Watch, unwatched};
use crate::store::seal::key_files::{OpenFault, Source};
use crate::store::{Cause, Store, StoreError, atomic_file};

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

impl Store {
    /// Where the disk does not answer, nobody is to think that there is no seal.
    pub fn seal(&self) -> Result<Seal, StoreError> {
        if self.key.is_some() {
            return Ok(Seal::Opened);
        }
        match self.has_key_file() {
            Ok(true) => Ok(Seal::Closed),
            Ok(false) => Ok(Seal::None),
            Err(error) => Err(StoreError::read(&self.folder.key(), &error)),
        }
    }

    /// Whether the folder is sealed, asked of the disk. Where it does not answer, nobody may think that it is not:
    /// a new key would take the place of the one that opens everything.
    pub(in crate::store) fn has_key_file(&self) -> io::Result<bool> {
        for path in [self.folder.key(), self.folder.key_copy()] {
            if self.disk.kind(&path)? != Kind::Nothing {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether somebody has sealed or unsealed the folder since this program looked.
    pub(in crate::store) fn is_sealed_as_known(&self) -> Result<bool, StoreError> {
        let found = self.has_key_file();
        found
            .map(|is_sealed| is_sealed == self.key.is_some())
            .map_err(|error| StoreError::read(&self.folder.key(), &error))
    }

    /// Opens a sealed folder: from now on cases are read and written with its key, and nobody else takes the seal away.
    pub fn open_seal(&mut self, passphrase: &str) -> Result<(), OpenFault> {
        self.enter()?;
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
        self.put_seal_watched(passphrase, &mut unwatched)
    }

    /// Puts a passphrase on everything. `watch` is told of each step and can stop it: then some are `left`. Another program
    /// in the folder prevents it: [`Cause::Held`].
    pub fn put_seal_watched(
        &mut self,
        passphrase: &str,
        watch: &mut Watch<'_>,
    ) -> Result<Sealed, StoreError> {
        let root = self.folder.root().to_owned();
        let taken = StoreError::save(&self.folder.key(), Cause::Taken);
        if self.seal()? != Seal::None {
            return Err(taken);
        }
        atomic_file::create_folders(&*self.disk, &root)
            .map_err(|error| StoreError::save(&root, error))?;
        self.hold_alone()?;
        // Once more: another program may have put one on until a moment ago.
        let done = match self.is_sealed_as_known() {
            Ok(true) => self.seal_with(passphrase, watch),
            Ok(false) => Err(taken),
            Err(error) => Err(error),
        };
        self.back_with_others(done)
    }

    fn seal_with(&mut self, passphrase: &str, watch: &mut Watch<'_>) -> Result<Sealed, StoreError> {
        // Left by a power cut at the very end of taking a seal away; the next start would believe it.
        let mark = self.folder.unsealing();
        self.remove_for_sure(&mark)?;
        let key = Key::new();
        if let Err(error) = self.write_key(&key, passphrase) {
            // Nothing is sealed yet: nobody is to be asked for a passphrase that was not set.
            for path in [self.folder.key_copy(), self.folder.key()] {
                // Not an error: why it could not be written is told, and a key alone closes nothing.
                let _ = self.remove_for_sure(&path);
            }
            return Err(error);
        }
        self.key = Some(key);
        self.key_source = Source::First;
        self.seal_all(watch)
    }

    pub(in crate::store) fn remove_for_sure(
        &self,
        path: &std::path::Path,
    ) -> Result<(), StoreError> {
        atomic_file::remove_if_there(&*self.disk, path)
            .and_then(|()| self.disk.sync_folder(atomic_file::parent(path)))
            .map_err(|error| StoreError::save(path, error))
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

    /// Takes the passphrase away. The seal must be open: else [`Cause::Denied`].
    pub fn remove_seal(&mut self) -> Result<Sealed, StoreError> {
        self.remove_seal_watched(&mut unwatched)
    }

    /// Takes the passphrase away. `watch` is told of each step and can stop it: then some are `left`. The seal must be open:
    /// else [`Cause::Denied`].
    pub fn remove_seal_watched(&mut self, watch: &mut Watch<'_>) -> Result<Sealed, StoreError> {
        self.must_be_open()?;
        self.hold_alone()?;
        let mark = self.folder.unsealing();
        let done = match self.is_sealed_as_known() {
            Ok(true) => atomic_file::replace(&*self.disk, &mark, b"")
                .map_err(|error| StoreError::save(&mark, error))
                .and_then(|()| self.unseal_all(watch)),
            // Another program was faster.
            Ok(false) => Ok(self.forget_key()),
            Err(error) => Err(error),
        };
        self.back_with_others(done)
    }

    /// What a power cut left half done. The seal must be open; while another program works here nothing is done,
    /// because everything can be read as it is.
    pub fn finish_sealing(&mut self) -> Result<Sealed, StoreError> {
        self.must_be_open()?;
        match self.hold_alone() {
            Err(error) if *error.cause() == Cause::Held => {
                self.hold_with_others()?;
                return Ok(Sealed::default());
            }
            held => held?,
        }
        let done = self.finish(&mut unwatched);
        self.back_with_others(done)
    }

    pub(in crate::store) fn finish(&mut self, watch: &mut Watch<'_>) -> Result<Sealed, StoreError> {
        if !self.is_sealed_as_known()? {
            // Taken away between the passphrase and now. What is sealed with a key that is gone could never be read.
            return Ok(self.forget_key());
        }
        let mark = self.folder.unsealing();
        let kind = self.disk.kind(&mark);
        if kind.map_err(|error| StoreError::read(&mark, &error))? != Kind::Nothing {
            return self.unseal_all(watch);
        }
        self.mend_key_files()?;
        let sealed = self.seal_all(watch)?;
        self.make_sure()?;
        Ok(sealed)
    }

    /// Without the key everything would look damaged.
    pub(in crate::store) fn must_be_open(&self) -> Result<(), StoreError> {
        match self.key {
            Some(_) => Ok(()),
            None => Err(StoreError::save(&self.folder.key(), Cause::Denied)),
        }
    }

    fn forget_key(&mut self) -> Sealed {
        self.key = None;
        self.sealed_under = None;
        Sealed::default()
    }

    pub(in crate::store) fn back_with_others<T>(
        &mut self,
        done: Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.hold_with_others()?;
        done
    }

    fn seal_all(&mut self, watch: &mut Watch<'_>) -> Result<Sealed, StoreError> {
        let mut open = self.every_file()?;
        open.retain(|path| !is_sealed(path));
        let alone = |store: &mut Self, path: &Path| store.seal_file(path).map(|()| true);
        self.exchange_files(&open, Self::prepare_sealing, alone, watch)
    }

    fn unseal_all(&mut self, watch: &mut Watch<'_>) -> Result<Sealed, StoreError> {
        let damaged = self.folder.damaged();
        let mut sealed = self.every_file()?;
        sealed.retain(|path| is_sealed(path) && !path.starts_with(&damaged));
        let unsealed =
            self.exchange_files(&sealed, Self::prepare_unsealing, Self::unseal_file, watch)?;
        if unsealed.left > 0 {
            return Ok(unsealed);
        }
        self.unseal_damaged()?;
        self.make_sure()?;
        for path in [
            self.folder.key_copy(),
            self.folder.key(),
            self.folder.unsealing(),
        ] {
            self.remove_for_sure(&path)?;
        }
        self.forget_key();
        Ok(unsealed)
    }
}
