//! What an advisor keeps of a firm: there whole or as it was, never written over unread, gone with the firm's last check.

use mamori::questionnaire::case::{Case, Firm};
use mamori::questionnaire::desk::Desk;
use mamori::questionnaire::id::{CaseId, FirmId};
use mamori::store::{CaseFault, Cause, Seen, Store};

use super::fault_points::{bystander, every_point, id, kept, noted, store, today};
use super::memory::MemoryDisk;
use super::{Take, at_revision, now};

const FILE: &str = "/home/mamori/desk/firm2222.json";

fn save(store: &mut Store, desk: &Desk) -> Result<bool, Cause> {
    let saved = store.save_desk(desk, now()).and_then(Seen::without_doubt);
    saved
        .map(|saved| saved.replaced_foreign)
        .map_err(|error| error.cause().clone())
}

fn firm() -> FirmId {
    FirmId::new("firm2222")
}

#[test]
fn what_is_kept_of_a_firm_is_there_or_it_is_said_that_it_is_not() {
    let deed =
        |store: &mut Store| store.open_desk(&firm()).is_ok() && save(store, &noted(2)).is_ok();
    every_point("desk", &kept(), store, deed, |disk, is_done, at| {
        let found = store(disk).open_desk(&firm()).expect("whole");
        let found = found.expect("there");
        assert!(found == noted(2) || !is_done && found == noted(1), "{at}");
        assert_eq!(
            store(disk).list().expect("listed").len(),
            2,
            "{at}: no check"
        );
    });
}

#[test]
fn a_file_exists_only_once_something_was_entered() {
    let disk = MemoryDisk::new();
    store(&disk).save(&bystander()).expect("saved");
    let mut store = store(&disk);
    assert_eq!(store.open_desk(&firm()), Ok(None));
    assert_eq!(store.desks(), Ok(vec![]));
    assert!(
        disk.files()
            .keys()
            .all(|path| !path.starts_with("/home/mamori/desk"))
    );
}

#[test]
fn what_cannot_be_read_is_told_and_stays_as_it_is() {
    for bytes in [
        &b"{\"format\": 1, "[..],
        br#"{"format": 2, "firm": "firm2222", "revision": 1}"#,
        br#"{"format": 1, "firm": "another2", "revision": 1}"#,
        br#"{"format": 1, "firm": "firm2222", "revision": 1, "next_visit": "2026-02-31"}"#,
        b"",
        b"age-encryption.org/v1\n",
    ] {
        let disk = kept();
        disk.put(FILE, bytes);
        let mut store = store(&disk);
        let found = store.open_desk(&firm());
        assert!(found.is_err(), "{found:?}");
        assert!(store.desks().expect("listed")[0].state.is_err());
        assert_eq!(save(&mut store, &noted(9)), Err(Cause::Damaged));
        assert_eq!(disk.files()[std::path::Path::new(FILE)], bytes);
    }
    let newer = br#"{"format": 2, "firm": "firm2222"}"#;
    assert!(matches!(
        CaseFault::from(Desk::read(newer).expect_err("newer")),
        CaseFault::Newer { format: 2 }
    ));
}

#[test]
fn what_another_program_wrote_is_kept_and_that_is_told() {
    let disk = kept();
    let mut here = store(&disk);
    here.open_desk(&firm()).expect("read");
    let mut there = store(&disk);
    there.open_desk(&firm()).expect("read");
    assert_eq!(save(&mut there, &noted(7)), Ok(false));
    assert_eq!(save(&mut here, &noted(2)), Ok(true));
    let files = disk.files();
    let aside = &files[std::path::Path::new("/home/mamori/damaged/firm2222.json")];
    assert_eq!(Desk::read(aside), Ok(noted(7)));
    assert_eq!(save(&mut here, &noted(3)), Ok(false), "ours by now");
}

/// Checks of one firm, and one of another.
fn of_firms() -> MemoryDisk {
    let disk = kept();
    let of = |id: CaseId, firm: &str| Case {
        id,
        firm: Some(Firm {
            id: firm.to_owned(),
            pseudonym: "q".to_owned(),
            ..Firm::default()
        }),
        ..at_revision(20)
    };
    let mut store = store(&disk);
    for case in [
        of(id(), "firm2222"),
        of(CaseId::new("cccc2222"), "firm2222"),
        of(bystander().id, "other222"),
    ] {
        store.take(&case.id).ok();
        store.save(&case).expect("saved");
    }
    disk
}

#[test]
fn it_goes_for_good_with_the_last_check_of_its_firm_and_not_before() {
    let disk = of_firms();
    let mut store = store(&disk);
    let desks = |store: &Store| store.desks().expect("read").len();
    let throw = |store: &mut Store, id: &CaseId| {
        let thrown = store.throw_away(id, today()).and_then(Seen::without_doubt);
        thrown.expect("thrown away");
        assert_eq!(store.desks().expect("read").len(), 1, "in the bin");
        store.empty_bin(None).expect("emptied");
    };
    throw(&mut store, &id());
    assert_eq!(desks(&store), 1, "another check is there");
    // One that cannot be read may be of that firm.
    disk.put("/home/mamori/cases/dddd2222.json", b"{");
    let thrown = store.throw_away(&CaseId::new("cccc2222"), today());
    thrown.and_then(Seen::without_doubt).expect("thrown away");
    store.empty_bin(None).expect("emptied");
    assert_eq!(desks(&store), 1);
    let disk = of_firms();
    let mut store = super::fault_points::store(&disk);
    throw(&mut store, &id());
    throw(&mut store, &CaseId::new("cccc2222"));
    assert_eq!(desks(&store), 0);
}

#[test]
fn going_on_in_another_place_takes_along_what_is_kept_of_the_open_firm() {
    let disk = of_firms();
    let mut store = store(&disk);
    store.take(&id()).expect("opened");
    let is_left = store.move_to("/home/stick/mamori".into(), now());
    assert_eq!(is_left, Ok(false));
    assert_eq!(store.open_desk(&firm()), Ok(Some(noted(1))));
}

#[test]
fn what_of_it_cannot_be_read_any_more_stays_behind_and_that_is_said() {
    let disk = of_firms();
    let mut store = store(&disk);
    store.take(&id()).expect("opened");
    disk.put(
        &format!("/home/mamori/desk/{}.json", firm()),
        b"{\"format\":",
    );
    assert_eq!(store.move_to("/home/stick/mamori".into(), now()), Ok(true));
    assert_eq!(store.open_desk(&firm()), Ok(None));
    assert!(
        disk.files()
            .keys()
            .any(|path| path.starts_with("/home/mamori/desk"))
    );
}
