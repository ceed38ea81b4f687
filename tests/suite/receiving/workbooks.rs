//! A workbook that came back, opened from the page of files that were sent.

use std::fs;

use mamori::app::action::{Action, Merging};
use mamori::pack_library::{PackLibrary, blank_workbook};
use mamori::questionnaire::case::Firm;
use mamori::questionnaire::id::{CaseId, FormId};

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

fn blank() -> Vec<u8> {
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    blank_workbook(&pack(), vec![FormId::new("paper")], &catalog, super::now()).bytes
}

fn open(person: &mut Person) {
    let path = person.path("downloads/back.xlsx").display().to_string();
    person.at_the_files();
    person.play(&format!("End Up Enter Ctrl-U <{path}> Enter"));
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
fn a_workbook_that_was_filled_is_in_the_list_and_opened_by_one_enter() {
    let mut person = person(true, |grid| {
        grid.set("q/tics-minimum/name-a-manager", "note", text("新しい人"));
    });
    // Of other workbooks nothing is said: neither of somebody's accounts, nor of what only ends like one.
    let mut other = Grid::of(&written(&begun(), &[pack()], "ja"));
    other.sheets.pop();
    fs::write(person.path("downloads/見積.xlsx"), other.bytes()).expect("a file");
    fs::write(person.path("downloads/cut.xlsx"), b"PK\x03\x04").expect("a file");
    person
        .at_the_files()
        .sees("書き込むExcel")
        .sees("back.xlsx");
    let screen = person.screen();
    assert!(
        !screen.contains("見積") && !screen.contains("cut.xlsx"),
        "{screen}"
    );
    person.play("Home Enter").sees("返ってきた答え");
}

#[test]
fn an_empty_workbook_that_came_back_is_listed_by_the_name_of_its_file() {
    let mut person = Person::new(&[], &[("さくら.xlsx", &blank())]);
    person.at_the_files().sees("さくら.xlsx");
    person.play("Home Enter");
    assert_eq!(
        person.message(),
        Some("received-new"),
        "{}",
        person.screen()
    );
    let case = person.case().expect("a check");
    let firm = case
        .firm
        .as_ref()
        .expect("a firm, so that notes on it can be kept");
    assert!(!firm.id.is_empty() && !firm.pseudonym.is_empty() && firm.id != firm.pseudonym);
    let firm = firm.clone();
    // The same once more is the same firm.
    person.play("o End Up Up");
    person.at_the_files().play("Home Enter");
    assert_eq!(person.case().and_then(|case| case.firm.clone()), Some(firm));
}

#[test]
fn while_one_firm_is_shown_alone_no_workbook_of_another_is() {
    let mut person = person(true, |_| {});
    fs::write(person.path("downloads/さくら.xlsx"), blank()).expect("a file");
    let mut of_another = begun();
    of_another.id = CaseId::new("bbbb2345");
    of_another.title = "よその工場".to_owned();
    of_another.firm = Some(Firm {
        id: "firmbbbb".to_owned(),
        ..Firm::default()
    });
    fs::write(
        person.path("downloads/other.xlsx"),
        written(&of_another, &[pack()], "ja"),
    )
    .expect("a file");
    person.at_the_files().sees("よその工場");
    person.session.app = person.session.app.clone().with_others_hidden(true);
    person.play("End Enter");
    let screen = person.screen();
    assert!(
        !screen.contains("よその工場") && !screen.contains("さくら"),
        "{screen}"
    );
}

#[test]
fn a_workbook_that_is_none_of_ours_is_told() {
    let mut person = person(true, |grid| {
        grid.sheets.pop();
    });
    open(&mut person);
    assert_eq!(person.message(), Some("received-not-a-check"));
    person.sees("書き込むExcelではありません");
}

#[test]
fn what_was_emptied_is_offered_to_be_taken_out_and_stays_unless_that_is_chosen() {
    let mut case = serde_json::to_value(begun()).expect("JSON");
    case["walks"]["tics-minimum"]["answers"] = serde_json::json!({"name-a-manager": {
        "given": null, "note": "辞令は来月",
    }});
    let here: mamori::questionnaire::case::Case =
        serde_json::from_value(case.clone()).expect("a case");
    let mut grid = Grid::of(&written(&here, &[pack()], "ja"));
    grid.clear("q/tics-minimum/name-a-manager", "note");
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", case.to_string().as_bytes())],
        &[("back.xlsx", &grid.bytes())],
    );
    let note = |person: &Person| {
        person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["answers"]["name-a-manager"]["note"]
            .clone()
    };
    open(&mut person);
    person.sees("空になっています。前のままに");
    let emptied = Action::Merge(Merging::Emptied);
    // Chosen and taken back, it is as it was.
    person.go_to(emptied).play("Enter");
    person.sees("消さずに前のままにする");
    person.play("Enter").sees("前に書いてあったことを消す");
    assert_eq!(note(&person), "辞令は来月");
    person.play("Enter");
    person.go_to(Action::Merge(Merging::Take)).play("Enter");
    assert_ne!(note(&person), "辞令は来月", "{}", person.screen());
    // What there was is one step back, and among the earlier versions.
    person.play("z");
    assert_eq!(note(&person), "辞令は来月", "{}", person.screen());
}
