//! Which case this is, its list of what to protect, what is certain and what is a reading.
//! Our claims about the notice stand only beside packs that rest on it.

use super::page::Page;
use crate::report::Report;
use crate::report::row::{form_name, forms_of, numbered, owner, source_of};
use crate::text::catalog::Catalog;
use crate::text::{Message, Text};

pub(super) fn case(page: &mut Page<'_>, report: &Report<'_>, catalog: &Catalog) {
    let case = report.case;
    page.heading(
        1,
        &Message::new("export-title").with("title", report.title()),
    );
    let forms = case.forms.iter().map(|form| form_name(report, form));
    let forms: Vec<_> = forms.map(|name| catalog.text(&name).into_owned()).collect();
    people(page, report);
    for said in [
        Message::new("export-id").with("id", case.id.as_str()),
        Message::new("export-updated").with("updated", report.updated()),
        Message::new("export-forms").with("forms", forms.join(" / ")),
    ] {
        let said = page.marked(said);
        page.bullet(0, &said);
    }
}

/// Whose check it is, and who has looked it over.
pub(in crate::report) fn people(page: &mut Page<'_>, report: &Report<'_>) {
    for (name, said) in report.people() {
        let said = Message::new("export-fact")
            .with("name", Message::new(name))
            .with("value", said);
        let said = page.marked(said);
        page.bullet(0, &said);
    }
}

/// 守る情報の一覧.
pub(super) fn information(page: &mut Page<'_>, report: &Report<'_>) {
    let things = &report.case.information;
    if things.is_empty() {
        return;
    }
    let heading = Message::new("export-information").with("count", things.len());
    page.heading(2, &heading);
    page.paragraph(&Message::new("export-information-note"));
    information_table(page, report);
}

pub(in crate::report) fn information_table(page: &mut Page<'_>, report: &Report<'_>) {
    let rows: Vec<_> = numbered(report)
        .into_iter()
        .map(|(thing, number)| {
            let number = number.map_or(String::new(), |number| number.to_string());
            let form = forms_of(report, thing).unwrap_or(Text::from(""));
            [
                page.marked(number),
                page.marked(thing.what.as_str()),
                page.marked(form),
                page.marked(thing.place.as_str()),
                page.marked(owner(thing)),
                page.marked(thing.seen_by.as_str()),
                page.marked(thing.level.as_str()),
            ]
        })
        .collect();
    page.table(INFORMATION_COLUMNS, rows);
}

const INFORMATION_COLUMNS: [&str; 7] = [
    "column-number",
    "column-what",
    "column-form",
    "column-kept",
    "column-owner",
    "column-seen-by",
    "column-level",
];

pub(in crate::report) fn what_is_certain(page: &mut Page<'_>, report: &Report<'_>) {
    page.heading(2, &Message::new("export-certain"));
    for (title, bullets) in report.certain_and_read() {
        page.heading(3, &Message::new(title));
        for bullet in *bullets {
            let said = page.marked(Message::new(bullet));
            page.bullet(0, &said);
        }
    }
    page.heading(3, &Message::new("export-packs"));
    for result in &report.results {
        for (at, said) in source_of(result.pack).into_iter().enumerate() {
            let said = page.marked(said);
            page.bullet(if at == 0 { 0 } else { 2 }, &said);
        }
    }
    page.paragraph(&Message::new("next-step"));
}
