//! What is certain and what is a reading, section by section, and which packs were asked.
//! Our claims about the notice stand only beside packs that rest on it and say that they read it.

use super::words::Words;
use crate::questionnaire::pack::{Pack, Section, Topic};
use crate::questionnaire::result::WalkResult;
use crate::report::Report;
use crate::text::Message;

pub(in crate::report) struct Sure {
    /// Whether one of the packs is a reading of an amended notice, which our own lists are about.
    pub(in crate::report) has_reading: bool,
    pub(in crate::report) packs: Vec<Source>,
}

/// A pack, what it rests on, and how sure each section's place is.
pub(in crate::report) struct Source {
    pub(in crate::report) title: String,
    pub(in crate::report) id: String,
    pub(in crate::report) version: String,
    pub(in crate::report) notice: String,
    pub(in crate::report) amended: String,
    /// Each degree of sureness with the sections that have it, in one line.
    pub(in crate::report) sections: Vec<(String, String)>,
}

/// A section with its place and how sure that is.
pub(in crate::report) struct Placed {
    pub(in crate::report) place: String,
    pub(in crate::report) title: String,
    pub(in crate::report) sureness: String,
}

impl Sure {
    pub(in crate::report) fn of(report: &Report<'_>, words: Words<'_>) -> Self {
        let results = || report.results.iter();
        Self {
            has_reading: results().any(|result| is_reading(result.pack)),
            packs: results().map(|result| source(result, words)).collect(),
        }
    }
}

fn is_reading(pack: &Pack) -> bool {
    let is_reading = |section: &Section| section.topic == Topic::Reading;
    !pack.notice.amended.is_empty() && pack.sections.iter().any(is_reading)
}

fn source(result: &WalkResult<'_>, words: Words<'_>) -> Source {
    let pack = result.pack;
    Source {
        title: words.pack(&pack.title),
        id: words.own(pack.id.as_str()),
        version: words.own(&pack.version),
        notice: words.pack(&pack.notice.name),
        amended: words.own(&pack.notice.amended.join(&words.say("html-and"))),
        sections: by_sureness(result, words),
    }
}

fn by_sureness(result: &WalkResult<'_>, words: Words<'_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (section, _) in result.sections() {
        let Placed {
            place,
            title,
            sureness,
        } = placed(section, words);
        let name = format!("{place} {title}");
        match found.iter_mut().find(|(known, _)| *known == sureness) {
            Some((_, names)) => {
                names.push_str(&words.say("html-list"));
                names.push_str(name.trim_start());
            }
            None => found.push((sureness, name.trim_start().to_owned())),
        }
    }
    found
}

/// A section's name, its place, and how sure it is that they belong together.
pub(in crate::report) fn placed(section: &Section, words: Words<'_>) -> Placed {
    Placed {
        place: words.own(section.place.as_deref().unwrap_or_default()),
        title: words.pack(&section.title),
        sureness: words.tell(&sureness(&section.topic)),
    }
}

fn sureness(topic: &Topic) -> Message<'_> {
    match topic {
        Topic::Source => Message::new("html-topic-source"),
        Topic::Reading => Message::new("html-topic-reading"),
        Topic::Checked { by, on } => Message::new("html-topic-checked")
            .with("by", by.as_str())
            .with("on", on.as_str()),
    }
}
