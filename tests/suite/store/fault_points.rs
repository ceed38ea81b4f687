//! A deed of the store gone wrong at every step: in every way, killed, and with the power cut.
//! Says what is looked at, not what must be found there: the deeds are in `failing_steps`, `sealing` and `half_sealed`.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::PathBuf;

use mamori::questionnaire::case::Case;
use mamori::questionnaire::desk::Desk;
use mamori::questionnaire::id::{CaseId, FirmId};
use mamori::questionnaire::moment::Day;
use mamori::store::{Binned, CaseEntry, CaseFault, Seen, Store};

use super::memory::{MemoryDisk, Trouble};
use super::{Take, at_revision, now};

pub(super) const FILE: &str = "/home/mamori/cases/k7q2m4xw.json";

pub(super) fn store(disk: &MemoryDisk) -> Store {
    Store::new("/home/mamori".into(), Box::new(disk.clone()))
}

pub(super) fn id() -> CaseId {
    CaseId::new("k7q2m4xw")
}

pub(super) fn today() -> Day {
    now().day()
}

/// Another case of the same firm, which nothing happens to.
pub(super) fn bystander() -> Case {
    Case {
        id: CaseId::new("bbbb2222"),
        ..at_revision(11)
    }
}

/// A disk on which the case stands at revision 3 with generations 1 and 2, handed over at 2, beside another case.
pub(super) fn kept() -> MemoryDisk {
    let disk = MemoryDisk::new();
    store(&disk).save(&bystander()).expect("saved");
    store(&disk).save(&at_revision(1)).expect("saved");
    for revision in [2, 3] {
        let mut store = store(&disk);
        store.take(&id()).expect("opened");
        store.save(&at_revision(revision)).expect("saved");
    }
    let kept = store(&disk).keep_handed(&at_revision(2));
    kept.and_then(Seen::without_doubt).expect("kept");
    let noted = store(&disk).save_desk(&noted(1), now());
    noted.and_then(Seen::without_doubt).expect("kept");
    disk
}

/// What an advisor keeps of a firm.
pub(super) fn noted(revision: u64) -> Desk {
    let mut desk = Desk::new(FirmId::new("firm2222"));
    desk.revision = revision;
    desk.note = format!("社長は午前 {revision}");
    desk
}

/// What was handed over, and what is kept for oneself, is there and whole.
pub(super) fn is_still_kept(store: &Store, at: &str) {
    let kept = store.handed(&id()).expect("read");
    let states: Vec<_> = kept.into_iter().map(|one| one.state).collect();
    assert_eq!(states, [Ok(at_revision(2).as_base())], "{at}");
    // Where one goes on in another place there is what is open, and its firm alone.
    if store.folder().root() == std::path::Path::new("/home/mamori") {
        let desks = store.desks().expect("read");
        let desks: Vec<_> = desks.into_iter().map(|one| one.state).collect();
        assert_eq!(desks, [Ok(noted(1))], "{at}");
    }
}

/// Does a deed with the trouble at every step, and lets `check` look at every disk that is left, with whether the
/// deed was reported as done.
pub(super) fn every_point(
    name: &str,
    base: &MemoryDisk,
    begin: impl Fn(&MemoryDisk) -> Store,
    deed: impl Fn(&mut Store) -> bool,
    check: impl Fn(&MemoryDisk, bool, &str),
) {
    let mut seen = BTreeSet::new();
    let mut look = |disk: &MemoryDisk, is_done: bool, at: &str| {
        if seen.insert((is_done, shape(disk))) {
            check(disk, is_done, at);
        }
    };
    for trouble in [
        Trouble::Once(ErrorKind::StorageFull),
        Trouble::Late(ErrorKind::TimedOut),
        Trouble::Stop,
    ] {
        for step in 0.. {
            let disk = base.copy();
            let mut store = begin(&disk);
            disk.trouble_at(step, trouble);
            let is_done = deed(&mut store);
            let was_troubled = disk.was_troubled();
            disk.heal();
            drop(store);
            let at = format!("{name}, {trouble:?} at step {step}, done: {is_done}");
            if trouble == Trouble::Stop {
                for (outcome, disk) in disk.after_a_crash().iter().enumerate() {
                    look(disk, is_done, &format!("{at}, power cut {outcome}"));
                }
            }
            look(&disk, is_done, &at);
            if !was_troubled {
                assert!(is_done, "{at}: without trouble");
                assert!(step > 3, "{at}: too few steps to believe");
                break;
            }
        }
    }
}

/// What one disk has in common with another that no check could tell from it: sealed files differ each time.
fn shape(disk: &MemoryDisk) -> Vec<(PathBuf, Vec<u8>)> {
    let shape = |(path, bytes): (PathBuf, Vec<u8>)| {
        let is_sealed =
            path.extension() == Some("age".as_ref()) || bytes.starts_with(b"age-encryption");
        let bytes = if is_sealed {
            bytes.len().to_le_bytes().to_vec()
        } else {
            bytes
        };
        (path, bytes)
    };
    disk.files().into_iter().map(shape).collect()
}

/// What the next start finds.
pub(super) struct Start {
    pub(super) listed: Vec<CaseEntry>,
    pub(super) bin: Vec<Binned>,
}

impl Start {
    pub(super) fn of(mut store: Store, at: &str) -> Self {
        let listed = store.list().unwrap_or_else(|error| panic!("{at}: {error}"));
        // What a list shows is of the same files, in the same order.
        let glanced = store.glance_over(&mut |found| {
            let state = found.state.map(|case| case.updated);
            (found.id, state.map_err(Clone::clone))
        });
        let whole = listed.iter().map(|item| {
            let state = item.state.as_ref().map(|case| case.updated);
            (item.id.clone(), state.map_err(Clone::clone))
        });
        assert_eq!(glanced, Ok(whole.collect()), "{at}: at a glance");
        let beside = listed.iter().find(|item| item.id == bystander().id);
        let beside = beside.unwrap_or_else(|| panic!("{at}: the other case is gone"));
        assert_eq!(beside.state, Ok(bystander()), "{at}: the other case");
        Self {
            listed,
            bin: store.bin().unwrap_or_else(|error| panic!("{at}: {error}")),
        }
    }

    /// The case in the list, in whatever state.
    pub(super) fn found(&self, id: &str) -> Option<&Result<Case, CaseFault>> {
        let mut listed = self.listed.iter();
        listed
            .find(|item| item.id.as_str() == id)
            .map(|item| &item.state)
    }

    pub(super) fn case(&self, at: &str) -> &Case {
        let found = self.found("k7q2m4xw");
        let found = found.unwrap_or_else(|| panic!("{at}: the case is gone"));
        found
            .as_ref()
            .unwrap_or_else(|fault| panic!("{at}: {fault}"))
    }
}
