//! One answer: its outcome, the first open point, the measure that it leads to, the counts.

use mamori::questionnaire::asked::Asked;
use mamori::questionnaire::case::Answer;
use mamori::questionnaire::outcome::{Counts, Outcome, first_open_point, outcome_of};
use mamori::questionnaire::pack::Question;
use mamori::questionnaire::plan::{measure_for, measure_to_show};
use serde_json::{Value, json};

use super::{answer, pack_of, raw_question, text};

/// Points a, b, c. `small` closes b alone, `big` all of them; `kind` closes nothing.
fn question(may_not_apply: bool) -> Question {
    let mut raw = raw_question(
        "q",
        "s",
        "heading",
        1,
        &["a", "b", "c"],
        &[
            ("kind", "A", "M", &[]),
            ("small", "A", "H", &["b"]),
            ("big", "B-C", "D", &["a", "b", "c"]),
            ("other", "D", "D", &["c"]),
        ],
    );
    if may_not_apply {
        raw["may_not_apply"] = json!([text("見学なし")]);
    }
    pack_of(&[raw]).questions.remove(0)
}

fn asked(question: &Question) -> Asked<'_> {
    Asked::of(question, &[]).expect("points that are asked of everyone")
}

/// The outcome of `given`, where null is no answer at all.
#[track_caller]
fn check(question: &Question, given: &Value, expected: Outcome) {
    let answer = (!given.is_null()).then(|| answer(given));
    assert_eq!(
        outcome_of(asked(question), answer.as_ref()),
        expected,
        "{given}"
    );
}

#[test]
fn each_answer_amounts_to_one_outcome() {
    let question = question(true);
    for (given, expected) in [
        (json!(null), Outcome::Unanswered),
        (json!({}), Outcome::Unanswered),
        (json!({"note": "あとで", "flag": true}), Outcome::Unanswered),
        (
            json!({"task": {"measure": "small", "done": "2026-11-22"}}),
            Outcome::Unanswered,
        ),
        (json!({"given": "unknown"}), Outcome::Unknown),
        (
            json!({"given": {"not-applicable": "見学なし"}}),
            Outcome::NotApplicable,
        ),
        (
            json!({"given": {"not-applicable": "自分の言葉"}}),
            Outcome::NotApplicable,
        ),
        (
            json!({"given": {"points": {"a": true, "b": true, "c": true}}}),
            Outcome::Met,
        ),
        (
            json!({"given": {"points": {"a": true, "b": false, "c": true}}}),
            Outcome::Partly,
        ),
        (
            json!({"given": {"points": {"a": false, "b": false, "c": true}}}),
            Outcome::Partly,
        ),
        (
            json!({"given": {"points": {"a": false, "b": false, "c": false}}}),
            Outcome::NotMet,
        ),
    ] {
        check(&question, &given, expected);
    }
}

#[test]
fn a_point_that_the_pack_has_gained_since_is_open() {
    let question = question(false);
    check(
        &question,
        &json!({"given": {"points": {"a": true, "b": true}}}),
        Outcome::Partly,
    );
    check(
        &question,
        &json!({"given": {"points": {"a": false, "b": false}}}),
        Outcome::NotMet,
    );
    check(
        &question,
        &json!({"given": {"points": {}}}),
        Outcome::NotMet,
    );
}

#[test]
fn a_point_that_the_pack_has_lost_counts_for_nothing() {
    let question = question(false);
    let all = json!({"a": true, "b": true, "c": true, "lost": false});
    check(&question, &json!({"given": {"points": all}}), Outcome::Met);
    let none = json!({"a": false, "b": false, "c": false, "lost": true});
    check(
        &question,
        &json!({"given": {"points": none}}),
        Outcome::NotMet,
    );
    check(
        &question,
        &json!({"given": {"points": {"lost": true}}}),
        Outcome::NotMet,
    );
}

#[test]
fn a_blank_reason_is_no_answer() {
    let question = question(true);
    for reason in ["", " ", "\n\t", "\u{3000}\u{3000}"] {
        check(
            &question,
            &json!({"given": {"not-applicable": reason}}),
            Outcome::Unanswered,
        );
    }
}

#[test]
fn does_not_apply_is_no_answer_where_the_pack_does_not_offer_it() {
    let given = json!({"given": {"not-applicable": "見学なし"}});
    check(&question(false), &given, Outcome::Unanswered);
}

#[test]
fn the_first_open_point_is_the_first_that_no_answer_shows_in_place() {
    let question = question(true);
    for (given, expected) in [
        (json!({}), Some("a")),
        (json!({"given": "unknown"}), Some("a")),
        (json!({"given": {"not-applicable": "見学なし"}}), Some("a")),
        (json!({"given": {"points": {}}}), Some("a")),
        (
            json!({"given": {"points": {"a": true, "b": false, "c": false}}}),
            Some("b"),
        ),
        (
            json!({"given": {"points": {"a": true, "b": true}}}),
            Some("c"),
        ),
        (
            json!({"given": {"points": {"a": true, "b": true, "c": true}}}),
            None,
        ),
    ] {
        let answer = answer(&given);
        let open = first_open_point(asked(&question), Some(&answer)).map(|point| point.id.as_str());
        assert_eq!(open, expected, "{given}");
    }
    let open = first_open_point(asked(&question), None).map(|point| point.id.as_str());
    assert_eq!(open, Some("a"));
}

#[test]
fn the_measure_is_the_marked_one_else_the_cheapest_that_closes_the_first_open_point() {
    let question = question(false);
    let a_open = json!({"points": {"a": false, "b": true, "c": true}});
    let b_open = json!({"points": {"a": true, "b": false, "c": false}});
    let c_open = json!({"points": {"a": true, "b": true, "c": false}});
    let nothing_open = json!({"points": {"a": true, "b": true, "c": true}});
    for (given, marked, expected) in [
        (&a_open, None, "big"),
        (&b_open, None, "small"),
        // `other` closes c too, but costs more.
        (&c_open, None, "big"),
        (&b_open, Some("other"), "other"),
        (&b_open, Some("kind"), "kind"),
        // The pack has lost the measure since it was marked.
        (&b_open, Some("lost"), "small"),
        (&nothing_open, None, "kind"),
        (&nothing_open, Some("other"), "other"),
    ] {
        let mut raw = json!({ "given": given });
        if let Some(marked) = marked {
            raw["task"] = json!({ "measure": marked });
        }
        let answer = answer(&raw);
        assert_eq!(
            measure_for(asked(&question), Some(&answer)).id.as_str(),
            expected,
            "{raw}"
        );
    }
    assert_eq!(measure_for(asked(&question), None).id.as_str(), "big");
}

#[test]
fn the_record_that_shows_an_item_is_that_of_the_marked_measure_else_of_its_first_point() {
    let question = question(false);
    let shows = |answer: &Answer| {
        measure_to_show(asked(&question), Some(answer))
            .id
            .to_string()
    };
    let met = json!({"points": {"a": true, "b": true, "c": true}});
    assert_eq!(shows(&answer(&json!({ "given": met }))), "big");
    let marked = json!({"given": met, "task": {"measure": "small"}});
    assert_eq!(shows(&answer(&marked)), "small");
}

#[test]
fn every_outcome_is_counted_once_and_gaps_leave_out_met_and_not_applicable_alone() {
    let often = [5, 4, 3, 2, 6, 1];
    let counts: Counts = Outcome::ALL
        .into_iter()
        .zip(often)
        .flat_map(|(outcome, often)| std::iter::repeat_n(outcome, often))
        .collect();
    assert_eq!(Outcome::ALL.map(|outcome| counts.of(outcome)), often);
    assert_eq!(
        (counts.asked(), counts.answered(), counts.gaps()),
        (21, 20, 10)
    );
    let gaps: usize = Outcome::ALL
        .into_iter()
        .filter(|outcome| outcome.is_gap())
        .map(|outcome| counts.of(outcome))
        .sum();
    assert_eq!(counts.gaps(), gaps);
}

#[test]
fn the_codes_of_outcomes_never_change() {
    let codes = Outcome::ALL.map(Outcome::code).join(" ");
    assert_eq!(
        codes,
        "met partly not_met unknown not_applicable unanswered"
    );
}
