//! The report for Word, to be changed there: headings that Word knows as headings, tables whose heads repeat. Says what
//! the page to print says, in the same order, and counts nothing anew.

use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, LineSpacing, PageNum, Paragraph, Run,
    SpecialIndentType, Table, TableBorder, TableBorderPosition, TableBorders,
};

use super::Report;
use super::html::basis::Basis;
use super::html::frame::Frame;
use super::html::walk::{Answered, Step, WalkPart};
use super::html::words::Words;
use super::html::{InformationRow, facts, information, walks};
use super::word;
use crate::questionnaire::case::PointState;
use crate::text::Message;
use crate::text::catalog::Catalog;

/// The size of what is written in tables, in half points.
const SMALL: usize = 18;
/// What stands before a point, by its state: signs that every Japanese font has.
const THERE: &str = "\u{25a0}";
const OPEN: &str = "\u{25a1}";
const NONE: &str = "\u{30fb}";

/// The report as the bytes of a file.
#[must_use]
pub fn docx(report: &Report<'_>, catalog: &Catalog) -> Vec<u8> {
    let words = Words::new(catalog);
    let title = words.shown(report.title());
    let mut page = Page {
        document: word::document(false).footer(foot(words)),
        words,
    };
    page.notice(&Frame::new(report, words, &title));
    page.say(&words.say("html-kind"));
    page.heading(1, &title);
    for fact in facts(report, words) {
        page.say(&format!("{}: {}", fact.name, fact.value));
    }
    let listed = information(report, words);
    for (at, walk) in walks(report, words).iter().enumerate() {
        page.walk(walk);
        if at == 0 && !listed.is_empty() {
            let count = Message::new("export-information").with("count", listed.len());
            page.information(&words.tell(&count), &listed);
        }
        page.answers(walk);
    }
    page.basis(&Basis::of(report, words));
    word::packed(page.document)
}

/// On each page that it is no certification, and the page's number.
fn foot(words: Words<'_>) -> Footer {
    let said = Run::new().size(16).add_text(words.say("export-foot"));
    Footer::new().add_paragraph(
        Paragraph::new()
            .align(AlignmentType::Left)
            .add_run(said.add_text("  "))
            .add_page_num(PageNum::new()),
    )
}

/// A document that is written from top to bottom.
struct Page<'a> {
    document: Docx,
    words: Words<'a>,
}

impl Page<'_> {
    fn put(&mut self, paragraph: Paragraph) {
        let document = std::mem::take(&mut self.document);
        self.document = document.add_paragraph(paragraph);
    }

    fn put_table(&mut self, table: Table) {
        let document = std::mem::take(&mut self.document);
        self.document = document.add_table(table);
        // Word joins two tables that follow each other.
        self.put(Paragraph::new().line_spacing(LineSpacing::new().after(0)));
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.put(word::heading(level, text));
    }

    fn say(&mut self, text: &str) {
        self.put(Paragraph::new().add_run(word::lines(Run::new(), text)));
    }

    fn say_if(&mut self, text: Option<&str>, name: &'static str) {
        if let Some(text) = text {
            let said = format!("{}: {text}", self.words.say(name));
            self.say(&said);
        }
    }

    fn strong(&mut self, text: &str) {
        self.put(Paragraph::new().add_run(word::lines(Run::new().bold(), text)));
    }

    /// A line of a list.
    fn mark(&mut self, mark: &str, text: &str) {
        let paragraph = Paragraph::new()
            .indent(Some(360), Some(SpecialIndentType::Hanging(360)), None, None)
            .add_run(Run::new().add_text(mark).add_tab())
            .add_run(word::lines(Run::new(), text));
        self.put(paragraph);
    }

    /// A table with these heads and shares of the width.
    fn table(&mut self, heads: &[(&'static str, usize)], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        let whole = word::room(false);
        let all: usize = heads.iter().map(|(_, share)| share).sum();
        let widths: Vec<usize> = heads.iter().map(|(_, share)| whole * share / all).collect();
        let names: Vec<String> = heads
            .iter()
            .map(|(name, _)| {
                if name.is_empty() {
                    String::new()
                } else {
                    self.words.say(name)
                }
            })
            .collect();
        let mut written = vec![word::head(&widths, &names, SMALL)];
        for cells in rows {
            let cells = cells.iter().zip(&widths).map(|(text, width)| {
                let text = word::lines(Run::new().size(SMALL), text);
                word::cell(*width, Paragraph::new().add_run(text))
            });
            written.push(word::row(cells.collect(), 340));
        }
        self.put_table(word::table(&widths, written));
    }

    /// What this is, in a frame, before anything else.
    fn notice(&mut self, frame: &Frame) {
        let width = word::room(false);
        let mut cell = docx_rs::TableCell::new().width(width, docx_rs::WidthType::Dxa);
        let strong = |text: &str| Paragraph::new().add_run(word::lines(Run::new().bold(), text));
        cell = cell.add_paragraph(strong(&frame.first));
        for sentence in &frame.basis {
            let text = word::lines(Run::new().size(SMALL), sentence);
            cell = cell.add_paragraph(Paragraph::new().add_run(text));
        }
        cell = cell.add_paragraph(strong(&frame.last));
        let borders = [
            TableBorderPosition::Top,
            TableBorderPosition::Bottom,
            TableBorderPosition::Left,
            TableBorderPosition::Right,
        ];
        let borders = borders
            .into_iter()
            .fold(TableBorders::new(), |borders, side| {
                borders.set(
                    TableBorder::new(side)
                        .border_type(BorderType::Single)
                        .size(12)
                        .color("000000"),
                )
            });
        self.put_table(word::table(&[width], vec![word::row(vec![cell], 0)]).set_borders(borders));
    }

    fn walk(&mut self, walk: &WalkPart) {
        let words = self.words;
        self.heading(1, &walk.title);
        for said in &walk.changes {
            self.say(said);
        }
        self.strong(&format!(
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
            self.say(&words.say("export-records-note"));
            let rows = walk.records.iter().map(|record| {
                let mark = if record.is_there { THERE } else { OPEN };
                vec![
                    mark.to_owned(),
                    record.name.clone(),
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

    fn steps(&mut self, heading: &str, steps: &[Step]) {
        if steps.is_empty() {
            return;
        }
        self.heading(2, heading);
        self.say(&self.words.say("export-order"));
        let rows = steps.iter().map(|step| {
            let mut measure = format!("{} {}", step.number, step.measure);
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

    fn information(&mut self, heading: &str, listed: &[InformationRow]) {
        self.heading(2, heading);
        self.say(&self.words.say("export-information-note"));
        let rows = (1..).zip(listed).map(|(at, listed)| {
            let at: usize = at;
            vec![
                at.to_string(),
                listed.what.clone(),
                listed.form.clone(),
                listed.place.clone(),
                listed.owner.clone(),
                listed.seen_by.clone(),
                listed.level.clone(),
            ]
        });
        let rows: Vec<_> = rows.collect();
        self.table(
            &[
                ("", 1),
                ("column-what", 6),
                ("column-form", 2),
                ("column-kept", 4),
                ("column-owner", 3),
                ("column-seen-by", 3),
                ("column-level", 2),
            ],
            &rows,
        );
    }

    fn answers(&mut self, walk: &WalkPart) {
        self.heading(2, &self.words.say("export-answers"));
        for section in &walk.answers {
            let placed = &section.placed;
            let name = format!(
                "{} {} ({})",
                placed.legal_ref, placed.title, placed.sureness
            );
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
        self.strong(&format!("{}: {}{flag}", item.label, item.outcome));
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

    fn basis(&mut self, basis: &Basis) {
        let words = self.words;
        self.heading(1, &words.say("export-certain"));
        for (title, claims) in &basis.claims {
            self.heading(2, title);
            for claim in claims {
                self.mark(NONE, claim);
            }
        }
        self.heading(2, &words.say("export-packs"));
        for pack in &basis.packs {
            self.strong(&format!("{} ({} {})", pack.title, pack.id, pack.version));
            self.say(&format!("{}: {}", words.say("html-rests-on"), pack.notice));
            if !pack.amended.is_empty() {
                self.say(&format!("{}: {}", words.say("html-amended"), pack.amended));
            }
            for (sureness, sections) in &pack.sections {
                self.say(&format!("{sureness}: {sections}"));
            }
        }
        self.strong(&words.say("next-step"));
    }
}
