//! Why answers could not be kept, as far as the user can do something about it.

/// What stands in the way of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// The disk is full.
    NoSpace,
    /// The folder or the medium cannot be written to.
    ReadOnly,
    /// No permission.
    Denied,
    /// The folder is no longer there (a USB stick pulled out).
    FolderGone,
    Other,
}
