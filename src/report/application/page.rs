//! The draft as one HTML file, in the same dress as the report.
//! Prepares texts for its template; decides nothing about what they say.

use askama::Template;

use super::{Decided, Entry, Measures, measures, missing, none_message, undecided};
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
    let words = Words::new(catalog);
    let title = words.shown(report.title());
    let document = Message::new("application-document").with("title", title.as_str());
    let measures = measures(report);
    let missing = missing(report, &measures);
    let page = Page {
        frame: Frame::new(report, words, &words.tell(&document)),
        title,
        facts: facts(report, words),
        lacks_forms: missing.forms,
        lacks_information: missing.information,
        undecided_heading: words
            .tell(&Message::new("application-undecided-items").with("count", missing.items.len())),
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
    };
    page.render().expect("a String takes everything")
}

#[derive(Template)]
#[template(path = "application/page.html")]
struct Page<'a> {
    frame: Frame,
    title: String,
    facts: Vec<Fact>,
    lacks_forms: bool,
    lacks_information: bool,
    undecided_heading: String,
    /// Each item's name with its outcome.
    undecided: Vec<(String, String)>,
    forms: Vec<Form>,
    walks: Vec<Part>,
    information: Vec<InformationRow>,
    basis: Basis,
    words: Words<'a>,
}

struct Form {
    name: String,
    examples: String,
    /// What is on the list of what to protect in this form.
    listed: Vec<String>,
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
                .filter(|listed| listed.form.as_ref() == Some(id))
                .filter(|listed| !listed.what.trim().is_empty())
                .map(|listed| words.own(&listed.what))
                .collect(),
        })
        .collect()
}

/// The measures of one walk.
struct Part {
    title: String,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    sections: Vec<(Placed, Vec<Written>)>,
}

struct Written {
    code: &'static str,
    label: String,
    outcome: String,
    in_place: Vec<String>,
    open: Vec<String>,
    none: Vec<String>,
    records: Vec<String>,
    reason: Option<String>,
    decided: Option<Agreed>,
    /// What to say where nothing is decided.
    undecided: Option<String>,
}

struct Agreed {
    measure: String,
    who: String,
    by: String,
    done: String,
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
            .map(|m| words.pack(&m.record))
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
