//! Texts and file names that would steer a terminal if they were printed as they are: from a case, an earlier
//! version, the bin, a pack, the user's own words. Nothing of them reaches an output.

use serde_json::{Value, json};

use super::{CASE, Desk, MINIMUM};

/// A colour, a window title, a question to the terminal, C1 controls, marks that turn the writing, a line end.
const STEERING: &str = "\u{1b}[31m\u{1b}]0;owned\u{7}\u{1b}[6n\u{9b}2J\u{90}q\u{9c}\u{85}\u{202e}gpj\u{2066}\u{200f}\u{7f}\u{8}\r\u{0}";

/// What no output may hold.
fn steers(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Puts it in front of everything that is there in several languages.
fn steered(value: &mut Value) {
    match value {
        Value::Object(members) if members.contains_key("ja") => {
            for text in members.values_mut() {
                *text = format!("{STEERING}{}", text.as_str().expect("a text")).into();
            }
        }
        Value::Object(members) => members.values_mut().for_each(steered),
        Value::Array(values) => values.iter_mut().for_each(steered),
        _ => {}
    }
}

/// The case with such a title, note, reason, and task.
fn case() -> Value {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    case["title"] = format!("{STEERING}mark").into();
    let answers = &mut case["walks"]["tics-minimum"]["answers"];
    answers["leavers"] = json!({
        "given": { "not-applicable": format!("{STEERING}my own reason") },
        "note": format!("{STEERING}my own note"),
    });
    case
}

#[track_caller]
fn must_not_steer(desk: &Desk, args: &[&str]) -> String {
    let told = desk.tell(args);
    for said in [&told.out, &told.err] {
        assert!(!said.contains(steers), "{args:?}: {said:?}");
        assert!(!said.contains("\u{fffd}"), "{args:?}: {said:?}");
    }
    told.out + &told.err
}

const COMMANDS: &[&[&str]] = &[
    &["list"],
    &["list", "--json"],
    &["firms"],
    &["firms", "--json"],
    &["show", "k7q2m4xw"],
    &["show", "k7q2m4xw", "--json"],
    &["history", "k7q2m4xw"],
    &["history", "k7q2m4xw", "--json"],
    &["bin"],
    &["bin", "--json"],
    &["delete", "k7q2m4xw"],
    &["scope"],
    &["scope", "--json"],
    &["criteria", "list"],
];

#[test]
fn no_text_of_a_case_steers_the_terminal() {
    for language in ["ja", "en"] {
        let desk = Desk::new(language)
            .with("cases/k7q2m4xw.json", case().to_string())
            .with("history/k7q2m4xw/0000000001-001.json", case().to_string())
            .with("bin/k7q2m4xw~2099-01-01.json", case().to_string());
        let mut said = String::new();
        for args in COMMANDS {
            said += &must_not_steer(&desk, args);
        }
        for words in ["mark", "my own reason", "my own note"] {
            assert!(said.contains(words), "{words} in\n{said}");
        }
    }
}

#[test]
fn a_pack_with_texts_that_would_steer_the_terminal_is_not_used_and_not_quoted() {
    let mut pack: Value = serde_json::from_str(MINIMUM).expect("JSON");
    steered(&mut pack);
    for language in ["ja", "en"] {
        let desk = Desk::new(language)
            .with("criteria/tics-minimum.json", pack.to_string())
            .with("cases/k7q2m4xw.json", CASE);
        for args in COMMANDS {
            must_not_steer(&desk, args);
        }
        let path = desk.data().join("criteria/tics-minimum.json");
        let path = path.to_str().expect("UTF-8");
        let said = must_not_steer(&desk, &["criteria", "check", path]);
        assert!(
            said.contains("title.ja: ") && said.contains("U+001B"),
            "{said}"
        );
        let told = desk.tell_when_given(&["--plain"], "1\n");
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(told.out.contains("tics-minimum"), "{told:?}");
        assert!(
            !told.out.contains(steers) && !told.err.contains(steers),
            "{told:?}"
        );
    }
}

#[test]
fn no_word_of_the_users_own_locale_steers_the_terminal() {
    let words = format!("list-empty = {STEERING}\nlist-id = a\u{1b}[2Jb\u{202e}\n")
        .replace(['\r', '\u{85}'], "");
    let desk = Desk::new("ja").with("locales/ja/mine.ftl", words);
    must_not_steer(&desk, &["list"]);
    let desk = desk.with("cases/k7q2m4xw.json", CASE);
    must_not_steer(&desk, &["list"]);
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_steers_the_terminal() {
    let name = STEERING.replace('\u{0}', "\n");
    for language in ["ja", "en"] {
        let desk = Desk::new(language)
            .with("cases/k7q2m4xw.json", CASE)
            .with(&format!("cases/broken{name}.json"), "{")
            .with(&format!("cases/broken{name}2.json"), CASE)
            .with(&format!("cases/sealed{name}.json.age"), "{")
            .with(&format!("history/k7q2m4xw/0000000001-001{name}.json"), CASE)
            .with(&format!("history/k7q2m4xw/{name}.json"), "{")
            .with(&format!("bin/k7q2m4xw{name}~2099-01-01.json"), CASE)
            .with(&format!("criteria/{name}.json"), "{")
            .with(&format!("locales/ja/{name}.ftl"), "@@@\n");
        for args in COMMANDS {
            must_not_steer(&desk, args);
        }
        let broken = format!("broken{STEERING}").replace('\u{0}', "\n");
        for args in [
            &["show", "broken"][..],
            &["show", &broken],
            &["show", "sealed"],
            &["history", &broken],
            &["restore", "k7q2m4xw", &broken],
            &["bin", "restore", &broken],
            &["delete", &broken],
            &["delete", "sealed"],
            &["show", "nothing\u{1b}[2J"],
            &["--case", &broken],
            &[&broken],
            &["list", &broken],
        ] {
            must_not_steer(&desk, args);
        }
        // One line a row, whatever the name of the file.
        assert_eq!(desk.tell(&["bin"]).out.lines().count(), 2);
        let history = desk.tell(&["history", "k7q2m4xw"]);
        assert_eq!(history.out.lines().count(), 3);
    }
}
