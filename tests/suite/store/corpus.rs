//! Case files spoilt in every way: reading never panics, and what is read as a case can be written and read again.

use mamori::questionnaire::glance::{Glance, glance_at};
use mamori::questionnaire::id::CaseId;
use mamori::store::CaseFault;
use mamori::store::format::{decode, encode};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::{FULL, Take, folder_with, store};
use crate::bytes::{fixtures, spoils, spoilt};

fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut files = fixtures("corpus/cases");
    files.extend(fixtures("cases"));
    files
}

/// Either a fault, or a case that is written and read as the same, twice.
fn reads_well(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let decoded = decode(bytes);
    if let Some(glance) = glance_at(bytes) {
        let whole = decoded.as_ref().map(Glance::of);
        prop_assert_eq!(Ok(glance), whole, "glanced at");
    }
    let Ok(case) = decoded else {
        return Ok(false);
    };
    let shown = String::from_utf8_lossy(bytes);
    let Some(written) = encode(&case) else {
        return Err(TestCaseError::fail(format!(
            "opens and could not be saved: {shown}"
        )));
    };
    let again = decode(&written);
    prop_assert_eq!(again.as_ref(), Ok(&case));
    prop_assert_eq!(encode(&case), Some(written));
    Ok(true)
}

/// The case of the fixture with nothing in it but what this version knows, as this version writes it.
fn written() -> Vec<u8> {
    fn forget(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.retain(|name, _| !name.starts_with("x-"));
                members.values_mut().for_each(forget);
            }
            Value::Array(values) => values.iter_mut().for_each(forget),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(FULL).expect("JSON");
    forget(&mut value);
    // What the fixture, which is of an earlier version, does not have.
    value["profile"] = json!({"firm": "やまと精工", "manager": "佐藤", "deputy": "鈴木", "contact": "総務", "checked_by": "田中"});
    value["firm"] =
        json!({"id": "firmaaaa", "pseudonym": "qaaaaaaa", "trade": "metal", "size": "6-20"});
    value["handed"] = json!({"revision": 40, "on": "2026-11-20"});
    value["ancestors"] = json!(["3fb1", "77a0"]);
    value["numbered"] = json!(2);
    value["information"][0]["number"] = json!(1);
    value["information"][0]["forms"] = json!(["paper", "data"]);
    value["information"][0]["owner"] = json!("own");
    value["earlier"]["forms"] = json!(["paper"]);
    let answer = &mut value["walks"]["tics-minimum"]["answers"]["name-a-manager"];
    answer["none"] = json!(["decided"]);
    answer["answered_by"] = json!("総務 佐藤");
    answer["draft_reason"] = json!("書きかけ");
    answer["record_details"] = json!({"appointment": {"place": "棚", "on": "2026-11-22"}});
    let case = serde_json::from_value(value).expect("a case");
    encode(&case).expect("written")
}

#[test]
fn what_is_written_is_glanced_at_and_nothing_of_it_has_to_be_built() {
    let bytes = written();
    let case = decode(&bytes).expect("a case");
    assert_eq!(glance_at(&bytes), Some(Glance::of(&case)));
}

#[test]
fn what_a_glance_does_not_understand_is_read_as_a_whole() {
    let text = String::from_utf8(written()).expect("UTF-8");
    for (before, after) in [
        ("\"format\": 1,", "\"format\": 2,"),
        ("\"format\": 1,", "\"format\": 1, \"format\": 1,"),
        ("\"revision\": 41", "\"revision\": 041"),
        ("\"revision\": 41", "\"revision\": 41.0"),
        ("\"title\": \"", "\"title\": \"\\u672c"),
        ("\"title\": \"", "\"title\": \"\t"),
        ("\"note\": \"", "\"note\": \"\\ud800"),
        ("\"version\": \"1.0.0\"", "\"version\": null"),
        ("\"level\": \"\"", "\"level\": \"\", \"x-new\": {}"),
        ("\"at\": null", "\"at\": null, \"x-new\": {}"),
        ("\"done\": \"2026-11-22\"", "\"done\": \"2026-11-31\""),
        ("}\n", "}\n}"),
    ] {
        let changed = text.replacen(before, after, 1);
        assert_ne!(changed, text, "{after}");
        assert_eq!(glance_at(changed.as_bytes()), None, "{after}");
    }
}

#[test]
fn every_file_of_the_corpus_is_read_as_its_name_says() {
    for (name, bytes) in corpus() {
        let is_case = reads_well(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            is_case,
            !name.starts_with("not-"),
            "{name}: {:?}",
            decode(&bytes).err()
        );
        let folder = folder_with(&[("k7q2m4xw.json", &bytes)]);
        let found = store(folder.path()).take(&CaseId::new("k7q2m4xw"));
        match found {
            Ok(_) => assert!(is_case, "{name}"),
            Err(CaseFault::WrongId(_)) => panic!("{name}: the corpus has one id"),
            Err(_) => assert!(!is_case, "{name}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_glance_says_what_the_whole_check_says(
        spoils in spoils(),
    ) {
        let files: Vec<Vec<u8>> = corpus().into_iter().map(|(_, bytes)| bytes).collect();
        reads_well(&spoilt(&written(), &spoils, &files))?;
    }

    #[test]
    fn a_case_file_spoilt_in_any_way_is_a_fault_or_a_case_that_can_be_saved(
        file in any::<Index>(),
        spoils in spoils(),
    ) {
        let files: Vec<Vec<u8>> = corpus().into_iter().map(|(_, bytes)| bytes).collect();
        reads_well(&spoilt(&files[file.index(files.len())], &spoils, &files))?;
    }
}
