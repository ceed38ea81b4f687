//! `settings.json`: what the user chose for the program, not for a case.
//! Never an error to read: without a usable file everything has its usual value, but that others who were hidden stay so.

use std::io;

use serde_json::{Map, Value};

use crate::store::disk::Kind;
use crate::store::{Store, StoreError, atomic_file};

const FORMAT: u32 = 1;
/// More than this, in bytes, is not our file.
const LIMIT: u64 = 1_000_000;
/// The member about digits: whether one answers and goes on.
const DIGITS: &str = "digits";
/// The member about the names of files that are written out.
const NAMES_IN_FILES: &str = "names_in_files";
/// The member about the list of firms.
const FIRMS: &str = "firms";
/// The member about other firms: whether they are hidden from the start.
const HIDE_OTHERS: &str = "hide_others";

/// The members of the file as they stand there, so that those of a newer version are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings(Map<String, Value>);

impl Default for Settings {
    fn default() -> Self {
        Self(Map::from_iter([("format".to_owned(), FORMAT.into())]))
    }
}

impl Settings {
    /// Where nothing can be read. Of others that may have been hidden nothing is shown then: a client may look on.
    fn usual(may_hide: bool) -> Self {
        let mut settings = Self::default();
        if may_hide {
            settings.set_hide_others(true);
        }
        settings
    }

    /// The language to speak, such as `ja`; without one the system decides.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.0.get("language")?.as_str()
    }

    /// Whether presses of the mouse are taken; they are unless someone said otherwise.
    #[must_use]
    pub fn takes_mouse(&self) -> bool {
        self.0.get("mouse").and_then(Value::as_bool).unwrap_or(true)
    }

    pub fn set_mouse(&mut self, is_taken: bool) {
        self.0.insert("mouse".to_owned(), is_taken.into());
    }

    /// Whether a digit answers and goes on to the next question; None if that was never offered.
    #[must_use]
    pub fn digits_go_on(&self) -> Option<bool> {
        self.0.get(DIGITS)?.as_bool()
    }

    pub fn set_digits(&mut self, go_on: bool) {
        self.0.insert(DIGITS.to_owned(), go_on.into());
    }

    /// Whether the names of files that are written out say whose check it is; they do unless someone said otherwise.
    #[must_use]
    pub fn has_names_in_files(&self) -> bool {
        let said = self.0.get(NAMES_IN_FILES);
        said.and_then(Value::as_bool).unwrap_or(true)
    }

    pub fn set_names_in_files(&mut self, are_there: bool) {
        self.0.insert(NAMES_IN_FILES.to_owned(), are_there.into());
    }

    /// Whether the list of firms stands in the place of that of checks; it does only if someone said so.
    #[must_use]
    pub fn lists_firms(&self) -> bool {
        self.0.get(FIRMS).and_then(Value::as_bool) == Some(true)
    }

    pub fn set_firms(&mut self, are_listed: bool) {
        self.0.insert(FIRMS.to_owned(), are_listed.into());
    }

    /// Whether nothing but one firm is shown from the start; only if someone said so.
    #[must_use]
    pub fn hides_others(&self) -> bool {
        self.0.get(HIDE_OTHERS).and_then(Value::as_bool) == Some(true)
    }

    pub fn set_hide_others(&mut self, are_hidden: bool) {
        self.0.insert(HIDE_OTHERS.to_owned(), are_hidden.into());
    }

    pub fn set_language(&mut self, language: Option<&str>) {
        match language {
            Some(language) => self.0.insert("language".to_owned(), language.into()),
            None => self.0.shift_remove("language"),
        };
    }
}

/// Not an error: nothing, where it is not understood, and those who ask say what that means.
fn members(bytes: &[u8]) -> Option<Map<String, Value>> {
    serde_json::from_str(str::from_utf8(bytes).ok()?).ok()
}

/// Whether what cannot be understood any more says something of hiding: an owner's never does.
fn names_hiding(bytes: &[u8]) -> bool {
    let mut places = bytes.windows(HIDE_OTHERS.len());
    places.any(|place| place == HIDE_OTHERS.as_bytes())
}

impl Store {
    #[must_use]
    pub fn settings(&self) -> Settings {
        let path = self.folder.settings();
        let (members, names_hiding) = match self.disk.read(&path, LIMIT) {
            Ok(bytes) => (members(&bytes), names_hiding(&bytes)),
            // Not an error: settings are conveniences, asked for again where they cannot be read.
            Err(_) => (None, false),
        };
        let members = members.filter(|members| members.contains_key("format"));
        members.map_or_else(
            || {
                // What is not there was never said; a link that leads nowhere was.
                let is_there = !matches!(self.disk.kind(&path), Ok(Kind::Nothing));
                Settings::usual(names_hiding || is_there && self.is_an_advisors())
            },
            Settings,
        )
    }

    /// Whether somebody keeps notes on firms here, or has said that firms are hidden: an owner has no such folder.
    fn is_an_advisors(&self) -> bool {
        matches!(self.disk.kind(&self.folder.desk()), Ok(Kind::Folder))
    }

    /// Settings that are there and cannot be read now, or are none that this program understands, are left alone: what
    /// somebody has written there is not lost to a change of language.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), StoreError> {
        let path = self.folder.settings();
        let there = match self.disk.read(&path, LIMIT) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(StoreError::save(&path, error)),
        };
        if there.is_some_and(|bytes| members(&bytes).is_none()) {
            return Err(StoreError::save(
                &path,
                io::Error::from(io::ErrorKind::InvalidData),
            ));
        }
        let text = format!("{:#}\n", Value::Object(settings.0.clone()));
        // Beside the file, so that it is known when that cannot be read any more.
        let folder = if settings.hides_others() {
            self.folder.desk()
        } else {
            self.folder.root().to_owned()
        };
        self.make_folder(&folder)
            .and_then(|()| atomic_file::replace(&*self.disk, &path, text.as_bytes()))
            .map_err(|error| StoreError::save(&path, error))
    }
}
