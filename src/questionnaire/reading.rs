//! A case from bytes that somebody brings: a case file, or an export that holds a case.
//! Pure: the bytes come in, a case or what is wrong with them goes out. No fault quotes the user's words.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::RawValue;
use thiserror::Error;

use crate::questionnaire::case::{Case, FORMAT};
use crate::questionnaire::encoding::{EncodingFault, text_from};
use crate::questionnaire::id::is_id;

/// More than this, in bytes, is not looked at. Most of a file as large would be blanks.
pub const LIMIT: u64 = 20_000_000;

/// More text than this, in bytes, is no case: far beyond anything that is typed in, and little enough to be held
/// several times over.
pub const MOST_TEXT: usize = 5_000_000;

/// More than this, in bytes, is no single text: a field takes a tenth of it.
pub const LONGEST_TEXT: usize = 200_000;

/// More values than this are no case: each takes many times the memory of its two bytes in the file.
pub const MOST_VALUES: usize = 200_000;

/// `serde_json` takes nothing that is nested deeper.
const DEEPEST: usize = 128;

/// More of an export than this, in bytes, is not looked at: what is in the case stands there again, for readers.
pub const EXPORT_LIMIT: u64 = 4 * LIMIT;

/// The version of the export that holds a case. A higher one is refused.
pub const EXPORT_FORMAT: u32 = 1;

/// A step from one format of a case to the next.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The format that it takes.
    pub from: u64,
    /// Gives the next format, its number as well; `None` if what it takes is not of the format it says.
    pub step: fn(Value) -> Option<Value>,
}

/// The steps from older formats, in order. Format 1 is the first that there was.
pub const MIGRATIONS: &[Migration] = &[];

/// Why bytes are not a case. The texts here are for logs.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadFault {
    /// Over [`LIMIT`], [`MOST_TEXT`], [`LONGEST_TEXT`] or [`MOST_VALUES`].
    #[error("over the limit")]
    TooLarge,
    #[error("nothing is in it")]
    Empty,
    #[error(transparent)]
    Encoding(EncodingFault),
    /// Both from 1, the column in characters. Also nesting that is too deep.
    #[error("not JSON at line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// Its end is missing: it was not sent, copied or written to its end.
    #[error("cut off")]
    CutOff,
    /// Where something is missing or of the wrong kind, such as `walks.tics-minimum.version`.
    #[error("not a case: {path}")]
    WrongShape { path: String },
    #[error("written by a newer version, in format {format}")]
    Newer { format: u64 },
}

/// What an export holds beside things for readers. A case file has `walks`, an export has not.
#[derive(Deserialize)]
struct Export<'a> {
    format: Option<u64>,
    // Not a value: what is nested as deep as a case may be would be too deep here by one.
    #[serde(borrow)]
    case: Option<&'a RawValue>,
    walks: Option<IgnoredAny>,
}

/// The case in a case file or in a complete export as JSON.
pub fn imported(bytes: &[u8]) -> Result<Case, ReadFault> {
    if !fits(bytes, EXPORT_LIMIT) {
        return Err(ReadFault::TooLarge);
    }
    let text = &*text_of(bytes, EXPORT_LIMIT)?;
    let Ok(Export {
        format,
        case: Some(case),
        walks: None,
    }) = serde_json::from_str(text)
    else {
        return case_in(text, MIGRATIONS);
    };
    known(format, EXPORT_FORMAT)?;
    let case = case.get();
    case_in(case, MIGRATIONS).map_err(|fault| match fault {
        ReadFault::WrongShape { path } => wrong_shape(&format!("case.{path}")),
        fault => fault,
    })
}

/// The case in a case file. A newer format is told from damage before anything else is asked of it.
pub fn case_from(bytes: &[u8]) -> Result<Case, ReadFault> {
    case_with(bytes, MIGRATIONS)
}

/// The case in a case file, brought to the format of today by these steps.
pub fn case_with(bytes: &[u8], migrations: &[Migration]) -> Result<Case, ReadFault> {
    if !fits(bytes, LIMIT) {
        return Err(ReadFault::TooLarge);
    }
    case_in(&text_of(bytes, LIMIT)?, migrations)
}

/// The text of a case file, if it is one and no more than a case can have.
pub(super) fn case_text(bytes: &[u8]) -> Result<Cow<'_, str>, ReadFault> {
    if !fits(bytes, LIMIT) {
        return Err(ReadFault::TooLarge);
    }
    let text = text_of(bytes, LIMIT)?;
    if is_within_limits(text.as_bytes()) {
        Ok(text)
    } else {
        Err(ReadFault::TooLarge)
    }
}

fn fits(bytes: &[u8], limit: u64) -> bool {
    u64::try_from(bytes.len()).is_ok_and(|length| length <= limit)
}

/// What was written in another encoding may need more room in ours.
fn text_of(bytes: &[u8], limit: u64) -> Result<Cow<'_, str>, ReadFault> {
    // A machine that lost its power can leave a file full of zeros.
    if bytes.iter().all(|&b| b == 0) {
        return Err(ReadFault::Empty);
    }
    let text = text_from(bytes).map_err(|fault| match std::str::from_utf8(bytes) {
        // All of it but a last character that is not whole.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => ReadFault::CutOff,
        _ => ReadFault::Encoding(fault),
    })?;
    if text.bytes().all(|b| b == 0 || b.is_ascii_whitespace()) {
        return Err(ReadFault::Empty);
    }
    if fits(text.as_bytes(), limit) {
        Ok(text)
    } else {
        Err(ReadFault::TooLarge)
    }
}

fn case_in(text: &str, migrations: &[Migration]) -> Result<Case, ReadFault> {
    if !is_within_limits(text.as_bytes()) {
        return Err(ReadFault::TooLarge);
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read: Result<Case, _> = serde_path_to_error::deserialize(&mut deserializer);
    let is_of_today = read.as_ref().is_ok_and(|case| case.format == FORMAT);
    // Nearly always it is a case of today, and then this is all. Otherwise it is asked, from the outside in, what it is.
    if !(is_of_today && deserializer.end().is_ok()) {
        let raw: Value = serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
        let format = raw.get("format").and_then(Value::as_u64);
        if let Some(format) = format.filter(|format| *format < u64::from(FORMAT)) {
            let migrated =
                migrated(raw, format, migrations).ok_or_else(|| wrong_shape("format"))?;
            return case_in(&migrated.to_string(), &[]);
        }
        known(format, FORMAT)?;
    }
    read.map_err(|error| wrong_shape(&place(&error)))
        .and_then(with_an_id)
}

/// The id becomes a file name.
fn with_an_id(case: Case) -> Result<Case, ReadFault> {
    if is_id(case.id.as_str()) {
        Ok(case)
    } else {
        Err(wrong_shape("id"))
    }
}

/// Whether this JSON has as much text, and as many values, as a case can have. Looks before anything is built of it.
#[must_use]
pub fn is_within_limits(json: &[u8]) -> bool {
    // Nearly always, and then every byte could be a value, or all of them one text.
    if json.len() <= LONGEST_TEXT.min(MOST_VALUES).min(MOST_TEXT) {
        return true;
    }
    let (mut values, mut all_text, mut depth) = (0, 0, 0_usize);
    let mut rest = json.iter();
    while let Some(byte) = rest.next() {
        match byte {
            // The first begins a value of its own, the others the next of several.
            b',' => values += 1,
            b'[' | b'{' => {
                values += 1;
                depth += 1;
                if depth > DEEPEST {
                    // The parser says so, and goes no further either.
                    break;
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => {
                let text = length_of_text(&mut rest);
                if text > LONGEST_TEXT {
                    return false;
                }
                all_text += text;
            }
            _ => {}
        }
    }
    fits(json, LIMIT) && values <= MOST_VALUES && all_text <= MOST_TEXT
}

/// The bytes of a text up to its end, which is passed over.
fn length_of_text<'a>(rest: &mut impl Iterator<Item = &'a u8>) -> usize {
    let mut length = 0;
    while let Some(byte) = rest.next()
        && *byte != b'"'
    {
        length += 1;
        if *byte == b'\\' {
            // Whatever it is, it does not end the text.
            rest.next();
        }
    }
    length
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

fn known(format: Option<u64>, ours: u32) -> Result<(), ReadFault> {
    match format {
        Some(format) if format == u64::from(ours) => Ok(()),
        Some(format) if format > u64::from(ours) => Err(ReadFault::Newer { format }),
        _ => Err(wrong_shape("format")),
    }
}

pub(super) fn not_json(text: &str, error: &serde_json::Error) -> ReadFault {
    if is_cut_off(text, error) {
        return ReadFault::CutOff;
    }
    let line = text.lines().nth(error.line().saturating_sub(1));
    // serde counts bytes; editors, and people, count characters.
    let column = line.map_or(0, |line| {
        line.char_indices()
            .take_while(|(start, _)| *start < error.column())
            .count()
    });
    ReadFault::NotJson {
        line: error.line().max(1),
        column: column.max(1),
    }
}

/// Whether all that is wrong with it is that it ends too soon, also where the disk has filled it up with zeros.
fn is_cut_off(text: &str, error: &serde_json::Error) -> bool {
    if error.is_eof() {
        return true;
    }
    let written = text.trim_end_matches('\0');
    let read = || serde_json::from_str::<IgnoredAny>(written);
    written.len() < text.len() && read().is_err_and(|error| error.is_eof())
}

pub(super) fn wrong_shape(path: &str) -> ReadFault {
    ReadFault::WrongShape {
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
