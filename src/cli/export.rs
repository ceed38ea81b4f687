//! `mamori export`: a case as a file to carry away, or as bytes for another program. Changes no case.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};

use crate::cli::done::{COULD_NOT, DONE, Done};
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::report_format::ReportFormat;
use crate::store::{Cause, Seal, Seen, Store};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::case_title;

/// `mamori export`
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "CASE", help = "cli-case", value_parser = NonEmptyStringValueParser::new())]
    case: Option<String>,
    #[arg(long, value_name = "FORMAT", help = "cli-format", value_parser = formats(), hide_possible_values = true)]
    format: Option<ReportFormat>,
    // None and `-` are the output.
    #[arg(long, value_name = "FILE", help = "cli-output")]
    output: Option<PathBuf>,
    #[arg(long, help = "cli-anonymous")]
    anonymous: bool,
    // Every case that can be read, one after the other.
    #[arg(long, help = "cli-all", conflicts_with = "case")]
    all: bool,
    // A file of that name may go.
    #[arg(long, help = "cli-replace")]
    replace: bool,
}

/// The codes of the formats, each as its format.
fn formats() -> impl TypedValueParser<Value = ReportFormat> {
    PossibleValuesParser::new(ReportFormat::ALL.map(ReportFormat::code)).try_map(|code| {
        let mut formats = ReportFormat::ALL.into_iter();
        // Only codes come here.
        formats.find(|format| format.code() == code).ok_or(code)
    })
}

pub(super) fn export(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    options: &ExportArgs,
) -> Result<Done, Failure> {
    let output = options
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let format = format(process, &context.catalog, options, output)?;
    let mut store = context.opened_store(process)?;
    let (bytes, count, left_out) = if options.all {
        all(process, context, &mut store, options)?
    } else {
        one(context, &mut store, options, format)?
    };
    if left_out > 0 {
        let said = Message::new("export-unread").with("count", left_out);
        process.tell(&context.catalog.message(&said));
    }
    // What is there is whole, and not all of it is there.
    let code = if left_out > 0 { COULD_NOT } else { DONE };
    let Some(path) = output else {
        return Ok(Done {
            code,
            ..Done::bytes(bytes)
        });
    };
    hand_over(
        process,
        &context.catalog,
        &store,
        Target {
            path,
            replace: options.replace,
        },
        &bytes,
        count,
        code,
    )
}

/// A file outside the data folder.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) path: &'a Path,
    /// A file of that name may go.
    pub(super) replace: bool,
}

/// Writes what was made for people to carry away. `said` wants the path, and is what is told of it.
pub(super) fn hand_over(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    store: &Store,
    target: Target<'_>,
    bytes: &[u8],
    said: Message<'_>,
    code: u8,
) -> Result<Done, Failure> {
    let written = write(process, catalog, store, target, bytes)?;
    // The key is at hand, or the passphrase was not asked for.
    if store.seal() == Ok(Seal::Opened) {
        process.tell(&catalog.message(&Message::new("exporting-not-locked")));
    }
    let said = catalog.message(&said.with("path", target.path.display().to_string()));
    let done = Done {
        code,
        ..Done::lines([said])
    };
    Ok(done.in_doubt(catalog, written.doubt.as_ref()))
}

/// The one that was named; else what the file's ending says.
fn format(
    process: &ProcessEnv<'_>,
    catalog: &Catalog,
    options: &ExportArgs,
    output: Option<&Path>,
) -> Result<ReportFormat, Failure> {
    let ending = output
        .and_then(Path::extension)
        .and_then(|ending| ending.to_str());
    let format = options.format.or_else(|| ReportFormat::of_ending(ending?));
    let usage = |id: &'static str| Err(Failure::usage(catalog, &[Message::new(id)]));
    match format {
        None => usage("usage-which-format"),
        Some(format) if options.all && format != ReportFormat::Ndjson => {
            usage("usage-all-is-ndjson")
        }
        Some(format) if !format.is_text() && output.is_none() && process.is_terminal => {
            usage("usage-not-to-a-terminal")
        }
        Some(format) => Ok(format),
    }
}

/// The bytes, what to say of them, and how many checks are left out.
type Counted = (Vec<u8>, Message<'static>, usize);

fn one(
    context: &mut CommandContext,
    store: &mut Store,
    options: &ExportArgs,
    format: ReportFormat,
) -> Result<Counted, Failure> {
    let catalog = &context.catalog;
    let case = find_case(store, catalog, options.case.as_deref())?;
    let exported = context
        .library
        .rendered(&case, catalog, format, options.anonymous)
        .map_err(|fault| Failure::pack(catalog, &fault))?;
    let title = catalog.text(&case_title(&case)).into_owned();
    let count = Message::new("export-done")
        .with("title", title)
        .with("questions", exported.questions)
        .with("tasks", exported.tasks);
    Ok((exported.bytes, count, 0))
}

/// Every case that can be read; of the others it is said why not.
fn all(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    store: &mut Store,
    options: &ExportArgs,
) -> Result<Counted, Failure> {
    let catalog = &context.catalog;
    let listed = store
        .list()
        .map_err(|error| Failure::store(catalog, &error))?;
    let mut bytes = Vec::new();
    let mut cases = 0_usize;
    let mut left_out = 0_usize;
    for listed in listed {
        let exported = match &listed.state {
            Ok(case) => context
                .library
                .rendered(case, catalog, ReportFormat::Ndjson, options.anonymous)
                .map_err(|fault| Failure::pack(catalog, &fault)),
            Err(fault) => Err(Failure::case(catalog, listed.id.as_str(), fault)),
        };
        match exported {
            Ok(exported) => {
                bytes.extend(exported.bytes);
                cases += 1;
            }
            Err(failure) => {
                process.fail(&failure);
                left_out += 1;
            }
        }
    }
    Ok((
        bytes,
        Message::new("export-all-done").with("cases", cases),
        left_out,
    ))
}

/// Asks before a file of that name goes.
fn write(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    store: &Store,
    Target { path, replace }: Target<'_>,
    bytes: &[u8],
) -> Result<Seen<()>, Failure> {
    match store.write_out(path, bytes, replace) {
        Err(error) if *error.cause() == Cause::Taken && process.is_asked => {
            let said = Message::new("export-exists").with("path", path.display().to_string());
            process.confirm(catalog, &[said], false)?;
            store.write_out(path, bytes, true)
        }
        Err(error) if *error.cause() == Cause::Taken => {
            let path = path.display().to_string();
            let said = [
                Message::new("err-export-exists").with("path", path),
                Message::new("rec-export-exists"),
            ];
            return Err(Failure::could_not(catalog, &said));
        }
        written => written,
    }
    .map_err(|error| Failure::export(catalog, &error))
}
