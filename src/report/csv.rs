//! A report as CSV for Excel: UTF-8 with a byte order mark, CRLF, one row a question, then one for each answer that has no home in the pack.
//! No cell can start a formula, and no control character is in any.

use ::csv::{Terminator, WriterBuilder};

use super::Report;
use super::row::{Row, record_state, rows, starts_a_formula, topic_name};
use crate::questionnaire::carry::Orphan;
use crate::questionnaire::case::PointState;
use crate::questionnaire::result::WalkResult;
use crate::text::catalog::Catalog;
use crate::text::names::{cost_name, effort_name, outcome_name};
use crate::text::orphans::{orphan_id, orphan_message, orphan_why, orphan_words};
use crate::text::{Message, Text};

/// The columns' names in the locales, in the order in which they stand.
const COLUMNS: [&str; 29] = [
    "column-notice",
    "column-case",
    "column-title",
    "column-pack",
    "column-version",
    "column-number",
    "column-question-id",
    "column-section",
    "column-place",
    "column-topic",
    "column-label",
    "column-question",
    "column-outcome-code",
    "column-outcome",
    "column-points-in-place",
    "column-points",
    "column-points-none",
    "column-reason",
    "column-note",
    "column-flag",
    "column-order",
    "column-measure",
    "column-cost",
    "column-effort",
    "column-record",
    "column-record-there",
    "column-who",
    "column-by",
    "column-done",
];

/// The report as the bytes of a file.
///
/// # Panics
/// Never: writing to memory cannot fail.
#[must_use]
pub fn csv(report: &Report<'_>, catalog: &Catalog) -> Vec<u8> {
    // Without it Excel takes the file for Shift_JIS.
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(&mut bytes);
    let mut write = |cells: &[String; COLUMNS.len()]| {
        let cells = cells.each_ref().map(|cell| harmless(cell));
        writer.write_record(&cells).expect("memory takes it");
    };
    write(&COLUMNS.map(|column| catalog.message(&Message::new(column))));
    for result in &report.results {
        let notice = report.notice_of(result, catalog).join(" ");
        for row in rows(report, result) {
            write(&cells(report, result, &row, &notice, catalog));
        }
        for orphan in report.orphans(result) {
            write(&orphan_cells(report, result, &orphan, &notice, catalog));
        }
    }
    writer.flush().expect("memory takes it");
    drop(writer);
    bytes
}

fn cells(
    report: &Report<'_>,
    result: &WalkResult<'_>,
    row: &Row<'_>,
    notice: &str,
    catalog: &Catalog,
) -> [String; COLUMNS.len()] {
    let said = |text: Text<'_>| catalog.text(&text).into_owned();
    let named = |id| catalog.message(&Message::new(id));
    let question = row.item.question;
    let (in_place, points) = row.item.points();
    let none = row.item.points_that_are(PointState::None);
    let none: Vec<String> = none.map(|point| said((&point.text).into())).collect();
    let measure = row.measure();
    let flag = row.item.is_flagged().then(|| named("check-flag"));
    let records = row.records.iter();
    let there = records
        .clone()
        .map(|record| catalog.message(&record_state(record.is_there)));
    let (who, by, done) = row.agreed();
    [
        notice.to_owned(),
        report.case.id.to_string(),
        said(report.title()),
        result.pack.id.to_string(),
        result.pack.version.clone(),
        row.number.to_string(),
        question.id.to_string(),
        said((&row.section.title).into()),
        said(row.section.legal_ref.as_deref().unwrap_or_default().into()),
        catalog.message(&topic_name(row.section)),
        said((&question.label).into()),
        said((&question.text).into()),
        row.item.outcome.code().to_owned(),
        catalog.message(&outcome_name(row.item.outcome)),
        in_place.to_string(),
        points.to_string(),
        none.join(" / "),
        said(row.reason.unwrap_or_default().into()),
        said(row.item.note().into()),
        flag.unwrap_or_default(),
        row.task
            .map_or_else(String::new, |(order, _)| order.to_string()),
        measure.map_or_else(String::new, |measure| said((&measure.text).into())),
        measure.map_or_else(String::new, |it| catalog.message(&cost_name(it.cost))),
        measure.map_or_else(String::new, |it| catalog.message(&effort_name(it.effort))),
        // One line a record, and beside it whether it is there.
        lines(records.map(|record| said((&record.measure.record).into()))),
        lines(there),
        said(who.into()),
        said(by.into()),
        done.unwrap_or_default(),
    ]
}

/// What has no home in the pack: a row of its own, with the code `orphan` in the place of an outcome.
fn orphan_cells(
    report: &Report<'_>,
    result: &WalkResult<'_>,
    orphan: &Orphan<'_>,
    notice: &str,
    catalog: &Catalog,
) -> [String; COLUMNS.len()] {
    let mut said = vec![orphan_message(orphan), orphan_why(orphan)];
    if !report.is_anonymous() {
        said.extend(orphan_words(orphan));
    }
    let title = catalog.text(&report.title()).into_owned();
    let mut cells = COLUMNS.map(|_| String::new());
    for (column, cell) in [
        ("column-notice", notice.to_owned()),
        ("column-case", report.case.id.to_string()),
        ("column-title", title),
        ("column-pack", result.pack.id.to_string()),
        ("column-version", result.pack.version.clone()),
        ("column-question-id", orphan_id(orphan)),
        ("column-outcome-code", "orphan".to_owned()),
        (
            "column-question",
            lines(said.iter().map(|said| catalog.message(said))),
        ),
    ] {
        if let Some(at) = COLUMNS.iter().position(|known| *known == column) {
            cells[at] = cell;
        }
    }
    cells
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// A cell that no spreadsheet takes for a formula. Control characters went before: this is about what is seen.
fn harmless(cell: &str) -> String {
    if starts_a_formula(cell) || cell.starts_with(['\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_cell_that_would_be_a_formula_becomes_text() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\u{FF1D}1",
            "\u{FF0B}1",
            "\u{FF0D}1",
            "\u{2212}1",
            "\u{FF20}a",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{3000}=1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "辞令は来月", "1+1", "a=b", "\"=1", "'=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
