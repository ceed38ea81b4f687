//! The two packs that come with the program: what they hold, and that they load.
//! How packs in general are checked is in `packs/mistakes.rs` and `packs/mutated.rs`,
//! the wording in `packs/wording.rs`.

mod advice;
mod described;
mod format_2;
mod from_1_0_0;
mod mistakes;
mod mutated;
mod sentences;
mod wording;

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use mamori::assets::{PACKS, builtin_pack, builtin_packs};
use mamori::questionnaire::check::{check, followed_by};
use mamori::questionnaire::id::{FormId, PackId};
use mamori::questionnaire::pack::{Level, Mark, Pack, Take, Topic};
use mamori::questionnaire::raw::Raw;
use serde_json::Value;

const FIRST: &str = "criteria/tics-minimum.json";
const SECOND: &str = "criteria/tics-2024-additions.json";
/// A pack with every member of the format and no mistake.
const SMALL: &str = "tests/fixtures/packs/small.json";

/// A JSON file of the project, by its path from the root.
fn json(path: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn first() -> Pack {
    check(&json(FIRST), None).expect("the first pack has no issue")
}

fn second() -> Pack {
    check(&json(SECOND), Some(&first())).expect("the second pack has no issue")
}

fn schema() -> jsonschema::Validator {
    jsonschema::validator_for(&json("criteria/schema.json")).expect("the schema is one")
}

fn breaches(schema: &jsonschema::Validator, value: &Value) -> Vec<String> {
    schema
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn both_packs_load_without_an_issue() {
    assert_eq!(first().id, PackId::new("tics-minimum"));
    assert_eq!(second().id, PackId::new("tics-2024-additions"));
}

#[test]
fn what_the_build_has_made_of_a_pack_is_what_its_file_says() {
    for pack in [first(), second()] {
        assert_eq!(builtin_pack(pack.id.as_str()), Some(pack));
    }
    let known: Vec<_> = builtin_packs().iter().map(|(id, _)| *id).collect();
    assert_eq!(known, PACKS);
    assert_eq!(builtin_pack("nobodys"), None);
}

#[test]
fn the_schema_is_one_and_both_packs_follow_it() {
    jsonschema::draft202012::meta::validate(&json("criteria/schema.json"))
        .expect("a 2020-12 schema");
    let schema = schema();
    for path in [FIRST, SECOND] {
        assert_eq!(breaches(&schema, &json(path)), [""; 0], "{path}");
    }
}

#[test]
fn the_second_pack_follows_the_first_and_needs_it() {
    let raw = json(SECOND);
    let follows = |raw| followed_by(&Raw::from(raw));
    assert_eq!(follows(&raw), Some(PackId::new("tics-minimum")));
    assert_eq!(second().follows, follows(&raw));
    assert_eq!(follows(&json(FIRST)), None);
    assert!(check(&raw, None).is_err());
}

#[test]
fn the_first_pack_has_the_ten_places_of_the_old_minimum_part() {
    let found: Vec<_> = first()
        .sections
        .iter()
        .map(|section| {
            let place = section.legal_ref.clone().expect("an old place");
            let forms: Vec<_> = section.forms.iter().map(ToString::to_string).collect();
            (section.id.to_string(), place, section.take, forms.join(" "))
        })
        .collect();
    let expected = [
        ("i-1", "Ⅰ第一", Take::All, ""),
        ("i-2", "Ⅰ第二", Take::All, ""),
        ("i-3", "Ⅰ第三", Take::All, ""),
        ("i-4", "Ⅰ第四", Take::Heading, ""),
        ("i-5", "Ⅰ第五", Take::Heading, ""),
        ("i-6", "Ⅰ第六", Take::Heading, ""),
        ("ii", "Ⅱ", Take::Heading, ""),
        ("iii", "Ⅲ", Take::Heading, "paper"),
        ("iv", "Ⅳ", Take::Heading, "data"),
        ("v", "Ⅴ", Take::Heading, "object"),
    ];
    let expected = expected
        .map(|(id, place, take, form)| (id.to_owned(), place.to_owned(), take, form.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn every_place_of_the_first_pack_is_said_to_be_a_reading() {
    for section in first().sections {
        assert_eq!(section.topic, Topic::Reading, "{}", section.id);
    }
}

#[test]
fn ten_questions_are_for_everyone_two_for_paper_four_for_data_two_for_objects() {
    let pack = first();
    let count = |form: Option<&str>| {
        pack.questions
            .iter()
            .filter(|question| {
                let forms = &pack.section_of(question).forms;
                forms.first().map(FormId::as_str) == form
            })
            .count()
    };
    let counts = [None, Some("paper"), Some("data"), Some("object")].map(count);
    assert_eq!(counts, [10, 2, 4, 2]);
    assert_eq!(pack.questions.len(), 18);
}

#[test]
fn the_second_pack_asks_six_questions_whatever_the_forms() {
    let pack = second();
    assert_eq!(pack.questions.len(), 6);
    assert_eq!(pack.sections.len(), 6);
    for section in &pack.sections {
        assert!(section.forms.is_empty(), "{}", section.id);
        // The paper names the additions, not where they stand.
        assert_eq!(section.legal_ref, None, "{}", section.id);
        assert_eq!(section.topic, Topic::Source, "{}", section.id);
    }
}

#[test]
fn every_question_is_asked_in_the_walk_of_its_pack() {
    for pack in [first(), second()] {
        for question in &pack.questions {
            assert_eq!(question.level, Level::Heading, "{}", question.id);
        }
    }
}

#[test]
fn every_point_can_be_brought_into_place_by_a_measure() {
    for question in [first(), second()].iter().flat_map(|pack| &pack.questions) {
        for point in &question.all_points {
            assert!(
                question
                    .all_measures
                    .iter()
                    .any(|measure| measure.closes.contains(&point.id)),
                "{}: {}",
                question.id,
                point.id
            );
        }
    }
}

#[test]
fn measures_stand_cheapest_first() {
    for question in [first(), second()].iter().flat_map(|pack| &pack.questions) {
        assert!(
            question
                .all_measures
                .is_sorted_by_key(|measure| (measure.cost, measure.effort)),
            "{}",
            question.id
        );
    }
}

#[test]
fn every_word_and_contact_that_a_question_names_can_be_opened() {
    let (first, second) = (first(), second());
    assert!(first.terms.len() >= 35, "{}", first.terms.len());
    for question in first.questions.iter().chain(&second.questions) {
        assert!(!question.terms.is_empty(), "{}", question.id);
        assert!(!question.help.is_empty(), "{}", question.id);
        for term in &question.terms {
            assert!(first.term(term).is_some(), "{}: {term}", question.id);
        }
        for contact in &question.help {
            assert!(
                first.contact(contact).is_some(),
                "{}: {contact}",
                question.id
            );
        }
    }
}

#[test]
fn a_contact_with_money_or_a_year_is_to_be_verified() {
    for contact in first().contacts {
        assert!(
            matches!(contact.mark, Mark::Confirmed | Mark::Secondary),
            "{}",
            contact.id
        );
        let texts: String = [&contact.name, &contact.purpose, &contact.cost]
            .iter()
            .map(|text| text.get(&["ja"]))
            .collect();
        let dated = texts.contains('円') || texts.contains("20") || texts.contains("月");
        assert!(contact.verify || !dated, "{}: {texts}", contact.id);
    }
}

#[test]
fn each_form_has_examples_of_things_to_protect_from_several_trades() {
    let pack = first();
    assert!((12..=20).contains(&pack.examples.len()));
    for form in &pack.forms {
        let trades: HashSet<_> = pack
            .examples
            .iter()
            .filter(|example| example.form == form.id)
            .map(|example| example.trade.get(&["ja"]))
            .collect();
        assert!(trades.len() >= 4, "{}: {trades:?}", form.id);
    }
}

#[test]
fn does_not_apply_is_offered_for_these_six_questions_only() {
    let offered: Vec<_> = [first(), second()]
        .iter()
        .flat_map(|pack| &pack.questions)
        .filter(|question| !question.may_not_apply.is_empty())
        .map(|question| question.id.to_string())
        .collect();
    assert_eq!(
        offered,
        [
            "written-promise",
            "leavers",
            "teach-everyone",
            "partners",
            "outside-services",
            "backup-and-restore",
        ]
    );
}
