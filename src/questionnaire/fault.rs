//! What can go wrong with keeping a case, as far as the screens have to know it.
//! A value only: `store` has the paths and the system's answers, `cli` the words.

/// Why the newest answers are not on the disk. They are still in memory and on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SaveFault {
    /// The disk, or the user's share of it, is full.
    NoSpace,
    /// The disk can only be read.
    ReadOnly,
    /// The system does not allow it.
    Denied,
    /// The folder was there and is not any more, such as a drive that was pulled out.
    FolderGone,
    /// The case has grown beyond what would be read again.
    TooLarge,
    /// Another program has the case, or works on the whole folder.
    Held,
    /// Something else has that name already.
    Taken,
    Other,
}
