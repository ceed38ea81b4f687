//! What was handed over: kept whole, found again as the base of what comes back, and never taken for a check.

use mamori::questionnaire::case::Case;
use mamori::questionnaire::moment::Moment;
use mamori::store::{Cause, Seen, Store, StoreError};

use super::fault_points::{Start, every_point, id, is_still_kept, kept, store, today};
use super::{Take, at_revision, now};

/// The state that is handed over at revision 3, which becomes 4.
fn handed() -> Case {
    at_revision(3).handed_over(2, now())
}

fn keep(store: &mut Store, state: &Case) {
    let kept = store.keep_handed(state).and_then(Seen::without_doubt);
    kept.expect("kept");
}

fn later(state: &Case, title: &str) -> Case {
    Case {
        revision: state.revision + 20,
        title: title.to_owned(),
        updated: Moment::parse("2026-12-01T09:00:00+09:00").expect("a moment"),
        ..state.clone()
    }
}

fn base(store: &Store, ours: &Case, theirs: &Case) -> Option<Case> {
    store.base_for(ours, theirs).expect("read").state
}

#[test]
fn what_is_to_be_handed_over_is_kept_or_it_is_said_that_it_is_not() {
    let deed = |store: &mut Store| {
        let kept = store.keep_handed(&handed());
        kept.is_ok_and(|kept| kept.is_sure())
    };
    every_point("keep", &kept(), store, deed, |disk, is_done, at| {
        let start = Start::of(store(disk), at);
        assert_eq!(start.listed.len(), 2, "{at}: a base is no check");
        assert_eq!(*start.case(at), at_revision(3), "{at}");
        let states = store(disk).handed(&id()).expect("read");
        let states: Vec<Case> = states
            .into_iter()
            .map(|one| one.state.unwrap_or_else(|fault| panic!("{at}: {fault}")))
            .collect();
        let before = at_revision(2).as_base();
        let all = [handed(), before.clone()];
        assert!(
            states == all || !is_done && states == [before],
            "{at}: {}",
            states.len()
        );
        // Once more, as whoever was told that it failed does it.
        keep(&mut store(disk), &handed());
        let states = store(disk).handed(&id()).expect("read");
        assert_eq!(states.len(), 2, "{at}: one that is kept is kept once");
    });
}

#[test]
fn what_comes_back_finds_what_was_handed_over_and_merged_once_it_is_its_own_base() {
    let disk = kept();
    let mut store = store(&disk);
    let ours = handed();
    keep(&mut store, &ours);
    let here = later(&ours, "ここで変えた");
    let back = later(&ours, "むこうで変えた");
    assert_eq!(base(&store, &here, &back), Some(ours));
    let mut merged = later(&here, "合わせた");
    merged.take_in(&back);
    keep(&mut store, &back);
    assert_eq!(base(&store, &merged, &back), Some(back.as_base()));
    // Taken back, or gone back to an earlier version: it has not been merged any more.
    assert_eq!(base(&store, &here, &back), Some(handed()));
}

#[test]
fn two_who_come_back_with_one_revision_are_each_merged_against_what_both_had() {
    let disk = kept();
    let mut store = store(&disk);
    let ours = handed();
    keep(&mut store, &ours);
    // Each of them has handed it back, at the same revision and on the same day.
    let one = later(&ours, "設計").handed_over(0, now());
    let other = later(&ours, "総務").handed_over(0, now());
    let mut merged = ours.clone();
    merged.take_in(&one);
    keep(&mut store, &one);
    assert_eq!(one.revision, other.revision);
    assert_eq!(base(&store, &merged, &other), Some(ours));
    keep(&mut store, &other);
    merged.take_in(&other);
    let names: Vec<String> = store
        .handed(&id())
        .expect("read")
        .into_iter()
        .map(|one| one.name)
        .collect();
    assert_eq!(
        names,
        ["k7q2m4xw-25", "k7q2m4xw-25.2", "k7q2m4xw-4", "k7q2m4xw-2"]
    );
    for back in [one, other] {
        assert_eq!(base(&store, &merged, &back), Some(back.clone()));
    }
}

#[test]
fn a_check_that_has_got_another_id_finds_what_it_comes_from() {
    let disk = kept();
    let mut store = store(&disk);
    keep(&mut store, &handed());
    let mut copy = later(&handed(), "別の点検");
    copy.id = mamori::questionnaire::id::CaseId::new("dddd2222");
    assert_eq!(base(&store, &handed(), &copy), Some(handed()));
    assert_eq!(base(&store, &copy, &handed()), Some(handed()));
}

#[test]
fn a_base_that_is_damaged_is_told_and_an_older_one_serves() {
    let disk = kept();
    keep(&mut store(&disk), &handed());
    disk.put("/home/mamori/handed/k7q2m4xw-4.json", b"{\"format\": 1, ");
    let mut here = later(&handed(), "ここ");
    here.ancestors.insert(0, at_revision(2).state_id());
    let found = store(&disk).base_for(&here, &here).expect("read");
    assert_eq!(found.unread, ["k7q2m4xw-4"]);
    assert_eq!(found.state, Some(at_revision(2).as_base()));
}

#[test]
fn where_another_program_has_the_check_nothing_is_kept() {
    let disk = kept();
    let mut other = store(&disk);
    other.take(&id()).expect("opened");
    let kept = store(&disk).keep_handed(&handed());
    assert_eq!(
        kept.map_err(|error| error.cause().clone()),
        Err(Cause::Held)
    );
    is_still_kept(&store(&disk), "held");
}

#[test]
fn what_was_handed_over_comes_back_with_its_check_from_the_bin_and_goes_with_it_for_good() {
    let disk = kept();
    let mut store = store(&disk);
    let thrown = store
        .throw_away(&id(), today())
        .and_then(Seen::without_doubt);
    thrown.expect("in the bin");
    is_still_kept(&store, "in the bin");
    store.empty_bin(None).expect("emptied");
    assert_eq!(store.handed(&id()), Ok(vec![]));
}

#[test]
fn a_folder_that_was_pulled_out_has_not_handed_nothing_over() {
    let folder = super::folder_with(&[]);
    let mut store = super::store(folder.path());
    store.list().expect("listed");
    std::fs::remove_dir_all(folder.path()).expect("pulled out");
    let handed = store.handed(&id());
    assert!(matches!(handed, Err(StoreError::Read { .. })), "{handed:?}");
}
