//! `mamori delete` and `mamori bin`: throwing a case away, seeing what was thrown away, taking it back, emptying.

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Subcommand};

use serde_json::{Value, json};

use crate::app::case_summary::CaseState;
use crate::app::request::Tidying;
use crate::cli::asking::Said;
use crate::cli::completed::completed;
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::find_case::{find_id, find_id_exactly};
use crate::cli::hiding::Reach;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::state_of;
use crate::report::json::{FORMAT, written};
use crate::store::Binned;
use crate::store_service::StoreService;
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::names::firm_and_title;
use crate::text::width::clean;

/// `mamori delete`
#[derive(Debug, Args)]
pub(super) struct DeleteArgs {
    #[arg(value_name = "CASE", help = "cli-case-named", value_parser = NonEmptyStringValueParser::new())]
    case: String,
    #[arg(long, help = "cli-yes")]
    yes: bool,
}

/// `mamori bin`
#[derive(Debug, Args)]
pub(super) struct BinArgs {
    #[arg(long, help = "cli-json")]
    json: bool,
    #[command(subcommand)]
    command: Option<BinCommand>,
}

impl BinArgs {
    /// What is emptied is everybody's, and nobody has seen it.
    pub(super) fn reach(&self) -> Reach<'_> {
        match self.command {
            Some(BinCommand::Restore { .. }) => Reach::Named,
            None | Some(BinCommand::Empty { .. }) => Reach::Everybody,
        }
    }
}

#[derive(Debug, Subcommand)]
enum BinCommand {
    #[command(about = "cli-bin-restore")]
    Restore {
        #[arg(value_name = "NAME", help = "cli-bin-name", value_parser = NonEmptyStringValueParser::new())]
        name: String,
    },
    #[command(about = "cli-bin-empty")]
    Empty {
        #[arg(long, help = "cli-yes")]
        yes: bool,
    },
}

pub(super) fn bin(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    args: &BinArgs,
) -> Result<Done, Failure> {
    match &args.command {
        None => list(process, context, args.json),
        Some(BinCommand::Restore { name }) => put_back(process, context, name),
        Some(BinCommand::Empty { yes }) => empty(process, context, *yes),
    }
}

pub(super) fn delete(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &DeleteArgs,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut service = context.working_service(process)?;
    let store = service.store_mut();
    let library = &mut context.library;
    let id = if args.yes {
        find_id_exactly(store, library, catalog, context.asked, &args.case)?
    } else {
        find_id(store, library, catalog, context.asked, Some(&args.case))?
    };
    if !store.claim(&id, now()).may_write() {
        let said = ["err-case-held", "rec-case-held"].map(Message::new);
        return Err(Failure::could_not(catalog, &said));
    }
    let title = match store.look(&id) {
        Ok(case) => catalog.text(&firm_and_title(&case)).into_owned(),
        // Not an error: without a name it is called by its id.
        Err(_) => id.to_string(),
    };
    let said = [
        Message::new("throw-away-title").with("title", title.as_str()),
        Message::new("throw-away-safe"),
    ];
    process.confirm(catalog, &said, Said::yes(args.yes))?;
    done(&mut service, catalog, Tidying::ThrowAway(id), &title)
}

fn list(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    json: bool,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let store = context.opened_store(process)?;
    let binned = store
        .bin()
        .map_err(|error| Failure::store(catalog, &error))?;
    let unread = binned.iter().filter(|one| one.state.is_err()).count();
    let done = if json {
        let cases: Vec<Value> = binned.iter().map(as_json).collect();
        Done::new(written(&json!({ "format": FORMAT, "bin": cases })))
    } else {
        Done::lines(lines(&binned, catalog))
    };
    Ok(done.but_unread(catalog, "bin-unread", unread))
}

fn state(binned: &Binned) -> CaseState {
    binned.state.as_ref().err().map_or(CaseState::Ok, state_of)
}

fn as_json(binned: &Binned) -> Value {
    json!({
        "name": binned.name,
        // Not an error: it can be put back all the same, and then says why it cannot be read.
        "title": binned.state.as_ref().ok().map(|case| case.title.as_str()),
        "deleted": binned.thrown.to_string(),
        "kept_until": binned.kept_until().to_string(),
        "state": state(binned).code(),
    })
}

fn lines(binned: &[Binned], catalog: &Catalog) -> Vec<String> {
    if binned.is_empty() {
        return vec![catalog.message(&Message::new("bin-is-empty"))];
    }
    let heading = ["bin-name", "list-title", "bin-kept-until"];
    let heading = heading.map(|id| catalog.message(&Message::new(id)));
    let rows = binned.iter().map(|binned| {
        let title = match &binned.state {
            Ok(case) => catalog.text(&firm_and_title(case)).replace('\n', " "),
            // Not an error: the list says so.
            Err(fault) => {
                let said = state_of(fault).said();
                catalog.message(&Message::new(said.unwrap_or("cases-state-damaged")))
            }
        };
        vec![
            clean(&binned.name).into_owned(),
            title,
            binned.kept_until().to_string(),
        ]
    });
    columns(
        &std::iter::once(heading.to_vec())
            .chain(rows)
            .collect::<Vec<_>>(),
    )
}

fn put_back(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    name: &str,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut service = context.working_service(process)?;
    let bin = service
        .store()
        .bin()
        .map_err(|error| Failure::store(catalog, &error))?;
    // Whoever has just thrown a check away has read its id; thrown away twice, it has two names here.
    let of_the_id: Vec<&Binned> = bin.iter().filter(|one| one.file() == name).collect();
    let by_name = bin.iter().find(|one| one.name == name);
    let only = match of_the_id[..] {
        [one] => Some(one),
        _ => None,
    };
    let Some(binned) = by_name.or(only) else {
        let said = match of_the_id.len() {
            0 => Message::new("err-not-in-bin"),
            count => Message::new("err-several-in-bin").with("count", count),
        };
        let said = [said.with("name", name), Message::new("rec-not-in-bin")];
        return Err(Failure::could_not(catalog, &said));
    };
    let title = match &binned.state {
        Ok(case) => catalog.text(&firm_and_title(case)).into_owned(),
        // Not an error: without a name it is called by its name in the bin.
        Err(_) => binned.name.clone(),
    };
    let put_back = Tidying::PutBack(binned.name.clone());
    done(&mut service, catalog, put_back, &title)
}

fn empty(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    yes: bool,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut service = context.working_service(process)?;
    let count = service
        .store()
        .bin()
        .map_err(|error| Failure::store(catalog, &error))?
        .len();
    if count == 0 {
        return Ok(Done::lines(
            [catalog.message(&Message::new("bin-is-empty"))],
        ));
    }
    let said = [
        Message::new("empty-bin-title").with("count", count),
        Message::new("empty-bin-final"),
    ];
    process.confirm(catalog, &said, Said::yes(yes))?;
    done(&mut service, catalog, Tidying::EmptyBin, "")
}

fn done(
    service: &mut StoreService,
    catalog: &Catalog,
    tidying: Tidying,
    title: &str,
) -> Result<Done, Failure> {
    let done = service
        .tidy(tidying, now())
        .map_err(|error| Failure::store(catalog, &error))?;
    completed(catalog, &done, title)
}
