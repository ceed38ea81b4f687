//! A workbook that was filled and came back, for the commands that take one in: what is told of it, what is asked.

use std::hash::RandomState;
use std::path::Path;

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::merge::{MergeArgs, Side, into};
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::{PackLibrary, id_of_workbook};
use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::workbook::{Filled, Finding, WorkbookFault};
use crate::store::Store;
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::firm_and_title;
use crate::text::workbook::{finding_message, workbook_fault_messages};

/// What stands in the file, before it is known which check it is of.
pub(in crate::cli) fn filled(
    library: &PackLibrary,
    catalog: &Catalog,
    file: &Path,
    bytes: &[u8],
) -> Result<Filled, Failure> {
    let filled = library.filled(bytes);
    filled.map_err(|fault| failure(catalog, file, &fault))
}

fn failure(catalog: &Catalog, file: &Path, fault: &WorkbookFault) -> Failure {
    let path = file.display().to_string();
    let [what, how] = workbook_fault_messages(fault);
    let said = [
        Message::new("err-import-no-case").with("path", path),
        what,
        how,
    ];
    Failure::could_not(catalog, &said)
}

/// Its cells as a side of a merge with the check here.
pub(super) fn side(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    file: &str,
    filled: &Filled,
    ours: &Case,
    takes_emptied: bool,
) -> Result<Side, Failure> {
    let returned = context
        .library
        .returned(filled, Some(ours), &ours.id, now());
    let returned = returned.map_err(|fault| failure(&context.catalog, Path::new(file), &fault))?;
    let count = returned.emptied.len();
    let is_taken =
        count > 0 && (takes_emptied || asks(process, &context.catalog, &returned.findings, count)?);
    let theirs = if is_taken {
        returned.with_emptied()
    } else {
        returned.theirs
    };
    Ok(Side {
        theirs,
        base: Some(returned.base),
        workbook: Some((file.to_owned(), returned.findings)),
    })
}

/// Whether what was emptied is to be taken out: asked where somebody can answer, and no otherwise.
fn asks(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    findings: &[Finding],
    count: usize,
) -> Result<bool, Failure> {
    if !process.is_asked {
        let said = Message::new("workbook-emptied-how").with("count", count);
        process.tell(&catalog.message(&said));
        return Ok(false);
    }
    for line in lines(findings, catalog) {
        process.tell(&line);
    }
    process.agrees(
        catalog,
        &[Message::new("workbook-emptied-ask").with("count", count)],
        "--emptied",
    )
}

/// What it is compared with, and what is to be told of its cells.
pub(super) fn lines(findings: &[Finding], catalog: &Catalog) -> Vec<String> {
    let mut lines = vec![catalog.message(&Message::new("workbook-base"))];
    lines.extend(lines_of(findings, catalog));
    lines
}

fn lines_of(findings: &[Finding], catalog: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    if !findings.is_empty() {
        let heading = Message::new("workbook-findings").with("count", findings.len());
        lines.push(catalog.message(&heading));
    }
    let of_cells = findings.iter().map(finding_message);
    lines.extend(of_cells.map(|said| format!("  {}", catalog.message(&said))));
    lines
}

/// `mamori import` of a workbook: into the check that it was made of, or as a new one.
pub(in crate::cli) fn import(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    mut store: Store,
    file: &Path,
    bytes: &[u8],
    is_new: bool,
) -> Result<Done, Failure> {
    let filled = filled(&context.library, &context.catalog, file, bytes)?;
    let origin = &filled.origin;
    let id = match (&origin.case, is_new) {
        (_, true) => store.new_id(&RandomState::new()),
        (Some(id), false) => id.clone(),
        // Read in twice, it is the same check.
        (None, false) => id_of_workbook(bytes),
    };
    match store.look(&id) {
        Err(fault) if fault.is_gone() => begun(context, &mut store, file, &filled, &id),
        Err(fault) => Err(Failure::case(&context.catalog, id.as_str(), &fault)),
        Ok(ours) => {
            let name = file.display().to_string();
            let side = side(process, context, &name, &filled, &ours, false)?;
            let args = MergeArgs::of_import(&id, file);
            into(process, context, &mut store, &args, &ours, &side)
        }
    }
}

/// A check that is not here yet.
fn begun(
    context: &mut CommandContext,
    store: &mut Store,
    file: &Path,
    filled: &Filled,
    id: &CaseId,
) -> Result<Done, Failure> {
    let returned = context.library.returned(filled, None, id, now());
    let returned = returned.map_err(|fault| failure(&context.catalog, file, &fault))?;
    let mut case = returned.theirs;
    // So that it is one firm with what is checked of it later, and notes on it can be kept at once.
    case.firm
        .get_or_insert_with(|| store.new_firm(&RandomState::new()));
    let brought = store
        .bring_in(&case, now())
        .map_err(|error| Failure::store(&context.catalog, &error))?;
    let catalog = &context.catalog;
    let said = Message::new("import-done")
        .with("title", firm_and_title(&case))
        .with("id", case.id.as_str())
        .with("answers", case.answered());
    let mut lines = vec![catalog.message(&said)];
    if filled.origin.case.is_some() {
        lines.push(catalog.message(&Message::new("workbook-not-here")));
    }
    lines.extend(lines_of(&returned.findings, catalog));
    Ok(Done::lines(lines).in_doubt(catalog, brought.doubt.as_ref()))
}
