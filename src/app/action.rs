//! What a key, a row or a click can mean. Small and `Copy`: rows carry it, the cursor stands on it.
//! Numbers are places in what is shown now, never kept beyond the next event.

use crate::app::{Direction, Screen};
use crate::questionnaire::outcome::Outcome;

mod export;
mod information_list;
mod merging;
mod own_notes;
mod paper;
mod received;

pub use export::{Export, ProfilePart};
pub use information_list::{Detail, Level, Listing, Whose};
pub use merging::Merging;
pub use own_notes::NotesPart;
pub use paper::{Kept, Paper};
pub use received::Received;

/// What the user means to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    // Moving over rows
    Up,
    Down,
    PageUp,
    PageDown,
    Top,
    Bottom,
    /// Enter: do what the row under the cursor says.
    Choose,
    /// Space: mark the row under the cursor.
    Mark,
    /// To the choice that stands left or right of the one under the cursor.
    Beside(Direction),
    /// Esc: one step out, never a loss.
    Back,
    /// A sentence to read: the cursor can stand on it, choosing it does nothing.
    FocusText(u16),

    // Anywhere
    Open(Screen),
    SwitchLanguage,
    SwitchMouse,
    /// A digit answers and goes on to the next question, or stays.
    SwitchDigits,
    /// Takes back the last change of the open case, or brings it again.
    Undo(Direction),
    Suspend,
    /// Draw the whole screen anew: something else has written on it.
    Redraw,
    Leave,

    // First steps
    Begin,
    ToggleForm(u8),
    FormsDone,
    EditName,
    NameDone,

    // A question
    Answer(Choice),
    Point(u8),
    /// There is nothing for this point here (関係なし).
    PointNone(u8),
    /// The same for the point under the cursor.
    NoneHere,
    ClearAnswer,
    /// The same answer as in the check that this one does again, with its day.
    SameAsBefore,
    /// The answer that was taken over was looked at today.
    SeenToday,
    ShowWhy,
    ShowPoints,
    Previous,
    Next,
    EditNote,
    ToggleFlag,
    Measure(u8),
    OfferedReason(u8),
    OwnReason,

    // Finding the way
    Section(u8),
    Question(u16),
    Continue,
    NextUnanswered,
    NextFlagged,

    // The result
    Task(u16),
    Who(Who),
    By(By),
    /// Words say by when: to where a day can be chosen.
    SetDay(u16),
    ToggleDone,
    /// Done today, whatever was said before.
    DoneToday,
    OtherWalk(u8),
    /// The list of information and its entries.
    List(Listing),
    /// A record that is there, or not any more.
    Record(u16),
    /// Where a record lies, or since when.
    RecordKept(u16, Kept),
    CheckAgain,
    /// The address of a contact as a code for a phone.
    Code(u8),
    Export(Export),
    /// Papers to print and sign.
    Paper(Paper),

    // Several cases
    Case(u16),
    /// To what is to be done by now.
    DueTasks,
    EditFilter,
    /// Files that somebody has sent.
    Received(Received),
    /// What somebody else has answered, beside what is here.
    Merge(Merging),

    /// Open the case that was chosen.
    OpenChosen,
    RenameChosen,
    /// Go back to this one of its earlier files.
    Restore(u16),
    RestoreNewest,
    PutAside,
    Adopt,
    ThrowAway,
    /// Take this one out of the bin.
    PutBack(u16),
    EmptyBin,
    /// Shows the firm that is meant alone; where one is, asks whether to show the others again.
    HideOthers,
    /// What is kept of a firm for oneself.
    OpenOwnNotes,
    OwnNote(NotesPart),
    ShowOthers,
    EditPassphrase,
    /// The open case once more, to write in it.
    Reopen,

    // When saving fails
    /// Keep everything in this one of the places offered.
    Folder(u8),
    EditFolder,
    Retry,
    GoOn,
    LeaveUnsaved,
}

/// The answers, in the order of their digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Met,
    Partly,
    NotMet,
    Unknown,
    NotApplicable,
}

impl Choice {
    pub const ALL: [Self; 5] = [
        Self::Met,
        Self::Partly,
        Self::NotMet,
        Self::Unknown,
        Self::NotApplicable,
    ];

    /// What the answer amounts to, as long as its points say the same.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Met => Outcome::Met,
            Self::Partly => Outcome::Partly,
            Self::NotMet => Outcome::NotMet,
            Self::Unknown => Outcome::Unknown,
            Self::NotApplicable => Outcome::NotApplicable,
        }
    }

    /// The digit that gives this answer, 1 to 5.
    #[must_use]
    pub fn digit(self) -> u8 {
        self as u8 + 1
    }
}

/// Who is offered for a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Owner,
    Manager,
    Own,
}

/// By when, as offered for a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    Week,
    Month,
    Quarter,
    Own,
}
