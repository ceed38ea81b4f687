//! `mamori firms`: a row for each firm, and none left out.

use serde_json::{Value, json};

use super::{Desk, behind_the_notice};
use crate::firms::{check, forty, name, with_task};

/// Forty firms; one has something overdue, another check cannot be read.
fn desk(language: &'static str) -> Desk {
    let mut desk = Desk::new(language);
    for (id, check) in forty() {
        let check = match id.as_str() {
            "now00017" => with_task(check, "2001-02-03"),
            _ => check,
        };
        desk = desk.with(&format!("cases/{id}.json"), check.to_string());
    }
    desk.with("cases/broken22.json", "{")
}

/// The rows as JSON, which are whole whatever the exit code says.
fn firms(desk: &Desk, code: i32) -> Vec<Value> {
    let told = desk.tell(&["firms", "--json"]);
    assert_eq!(told.code, Some(code), "{}", told.err);
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(told["format"], 1);
    told["firms"].as_array().expect("a list").clone()
}

#[test]
fn forty_firms_are_forty_rows_and_what_cannot_be_read_is_one_more() {
    let desk = desk("ja");
    let firms = firms(&desk, 1);
    assert_eq!(firms.len(), 41);
    let damaged = json!({
        "firm": null, "name": null, "overdue": null, "this_month": null, "asked": null, "answered": null,
        "gaps": null, "next_visit": null, "updated": null, "checks": 1, "newest": "broken22", "state": "damaged",
    });
    assert_eq!(firms[0], damaged);
    let first = json!({
        "firm": "firm0017", "name": "サクラ電機17", "overdue": 1, "this_month": 0, "asked": 16, "answered": 3,
        "gaps": 16, "next_visit": null, "updated": "2026-06-18T09:00:00+09:00", "checks": 1, "newest": "now00017", "state": "ok",
    });
    assert_eq!(firms[1], first);
    let checks: u64 = firms[1..]
        .iter()
        .map(|firm| firm["checks"].as_u64().expect("a number"))
        .sum();
    assert_eq!(checks, 50);
    let told = desk.tell(&["firms"]);
    assert_eq!(told.code, Some(1), "what cannot be read is no success");
    assert!(told.err.contains('1'), "{}", told.err);
    let out = told.out;
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 42);
    assert!(
        lines[1].contains("broken22") && lines[1].ends_with("読めません"),
        "{out}"
    );
    for number in 0..40 {
        let wanted = name(number);
        let found = lines.iter().filter(|line| line.starts_with(&wanted));
        assert_eq!(found.count(), 1, "{wanted}");
    }
}

#[test]
fn for_people_each_number_stands_in_its_column_and_each_day_has_its_year() {
    let with = |desk: Desk, check: Value| {
        let id = check["id"].as_str().expect("an id").to_owned();
        desk.with(&format!("cases/{id}.json"), check.to_string())
    };
    let mut nameless = check("zzzz2222", 3, 2026);
    nameless["profile"] = json!({});
    let desk = [
        with_task(check("aaaa2222", 0, 2026), "2001-02-03"),
        check("bbbb2222", 0, 2025),
        nameless,
    ]
    .into_iter()
    .fold(Desk::new("ja"), with);
    let expected = "\
会社          過ぎた  今月  そろっていない  答え  最後に直した日  チェック
やまと精工00  1       0     16              3/16  2026-01-01      2
2026年        0       0     16              2/16  2026-04-04      1
";
    assert_eq!(desk.done(&["firms"]), expected);
    assert!(
        Desk::new("en")
            .done(&["firms"])
            .contains("There is no check yet")
    );
}

#[test]
fn a_check_whose_questions_are_missing_or_that_is_a_copy_stands_by_itself() {
    let first = check("aaaa2222", 1, 2026);
    let mut stranger = check("bbbb2222", 1, 2025);
    stranger["walk"] = "not-here".into();
    let desk = Desk::new("en")
        .with("cases/aaaa2222.json", first.to_string())
        .with("cases/aaaa2222 copy.json", first.to_string())
        .with("cases/bbbb2222.json", stranger.to_string());
    let states: Vec<Value> = firms(&desk, 0)
        .iter()
        .map(|firm| firm["state"].clone())
        .collect();
    assert_eq!(states, ["no-pack", "ok", "copy"]);
    assert!(desk.done(&["firms"]).contains("no usable questions"));
}

#[test]
fn the_list_stands_on_the_screen_only_where_that_was_said() {
    let desk = Desk::new("ja")
        .with("settings.json", r#"{"format": 1, "mouse": false}"#)
        .with(
            "cases/aaaa2222.json",
            check("aaaa2222", 1, 2026).to_string(),
        )
        .with(
            "cases/bbbb2222.json",
            check("bbbb2222", 2, 2026).to_string(),
        );
    let start = || desk.tell_when_given(&["--plain"], "").out;
    assert!(!start().contains("支援先"));
    let said = desk.done(&["firms", "--on"]);
    assert!(said.contains("mamori firms --off"), "{said}");
    assert!(start().contains("支援先の一覧"));
    let settings = std::fs::read_to_string(desk.data().join("settings.json")).expect("settings");
    assert!(
        settings.contains("\"firms\": true") && settings.contains("\"mouse\": false"),
        "{settings}"
    );
    desk.done(&["firms", "--off"]);
    assert!(!start().contains("支援先"));
    desk.refused(2, &["firms", "--on", "--off"]);
    desk.refused(2, &["firms", "--on", "--json"]);
}

#[test]
fn a_list_of_checks_says_whose_they_are_where_firms_are_listed_and_an_owner_sees_nothing_of_it() {
    let desk = Desk::new("ja")
        .with(
            "cases/aaaa2222.json",
            check("aaaa2222", 0, 2026).to_string(),
        )
        .with(
            "cases/bbbb2222.json",
            check("bbbb2222", 1, 2026).to_string(),
        );
    let out = desk.done(&["list"]);
    assert!(!out.contains("会社") && !out.contains("やまと"), "{out}");
    let listed = desk.json(&["list", "--json"]);
    let first = &listed["cases"][1];
    assert_eq!(first["firm"], "firm0000", "{listed}");
    assert_eq!(first["firm_name"], "やまと精工00", "{listed}");
    desk.done(&["firms", "--on"]);
    let expected = "\
id        名前    会社          最後に直した日    様子
bbbb2222  2026年  サクラ電機01  2026-02-02 09:00  16問のうち 2問  そろっていない 16件
aaaa2222  2026年  やまと精工00  2026-01-01 09:00  16問のうち 2問  そろっていない 16件
";
    assert_eq!(desk.done(&["list"]), expected);
}

#[test]
fn a_name_in_which_nothing_is_seen_is_none_and_leaves_no_row_without_a_name() {
    for nothing in ["\u{200b}", "\u{3164}\u{2060}", "\u{2800}", "\u{e0100}"] {
        let mut unseen = check("aaaa2222", 0, 2026);
        unseen["title"] = nothing.into();
        unseen["profile"]["firm"] = nothing.into();
        let desk = Desk::new("ja").with("cases/aaaa2222.json", unseen.to_string());
        for args in [&["list"][..], &["firms"], &["show"]] {
            let out = desk.done(args);
            assert!(
                out.contains("2026年1月5日のチェック"),
                "{args:?} {nothing:?} {out}"
            );
        }
        assert_eq!(desk.json(&["firms", "--json"])["firms"][0]["name"], "");
        assert_eq!(desk.json(&["list", "--json"])["cases"][0]["firm_name"], "");
    }
}

/// Two firms with much the same name, of which one is to be shown, and a file that cannot be read.
fn two_of_a_name() -> Desk {
    let mut twin = check("bbbb2222", 4, 2026);
    twin["title"] = "よそのチェック".into();
    Desk::new("ja")
        .with(
            "cases/aaaa2222.json",
            check("aaaa2222", 0, 2026).to_string(),
        )
        .with("cases/bbbb2222.json", twin.to_string())
        .with("cases/やまと精工 - コピー.json", "{")
}

#[test]
fn with_others_hidden_the_check_that_is_named_is_the_only_one_of_which_anything_is_said() {
    let desk = two_of_a_name();
    let asked = ["--plain", "--hide-others", "--case", "aaaa2222"];
    let told = desk.tell_when_given(&asked, &behind_the_notice("b\nb\nb\n"));
    let said = format!("{}{}", told.out, told.err);
    assert!(said.contains("2026年"), "{said}");
    for other in ["よそ", "bbbb2222", "04", "コピー"] {
        assert!(!said.contains(other), "{other}\n{said}");
    }
    // By lines the word hides, and asks before it shows.
    let desk = desk.with("settings.json", r#"{"format": 1, "firms": true}"#);
    let told = desk.tell_when_given(
        &["--plain", "--case", "aaaa2222"],
        &behind_the_notice("隠す\n隠す\n1\n"),
    );
    assert!(told.out.contains("これより前に出た行は"), "{}", told.out);
    assert!(told.out.contains("ほかの会社も出しますか"), "{}", told.out);
    let owner = two_of_a_name();
    let told = owner.tell_when_given(
        &["--plain", "--case", "aaaa2222"],
        &behind_the_notice("隠す\n"),
    );
    assert!(!told.out.contains("ほかの会社"), "{}", told.out);
}

#[test]
fn a_check_that_is_not_found_names_no_other_while_others_are_hidden() {
    let desk = two_of_a_name();
    let hidden = ["--plain", "--hide-others", "--case"];
    let errors = |desk: &Desk, args: &[&str]| {
        let told = desk.tell_when_given(args, "");
        assert_eq!(told.code, Some(1), "{}", told.out);
        told.err
    };
    for wanted in ["よそにない", "2026"] {
        let args = [&hidden[..], &[wanted]].concat();
        let said = errors(&desk, &args);
        for other in ["よその", "bbbb", "コピー"] {
            assert!(!said.contains(other), "{wanted}: {other}\n{said}");
        }
    }
    assert!(errors(&desk, &["--plain", "--case", "よそにない"]).contains("コピー"));
    let said = desk.done(&["firms", "--hide", "start"]);
    assert!(said.contains("--hide never"), "{said}");
    for args in [&["show"][..], &["show", "よそにない"], &["history", "2026"]] {
        let said = errors(&desk, args);
        assert!(!said.contains("コピー") && !said.contains("bbbb"), "{said}");
    }
    // In front of a client: no list, and not whoever was here last; nothing that could be taken for a whole answer.
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["firms"],
        &["firms", "--json"],
        &["bin"],
        &["show"],
        &["homework"],
        &["history"],
        &["export", "--format", "md"],
        &["hand", "--yes"],
        &["show", "a"],
        &["compare", "a", "b"],
    ] {
        let said = desk.refused(1, args);
        for other in [
            "やまと",
            "よその",
            "aaaa",
            "bbbb",
            "コピー",
            "ありません。\n「mamori」",
        ] {
            assert!(!said.contains(other), "{args:?} {other}: {said}");
        }
    }
    // Whoever is asked for by name is there; lists are where that is said.
    assert!(desk.done(&["show", "やまと精工00"]).contains("2026年"));
    let out = |args: &[&str]| desk.tell(args).out;
    assert!(out(&["list", "--show-others"]).contains("よその"));
    assert!(out(&["firms", "--show-others"]).contains("やまと精工04"));
    assert!(out(&["bin", "--show-others"]).contains("捨てた"));
    let start = desk
        .tell_when_given(&["--plain"], &behind_the_notice(""))
        .out;
    assert!(start.contains("ほかの会社は隠しています"), "{start}");
    assert!(!start.contains("前回の続き"), "{start}");
    desk.done(&["firms", "--hide", "never"]);
    assert!(errors(&desk, &["show", "よそにない"]).contains("コピー"));
}

#[test]
fn what_a_command_says_of_a_check_says_whose_it_is() {
    // Both are called by their year.
    let desk = [check("aaaa2222", 0, 2026), check("bbbb2222", 1, 2026)]
        .into_iter()
        .fold(Desk::new("ja"), |desk, check| {
            let name = format!("cases/{}.json", check["id"].as_str().expect("an id"));
            desk.with(&name, check.to_string())
        });
    let whose = "やまと精工00: 2026年";
    let out = desk.data().join("out.html").display().to_string();
    for args in [
        &["export", "aaaa2222", "--format", "html", "--output", &out][..],
        &["paper", "pledge", "aaaa2222", "--output", &out, "--replace"],
        &["paper", "list", "aaaa2222"],
        &["show", "aaaa2222"],
        &["compare", "aaaa2222", "bbbb2222"],
    ] {
        let told = desk.tell(args);
        assert!(told.out.contains(whose), "{args:?} {told:?}");
    }
    assert!(desk.refused(1, &["delete", "aaaa2222"]).contains(whose));
    let several = desk.refused(1, &["show", "2026年"]);
    assert!(
        several.contains(whose) && several.contains("サクラ電機01: 2026年"),
        "{several}"
    );
    // As it is said it is found.
    desk.done(&["delete", whose, "--yes"]);
    assert!(desk.done(&["bin"]).contains(whose));
}

#[test]
fn of_two_checks_beside_each_other_it_is_said_whose_they_are_and_which_is_the_older_one() {
    let desk = [
        check("aaaa2222", 0, 2025),
        check("bbbb2222", 0, 2026),
        check("cccc2222", 1, 2026),
    ]
    .into_iter()
    .fold(Desk::new("ja"), |desk, check| {
        let name = format!("cases/{}.json", check["id"].as_str().expect("an id"));
        desk.with(&name, check.to_string())
    });
    let [two_firms, newer_first] = ["別の会社のチェックです", "あとにはじめたチェックです"];
    for (before, after, strangers, swapped) in [
        ("aaaa2222", "bbbb2222", false, false),
        ("bbbb2222", "aaaa2222", false, true),
        ("aaaa2222", "cccc2222", true, false),
        ("cccc2222", "aaaa2222", true, true),
    ] {
        let told = desk.tell(&["compare", before, after]);
        assert_eq!(told.code, Some(0), "{told:?}");
        assert_eq!(told.err.contains(two_firms), strangers, "{told:?}");
        assert_eq!(told.err.contains(newer_first), swapped, "{told:?}");
    }
    let printed = desk.tell(&["compare", "aaaa2222", "cccc2222", "--json"]);
    let json: Value = serde_json::from_str(&printed.out).expect("JSON");
    assert_eq!(json["before"]["firm_name"], "やまと精工00");
    assert_eq!(json["after"]["firm_name"], "サクラ電機01");
}

#[test]
fn two_checks_of_the_firm_that_was_named_are_told_apart_also_while_others_are_hidden() {
    let desk = two_of_a_name()
        .with("settings.json", r#"{"format": 1, "hide_others": true}"#)
        .with(
            "cases/cccc2222.json",
            check("cccc2222", 0, 2025).to_string(),
        );
    // What cannot be read may be of another firm.
    let said = desk.refused(1, &["show", "精工00"]);
    assert!(!said.contains("aaaa2222"), "{said}");
    std::fs::remove_file(desk.data().join("cases/やまと精工 - コピー.json")).expect("removed");
    let said = desk.refused(1, &["show", "精工00"]);
    assert!(
        said.contains("aaaa2222") && said.contains("cccc2222"),
        "{said}"
    );
    assert!(!said.contains("bbbb2222"), "{said}");
    let said = desk.refused(1, &["show", "精工"]);
    assert!(
        !said.contains("aaaa2222") && !said.contains("bbbb2222"),
        "{said}"
    );
}

#[test]
fn where_the_workbook_counts_more_than_the_list_it_says_what_is_counted() {
    let desk = Desk::new("ja").with(
        "cases/aaaa2222.json",
        check("aaaa2222", 0, 2026).to_string(),
    );
    let listed = desk.json(&["firms", "--json"])["firms"][0]["gaps"].clone();
    let path = desk.data().join("s.xlsx").display().to_string();
    desk.done(&["firms", "--for", "self", "--output", &path]);
    let workbook = workbook(&path);
    // The second walk of the check has been begun.
    assert_eq!(listed, 16);
    assert!(workbook.contains("<v>22</v>"), "both walks");
    assert!(workbook.contains("はじめた質問集を全部合わせた数です"));
}

#[test]
fn a_report_for_word_has_nothing_in_empty_brackets() {
    let desk = two_of_a_name();
    for language in ["ja", "en"] {
        let path = desk.data().join("r.docx");
        let text = path.display().to_string();
        let args = [
            "export",
            "aaaa2222",
            "--format",
            "docx",
            "--replace",
            "--lang",
            language,
        ];
        desk.done(&[&args[..], &["--output", &text]].concat());
        let report = super::own_notes::inside(&path);
        assert!(
            report.contains("word/document.xml") && !report.contains(" ()<"),
            "{language}"
        );
    }
}

/// The texts of a workbook.
fn workbook(path: &str) -> String {
    let bytes = std::fs::read(path).expect("a file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        std::io::Read::read_to_string(&mut part, &mut all).expect("XML");
    }
    all
}

#[test]
fn a_workbook_over_all_firms_has_their_names_for_oneself_and_none_for_others() {
    let mut desk = Desk::new("ja");
    for (id, mut check) in forty() {
        let number: usize = id[3..].parse().expect("a number");
        check["firm"]["trade"] =
            ["casting", "plastics", "ZQX手書き"][[0, 1, 0, 1, 2][number % 5]].into();
        check["firm"]["size"] = ["1-5", "6-20"][number % 2].into();
        if number == 39 {
            check["firm"]["trade"] = "ZQX一社".into();
        }
        desk = desk.with(&format!("cases/{id}.json"), check.to_string());
    }
    let path = |name: &str| desk.data().join(name).display().to_string();
    let said = desk.done(&[
        "firms",
        "--for",
        "self",
        "--format",
        "xlsx",
        "--output",
        &path("s.xlsx"),
    ]);
    assert!(said.contains("40社"), "{said}");
    let own = workbook(&path("s.xlsx"));
    for number in 0..40 {
        assert!(own.contains(&name(number)), "{}", name(number));
    }
    // What it counts is printed to its end, and the firms of an item are no column of lines higher than a page.
    assert!(own.contains("<mergeCell ref=\"A2:E2\""));
    assert!(own.contains(&format!("{} / ", name(0))));
    desk.done(&["firms", "--for", "others", "--output", &path("o.xlsx")]);
    let others = workbook(&path("o.xlsx"));
    for number in 0..40 {
        assert!(!others.contains(&name(number)), "{}", name(number));
    }
    assert!(
        !others.contains("ZQX"),
        "what was written by hand may name a firm"
    );
    assert!(others.contains("鋳物") && others.contains("5社未満"));
    for made in [&own, &others] {
        let properties = made.split("<dcterms:created").nth(1);
        let created = properties.expect("when it was made");
        assert!(
            created.contains(">1970-01-01T00:00:00Z<"),
            "the clock of the machine: {}",
            &created[..60]
        );
    }
    desk.refused(
        1,
        &["firms", "--for", "others", "--output", &path("o.xlsx")],
    );
    desk.refused(2, &["firms", "--for", "others", "--json"]);
    let few = two_of_a_name();
    let said = few.refused(
        1,
        &["firms", "--for", "others", "--output", &path("few.xlsx")],
    );
    assert!(said.contains("5社より少ない"), "{said}");
}

#[test]
fn where_no_firm_has_a_check_before_this_one_no_nought_stands_for_then() {
    use calamine::{Data, Reader as _, Xlsx};
    let desk = Desk::new("ja").with(
        "cases/aaaa2222.json",
        check("aaaa2222", 0, 2026).to_string(),
    );
    let path = desk.data().join("s.xlsx").display().to_string();
    desk.done(&["firms", "--for", "self", "--output", &path]);
    let bytes = std::fs::read(path).expect("a file");
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("項目").expect("the items");
    let is_head = |cell: &Data| *cell == "前の数";
    let head = |row: &[Data]| row.iter().position(is_head);
    let (at, column) = sheet
        .rows()
        .enumerate()
        .find_map(|(at, row)| Some((at, head(row)?)))
        .expect("the column");
    let then: Vec<String> = sheet
        .rows()
        .skip(at + 1)
        .map(|row| row[column].to_string())
        .collect();
    assert!(
        then.len() > 10 && then.iter().all(String::is_empty),
        "{then:?}"
    );
}

/// A firm whose tasks stand in a walk that cannot be judged here was said to have nothing due, and the workbook left out a
/// check without its questions and called that done.
#[test]
fn what_cannot_be_judged_for_want_of_its_questions_is_not_told_as_nothing() {
    let mut partly = with_task(check("aaaa2222", 0, 2026), "2001-02-03");
    let walks = partly["walks"].as_object_mut().expect("walks");
    let of_a_body = walks["tics-minimum"].clone();
    walks.insert("of-a-body".to_owned(), of_a_body);
    let mut wholly = check("bbbb2222", 1, 2026);
    wholly["walk"] = "of-a-body".into();
    let desk = Desk::new("ja")
        .with("cases/aaaa2222.json", partly.to_string())
        .with("cases/bbbb2222.json", wholly.to_string())
        .with(
            "cases/cccc2222.json",
            check("cccc2222", 2, 2026).to_string(),
        );
    let rows = firms(&desk, 0);
    let overdue = |id: &str| {
        let row = rows.iter().find(|row| row["newest"] == id).expect("a row");
        row["overdue"].clone()
    };
    let found = ["aaaa2222", "bbbb2222", "cccc2222"].map(overdue);
    assert_eq!(found, [json!(null), json!(null), json!(0)]);
    let file = desk.data().join("firms.xlsx").display().to_string();
    let told = desk.tell(&["firms", "--for", "self", "--output", &file]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.out.contains("2社をまとめた表"), "{told:?}");
    assert!(
        told.err.contains("一部だけが入っているチェックが 2件"),
        "{told:?}"
    );
}
