//! A report as one HTML file, to print and hand over: no script, no outside address, A4 in one go.
//! Only what stands in `html/` writes markup; everything in it is escaped by the templates.

use askama::Template;

use super::Report;
use super::row::{form_name, forms_of, numbered, owner};
use crate::questionnaire::case::PointState;
use crate::questionnaire::reader::{Part, Reader};
use crate::text::Message;
use crate::text::catalog::Catalog;

pub(super) mod basis;
mod chart;
pub(super) mod frame;
pub(super) mod walk;
pub(super) mod words;

use basis::Basis;
use frame::Frame;
use walk::WalkPart;
use words::Words;

/// The report in the user's language: a whole HTML document.
///
/// # Panics
/// Never: a template can only fail where its output does, and a String takes everything.
#[must_use]
pub fn html(report: &Report<'_>, catalog: &Catalog) -> String {
    let words = Words::new(catalog);
    let title = words.shown(report.title());
    let document = Message::new("html-document").with("title", title.as_str());
    let listed = Message::new("export-information").with("count", report.case.information.len());
    let page = Page {
        frame: Frame::new(report, words, &words.tell(&document)),
        title,
        kind: kind(report, words),
        has_basis: report.has(Part::Basis),
        facts: facts(report, words),
        walks: walks(report, words),
        information: information(report, words),
        information_heading: words.tell(&listed),
        basis: Basis::of(report, words),
        words,
    };
    page.render().expect("a String takes everything")
}

#[derive(Template)]
#[template(path = "html/page.html")]
struct Page<'a> {
    frame: Frame,
    title: String,
    kind: String,
    has_basis: bool,
    facts: Vec<Fact>,
    walks: Vec<WalkPart>,
    information: Vec<InformationRow>,
    information_heading: String,
    basis: Basis,
    words: Words<'a>,
}

/// What kind of report it is.
pub(in crate::report) fn kind(report: &Report<'_>, words: Words<'_>) -> String {
    words.say(match report.contents.reader() {
        Reader::Staff => "html-kind-staff",
        _ => "html-kind",
    })
}

/// A name with what belongs to it.
pub(in crate::report) struct Fact {
    pub(in crate::report) name: String,
    pub(in crate::report) value: String,
}

pub(in crate::report) fn facts(report: &Report<'_>, words: Words<'_>) -> Vec<Fact> {
    let fact = |name: &'static str, value: String| Fact {
        name: words.say(name),
        value,
    };
    let people = report
        .people()
        .map(|(name, said)| fact(name, words.own(said)));
    let mut facts: Vec<Fact> = people.collect();
    facts.push(fact("html-changed", words.tell(&report.updated())));
    if report.contents.reader() != Reader::Staff {
        facts.push(fact("overview-forms", forms(report, words)));
        facts.push(fact("html-id", words.own(report.case.id.as_str())));
    }
    facts
}

/// The names of the chosen forms, or that there are none.
fn forms(report: &Report<'_>, words: Words<'_>) -> String {
    let forms = report.case.forms.iter();
    let names: Vec<String> = forms
        .map(|form| words.shown(form_name(report, form)))
        .collect();
    if names.is_empty() {
        return words.say("html-none");
    }
    names.join(&words.say("html-and"))
}

pub(in crate::report) fn walks(report: &Report<'_>, words: Words<'_>) -> Vec<WalkPart> {
    let results = report.results.iter();
    results
        .map(|result| WalkPart::new(report, result, words))
        .collect()
}

/// One line of the list of what to protect.
pub(in crate::report) struct InformationRow {
    /// The number that papers and tags have for it.
    pub(in crate::report) number: String,
    pub(in crate::report) what: String,
    pub(in crate::report) form: String,
    pub(in crate::report) place: String,
    pub(in crate::report) owner: String,
    pub(in crate::report) seen_by: String,
    pub(in crate::report) level: String,
}

pub(in crate::report) fn information(report: &Report<'_>, words: Words<'_>) -> Vec<InformationRow> {
    numbered(report)
        .into_iter()
        .map(|(listed, number)| InformationRow {
            number: number.map_or(String::new(), |number| number.to_string()),
            what: words.own(&listed.what),
            form: forms_of(report, listed).map_or(String::new(), |forms| words.shown(forms)),
            place: words.own(&listed.place),
            owner: words.tell(&owner(listed)),
            seen_by: words.own(&listed.seen_by),
            level: words.own(&listed.level),
        })
        .collect()
}
