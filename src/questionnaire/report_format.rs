//! The formats in which a case is carried away: their codes and the endings of their files.
//! A value only: `report` has the bytes, the locales have the names.

/// A format. The codes are those of `mamori export --format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReportFormat {
    #[default]
    Html,
    /// For Word.
    Docx,
    Xlsx,
    Markdown,
    Csv,
    /// Everything: the same case can be made from it again.
    Json,
    /// A line a question, for other programs.
    Ndjson,
}

impl ReportFormat {
    pub const ALL: [Self; 7] = [
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::Ndjson,
    ];

    /// Its code, with which the name of its file ends too.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
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
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Xlsx)
    }
}
