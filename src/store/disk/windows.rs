//! How Windows does what the disk is asked for: its own numbers for what went wrong, and files that others hold.

#![allow(
    clippy::disallowed_methods,
    reason = "with its parent the one module that writes files"
)]

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::Privacy;
use crate::store::Cause;

mod drives;

pub(super) use drives::lettered_drives;

// From winerror.h.
const INVALID_FUNCTION: i32 = 1;
const ACCESS_DENIED: i32 = 5;
const NOT_READY: i32 = 21;
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;
const HANDLE_DISK_FULL: i32 = 39;
const NOT_SUPPORTED: i32 = 50;
const NOT_A_DIRECTORY: i32 = 267;

/// What Windows answers when a drive was pulled out or a share cannot be reached; which of them is the driver's affair.
/// Those for which std has a kind are not among them.
const GONE: &[i32] = &[
    20,   // BAD_UNIT
    21,   // NOT_READY
    34,   // WRONG_DISK
    51,   // REM_NOT_LIST
    53,   // BAD_NETPATH
    55,   // DEV_NOT_EXIST
    59,   // UNEXP_NET_ERR
    64,   // NETNAME_DELETED
    433,  // NO_SUCH_DEVICE
    1006, // FILE_INVALID
    1110, // MEDIA_CHANGED
    1112, // NO_MEDIA_IN_DRIVE
    1167, // DEVICE_NOT_CONNECTED
    1203, // NO_NET_OR_BAD_PATH
    1222, // NO_NETWORK
    1236, // CONNECTION_ABORTED
    1617, // DEVICE_REMOVED
    4319, // DEVICE_NOT_AVAILABLE
];

/// The right to remove or rename a file, from winnt.h.
const DELETE: u32 = 0x0001_0000;

/// Below the user's own profile, the rights that are inherited already keep others out.
pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

pub(super) fn create_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Virus scanners and indexers hold a file for a moment after it was written: tries for one second.
pub(super) fn patiently<T>(act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    patiently_while(is_held, act)
}

fn patiently_while<T>(
    is_worth_it: impl Fn(&io::Error) -> bool,
    act: impl Fn() -> io::Result<T>,
) -> io::Result<T> {
    for _ in 0..20 {
        match act() {
            Err(error) if is_worth_it(&error) => thread::sleep(Duration::from_millis(50)),
            done => return done,
        }
    }
    act()
}

/// Windows calls it forbidden to replace what another program has open: that is told as what it is.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    rename_by(from, to, || without_the_mark(to, || fs::rename(from, to)))
}

pub(super) fn remove(path: &Path) -> io::Result<()> {
    patiently(|| without_the_mark(path, || fs::remove_file(path)))
}

/// Files from a CD or a backup are marked there as read-only, and then Windows neither writes, replaces nor removes them.
/// Elsewhere who may write in the folder may do that: the mark is taken off.
fn without_the_mark<T>(path: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if is_denied(&error) && takes_the_mark_off(path) => act(),
        done => done,
    }
}

/// Whether the file had the mark, and has it no more.
#[expect(
    clippy::permissions_set_readonly_false,
    reason = "on Windows it opens nothing to others"
)]
fn takes_the_mark_off(path: &Path) -> bool {
    // Not an error: what was refused before is told.
    fs::symlink_metadata(path).is_ok_and(|found| {
        let mut permissions = found.permissions();
        let is_marked = found.is_file() && permissions.readonly();
        permissions.set_readonly(false);
        // Not an error: as above.
        is_marked && fs::set_permissions(path, permissions).is_ok()
    })
}

fn rename_by(from: &Path, to: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    let done = patiently_while(|error| is_denied(error) || is_held(error), act);
    done.map_err(|error| {
        let holder = || [to, from].into_iter().find_map(held_elsewhere);
        Some(&error)
            .filter(|error| is_denied(error))
            .and_then(|_| holder())
            .unwrap_or(error)
    })
}

/// The answer to opening a file as whoever takes its name away has to, where another program has it.
fn held_elsewhere(path: &Path) -> Option<io::Error> {
    let opened = OpenOptions::new().access_mode(DELETE).open(path);
    opened.err().filter(is_held)
}

fn is_denied(error: &io::Error) -> bool {
    error.raw_os_error() == Some(ACCESS_DENIED)
}

fn is_held(error: &io::Error) -> bool {
    matches!(
        error.raw_os_error(),
        Some(SHARING_VIOLATION | LOCK_VIOLATION)
    )
}

/// Windows says that there is no such path also where a file stands in the place of one of its folders, and where the
/// whole drive is not there: what lies on a stick that was pulled out is not nothing.
pub(super) fn explained(path: &Path, error: io::Error) -> io::Error {
    if error.kind() != ErrorKind::NotFound {
        return error;
    }
    // Not an error: of a place that cannot be looked at the first answer is told.
    let is_a_file = |folder: &Path| fs::metadata(folder).is_ok_and(|found| !found.is_dir());
    if path.ancestors().skip(1).any(is_a_file) {
        return io::Error::from_raw_os_error(NOT_A_DIRECTORY);
    }
    let root = path.ancestors().last().filter(|_| path.is_absolute());
    let is_missing = |error: io::Error| error.kind() != ErrorKind::PermissionDenied;
    if root.is_some_and(|root| fs::metadata(root).is_err_and(is_missing)) {
        return io::Error::from_raw_os_error(NOT_READY);
    }
    error
}

/// Windows has no such call; a rename is in its journal.
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

pub(super) fn cause(number: i32) -> Option<Cause> {
    match number {
        HANDLE_DISK_FULL => Some(Cause::NoSpace),
        SHARING_VIOLATION | LOCK_VIOLATION => Some(Cause::InUse),
        NOT_A_DIRECTORY => Some(Cause::NotAFolder),
        _ => GONE.contains(&number).then_some(Cause::Gone),
    }
}

/// Below the user's own profile, the rights that are inherited keep others out; they are not looked at.
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
pub(super) fn close_to_others(_path: &Path) -> io::Result<Privacy> {
    Ok(Privacy::Closed)
}

pub(super) fn open_lock_file(path: &Path) -> io::Result<File> {
    without_the_mark(path, || {
        OpenOptions::new().read(true).write(true).open(path)
    })
}

/// What network disks answer where nobody keeps locks.
pub(super) fn is_about_locks(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(INVALID_FUNCTION | NOT_SUPPORTED))
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::path::PathBuf;

    use super::*;
    use crate::store::disk::{Disk, Hold, Holding, RealDisk};

    /// Another program has the file open and lets nobody else at it.
    fn opened_alone(path: &Path) -> File {
        let opened = OpenOptions::new()
            .read(true)
            .write(true)
            .share_mode(0)
            .open(path);
        opened.expect("a file that is there")
    }

    /// Does it while another program has the file, which closes it at the third try. How often it was tried.
    fn tried<T>(
        path: &Path,
        act: impl Fn() -> io::Result<T>,
        patiently: impl FnOnce(&dyn Fn() -> io::Result<T>) -> io::Result<T>,
    ) -> (io::Result<T>, u32) {
        let holder = RefCell::new(Some(opened_alone(path)));
        let tries = Cell::new(0);
        let done = patiently(&|| {
            tries.set(tries.get() + 1);
            if tries.get() == 3 {
                drop(holder.take());
            }
            act()
        });
        (done, tries.get())
    }

    #[test]
    fn what_another_program_has_open_for_a_moment_is_tried_until_it_is_free() {
        let home = tempfile::tempdir().expect("a folder");
        let [here, there] = ["here", "there"].map(|name| home.path().join(name));
        for path in [&here, &there] {
            fs::write(path, "as it was").expect("a file");
        }
        let (read, tries) = tried(&here, || fs::read(&here), |act| patiently(act));
        assert_eq!(
            (read.expect("read").as_slice(), tries),
            (&b"as it was"[..], 3)
        );
        for held in [&here, &there] {
            fs::write(&here, "new").expect("a file");
            let (renamed, tries) = tried(
                held,
                || fs::rename(&here, &there),
                |act| rename_by(&here, &there, act),
            );
            assert_eq!((renamed.expect("renamed"), tries), ((), 3));
            assert_eq!(fs::read(&there).expect("a file"), b"new");
        }
        let (removed, tries) = tried(&there, || fs::remove_file(&there), |act| patiently(act));
        assert_eq!((removed.expect("removed"), tries), ((), 3));
        assert!(!there.exists());
    }

    #[test]
    fn what_is_marked_as_read_only_is_replaced_removed_and_held_as_elsewhere() {
        let home = tempfile::tempdir().expect("a folder");
        let [here, there] = ["here", "there"].map(|name| home.path().join(name));
        let marked = || {
            for path in [&here, &there] {
                fs::write(path, "as it was").expect("a file");
            }
            let mut permissions = fs::metadata(&there).expect("a file").permissions();
            permissions.set_readonly(true);
            fs::set_permissions(&there, permissions).expect("marked");
        };
        marked();
        RealDisk.rename(&here, &there).expect("replaced");
        marked();
        RealDisk.remove(&there).expect("removed");
        assert!(!there.exists());
        marked();
        let held = RealDisk.hold(&there, Hold::Alone).expect("an answer");
        assert!(matches!(held, Holding::Held(_)));
    }

    #[test]
    fn a_drive_that_is_not_there_is_told_as_that_and_is_no_empty_folder() {
        let missing = ('D'..='Y').map(|letter| format!("{letter}:\\"));
        let drive = missing.map(PathBuf::from).find(|root| !root.exists());
        let file = drive.expect("a letter that is free").join("answers\\cases");
        for told in [
            RealDisk.read(&file, 100).map(drop),
            RealDisk.names(&file).map(drop),
            RealDisk.exists(&file).map(drop),
            RealDisk.kind(&file).map(drop),
            RealDisk.create_folder(&file),
            RealDisk.write_new(&file, b""),
        ] {
            let number = told.expect_err("no drive").raw_os_error();
            assert_eq!(number.and_then(cause), Some(Cause::Gone), "{number:?}");
        }
        // What is not there on a drive that is there is nothing.
        let home = tempfile::tempdir().expect("a folder");
        assert!(
            !RealDisk
                .exists(&home.path().join("none"))
                .expect("an answer")
        );
    }

    #[test]
    fn what_stays_open_elsewhere_is_told_as_that_and_left() {
        let home = tempfile::tempdir().expect("a folder");
        let [here, there] = ["here", "there"].map(|name| home.path().join(name));
        for path in [&here, &there] {
            fs::write(path, "as it was").expect("a file");
        }
        let holder = opened_alone(&there);
        for told in [
            RealDisk.read(&there, 100).map(drop),
            RealDisk.rename(&here, &there),
            RealDisk.rename(&there, &here),
            RealDisk.remove(&there),
        ] {
            let number = told.expect_err("it is held").raw_os_error();
            assert_eq!(number.and_then(cause), Some(Cause::InUse), "{number:?}");
        }
        drop(holder);
        for path in [&here, &there] {
            assert_eq!(fs::read(path).expect("a file"), b"as it was");
        }
    }
}
