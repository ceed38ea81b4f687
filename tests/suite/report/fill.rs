//! The workbook to fill, as whoever fills it sees it: what stands in which cell, what can be changed, and that its hidden
//! sheet says no more than what is seen.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use calamine::Reader as _;
use mamori::pack_library::{PackLibrary, blank_workbook};
use mamori::questionnaire::id::FormId;
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::questionnaire::workbook::{Column, KEYS, Word};
use mamori::report::Report;
use mamori::report::xlsx::fill::{MadeOf, to_fill};

use super::promises::marked;
use super::xlsx::{Book, cells, open, part};
use super::{case, catalog, packs};

/// The case of the fixtures as a workbook to fill.
pub(super) fn filled(language: &str) -> Vec<u8> {
    let (packs, case) = (packs(), case());
    let report = Report::of(&case, &packs, Contents::of(Reader::Hand, None));
    to_fill(&report, &catalog(language), MadeOf::Check)
}

fn blank(language: &str) -> Vec<u8> {
    let [pack, _] = packs();
    let forms = vec![FormId::new("paper")];
    let now = Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment");
    blank_workbook(&pack, forms, &catalog(language), now).bytes
}

/// Its sheets, a line a row.
fn seen(bytes: Vec<u8>) -> String {
    let mut book = open(bytes);
    let mut text = String::new();
    for name in book.sheet_names() {
        writeln!(text, "== {name}").expect("a line");
        for row in cells(&mut book, &name) {
            let row: Vec<String> = row.iter().map(|cell| cell.replace('\n', " / ")).collect();
            writeln!(text, "{}", row.join(" | ").trim_end_matches([' ', '|'])).expect("a line");
        }
    }
    text
}

#[test]
fn a_check_to_fill_has_these_cells() {
    for language in ["ja", "en"] {
        insta::assert_snapshot!(format!("fill-{language}"), seen(filled(language)));
    }
}

#[test]
fn the_empty_questionnaire_has_these_cells_and_names_no_check() {
    for language in ["ja", "en"] {
        let text = seen(blank(language));
        let (_, hidden) = text.split_once("== mamori").expect("a hidden sheet");
        for absent in ["\ncase |", "\nrevision |", "\nfirm |", "-cell |"] {
            assert!(!hidden.contains(absent), "{absent}");
        }
        insta::assert_snapshot!(format!("fill-blank-{language}"), text);
    }
}

#[test]
fn what_is_confidential_stands_first_on_both_sheets() {
    for (language, said) in [("ja", "社外秘"), ("en", "onfidential")] {
        let mut book = open(filled(language));
        for sheet in [0, 1] {
            let name = book.sheet_names()[sheet].clone();
            let rows = cells(&mut book, &name);
            assert!(rows[1][1].contains(said), "{:?}", rows[1]);
        }
    }
}

/// The row of a name, and the column of a code.
fn place(rows: &[Vec<String>], row: &str, column: &str) -> Option<(usize, usize)> {
    let keys = rows.iter().find(|cells| cells[0] == KEYS)?;
    let column = keys.iter().position(|cell| cell == column)?;
    let row = rows.iter().position(|cells| cells[0] == row)?;
    Some((row, column))
}

#[test]
fn the_hidden_sheet_says_what_is_seen_and_no_more() {
    let (packs, case) = (packs(), marked());
    let report = Report::of(&case, &packs, Contents::of(Reader::Hand, None));
    let mut book = open(to_fill(&report, &catalog("ja"), MadeOf::Check));
    let [answers, records, hidden] = sheets(&mut book);
    let seen: BTreeSet<&String> = answers.iter().chain(&records).flatten().collect();
    let words: Vec<(&String, &String)> = hidden
        .iter()
        .filter(|line| line[0] == "word")
        .map(|line| (&line[1], &line[2]))
        .collect();
    let mut compared = 0;
    for line in &hidden {
        match line[0].as_str() {
            kind @ ("word-cell" | "text-cell" | "day-cell") => {
                let found = [&answers, &records]
                    .into_iter()
                    .find_map(|rows| place(rows, &line[1], &line[2]).map(|(r, c)| &rows[r][c]));
                let found = found.unwrap_or_else(|| panic!("{line:?}"));
                let value = match kind {
                    "word-cell" => {
                        let mut words = words.iter();
                        let (_, word) = words.find(|(code, _)| **code == line[3]).expect("a word");
                        (*word).clone()
                    }
                    "day-cell" => {
                        assert!(found.starts_with("date "), "{found}");
                        found.clone()
                    }
                    _ => line[3].clone(),
                };
                assert_eq!(*found, value, "{line:?}");
                compared += 1;
            }
            "title" => assert!(seen.iter().any(|cell| cell.contains(&line[1]))),
            // Ids, numbers and words.
            "mamori" | "case" | "revision" | "firm" | "pack" | "form" | "word" => {}
            other => panic!("{other}"),
        }
    }
    assert!(compared > 10, "{compared}");
    assert_eq!(words.len(), Word::ALL.len());
}

fn sheets(book: &mut Book) -> [Vec<Vec<String>>; 3] {
    let names = book.sheet_names();
    assert_eq!(names.len(), 3);
    [0, 1, 2].map(|at| cells(book, &names[at]))
}

/// The places of cells whose style leaves them open.
fn open_cells(bytes: &[u8], sheet: &str) -> BTreeSet<String> {
    let styles = part(bytes, "xl/styles.xml");
    let (_, styles) = styles.split_once("<cellXfs").expect("styles");
    let (styles, _) = styles.split_once("</cellXfs>").expect("their end");
    let open: Vec<bool> = styles
        .split("<xf ")
        .skip(1)
        .map(|style| style.contains("locked=\"0\""))
        .collect();
    let sheet = part(bytes, sheet);
    let cells = sheet.split("<c r=\"").skip(1);
    let is_open = |cell: &&str| {
        let style = cell.split_once(" s=\"").and_then(|(place, rest)| {
            let style = rest.split('"').next()?.parse::<usize>().ok()?;
            (!place.contains('>')).then_some(style)
        });
        style.is_some_and(|style| open[style])
    };
    let name = |cell: &str| cell.split('"').next().unwrap_or_default().to_owned();
    cells.filter(is_open).map(name).collect()
}

#[test]
fn only_what_is_to_fill_can_be_changed_and_no_password_is_needed_for_the_rest() {
    let bytes = filled("ja");
    for sheet in 1..=3 {
        let text = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let (_, protection) = text
            .split_once("<sheetProtection ")
            .expect("it is protected");
        let (protection, _) = protection.split_once("/>").expect("its end");
        assert!(protection.contains("sheet=\"1\""), "{protection}");
        for secret in ["password", "hash", "salt"] {
            assert!(!protection.contains(secret), "{protection}");
        }
    }
    let mut book = open(bytes.clone());
    let [answers, _, _] = sheets(&mut book);
    let open = open_cells(&bytes, "xl/worksheets/sheet1.xml");
    let letter = |column: usize| char::from(b'A' + u8::try_from(column).expect("few columns"));
    for (at, cells) in answers.iter().enumerate() {
        for column in Column::ALL {
            let Some((_, place)) = place(&answers, &cells[0], column.code()) else {
                continue;
            };
            let name = format!("{}{}", letter(place), at + 1);
            let kind = cells[0].split('/').next().unwrap_or_default();
            let expected = match (kind, column) {
                ("p" | "firm" | "by", Column::Answer) | ("q", _) => true,
                ("firm" | "by", Column::Reason | Column::Note) => continue,
                _ => false,
            };
            // A reason only where there can be one.
            if (kind, column) != ("q", Column::Reason) {
                assert_eq!(open.contains(&name), expected, "{name} {}", cells[0]);
            }
        }
    }
    assert!(open_cells(&bytes, "xl/worksheets/sheet3.xml").is_empty());
    let hidden = part(&bytes, "xl/workbook.xml");
    assert!(hidden.contains("name=\"mamori\" sheetId=\"3\" state=\"hidden\""));
}

#[test]
fn a_point_offers_none_here_only_where_its_pack_does() {
    let mut library = PackLibrary::new(None);
    let id = library.first_pack();
    let pack = library.pack(&id).expect("a pack");
    let now = Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment");
    let forms = vec![FormId::new("data")];
    let bytes = blank_workbook(&pack, forms, &catalog("en"), now).bytes;
    let text = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(text.contains("Yes,No,None here"));
    assert!(text.contains("&quot;Yes,No&quot;") || text.contains("\"Yes,No\""));
    assert!(text.contains("In place,Partly in place,Not in place,Do not know,Does not apply"));
}
