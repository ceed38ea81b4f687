//! A workbook to fill, there and back: written, filled with another library, read as a side of a merge.

mod edits;
pub(crate) mod hostile;
mod random;
mod saved;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use mamori::pack_library::{PackLibrary, carried, is_workbook};
use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::{CaseId, FormId};
use mamori::questionnaire::moment::{Day, Moment};
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::questionnaire::workbook::{KEYS, Returned, WorkbookFault};
use mamori::report::Report;
use mamori::report::xlsx::fill::{MadeOf, to_fill};
use mamori::text::catalog::Catalog;
use mamori::text::workbook::{finding_code, finding_message};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn now() -> Moment {
    Moment::parse("2026-11-27T10:00:00+09:00").expect("a moment")
}

fn catalog(language: &str) -> Catalog {
    PackLibrary::new(None).catalog(language).0
}

pub(crate) fn pack() -> Arc<Pack> {
    let mut library = PackLibrary::new(None);
    let id = library.first_pack();
    library.pack(&id).expect("the first pack")
}

/// A check of a firm with paper and data, nothing answered.
pub(crate) fn begun() -> Case {
    let forms = ["paper", "data"].map(FormId::new).to_vec();
    let made = Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment");
    Case::new(
        CaseId::new("k7q2m4xw"),
        "やまと精工".to_owned(),
        forms,
        &pack(),
        made,
    )
}

pub(crate) fn written(case: &Case, packs: &[Arc<Pack>], language: &str) -> Vec<u8> {
    let contents = Contents::of(Reader::Hand, None);
    let case = carried(case, packs);
    to_fill(
        &Report::of(&case, packs, contents),
        &catalog(language),
        MadeOf::Check,
    )
}

/// What comes of it in a check that is here.
fn returned(bytes: &[u8], ours: Option<&Case>) -> Result<Returned, WorkbookFault> {
    assert!(is_workbook(bytes));
    let mut library = PackLibrary::new(None);
    let filled = library.filled(bytes)?;
    library.returned(&filled, ours, &CaseId::new("new"), now())
}

/// What is told, a line a finding: its kind and its cell.
fn told(returned: &Returned) -> Vec<String> {
    let findings = returned.findings.iter();
    let line = findings.map(|finding| {
        let cell = finding.at.as_ref().map(ToString::to_string);
        format!("{} {}", finding_code(finding), cell.unwrap_or_default())
    });
    line.collect()
}

/// The same in words; every one has words in both languages.
fn said(returned: &Returned, language: &str) -> Vec<String> {
    let catalog = catalog(language);
    let findings = returned.findings.iter();
    findings
        .map(|finding| catalog.message(&finding_message(finding)))
        .collect()
}

type Cells = BTreeMap<(u32, u16), Data>;

/// A workbook in the hands of another program: its cells, and which sheets are hidden.
#[derive(Clone)]
pub(crate) struct Grid {
    pub(crate) sheets: Vec<(String, Cells)>,
}

impl Grid {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> =
            open_workbook_from_rs(Cursor::new(bytes.to_vec())).expect("a workbook");
        let names = book.sheet_names();
        let sheets = names.into_iter().map(|name| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let (top, left) = range.start().unwrap_or_default();
            let cells = range.used_cells().map(|(row, column, data)| {
                let row = top + u32::try_from(row).expect("few rows");
                let column = left + u32::try_from(column).expect("few columns");
                ((row, u16::try_from(column).expect("few")), data.clone())
            });
            let cells = cells.collect();
            (name, cells)
        });
        Self {
            sheets: sheets.collect(),
        }
    }

    /// Where a row and a column stand, by their names.
    fn place(&self, row: &str, column: &str) -> (usize, (u32, u16)) {
        let text = |data: &Data| match data {
            Data::String(text) => text.clone(),
            _ => String::new(),
        };
        for (sheet, (_, cells)) in self.sheets.iter().enumerate() {
            let mut all = cells.iter();
            let Some(((keys, names), _)) = all.find(|(_, data)| text(data) == KEYS) else {
                continue;
            };
            let mut all = cells.iter();
            let at = all.find(|((_, column), data)| column == names && text(data) == row);
            let mut all = cells.iter();
            let place = all.find(|((row, _), data)| row == keys && text(data) == column);
            if let (Some(((row, _), _)), Some(((_, column), _))) = (at, place) {
                return (sheet, (*row, *column));
            }
        }
        panic!("no {row} {column}");
    }

    pub(crate) fn set(&mut self, row: &str, column: &str, data: Data) {
        let (sheet, place) = self.place(row, column);
        self.sheets[sheet].1.insert(place, data);
    }

    pub(crate) fn clear(&mut self, row: &str, column: &str) {
        let (sheet, place) = self.place(row, column);
        self.sheets[sheet].1.remove(&place);
    }

    /// The rows of a sheet in another order; None takes one away.
    fn rows(&mut self, sheet: usize, to: impl Fn(u32) -> Option<u32>) {
        let cells = std::mem::take(&mut self.sheets[sheet].1);
        let moved = cells
            .into_iter()
            .filter_map(|((row, column), data)| Some(((to(row)?, column), data)));
        self.sheets[sheet].1 = moved.collect();
    }

    fn columns(&mut self, sheet: usize, to: impl Fn(u16) -> Option<u16>) {
        let cells = std::mem::take(&mut self.sheets[sheet].1);
        let moved = cells
            .into_iter()
            .filter_map(|((row, column), data)| Some(((row, to(column)?), data)));
        self.sheets[sheet].1 = moved.collect();
    }

    /// Written anew: without protection, drop-downs and hidden columns, as another program may leave it.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (name, cells) in &self.sheets {
            let page = workbook.add_worksheet();
            page.set_name(name).expect("a name");
            for ((row, column), data) in cells {
                match data {
                    Data::String(text) => page.write_string(*row, *column, text),
                    Data::Float(number) => page.write_number(*row, *column, *number),
                    Data::Int(number) => page.write_string(*row, *column, number.to_string()),
                    Data::Bool(yes) => page.write_boolean(*row, *column, *yes),
                    Data::DateTime(at) => {
                        let at = ExcelDateTime::from_serial_datetime(at.as_f64()).expect("a day");
                        page.write_datetime_with_format(*row, *column, &at, &day)
                    }
                    other => panic!("{other:?}"),
                }
                .expect("a cell");
            }
        }
        workbook.save_to_buffer().expect("a workbook")
    }
}

pub(crate) fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}
