//! Which generations of a case are kept, in which order, and what going back to one does.

use std::fs;
use std::path::Path;

use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::QuestionId;
use mamori::questionnaire::moment::Moment;
use mamori::store::{CaseFault, Cause, KEPT, Store};

use super::fault_points::{FILE, id, kept, store};
use super::memory::MemoryDisk;
use super::{Take, at_revision, folder_with, full, names, now};

const HISTORY: &str = "/home/mamori/history/k7q2m4xw";

/// A start: opens the case and saves it changed.
fn go_on(disk: &MemoryDisk, change: impl FnOnce(&mut Case)) -> Case {
    let mut store = store(disk);
    let mut case = store.take(&id()).expect("opened");
    change(&mut case);
    store.save(&case).expect("saved");
    case
}

fn next(case: &mut Case) {
    case.revision += 1;
    case.title = format!("本社工場 {}", case.revision);
}

/// The names of the generations, the newest first, and whether each is a good case.
fn generations(disk: &MemoryDisk) -> Vec<(String, bool)> {
    let found = store(disk).generations(&id()).expect("read");
    found
        .into_iter()
        .map(|one| (one.name.clone(), one.state.is_ok()))
        .collect()
}

fn good(names: &[&str]) -> Vec<(String, bool)> {
    names
        .iter()
        .map(|name| ((*name).to_owned(), true))
        .collect()
}

#[test]
fn the_three_newest_starts_are_kept() {
    assert_eq!(KEPT, 3);
    let disk = MemoryDisk::new();
    store(&disk).save(&at_revision(1)).expect("saved");
    for _ in 0..6 {
        go_on(&disk, next);
    }
    let expected = ["0000000006-001", "0000000005-001", "0000000004-001"];
    assert_eq!(generations(&disk), good(&expected));
    for generation in store(&disk).generations(&id()).expect("read") {
        let revision = generation.revision();
        assert_eq!(generation.state, Ok(at_revision(revision)));
    }
}

#[test]
fn a_damaged_generation_takes_the_place_of_no_good_one_and_stays() {
    let disk = kept();
    disk.put(&format!("{HISTORY}/0000000009-001.json"), b"{cut");
    for _ in 0..4 {
        go_on(&disk, next);
    }
    let found = generations(&disk);
    let good = found.iter().filter(|(_, is_good)| *is_good).count();
    assert_eq!(good, KEPT, "{found:?}");
    assert!(
        found.contains(&("0000000009-001".to_owned(), false)),
        "{found:?}"
    );
}

#[test]
fn what_another_program_wrote_never_goes_by_itself() {
    let disk = kept();
    for round in 0..5 {
        let mut store = store(&disk);
        let mut case = store.take(&id()).expect("opened");
        next(&mut case);
        let theirs = Case {
            title: format!("theirs {round}"),
            ..full()
        };
        disk.put(FILE, &serde_json::to_vec(&theirs).expect("JSON"));
        let saved = store.save(&case).expect("saved");
        assert!(saved.replaced_foreign);
        drop(store);
        go_on(&disk, next);
    }
    let found = store(&disk).generations(&id()).expect("read");
    let mut theirs: Vec<_> = found
        .iter()
        .filter(|one| one.is_foreign)
        .map(|one| one.state.as_ref().expect("good").title.clone())
        .collect();
    theirs.sort();
    assert_eq!(
        theirs,
        ["theirs 0", "theirs 1", "theirs 2", "theirs 3", "theirs 4"]
    );
    assert_eq!(found.iter().filter(|one| !one.is_foreign).count(), KEPT);
}

#[test]
fn the_order_is_that_of_the_revisions_also_when_the_clock_went_back() {
    let disk = MemoryDisk::new();
    store(&disk).save(&at_revision(1)).expect("saved");
    for year in [2030, 2027, 2001] {
        go_on(&disk, |case| {
            next(case);
            case.updated =
                Moment::parse(&format!("{year}-01-01T00:00:00+09:00")).expect("a moment");
        });
    }
    let expected = ["0000000003-001", "0000000002-001", "0000000001-001"];
    assert_eq!(generations(&disk), good(&expected));
    let restored = store(&disk).restore(&id(), None, now()).expect("restored");
    assert_eq!(restored.what.case.revision, 5);
    assert_eq!(restored.what.case.title, "本社工場 3");
}

#[test]
fn looking_at_another_question_makes_no_generation_and_the_next_change_does() {
    let disk = MemoryDisk::new();
    store(&disk).save(&at_revision(1)).expect("saved");
    let mut store = store(&disk);
    let mut case = store.take(&id()).expect("opened");
    for question in ["q1", "q2", "q3"] {
        for walk in case.walks.values_mut() {
            walk.at = Some(QuestionId::new(question));
        }
        store.save(&case).expect("saved");
    }
    assert_eq!(generations(&disk), []);
    next(&mut case);
    store.save(&case).expect("saved");
    next(&mut case);
    store.save(&case).expect("saved");
    assert_eq!(generations(&disk), good(&["0000000001-001"]));
}

#[test]
fn a_file_put_back_by_hand_from_a_backup_becomes_newer_than_every_generation() {
    let disk = kept();
    for _ in 0..4 {
        go_on(&disk, next);
    }
    let backup = serde_json::to_vec(&at_revision(1)).expect("JSON");
    disk.put(FILE, &backup);
    let case = go_on(&disk, next);
    assert_eq!(case.revision, 7, "the newest generation has 6");
    let newest = &store(&disk).generations(&id()).expect("read")[0];
    assert_eq!(newest.name, "0000000006-002");
    assert_eq!(newest.state, Ok(at_revision(1)), "the backup itself");
    assert_eq!(store(&disk).look(&id()), Ok(case));
}

#[test]
fn going_back_from_damage_keeps_each_damaged_file_byte_for_byte_under_a_name_of_its_own() {
    let folder = folder_with(&[]);
    let file = folder.path().join("cases/k7q2m4xw.json");
    for revision in [1, 2, 3] {
        let mut store = super::store(folder.path());
        let _ = store.take(&id());
        store.save(&at_revision(revision)).expect("saved");
    }
    let damage: [&[u8]; 3] = [b"{\"format\": 1,", b"\xff\xfe\0", b"{\"format\": 1,"];
    for bytes in damage {
        fs::write(&file, bytes).expect("damaged");
        let restored = super::store(folder.path()).restore(&id(), None, now());
        let restored = restored.expect("restored");
        let aside = restored.what.aside.expect("moved aside");
        assert_eq!(fs::read(aside).expect("there"), bytes);
        assert_eq!(
            super::store(folder.path()).look(&id()),
            Ok(restored.what.case)
        );
    }
    let damaged = folder.path().join("damaged");
    assert_eq!(
        names(&damaged),
        ["2-k7q2m4xw.json", "k7q2m4xw.json"],
        "the same bytes once"
    );
}

#[test]
fn a_named_generation_is_the_one_that_comes_back_and_a_name_that_is_not_there_changes_nothing() {
    let disk = kept();
    let before = disk.files();
    let gone = store(&disk).restore(&id(), Some("0000000007-001"), now());
    assert_eq!(gone.expect_err("gone").cause(), &Cause::Gone);
    assert_eq!(disk.files(), before);
    let restored = store(&disk)
        .restore(&id(), Some("0000000001-001"), now())
        .expect("restored");
    assert_eq!(restored.what.case.title, at_revision(1).title);
    assert_eq!(restored.what.aside, None);
    assert_eq!(
        generations(&disk)[0].0,
        "0000000003-001",
        "what was there can be gone back to"
    );
}

#[test]
fn a_folder_or_far_too_much_in_the_place_of_a_case_is_moved_and_the_generation_comes_back() {
    type Put = fn(&Path);
    let kinds: [(&str, Put); 2] = [
        ("a folder", |path| fs::create_dir(path).expect("a folder")),
        ("200 MB", |path| {
            let file = fs::File::create(path).expect("a file");
            file.set_len(200_000_000).expect("a hole");
        }),
    ];
    for (name, put) in kinds {
        let folder = folder_with(&[]);
        let file = folder.path().join("cases/k7q2m4xw.json");
        for revision in [1, 2] {
            let mut store: Store = super::store(folder.path());
            let _ = store.take(&id());
            store.save(&at_revision(revision)).expect("saved");
        }
        fs::remove_file(&file).expect("removed");
        put(&file);
        let mut store = super::store(folder.path());
        let fault = store.take(&id()).expect_err(name);
        assert!(
            matches!(fault, CaseFault::NotAFile | CaseFault::TooLarge),
            "{name}: {fault}"
        );
        let restored = store.restore(&id(), None, now()).expect(name);
        assert_eq!(restored.what.case.title, at_revision(1).title, "{name}");
        assert_eq!(
            names(&folder.path().join("damaged")),
            ["k7q2m4xw.json"],
            "{name}"
        );
    }
}
