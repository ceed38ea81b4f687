//! Reports as files: what must hold for each format, whatever is in the case.
//! `INSTA_UPDATE=always cargo test` writes the files in tests/fixtures/export anew.

mod anonymous;
mod complete;
mod csv;
mod days;
pub(crate) mod docx;
mod fill;
mod hostile;
mod listed;
mod markdown;
mod ndjson;
mod promises;
mod readers;
mod summary_sheet;
mod unanswered;
pub(crate) mod xlsx;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::questionnaire::result::WalkResult;
use mamori::report::{
    Report, application, complete as complete_report, csv as csv_report, docx as docx_report, html,
    json, markdown as markdown_report, ndjson as ndjson_report, text, xlsx as xlsx_report,
};
use mamori::text::Message;
use mamori::text::catalog::Catalog;
use serde_json::{Value, json};

use crate::judging::{case as read_case, checked};

fn catalog(language: &str) -> Catalog {
    PackLibrary::new(None).catalog(language).0
}

fn fixture(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path);
    serde_json::from_str(&fs::read_to_string(path).expect("a fixture")).expect("JSON")
}

/// A pack with every kind of section, and one that follows it with sections asked of everyone.
fn packs() -> [Arc<Pack>; 2] {
    let small = fixture("packs/small.json");
    let mut more = small.clone();
    more["id"] = "more".into();
    for section in more["sections"].as_array_mut().expect("a list") {
        section["forms"] = json!([]);
        section["place"] = json!(null);
    }
    [small, more].map(|raw| Arc::new(checked(&raw)))
}

/// A case with every outcome in its two walks, and everything else that a case can hold.
fn case() -> Case {
    read_case(&fixture("export/case.json"))
}

/// Every format, by its name, as text. The names are those of the golden files.
fn every_format(report: &Report<'_>, catalog: &Catalog) -> Vec<(&'static str, String)> {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    vec![
        ("text", text::text(report, catalog)),
        ("show", json::json(report, catalog)),
        ("json", complete_report::complete(report, catalog)),
        ("md", markdown_report::markdown(report, catalog)),
        ("csv", text(csv_report::csv(report, catalog))),
        ("docx", docx::text(&docx_report::docx(report, catalog))),
        ("xlsx", xlsx::text(&xlsx_report::xlsx(report, catalog))),
        ("ndjson", ndjson_report::ndjson(report, catalog)),
        ("html", html::html(report, catalog)),
        (
            "draft.html",
            for_body(report, |draft| application::html(draft, catalog)),
        ),
        (
            "draft.md",
            for_body(report, |draft| application::markdown(draft, catalog)),
        ),
    ]
}

/// What is written for a certification body, of the same check.
fn for_body<T>(report: &Report<'_>, write: impl Fn(&Report<'_>) -> T) -> T {
    let contents = Contents::of(Reader::Body, None);
    let contents = if report.contents.is_anonymous() {
        contents.anonymous()
    } else {
        contents
    };
    let case = contents.shown(report.case);
    let results = report.results.iter();
    write(&Report {
        case: &case,
        results: results
            .map(|result| WalkResult::of(result.pack, &case))
            .collect(),
        contents,
        missing: report.missing.clone(),
    })
}

#[test]
fn each_format_is_word_for_word_as_it_was() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for language in ["ja", "en"] {
        for (format, found) in every_format(&report, &catalog(language)) {
            // tests/suite/cli/report.rs has the first two, tests/suite/papers.rs the papers; a workbook is read cell
            // by cell.
            let elsewhere = [
                "text",
                "show",
                "docx",
                "xlsx",
                "html",
                "draft.html",
                "draft.md",
            ];
            if !elsewhere.contains(&format) {
                golden(&format!("{language}.{format}"), &found);
            }
        }
    }
}

#[track_caller]
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/export")
        .join(name);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, found).expect("a file");
    }
    let expected = fs::read_to_string(&path).expect("a file of the fixtures");
    assert!(found == expected, "{name} is another:\n{found}");
}

#[test]
fn each_format_begins_with_what_it_is_and_is_not() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        let first = catalog.message(&Message::new("notice-self-check"));
        for (format, found) in every_format(&report, &catalog) {
            // Table formats name their columns, JSON its member, before that; of a page people see the body.
            let seen = found.split("<body>").last().unwrap_or_default();
            let begins = seen.find(&first).expect(format);
            // The parts of a workbook stand in another order than its sheets; of Word, `docx` sees to it.
            assert!(
                begins < 1_000 || ["docx", "xlsx"].contains(&format),
                "{format}: only at {begins}"
            );
            let confidential = catalog.message(&Message::new("notice-confidential"));
            assert!(found.contains(&confidential), "{format}");
        }
    }
}

#[test]
fn each_format_is_the_same_each_time() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let catalog = catalog("ja");
    assert_eq!(
        every_format(&report, &catalog),
        every_format(&report, &catalog)
    );
}

/// Every value that has a member of this name.
fn with_member<'a>(value: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            if members.contains_key(name) {
                found.push(value);
            }
            members
                .values()
                .for_each(|member| with_member(member, name, found));
        }
        Value::Array(values) => values
            .iter()
            .for_each(|value| with_member(value, name, found)),
        _ => {}
    }
}

#[test]
fn no_place_in_the_notice_is_told_without_how_sure_it_is() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for (format, found) in every_format(&report, &catalog("en")) {
        let results: Vec<Value> = match format {
            "show" => vec![serde_json::from_str(&found).expect("JSON")],
            "json" => {
                // What the user typed has places of its own: in it a place is where a thing lies.
                let whole: Value = serde_json::from_str(&found).expect("JSON");
                vec![whole["results"].clone()]
            }
            "ndjson" => found
                .lines()
                .map(|line| serde_json::from_str(line).expect("JSON"))
                .collect(),
            _ => continue,
        };
        for result in &results {
            let mut placed = Vec::new();
            with_member(result, "place", &mut placed);
            assert!(!placed.is_empty(), "{format}");
            for one in placed {
                let topic = one["topic"].as_str();
                let known = ["source", "reading", "checked"];
                assert!(
                    topic.is_some_and(|topic| known.contains(&topic)),
                    "{format}: {one}"
                );
            }
        }
    }
}

#[test]
fn a_report_to_read_says_once_that_a_match_is_not_confirmed_and_marks_the_rest() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for (format, found) in every_format(&report, &catalog("ja")) {
        if ["html", "md"].contains(&format) {
            // Before, once for each section of each list: 22 times. Now once for each set of questions.
            let times = found.matches("対応は未確認").count();
            assert_eq!(times, packs.len(), "{format}");
            assert!(found.matches('*').count() > 1, "{format}");
        }
    }
}
