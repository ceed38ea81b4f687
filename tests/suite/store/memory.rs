//! A disk in memory that fails where it is told to, and knows what a crash would have left of it.
//! Only what was synced is sure to be there after a crash; each of the rest may be or not.

mod crash;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use mamori::store::disk::{Disk, Facts, Held, Hold, Holding, Kind, Privacy};

/// What the disk does at one of its steps.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    windows,
    expect(dead_code, reason = "the numbers of the tests are those of Unix")
)]
pub(crate) enum Trouble {
    /// This step fails, the others do not.
    Once(ErrorKind),
    /// This step happens and is reported as failed, as network disks do.
    Late(ErrorKind),
    /// This step fails with this number of the system.
    Number(i32),
    /// This step happens and is reported as failed with this number.
    LateNumber(i32),
    /// From this step on every step fails with this number of the system.
    From(i32),
    /// From this step on nothing happens any more: the program was killed, or the power failed.
    Stop,
}

#[derive(Clone, Default)]
pub(crate) struct MemoryDisk(Arc<Mutex<State>>);

#[derive(Clone, Default)]
struct State {
    files: Vec<File>,
    live: Names,
    durable: Names,
    /// Changes of names that no sync has made durable yet, in order.
    pending: Vec<Change>,
    steps: usize,
    trouble: Option<(usize, Trouble)>,
    locks: Locks,
}

/// Who holds which lock file.
type Locks = Arc<Mutex<Vec<(PathBuf, Hold)>>>;

struct Lock {
    locks: Locks,
    path: PathBuf,
    how: Hold,
}

impl Held for Lock {}

impl Drop for Lock {
    fn drop(&mut self) {
        let mut locks = self.locks.lock().expect("no test panics in here");
        let mine = (self.path.clone(), self.how);
        if let Some(at) = locks.iter().position(|lock| *lock == mine) {
            locks.remove(at);
        }
    }
}

type Names = BTreeMap<PathBuf, Node>;

#[derive(Clone, Copy, PartialEq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Clone, Default)]
struct File {
    bytes: Vec<u8>,
    is_synced: bool,
}

#[derive(Clone)]
struct Change {
    gone: Option<PathBuf>,
    new: Option<(PathBuf, Node)>,
}

impl MemoryDisk {
    /// An empty disk on which `/home` is there.
    pub(crate) fn new() -> Self {
        let names = Names::from([("/home".into(), Node::Folder)]);
        Self(Arc::new(Mutex::new(State {
            live: names.clone(),
            durable: names,
            ..State::default()
        })))
    }

    /// Counts the steps from here, and lets one of them go wrong.
    pub(crate) fn trouble_at(&self, step: usize, trouble: Trouble) {
        let mut state = self.state();
        state.steps = 0;
        state.trouble = Some((step, trouble));
    }

    /// Whether the trouble has come.
    pub(crate) fn was_troubled(&self) -> bool {
        let state = self.state();
        state.trouble.is_some_and(|(step, _)| state.steps > step)
    }

    pub(crate) fn heal(&self) {
        self.state().trouble = None;
    }

    /// The programs that held something are gone.
    pub(crate) fn let_go(&self) {
        let state = self.state();
        state.locks.lock().expect("no test panics in here").clear();
    }

    /// Puts a file there, on the disk, as another program would.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) {
        let mut state = self.state();
        let node = Node::File(state.files.len());
        state.files.push(File {
            bytes: bytes.to_vec(),
            is_synced: true,
        });
        state.live.insert(path.into(), node);
        state.durable.insert(path.into(), node);
    }

    /// Makes a folder and those that it lies in, as another program would.
    pub(crate) fn make_folders(&self, folder: &Path) {
        let mut state = self.state();
        for folder in folder.ancestors() {
            state.live.insert(folder.into(), Node::Folder);
            state.durable.insert(folder.into(), Node::Folder);
        }
    }

    /// Takes a file away for good, as another program would.
    pub(crate) fn take_away(&self, path: &str) {
        let mut state = self.state();
        state.live.remove(Path::new(path));
        state.durable.remove(Path::new(path));
    }

    /// Every file and what is in it.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let state = self.state();
        let file = |(path, node): (&PathBuf, &Node)| match node {
            Node::File(index) => Some((path.clone(), state.files[*index].bytes.clone())),
            Node::Folder => None,
        };
        state.live.iter().filter_map(file).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test panics in here")
    }
}

impl State {
    /// One step: `act`, unless it is the one where the trouble is.
    fn step<T>(&mut self, act: impl FnOnce(&mut Self) -> io::Result<T>) -> io::Result<T> {
        let step = self.steps;
        self.steps += 1;
        match self.trouble {
            Some((at, Trouble::Once(kind))) if at == step => Err(kind.into()),
            Some((at, Trouble::Late(kind))) if at == step => {
                act(self)?;
                Err(kind.into())
            }
            Some((at, Trouble::Number(number))) if at == step => {
                Err(io::Error::from_raw_os_error(number))
            }
            Some((at, Trouble::LateNumber(number))) if at == step => {
                act(self)?;
                Err(io::Error::from_raw_os_error(number))
            }
            Some((at, Trouble::From(number))) if at <= step => {
                Err(io::Error::from_raw_os_error(number))
            }
            Some((at, Trouble::Stop)) if at <= step => Err(ErrorKind::Interrupted.into()),
            _ => act(self),
        }
    }

    fn change(&mut self, gone: Option<&Path>, new: Option<(&Path, Node)>) {
        let change = Change {
            gone: gone.map(Path::to_owned),
            new: new.map(|(path, node)| (path.to_owned(), node)),
        };
        apply(&mut self.live, &change);
        self.pending.push(change);
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.live.get(path) {
            Some(Node::File(index)) => Ok(*index),
            Some(Node::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn is_free_in_a_folder(&self, path: &Path) -> io::Result<()> {
        match self.live.get(path.parent().expect("a folder")) {
            _ if self.live.contains_key(path) => Err(ErrorKind::AlreadyExists.into()),
            Some(Node::Folder) => Ok(()),
            Some(Node::File(_)) => Err(ErrorKind::NotADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let path = &named(path);
        self.state().step(|state| {
            let bytes = state.files[state.file(path)?].bytes.clone();
            if bytes.len() as u64 > limit {
                return Err(ErrorKind::FileTooLarge.into());
            }
            Ok(bytes)
        })
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let folder = &named(folder);
        self.state().step(|state| match state.live.get(folder) {
            Some(Node::Folder) => Ok(state
                .live
                .keys()
                .filter(|path| path.parent() == Some(folder))
                .filter_map(|path| path.file_name().map(OsString::from))
                .collect()),
            Some(Node::File(_)) => Err(ErrorKind::NotADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        })
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        let path = &named(path);
        self.state().step(|state| Ok(state.live.contains_key(path)))
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let folder = &named(folder);
        self.state().step(|state| {
            state.is_free_in_a_folder(folder)?;
            state.change(None, Some((folder, Node::Folder)));
            Ok(())
        })
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = &named(path);
        let mut state = self.state();
        let index = state.step(|state| {
            state.is_free_in_a_folder(path)?;
            state.files.push(File::default());
            let index = state.files.len() - 1;
            state.change(None, Some((path, Node::File(index))));
            Ok(index)
        })?;
        // Half of it is there whatever happens next.
        state.files[index].bytes = bytes[..bytes.len() / 2].to_vec();
        state.step(|state| {
            state.files[index].bytes = bytes.to_vec();
            Ok(())
        })?;
        state.step(|state| {
            state.files[index].is_synced = true;
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let from = &named(from);
        let to = &named(to);
        self.state().step(|state| {
            let index = state.file(from)?;
            state.change(Some(from), Some((to, Node::File(index))));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let path = &named(path);
        self.state().step(|state| {
            state.file(path)?;
            state.change(Some(path), None);
            Ok(())
        })
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        let folder = &named(folder);
        self.state().step(|state| match state.live.get(folder) {
            Some(Node::Folder) => {
                let mut names = state.live.keys();
                if names.any(|path| path.parent() == Some(folder)) {
                    return Err(ErrorKind::DirectoryNotEmpty.into());
                }
                state.change(Some(folder), None);
                Ok(())
            }
            Some(Node::File(_)) => Err(ErrorKind::NotADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        })
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        let path = &named(path);
        self.state().step(|state| {
            Ok(match state.live.get(path) {
                Some(Node::Folder) => Kind::Folder,
                Some(Node::File(_)) => Kind::File,
                None => Kind::Nothing,
            })
        })
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        let path = &named(path);
        self.state().step(|state| {
            let (kind, bytes) = match state.live.get(path) {
                Some(Node::Folder) => (Kind::Folder, 0),
                Some(Node::File(index)) => (Kind::File, state.files[*index].bytes.len() as u64),
                None => return Err(ErrorKind::NotFound.into()),
            };
            Ok(Facts {
                kind,
                bytes,
                changed: None,
            })
        })
    }

    fn close_to_others(&self, _path: &Path) -> io::Result<Privacy> {
        Ok(Privacy::Closed)
    }

    fn hold(&self, path: &Path, how: Hold) -> io::Result<Holding> {
        let path = &named(path);
        self.state().step(|state| {
            if !state.live.contains_key(path) {
                state.is_free_in_a_folder(path)?;
                let node = Node::File(state.files.len());
                state.files.push(File::default());
                state.change(None, Some((path, node)));
            }
            let mut locks = state.locks.lock().expect("no test panics in here");
            let is_in_the_way = |held: Hold| held == Hold::Alone || how == Hold::Alone;
            if locks
                .iter()
                .any(|(held, by)| held == path && is_in_the_way(*by))
            {
                return Ok(Holding::ByAnother);
            }
            locks.push((path.to_owned(), how));
            Ok(Holding::Held(Box::new(Lock {
                locks: Arc::clone(&state.locks),
                path: path.to_owned(),
                how,
            })))
        })
    }

    fn another(&self) -> Box<dyn Disk> {
        Box::new(self.clone())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let folder = &named(folder);
        self.state().step(|state| {
            let mut waiting: Vec<Change> = Vec::new();
            for change in std::mem::take(&mut state.pending) {
                if change.folder() == Some(folder) {
                    apply(&mut state.durable, &change);
                    for earlier in &mut waiting {
                        earlier.yield_to(&change);
                    }
                } else {
                    waiting.push(change);
                }
            }
            state.pending = waiting;
            Ok(())
        })
    }
}

/// What this disk calls it: it has slashes and no drives, where Windows says `C:\home\mamori` for `/home/mamori`.
fn named(path: &Path) -> PathBuf {
    if cfg!(not(windows)) {
        return path.to_owned();
    }
    let text = path.to_str().expect("UTF-8").replace('\\', "/");
    let rest = text.split_once(":/").map(|(_, rest)| format!("/{rest}"));
    rest.unwrap_or(text).into()
}

impl Change {
    /// After a later change that is durable: one file has one name, so that no crash brings it back to where it was
    /// before it moved; and nothing takes away what has come to a name since.
    fn yield_to(&mut self, later: &Self) {
        let Some((path, node)) = &later.new else {
            return;
        };
        if self.new.as_ref().map(|(path, node)| (Some(path), node))
            == Some((later.gone.as_ref(), node))
        {
            self.new = None;
        }
        if self.gone.as_ref() == Some(path) {
            self.gone = None;
        }
    }

    fn folder(&self) -> Option<&Path> {
        // A file that moved to another folder is there as soon as that one is synced.
        let new = self.new.as_ref().map(|(path, _)| path);
        new.or(self.gone.as_ref())?.parent()
    }
}

fn apply(names: &mut Names, change: &Change) {
    if let Some(path) = &change.gone {
        names.remove(path);
    }
    if let Some((path, node)) = &change.new {
        names.insert(path.clone(), *node);
    }
}
