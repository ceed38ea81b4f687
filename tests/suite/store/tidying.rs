//! What the look over the data folder at a start closes, empties and tells, and what it leaves alone.

use std::fs;
use std::path::Path;

use mamori::questionnaire::folder_notice::FolderNotice;
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::{Day, Moment};
use mamori::store::disk::RealDisk;
use mamori::store::{CaseEntry, CaseFault, Cause, Seen, Store};

use super::at_revision;
use super::fault_points::{id, kept, today};
use super::lasting_faults::LastingFault;
use super::memory::MemoryDisk;
use super::{FULL, Take, folder_with, full, ids, last_change, now, store};

#[cfg(unix)]
fn tidy(folder: &Path) -> Vec<FolderNotice> {
    let mut store = store(folder);
    let listed = store.list().expect("listed");
    store.tidy(last_change(&listed), now())
}

#[cfg(unix)]
mod rights {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("changed");
    }

    fn mode(path: &Path) -> u32 {
        let found = fs::metadata(path).expect("there");
        found.permissions().mode() & 0o777
    }

    /// Everything below, and the folder itself, as a program of a careless umask would have left it.
    fn open_to_all(folder: &Path) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let found = fs::symlink_metadata(&path).expect("there");
            if found.is_dir() {
                open_to_all(&path);
            } else if found.is_file() {
                set(&path, 0o644);
            }
        }
        set(folder, 0o755);
    }

    fn folder() -> tempfile::TempDir {
        let folder = folder_with(&[]);
        for revision in [1, 2] {
            let mut store = store(folder.path());
            let _ = store.take(&id());
            store.save(&at_revision(revision)).expect("saved");
        }
        folder
    }

    #[test]
    fn what_others_could_read_is_closed_and_counted_once() {
        let folder = folder();
        open_to_all(folder.path());
        // The root, cases, history, one in it, locks; the case, a generation, data.lock, .lock, .who.
        assert_eq!(tidy(folder.path()), [FolderNotice::ClosedNow(10)]);
        assert_eq!(tidy(folder.path()), []);
        assert_eq!(mode(folder.path()), 0o700);
        assert_eq!(mode(&folder.path().join("cases/k7q2m4xw.json")), 0o600);
        let history = folder.path().join("history/k7q2m4xw");
        assert_eq!(mode(&history), 0o700);
        assert_eq!(mode(&history.join("0000000001-001.json")), 0o600);
    }

    #[test]
    fn what_is_somebody_elses_in_the_same_folder_is_not_touched() {
        for theirs in ["Documents", ".ssh", ".bin.d"] {
            let folder = folder();
            let below = folder.path().join(theirs);
            fs::create_dir(&below).expect("a folder");
            fs::write(below.join("run"), "#!/bin/sh").expect("a file");
            open_to_all(folder.path());
            set(&below.join("run"), 0o755);
            assert_eq!(
                tidy(folder.path()),
                [FolderNotice::ClosedNow(9)],
                "{theirs}"
            );
            assert_eq!(mode(folder.path()), 0o755, "{theirs}");
            assert_eq!(mode(&below), 0o755, "{theirs}");
            assert_eq!(mode(&below.join("run")), 0o755, "{theirs}");
        }
    }

    #[test]
    fn a_root_with_only_what_every_folder_gets_is_closed() {
        let folder = folder();
        fs::write(folder.path().join(".DS_Store"), "").expect("a file");
        fs::write(folder.path().join(".settings.tmp"), "").expect("a file");
        open_to_all(folder.path());
        tidy(folder.path());
        assert_eq!(mode(folder.path()), 0o700);
    }

    #[test]
    fn a_link_is_not_followed_to_what_it_leads_to() {
        let folder = folder();
        let elsewhere = tempfile::tempdir().expect("a folder");
        fs::write(elsewhere.path().join("theirs"), "").expect("a file");
        symlink(elsewhere.path(), folder.path().join("bin")).expect("a link");
        symlink(
            elsewhere.path().join("theirs"),
            folder.path().join("cases/theirs.json"),
        )
        .expect("a link");
        open_to_all(elsewhere.path());
        tidy(folder.path());
        assert_eq!(mode(elsewhere.path()), 0o755);
        assert_eq!(mode(&elsewhere.path().join("theirs")), 0o644);
    }
}

#[test]
fn a_disk_that_cannot_close_a_folder_is_told() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut faulty = LastingFault::new(RealDisk);
    faulty.closes = false;
    let mut store = Store::new(folder.path().to_owned(), Box::new(faulty));
    let listed = store.list().expect("listed");
    assert_eq!(
        store.tidy(last_change(&listed), now()),
        [FolderNotice::StaysOpen]
    );
}

fn on(day: &str) -> Moment {
    Moment::parse(&format!("{day}T09:00:00+09:00")).expect("a moment")
}

fn memory(disk: &MemoryDisk) -> Store {
    super::fault_points::store(disk)
}

#[test]
fn the_bin_keeps_a_case_for_thirty_days_and_not_longer() {
    let disk = kept();
    memory(&disk)
        .throw_away(&id(), today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    for (day, expected) in [
        ("2026-11-25", vec![]),
        ("2026-12-24", vec![]),
        ("2026-12-25", vec![]),
        ("2026-12-26", vec![FolderNotice::Gone(1)]),
        ("2026-12-27", vec![]),
    ] {
        let mut store = memory(&disk);
        let listed = store.list().expect("listed");
        assert_eq!(store.tidy(last_change(&listed), on(day)), expected, "{day}");
    }
    assert_eq!(memory(&disk).generations(&id()), Ok(vec![]));
    assert_eq!(
        memory(&disk).list().expect("listed").len(),
        1,
        "the other case stays"
    );
}

#[test]
fn with_a_clock_that_went_back_no_day_is_counted() {
    let disk = kept();
    memory(&disk)
        .throw_away(&id(), Day::parse("2026-01-01").expect("a day"))
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    let mut store = memory(&disk);
    let listed = store.list().expect("listed");
    let last = listed[0].state.as_ref().expect("a case").updated;
    // More than thirty days after it was thrown away, and before the last change of the other case.
    assert_eq!(
        store.tidy(last_change(&listed), on("2026-03-01")),
        [FolderNotice::ClockWentBack(last)]
    );
    assert_eq!(store.bin().expect("read").len(), 1);
    assert_eq!(
        store.tidy(last_change(&listed), now()),
        [FolderNotice::Gone(1)]
    );
}

#[test]
fn what_cannot_be_removed_keeps_nothing_else_in_the_bin() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut store = Store::new(folder.path().to_owned(), Box::new(RealDisk));
    store
        .throw_away(&id(), today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    // Of the same day and before it in the order: a folder where a file should be.
    let stays = folder.path().join("bin/zzzz2222~2026-11-25.json");
    fs::create_dir_all(stays.join("theirs")).expect("a folder");
    let listed = store.list().expect("listed");
    let found = store.tidy(last_change(&listed), on("2026-12-26"));
    assert!(found.contains(&FolderNotice::Gone(1)), "{found:?}");
    assert!(stays.join("theirs").exists());
    let emptied = store.empty_bin(None).expect("tried");
    assert_eq!((emptied.gone, emptied.left), (0, 1));
    assert!(emptied.fault.is_some());
}

#[test]
fn a_name_in_the_bin_that_is_not_ours_never_goes_by_itself() {
    let disk = kept();
    disk.make_folders(Path::new("/home/mamori/bin"));
    let theirs = [
        "notes.json",
        "k7q2m4xw.json",
        "k7q2m4xw~.json",
        "k7q2m4xw~2026-13-01.json",
        "x~2020.json",
    ];
    for name in theirs {
        disk.put(&format!("/home/mamori/bin/{name}"), FULL.as_bytes());
    }
    let before = disk.files();
    let mut store = memory(&disk);
    let listed = store.list().expect("listed");
    assert_eq!(store.tidy(last_change(&listed), on("2036-01-01")), []);
    assert_eq!(disk.files(), before);
}

#[test]
fn two_cases_of_which_one_has_the_name_of_the_other_in_its_own_do_not_keep_each_other_in_the_bin() {
    let disk = kept();
    let copy = "/home/mamori/cases/k7q2m4xw~PC1.json";
    disk.put(copy, FULL.as_bytes());
    memory(&disk)
        .throw_away(&CaseId::new("k7q2m4xw~PC1"), today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    memory(&disk)
        .throw_away(&id(), Day::parse("2026-10-01").expect("a day"))
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    let mut store = memory(&disk);
    let listed = store.list().expect("listed");
    assert_eq!(
        store.tidy(last_change(&listed), now()),
        [FolderNotice::Gone(1)]
    );
    assert_eq!(
        store.generations(&id()),
        Ok(vec![]),
        "they went with the case"
    );
    assert_eq!(store.bin().expect("read")[0].file(), "k7q2m4xw~PC1");
}

#[test]
fn a_copy_that_a_synchronised_folder_made_is_listed_as_a_copy_and_can_become_a_case_of_its_own() {
    let theirs = [
        "k7q2m4xw (1)",
        "k7q2m4xw - コピー",
        "k7q2m4xw.sync-conflict-20261125-090000-ABCDEFG",
        "k7q2m4xw~PC1",
        "k7q2m4xw (Tanaka's conflicted copy 2026-11-25)",
    ];
    for (number, name) in theirs.into_iter().enumerate() {
        let file = format!("{name}.json");
        let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes()), (&file, FULL.as_bytes())]);
        let mut store = store(folder.path());
        let listed = store.list().expect("listed");
        let copy = listed.iter().find(|item| item.id.as_str() == name);
        let copy = copy.unwrap_or_else(|| panic!("{name}: {:?}", ids(&listed)));
        assert_eq!(
            copy.state,
            Err(CaseFault::WrongId(Box::new(full()))),
            "{name}"
        );
        let fresh = CaseId::new(&format!("aaaa234{}", number + 2));
        store
            .adopt(&copy.id, &fresh, now())
            .and_then(Seen::without_doubt)
            .expect(name);
        let adopted = store.take(&fresh).expect(name);
        assert_eq!(
            (adopted.title, adopted.walks),
            (full().title, full().walks),
            "{name}"
        );
        assert_eq!(store.take(&id()), Ok(full()), "{name}");
        let bin = store.bin().expect("read");
        assert_eq!(bin.len(), 1, "{name}");
        assert_eq!(bin[0].file(), name);
        assert_eq!(store.list().expect("listed").len(), 2, "{name}");
        assert_eq!(
            store.put_back(&bin[0].name),
            Ok(Seen::sure(CaseId::new(name))),
            "{name}"
        );
    }
}

#[test]
fn a_file_that_was_renamed_by_hand_is_no_copy_of_one_that_is_not_there() {
    let renamed = Err(CaseFault::Renamed(Box::new(full())));
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut old = store(folder.path());
    old.take(&id()).expect("opened");
    old.save(&at_revision(42)).expect("saved");
    drop(old);
    let cases = folder.path().join("cases");
    fs::rename(cases.join("k7q2m4xw.json"), cases.join("工場.json")).expect("renamed");
    let name = CaseId::new("工場");
    let mut store = store(folder.path());
    let listed = store.list().expect("listed");
    let renamed_now = Err(CaseFault::Renamed(Box::new(at_revision(42))));
    assert_eq!(listed[0].state, renamed_now);
    assert_eq!(store.look(&name), renamed_now);
    // With its name back it is the check that it was, with its earlier versions.
    let named = store.name_back(&name, &id(), now());
    assert_eq!(named, Ok(Seen::sure(())));
    assert_eq!(store.look(&id()), Ok(at_revision(42)));
    assert_eq!(store.generations(&id()).map(|kept| kept.len()), Ok(1));
    // Beside the original it is a copy, and takes its name from nobody.
    fs::write(cases.join("工場.json"), FULL).expect("a file");
    assert!(matches!(store.look(&name), Err(CaseFault::WrongId(_))));
    let named = store.name_back(&name, &id(), now());
    assert_eq!(named.expect_err("taken").cause(), &Cause::Taken);
    fs::remove_file(cases.join("k7q2m4xw.json")).expect("gone");
    assert_eq!(store.look(&name), renamed);
}

/// Somebody looked for a check and was told that there is none.
#[test]
fn a_check_under_another_ending_is_told_and_gets_its_name_back() {
    for (name, id_of_it) in [
        ("k7q2m4xw.JSON", "k7q2m4xw.JSON"),
        ("K7Q2M4XW.JSON", "K7Q2M4XW.JSON"),
        ("k7q2m4xw.json.txt", "k7q2m4xw.json.txt"),
        ("k7q2m4xw.json - コピー", "k7q2m4xw.json - コピー"),
    ] {
        let folder = folder_with(&[(name, FULL.as_bytes())]);
        let mut store = store(folder.path());
        let listed = store.list().expect("listed");
        let seen: Vec<_> = listed.iter().map(|entry| entry.id.as_str()).collect();
        let is_told = matches!(
            listed[..],
            [CaseEntry {
                state: Err(CaseFault::Renamed(_)),
                ..
            }]
        );
        // A disk that makes no difference between capitals has it under its own name.
        let is_it = matches!(listed[..], [CaseEntry { state: Ok(_), .. }]);
        assert!(
            is_it || (is_told && seen == [id_of_it]),
            "{name}: {listed:?}"
        );
        if is_told {
            let named = store.name_back(&CaseId::new(id_of_it), &id(), now());
            assert_eq!(named, Ok(Seen::sure(())), "{name}");
        }
        assert_eq!(store.look(&id()), Ok(full()), "{name}");
        let bytes = fs::read(folder.path().join("cases/k7q2m4xw.json")).expect("the file");
        assert_eq!(bytes, FULL.as_bytes());
    }
    // Beside the check itself it is what somebody keeps of it, and thrown away it comes back as it was.
    let folder = folder_with(&[
        ("k7q2m4xw.json", FULL.as_bytes()),
        ("k7q2m4xw.json.bak", FULL.as_bytes()),
    ]);
    assert_eq!(store(folder.path()).list().expect("listed").len(), 1);
    let folder = folder_with(&[("k7q2m4xw.json.bak", FULL.as_bytes())]);
    let mut store = store(folder.path());
    let name = CaseId::new("k7q2m4xw.json.bak");
    assert!(store.throw_away(&name, now().day()).is_ok());
    assert_eq!(store.list().expect("listed"), []);
    assert_eq!(store.bin().expect("the bin").len(), 1);
}
