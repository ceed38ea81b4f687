//! What can be meant about papers to print and sign.

use crate::questionnaire::paper::{Known, PaperFormat};

/// What the user means to do with papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// To the paper that serves what the cursor stands on.
    Of,
    /// The one at this place among all papers.
    Show(u8),
    /// What is put on it, in one's own words.
    Write(Known),
    Make(PaperFormat),
    /// With nothing of the check on it.
    MakeBlank,
    /// All of those with which to begin, in one file.
    MakeFirst,
    /// What has changed since the check that is done again.
    MakeChanges(PaperFormat),
    /// 宿題: the page that is left behind.
    MakeHomework,
    /// When somebody comes again, for that page: typed, or as it is kept among the notes for oneself.
    WriteVisit,
    TakeVisit,
    /// Where the file is to be, in one's own words.
    EditPath,
    /// The file that was written last, with the program that the system has for it.
    OpenFile,
}

/// What is written of a record that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kept {
    /// Where it lies.
    Place,
    /// Since when.
    Day,
}
