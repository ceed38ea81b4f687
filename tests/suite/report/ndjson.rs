//! NDJSON: one line a question, always with the same columns.

use mamori::questionnaire::reader::{Contents, Reader};
use mamori::report::Report;
use mamori::report::ndjson::ndjson;
use mamori::text::firm_groups::Group;
use serde_json::{Map, Value, json};

use super::{case, catalog, packs};

fn lines(text: &str) -> Vec<Map<String, Value>> {
    text.lines()
        .map(|line| serde_json::from_str(line).expect("an object a line"))
        .collect()
}

#[test]
fn it_has_one_line_a_question_with_the_same_columns_in_the_same_order() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let questions: usize = report.results.iter().map(|result| result.items.len()).sum();
    let text = ndjson(&report, &catalog("ja"));
    assert!(text.ends_with("}\n"));
    let lines = lines(&text);
    assert_eq!(lines.len(), questions);
    let names: Vec<_> = lines[0].keys().collect();
    assert_eq!(names[0], "notice");
    for line in &lines {
        assert_eq!(line.keys().collect::<Vec<_>>(), names);
    }
}

#[test]
fn every_column_is_described() {
    let (packs, case) = (packs(), case());
    let text = ndjson(&Report::new(&case, &packs), &catalog("ja"));
    let docs = include_str!("../../../docs/JSON.md");
    let (_, section) = docs.split_once("\n## NDJSON").expect("a section");
    for name in lines(&text)[0].keys() {
        assert!(
            section.contains(&format!("`{name}`")),
            "{name} is not in docs/JSON.md"
        );
    }
}

#[test]
fn only_texts_change_with_the_language() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let without_texts = |language| {
        let mut lines = lines(&ndjson(&report, &catalog(language)));
        for line in &mut lines {
            for name in ["notice", "label", "text", "measure_text", "record"] {
                let text = line.insert(name.to_owned(), Value::Null).expect("a column");
                assert!(text.is_string() || text.is_null());
            }
        }
        lines
    };
    assert_eq!(without_texts("ja"), without_texts("en"));
}

/// What a column holds, in full or with nothing in it: a program that reads tables gives each column one type.
fn column_type(name: &str) -> &'static str {
    match name {
        "format" | "number" | "points_in_place" | "points" => "number",
        "task" => "number or null",
        "anonymous" | "gap" | "flag" | "first" => "boolean",
        "record_there" => "boolean or null",
        "forms" | "points_open" | "points_none" | "records_there" | "orphans" => "texts",
        "notice" | "case_id" | "trade" | "size" | "title" | "created" | "updated" | "pack"
        | "version" | "question" | "section" | "topic" | "label" | "text" | "outcome" | "note"
        | "who" | "due_text" => "text",
        "firm" | "earlier" | "answered_with" | "place" | "answered" | "reason" | "measure"
        | "measure_text" | "cost" | "effort" | "due" | "done" | "record" => "text or null",
        other => panic!("{other} has no type in this test"),
    }
}

#[test]
fn each_column_has_one_type_also_when_it_is_empty() {
    let packs = packs();
    let full = case();
    let mut empty = mamori::questionnaire::case::Case::new(
        full.id.clone(),
        String::new(),
        Vec::new(),
        &packs[0],
        full.created,
    );
    // Of an older program; and what somebody typed where a pseudonym belongs.
    let mut odd = full.clone();
    odd.firm.get_or_insert_default().pseudonym = "A B".to_owned();
    empty.firm = None;
    for case in [&full, &empty, &odd] {
        for reader in [Reader::Own, Reader::Statistics] {
            let contents = Contents::of(reader, None);
            let shown = contents.shown(case);
            let text = ndjson(&Report::of(&shown, &packs, contents), &catalog("ja"));
            for (name, value) in lines(&text).into_iter().flatten() {
                let is = match &value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "number",
                    Value::String(text) => {
                        assert!(name != "firm" || !text.is_empty(), "no firm is null");
                        "text"
                    }
                    Value::Array(all) => {
                        assert!(all.iter().all(Value::is_string), "{name}: {value}");
                        "texts"
                    }
                    Value::Object(_) => "object",
                };
                let wanted: Vec<&str> = column_type(&name).split(" or ").collect();
                assert!(wanted.contains(&is), "{name}: {value}");
            }
        }
    }
}

/// The one question that needs two files: what became of the same firm.
#[test]
fn two_checks_of_one_firm_can_be_put_beside_each_other_without_its_name() {
    let packs = packs();
    let mut first = case();
    first.firm = Some(mamori::questionnaire::case::Firm {
        id: "f2f2f2f2".to_owned(),
        pseudonym: "q7m4xw2a".to_owned(),
        ..mamori::questionnaire::case::Firm::default()
    });
    let again = mamori::questionnaire::case::Case::again(
        &first,
        mamori::questionnaire::id::CaseId::new("the-second"),
        &packs[0],
        first.updated,
    );
    let contents = Contents::of(Reader::Statistics, None);
    let line = |case| {
        let shown = contents.shown(case);
        let text = ndjson(&Report::of(&shown, &packs, contents), &catalog("ja"));
        lines(&text).remove(0)
    };
    let (first_line, again_line) = (line(&first), line(&again));
    assert!(first_line["firm"].is_string());
    assert_eq!(first_line["firm"], again_line["firm"]);
    assert_eq!(again_line["earlier"], first_line["case_id"]);
    assert_ne!(again_line["case_id"], first_line["case_id"]);
    for line in [&first_line, &again_line] {
        assert_ne!(line["case_id"], json!(first.id));
        assert_ne!(
            line["firm"],
            json!(first.firm.as_ref().map(|firm| &firm.id))
        );
    }
}

#[test]
fn every_code_of_a_trade_and_a_size_is_described_and_stays_in_an_anonymous_file() {
    let docs = include_str!("../../../docs/JSON.md");
    let packs = packs();
    let contents = Contents::of(Reader::Statistics, None);
    for (group, column) in [(Group::Trade, "trade"), (Group::Size, "size")] {
        for (code, _) in group.offered() {
            assert!(docs.contains(&format!("`{code}`")), "{code}");
            let mut case = case();
            let firm = case.firm.get_or_insert_default();
            (*code).clone_into(group.of_mut(firm));
            let shown = contents.shown(&case);
            let text = ndjson(&Report::of(&shown, &packs, contents), &catalog("ja"));
            assert_eq!(lines(&text)[0][column], json!(code));
        }
    }
}
