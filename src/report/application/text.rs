//! The draft as Markdown, to be worked on as text.
//! Every text is escaped by the page that it goes into.

use super::{Entry, Group, Measures, Missing, measures, missing, none_message, undecided};
use crate::report::Report;
use crate::report::markdown::basis::{information_table, people, what_is_certain};
use crate::report::markdown::page::Page;
use crate::report::markdown::{label_and_outcome_alone, section_name};
use crate::report::row::form_name;
use crate::text::Message;
use crate::text::catalog::Catalog;

/// The draft in the user's language.
#[must_use]
pub fn markdown(report: &Report<'_>, catalog: &Catalog) -> String {
    let measures = measures(report);
    let mut page = Page::new(catalog);
    page.quote_all(report.notices());
    let title = Message::new("application-document").with("title", report.title());
    page.heading(1, &title);
    people(&mut page, report);
    page.paragraph(&Message::new("application-is-none"));
    page.paragraph(&Message::new("application-form-decides"));
    page.heading(2, &Message::new("application-what"));
    for id in [
        "about-certain-application",
        "application-not-held",
        "application-mandatory",
    ] {
        let said = page.marked(Message::new(id));
        page.bullet(0, &said);
    }
    what_is_missing(&mut page, &missing(report, &measures));
    forms(&mut page, report);
    all_measures(&mut page, report, &measures, catalog);
    page.heading(2, &Message::new("application-information"));
    if report.case.information.is_empty() {
        page.paragraph(&Message::new("application-blank"));
    } else {
        information_table(&mut page, report);
    }
    page.heading(2, &Message::new("application-scope"));
    page.paragraph(&Message::new("application-scope-hint"));
    page.paragraph(&Message::new("application-blank"));
    what_is_certain(&mut page, report);
    page.into_text().trim_end().to_owned() + "\n"
}

fn what_is_missing(page: &mut Page<'_>, missing: &Missing<'_>) {
    page.heading(2, &Message::new("application-missing"));
    let scope = Some("application-scope");
    let forms = missing.forms.then_some("application-forms");
    let information = missing.information.then_some("application-information");
    for id in [forms, information, scope].into_iter().flatten() {
        let said = page.marked(Message::new(id));
        page.tick(0, false, &said);
    }
    if missing.items.is_empty() {
        return;
    }
    let count = Message::new("application-undecided-items").with("count", missing.items.len());
    let said = page.marked(count);
    page.tick(0, false, &said);
    for item in &missing.items {
        let said = page.marked(label_and_outcome_alone(item));
        page.bullet(2, &said);
    }
}

fn forms(page: &mut Page<'_>, report: &Report<'_>) {
    page.heading(2, &Message::new("application-forms"));
    page.paragraph(&Message::new("application-forms-note"));
    let case = report.case;
    if case.forms.is_empty() {
        page.paragraph(&Message::new("application-blank"));
    }
    for form in &case.forms {
        let said = page.marked(form_name(report, form)).strong();
        page.bullet(0, &said);
        let listed = case.information.iter();
        for thing in listed.filter(|thing| thing.all_forms().contains(form)) {
            let said = page.marked(thing.what.as_str());
            page.bullet(2, &said);
        }
    }
}

fn all_measures(
    page: &mut Page<'_>,
    report: &Report<'_>,
    walks: &[Measures<'_>],
    catalog: &Catalog,
) {
    page.heading(2, &Message::new("application-measures"));
    page.paragraph(&Message::new("application-measures-note"));
    let are_several = walks.len() > 1;
    let level = if are_several { 4 } else { 3 };
    for walk in walks {
        if are_several {
            let title = Message::new("export-walk").with("walk", &walk.result.pack.title);
            page.heading(3, &title);
        }
        for group in &walk.groups {
            page.heading(level, &group_name(report, group, catalog));
            for (section, entries) in &group.sections {
                page.heading(level + 1, &section_name(section));
                for entry in entries {
                    measure(page, report, entry);
                }
            }
        }
    }
}

fn group_name(report: &Report<'_>, group: &Group<'_>, catalog: &Catalog) -> Message<'static> {
    if group.forms.is_empty() {
        return Message::new("application-every-form");
    }
    let names = group.forms.iter().map(|form| form_name(report, form));
    let names: Vec<_> = names.map(|name| catalog.text(&name).into_owned()).collect();
    Message::new("application-form").with("form", names.join(" / "))
}

fn measure(page: &mut Page<'_>, report: &Report<'_>, entry: &Entry<'_>) {
    let said = page.marked(label_and_outcome_alone(entry.item)).strong();
    page.bullet(0, &said);
    for (is_there, points) in [(true, &entry.in_place), (false, &entry.open)] {
        for point in points {
            let said = page.marked(&point.text);
            page.tick(2, is_there, &said);
        }
    }
    let none = entry.none.iter();
    let mut more: Vec<_> = none.map(|point| none_message(point)).collect();
    if let Some(reason) = entry.reason {
        more.push(Message::new("reply-not-applicable").with("reason", reason));
    }
    for (measure, kept) in &entry.records {
        let id = if kept.is_some() {
            "application-record-kept"
        } else {
            "application-record"
        };
        let said = Message::new(id).with("record", &measure.record);
        more.push(match kept {
            Some(kept) => said.with("kept", kept.clone()),
            None => said,
        });
    }
    if let Some(decided) = &entry.decided {
        more.push(Message::new("application-to-do").with("measure", &decided.measure.text));
        more.push(crate::report::text::agreed(report, Some(decided.task)));
    }
    if entry.is_undecided() {
        more.push(Message::new(undecided(entry.item.outcome)));
    }
    for message in more {
        let said = page.marked(message);
        page.bullet(2, &said);
    }
}
