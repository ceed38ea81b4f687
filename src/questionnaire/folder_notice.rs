//! What the user is told about the data folder at the start, before any question.
//! A value only: `store` finds it, `app` shows it, the words are in the locales.

use crate::questionnaire::moment::Moment;

/// Something about the folder that the user is told at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderNotice {
    /// So many files and folders could be read by others; now they cannot.
    ClosedNow(usize),
    /// Others can read the folder, and the disk has no way to close it.
    StaysOpen,
    /// The disk knows no locks: two programs could write at the same time.
    NoLocks,
    /// The clock is behind the last change of a case.
    ClockWentBack(Moment),
    /// So many files are under the passphrase and so many can be read as they are: it could not be finished now.
    HalfLocked { sealed: usize, open: usize },
    /// The same of a passphrase that is being taken away.
    HalfUnlocked { sealed: usize, open: usize },
    /// Whether all is under the passphrase could not be seen.
    LockUnknown,
    /// So many cases had been in the bin for their time and are gone.
    Gone(usize),
}
