//! What can be written among the notes for oneself.

/// A part of what is kept of a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotesPart {
    /// How its name is read.
    Reading,
    /// The day of the next visit.
    Visit,
    Tags,
    /// Of the firm.
    Note,
    /// Of the question at this place on the page.
    Question(u16),
    /// Once more to the disk.
    Retry,
}
