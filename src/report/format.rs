//! The bytes of a report for its reader, in each of the formats.

use super::xlsx::fill::{MadeOf, to_fill};
use super::{Report, application, complete, csv, customer, docx, html, markdown, ndjson, xlsx};
use crate::questionnaire::reader::Reader;
use crate::questionnaire::report_format::ReportFormat;
use crate::text::catalog::Catalog;

/// The report in that format.
#[must_use]
pub fn bytes(report: &Report<'_>, catalog: &Catalog, format: ReportFormat) -> Vec<u8> {
    match (report.contents.reader(), format) {
        (Reader::Customer, ReportFormat::Html) => customer::html(report, catalog).into_bytes(),
        (Reader::Body, ReportFormat::Html) => application::html(report, catalog).into_bytes(),
        (Reader::Body, ReportFormat::Docx) => application::docx(report, catalog),
        (Reader::Body, ReportFormat::Markdown) => {
            application::markdown(report, catalog).into_bytes()
        }
        (_, ReportFormat::Html) => html::html(report, catalog).into_bytes(),
        (_, ReportFormat::Docx) => docx::docx(report, catalog),
        // Whoever goes on with it fills it in.
        (Reader::Hand, ReportFormat::Xlsx) => to_fill(report, catalog, MadeOf::Check),
        (_, ReportFormat::Xlsx) => xlsx::xlsx(report, catalog),
        (_, ReportFormat::Markdown) => markdown::markdown(report, catalog).into_bytes(),
        (_, ReportFormat::Csv) => csv::csv(report, catalog),
        (_, ReportFormat::Json) => complete::complete(report, catalog).into_bytes(),
        (_, ReportFormat::Ndjson) => ndjson::ndjson(report, catalog).into_bytes(),
    }
}
