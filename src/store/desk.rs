//! What an advisor keeps of a firm: one file in `desk/`, there only once something was entered.
//! Nothing is written over that this program has not read or written itself, or that it cannot read.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::questionnaire::case::Case;
use crate::questionnaire::desk::{Desk, LIMIT};
use crate::questionnaire::id::{CaseId, FirmId, is_id};
use crate::questionnaire::moment::Moment;
use crate::store::case_file::{self, PLAIN, SEALED};
use crate::store::disk::Kind;
use crate::store::fault::{Seen, Why, seen};
use crate::store::{CaseFault, Cause, Saved, Store, StoreError, SystemError, atomic_file};

/// The file of one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskEntry {
    pub firm: FirmId,
    pub state: Result<Desk, CaseFault>,
}

impl Store {
    /// What there is of all firms. Without the folder nothing was ever entered.
    pub fn desks(&self) -> Result<Vec<DeskEntry>, StoreError> {
        let folder = self.folder.desk();
        let names = self
            .names_or_none(&folder)
            .map_err(|error| StoreError::read(&folder, &error))?;
        let mut firms: Vec<FirmId> = names
            .iter()
            .filter_map(|name| case_file::stem(name))
            .filter(|stem| is_id(stem))
            .map(FirmId::new)
            .collect();
        // Sealing that was cut short can leave one there twice.
        firms.sort_unstable();
        firms.dedup();
        let entries = firms.into_iter().map(|firm| {
            let state = self.found_desk(&firm).map(|(desk, _)| desk);
            DeskEntry { firm, state }
        });
        Ok(entries.collect())
    }

    /// What there is of this firm, to go on with it; None where nothing was entered yet.
    pub fn open_desk(&mut self, firm: &FirmId) -> Result<Option<Desk>, CaseFault> {
        match self.found_desk(firm) {
            Ok((desk, bytes)) => {
                self.desks_seen.insert(firm.clone(), bytes);
                Ok(Some(desk))
            }
            Err(fault) if fault.is_gone() => {
                self.desks_seen.remove(firm);
                match self.has_gone() {
                    Ok(false) => Ok(None),
                    Ok(true) => Err(CaseFault::GONE),
                    Err(error) => Err(CaseFault::Unreadable(SystemError::from(&error))),
                }
            }
            Err(fault) => Err(fault),
        }
    }

    /// Puts it on the disk. What another program wrote meanwhile is kept among the damaged files; what cannot be read is
    /// left where it is, and nothing is written: [`Cause::Damaged`].
    pub fn save_desk(&mut self, desk: &Desk, now: Moment) -> Result<Seen<Saved>, StoreError> {
        let path = self.desk_path(&desk.firm, self.ending());
        if !is_id(desk.firm.as_str()) {
            return Err(StoreError::save(&path, Cause::Gone));
        }
        self.prepare_folder()?;
        // Nobody writes it at the same time.
        let hold = CaseId::new(&format!("desk-{}", desk.firm));
        let done = if self.claim(&hold, now).may_write() {
            self.save_held_desk(desk)
        } else {
            Err(StoreError::save(&path, Cause::Held))
        };
        self.let_go_of(&hold);
        seen(done, || match self.found_desk(&desk.firm) {
            Ok((there, _)) => Ok((there == *desk).then_some(Saved {
                replaced_foreign: false,
            })),
            Err(fault) if fault.is_gone() => Ok(None),
            Err(CaseFault::Unreadable(system)) => Err(system.kind.into()),
            // Not an error: whatever is there, it is not this.
            Err(_) => Ok(None),
        })
    }

    fn save_held_desk(&mut self, desk: &Desk) -> Result<Saved, StoreError> {
        let path = self.desk_path(&desk.firm, self.ending());
        let save = |why: Why| StoreError::save(&path, why);
        let plain = desk
            .written()
            .ok_or_else(|| save(SystemError::from(ErrorKind::InvalidData).into()))?;
        let bytes = self.as_kept(plain).map_err(|error| save(error.into()))?;
        let folder = self.folder.desk();
        self.make_folder(&folder)
            .map_err(|error| StoreError::save(&folder, error))?;
        self.finish_sealing_file(&self.desk_path(&desk.firm, PLAIN))
            .map_err(|error| save(error.into()))?;
        let there = match self.found_desk(&desk.firm) {
            Ok((_, there)) => Some(there),
            Err(fault) if fault.is_gone() => None,
            Err(CaseFault::Unreadable(system)) => return Err(save(system.into())),
            // Not an error: what cannot be read is told, and stays.
            Err(_) => return Err(save(Cause::Damaged.into())),
        };
        let known = self.desks_seen.get(&desk.firm);
        let foreign = there.filter(|there| known != Some(there));
        if let Some(foreign) = &foreign {
            self.copy_aside(&path, foreign)
                .map_err(|error| save(error.into()))?;
        }
        atomic_file::replace(&*self.disk, &path, &bytes).map_err(|error| save(error.into()))?;
        self.desks_seen.insert(desk.firm.clone(), bytes);
        Ok(Saved {
            replaced_foreign: foreign.is_some(),
        })
    }

    fn found_desk(&self, firm: &FirmId) -> Result<(Desk, Vec<u8>), CaseFault> {
        let unreadable = |error: io::Error| CaseFault::Unreadable(SystemError::from(&error));
        let ours = self.desk_path(firm, self.ending());
        let other = self.desk_path(firm, if self.key.is_some() { PLAIN } else { SEALED });
        let path = match self.disk.kind(&ours).map_err(unreadable)? {
            Kind::Nothing => other,
            _ => ours,
        };
        let bytes = self.bytes_in(&path, LIMIT)?;
        let plain = self.plain_from(&bytes, case_file::is_sealed(&path))?;
        let desk = Desk::read(&plain).map_err(CaseFault::from)?;
        if desk.firm != *firm {
            // A copy under the name of another firm: its words are not that firm's.
            return Err(CaseFault::WrongShape {
                path: "firm".to_owned(),
            });
        }
        Ok((desk, bytes))
    }

    fn desk_path(&self, firm: &FirmId, ending: &str) -> PathBuf {
        self.folder.desk().join(format!("{firm}{ending}"))
    }

    /// With the last check of a firm, when that is gone for good, goes what was kept of the firm. `going` is the file of
    /// the bin that goes next. Where another check may be of that firm, it stays.
    pub(super) fn remove_desk_of(&self, going: &str, case: &Case) -> io::Result<()> {
        let Some(firm) = case.firm_id() else {
            return Ok(());
        };
        let mut is_there = false;
        for ending in [PLAIN, SEALED] {
            is_there |= self.disk.kind(&self.desk_path(&firm, ending))? != Kind::Nothing;
        }
        if !is_there || self.has_check_of(&firm, going)? {
            return Ok(());
        }
        for ending in [PLAIN, SEALED] {
            atomic_file::remove_if_there(&*self.disk, &self.desk_path(&firm, ending))?;
        }
        self.disk.sync_folder(&self.folder.desk())
    }

    /// Whether a check of this firm is there, but for this one of the bin; also one that cannot be read may be.
    fn has_check_of(&self, firm: &FirmId, going: &str) -> io::Result<bool> {
        for folder in [self.folder.cases(), self.folder.bin()] {
            for name in self.names_or_none(&folder)? {
                if case_file::stem(&name).is_none_or(|stem| stem == going) {
                    continue;
                }
                let case = self.case_in(&folder.join(&name));
                // Not an error: what cannot be read may be of the firm.
                let is_anothers = case.is_ok_and(|(case, _)| case.firm_id().as_ref() != Some(firm));
                if !is_anothers {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Puts what is kept of the firms of these checks into another data folder too, where one goes on there. What cannot
    /// be read here any more is no reason not to go on there: whether something stays behind for that is the answer.
    pub(super) fn copy_desks(&self, there: &mut Self, ids: &[CaseId]) -> Result<bool, StoreError> {
        let mut is_left = false;
        for id in ids {
            // Not an error: of which firm it is nobody can tell, so that whatever is kept of any may stay behind.
            let Ok(case) = self.look(id) else {
                is_left |= self.keeps_any_desk();
                continue;
            };
            let Some(firm) = case.firm_id() else { continue };
            match self.found_desk(&firm) {
                Ok((desk, _)) => {
                    let at_the_other = there.found_desk(&firm);
                    if at_the_other.is_err_and(|fault| fault.is_gone()) {
                        there.save_held_desk(&desk)?;
                    }
                }
                Err(fault) => is_left |= !fault.is_gone(),
            }
        }
        Ok(is_left)
    }

    /// Whether anything is seen to be kept of any firm.
    fn keeps_any_desk(&self) -> bool {
        let names = self.names_or_none(&self.folder.desk());
        // Not an error: most have never kept any, and are not to be told of what they do not know.
        names.is_ok_and(|names| !names.is_empty())
    }
}
