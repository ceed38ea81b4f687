//! Files outside the data folder: written only under a name that the user gave, read only when the user names them.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::questionnaire::case::Case;
use crate::questionnaire::moment::Moment;
use crate::store::atomic_file::{self, has_portable_name};
use crate::store::disk::Kind;
use crate::store::fault::{Seen, seen};
use crate::store::seal::seal_under;
use crate::store::{Cause, Store, StoreError};

impl Store {
    /// Writes a file beside its place, then puts it there, and reads it back. A file of that name goes only if
    /// `replace` says so: [`Cause::Taken`]. After an error there is no half file, and what was there is there; where
    /// that is not sure, [`Why::is_sure`](crate::store::fault::Why) says so.
    pub fn write_out(
        &self,
        path: &Path,
        bytes: &[u8],
        replace: bool,
    ) -> Result<Seen<()>, StoreError> {
        self.is_free(path, replace)?;
        let is_there = || match self.disk.read(path, length(bytes)) {
            Ok(there) => Ok(there == bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) if error.kind() == ErrorKind::FileTooLarge => Ok(false),
            Err(error) => Err(error),
        };
        let draft = atomic_file::free_draft(&*self.disk, path)
            .map_err(|error| StoreError::save(path, error))?;
        let written = atomic_file::replace_by(&*self.disk, path, bytes, &draft).and_then(|()| {
            if is_there()? {
                Ok(())
            } else {
                Err(io::Error::from(ErrorKind::InvalidData))
            }
        });
        let written = written.map_err(|error| StoreError::save(path, error));
        seen(written, || {
            if is_there()? {
                return Ok(Some(()));
            }
            match self.disk.kind(&draft)? {
                Kind::Nothing => Ok(None),
                // A part of it may lie there.
                _ => Err(ErrorKind::AlreadyExists.into()),
            }
        })
    }

    /// Whether a file could be written under this name, as far as its name says so, and be found under it on every
    /// system: [`Cause::InvalidName`].
    pub fn is_free(&self, path: &Path, replace: bool) -> Result<(), StoreError> {
        if !has_portable_name(path) {
            return Err(StoreError::save(path, Cause::InvalidName));
        }
        let found = self
            .disk
            .kind(path)
            .map_err(|error| StoreError::save(path, error))?;
        // Where a link leads to decides. Not an error: one that leads nowhere has its name all the same.
        let found = match found {
            Kind::Link => self.disk.facts(path).map_or(found, |facts| facts.kind),
            found => found,
        };
        match found {
            Kind::Nothing => Ok(()),
            // A device or a pipe is never replaced by a file: others need it under its name.
            Kind::Folder | Kind::Other => Err(StoreError::save(path, Cause::NotAFile)),
            _ if replace => Ok(()),
            _ => Err(StoreError::save(path, Cause::Taken)),
        }
    }

    /// Whether a folder is there, or a link to one: then a file gets its name in it.
    #[must_use]
    pub fn is_folder(&self, path: &Path) -> bool {
        // Not an error: what cannot be looked into is taken for a file, and writing it tells.
        self.disk.names(path).is_ok()
    }

    /// The bytes as they are carried away under a passphrase of their own.
    pub fn sealed_under(&self, passphrase: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
        seal_under(passphrase, bytes, self.work)
    }

    /// A file that somebody brings, at most so many bytes of it.
    pub fn read_brought(&self, path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
        self.disk
            .read(path, limit)
            .map_err(|error| StoreError::read(path, &error))
    }

    /// Takes a case in that somebody brings, in the place of the one of its id if there is one: that becomes a
    /// generation first.
    pub fn bring_in(&mut self, case: &Case, now: Moment) -> Result<Seen<()>, StoreError> {
        let path = self.file_of(&case.id);
        self.prepare_folder()?;
        if !self.claim(&case.id, now).may_write() {
            return Err(StoreError::save(&path, Cause::Held));
        }
        // Not an error: one that cannot be read is put aside by the save.
        let _ = self.take_up(&case.id);
        let done = self.save_and_see(case);
        self.let_go_of(&case.id);
        // Whoever opens it next looks at it anew; of thousands that are brought the bytes would add up.
        self.known.remove(&case.id);
        done
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
