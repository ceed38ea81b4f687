//! The walk itself, in the full screen of a terminal.

use crate::cli::World;
use crate::cli::failure::Failure;
use crate::cli::setup::Setup;
use crate::text::Message;

/// What was asked for with the walk.
#[derive(Debug)]
pub(crate) struct WalkOptions {
    pub(crate) case: Option<String>,
    /// Only in debug builds: panic after the first screen, to see that the terminal is given back.
    pub(crate) crash: bool,
}

pub(super) fn walk(world: &mut World<'_>, setup: Setup, options: WalkOptions) -> u8 {
    let Setup {
        folder,
        store,
        supply,
        catalog,
        language,
    } = setup;
    let WalkOptions { case, crash } = options;
    drop((folder, store, supply, language, case, crash));
    let said = ["walk-needs-terminal", "rec-walk-needs-terminal"].map(Message::new);
    world.fail(&Failure::could_not(&catalog, &said))
}
