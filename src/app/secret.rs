//! A passphrase on its way from the field to the store. It cannot be printed, and is overwritten when it is dropped.

use std::fmt;

use zeroize::Zeroizing;

/// Fewer characters are too easy to guess for who has the files: it is this tool's own figure.
pub const SHORTEST: usize = 10;

/// What opens a sealed data folder, or a file that is handed over.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}
