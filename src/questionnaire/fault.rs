//! What can go wrong with keeping a case, as far as the screens have to know it.
//! A value only: `store` has the paths and the system's answers, `cli` the words.

/// Why a case does not open. Its file is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenProblem {
    /// No file of that name is there any more, or not its whole folder.
    Gone,
    /// The system does not let it be read.
    Denied,
    /// It can be read, and is no whole case.
    Damaged,
    /// It has more in it than a case can have.
    TooLarge,
    /// From a newer version of this program.
    Newer,
    /// Sealed, and the passphrase was not given or is of another folder.
    Locked,
    /// Its questions cannot be used.
    NoPack,
    /// A link to somewhere else has its name: links are not followed.
    Link,
    /// A folder or a device has its name.
    NotAFile,
    Unreadable(Option<i32>),
}

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
    /// Another program has the file open, such as Excel or a virus scanner.
    InUse,
    /// Something else has that name already.
    Taken,
    /// Not every system can have a file or a folder of that name.
    InvalidName,
    /// The newest earlier version cannot be read: which of the others is wanted must be said.
    NewestUnread,
    /// What is there now cannot be seen. With the number of what the system answered, if it gave one.
    Unsure(Option<i32>),
    /// With the number of what the system answered, if it gave one.
    Other(Option<i32>),
}
