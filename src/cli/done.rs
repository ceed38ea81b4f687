//! What a command has to say when it is through, and the exit codes.

/// Done.
pub(super) const DONE: u8 = 0;
/// Could not be done, or something was found to be wrong.
pub(super) const COULD_NOT: u8 = 1;
/// Asked for in a way that is not understood.
pub(super) const USAGE: u8 = 2;

/// What a command has to say when it is through, and the exit code.
pub(super) struct Done {
    pub(super) text: Vec<u8>,
    pub(super) code: u8,
}

impl Done {
    pub(super) fn new(text: String) -> Self {
        Self::bytes(text.into_bytes())
    }

    /// For another program, or a file.
    pub(super) fn bytes(text: Vec<u8>) -> Self {
        Self { text, code: DONE }
    }

    /// Lines, each with its end.
    pub(super) fn lines(lines: impl IntoIterator<Item = String>) -> Self {
        Self::new(lines.into_iter().map(|line| line + "\n").collect())
    }
}
