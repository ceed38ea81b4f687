//! The hidden sheet of a workbook to fill: of what it was made, the words that can be chosen in it, and what stands in its
//! cells, so that what was changed can be told. It holds ids and nothing else that is not seen.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{Cells, MadeOf, is_cut, protect};
use crate::questionnaire::workbook::{FORMAT, HIDDEN, LONGEST, Value, Word};
use crate::report::Report;
use crate::text::catalog::Catalog;
use crate::text::workbook::word_name;

pub(super) fn sheet(
    report: &Report<'_>,
    catalog: &Catalog,
    made_of: MadeOf,
    cells: &Cells,
) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(HIDDEN)?;
    page.set_hidden(true);
    protect(&mut page);
    let case = report.case;
    let mut lines: Vec<[String; 4]> = Vec::new();
    let mut line = |kind: &str, one: &str, two: &str, value: &str| {
        lines.push([kind, one, two, value].map(str::to_owned));
    };
    line(HIDDEN, &FORMAT.to_string(), "", "");
    if made_of == MadeOf::Check {
        line("case", case.id.as_str(), "", "");
        line("revision", &case.revision.to_string(), "", "");
        if let Some(firm) = case.firm_id() {
            line("firm", firm.as_str(), "", "");
        }
        // As long as one that was typed.
        let title: String = case.title.chars().take(LONGEST).collect();
        line("title", &title, "", "");
    }
    for result in &report.results {
        line("pack", result.pack.id.as_str(), &result.pack.version, "");
    }
    for form in &case.forms {
        line("form", form.as_str(), "", "");
    }
    for word in Word::ALL {
        line("word", word.code(), &catalog.message(&word_name(word)), "");
    }
    for ((row, column), value) in cells {
        let (row, column) = (row.to_string(), column.code());
        if is_cut(value) {
            line("cut", &row, column, "");
            continue;
        }
        let kind = match value {
            Value::Word(_) => "word-cell",
            Value::Text(_) => "text-cell",
            Value::Day(_) => "day-cell",
        };
        line(kind, &row, column, &value.code());
    }
    for (at, line) in (0..).zip(lines) {
        for (column, text) in (0..).zip(line) {
            if !text.is_empty() {
                page.write_string(at, column, text)?;
            }
        }
    }
    Ok(page)
}
