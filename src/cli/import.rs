//! `mamori import`: a case from an export or a case file that somebody brings. What is there is never lost by it.

use std::hash::RandomState;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::fault::not_kept;
use crate::cli::named_file::{not_a_case as not_a_case_because, not_read};
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::case::Case;
use crate::questionnaire::losses::Losses;
use crate::questionnaire::reading::{EXPORT_LIMIT, imported};
use crate::store::seal::is_sealed;
use crate::store::{CaseFault, Store, StoreError};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::case_title;

/// `mamori import`
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE", help = "cli-import-file")]
    file: PathBuf,
    #[arg(long, help = "cli-import-replace")]
    replace: bool,
    #[arg(long, help = "cli-import-new", conflicts_with = "replace")]
    new: bool,
    #[arg(long, help = "cli-import-yes", requires = "replace")]
    yes: bool,
}

/// What a seal adds to a file: a header, and sixteen bytes for every 64 KiB.
const SEAL_ROOM: u64 = 100_000;

/// What is to happen where a case of that id is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clash {
    /// Nothing: say so.
    Stop,
    /// It takes the place of that one, which becomes an earlier version.
    Replace,
    /// It becomes a case of its own.
    New,
}

impl ImportArgs {
    fn clash(&self) -> Clash {
        if self.replace {
            Clash::Replace
        } else if self.new {
            Clash::New
        } else {
            Clash::Stop
        }
    }
}

pub(super) fn import(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    args: &ImportArgs,
) -> Result<Done, Failure> {
    let (file, clash) = (args.file.as_path(), args.clash());
    let catalog = &context.catalog;
    // The passphrase first: the file may come from the same input.
    let mut store = context.working_store(process)?;
    let mut case = brought(process, &store, catalog, file)?;
    let said = match (store.look(&case.id), clash) {
        (Err(fault), _) if fault.is_gone() => "import-done",
        (Ok(there), _) if there == case => {
            return Ok(Done::lines([told(catalog, "import-same", &case)]));
        }
        (Ok(there), Clash::Stop) if there.has_in_it(&case) => {
            return Ok(Done::lines([told(catalog, "import-in-it", &there)]));
        }
        (there, Clash::Stop) => {
            // Not an error: what cannot be read is there all the same, and nothing is merged with it.
            let merges = there.is_ok().then_some(file);
            return Err(is_there(catalog, &case, merges));
        }
        (_, Clash::New) => {
            case.id = store.new_id(&RandomState::new());
            "import-done-new"
        }
        (there, Clash::Replace) => {
            // Not an error: what cannot be read has nothing that could be compared; it is kept as it is.
            if let Ok(there) = &there {
                confirm_losses(process, catalog, &Losses::of(there, &case), args.yes)?;
            }
            case.revision = case.revision.max(store.highest_of(&case.id) + 1);
            "import-done-replaced"
        }
    };
    let brought = store
        .bring_in(&case, now())
        .map_err(|error| Failure::store(catalog, &error))?;
    let mut lines = vec![told(catalog, said, &case)];
    if clash == Clash::New && !brought.is_sure() {
        // Who sees a failure tries again.
        lines.push(catalog.message(&Message::new("import-not-again")));
    }
    let done = Done::lines(lines);
    let done = done.in_doubt(catalog, brought.doubt.as_ref());
    if case.ancestors.is_empty() {
        return Ok(done);
    }
    // It was handed over: what comes from there next is merged against it.
    Ok(match &store.keep_handed(&case) {
        Ok(kept) => done.in_doubt(catalog, kept.doubt.as_ref()),
        Err(error) => done.but(catalog, &not_kept("import-not-kept", error)),
    })
}

/// The case in a file that somebody brings; one under a passphrase of its own is opened with that.
pub(super) fn brought(
    process: &mut ProcessEnv<'_>,
    store: &Store,
    catalog: &Catalog,
    file: &Path,
) -> Result<Case, Failure> {
    let bytes = read(process, store, file)
        .map_err(|error| Failure::could_not(catalog, &not_read(file, &error)))?;
    let bytes = if is_sealed(&bytes) {
        process.opened_file(catalog, &file.display().to_string(), &bytes)?
    } else {
        Zeroizing::new(bytes)
    };
    imported(&bytes).map_err(|fault| not_a_case(catalog, file, &fault.into()))
}

fn read(process: &ProcessEnv<'_>, store: &Store, file: &Path) -> Result<Vec<u8>, StoreError> {
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

/// What was added here meanwhile goes out of the check only when somebody has heard what it is.
fn confirm_losses(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    losses: &Losses,
    yes: bool,
) -> Result<(), Failure> {
    if losses.is_nothing() {
        return Ok(());
    }
    let mut said = vec![
        Message::new("import-would-lose")
            .with("answers", losses.answers)
            .with("texts", losses.texts)
            .with("information", losses.information),
    ];
    if losses.name {
        said.push(Message::new("import-would-lose-name"));
    }
    said.push(Message::new("import-losses-kept"));
    process.confirm(catalog, &said, yes)
}

fn not_a_case(catalog: &Catalog, file: &Path, fault: &CaseFault) -> Failure {
    let said = [
        Message::new("err-import-no-case").with("path", file.display().to_string()),
        not_a_case_because(fault),
        Message::new("rec-import"),
    ];
    Failure::could_not(catalog, &said)
}

/// `merges` is the file, where both can be put together.
fn is_there(catalog: &Catalog, case: &Case, merges: Option<&Path>) -> Failure {
    let mut said = vec![Message::new("err-import-exists").with("title", case_title(case))];
    said.extend(merges.map(|file| {
        Message::new("rec-import-merge")
            .with("id", case.id.as_str())
            .with("path", file.display().to_string())
    }));
    said.push(Message::new("rec-import-exists"));
    Failure::could_not(catalog, &said)
}

fn told(catalog: &Catalog, id: &'static str, case: &Case) -> String {
    let answered: usize = case.walks.values().map(|walk| walk.answers.len()).sum();
    let said = Message::new(id)
        .with("title", case_title(case))
        .with("id", case.id.as_str())
        .with("answers", answered);
    catalog.message(&said)
}
