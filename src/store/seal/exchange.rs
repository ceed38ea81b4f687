//! Many files sealed or unsealed together, in an order in which each of them can be read at every moment: what takes
//! their place is whole on the disk, and was read back, before any of them goes. To wait for the disk once for all of
//! them, and not three times for each, takes a fraction of the time.

use std::collections::BTreeSet;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::store::{Cause, Store, StoreError, atomic_file};

/// So many files are exchanged together, or files of so many bytes.
const MOST_FILES: usize = 100;
const MOST_BYTES: usize = 4_000_000;

/// What sealing or unsealing has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    /// Files that were sealed or unsealed.
    pub files: usize,
    /// Files that could not be and were moved to the damaged ones as they are.
    pub aside: usize,
    /// Files that wait, because somebody wanted it to stop.
    pub left: usize,
}

/// How far sealing or unsealing has come, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealStep {
    pub done: usize,
    pub of: usize,
}

/// Is told of each step, and says whether to go on. What was done stays done: the next start that has the passphrase,
/// or the same command once more, finishes it.
pub type Watch<'a> = dyn FnMut(SealStep) -> ControlFlow<()> + 'a;

/// For whoever waits until it is through.
pub(super) fn unwatched(_: SealStep) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A file, and what takes its place under another name.
pub(super) struct Exchange {
    pub(super) from: PathBuf,
    pub(super) was: Vec<u8>,
    pub(super) to: PathBuf,
    pub(super) is: Vec<u8>,
}

/// What becomes of a file.
pub(super) enum Fate {
    /// It is done already, by itself; whether it is sealed or unsealed now, and not set apart.
    Done(bool),
    Waits(Exchange),
}

impl Sealed {
    fn count(&mut self, is_whole: bool) {
        if is_whole {
            self.files += 1;
        } else {
            self.aside += 1;
        }
    }
}

impl Store {
    /// Exchanges these files. `prepare` says what takes the place of one; `alone` does one by itself, as far as a step
    /// of many could not be done: it finds and tells which file it was.
    pub(super) fn exchange_files(
        &mut self,
        paths: &[PathBuf],
        prepare: impl Fn(&mut Self, &Path) -> io::Result<Fate>,
        alone: impl Fn(&mut Self, &Path) -> io::Result<bool>,
        watch: &mut Watch<'_>,
    ) -> Result<Sealed, StoreError> {
        let mut done = Sealed::default();
        let mut waiting: Vec<Exchange> = Vec::new();
        for (index, path) in paths.iter().enumerate() {
            match prepare(self, path) {
                Ok(Fate::Done(is_whole)) => done.count(is_whole),
                Ok(Fate::Waits(exchange)) => waiting.push(exchange),
                Err(error) => {
                    // Those before it do not wait for whatever is wrong with this one.
                    self.exchange_together(&waiting, &alone)?;
                    return Err(StoreError::save(path, error));
                }
            }
            let bytes: usize = waiting.iter().map(|it| it.was.len() + it.is.len()).sum();
            let is_last = index + 1 == paths.len();
            if is_last || waiting.len() == MOST_FILES || bytes > MOST_BYTES {
                for is_whole in self.exchange_together(&std::mem::take(&mut waiting), &alone)? {
                    done.count(is_whole);
                }
                let step = SealStep {
                    done: index + 1,
                    of: paths.len(),
                };
                if watch(step).is_break() {
                    done.left = step.of - step.done;
                    break;
                }
            }
        }
        Ok(done)
    }

    fn exchange_together(
        &mut self,
        files: &[Exchange],
        alone: impl Fn(&mut Self, &Path) -> io::Result<bool>,
    ) -> Result<Vec<bool>, StoreError> {
        let drafts: Vec<PathBuf> = files
            .iter()
            .map(|file| atomic_file::draft_of(&file.to))
            .collect();
        // Not an error: each is tried by itself, and what fails again is told with its file.
        if self.put_beside(files, &drafts).is_err() {
            for draft in &drafts {
                // Not an error: it takes up room; if it stays, the next time removes it.
                let _ = atomic_file::remove_if_there(&*self.disk, draft);
            }
            let save = |path: &Path| {
                let path = path.to_owned();
                move |error| StoreError::save(&path, error)
            };
            return files
                .iter()
                .map(|file| alone(self, &file.from).map_err(save(&file.from)))
                .collect();
        }
        for file in files {
            self.follow(&file.was, &file.is);
            self.disk
                .remove(&file.from)
                .map_err(|error| StoreError::save(&file.from, error))?;
        }
        self.sync_folders_of(files.iter().map(|file| file.from.as_path()))?;
        Ok(vec![true; files.len()])
    }

    /// What takes the place of each is on the disk when this returns, and can be read.
    fn put_beside(&self, files: &[Exchange], drafts: &[PathBuf]) -> Result<(), StoreError> {
        for draft in drafts {
            atomic_file::remove_if_there(&*self.disk, draft)
                .map_err(|error| StoreError::save(draft, error))?;
        }
        let new: Vec<(&Path, &[u8])> = drafts
            .iter()
            .zip(files)
            .map(|(draft, file)| (draft.as_path(), file.is.as_slice()))
            .collect();
        self.disk
            .write_all_new(&new)
            .map_err(|error| StoreError::save(self.folder.root(), error))?;
        for (draft, file) in drafts.iter().zip(files) {
            self.disk
                .rename(draft, &file.to)
                .map_err(|error| StoreError::save(&file.to, error))?;
        }
        self.sync_folders_of(files.iter().map(|file| file.to.as_path()))?;
        for file in files {
            let limit = u64::try_from(file.is.len()).unwrap_or(u64::MAX);
            let read = self.disk.read(&file.to, limit);
            let read = read.map_err(|error| StoreError::read(&file.to, &error))?;
            if read != file.is {
                return Err(StoreError::read(&file.to, Cause::Damaged));
            }
        }
        Ok(())
    }

    fn sync_folders_of<'a>(&self, paths: impl Iterator<Item = &'a Path>) -> Result<(), StoreError> {
        let folders: BTreeSet<&Path> = paths.map(atomic_file::parent).collect();
        for folder in folders {
            self.disk
                .sync_folder(folder)
                .map_err(|error| StoreError::save(folder, error))?;
        }
        Ok(())
    }
}
