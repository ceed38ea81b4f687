//! A disk that is another than this one for good: it knows no locks, closes nothing to others, has letters for its drives,
//! or somebody is always a moment faster.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use mamori::store::disk::{Disk, Facts, Hold, Holding, Kind, Privacy};

pub(super) struct LastingFault {
    pub(super) disk: Box<dyn Disk>,
    pub(super) knows_locks: bool,
    pub(super) closes: bool,
    /// Drives with letters: those that can be pulled out.
    pub(super) drives: Vec<PathBuf>,
    /// What somebody does just before the folder is held alone, once.
    pub(super) before_alone: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl LastingFault {
    pub(super) fn new(disk: impl Disk + 'static) -> Self {
        Self {
            disk: Box::new(disk),
            knows_locks: true,
            closes: true,
            drives: Vec::new(),
            before_alone: Mutex::new(None),
        }
    }
}

impl Disk for LastingFault {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.disk.read(path, limit)
    }
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.disk.names(folder)
    }
    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.disk.exists(path)
    }
    fn kind(&self, path: &Path) -> io::Result<Kind> {
        self.disk.kind(path)
    }
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.create_folder(folder)
    }
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.disk.write_new(path, bytes)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.remove_folder(folder)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.sync_folder(folder)
    }
    fn facts(&self, path: &Path) -> io::Result<Facts> {
        self.disk.facts(path)
    }
    fn close_to_others(&self, path: &Path) -> io::Result<Privacy> {
        if self.closes {
            self.disk.close_to_others(path)
        } else {
            Ok(Privacy::Open)
        }
    }
    fn hold(&self, path: &Path, how: Hold) -> io::Result<Holding> {
        if how == Hold::Alone {
            let first = self.before_alone.lock().expect("alone").take();
            if let Some(act) = first {
                act();
            }
        }
        if self.knows_locks {
            self.disk.hold(path, how)
        } else {
            Ok(Holding::NoLocks)
        }
    }
    fn lettered_drives(&self) -> Vec<PathBuf> {
        self.drives.clone()
    }
    fn another(&self) -> Box<dyn Disk> {
        self.disk.another()
    }
}
