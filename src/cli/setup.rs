//! What every command stands on: the language and its words, the data folder, the packs.
//! Says which of several sources counts; writes nothing.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::cli::asset_fault::words_message;
use crate::cli::early;
use crate::cli::failure::Failure;
use crate::cli::hiding::Asked;
use crate::cli::process_env::ProcessEnv;
use crate::pack_library::PackLibrary;
use crate::store::Store;
use crate::store::folder::Folder;
use crate::store::panics::PanicFile;
use crate::store_service::StoreService;
use crate::terminal::Last;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::language::speaks;

/// What a command stands on. Some need no data folder, so that there may be none.
pub(crate) struct CommandContext {
    pub(crate) folder: Option<Folder>,
    pub(crate) library: PackLibrary,
    pub(crate) catalog: Catalog,
    /// Whether other firms may be named.
    pub(super) asked: Asked,
    /// What of the user's own words could not be used.
    pub(crate) issues: Vec<String>,
}

/// What the walk stands on.
pub(crate) struct WalkContext {
    pub(crate) folder: Folder,
    pub(crate) service: StoreService,
    pub(crate) library: PackLibrary,
    pub(crate) catalog: Catalog,
    pub(super) asked: Asked,
    /// The first language of the catalogue, such as `ja`.
    pub(crate) language: String,
}

impl CommandContext {
    pub(crate) fn find(process: &ProcessEnv<'_>) -> Self {
        let folder = folder(process);
        let library = PackLibrary::new(folder.as_ref().map(Folder::root));
        let (catalog, issues) = library.catalog(&language(process, folder.as_ref()));
        let unknown = unknown_language(process, &catalog);
        let issues = issues
            .iter()
            .map(|issue| catalog.message(&words_message(issue)));
        Self {
            issues: unknown.into_iter().chain(issues).collect(),
            asked: Asked::Nothing,
            folder,
            library,
            catalog,
        }
    }

    /// The same words once more, for what is said when these are gone. To make them takes as long as all else of a short
    /// command.
    pub(crate) fn words_again(&self) -> impl FnOnce() -> Catalog + Send + 'static {
        let folder = self.folder.clone();
        let language = self.language();
        move || {
            let library = PackLibrary::new(folder.as_ref().map(Folder::root));
            // Not an error: what of the user's own words cannot be used was told at the start.
            library.catalog(&language).0
        }
    }

    /// What is said should the program have a fault of its own.
    pub(crate) fn last_words(&self) -> impl FnOnce() -> Last + Send + 'static {
        let folder = self.folder.clone();
        let again = self.words_again();
        move || {
            let catalog = again();
            let words = ["err-panic", "rec-panic"].map(|id| catalog.message(&Message::new(id)));
            let report = folder.map(|folder| {
                let file = PanicFile::choose(&folder);
                let path = file.path().display().to_string();
                let words = Message::new("rec-panic-report").with("path", path);
                (file, catalog.message(&words))
            });
            Last {
                words: words.join("\n"),
                report,
            }
        }
    }

    /// The first language of the catalogue, such as `ja`.
    fn language(&self) -> String {
        self.catalog.chain().first().cloned().unwrap_or_default()
    }

    /// The data folder, for commands that cannot do without.
    pub(crate) fn folder(&self) -> Result<&Folder, Failure> {
        self.folder.as_ref().ok_or_else(|| {
            let said = ["err-no-home", "rec-no-home"].map(Message::new);
            Failure::could_not(&self.catalog, &said)
        })
    }

    /// That the folder which somebody named is there, where something that is kept in it is asked for. Of one that nobody
    /// named it is true that nothing was kept yet.
    pub(super) fn find_folder(&self, process: &ProcessEnv<'_>) -> Result<(), Failure> {
        let (Some(folder), Some(_)) = (&self.folder, asked_folder(process)) else {
            return Ok(());
        };
        // Not an error: what cannot be seen is told where it is read.
        if (process.store)(folder).has_folder().unwrap_or(true) {
            return Ok(());
        }
        let path = folder.root().display().to_string();
        let said = [
            Message::new("err-no-data-folder").with("path", path),
            Message::new("rec-no-data-folder"),
        ];
        Err(Failure::could_not(&self.catalog, &said))
    }

    pub(crate) fn store(&self, process: &ProcessEnv<'_>) -> Result<Store, Failure> {
        self.folder().map(process.store)
    }

    /// The folder in which the user's own packs and words are.
    pub(crate) fn data(&self) -> Option<&Path> {
        self.folder.as_ref().map(Folder::root)
    }

    pub(crate) fn into_walk(self, process: &ProcessEnv<'_>) -> Result<WalkContext, Failure> {
        let folder = self.folder()?.clone();
        Ok(WalkContext {
            service: StoreService::new((process.store)(&folder), self.library.clone()),
            folder,
            language: self.language(),
            library: self.library,
            catalog: self.catalog,
            asked: self.asked,
        })
    }
}

/// What was asked for, otherwise the environment's, otherwise the usual one.
fn folder(process: &ProcessEnv<'_>) -> Option<Folder> {
    match asked_folder(process) {
        Some(asked) => Folder::find(Some(Path::new(&asked))),
        None => (process.usual_folder)(),
    }
}

fn asked_folder(process: &ProcessEnv<'_>) -> Option<OsString> {
    early::given(&process.args, early::DATA_DIR).or_else(|| set(process, "MAMORI_DATA_DIR"))
}

/// The first source that says something counts: arguments, environment, a console that can draw only English,
/// settings, system.
fn language(process: &ProcessEnv<'_>, folder: Option<&Folder>) -> String {
    let asked = asked_language(process);
    let saved = || Some((process.store)(folder?).settings().language()?.to_owned());
    let system = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| set(process, name))
            .map(|value| spelled(&value))
            .or_else(process.system_locale)
    };
    let drawable = || process.is_bare_console().then(|| "en".to_owned());
    asked
        .map(|value| spelled(&value))
        .or_else(drawable)
        .or_else(saved)
        .or_else(system)
        // Not an error: where nobody says a language, it is the first there is.
        .unwrap_or_default()
}

/// What somebody asked for and there are no words of, such as jp for ja: that English follows is no answer to it.
/// Of what a system says nothing is said: nobody typed it for this program.
fn unknown_language(process: &ProcessEnv<'_>, catalog: &Catalog) -> Option<String> {
    let asked = asked_language(process).map(|asked| spelled(&asked))?;
    let spoken = catalog.chain().first()?;
    if speaks(spoken, &asked) {
        return None;
    }
    let said = Message::new("language-unknown")
        .with("asked", asked)
        .with("spoken", spoken.clone());
    Some(catalog.message(&said))
}

fn asked_language(process: &ProcessEnv<'_>) -> Option<OsString> {
    early::given(&process.args, early::LANG).or_else(|| set(process, "MAMORI_LANG"))
}

/// A variable of the environment; one that is empty is not set.
fn set(process: &ProcessEnv<'_>, name: &str) -> Option<OsString> {
    (process.env)(name).filter(|value| !value.is_empty())
}

fn spelled(language: &OsStr) -> String {
    language.to_string_lossy().into_owned()
}
