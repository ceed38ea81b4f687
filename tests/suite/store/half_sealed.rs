//! Working on in a folder that is half sealed, because another program kept the start from finishing it: what is
//! saved then is what counts, whatever else is still there of the case.

use std::path::Path;

use mamori::questionnaire::case::Case;
use mamori::store::{Seal, Seen, Store};

use super::fault_points::{FILE, bystander, id, is_still_kept, kept, store, today};
use super::memory::{MemoryDisk, Trouble};
use super::sealing::light;
use super::{Take, at_revision, now};

const X: &str = "x";

fn half(base: &MemoryDisk, deed: fn(&mut Store)) -> Vec<MemoryDisk> {
    let mut halves = Vec::new();
    for step in (0..).step_by(2) {
        let disk = base.copy();
        let mut store = light(store(&disk));
        if store.seal() == Ok(Seal::Closed) {
            store.open_seal(X).expect("opened");
        }
        disk.trouble_at(step, Trouble::Stop);
        deed(&mut store);
        let was_troubled = disk.was_troubled();
        disk.heal();
        let disk = disk.copy();
        if self::store(&disk).seal() == Ok(Seal::Closed) {
            halves.push(disk);
        }
        if !was_troubled {
            return halves;
        }
    }
    halves
}

/// Disks at all stages of being sealed and unsealed.
fn halves() -> Vec<MemoryDisk> {
    let base = kept();
    let mut halves = half(&base, |store| drop(store.put_seal(X)));
    light(store(&base)).put_seal(X).expect("sealed");
    halves.extend(half(&base, |store| drop(store.remove_seal())));
    assert!(halves.len() > 30, "{}", halves.len());
    halves
}

fn opened(disk: &MemoryDisk) -> Store {
    let mut store = light(store(disk));
    store.open_seal(X).expect("opened");
    store
}

/// Works on without finishing, then starts again, finishes, and gives what the list has of the case.
fn after(disk: &MemoryDisk, work: impl Fn(&mut Store)) -> (Store, Option<Case>) {
    let mut unfinished = opened(disk);
    work(&mut unfinished);
    drop(unfinished);
    let mut next = opened(disk);
    next.finish_sealing().expect("finished");
    let listed = next.list().expect("listed");
    let other = listed.iter().find(|item| item.id == bystander().id);
    assert_eq!(other.expect("there").state, Ok(bystander()));
    is_still_kept(&next, "after what was done");
    let found = listed.into_iter().find(|item| item.id == id());
    (next, found.map(|item| item.state.expect("whole")))
}

#[test]
fn what_is_saved_in_a_folder_that_is_half_sealed_is_what_the_next_start_finds() {
    for (number, disk) in halves().iter().enumerate() {
        let (_, found) = after(disk, |store| {
            store.take(&id()).expect("opened");
            let saved = store.save(&at_revision(4)).expect("saved");
            assert!(!saved.replaced_foreign, "half {number}: nobody else wrote");
        });
        assert_eq!(found, Some(at_revision(4)), "half {number}");
    }
}

#[test]
fn what_is_thrown_away_in_a_folder_that_is_half_sealed_is_once_in_the_bin_and_comes_back_whole() {
    for (number, disk) in halves().iter().enumerate() {
        let (mut store, found) = after(disk, |store| {
            store
                .throw_away(&id(), today())
                .and_then(Seen::without_doubt)
                .expect("in the bin");
        });
        assert_eq!(found, None, "half {number}");
        let bin = store.bin().expect("read");
        assert_eq!(bin.len(), 1, "half {number}: {bin:?}");
        store
            .put_back(&bin[0].name)
            .and_then(Seen::without_doubt)
            .expect("put back");
        assert_eq!(store.take(&id()), Ok(at_revision(3)), "half {number}");
        assert_eq!(store.bin(), Ok(vec![]), "half {number}");
    }
}

#[test]
fn what_is_put_back_in_a_folder_that_is_half_sealed_is_once_in_the_list() {
    let base = kept();
    store(&base)
        .throw_away(&id(), today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    for (number, disk) in half(&base, |store| drop(store.put_seal(X)))
        .iter()
        .enumerate()
    {
        let (store, found) = after(disk, |store| {
            assert_eq!(store.bin().expect("read").len(), 1, "half {number}");
            store
                .put_back("k7q2m4xw~2026-11-25")
                .and_then(Seen::without_doubt)
                .expect("put back");
        });
        assert_eq!(found, Some(at_revision(3)), "half {number}");
        assert_eq!(store.bin(), Ok(vec![]), "half {number}");
    }
}

#[test]
fn going_back_in_a_folder_that_is_half_sealed_keeps_what_was_there_as_a_generation() {
    for (number, disk) in halves().iter().enumerate() {
        let (store, found) = after(disk, |store| {
            assert_eq!(
                store.generations(&id()).expect("read").len(),
                2,
                "half {number}"
            );
            store
                .restore(&id(), None, now())
                .and_then(Seen::without_doubt)
                .expect("restored");
        });
        let found = found.expect("listed");
        assert_eq!(
            (found.revision, found.title),
            (4, at_revision(2).title),
            "half {number}"
        );
        let generations = store.generations(&id()).expect("read");
        assert!(
            generations.iter().all(|one| one.state.is_ok()),
            "half {number}: {generations:?}"
        );
        assert_eq!(generations[0].state, Ok(at_revision(3)), "half {number}");
    }
}

#[test]
fn of_two_files_of_a_case_the_one_that_was_saved_last_stays_and_the_other_is_kept_aside() {
    // The sealed one says 3. Somebody puts an earlier or a later one beside it, as it was before the seal.
    for (revision, stays) in [(2, 3), (3, 3), (7, 7)] {
        for take_away in [false, true] {
            let disk = kept();
            light(store(&disk)).put_seal(X).expect("sealed");
            let mut beside = at_revision(revision);
            beside.walk = mamori::questionnaire::id::PackId::new("theirs");
            disk.put(FILE, &serde_json::to_vec(&beside).expect("JSON"));
            let mut store = opened(&disk);
            if take_away {
                store.remove_seal().expect("taken away");
            } else {
                store.finish_sealing().expect("finished");
            }
            let at = format!("{revision}, taken away: {take_away}");
            assert_eq!(
                store.take(&id()).map(|case| case.revision),
                Ok(stays),
                "{at}"
            );
            let is_theirs = store.look(&id()).is_ok_and(|case| case == beside);
            assert_eq!(is_theirs, stays == 7, "{at}");
            let files = disk.files();
            let aside: Vec<_> = files
                .keys()
                .filter(|path| path.starts_with("/home/mamori/damaged"))
                .collect();
            assert_eq!(aside.len(), 1, "{at}: {aside:?}");
            let is_plain = !files.contains_key(Path::new("/home/mamori/identity.age"));
            assert_eq!(
                aside[0].extension() == Some("json".as_ref()),
                is_plain,
                "{at}: {aside:?}"
            );
        }
    }
}

#[test]
fn a_case_that_was_opened_before_sealing_was_finished_is_not_taken_for_another_programs() {
    for (number, disk) in halves().iter().enumerate() {
        let mut store = opened(disk);
        store.take(&id()).expect("opened");
        store.finish_sealing().expect("finished");
        let saved = store.save(&at_revision(4)).expect("saved");
        assert!(!saved.replaced_foreign, "half {number}");
    }
}
