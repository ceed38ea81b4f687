//! A case file: its name, what is in it, sealed or not, and how it goes to the disk.
//! Decides nothing about which file counts.

use std::borrow::Cow;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::questionnaire::case::Case;
use crate::questionnaire::file_name::is_portable;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::reading::is_within_limits;
use crate::store::disk::Kind;
use crate::store::fault::Why;
use crate::store::format::{self, CaseFault, LIMIT};
use crate::store::seal::{SEAL_ROOM, SealFault};
use crate::store::{Cause, Store, SystemError, atomic_file};

pub(super) const PLAIN: &str = ".json";
pub(super) const SEALED: &str = ".json.age";

/// What a case file is called without its ending; a name with a dot in front is not for people.
pub(super) fn stem(name: &str) -> Option<&str> {
    let stem = name
        .strip_suffix(SEALED)
        .or_else(|| name.strip_suffix(PLAIN))?;
    (!stem.is_empty() && !stem.starts_with('.')).then_some(stem)
}

/// Whether a name is one of ours with another ending put to it, or with capitals, such as `k7q2m4xw.json.txt` or
/// `K7Q2M4XW.JSON`: drives and file managers do that. A case under such a name is told, as under any other.
pub(super) fn is_misspelt(name: &str) -> bool {
    usual_stem(name).is_some() && stem(name).is_none()
}

/// What comes before the first ending of ours, however that is spelled.
pub(super) fn usual_stem(name: &str) -> Option<&str> {
    let at = name.to_ascii_lowercase().find(PLAIN)?;
    (at > 0 && !name.starts_with('.')).then(|| &name[..at])
}

pub(super) fn is_sealed(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("age"))
}

/// Whether it stays in its folder on every system, as a file and as a folder of files. Copies have names such as
/// `k7q2m4xw - コピー`.
pub(super) fn is_file_name(id: &str) -> bool {
    !id.starts_with('.') && is_portable(id)
}

impl Store {
    /// The ending of the files that are written now.
    pub(super) fn ending(&self) -> &'static str {
        if self.key.is_some() { SEALED } else { PLAIN }
    }

    /// The case in a file, and the file's bytes as they stand there.
    pub(super) fn case_in(&self, path: &Path) -> Result<(Case, Vec<u8>), CaseFault> {
        let bytes = self.bytes_in(path, LIMIT)?;
        Ok((self.case_from(&bytes, is_sealed(path))?, bytes))
    }

    /// The bytes of a file of ours, of at most so many before it is sealed.
    pub(super) fn bytes_in(&self, path: &Path, limit: u64) -> Result<Vec<u8>, CaseFault> {
        let unreadable = |error: io::Error| CaseFault::Unreadable(SystemError::from(&error));
        match self.disk.kind(path).map_err(unreadable)? {
            Kind::Nothing => return Err(CaseFault::GONE),
            Kind::Link => return Err(CaseFault::Link),
            Kind::Folder | Kind::Other => return Err(CaseFault::NotAFile),
            Kind::File => {}
        }
        self.disk
            .read(path, limit + SEAL_ROOM)
            .map_err(|error| match error.kind() {
                ErrorKind::FileTooLarge => CaseFault::TooLarge,
                _ => unreadable(error),
            })
    }

    /// The case in the bytes of a file.
    pub(super) fn case_from(&self, bytes: &[u8], is_sealed: bool) -> Result<Case, CaseFault> {
        format::decode_from(&self.plain_from(bytes, is_sealed)?, self.migrations)
    }

    /// Whether the case in these bytes was written in an older format.
    pub(super) fn is_of_older_format(&self, bytes: &[u8], is_sealed: bool) -> bool {
        let plain = self.plain_from(bytes, is_sealed);
        // Not an error: what cannot be read as one of today is taken for an older one, and kept.
        !plain.is_ok_and(|plain| format::decode_from(&plain, &[]).is_ok())
    }

    pub(super) fn plain_from<'a>(
        &self,
        bytes: &'a [u8],
        is_sealed: bool,
    ) -> Result<Cow<'a, [u8]>, CaseFault> {
        if !is_sealed {
            return Ok(bytes.into());
        }
        let key = self.key.as_ref().ok_or(CaseFault::Locked)?;
        let plain = key.open(bytes).map_err(|fault| match fault {
            SealFault::OtherKey => CaseFault::OtherKey,
            SealFault::CutOff => CaseFault::CutOff,
            _ => CaseFault::SealBroken,
        })?;
        Ok(plain.into())
    }

    /// The same, if it is the case of this id.
    pub(super) fn case_of(&self, path: &Path, id: &CaseId) -> Result<(Case, Vec<u8>), CaseFault> {
        let (case, bytes) = self.case_in(path)?;
        if case.id == *id {
            Ok((case, bytes))
        } else {
            Err(CaseFault::WrongId(Box::new(case)))
        }
    }

    /// The case as it will stand in its file.
    pub(super) fn file_bytes(&self, case: &Case) -> Result<Vec<u8>, Why> {
        let bytes = format::encode(case)
            // It would not read back as it is.
            .ok_or(SystemError::from(ErrorKind::InvalidData))?;
        if !is_within_limits(&bytes) {
            return Err(Cause::TooLarge.into());
        }
        self.as_kept(bytes).map_err(Why::from)
    }

    /// Plain bytes as they go to the disk now.
    pub(super) fn as_kept(&self, plain: Vec<u8>) -> io::Result<Vec<u8>> {
        match &self.key {
            Some(key) => key.seal(&plain),
            None => Ok(plain),
        }
    }

    /// Moves a file to another folder under a name that is free there; gives that name.
    /// `named` makes names from 1 on.
    pub(super) fn move_aside(
        &self,
        from: &Path,
        folder: &Path,
        named: impl Fn(u32) -> String,
    ) -> io::Result<std::path::PathBuf> {
        self.make_folder(folder)?;
        let mut count = 1;
        loop {
            let to = folder.join(named(count));
            if self.disk.kind(&to)? == Kind::Nothing {
                self.disk.rename(from, &to)?;
                self.disk.sync_folder(folder)?;
                self.disk.sync_folder(atomic_file::parent(from))?;
                return Ok(to);
            }
            count += 1;
        }
    }
}
