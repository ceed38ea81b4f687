//! Papers to print and sign, as a file beside a pack has them: checked, so that filling them in cannot fail.
//! Made only by `check_papers`; says nothing about any user.

use crate::questionnaire::id::{FormId, MeasureId, PackId, PaperId, PointId, QuestionId};
use crate::questionnaire::pack::{Localized, Source};

/// The newest format of papers that this program reads; `criteria/papers.schema.json` describes it.
pub const FORMAT: u32 = 1;

/// The papers of one pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    pub pack: PackId,
    pub version: String,
    pub languages: Vec<String>,
    /// Where the file is from. The file cannot say it: whoever read it does.
    pub source: Source,
    pub papers: Vec<Paper>,
}

impl Papers {
    #[must_use]
    pub fn paper(&self, id: &str) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.id.as_str() == id)
    }
}

/// One paper: a page or several that belong together, such as a card, its notice and its list of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub id: PaperId,
    pub title: Localized,
    /// One of those with which to begin.
    pub is_first: bool,
    pub first_format: PaperFormat,
    pub serves: Vec<Serves>,
    /// What whoever makes it has to know before it is used.
    pub caution: Option<Localized>,
    pub pages: Vec<PaperPage>,
}

/// A question to which a paper belongs: the measures that it carries out and the points that it may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serves {
    pub pack: PackId,
    pub question: QuestionId,
    pub measures: Vec<MeasureId>,
    pub points: Vec<PointId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperPage {
    pub title: Localized,
    pub shape: Shape,
    pub orientation: Orientation,
    pub reach: Reach,
    pub lead: Option<Localized>,
    pub parts: Vec<Part>,
}

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A page to read and fill in.
    Sheet,
    /// Large letters, to be read from a distance.
    Notice,
    /// So many copies to cut out: 8 of the size of a bank card, or 4.
    Cards(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    Landscape,
}

/// Who may see a page. It is printed on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It may hang where visitors pass; so nothing of a case is ever on it.
    Wall,
    /// Inside the firm.
    Inside,
    /// Only those who need it.
    Confidential,
}

impl Reach {
    /// The stable code used in files and in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wall => "wall",
            Self::Inside => "inside",
            Self::Confidential => "confidential",
        }
    }
}

/// The formats in which a paper is made. The codes are those of `mamori paper --format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperFormat {
    Html,
    Docx,
    Xlsx,
}

impl PaperFormat {
    pub const ALL: [Self; 3] = [Self::Html, Self::Docx, Self::Xlsx];

    /// The stable code, which is the ending of a file of this format too.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format that a file of this ending has.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        match ending.as_str() {
            "htm" => Some(Self::Html),
            ending => Self::ALL.into_iter().find(|format| format.code() == ending),
        }
    }

    /// Whether it is text, which a terminal can show.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Html)
    }
}

/// What stands on a page, from top to bottom. Four low lines or more in a text are a place to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(Localized),
    Text(Localized),
    Fields(Vec<Field>),
    Lines {
        is_numbered: bool,
        lines: Vec<Localized>,
    },
    Table {
        columns: Vec<Column>,
        rows: Rows,
    },
    /// Who signs, each with a line to sign and a day.
    Signatures(Vec<Localized>),
}

/// A name with a line to write on, or with what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub label: Localized,
    pub known: Option<Known>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub label: Localized,
    /// Its share of the width.
    pub width: u8,
    /// A box to tick.
    pub is_tick: bool,
    /// Only where this form is among the chosen ones.
    pub form: Option<FormId>,
    pub known: Option<KnownOfEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// So many, to be filled in by hand.
    Empty(u8),
    /// The entries of the list of what to protect (all, or those of one form), and empty ones up to at least so many.
    Information { count: u8, form: Option<FormId> },
    /// As written, a text or nothing for each column that is not a box; then so many empty ones.
    Given {
        rows: Vec<Vec<Option<Localized>>>,
        count: u8,
    },
}

/// The places of a case, and the day, that a field may be filled from. Closed: nothing else of a case is put on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    Firm,
    Manager,
    Deputy,
    Contact,
    Today,
}

/// The members of an entry of the list that a column may be filled from. Closed as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownOfEntry {
    Number,
    What,
    Form,
    Place,
    Owner,
    SeenBy,
    Level,
}
