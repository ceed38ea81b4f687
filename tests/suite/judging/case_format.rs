//! The members of a case that came after 0.1.0: what each of them says, and that 0.1.0 keeps them and never reads a
//! case as better than it is.

use std::collections::BTreeMap;

use mamori::questionnaire::case::{Answer, Case, Due, Information, Owner, Task};
use mamori::questionnaire::id::FormId;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::store::roundtrip::case;

/// What 0.1.0 knew of a case. Members that it did not know were kept at every level.
#[derive(Serialize, Deserialize)]
struct OldCase {
    format: u32,
    id: String,
    revision: u64,
    title: String,
    created: String,
    updated: String,
    forms: Vec<String>,
    #[serde(default)]
    information: Vec<OldInformation>,
    walk: String,
    walks: BTreeMap<String, OldWalk>,
    #[serde(default)]
    earlier: Value,
    #[serde(flatten)]
    other: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct OldInformation {
    what: String,
    form: Option<String>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    entrusted_by: Option<String>,
    #[serde(default)]
    seen_by: String,
    #[serde(default)]
    level: String,
    #[serde(flatten)]
    other: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct OldWalk {
    version: String,
    at: Option<String>,
    answers: BTreeMap<String, OldAnswer>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct OldAnswer {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answered: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    flag: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    task: Option<OldTask>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    records: Map<String, Value>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct OldTask {
    #[serde(default)]
    measure: Option<String>,
    #[serde(default)]
    who: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    done: Option<String>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_program_before_this_one_opens_every_case_and_loses_nothing(case in case()) {
        let written = serde_json::to_string(&case).expect("JSON");
        let old: OldCase = serde_json::from_str(&written).expect("a case of 0.1.0");
        let by_old = serde_json::to_string(&old).expect("JSON");
        let back: Case = serde_json::from_str(&by_old).expect("a case");
        prop_assert_eq!(back, case);
    }

    #[test]
    fn no_number_is_ever_given_twice(numbers in proptest::collection::vec(proptest::option::of(1_u32..30), 0..12), last in 0_u32..40) {
        let mut case = crate::store::full();
        case.numbered = last;
        case.information = numbers
            .iter()
            .map(|number| Information { number: *number, ..Information::default() })
            .collect();
        case.number_information();
        let given: Vec<u32> = case.information.iter().map(|entry| entry.number.expect("a number")).collect();
        for (entry, number) in numbers.iter().zip(&given) {
            match entry {
                Some(kept) => prop_assert_eq!(kept, number),
                None => prop_assert!(*number > last && numbers.iter().flatten().all(|known| known < number)),
            }
        }
        prop_assert!(given.iter().all(|number| *number <= case.numbered));
        let before = case.clone();
        case.number_information();
        prop_assert_eq!(case, before, "a second time nothing is given");
    }
}

#[test]
fn a_case_without_the_later_members_is_written_as_it_always_was() {
    let text = include_str!("../../fixtures/cases/k7q2m4xw.json");
    let case: Case = serde_json::from_str(text).expect("a case of 0.1.0");
    let written = serde_json::to_value(&case).expect("JSON");
    assert_eq!(written, serde_json::from_str::<Value>(text).expect("JSON"));
}

#[test]
fn after_the_highest_number_there_is_no_next_one() {
    let mut case = crate::store::full();
    case.numbered = u32::MAX;
    case.information = vec![Information::default()];
    case.number_information();
    assert_eq!(case.information[0].number, None);
}

#[test]
fn whose_a_thing_is_is_said_or_not_and_never_guessed() {
    for (entry, owner) in [
        (json!({"what": "x", "form": null}), Owner::NotSaid),
        (
            json!({"what": "x", "form": null, "entrusted_by": null}),
            Owner::NotSaid,
        ),
        (
            json!({"what": "x", "form": null, "entrusted_by": ""}),
            Owner::Entrusted,
        ),
        (
            json!({"what": "x", "form": null, "entrusted_by": "A"}),
            Owner::Entrusted,
        ),
        (
            json!({"what": "x", "form": null, "owner": "own"}),
            Owner::Own,
        ),
        (
            json!({"what": "x", "form": null, "owner": "entrusted"}),
            Owner::Entrusted,
        ),
        (
            json!({"what": "x", "form": null, "owner": "own", "entrusted_by": "A"}),
            Owner::Own,
        ),
        (
            json!({"what": "x", "form": null, "owner": "of a newer program"}),
            Owner::NotSaid,
        ),
    ] {
        let read: Information = serde_json::from_value(entry.clone()).expect("an entry");
        assert_eq!(read.owner(), owner, "{entry}");
    }
}

#[test]
fn all_forms_count_only_while_the_first_of_them_is_the_form() {
    for (form, forms, all) in [
        (Some("paper"), vec!["paper", "data"], vec!["paper", "data"]),
        (Some("data"), vec!["paper", "data"], vec!["data"]),
        (Some("data"), vec![], vec!["data"]),
        (None, vec!["paper"], vec![]),
    ] {
        let entry = Information {
            form: form.map(FormId::new),
            forms: forms.iter().map(|id| FormId::new(id)).collect(),
            ..Information::default()
        };
        let found: Vec<&str> = entry.all_forms().iter().map(FormId::as_str).collect();
        assert_eq!(found, all, "{form:?} {forms:?}");
    }
}

#[test]
fn by_when_is_a_day_only_if_it_is_one() {
    let task = |by: &str| Task {
        by: by.to_owned(),
        ..Task::default()
    };
    assert!(matches!(task("2026-02-26").due(), Due::Day(_)));
    assert_eq!(task("2月26日").due(), Due::Text("2月26日"));
    assert_eq!(task("2026-2-6").due(), Due::Text("2026-2-6"));
    assert_eq!(task("2026-02-30").due(), Due::Text("2026-02-30"));
    assert_eq!(task("").due(), Due::NotSaid);
}

#[test]
fn an_answer_with_nothing_but_a_later_member_is_kept() {
    for answer in [
        json!({"none": ["a"]}),
        json!({"answered_by": "A"}),
        json!({"draft_reason": "途中"}),
        json!({"record_details": {"m": {"place": "棚"}}}),
    ] {
        let read: Answer = serde_json::from_value(answer.clone()).expect("an answer");
        assert!(!read.is_empty(), "{answer}");
        assert_eq!(serde_json::to_value(&read).expect("JSON"), answer);
        assert!(read.given.is_none(), "and answers nothing");
    }
}
