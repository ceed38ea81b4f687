//! Which case this is, its list of what to protect, what is certain and what is a reading.
//! Our claims about the notice stand only beside packs that rest on it.

use super::page::Page;
use crate::questionnaire::case::Information;
use crate::questionnaire::id::FormId;
use crate::report::Report;
use crate::text::catalog::Catalog;
use crate::text::names::case_title;
use crate::text::{Message, Text};

pub(super) fn case(page: &mut Page<'_>, report: &Report<'_>, catalog: &Catalog) {
    let case = report.case;
    page.heading(
        1,
        &Message::new("export-title").with("title", case_title(case)),
    );
    let (hour, minute) = case.updated.hour_and_minute();
    let updated = format!("{} {hour:02}:{minute:02}", case.updated.day());
    let forms = case.forms.iter().map(|form| form_name(report, form));
    let forms: Vec<_> = forms.map(|name| catalog.text(&name).into_owned()).collect();
    for said in [
        Message::new("export-id").with("id", case.id.as_str()),
        Message::new("export-updated").with("updated", updated),
        Message::new("export-forms").with("forms", forms.join(" / ")),
    ] {
        let said = page.marked(said);
        page.bullet(0, &said);
    }
}

/// The form as a pack calls it; its id, if no pack at hand knows it.
pub(in crate::report) fn form_name<'a>(report: &Report<'a>, form: &'a FormId) -> Text<'a> {
    let mut packs = report.results.iter().map(|result| result.pack);
    match packs.find_map(|pack| pack.form(form)) {
        Some(form) => Text::from(&form.title),
        None => Text::from(form.as_str()),
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
    let things = report.case.information.iter();
    let rows: Vec<_> = things
        .map(|thing| {
            let form = thing.form.as_ref();
            let form = form.map_or(Text::from(""), |form| form_name(report, form));
            [
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

pub(in crate::report) const INFORMATION_COLUMNS: [&str; 6] = [
    "column-what",
    "column-form",
    "column-kept",
    "column-owner",
    "column-seen-by",
    "column-level",
];

/// The firm's own, or whose it is, as far as that was said.
pub(in crate::report) fn owner(thing: &Information) -> Message<'_> {
    match thing.entrusted_by.as_deref() {
        None => Message::new("owner-own"),
        Some(by) if by.trim().is_empty() => Message::new("owner-entrusted"),
        Some(by) => Message::new("owner-entrusted-by").with("by", by),
    }
}

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
        let pack = result.pack;
        let said = Message::new("export-pack")
            .with("title", &pack.title)
            .with("id", pack.id.as_str())
            .with("version", pack.version.as_str())
            .with("notice", &pack.notice.name)
            .with("date", pack.notice.date.as_str());
        let said = page.marked(said);
        page.bullet(0, &said);
        for amended in &pack.notice.amended {
            let said = page.marked(Message::new("export-amended").with("date", amended.as_str()));
            page.bullet(2, &said);
        }
    }
    page.paragraph(&Message::new("next-step"));
}
