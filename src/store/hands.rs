//! Several stores on one data folder within one program, for threads that write different cases at the same time; and
//! what lies in a folder that somebody brings.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::store::disk::Kind;
use crate::store::{Store, StoreError};

/// What of a folder can be brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// By their paths, so that the order does not depend on the disk.
    pub files: BTreeSet<PathBuf>,
    /// How many files have another ending, or are links.
    pub others: usize,
}

impl Store {
    /// So many more stores on the same folder, opened with the same key; the folder is made if it is not there. No two
    /// of them may be given the same case.
    pub fn hands(&mut self, count: usize) -> Result<Vec<Self>, StoreError> {
        self.prepare_folder()?;
        let hand = || {
            let mut hand = Self::new(self.folder.root().to_owned(), self.disk.another());
            hand.key.clone_from(&self.key);
            hand.key_source = self.key_source;
            hand.sealed_under.clone_from(&self.sealed_under);
            hand.migrations = self.migrations;
            hand.work = self.work;
            hand.enter()?;
            Ok(hand)
        };
        (0..count).map(|_| hand()).collect()
    }

    /// The files under a folder, as deep as it goes, whose names end in one of these. Links are not followed.
    pub fn brought_in(&self, folder: &Path, endings: &[&str]) -> Result<Brought, StoreError> {
        let mut brought = Brought::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let read = |error| StoreError::read(&folder, &error);
            for name in self.disk.names(&folder).map_err(read)? {
                let path = folder.join(name);
                let ending = path.extension().map(OsStr::to_ascii_lowercase);
                let is_one = ending.is_some_and(|ending| endings.iter().any(|one| ending == *one));
                match self.disk.kind(&path).map_err(read)? {
                    Kind::Folder => folders.push(path),
                    Kind::File if is_one => {
                        brought.files.insert(path);
                    }
                    _ => brought.others += 1,
                }
            }
        }
        Ok(brought)
    }
}
