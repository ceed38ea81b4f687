//! The draft as one HTML file, in the same dress as the report.
//! Prepares texts for its template; decides nothing about what they say.

use askama::Template;

use super::{Decided, Entry, Measures, measures, missing, none_message, undecided};
use crate::questionnaire::seen::says_nothing;
use crate::report::Report;
use crate::report::html::basis::{Basis, Placed, placed};
use crate::report::html::frame::Frame;
use crate::report::html::walk::outcome;
use crate::report::html::words::Words;
use crate::report::html::{Fact, InformationRow, facts, information};
use crate::report::row::form_name;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::due_with_year;

/// The draft in the user's language: a whole HTML document.
///
/// # Panics
/// Never: a template can only fail where its output does, and a String takes everything.
#[must_use]
pub fn html(report: &Report<'_>, catalog: &Catalog) -> String {
    let page = Page::new(report, Words::new(catalog));
    page.render().expect("a String takes everything")
}

impl<'a> Page<'a> {
    pub(super) fn new(report: &Report<'_>, words: Words<'a>) -> Self {
        let title = words.shown(report.title());
        let document = Message::new("application-document").with("title", title.as_str());
        let measures = measures(report);
        let missing = missing(report, &measures);
        Self {
            frame: Frame::new(report, words, &words.tell(&document)),
            title,
            facts: facts(report, words),
            lacks_forms: missing.forms,
            lacks_information: missing.information,
            undecided_heading: words.tell(
                &Message::new("application-undecided-items").with("count", missing.items.len()),
            ),
            undecided: missing
                .items
                .iter()
                .map(|item| (words.pack(&item.question.label), outcome(item, words)))
                .collect(),
            forms: forms(report, words),
            walks: measures
                .iter()
                .map(|walk| part(walk, report, words))
                .collect(),
            information: information(report, words),
            basis: Basis::of(report, words),
            words,
        }
    }
}

#[derive(Template)]
#[template(path = "application/page.html")]
pub(super) struct Page<'a> {
    pub(super) frame: Frame,
    pub(super) title: String,
    pub(super) facts: Vec<Fact>,
    pub(super) lacks_forms: bool,
    pub(super) lacks_information: bool,
    pub(super) undecided_heading: String,
    /// Each item's name with its outcome.
    pub(super) undecided: Vec<(String, String)>,
    pub(super) forms: Vec<Form>,
    pub(super) walks: Vec<Part>,
    pub(super) information: Vec<InformationRow>,
    pub(super) basis: Basis,
    pub(super) words: Words<'a>,
}

pub(super) struct Form {
    pub(super) name: String,
    pub(super) examples: String,
    /// What is on the list of what to protect in this form.
    pub(super) listed: Vec<String>,
}

fn forms(report: &Report<'_>, words: Words<'_>) -> Vec<Form> {
    let case = report.case;
    let known = |id| {
        report
            .results
            .iter()
            .find_map(|result| result.pack.form(id))
    };
    case.forms
        .iter()
        .map(|id| Form {
            name: words.shown(form_name(report, id)),
            examples: known(id).map_or(String::new(), |form| words.pack(&form.examples)),
            listed: case
                .information
                .iter()
                .filter(|listed| listed.all_forms().contains(id))
                .filter(|listed| !says_nothing(&listed.what))
                // They stand in one line behind each other.
                .map(|listed| words.own(&listed.what).replace('\n', " "))
                .collect(),
        })
        .collect()
}

/// The measures of one walk.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) groups: Vec<Group>,
}

pub(super) struct Group {
    pub(super) title: String,
    pub(super) sections: Vec<(Placed, Vec<Written>)>,
}

pub(super) struct Written {
    pub(super) code: &'static str,
    pub(super) label: String,
    pub(super) outcome: String,
    pub(super) in_place: Vec<String>,
    pub(super) open: Vec<String>,
    pub(super) none: Vec<String>,
    pub(super) records: Vec<String>,
    pub(super) reason: Option<String>,
    pub(super) decided: Option<Agreed>,
    /// What to say where nothing is decided.
    pub(super) undecided: Option<String>,
}

pub(super) struct Agreed {
    pub(super) measure: String,
    pub(super) who: String,
    pub(super) by: String,
    pub(super) done: String,
}

fn part(walk: &Measures<'_>, report: &Report<'_>, words: Words<'_>) -> Part {
    let groups = walk.groups.iter().map(|group| {
        let names: Vec<String> = group
            .forms
            .iter()
            .map(|form| words.shown(form_name(report, form)))
            .collect();
        Group {
            title: if names.is_empty() {
                words.say("application-every-form")
            } else {
                let names = names.join(&words.say("html-and"));
                words.tell(&Message::new("application-form").with("form", names))
            },
            sections: group
                .sections
                .iter()
                .map(|(section, entries)| {
                    let written = entries.iter().map(|entry| written(entry, report, words));
                    (placed(section, words), written.collect())
                })
                .collect(),
        }
    });
    Part {
        title: words.pack(&walk.result.pack.title),
        groups: groups.collect(),
    }
}

fn written(entry: &Entry<'_>, report: &Report<'_>, words: Words<'_>) -> Written {
    let item = entry.item;
    let is_undecided = entry.is_undecided();
    Written {
        code: item.outcome.code(),
        label: words.pack(&item.question.label),
        outcome: outcome(item, words),
        in_place: entry.in_place.iter().map(|p| words.pack(&p.text)).collect(),
        open: entry.open.iter().map(|p| words.pack(&p.text)).collect(),
        none: entry
            .none
            .iter()
            .map(|p| words.tell(&none_message(p)))
            .collect(),
        records: entry
            .records
            .iter()
            .map(|(measure, kept)| {
                let record = words.pack(&measure.record);
                match kept {
                    Some(kept) => format!("{record} ({})", words.tell(kept)),
                    None => record,
                }
            })
            .collect(),
        reason: entry.reason.map(|reason| words.own(reason)),
        decided: entry
            .decided
            .as_ref()
            .map(|decided| agreed(decided, report, words)),
        undecided: is_undecided.then(|| words.say(undecided(item.outcome))),
    }
}

fn agreed(decided: &Decided<'_>, report: &Report<'_>, words: Words<'_>) -> Agreed {
    Agreed {
        measure: words.pack(&decided.measure.text),
        who: words.own(&decided.task.who),
        by: words.shown(due_with_year(decided.task)),
        done: decided
            .task
            .done
            .map_or(String::new(), |day| words.tell(&report.day_name(day))),
    }
}
