//! `mamori lock`, `unlock` and `passphrase`: a passphrase on everything that is kept, taken away, another one.
//! After a failure the disk is asked what is so, and that is said: how many files are locked, which passphrase opens.

use crate::cli::asking::cannot_open;
use std::ops::ControlFlow;

use crate::cli::done::{COULD_NOT, Done};
use crate::cli::failure::Failure;
use crate::cli::fault::{half_way_messages, state_messages, store_message};
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::store::{Cause, OpenFault, Opens, Seal, SealState, SealStep, Sealed, Store, StoreError};
use crate::text::Message;
use crate::text::catalog::Catalog;

/// Says first that a forgotten passphrase is final.
pub(super) fn lock(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut store = context.store(process)?;
    if seal(&store, catalog)? != Seal::None {
        return go_on_locking(process, catalog, &mut store);
    }
    for id in ["lock-what", "lock-final", "lock-elsewhere"] {
        process.tell(&catalog.message(&Message::new(id)));
    }
    let passphrase = process.new_passphrase(catalog)?;
    match store.put_seal_watched(&passphrase, &mut watching(process, catalog)) {
        Ok(sealed) => said(catalog, &store, "lock-done", sealed),
        Err(error) => after_a_failure(catalog, &store, &error, Wanted::Locked),
    }
}

/// Where files lie open although there is a key, the work is finished; else there is nothing to do.
fn go_on_locking(
    process: &mut ProcessEnv<'_>,
    catalog: &Catalog,
    store: &mut Store,
) -> Result<Done, Failure> {
    let state = store.seal_state();
    let state = state.map_err(|error| Failure::store(catalog, &error))?;
    if !state.is_half_way() {
        return Err(told(catalog, &["err-locked-already", "rec-locked-already"]));
    }
    let id = if state.is_going {
        "unlock-was-half-way"
    } else {
        "lock-was-half-way"
    };
    let found = Message::new(id)
        .with("files", state.sealed + state.open)
        .with("open", state.open);
    process.tell(&catalog.message(&found));
    process.passphrase(catalog, store)?;
    match store.finish_putting_seal_watched(&mut watching(process, catalog)) {
        Ok(mut sealed) => {
            // All of them are locked now, not only those that were left.
            sealed.files += state.sealed;
            said(catalog, store, "lock-done", sealed)
        }
        Err(error) => after_a_failure(catalog, store, &error, Wanted::Locked),
    }
}

pub(super) fn unlock(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut store = context.store(process)?;
    if seal(&store, catalog)? == Seal::None {
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    process.passphrase(catalog, &mut store)?;
    match store.remove_seal_watched(&mut watching(process, catalog)) {
        Ok(unsealed) => said(catalog, &store, "unlock-done", unsealed),
        Err(error) => after_a_failure(catalog, &store, &error, Wanted::Unlocked),
    }
}

pub(super) fn passphrase(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
) -> Result<Done, Failure> {
    let catalog = &context.catalog;
    let mut store = context.store(process)?;
    if seal(&store, catalog)? == Seal::None {
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    let old = process.passphrase(catalog, &mut store)?;
    if let Some(half_way) = store.finish_what_was_begun() {
        for sentence in half_way_messages(&half_way) {
            process.tell(&catalog.message(&sentence));
        }
    }
    if seal(&store, catalog)? == Seal::None {
        // It was being taken away, and that is through now.
        return Err(told(catalog, &["err-not-locked", "rec-not-locked"]));
    }
    process.tell(&catalog.message(&Message::new("lock-final")));
    let new = process.new_passphrase(catalog)?;
    let fault = match store.change_passphrase(&old, &new) {
        Ok(()) => {
            let said = catalog.message(&Message::new("passphrase-done"));
            return Ok(Done::lines([said]));
        }
        Err(OpenFault::Store(error)) => error,
        Err(fault) => return Err(cannot_open(catalog, &fault)),
    };
    let id = match store.which_opens(&old, &new) {
        Ok(Opens {
            old: false,
            new: true,
        }) => {
            let said = catalog.message(&Message::new("passphrase-is-new"));
            return Ok(Done::lines([said]).in_doubt(catalog, Some(&fault)));
        }
        Ok(Opens {
            old: true,
            new: true,
        }) => "passphrase-is-both",
        Ok(Opens { old: true, .. }) => "passphrase-is-old",
        // Not an error: that it cannot be seen is what is told.
        Ok(Opens { .. }) | Err(_) => "passphrase-unknown",
    };
    let said = [store_message(&fault), Message::new(id)];
    Err(Failure::could_not(catalog, &said))
}

/// How the folder was to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Locked,
    Unlocked,
}

/// What is so now, whatever step failed: the disk is asked.
fn after_a_failure(
    catalog: &Catalog,
    store: &Store,
    error: &StoreError,
    wanted: Wanted,
) -> Result<Done, Failure> {
    if matches!(error.cause(), Cause::Held | Cause::Taken) {
        return Err(Failure::store(catalog, error));
    }
    let mut said = vec![store_message(error)];
    match (store.seal_state(), wanted) {
        (Ok(state), _) if state.is_half_way() => said.extend(state_messages(state)),
        (Ok(state), Wanted::Locked) if state.has_key => {
            let done = Message::new("lock-is-on").with("files", state.sealed);
            let done = Done::lines([catalog.message(&done)]);
            return Ok(done.in_doubt(catalog, Some(error)));
        }
        (Ok(SealState { has_key: false, .. }), Wanted::Unlocked) => {
            let done = Done::lines([catalog.message(&Message::new("lock-is-off"))]);
            return Ok(done.in_doubt(catalog, Some(error)));
        }
        (Ok(_), Wanted::Locked) => said.push(Message::new("lock-not-begun")),
        (Ok(_), Wanted::Unlocked) => said.push(Message::new("unlock-not-begun")),
        // Not an error: that it cannot be seen is what is told.
        (Err(_), _) => said.push(Message::new("lock-unknown")),
    }
    Err(Failure::could_not(catalog, &said))
}

fn seal(store: &Store, catalog: &Catalog) -> Result<Seal, Failure> {
    let seal = store.seal();
    seal.map_err(|error| Failure::store(catalog, &error))
}

/// Of more files than this it is told how far it is.
const MANY: usize = 300;

/// Tells of many files how far it is, a line for each tenth, and stops where somebody wants that (Ctrl-C).
fn watching<'a>(
    process: &'a mut ProcessEnv<'_>,
    catalog: &'a Catalog,
) -> impl FnMut(SealStep) -> ControlFlow<()> + 'a {
    // From now on it is not ended in the midst of a file.
    let mut is_stopped = (process.stop)();
    let mut told = 0;
    move |step| {
        let tenth = step.done * 10 / step.of;
        if step.of > MANY && tenth > told {
            told = tenth;
            let said = Message::new("lock-step")
                .with("done", step.done)
                .with("files", step.of);
            process.tell(&catalog.message(&said));
        }
        is_stopped = is_stopped || (process.stop)();
        if is_stopped {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// What was done; where it was stopped, how far it is and how it goes on.
fn said(
    catalog: &Catalog,
    store: &Store,
    id: &'static str,
    sealed: Sealed,
) -> Result<Done, Failure> {
    let mut said = Vec::new();
    if sealed.left == 0 {
        said.push(Message::new(id).with("files", sealed.files));
    } else {
        let state = store.seal_state();
        let state = state.map_err(|error| Failure::store(catalog, &error))?;
        said.push(Message::new("lock-stopped"));
        said.extend(state_messages(state));
    }
    if sealed.aside > 0 {
        said.push(Message::new("lock-aside").with("files", sealed.aside));
    }
    let done = Done::lines(said.iter().map(|said| catalog.message(said)));
    let code = if sealed.left == 0 {
        done.code
    } else {
        COULD_NOT
    };
    Ok(Done { code, ..done })
}

fn told(catalog: &Catalog, ids: &[&'static str; 2]) -> Failure {
    Failure::could_not(catalog, &ids.map(Message::new))
}
