//! A workbook to fill, from outside: written, filled, read in and merged; what is asked, refused and left as it was.

use std::fs;

use serde_json::{Value, json};

use super::{CASE, Desk, Told};
use crate::workbooks::{Grid, text};

const MANAGER: &str = "q/tics-minimum/name-a-manager";
const PLACE: &str = "q/tics-minimum/know-form-and-place";

/// A check whose manager is named, and nothing else answered.
fn case() -> Value {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    let walk = &mut case["walks"]["tics-minimum"];
    walk["version"] = json!("1.1.0");
    walk["answers"] = json!({"name-a-manager": {
        "given": {"points": {"written": false, "decided": false, "known": false}}, "none": [],
        "answered": "2026-11-20T16:45:10+09:00", "note": "辞令は来月",
    }});
    case["walks"] = json!({"tics-minimum": walk.clone()});
    case["walk"] = json!("tics-minimum");
    case
}

fn desk(language: &'static str) -> Desk {
    Desk::new(language).with("cases/k7q2m4xw.json", case().to_string())
}

fn file(desk: &Desk) -> String {
    let path = desk.data().join("back.xlsx");
    path.to_str().expect("a plain path").to_owned()
}

/// The check as a workbook that somebody has filled.
fn filled(desk: &Desk, edit: impl FnOnce(&mut Grid)) -> String {
    let file = file(desk);
    let args = [
        "export",
        "k7q2m4xw",
        "--format",
        "xlsx",
        "--fill",
        "--replace",
    ];
    let told = desk.tell(&[&args[..], &["--output", &file]].concat());
    assert_eq!(told.code, Some(0), "{told:?}");
    let mut grid = Grid::of(&fs::read(&file).expect("a workbook"));
    edit(&mut grid);
    fs::write(&file, grid.bytes()).expect("a file");
    file
}

fn saved(desk: &Desk) -> Value {
    let bytes = fs::read(desk.data().join("cases/k7q2m4xw.json")).expect("a file");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn answer(desk: &Desk, question: &str) -> Value {
    saved(desk)["walks"]["tics-minimum"]["answers"][question].clone()
}

fn says(told: &Told, code: i32, words: &[&str]) {
    assert_eq!(told.code, Some(code), "{told:?}");
    let all = format!("{}{}", told.out, told.err);
    for word in words {
        assert!(all.contains(word), "{word}\n{all}");
    }
}

#[test]
fn what_was_filled_comes_into_the_check_and_twice_is_once() {
    for (language, done, nothing) in [
        ("ja", "取り込みました", "取り込むものはありません"),
        ("en", "Taken into", "There is nothing to take into"),
    ] {
        let desk = desk(language);
        let file = filled(&desk, |grid| {
            let word = if language == "ja" {
                "できている"
            } else {
                "In place"
            };
            grid.set(PLACE, "answer", text(word));
            grid.set(MANAGER, "note", text("辞令は来週"));
            grid.set("by", "answer", text("佐藤"));
        });
        says(&desk.tell(&["import", &file]), 0, &[done]);
        assert_eq!(answer(&desk, "know-form-and-place")["answered_by"], "佐藤");
        assert_eq!(answer(&desk, "name-a-manager")["note"], "辞令は来週");
        let after = saved(&desk);
        says(&desk.tell(&["import", &file]), 0, &[nothing]);
        says(&desk.tell(&["merge", "k7q2m4xw", &file]), 0, &[nothing]);
        assert_eq!(saved(&desk), after);
    }
}

#[test]
fn an_answer_that_became_better_is_looked_at_first() {
    for (language, word) in [("ja", "できている"), ("en", "In place")] {
        let desk = desk(language);
        let file = filled(&desk, |grid| {
            grid.set(MANAGER, "answer", text(word));
            for point in ["written", "decided", "known"] {
                let yes = if language == "ja" { "はい" } else { "Yes" };
                grid.set(
                    &format!("p/tics-minimum/name-a-manager/{point}"),
                    "answer",
                    text(yes),
                );
            }
        });
        let before = saved(&desk);
        let how = format!("mamori merge k7q2m4xw {file} --yes");
        says(&desk.tell(&["import", &file]), 1, &[&how]);
        assert_eq!(saved(&desk), before);
        says(&desk.tell(&["merge", "k7q2m4xw", &file]), 1, &["--yes"]);
        says(&desk.tell(&["merge", "k7q2m4xw", &file, "--yes"]), 0, &[]);
        assert_eq!(
            answer(&desk, "name-a-manager")["given"]["points"]["known"],
            true
        );
    }
}

#[test]
fn what_both_have_changed_is_listed_and_nothing_is_written() {
    let desk = desk("ja");
    let file = filled(&desk, |grid| grid.set(MANAGER, "who", text("佐藤")));
    let mut changed = case();
    changed["revision"] = json!(90);
    changed["walks"]["tics-minimum"]["answers"]["name-a-manager"]["task"] = json!({"who": "吉田"});
    let desk = desk.with("cases/k7q2m4xw.json", changed.to_string());
    let how = format!("mamori merge k7q2m4xw {file} に、--ours");
    says(&desk.tell(&["import", &file]), 1, &["吉田", "佐藤", &how]);
    assert_eq!(saved(&desk), changed);
    says(
        &desk.tell(&["merge", "k7q2m4xw", &file, "--theirs"]),
        0,
        &[],
    );
    assert_eq!(answer(&desk, "name-a-manager")["task"]["who"], "佐藤");
}

#[test]
fn findings_are_told_cell_by_cell_and_to_other_programs() {
    let desk = desk("ja");
    let file = filled(&desk, |grid| {
        grid.set(PLACE, "answer", text("たぶん"));
        grid.set(MANAGER, "note", text("辞令は来週"));
    });
    let told = desk.tell(&["merge", "k7q2m4xw", &file, "--json"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    let finding = &told["findings"][0];
    assert_eq!(finding["kind"], "unknown_word");
    assert_eq!(finding["sheet"], "こたえ");
    let cell = finding["cell"].as_str().expect("a cell");
    let said = finding["said"].as_str().expect("a sentence");
    assert!(
        said.starts_with(&format!("シート こたえ、{cell}: 「たぶん」")),
        "{said}"
    );
    let docs = include_str!("../../../docs/JSON.md");
    for (member, _) in finding.as_object().expect("members") {
        assert!(docs.contains(&format!("`{member}`")), "{member}");
    }
}

#[test]
fn what_was_emptied_stays_unless_that_is_said() {
    let desk = desk("en");
    let file = filled(&desk, |grid| grid.clear(MANAGER, "note"));
    let before = saved(&desk);
    says(
        &desk.tell(&["import", &file]),
        0,
        &["is empty now", "--emptied"],
    );
    assert_eq!(saved(&desk), before);
    says(
        &desk.tell(&["merge", "k7q2m4xw", &file, "--emptied"]),
        0,
        &[],
    );
    assert_eq!(answer(&desk, "name-a-manager")["note"], Value::Null);
}

#[test]
fn the_empty_questionnaire_becomes_a_check_once() {
    let desk = Desk::new("ja");
    let file = file(&desk);
    let args = ["export", "--blank", "--format", "xlsx", "--forms", "paper"];
    says(
        &desk.tell(&[&args[..], &["--output", &file]].concat()),
        0,
        &["空の質問"],
    );
    let mut grid = Grid::of(&fs::read(&file).expect("a workbook"));
    grid.set("firm", "answer", text("やまと精工"));
    grid.set(PLACE, "answer", text("できていない"));
    fs::write(&file, grid.bytes()).expect("a file");
    says(
        &desk.tell(&["import", &file]),
        0,
        &["「やまと精工」を読み込みました", "答え 1件"],
    );
    says(
        &desk.tell(&["import", &file]),
        0,
        &["取り込むものはありません"],
    );
    let cases = fs::read_dir(desk.data().join("cases")).expect("a folder");
    let cases = cases.filter(|entry| {
        let name = entry.as_ref().expect("an entry").file_name();
        name.to_string_lossy().ends_with(".json")
    });
    assert_eq!(cases.count(), 1);
    // It is nobody's check: into another one only when that is said.
    let desk = desk.with("cases/k7q2m4xw.json", case().to_string());
    says(
        &desk.tell(&["merge", "k7q2m4xw", &file]),
        1,
        &["--different"],
    );
    assert_eq!(saved(&desk), case());
    says(
        &desk.tell(&["merge", "k7q2m4xw", &file, "--different"]),
        0,
        &[],
    );
}

#[test]
fn a_workbook_takes_no_checks_place_and_nothing_is_merged_into_it() {
    let desk = desk("ja");
    let file = filled(&desk, |_| {});
    let before = saved(&desk);
    says(
        &desk.tell(&["import", &file, "--replace"]),
        2,
        &["--replace"],
    );
    says(
        &desk.tell(&["merge", &file, "k7q2m4xw"]),
        1,
        &["Excelには合わせられません"],
    );
    assert_eq!(saved(&desk), before);
    says(
        &desk.tell(&["import", &file, "--new"]),
        0,
        &["新しいチェック"],
    );
    assert_eq!(saved(&desk), before);
}

#[test]
fn a_file_that_is_no_workbook_to_fill_is_told_in_words() {
    for (language, not_ours, cut_off, damaged) in [
        (
            "ja",
            "書き込むExcelではありません",
            "途中で切れています",
            "こわれていて",
        ),
        (
            "en",
            "not a workbook to fill that mamori has made",
            "its end is missing",
            "is damaged and",
        ),
    ] {
        let desk = desk(language);
        let file = file(&desk);
        let args = ["export", "k7q2m4xw", "--format", "xlsx", "--output", &file];
        assert_eq!(desk.tell(&args).code, Some(0));
        says(&desk.tell(&["import", &file]), 1, &[not_ours, &file]);
        let bytes = fs::read(&file).expect("a workbook");
        fs::write(&file, &bytes[..bytes.len() / 3]).expect("a file");
        says(&desk.tell(&["import", &file]), 1, &[cut_off]);
        says(&desk.tell(&["merge", "k7q2m4xw", &file]), 1, &[cut_off]);
        // To its end, and changed on the way.
        let mut changed = bytes;
        let middle = changed.len() / 2;
        changed[middle..middle + 20].fill(0);
        fs::write(&file, &changed).expect("a file");
        says(&desk.tell(&["import", &file]), 1, &[damaged]);
        assert_eq!(saved(&desk), case());
    }
}

#[test]
fn of_several_workbooks_at_once_each_is_said_to_be_read_in_by_itself() {
    let desk = desk("ja");
    let [one, two] = ["eins.xlsx", "zwei.xlsx"].map(|name| {
        let path = desk.data().join(name).display().to_string();
        desk.done(&["export", "--format", "xlsx", "--fill", "--output", &path]);
        path
    });
    let told = desk.tell(&["import", &one, &two]);
    assert_eq!(told.code, Some(1), "{told:?}");
    for path in [&one, &two] {
        let how = format!("mamori import {path}");
        assert!(told.out.contains(&how), "{told:?}");
    }
    assert!(
        !told.out.contains("チェックとして読み込めません"),
        "{told:?}"
    );
    let told = desk.tell(&["import", "--json", &one, &two]);
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(told["files"][1]["state"], "workbook");
    assert_eq!(told["counts"]["workbook"], 2);
}
