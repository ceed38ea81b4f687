//! The workbook to fill (こたえ): which cells it has, what they say of a check, and what is read of it when it comes back.
//! Pure: knows no file, no clock, no language and nothing of how a spreadsheet stores its cells.

mod answer;
mod cells;
mod filled;
mod layout;
mod parts;
mod returned;
mod value;

pub use cells::{At, Book, Cell, Sheet};
pub use filled::{Filled, Origin};
pub use layout::{Column, FORMAT, HIDDEN, KEYS, LONGEST, Row, Value, Word, shown, tidy};
pub use returned::{Emptied, Returned};

use crate::questionnaire::id::PackId;

/// Why a file is not a workbook that can be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookFault {
    /// No spreadsheet at all.
    NotAWorkbook,
    /// A spreadsheet in the old format of Excel, or one that a password closes.
    OldOrLocked,
    /// Begun as one, and its end is missing.
    CutOff,
    /// Begun as one, and spoilt.
    Damaged,
    /// Over what is looked at.
    TooLarge,
    /// A workbook that this program has not made to be filled, or that has lost its hidden sheet.
    NotOurs,
    /// Made by a newer version of the program.
    Newer { format: String },
    /// The columns by which its rows are known are gone.
    NoRows,
    /// Its questions are of packs that are not here.
    NoPack(PackId),
}

/// Something in a workbook that is to be told: where it stands, and what is the matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub at: Option<At>,
    pub what: What,
}

/// What is the matter. Whatever it is, what was there before stays.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// None of the words that can be chosen there.
    UnknownWord(String),
    /// A word that this question or point does not offer.
    NotOffered(Word),
    /// No day can be told from it.
    NotADay(String),
    /// Over what a field takes, in characters.
    TooLong { most: usize },
    /// A mistake of a formula, such as #REF!.
    Mistake,
    /// The answer and its points say different things.
    Contradiction,
    /// Which points are there was not said.
    PointsMissing,
    /// 当てはまらない without a reason.
    NoReason,
    /// A reason where the answer is another one.
    ReasonUnused,
    /// One cell of a question could not be read, and what was filled beside it is not taken either.
    BesideUnread,
    /// Another name stands in the place of the firm's; it is taken. With the one before.
    FirmChanged(String),
    /// Where a record lies, and not that it is there.
    RecordNotSaid,
    /// It was filled and is empty now: as it was before.
    Emptied(Value),
    /// The same row stands there twice. Taken where both say the same.
    RowTwice { first: u32, is_same: bool },
    /// What the row is for is not among the questions of today.
    RowUnknown,
    /// Something was written in a row that is no question's.
    RowOfNothing,
    /// The questions are of another version than those here.
    OtherVersion {
        pack: PackId,
        theirs: String,
        ours: String,
    },
}
