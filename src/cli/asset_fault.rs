//! The words for packs and files of the user's own that cannot be used: `err-…` what happened, `rec-…` what to do.
//! Decides nothing; a kind of fault that has no words does not compile.

use std::io::ErrorKind;
use std::path::Path;

use crate::assets::{AssetIssue, Origin, SIZE_LIMIT};
use crate::pack_library::{PackFault, WordsIssue};
use crate::text::Message;
use crate::text::catalog::CatalogIssue;
use crate::text::encoding::encoding_message;
use crate::text::system_error::system_message;

/// Why a file of the user could not be read, and what to do.
#[must_use]
pub fn file_messages(issue: &AssetIssue) -> [Message<'static>; 2] {
    let (err, rec) = file_ids(issue);
    let (AssetIssue::TooLarge { path }
    | AssetIssue::Encoding { path, .. }
    | AssetIssue::Name { path }
    | AssetIssue::Unreadable { path, .. }) = issue;
    let message = Message::new(err).with("path", path_of(path));
    let message = match issue {
        AssetIssue::TooLarge { .. } => message.with("megabytes", megabytes()),
        AssetIssue::Encoding { fault, .. } => message.with("encoding", encoding_message(*fault)),
        AssetIssue::Unreadable { kind, number, .. } if rec == UNREADABLE.1 => {
            message.with("reason", system_message(*kind, *number))
        }
        AssetIssue::Unreadable { .. } | AssetIssue::Name { .. } => message,
    };
    [message, Message::new(rec)]
}

const UNREADABLE: (&str, &str) = ("err-file-unreadable", "rec-file-unreadable");

fn file_ids(issue: &AssetIssue) -> (&'static str, &'static str) {
    match issue {
        AssetIssue::TooLarge { .. } => ("err-file-too-large", "rec-file-too-large"),
        AssetIssue::Encoding { .. } => ("err-file-encoding", "rec-file-encoding"),
        AssetIssue::Name { .. } => ("err-pack-name", "rec-pack-name"),
        AssetIssue::Unreadable { kind, .. } => match kind {
            ErrorKind::NotFound => ("err-file-gone", "rec-file-gone"),
            ErrorKind::PermissionDenied => ("err-file-denied", "rec-file-denied"),
            // What is no file is not opened.
            ErrorKind::InvalidInput | ErrorKind::IsADirectory => {
                ("err-file-not-a-file", "rec-file-not-a-file")
            }
            _ => UNREADABLE,
        },
    }
}

/// Why a pack cannot be used, and what to do. Nothing in the cases changes by it.
#[must_use]
pub fn pack_messages(fault: &PackFault) -> [Message<'static>; 2] {
    match fault {
        PackFault::Missing(id) => [
            Message::new("err-pack-missing").with("pack", id.as_str().to_owned()),
            Message::new("rec-pack-missing"),
        ],
        PackFault::Unreadable(issue) => file_messages(issue),
        PackFault::NotJson {
            origin,
            line,
            column,
        } => [
            Message::new("err-pack-not-json")
                .with("path", origin_path(origin))
                .with("line", *line)
                .with("column", *column),
            Message::new("rec-pack-not-json"),
        ],
        PackFault::Wrong { origin, issues } => [
            Message::new("err-pack-wrong")
                .with("path", origin_path(origin))
                .with("issues", issues.len()),
            Message::new("rec-pack-wrong").with("path", origin_path(origin)),
        ],
    }
}

/// What of the user's own words was left out. The program's own are used in their place.
#[must_use]
pub fn words_message(issue: &WordsIssue) -> Message<'_> {
    match issue {
        WordsIssue::File(issue) => {
            let [message, _] = file_messages(issue);
            message
        }
        WordsIssue::Words(CatalogIssue::NotALanguage { code }) => {
            Message::new("err-words-not-a-language").with("code", code.as_str())
        }
        WordsIssue::Words(CatalogIssue::NotAMessage {
            language,
            file,
            excerpt,
        }) => Message::new("err-words-not-a-message")
            .with("language", language.as_str())
            .with("file", file.as_str())
            .with("excerpt", excerpt.as_str()),
        WordsIssue::Words(CatalogIssue::TooDeep { language, file }) => {
            Message::new("err-words-too-deep")
                .with("language", language.as_str())
                .with("file", file.as_str())
        }
    }
}

pub(crate) fn path_of(path: &Path) -> String {
    path.display().to_string()
}

// What comes with the program is right: a test sees to it.
fn origin_path(origin: &Origin) -> String {
    match origin {
        Origin::BuiltIn => String::new(),
        Origin::File(path) | Origin::Overriding(path) => path_of(path),
    }
}

fn megabytes() -> usize {
    usize::try_from(SIZE_LIMIT / 1_000_000).unwrap_or(usize::MAX)
}
