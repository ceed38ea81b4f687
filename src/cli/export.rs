//! `mamori export`: a case as a file to carry away, or as bytes for another program. Changes no case.

use std::path::{Path, PathBuf};

use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::setup::CommandContext;
use crate::cli::{Done, ProcessEnv};
use crate::questionnaire::report_format::ReportFormat;
use crate::store::{Cause, Seal, Store};
use crate::text::Message;
use crate::text::catalog::Catalog;

/// What was asked for.
#[derive(Debug)]
pub(crate) struct ExportOptions {
    pub(crate) case: Option<String>,
    pub(crate) format: Option<ReportFormat>,
    /// None and `-` are the output.
    pub(crate) output: Option<PathBuf>,
    pub(crate) anonymous: bool,
    /// Every case that can be read, one after the other.
    pub(crate) all: bool,
    /// A file of that name may go.
    pub(crate) replace: bool,
}

pub(super) fn export(
    world: &mut ProcessEnv<'_>,
    ground: &mut CommandContext,
    options: &ExportOptions,
) -> Result<Done, Failure> {
    let output = options
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let format = format(world, &ground.catalog, options, output)?;
    let mut store = ground.opened_store(world)?;
    let (bytes, count) = if options.all {
        all(world, ground, &mut store, options)?
    } else {
        one(ground, &mut store, options, format)?
    };
    let Some(path) = output else {
        return Ok(Done::bytes(bytes));
    };
    let catalog = &ground.catalog;
    write(world, catalog, &store, path, &bytes, options.replace)?;
    if store.seal() == Seal::Opened {
        world.tell(&catalog.message(&Message::new("exporting-not-locked")));
    }
    Ok(Done::lines([
        catalog.message(&count.with("path", path.display().to_string()))
    ]))
}

/// The one that was named; else what the file's ending says.
fn format(
    world: &ProcessEnv<'_>,
    catalog: &Catalog,
    options: &ExportOptions,
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
        Some(format) if !format.is_text() && output.is_none() && world.is_terminal => {
            usage("usage-not-to-a-terminal")
        }
        Some(format) => Ok(format),
    }
}

type Counted = (Vec<u8>, Message<'static>);

fn one(
    ground: &mut CommandContext,
    store: &mut Store,
    options: &ExportOptions,
    format: ReportFormat,
) -> Result<Counted, Failure> {
    let catalog = &ground.catalog;
    let case = find_case(store, catalog, options.case.as_deref())?;
    let exported = ground
        .library
        .rendered(&case, catalog, format, options.anonymous)
        .map_err(|fault| Failure::pack(catalog, &fault))?;
    let count = Message::new("export-done")
        .with("questions", exported.questions)
        .with("tasks", exported.tasks);
    Ok((exported.bytes, count))
}

/// Every case that can be read; of the others it is said why not.
fn all(
    world: &mut ProcessEnv<'_>,
    ground: &mut CommandContext,
    store: &mut Store,
    options: &ExportOptions,
) -> Result<Counted, Failure> {
    let catalog = &ground.catalog;
    let listed = store
        .list()
        .map_err(|error| Failure::store(catalog, &error))?;
    let mut bytes = Vec::new();
    let mut cases = 0_usize;
    for listed in listed {
        let exported = match &listed.state {
            Ok(case) => ground
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
                world.fail(&failure);
            }
        }
    }
    Ok((bytes, Message::new("export-all-done").with("cases", cases)))
}

/// Asks before a file of that name goes.
fn write(
    world: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    store: &Store,
    path: &Path,
    bytes: &[u8],
    replace: bool,
) -> Result<(), Failure> {
    match store.write_out(path, bytes, replace) {
        Err(error) if *error.cause() == Cause::Taken && world.is_asked => {
            let said = Message::new("export-exists").with("path", path.display().to_string());
            world.confirm(catalog, &[said], false)?;
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
