//! Putting a seal on, taking it away, changing its passphrase, finishing what was cut short: gone wrong at every step.
//! The next start reads every case with one of the two ways, and nothing is readable from outside once it is sealed.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use mamori::questionnaire::id::CaseId;
#[cfg(debug_assertions)]
use mamori::store::seal::Work;
use mamori::store::{OpenFault, Seal, Seen, Store};

use super::fault_points::{
    FILE, Start, bystander, every_point, id, is_still_kept, kept, store, today,
};
use super::memory::{MemoryDisk, Trouble};
use super::{Take, at_revision};

const OLD: &str = "がくぶち 2026";
const NEW: &str = "an other one";

/// What must not be readable: every title, and every id inside a file.
const TITLE: &[u8] = "本社工場".as_bytes();
const DRAFTS: [&str; 3] = [
    "/home/mamori/cases/.k7q2m4xw.tmp",
    "/home/mamori/history/bbbb2222/.0000000011-001.tmp",
    "/home/mamori/damaged/.lost.tmp",
];

/// With little work for a passphrase, where that is to be had.
pub(super) fn light(store: Store) -> Store {
    #[cfg(debug_assertions)]
    let store = store.with_work(Work::LIGHT);
    store
}

fn sealable(disk: &MemoryDisk) -> Store {
    light(store(disk))
}

/// A disk with two cases, generations, one in the bin, something damaged, and drafts of killed programs.
fn plain() -> MemoryDisk {
    let disk = kept();
    let mut thrown = at_revision(5);
    thrown.id = CaseId::new("cccc2222");
    let mut store = store(&disk);
    store.save(&thrown).expect("saved");
    store
        .throw_away(&thrown.id, today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
    drop(store);
    for draft in DRAFTS {
        let folder = Path::new(draft).parent().expect("a folder");
        disk.make_folders(folder);
        disk.put(draft, TITLE);
    }
    disk.put("/home/mamori/damaged/lost.json", TITLE);
    disk
}

fn sealed() -> MemoryDisk {
    let disk = plain();
    let mut store = sealable(&disk);
    store.put_seal(OLD).expect("sealed");
    disk
}

fn opened(disk: &MemoryDisk) -> Store {
    let mut store = sealable(disk);
    store.open_seal(OLD).expect("opened");
    store
}

/// Where something can be read without the passphrase.
fn readable(disk: &MemoryDisk) -> Vec<String> {
    let has_title = |bytes: &[u8]| bytes.windows(TITLE.len()).any(|part| part == TITLE);
    let files = disk.files().into_iter();
    files
        .filter(|(_, bytes)| has_title(bytes))
        .map(|(path, _)| path.display().to_string())
        .collect()
}

/// Everything that was there before is there, each once.
fn is_all_there(store: Store, at: &str) {
    let generations = store.generations(&id()).expect("read");
    let kept: Vec<_> = generations
        .iter()
        .map(|one| one.state.as_ref().map(|case| case.revision))
        .collect();
    assert_eq!(kept, [Ok(2), Ok(1)], "{at}");
    is_still_kept(&store, at);
    let start = Start::of(store, at);
    assert_eq!(start.listed.len(), 2, "{at}");
    assert_eq!(start.found("k7q2m4xw"), Some(&Ok(at_revision(3))), "{at}");
    let in_bin: Vec<_> = start
        .bin
        .iter()
        .map(|one| one.state.as_ref().map(|case| case.revision))
        .collect();
    assert_eq!(in_bin, [Ok(5)], "{at}");
}

/// A start as the program makes it: open, finish, look.
fn check_next_start(disk: &MemoryDisk, passphrase: &str, at: &str) -> Seal {
    let mut next = sealable(disk);
    if next.seal() == Ok(Seal::Closed) {
        let opened = next.open_seal(passphrase);
        assert_eq!(opened, Ok(()), "{at}");
        // Before it is finished, too: another program may keep it from that.
        let mut looking = sealable(disk);
        looking.open_seal(passphrase).expect("opened");
        is_all_there(looking, at);
        let finished = next.finish_sealing();
        assert!(finished.is_ok(), "{at}: {finished:?}");
    }
    let seal = next.seal().expect("a disk that answers");
    is_all_there(next, at);
    // What a killed program had removed does not come back either.
    for (outcome, left) in disk.after_a_crash().iter().enumerate() {
        let at = format!("{at}, finished, then power cut {outcome}");
        match seal {
            Seal::Opened => assert_eq!(readable(left), [""; 0], "{at}"),
            // At the very end the key file itself may come back once more: then its mark is there too, and it goes.
            _ => assert_eq!(sealed_files(left), [""; 0], "{at}"),
        }
    }
    match seal {
        Seal::Opened => assert_eq!(readable(disk), [""; 0], "{at}"),
        _ => is_plain(disk, at),
    }
    seal
}

/// What is sealed but for the key files.
fn sealed_files(disk: &MemoryDisk) -> Vec<String> {
    let is_sealed = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "age");
    let paths = disk.files().into_keys().filter(is_sealed);
    let names = paths.map(|path| path.display().to_string());
    names
        .filter(|name| !name.starts_with("/home/mamori/identity"))
        .collect()
}

fn is_plain(disk: &MemoryDisk, at: &str) {
    let left: Vec<_> = disk
        .files()
        .into_keys()
        .filter(|path| path.extension() == Some("age".as_ref()))
        .collect();
    assert_eq!(left, [""; 0].map(std::path::PathBuf::from), "{at}");
    let damaged = disk
        .files()
        .into_iter()
        .filter(|(path, _)| path.starts_with("/home/mamori/damaged"));
    let lost =
        damaged.filter(|(path, bytes)| path.extension() != Some("tmp".as_ref()) && bytes == TITLE);
    assert_eq!(lost.count(), 1, "{at}: what was damaged is kept once");
}

#[test]
fn a_seal_cut_short_anywhere_leaves_everything_readable_and_the_next_start_finishes_it() {
    let deed = |store: &mut Store| store.put_seal(OLD).is_ok();
    every_point(
        "put a seal on",
        &plain(),
        sealable,
        deed,
        |disk, is_done, at| {
            if is_done {
                assert_eq!(readable(disk), [""; 0], "{at}");
            }
            let seal = check_next_start(disk, OLD, at);
            assert!(seal == Seal::Opened || !is_done, "{at}");
        },
    );
}

#[test]
fn a_seal_taken_away_and_cut_short_anywhere_leaves_everything_readable_and_the_next_start_finishes_it()
 {
    let deed = |store: &mut Store| store.remove_seal().is_ok();
    every_point(
        "take a seal away",
        &sealed(),
        opened,
        deed,
        |disk, is_done, at| {
            if is_done {
                let names: Vec<_> = disk.files().into_keys().collect();
                let left = names.iter().filter(|path| {
                    path.to_string_lossy().contains("identity") || path.ends_with("unsealing")
                });
                assert_eq!(left.count(), 0, "{at}: {names:?}");
            }
            let seal = check_next_start(disk, OLD, at);
            assert!(seal == Seal::None || !is_done, "{at}");
        },
    );
}

#[test]
fn a_passphrase_changed_and_cut_short_anywhere_opens_with_the_old_or_the_new_one() {
    let deed = |store: &mut Store| store.change_passphrase(OLD, NEW).is_ok();
    every_point("change", &sealed(), opened, deed, |disk, is_done, at| {
        let old = sealable(disk).open_seal(OLD);
        if is_done {
            assert_eq!(old, Err(OpenFault::WrongPassphrase), "{at}");
        }
        let passphrase = if old.is_ok() { OLD } else { NEW };
        check_next_start(disk, passphrase, at);
    });
}

/// The disks that a kill leaves, at some steps of a deed.
fn cut_short(
    base: &MemoryDisk,
    begin: fn(&MemoryDisk) -> Store,
    deed: fn(&mut Store) -> bool,
) -> Vec<MemoryDisk> {
    let mut left = Vec::new();
    for step in (1..).step_by(67) {
        let disk = base.copy();
        let mut store = begin(&disk);
        disk.trouble_at(step, Trouble::Stop);
        let _ = deed(&mut store);
        let was_troubled = disk.was_troubled();
        disk.heal();
        if !was_troubled {
            return left;
        }
        left.push(disk.copy());
    }
    left
}

#[test]
fn what_was_cut_short_is_finished_even_if_finishing_is_cut_short() {
    let sealing = cut_short(&plain(), sealable, |store| store.put_seal(OLD).is_ok());
    let unsealing = cut_short(&sealed(), opened, |store| store.remove_seal().is_ok());
    assert!(sealing.len() > 1 && unsealing.len() > 1);
    for (number, base) in sealing.iter().chain(&unsealing).enumerate() {
        if sealable(base).seal() == Ok(Seal::None) {
            continue;
        }
        let deed = |store: &mut Store| store.finish_sealing().is_ok();
        let name = format!("finish state {number}");
        every_point(&name, base, opened, deed, |disk, is_done, at| {
            if is_done && sealable(disk).seal() == Ok(Seal::Closed) {
                assert_eq!(readable(disk), [""; 0], "{at}");
            }
            check_next_start(disk, OLD, at);
        });
    }
}

#[test]
fn one_key_file_that_is_lost_or_damaged_costs_nobody_their_answers() {
    for file in [
        "/home/mamori/identity.age",
        "/home/mamori/identity-copy.age",
    ] {
        for bytes in [Some(&b""[..]), Some(b"age-encryption.org/v1\n"), None] {
            let disk = sealed();
            match bytes {
                Some(bytes) => disk.put(file, bytes),
                None => disk.take_away(file),
            }
            let at = format!("{file} {bytes:?}");
            assert_eq!(check_next_start(&disk, OLD, &at), Seal::Opened);
            let files = disk.files();
            let [one, two] = ["identity.age", "identity-copy.age"]
                .map(|name| &files[&Path::new("/home/mamori").join(name)]);
            assert_eq!(one, two, "{at}: both are whole again");
        }
    }
}

#[test]
fn what_is_saved_is_sealed_and_survives_every_point_of_a_save() {
    let begin = |disk: &MemoryDisk| {
        let mut store = opened(disk);
        store.take(&id()).expect("opened");
        store
    };
    let deed = |store: &mut Store| store.save(&at_revision(4)).is_ok();
    every_point(
        "save sealed",
        &sealed(),
        begin,
        deed,
        |disk, is_done, at| {
            assert_eq!(readable(disk), [""; 0], "{at}");
            let start = Start::of(opened(disk), at);
            let found = start.found("k7q2m4xw");
            let is_old = !is_done && found == Some(&Ok(at_revision(3)));
            assert!(
                is_old || found == Some(&Ok(at_revision(4))),
                "{at}: {found:?}"
            );
        },
    );
}

#[test]
fn moving_on_to_another_place_takes_the_seal_along() {
    let begin = |disk: &MemoryDisk| {
        let mut store = opened(disk);
        store.take(&id()).expect("opened");
        store
    };
    let deed = |store: &mut Store| {
        store.move_to("/home/stick".into(), super::now()).is_ok()
            && store.save(&at_revision(4)).is_ok()
    };
    every_point(
        "move sealed",
        &sealed(),
        begin,
        deed,
        |disk, is_done, at| {
            assert_eq!(readable(disk), [""; 0], "{at}");
            let mut there = light(Store::new("/home/stick".into(), Box::new(disk.clone())));
            if there.seal() == Ok(Seal::Closed) {
                there
                    .open_seal(OLD)
                    .unwrap_or_else(|fault| panic!("{at}: {fault:?}"));
            }
            let listed = there.list().expect("listed");
            assert!(
                listed.iter().all(|item| item.state == Ok(at_revision(4))),
                "{at}: {listed:?}"
            );
            assert!(!is_done || listed.len() == 1, "{at}");
        },
    );
}

#[test]
fn a_passphrase_that_could_not_be_written_down_is_asked_for_by_nobody() {
    let mut failures = 0;
    for trouble in [ErrorKind::StorageFull, ErrorKind::TimedOut].map(Trouble::Once) {
        for step in 0..40 {
            let disk = plain();
            disk.trouble_at(step, trouble);
            let result = sealable(&disk).put_seal(OLD);
            disk.heal();
            if result.is_err_and(|error| error.path().ends_with("identity.age")) {
                failures += 1;
                assert_eq!(sealable(&disk).seal(), Ok(Seal::None), "step {step}");
                is_all_there(store(&disk), &format!("step {step}"));
            }
        }
    }
    assert!(failures > 15, "{failures}");
}

#[test]
fn a_disk_that_does_not_answer_is_not_taken_for_one_without_a_seal() {
    let base = sealed();
    base.take_away("/home/mamori/identity-copy.age");
    for step in 0..30 {
        let disk = base.copy();
        disk.trouble_at(step, Trouble::Once(ErrorKind::TimedOut));
        let mut unaware = sealable(&disk);
        assert!(unaware.put_seal(NEW).is_err(), "step {step}");
        disk.heal();
        // Nor does one that was not told of the seal write beside it what anybody can read.
        disk.trouble_at(step, Trouble::Once(ErrorKind::TimedOut));
        assert!(unaware.save(&at_revision(4)).is_err(), "step {step}");
        disk.heal();
        assert_eq!(readable(&disk), [""; 0], "step {step}");
        drop(unaware);
        assert_eq!(
            check_next_start(&disk, OLD, &format!("step {step}")),
            Seal::Opened
        );
    }
}

#[test]
fn the_key_file_of_a_released_program_asks_for_the_usual_work() {
    let disk = MemoryDisk::new();
    store(&disk).put_seal(OLD).expect("sealed");
    let file = &disk.files()[Path::new("/home/mamori/identity.age")];
    let header = String::from_utf8_lossy(file);
    let line = header.lines().find(|line| line.starts_with("-> scrypt "));
    assert!(line.is_some_and(|line| line.ends_with(" 16")), "{line:?}");
}

#[test]
fn a_seal_on_a_folder_that_is_closed_is_neither_taken_away_nor_finished() {
    let disk = sealed();
    let before = disk.files();
    assert!(sealable(&disk).remove_seal().is_err());
    assert!(sealable(&disk).finish_sealing().is_err());
    assert_eq!(
        disk.files(),
        before,
        "without the key all would look damaged, and the key would go"
    );
    assert_eq!(check_next_start(&disk, OLD, "after"), Seal::Opened);
    assert!(disk.files().contains_key(Path::new(&format!("{FILE}.age"))));
    assert_eq!(bystander().id.as_str(), "bbbb2222");
}
