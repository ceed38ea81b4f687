//! What the commands say of something that is done to a whole case, or to the bin. One place for all of them.

use crate::app::request::Completed;
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::fault::reason;
use crate::cli::list::day_and_time;
use crate::store::{DAYS, Seen};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::width::clean;

/// What a command says of something that is done to a whole case, or to the bin. What is done in part is a failure.
/// `title` is the check's, which what is thrown away and put back is called by.
pub(super) fn completed(
    catalog: &Catalog,
    done: &Seen<Completed>,
    title: &str,
) -> Result<Done, Failure> {
    let said = match &done.what {
        Completed::Renamed => Message::new("case-renamed"),
        Completed::ThrownAway(id) => Message::new("delete-done")
            .with("title", title)
            .with("id", id.as_str())
            .with("days", usize::try_from(DAYS).unwrap_or(0)),
        Completed::PutBack(id) => Message::new("bin-restore-done")
            .with("title", title)
            .with("id", id.as_str()),
        Completed::Emptied(count) => Message::new("bin-emptied").with("count", *count),
        Completed::EmptiedInPart { gone, left } => {
            let doubt = done.doubt.as_ref();
            let said = Message::new("bin-emptied-in-part")
                .with("gone", *gone)
                .with("left", *left)
                .with(
                    "reason",
                    doubt.map_or(Message::new("system-unsaid"), reason),
                );
            return Err(Failure::could_not(catalog, &[said]));
        }
        Completed::Restored { taken, written, .. } => Message::new("restore-done")
            .with("name", clean(taken).into_owned())
            .with("written", day_and_time(*written)),
        Completed::PutAside => Message::new("case-was-put-aside"),
        Completed::Adopted(_) => Message::new("case-adopted"),
        Completed::NamedBack(_) => Message::new("case-named-back"),
    };
    let aside = match &done.what {
        Completed::Restored { aside, .. } => aside.as_deref(),
        _ => None,
    };
    let aside = aside.map(|path| Message::new("restore-aside").with("path", path));
    let said = std::iter::once(said).chain(aside);
    let said = Done::lines(said.map(|message| catalog.message(&message)));
    Ok(said.in_doubt(catalog, done.doubt.as_ref()))
}
