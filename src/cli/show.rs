//! `mamori show`: the result of a case. Reads the file and never writes it.

use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::setup::CommandContext;
use crate::cli::{Done, ProcessEnv};
use crate::report::{Report, json, text};

pub(super) fn show(
    world: &mut ProcessEnv<'_>,
    ground: &mut CommandContext,
    case: Option<&str>,
    json: bool,
) -> Result<Done, Failure> {
    let mut store = ground.opened_store(world)?;
    let case = find_case(&mut store, &ground.catalog, case)?;
    let packs = ground
        .library
        .begun_packs(&case)
        .map_err(|fault| Failure::pack(&ground.catalog, &fault))?;
    let report = Report::new(&case, &packs);
    Ok(Done::new(if json {
        json::json(&report, &ground.catalog)
    } else {
        text::text(&report, &ground.catalog)
    }))
}
