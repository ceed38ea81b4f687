//! The help, and the language in which the program speaks.

use super::{Desk, program, told};

/// Words that clap would say by itself.
const CLAP: &[&str] = &[
    "Usage",
    "error:",
    "Options",
    "Commands",
    "Arguments",
    "Print help",
    "For more information",
    "possible values",
    "default:",
    "tip:",
    "aliases",
];

const COMMANDS: &[&[&str]] = &[
    &[],
    &["list"],
    &["firms"],
    &["show"],
    &["history"],
    &["restore"],
    &["delete"],
    &["bin"],
    &["bin", "restore"],
    &["bin", "empty"],
    &["lock"],
    &["unlock"],
    &["passphrase"],
    &["scope"],
    &["criteria"],
    &["criteria", "list"],
    &["criteria", "check"],
    &["criteria", "schema"],
    &["keys"],
    &["paths"],
    &["compare"],
    &["export"],
    &["paper"],
    &["paper", "list"],
    &["import"],
    &["completions"],
    &["man"],
    &["help"],
];

#[test]
fn every_help_page_is_in_the_users_language() {
    for language in ["ja", "en"] {
        let desk = Desk::new(language);
        for command in COMMANDS {
            for flag in ["--help", "-h"] {
                let help = desk.done(&[command, &[flag][..]].concat());
                for word in CLAP {
                    assert!(!help.contains(word), "{command:?}: {word} in\n{help}");
                }
                let name = ["mamori", &command.join(" ")].join(" ");
                assert!(help.contains(name.trim_end()), "{command:?}:\n{help}");
                assert!(!help.contains("crash"), "{command:?}:\n{help}");
                // Only names and placeholders are written in letters in the Japanese help.
                let is_explained = |line: &str| !line.is_ascii();
                let options = help
                    .lines()
                    .filter(|line| line.trim_start().starts_with('-'));
                assert!(
                    language == "en" || options.clone().all(is_explained),
                    "{help}"
                );
                assert!(options.count() >= 3, "{help}");
            }
        }
    }
}

#[test]
fn help_of_a_command_is_the_same_page_as_its_own_flag_gives() {
    for language in ["ja", "en"] {
        let desk = Desk::new(language);
        for command in COMMANDS {
            let by_word = desk.done(&[&["help"], *command].concat());
            let by_flag = desk.done(&[command, &["--help"][..]].concat());
            assert_eq!(by_word, by_flag, "{command:?}");
        }
    }
}

#[test]
fn what_every_command_takes_stands_behind_its_own_options() {
    let desk = Desk::new("en");
    for command in COMMANDS {
        let page = desk.done(&[command, &["--help"][..]].concat());
        let flags = page.lines().filter_map(|line| {
            let flag = line.trim_start().strip_prefix("-h, ");
            let flag = flag.unwrap_or(line.trim_start());
            flag.starts_with("--").then(|| flag.split(' ').next())?
        });
        let flags: Vec<&str> = flags.collect();
        let common = ["--data-dir", "--lang", "--help"];
        assert!(flags.ends_with(&common), "{command:?}: {flags:?}");
    }
}

/// What stands for a help text in the sources is the id of a message: a comment that clap takes for one would show.
#[test]
fn every_text_of_the_help_comes_from_the_locales() {
    for language in ["ja", "en"] {
        let desk = Desk::new(language);
        let words: String = ["cli", "keys"]
            .map(|file| {
                std::fs::read_to_string(format!("locales/{language}/{file}.ftl")).expect("words")
            })
            .concat();
        for command in COMMANDS {
            let help = desk.done(&[command, &["--help"][..]].concat());
            for line in help.lines() {
                // After the name of an option or a command, two blanks and its text.
                let Some((_, text)) = line.trim_start().split_once("  ") else {
                    continue;
                };
                assert!(
                    words.contains(text.trim()),
                    "{command:?}: {text:?} is in no locale"
                );
            }
        }
    }
}

#[test]
fn completions_know_every_command_and_option_and_speak_the_users_language() {
    let desk = Desk::new("ja");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.done(&["completions", shell]);
        for command in COMMANDS.iter().filter_map(|command| command.first()) {
            assert!(script.contains(command), "{shell}: {command}");
        }
        for option in ["json", "format", "anonymous", "data-dir", "width", "forms"] {
            assert!(script.contains(option), "{shell}: {option}");
        }
        if shell != "bash" {
            assert!(script.contains("JSONで出します"), "{shell}");
        }
        assert_eq!(
            script,
            desk.done(&["completions", shell]),
            "{shell}: the same each time"
        );
    }
}

#[test]
fn the_page_for_man_has_every_command_and_the_users_words() {
    for (language, words) in [
        ("ja", "チェックの一覧を出します。"),
        ("en", "List the checks."),
    ] {
        let desk = Desk::new(language);
        let page = desk.done(&["man"]);
        assert!(page.contains(".TH mamori 1"), "{page}");
        for command in COMMANDS.iter().filter(|command| !command.is_empty()) {
            let name = format!(".SH MAMORI {}", command.join(" ").to_uppercase());
            assert!(page.contains(&name), "{name}");
        }
        assert!(page.contains(words), "{words}");
        for word in ["Print help", "possible values", "crash"] {
            assert!(!page.contains(word), "{word}");
        }
    }
}

#[test]
fn the_help_has_examples_and_no_gaps() {
    let help = Desk::new("ja").done(&["--help"]);
    assert!(help.contains("例:\n  mamori  "), "{help}");
    assert!(!help.contains("\n\n\n"), "{help}");
    assert_eq!(
        help.lines().next(),
        Some(help.lines().next().expect("a line").trim())
    );
}

#[test]
fn the_version_is_told() {
    let version = format!("mamori {}\n", env!("CARGO_PKG_VERSION"));
    for flag in ["--version", "-V"] {
        assert_eq!(Desk::new("ja").done(&[flag]), version);
    }
}

/// The language of the answer with this environment, these settings and these arguments.
#[track_caller]
fn check(env: &[(&str, &str)], settings: &str, args: &[&str], expected: &str) {
    let desk = Desk::new("").with("settings.json", settings);
    let data = desk.data().to_str().expect("a plain path");
    let told = told(program(env).args(["list", "--data-dir", data]).args(args));
    let language = match told.out.as_str() {
        "チェックはまだありません。「mamori」ではじめられます。\n" => "ja",
        "There is no check yet. \"mamori\" starts one.\n" => "en",
        other => other,
    };
    assert_eq!(language, expected, "{env:?} {settings} {args:?}");
}

#[test]
fn the_first_source_of_a_language_that_says_something_counts() {
    let none = "{}";
    let ja = r#"{"format": 1, "language": "ja"}"#;
    let en = r#"{"format": 1, "language": "en"}"#;
    // Where nobody says one, the system does, or the first there is counts.
    let usual = match sys_locale::get_locale() {
        Some(locale) if cfg!(windows) && !locale.starts_with("ja") => "en",
        _ => "ja",
    };
    check(&[], none, &[], usual);
    check(&[("LANG", "C.UTF-8")], none, &[], "ja");
    check(&[("LANG", "")], none, &[], usual);
    check(&[("LANG", "de_DE.UTF-8")], none, &[], "en");
    check(
        &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US")],
        none,
        &[],
        "en",
    );
    check(
        &[("LC_MESSAGES", "en_US"), ("LC_ALL", "ja_JP")],
        none,
        &[],
        "ja",
    );
    check(&[("LANG", "en_US.UTF-8")], ja, &[], "ja");
    check(&[("LANG", "ja_JP.UTF-8")], en, &[], "en");
    check(
        &[("LANG", "ja_JP.UTF-8"), ("MAMORI_LANG", "ja")],
        en,
        &[],
        "ja",
    );
    check(&[("MAMORI_LANG", "")], en, &[], "en");
    check(&[("MAMORI_LANG", "ja")], ja, &["--lang", "en"], "en");
    check(&[("MAMORI_LANG", "en")], en, &["--lang=ja"], "ja");
    check(&[], ja, &["--lang", "xx"], "en");
}

#[test]
fn flags_for_everything_stand_before_or_after_the_command() {
    let desk = Desk::new("ja");
    for args in [
        &["--lang", "en", "list"][..],
        &["list", "--lang", "en"],
        &["--lang=en", "criteria", "list"],
        &["criteria", "--lang=en", "list"],
        &["criteria", "list", "--lang=en"],
    ] {
        let out = desk.done(args);
        assert!(out.is_ascii(), "{args:?}: {out}");
    }
}

#[test]
fn words_of_the_users_own_are_used_and_what_is_none_is_told() {
    let desk = Desk::new("ja").with("locales/ja/mine.ftl", "list-empty = なし\n@@@\n");
    let told = desk.tell(&["list"]);
    assert_eq!((told.code, told.out.as_str()), (Some(0), "なし\n"));
    assert!(told.err.contains("ja/mine.ftl: @@@"), "{}", told.err);
}

/// What the Japanese half of a page says to type after the name of the program; blanks or a bracket end it.
fn typed_after(program: &str, page: &'static str) -> Vec<Vec<&'static str>> {
    let (half, _) = page.split_once("-----").expect("two languages");
    let rests = half
        .lines()
        .flat_map(move |line| line.split(program).skip(1));
    let typed = rests.filter_map(|rest| rest.split([')', '」']).next()?.split("  ").next());
    typed
        .map(|typed| typed.split_whitespace().collect())
        .collect()
}

/// Whoever unpacks an archive has this page and nobody to ask.
#[test]
fn what_the_page_in_an_archive_says_to_type_is_understood() {
    for (program, page) in [
        ("./mamori", include_str!("../../../docs/archive/linux.txt")),
        (
            r".\mamori.exe",
            include_str!("../../../docs/archive/windows.txt"),
        ),
    ] {
        let typed = typed_after(program, page);
        for needed in [
            vec!["paths"],
            vec!["lock"],
            vec!["list"],
            vec!["--data-dir", "answers"],
            vec!["list", "--data-dir", "answers"],
        ] {
            assert!(typed.contains(&needed), "{needed:?} of {typed:?}");
        }
        for words in &typed {
            Desk::new("ja").done(&[&words[..], &["--help"]].concat());
        }
    }
}
