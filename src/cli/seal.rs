//! `mamori lock`, `unlock` and `passphrase`: a passphrase on everything that is kept, taken away, another one.

use crate::cli::asking::cannot_open;
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::cli::{Done, ProcessEnv};
use crate::store::{Seal, Sealed, StoreError};
use crate::text::Message;
use crate::text::catalog::Catalog;

/// Says first that a forgotten passphrase is final.
pub(super) fn lock(world: &mut ProcessEnv<'_>, ground: &CommandContext) -> Result<Done, Failure> {
    let catalog = &ground.catalog;
    let mut store = ground.store()?;
    if store.seal() != Seal::None {
        return Err(told(catalog, &["err-locked-already", "rec-locked-already"]));
    }
    for id in ["lock-what", "lock-final", "lock-elsewhere"] {
        world.tell(&catalog.message(&Message::new(id)));
    }
    let passphrase = world.new_passphrase(catalog)?;
    let sealed = store
        .put_seal(&passphrase)
        .map_err(|error| held(catalog, &error))?;
    Ok(said(catalog, "lock-done", sealed))
}

pub(super) fn unlock(world: &mut ProcessEnv<'_>, ground: &CommandContext) -> Result<Done, Failure> {
    let catalog = &ground.catalog;
    let mut store = ground.store()?;
    if store.seal() == Seal::None {
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    world.passphrase(catalog, &mut store)?;
    let unsealed = store.remove_seal().map_err(|error| held(catalog, &error))?;
    Ok(said(catalog, "unlock-done", unsealed))
}

pub(super) fn passphrase(
    world: &mut ProcessEnv<'_>,
    ground: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &ground.catalog;
    let mut store = ground.store()?;
    if store.seal() == Seal::None {
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    let old = world.passphrase(catalog, &mut store)?;
    world.tell(&catalog.message(&Message::new("lock-final")));
    let new = world.new_passphrase(catalog)?;
    store
        .change_passphrase(&old, &new)
        .map_err(|fault| cannot_open(catalog, &fault))?;
    Ok(Done::lines([
        catalog.message(&Message::new("passphrase-done"))
    ]))
}

fn said(catalog: &Catalog, id: &'static str, sealed: Sealed) -> Done {
    let mut lines = vec![catalog.message(&Message::new(id).with("files", sealed.files))];
    if sealed.aside > 0 {
        let aside = Message::new("lock-aside").with("files", sealed.aside);
        lines.push(catalog.message(&aside));
    }
    Done::lines(lines)
}

fn told(catalog: &Catalog, ids: &[&'static str; 2]) -> Failure {
    Failure::could_not(catalog, &ids.map(Message::new))
}

/// What was begun is finished by the next start, whatever went wrong.
fn held(catalog: &Catalog, error: &StoreError) -> Failure {
    let mut failure = Failure::store(catalog, error);
    if *error.cause() != crate::store::Cause::Held {
        failure
            .sentences
            .push(catalog.message(&Message::new("lock-half-way")));
    }
    failure
}
