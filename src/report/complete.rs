//! The complete export as JSON: the case itself, from which import makes the same case again, and its results.
//! The notice is the first member. `questionnaire::reading::imported` is the way back.

use serde_json::json;

use super::{Report, json};
use crate::questionnaire::reading::EXPORT_FORMAT;
use crate::text::catalog::Catalog;

/// The export. Of an anonymous report it holds the case without what was typed.
#[must_use]
pub fn complete(report: &Report<'_>, catalog: &Catalog) -> String {
    json::written(&json!({
        "notice": json::notices(report, catalog),
        "format": EXPORT_FORMAT,
        "anonymous": report.is_anonymous(),
        "case": report.case,
        "results": json::results(report, catalog),
    }))
}
