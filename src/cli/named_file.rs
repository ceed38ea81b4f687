//! The words for a file that the user named and that lies where they like: they speak of that file and never of the
//! data folder. Decides nothing; a kind of fault that has no words does not compile.

use std::path::Path;

use crate::cli::asset_fault::path_of;
use crate::cli::fault::reason;
use crate::questionnaire::reading::EXPORT_LIMIT;
use crate::store::{Cause, StoreError};
use crate::text::Message;

/// The name that stands for what is typed or piped, and for what is printed.
const NO_FILE: &str = "-";

/// The file to write to that was named; none where what is made is to be printed.
pub(super) fn to_write(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| *path != Path::new(NO_FILE))
}

/// Why a file could not be read, and what to do.
#[must_use]
pub(super) fn not_read(path: &Path, error: &StoreError) -> [Message<'static>; 2] {
    if path == Path::new(NO_FILE) {
        return [
            Message::new("err-input-unreadable").with("reason", reason(error)),
            Message::new("rec-input-unreadable"),
        ];
    }
    let (err, rec) = match error.cause() {
        _ if error.is_of_a_place_that_is_gone() => ("err-file-unreadable", "rec-file-place-gone"),
        Cause::Gone | Cause::NotAFolder => ("err-file-gone", "rec-file-gone"),
        Cause::Denied => ("err-file-denied", "rec-file-denied"),
        Cause::NotAFile => ("err-file-not-a-file", "rec-file-not-a-file"),
        Cause::TooLarge => ("err-file-too-large", "rec-file-too-large"),
        Cause::InUse => ("err-file-in-use", "rec-file-in-use"),
        Cause::NoSpace
        | Cause::ReadOnly
        | Cause::Held
        | Cause::Taken
        | Cause::InvalidName
        | Cause::Link
        | Cause::NewestUnread
        | Cause::Damaged
        | Cause::Other => ("err-file-unreadable", "rec-file-unreadable"),
    };
    let said = Message::new(err).with("path", path_of(path));
    let said = match err {
        "err-file-too-large" => said.with("megabytes", megabytes()),
        "err-file-unreadable" => said.with("reason", reason(error)),
        _ => said,
    };
    [said, Message::new(rec)]
}

/// Why a file could not be written, and what to do. Nothing in the checks has to do with it.
#[must_use]
pub(super) fn not_written(error: &StoreError) -> [Message<'_>; 2] {
    let (err, rec) = match error.cause() {
        Cause::NotAFile => ("err-export-folder", "rec-export-folder"),
        _ if error.is_of_a_place_that_is_gone() => ("err-export-other", "rec-export-place-gone"),
        Cause::Gone => ("err-export-gone", "rec-export-place"),
        Cause::NotAFolder => ("err-export-not-a-folder", "rec-export-place"),
        Cause::Denied => ("err-export-denied", "rec-export"),
        Cause::ReadOnly => ("err-export-read-only", "rec-export"),
        Cause::NoSpace => ("err-export-no-space", "rec-export"),
        Cause::InUse => ("err-export-in-use", "rec-export-in-use"),
        Cause::InvalidName => ("err-export-name", "rec-export-name"),
        Cause::Taken => ("err-export-exists", "rec-export-exists"),
        Cause::TooLarge
        | Cause::Held
        | Cause::Link
        | Cause::NewestUnread
        | Cause::Damaged
        | Cause::Other => ("err-export-other", "rec-export"),
    };
    let said = Message::new(err).with("path", path_of(error.path()));
    let said = match err {
        "err-export-other" => said.with("reason", reason(error)),
        _ => said,
    };
    // What is there now cannot be seen.
    let rec = if error.why().is_sure {
        rec
    } else {
        "rec-export-unsure"
    };
    [said, Message::new(rec)]
}

fn megabytes() -> usize {
    usize::try_from(EXPORT_LIMIT / 1_000_000).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    /// On Linux ENODEV, on Windows `ERROR_NOT_READY`: what a drive answers from which the stick came out.
    const NO_DRIVE: i32 = if cfg!(windows) { 21 } else { 19 };

    #[test]
    fn of_a_stick_that_came_out_it_is_not_said_that_the_file_is_not_there() {
        let path = Path::new("from-kato.json");
        let ids = |told: [Message<'_>; 2]| told.map(|message| message.id.to_owned());
        let gone = || io::Error::from_raw_os_error(NO_DRIVE);
        assert_eq!(
            ids(not_read(path, &StoreError::read(path, gone()))),
            ["err-file-unreadable", "rec-file-place-gone"]
        );
        assert_eq!(
            ids(not_written(&StoreError::save(path, gone()))),
            ["err-export-other", "rec-export-place-gone"]
        );
        let none = || io::Error::from(io::ErrorKind::NotFound);
        assert_eq!(
            ids(not_read(path, &StoreError::read(path, none()))),
            ["err-file-gone", "rec-file-gone"]
        );
        assert_eq!(
            ids(not_written(&StoreError::save(path, none()))),
            ["err-export-gone", "rec-export-place"]
        );
    }
}
