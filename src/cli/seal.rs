//! `mamori lock`, `unlock` and `passphrase`: a passphrase on everything that is kept, taken away, another one.

use crate::cli::asking::cannot_open;
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::store::{Seal, Sealed, StoreError};
use crate::text::Message;
use crate::text::catalog::Catalog;

/// Says first that a forgotten passphrase is final.
pub(super) fn lock(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut store = context.store()?;
    if store.seal() != Seal::None {
        return Err(told(catalog, &["err-locked-already", "rec-locked-already"]));
    }
    for id in ["lock-what", "lock-final", "lock-elsewhere"] {
        process.tell(&catalog.message(&Message::new(id)));
    }
    let passphrase = process.new_passphrase(catalog)?;
    let sealed = store
        .put_seal(&passphrase)
        .map_err(|error| held(catalog, &error))?;
    Ok(said(catalog, "lock-done", sealed))
}

pub(super) fn unlock(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut store = context.store()?;
    if store.seal() == Seal::None {
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    process.passphrase(catalog, &mut store)?;
    let unsealed = store.remove_seal().map_err(|error| held(catalog, &error))?;
    Ok(said(catalog, "unlock-done", unsealed))
}

pub(super) fn passphrase(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut store = context.store()?;
    if store.seal() == Seal::None {
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    let old = process.passphrase(catalog, &mut store)?;
    process.tell(&catalog.message(&Message::new("lock-final")));
    let new = process.new_passphrase(catalog)?;
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
