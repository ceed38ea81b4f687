//! Floor 4: carries out on the store what the app asks for, and says what came of it. The full screen has it on a
//! thread of its own, the walk by numbers in between two lines. Knows no words and draws nothing.

use std::hash::RandomState;
use std::path::PathBuf;

use crate::app::event::{Completed, Request};
use crate::app::secret::Passphrase;
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::folder_notice::FolderNotice;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::store::{
    Binned, CaseEntry, Cause, Generation, OpenFault, Saved, Seal, Settings, Store, StoreError,
};

/// Has the store, for whoever walks.
pub struct StoreService {
    store: Store,
}

/// What came of it.
#[derive(Debug)]
pub enum Reply {
    /// This revision of this case is on the disk.
    Saved(CaseId, u64, Saved),
    SaveFailed(SaveFault),
    Listed(Vec<CaseEntry>, Vec<Binned>),
    Opened(Box<Case>, Access),
    OpenFailed,
    FreshId(CaseId),
    Unlocked(Box<OpenedFolder>),
    UnlockFailed(OpenFault),
    Generations(CaseId, Vec<Generation>),
    /// It is done, and this is what there is now.
    Done(Completed, Vec<CaseEntry>, Vec<Binned>),
    NotDone(SaveFault),
    /// Everything is kept there from now on.
    Moved(PathBuf),
    /// A report is in this file, with so many questions and tasks.
    Exported {
        path: PathBuf,
        questions: usize,
        tasks: usize,
    },
    /// A file of that name is there, and nobody said that it may go.
    ExportExists,
    ExportFailed(SaveFault),
}

/// A report that is to be written under a name that the user gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    pub questions: usize,
    pub tasks: usize,
    /// A file of that name may go.
    pub replace: bool,
}

/// What is in the data folder when a walk begins.
#[derive(Debug)]
pub struct OpenedFolder {
    pub listed: Vec<CaseEntry>,
    pub binned: Vec<Binned>,
    /// The case to open at once: the one that was asked for, or the only one.
    pub case: Option<(Case, Access)>,
    pub found: Vec<FolderNotice>,
}

impl StoreService {
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Looks over the data folder and opens what is to be open. Of a sealed folder that is closed nothing is seen.
    pub fn begin(
        &mut self,
        asked: Option<(Case, Access)>,
        now: Moment,
    ) -> Result<OpenedFolder, StoreError> {
        self.store.enter()?;
        if self.store.seal() == Seal::Opened {
            // Everything can be read as it is: work that cannot be finished now is no reason to keep anyone out. The
            // next start tries again.
            let _ = self.store.finish_sealing();
        }
        let listed = self.store.list()?;
        let only = match (&asked, listed.as_slice()) {
            (None, [only]) if only.state.is_ok() => self.store.open(&only.id, now).ok(),
            _ => None,
        };
        // What another program has thrown away by now is no reason to stop.
        let found = self.store.tidy(&listed, now);
        Ok(OpenedFolder {
            binned: self.store.bin().unwrap_or_default(),
            listed,
            case: asked.or(only),
            found,
        })
    }

    pub fn save(&mut self, case: &Case) -> Reply {
        match self.store.save(case) {
            Ok(saved) => Reply::Saved(case.id.clone(), case.revision, saved),
            Err(error) => Reply::SaveFailed(SaveFault::from(&error)),
        }
    }

    pub fn list(&mut self) -> Reply {
        let listed = self.store.list().unwrap_or_default();
        Reply::Listed(listed, self.store.bin().unwrap_or_default())
    }

    pub fn open(&mut self, id: &CaseId, now: Moment) -> Reply {
        match self.store.open(id, now) {
            Ok((case, access)) => Reply::Opened(Box::new(case), access),
            Err(_) => Reply::OpenFailed,
        }
    }

    #[must_use]
    pub fn fresh_id(&self) -> Reply {
        Reply::FreshId(self.store.new_id(&RandomState::new()))
    }

    /// What cannot be remembered is asked for again next time: no reason to stop anyone.
    pub fn remember(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.store.settings();
        change(&mut settings);
        let _ = self.store.save_settings(&settings);
    }

    /// Writes a report outside the data folder.
    #[must_use]
    pub fn write_out(&self, writing: Writing) -> Reply {
        let Writing {
            path,
            bytes,
            questions,
            tasks,
            replace,
        } = writing;
        match self.store.write_out(&path, &bytes, replace) {
            Ok(()) => Reply::Exported {
                path,
                questions,
                tasks,
            },
            Err(error) if *error.cause() == Cause::Taken => Reply::ExportExists,
            Err(error) => Reply::ExportFailed(SaveFault::from(&error)),
        }
    }

    pub fn ask(&mut self, request: Request, now: Moment) -> Reply {
        let deed = match request {
            Request::Unlock(passphrase) => return self.unlock(&passphrase, now),
            Request::Generations(id) => {
                let generations = self.store.generations(&id).unwrap_or_default();
                return Reply::Generations(id, generations);
            }
            Request::MoveTo(place) => return self.move_to(&place, now),
            Request::Rename(id, title) => {
                self.rename(&id, &title, now).map(|()| Completed::Renamed)
            }
            Request::ThrowAway(id) => self
                .store
                .throw_away(&id, now.day())
                .map(|()| Completed::ThrownAway(id)),
            Request::PutBack(name) => self.store.put_back(&name).map(Completed::PutBack),
            Request::EmptyBin => self.store.empty_bin(None).map(Completed::Emptied),
            Request::Restore(id, name) => self
                .store
                .restore(&id, name.as_deref(), now)
                .map(|restored| Completed::Restored(id, restored.aside.is_some())),
            Request::PutAside(id) => self.put_aside(&id).map(|()| Completed::PutAside),
            Request::Adopt(id) => self.adopt(&id, now).map(Completed::Adopted),
        };
        match deed {
            // With the list: nobody is to choose from one in which the deed is not yet.
            Ok(deed) => Reply::Done(
                deed,
                self.store.list().unwrap_or_default(),
                self.store.bin().unwrap_or_default(),
            ),
            Err(error) => Reply::NotDone(SaveFault::from(&error)),
        }
    }

    fn unlock(&mut self, passphrase: &Passphrase, now: Moment) -> Reply {
        match self.store.open_seal(passphrase.as_str()) {
            Ok(()) => match self.begin(None, now) {
                Ok(begun) => Reply::Unlocked(Box::new(begun)),
                Err(error) => Reply::UnlockFailed(error.into()),
            },
            Err(fault) => Reply::UnlockFailed(fault),
        }
    }

    fn rename(&mut self, id: &CaseId, title: &str, now: Moment) -> Result<(), StoreError> {
        self.store
            .change(id, now, |case| title.clone_into(&mut case.title))
    }

    fn put_aside(&mut self, id: &CaseId) -> Result<(), StoreError> {
        let path = self.store.folder().damaged();
        let moved = self.store.put_aside(id);
        moved.map(|_| ()).map_err(|error| StoreError::Save {
            path,
            cause: error.into(),
        })
    }

    fn adopt(&mut self, id: &CaseId, now: Moment) -> Result<CaseId, StoreError> {
        let fresh = self.store.new_id(&RandomState::new());
        self.store.adopt(id, &fresh, now)?;
        Ok(fresh)
    }

    fn move_to(&mut self, place: &str, now: Moment) -> Reply {
        match self.store.move_to(place.into(), now) {
            Ok(()) => Reply::Moved(self.store.folder().root().to_owned()),
            Err(error) => Reply::NotDone(SaveFault::from(&error)),
        }
    }
}
