//! What the user brings from outside: the case or the workbook in a file or in the input, and what is to happen where it is here
//! already.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, is_separator};

use zeroize::Zeroizing;

use crate::app::exporting::HANDED_ENDING;
use crate::cli::failure::Failure;
use crate::cli::named_file::not_read;
use crate::cli::process_env::ProcessEnv;
use crate::pack_library::is_workbook;
use crate::questionnaire::case::Case;
use crate::questionnaire::reading::{EXPORT_LIMIT, ReadFault, imported};
use crate::store::seal::{SEAL_ROOM, is_sealed};
use crate::store::{Store, StoreError};
use crate::text::Message;
use crate::text::brought::not_a_check;
use crate::text::catalog::Catalog;

/// What is to happen where a case of that id is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clash {
    /// Nothing: say so.
    Stop,
    /// It takes the place of that one, which becomes an earlier version.
    Replace,
    /// It becomes a case of its own.
    New,
}

/// Whether a word means a file: it says where one lies, or it ends as what is handed over or filled does.
pub(super) fn is_file(word: &str) -> bool {
    let ending = Path::new(word).extension();
    let is_ours = |it: &OsStr| {
        [HANDED_ENDING, "xlsx"]
            .iter()
            .any(|ours| it.eq_ignore_ascii_case(ours))
    };
    word.contains(is_separator) || ending.is_some_and(is_ours)
}

/// What is in a file.
pub(super) enum Brought {
    Case(Box<Case>),
    /// The bytes of a workbook, which may be one to fill.
    Workbook(Zeroizing<Vec<u8>>),
}

/// What is in a file that somebody brings; one under a passphrase of its own is opened with that.
pub(super) fn brought(
    process: &mut ProcessEnv<'_>,
    store: &Store,
    catalog: &Catalog,
    file: &Path,
) -> Result<Brought, Failure> {
    let bytes = read(process, store, file)
        .map_err(|error| Failure::could_not(catalog, &not_read(file, &error)))?;
    let bytes = if is_sealed(&bytes) {
        process.opened_file(catalog, &file.display().to_string(), &bytes)?
    } else {
        Zeroizing::new(bytes)
    };
    if is_workbook(&bytes) {
        return Ok(Brought::Workbook(bytes));
    }
    let case = imported(&bytes).map_err(|fault| not_a_case(catalog, file, &fault))?;
    Ok(Brought::Case(Box::new(case)))
}

pub(super) fn read(
    process: &ProcessEnv<'_>,
    store: &Store,
    file: &Path,
) -> Result<Vec<u8>, StoreError> {
    if file != Path::new("-") {
        return store.read_brought(file, EXPORT_LIMIT + SEAL_ROOM);
    }
    let mut bytes = Vec::new();
    (process.input)()
        .take(EXPORT_LIMIT + SEAL_ROOM)
        .read_to_end(&mut bytes)
        .map_err(|error| StoreError::read(file, &error))?;
    Ok(bytes)
}

fn not_a_case(catalog: &Catalog, file: &Path, fault: &ReadFault) -> Failure {
    let said = [
        Message::new("err-import-no-case").with("path", file.display().to_string()),
        not_a_check(fault),
        Message::new("rec-import"),
    ];
    Failure::could_not(catalog, &said)
}
