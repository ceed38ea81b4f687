//! Files that somebody has brought: which of them lie in the folders where one looks for such, the newest first.
//! Reads none of them, goes into no folder but those that it is told of, and finds nothing of the data folder.

use std::cmp::Reverse;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::disk::Kind;
use crate::store::{Store, StoreError};

/// What the names of such files end with.
pub const ENDINGS: [&str; 3] = ["mamori", "json", "xlsx"];
/// So many files of one folder are looked at.
const MOST_OF_A_FOLDER: usize = 500;
/// So many folders are looked into below a place where drives are mounted.
const MOST_MOUNTED: usize = 50;
/// So many files are found.
const MOST: usize = 100;

/// A file that may be a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    pub bytes: u64,
    /// When it was changed last, in seconds after the beginning of 1970, where the disk says so.
    pub changed: Option<i64>,
}

/// What was found.
#[derive(Debug, Default, PartialEq)]
pub struct Finds {
    /// The newest first.
    pub files: Vec<Found>,
    /// Folders, and files in them, of which nobody could see what they are.
    pub unread: Vec<StoreError>,
    /// So many more have such a name and were not looked at.
    pub left_out: usize,
}

impl Store {
    /// The files in these folders, and on what is mounted below those: there one folder deeper too, because drives are
    /// mounted by the names of users. On drives with letters, where those are looked for. A folder that is not there has
    /// none.
    #[must_use]
    pub fn received(&self, folders: &[PathBuf], mounts: &[PathBuf], has_letters: bool) -> Finds {
        let mut finds = Finds::default();
        let mut known: Vec<PathBuf> = Vec::new();
        for folder in folders {
            self.look_into(folder, &mut known, &mut finds);
        }
        for mount in mounts {
            for below in self.folders_in(mount) {
                self.look_into(&below, &mut known, &mut finds);
                for drive in self.folders_in(&below) {
                    self.look_into(&drive, &mut known, &mut finds);
                }
            }
        }
        let drives = if has_letters {
            self.disk.lettered_drives()
        } else {
            Vec::new()
        };
        for drive in drives {
            // Not an error: a reader without a card in it has no files.
            if matches!(self.disk.kind(&drive), Ok(Kind::Folder)) {
                self.look_into(&drive, &mut known, &mut finds);
            }
        }
        finds
            .files
            .sort_by_key(|found| (Reverse(found.changed), found.path.clone()));
        finds.left_out += finds.files.len().saturating_sub(MOST);
        finds.files.truncate(MOST);
        finds
    }

    /// The folders right in this one. What cannot be looked into here is another user's.
    fn folders_in(&self, folder: &Path) -> Vec<PathBuf> {
        // Not an error: whoever has no drives has no such place.
        let names = self.disk.names(folder).unwrap_or_default();
        let paths = names.into_iter().map(|name| folder.join(name));
        let mut folders: Vec<PathBuf> = paths
            // Not an error: a drive that cannot be seen is not searched.
            .filter(|path| matches!(self.disk.kind(path), Ok(Kind::Folder)))
            .collect();
        folders.sort_unstable();
        folders.truncate(MOST_MOUNTED);
        folders
    }

    fn look_into(&self, folder: &Path, known: &mut Vec<PathBuf>, finds: &mut Finds) {
        if known.iter().any(|other| other == folder) || folder.starts_with(self.folder.root()) {
            return;
        }
        known.push(folder.to_owned());
        let names = match self.disk.names(folder) {
            Ok(names) => names,
            Err(error) if is_nothing(error.kind()) => return,
            Err(error) => return finds.unread.push(StoreError::read(folder, &error)),
        };
        let mut names: Vec<OsString> = names.into_iter().filter(has_ending).collect();
        names.sort_unstable();
        finds.left_out += names.len().saturating_sub(MOST_OF_A_FOLDER);
        names.truncate(MOST_OF_A_FOLDER);
        for name in names {
            let path = folder.join(name);
            match self.disk.facts(&path) {
                Ok(facts) if facts.kind == Kind::File => finds.files.push(Found {
                    path,
                    bytes: facts.bytes,
                    changed: facts.changed,
                }),
                Ok(_) => {}
                // It went meanwhile, or is a link to nothing.
                Err(error) if is_nothing(error.kind()) => {}
                Err(error) => finds.unread.push(StoreError::read(&path, &error)),
            }
        }
    }
}

fn is_nothing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn has_ending(name: &OsString) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
