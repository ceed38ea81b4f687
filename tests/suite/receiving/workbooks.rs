//! A workbook that came back, opened from the page of files that were sent.

use std::fs;

use super::Person;
use crate::workbooks::{Grid, begun, pack, text, written};

/// Whoever has the check, with its workbook as somebody has filled it.
fn person(is_here: bool, edit: impl FnOnce(&mut Grid)) -> Person {
    let case = serde_json::to_vec(&begun()).expect("JSON");
    let mut grid = Grid::of(&written(&begun(), &[pack()], "ja"));
    edit(&mut grid);
    let data: Vec<(&str, &[u8])> = vec![("cases/k7q2m4xw.json", &case)];
    let data = if is_here { data } else { Vec::new() };
    Person::new(&data, &[("back.xlsx", &grid.bytes())])
}

fn open(person: &mut Person) {
    let path = person.path("downloads/back.xlsx").display().to_string();
    person.at_the_files();
    person.play(&format!("Home Enter Ctrl-U <{path}> Enter"));
}

#[test]
fn what_was_filled_is_seen_with_its_findings_before_it_is_taken_in() {
    let mut person = person(true, |grid| {
        grid.set("q/tics-minimum/name-a-manager", "note", text("新しい人"));
        grid.set("q/tics-minimum/name-a-manager", "done", text("あした"));
    });
    open(&mut person);
    person
        .sees("返ってきた答え")
        .sees("シート こたえ、")
        .sees("「あした」は、日付として読めません");
    let walk =
        |person: &Person| person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["answers"].clone();
    assert_eq!(walk(&person), serde_json::json!({}));
    person.play("End Up Enter");
    let note = walk(&person)["name-a-manager"]["note"].clone();
    assert_eq!(note, "新しい人", "{}", person.screen());
}

#[test]
fn a_workbook_of_no_check_here_becomes_one_unless_some_of_it_cannot_be_read() {
    let mut clean = person(false, |grid| {
        grid.set("q/tics-minimum/name-a-manager", "note", text("新しい人"));
    });
    open(&mut clean);
    assert_eq!(clean.message(), Some("received-new"), "{}", clean.screen());
    let mut unclear = person(false, |grid| {
        grid.set("q/tics-minimum/name-a-manager", "done", text("あした"));
    });
    open(&mut unclear);
    assert_eq!(unclear.message(), Some("received-workbook-findings"));
    let cases = unclear.path("data/cases");
    let count = fs::read_dir(cases).expect("a folder").count();
    assert_eq!(count, 0);
}

#[test]
fn a_workbook_that_is_none_of_ours_is_told() {
    let mut person = person(true, |grid| {
        grid.sheets.pop();
    });
    open(&mut person);
    assert_eq!(person.message(), Some("received-not-a-check"));
    person.sees("書きこむExcelではありません");
}
