//! For whom a report would be written, in which format and where, and what was asked about it.
//! Writes nothing and knows no file: `Effect::Export` says what is wanted.

use std::collections::BTreeSet;
use std::path::Path;

use crate::app::App;
use crate::app::action::{Action, Export};
use crate::app::secret::Passphrase;
use crate::questionnaire::case::Case;
use crate::questionnaire::moment::Day;
use crate::questionnaire::reader::{Contents, Notes, Part, Reader};
use crate::questionnaire::report_format::ReportFormat;

/// With this ends the name of a file that is handed over.
pub const HANDED_ENDING: &str = "mamori";

/// As much of a name as a name of a file takes, in characters.
const LONGEST_NAME: usize = 40;

/// What the app remembers about writing reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exporting {
    /// The day for the name of the file.
    pub(super) day: Option<Day>,
    /// Whose page is open, or was last.
    pub(super) page: Reader,
    /// What was asked for last.
    pub(super) wanted: (Reader, ReportFormat),
    pub(super) anonymous: bool,
    /// Readers for whom notes are not as they are at first.
    pub(super) turned: BTreeSet<Reader>,
    /// The user's own place and name on the page of this reader, without the ending.
    pub(super) path: Option<(Reader, String)>,
    /// What the file that is handed over opens with.
    pub(super) passphrase: Option<Passphrase>,
    /// The same, typed and not yet typed again.
    pub(super) typed_once: Option<Passphrase>,
    /// So many reports were asked for of which nobody has told yet what became of them.
    pub(super) on_their_way: usize,
    /// The file is there already: may it be replaced?
    pub(super) asked: bool,
}

impl Exporting {
    /// What is in a report for this reader, as it was chosen.
    pub(super) fn contents(&self, reader: Reader) -> Contents {
        let notes = match reader.notes() {
            Notes::Chosen { at_first } => Some(at_first != self.turned.contains(&reader)),
            Notes::Never | Notes::Always => None,
        };
        let contents = Contents::of(reader, notes);
        if self.anonymous && reader == Reader::Own {
            contents.anonymous()
        } else {
            contents
        }
    }
}

impl App {
    /// The report under the cursor, else the one it stood on last, else the first of the page.
    pub(super) fn report_in_view(&self) -> (Reader, ReportFormat) {
        let exporting = &self.open.exporting;
        let (reader, _) = exporting.wanted;
        match self.layer().cursor {
            Some(Action::Export(Export::As(reader, format))) => (reader, format),
            _ if page_of(reader) == exporting.page => exporting.wanted,
            _ => usual(exporting.page),
        }
    }

    /// The file that this report would be written to.
    pub(super) fn export_path(&self, (reader, format): (Reader, ReportFormat)) -> String {
        let own = self.open.exporting.path.as_ref();
        let own = own.filter(|(page, _)| *page == page_of(reader));
        let stem = own.map_or_else(
            || self.usual_path((reader, format)),
            |(_, path)| path.clone(),
        );
        let ending = match (reader, format) {
            (Reader::Hand, ReportFormat::Json) => HANDED_ENDING,
            (_, format) => format.code(),
        };
        format!("{stem}.{ending}")
    }

    /// The folder from the start, and a name that says for whom it is, of whom, and of which day.
    fn usual_path(&self, (reader, format): (Reader, ReportFormat)) -> String {
        let folder = Path::new(&self.export_folder);
        if (reader, format) == (Reader::Hand, ReportFormat::Json) {
            let case = self.open.case.as_ref().filter(|_| self.names_in_files());
            let name = name_of_handed(case, self.open.exporting.day);
            return folder.join(name).display().to_string();
        }
        let mut name = String::from("mamori");
        let mut add = |part: &str| {
            if !part.is_empty() {
                name.push('-');
                name.push_str(part);
            }
        };
        if reader != Reader::Own {
            add(reader.code());
        }
        add(&self.name_for_file(reader));
        if let Some(day) = self.open.exporting.day {
            add(&day.to_string());
        }
        folder.join(name).display().to_string()
    }

    /// Whose check it is, where the reader may know that and the user has not left it out.
    fn name_for_file(&self, reader: Reader) -> String {
        let contents = self.open.exporting.contents(reader);
        let case = self.open.case.as_ref().filter(|_| self.names_in_files());
        let of = |part, text: fn(&Case) -> &str| {
            let text = case.map_or("", text);
            for_file(text).filter(|_| contents.has(part))
        };
        of(Part::Firm, |case| &case.profile.firm)
            .or_else(|| of(Part::Title, |case| &case.title))
            .unwrap_or_default()
    }

    /// Right of a reader stand the formats and what can be chosen.
    pub(super) fn reader_under_the_cursor(&self) -> Option<Reader> {
        match self.layer().cursor {
            Some(Action::Export(Export::To(reader))) => Some(reader),
            _ => None,
        }
    }
}

/// What a file is called that is handed over, without its ending: whose check it is, and the day. Without a case it says
/// nobody's name.
#[must_use]
pub fn name_of_handed(case: Option<&Case>, day: Option<Day>) -> String {
    let whose = case.and_then(|case| for_file(&case.profile.firm).or(for_file(&case.title)));
    let name = whose.unwrap_or_else(|| "mamori".to_owned());
    match day {
        Some(day) => format!("{name}-{day}"),
        None => name,
    }
}

/// Whose page offers what is for this reader.
pub(super) fn page_of(reader: Reader) -> Reader {
    match reader {
        Reader::Statistics => Reader::Own,
        other => other,
    }
}

/// What a page offers first.
fn usual(reader: Reader) -> (Reader, ReportFormat) {
    let format = reader.formats().first().copied().unwrap_or_default();
    (reader, format)
}

/// A text as a part of a name that every system takes; none if nothing is left of it.
fn for_file(text: &str) -> Option<String> {
    let mut name = String::new();
    for c in text.trim().chars().take(LONGEST_NAME) {
        // The marks of a voiced sound may stand by themselves.
        if c.is_alphanumeric() || matches!(c, '\u{3099}' | '\u{309A}') {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

/// A place without the ending of one of the formats: each format brings its own.
pub(super) fn without_ending(path: &str) -> &str {
    let endings = ReportFormat::ALL.map(ReportFormat::code);
    match path.rsplit_once('.') {
        Some((stem, ending))
            if endings.contains(&ending.to_ascii_lowercase().as_str())
                || ending.eq_ignore_ascii_case(HANDED_ENDING) =>
        {
            stem
        }
        _ => path,
    }
}

/// Whether a file of this name was handed over.
pub(super) fn is_handed(path: &str) -> bool {
    let ending = Path::new(path).extension();
    ending.is_some_and(|ending| ending == HANDED_ENDING)
}

/// Whether it is a file that a browser opens and prints.
pub(super) fn is_to_print(path: &str) -> bool {
    let ending = Path::new(path).extension();
    ending.is_some_and(|ending| ending == ReportFormat::Html.code())
}
