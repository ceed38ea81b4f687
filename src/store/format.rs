//! The bytes of a case file: a case from them, or what is wrong with them, and back.
//! Touches no disk. A change of the format gets its migration here.

use std::io;

use serde_json::Value;
use thiserror::Error;

use crate::questionnaire::case::{Case, FORMAT};
use crate::questionnaire::id::is_id;

/// More than this, in bytes, is neither read nor written: far beyond anything that is typed in.
pub const LIMIT: u64 = 20_000_000;

/// Why a file is not a case that can be opened. The file is left as it is. The texts here are for logs.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum CaseFault {
    #[error("cannot be read: {0}")]
    Unreadable(io::ErrorKind),
    #[error("over the limit of {LIMIT} bytes")]
    TooLarge,
    #[error("nothing is in it")]
    Empty,
    #[error("not UTF-8")]
    NotUtf8,
    /// Both from 1, the column in characters. Also nesting that is too deep.
    #[error("not JSON at line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// Where something is missing or of the wrong kind, such as `walks.tics-minimum.version`.
    #[error("not a case: {path}")]
    WrongShape { path: String },
    #[error("written by a newer version, in format {format}")]
    Newer { format: u64 },
    /// A copy under another name than the id inside; opening it as a case of its own needs a new id.
    #[error("a copy of {}", .0.id)]
    WrongId(Box<Case>),
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

/// A step from one format to the next.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The format that it takes.
    pub from: u64,
    /// Gives the next format, its number as well; `None` if what it takes is not of the format it says.
    pub step: fn(Value) -> Option<Value>,
}

/// The steps from older formats, in order. Format 1 is the first that there was.
pub const MIGRATIONS: &[Migration] = &[];

/// Reads a case. A newer format is told from damage before anything else is asked of it.
pub fn decode(bytes: &[u8]) -> Result<Case, CaseFault> {
    decode_from(bytes, MIGRATIONS)
}

/// The same, with these steps from older formats.
pub fn decode_from(bytes: &[u8], migrations: &[Migration]) -> Result<Case, CaseFault> {
    // Windows' Notepad may have put a byte order mark in front.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // A machine that lost its power can leave a file full of zeros.
    if bytes.iter().all(|&b| b == 0 || b.is_ascii_whitespace()) {
        return Err(CaseFault::Empty);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| CaseFault::NotUtf8)?;
    let raw: Value = serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
    match raw.get("format").and_then(Value::as_u64) {
        Some(format) if format == u64::from(FORMAT) => {}
        Some(format) if format > u64::from(FORMAT) => return Err(CaseFault::Newer { format }),
        Some(format) => {
            let migrated =
                migrated(raw, format, migrations).ok_or_else(|| wrong_shape("format"))?;
            return decode_from(migrated.to_string().as_bytes(), &[]);
        }
        None => return Err(wrong_shape("format")),
    }
    // From the text again and not from the value: a member that stands there twice is told only here.
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let case: Case = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| wrong_shape(&place(&error)))?;
    // The id becomes a file name.
    if is_id(case.id.as_str()) {
        Ok(case)
    } else {
        Err(wrong_shape("id"))
    }
}

/// The same case in the format of today.
fn migrated(mut raw: Value, mut format: u64, migrations: &[Migration]) -> Option<Value> {
    while format < u64::from(FORMAT) {
        let migration = migrations.iter().find(|step| step.from == format)?;
        raw = (migration.step)(raw)?;
        let next = raw.get("format").and_then(Value::as_u64)?;
        if next <= format {
            return None;
        }
        format = next;
    }
    Some(raw)
}

/// The bytes of a case file: indented, because people look into it, with a newline at the end.
/// `None` if they could not be read again: such a file must not replace one that can.
#[must_use]
pub fn encode(case: &Case) -> Option<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(case).ok()?;
    bytes.push(b'\n');
    (decode(&bytes).as_ref() == Ok(case)).then_some(bytes)
}

fn not_json(text: &str, error: &serde_json::Error) -> CaseFault {
    let line = text.lines().nth(error.line().saturating_sub(1));
    // serde counts bytes; editors, and people, count characters.
    let column = line.map_or(0, |line| {
        line.char_indices()
            .take_while(|(start, _)| *start < error.column())
            .count()
    });
    CaseFault::NotJson {
        line: error.line().max(1),
        column: column.max(1),
    }
}

fn wrong_shape(path: &str) -> CaseFault {
    CaseFault::WrongShape {
        path: path.to_owned(),
    }
}

/// The path to what is wrong, with the member that is missing or there twice, and never a value:
/// those are the user's words.
fn place(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let message = error.inner().to_string();
    let member = ["missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| message.strip_prefix(start)?.split_once('`'));
    match (member, path.as_str()) {
        (Some((name, _)), ".") => name.to_owned(),
        (Some((name, _)), _) => format!("{path}.{name}"),
        (None, _) => path,
    }
}
