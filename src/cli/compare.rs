//! `mamori compare`: two checks beside each other, item by item. Reads both and writes neither.

use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::setup::CommandContext;
use crate::cli::{Done, ProcessEnv};
use crate::report::compare::{Beside, json, text};

pub(super) fn compare(
    world: &mut ProcessEnv<'_>,
    ground: &mut CommandContext,
    before: &str,
    after: &str,
    as_json: bool,
) -> Result<Done, Failure> {
    let mut store = ground.opened_store(world)?;
    let before = find_case(&mut store, &ground.catalog, Some(before))?;
    let after = find_case(&mut store, &ground.catalog, Some(after))?;
    let packs = ground
        .library
        .begun_packs(&after)
        .map_err(|fault| Failure::pack(&ground.catalog, &fault))?;
    let beside = Beside::new(&before, &after, &packs);
    Ok(Done::new(if as_json {
        json(&beside, &ground.catalog)
    } else {
        text(&beside, &ground.catalog)
    }))
}
