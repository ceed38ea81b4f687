//! How Unix does what the disk is asked for: rights of the user alone, folders that can be synced.

#![allow(
    clippy::disallowed_methods,
    reason = "with its parent the one module that writes files"
)]

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::Privacy;
use crate::store::Cause;

const FILE: u32 = 0o600;
const FOLDER: u32 = 0o700;

// ENOLCK, for which std has no kind.
#[cfg(any(target_os = "linux", target_os = "android"))]
const NO_LOCKS: i32 = 37;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const NO_LOCKS: i32 = 77;

// ENXIO, ENODEV, and what has other numbers elsewhere: ENOMEDIUM, EHOSTDOWN, ESHUTDOWN.
const NO_ADDRESS: i32 = 6;
const NO_DEVICE: i32 = 19;
#[cfg(any(target_os = "linux", target_os = "android"))]
const OF_ONE_SYSTEM: &[i32] = &[123, 112, 108];
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const OF_ONE_SYSTEM: &[i32] = &[64, 58];

pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().mode(FOLDER).create(folder)?;
    // A umask can have taken from the user's own rights.
    if mode(&fs::metadata(folder)?) != FOLDER {
        // Not an error: disks without rights refuse.
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
        // Not an error: as above.
        let _ = file.set_permissions(Permissions::from_mode(FILE));
    }
    Ok(file)
}

fn mode(metadata: &fs::Metadata) -> u32 {
    metadata.permissions().mode() & 0o777
}

/// What is open elsewhere can be read, replaced and removed all the same.
pub(super) fn patiently<T>(act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    act()
}

/// The system says itself what is so.
pub(super) fn explained(_path: &Path, error: io::Error) -> io::Error {
    error
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

pub(super) fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Drives have no letters: they are mounted in folders.
pub(super) fn lettered_drives() -> Vec<PathBuf> {
    Vec::new()
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

/// A stick that came out is no longer there.
pub(super) fn cause(number: i32) -> Option<Cause> {
    let is_gone = matches!(number, NO_ADDRESS | NO_DEVICE) || OF_ONE_SYSTEM.contains(&number);
    is_gone.then_some(Cause::Gone)
}

/// Rights that others have. A link is left alone: what it leads to is somebody's own affair.
pub(super) fn close_to_others(path: &Path) -> io::Result<Privacy> {
    let found = fs::symlink_metadata(path)?;
    if found.is_symlink() || is_closed(&found) {
        return Ok(Privacy::Closed);
    }
    let own = if found.is_dir() { FOLDER } else { FILE };
    // Not an error: refused by disks without rights, and where the file is somebody else's; it is looked at next.
    let _ = fs::set_permissions(path, Permissions::from_mode(own));
    Ok(if is_closed(&fs::symlink_metadata(path)?) {
        Privacy::ClosedNow
    } else {
        Privacy::Open
    })
}

/// No rights for anybody but the owner.
fn is_closed(metadata: &fs::Metadata) -> bool {
    mode(metadata).trailing_zeros() >= 6
}

/// One that came from a CD or a backup may be there to be read alone: that is enough to hold it.
pub(super) fn open_lock_file(path: &Path) -> io::Result<File> {
    match OpenOptions::new().read(true).write(true).open(path) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => File::open(path),
        opened => opened,
    }
}

/// What network disks answer where nobody keeps locks.
pub(super) fn is_about_locks(error: &io::Error) -> bool {
    error.kind() == ErrorKind::InvalidInput || error.raw_os_error() == Some(NO_LOCKS)
}
