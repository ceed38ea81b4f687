//! `mamori history` and `mamori restore`: the earlier files of a case, and going back to one of them.

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use serde_json::{Value, json};

use crate::app::case_summary::CaseState;
use crate::app::request::Tidying;
use crate::cli::completed::completed;
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::fault::case_fault_message;
use crate::cli::find_case::find_id;
use crate::cli::list::day_and_time;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::{PackLibrary, carried, state_of};
use crate::questionnaire::outcome::Counts;
use crate::questionnaire::result::WalkResult;
use crate::report::json::{FORMAT, written};
use crate::store::{CaseFault, Generation};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::width::clean;

/// `mamori history`
#[derive(Debug, Args)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    case: Option<String>,
    #[arg(long, help = "cli-json")]
    json: bool,
}

/// `mamori restore`
#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    #[arg(value_name = "CASE", help = "cli-case-named", value_parser = NonEmptyStringValueParser::new())]
    case: String,
    #[arg(value_name = "GENERATION", help = "cli-generation", value_parser = NonEmptyStringValueParser::new())]
    generation: Option<String>,
}

pub(super) fn history(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &HistoryArgs,
) -> Result<Done, Failure> {
    let mut store = context.opened_store(process)?;
    let id = find_id(
        &mut store,
        &mut context.library,
        &context.catalog,
        context.asked,
        args.case.as_deref(),
    )?;
    let generations = store
        .generations(&id)
        .map_err(|error| Failure::store(&context.catalog, &error))?;
    let unread = generations.iter().filter(|one| one.state.is_err()).count();
    let library = &mut context.library;
    let done = if args.json {
        let generations: Vec<Value> = generations
            .iter()
            .map(|one| as_json(library, one))
            .collect();
        Done::new(written(
            &json!({ "format": FORMAT, "case": id, "generations": generations }),
        ))
    } else {
        Done::lines(lines(library, &context.catalog, &generations))
    };
    Ok(done.but_unread(&context.catalog, "history-unread", unread))
}

fn as_json(library: &mut PackLibrary, generation: &Generation) -> Value {
    // Not an error: `state` says that it cannot be read.
    let case = generation.state.as_ref().ok();
    let counts = counts(library, generation);
    json!({
        "name": generation.name,
        "revision": generation.revision(),
        "updated": case.map(|case| case.updated),
        "asked": counts.map(Counts::asked),
        "answered": counts.map(Counts::answered),
        "other_program": generation.is_foreign,
        "state": state(generation).code(),
    })
}

fn state(generation: &Generation) -> CaseState {
    let fault = generation.state.as_ref().err();
    fault.map_or(CaseState::Ok, state_of)
}

fn counts(library: &mut PackLibrary, generation: &Generation) -> Option<Counts> {
    // Not an error: its state is told beside, without counts.
    let case = generation.state.as_ref().ok()?;
    let pack = library.pack(&case.walk).ok()?;
    Some(WalkResult::of(&pack, &carried(case, std::slice::from_ref(&pack))).counts)
}

fn lines(library: &mut PackLibrary, catalog: &Catalog, generations: &[Generation]) -> Vec<String> {
    if generations.is_empty() {
        return vec![catalog.message(&Message::new("history-empty"))];
    }
    let heading = ["history-name", "list-updated", "list-state"];
    let heading = heading.map(|id| catalog.message(&Message::new(id)));
    let mut rows = vec![heading.to_vec()];
    for generation in generations {
        // Not an error: its state is told beside.
        let updated = generation.state.as_ref().ok().map(|case| case.updated);
        let mut row = vec![
            // A file that someone else put there can have any name.
            clean(&generation.name).into_owned(),
            updated.map(day_and_time).unwrap_or_default(),
        ];
        let unread = state(generation).said();
        let state = match (counts(library, generation), unread) {
            (Some(counts), _) => Message::new("cases-progress")
                .with("asked", counts.asked())
                .with("answered", counts.answered()),
            (None, said) => Message::new(said.unwrap_or("cases-state-no-pack")),
        };
        row.push(catalog.message(&state));
        if generation.is_foreign {
            row.push(catalog.message(&Message::new("generations-foreign")));
        }
        rows.push(row);
    }
    columns(&rows)
}

pub(super) fn restore(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &RestoreArgs,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut service = context.working_service(process)?;
    let store = service.store_mut();
    let id = find_id(
        store,
        &mut context.library,
        catalog,
        context.asked,
        Some(&args.case),
    )?;
    let name = args.generation.as_deref();
    let generations = store
        .generations(&id)
        .map_err(|error| Failure::store(catalog, &error))?;
    let mut wanted = generations.iter();
    match wanted.find(|one| name.is_none_or(|name| one.name == name)) {
        None => {
            let said = ["err-no-generation", "rec-no-generation"].map(Message::new);
            return Err(Failure::could_not(catalog, &said));
        }
        Some(one) => match &one.state {
            // A disk that did not answer once is asked again.
            Ok(_) | Err(CaseFault::Unreadable(_)) => {}
            Err(fault) => return Err(cannot_go_back(catalog, name, one, fault, &generations)),
        },
    }
    if !store.claim(&id, now()).may_write() {
        let said = ["err-case-held", "rec-case-held"].map(Message::new);
        return Err(Failure::could_not(catalog, &said));
    }
    let restore = Tidying::Restore(id, name.map(str::to_owned));
    let restored = service
        .tidy(restore, now())
        .map_err(|error| Failure::store(catalog, &error))?;
    completed(catalog, &restored, "")
}

/// What is there cannot be gone back to, and why.
fn cannot_go_back(
    catalog: &Catalog,
    named: Option<&str>,
    one: &Generation,
    fault: &CaseFault,
    all: &[Generation],
) -> Failure {
    let id = match named {
        Some(_) => "err-generation-unread",
        None => "err-newest-generation-unread",
    };
    let next = if all.iter().any(|one| one.state.is_ok()) {
        "rec-generation-unread"
    } else {
        "rec-no-generation-read"
    };
    let said = [
        Message::new(id).with("name", clean(&one.name).into_owned()),
        case_fault_message(fault),
        Message::new(next),
    ];
    Failure::could_not(catalog, &said)
}
