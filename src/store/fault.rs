//! What could not be done, and why, as far as somebody can do something about it. The texts here are for logs.
//! Knows no words for people; what the system answered is kept as it came, with its number.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::questionnaire::fault::SaveFault;
use crate::store::disk::what_is_in_the_way;
use crate::store::{disk, format};

/// What could not be done, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    #[error("could not read {}: {why}", path.display())]
    Read { path: PathBuf, why: Why },
    #[error("could not write {}: {why}", path.display())]
    Save { path: PathBuf, why: Why },
}

/// Why, and what the disk showed when it was looked at afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub cause: Cause,
    /// What the system answered, if it was the system that refused.
    pub system: Option<SystemError>,
    /// Whether it is sure that what was there before is there. Where the disk cannot be looked at any more, it is not.
    pub is_sure: bool,
    /// What stands in the way, where that is something else than what was to be read or written.
    in_the_way: Option<PathBuf>,
}

/// What the system answered, by its number where it gave one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemError {
    pub kind: ErrorKind,
    pub number: Option<i32>,
}

/// Why the system refused, as far as the user can do something about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Cause {
    #[error("no space left")]
    NoSpace,
    #[error("the disk can only be read")]
    ReadOnly,
    #[error("not allowed")]
    Denied,
    #[error("it is not there any more")]
    Gone,
    #[error("a file is where a folder should be")]
    NotAFolder,
    #[error("over the limit of {} bytes", format::LIMIT)]
    TooLarge,
    /// Another program of this kind works in the folder.
    #[error("held by another program")]
    Held,
    /// Another program has the file open, such as Excel or a virus scanner.
    #[error("in use by another program")]
    InUse,
    /// Something else has that name.
    #[error("the name is taken")]
    Taken,
    /// Not every system can have a file of that name.
    #[error("the name cannot be used everywhere")]
    InvalidName,
    /// A folder has that name, or something else that is no file.
    #[error("it is not a file")]
    NotAFile,
    /// A link that leads elsewhere stands where a folder should be.
    #[error("a link is where a folder should be")]
    Link,
    /// The newest earlier version cannot be read, and nobody said that an older one would do.
    #[error("the newest one cannot be read")]
    NewestUnread,
    /// What is there cannot be read as what it should be.
    #[error("damaged")]
    Damaged,
    #[error("for another reason")]
    Other,
}

/// Something that is done: the disk shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a step may have failed all the same"]
pub struct Seen<T> {
    pub what: T,
    /// The step that failed all the same, such as the last one, which makes sure that it stays through a power cut.
    pub doubt: Option<StoreError>,
}

impl<T> Seen<T> {
    /// Without a doubt.
    pub fn sure(what: T) -> Self {
        Self { what, doubt: None }
    }

    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.doubt.is_none()
    }

    /// For whoever takes nothing for done that a power cut could take back.
    pub fn without_doubt(self) -> Result<T, StoreError> {
        match self.doubt {
            Some(doubt) => Err(doubt),
            None => Ok(self.what),
        }
    }

    pub fn map<U>(self, how: impl FnOnce(T) -> U) -> Seen<U> {
        Seen {
            what: how(self.what),
            doubt: self.doubt,
        }
    }
}

/// After a step that failed, the disk says what is so: `look` gives what was to be done if it is done all the same.
pub(super) fn seen<T>(
    done: Result<T, StoreError>,
    look: impl FnOnce() -> io::Result<Option<T>>,
) -> Result<Seen<T>, StoreError> {
    let error = match done {
        Ok(what) => return Ok(Seen::sure(what)),
        Err(error) => error,
    };
    match look() {
        Ok(Some(what)) => Ok(Seen {
            what,
            doubt: Some(error),
        }),
        Ok(None) => Err(error),
        // Not an error: the first one is told, and that nobody can see what is so.
        Err(_) => Err(error.unsure()),
    }
}

impl StoreError {
    #[must_use]
    pub fn path(&self) -> &Path {
        let (Self::Read { path, .. } | Self::Save { path, .. }) = self;
        path
    }

    #[must_use]
    pub fn why(&self) -> &Why {
        let (Self::Read { why, .. } | Self::Save { why, .. }) = self;
        why
    }

    #[must_use]
    pub fn cause(&self) -> &Cause {
        &self.why().cause
    }

    #[must_use]
    pub fn system(&self) -> Option<SystemError> {
        self.why().system
    }

    /// Whether the drive or the share is gone on which the file is: then nobody knows whether it is there.
    #[must_use]
    pub fn is_of_a_place_that_is_gone(&self) -> bool {
        let says_more = |system: SystemError| system.kind != ErrorKind::NotFound;
        self.cause() == &Cause::Gone && self.system().is_some_and(says_more)
    }

    pub fn read(path: &Path, why: impl Into<Why>) -> Self {
        let (path, why) = why.into().about(path);
        Self::Read { path, why }
    }

    pub fn save(path: &Path, why: impl Into<Why>) -> Self {
        let (path, why) = why.into().about(path);
        Self::Save { path, why }
    }

    /// The same where nobody can tell what is there now.
    pub(super) fn unsure(mut self) -> Self {
        let (Self::Read { why, .. } | Self::Save { why, .. }) = &mut self;
        why.is_sure = false;
        self
    }
}

impl Why {
    /// The path that is to be told with it: what stands in the way, else the one that it was about.
    fn about(mut self, path: &Path) -> (PathBuf, Self) {
        let path = self.in_the_way.take().unwrap_or_else(|| path.to_owned());
        (path, self)
    }
}

impl From<Cause> for Why {
    fn from(cause: Cause) -> Self {
        Self {
            cause,
            system: None,
            is_sure: true,
            in_the_way: None,
        }
    }
}

impl From<SystemError> for Why {
    fn from(system: SystemError) -> Self {
        Self {
            system: Some(system),
            ..Self::from(system.cause())
        }
    }
}

impl From<&io::Error> for Why {
    fn from(error: &io::Error) -> Self {
        Self {
            in_the_way: what_is_in_the_way(error).map(|it| it.path.clone()),
            ..SystemError::from(error).into()
        }
    }
}

impl From<io::Error> for Why {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.system {
            Some(system) => write!(to, "{system}"),
            None => write!(to, "{}", self.cause),
        }
    }
}

impl SystemError {
    /// What the user can do something about.
    pub(crate) fn cause(self) -> Cause {
        use ErrorKind as Kind;
        if let Some(cause) = disk::cause_of_raw(self.number) {
            return cause;
        }
        match self.kind {
            Kind::StorageFull | Kind::QuotaExceeded => Cause::NoSpace,
            Kind::ReadOnlyFilesystem => Cause::ReadOnly,
            Kind::PermissionDenied => Cause::Denied,
            Kind::NotFound
            | Kind::StaleNetworkFileHandle
            | Kind::HostUnreachable
            | Kind::NetworkUnreachable
            | Kind::NetworkDown
            | Kind::NotConnected => Cause::Gone,
            Kind::NotADirectory => Cause::NotAFolder,
            // What is no file is not opened: the disk answers so itself.
            Kind::IsADirectory => Cause::NotAFile,
            Kind::InvalidInput if self.number.is_none() => Cause::NotAFile,
            Kind::FileTooLarge => Cause::TooLarge,
            // What the system itself does not take is told with its number: the name may be too long.
            Kind::InvalidFilename if self.number.is_none() => Cause::InvalidName,
            Kind::InvalidData => Cause::Damaged,
            Kind::ResourceBusy | Kind::ExecutableFileBusy => Cause::InUse,
            _ => Cause::Other,
        }
    }
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        let error = what_is_in_the_way(error).map_or(error, |it| &it.error);
        Self {
            kind: error.kind(),
            number: error.raw_os_error(),
        }
    }
}

impl From<ErrorKind> for SystemError {
    fn from(kind: ErrorKind) -> Self {
        Self { kind, number: None }
    }
}

impl fmt::Display for SystemError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            Some(number) => write!(to, "{} (system error {number})", self.kind),
            None => write!(to, "{}", self.kind),
        }
    }
}

impl From<&StoreError> for SaveFault {
    fn from(error: &StoreError) -> Self {
        match error.cause() {
            Cause::NoSpace => Self::NoSpace,
            Cause::ReadOnly => Self::ReadOnly,
            Cause::Denied => Self::Denied,
            Cause::Gone => Self::FolderGone,
            Cause::TooLarge => Self::TooLarge,
            Cause::Held => Self::Held,
            Cause::InUse => Self::InUse,
            Cause::Taken => Self::Taken,
            Cause::InvalidName => Self::InvalidName,
            Cause::NewestUnread => Self::NewestUnread,
            Cause::NotAFolder | Cause::NotAFile | Cause::Link | Cause::Damaged | Cause::Other => {
                Self::Other(error.system().and_then(|system| system.number))
            }
        }
    }
}
