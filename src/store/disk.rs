//! The calls to the system that the store makes, and nothing else, so that each of them can be made to fail.
//! The one module that writes files. Decides nothing: what is written in which order is said in `whole`.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::store::Cause;

/// One call to the system each.
pub trait Disk: Send {
    /// All of a file; [`ErrorKind::FileTooLarge`] if it has more than `limit` bytes. Waits for no pipe or device.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;
    /// The names in a folder, in any order.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    fn exists(&self, path: &Path) -> io::Result<bool>;
    /// Makes one folder that only the user can look into; what it lies in must be there.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that only the user can read, writes it and waits until it is on the disk.
    /// Never writes to one that is there: [`ErrorKind::AlreadyExists`]. A failure can leave a part of it.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file another name in the same folder and replaces what had that name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

#[allow(
    clippy::disallowed_methods,
    reason = "the one module that writes files"
)]
impl Disk for RealDisk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        // Opening a pipe would wait for its other end for ever.
        let kind = fs::metadata(path)?.file_type();
        if kind.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        } else if !kind.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut bytes = Vec::new();
        File::open(path)?
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
            Ok(bytes)
        } else {
            Err(ErrorKind::FileTooLarge.into())
        }
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect()
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        fs::exists(path)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        system::create_folder(folder)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = system::create_file(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        system::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        system::sync_folder(folder)
    }
}

/// What a number of the system means that std has no kind for.
pub(super) fn cause_of_raw(number: Option<i32>) -> Option<Cause> {
    system::cause(number?)
}

#[cfg(unix)]
#[allow(
    clippy::disallowed_methods,
    reason = "the one module that writes files"
)]
mod system {
    use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
    use std::io::{self, ErrorKind};
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    use super::Cause;

    const FILE: u32 = 0o600;
    const FOLDER: u32 = 0o700;

    pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
        DirBuilder::new().mode(FOLDER).create(folder)?;
        // A umask can have taken from the user's own rights; disks without rights refuse, and that is all right.
        if mode(&fs::metadata(folder)?) != FOLDER {
            let _ = fs::set_permissions(folder, Permissions::from_mode(FOLDER));
        }
        Ok(())
    }

    pub(super) fn create_file(path: &Path) -> io::Result<File> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(FILE)
            .open(path)?;
        if mode(&file.metadata()?) != FILE {
            let _ = file.set_permissions(Permissions::from_mode(FILE));
        }
        Ok(file)
    }

    fn mode(metadata: &fs::Metadata) -> u32 {
        metadata.permissions().mode() & 0o777
    }

    pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Some network disks cannot sync a folder, and a folder that may not be listed cannot be opened for it:
    /// go on there, as databases do, since saving is still better than not saving.
    pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
                ) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    pub(super) fn cause(_number: i32) -> Option<Cause> {
        None
    }
}

#[cfg(not(unix))]
#[allow(
    clippy::disallowed_methods,
    reason = "the one module that writes files"
)]
mod system {
    use std::fs::{self, File, OpenOptions};
    use std::io;
    use std::path::Path;
    use std::thread;
    use std::time::Duration;

    use super::Cause;

    // From winerror.h.
    const ACCESS_DENIED: i32 = 5;
    const NOT_READY: i32 = 21;
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    const HANDLE_DISK_FULL: i32 = 39;
    const BAD_NETPATH: i32 = 53;
    const DEV_NOT_EXIST: i32 = 55;

    /// Below the user's own profile, the rights that are inherited already keep others out.
    pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    pub(super) fn create_file(path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    /// Virus scanners and indexers hold a file for a moment after it was written: try for one second.
    pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
        for _ in 0..20 {
            match fs::rename(from, to) {
                Err(error) if is_held(&error) => thread::sleep(Duration::from_millis(50)),
                done => return done,
            }
        }
        fs::rename(from, to)
    }

    fn is_held(error: &io::Error) -> bool {
        matches!(
            error.raw_os_error(),
            Some(ACCESS_DENIED | SHARING_VIOLATION | LOCK_VIOLATION)
        )
    }

    /// Windows has no such call; a rename is in its journal.
    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
    pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn cause(number: i32) -> Option<Cause> {
        match number {
            HANDLE_DISK_FULL => Some(Cause::NoSpace),
            NOT_READY | BAD_NETPATH | DEV_NOT_EXIST => Some(Cause::Gone),
            _ => None,
        }
    }
}
