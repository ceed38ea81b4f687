//! Files that somebody has brought: which there are, what is in them, and one of them taken in or put beside what is here.
//! Nothing that is here is lost by it, and the file itself stays as it is.

use std::path::PathBuf;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::{StoreService, fault_of};
use crate::app::event::Event;
use crate::app::received::{
    Brought, Differing, Emptied, Found, NotRead, Places, ReceivedFile, ReceivedState,
};
use crate::app::secret::Passphrase;
use crate::pack_library::{carried, id_of_workbook, is_workbook, names_our_sheet};
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::merge::{Kinship, Merge};
use crate::questionnaire::moment::Moment;
use crate::questionnaire::pack::Pack;
use crate::questionnaire::reading::{EXPORT_LIMIT, ReadFault, imported};
use crate::questionnaire::seen::visible;
use crate::questionnaire::workbook::{Filled, WorkbookFault};
use crate::store::received::Found as FoundFile;
use crate::store::seal::{SEAL_ROOM, SealFault, is_sealed, open_under};
use crate::store::{Cause, StoreError};

/// Larger files are opened by whoever names them, and not looked into before.
const MOST_BYTES: u64 = 2_000_000;
/// So much is read in all before something is chosen.
const MOST_READ: u64 = 30_000_000;

/// What somebody has sent.
enum Sent {
    Case(Box<Case>),
    Workbook(Zeroizing<Vec<u8>>),
}

impl StoreService {
    /// The files in these places that are checks, as far as that can be seen without much reading.
    pub(super) fn received(&mut self, places: &Places, now: Moment) -> Event {
        let paths = |all: &[String]| all.iter().map(PathBuf::from).collect::<Vec<_>>();
        let finds = self.store.received(
            &paths(&places.folders),
            &paths(&places.mounts),
            places.has_letters,
        );
        let unread = finds.unread.iter().map(|error| {
            let number = error.system().and_then(|system| system.number);
            (error.path().display().to_string(), number)
        });
        let mut found = Found {
            files: Vec::new(),
            unread: unread.collect(),
            left_out: finds.left_out,
        };
        let mut left = MOST_READ;
        self.received_paths.clear();
        for file in finds.files {
            let is_by_name = has_our_ending(&file);
            let state = if file.bytes > MOST_BYTES.min(left) {
                None
            } else {
                left -= file.bytes;
                match self.looked_into(&file, is_by_name) {
                    // Somebody else's JSON.
                    Some(Err(())) => continue,
                    Some(Ok(state)) => Some(state),
                    None => None,
                }
            };
            let state = match state {
                Some(state) => state,
                None if is_by_name => ReceivedState::Unread,
                None => {
                    found.left_out += 1;
                    continue;
                }
            };
            let name = file.path.file_name().unwrap_or_default();
            found.files.push(ReceivedFile {
                path: file.path.display().to_string(),
                name: name.to_string_lossy().into_owned(),
                changed: file.changed.and_then(|seconds| now.at(seconds)),
                state,
            });
            self.received_paths.push(file.path);
        }
        Event::Received(found)
    }

    /// What a file is. None where it cannot be read; an error where it is none of ours.
    fn looked_into(&self, file: &FoundFile, is_by_name: bool) -> Option<Result<ReceivedState, ()>> {
        // Not an error: it is shown as one that cannot be read, or counted.
        let bytes = self.store.read_brought(&file.path, MOST_BYTES).ok()?;
        if is_sealed(&bytes) {
            return Some(Ok(ReceivedState::Sealed));
        }
        if is_workbook(&bytes) {
            return Some(self.workbook_state(&bytes));
        }
        Some(match imported(&bytes) {
            Ok(case) => Ok(ReceivedState::Check {
                firm_id: case.firm_id(),
                id: case.id,
                title: visible(&case.title).to_owned(),
                firm: visible(&case.profile.firm).to_owned(),
                created: case.created,
            }),
            Err(ReadFault::Newer { .. }) if is_by_name => Ok(ReceivedState::Newer),
            // Not an error: it is shown as one that cannot be read, and whoever opens it is told why.
            Err(_) if is_by_name => Ok(ReceivedState::Unread),
            // Not an error: most files with such an ending are none of ours, and whoever names one is told what it is.
            Err(_) => Err(()),
        })
    }

    /// Of all workbooks that lie there only those are looked into that have our hidden sheet.
    fn workbook_state(&self, bytes: &[u8]) -> Result<ReceivedState, ()> {
        if !names_our_sheet(bytes) {
            return Err(());
        }
        match self.library.filled(bytes) {
            Ok(Filled { origin, .. }) => Ok(ReceivedState::Workbook {
                id: origin.case,
                firm_id: origin.firm,
                title: visible(&origin.title).to_owned(),
            }),
            Err(WorkbookFault::NotOurs) => Err(()),
            Err(WorkbookFault::Newer { .. }) => Ok(ReceivedState::Newer),
            // Not an error: it is shown as one that cannot be read, and whoever opens it is told why.
            Err(_) => Ok(ReceivedState::Unread),
        }
    }

    /// Opens what is in this file: takes it in where its check is not here yet, else shows what is here.
    pub(super) fn read_received(
        &mut self,
        path: &str,
        passphrase: Option<&Passphrase>,
        now: Moment,
    ) -> Vec<Event> {
        let mut events = Vec::new();
        let brought = match self.brought_file(path, passphrase) {
            Ok(Sent::Case(case)) => self.take_in(*case, now, &mut events),
            Ok(Sent::Workbook(bytes)) => self.take_in_workbook(&bytes, now, &mut events),
            Err(fault) => Brought::NotRead(fault),
        };
        events.push(Event::Brought(path.to_owned(), brought));
        events
    }

    /// Takes in the case of a file that was opened already, where its check is not here yet, else shows what is here. `path`
    /// is what the file is called.
    pub fn take_received(&mut self, path: &str, case: Case, now: Moment) -> Vec<Event> {
        let mut events = Vec::new();
        let brought = self.take_in(case, now, &mut events);
        events.push(Event::Brought(path.to_owned(), brought));
        events
    }

    /// Puts the bytes of a workbook that was filled beside the check that it was made of, or takes it in as a new one where
    /// that is not here. `path` is what the file is called.
    pub fn take_received_workbook(&mut self, path: &str, bytes: &[u8], now: Moment) -> Vec<Event> {
        let mut events = Vec::new();
        let brought = self.take_in_workbook(bytes, now, &mut events);
        events.push(Event::Brought(path.to_owned(), brought));
        events
    }

    fn brought_file(
        &mut self,
        path: &str,
        passphrase: Option<&Passphrase>,
    ) -> Result<Sent, NotRead> {
        // Not every name can be written as text: what was found is opened by its own.
        let mut known = self.received_paths.iter();
        let known = known.find(|known| known.display().to_string() == path);
        let path = known.cloned().unwrap_or_else(|| path.into());
        let bytes = self.store.read_brought(&path, EXPORT_LIMIT + SEAL_ROOM);
        let bytes = bytes.map_err(|error| not_read(&error))?;
        let bytes = match (is_sealed(&bytes), passphrase) {
            (false, _) => Zeroizing::new(bytes),
            (true, None) => return Err(NotRead::Sealed),
            (true, Some(passphrase)) => {
                let opened = open_under(passphrase.as_str(), &bytes);
                opened.map_err(|fault| match fault {
                    SealFault::WrongPassphrase => NotRead::WrongPassphrase,
                    SealFault::OtherKey => NotRead::OtherKey,
                    SealFault::CutOff => NotRead::SealCutOff,
                    SealFault::Changed => NotRead::SealChanged,
                    SealFault::Damaged => NotRead::SealBroken,
                    SealFault::TooMuchWork => NotRead::TooMuchWork,
                })?
            }
        };
        if is_workbook(&bytes) {
            return Ok(Sent::Workbook(bytes));
        }
        let case = imported(&bytes).map_err(NotRead::Content)?;
        match self.library.packs_for(Some(&case)) {
            Ok(_) => Ok(Sent::Case(Box::new(case))),
            // Not an error: the fault says so.
            Err(_) => Err(NotRead::NoPack),
        }
    }

    /// A workbook that was filled: beside the check that it was made of, or a new one where that is not here.
    fn take_in_workbook(&mut self, bytes: &[u8], now: Moment, events: &mut Vec<Event>) -> Brought {
        let not_read = |fault| Brought::NotRead(NotRead::Workbook(fault));
        let filled = match self.library.filled(bytes) {
            Ok(filled) => filled,
            Err(fault) => return not_read(fault),
        };
        let id = filled.origin.case.clone();
        let id = id.unwrap_or_else(|| id_of_workbook(bytes));
        let here = match self.store.look(&id) {
            Ok(here) => Some(here),
            Err(fault) if fault.is_gone() => None,
            Err(fault) => return Brought::HereUnread((&fault).into()),
        };
        let is_another = |here: &Case| {
            filled.origin.case.is_some() && filled.origin.kinship(here) != Kinship::SameCheck
        };
        if here.as_ref().is_some_and(is_another) {
            return Brought::OtherFirm;
        }
        let returned = match self.library.returned(&filled, here.as_ref(), &id, now) {
            Ok(returned) => returned,
            Err(fault) => return not_read(fault),
        };
        let Some(here) = here else {
            return match returned.findings.len() {
                0 => {
                    let mut case = returned.theirs;
                    case.firm.get_or_insert_with(|| self.fresh_firm());
                    self.take_in(case, now, events)
                }
                count => Brought::NotRead(NotRead::WorkbookFindings(count)),
            };
        };
        let packs = self.begun(&returned.theirs);
        let opened = self.open(&id, now);
        if let [Event::OpenFailed(problem)] = opened[..] {
            return Brought::HereUnread(problem);
        }
        events.extend(opened);
        events.extend(packs.iter().cloned().map(Event::Loaded));
        let merge = Merge::of(
            Some(&returned.base),
            &carried(&here, &packs),
            &returned.theirs,
        );
        if merge.is_nothing() && returned.findings.is_empty() {
            return Brought::Same;
        }
        let count = returned.emptied.len();
        Brought::Differs(Box::new(Differing {
            emptied: (count > 0).then(|| Emptied {
                count,
                theirs: returned.with_emptied(),
            }),
            base: Some(returned.base),
            base_is_unsure: false,
            as_sent: returned.theirs.clone(),
            theirs: returned.theirs,
            workbook: Some(returned.findings),
        }))
    }

    fn take_in(&mut self, theirs: Case, now: Moment, events: &mut Vec<Event>) -> Brought {
        let here = match self.store.look(&theirs.id) {
            Ok(here) => here,
            Err(fault) if fault.is_gone() => {
                let doubt = match self.store.bring_in(&theirs, now) {
                    Ok(done) => done.doubt,
                    Err(error) => return Brought::NotKept(fault_of(&error)),
                };
                events.extend(self.open(&theirs.id, now));
                if !theirs.ancestors.is_empty() {
                    // It was handed over: what comes from there next is merged against it.
                    events.extend(self.keep_handed(&theirs));
                }
                return Brought::New(doubt.as_ref().map(SaveFault::from));
            }
            Err(fault) => return Brought::HereUnread((&fault).into()),
        };
        if Kinship::of(&here, &theirs) != Kinship::SameCheck {
            return Brought::OtherFirm;
        }
        let mut packs = self.begun(&here);
        packs.extend(self.begun(&theirs));
        let opened = self.open(&theirs.id, now);
        if let [Event::OpenFailed(problem)] = opened[..] {
            return Brought::HereUnread(problem);
        }
        // What names what is in either of them. The first that is opened stays the first.
        events.extend(opened);
        events.extend(packs.iter().cloned().map(Event::Loaded));
        let as_sent = theirs;
        let theirs = carried(&as_sent, &packs).into_owned();
        let base = match self.store.base_for(&here, &theirs) {
            Ok(base) => base,
            Err(error) => return Brought::NoBase(fault_of(&error)),
        };
        let state = base.state.map(|state| carried(&state, &packs).into_owned());
        let merge = Merge::of(state.as_ref(), &carried(&here, &packs), &theirs);
        // What comes from that state, or has taken it in, says something else on purpose.
        if here.has_in_it(&as_sent) || merge.is_nothing() {
            return Brought::Same;
        }
        Brought::Differs(Box::new(Differing {
            base: state,
            base_is_unsure: !base.unread.is_empty(),
            theirs,
            as_sent,
            workbook: None,
            emptied: None,
        }))
    }

    /// A base that is missing makes the next merge ask more, and loses nothing.
    pub(super) fn keep_handed(&mut self, state: &Case) -> Vec<Event> {
        match self.store.keep_handed(state) {
            Ok(done) => {
                let doubt = done.doubt.as_ref();
                let told = doubt.map(|doubt| Event::BaseNotKept(fault_of(doubt)));
                told.into_iter().collect()
            }
            Err(error) => vec![Event::BaseNotKept(fault_of(&error))],
        }
    }

    /// The packs of the walks that were begun, as far as they are installed.
    fn begun(&mut self, case: &Case) -> Vec<Arc<Pack>> {
        // Not an error: with a pack missing its answers are compared as they are, by their ids.
        let begun = self.library.begun_packs(case);
        begun.map(|(packs, _)| packs).unwrap_or_default()
    }
}

fn has_our_ending(file: &FoundFile) -> bool {
    let ending = file.path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("mamori"))
}

fn not_read(error: &StoreError) -> NotRead {
    match error.cause() {
        Cause::Gone | Cause::NotAFolder if !error.is_of_a_place_that_is_gone() => NotRead::Gone,
        Cause::Denied => NotRead::Denied,
        Cause::NotAFile => NotRead::NotAFile,
        Cause::TooLarge => NotRead::TooLarge,
        Cause::InUse => NotRead::InUse,
        _ => NotRead::Unreadable(error.system().and_then(|system| system.number)),
    }
}
