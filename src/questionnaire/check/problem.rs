//! What can be wrong with a pack, as values. `text::issue` says it in the user's language.
//! Texts that come from the pack are cut and made harmless before they stand here.

/// One mistake in a pack and where it stands, such as `sections[2].forms[0]`.
/// The path of the whole value is empty; a missing member's path is where it ought to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    pub path: String,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    WrongShape {
        expected: Shape,
        found: Shape,
    },
    MissingMember,
    UnknownMember,
    /// No format that there ever was.
    UnknownFormat {
        found: String,
    },
    /// A pack for a newer version of this program. Nothing else is said of it.
    Newer {
        found: String,
    },
    NotAnId {
        text: String,
    },
    /// An id or an entry that stands twice where it may stand once.
    Duplicate {
        text: String,
    },
    EmptyText,
    TooLong {
        most: usize,
    },
    /// A control character, or one that is not seen or turns the order of the text around.
    HiddenCharacter {
        code: u32,
    },
    NotALanguage {
        text: String,
    },
    /// A text lacks one of the pack's languages.
    MissingLanguage {
        language: String,
    },
    /// A text has a language that the pack's list does not name.
    UnlistedLanguage {
        language: String,
    },
    NotAVersion {
        text: String,
    },
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or no such day.
    NotADate {
        text: String,
    },
    NotAUrl {
        text: String,
    },
    NotOneOf {
        text: String,
        choices: Vec<&'static str>,
    },
    /// Neither one step (`A`) nor two (`A-B`).
    NotARange {
        text: String,
        steps: Vec<&'static str>,
    },
    /// A range that does not go from a lower step to a higher one.
    ReversedRange {
        text: String,
    },
    /// Not a whole number between these two, both included.
    NotBetween {
        least: u8,
        most: u8,
        found: String,
    },
    TooFew {
        least: usize,
        found: usize,
    },
    TooMany {
        most: usize,
        found: usize,
    },
    /// An id that names nothing.
    NoSuch {
        thing: Thing,
        id: String,
    },
    /// A point that no measure of its question closes.
    PointNotClosed,
    /// A point that no measure closes which is offered where only this form is chosen.
    PointNotClosedFor {
        form: String,
    },
    /// Each point that is asked (where only this form is chosen, if one is named) may be answered with "none here".
    NoneEverywhere {
        form: Option<String>,
    },
    /// An id that is said to be renamed or removed and is there.
    StillThere,
    /// Names that lead to each other and to nothing that is there.
    RenamedInCircle,
    RenamedAndRemoved,
    /// A measure that is cheaper than the one before it, by cost, then effort.
    CheaperThanBefore,
    /// A section of which no walk would ever ask a question.
    SectionNeverAsked,
    /// A page that may hang on a wall would show what a case knows.
    KnownOnWall,
    /// A row does not have a text (or null) for each column that is not a box.
    CellsNotColumns {
        cells: usize,
        columns: usize,
    },
    FollowsItself,
    /// The pack to follow is not there, or has issues itself.
    FollowedMissing {
        id: String,
    },
}

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Nothing,
    YesOrNo,
    Number,
    Text,
    List,
    Members,
}

/// What an id can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Form,
    Section,
    Question,
    Point,
    Measure,
    Contact,
    Term,
    Pack,
}
