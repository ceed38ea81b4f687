//! NDJSON: one line a question, always with the same columns.

use mamori::report::Report;
use mamori::report::ndjson::ndjson;
use serde_json::{Map, Value};

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
