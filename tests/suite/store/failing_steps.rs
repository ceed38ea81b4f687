//! Every deed of the store but saving and sealing, gone wrong at every step. The next start finds each case in the
//! list or in the bin, as it was or as it was to be, and never in neither.

use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::CaseId;
use mamori::store::format::Migration;
use mamori::store::{CaseFault, Generation, Seen, Store};
use serde_json::Value;

use super::fault_points::{
    FILE, Start, bystander, every_point, id, is_still_kept, kept, store, today,
};
use super::memory::MemoryDisk;
use super::{FULL, Take, at_revision, now};

const COPY: &str = "/home/mamori/cases/k7q2m4xw (1).json";
const CUT: &[u8] = b"{\"format\": 1, \"title\": \"";

fn restored() -> Case {
    Case {
        revision: 4,
        updated: now(),
        ..at_revision(2)
    }
}

#[test]
fn going_back_to_a_generation_leaves_the_newest_or_the_one_that_was_asked_for() {
    let deed = |store: &mut Store| {
        store
            .restore(&id(), None, now())
            .is_ok_and(|done| done.is_sure())
    };
    every_point("restore", &kept(), store, deed, |disk, is_done, at| {
        let start = Start::of(store(disk), at);
        let case = start.case(at);
        let is_old = !is_done && *case == at_revision(3);
        // With the newest generation unreadable, the one before it comes back.
        let is_new =
            case.revision == 4 && [restored().title, at_revision(1).title].contains(&case.title);
        assert!(is_old || is_new, "{at}: {} {}", case.revision, case.title);
        let newest = serde_json::to_value(at_revision(3)).expect("JSON");
        let is_there = disk
            .files()
            .values()
            .any(|bytes| serde_json::from_slice::<Value>(bytes).is_ok_and(|value| value == newest));
        assert!(is_there, "{at}: what stood there before is lost");
    });
}

#[test]
fn going_back_from_a_damaged_file_never_leaves_the_case_without_a_file_and_keeps_the_damaged_bytes()
{
    let base = kept();
    base.put(FILE, CUT);
    let deed = |store: &mut Store| {
        store
            .restore(&id(), None, now())
            .is_ok_and(|done| done.is_sure())
    };
    every_point(
        "restore a damaged case",
        &base,
        store,
        deed,
        |disk, is_done, at| {
            let start = Start::of(store(disk), at);
            match start.found("k7q2m4xw") {
                Some(Ok(case)) => assert_eq!(case.revision, 3, "{at}"),
                Some(Err(CaseFault::CutOff)) if !is_done => {}
                found => panic!("{at}: {found:?}"),
            }
            let is_there = disk.files().values().any(|bytes| bytes == CUT);
            assert!(is_there, "{at}: the damaged file is lost");
            let again = store(disk).restore(&id(), None, now());
            assert!(again.is_ok(), "{at}: {again:?}");
            let copies = disk.files().values().filter(|bytes| *bytes == CUT).count();
            assert_eq!(copies, 1, "{at}: {:?}", disk.files().keys());
        },
    );
}

/// The case is in the list or in the bin, whole, and never in neither or both.
fn is_in_the_bin(start: &Start, at: &str) -> bool {
    let in_bin = match &start.bin[..] {
        [] => false,
        [one] => {
            assert_eq!(one.state, Ok(at_revision(3)), "{at}");
            true
        }
        two => panic!("{at}: {two:?}"),
    };
    let listed = start.found("k7q2m4xw");
    assert_eq!(
        listed.is_some(),
        !in_bin,
        "{at}: in the list and the bin, or in neither"
    );
    assert!(
        listed.is_none_or(|case| *case == Ok(at_revision(3))),
        "{at}"
    );
    in_bin
}

#[test]
fn a_case_that_is_thrown_away_is_in_the_list_or_in_the_bin() {
    let deed = |store: &mut Store| {
        store
            .throw_away(&id(), today())
            .is_ok_and(|done| done.is_sure())
    };
    every_point("throw away", &kept(), store, deed, |disk, is_done, at| {
        let is_in_bin = is_in_the_bin(&Start::of(store(disk), at), at);
        assert!(is_in_bin || !is_done, "{at}");
        assert_eq!(
            store(disk).generations(&id()).map(|all| all.len()),
            Ok(2),
            "{at}"
        );
        is_still_kept(&store(disk), at);
    });
}

fn thrown() -> MemoryDisk {
    let disk = kept();
    store(&disk)
        .throw_away(&id(), today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    disk
}

#[test]
fn a_case_that_is_put_back_is_in_the_list_or_in_the_bin() {
    let deed = |store: &mut Store| {
        store
            .put_back("k7q2m4xw~2026-11-25")
            .is_ok_and(|done| done.is_sure())
    };
    every_point("put back", &thrown(), store, deed, |disk, is_done, at| {
        let is_in_bin = is_in_the_bin(&Start::of(store(disk), at), at);
        assert!(!is_in_bin || !is_done, "{at}");
    });
}

#[test]
fn emptying_the_bin_takes_what_is_in_it_and_nothing_else() {
    let deed = |store: &mut Store| {
        store
            .empty_bin(None)
            .is_ok_and(|emptied| emptied.gone == 1 && emptied.fault.is_none())
    };
    every_point(
        "empty the bin",
        &thrown(),
        store,
        deed,
        |disk, is_done, at| {
            let start = Start::of(store(disk), at);
            assert_eq!(start.listed.len(), 1, "{at}");
            assert!(start.bin.iter().all(|binned| binned.state.is_ok()), "{at}");
            assert!(start.bin.is_empty() || !is_done, "{at}");
            store(disk).empty_bin(None).expect("emptied");
            let left: Vec<_> = disk.files().into_keys().collect();
            let of_the_case = |path: &&std::path::PathBuf| {
                path.to_string_lossy().contains("k7q2m4xw")
                    && !path.starts_with("/home/mamori/locks")
            };
            assert_eq!(left.iter().find(of_the_case), None, "{at}");
        },
    );
}

#[test]
fn emptying_the_bin_never_takes_the_generations_of_a_case_that_is_in_the_list() {
    let base = thrown();
    store(&base).save(&at_revision(9)).expect("saved again");
    let deed = |store: &mut Store| {
        store
            .empty_bin(None)
            .is_ok_and(|emptied| emptied.gone == 1 && emptied.fault.is_none())
    };
    every_point("empty the bin", &base, store, deed, |disk, _, at| {
        assert_eq!(*Start::of(store(disk), at).case(at), at_revision(9), "{at}");
        let generations = store(disk).generations(&id()).expect("read");
        let revisions: Vec<_> = generations.iter().map(Generation::revision).collect();
        assert_eq!(revisions, [2, 1], "{at}");
        is_still_kept(&store(disk), at);
    });
}

#[test]
fn a_damaged_file_that_is_put_aside_is_there_once_byte_for_byte() {
    let base = kept();
    base.put(FILE, CUT);
    let deed = |store: &mut Store| store.put_aside(&id()).is_ok();
    every_point("put aside", &base, store, deed, |disk, is_done, at| {
        let start = Start::of(store(disk), at);
        let places: Vec<_> = disk
            .files()
            .into_iter()
            .filter(|(_, bytes)| bytes == CUT)
            .collect();
        assert_eq!(places.len(), 1, "{at}: {places:?}");
        let is_aside = places[0].0.starts_with("/home/mamori/damaged");
        assert_eq!(start.found("k7q2m4xw").is_none(), is_aside, "{at}");
        assert!(is_aside || !is_done, "{at}");
    });
}

/// Format 0 was never there: in it the title is called name.
const STEPS: &[Migration] = &[Migration {
    from: 0,
    step: |mut old| {
        let members = old.as_object_mut()?;
        let name = members.shift_remove("name")?;
        members.insert("title".to_owned(), name);
        members.insert("format".to_owned(), 1.into());
        Some(old)
    },
}];

#[test]
fn the_first_save_of_a_case_in_an_older_format_keeps_the_file_as_it_was() {
    let old = FULL.replace("\"title\":", "\"name\":");
    let old = old.replace("\"format\": 1", "\"format\": 0");
    let base = MemoryDisk::new();
    store(&base).save(&bystander()).expect("saved");
    base.put(FILE, old.as_bytes());
    let migrating = |disk: &MemoryDisk| store(disk).with_migrations(STEPS);
    let before = migrating(&base).look(&id()).expect("migrated");
    let begin = |disk: &MemoryDisk| {
        let mut store = migrating(disk);
        store.take(&id()).expect("migrated");
        store
    };
    // Also when nothing is changed but where the user is.
    for after in [
        before.clone(),
        Case {
            revision: before.revision + 1,
            ..before.clone()
        },
    ] {
        let deed = |store: &mut Store| store.save(&after).is_ok();
        every_point("migrate", &base, begin, deed, |disk, is_done, at| {
            let start = Start::of(migrating(disk), at);
            let case = start.case(at);
            assert!(*case == after || !is_done && *case == before, "{at}");
            let kept = disk
                .files()
                .into_iter()
                .filter(|(_, bytes)| bytes == old.as_bytes());
            let mut places = kept.map(|(path, _)| path);
            assert!(places.next().is_some(), "{at}: the file as it was is lost");
            let in_history = disk.files().iter().any(|(path, bytes)| {
                path.starts_with("/home/mamori/history/k7q2m4xw") && bytes == old.as_bytes()
            });
            assert!(in_history || !is_done, "{at}");
        });
    }
}

#[test]
fn a_case_that_is_opened_after_a_kill_is_what_a_power_cut_leaves() {
    for step in 0..40 {
        let disk = kept();
        let mut killed = store(&disk);
        killed.take(&id()).expect("opened");
        disk.trouble_at(step, super::memory::Trouble::Stop);
        let _ = killed.save(&at_revision(4));
        disk.heal();
        disk.let_go();
        let opened = store(&disk).take(&id()).expect("opened");
        for disk in disk.after_a_crash() {
            assert_eq!(store(&disk).look(&id()), Ok(opened.clone()), "step {step}");
        }
    }
}

#[test]
fn taking_a_copy_as_a_case_of_its_own_never_loses_the_copy() {
    let base = kept();
    base.put(COPY, FULL.as_bytes());
    let copy = CaseId::new("k7q2m4xw (1)");
    let fresh = CaseId::new("aaaa2345");
    let deed = |store: &mut Store| {
        store
            .adopt(&copy, &fresh, now())
            .is_ok_and(|done| done.is_sure())
    };
    every_point("adopt", &base, store, deed, |disk, is_done, at| {
        let start = Start::of(store(disk), at);
        assert_eq!(*start.case(at), at_revision(3), "{at}");
        let is_listed = start.found(copy.as_str()).is_some();
        assert_eq!(is_listed, start.bin.is_empty(), "{at}: the copy");
        let adopted = start.found(fresh.as_str());
        let same = Ok(Case {
            id: fresh.clone(),
            updated: now(),
            ..super::full()
        });
        assert!(
            adopted.is_none_or(|case| *case == same),
            "{at}: {adopted:?}"
        );
        assert!(
            is_listed || adopted.is_some(),
            "{at}: in the bin before it was saved"
        );
        assert!(!is_done || !is_listed && adopted.is_some(), "{at}");
    });
}

#[test]
fn going_on_in_another_place_leaves_the_first_as_it_is_and_saves_in_the_second() {
    let begin = |disk: &MemoryDisk| {
        let mut store = store(disk);
        store.take(&id()).expect("opened");
        store
    };
    let deed = |store: &mut Store| {
        store.move_to("/home/stick/mamori".into(), now()).is_ok()
            && store.save(&at_revision(4)).is_ok()
    };
    every_point("move", &kept(), begin, deed, |disk, is_done, at| {
        let here = *Start::of(store(disk), at).case(at) == at_revision(3);
        let mut there = Store::new("/home/stick/mamori".into(), Box::new(disk.clone()));
        let there = there.list().expect("listed");
        assert!(here || there.is_empty(), "{at}");
        assert!(
            there.iter().all(|item| item.state == Ok(at_revision(4))),
            "{at}"
        );
        assert!(!is_done || there.len() == 1, "{at}");
        is_still_kept(&store(disk), at);
        // What cannot be read at the first place keeps nobody from going on; it stays there.
        let moved = Store::new("/home/stick/mamori".into(), Box::new(disk.clone()));
        if moved.handed(&id()) != Ok(vec![]) {
            is_still_kept(&moved, at);
        }
    });
}
