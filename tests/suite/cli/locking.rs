//! lock, unlock and passphrase, from outside: what is asked, what is said, what can be read of the folder afterwards.
//! A passphrase comes as a line of the standard input here; at a terminal it is typed.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::{CASE, Desk, Told, told_when_given};

const PASSPHRASE: &str = "がくぶちの裏 2026";
const ANOTHER: &str = "another, longer one";

/// Words of the user's own that stand in the case, its generation and its name.
const WORDS: &[&str] = &["本社工場", "k7q2m4xw-mark", "tics-minimum"];

/// Two cases, one of them with an earlier version and one more in the bin, everything with words of the user's own.
fn desk(language: &'static str) -> Desk {
    let earlier = CASE.replace("本社工場", "k7q2m4xw-mark");
    let binned = CASE.replace("k7q2m4xw", "binned22");
    Desk::new(language)
        .with("cases/k7q2m4xw.json", CASE)
        .with_case("aaaa2222", "別の工場", "2026-11-02T08:00:00+09:00")
        .with("history/k7q2m4xw/0000000001-001.json", earlier)
        .with("bin/binned22~2099-01-01.json", binned)
}

/// The same with the passphrase on it.
#[track_caller]
fn locked(language: &'static str) -> Desk {
    let desk = desk(language);
    let told = desk.tell_when_given(&["lock"], &format!("{PASSPHRASE}\n"));
    assert_eq!(told.code, Some(0), "{told:?}");
    desk
}

impl Desk {
    #[track_caller]
    fn done_when_given(&self, args: &[&str], lines: &str) -> Told {
        let told = self.tell_when_given(args, lines);
        assert_eq!(told.code, Some(0), "{args:?} {told:?}");
        told
    }

    /// What is said by a call that does not work, prints nothing and changes nothing.
    #[track_caller]
    fn refused_when_given(&self, args: &[&str], lines: &str) -> String {
        let before = self.kept();
        let told = self.tell_when_given(args, lines);
        assert_eq!((told.code, told.out.as_str()), (Some(1), ""), "{told:?}");
        assert!(self.kept() == before, "{args:?} changed something");
        told.err
    }

    fn file(&self, name: &str) -> PathBuf {
        self.data().join(name)
    }
}

/// Whether these words stand somewhere in the folder: in a file, or in the name of one.
fn is_found(desk: &Desk, words: &str) -> bool {
    let bytes = words.as_bytes();
    desk.everything().iter().any(|(name, inside)| {
        name.contains(words) || inside.windows(bytes.len()).any(|part| part == bytes)
    })
}

#[test]
fn an_answer_that_cannot_be_read_is_not_called_none() {
    for (language, said) in [
        ("ja", "返事を読めなかった"),
        ("en", "The answer could not be read"),
    ] {
        let desk = Desk::new(language).with("cases/k7q2m4xw.json", CASE);
        // In no encoding that is known here.
        let told = told_when_given(
            &mut desk.program(&["delete", "k7q2m4xw"]),
            b"\xff\xff\xff\n",
        );
        assert_eq!(told.code, Some(1), "{}", told.err);
        assert!(told.err.contains(said), "{}", told.err);
        assert!(desk.data().join("cases/k7q2m4xw.json").exists());
    }
}

#[test]
fn before_a_passphrase_is_set_it_is_said_that_a_forgotten_one_is_final() {
    for (language, is_final, done) in [
        ("ja", "だれにも", "鍵をかけました (4ファイル)"),
        ("en", "nobody can open them", "Locked (files: 4)."),
    ] {
        let told = desk(language).done_when_given(&["lock"], &format!("{PASSPHRASE}\n"));
        assert!(told.err.contains(is_final), "{told:?}");
        assert!(told.out.contains(done), "{told:?}");
        assert!(!format!("{told:?}").contains(PASSPHRASE), "{told:?}");
    }
}

#[test]
fn what_is_too_short_or_not_there_locks_nothing() {
    let desk = desk("ja");
    for (lines, said) in [
        ("", "新しい合言葉がなかったので、何もしませんでした。\n"),
        ("\n", "合言葉は10文字以上にしてください。"),
        ("みじかい合言葉です\n", "合言葉は10文字以上にしてください。"),
        // The field on the screen would never let them in.
        ("a tab\tin a passphrase\n", "見えない文字かタブ"),
        ("zero\u{200b}width passphrase\n", "見えない文字かタブ"),
    ] {
        let err = desk.refused_when_given(&["lock"], lines);
        // What is asked for is final, and stands before it is asked.
        assert!(err.find("だれにも") < err.find(said), "{err}");
        assert!(is_found(&desk, "本社工場"));
    }
}

#[test]
fn what_a_paste_adds_is_taken_off_and_what_is_odd_is_said_before_it_is_set() {
    for (language, lines, said) in [
        (
            "ja",
            "Mamori 2026 \u{3000}\t\r\n",
            "終わりの空白は取りました。",
        ),
        ("ja", "　がくぶちの裏 2026\n", "空白ではじまっています"),
        ("ja", "Ｍａｍｏｒｉ２０２６\n", "全角の英数字"),
        (
            "en",
            "Mamori 2026 \n",
            "The blanks at its end were taken off.",
        ),
        ("en", "ｶﾞｸﾌﾞﾁﾉｳﾗ2026\n", "half-width kana"),
    ] {
        let desk = desk(language);
        let told = desk.done_when_given(&["lock"], lines);
        assert!(told.err.contains(said), "{told:?}");
        assert!(!format!("{told:?}").contains("2026"), "{told:?}");
        // As it was pasted and as it is typed by hand, both open.
        for typed in [lines.to_owned(), format!("{}\n", lines.trim_end())] {
            desk.done_when_given(&["show"], &typed);
        }
    }
    let blanks = "\u{3000}".repeat(12);
    let err = desk("ja").refused_when_given(&["lock"], &format!("{blanks}\n"));
    assert!(err.contains("10文字以上"), "{err}");
    // Nothing is said of an ordinary one, however its kana were typed.
    for lines in ["がくぶちの裏 2026\n", "か\u{3099}くふ\u{3099}ちの裏 2026\n"] {
        let told = desk("ja").done_when_given(&["lock"], lines);
        assert!(
            !told.err.contains("空白") && !told.err.contains("全角"),
            "{told:?}"
        );
    }
}

#[test]
fn a_passphrase_set_in_one_width_opens_when_it_is_typed_in_another() {
    let desk = desk("ja");
    desk.done_when_given(&["lock"], "Mamori 2026\n");
    for typed in [
        "Ｍａｍｏｒｉ　２０２６\n",
        "Mamori 2026 \n",
        "Mamori 2026\u{3000}\r\n",
    ] {
        desk.done_when_given(&["show"], typed);
    }
    desk.refused_when_given(&["show"], "mamori 2026\n");
}

#[test]
fn nothing_of_a_locked_folder_can_be_read_from_outside() {
    let open = desk("ja");
    for words in WORDS {
        assert!(is_found(&open, words), "{words}");
    }
    let desk = locked("ja");
    for words in WORDS.iter().chain(&["別の工場", PASSPHRASE]) {
        assert!(!is_found(&desk, words), "{words}");
    }
    let names = desk.kept().into_iter().map(|(name, _)| name);
    let plain: Vec<String> = names
        .filter(|name| name.contains(".json") && !name.contains(".age"))
        .collect();
    assert_eq!(plain, [""; 0]);
}

#[test]
fn the_list_of_a_locked_folder_asks_nothing_and_names_only_files() {
    for (language, state, how) in [
        ("ja", "鍵がかかっています", "なくなってはいません"),
        ("en", "locked", "Nothing is gone"),
    ] {
        let desk = locked(language);
        let told = desk.tell(&["list", "--json"]);
        let list: Value = serde_json::from_str(&told.out).expect("JSON");
        let cases = list["cases"].as_array().expect("a list");
        let ids: Vec<_> = cases.iter().map(|case| case["id"].as_str()).collect();
        assert_eq!(ids, [Some("aaaa2222"), Some("k7q2m4xw")]);
        for case in cases {
            assert_eq!(case["state"], "locked");
            let members = case.as_object().expect("members").iter();
            let known = members.filter(|(_, value)| !value.is_null());
            assert_eq!(known.count(), 2, "id and state alone: {case}");
        }
        let told = desk.tell(&["list"]);
        assert_eq!(told.out.matches(state).count(), 2, "{told:?}");
        assert!(
            !told.out.contains("工場") && !told.out.contains("16"),
            "{told:?}"
        );
        // A program that reads it is not to take it for firms of which nothing is due.
        for args in [
            &["list"][..],
            &["list", "--json"],
            &["firms"],
            &["firms", "--json"],
        ] {
            let told = desk.tell(args);
            assert_eq!(told.code, Some(1), "{told:?}");
            assert!(
                told.err.contains(how) && !told.out.contains('0'),
                "{told:?}"
            );
            assert!(
                ["aaaa2222", "k7q2m4xw"]
                    .iter()
                    .all(|id| told.out.contains(id))
            );
        }
    }
}

#[test]
fn a_locked_case_is_shown_to_who_knows_the_passphrase() {
    let desk = locked("ja");
    let told = desk.done_when_given(&["show", "k7q2"], &format!("{PASSPHRASE}\n"));
    assert!(told.out.contains("本社工場"), "{told:?}");
    assert!(!told.err.contains(PASSPHRASE), "{told:?}");
    for args in [
        &["show", "本社工場", "--json"][..],
        &["history", "--json"],
        &["bin"],
    ] {
        let told = desk.done_when_given(args, &format!("{PASSPHRASE}\r\n"));
        assert!(!told.out.is_empty() && told.err.is_empty(), "{told:?}");
    }
    for (lines, said) in [
        (
            "",
            "チェックには鍵がかかっています。合言葉がなかったので、何もしませんでした。\n合言葉は、端末で打つか、標準入力の一行で渡してください。\n",
        ),
        (
            "がくぶちの裏 2027\n",
            "合言葉が違います。\n何も変えていません。",
        ),
    ] {
        for args in [&["show"][..], &["history"], &["bin"], &["unlock"]] {
            let err = desk.refused_when_given(args, lines);
            assert!(err.starts_with(said), "{args:?}: {err}");
        }
    }
}

#[test]
fn a_wrong_passphrase_unlocks_deletes_and_changes_nothing() {
    let desk = locked("en");
    for args in [
        &["unlock"][..],
        &["passphrase"],
        &["delete", "k7q2m4xw", "--yes"],
        &["restore", "k7q2m4xw"],
        &["bin", "empty", "--yes"],
        &["bin", "restore", "binned22~2099-01-01"],
        &["--case", "k7q2m4xw"],
    ] {
        let lines = format!("a wrong passphrase\n{PASSPHRASE}\n");
        let err = desk.refused_when_given(args, &lines);
        assert!(err.starts_with("That is not the passphrase.\n"), "{err}");
    }
}

#[test]
fn unlocking_gives_back_every_file_as_it_was() {
    let desk = desk("ja");
    let before = desk.kept();
    desk.done_when_given(&["lock"], &format!("{PASSPHRASE}\n"));
    let told = desk.done_when_given(&["unlock"], &format!("{PASSPHRASE}\n"));
    assert_eq!(told.out, "鍵を外しました (4ファイル)。\n");
    assert_eq!(desk.kept(), before);
    assert!(desk.done(&["show"]).contains("本社工場"));
}

#[test]
fn another_passphrase_opens_and_the_old_one_no_longer() {
    let desk = locked("en");
    let err = desk.refused_when_given(&["passphrase"], &format!("{PASSPHRASE}\nshort\n"));
    assert!(err.contains("at least 10 characters"), "{err}");
    let err = desk.refused_when_given(&["passphrase"], &format!("{PASSPHRASE}\n"));
    assert!(err.contains("There was no new passphrase"), "{err}");
    let lines = format!("{PASSPHRASE}\n{ANOTHER}\n");
    let told = desk.done_when_given(&["passphrase"], &lines);
    assert!(told.err.contains("If you forget"), "{told:?}");
    assert!(told.out.contains("The passphrase was changed."), "{told:?}");
    desk.refused_when_given(&["show"], &format!("{PASSPHRASE}\n"));
    desk.done_when_given(&["show"], &format!("{ANOTHER}\n"));
    // Also where only the copy of the key is left.
    fs::remove_file(desk.file("identity.age")).unwrap();
    desk.refused_when_given(&["show"], &format!("{PASSPHRASE}\n"));
    desk.done_when_given(&["show"], &format!("{ANOTHER}\n"));
}

#[test]
fn what_is_locked_is_not_locked_again_and_what_is_not_is_not_unlocked() {
    let lines = format!("{PASSPHRASE}\n{ANOTHER}\n");
    let open = desk("en");
    for args in [&["unlock"][..], &["passphrase"]] {
        let err = open.refused_when_given(args, &lines);
        assert_eq!(err, "It is not locked.\n\"mamori lock\" locks it.\n");
    }
    let desk = locked("en");
    let err = desk.refused_when_given(&["lock"], &lines);
    assert!(err.starts_with("It is locked already.\n"), "{err}");
    desk.done_when_given(&["show"], &lines);
}

#[test]
fn a_damaged_key_file_is_mended_from_its_copy() {
    for bytes in [&b""[..], b"age-encryption.org/v1\n", b"not a key"] {
        let desk = locked("en");
        let whole = fs::read(desk.file("identity.age")).unwrap();
        fs::write(desk.file("identity.age"), bytes).unwrap();
        desk.done_when_given(&["show"], &format!("{PASSPHRASE}\n"));
        let changing = ["delete", "aaaa2222", "--yes"];
        desk.done_when_given(&changing, &format!("{PASSPHRASE}\n"));
        assert_eq!(fs::read(desk.file("identity.age")).unwrap(), whole);
        assert_eq!(fs::read(desk.file("identity-copy.age")).unwrap(), whole);
    }
}

#[test]
fn with_both_key_files_damaged_it_is_said_what_to_do_and_nothing_is_touched() {
    for (language, said) in [
        ("ja", ["こわれていて、開けません", "何も消していません"]),
        ("en", ["damaged and do not open", "Nothing was deleted"]),
    ] {
        let desk = locked(language);
        for name in ["identity.age", "identity-copy.age"] {
            fs::write(desk.file(name), "not a key").unwrap();
        }
        for args in [&["show"][..], &["unlock"], &["delete", "aaaa2222", "--yes"]] {
            let err = desk.refused_when_given(args, &format!("{PASSPHRASE}\n"));
            assert!(said.iter().all(|said| err.contains(said)), "{err}");
        }
        // A folder that looks empty of keys must not be sealed with another one.
        let err = desk.refused_when_given(&["lock"], &format!("{ANOTHER}\n"));
        assert!(!err.is_empty());
        let told = desk.tell(&["list", "--json"]);
        let list: Value = serde_json::from_str(&told.out).expect("JSON");
        assert_eq!(list["cases"][0]["state"], "locked");
    }
}

#[test]
fn in_lines_the_passphrase_is_the_first_line_with_the_blanks_around_it() {
    let desk = desk("en");
    let passphrase = " with blanks around ";
    desk.done_when_given(&["lock"], &format!("{passphrase}\n"));
    let told = desk.done_when_given(&["--plain"], &format!("{passphrase}\nq\n"));
    assert!(told.out.contains("passphrase> "), "{told:?}");
    assert!(told.out.contains("1 Go on"), "{told:?}");
    // Without one, an empty line leads to the way out.
    let told = desk.done_when_given(&["--plain"], "\nq\n");
    assert!(told.out.contains("2 Quit"), "{told:?}");
    assert!(!told.out.contains(passphrase), "{told:?}");
}

#[cfg(unix)]
#[test]
fn work_on_the_lock_that_cannot_be_finished_keeps_nobody_from_their_answers() {
    let desk = locked("ja");
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), desk.data().join("damaged")).expect("a link");
    let told = desk.done_when_given(&["--plain"], &format!("{PASSPHRASE}\n1\nq\n"));
    assert!(told.out.contains("前回の続き"), "{told:?}");
}

#[test]
fn no_workbook_over_firms_is_made_of_what_is_locked() {
    let desk = locked("en");
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("firms.xlsx");
    let path = output.to_str().expect("plain");
    let said = desk.refused(1, &["firms", "--for", "self", "--output", path]);
    assert!(said.contains("nothing was done"), "{said}");
    assert!(!output.exists());
    desk.done_when_given(&["firms", "--for", "self", "--output", path], PASSPHRASE);
    assert!(output.exists());
}
