//! `mamori homework`: the page that is left behind after a visit. Writes one file, under the name that was given.

use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::done::{DONE, Done};
use crate::cli::export::{Target, hand_over};
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::named_file::to_write;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::moment::Day;
use crate::questionnaire::report_format::ReportFormat;
use crate::terminal::now;
use crate::text::Message;
use crate::text::days::day_with_year;

/// `mamori homework [CASE]`
#[derive(Debug, Args)]
pub(super) struct HomeworkArgs {
    #[arg(value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    case: Option<String>,
    // When somebody comes again.
    #[arg(long, value_name = "DAY", help = "cli-homework-visit")]
    visit: Option<String>,
    #[arg(long, value_name = "FILE", help = "cli-output")]
    output: Option<PathBuf>,
    #[arg(long, help = "cli-replace")]
    replace: bool,
}

pub(super) fn homework(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &HomeworkArgs,
) -> Result<Done, Failure> {
    let today = now().day();
    let typed = args.visit.as_deref();
    let visit = typed.and_then(|typed| Day::typed_to_come(typed, today));
    let fault = match visit {
        None => typed.map(|typed| Message::new("usage-visit").with("typed", typed)),
        Some(day) if day < today => {
            Some(Message::new("visit-is-over").with("day", day_with_year(day)))
        }
        Some(_) => None,
    };
    if let Some(said) = fault {
        return Err(Failure::usage(&context.catalog, &[said]));
    }
    let mut store = context.opened_store(process)?;
    let case = find_case(
        &mut store,
        &mut context.library,
        &context.catalog,
        context.asked,
        args.case.as_deref(),
    )?;
    let bytes = context
        .library
        .homework_bytes(&case, today, visit, &context.catalog)
        .map_err(|fault| Failure::pack(&context.catalog, &fault))?;
    let Some(path) = to_write(args.output.as_deref()) else {
        return Ok(Done::bytes(bytes));
    };
    let target = Target {
        path,
        replace: args.replace,
        format: ReportFormat::Html.code(),
    };
    hand_over(
        process,
        &context.catalog,
        &store,
        target,
        &bytes,
        Message::new("homework-written"),
        DONE,
    )
}
