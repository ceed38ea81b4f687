//! The report for Word, to be changed there: headings that Word knows as headings, tables whose heads repeat. Says what
//! the page to print says, in the same order, and counts nothing anew.

use super::Report;
use super::html::basis::Basis;
use super::html::frame::Frame;
use super::html::walk::{Answered, Step, WalkPart};
use super::html::words::Words;
use super::html::{facts, information, kind, walks};
use crate::questionnaire::case::PointState;
use crate::questionnaire::reader::Part;
use crate::text::Message;
use crate::text::catalog::Catalog;
use page::{NONE, OPEN, Page, THERE};

pub(super) mod page;

/// The report as the bytes of a file.
#[must_use]
pub fn docx(report: &Report<'_>, catalog: &Catalog) -> Vec<u8> {
    let words = Words::new(catalog);
    let title = words.shown(report.title());
    let mut page = Page::new(words);
    page.head(
        &Frame::new(report, words, &title),
        &kind(report, words),
        &title,
        &facts(report, words),
    );
    let listed = information(report, words);
    for (at, walk) in walks(report, words).iter().enumerate() {
        page.walk(walk);
        if at == 0 && !listed.is_empty() {
            let count = Message::new("export-information").with("count", listed.len());
            page.information(&words.tell(&count), &listed);
        }
        page.answers(walk);
    }
    if report.has(Part::Basis) {
        page.basis(&Basis::of(report, words));
    }
    page.packed()
}

impl Page<'_> {
    fn walk(&mut self, walk: &WalkPart) {
        let words = self.words;
        self.heading(1, &walk.title);
        for said in &walk.changes {
            self.say(said);
        }
        if walk.has_counts {
            self.counts(walk);
        }
        if !walk.gap_sections.is_empty() {
            self.heading(2, &walk.gap_heading);
            let sections = walk.gap_sections.iter();
            let rows = sections.flat_map(|section| {
                section.items.iter().map(|item| {
                    let open = if item.open.is_empty() {
                        item.text.clone()
                    } else {
                        item.open.join("\n")
                    };
                    let place = format!("{} {}", section.placed.legal_ref, section.placed.title);
                    vec![
                        place.trim().to_owned(),
                        item.label.clone(),
                        item.outcome.clone(),
                        open,
                    ]
                })
            });
            let rows: Vec<_> = rows.collect();
            self.table(
                &[
                    ("column-section", 4),
                    ("column-label", 4),
                    ("column-outcome", 3),
                    ("column-open-points", 9),
                ],
                &rows,
            );
        }
        if walk.first.is_empty() && !walk.has_counts {
            self.heading(2, &walk.first_heading);
        }
        self.steps(&walk.first_heading, &walk.first);
        self.steps(&walk.others_heading, &walk.others);
        if !walk.find_out.is_empty() {
            self.heading(2, &walk.find_out_heading);
            let rows = walk.find_out.iter().map(|item| {
                let outside = item.contact.as_ref().map_or_else(String::new, |contact| {
                    format!("{}\n{}", contact.name, contact.address)
                        .trim_end()
                        .to_owned()
                });
                vec![
                    item.label.clone(),
                    item.look.clone(),
                    item.ask.clone(),
                    outside,
                ]
            });
            let rows: Vec<_> = rows.collect();
            self.table(
                &[
                    ("column-label", 4),
                    ("column-look", 6),
                    ("column-ask", 5),
                    ("column-outside", 5),
                ],
                &rows,
            );
        }
        if !walk.not_applicable.is_empty() {
            self.heading(2, &walk.not_applicable_heading);
            let rows = walk.not_applicable.iter();
            let rows: Vec<_> = rows
                .map(|item| vec![item.label.clone(), item.text.clone(), item.reason.clone()])
                .collect();
            self.table(
                &[
                    ("column-label", 4),
                    ("column-question", 9),
                    ("html-reason", 7),
                ],
                &rows,
            );
        }
        if !walk.records.is_empty() {
            self.heading(2, &walk.records_heading);
            self.lead(&words.say("export-records-note"));
            let rows = walk.records.iter().map(|record| {
                let mark = if record.is_there { THERE } else { OPEN };
                vec![
                    mark.to_owned(),
                    match &record.kept {
                        Some(kept) => format!("{}\n{kept}", record.name),
                        None => record.name.clone(),
                    },
                    record.state.clone(),
                    record.label.clone(),
                    record.measure.clone(),
                ]
            });
            let rows: Vec<_> = rows.collect();
            self.table(
                &[
                    ("", 1),
                    ("column-record", 6),
                    ("column-record-there", 3),
                    ("column-label", 4),
                    ("column-measure", 7),
                ],
                &rows,
            );
        }
    }

    fn counts(&mut self, walk: &WalkPart) {
        let words = self.words;
        self.label(&format!(
            "{} {} {}",
            words.say("html-gaps"),
            walk.gap_count,
            walk.of_asked
        ));
        for tile in walk.tiles.iter().chain(&walk.other_tiles) {
            self.mark(NONE, &format!("{} {}", tile.name, tile.count));
        }
        if walk.gaps == 0 {
            self.say(&words.say("result-no-gaps"));
        }
    }

    fn steps(&mut self, heading: &str, steps: &[Step]) {
        if steps.is_empty() {
            return;
        }
        self.heading(2, heading);
        self.lead(&self.words.say("export-order"));
        let rows = steps.iter().map(|step| {
            let mut measure = format!("{}. {}", step.number, step.measure);
            if let Some(how) = &step.how {
                measure.push('\n');
                measure.push_str(how);
            }
            vec![
                measure,
                step.label.clone(),
                format!("{} / {}", step.cost, step.effort),
                step.record.clone(),
                step.who.clone(),
                step.by.clone(),
                step.done.clone().unwrap_or_default(),
            ]
        });
        let rows: Vec<_> = rows.collect();
        self.table(
            &[
                ("column-measure", 8),
                ("column-label", 4),
                ("html-cost-and-effort", 4),
                ("html-shows", 4),
                ("task-who", 3),
                ("task-by", 3),
                ("task-done", 3),
            ],
            &rows,
        );
    }

    fn answers(&mut self, walk: &WalkPart) {
        if walk.answers.is_empty() {
            return;
        }
        self.heading(2, &self.words.say("export-answers"));
        for section in &walk.answers {
            let placed = &section.placed;
            // Most say it once, above, and have the mark alone.
            let sureness = match placed.sureness.as_str() {
                "" => String::new(),
                said => format!(" ({said})"),
            };
            let name = format!("{} {}{sureness}", placed.legal_ref, placed.title);
            self.heading(3, name.trim());
            for item in &section.items {
                self.answer(item);
            }
        }
    }

    fn answer(&mut self, item: &Answered) {
        let flag = if item.is_flagged {
            format!(" / {}", self.words.say("check-flag"))
        } else {
            String::new()
        };
        self.label(&format!("{}: {}{flag}", item.label, item.outcome));
        self.say(&item.text);
        for (state, point) in &item.points {
            let mark = match state {
                PointState::There => THERE,
                PointState::Open => OPEN,
                PointState::None => NONE,
            };
            self.mark(mark, point);
        }
        self.say_if(item.reason.as_deref(), "html-reason");
        self.say_if(item.note.as_deref(), "column-note");
    }
}
