//! What a power failure would leave of the disk in memory, and copies of that disk.
//! Where there are too many outcomes to try each, the same ones are tried every time.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};

use super::{Locks, MemoryDisk, Names, Node, State, apply};

/// Up to so many changes, every subset of them is tried.
const EVERY: usize = 6;

impl MemoryDisk {
    /// The disks that a crash now could leave: any of the changes of names that were not synced happened
    /// or not, and files that were not synced are empty, half there or whole. Each once.
    pub(crate) fn after_a_crash(&self) -> Vec<Self> {
        let state = self.state();
        let mut seen = BTreeSet::new();
        let mut disks = Vec::new();
        for subset in subsets(state.pending.len()) {
            for half in 0..=2 {
                let disk = state.crashed(&subset, half);
                let folders: Vec<_> = disk.state().live.keys().cloned().collect();
                if seen.insert((folders, disk.files())) {
                    disks.push(disk);
                }
            }
        }
        disks
    }

    /// The same disk once more, with nobody working on it.
    pub(crate) fn copy(&self) -> Self {
        let state = State {
            locks: Locks::default(),
            ..self.state().clone()
        };
        Self(Arc::new(Mutex::new(state)))
    }
}

/// Which of so many changes happened: every subset, or where those are too many none, all, each alone, each missing,
/// and the first ones.
fn subsets(count: usize) -> Vec<Vec<bool>> {
    let of = |happened: &dyn Fn(usize) -> bool| (0..count).map(happened).collect();
    if count <= EVERY {
        return (0..1_usize << count)
            .map(|subset| of(&|change| subset & (1 << change) != 0))
            .collect();
    }
    let mut subsets = vec![of(&|_| false), of(&|_| true)];
    for one in 0..count {
        subsets.push(of(&|change| change == one));
        subsets.push(of(&|change| change != one));
        subsets.push(of(&|change| change < one));
    }
    subsets
}

impl State {
    fn crashed(&self, subset: &[bool], halves: usize) -> MemoryDisk {
        let mut names = self.durable.clone();
        for (change, _) in self.pending.iter().zip(subset).filter(|(_, is)| **is) {
            apply(&mut names, change);
        }
        let all = names.clone();
        names.retain(|path, _| {
            path.parent()
                .is_none_or(|folder| is_reachable(&all, folder))
        });
        let mut files = self.files.clone();
        for file in files.iter_mut().filter(|file| !file.is_synced) {
            file.bytes.truncate(file.bytes.len() * halves / 2);
            file.is_synced = true;
        }
        MemoryDisk(Arc::new(Mutex::new(State {
            files,
            live: names.clone(),
            durable: names,
            ..State::default()
        })))
    }
}

fn is_reachable(names: &Names, folder: &Path) -> bool {
    folder == Path::new("/")
        || names.get(folder) == Some(&Node::Folder)
            && folder
                .parent()
                .is_some_and(|folder| is_reachable(names, folder))
}
