//! A report as a workbook for Excel: summary with a chart, what to do, what to find out, answers, records, the list
//! of what to protect, what is certain. Reads no clock: the same report gives the same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Report;
use crate::questionnaire::moment::Moment;
use crate::text::Message;
use crate::text::catalog::Catalog;
use look::Look;
use sheet::Sheet;

mod basis;
pub mod cells;
pub mod fill;
mod lists;
pub(in crate::report) mod look;
pub(in crate::report) mod sheet;
mod summary;

/// The longest name of a sheet that Excel takes, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// The report as the bytes of a file.
///
/// # Panics
/// Never: what Excel would refuse is cut or left out before.
#[must_use]
pub fn xlsx(report: &Report<'_>, catalog: &Catalog) -> Vec<u8> {
    workbook(report, catalog)
        .and_then(|mut workbook| workbook.save_to_buffer())
        .expect("nothing in it that Excel would refuse")
}

fn workbook(report: &Report<'_>, catalog: &Catalog) -> Result<Workbook, XlsxError> {
    let look = Look::new();
    let mut names = Names::default();
    let title = catalog.message(&title(report));
    let mut workbook = new_workbook(&title, Some(report.case.updated));
    let mut sheet = |id| {
        let said = catalog.message(&Message::new(id));
        Sheet::new(&names.next(&said), catalog, &look)
    };
    workbook.push_worksheet(summary::sheet(report, sheet("sheet-summary")?)?);
    workbook.push_worksheet(lists::tasks(report, sheet("sheet-tasks")?)?);
    if report
        .results
        .iter()
        .any(|result| result.counts.unknown > 0)
    {
        workbook.push_worksheet(lists::to_find_out(report, sheet("sheet-find-out")?)?);
    }
    workbook.push_worksheet(lists::answers(report, sheet("sheet-answers")?)?);
    workbook.push_worksheet(lists::records(report, sheet("sheet-records")?)?);
    if !report.case.information.is_empty() {
        workbook.push_worksheet(lists::information(report, sheet("sheet-information")?)?);
    }
    workbook.push_worksheet(basis::sheet(report, sheet("sheet-certain")?)?);
    Ok(workbook)
}

/// An empty workbook with nothing of the machine or its user: no author, and as its time that of what is in it, or the
/// beginning of 1970. By itself it would have the time at which it is made.
pub(in crate::report) fn new_workbook(title: &str, at: Option<Moment>) -> Workbook {
    let at = ExcelDateTime::from_timestamp(at.map_or(0, Moment::seconds));
    // The default is no day, which a reader of such files may refuse.
    let at = at.or_else(|_| ExcelDateTime::from_timestamp(0));
    let properties = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&at.unwrap_or_default());
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    workbook
}

fn title<'a>(report: &Report<'a>) -> Message<'a> {
    Message::new("export-title").with("title", report.title())
}

/// The names of sheets, as Excel takes them: short, without some signs, none twice.
#[derive(Default)]
pub(in crate::report) struct Names {
    given: Vec<String>,
}

impl Names {
    pub(in crate::report) fn next(&mut self, said: &str) -> String {
        let mut units = 0;
        let name: String = said
            .chars()
            .map(|c| if "[]:*?/\\'\n".contains(c) { ' ' } else { c })
            .take_while(|c| {
                units += c.len_utf16();
                units <= LONGEST_NAME
            })
            .collect();
        let name = name.trim().to_owned();
        let is_taken = self
            .given
            .iter()
            .any(|given| given.to_lowercase() == name.to_lowercase());
        let name = if name.is_empty() || is_taken {
            (self.given.len() + 1).to_string()
        } else {
            name
        };
        self.given.push(name.clone());
        name
    }
}
