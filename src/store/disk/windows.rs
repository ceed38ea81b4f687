//! How Windows does what the disk is asked for: its own numbers for what went wrong, and files that others hold.

#![allow(
    clippy::disallowed_methods,
    reason = "with its parent the one module that writes files"
)]

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::Privacy;
use crate::store::Cause;

// From winerror.h.
const INVALID_FUNCTION: i32 = 1;
const ACCESS_DENIED: i32 = 5;
const NOT_READY: i32 = 21;
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;
const HANDLE_DISK_FULL: i32 = 39;
const BAD_NETPATH: i32 = 53;
const NOT_SUPPORTED: i32 = 50;
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

/// Below the user's own profile, the rights that are inherited keep others out; they are not looked at.
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
pub(super) fn close_to_others(_path: &Path) -> io::Result<Privacy> {
    Ok(Privacy::Closed)
}

pub(super) fn open_lock_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(path)
}

/// What network disks answer where nobody keeps locks.
pub(super) fn is_about_locks(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(INVALID_FUNCTION | NOT_SUPPORTED))
}
