//! history, restore, delete and bin, from outside: what goes where, what is asked first, and that nothing is lost.

use std::fs;

use serde_json::{Value, json};

use super::{CASE, Desk};
use crate::paths::slashed;

const DAMAGED: &str = "{ \"format\": 1, \"id\": \"k7q";

/// The case as it was at this revision, with this title.
fn at_revision(revision: u64, title: &str) -> String {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    case["revision"] = revision.into();
    case["title"] = title.into();
    case.to_string()
}

/// A case with two earlier versions, one of them by another program, and one that cannot be read.
fn desk(language: &'static str) -> Desk {
    Desk::new(language)
        .with("cases/k7q2m4xw.json", at_revision(9, "now"))
        .with(
            "history/k7q2m4xw/0000000003-001.json",
            at_revision(3, "three"),
        )
        .with(
            "history/k7q2m4xw/0000000005-001-other.json",
            at_revision(5, "five"),
        )
        .with("history/k7q2m4xw/0000000007-001.json", DAMAGED)
}

fn title(desk: &Desk) -> String {
    let shown = desk.json(&["show", "k7q2m4xw", "--json"]);
    shown["case"]["title"].as_str().expect("a title").to_owned()
}

/// The files in a folder of the data folder, without those of the locks.
fn files(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(desk.data().join(folder));
    let mut names: Vec<String> = entries
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

#[test]
fn the_earlier_versions_are_listed_with_what_is_in_them() {
    for (language, expected) in [
        (
            "ja",
            "\
控えの名前            最後に直した日    様子
0000000007-001                          読めません
0000000005-001-other  2026-11-24 09:05  16問のうち 2問  ほかのプログラムが書いたもの
0000000003-001        2026-11-24 09:05  16問のうち 2問
",
        ),
        (
            "en",
            "\
version               last changed      state
0000000007-001                          cannot be read
0000000005-001-other  2026-11-24 09:05  2 of 16         written by another program
0000000003-001        2026-11-24 09:05  2 of 16
",
        ),
    ] {
        let desk = desk(language);
        assert_eq!(desk.in_part(1, &["history", "k7q2m4xw"]), expected);
        let history = desk.in_part(1, &["history", "--json"]);
        let history: Value = serde_json::from_str(&history).expect("JSON");
        assert_eq!(
            (&history["format"], &history["case"]),
            (&json!(1), &json!("k7q2m4xw"))
        );
        let newest = json!({
            "name": "0000000007-001", "revision": 7, "updated": null,
            "asked": null, "answered": null, "other_program": false, "state": "damaged",
        });
        assert_eq!(history["generations"][0], newest);
        let foreign = json!({
            "name": "0000000005-001-other", "revision": 5, "updated": "2026-11-24T09:05:30+09:00",
            "asked": 16, "answered": 2, "other_program": true, "state": "ok",
        });
        assert_eq!(history["generations"][1], foreign);
        let none = Desk::new(language).with("cases/k7q2m4xw.json", CASE);
        assert_eq!(none.json(&["history", "--json"])["generations"], json!([]));
        assert_eq!(none.done(&["history"]).lines().count(), 1);
    }
}

#[test]
fn where_the_newest_version_cannot_be_read_no_older_one_is_taken_unsaid() {
    let desk = desk("ja");
    let said = desk.refused(1, &["restore", "k7q2m4xw"]);
    assert!(
        said.starts_with("いちばん新しい控え 0000000007-001 が読めません。\n"),
        "{said}"
    );
    assert_eq!(title(&desk), "now");
    // Where it can be read, it is taken and named.
    fs::remove_file(desk.data().join("history/k7q2m4xw/0000000007-001.json")).expect("a file");
    let said = desk.done(&["restore", "k7q2m4xw"]);
    assert!(said.contains("0000000005-001-other"), "{said}");
    assert_eq!(title(&desk), "five");
}

/// A version of a newer mamori is not damaged: it was called that, and the list and going back sent to each other for more.
#[test]
fn why_an_earlier_version_cannot_be_read_is_said_by_the_list_and_by_going_back() {
    let of_a_newer_format = CASE.replace("\"format\": 1", "\"format\": 99");
    assert_ne!(of_a_newer_format, CASE);
    let desk = || desk("ja");
    let newest = "history/k7q2m4xw/0000000007-001.json";
    let newer = || desk().with(newest, &of_a_newer_format);
    let folder = || {
        let desk = desk();
        fs::remove_file(desk.data().join(newest)).expect("a file");
        desk.with(&format!("{newest}/theirs"), "")
    };
    for (desk, code, listed, why) in [
        (newer(), "newer", "新しい版のもの", "もっと新しい版で保存"),
        (folder(), "unreadable", "読めません", "ファイルではないもの"),
        (desk(), "damaged", "読めません", "途中で切れ"),
    ] {
        let history = desk.in_part(1, &["history", "k7q2m4xw"]);
        let line = history.lines().find(|line| line.starts_with("0000000007"));
        assert!(line.is_some_and(|line| line.contains(listed)), "{history}");
        let json = desk.in_part(1, &["history", "k7q2m4xw", "--json"]);
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["generations"][0]["state"], code);
        for args in [
            &["restore", "k7q2m4xw", "0000000007-001"][..],
            &["restore", "k7q2m4xw"],
        ] {
            let said = desk.refused(1, args);
            assert!(said.contains(why), "{args:?} {said}");
            assert!(said.contains("読める控えの名前を書いて"), "{args:?} {said}");
        }
        // With none that can be read nobody is sent to look for one.
        for name in ["0000000005-001-other", "0000000003-001"] {
            let file = format!("history/k7q2m4xw/{name}.json");
            fs::remove_file(desk.data().join(file)).expect("a file");
        }
        let said = desk.refused(1, &["restore", "k7q2m4xw"]);
        assert!(said.contains("読める控えはありません"), "{said}");
    }
    let binned = Desk::new("ja").with("bin/k7q2m4xw~2099-01-01.json", &of_a_newer_format);
    let json = binned.in_part(1, &["bin", "--json"]);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["bin"][0]["state"], "newer");
}

#[test]
fn going_back_takes_the_version_that_is_named_and_keeps_what_was_there() {
    for (name, expected) in [
        (Some("0000000003-001"), "three"),
        (Some("0000000005-001-other"), "five"),
    ] {
        let desk = desk("ja");
        let args: Vec<&str> = ["restore", "k7q2m4xw"].into_iter().chain(name).collect();
        let out = desk.done(&args);
        let name = name.expect("a name");
        assert!(out.starts_with(&format!("控え {name} (2026-")), "{out}");
        assert!(
            out.ends_with(") に戻しました。戻す前のものも控えに残っています。\n"),
            "{out}"
        );
        assert_eq!(title(&desk), expected);
        // And back again.
        desk.done(&["restore", "k7q2m4xw", "0000000009-001"]);
        assert_eq!(title(&desk), "now");
        assert_eq!(files(&desk, "damaged"), [""; 0]);
    }
}

#[test]
fn what_cannot_be_read_is_moved_aside_and_named() {
    for language in ["ja", "en"] {
        let desk = desk(language).with("cases/k7q2m4xw.json", DAMAGED);
        assert!(desk.refused(1, &["show"]).contains("k7q2m4xw"));
        let out = desk.done(&["restore", "k7q2m4xw", "0000000005-001-other"]);
        let aside = desk.data().join("damaged/k7q2m4xw.json");
        let named = slashed(aside.to_str().expect("UTF-8"));
        assert!(slashed(&out).contains(&named), "{out}");
        assert_eq!(fs::read_to_string(&aside).unwrap(), DAMAGED);
        assert_eq!(title(&desk), "five");
        // A second one does not take the place of the first.
        let desk = desk.with("cases/k7q2m4xw.json", "");
        let out = desk.done(&["restore", "k7q2m4xw", "0000000005-001-other"]);
        assert!(out.contains("2-k7q2m4xw.json"), "{out}");
        assert_eq!(
            files(&desk, "damaged"),
            ["2-k7q2m4xw.json", "k7q2m4xw.json"]
        );
    }
}

#[test]
fn a_version_that_is_not_there_or_cannot_be_read_changes_nothing() {
    for (language, said, damaged) in [
        (
            "ja",
            "その控えはありません。\n何も変えていません。",
            "控え 0000000007-001 は読めません。\nこのチェックのファイルは、途中で切れています。\n",
        ),
        (
            "en",
            "There is no such version.\nNothing was changed.",
            "The earlier version 0000000007-001 cannot be read.\n",
        ),
    ] {
        let desk = desk(language);
        let before = desk.kept();
        // It is there, and that is not denied.
        let err = desk.refused(1, &["restore", "k7q2m4xw", "0000000007-001"]);
        assert!(err.starts_with(damaged), "{err}");
        for name in ["0000000001-001", "..", "../k7q2m4xw/0000000003-001"] {
            let err = desk.refused(1, &["restore", "k7q2m4xw", name]);
            assert!(err.starts_with(said), "{err}");
        }
        desk.refused(1, &["restore", "nowhere"]);
        assert_eq!(desk.kept(), before);
    }
}

#[test]
fn throwing_away_says_what_goes_and_asks_once() {
    for (language, yes, asked, safe, done) in [
        (
            "ja",
            "はい",
            "「now」を捨てますか。",
            "30日のあいだは",
            "「now」(k7q2m4xw) を捨てました。",
        ),
        (
            "en",
            "yes",
            "\"now\"",
            "30 days",
            "\"now\" (k7q2m4xw) is thrown away.",
        ),
    ] {
        for answer in ["y", "Y", "ｙ", yes] {
            let desk = desk(language);
            let told = desk.tell_when_given(&["delete", "k7q2m4xw"], &format!("{answer}\n"));
            assert_eq!(told.code, Some(0), "{answer} {told:?}");
            assert!(
                told.err.contains(asked) && told.err.contains(safe),
                "{told:?}"
            );
            assert!(told.out.starts_with(done), "{told:?}");
            assert_eq!(files(&desk, "cases"), [""; 0]);
        }
    }
}

#[test]
fn without_a_yes_nothing_is_thrown_away_and_nothing_emptied() {
    for (lines, said) in [
        ("", "There was no answer, so nothing was done."),
        ("n\n", "Nothing was done."),
        ("\n", "Nothing was done."),
        ("sure\ny\n", "Nothing was done."),
    ] {
        let desk = desk("en").with("bin/aaaa2222~2099-01-01.json", CASE);
        let before = desk.kept();
        for args in [&["delete", "now"][..], &["bin", "empty"]] {
            let told = desk.tell_when_given(args, lines);
            assert_eq!((told.code, told.out.as_str()), (Some(1), ""), "{told:?}");
            assert!(told.err.contains(said), "{told:?}");
            assert_eq!(desk.kept(), before);
        }
    }
}

#[test]
fn what_was_thrown_away_is_listed_comes_back_and_is_gone_when_the_bin_is_emptied() {
    for language in ["ja", "en"] {
        let desk = desk(language);
        assert_eq!(
            desk.json(&["bin", "--json"]),
            json!({ "format": 1, "bin": [] })
        );
        assert_eq!(desk.done(&["bin"]).lines().count(), 1);
        assert_eq!(desk.done(&["bin", "empty"]).lines().count(), 1);
        desk.done(&["delete", "k7q2m4xw", "--yes"]);
        desk.refused(1, &["show", "k7q2m4xw"]);
        let bin = desk.json(&["bin", "--json"]);
        let one = &bin["bin"][0];
        let name = one["name"].as_str().expect("a name").to_owned();
        assert!(name.starts_with("k7q2m4xw~20"), "{name}");
        assert_eq!(one["title"], "now");
        let day = |member: &str| -> chrono::NaiveDate {
            one[member].as_str().expect("a day").parse().expect("a day")
        };
        assert_eq!((day("kept_until") - day("deleted")).num_days(), 30);
        let list = desk.done(&["bin"]);
        assert!(list.contains(&name) && list.contains("now"), "{list}");
        desk.done(&["bin", "restore", &name]);
        // By what was said when it was thrown away, too.
        let said = desk.done(&["delete", "k7q2m4xw", "--yes"]);
        assert!(said.contains("(k7q2m4xw)"), "{said}");
        desk.done(&["bin", "restore", "k7q2m4xw"]);
        assert_eq!(title(&desk), "now");
        assert_eq!(
            files(&desk, "history/k7q2m4xw").len(),
            3,
            "with its versions"
        );
        let err = desk.refused(1, &["bin", "restore", &name]);
        assert!(err.contains(&name) && err.contains("mamori bin"), "{err}");
        desk.done(&["delete", "k7q2m4xw", "--yes"]);
        desk.done(&["bin", "empty", "--yes"]);
        assert_eq!(files(&desk, "bin"), [""; 0]);
        assert_eq!(files(&desk, "history"), [""; 0]);
    }
}

#[test]
fn of_two_that_had_one_id_none_comes_back_that_was_not_meant() {
    let desk = desk("ja");
    desk.done(&["delete", "k7q2m4xw", "--yes"]);
    let desk = desk.with("cases/k7q2m4xw.json", at_revision(20, "newer"));
    desk.done(&["delete", "k7q2m4xw", "--yes"]);
    let said = desk.refused(1, &["bin", "restore", "k7q2m4xw"]);
    assert!(said.contains("2件"), "{said}");
    let both = files(&desk, "bin");
    assert_eq!(both.len(), 2, "{both:?}");
    let newer = both.iter().max_by_key(|name| name.len()).expect("one");
    desk.done(&["bin", "restore", newer.trim_end_matches(".json")]);
    assert_eq!(title(&desk), "newer");
}

#[test]
fn what_comes_back_takes_no_other_files_place() {
    let desk = desk("en");
    desk.done(&["delete", "k7q2m4xw", "--yes"]);
    let desk = desk.with("cases/k7q2m4xw.json", at_revision(20, "newer"));
    let name = files(&desk, "bin")[0].trim_end_matches(".json").to_owned();
    let before = desk.kept();
    for name in [name.as_str(), "../cases/k7q2m4xw", "..", "~", ""] {
        let code = if name.is_empty() { 2 } else { 1 };
        desk.refused(code, &["bin", "restore", name]);
    }
    assert_eq!(desk.kept(), before);
}

#[test]
fn a_damaged_file_can_be_thrown_away_and_comes_back_as_it_was() {
    let desk = Desk::new("en").with("cases/broken22.json", "{");
    let told = desk.tell_when_given(&["delete", "broken22"], "y\n");
    assert!(told.err.contains("broken22"), "{told:?}");
    assert!(desk.in_part(1, &["bin"]).contains("cannot be read"));
    let bin: Value = serde_json::from_str(&desk.in_part(1, &["bin", "--json"])).expect("JSON");
    assert_eq!(
        (&bin["bin"][0]["title"], &bin["bin"][0]["state"]),
        (&Value::Null, &json!("damaged"))
    );
    let name = bin["bin"][0]["name"].as_str().expect("a name");
    desk.done(&["bin", "restore", name]);
    let back = fs::read(desk.data().join("cases/broken22.json")).unwrap();
    assert_eq!(back, b"{");
}

#[test]
fn only_what_has_waited_thirty_days_is_gone_by_itself() {
    let desk = Desk::new("en")
        .with("cases/k7q2m4xw.json", CASE)
        .with("bin/aaaa2222~2099-01-01.json", CASE)
        .with("bin/bbbb2222~2001-01-01.json", CASE);
    // Looking takes nothing away; a walk tidies up.
    desk.done(&["bin"]);
    assert_eq!(files(&desk, "bin").len(), 2);
    let told = desk.tell_when_given(&["--plain"], "q\n");
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(files(&desk, "bin"), ["aaaa2222~2099-01-01.json"]);
}
