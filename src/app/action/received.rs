//! What can be done on the page of files that somebody has sent.

/// What the user means to do with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Received {
    /// Open this one of those that were found.
    File(u16),
    /// Write where one lies.
    EditPath,
    /// Type the passphrase of the one that was chosen.
    EditPassphrase,
    /// Look for them once more.
    Again,
}
