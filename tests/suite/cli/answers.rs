//! list, scope and paths: what they print, and that they only read.

use std::fs;

use serde_json::{Value, json};

use super::{CASE, Desk, MINIMUM};

#[test]
fn the_list_has_every_file_with_its_state_in_codes() {
    let newer = CASE.replacen("\"format\": 1", "\"format\": 9", 1);
    let stranger = CASE
        .replace("k7q2m4xw", "stranger")
        .replace("\"walk\": \"tics-minimum\"", "\"walk\": \"not-here\"");
    for language in ["ja", "en"] {
        let desk = Desk::new(language)
            .with("cases/k7q2m4xw.json", CASE)
            .with("cases/newer234.json", &newer)
            .with("cases/stranger.json", &stranger)
            .with("cases/broken22.json", "{");
        let told = desk.tell(&["list", "--json"]);
        assert_eq!(told.code, Some(1), "what cannot be read is no success");
        assert!(
            told.err.contains('2'),
            "the damaged and the newer one: {}",
            told.err
        );
        let list: Value = serde_json::from_str(&told.out).expect("JSON, whole all the same");
        assert_eq!(list["format"], 1);
        let cases = list["cases"].as_array().expect("a list");
        let states: Vec<(&str, &str)> = cases
            .iter()
            .map(|case| (text(&case["id"]), text(&case["state"])))
            .collect();
        let expected = [
            ("k7q2m4xw", "ok"),
            ("stranger", "no-pack"),
            ("broken22", "damaged"),
            ("newer234", "newer"),
        ];
        assert_eq!(states, expected);
        let first = json!({
            "id": "k7q2m4xw", "title": "本社工場", "firm": null, "firm_name": "",
            "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-24T09:05:30+09:00",
            "asked": 16, "answered": 2, "gaps": 16, "state": "ok",
        });
        assert_eq!(cases[0], first);
        let damaged = json!({
            "id": "broken22", "title": null, "firm": null, "firm_name": null, "created": null, "updated": null,
            "asked": null, "answered": null, "gaps": null, "state": "damaged",
        });
        assert_eq!(cases[2], damaged);
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[test]
fn the_list_for_people_has_its_columns_under_each_other() {
    let desk = Desk::new("ja")
        .with_case("aaaa2222", "本社", "2026-11-02T08:00:00+09:00")
        .with_case("bbbb2222", "", "2026-11-01T08:00:00+09:00");
    let expected = "\
id        名前                      最後に直した日    様子
aaaa2222  本社                      2026-11-02 08:00  16問のうち 2問  そろっていない 16件
bbbb2222  2026年11月20日のチェック  2026-11-01 08:00  16問のうち 2問  そろっていない 16件
";
    assert_eq!(desk.done(&["list"]), expected);
    let nothing = Desk::new("en");
    assert_eq!(
        nothing.done(&["list"]),
        "There is no check yet. \"mamori\" starts one.\n"
    );
    assert_eq!(
        nothing.json(&["list", "--json"]),
        json!({ "format": 1, "cases": [] })
    );
}

#[test]
fn a_title_cannot_steer_the_terminal() {
    let desk = Desk::new("ja").with_case(
        "aaaa2222",
        "本\u{1b}[2J\u{9b}1m社\n二",
        "2026-11-02T08:00:00+09:00",
    );
    for args in [
        &["list"][..],
        &["show"],
        &["list", "--json"],
        &["show", "--json"],
    ] {
        let out = desk.done(args);
        let steers = |c: char| c.is_control() && c != '\n';
        assert!(!out.contains(steers), "{args:?}: {out:?}");
    }
    let list = desk.json(&["list", "--json"]);
    assert_eq!(list["cases"][0]["title"], "本\u{1b}[2J\u{9b}1m社\n二");
}

#[test]
fn the_scope_follows_the_forms() {
    let desk = Desk::new("ja");
    for (forms, questions) in [
        ("paper", 12),
        ("data", 14),
        ("object", 12),
        ("paper,data,object", 18),
        (" data, paper ", 16),
    ] {
        let scope = desk.json(&["scope", "--forms", forms, "--json"]);
        let asked = scope["questions"].as_array().expect("a list").len();
        assert_eq!(asked, questions, "{forms}");
    }
    let none = desk.json(&["scope", "--json"]);
    assert_eq!(none["questions"].as_array().expect("a list").len(), 10);
    let additions = desk.json(&[
        "scope",
        "--pack",
        "tics-2024-additions",
        "--forms",
        "data",
        "--json",
    ]);
    assert_eq!(additions["questions"].as_array().expect("a list").len(), 6);
}

#[test]
fn the_scope_says_of_each_section_why() {
    let desk = Desk::new("en");
    let scope = desk.json(&["scope", "--forms", "paper", "--json"]);
    let members: Vec<&String> = scope.as_object().expect("members").keys().collect();
    let expected = [
        "format",
        "pack",
        "version",
        "forms",
        "sections",
        "questions",
    ];
    assert_eq!(members, expected);
    let sections = scope["sections"].as_array().expect("a list");
    let whys: Vec<&str> = sections
        .iter()
        .map(|section| text(&section["why"]))
        .collect();
    let expected = [
        "all",
        "all",
        "all",
        "heading",
        "heading",
        "heading",
        "heading",
        "form",
        "form-not-chosen",
        "form-not-chosen",
    ];
    assert_eq!(whys, expected);
    let paper = json!({
        "id": "iii", "place": "Ⅲ", "title": "Paper", "take": "heading", "topic": "reading",
        "asked": true, "why": "form",
    });
    assert_eq!(sections[7], paper);
    let lines = desk.done(&["scope", "--forms", "paper"]);
    assert!(
        lines.lines().count() > 10 && lines.contains("12 questions are asked."),
        "{lines}"
    );
}

#[test]
fn an_unknown_form_or_pack_is_told() {
    let ja = Desk::new("ja").refused(2, &["scope", "--forms", "paper,film"]);
    assert_eq!(
        ja,
        "「film」という情報の形はありません。書けるのは paper, data, object です。\n"
    );
    let en = Desk::new("en").refused(1, &["scope", "--forms", "paper", "--pack", "other"]);
    assert!(
        en.starts_with("The questions \"other\" are not on this computer.\n"),
        "{en}"
    );
}

#[test]
fn the_paths_say_what_is_there() {
    let desk = Desk::new("en").with("cases/k7q2m4xw.json", CASE);
    let paths = desk.json(&["paths", "--json"]);
    let found: Vec<(&str, bool)> = paths["paths"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|place| (text(&place["what"]), place["exists"] == true))
        .collect();
    let expected = [
        ("data", true),
        ("cases", true),
        ("history", false),
        ("bin", false),
        ("damaged", false),
        ("reports", false),
        ("criteria", false),
        ("locales", false),
        ("settings", false),
    ];
    assert_eq!(found, expected);
    let cases = paths["paths"][1]["path"].as_str().expect("a path");
    assert_eq!(
        cases,
        desk.data().join("cases").to_str().expect("a plain path")
    );
    assert_eq!(desk.done(&["paths"]).lines().count(), 9);
}

/// A name that no disk can have: whether it is there cannot be said. Windows says that nothing is there.
#[cfg(unix)]
#[test]
fn places_that_cannot_be_seen_are_no_success() {
    let desk = Desk::new("ja");
    let place = desk.data().join("x".repeat(300));
    let place = place.to_str().expect("a plain path");
    let told = desk.tell(&["paths", "--data-dir", place]);
    assert_eq!(told.code, Some(1), "{}", told.err);
    assert_eq!(
        told.out.matches("今は分からない").count(),
        9,
        "{}",
        told.out
    );
    assert!(told.err.contains("9か所"), "{}", told.err);
    let told = desk.tell(&["paths", "--json", "--data-dir", place]);
    assert_eq!(told.code, Some(1), "{}", told.err);
    assert_eq!(told.out.matches("null").count(), 9, "{}", told.out);
}

/// Every command that only reads.
const READING: &[&[&str]] = &[
    &["list"],
    &["list", "--json"],
    &["firms"],
    &["firms", "--json"],
    &["show"],
    &["show", "--json"],
    &["scope", "--forms", "paper"],
    &["criteria", "list"],
    &["criteria", "schema"],
    &["keys", "--markdown"],
    &["keys"],
    &["paths"],
    &["paths", "--json"],
    &["--help"],
    &["--version"],
    &["no-such-command"],
    &[],
];

#[test]
fn reading_changes_no_file_and_makes_none() {
    let desk = Desk::new("ja")
        .with("cases/k7q2m4xw.json", CASE)
        .with("cases/broken22.json", "{")
        .with("criteria/tics-minimum.json", MINIMUM)
        .with("settings.json", r#"{"format": 1, "language": "en"}"#);
    let before = desk.everything();
    for args in READING {
        desk.tell(args);
        let mut after = desk.everything();
        if args.is_empty() {
            // The walk says that it has the case open.
            after.retain(|(name, _)| !name.contains("lock"));
        }
        assert_eq!(after, before, "{args:?}");
    }
}

#[test]
fn reading_makes_no_data_folder() {
    let desk = Desk::new("ja");
    let data = desk.data().join("not/there");
    for args in READING {
        let data = data.to_str().expect("a plain path");
        desk.tell(&[args, &["--data-dir", data][..]].concat());
        assert!(
            fs::read_dir(desk.data())
                .expect("a folder")
                .next()
                .is_none(),
            "{args:?}"
        );
    }
}

#[test]
fn a_data_folder_that_is_a_file_is_told() {
    let desk = Desk::new("en").with("cases", "not a folder");
    let said = desk.refused(1, &["list"]);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("cases"), "{said}");
}

#[test]
fn without_a_terminal_the_walk_is_lines_and_ends_with_the_input() {
    for (language, title) in [("ja", "はじめて確かめる道具です"), ("en", "A first check")]
    {
        let out = Desk::new(language).done(&[]);
        assert!(out.contains(title) && !out.contains('\u{1b}'), "{out}");
    }
    let said = Desk::new("en").refused(1, &["--case", "x"]);
    assert!(said.starts_with("No check is meant by \"x\".\n"), "{said}");
}
