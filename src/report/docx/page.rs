//! A document for Word that is written from top to bottom: headings, sentences, lists, tables. Knows no report.

use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, LineSpacing, PageNum, Paragraph, Run,
    SpecialIndentType, Table, TableBorder, TableBorderPosition, TableBorders,
};

use crate::report::html::basis::Basis;
use crate::report::html::frame::Frame;
use crate::report::html::words::Words;
use crate::report::html::{Fact, InformationRow};
use crate::report::word;

/// The size of what is written in tables, in half points.
const SMALL: usize = 18;
/// What stands before a point, by its state: signs that every Japanese font has.
pub(in crate::report) const THERE: &str = "\u{25a0}";
pub(in crate::report) const OPEN: &str = "\u{25a1}";
pub(in crate::report) const NONE: &str = "\u{30fb}";

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
pub(in crate::report) struct Page<'a> {
    document: Docx,
    pub(in crate::report) words: Words<'a>,
}

impl<'a> Page<'a> {
    /// A document on A4, upright, that says on each page what it is.
    pub(in crate::report) fn new(words: Words<'a>) -> Self {
        Self {
            document: word::document(false).footer(foot(words)),
            words,
        }
    }

    pub(in crate::report) fn packed(self) -> Vec<u8> {
        word::packed(self.document)
    }

    /// What stands before the content: the notice, what it is, of which check.
    pub(in crate::report) fn head(
        &mut self,
        frame: &Frame,
        kind: &str,
        title: &str,
        facts: &[Fact],
    ) {
        self.notice(frame);
        self.say(kind);
        self.heading(1, title);
        for fact in facts {
            self.say(&format!("{}: {}", fact.name, fact.value));
        }
    }

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

    pub(in crate::report) fn heading(&mut self, level: usize, text: &str) {
        self.put(word::heading(level, text));
    }

    pub(in crate::report) fn say(&mut self, text: &str) {
        self.put(Paragraph::new().add_run(word::lines(Run::new(), text)));
    }

    pub(in crate::report) fn say_if(&mut self, text: Option<&str>, name: &'static str) {
        if let Some(text) = text {
            let said = format!("{}: {text}", self.words.say(name));
            self.say(&said);
        }
    }

    pub(in crate::report) fn strong(&mut self, text: &str) {
        self.put(Paragraph::new().add_run(word::lines(Run::new().bold(), text)));
    }

    /// What stands over the lines that follow it, and never alone at the end of a page.
    pub(in crate::report) fn label(&mut self, text: &str) {
        let label = Paragraph::new().keep_next(true);
        self.put(label.add_run(word::lines(Run::new().bold(), text)));
    }

    /// What is said of the table that follows: it stands on one page with the head of that.
    pub(in crate::report) fn lead(&mut self, text: &str) {
        let lead = Paragraph::new().keep_next(true);
        self.put(lead.add_run(word::lines(Run::new(), text)));
    }

    /// A line of a list.
    pub(in crate::report) fn mark(&mut self, mark: &str, text: &str) {
        let paragraph = Paragraph::new()
            .indent(Some(360), Some(SpecialIndentType::Hanging(360)), None, None)
            .add_run(Run::new().add_text(mark).add_tab())
            .add_run(word::lines(Run::new(), text));
        self.put(paragraph);
    }

    /// A table with these heads and shares of the width.
    pub(in crate::report) fn table(
        &mut self,
        heads: &[(&'static str, usize)],
        rows: &[Vec<String>],
    ) {
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

    pub(in crate::report) fn information(&mut self, heading: &str, listed: &[InformationRow]) {
        self.heading(2, heading);
        self.lead(&self.words.say("export-information-note"));
        self.information_table(listed);
    }

    pub(in crate::report) fn information_table(&mut self, listed: &[InformationRow]) {
        let rows = listed.iter().map(|listed| {
            vec![
                listed.number.clone(),
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
                ("column-number", 2),
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

    pub(in crate::report) fn basis(&mut self, basis: &Basis) {
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
            self.label(&format!("{} ({} {})", pack.title, pack.id, pack.version));
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
