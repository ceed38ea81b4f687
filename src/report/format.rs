//! The bytes of a report in each of the formats.

use super::{Report, application, complete, csv, docx, html, markdown, ndjson, xlsx};
use crate::questionnaire::report_format::ReportFormat;
use crate::text::catalog::Catalog;

/// The report in that format.
#[must_use]
pub fn bytes(report: &Report<'_>, catalog: &Catalog, format: ReportFormat) -> Vec<u8> {
    match format {
        ReportFormat::Html => html::html(report, catalog).into_bytes(),
        ReportFormat::Docx => docx::docx(report, catalog),
        ReportFormat::Xlsx => xlsx::xlsx(report, catalog),
        ReportFormat::Markdown => markdown::markdown(report, catalog).into_bytes(),
        ReportFormat::Csv => csv::csv(report, catalog),
        ReportFormat::Json => complete::complete(report, catalog).into_bytes(),
        ReportFormat::Ndjson => ndjson::ndjson(report, catalog).into_bytes(),
        ReportFormat::Application => application::html(report, catalog).into_bytes(),
        ReportFormat::ApplicationMarkdown => application::markdown(report, catalog).into_bytes(),
    }
}
