//! How a file is written so that it is whole at every moment: the new content, or the old one, never a part.
//! Knows nothing of what is in the files.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::questionnaire::file_name::is_portable;
use crate::store::disk::{Disk, Kind};

/// Puts `bytes` under the name `path`, whose folder is there. When this returns `Ok`, they are on the disk.
/// After an error the old content is there, or the new one, if only the last step failed.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = draft_of(path);
    // A program that was killed while it saved leaves its draft behind.
    remove_if_there(disk, &draft)?;
    replace_by(disk, path, bytes, &draft)
}

/// Where to write first in a folder that is not ours: a file that is there already is never taken for a draft.
pub(super) fn free_draft(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    let mut draft = draft_of(path);
    let mut count = 0;
    while disk.exists(&draft)? {
        count += 1;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        draft = path.with_file_name(format!(".{name}.{count}.tmp"));
    }
    Ok(draft)
}

/// Writes `draft` and gives it the name `path`.
pub(super) fn replace_by(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    draft: &Path,
) -> io::Result<()> {
    let made = disk.write_new(draft, bytes);
    if let Err(error) = &made
        && error.kind() == ErrorKind::AlreadyExists
    {
        // Somebody was a moment faster: what is there is not ours to take away.
        return made;
    }
    let written = made.and_then(|()| disk.rename(draft, path));
    if written.is_err() {
        // Not an error: it takes up room, and there may be none; if it stays, the next save removes it.
        let _ = disk.remove(draft);
    }
    written?;
    disk.sync_folder(parent(path))
}

/// Makes a folder and those that it lies in, as far as they are missing, and sees that they stay. None is made that
/// could not be there on another system: [`ErrorKind::InvalidFilename`].
pub(super) fn create_folders(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let parent = parent(folder);
    // On Windows a device seems to be there. Not an error: what cannot be looked at is no folder to go on in.
    if !has_portable_name(folder) && !matches!(disk.kind(folder), Ok(Kind::Folder | Kind::Link)) {
        return Err(ErrorKind::InvalidFilename.into());
    }
    match disk.kind(folder)? {
        Kind::Folder | Kind::Link => {}
        Kind::File | Kind::Other => {
            // Asked for its names, the system says what is wrong with it, and the number of that.
            disk.names(folder)?;
            return Err(ErrorKind::NotADirectory.into());
        }
        Kind::Nothing => {
            if parent != folder {
                create_folders(disk, parent)?;
            }
            match disk.create_folder(folder) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                done => done?,
            }
        }
    }
    // Also for one that is there: a program that was killed may have made it and come no further.
    disk.sync_folder(parent)
}

/// `.<name>.tmp` for `<name>.json`, in the same folder, because a rename works only within one disk.
pub(super) fn draft_of(path: &Path) -> PathBuf {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.tmp"))
}

/// Whether its last part can be a name on every system. What is not text is left to the system, and so is a path that
/// ends with no name.
pub(super) fn has_portable_name(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_none_or(is_portable)
}

pub(super) fn remove_if_there(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    match disk.remove(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}
