//! How far a seal is put on or taken away, asked of the disk: after something failed, and at every start with the
//! passphrase. Looking changes nothing; finishing does what `folder` does.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::store::case_file::is_sealed;
use crate::store::disk::Kind;
use crate::store::seal::exchange::{Sealed, Watch, unwatched};
use crate::store::seal::key_files::OpenFault;
use crate::store::{Store, StoreError};

/// What the disk says about the seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealState {
    /// There is a key: without one nothing is sealed, and nothing will be by itself.
    pub has_key: bool,
    /// It is being taken away.
    pub is_going: bool,
    /// Files that only the passphrase opens. One that stands there as it was too, for a moment, is not one of them.
    pub sealed: usize,
    /// Files that can be read as they are.
    pub open: usize,
}

/// A seal that was begun to be put on or taken away, and is not through.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfWay {
    /// None where the disk cannot be asked.
    pub state: Option<SealState>,
    /// Why it could not be finished now. Another program that works in the folder is no fault.
    pub fault: Option<StoreError>,
}

/// Which passphrase opens the folder now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opens {
    pub old: bool,
    pub new: bool,
}

impl SealState {
    /// Something is left to do, and a start with the passphrase does it.
    #[must_use]
    pub fn is_half_way(self) -> bool {
        self.has_key && (self.is_going || self.open > 0)
    }
}

impl Store {
    /// Counts what is sealed and what is not. Changes nothing.
    pub fn seal_state(&self) -> Result<SealState, StoreError> {
        let has_key = self.has_key_file();
        let mark = self.folder.unsealing();
        let mut state = SealState {
            has_key: has_key.map_err(|error| StoreError::read(&self.folder.key(), &error))?,
            is_going: self.kind_of(&mark)? != Kind::Nothing,
            sealed: 0,
            open: 0,
        };
        let files = self.seen_files()?;
        for path in &files {
            if !is_sealed(path) {
                state.open += 1;
            } else if !self.is_key_beside(path) && !files.contains(&path.with_extension("")) {
                state.sealed += 1;
            }
        }
        Ok(state)
    }

    fn kind_of(&self, path: &std::path::Path) -> Result<Kind, StoreError> {
        let kind = self.disk.kind(path);
        kind.map_err(|error| StoreError::read(path, &error))
    }

    /// Every file that a seal is for. Drafts stay where they are.
    fn seen_files(&self) -> Result<BTreeSet<PathBuf>, StoreError> {
        let folder = &self.folder;
        let mut unseen = Vec::new();
        for top in folder.sealed() {
            if self.kind_of(&top)? == Kind::Folder {
                unseen.push(top);
            }
        }
        let mut files = BTreeSet::new();
        while let Some(folder) = unseen.pop() {
            let names = self.disk.names(&folder);
            for name in names.map_err(|error| StoreError::read(&folder, &error))? {
                let path = folder.join(&name);
                match self.kind_of(&path)? {
                    Kind::Folder => unseen.push(path),
                    Kind::File if !super::files::is_draft(&name.to_string_lossy()) => {
                        files.insert(path);
                    }
                    _ => {}
                }
            }
        }
        Ok(files)
    }

    /// Goes on with what was begun, if the passphrase was given and anything is left to do. Gives what is half-way
    /// still. Everything can be read as it is, so that this keeps nobody from going on.
    pub fn finish_what_was_begun(&mut self) -> Option<HalfWay> {
        self.key.as_ref()?;
        let is_needed = match self.seal_state() {
            Ok(state) => state.is_half_way() || self.are_keys_different(),
            // Not an error: finishing asks again, and tells.
            Err(_) => true,
        };
        if is_needed { self.finished() } else { None }
    }

    /// Goes on with what was begun at a start, also where nothing seems to be left to do: what was removed is made sure to be
    /// gone. Gives what is half-way still.
    pub fn finish_at_the_start(&mut self) -> Option<HalfWay> {
        self.key.as_ref()?;
        self.finished()
    }

    fn finished(&mut self) -> Option<HalfWay> {
        let fault = self.finish_sealing().err();
        match self.seal_state() {
            Ok(state) if state.is_half_way() => Some(HalfWay {
                state: Some(state),
                fault,
            }),
            Ok(_) => None,
            Err(error) => Some(HalfWay {
                state: None,
                fault: fault.or(Some(error)),
            }),
        }
    }

    /// Where they cannot be read, finishing tells.
    fn are_keys_different(&self) -> bool {
        self.key_file(&self.folder.key()) != self.key_file(&self.folder.key_copy())
    }

    /// Goes on to put the seal on, also where it was being taken away. The seal must be open; another program in the
    /// folder prevents it: [`Cause::Held`](crate::store::Cause).
    pub fn finish_putting_seal(&mut self) -> Result<Sealed, StoreError> {
        self.finish_putting_seal_watched(&mut unwatched)
    }

    /// Goes on to put the seal on, as [`Store::finish_putting_seal`] does. `watch` is told of each step and can stop it: then
    /// some are `left`.
    pub fn finish_putting_seal_watched(
        &mut self,
        watch: &mut Watch<'_>,
    ) -> Result<Sealed, StoreError> {
        self.must_be_open()?;
        self.hold_alone()?;
        let mark = self.folder.unsealing();
        let done = self
            .remove_for_sure(&mark)
            .and_then(|()| self.finish(watch));
        self.back_with_others(done)
    }

    /// Which of two passphrases opens the folder as it is now.
    pub fn which_opens(&self, old: &str, new: &str) -> Result<Opens, StoreError> {
        let opens = |passphrase| match self.key_of(passphrase) {
            Ok(_) => Ok(true),
            Err(OpenFault::Store(error)) => Err(error),
            Err(OpenFault::WrongPassphrase | OpenFault::KeyDamaged | OpenFault::TooMuchWork) => {
                Ok(false)
            }
        };
        Ok(Opens {
            old: opens(old)?,
            new: opens(new)?,
        })
    }
}
