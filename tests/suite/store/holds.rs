//! Two programs on one data folder: the second may look and not write, and nobody seals it under another's hands.

use std::fs;
use std::sync::Mutex;

use mamori::questionnaire::access::{Access, Holder};
use mamori::questionnaire::folder_notice::FolderNotice;
use mamori::questionnaire::moment::Moment;
use mamori::store::disk::RealDisk;
use mamori::store::{Cause, Seal, Seen, Store};

use super::fault_points::{id, kept, store, today};
use super::lasting_faults::LastingFault;
use super::memory::MemoryDisk;
use super::sealing::light;
use super::{FULL, Take, at_revision, folder_with, full, last_change, now};

fn later() -> Moment {
    Moment::parse("2026-11-25T18:00:00+09:00").expect("a moment")
}

fn ours() -> Access {
    Access::Look(Some(Holder {
        process: std::process::id(),
        since: now(),
    }))
}

#[test]
fn the_second_is_told_who_has_the_case_and_since_when_and_writes_once_the_first_has_gone() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut first = super::store(folder.path());
    let mut second = super::store(folder.path());
    assert_eq!(first.open(&id(), now()), Ok((full(), Access::Write)));
    assert_eq!(second.open(&id(), later()), Ok((full(), ours())));
    let refused = second.save(&at_revision(50)).expect_err("held");
    assert_eq!(refused.cause(), &Cause::Held);
    first.save(&at_revision(42)).expect("saved");
    drop(first);
    let (case, access) = second.open(&id(), later()).expect("opened");
    assert_eq!((case, access), (at_revision(42), Access::Write));
    second.save(&at_revision(43)).expect("saved");
}

#[test]
fn what_another_program_has_open_is_not_thrown_away_restored_or_renamed_under_its_hands() {
    let disk = kept();
    let mut first = store(&disk);
    first.open(&id(), now()).expect("opened");
    let before = disk.files();
    let mut second = store(&disk);
    let thrown = second.throw_away(&id(), today()).map(|done| done.is_sure());
    let restored = second.restore(&id(), None, now()).map(|_| true);
    let renamed = second
        .change(&id(), now(), |case| case.title.clear())
        .map(|done| done.is_sure());
    for result in [thrown, restored, renamed] {
        assert_eq!(result.expect_err("held").cause(), &Cause::Held);
    }
    assert_eq!(disk.files(), before);
    drop(first);
    second
        .throw_away(&id(), today())
        .and_then(Seen::without_doubt)
        .expect("in the bin");
}

#[test]
fn what_a_dead_program_left_says_nothing_about_who_has_the_case_now() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let locks = folder.path().join("locks");
    fs::create_dir(&locks).expect("a folder");
    fs::write(locks.join("k7q2m4xw.lock"), "").expect("a file");
    let who = r#"{"process":1,"since":"2020-01-01T00:00:00+09:00"}"#;
    for left in [who, "", "{", "[]", "\u{0}\u{0}"] {
        fs::write(locks.join("k7q2m4xw.who"), left).expect("a file");
        let mut first = super::store(folder.path());
        assert_eq!(
            first.open(&id(), now()),
            Ok((full(), Access::Write)),
            "{left}"
        );
        let (_, access) = super::store(folder.path())
            .open(&id(), later())
            .expect("opened");
        assert_eq!(access, ours(), "{left}");
    }
}

#[test]
fn a_folder_in_which_another_program_works_is_not_sealed_and_nothing_in_it_changes() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut other = super::store(folder.path());
    other.enter().expect("in");
    let mut sealing = super::store(folder.path());
    sealing.enter().expect("in");
    sealing.take(&id()).expect("opened");
    let refused = sealing.put_seal("x").expect_err("held");
    assert_eq!(refused.cause(), &Cause::Held);
    let mut there = super::names(folder.path());
    there.retain(|name| name != "locks");
    assert_eq!(there, ["cases", "data.lock"]);
    assert_eq!(
        super::names(&folder.path().join("cases")),
        ["k7q2m4xw.json"]
    );
    // The one that was refused still works here.
    drop(other);
    let refused = super::store(folder.path()).put_seal("x").expect_err("held");
    assert_eq!(refused.cause(), &Cause::Held);
    sealing.save(&at_revision(42)).expect("saved as it was");
    drop(sealing);
    let sealed = light(super::store(folder.path()))
        .put_seal("x")
        .expect("sealed");
    assert_eq!(sealed.files, 2, "the case and what it was before");
}

#[test]
fn of_two_programs_that_put_a_seal_on_at_the_same_moment_one_is_refused_and_all_opens() {
    let disk = kept();
    let theirs = disk.clone();
    let mut faulty = LastingFault::new(disk.clone());
    faulty.before_alone = Mutex::new(Some(Box::new(move || {
        light(store(&theirs)).put_seal("theirs").expect("sealed");
    })));
    let mut ours = light(Store::new("/home/mamori".into(), Box::new(faulty)));
    let refused = ours.put_seal("ours").expect_err("another was faster");
    assert_eq!(refused.cause(), &Cause::Taken);
    drop(ours);
    let mut next = store(&disk);
    assert_eq!(next.open_seal("theirs"), Ok(()));
    assert_eq!(next.take(&id()), Ok(at_revision(3)));
}

#[test]
fn a_seal_that_was_taken_away_since_the_passphrase_was_given_is_not_put_on_without_a_key_file() {
    // As on a disk that knows no locks.
    let disk = kept();
    light(store(&disk)).put_seal("x").expect("sealed");
    let mut waiting = store(&disk);
    waiting.open_seal("x").expect("opened");
    disk.let_go();
    let mut other = store(&disk);
    other.open_seal("x").expect("opened");
    other.remove_seal().expect("taken away");
    drop(other);
    waiting.finish_sealing().expect("nothing to finish");
    assert_eq!(waiting.seal(), Ok(Seal::None));
    assert_eq!(store(&disk).take(&id()), Ok(at_revision(3)));
}

#[test]
fn a_sealed_folder_that_another_program_works_in_is_opened_and_not_unsealed() {
    let disk = kept();
    light(store(&disk)).put_seal("x").expect("sealed");
    let mut first = store(&disk);
    first.open_seal("x").expect("opened");
    first.take(&id()).expect("opened");
    let mut second = light(store(&disk));
    second.open_seal("x").expect("opened");
    let before = disk.files();
    assert_eq!(
        second.remove_seal().expect_err("held").cause(),
        &Cause::Held
    );
    assert!(second.change_passphrase("x", "y").is_err());
    assert_eq!(second.finish_sealing().map(|done| done.files), Ok(0));
    assert_eq!(disk.files(), before);
    first.save(&at_revision(4)).expect("saved");
}

#[test]
fn a_disk_that_knows_no_locks_is_worked_on_and_told_once() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let no_locks = || {
        let mut faulty = LastingFault::new(RealDisk);
        faulty.knows_locks = false;
        light(Store::new(folder.path().to_owned(), Box::new(faulty)))
    };
    let mut store = no_locks();
    store.enter().expect("in");
    let listed = store.list().expect("listed");
    assert_eq!(store.open(&id(), now()), Ok((full(), Access::Write)));
    store.save(&at_revision(42)).expect("saved");
    let found = store.tidy(last_change(&listed), later());
    let told = found
        .iter()
        .filter(|found| **found == FolderNotice::NoLocks)
        .count();
    assert_eq!(told, 1, "{found:?}");
    // A change by the other program is kept, as nobody could be kept from it.
    let mut other = no_locks();
    other.take(&id()).expect("opened");
    other.save(&at_revision(60)).expect("saved");
    assert!(
        store
            .save(&at_revision(43))
            .expect("saved")
            .replaced_foreign
    );
    drop((store, other));
    no_locks().put_seal("x").expect("sealed");
    assert!(no_locks().open_seal("x").is_ok());
}

#[test]
fn a_disk_on_which_a_lock_failed_once_is_asked_again() {
    let disk: MemoryDisk = kept();
    let mut first = store(&disk);
    first.open(&id(), now()).expect("opened");
    let mut second = store(&disk);
    for step in 0..12 {
        disk.trouble_at(
            step,
            super::memory::Trouble::Once(std::io::ErrorKind::TimedOut),
        );
        let _ = second.open(&id(), later());
        disk.heal();
        let refused = second.save(&at_revision(50)).expect_err("held");
        assert_eq!(refused.cause(), &Cause::Held, "step {step}");
    }
}
