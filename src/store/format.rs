//! The bytes of a case file: a case from them, or what is wrong with them, and back.
//! Touches no disk. What a case looks like is in `questionnaire::reading`; a change of the format gets its migration there.

use std::io::ErrorKind;

use thiserror::Error;

use crate::questionnaire::case::Case;
use crate::questionnaire::encoding::EncodingFault;
use crate::questionnaire::fault::OpenProblem;
use crate::questionnaire::reading::{self, ReadFault};
use crate::store::SystemError;

pub use crate::questionnaire::reading::{LIMIT, MIGRATIONS, Migration};

/// Why a file is not a case that can be opened. The file is left as it is. The texts here are for logs.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum CaseFault {
    #[error("cannot be read: {0}")]
    Unreadable(SystemError),
    #[error("over the limit of {LIMIT} bytes")]
    TooLarge,
    #[error("nothing is in it")]
    Empty,
    #[error(transparent)]
    Encoding(EncodingFault),
    /// Both from 1, the column in characters. Also nesting that is too deep.
    #[error("not JSON at line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// Its end is missing.
    #[error("cut off")]
    CutOff,
    /// Where something is missing or of the wrong kind, such as `walks.tics-minimum.version`.
    #[error("not a case: {path}")]
    WrongShape { path: String },
    #[error("written by a newer version, in format {format}")]
    Newer { format: u64 },
    /// A copy under another name than the id inside; opening it as a case of its own needs a new id.
    #[error("a copy of {}", .0.id)]
    WrongId(Box<Case>),
    /// A file under another name than the id inside, where no file has that id: it was renamed by hand.
    #[error("the file of {} under another name", .0.id)]
    Renamed(Box<Case>),
    /// A link that leads elsewhere: it is not followed.
    #[error("a link")]
    Link,
    /// A folder, a pipe or a device.
    #[error("not a file")]
    NotAFile,
    /// Sealed, and the passphrase was not given.
    #[error("sealed")]
    Locked,
    /// Sealed for another key than that of this folder.
    #[error("sealed for another key")]
    OtherKey,
    /// Sealed, and cut or changed since.
    #[error("sealed and damaged")]
    SealBroken,
}

impl CaseFault {
    pub(super) const GONE: Self = Self::of_kind(ErrorKind::NotFound);

    pub(super) const fn of_kind(kind: ErrorKind) -> Self {
        Self::Unreadable(SystemError { kind, number: None })
    }

    /// No file of that name is there.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Unreadable(system) if system.kind == ErrorKind::NotFound)
    }
}

impl From<&CaseFault> for OpenProblem {
    fn from(fault: &CaseFault) -> Self {
        match fault {
            CaseFault::Unreadable(_) if fault.is_gone() => Self::Gone,
            CaseFault::Unreadable(system) if system.kind == ErrorKind::PermissionDenied => {
                Self::Denied
            }
            CaseFault::Unreadable(system) => Self::Unreadable(system.number),
            CaseFault::Newer { .. } => Self::Newer,
            CaseFault::Locked | CaseFault::OtherKey => Self::Locked,
            CaseFault::TooLarge => Self::TooLarge,
            CaseFault::Link => Self::Link,
            CaseFault::NotAFile => Self::NotAFile,
            _ => Self::Damaged,
        }
    }
}

impl From<ReadFault> for CaseFault {
    fn from(fault: ReadFault) -> Self {
        match fault {
            ReadFault::TooLarge => Self::TooLarge,
            ReadFault::Empty => Self::Empty,
            ReadFault::Encoding(fault) => Self::Encoding(fault),
            ReadFault::NotJson { line, column } => Self::NotJson { line, column },
            ReadFault::CutOff => Self::CutOff,
            ReadFault::WrongShape { path } => Self::WrongShape { path },
            ReadFault::Newer { format } => Self::Newer { format },
        }
    }
}

/// Reads a case. A newer format is told from damage before anything else is asked of it.
pub fn decode(bytes: &[u8]) -> Result<Case, CaseFault> {
    decode_from(bytes, MIGRATIONS)
}

/// Reads a case, brought to the format of today by these steps.
pub fn decode_from(bytes: &[u8], migrations: &[Migration]) -> Result<Case, CaseFault> {
    reading::case_with(bytes, migrations).map_err(CaseFault::from)
}

/// The bytes of a case file: indented, because people look into it, with a newline at the end.
/// `None` if they could not be read again: such a file must not replace one that can.
#[must_use]
pub fn encode(case: &Case) -> Option<Vec<u8>> {
    // Not an error: whoever gets nothing tells that the case cannot be kept like this.
    let mut bytes = serde_json::to_vec_pretty(case).ok()?;
    bytes.push(b'\n');
    (decode(&bytes).as_ref() == Ok(case)).then_some(bytes)
}
