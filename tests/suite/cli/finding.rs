//! Which case is meant: an id, the start of one, a title, or the last changed; and what is said of those that cannot
//! be opened.

use serde_json::json;

use super::{CASE, Desk, behind_the_notice};
use crate::firms::check as check_of;

fn desk() -> Desk {
    Desk::new("en")
        .with_case("aaaa2222", "本社", "2026-11-02T08:00:00+09:00")
        .with_case("aabb2222", "工場", "2026-11-03T08:00:00+09:00")
        .with_case("cccc2222", "", "2026-11-01T08:00:00+09:00")
        .with("cases/zzzz2222.json", "{")
}

#[track_caller]
fn check(args: &[&str], id: &str) {
    let shown = desk().json(&[args, &["--json"][..]].concat());
    assert_eq!(shown["case"]["id"], id, "{args:?}");
}

#[test]
fn a_case_is_found_by_id_by_its_start_and_by_title() {
    check(&["show", "aaaa2222"], "aaaa2222");
    check(&["show", "aaa"], "aaaa2222");
    check(&["show", "c"], "cccc2222");
    check(&["show", "本社"], "aaaa2222");
    check(&["show", "Check of 20 Nov 2026"], "cccc2222");
    check(&["show", "Check of 20 Nov"], "cccc2222");
    check(&["show", "--case", "本社"], "aaaa2222");
    check(&["--case", "本社", "show"], "aaaa2222");
}

#[test]
fn a_case_is_found_by_words_of_its_name_and_by_days_as_in_the_list() {
    let desk = || {
        Desk::new("ja")
            .with_case(
                "aaaa2222",
                "㈱ヤマト製作所 本社",
                "2026-05-09T08:00:00+09:00",
            )
            .with_case("bbbb2222", "ﾔﾏﾄ商事", "2026-06-01T08:00:00+09:00")
            .with_case("cccc2222", "ヤマト", "2026-07-01T08:00:00+09:00")
    };
    for (wanted, id) in [
        ("やまと 製作所", "aaaa2222"),
        ("本社　(株)", "aaaa2222"),
        ("2026-05-09", "aaaa2222"),
        ("5月9日", "aaaa2222"),
        ("ヤマト商事", "bbbb2222"),
        ("BBBB", "bbbb2222"),
        // The very name wins over those that have it in theirs.
        ("やまと", "cccc2222"),
        ("ﾔﾏﾄ", "cccc2222"),
    ] {
        let shown = desk().json(&["show", wanted, "--json"]);
        assert_eq!(shown["case"]["id"], id, "{wanted}");
    }
    let several = desk().refused(1, &["show", "やま"]);
    for said in ["aaaa2222", "ヤマト製作所", "2026-05-09", "ﾔﾏﾄ商事"] {
        assert!(several.contains(said), "{said}: {several}");
    }
    // Without a question nothing is thrown away for a part of its name.
    let desk = desk();
    let told = desk.refused(1, &["delete", "商事", "--yes"]);
    // What finds it elsewhere is not said to mean no check.
    assert!(told.contains("--yes を付けたときは"), "{told}");
    let said = desk.done(&["delete", "やまと商事", "--yes"]);
    assert!(
        said.contains("ﾔﾏﾄ商事") && said.contains("bbbb2222"),
        "{said}"
    );
}

/// Two firms with what an advisor keeps of them; the first has checks of two years.
fn firms() -> Desk {
    let notes = |number: u32, reading: &str, tag: &str| {
        json!({
            "format": 1, "firm": format!("firm{number:04}"), "revision": 1, "reading": reading, "next_visit": null,
            "tags": [tag], "note": "", "notes": {},
        })
    };
    let mut desk = Desk::new("ja");
    for (id, number, year) in [
        ("aaaa2222", 1, 2025),
        ("bbbb2222", 1, 2026),
        ("cccc2222", 2, 2026),
    ] {
        let case = check_of(id, number, year).to_string();
        desk = desk.with(&format!("cases/{id}.json"), case);
    }
    desk.with(
        "desk/firm0001.json",
        notes(1, "さくらでんき", "組合").to_string(),
    )
    .with(
        "desk/firm0002.json",
        notes(2, "みなとせいさくしょ", "商工会").to_string(),
    )
}

#[test]
fn a_case_is_found_by_its_firm_s_name_reading_and_tag_by_every_command_that_takes_one() {
    let desk = firms();
    for (wanted, id) in [
        ("ﾐﾅﾄ", "cccc2222"),
        ("(株)みなと製作所02", "cccc2222"),
        ("みなとせいさく", "cccc2222"),
        ("商工会", "cccc2222"),
        ("サクラ 2025", "aaaa2222"),
        ("でんき 2026年", "bbbb2222"),
    ] {
        let shown = desk.json(&["show", wanted, "--json"]);
        assert_eq!(shown["case"]["id"], id, "{wanted}");
    }
    let file = |name: &str| desk.data().join(name).display().to_string();
    let out = file("out");
    for args in [
        &["homework", "みなとせい"][..],
        &["export", "商工会", "--format", "md"],
        &["history", "ミナト"],
        &["hand", "ミナト", "--yes", "--output", &out],
        &["compare", "サクラ 2025", "サクラ 2026"],
        &["paper", "appointment", "商工会", "--format", "html"],
    ] {
        let told = desk.tell(args);
        assert_eq!(told.code, Some(0), "{args:?} {}", told.err);
    }
    let told = desk.tell_when_given(
        &["--plain", "--case", "商工会"],
        &behind_the_notice("b\nb\nb\n"),
    );
    assert!(told.out.contains("2026年"), "{told:?}");
}

#[test]
fn a_firm_with_two_checks_is_two_that_are_named_and_nothing_is_taken() {
    let desk = firms();
    for wanted in ["サクラ電機01", "さくらでん", "組合"] {
        let said = desk.refused(1, &["show", wanted]);
        assert!(
            said.contains("aaaa2222") && said.contains("bbbb2222"),
            "{said}"
        );
        assert!(!said.contains("cccc2222"), "{said}");
    }
    // Whose name it is alone is thrown away by it unasked; by its reading or its tag nobody is.
    let before = desk.kept();
    for wanted in ["サクラ電機01", "みなとせいさくしょ", "商工会", "ミナト"] {
        desk.refused(1, &["delete", wanted, "--yes"]);
    }
    assert!(desk.kept() == before, "something was thrown away");
    let said = desk.done(&["delete", "(株)みなと製作所02", "--yes"]);
    assert!(said.contains("2026年"), "{said}");
}

#[test]
fn a_check_beside_itself_is_said_to_be_that() {
    let desk = firms();
    for (one, other) in [("aaaa2222", "aaaa2222"), ("サクラ 2025", "aaaa")] {
        let told = desk.tell(&["compare", one, other]);
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(
            told.err.contains("同じチェック「サクラ電機01: 2025年」"),
            "{told:?}"
        );
    }
    let told = desk.tell(&["compare", "サクラ 2025", "サクラ 2026"]);
    assert!(!told.err.contains("同じチェック"), "{told:?}");
}

#[test]
fn a_reading_that_cannot_be_read_may_be_the_one_that_is_meant() {
    let desk = firms().with("desk/firm0001.json", "{");
    let said = desk.refused(1, &["show", "商工会"]);
    assert!(
        said.contains("cccc2222") && said.contains("aaaa2222"),
        "{said}"
    );
    let shown = desk.json(&["show", "㈱ミナト製作所02", "--json"]);
    assert_eq!(shown["case"]["id"], "cccc2222");
    // Nor is a check thrown away unasked by its firm's name while one cannot be read that may be a newer one of it.
    let desk = firms().with("cases/zzzz2222.json", "{");
    let said = desk.refused(1, &["delete", "㈱ミナト製作所02", "--yes"]);
    assert!(
        said.contains("cccc2222") && said.contains("zzzz2222"),
        "{said}"
    );
}

#[test]
fn where_one_check_cannot_be_read_no_other_is_taken_for_the_last_one() {
    for args in [&["show"][..], &["history"], &["export", "--format", "md"]] {
        let said = desk().refused(1, args);
        assert!(said.contains("zzzz2222"), "{args:?}: {said}");
        assert!(said.contains("Nothing is changed."), "{args:?}: {said}");
    }
    // Without it, the last changed one; a copy of a file is none that could be it.
    let readable = Desk::new("en")
        .with_case("aaaa2222", "本社", "2026-11-02T08:00:00+09:00")
        .with_case("aabb2222", "工場", "2026-11-03T08:00:00+09:00");
    let file =
        std::fs::read_to_string(readable.data().join("cases/aaaa2222.json")).expect("a case");
    let readable = readable.with("cases/aaaa2222 - コピー.json", &file);
    assert_eq!(readable.json(&["show", "--json"])["case"]["id"], "aabb2222");
    let out = readable.data().join("result.md");
    let out = out.to_str().expect("a path");
    let said = readable.done(&["export", "--output", out]);
    assert!(
        said.contains("\"工場\" is written"),
        "names the check: {said}"
    );
    // One that stands alone says why it cannot be read.
    let alone = Desk::new("en")
        .with("cases/zzzz2222.json", "{")
        .refused(1, &["show"]);
    assert!(!alone.contains("Some checks"), "{alone}");
}

#[test]
fn part_of_a_name_takes_no_firm_while_another_check_cannot_be_read() {
    let desk = || {
        Desk::new("en")
            .with_case("aaaa2222", "ヤマト製作所", "2026-11-02T08:00:00+09:00")
            .with("cases/zzzz2222.json", "{")
    };
    let said = desk().refused(1, &["show", "やまと"]);
    assert!(
        said.contains("zzzz2222") && said.contains("aaaa2222"),
        "{said}"
    );
    for whole in ["ﾔﾏﾄ製作所", "aaaa2222", "aaaa"] {
        let shown = desk().json(&["show", whole, "--json"]);
        assert_eq!(shown["case"]["id"], "aaaa2222", "{whole}");
    }
}

#[test]
fn what_names_no_case_or_several_is_told_with_their_ids() {
    let none = desk().refused(1, &["show", "x"]);
    assert_eq!(
        none,
        "No check is meant by \"x\".\nThere are checks that cannot be read, and it may be one of them: zzzz2222\n\"mamori list\" shows all of them.\n"
    );
    let several = desk().refused(1, &["show", "aa"]);
    assert!(
        several
            .contains("\n  aabb2222  工場  2026-11-03 08:00\n  aaaa2222  本社  2026-11-02 08:00\n"),
        "{several}"
    );
    let twins = desk().with_case("dddd2222", "本社", "2026-11-01T08:00:00+09:00");
    let several = twins.refused(1, &["show", "本社"]);
    assert!(
        several
            .contains("\n  aaaa2222  本社  2026-11-02 08:00\n  dddd2222  本社  2026-11-01 08:00\n"),
        "two of one name are told apart by their day: {several}"
    );
    let nothing = Desk::new("ja").refused(1, &["show"]);
    assert!(
        nothing.starts_with("チェックはまだありません。\n"),
        "{nothing}"
    );
}

#[test]
fn a_copy_of_a_file_does_not_make_the_start_of_an_id_ambiguous() {
    let desk = Desk::new("ja")
        .with("cases/k7q2m4xw.json", CASE)
        .with("cases/k7q2m4xw - コピー.json", CASE);
    let shown = desk.json(&["show", "k7", "--json"]);
    assert_eq!(shown["case"]["id"], "k7q2m4xw");
    let copy = desk.refused(1, &["show", "k7q2m4xw - コピー"]);
    assert!(
        copy.contains("チェック k7q2m4xw のファイルを写したもの"),
        "{copy}"
    );
}

#[test]
fn a_case_that_cannot_be_opened_says_why_and_stays_as_it_is() {
    let newer = CASE.replacen("\"format\": 1", "\"format\": 9", 1);
    let stranger = CASE
        .replace("tics-2024-additions", "not-here-either")
        .replace("tics-minimum", "not-here");
    for (bytes, said) in [
        ("{ x", "damaged"),
        ("{", "cut off"),
        ("", "empty"),
        (newer.as_str(), "newer version"),
        (
            stranger.as_str(),
            "The questions \"not-here\" are not on this computer.",
        ),
    ] {
        let desk = Desk::new("en").with("cases/k7q2m4xw.json", bytes);
        let before = desk.everything();
        for args in [&["show"][..], &["show", "k7q2m4xw", "--json"]] {
            let err = desk.refused(1, args);
            assert!(err.contains(said) && err.lines().count() == 2, "{err}");
        }
        assert_eq!(desk.everything(), before);
    }
}

#[test]
fn a_case_whose_pack_has_mistakes_is_judged_by_ours_and_that_is_said() {
    let desk = Desk::new("ja")
        .with("cases/k7q2m4xw.json", CASE)
        .with("criteria/tics-minimum.json", "{}");
    let told = desk.tell(&["show"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(
        told.err
            .contains("「tics-minimum」を置きかえるファイルが、使えません")
            && told.err.contains("mamori criteria check"),
        "{told:?}"
    );
}
