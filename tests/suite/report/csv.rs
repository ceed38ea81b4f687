//! CSV, read back as a spreadsheet reads it.

use csv::ReaderBuilder;
use mamori::report::Report;
use mamori::report::csv::csv;
use proptest::prelude::*;
use serde_json::json;

use super::{case, catalog, packs};

/// The rows of a file, the heading first.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .expect("a byte order mark");
    ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text)
        .records()
        .map(|record| record.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn it_has_one_row_a_question_and_as_many_cells_in_each() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    let questions: usize = report.results.iter().map(|result| result.items.len()).sum();
    let rows = rows(&csv(&report, &catalog("ja")));
    assert_eq!(rows.len(), questions + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let names: std::collections::BTreeSet<_> = rows[0].iter().collect();
    assert_eq!(names.len(), rows[0].len(), "two columns have one name");
}

#[test]
fn lines_end_with_crlf_outside_cells_and_with_lf_inside() {
    let (packs, mut case) = (packs(), case());
    case.title = "一行め\r\n二行め\r三行め".to_owned();
    let text = String::from_utf8(csv(&Report::new(&case, &packs), &catalog("ja"))).expect("UTF-8");
    assert!(text.ends_with("\r\n"));
    assert!(text.contains("\"一行め\n二行め\n三行め\""), "{text}");
    let rows = rows(text.as_bytes());
    assert_eq!(text.matches("\r\n").count(), rows.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_starts_a_formula_or_holds_a_control_character(
        texts in proptest::collection::vec("[=+@\\t\\r\\n＝＋－＠−\u{3000} \\-\\PC\\p{Cc}]{0,5}", 6),
    ) {
        let packs = packs();
        let mut raw = serde_json::to_value(case()).expect("JSON");
        raw["title"] = texts[0].clone().into();
        let answers = &mut raw["walks"]["small"]["answers"];
        answers["first"]["note"] = texts[1].clone().into();
        answers["later"]["given"] = json!({"not-applicable": format!("{}。", texts[2])});
        answers["first"]["task"] = json!({"measure": null, "who": texts[3], "by": texts[4]});
        let case = serde_json::from_value(raw).expect("a case");
        for row in rows(&csv(&Report::new(&case, &packs), &catalog("ja"))) {
            for cell in row {
                let first = cell.trim_start().chars().next().unwrap_or('a');
                prop_assert!(!"=+-@＝＋－＠−".contains(first), "{:?}", cell);
                prop_assert!(!cell.contains(|c: char| c.is_control() && c != '\n'), "{:?}", cell);
                prop_assert!(!cell.starts_with('\n'), "{:?}", cell);
            }
        }
    }
}
