//! show: the result as text and as JSON, word for word for one case, and what must hold for every one.
//! `INSTA_UPDATE=always cargo test` writes the files in tests/fixtures/show anew.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{CASE, Desk};

const SMALL: &str = include_str!("../../fixtures/packs/small.json");

/// A pack, one that follows it, and a case with every outcome in the two walks.
fn desk(language: &'static str) -> Desk {
    let mut more: Value = serde_json::from_str(SMALL).expect("JSON");
    more["id"] = "more".into();
    more["follows"] = "small".into();
    for section in more["sections"].as_array_mut().expect("a list") {
        section["forms"] = json!([]);
        section["place"] = json!(null);
    }
    Desk::new(language)
        .with("criteria/small.json", SMALL)
        .with("criteria/more.json", more.to_string())
        .with(
            "cases/s8m4llab.json",
            include_str!("../../fixtures/show/case.json"),
        )
}

#[track_caller]
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/show")
        .join(name);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, found).expect("a file");
    }
    let expected = fs::read_to_string(&path).expect("a file of the fixtures");
    assert_eq!(found, expected, "{name}");
}

#[test]
fn the_result_as_json_is_as_docs_json_md_says() {
    golden("ja.json", &desk("ja").done(&["show", "--json"]));
    golden("en.json", &desk("en").done(&["show", "--json"]));
}

#[test]
fn the_result_for_people_says_everything_in_order() {
    golden("ja.txt", &desk("ja").done(&["show"]));
    golden("en.txt", &desk("en").done(&["show"]));
}

#[test]
fn the_packs_are_in_the_order_in_which_they_are_offered() {
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let shown = desk.json(&["show", "--json"]);
    let packs = [0, 1].map(|at| shown["results"][at]["pack"].clone());
    assert_eq!(packs, ["tics-minimum", "tics-2024-additions"]);
}

#[test]
fn the_notice_is_the_first_thing_in_text_and_json() {
    for (language, first) in [
        ("ja", "これは自己チェックです。認証ではありません。"),
        ("en", "This is a self-check, not a certification."),
    ] {
        let desk = Desk::new(language).with("cases/k7q2m4xw.json", CASE);
        assert!(desk.done(&["show"]).starts_with(&format!("{first}\n")));
        let json = desk.done(&["show", "--json"]);
        assert!(json.starts_with("{\n  \"notice\": ["), "{json}");
        let shown: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(shown["notice"][0]["sentences"][0], first);
    }
}

/// The paths of all members, such as `results[].items[].outcome`.
fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}.{name}");
                found.push(path.clone());
                paths(value, &path, found);
            }
        }
        Value::Array(values) => {
            for value in values {
                paths(value, &format!("{path}[]"), found);
            }
        }
        _ => {}
    }
}

/// Everything that is not a text of the pack or the locales.
fn codes(mut value: Value) -> Value {
    fn forget(value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    let texts = ["sentences", "label", "text", "record", "look", "ask"];
                    if texts.contains(&name.as_str()) || name == "title" && value != "本社工場"
                    {
                        *value = Value::Null;
                    }
                    forget(value);
                }
            }
            Value::Array(values) => values.iter_mut().for_each(forget),
            _ => {}
        }
    }
    forget(&mut value);
    value
}

#[test]
fn only_texts_change_with_the_language() {
    let ja = desk("ja").json(&["show", "--json"]);
    let en = desk("en").json(&["show", "--json"]);
    assert_ne!(ja, en);
    assert_eq!(codes(ja), codes(en));
}

#[test]
fn every_member_that_is_printed_is_described() {
    let docs = include_str!("../../../docs/JSON.md");
    let desk = desk("ja")
        .with("history/s8m4llab/0000000001-001.json", "{")
        .with("bin/aaaa2222~2099-01-01.json", CASE);
    for args in [
        &["show", "--json"][..],
        &["list", "--json"],
        &["history", "--json"],
        &["bin", "--json"],
        &["scope", "--json"],
        &["paths", "--json"],
    ] {
        let mut found = Vec::new();
        let printed = if args[0] == "history" {
            desk.in_part(1, args)
        } else {
            desk.done(args)
        };
        paths(
            &serde_json::from_str(&printed).expect("JSON"),
            "",
            &mut found,
        );
        assert!(!found.is_empty());
        for path in found {
            let name = path.rsplit('.').next().expect("a name");
            assert!(
                docs.contains(&format!("`{name}`")),
                "{args:?}: {path} is not in docs/JSON.md"
            );
        }
    }
}

#[test]
fn hidden_answers_play_no_part() {
    let both = desk("ja").json(&["show", "--json"]);
    let text = both.to_string();
    assert!(
        !text.contains("never asked") && !text.contains("below"),
        "{text}"
    );
    let case = include_str!("../../fixtures/show/case.json").replace("[\"paper\"]", "[]");
    let none = desk("ja")
        .with("cases/s8m4llab.json", case)
        .json(&["show", "--json"]);
    assert_eq!(none["results"][0]["asked"], 2);
    assert_eq!(none["results"][0]["to_find_out"], json!([]));
}

#[test]
fn when_nothing_is_missing_it_says_what_a_review_looks_at() {
    let case = include_str!("../../fixtures/show/case.json")
        .replace("\"known\": false", "\"known\": true")
        .replace("\"written\": false", "\"written\": true")
        .replace(
            "\"unknown\"",
            "{ \"points\": { \"written\": true, \"known\": true } }",
        );
    let desk = desk("en").with("cases/s8m4llab.json", case);
    let text = desk.done(&["show"]);
    assert!(
        text.contains("A review looks at documents and at what is really done"),
        "{text}"
    );
    assert_eq!(desk.json(&["show", "--json"])["results"][0]["gaps"], 0);
}

#[test]
fn no_score_and_no_word_of_a_judgement_that_is_not_ours() {
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let text = desk.done(&["show"]);
    for word in ["完了", "合格", "適合", "%", "点数", "/tmp"] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

/// The formats of each reader, as docs/JSON.md lists them.
const PAIRS: [(&str, &[&str]); 7] = [
    (
        "self",
        &["html", "docx", "xlsx", "md", "csv", "json", "ndjson"],
    ),
    ("staff", &["html", "docx"]),
    ("advisor", &["html", "docx", "xlsx"]),
    (
        "body",
        &["html", "docx", "md", "application", "application-md"],
    ),
    ("customer", &["html"]),
    ("hand", &["json", "xlsx"]),
    ("statistics", &["ndjson", "csv"]),
];

#[test]
fn each_pair_of_reader_and_format_is_written_and_any_other_is_refused_with_those_that_are() {
    let all = [
        "html",
        "docx",
        "xlsx",
        "md",
        "csv",
        "json",
        "ndjson",
        "application",
        "application-md",
    ];
    for (reader, formats) in PAIRS {
        for format in all {
            let desk = desk("ja");
            let file = desk.data().join("written");
            let file = file.to_str().expect("a plain path");
            let args = ["export", "--for", reader, "--format", format];
            let ran = desk.tell(&[&args[..], &["--output", file]].concat());
            if formats.contains(&format) {
                assert_eq!(ran.code, Some(0), "{reader} {format}: {}", ran.err);
                continue;
            }
            assert_eq!(ran.code, Some(2), "{reader} {format}");
            for (reader, formats) in PAIRS {
                let formats = formats
                    .iter()
                    .filter(|format| !format.starts_with("application"));
                let formats: Vec<&str> = formats.copied().collect();
                let pair = format!("--for {reader}: {}", formats.join(", "));
                assert!(ran.err.contains(&pair), "{pair} is not in\n{}", ran.err);
            }
        }
    }
}

#[test]
fn what_cannot_be_chosen_for_a_reader_is_refused() {
    for (args, code) in [
        (&["--for", "self", "--format", "md", "--no-notes"][..], 0),
        (&["--for", "advisor", "--format", "html", "--notes"], 0),
        (&["--for", "self", "--format", "html", "--anonymous"], 0),
        (&["--format", "application", "--anonymous"], 0),
        (&["--format", "json", "--no-notes"], 2),
        (&["--format", "md", "--anonymous", "--notes"], 2),
        (&["--for", "customer", "--format", "html", "--notes"], 2),
        (&["--for", "hand", "--format", "json", "--no-notes"], 2),
        (&["--for", "advisor", "--format", "html", "--anonymous"], 2),
        (&["--for", "nobody", "--format", "html"], 2),
        (&["--format", "md", "--notes", "--no-notes"], 2),
    ] {
        let args = [&["export"], args].concat();
        let ran = desk("ja").tell(&args);
        assert_eq!(ran.code, Some(code), "{args:?}: {}", ran.err);
    }
}

#[test]
fn without_a_reader_what_was_always_written_is_written() {
    for format in ["html", "md", "csv", "json", "ndjson"] {
        let plain = desk("ja").done(&["export", "--format", format]);
        let own = desk("ja").done(&["export", "--for", "self", "--format", format]);
        assert!(plain == own, "{format}");
    }
    let draft = desk("ja").done(&["export", "--format", "application"]);
    let body = desk("ja").done(&["export", "--for", "body", "--format", "html"]);
    assert!(draft == body);
}

#[test]
fn a_workbook_to_fill_is_for_the_firm_itself_and_for_whoever_goes_on_alone() {
    for (args, code) in [
        (&["--format", "xlsx", "--fill"][..], 0),
        (&["--for", "self", "--format", "xlsx", "--fill"], 0),
        (&["--for", "hand", "--format", "xlsx", "--fill"], 0),
        (&["--for", "customer", "--format", "xlsx", "--fill"], 2),
        (&["--for", "statistics", "--format", "xlsx", "--fill"], 2),
        (&["--format", "html", "--fill"], 2),
        (&["--format", "xlsx", "--fill", "--no-notes"], 2),
        (&["--format", "xlsx", "--fill", "--anonymous"], 2),
        (
            &["--blank", "--format", "xlsx", "--forms", "paper,objects"],
            0,
        ),
        (&["--blank", "--format", "xlsx", "--forms", "stone"], 2),
        (&["--blank", "--format", "html"], 2),
        (&["k7q2m4xw", "--blank", "--format", "xlsx"], 2),
    ] {
        let desk = desk("ja");
        let file = desk.data().join("written.xlsx");
        let file = file.to_str().expect("a plain path");
        let ran = desk.tell(&[&["export"][..], args, &["--output", file]].concat());
        assert_eq!(ran.code, Some(code), "{args:?}: {}", ran.err);
    }
}

#[test]
fn what_is_left_out_of_the_page_for_a_customer_is_said_when_it_is_written() {
    // Said before it was asked whether there is anything for its points: "there" may have meant "nothing of that kind".
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    let pack: Value = serde_json::from_str(super::MINIMUM).expect("JSON");
    let mut questions = pack["questions"].as_array().expect("questions").iter();
    let unsure = questions.find(|question| {
        let mut points = question["points"].as_array().expect("points").iter();
        question["id"] == "pick-information" && points.any(|point| !point["none"].is_null())
    });
    let points = unsure.expect("such a question")["points"].as_array();
    let points: serde_json::Map<String, Value> = points
        .expect("points")
        .iter()
        .map(|point| (point["id"].as_str().expect("an id").to_owned(), true.into()))
        .collect();
    case["walks"]["tics-minimum"]["answers"]["pick-information"] =
        json!({ "given": { "points": points } });
    for (language, said) in [
        ("ja", "関係なしかどうかを確かめていない1問は、入りません。"),
        ("en", "One question is left out"),
    ] {
        let desk = Desk::new(language).with("cases/k7q2m4xw.json", case.to_string());
        let path = desk.data().join("c.html").display().to_string();
        let args = ["export", "--for", "customer", "--format", "html"];
        let told = desk.tell(&[&args[..], &["--output", &path]].concat());
        assert!(told.err.contains(said), "{language}: {}", told.err);
        let told = desk.tell(&["export", "--format", "html"]);
        assert!(!told.err.contains(said), "in the own report it stands");
    }
}
