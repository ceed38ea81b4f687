//! Every step of a save goes wrong once, in every way, and the case is still there.
//! Also what the store makes of the system's answers.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use mamori::questionnaire::case::Case;
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::id::CaseId;
use mamori::store::{Cause, Store, StoreError};
use mamori::text::system_error::{System, known};

use super::memory::{MemoryDisk, Trouble};
use super::{Take, at_revision, ids};

const FILE: &str = "/home/mamori/cases/k7q2m4xw.json";

/// A store before a save, and what its file holds then.
struct Scene {
    name: &'static str,
    disk: MemoryDisk,
    store: Store,
    before: Option<Case>,
    /// What another program has put there.
    foreign: Option<Vec<u8>>,
    /// A draft lies there from the start.
    has_draft: bool,
}

fn store(disk: &MemoryDisk) -> Store {
    Store::new("/home/mamori".into(), Box::new(disk.clone()))
}

fn scenes() -> [Scene; 5] {
    let scene = |name, prepare: fn(&MemoryDisk, &mut Store)| {
        let disk = MemoryDisk::new();
        let mut store = store(&disk);
        prepare(&disk, &mut store);
        let before = on_disk(&disk);
        let has_draft = disk.files().keys().any(is_draft);
        Scene {
            name,
            disk,
            store,
            before,
            foreign: None,
            has_draft,
        }
    };
    let foreign = |mut scene: Scene| {
        scene.foreign = scene.disk.files().remove(Path::new(FILE));
        scene
    };
    [
        scene("the first save of all", |_, _| ()),
        scene("one more save", |_, store| {
            drop(store.save(&at_revision(1)));
        }),
        scene("the first save of a start", |disk, store| {
            disk.put("/home/other", b"");
            let _ = self::store(disk).save(&at_revision(1));
            let _ = store.take(&CaseId::new("k7q2m4xw"));
        }),
        scene("a draft was left behind", |disk, store| {
            let _ = store.save(&at_revision(1));
            disk.put("/home/mamori/cases/.k7q2m4xw.tmp", b"{\"format\":");
        }),
        foreign(scene("another program saved", |disk, store| {
            let _ = store.save(&at_revision(1));
            let _ = self::store(disk).take(&CaseId::new("k7q2m4xw"));
            let theirs = serde_json::to_vec(&at_revision(7)).expect("JSON");
            disk.put(FILE, &theirs);
        })),
    ]
}

#[expect(clippy::ptr_arg, reason = "the keys are that")]
fn is_draft(path: &PathBuf) -> bool {
    path.extension() == Some("tmp".as_ref())
}

fn on_disk(disk: &MemoryDisk) -> Option<Case> {
    store(disk).look(&CaseId::new("k7q2m4xw")).ok()
}

/// Plays every scene with the trouble at every step of the save.
fn play(trouble: Trouble, check: impl Fn(&mut Scene, Result<bool, StoreError>, &str)) {
    let count = scenes().len();
    for index in 0..count {
        for step in 0.. {
            let mut scene = scenes().into_iter().nth(index).expect("a scene");
            scene.disk.trouble_at(step, trouble);
            let result = scene.store.save(&at_revision(2));
            let was_troubled = scene.disk.was_troubled();
            scene.disk.heal();
            let at = format!("{}, {trouble:?} at step {step}: {result:?}", scene.name);
            check(&mut scene, result.map(|saved| saved.replaced_foreign), &at);
            if !was_troubled {
                assert!(step > 5, "{at}: too few steps to believe");
                break;
            }
        }
    }
}

/// What the program finds when it starts on that disk: the newest case or the one before, whole,
/// and it can go on with it.
fn check_next_start(scene: &Scene, disk: &MemoryDisk, was_saved: bool, at: &str) {
    disk.let_go();
    let mut next = store(disk);
    let listed = next.list().unwrap_or_else(|error| panic!("{at}: {error}"));
    let new = at_revision(2);
    match &listed[..] {
        [] => assert!(
            scene.before.is_none() && !was_saved,
            "{at}: the case is gone"
        ),
        [only] => {
            let case = only
                .state
                .as_ref()
                .unwrap_or_else(|fault| panic!("{at}: {fault}"));
            let may_be_old = !was_saved && scene.before.as_ref() == Some(case);
            assert!(
                *case == new || may_be_old,
                "{at}: revision {}",
                case.revision
            );
        }
        _ => panic!("{at}: listed {:?}", ids(&listed)),
    }
    if let Some(foreign) = &scene.foreign {
        let is_there = disk.files().values().any(|bytes| bytes == foreign);
        assert!(is_there, "{at}: what the other program wrote is lost");
    }
    let _ = next.take(&CaseId::new("k7q2m4xw"));
    let saved = next.save(&at_revision(3));
    assert_eq!(saved.map(|saved| saved.replaced_foreign), Ok(false), "{at}");
    check_power_failure(disk, 3, at);
    let drafts = |disk: &MemoryDisk| {
        disk.files()
            .keys()
            .filter(|path| path.starts_with("/home/mamori/cases"))
            .count()
    };
    assert_eq!(drafts(disk), 1, "{at}: {:?}", disk.files().keys());
}

/// What was saved is there, whatever of the rest a crash now would take.
fn check_power_failure(disk: &MemoryDisk, revision: u64, at: &str) {
    for (index, disk) in disk.after_a_crash().iter().enumerate() {
        let there = on_disk(disk).map(|case| case.revision);
        assert_eq!(there, Some(revision), "{at}, then outcome {index}");
    }
}

#[test]
fn a_save_that_fails_at_any_step_leaves_the_case_whole() {
    for trouble in [
        Trouble::Once(ErrorKind::StorageFull),
        Trouble::Late(ErrorKind::TimedOut),
    ] {
        play(trouble, |scene, result, at| {
            if let (Trouble::Once(_), Err(error)) = (trouble, &result) {
                assert_eq!(error.cause(), &Cause::NoSpace, "{at}");
            }
            let has_draft = scene.disk.files().keys().any(is_draft);
            assert!(!has_draft || scene.has_draft, "{at}: it takes up room");
            check_next_start(scene, &scene.disk.clone(), result.is_ok(), at);
        });
    }
}

#[test]
fn a_program_killed_at_any_step_of_a_save_leaves_the_case_whole() {
    play(Trouble::Stop, |scene, result, at| {
        check_next_start(scene, &scene.disk.clone(), result.is_ok(), at);
    });
}

#[test]
fn a_power_failure_at_any_step_of_a_save_leaves_the_case_whole() {
    play(Trouble::Stop, |scene, result, at| {
        for (index, disk) in scene.disk.after_a_crash().iter().enumerate() {
            let at = format!("{at}, outcome {index}");
            check_next_start(scene, disk, result.is_ok(), &at);
        }
    });
}

#[test]
fn after_a_failed_save_the_same_store_saves_and_tells_of_a_foreign_change_once() {
    for trouble in [
        Trouble::Once(ErrorKind::StorageFull),
        Trouble::Late(ErrorKind::TimedOut),
    ] {
        play(trouble, |scene, result, at| {
            let again = scene.store.save(&at_revision(3)).expect("the disk is well");
            let third = scene.store.save(&at_revision(4)).expect("the disk is well");
            let told = [
                result == Ok(true),
                again.replaced_foreign,
                third.replaced_foreign,
            ];
            let times = told.iter().filter(|told| **told).count();
            assert_eq!(times, usize::from(scene.foreign.is_some()), "{at}");
            check_power_failure(&scene.disk, 4, at);
            let files = scene.disk.files();
            let has_history = files
                .keys()
                .any(|path| path.starts_with("/home/mamori/history"));
            assert_eq!(
                has_history,
                scene.foreign.is_some() || scene.name == "the first save of a start",
                "{at}: {:?}",
                files.keys()
            );
        });
    }
}

#[test]
fn the_answers_of_the_system_become_what_the_user_can_do_about() {
    for (kind, cause, fault) in [
        (ErrorKind::StorageFull, Cause::NoSpace, SaveFault::NoSpace),
        (ErrorKind::QuotaExceeded, Cause::NoSpace, SaveFault::NoSpace),
        (
            ErrorKind::ReadOnlyFilesystem,
            Cause::ReadOnly,
            SaveFault::ReadOnly,
        ),
        (
            ErrorKind::PermissionDenied,
            Cause::Denied,
            SaveFault::Denied,
        ),
        (ErrorKind::NotFound, Cause::Gone, SaveFault::FolderGone),
        (
            ErrorKind::StaleNetworkFileHandle,
            Cause::Gone,
            SaveFault::FolderGone,
        ),
        (
            ErrorKind::NotADirectory,
            Cause::NotAFolder,
            SaveFault::Other(None),
        ),
        (
            ErrorKind::FileTooLarge,
            Cause::TooLarge,
            SaveFault::TooLarge,
        ),
        (ErrorKind::TimedOut, Cause::Other, SaveFault::Other(None)),
    ] {
        let error = StoreError::save(FILE.as_ref(), io::Error::from(kind));
        assert_eq!(error.cause(), &cause, "{kind:?}");
        assert_eq!(SaveFault::from(&error), fault, "{kind:?}");
    }
}

/// The words and the advice are from two tables, and somebody whose stick came out saw "that device is not there" with
/// "show this to somebody who knows computers".
#[test]
fn what_the_words_call_a_place_that_is_gone_is_told_to_be_connected_again() {
    const GONE: [&str; 2] = ["system-no-device", "system-stale"];
    let mut count = 0;
    for number in 0..5000 {
        let Some((name, words)) = known(System::HERE, number) else {
            continue;
        };
        let error = StoreError::save(FILE.as_ref(), io::Error::from_raw_os_error(number));
        let is_gone = error.cause() == &Cause::Gone;
        assert_eq!(
            is_gone,
            GONE.contains(&words) || words == "system-not-found",
            "{name} {number}: {words}, and {:?}",
            error.cause()
        );
        count += usize::from(is_gone);
    }
    assert!(count > 8, "{count}");
}
