//! Other firms hidden from the start: what commands then say. A client may look on while a command is written, too.
//! Hides nothing by itself: a list is there, or it is refused and says how it can be had.

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::store::Store;
use crate::text::Message;

/// Whether checks that were not asked for may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    Everybody,
    /// A client is looking on: they are counted.
    Nobody,
}

impl Naming {
    pub(super) fn of(store: &Store) -> Self {
        if store.settings().hides_others() {
            Self::Nobody
        } else {
            Self::Everybody
        }
    }

    /// What cannot be read, by its ids or by their number.
    pub(super) fn unread<'a>(
        self,
        ids: &[&str],
        named: &'static str,
        counted: &'static str,
    ) -> Message<'a> {
        match self {
            Self::Everybody => Message::new(named).with("ids", ids.join(", ")),
            Self::Nobody => Message::new(counted).with("count", ids.len()),
        }
    }
}

/// For a command that lists what there is of everybody.
#[derive(Debug, Args)]
pub(super) struct ListingArgs {
    // Of use only where they are hidden, and there the refusal names it: an owner never meets it.
    #[arg(long, hide = true)]
    show_others: bool,
}

impl ListingArgs {
    /// Nothing is listed while others are hidden, unless that is asked for: part of a list would be taken for all of it.
    /// Is asked before any passphrase.
    pub(super) fn allow(
        &self,
        process: &ProcessEnv<'_>,
        context: &CommandContext,
    ) -> Result<(), Failure> {
        let store = context.store(process)?;
        if self.show_others || Naming::of(&store) == Naming::Everybody {
            return Ok(());
        }
        let said = ["err-list-hidden", "rec-list-hidden"].map(Message::new);
        Err(Failure::could_not(&context.catalog, &said))
    }
}
