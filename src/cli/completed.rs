//! What the commands say of something that is done to a whole case, or to the bin. One place for all of them.

use crate::app::request::Completed;
use crate::cli::done::Done;
use crate::cli::list::day_and_time;
use crate::store::DAYS;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::width::clean;

/// What a command says of something that is done to a whole case, or to the bin.
pub(super) fn completed(catalog: &Catalog, completed: &Completed) -> Done {
    let said = match completed {
        Completed::Renamed => Message::new("case-renamed"),
        Completed::ThrownAway(_) => {
            Message::new("delete-done").with("days", usize::try_from(DAYS).unwrap_or(0))
        }
        Completed::PutBack(_) => Message::new("bin-put-back"),
        Completed::Emptied(count) => Message::new("bin-emptied").with("count", *count),
        Completed::Restored { taken, written, .. } => Message::new("restore-done")
            .with("name", clean(taken).into_owned())
            .with("written", day_and_time(*written)),
        Completed::PutAside => Message::new("case-was-put-aside"),
        Completed::Adopted(_) => Message::new("case-adopted"),
    };
    let aside = match completed {
        Completed::Restored { aside, .. } => aside.as_deref(),
        _ => None,
    };
    let aside = aside.map(|path| Message::new("restore-aside").with("path", path));
    let said = std::iter::once(said).chain(aside);
    Done::lines(said.map(|message| catalog.message(&message)))
}
