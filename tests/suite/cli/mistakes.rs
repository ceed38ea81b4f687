//! Mistakes in the arguments: each is said in one sentence of the user's language, with where the help is.

use super::Desk;

/// Arguments, and what is said of them in Japanese and English, without the second line.
const MISTAKES: &[(&[&str], &str, &str)] = &[
    (
        &["lst"],
        "「lst」というコマンドはありません。コマンドは list, firms, show, compare, export, paper, homework, import, hand, merge, history, restore, delete, bin, lock, unlock, passphrase, scope, criteria, keys, paths, completions, man, help です。",
        "There is no command \"lst\". The commands are list, firms, show, compare, export, paper, homework, import, hand, merge, history, restore, delete, bin, lock, unlock, passphrase, scope, criteria, keys, paths, completions, man, help.",
    ),
    (
        &["paper", "pledge", "--format", "pdf"],
        "--format に「pdf」は書けません。書けるのは html, docx, xlsx です。",
        "--format cannot be \"pdf\". You can write html, docx, xlsx.",
    ),
    (
        &["criteria", "lst"],
        "「lst」というコマンドはありません。コマンドは list, check, schema です。",
        "There is no command \"lst\". The commands are list, check, schema.",
    ),
    (
        &["list", "--jsn"],
        "--jsn という指定は、ここでは使えません。",
        "--jsn cannot be used here.",
    ),
    (
        &["-x"],
        "-x という指定は、ここでは使えません。",
        "-x cannot be used here.",
    ),
    (
        &["list", "more"],
        "「more」は余分です。",
        "\"more\" is one word too many.",
    ),
    (
        &["show", "a", "b"],
        "「b」は余分です。",
        "\"b\" is one word too many.",
    ),
    (
        &["list", "--data-dir"],
        "--data-dir のあとに値がありません。",
        "--data-dir needs a value after it.",
    ),
    (
        &["scope", "--forms", ""],
        "--forms のあとに値がありません。",
        "--forms needs a value after it.",
    ),
    (
        &["scope", "--forms", "paper,,data"],
        "--forms のあとに値がありません。",
        "--forms needs a value after it.",
    ),
    (
        &["show", ""],
        "CASE のあとに値がありません。",
        "CASE needs a value after it.",
    ),
    (
        &["list", "--json=yes"],
        "--json には値をつけません。",
        "--json takes no value.",
    ),
    (
        &["list", "--json", "--json"],
        "--json は一度だけ書いてください。",
        "Write --json only once.",
    ),
    (
        &["criteria", "check"],
        "FILE を書いてください。",
        "FILE is missing.",
    ),
    (
        &["criteria"],
        "criteria のあとに list、check、schema のどれかを書いてください。",
        "After criteria, write list, check or schema.",
    ),
    (
        &["show", "a", "--case", "b"],
        "チェックは一つだけ指定してください。",
        "Name only one check.",
    ),
    (
        &["--case", "a", "list"],
        "list では --case を使いません。",
        "list does not use --case.",
    ),
    (
        &["--width", "broad"],
        "--width に「broad」は書けません。書けるのは auto, narrow, wide です。",
        "--width cannot be \"broad\". You can write auto, narrow, wide.",
    ),
    (
        &["--width"],
        "--width のあとに値がありません。",
        "--width needs a value after it.",
    ),
    (
        &["--width="],
        "--width のあとに値がありません。",
        "--width needs a value after it.",
    ),
    (
        &["list", "--width", "wide"],
        "--width という指定は、ここでは使えません。",
        "--width cannot be used here.",
    ),
    (
        &["help", "criteria", "chek"],
        "「chek」というコマンドはありません。コマンドは list, check, schema です。",
        "There is no command \"chek\". The commands are list, check, schema.",
    ),
    (
        &["import", "a", "--replace", "--new"],
        "--replace と --new は、どちらか一つだけ書いてください。",
        "Write --replace or --new, not both.",
    ),
    (
        &["export", "a", "--all"],
        "CASE と --all は、どちらか一つだけ書いてください。",
        "Write CASE or --all, not both.",
    ),
    (
        &["lst", "criteria"],
        "「lst」というコマンドはありません。コマンドは list, firms, show, compare, export, paper, homework, import, hand, merge, history, restore, delete, bin, lock, unlock, passphrase, scope, criteria, keys, paths, completions, man, help です。",
        "There is no command \"lst\". The commands are list, firms, show, compare, export, paper, homework, import, hand, merge, history, restore, delete, bin, lock, unlock, passphrase, scope, criteria, keys, paths, completions, man, help.",
    ),
    (
        &["--hide-others", "list"],
        "--hide-others は、画面と --plain だけのものです。list でも隠すなら、先に「mamori firms --hide start」と打ってください。",
        "--hide-others is for the screen and --plain alone. For list to hide other firms too, write \"mamori firms --hide start\" first.",
    ),
    (&["merge"], "A B を書いてください。", "A B is missing."),
    (
        &["completions", "cmd"],
        "SHELL に「cmd」は書けません。書けるのは bash, elvish, fish, powershell, zsh です。",
        "SHELL cannot be \"cmd\". You can write bash, elvish, fish, powershell, zsh.",
    ),
];

#[test]
fn every_kind_of_mistake_is_told_in_both_languages() {
    for (args, ja, en) in MISTAKES {
        for (language, expected) in [("ja", ja), ("en", en)] {
            let said = Desk::new(language).refused(2, args);
            let mut lines = said.lines();
            assert_eq!(lines.next(), Some(*expected), "{args:?}");
            let help = lines.next().expect("where the help is");
            assert!(help.contains("--help"), "{args:?}: {said}");
            assert_eq!(lines.next(), None, "{args:?}: {said}");
        }
    }
}

#[test]
fn the_help_that_is_named_is_that_of_the_command() {
    let said = Desk::new("en").refused(2, &["--lang", "en", "criteria", "check"]);
    assert!(said.contains("\"mamori criteria check --help\""), "{said}");
}

#[test]
fn a_language_that_is_asked_for_holds_for_mistakes_too() {
    let desk = Desk::new("ja");
    assert!(desk.refused(2, &["--lang", "en", "lst"]).is_ascii());
    assert!(desk.refused(2, &["lst", "--lang=en"]).is_ascii());
    // What stands behind -- is no flag.
    assert!(!desk.refused(1, &["show", "--", "--lang=en"]).is_ascii());
}

/// Somebody wrote jp for ja, and all was English without a word.
#[test]
fn a_language_that_there_are_no_words_of_is_told() {
    let desk = Desk::new("ja");
    for asked in ["jp", "xx", "vi_VN.UTF-8"] {
        let told = desk.tell(&["list", "--lang", asked]);
        assert_eq!(told.code, Some(0), "{asked}");
        assert!(
            told.err.contains(&format!("\"{asked}\"")) && told.err.contains("--lang ja"),
            "{asked}: {}",
            told.err
        );
    }
    for asked in ["ja", "JA", "ja_JP.UTF-8", "en", "en-GB", "C", "POSIX"] {
        assert_eq!(desk.tell(&["list", "--lang", asked]).err, "", "{asked}");
    }
}

#[test]
#[cfg(unix)]
fn an_argument_that_is_no_text_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let told = super::told(
        super::program(&[("MAMORI_LANG", "en")])
            .args(["list", "--data-dir"])
            .arg(OsStr::from_bytes(b"a\xFF")),
    );
    assert_eq!(told.code, Some(2));
    assert!(
        told.err
            .starts_with("One of the arguments cannot be read as text.\n"),
        "{}",
        told.err
    );
}
