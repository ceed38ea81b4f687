//! What can be meant where a report is written to a file.

/// What the user means to do on the page 書き出す.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    As(Format),
    /// Leaves out what names anybody or anything.
    Anonymous,
    /// Where the file is to be, in one's own words.
    EditPath,
    /// The file that is there already is given up for the new one.
    Replace,
    /// Another name instead of replacing a file.
    OtherName,
}

/// The formats in which a report can be written, as they are offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    #[default]
    Html,
    Xlsx,
    Csv,
    Markdown,
    Json,
    /// The draft for an application, as HTML.
    Application,
}

impl Format {
    pub const ALL: [Self; 6] = [
        Self::Html,
        Self::Xlsx,
        Self::Csv,
        Self::Markdown,
        Self::Json,
        Self::Application,
    ];

    /// What the name of its file ends with.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html | Self::Application => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}
