//! The draft for Word, where a certification body's own form is written too. Says what the page to print says, in the
//! same order; decides nothing about it.

use super::page::{Page as Draft, Written};
use crate::report::Report;
use crate::report::docx::page::{NONE, OPEN, Page, THERE};
use crate::report::html::words::Words;
use crate::text::catalog::Catalog;

/// The draft as the bytes of a file.
#[must_use]
pub fn docx(report: &Report<'_>, catalog: &Catalog) -> Vec<u8> {
    let words = Words::new(catalog);
    let draft = Draft::new(report, words);
    let mut page = Page::new(words);
    let kind = words.say("application-kind");
    page.head(&draft.frame, &kind, &draft.title, &draft.facts);
    page.strong(&words.say("application-is-none"));
    page.strong(&words.say("application-form-decides"));
    page.heading(2, &words.say("application-what"));
    for id in [
        "about-certain-application",
        "application-not-held",
        "application-mandatory",
    ] {
        page.mark(NONE, &words.say(id));
    }
    missing(&mut page, &draft);
    page.heading(1, &format!("1. {}", words.say("application-forms")));
    page.say(&words.say("application-forms-note"));
    if draft.forms.is_empty() {
        blank(&mut page);
    }
    for form in &draft.forms {
        page.label(&form.name);
        if !form.examples.is_empty() {
            page.say_if(Some(&form.examples), "application-examples");
        }
        let listed = if form.listed.is_empty() {
            words.say("application-nothing-listed")
        } else {
            form.listed.join(&words.say("html-list"))
        };
        page.say_if(Some(&listed), "application-listed");
    }
    page.heading(1, &format!("2. {}", words.say("application-measures")));
    page.say(&words.say("application-measures-note"));
    for walk in &draft.walks {
        if draft.walks.len() > 1 {
            page.heading(2, &walk.title);
        }
        for group in &walk.groups {
            page.heading(2, &group.title);
            for (placed, entries) in &group.sections {
                let name = format!("{} {}", placed.legal_ref, placed.title);
                page.heading(3, name.trim());
                for entry in entries {
                    measure(&mut page, entry);
                }
            }
        }
    }
    page.heading(1, &format!("3. {}", words.say("application-information")));
    if draft.information.is_empty() {
        blank(&mut page);
    } else {
        page.information_table(&draft.information);
    }
    page.heading(1, &format!("4. {}", words.say("application-scope")));
    page.say(&words.say("application-scope-hint"));
    blank(&mut page);
    page.basis(&draft.basis);
    page.packed()
}

fn blank(page: &mut Page<'_>) {
    page.say(&page.words.say("application-blank"));
}

fn missing(page: &mut Page<'_>, draft: &Draft<'_>) {
    let words = page.words;
    page.heading(2, &words.say("application-missing"));
    if draft.lacks_forms {
        page.mark(OPEN, &words.say("application-forms"));
    }
    if draft.lacks_information {
        page.mark(OPEN, &words.say("application-information"));
    }
    page.mark(OPEN, &words.say("application-scope"));
    if draft.undecided.is_empty() {
        return;
    }
    page.mark(OPEN, &draft.undecided_heading);
    for (label, outcome) in &draft.undecided {
        page.mark(NONE, &format!("{label} ({outcome})"));
    }
}

fn measure(page: &mut Page<'_>, entry: &Written) {
    page.label(&format!("{}: {}", entry.label, entry.outcome));
    for (mark, points) in [
        (THERE, &entry.in_place),
        (OPEN, &entry.open),
        (NONE, &entry.none),
    ] {
        for point in points {
            page.mark(mark, point);
        }
    }
    page.say_if(entry.reason.as_deref(), "html-reason");
    if !entry.records.is_empty() {
        let records = entry.records.join(&page.words.say("html-list"));
        page.say_if(Some(&records), "application-records");
    }
    if let Some(agreed) = &entry.decided {
        page.say_if(Some(&agreed.measure), "application-decided");
        for (name, said) in [
            ("task-who", &agreed.who),
            ("task-by", &agreed.by),
            ("task-done", &agreed.done),
        ] {
            if !said.is_empty() {
                page.say_if(Some(said), name);
            }
        }
    }
    if let Some(undecided) = &entry.undecided {
        page.say(undecided);
    }
}
