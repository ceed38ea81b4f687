//! `mamori import`: a case from an export or a case file that somebody brings. What is there is never lost by it.

use std::hash::RandomState;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::asking::Said;
use crate::cli::brought::{Brought, Clash, brought};
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::fault::not_kept;
use crate::cli::import_many::{How, import_many, says_the_same};
use crate::cli::merge::workbook;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::case::Case;
use crate::questionnaire::losses::Losses;
use crate::store::Store;
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::firm_and_title;

/// `mamori import`
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of the command"
)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE", help = "cli-import-file", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, help = "cli-import-replace")]
    replace: bool,
    #[arg(long, help = "cli-import-new", conflicts_with = "replace")]
    new: bool,
    #[arg(long, help = "cli-import-yes", requires = "replace")]
    yes: bool,
    #[arg(long, value_name = "N", help = "cli-import-jobs")]
    jobs: Option<NonZeroUsize>,
    #[arg(long, help = "cli-json")]
    json: bool,
}

impl ImportArgs {
    pub(super) fn files(&self) -> &[PathBuf] {
        &self.files
    }

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
    context: &mut CommandContext,
    args: &ImportArgs,
) -> Result<Done, Failure> {
    let clash = args.clash();
    // The passphrase first: the file may come from the same input.
    let mut store = context.working_store(process)?;
    let [file] = args.files.as_slice() else {
        return many(process, context, store, args);
    };
    if args.json || store.is_folder(file) {
        return many(process, context, store, args);
    }
    let mut case = match brought(process, &store, &context.catalog, file)? {
        Brought::Case(case) => *case,
        Brought::Workbook(_) if clash == Clash::Replace => {
            // It holds a part of a check: what it does not hold would go.
            let said = Message::new("usage-no-replace-by-workbook");
            return Err(Failure::usage(&context.catalog, &[said]));
        }
        Brought::Workbook(bytes) => {
            let is_new = clash == Clash::New;
            return workbook::import(process, context, store, file, &bytes, is_new);
        }
    };
    let catalog = &context.catalog;
    let said = match (store.look(&case.id), clash) {
        (Err(fault), _) if fault.is_gone() => "import-done",
        (Ok(there), _) if says_the_same(&there, &case) => {
            return Ok(Done::lines([told(catalog, "import-same", &case)]));
        }
        (Ok(there), Clash::Stop) if there.has_in_it(&case) => {
            return Ok(Done::lines([told(catalog, "import-in-it", &there)]));
        }
        (Ok(_), Clash::Stop) => return Err(is_there(catalog, &case, file)),
        // Whether it is there cannot be told.
        (Err(fault), Clash::Stop) => return Err(Failure::case(catalog, case.id.as_str(), &fault)),
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
            // Not an error: where the one that cannot be read is now is told.
            if there.is_ok() {
                "import-done-replaced"
            } else {
                "import-done-replaced-unread"
            }
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

fn many(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    store: Store,
    args: &ImportArgs,
) -> Result<Done, Failure> {
    if args.new && (args.files.len() > 1 || store.is_folder(&args.files[0])) {
        // Each time that they are brought once more, all of them would be there once more.
        let said = Message::new("usage-new-is-one-file");
        return Err(Failure::usage(&context.catalog, &[said]));
    }
    let how = How {
        clash: args.clash(),
        may_lose: args.yes,
        jobs: args.jobs,
        json: args.json,
    };
    import_many(process, context, store, &args.files, how)
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
    process.confirm(catalog, &said, Said::yes(yes))
}

fn is_there(catalog: &Catalog, case: &Case, file: &Path) -> Failure {
    let said = [
        Message::new("err-import-exists").with("title", firm_and_title(case)),
        Message::new("rec-import-merge")
            .with("id", case.id.as_str())
            .with("path", file.display().to_string()),
        Message::new("rec-import-exists"),
    ];
    Failure::could_not(catalog, &said)
}

fn told(catalog: &Catalog, id: &'static str, case: &Case) -> String {
    let said = Message::new(id)
        .with("title", firm_and_title(case))
        .with("id", case.id.as_str())
        .with("answers", case.answered());
    catalog.message(&said)
}
