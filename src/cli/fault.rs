//! The words for what the store reports: `err-…` says what happened, `rec-…` what is so now and what to do.
//! Decides nothing; a kind of fault that has no words does not compile.

use std::io::ErrorKind;
use std::path::Path;

use crate::questionnaire::reading::MOST_TEXT;
use crate::store::{CaseFault, Cause, HalfWay, SealState, StoreError, SystemError};
use crate::text::Message;
use crate::text::brought::with_limits;
use crate::text::encoding::encoding_message;
use crate::text::system_error::system_message;

/// What happened.
#[must_use]
pub fn store_message(error: &StoreError) -> Message<'_> {
    let is_save = matches!(error, StoreError::Save { .. });
    let (id, has_reason) = match error.cause() {
        Cause::Held => ("err-save-held", false),
        Cause::Taken => ("err-save-taken", false),
        Cause::Link => ("err-save-link", false),
        Cause::NewestUnread => ("err-newest-unread", true),
        Cause::TooLarge if is_save && error.system().is_none() => {
            let message =
                Message::new("err-save-too-large").with("megabytes", MOST_TEXT / 1_000_000);
            return message.with("path", shown(error.path()));
        }
        _ if is_save => ("err-save", true),
        _ => ("err-read", true),
    };
    let message = Message::new(id).with("path", shown(error.path()));
    if has_reason {
        message.with("reason", reason(error))
    } else {
        message
    }
}

/// What is so now, and what to do next.
#[must_use]
pub fn store_recovery(error: &StoreError) -> Message<'_> {
    let is_save = matches!(error, StoreError::Save { .. });
    if !error.why().is_sure {
        return Message::new("rec-save-unsure");
    }
    Message::new(match (is_save, error.cause()) {
        (_, Cause::Held) => "rec-save-held",
        (_, Cause::Taken) => "rec-save-taken",
        (_, Cause::Link) => "rec-save-link",
        (_, Cause::NewestUnread) => "rec-newest-unread",
        (true, Cause::NoSpace) => "rec-save-no-space",
        (true, Cause::ReadOnly) => "rec-save-read-only",
        (true, Cause::Denied) => "rec-save-denied",
        (true, Cause::Gone) => "rec-save-gone",
        (true, Cause::NotAFolder) => "rec-save-not-a-folder",
        (true, Cause::NotAFile) => "rec-save-not-a-file",
        (true, Cause::TooLarge) => "rec-save-too-large",
        (true, Cause::InUse) => "rec-save-in-use",
        (true, Cause::InvalidName) => "rec-save-name",
        (true, Cause::Damaged | Cause::Other) => "rec-save-other",
        (false, Cause::Denied) => "rec-read-denied",
        (false, Cause::Gone) => "rec-read-gone",
        (false, Cause::NotAFolder) => "rec-read-not-a-folder",
        (false, Cause::InUse) => "rec-read-in-use",
        (false, _) => "rec-read-other",
    })
}

/// What was asked for is there, and a step failed all the same.
#[must_use]
pub fn doubt_message(doubt: &StoreError) -> Message<'_> {
    Message::new("done-in-doubt")
        .with("path", shown(doubt.path()))
        .with("reason", reason(doubt))
}

/// What was asked for is there; a state that was to be kept for later merges is not.
#[must_use]
pub fn not_kept<'a>(id: &'static str, error: &'a StoreError) -> Message<'a> {
    Message::new(id)
        .with("path", shown(error.path()))
        .with("reason", reason(error))
}

/// Why, in words, with the name and the number that the system gave.
#[must_use]
pub fn reason(error: &StoreError) -> Message<'static> {
    let by_kind = |kind| system_message(kind, None);
    match (error.system(), error.cause()) {
        (Some(system), _) => system_words(system),
        (None, Cause::Gone) => by_kind(ErrorKind::NotFound),
        (None, Cause::Denied) => by_kind(ErrorKind::PermissionDenied),
        (None, Cause::NoSpace) => by_kind(ErrorKind::StorageFull),
        (None, Cause::ReadOnly) => by_kind(ErrorKind::ReadOnlyFilesystem),
        (None, Cause::NotAFolder) => by_kind(ErrorKind::NotADirectory),
        (None, Cause::NotAFile) => by_kind(ErrorKind::IsADirectory),
        (None, Cause::TooLarge) => by_kind(ErrorKind::FileTooLarge),
        (None, Cause::Held | Cause::InUse) => by_kind(ErrorKind::ResourceBusy),
        (None, Cause::Taken) => by_kind(ErrorKind::AlreadyExists),
        (None, Cause::InvalidName) => by_kind(ErrorKind::InvalidFilename),
        (None, Cause::Damaged | Cause::NewestUnread) => Message::new("system-content-damaged"),
        (None, Cause::Link | Cause::Other) => Message::new("system-unsaid"),
    }
}

fn system_words(system: SystemError) -> Message<'static> {
    system_message(system.kind, system.number)
}

/// How far it is, by count, and how it goes on.
#[must_use]
pub fn state_messages(state: SealState) -> Vec<Message<'static>> {
    let id = if state.is_going {
        "unlock-half-way"
    } else {
        "lock-half-way"
    };
    let counted = Message::new(id)
        .with("files", state.sealed + state.open)
        .with("sealed", state.sealed)
        .with("open", state.open);
    vec![counted, Message::new("lock-goes-on")]
}

/// What was begun and could not be finished now, and why.
#[must_use]
pub fn half_way_messages(half_way: &HalfWay) -> Vec<Message<'_>> {
    let mut said: Vec<Message<'_>> = Vec::new();
    said.extend(half_way.fault.as_ref().map(store_message));
    match half_way.state {
        Some(state) => said.extend(state_messages(state)),
        None => said.push(Message::new("lock-unknown")),
    }
    said
}

/// Why a case cannot be opened.
#[must_use]
pub fn case_fault_message(fault: &CaseFault) -> Message<'_> {
    let message = Message::new(case_ids(fault).0);
    match fault {
        CaseFault::Empty
        | CaseFault::CutOff
        | CaseFault::Link
        | CaseFault::NotAFile
        | CaseFault::Locked
        | CaseFault::OtherKey
        | CaseFault::SealBroken => message,
        CaseFault::Unreadable(_) if fault.is_gone() => message,
        CaseFault::Unreadable(system) => message.with("reason", system_words(*system)),
        CaseFault::Encoding(fault) => message.with("encoding", encoding_message(*fault)),
        CaseFault::TooLarge => with_limits(message),
        CaseFault::NotJson { line, column } => message.with("line", *line).with("column", *column),
        CaseFault::WrongShape { path } => message.with("place", path.as_str()),
        CaseFault::Newer { format } => message.with("format", format.to_string()),
        CaseFault::WrongId(case) | CaseFault::Renamed(case) => message.with("id", case.id.as_str()),
    }
}

/// What is safe, and what to do next.
#[must_use]
pub fn case_fault_recovery(fault: &CaseFault) -> Message<'_> {
    let message = Message::new(case_ids(fault).1);
    match fault {
        CaseFault::Renamed(case) => message.with("id", case.id.as_str()),
        _ => message,
    }
}

type Ids = (&'static str, &'static str);

fn case_ids(fault: &CaseFault) -> Ids {
    match fault {
        CaseFault::Unreadable(_) if fault.is_gone() => ("err-case-gone", "rec-case-gone"),
        CaseFault::Unreadable(system) if system.kind == ErrorKind::PermissionDenied => {
            ("err-case-unreadable", "rec-case-denied")
        }
        CaseFault::Unreadable(system) if system.cause() == Cause::InUse => {
            ("err-case-unreadable", "rec-case-in-use")
        }
        CaseFault::Unreadable(_) => ("err-case-unreadable", "rec-case-unreadable"),
        CaseFault::TooLarge => ("err-case-too-large", "rec-case-too-large"),
        CaseFault::Empty => ("err-case-empty", "rec-case-empty"),
        CaseFault::Encoding(_) => ("err-case-encoding", "rec-case-encoding"),
        CaseFault::NotJson { .. } => ("err-case-not-json", "rec-case-not-json"),
        CaseFault::CutOff => ("err-case-cut-off", "rec-case-cut-off"),
        CaseFault::WrongShape { .. } => ("err-case-wrong-shape", "rec-case-wrong-shape"),
        CaseFault::Newer { .. } => ("err-case-newer", "rec-case-newer"),
        CaseFault::WrongId(_) => ("err-case-copy", "rec-case-copy"),
        CaseFault::Renamed(_) => ("err-case-renamed", "rec-case-renamed"),
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
