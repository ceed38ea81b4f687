//! The calls to the system that the store makes, and nothing else, so that each of them can be made to fail.
//! The one module that writes files. Decides nothing: what is written in which order is said in `atomic_file`.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use thiserror::Error;

use crate::store::Cause;

#[cfg(unix)]
mod unix;
#[cfg(not(unix))]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(not(unix))]
use windows as system;

/// What stands under a name. A link is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nothing,
    File,
    Folder,
    Link,
    /// A pipe or a device.
    Other,
}

/// Whether others can look into a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Only the user can.
    Closed,
    /// Others could; from now on only the user can.
    ClosedNow,
    /// Others can, and the disk would not have it otherwise.
    Open,
}

/// How a lock file is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// With others who hold it in the same way.
    Shared,
    Alone,
}

/// A lock as long as it is held: dropping it lets go. The system lets go for a process that died.
pub trait Held: Send {}

/// What came of asking for a lock.
pub enum Holding {
    Held(Box<dyn Held>),
    /// Another process holds it.
    ByAnother,
    /// This disk knows no locks.
    NoLocks,
}

/// What can be told of a file without reading it. A link is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub kind: Kind,
    pub bytes: u64,
    /// When it was changed last, in seconds after the beginning of 1970, where the disk says so.
    pub changed: Option<i64>,
}

/// One call to the system each.
pub trait Disk: Send {
    /// All of a file; [`ErrorKind::FileTooLarge`] if it has more than `limit` bytes. Waits for no pipe or device.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;
    /// The names in a folder, in any order.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    fn exists(&self, path: &Path) -> io::Result<bool>;
    fn kind(&self, path: &Path) -> io::Result<Kind>;
    fn facts(&self, path: &Path) -> io::Result<Facts>;
    /// Makes one folder that only the user can look into; what it lies in must be there.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that only the user can read, writes it and waits until it is on the disk.
    /// Never writes to one that is there: [`ErrorKind::AlreadyExists`]. A failure can leave a part of it.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// The same for many files. After a failure some of them may be there, or parts of them.
    fn write_all_new(&self, files: &[(&Path, &[u8])]) -> io::Result<()> {
        files
            .iter()
            .try_for_each(|(path, bytes)| self.write_new(path, bytes))
    }
    /// Gives a file another name on the same disk and replaces what had that name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder that is empty.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// The drives that can be pulled out and are there now, where the system gives each a letter.
    fn lettered_drives(&self) -> Vec<PathBuf> {
        Vec::new()
    }
    /// Closes a file or folder to others, if it is open to them.
    fn close_to_others(&self, path: &Path) -> io::Result<Privacy>;
    /// Holds a lock file, and makes it if it is not there. Never waits.
    fn hold(&self, path: &Path, how: Hold) -> io::Result<Holding>;
    /// The same disk for another store.
    fn another(&self) -> Box<dyn Disk>;
}

/// How many files are written at the same time, where there are many.
const WRITERS: usize = 8;

/// Room for so many bytes is made before a file is read; one that says that it is longer may be wrong.
const USUAL: u64 = 1_000_000;

/// The disk of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

/// What the system answered, and about what, where that is something else than what was to be read or written: it
/// travels as an error of the system does.
#[derive(Debug, Error)]
#[error("{}: {error}", path.display())]
pub(super) struct InTheWay {
    pub(super) path: PathBuf,
    pub(super) error: io::Error,
}

pub(super) fn what_is_in_the_way(error: &io::Error) -> Option<&InTheWay> {
    error.get_ref()?.downcast_ref()
}

/// What the system answered about this path. Where a file stands in the place of a folder, it is about that file.
fn told(path: &Path, error: io::Error) -> io::Error {
    let error = system::explained(path, error);
    let is_asked = error.kind() == ErrorKind::NotADirectory;
    // Not an error: what cannot be looked at is not taken for it.
    let is_it = |path: &&Path| fs::metadata(path).is_ok_and(|found| !found.is_dir());
    match path.ancestors().filter(|_| is_asked).find(is_it) {
        Some(file) => {
            let path = file.to_owned();
            io::Error::new(error.kind(), InTheWay { path, error })
        }
        None => error,
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the one module that writes files"
)]
impl Disk for RealDisk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        // Opening a pipe would wait for its other end for ever.
        let found = fs::metadata(path).map_err(|error| told(path, error))?;
        let kind = found.file_type();
        if kind.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        } else if !kind.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        // Opened anew each time: others hold a part of a file too.
        let bytes = system::patiently(|| {
            // Most files are as long as they say, and no room is made for one that is too long.
            let room = found.len().min(limit).min(USUAL);
            // Not an error: then it grows as it is read.
            let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0) + 1);
            let file = File::open(path)?;
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(bytes)
        })?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
            Ok(bytes)
        } else {
            Err(ErrorKind::FileTooLarge.into())
        }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)
            .map_err(|error| told(folder, error))?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect()
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        if fs::exists(path).map_err(|error| told(path, error))? {
            return Ok(true);
        }
        match told(path, ErrorKind::NotFound.into()) {
            error if error.kind() == ErrorKind::NotFound => Ok(false),
            error => Err(error),
        }
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        let found = fs::symlink_metadata(path).map_err(|error| told(path, error));
        match found {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Kind::Nothing),
            found => found.map(|found| {
                let kind = found.file_type();
                if kind.is_symlink() {
                    Kind::Link
                } else if kind.is_dir() {
                    Kind::Folder
                } else if kind.is_file() {
                    Kind::File
                } else {
                    Kind::Other
                }
            }),
        }
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        let found = fs::metadata(path).map_err(|error| told(path, error))?;
        // Not an error: not every disk keeps it, and a file is one without it too.
        let changed = found.modified().ok();
        let changed = changed.and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        // Not an error: as above.
        let changed = changed.and_then(|after| i64::try_from(after.as_secs()).ok());
        Ok(Facts {
            kind: if found.is_dir() {
                Kind::Folder
            } else if found.is_file() {
                Kind::File
            } else {
                Kind::Other
            },
            bytes: found.len(),
            changed,
        })
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        system::create_folder(folder).map_err(|error| told(folder, error))
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = system::create_file(path).map_err(|error| told(path, error))?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn write_all_new(&self, files: &[(&Path, &[u8])]) -> io::Result<()> {
        // What takes long is the wait for the disk, which does several at once as fast as one.
        let each = files.len().div_ceil(WRITERS).max(1);
        std::thread::scope(|scope| {
            let write = |files: &[(&Path, &[u8])]| {
                files
                    .iter()
                    .try_for_each(|(path, bytes)| self.write_new(path, bytes))
            };
            let writers: Vec<_> = files
                .chunks(each)
                .map(|files| scope.spawn(move || write(files)))
                .collect();
            let mut outcomes = writers
                .into_iter()
                .map(|writer| writer.join().unwrap_or(Err(ErrorKind::Other.into())));
            // All of them have ended when this returns, whatever came of the first.
            outcomes.find(Result::is_err).unwrap_or(Ok(()))
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        system::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        system::remove(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        system::sync_folder(folder)
    }

    fn lettered_drives(&self) -> Vec<PathBuf> {
        system::lettered_drives()
    }

    fn close_to_others(&self, path: &Path) -> io::Result<Privacy> {
        system::close_to_others(path)
    }

    fn hold(&self, path: &Path, how: Hold) -> io::Result<Holding> {
        let file = match system::create_file(path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                system::patiently(|| system::open_lock_file(path))?
            }
            made => made?,
        };
        let held = match how {
            Hold::Shared => file.try_lock_shared(),
            Hold::Alone => file.try_lock(),
        };
        match held {
            Ok(()) => Ok(Holding::Held(Box::new(LockFile(file)))),
            Err(fs::TryLockError::WouldBlock) => Ok(Holding::ByAnother),
            Err(fs::TryLockError::Error(error)) if knows_no_locks(&error) => Ok(Holding::NoLocks),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }

    fn another(&self) -> Box<dyn Disk> {
        Box::new(*self)
    }
}

/// Closing the file lets go of the lock.
struct LockFile(#[expect(dead_code, reason = "held, not used")] File);

impl Held for LockFile {}

fn knows_no_locks(error: &io::Error) -> bool {
    error.kind() == ErrorKind::Unsupported || system::is_about_locks(error)
}

/// What a number of the system means that std has no kind for.
pub(super) fn cause_of_raw(number: Option<i32>) -> Option<Cause> {
    system::cause(number?)
}
