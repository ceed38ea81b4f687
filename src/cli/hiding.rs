//! Other firms hidden from the start: what commands then say. A client may look on while a command is written, too.
//! One rule for all of them: no firm but the one that is named. What would show or take more is refused, before anything is
//! asked, and says how it can be had; part of a list would be taken for all of it.

use std::path::PathBuf;

use clap::Args;

use crate::cli::failure::Failure;
use crate::store::Store;
use crate::text::Message;
use crate::text::catalog::Catalog;

/// Whether checks that were not asked for may be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    Everybody,
    /// A client is looking on: they are counted.
    Nobody,
}

/// Whose checks are shown.
#[derive(Debug, Args)]
pub(super) struct SightArgs {
    // Nothing of any firm but that of the check.
    #[arg(long, help = "cli-hide-others")]
    hide_others: bool,
    // Of use only where firms are hidden, and there every refusal names it: an owner never meets it.
    #[arg(long, global = true, hide = true)]
    show_others: bool,
}

impl SightArgs {
    pub(super) fn asked(&self) -> Result<Asked, Message<'static>> {
        match (self.hide_others, self.show_others) {
            (true, true) => Err(Message::new("usage-not-together")
                .with("flag", "--show-others")
                .with("other", "--hide-others")),
            (true, false) => Ok(Asked::HideOthers),
            (false, true) => Ok(Asked::ShowOthers),
            (false, false) => Ok(Asked::Nothing),
        }
    }
}

/// What was said of that with the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The settings say it.
    Nothing,
    ShowOthers,
    HideOthers,
}

impl Asked {
    pub(super) fn naming(self, store: &Store) -> Naming {
        match self {
            Self::ShowOthers => Naming::Everybody,
            Self::Nothing if !store.settings().hides_others() => Naming::Everybody,
            Self::Nothing | Self::HideOthers => Naming::Nobody,
        }
    }
}

impl Naming {
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

/// Whose checks a command shows or takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reach<'a> {
    /// Nobody's, or it does not tell them apart.
    Nobody,
    /// That of the CASE, which `find_case` looks for by the same rule.
    Named,
    /// Nobody's; it works on the lock that all of them are under.
    Lock,
    /// Those in these files.
    Files(&'a [PathBuf]),
    Everybody,
}

impl Reach<'_> {
    /// Whether it is done to what is there already: with no folder there is nothing to be told of it.
    pub(super) fn is_of_what_is_kept(self) -> bool {
        match self {
            Self::Named | Self::Lock | Self::Everybody => true,
            Self::Nobody | Self::Files(_) => false,
        }
    }

    /// Whether it may be done. A store is only made where that matters.
    pub(super) fn allow(
        self,
        asked: Asked,
        catalog: &Catalog,
        store: impl FnOnce() -> Result<Store, Failure>,
    ) -> Result<(), Failure> {
        if matches!(self, Self::Nobody | Self::Named | Self::Lock) || asked == Asked::ShowOthers {
            return Ok(());
        }
        let store = store()?;
        let is_one = matches!(self, Self::Files([file]) if !store.is_folder(file));
        if is_one || asked.naming(&store) == Naming::Everybody {
            return Ok(());
        }
        let said = ["err-list-hidden", "rec-list-hidden"].map(Message::new);
        Err(Failure::could_not(catalog, &said))
    }
}
