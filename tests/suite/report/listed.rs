//! What reports say of the list of what to protect: what papers and tags say of the same things.

use mamori::questionnaire::case::{Case, Information};
use mamori::questionnaire::id::FormId;
use mamori::report::Report;
use serde_json::json;

use super::{case, catalog, every_format, packs};

/// A case with these on its list.
fn with(listed: &serde_json::Value) -> Case {
    let mut case = case();
    case.forms = ["paper", "data"].map(FormId::new).to_vec();
    case.information = serde_json::from_value(listed.clone()).expect("a list");
    case
}

fn both_forms() -> Case {
    with(&json!([{
        "what": "drawing of a mould",
        "form": "paper",
        "forms": ["paper", "data"],
    }]))
}

#[test]
fn what_exists_on_paper_and_as_data_is_told_with_both_in_every_report() {
    let (packs, case) = (packs(), both_forms());
    let report = Report::new(&case, &packs);
    let mut told = 0;
    for (format, found) in every_format(&report, &catalog("en")) {
        if ["md", "docx", "xlsx", "html", "draft.html", "draft.md"].contains(&format) {
            assert!(found.contains("Paper, Data"), "{format}");
            told += 1;
        }
    }
    assert_eq!(told, 6);
}

#[test]
fn what_exists_in_two_forms_stands_under_both_in_the_draft() {
    let (packs, case) = (packs(), both_forms());
    let report = Report::new(&case, &packs);
    for (format, found) in every_format(&report, &catalog("en")) {
        if format.starts_with("draft") {
            // Under each of both forms, and on the list.
            assert_eq!(found.matches("drawing of a mould").count(), 3, "{format}");
        }
    }
}

#[test]
fn a_thing_has_the_number_of_its_tag_in_every_report_that_numbers_the_list() {
    let (packs, case) = (
        packs(),
        with(&json!([
            { "what": "a", "form": "paper", "number": 21 },
            { "what": "b", "form": "data", "number": 45 },
        ])),
    );
    let report = Report::new(&case, &packs);
    for (format, found) in every_format(&report, &catalog("en")) {
        let is_there = |number: &str| match format {
            "md" | "draft.md" => found.contains(&format!("\n| {number} |")),
            _ => found.contains(&format!(">{number}<")),
        };
        if ["md", "docx", "xlsx", "html", "draft.html", "draft.md"].contains(&format) {
            assert!(is_there("21") && is_there("45"), "{format}: numbered anew");
        }
    }
}

#[test]
fn what_was_given_no_number_yet_has_the_one_that_its_paper_will_have() {
    let entry = |what: &str, number| Information {
        what: what.to_owned(),
        number,
        ..Information::default()
    };
    let mut case = case();
    case.information = vec![entry("a", Some(33)), entry("b", None)];
    let packs = packs();
    let html = mamori::report::html::html(&Report::new(&case, &packs), &catalog("en"));
    let mut numbered = case.clone();
    numbered.number_information();
    let second = numbered.information[1].number.expect("a number");
    assert!(html.contains(&format!("<td class=\"count\">{second}</td>")));
}
