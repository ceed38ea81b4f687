//! `mamori show`: the result of a case. Reads the file and never writes it.

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::carried;
use crate::report::{Report, json, text};

/// `mamori show`
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    word: Option<String>,
    #[arg(long, value_name = "CASE", help = "cli-case-too", value_parser = NonEmptyStringValueParser::new())]
    case: Option<String>,
    #[arg(long, help = "cli-json")]
    json: bool,
}

impl ShowArgs {
    /// One case, wherever it was written; more than one is a mistake.
    pub(super) fn take_case(&mut self, before: Option<String>) -> Result<(), ()> {
        let mut cases = [before, self.case.take(), self.word.take()]
            .into_iter()
            .flatten();
        self.case = cases.next();
        cases.next().map_or(Ok(()), |_| Err(()))
    }
}

pub(super) fn show(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &ShowArgs,
) -> Result<Done, Failure> {
    let mut store = context.opened_store(process)?;
    let case = find_case(
        &mut store,
        &mut context.library,
        &context.catalog,
        context.asked,
        args.case.as_deref(),
    )?;
    let (packs, missing) = context
        .library
        .begun_packs(&case)
        .map_err(|fault| Failure::pack(&context.catalog, &fault))?;
    let case = carried(&case, &packs);
    let report = Report::new(&case, &packs).without(missing);
    Ok(Done::new(if args.json {
        json::json(&report, &context.catalog)
    } else {
        text::text(&report, &context.catalog)
    }))
}
