//! `mamori show`: the result of a case. Reads the file and never writes it.

use std::sync::Arc;

use crate::assets;
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::setup::Ground;
use crate::cli::{Done, World};
use crate::questionnaire::case::Case;
use crate::questionnaire::id::PackId;
use crate::questionnaire::pack::Pack;
use crate::report::{Report, json, text};

pub(super) fn show(
    world: &mut World<'_>,
    ground: &mut Ground,
    case: Option<&str>,
    json: bool,
) -> Result<Done, Failure> {
    let mut store = ground.opened_store(world)?;
    let case = find_case(&mut store, &ground.catalog, case)?;
    let packs = begun_packs(ground, &case)?;
    let report = Report::new(&case, &packs);
    Ok(Done::new(if json {
        json::json(&report, &ground.catalog)
    } else {
        text::text(&report, &ground.catalog)
    }))
}

/// The packs of the walks that the case has begun, in the order in which packs are offered: each one, then those
/// that follow it.
fn begun_packs(ground: &mut Ground, case: &Case) -> Result<Vec<Arc<Pack>>, Failure> {
    let mut begun: Vec<&PackId> = case.walks.keys().collect();
    if !begun.contains(&&case.walk) {
        begun.push(&case.walk);
    }
    let packs = begun.into_iter().map(|id| ground.supply.pack(id));
    let mut packs: Vec<Arc<Pack>> = packs
        .collect::<Result<_, _>>()
        .map_err(|fault| Failure::pack(&ground.catalog, &fault))?;
    let (installed, _) = assets::installed_packs(ground.data());
    packs.sort_by_cached_key(|pack| {
        let mut followed = followed(ground, pack);
        followed.insert(0, pack.id.clone());
        let place = |id: &PackId| installed.iter().position(|pack| pack.id == id.as_str());
        followed.iter().rev().map(place).collect::<Vec<_>>()
    });
    Ok(packs)
}

/// The packs before this one, the nearest first.
fn followed(ground: &mut Ground, pack: &Pack) -> Vec<PackId> {
    let mut found: Vec<PackId> = Vec::new();
    let mut next = pack.follows.clone();
    while let Some(id) = next.filter(|id| !found.contains(id)) {
        next = ground
            .supply
            .pack(&id)
            .ok()
            .and_then(|pack| pack.follows.clone());
        found.push(id);
    }
    found
}
