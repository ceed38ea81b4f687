//! The words for what the store reports: `err-…` says what happened, `rec-…` what is safe and what to do.
//! Decides nothing; a kind of fault that has no words does not compile.

use std::io::ErrorKind;
use std::path::Path;

use crate::store::{CaseFault, Cause, StoreError, format};
use crate::text::Message;

/// What happened.
#[must_use]
pub fn store_message(error: &StoreError) -> Message<'_> {
    let (id, _) = store_ids(error);
    let message = Message::new(id).with("path", shown(error.path()));
    match (error, error.cause()) {
        (StoreError::Save { .. }, Cause::TooLarge) => message.with("megabytes", megabytes()),
        (_, Cause::Other(reason)) => message.with("reason", reason.as_str()),
        (StoreError::Read { .. }, cause) if id == READ_OTHER.0 => {
            message.with("reason", cause.to_string())
        }
        _ => message,
    }
}

/// What is safe, and what to do next.
#[must_use]
pub fn store_recovery(error: &StoreError) -> Message<'_> {
    Message::new(store_ids(error).1)
}

/// Why a case cannot be opened.
#[must_use]
pub fn case_fault_message(fault: &CaseFault) -> Message<'_> {
    let message = Message::new(case_ids(fault).0);
    match fault {
        CaseFault::Unreadable(ErrorKind::NotFound | ErrorKind::PermissionDenied)
        | CaseFault::Empty
        | CaseFault::NotUtf8
        | CaseFault::Link
        | CaseFault::NotAFile
        | CaseFault::Locked
        | CaseFault::OtherKey
        | CaseFault::SealBroken => message,
        CaseFault::Unreadable(kind) => message.with("reason", kind.to_string()),
        CaseFault::TooLarge => message.with("megabytes", megabytes()),
        CaseFault::NotJson { line, column } => message.with("line", *line).with("column", *column),
        CaseFault::WrongShape { path } => message.with("place", path.as_str()),
        CaseFault::Newer { format } => message.with("format", format.to_string()),
        CaseFault::WrongId(case) => message.with("id", case.id.as_str()),
    }
}

/// What is safe, and what to do next.
#[must_use]
pub fn case_fault_recovery(fault: &CaseFault) -> Message<'_> {
    Message::new(case_ids(fault).1)
}

type Ids = (&'static str, &'static str);

const READ_OTHER: Ids = ("err-read-other", "rec-read-other");

fn store_ids(error: &StoreError) -> Ids {
    match error {
        StoreError::Save { cause, .. } => match cause {
            Cause::NoSpace => ("err-save-no-space", "rec-save-no-space"),
            Cause::ReadOnly => ("err-save-read-only", "rec-save-read-only"),
            Cause::Denied => ("err-save-denied", "rec-save-denied"),
            Cause::Gone => ("err-save-gone", "rec-save-gone"),
            Cause::NotAFolder => ("err-save-not-a-folder", "rec-save-not-a-folder"),
            Cause::NotAFile => ("err-save-not-a-file", "rec-save-not-a-file"),
            Cause::TooLarge => ("err-save-too-large", "rec-save-too-large"),
            Cause::Held => ("err-save-held", "rec-save-held"),
            Cause::Taken => ("err-save-taken", "rec-save-taken"),
            Cause::Link => ("err-save-link", "rec-save-link"),
            Cause::Other(_) => ("err-save-other", "rec-save-other"),
        },
        StoreError::Read { cause, .. } => match cause {
            Cause::Denied => ("err-read-denied", "rec-read-denied"),
            Cause::Gone => ("err-read-gone", "rec-read-gone"),
            Cause::NotAFolder => ("err-read-not-a-folder", "rec-read-not-a-folder"),
            Cause::NoSpace
            | Cause::ReadOnly
            | Cause::TooLarge
            | Cause::NotAFile
            | Cause::Held
            | Cause::Taken
            | Cause::Link
            | Cause::Other(_) => READ_OTHER,
        },
    }
}

fn case_ids(fault: &CaseFault) -> Ids {
    match fault {
        CaseFault::Unreadable(ErrorKind::NotFound) => ("err-case-gone", "rec-case-gone"),
        CaseFault::Unreadable(ErrorKind::PermissionDenied) => {
            ("err-case-denied", "rec-case-denied")
        }
        CaseFault::Unreadable(_) => ("err-case-unreadable", "rec-case-unreadable"),
        CaseFault::TooLarge => ("err-case-too-large", "rec-case-too-large"),
        CaseFault::Empty => ("err-case-empty", "rec-case-empty"),
        CaseFault::NotUtf8 => ("err-case-not-utf8", "rec-case-not-utf8"),
        CaseFault::NotJson { .. } => ("err-case-not-json", "rec-case-not-json"),
        CaseFault::WrongShape { .. } => ("err-case-wrong-shape", "rec-case-wrong-shape"),
        CaseFault::Newer { .. } => ("err-case-newer", "rec-case-newer"),
        CaseFault::WrongId(_) => ("err-case-copy", "rec-case-copy"),
        CaseFault::Link => ("err-case-link", "rec-case-link"),
        CaseFault::NotAFile => ("err-case-not-a-file", "rec-case-not-a-file"),
        CaseFault::Locked => ("err-case-locked", "rec-case-locked"),
        CaseFault::OtherKey => ("err-case-other-key", "rec-case-other-key"),
        CaseFault::SealBroken => ("err-case-seal-broken", "rec-case-seal-broken"),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn megabytes() -> usize {
    usize::try_from(format::LIMIT / 1_000_000).unwrap_or(usize::MAX)
}
