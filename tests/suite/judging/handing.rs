//! Which state two states both come from: by what each says it comes from, never by a revision alone.

use mamori::questionnaire::case::Case;
use mamori::questionnaire::change::Change;
use mamori::questionnaire::handing::base_of;
use mamori::questionnaire::moment::Moment;
use serde_json::json;

fn at(day: u32) -> Moment {
    Moment::parse(&format!("2026-11-{day:02}T10:00:00+09:00")).expect("a moment")
}

/// A check at revision 5, which came from nowhere.
fn case() -> Case {
    let raw = json!({
        "format": 1, "id": "k7q2m4xw", "revision": 5, "title": "本社工場",
        "created": "2026-11-01T10:00:00+09:00", "updated": "2026-11-05T10:00:00+09:00",
        "forms": ["paper"], "walk": "made-up", "walks": {},
    });
    serde_json::from_value(raw).expect("a case")
}

/// Somebody goes on with it.
fn gone_on(case: &Case, title: &str) -> Case {
    Case {
        title: title.to_owned(),
        revision: case.revision + 1,
        ..case.clone()
    }
}

#[test]
fn handing_over_is_a_change_that_says_when_and_in_which_state() {
    let handed = case().handed_over(0, at(5));
    let said = handed.handed.clone().expect("handed over");
    assert_eq!(
        (handed.revision, said.revision, said.on),
        (6, 6, at(5).day())
    );
    assert_eq!(handed.base_id(), Some(&case().state_id()));
    // Not the number of something that was kept already.
    assert_eq!(case().handed_over(9, at(5)).revision, 10);
    // Where nothing was changed between, it is the same state.
    let again = handed.handed_over(6, at(6));
    assert_eq!(again.ancestors, handed.ancestors);
    assert_eq!(again.handed.expect("handed over").on, at(6).day());
}

#[test]
fn the_nearest_state_that_both_come_from_is_the_base() {
    let first = case().handed_over(0, at(1));
    let second = gone_on(&first, "二").handed_over(0, at(2));
    let third = gone_on(&second, "三").handed_over(0, at(3));
    let kept = [first.clone(), second.clone(), third.clone()];
    let ours = gone_on(&third, "ここ");
    let base = |theirs: &Case| base_of(&kept, &ours, theirs).map(|base| base.title.clone());
    for state in &kept {
        assert_eq!(base(&gone_on(state, "そこ")).as_ref(), Some(&state.title));
        // It came back as it went.
        assert_eq!(base(state).as_ref(), Some(&state.title));
    }
    assert_eq!(base(&gone_on(&case(), "前から")), None);
    let stranger = gone_on(&gone_on(&case(), "ほか"), "よそ").handed_over(0, at(4));
    assert_eq!(
        base(&stranger),
        None,
        "one of whose states none is known here"
    );
}

#[test]
fn an_earlier_version_that_came_back_is_not_of_what_was_handed_over_after_it() {
    let before = gone_on(&case(), "前");
    let handed = gone_on(&before, "渡した").handed_over(0, at(2));
    let restored = Case {
        revision: 40,
        ..before
    };
    let theirs = gone_on(&handed, "そこ");
    // Or what was there between would count as deleted here.
    assert_eq!(base_of([&handed], &restored, &theirs), None);
}

#[test]
fn a_merge_that_is_taken_back_takes_its_base_with_it_and_no_later_one() {
    let handed = case().handed_over(0, at(1));
    let theirs = gone_on(&handed, "そこ");
    let back = theirs.as_base();
    let kept = [&handed, &back];
    let mut merged = gone_on(&handed, "そこ");
    merged.take_in(&theirs);
    assert_eq!(base_of(kept, &merged, &theirs), Some(&back));
    let change = Change::back_to(&handed, &merged);
    let later = gone_on(&merged, "合わせたあと").handed_over(0, at(3));
    let mut undone = later.clone();
    let redo = change.apply(&mut undone);
    assert_eq!(base_of(kept, &undone, &theirs), Some(&handed));
    assert_eq!(undone.base_id(), later.base_id());
    let _ = redo.apply(&mut undone);
    assert_eq!(base_of(kept, &undone, &theirs), Some(&back));
    // Handing over alone is nothing to take back.
    assert!(Change::back_to(&case(), &case().handed_over(0, at(1))).is_empty());
}
