//! What every result and every export begins with: what it is, what it rests on, that it is confidential.
//! Said from the pack's own data, so that a pack of somebody else's cannot borrow our claims.

use crate::questionnaire::id::PackId;
use crate::questionnaire::pack::{Pack, Source, Topic};
use crate::text::Message;

/// The sentences of the notice, in order. Screens and reports show all of them.
#[must_use]
pub fn notice(pack: &Pack) -> Vec<Message<'_>> {
    vec![
        Message::new("notice-self-check"),
        wording(pack),
        basis(pack),
        Message::new("notice-confidential"),
    ]
}

/// That a walk is left out because its pack cannot be used here; of so many answers.
#[must_use]
pub fn missing_pack(pack: &PackId, answers: usize) -> Message<'static> {
    Message::new("notice-missing-pack")
        .with("pack", pack.to_string())
        .with("count", answers)
}

/// The sentence that says that the words of the questions are ours.
pub const WORDING: &str = "notice-wording";

/// Which version of the questions it is, where it has been said already that their words are ours.
#[must_use]
pub fn version(pack: &Pack) -> Message<'_> {
    Message::new("notice-version")
        .with("pack", pack.id.as_str())
        .with("version", pack.version.as_str())
}

/// Which questions these are, and who wrote their words. Ours are ours; what a pack of somebody else's does not say is
/// claimed by nobody, and what it says is its own saying.
#[must_use]
pub fn wording(pack: &Pack) -> Message<'_> {
    let source = match pack.source {
        Source::BuiltIn => {
            return Message::new(WORDING)
                .with("pack", pack.id.as_str())
                .with("version", pack.version.as_str());
        }
        Source::InPlace => Message::new("pack-in-place"),
        Source::Added => Message::new("pack-added"),
    };
    let said = Message::new(match pack.wording {
        Some(_) => "notice-wording-said",
        None => "notice-wording-unsaid",
    });
    let said = said
        .with("pack", pack.id.as_str())
        .with("version", pack.version.as_str())
        .with("source", source);
    match &pack.wording {
        Some(wording) => said
            .with("by", &wording.by)
            .with("of", &wording.of)
            .with("on", wording.on.as_str()),
        None => said,
    }
}

/// What the questions rest on, and how they may differ from what holds now.
#[must_use]
pub fn basis(pack: &Pack) -> Message<'_> {
    let year = |date: &str| date.get(..4).unwrap_or(date).to_owned();
    match pack.notice.amended.last() {
        Some(amended) => Message::new("notice-basis-amended")
            .with("year", year(&pack.notice.date))
            .with("amended", year(amended)),
        None if pack
            .sections
            .iter()
            .all(|section| section.topic == Topic::Source) =>
        {
            Message::new("notice-basis-examples").with("year", year(&pack.notice.date))
        }
        None => Message::new("notice-basis").with("name", &pack.notice.name),
    }
}
