//! What the system answers when it refuses, in words that somebody without a computer at heart can read, with its name
//! and number for somebody who can look them up. One table for every system; a number that is not in it stands alone.

use std::io::ErrorKind;

use crate::text::Message;

/// Whose numbers they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Linux,
    Mac,
    Windows,
}

impl System {
    pub const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(any(target_os = "macos", target_os = "ios")) {
        Self::Mac
    } else {
        Self::Linux
    };
}

/// The message, the name on Unix with its number on Linux and on a Mac, and the names and numbers of winerror.h.
type Row = (
    &'static str,
    &'static [(&'static str, i32, i32)],
    &'static [(&'static str, i32)],
);

const TABLE: &[Row] = &[
    (
        "system-input-output",
        &[("EIO", 5, 5), ("EREMOTEIO", 121, NONE)],
        &[
            ("ERROR_CRC", 23),
            ("ERROR_SEEK", 25),
            ("ERROR_SECTOR_NOT_FOUND", 27),
            ("ERROR_WRITE_FAULT", 29),
            ("ERROR_READ_FAULT", 30),
            ("ERROR_GEN_FAILURE", 31),
            ("ERROR_IO_DEVICE", 1117),
        ],
    ),
    (
        "system-no-space",
        &[("ENOSPC", 28, 28)],
        &[("ERROR_HANDLE_DISK_FULL", 39), ("ERROR_DISK_FULL", 112)],
    ),
    (
        "system-quota",
        &[("EDQUOT", 122, 69)],
        &[("ERROR_DISK_QUOTA_EXCEEDED", 1295)],
    ),
    (
        "system-denied",
        &[("EACCES", 13, 13), ("EPERM", 1, 1)],
        &[("ERROR_ACCESS_DENIED", 5)],
    ),
    (
        "system-read-only",
        &[("EROFS", 30, 30)],
        &[("ERROR_WRITE_PROTECT", 19)],
    ),
    (
        "system-not-found",
        &[("ENOENT", 2, 2)],
        &[("ERROR_FILE_NOT_FOUND", 2), ("ERROR_PATH_NOT_FOUND", 3)],
    ),
    (
        "system-not-a-folder",
        &[("ENOTDIR", 20, 20)],
        &[("ERROR_DIRECTORY", 267)],
    ),
    ("system-a-folder", &[("EISDIR", 21, 21)], &[]),
    (
        "system-exists",
        &[("EEXIST", 17, 17)],
        &[("ERROR_FILE_EXISTS", 80), ("ERROR_ALREADY_EXISTS", 183)],
    ),
    (
        "system-too-many-open",
        &[("EMFILE", 24, 24), ("ENFILE", 23, 23)],
        &[("ERROR_TOO_MANY_OPEN_FILES", 4)],
    ),
    (
        "system-too-large",
        &[("EFBIG", 27, 27)],
        &[("ERROR_FILE_TOO_LARGE", 223)],
    ),
    (
        "system-timed-out",
        &[("ETIMEDOUT", 110, 60)],
        &[("ERROR_SEM_TIMEOUT", 121), ("ERROR_TIMEOUT", 1460)],
    ),
    (
        "system-busy",
        &[("EBUSY", 16, 16), ("ETXTBSY", 26, 26), ("EAGAIN", 11, 35)],
        &[
            ("ERROR_SHARING_VIOLATION", 32),
            ("ERROR_LOCK_VIOLATION", 33),
            ("ERROR_BUSY", 170),
        ],
    ),
    (
        "system-long-name",
        &[("ENAMETOOLONG", 36, 63)],
        &[("ERROR_FILENAME_EXCED_RANGE", 206)],
    ),
    ("system-odd-name", &[], &[("ERROR_INVALID_NAME", 123)]),
    ("system-links", &[("ELOOP", 40, 62)], &[]),
    (
        "system-stale",
        &[("ESTALE", 116, 70)],
        &[("ERROR_NETNAME_DELETED", 64)],
    ),
    (
        "system-no-device",
        &[
            ("ENXIO", 6, 6),
            ("ENODEV", 19, 19),
            ("ENOMEDIUM", 123, NONE),
            ("EHOSTDOWN", 112, 64),
            ("EHOSTUNREACH", 113, 65),
            ("ENETDOWN", 100, 50),
            ("ENETUNREACH", 101, 51),
            ("ENOTCONN", 107, 57),
            ("ESHUTDOWN", 108, 58),
        ],
        &[
            ("ERROR_INVALID_DRIVE", 15),
            ("ERROR_BAD_UNIT", 20),
            ("ERROR_NOT_READY", 21),
            ("ERROR_WRONG_DISK", 34),
            ("ERROR_REM_NOT_LIST", 51),
            ("ERROR_BAD_NETPATH", 53),
            ("ERROR_DEV_NOT_EXIST", 55),
            ("ERROR_UNEXP_NET_ERR", 59),
            ("ERROR_BAD_NET_NAME", 67),
            ("ERROR_NO_SUCH_DEVICE", 433),
            ("ERROR_FILE_INVALID", 1006),
            ("ERROR_MEDIA_CHANGED", 1110),
            ("ERROR_NO_MEDIA_IN_DRIVE", 1112),
            ("ERROR_DEVICE_NOT_CONNECTED", 1167),
            ("ERROR_NO_NET_OR_BAD_PATH", 1203),
            ("ERROR_NO_NETWORK", 1222),
            ("ERROR_NETWORK_UNREACHABLE", 1231),
            ("ERROR_HOST_UNREACHABLE", 1232),
            ("ERROR_CONNECTION_ABORTED", 1236),
            ("ERROR_DEVICE_REMOVED", 1617),
            ("ERROR_DEVICE_NOT_AVAILABLE", 4319),
        ],
    ),
    (
        "system-no-memory",
        &[("ENOMEM", 12, 12)],
        &[
            ("ERROR_NOT_ENOUGH_MEMORY", 8),
            ("ERROR_OUTOFMEMORY", 14),
            ("ERROR_NO_SYSTEM_RESOURCES", 1450),
        ],
    ),
    ("system-interrupted", &[("EINTR", 4, 4)], &[]),
    (
        "system-another-disk",
        &[("EXDEV", 18, 18)],
        &[("ERROR_NOT_SAME_DEVICE", 17)],
    ),
    (
        "system-not-empty",
        &[("ENOTEMPTY", 39, 66)],
        &[("ERROR_DIR_NOT_EMPTY", 145)],
    ),
    (
        "system-not-possible",
        &[
            ("EINVAL", 22, 22),
            ("ENOSYS", 38, 78),
            ("EOPNOTSUPP", 95, 102),
            ("ENOLCK", 37, 77),
        ],
        &[
            ("ERROR_INVALID_FUNCTION", 1),
            ("ERROR_INVALID_HANDLE", 6),
            ("ERROR_NOT_SUPPORTED", 50),
            ("ERROR_INVALID_PARAMETER", 87),
        ],
    ),
    (
        "system-damaged",
        &[("EUCLEAN", 117, NONE)],
        &[("ERROR_FILE_CORRUPT", 1392), ("ERROR_DISK_CORRUPT", 1393)],
    ),
];

/// A number that a system does not have.
const NONE: i32 = -1;

/// The name of a number and the message that says what it means.
#[must_use]
pub fn known(system: System, number: i32) -> Option<(&'static str, &'static str)> {
    let is_it = |of: i32| of == number && of != NONE;
    TABLE.iter().find_map(|(words, unix, windows)| {
        let name = match system {
            System::Linux => unix.iter().find(|row| is_it(row.1)).map(|row| row.0),
            System::Mac => unix.iter().find(|row| is_it(row.2)).map(|row| row.0),
            System::Windows => windows.iter().find(|row| is_it(row.1)).map(|row| row.0),
        };
        Some((name?, *words))
    })
}

/// What the system answered, in words, with its name and number as far as there are any.
#[must_use]
pub fn system_message(kind: ErrorKind, number: Option<i32>) -> Message<'static> {
    match number {
        Some(number) => numbered(number),
        None => Message::new(words_of(kind)),
    }
}

/// What the system answered, in words, where nothing of it is left but the number; without one, that it said nothing.
#[must_use]
pub fn number_message(number: Option<i32>) -> Message<'static> {
    number.map_or(Message::new("system-unsaid"), numbered)
}

fn numbered(number: i32) -> Message<'static> {
    let message = match known(System::HERE, number) {
        Some((name, words)) => Message::new("system-named")
            .with("words", Message::new(words))
            .with("name", name),
        None => Message::new("system-number"),
    };
    // As text: it is a name, and has no thousands.
    message.with("number", number.to_string())
}

/// For what did not come from the system but is called as if it had.
fn words_of(kind: ErrorKind) -> &'static str {
    use ErrorKind as Kind;
    match kind {
        Kind::StorageFull => "system-no-space",
        Kind::QuotaExceeded => "system-quota",
        Kind::PermissionDenied => "system-denied",
        Kind::ReadOnlyFilesystem => "system-read-only",
        Kind::NotFound => "system-not-found",
        Kind::NotADirectory => "system-not-a-folder",
        Kind::IsADirectory => "system-a-folder",
        Kind::AlreadyExists => "system-exists",
        Kind::InvalidFilename => "system-odd-name",
        Kind::FileTooLarge => "system-too-large",
        Kind::TimedOut => "system-timed-out",
        Kind::ResourceBusy | Kind::WouldBlock => "system-busy",
        Kind::StaleNetworkFileHandle => "system-stale",
        Kind::HostUnreachable
        | Kind::NetworkUnreachable
        | Kind::NetworkDown
        | Kind::NotConnected => "system-no-device",
        Kind::OutOfMemory => "system-no-memory",
        Kind::Interrupted => "system-interrupted",
        Kind::DirectoryNotEmpty => "system-not-empty",
        Kind::CrossesDevices => "system-another-disk",
        Kind::InvalidInput | Kind::Unsupported => "system-not-possible",
        Kind::InvalidData => "system-not-as-written",
        Kind::UnexpectedEof | Kind::WriteZero => "system-cut-short",
        _ => "system-unsaid",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_a_system_means_two_things() {
        for system in [System::Linux, System::Mac, System::Windows] {
            let mut numbers: Vec<i32> = TABLE
                .iter()
                .flat_map(|(_, unix, windows)| match system {
                    System::Linux => unix.iter().map(|row| row.1).collect(),
                    System::Mac => unix.iter().map(|row| row.2).collect(),
                    System::Windows => windows.iter().map(|row| row.1).collect::<Vec<_>>(),
                })
                .filter(|number| *number != NONE)
                .collect();
            let count = numbers.len();
            numbers.sort_unstable();
            numbers.dedup();
            assert_eq!(numbers.len(), count, "{system:?}");
        }
    }

    /// The numbers of the table are those that std knows here, too.
    #[test]
    fn what_std_knows_of_a_number_is_said_in_the_same_words() {
        for number in 0..2000 {
            let kind = std::io::Error::from_raw_os_error(number).kind();
            let Some((name, words)) = known(System::HERE, number) else {
                continue;
            };
            let by_kind = words_of(kind);
            // Of a drive or a computer that is not there std says no more than of a file, nor why a name is none.
            let is_known_better = [
                ("system-not-found", "system-no-device"),
                ("system-odd-name", "system-long-name"),
            ]
            .contains(&(by_kind, words));
            assert!(
                by_kind == "system-unsaid" || by_kind == words || is_known_better,
                "{name} {number}: {words}, and as {kind:?} {by_kind}"
            );
        }
    }
}
