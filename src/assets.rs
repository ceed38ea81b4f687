//! The locales and packs that come with the program, and the user's files that change or add to
//! them. Reads files and writes none; what is in them is for `text` and `questionnaire` to judge.

use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use flate2::read::DeflateDecoder;

use crate::questionnaire::encoding::{EncodingFault, text_from};
use crate::questionnaire::pack::Pack;
use crate::text::catalog::LanguageSource;

/// No file of the user is read beyond this, in bytes.
pub const SIZE_LIMIT: u64 = 1_000_000;

/// Every Fluent file, in each of the languages: a new file is named here, once.
macro_rules! language {
    ($code:literal) => {
        embedded!(
            $code: "about", "application", "assets", "cli", "common", "contacts", "export", "exporting", "faults", "html",
            "information", "issues", "keys", "lock", "merging", "paper", "plain", "question", "received", "report", "result", "saving",
            "start", "system", "tidying", "usage", "workbook",
        )
    };
}

macro_rules! embedded {
    ($code:literal: $($file:literal),+ $(,)?) => {
        ($code, &[$((
            concat!($file, ".ftl"),
            include_str!(concat!("../locales/", $code, "/", $file, ".ftl")),
        )),+])
    };
}

type Locale = (&'static str, &'static [(&'static str, &'static str)]);

/// A file of `criteria` that `build.rs` has made small.
macro_rules! made_small {
    ($file:literal) => {
        unpacked(include_bytes!(concat!(
            env!("OUT_DIR"),
            "/",
            $file,
            ".small"
        )))
    };
}

/// The languages that come with the program, as (code, (file, Fluent text)).
#[must_use]
pub fn builtin_locales() -> &'static [Locale] {
    const LOCALES: &[Locale] = &[language!("ja"), language!("en")];
    LOCALES
}

/// The ids of the packs that come with the program, in the order in which they are offered. In `build.rs` too.
pub const PACKS: [&str; 2] = ["tics-minimum", "tics-2024-additions"];

/// The packs that come with the program as they were written, as (id, JSON): for whoever wants to change one. The
/// program itself reads `builtin_pack`.
#[must_use]
pub fn builtin_packs() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "tics-minimum",
            include_str!("../criteria/tics-minimum.json"),
        ),
        (
            "tics-2024-additions",
            include_str!("../criteria/tics-2024-additions.json"),
        ),
    ]
}

/// A pack that comes with the program, as `build.rs` has checked it.
///
/// # Panics
/// Never: a test reads each of them.
#[must_use]
pub fn builtin_pack(id: &str) -> Option<Pack> {
    let bytes: &'static [u8] = match id {
        "tics-minimum" => include_bytes!(concat!(env!("OUT_DIR"), "/tics-minimum.pack")),
        "tics-2024-additions" => {
            include_bytes!(concat!(env!("OUT_DIR"), "/tics-2024-additions.pack"))
        }
        _ => return None,
    };
    Some(postcard::from_bytes(bytes).expect("written by the build of this very program"))
}

/// Whose pack has papers that come with the program.
#[must_use]
pub fn has_builtin_papers(id: &str) -> bool {
    id == "tics-minimum"
}

/// The papers of the pack of this id that come with the program, as JSON.
fn builtin_papers(id: &str) -> Option<String> {
    has_builtin_papers(id).then(|| made_small!("tics-minimum.papers.json"))
}

/// The description of the format of papers, as JSON Schema.
#[must_use]
pub fn papers_schema() -> String {
    made_small!("papers.schema.json")
}

/// The description of the pack format, as JSON Schema.
#[must_use]
pub fn schema() -> String {
    made_small!("schema.json")
}

/// What `build.rs` has made small, as it was.
///
/// # Panics
/// Never: a test reads each of them.
fn unpacked(small: &[u8]) -> String {
    let mut text = String::new();
    let read = DeflateDecoder::new(small).read_to_string(&mut text);
    read.expect("written by the build of this very program");
    text
}

/// A file of the user that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetIssue {
    /// It has more than `SIZE_LIMIT` bytes.
    TooLarge { path: PathBuf },
    /// It is no text in an encoding that is known here.
    Encoding { path: PathBuf, fault: EncodingFault },
    /// It lies among the packs under a name that is none of a pack, such as `mine.json.txt`: so it is not used.
    Name { path: PathBuf },
    /// The system would not read it.
    Unreadable {
        path: PathBuf,
        kind: io::ErrorKind,
        /// What the system gave as a number.
        number: Option<i32>,
    },
}

/// What there is for a language: our files, and the user's in `<data>/locales/<code>/*.ftl` in
/// the order of their names. A missing folder is no issue.
#[must_use]
pub fn language_source(code: &str, data: Option<&Path>) -> (LanguageSource, Vec<AssetIssue>) {
    let ours = builtin_locales().iter().find(|(ours, _)| *ours == code);
    let mut source = LanguageSource {
        code: code.to_owned(),
        files: ours
            .into_iter()
            .flat_map(|(_, files)| files.iter().map(|(_, text)| (*text).into()))
            .collect(),
        overrides: Vec::new(),
    };
    let mut issues = Vec::new();
    if let Some(data) = data.filter(|_| is_plain(code)) {
        let folder = data.join("locales").join(code);
        for (name, path) in files_in(&folder, "ftl", &mut issues) {
            match text_of(&path) {
                Ok(text) => source.overrides.push((name, text)),
                Err(issue) => issues.push(issue),
            }
        }
    }
    (source, issues)
}

/// The codes of our languages, then those of the folders that the user added, by name.
#[must_use]
pub fn available_languages(data: Option<&Path>) -> Vec<String> {
    let mut codes: Vec<String> = builtin_locales()
        .iter()
        .map(|(code, _)| (*code).to_owned())
        .collect();
    let folder = data.map(|data| data.join("locales"));
    let mut added: Vec<String> = folder
        // Not an error: `language_source` tells of a folder that cannot be read.
        .and_then(|folder| fs::read_dir(folder).ok())
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        // Not an error: a name that is no text is no code of a language.
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_plain(name) && !codes.contains(name))
        .collect();
    added.sort_unstable();
    codes.append(&mut added);
    codes
}

/// A pack as it was found: not yet checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSource {
    pub origin: Origin,
    /// Its JSON.
    pub text: String,
}

/// Where a pack comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    BuiltIn,
    /// A file of the user.
    File(PathBuf),
    /// A file of the user in place of the pack that comes with the program.
    Overriding(PathBuf),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalledPack {
    pub id: String,
    pub origin: Origin,
}

/// The user's pack of that id, `<data>/criteria/<id>.json`, if there is one; ours are `builtin_pack`. A file that is
/// there but cannot be read is an error: to judge by another pack than the user's would be wrong.
pub fn pack_file(id: &str, data: Option<&Path>) -> Result<Option<PackSource>, AssetIssue> {
    users_file(&PACKS, id, "json", data)
}

/// The papers of the pack of that id: `<data>/criteria/<id>.papers.json`, else ours, else nothing. The same holds for
/// a file that cannot be read.
pub fn papers_file(id: &str, data: Option<&Path>) -> Result<Option<PackSource>, AssetIssue> {
    let ours = builtin_papers(id).map(|text| PackSource {
        origin: Origin::BuiltIn,
        text,
    });
    let replaced = if ours.is_some() { &[id][..] } else { &[] };
    let found = users_file(replaced, id, "papers.json", data)?;
    Ok(found.or(ours))
}

/// Every pack that there is: ours in their order, then the user's by name.
#[must_use]
pub fn installed_packs(data: Option<&Path>) -> (Vec<InstalledPack>, Vec<AssetIssue>) {
    installed_among(&PACKS, data)
}

/// Ids of what comes with the program.
type BuiltIn<'a> = &'a [&'a str];

fn users_file(
    ours: BuiltIn,
    id: &str,
    ending: &str,
    data: Option<&Path>,
) -> Result<Option<PackSource>, AssetIssue> {
    let path = data
        .filter(|_| is_plain(id))
        .map(|data| data.join("criteria").join(format!("{id}.{ending}")))
        .filter(|path| is_there(path));
    let Some(path) = path else {
        return Ok(None);
    };
    let text = text_of(&path)?;
    let origin = file_origin(path, ours.contains(&id));
    Ok(Some(PackSource { origin, text }))
}

/// Only what the system says is not there is missing: what cannot be looked at is told when it is read. Below a file
/// there is nothing.
fn is_there(path: &Path) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    let found = path.symlink_metadata();
    !found.is_err_and(|error| matches!(error.kind(), NotFound | NotADirectory))
}

fn installed_among(ours: BuiltIn, data: Option<&Path>) -> (Vec<InstalledPack>, Vec<AssetIssue>) {
    let mut issues = Vec::new();
    let mut packs: Vec<_> = ours
        .iter()
        .map(|id| InstalledPack {
            id: (*id).to_owned(),
            origin: Origin::BuiltIn,
        })
        .collect();
    let folder = data.map(|data| data.join("criteria"));
    let files = folder.map_or_else(Vec::new, |folder| all_files_in(&folder, &mut issues));
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for (name, path) in files {
        let id = name.strip_suffix(".json").unwrap_or_default();
        // The schema may lie beside the packs that it describes.
        if !is_plain(id) || id == "schema" {
            if is_misspelt(&name, &names) {
                issues.push(AssetIssue::Name { path });
            }
            continue;
        }
        match packs.iter_mut().find(|pack| pack.id == id) {
            Some(pack) => pack.origin = file_origin(path, true),
            None => packs.push(InstalledPack {
                id: id.to_owned(),
                origin: file_origin(path, false),
            }),
        }
    }
    (packs, issues)
}

/// Whether somebody may take this for a pack that is used. Papers are no packs, and beside the file of the right name
/// it is what an editor or somebody keeps of that.
fn is_misspelt(name: &str, names: &[String]) -> bool {
    let lower = name.to_ascii_lowercase();
    let Some((stem, rest)) = lower.split_once(".json") else {
        return false;
    };
    let is_of_papers = name.strip_suffix(".papers.json").is_some_and(is_plain);
    let is_schema = ["schema", "papers.schema"].contains(&stem);
    let right = format!("{stem}.json");
    let is_kept_beside = !rest.is_empty() && names.contains(&right);
    !is_of_papers && !is_schema && !is_kept_beside
}

fn file_origin(path: PathBuf, is_ours: bool) -> Origin {
    if is_ours {
        Origin::Overriding(path)
    } else {
        Origin::File(path)
    }
}

/// Whether a code or id can be the name of one file or folder and nothing else.
fn is_plain(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && name.chars().all(is_plain)
}

/// The files of a folder with this ending, as (name, path), by name. Names that begin with a dot
/// are not the user's: editors and macOS leave them behind.
fn files_in(folder: &Path, ending: &str, issues: &mut Vec<AssetIssue>) -> Vec<(String, PathBuf)> {
    let mut files = all_files_in(folder, issues);
    files.retain(|(_, path)| path.extension().is_some_and(|found| found == ending));
    files
}

fn all_files_in(folder: &Path, issues: &mut Vec<AssetIssue>) -> Vec<(String, PathBuf)> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            issues.push(unreadable(folder, &error));
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => found.push(entry),
            Err(error) => issues.push(unreadable(folder, &error)),
        }
    }
    let mut files: Vec<_> = found
        .into_iter()
        // Not an error: a name that is no text is no name of a pack or of a file of words.
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect();
    files.sort_unstable();
    files
}

/// The text of a file of the user of at most `SIZE_LIMIT` bytes, without a byte order mark.
pub fn text_of(path: &Path) -> Result<String, AssetIssue> {
    let too_large = || AssetIssue::TooLarge { path: path.into() };
    let bytes = read_bytes(path).map_err(|error| unreadable(path, &error))?;
    let bytes = bytes.ok_or_else(too_large)?;
    let encoding = |fault| AssetIssue::Encoding {
        path: path.into(),
        fault,
    };
    text_from(&bytes).map(Cow::into_owned).map_err(encoding)
}

/// Nothing if there are too many.
fn read_bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    // To open a pipe would wait for ever, so what is no file is not opened.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let limited = File::open(path)?
        .take(SIZE_LIMIT + 1)
        .read_to_end(&mut bytes)?;
    Ok((limited as u64 <= SIZE_LIMIT).then_some(bytes))
}

/// Where a file stands in the place of a folder, it is that file that is told.
fn unreadable(path: &Path, error: &io::Error) -> AssetIssue {
    let is_asked = error.kind() == io::ErrorKind::NotADirectory;
    let mut above = path.ancestors().filter(|_| is_asked);
    AssetIssue::Unreadable {
        path: above.find(|path| path.is_file()).unwrap_or(path).into(),
        kind: error.kind(),
        number: error.raw_os_error(),
    }
}

#[cfg(test)]
mod tests;
