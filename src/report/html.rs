//! A report as one HTML file, to print and hand over: no script, no outside address, A4 in one go.
//! Only what stands in `html/` writes markup; everything in it is escaped by the templates.

use askama::Template;

use super::Report;
use crate::questionnaire::case::Information;
use crate::questionnaire::pack::Form;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::case_title;

mod chart;
pub(in crate::report) mod frame;
mod sure;
mod walk;
pub(in crate::report) mod words;

use frame::Frame;
use sure::Sure;
use walk::WalkPart;
use words::Words;

/// The report in the user's language: a whole HTML document.
///
/// # Panics
/// Never: a template can only fail where its output does, and a String takes everything.
#[must_use]
pub fn html(report: &Report<'_>, catalog: &Catalog) -> String {
    let words = Words::new(catalog);
    let title = words.shown(case_title(report.case));
    let document = Message::new("html-document").with("title", title.as_str());
    let listed = Message::new("html-information").with("count", report.case.information.len());
    let page = Page {
        frame: Frame::new(report, words, &words.tell(&document)),
        title,
        facts: facts(report, words),
        walks: walks(report, words),
        information: information(report, words),
        information_heading: words.tell(&listed),
        sure: Sure::of(report, words),
        words,
    };
    page.render().expect("a String takes everything")
}

#[derive(Template)]
#[template(path = "html/page.html")]
struct Page<'a> {
    frame: Frame,
    title: String,
    facts: Vec<Fact>,
    walks: Vec<WalkPart>,
    information: Vec<Listed>,
    information_heading: String,
    sure: Sure,
    words: Words<'a>,
}

/// A name with what belongs to it.
pub(in crate::report) struct Fact {
    name: String,
    value: String,
}

fn facts(report: &Report<'_>, words: Words<'_>) -> Vec<Fact> {
    let updated = report.case.updated;
    let (hour, minute) = updated.hour_and_minute();
    let fact = |name: &'static str, value: String| Fact {
        name: words.say(name),
        value,
    };
    vec![
        fact(
            "html-changed",
            format!("{} {hour:02}:{minute:02}", updated.day()),
        ),
        fact("overview-forms", forms(report, words)),
        fact("html-id", words.own(report.case.id.as_str())),
    ]
}

/// The names of the chosen forms that the packs know, or that there are none.
fn forms(report: &Report<'_>, words: Words<'_>) -> String {
    let names: Vec<String> = chosen_forms(report)
        .map(|form| words.pack(&form.title))
        .collect();
    if names.is_empty() {
        return words.say("html-none");
    }
    names.join(&words.say("html-and"))
}

/// The forms that the case has chosen, as the first pack that knows each describes it.
pub(in crate::report) fn chosen_forms<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a Form> {
    let packs = report.results.iter().map(|result| result.pack);
    report.case.forms.iter().filter_map(move |id| {
        let mut packs = packs.clone();
        packs.find_map(|pack| pack.form(id))
    })
}

fn walks(report: &Report<'_>, words: Words<'_>) -> Vec<WalkPart> {
    let results = report.results.iter();
    results
        .map(|result| WalkPart::new(report, result, words))
        .collect()
}

/// One line of the list of what to protect.
pub(in crate::report) struct Listed {
    pub(in crate::report) what: String,
    pub(in crate::report) form: String,
    pub(in crate::report) place: String,
    pub(in crate::report) entrusted_by: String,
    pub(in crate::report) seen_by: String,
    pub(in crate::report) level: String,
}

pub(in crate::report) fn information(report: &Report<'_>, words: Words<'_>) -> Vec<Listed> {
    let form = |listed: &Information| {
        let id = listed.form.as_ref()?;
        let packs = report.results.iter();
        packs
            .filter_map(|result| result.pack.form(id))
            .map(|form| words.pack(&form.title))
            .next()
    };
    let listed = |listed: &Information| Listed {
        what: words.own(&listed.what),
        form: form(listed).unwrap_or_default(),
        place: words.own(&listed.place),
        entrusted_by: match listed.entrusted_by.as_deref() {
            None => words.say("html-own"),
            Some("") => words.say("html-entrusted"),
            Some(name) => words.own(name),
        },
        seen_by: words.own(&listed.seen_by),
        level: words.own(&listed.level),
    };
    report.case.information.iter().map(listed).collect()
}
