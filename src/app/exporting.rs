//! Where a report would be written, in which format, and what was asked about it.
//! Writes nothing and knows no file: `Effect::Export` says what is wanted.

use std::path::Path;

use crate::app::App;
use crate::app::action::{Action, Export};
use crate::questionnaire::moment::Day;
use crate::questionnaire::report_format::ReportFormat;

/// What the app remembers about writing reports. The names of files never hold the firm's: they are seen by others.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exporting {
    /// The day for the name of the file.
    pub(super) day: Option<Day>,
    /// The format that the cursor stood on last.
    pub(super) format: ReportFormat,
    pub(super) anonymous: bool,
    /// The user's own place and name, without the ending.
    pub(super) path: Option<String>,
    /// So many reports were asked for of which nobody has told yet what became of them.
    pub(super) on_their_way: usize,
    /// The file is there already: may it be replaced?
    pub(super) asked: bool,
}

impl App {
    /// The format under the cursor, else the one it stood on last.
    pub(super) fn export_format(&self) -> ReportFormat {
        match self.layer().cursor {
            Some(Action::Export(Export::As(format))) => format,
            _ => self.open.exporting.format,
        }
    }

    /// The file that this format would be written to.
    pub(super) fn export_path(&self, format: ReportFormat) -> String {
        let path = self.open.exporting.path.clone();
        let stem = path.unwrap_or_else(|| self.usual_path(format));
        format!("{stem}.{}", format.extension())
    }

    /// The folder from the start, and a name that says what it is and of which day.
    fn usual_path(&self, format: ReportFormat) -> String {
        let mut name = String::from("mamori");
        if format == ReportFormat::Application {
            name.push_str("-application");
        }
        if let Some(day) = self.open.exporting.day {
            name = format!("{name}-{day}");
        }
        let folder = Path::new(&self.export_folder);
        folder.join(name).display().to_string()
    }
}

/// A place without the ending of one of the formats: each format brings its own.
pub(super) fn without_ending(path: &str) -> &str {
    let endings = ReportFormat::OFFERED.map(ReportFormat::extension);
    match path.rsplit_once('.') {
        Some((stem, ending)) if endings.contains(&ending.to_ascii_lowercase().as_str()) => stem,
        _ => path,
    }
}
