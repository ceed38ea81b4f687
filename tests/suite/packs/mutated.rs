//! Packs changed at random, byte by byte too, and any JSON at all: `check` never panics, and what it
//! accepts the schema accepts too.

use mamori::questionnaire::check::{Issue, check};
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::raw::Raw;
use mamori::text::issue::problem_message;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::{FIRST, SMALL, breaches, json as file, schema};
use crate::bytes::{fixtures, spoils, spoilt};

/// Any JSON at all, not deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[A-DHM]-?[A-DHM]?|paper|all|heading|ja|2024-0?2-?[0-9]*|https?://.*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("ja|en|id|title|text|checked|.*", inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[derive(Clone, Debug)]
enum Mutation {
    Replace(Value),
    Remove,
    /// Put a copy of another part of the pack here.
    Copy(Index),
    Double,
}

fn mutations() -> impl Strategy<Value = Vec<(Index, Mutation)>> {
    let mutation = prop_oneof![
        any_json().prop_map(Mutation::Replace),
        Just(Mutation::Remove),
        any::<Index>().prop_map(Mutation::Copy),
        Just(Mutation::Double),
    ];
    prop::collection::vec((any::<Index>(), mutation), 1..6)
}

fn pointers(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(value, format!("{at}/{name}"), into);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate() {
                pointers(value, format!("{at}/{index}"), into);
            }
        }
        _ => {}
    }
    into.push(at);
}

fn mutated(mut raw: Value, mutations: &[(Index, Mutation)]) -> Value {
    for (index, mutation) in mutations {
        let mut places = Vec::new();
        pointers(&raw, String::new(), &mut places);
        let place = index.get(&places);
        match mutation {
            Mutation::Replace(value) => put(&mut raw, place, value.clone()),
            Mutation::Copy(from) => {
                let copy = raw.pointer(from.get(&places).as_str()).cloned();
                put(&mut raw, place, copy.unwrap_or_default());
            }
            Mutation::Double => {
                if let Some(Value::Array(entries)) = raw.pointer_mut(place) {
                    let copy = entries.clone();
                    entries.extend(copy);
                }
            }
            Mutation::Remove => remove(&mut raw, place),
        }
    }
    raw
}

fn put(raw: &mut Value, place: &str, value: Value) {
    if let Some(there) = raw.pointer_mut(place) {
        *there = value;
    }
}

fn remove(raw: &mut Value, place: &str) {
    let Some((parent, last)) = place.rsplit_once('/') else {
        return;
    };
    match raw.pointer_mut(parent) {
        Some(Value::Object(members)) => {
            members.remove(last);
        }
        Some(Value::Array(entries)) => {
            if let Ok(index) = last.parse() {
                entries.remove(index);
            }
        }
        _ => {}
    }
}

/// Either no issue, and then the schema has none either, or issues that can all be said.
fn told_well(raw: &Value, schema: &jsonschema::Validator) -> Result<(), TestCaseError> {
    told_well_as(check(raw, None), raw, schema)
}

fn told_well_as(
    checked: Result<Pack, Vec<Issue>>,
    raw: &Value,
    schema: &jsonschema::Validator,
) -> Result<(), TestCaseError> {
    match checked {
        Ok(pack) => {
            prop_assert_eq!(breaches(schema, raw), [""; 0]);
            for question in &pack.questions {
                prop_assert_eq!(&pack.section_of(question).id, &question.section);
            }
        }
        Err(issues) => {
            prop_assert!(!issues.is_empty());
            for issue in &issues {
                prop_assert!(problem_message(&issue.problem).id.starts_with("issue-"));
                prop_assert!(!issue.path.chars().any(char::is_control));
            }
        }
    }
    Ok(())
}

#[test]
fn a_pack_changed_in_any_way_is_told_well_and_never_panics() {
    let schema = schema();
    for path in [SMALL, FIRST] {
        let raw = file(path);
        let mut runner = TestRunner::default();
        runner
            .run(&mutations(), |mutations| {
                told_well(&mutated(raw.clone(), &mutations), &schema)
            })
            .unwrap_or_else(|failure| panic!("{path}: {failure}"));
    }
}

#[test]
fn any_json_is_told_well_and_never_panics() {
    let schema = schema();
    let mut runner = TestRunner::default();
    runner
        .run(&any_json(), |raw| told_well(&raw, &schema))
        .unwrap_or_else(|failure| panic!("{failure}"));
}

fn corpus() -> Vec<Vec<u8>> {
    let files = fixtures("packs")
        .into_iter()
        .chain(fixtures("corpus/packs"));
    files.map(|(_, bytes)| bytes).collect()
}

/// As the program reads it: from the text, and again as a value where there are issues.
fn read_well(bytes: &[u8], schema: &jsonschema::Validator) -> Result<(), TestCaseError> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Ok(());
    };
    let value = serde_json::from_str::<Value>(text);
    let raw = serde_json::from_str::<Raw<'_>>(text);
    prop_assert!(
        value.is_ok() || raw.is_err(),
        "only one of them reads {}",
        text
    );
    if let (Ok(value), Ok(raw)) = (value, raw) {
        told_well_as(check(raw, None), &value, schema)?;
    }
    Ok(())
}

#[test]
fn every_pack_of_the_corpus_is_told_well() {
    let schema = schema();
    for bytes in corpus() {
        read_well(&bytes, &schema).unwrap_or_else(|failure| panic!("{failure}"));
    }
}

#[test]
fn a_pack_spoilt_byte_by_byte_is_told_well_and_never_panics() {
    let schema = schema();
    let files = corpus();
    let config = ProptestConfig {
        cases: 1_500,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    TestRunner::new(config)
        .run(&(any::<Index>(), spoils()), |(file, spoils)| {
            read_well(
                &spoilt(&files[file.index(files.len())], &spoils, &files),
                &schema,
            )
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
