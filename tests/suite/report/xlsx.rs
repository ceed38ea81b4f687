//! XLSX, read back by another library cell by cell, and its parts where no library looks.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::id::{FormId, PackId};
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::reader::Contents;
use mamori::report::Report;
use mamori::report::xlsx::xlsx;
use mamori::text::Message;
use mamori::text::catalog::{Catalog, LanguageSource};
use proptest::prelude::*;
use zip::ZipArchive;

use super::hostile::case_saying;
use super::{case, catalog, packs};

pub(super) type Book = Xlsx<Cursor<Vec<u8>>>;

pub(super) fn open(bytes: Vec<u8>) -> Book {
    open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook")
}

/// The cells of a sheet from A1 on, as text.
pub(super) fn cells(book: &mut Book, sheet: &str) -> Vec<Vec<String>> {
    let range = book.worksheet_range(sheet).expect("a sheet");
    let (rows, columns) = range.end().expect("a cell");
    (0..=rows)
        .map(|row| {
            let cell = |column| match range.get_value((row, column)) {
                None | Some(Data::Empty) => String::new(),
                Some(Data::String(text)) => text.clone(),
                Some(Data::Float(number)) => number.to_string(),
                Some(Data::Int(number)) => number.to_string(),
                Some(Data::DateTime(date)) => format!("date {}", date.as_f64()),
                Some(other) => panic!("{sheet} {row} {column}: {other:?}"),
            };
            (0..=columns).map(cell).collect()
        })
        .collect()
}

/// The rows below the names of a table's columns.
fn table(book: &mut Book, sheet: &str) -> Vec<Vec<String>> {
    cells(book, sheet).split_off(4)
}

pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut part = archive
        .by_name(name)
        .unwrap_or_else(|_| panic!("no part {name}"));
    part.read_to_string(&mut text).expect("text");
    text
}

fn parts(bytes: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names = archive.file_names();
    names
        .map(|name| name.expect("a name").into_owned())
        .collect()
}

/// Every text in it: cells, names of sheets, properties, charts.
pub(crate) fn text(bytes: &[u8]) -> String {
    // Relations have addresses of formats in them, and no text of anybody's.
    let names = parts(bytes);
    let texts = names.iter().filter(|name| !name.contains("rels"));
    texts.map(|name| part(bytes, name)).collect()
}

fn small() -> Vec<u8> {
    let (packs, case) = (packs(), case());
    xlsx(&Report::new(&case, &packs), &catalog("en"))
}

#[test]
fn its_sheets_are_named_in_the_users_language() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for (language, expected) in [
        (
            "ja",
            [
                "まとめ",
                "すること",
                "確かめること",
                "答え",
                "そろえる記録",
                "守る情報",
                "この結果について",
            ],
        ),
        (
            "en",
            [
                "Summary",
                "What to do",
                "To find out",
                "Answers",
                "Records",
                "What to protect",
                "About this result",
            ],
        ),
    ] {
        assert_eq!(
            open(xlsx(&report, &catalog(language))).sheet_names(),
            expected
        );
    }
}

#[test]
fn the_summary_begins_with_the_notice_and_has_the_numbers_of_the_chart() {
    let summary = cells(&mut open(small()), "Summary");
    assert_eq!(summary[0][0], "This is a self-check, not a certification.");
    let at = summary
        .iter()
        .position(|row| row[0] == "Section")
        .expect("a table");
    assert_eq!(
        summary[at][3..],
        [
            "In place",
            "Partly in place",
            "Not in place",
            "Do not know",
            "Does not apply",
            "Not answered yet"
        ]
    );
    let rows: Vec<Vec<&str>> = summary[at + 1..at + 5]
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    assert_eq!(
        rows,
        [
            [
                "One",
                "1-1",
                "as the source says",
                "0",
                "1",
                "0",
                "0",
                "0",
                "0"
            ],
            ["Two", "", "not confirmed", "0", "0", "0", "1", "0", "0"],
            [
                "Three",
                "",
                "compared by somebody on 2026-01-31",
                "0",
                "0",
                "0",
                "0",
                "1",
                "0"
            ],
            ["Total", "", "", "0", "1", "0", "1", "1", "0"],
        ]
    );
}

#[test]
fn the_tasks_are_those_of_the_plan_in_their_order() {
    let steps = table(&mut open(small()), "What to do");
    let found: Vec<String> = steps.iter().map(|row| row.join(" | ")).collect();
    let cost = "0 yen to under 10,000 yen | within an hour | note";
    assert_eq!(
        found,
        [
            format!(
                "1 | first | board | first | Because | 1 | {cost} |  |  | not yet |  | A small pack"
            ),
            // The 23rd of November 2026, as Excel counts days.
            format!(
                "1 | first | board | later | Because | 1 | {cost} | 社長 | 1か月後 | done | date 46349 | A small pack"
            ),
            format!(
                "2 | first | board | lead | Because | 3 | {cost} | =社長 |  | not yet |  | A small pack"
            ),
        ]
    );
}

#[test]
fn the_answers_are_all_of_them_with_what_is_open() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let catalog = catalog("en");
    let answers = table(&mut open(xlsx(&report, &catalog)), "Answers");
    let items: Vec<_> = report
        .results
        .iter()
        .flat_map(|result| &result.items)
        .collect();
    assert_eq!(answers.len(), items.len());
    for (row, item) in answers.iter().zip(items) {
        let (in_place, points) = item.points();
        assert_eq!(row[4], item.question.label.get(&["en"]));
        assert_eq!(row[7..9], [in_place.to_string(), points.to_string()]);
        assert_eq!(row[11], item.reason().unwrap_or_default());
        assert_eq!(row[12].is_empty(), item.note().is_empty());
        assert_eq!(row[13] == "flag", item.is_flagged());
        let open = row[9].lines().count();
        let by_points = matches!(
            item.outcome,
            Outcome::Partly | Outcome::NotMet | Outcome::Met
        );
        assert_eq!(open, if by_points { points - in_place } else { 0 });
    }
    assert_eq!(answers[0][12], "辞令は来月\n吉田さんに確認2J");
}

// Only here: a number of another scheme is a hint, and no report says that the firm meets it.
#[test]
fn numbers_of_other_schemes_stand_beside_the_answers_as_a_reading() {
    let mut library = PackLibrary::new(None);
    let packs = ["tics-minimum", "tics-2024-additions"]
        .map(|id| library.pack(&PackId::new(id)).expect("a built-in pack"));
    let mut case = case();
    case.forms = ["paper", "object"].map(FormId::new).to_vec();
    let report = Report::new(&case, &packs);
    let answers = table(&mut open(xlsx(&report, &catalog("ja"))), "答え");
    let of = |label: &str| {
        let row = answers.iter().find(|row| row[4] == label);
        row.expect("a row")[14].clone()
    };
    let said = of("守る情報の一覧");
    assert!(said.contains("3-1-4-1, 3-1-4-3"), "{said}");
    assert!(said.contains("この道具の読み、未確認"), "{said}");
    assert_eq!(of("モノの保管"), "");
}

#[test]
fn the_records_and_the_list_of_what_to_protect_are_in_it() {
    let mut book = open(small());
    let there: Vec<String> = table(&mut book, "Records")
        .into_iter()
        .map(|row| row[3].clone())
        .collect();
    assert_eq!(there, ["not yet", "not yet", "there", "not yet", "not yet"]);
    assert_eq!(
        table(&mut book, "What to protect"),
        [
            [
                "1",
                "加工図面",
                "Paper",
                "事務所の棚",
                "entrusted to us (大田の得意先)",
                "社長、工場長",
                "秘"
            ],
            ["2", "試作品 | 2号", "", "", "not decided yet", "", ""],
        ]
    );
}

#[test]
fn what_to_do_can_be_filtered_ticked_and_printed() {
    let bytes = small();
    let steps = part(&bytes, "xl/worksheets/sheet2.xml");
    for expected in [
        "<autoFilter ref=\"A4:N7\"/>",
        "<pane ySplit=\"4\"",
        "type=\"list\"",
        "\"done,not yet\"",
        "sqref=\"L5:L7\"",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "customHeight=\"1\"",
    ] {
        assert!(steps.contains(expected), "{expected} is not in\n{steps}");
    }
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("'What to do'!$1:$4"), "{workbook}");
    assert!(workbook.contains("'What to do'!$A$1:$N$7"), "{workbook}");
    let names = parts(&bytes);
    assert!(
        names.contains(&"xl/charts/chart2.xml".to_owned()),
        "{names:?}"
    );
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert_eq!(chart.matches("<c:ser>").count(), 5);
    assert!(chart.contains("Summary!$D$15:$D$17"), "{chart}");
}

#[test]
fn the_same_report_gives_the_same_bytes_with_the_time_of_the_case() {
    let bytes = small();
    assert!(bytes == small());
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains(">2026-11-24T00:05:30Z<"), "{core}");
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
}

#[test]
fn an_empty_walk_and_an_anonymous_one_make_a_workbook_too() {
    let packs = packs();
    let mut case = case();
    case.walks.clear();
    case.information.clear();
    let mut book = open(xlsx(&Report::new(&case, &packs), &catalog("ja")));
    assert_eq!(table(&mut book, "答え").len(), 6);
    assert!(cells(&mut book, "すること").len() == 4, "the names alone");
    let without = anonymous(&self::case());
    let bytes = xlsx(
        &Report::of(&without, &packs, Contents::default().anonymous()),
        &catalog("ja"),
    );
    assert!(!text(&bytes).contains("本社工場"));
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_says_so() {
    let packs = packs();
    let case = case_saying(&"長い𠮷".repeat(20_000));
    let mut book = open(xlsx(&Report::new(&case, &packs), &catalog("ja")));
    let answers = table(&mut book, "答え");
    assert!(answers[0][12].ends_with("(長いので、ここまで)"));
}

#[test]
fn names_of_sheets_that_excel_refuses_are_made_to_fit() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let ours = mamori::assets::language_source("ja", None).0;
    let theirs = "sheet-summary = [a]:*?/\\'\nsheet-tasks = \nsheet-answers = 同じ\nsheet-records = 同じ\n\
        sheet-certain = あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめも\n\
        tasks-done = 済み,\"\n";
    let source = LanguageSource {
        overrides: vec![("theirs.ftl".to_owned(), theirs.to_owned())],
        ..ours
    };
    let (catalog, _) = Catalog::new(vec![source]);
    let names = open(xlsx(&report, &catalog)).sheet_names();
    assert_eq!(names.len(), 7);
    assert_eq!(names[0], "a");
    assert_eq!(names[3..5], ["同じ", "5"]);
    assert_eq!(names[6].chars().count(), 31);
    assert_eq!(catalog.message(&Message::new("sheet-answers")), "同じ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_stands_in_a_cell_as_text(
        text in "[=+@\\-＝]?(\\PC|_x0041_|[&<>\"'\\p{Cc}]|https://a\\.jp){0,12}",
    ) {
        let packs = packs();
        let case = case_saying(&format!("{text}。"));
        let mut book = open(xlsx(&Report::new(&case, &packs), &catalog("ja")));
        for sheet in book.sheet_names() {
            if let Ok(formulas) = book.worksheet_formula(&sheet) {
                prop_assert_eq!(formulas.used_cells().count(), 0, "{}", sheet);
            }
        }
        let expected = mamori::text::width::clean_multiline(&format!("{text}。")).into_owned();
        let things = table(&mut book, "守る情報");
        prop_assert_eq!(&things[0][1], &expected);
        let steps = table(&mut book, "すること");
        prop_assert_eq!(&steps[0][9], &expected);
    }
}
