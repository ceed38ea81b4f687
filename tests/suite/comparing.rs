//! Two cases beside each other as a document: word for word, and what must hold of both formats.
//! `INSTA_UPDATE=always cargo test` writes the files in tests/fixtures/compare anew.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::check::check;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::paper::PaperFormat;
use mamori::report::compare::{Beside, Changes, json, text};
use mamori::text::catalog::Catalog;
use serde_json::{Value, json};

fn catalog(language: &str) -> Catalog {
    PackLibrary::new(None).catalog(language).0
}

fn pack() -> Arc<Pack> {
    let raw = include_str!("../fixtures/packs/small.json");
    let raw: Value = serde_json::from_str(raw).expect("JSON");
    Arc::new(check(&raw, None).expect("a pack"))
}

fn case(id: &str, forms: &[&str], answers: &Value) -> Case {
    let raw = json!({
        "format": 1, "id": id, "revision": 7, "title": if id == "older" { "本社工場\u{9b}2J" } else { "" },
        "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-24T09:05:30+09:00",
        "forms": forms, "walk": "small",
        "walks": {"small": {"version": "1.0.0", "at": null, "answers": answers}},
    });
    serde_json::from_value(raw).expect("a case")
}

/// A year between them: paper is asked no more, one thing is better, one is worse, one question is gone.
fn cases() -> (Case, Case) {
    let points = |written: bool, known: bool| json!({"given": {"points": {"written": written, "known": known}}});
    let before = json!({
        "first": points(true, false), "later": points(true, true), "lead": {"given": "unknown"},
        "lost": {"given": "unknown"},
    });
    let after = json!({ "first": points(true, true), "later": {"given": "unknown"} });
    (
        case("older", &["paper"], &before),
        case("newer", &[], &after),
    )
}

#[track_caller]
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/compare")
        .join(name);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, found).expect("a file");
    }
    let expected = fs::read_to_string(&path).expect("a file of the fixtures");
    assert_eq!(found, expected, "{name}");
}

#[test]
fn before_and_after_are_written_word_for_word() {
    let (before, after) = cases();
    let packs = [pack()];
    let beside = Beside::new(&before, &after, &packs);
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        golden(&format!("{language}.txt"), &text(&beside, &catalog));
        golden(&format!("{language}.json"), &json(&beside, &catalog));
    }
}

#[test]
fn the_notice_stands_first_in_both() {
    let (before, after) = cases();
    let packs = [pack()];
    for packs in [&packs[..], &[]] {
        let beside = Beside::new(&before, &after, packs);
        let catalog = catalog("ja");
        let first = "これは自己チェックです。認証ではありません。";
        assert!(text(&beside, &catalog).starts_with(first));
        assert!(json(&beside, &catalog).starts_with("{\n  \"notice\": ["));
    }
}

#[test]
fn a_walk_that_one_of_them_has_not_begun_is_not_compared() {
    let (before, mut after) = cases();
    let packs = [pack()];
    after.walks.clear();
    let beside = Beside::new(&before, &after, &packs);
    assert!(beside.comparisons.is_empty());
    let said = text(&beside, &catalog("ja"));
    assert!(said.contains("比べられません"), "{said}");
}

/// The names of all members.
fn names(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                found.push(name.clone());
                names(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[test]
fn every_member_is_described_and_only_texts_change_with_the_language() {
    let (before, after) = cases();
    let packs = [pack()];
    let beside = Beside::new(&before, &after, &packs);
    let [ja, en] = ["ja", "en"].map(|language| {
        let text = json(&beside, &catalog(language));
        serde_json::from_str::<Value>(&text).expect("JSON")
    });
    let mut found = Vec::new();
    names(&ja, &mut found);
    let docs = include_str!("../../docs/JSON.md");
    for name in &found {
        assert!(
            docs.contains(&format!("`{name}`")),
            "{name} is not in docs/JSON.md"
        );
    }
    let codes = |shown: &Value| {
        let one = &shown["comparisons"][0];
        let items = one["items"].as_array().expect("a list").iter();
        let items = items.map(|item| {
            [
                &item["question"],
                &item["before"],
                &item["after"],
                &item["change"],
            ]
            .map(Value::clone)
        });
        (one["changes"].clone(), items.collect::<Vec<_>>())
    };
    assert_eq!(codes(&ja), codes(&en));
    assert_ne!(ja, en);
}

#[test]
fn what_somebody_has_typed_moves_no_cursor_of_a_terminal() {
    let (before, after) = cases();
    let packs = [pack()];
    let beside = Beside::new(&before, &after, &packs);
    for out in [text(&beside, &catalog("ja")), json(&beside, &catalog("ja"))] {
        assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{out:?}");
    }
}

#[test]
fn partly_and_partly_are_told_apart_by_their_points_wherever_they_are_compared() {
    let points = |written: bool, known: bool| json!({"first": {"given": {"points": {"written": written, "known": known}}}});
    // What the small pack has no third point for: one more, so that two of three become one.
    let mut raw: Value =
        serde_json::from_str(include_str!("../fixtures/packs/small.json")).expect("JSON");
    let questions = raw["questions"].as_array_mut().expect("a list");
    let first = questions
        .iter_mut()
        .find(|question| question["id"] == "first")
        .expect("a question");
    let asked = first["points"].as_array_mut().expect("a list");
    let mut third = asked[0].clone();
    third["id"] = "third".into();
    asked.push(third);
    first["measures"][0]["closes"] = json!(["written", "known", "third"]);
    let packs = [Arc::new(check(&raw, None).expect("a pack"))];
    let mut answered = points(true, true);
    let before = case("older", &["paper"], &answered);
    answered["first"]["given"]["points"]["known"] = false.into();
    let after = case("newer", &["paper"], &answered);
    let beside = Beside::new(&before, &after, &packs);
    let said = text(&beside, &catalog("ja"));
    let line = said
        .lines()
        .find(|line| line.contains("一部できている 2/3"));
    let line = line.unwrap_or_else(|| panic!("no counts in\n{said}"));
    assert!(line.contains("今 一部できている 1/3"), "{line}");
    let told: Value = serde_json::from_str(&json(&beside, &catalog("en"))).expect("JSON");
    let items = told["comparisons"][0]["items"].as_array().expect("a list");
    let item = items.iter().find(|item| item["question"] == "first");
    let item = item.expect("the item");
    assert_eq!(item["points_before"], json!({"in_place": 2, "of": 3}));
    assert_eq!(item["points_after"], json!({"in_place": 1, "of": 3}));
    assert_eq!(item["change"], "worse");
}

#[test]
fn a_walk_that_cannot_be_compared_is_named_in_the_file() {
    let mut case: Value =
        serde_json::from_str(include_str!("../fixtures/cases/k7q2m4xw.json")).expect("JSON");
    let answer = json!({"given": "unknown", "answered": "2026-11-24T09:05:30+09:00"});
    case["walks"]["works-of-ours"] =
        json!({"version": "1.0.0", "at": null, "answers": {"one": answer, "two": answer}});
    let case: Case = serde_json::from_value(case).expect("a case");
    for (language, answers) in [("ja", "答え2件"), ("en", "2 answers")] {
        let catalog = catalog(language);
        let bytes = |format| {
            let made = PackLibrary::new(None).changes_bytes(&case, &catalog, format);
            made.expect("the pack of the other walk is there")
        };
        let html = String::from_utf8(bytes(PaperFormat::Html)).expect("UTF-8");
        let docx = crate::report::docx::text(&bytes(PaperFormat::Docx));
        let xlsx = crate::report::xlsx::text(&bytes(PaperFormat::Xlsx));
        for file in [html, docx, xlsx] {
            assert!(
                file.contains("works-of-ours") && file.contains(answers),
                "{file}"
            );
        }
    }
}

#[test]
fn as_a_page_for_word_and_for_excel_it_says_the_same() {
    let (mut before, mut after) = cases();
    for case in [&mut before, &mut after] {
        for answer in case
            .walks
            .values_mut()
            .flat_map(|walk| walk.answers.values_mut())
        {
            answer.note = "MARKER".to_owned();
        }
    }
    let packs = [pack()];
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        let bytes =
            |format| Changes::between(Beside::new(&before, &after, &packs)).bytes(&catalog, format);
        let html = String::from_utf8(bytes(PaperFormat::Html)).expect("UTF-8");
        golden(&format!("{language}.html"), &html);
        let docx = crate::report::docx::text(&bytes(PaperFormat::Docx));
        let xlsx = crate::report::xlsx::text(&bytes(PaperFormat::Xlsx));
        let said = json(&Beside::new(&before, &after, &packs), &catalog);
        let said: Value = serde_json::from_str(&said).expect("JSON");
        let items = said["comparisons"][0]["items"].as_array().expect("items");
        assert_eq!(items.len(), 4);
        let first = catalog.message(&mamori::text::Message::new("notice-self-check"));
        for file in [&html, &docx, &xlsx] {
            assert!(file.contains(&first), "{file}");
            assert!(!file.contains("MARKER"), "{file}");
            for item in items {
                let name = item["label"].as_str().or(item["question"].as_str());
                let name = name.expect("a name");
                assert!(file.contains(name), "no {name} in {file}");
            }
        }
        assert_eq!(bytes(PaperFormat::Docx), bytes(PaperFormat::Docx));
        assert_eq!(bytes(PaperFormat::Xlsx), bytes(PaperFormat::Xlsx));
        // Its time is that of the later check, in Greenwich, and not that of the machine.
        assert!(xlsx.contains(">2026-11-24T00:05:30Z<"), "{xlsx}");
    }
}

#[test]
fn what_was_not_answered_is_said_of_both_and_not_only_of_now() {
    use mamori::questionnaire::outcome::Counts;
    use mamori::text::names::gaps_before_and_now;
    let counts = |met, unanswered| Counts {
        met,
        unanswered,
        ..Counts::default()
    };
    // Nothing became better: more was answered.
    let said = |language: &str, before, after| {
        let said = catalog(language).message(&gaps_before_and_now(before, after));
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (before, after, ja, en) in [
        (
            counts(0, 18),
            counts(15, 3),
            "そろっていない項目 前 18件 (18問のうち、まだ 18問) 今 3件 (18問のうち、まだ 3問)",
            "Not fully in place: 18 of 18 before (18 not answered yet) 3 of 18 now (3 not answered yet)",
        ),
        (
            counts(1, 0),
            counts(1, 0),
            "そろっていない項目 前 0件 (1問のうち) 今 0件 (1問のうち)",
            "Not fully in place: 0 of 1 before 0 of 1 now",
        ),
    ] {
        assert_eq!(said("ja", before, after), ja);
        assert_eq!(said("en", before, after), en);
    }
}
