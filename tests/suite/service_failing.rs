//! What is done to a whole case from the screens, with the disk failing at every call: what the app is told is so.

use std::path::Path;

use mamori::app::event::Event;
use mamori::app::request::{Completed, ExportFault, ExportRequest, Request, Tidying};
use mamori::app::secret::Passphrase;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::folder_notice::FolderNotice;
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::reader::Contents;
use mamori::questionnaire::report_format::ReportFormat;
use mamori::store::seal::Work;
use mamori::store::{CaseFault, SealState, Seen, Store};
use mamori::store_service::StoreService;

use crate::store::full;
use crate::store::memory::{MemoryDisk, Trouble};

const EIO: i32 = 5;
const REPORT: &str = "/home/out/report.csv";

fn now() -> Moment {
    Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment")
}

fn store(disk: &MemoryDisk) -> Store {
    Store::new("/home/mamori".into(), Box::new(disk.clone()))
}

/// With its packs read already.
fn library() -> PackLibrary {
    let mut library = PackLibrary::new(None);
    library.packs_for(None).expect("packs of our own");
    library
}

fn id(id: &str) -> CaseId {
    CaseId::new(id)
}

/// A check with an earlier version, a copy of it, one renamed by hand, one that is damaged, and two in the bin.
fn base() -> MemoryDisk {
    let disk = MemoryDisk::new();
    let named = |name: &str, revision| Case {
        id: id(name),
        revision,
        ..full()
    };
    for name in ["cccc2222", "dddd2222"] {
        let mut store = store(&disk);
        store.save(&named(name, 1)).expect("saved");
        let thrown = store.throw_away(&id(name), now().day());
        thrown.and_then(Seen::without_doubt).expect("in the bin");
    }
    for revision in [1, 2] {
        let mut store = store(&disk);
        if revision > 1 {
            store.open(&id("k7q2m4xw"), now()).expect("opened");
        }
        store.save(&named("k7q2m4xw", revision)).expect("saved");
    }
    let bytes = |name| serde_json::to_vec(&named(name, 1)).expect("JSON");
    disk.put("/home/mamori/cases/copy.json", &bytes("k7q2m4xw"));
    disk.put("/home/mamori/cases/renamed.json", &bytes("eeee2222"));
    disk.put("/home/mamori/cases/ffff2222.json", b"{");
    disk.make_folders(Path::new("/home/out"));
    disk.let_go();
    disk
}

type Listed = (Vec<(CaseId, Result<Case, CaseFault>)>, Vec<String>);

/// The list and the bin, in an order of their own.
fn listed(disk: &MemoryDisk) -> Listed {
    let mut store = store(disk);
    let listed = store.list().expect("listed").into_iter();
    let mut cases: Vec<_> = listed.map(|entry| (entry.id, entry.state)).collect();
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    let bin = store.bin().expect("the bin").into_iter();
    (cases, bin.map(|binned| binned.name).collect())
}

/// Whether what is told as done is there.
fn is_done(done: &Completed, (cases, bin): &Listed) -> bool {
    let state = |of: &CaseId| {
        cases
            .iter()
            .find(|(id, _)| id == of)
            .map(|(_, state)| state)
    };
    match done {
        Completed::Renamed => {
            let title = |case: &Case| case.title == "new";
            state(&id("k7q2m4xw")).is_some_and(|state| state.as_ref().is_ok_and(title))
        }
        Completed::ThrownAway(id) => {
            state(id).is_none() && bin.iter().any(|name| name.starts_with(id.as_str()))
        }
        Completed::PutBack(id) => state(id).is_some(),
        Completed::Emptied(count) => bin.is_empty() && *count == 2,
        Completed::EmptiedInPart { gone, left } => bin.len() == *left && gone + left == 2,
        Completed::Restored { id, .. } => {
            let is_newer = |case: &Case| case.revision == 3;
            state(id).is_some_and(|state| state.as_ref().is_ok_and(is_newer))
        }
        Completed::PutAside => state(&id("ffff2222")).is_none(),
        Completed::Adopted(id) => state(id).is_some_and(Result::is_ok),
        Completed::NamedBack(id) => {
            state(id).is_some_and(Result::is_ok) && state(&self::id("renamed")).is_none()
        }
    }
}

#[test]
fn what_a_screen_is_told_of_a_whole_case_is_so() {
    let base = base();
    let library = library();
    let before = listed(&base);
    for tidying in [
        Tidying::Rename(id("k7q2m4xw"), "new".to_owned()),
        Tidying::ThrowAway(id("k7q2m4xw")),
        Tidying::PutBack("cccc2222~2026-11-20".to_owned()),
        Tidying::EmptyBin,
        Tidying::Restore(id("k7q2m4xw"), None),
        Tidying::PutAside(id("ffff2222")),
        Tidying::Adopt(id("copy")),
        Tidying::Adopt(id("renamed")),
    ] {
        for trouble in [
            Trouble::Number(EIO),
            Trouble::LateNumber(EIO),
            Trouble::From(EIO),
        ] {
            for step in 0.. {
                let disk = base.copy();
                let mut service = StoreService::new(store(&disk), library.clone());
                disk.trouble_at(step, trouble);
                let told = service.perform(Request::Tidy(tidying.clone()), now());
                let was_troubled = disk.was_troubled();
                disk.heal();
                let at = format!("{tidying:?}, {trouble:?} at {step}: {:?}", told.last());
                let after = listed(&disk);
                match told.last() {
                    Some(Event::Done(done)) => assert!(is_done(done, &after), "{at}: {after:?}"),
                    // Nobody says how it is.
                    Some(Event::NotDone(SaveFault::Unsure(_))) => {}
                    Some(Event::NotDone(_)) => assert_eq!(after, before, "{at}"),
                    _ => panic!("{at}"),
                }
                if !was_troubled {
                    assert!(matches!(told.last(), Some(Event::Done(_))), "{at}");
                    assert!(step > 3, "{at}: too few steps to believe");
                    break;
                }
            }
        }
    }
}

/// Whether the notices say how far the lock is, by count.
fn is_told(news: &[FolderNotice], state: SealState) -> bool {
    let told = news.iter().find_map(|notice| match *notice {
        FolderNotice::HalfLocked { sealed, open } => Some(Some((false, sealed, open))),
        FolderNotice::HalfUnlocked { sealed, open } => Some(Some((true, sealed, open))),
        FolderNotice::LockUnknown => Some(None),
        _ => None,
    });
    match told {
        Some(Some(told)) => told == (state.is_going, state.sealed, state.open),
        // Nobody says how it is.
        Some(None) => true,
        None => !state.is_half_way(),
    }
}

#[test]
fn a_start_that_cannot_finish_a_lock_tells_what_is_locked_and_what_is_not() {
    const PASSPHRASE: &str = "a long passphrase";
    let light = |disk: &MemoryDisk| store(disk).with_work(Work::LIGHT);
    let half_locked = || {
        let disk = base();
        // Far enough for the key and some of the files.
        for step in 40.. {
            let disk = disk.copy();
            disk.trouble_at(step, Trouble::From(EIO));
            let _ = light(&disk).put_seal(PASSPHRASE);
            disk.heal();
            disk.let_go();
            let state = light(&disk).seal_state().expect("a disk that answers");
            if state.sealed > 1 {
                assert!(state.open > 1, "{state:?}");
                return disk;
            }
        }
        unreachable!("it never stops half-way")
    };
    let base = half_locked();
    let library = library();
    let mut was_told = false;
    for trouble in [
        Trouble::Number(EIO),
        Trouble::LateNumber(EIO),
        Trouble::From(EIO),
    ] {
        for step in 0.. {
            let disk = base.copy();
            let mut service = StoreService::new(light(&disk), library.clone());
            disk.trouble_at(step, trouble);
            let unlock = Request::Unlock(Passphrase::new(PASSPHRASE));
            let told = service.perform(unlock, now());
            let was_troubled = disk.was_troubled();
            disk.heal();
            let state = light(&disk).seal_state().expect("a disk that answers");
            let at = format!("{trouble:?} at {step}: {state:?}");
            if let Some(Event::Unlocked(found)) = told.last() {
                assert!(is_told(&found.news, state), "{at}: {:?}", found.news);
                was_told |= !found.news.is_empty();
            }
            if !was_troubled {
                assert!(!state.is_half_way(), "{at}");
                break;
            }
        }
    }
    assert!(was_told, "no start has failed to finish it");
}

#[test]
fn a_report_that_the_screen_says_is_not_written_is_not_there() {
    let base = base();
    let library = library();
    for trouble in [
        Trouble::Number(EIO),
        Trouble::LateNumber(EIO),
        Trouble::From(EIO),
    ] {
        for step in 0.. {
            let disk = base.copy();
            let mut service = StoreService::new(store(&disk), library.clone());
            disk.trouble_at(step, trouble);
            let told = service.perform(
                Request::Export(Box::new(ExportRequest {
                    case: full(),
                    language: "ja".to_owned(),
                    format: ReportFormat::Csv,
                    contents: Contents::default(),
                    path: REPORT.to_owned(),
                    replace: false,
                    passphrase: None,
                })),
                now(),
            );
            let was_troubled = disk.was_troubled();
            disk.heal();
            let at = format!("{trouble:?} at {step}: {told:?}");
            let out: Vec<_> = disk
                .files()
                .into_keys()
                .filter(|path| path.starts_with("/home/out"))
                .collect();
            match &told[..] {
                [Event::Exported(Ok(exported))] => {
                    assert_eq!(out, [Path::new(REPORT)], "{at}");
                    assert!(was_troubled || exported.doubt.is_none(), "{at}");
                }
                [Event::Exported(Err(ExportFault::Disk(SaveFault::Unsure(_))))] => {}
                [Event::Exported(Err(_))] => assert!(out.is_empty(), "{at}: {out:?}"),
                _ => panic!("{at}"),
            }
            if !was_troubled {
                break;
            }
        }
    }
}
