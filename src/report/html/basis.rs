//! What is certain and what is a reading, section by section, and which packs were asked.
//! Prepares what `Report` knows for the templates; claims nothing of its own.

use super::words::Words;
use crate::questionnaire::pack::{Section, Topic};
use crate::questionnaire::result::WalkResult;
use crate::report::Report;
use crate::report::row::{topic_mark, topic_name};
use crate::text::Message;
use crate::text::days::date_as_written;

pub(in crate::report) struct Basis {
    /// What is certain and what is a reading, each with its heading.
    pub(in crate::report) claims: Vec<(String, Vec<String>)>,
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
    pub(in crate::report) legal_ref: String,
    pub(in crate::report) title: String,
    pub(in crate::report) sureness: String,
}

impl Basis {
    pub(in crate::report) fn of(report: &Report<'_>, words: Words<'_>) -> Self {
        let results = || report.results.iter();
        Self {
            claims: claims(report, words),
            packs: results().map(|result| source(result, words)).collect(),
        }
    }
}

fn claims(report: &Report<'_>, words: Words<'_>) -> Vec<(String, Vec<String>)> {
    let claims = report.certain_and_read().iter();
    claims
        .map(|(title, claims)| {
            let claims = claims.iter().map(|claim| words.say(claim));
            (words.say(title), claims.collect())
        })
        .collect()
}

fn source(result: &WalkResult<'_>, words: Words<'_>) -> Source {
    let pack = result.pack;
    Source {
        title: words.pack(&pack.title),
        id: words.own(pack.id.as_str()),
        version: words.own(&pack.version),
        notice: words.pack(&pack.notice.name),
        amended: pack
            .notice
            .amended
            .iter()
            .map(|date| words.shown(date_as_written(date)))
            .collect::<Vec<_>>()
            .join(&words.say("html-and")),
        sections: by_sureness(result, words),
    }
}

fn by_sureness(result: &WalkResult<'_>, words: Words<'_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (section, _) in result.sections() {
        let sureness = words.tell(&match section.topic {
            Topic::Reading => Message::new("topic-marked"),
            _ => topic_name(section),
        });
        let legal_ref = words.own(section.legal_ref.as_deref().unwrap_or_default());
        let name = format!("{legal_ref} {}", words.pack(&section.title));
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
    let title = words.pack(&section.title);
    match &section.legal_ref {
        Some(legal_ref) if section.topic == Topic::Reading => Placed {
            legal_ref: words
                .tell(&Message::new("place-unconfirmed").with("place", legal_ref.as_str())),
            title,
            sureness: String::new(),
        },
        legal_ref => Placed {
            legal_ref: words.own(legal_ref.as_deref().unwrap_or_default()),
            title,
            sureness: words.tell(&topic_mark(section)),
        },
    }
}
