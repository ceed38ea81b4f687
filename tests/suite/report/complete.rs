//! The complete export as JSON and the way back: the case that comes in is the case that went out, byte for byte.

use std::collections::BTreeSet;
use std::sync::Arc;

use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::encoding::EncodingFault;
use mamori::questionnaire::reader::Contents;
use mamori::questionnaire::reading::{EXPORT_LIMIT, ReadFault, imported};
use mamori::report::Report;
use mamori::report::complete::complete;
use mamori::store::format::encode;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{case, catalog, packs};
use crate::judging::random::pack_and_case;
use crate::judging::{case as read_case, checked};
use crate::store::roundtrip;

fn bytes(case: &Case) -> Vec<u8> {
    encode(case).expect("a case that reads back")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_case_with_its_results_comes_back_the_same(raw in pack_and_case()) {
        let packs = [Arc::new(checked(&raw.pack))];
        let case = read_case(&raw.case);
        let text = complete(&Report::new(&case, &packs), &catalog("ja"));
        let back = imported(text.as_bytes());
        prop_assert_eq!(back.as_ref(), Ok(&case));
        prop_assert_eq!(bytes(&back.expect("a case")), bytes(&case));

        let without = anonymous(&case);
        let text = complete(&Report::of(&without, &packs, Contents::default().anonymous()), &catalog("ja"));
        prop_assert_eq!(imported(text.as_bytes()), Ok(without));
    }

    #[test]
    fn a_case_of_any_characters_comes_back_the_same(case in roundtrip::case()) {
        let report = Report { case: &case, results: Vec::new(), contents: Contents::default(), missing: Vec::new() };
        let text = complete(&report, &catalog("en"));
        prop_assert_eq!(imported(text.as_bytes()), Ok(case.clone()));
        // The bare file of a case is taken in too.
        prop_assert_eq!(imported(&bytes(&case)), Ok(case));
    }

    #[test]
    fn bytes_that_are_no_case_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = imported(&bytes);
    }
}

#[test]
fn a_case_nested_as_deep_as_a_file_may_be_comes_back_too() {
    let deepest = (1..200)
        .map(|depth| {
            let mut case = case();
            let nested = (0..depth).fold(Value::Null, |inner, _| Value::from(vec![inner]));
            case.other.insert("deep".to_owned(), nested);
            case
        })
        .take_while(|case| encode(case).is_some())
        .last()
        .expect("one that can be kept");
    let report = Report::new(&deepest, &[]);
    let text = complete(&report, &catalog("ja"));
    assert_eq!(imported(text.as_bytes()), Ok(deepest));
}

#[test]
fn the_notice_is_the_first_member() {
    let (packs, case) = (packs(), case());
    let text = complete(&Report::new(&case, &packs), &catalog("ja"));
    assert!(text.starts_with("{\n  \"notice\": ["), "{text}");
}

fn export() -> Value {
    let (packs, case) = (packs(), case());
    let text = complete(&Report::new(&case, &packs), &catalog("ja"));
    serde_json::from_str(&text).expect("JSON")
}

#[track_caller]
fn check(change: impl Fn(&mut Value), expected: &ReadFault) {
    let mut export = export();
    change(&mut export);
    assert_eq!(
        imported(export.to_string().as_bytes()).as_ref(),
        Err(expected)
    );
}

fn shape(path: &str) -> ReadFault {
    ReadFault::WrongShape { path: path.into() }
}

#[test]
fn what_is_wrong_with_an_export_is_told_with_its_place() {
    check(
        |export| export["format"] = json!(2),
        &ReadFault::Newer { format: 2 },
    );
    check(
        |export| export["case"]["format"] = json!(9),
        &ReadFault::Newer { format: 9 },
    );
    check(|export| export["format"] = json!(null), &shape("format"));
    check(
        |export| export["case"]["format"] = json!("1"),
        &shape("case.format"),
    );
    check(
        |export| export["case"]["title"] = json!(5),
        &shape("case.title"),
    );
    check(
        |export| export["case"]["id"] = json!("../x"),
        &shape("case.id"),
    );
    let answer = |export: &mut Value| {
        export["case"]["walks"]["small"]["answers"]["first"]["flag"] = json!("yes");
    };
    check(answer, &shape("case.walks.small.answers.first.flag"));
    // What `show --json` prints has a case without its answers.
    check(
        |export| {
            drop(
                export["case"]
                    .as_object_mut()
                    .expect("a case")
                    .remove("walks"),
            );
        },
        &shape("case.walks"),
    );
}

#[test]
fn what_is_no_file_of_ours_is_told_as_for_a_case() {
    for (bytes, expected) in [
        (&b""[..], ReadFault::Empty),
        (b"\xEF\xBB\xBF \n", ReadFault::Empty),
        (&[0; 64], ReadFault::Empty),
        (
            b"\x96\x7b",
            ReadFault::Encoding(EncodingFault::PerhapsShiftJis),
        ),
        (b"{\"case\": {}", ReadFault::CutOff),
        (b"{}", shape("format")),
        (b"[]", shape("format")),
        (b"{\"format\": 1, \"case\": 5}", shape("case.format")),
    ] {
        assert_eq!(
            imported(bytes),
            Err(expected),
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
    let large = vec![b' '; usize::try_from(EXPORT_LIMIT).expect("it fits") + 1];
    assert_eq!(imported(&large), Err(ReadFault::TooLarge));
}

#[test]
fn a_case_file_that_has_a_member_of_the_name_case_is_still_a_case_file() {
    let mut case = case();
    case.other
        .insert("case".to_owned(), json!({"of": "another program"}));
    assert_eq!(imported(&bytes(&case)), Ok(case));
}

#[test]
fn an_export_cut_anywhere_is_never_a_smaller_case() {
    let whole = export().to_string();
    for (end, _) in whole.char_indices() {
        assert!(imported(&whole.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn every_member_is_described() {
    fn names(value: &Value, into: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    into.insert(name.clone());
                    names(value, into);
                }
            }
            Value::Array(values) => values.iter().for_each(|value| names(value, into)),
            _ => {}
        }
    }
    // Ids of packs, questions, points and measures stand as names; these are of the fixture.
    let ids = [
        "small", "more", "first", "later", "lead", "below", "written", "known", "board",
    ];
    let mut found = BTreeSet::new();
    names(&export(), &mut found);
    let docs = include_str!("../../../docs/JSON.md");
    for name in found.iter().filter(|name| !ids.contains(&name.as_str())) {
        assert!(
            docs.contains(&format!("`{name}`")),
            "{name} is not in docs/JSON.md"
        );
    }
}
