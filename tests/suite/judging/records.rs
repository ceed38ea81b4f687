//! そろえる記録: which records an answer asks for, and which of them are there.

use mamori::questionnaire::result::WalkResult;
use serde_json::{Value, json};

use super::{case_with, pack_of, raw_question};

/// Two points; `cheap` closes the first, `dear` the second, `both` both.
const MEASURES: &[(&str, &str, &str, &[&str])] = &[
    ("cheap", "A", "M", &["a"]),
    ("dear", "B", "M", &["b"]),
    ("both", "C", "D", &["a", "b"]),
];

/// The records that an answer leads to, as `measure` or `measure: there`.
#[track_caller]
fn check(answer: &Value, expected: &[&str]) {
    let mut question = raw_question("q", "s", "heading", 1, &["a", "b"], MEASURES);
    question["may_not_apply"] = json!([{"ja": "見学なし"}]);
    let pack = pack_of(&[question]);
    let case = case_with(&pack, &[], &json!({ "q": answer }));
    let result = WalkResult::of(&pack, &case);
    let found: Vec<String> = result
        .records()
        .iter()
        .map(|record| {
            assert_eq!((record.item, record.question.id.as_str()), (0, "q"));
            let there = if record.is_there { ": there" } else { "" };
            format!("{}{there}", record.measure.id)
        })
        .collect();
    assert_eq!(found, expected, "{answer}");
}

fn points(a: bool, b: bool) -> Value {
    json!({"points": {"a": a, "b": b}})
}

#[test]
fn an_item_in_place_needs_the_record_that_its_reply_names() {
    let met = points(true, true);
    check(&json!({ "given": met }), &["cheap"]);
    check(
        &json!({"given": met, "task": {"measure": "both"}}),
        &["both"],
    );
}

#[test]
fn an_item_partly_or_not_in_place_needs_the_record_of_its_task() {
    check(&json!({"given": points(false, false)}), &["cheap"]);
    check(&json!({"given": points(true, false)}), &["dear"]);
    check(
        &json!({"given": points(true, false), "task": {"measure": "both"}}),
        &["both"],
    );
    let gone = json!({"given": points(true, false), "task": {"measure": "gone"}});
    check(&gone, &["dear"]);
}

#[test]
fn an_item_not_known_not_answered_or_not_applicable_needs_none() {
    check(&json!({"given": "unknown"}), &[]);
    check(&json!({"given": {"not-applicable": "見学なし"}}), &[]);
    check(&json!({"task": {"measure": "both"}}), &[]);
}

#[test]
fn a_record_marked_as_there_is_named_whatever_the_answer_and_never_twice() {
    let there = json!({"both": "there", "cheap": "there"});
    check(
        &json!({"given": points(true, true), "records": there}),
        &["cheap: there", "both: there"],
    );
    check(
        &json!({"given": points(true, false), "records": there}),
        &["dear", "cheap: there", "both: there"],
    );
    for given in [json!("unknown"), json!({"not-applicable": "見学なし"})] {
        check(
            &json!({"given": given, "records": there}),
            &["cheap: there", "both: there"],
        );
    }
    check(
        &json!({ "records": there }),
        &["cheap: there", "both: there"],
    );
}

#[test]
fn only_the_word_there_makes_a_record_there() {
    let other = json!({"cheap": "soon", "dear": true, "gone": "there"});
    check(
        &json!({"given": points(true, true), "records": other}),
        &["cheap"],
    );
}
