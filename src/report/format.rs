//! The formats in which a case is carried away: their codes, their endings, and their bytes.

use super::{Report, application, complete, csv, html, markdown, ndjson, xlsx};
use crate::text::catalog::Catalog;

/// A format. The codes are those of `mamori export --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Html,
    Xlsx,
    Markdown,
    Csv,
    /// Everything: the same case can be made from it again.
    Json,
    /// A line a question, for other programs.
    Ndjson,
    /// The draft for the application, to print.
    Application,
    /// The same as Markdown.
    ApplicationMarkdown,
}

impl Format {
    pub const ALL: [Self; 8] = [
        Self::Html,
        Self::Xlsx,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::Ndjson,
        Self::Application,
        Self::ApplicationMarkdown,
    ];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Application => "application",
            Self::ApplicationMarkdown => "application-md",
        }
    }

    /// The format that a file of this ending has, if its name alone says so.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        match ending.as_str() {
            "htm" => Some(Self::Html),
            "markdown" => Some(Self::Markdown),
            ending => Self::ALL.into_iter().find(|format| format.code() == ending),
        }
    }

    /// Whether it is text, which a terminal can show.
    #[must_use]
    pub fn is_text(self) -> bool {
        self != Self::Xlsx
    }
}

/// The report in that format.
#[must_use]
pub fn bytes(report: &Report<'_>, catalog: &Catalog, format: Format) -> Vec<u8> {
    match format {
        Format::Html => html::html(report, catalog).into_bytes(),
        Format::Xlsx => xlsx::xlsx(report, catalog),
        Format::Markdown => markdown::markdown(report, catalog).into_bytes(),
        Format::Csv => csv::csv(report, catalog),
        Format::Json => complete::complete(report, catalog).into_bytes(),
        Format::Ndjson => ndjson::ndjson(report, catalog).into_bytes(),
        Format::Application => application::html(report, catalog).into_bytes(),
        Format::ApplicationMarkdown => application::markdown(report, catalog).into_bytes(),
    }
}
