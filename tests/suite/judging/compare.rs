//! Before and now: what counts as better, as worse, and as neither.

use mamori::questionnaire::compare::{Change, Comparison};
use mamori::questionnaire::outcome::Outcome;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::{Raw, pack_and_case};
use super::{case, case_with, checked, pack_of, raw_pack, raw_question, raw_section};

const MEASURES: &[(&str, &str, &str, &[&str])] = &[("m", "A", "M", &["a", "b", "c"])];

/// The answers of which any can come before any other, by a name.
fn answer(name: &str) -> Value {
    let points = |a: bool, b: bool, c: bool| json!({"given": {"points": {"a": a, "b": b, "c": c}}});
    match name {
        "met" => points(true, true, true),
        "a" => points(true, false, false),
        "b" => points(false, true, false),
        "ab" => points(true, true, false),
        "not_met" => points(false, false, false),
        "unknown" => json!({"given": "unknown"}),
        "n/a" => json!({"given": {"not-applicable": "見学なし"}}),
        "other n/a" => json!({"given": {"not-applicable": "客なし"}}),
        _ => json!({"note": "まだ"}),
    }
}

#[test]
fn only_what_is_more_in_place_is_better() {
    use Change::{Improved, Other, Unchanged, Worse};
    let mut question = raw_question("q", "s", "heading", 1, &["a", "b", "c"], MEASURES);
    question["may_not_apply"] = json!([{"ja": "見学なし"}]);
    let pack = pack_of(&[question]);
    for (before, after, expected) in [
        ("not_met", "met", Improved),
        ("not_met", "a", Improved),
        ("unknown", "a", Improved),
        ("unknown", "met", Improved),
        ("a", "met", Improved),
        ("a", "ab", Improved),
        // Another point instead of one that was in place.
        ("a", "b", Other),
        ("a", "a", Unchanged),
        ("met", "met", Unchanged),
        ("unknown", "unknown", Unchanged),
        ("open", "open", Unchanged),
        ("n/a", "other n/a", Unchanged),
        // None of these three is any better than another.
        ("unknown", "not_met", Other),
        ("open", "not_met", Other),
        ("open", "unknown", Other),
        // What was not answered says nothing about the firm.
        ("open", "met", Other),
        ("open", "a", Other),
        ("n/a", "met", Other),
        ("n/a", "not_met", Other),
        ("n/a", "open", Other),
    ] {
        let answered = |name: &str| case_with(&pack, &[], &json!({ "q": answer(name) }));
        let (old, new) = (answered(before), answered(after));
        for (old, new, expected) in [
            (&old, &new, expected),
            (
                &new,
                &old,
                match expected {
                    Improved => Worse,
                    same => same,
                },
            ),
        ] {
            let found = Comparison::of_cases(&pack, old, new);
            let changes: Vec<Change> = found.items.iter().map(|item| item.change).collect();
            assert_eq!(changes, [expected], "{before} and {after}");
        }
    }
}

#[test]
fn what_is_asked_on_one_side_alone_is_new_or_gone() {
    let questions = ["all", "paper"].map(|id| {
        let section = if id == "all" { "s" } else { "p" };
        raw_question(id, section, "heading", 1, &["a", "b", "c"], MEASURES)
    });
    let sections = [
        raw_section("s", "all", &[]),
        raw_section("p", "all", &["paper"]),
    ];
    let pack = checked(&raw_pack(&["paper"], &sections, &questions));
    let with = |forms: &[&str]| case_with(&pack, forms, &json!({ "paper": answer("met") }));
    let (without, with_paper) = (with(&[]), with(&["paper"]));
    let change_of = |before, after| {
        let found = Comparison::of_cases(&pack, before, after);
        let paper = found.items.iter().find(|item| item.id.as_str() == "paper");
        paper.map(|item| (item.before, item.after, item.change))
    };
    let met = Some(Outcome::Met);
    assert_eq!(
        change_of(&without, &with_paper),
        Some((None, met, Change::New))
    );
    assert_eq!(
        change_of(&with_paper, &without),
        Some((met, None, Change::Gone))
    );
    assert_eq!(change_of(&without, &without), None, "hidden on both sides");
}

#[test]
fn an_answer_to_a_question_that_the_pack_has_lost_is_gone() {
    let pack = pack_of(&[raw_question(
        "q",
        "s",
        "heading",
        1,
        &["a", "b", "c"],
        MEASURES,
    )]);
    let old = case_with(
        &pack,
        &[],
        &json!({ "lost": answer("ab"), "noted": answer("open") }),
    );
    let now = case_with(&pack, &[], &json!({}));
    let found = Comparison::of_cases(&pack, &old, &now);
    let gone: Vec<_> = found.with(Change::Gone).collect();
    assert_eq!(gone.len(), 1, "a note alone was no answer");
    assert_eq!(
        (
            gone[0].id.as_str(),
            gone[0].before,
            gone[0].question.is_none()
        ),
        ("lost", Some(Outcome::Partly), true)
    );
    assert_eq!(
        found.before.asked(),
        1,
        "the counts are of what the pack asks"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_has_changed_between_a_case_and_itself(raw in pack_and_case()) {
        let Raw { pack, case: one } = raw;
        let (pack, one) = (checked(&pack), case(&one));
        let found = Comparison::of_cases(&pack, &one, &one);
        for item in &found.items {
            prop_assert_eq!(item.change, Change::Unchanged);
        }
        prop_assert_eq!(found.before, found.after);
    }

    #[test]
    fn the_other_way_round_better_is_worse_and_new_is_gone(
        (raw, other) in pack_and_case().prop_flat_map(|raw| {
            let pack = raw.pack.clone();
            let again = super::random::case_for(&pack);
            (Just(raw), again)
        })
    ) {
        let (pack, one, other) = (checked(&raw.pack), case(&raw.case), case(&other));
        let there = Comparison::of_cases(&pack, &one, &other);
        let back = Comparison::of_cases(&pack, &other, &one);
        prop_assert_eq!((there.before, there.after), (back.after, back.before));
        let asked = |found: &Comparison<'_>| -> Vec<_> {
            let asked = found.items.iter().filter(|item| item.question.is_some());
            asked.map(|item| (item.id.clone(), item.before, item.after, item.change)).collect()
        };
        let turned: Vec<_> = asked(&back)
            .into_iter()
            .map(|(id, before, after, change)| {
                let change = match change {
                    Change::Improved => Change::Worse,
                    Change::Worse => Change::Improved,
                    Change::New => Change::Gone,
                    Change::Gone => Change::New,
                    same => same,
                };
                (id, after, before, change)
            })
            .collect();
        prop_assert_eq!(asked(&there), turned);
        // Every item stands under one change, and what is better is never only unknown or open.
        let sum: usize = Change::ALL.map(|change| there.count(change)).iter().sum();
        prop_assert_eq!(sum, there.items.len());
        for item in there.with(Change::Improved) {
            prop_assert!(matches!(item.after, Some(Outcome::Met | Outcome::Partly)));
            prop_assert!(item.before != Some(Outcome::Unanswered));
        }
    }
}
