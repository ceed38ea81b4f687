//! Papers for Excel: a sheet a page, ready to print on A4. Ledgers are lived in, so the columns of a table are columns
//! of the sheet. Every text becomes a text cell; none is ever written as a formula.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Printed, PrintedCell, PrintedColumn, PrintedPart};
use crate::questionnaire::paper::Shape;
use crate::report::html::words::Words;
use crate::report::row::starts_a_formula;
use crate::report::xlsx::look::Look;
use crate::report::xlsx::sheet::{A4, Column, Row, column, fitting, lines_of, points};
use crate::report::xlsx::{Names, new_workbook};

/// The width of a page in characters of 10 points, upright and lying.
const UPRIGHT: f64 = 92.0;
const LYING: f64 = 138.0;
/// Where the names of fields end, in hundredths of the width.
const NAMES_END: usize = 30;
/// The least room for the name of a field, in hundredths of the width.
const NARROWEST: usize = 16;
/// The most characters that a foot takes.
const LONGEST_FOOT: usize = 255;
/// A place to write on a card.
const ROOM: &str = "____________";
/// How high a page is in points, upright and lying.
const HIGH_UPRIGHT: f64 = 760.0;
const HIGH_LYING: f64 = 515.0;
/// How much of that is put on one page: what does not fit is made smaller, but never so small that nobody can read it.
const ON_ONE_PAGE: f64 = 1.4;
/// How high a row is of which nothing is said.
const PLAIN: f64 = 15.0;

/// The pages as the bytes of a file.
///
/// # Panics
/// Never: what Excel would refuse is cut or left out before.
pub(super) fn xlsx(pages: &[Printed], words: Words<'_>) -> Vec<u8> {
    workbook(pages, words)
        .and_then(|mut workbook| workbook.save_to_buffer())
        .expect("nothing in it that Excel would refuse")
}

fn workbook(pages: &[Printed], words: Words<'_>) -> Result<Workbook, XlsxError> {
    let look = Look::new();
    let mut names = Names::default();
    let title = pages.first().map_or("", |page| page.title.as_str());
    let mut workbook = new_workbook(title, None);
    for page in pages {
        let mut sheet = Worksheet::new();
        sheet.set_name(names.next(&page.title))?;
        let written = match page.shape {
            Shape::Cards(copies) => cards(sheet, page, copies, words, &look)?,
            Shape::Sheet | Shape::Notice => Written::new(sheet, page, &look)?.page(page, words)?,
        };
        workbook.push_worksheet(written);
    }
    Ok(workbook)
}

fn prepared(sheet: &mut Worksheet, page: &Printed) {
    sheet.set_paper_size(A4);
    sheet.set_margins(0.4, 0.4, 0.45, 0.6, 0.2, 0.3);
    sheet.set_print_center_horizontally(true);
    if page.is_landscape {
        sheet.set_landscape();
    }
    // In a foot & begins a command.
    let said = |text: &str| text.replace('&', "&&");
    let foot = format!(
        "&L&8{}&R&8{}   &P / &N",
        said(&page.foot),
        said(&page.reach)
    );
    if foot.chars().count() <= LONGEST_FOOT {
        sheet.set_footer(foot);
    }
}

/// A sheet on which parts are put below each other.
struct Written<'a> {
    sheet: Worksheet,
    look: &'a Look,
    /// Where columns end, in hundredths of the width: those of every table of the page, and that of the names.
    ends: Vec<usize>,
    width: f64,
    at: Row,
    heads: Vec<Row>,
    /// How high each row is, as far as that was said.
    heights: BTreeMap<Row, f64>,
    scale: f64,
}

impl<'a> Written<'a> {
    fn new(mut sheet: Worksheet, page: &Printed, look: &'a Look) -> Result<Self, XlsxError> {
        prepared(&mut sheet, page);
        let mut ends: Vec<usize> = vec![100];
        for part in &page.parts {
            if let PrintedPart::Table { columns, .. } = part {
                ends.extend(ends_of(columns));
            }
        }
        if ends.len() == 1 {
            ends.push(NAMES_END);
        }
        ends.sort_unstable();
        ends.dedup();
        let width = if page.is_landscape { LYING } else { UPRIGHT };
        let mut from = 0;
        for (at, end) in (0..).zip(&ends) {
            sheet.set_column_width(at, width * share(*end - from))?;
            from = *end;
        }
        Ok(Self {
            sheet,
            look,
            ends,
            width,
            at: 0,
            heads: Vec::new(),
            heights: BTreeMap::new(),
            scale: if page.shape == Shape::Notice {
                2.0
            } else {
                1.0
            },
        })
    }

    fn page(mut self, page: &Printed, words: Words<'_>) -> Result<Worksheet, XlsxError> {
        let look = self.look;
        let size = if page.shape == Shape::Notice {
            30.0
        } else {
            16.0
        };
        let title = look.title.clone().set_font_size(size);
        self.across(0, 100, &page.title, &title, size)?;
        self.at += 1;
        let reach = look.line.clone().set_bold().set_align(FormatAlign::Right);
        self.across(0, 100, &page.reach, &reach, 10.0)?;
        self.at += 1;
        if let Some(lead) = &page.lead {
            self.across(0, 100, lead, &look.sentence, 10.0)?;
            self.at += 1;
        }
        for part in &page.parts {
            self.part(part, words)?;
        }
        if let Some(caution) = &page.caution {
            let said = format!("{} {caution}", words.say("paper-caution"));
            self.across(0, 100, &said, &look.sentence, 10.0)?;
            self.at += 1;
        }
        let last = self.at.saturating_sub(1);
        let last_column = column(self.ends.len() - 1);
        self.sheet.set_print_area(0, 0, last, last_column)?;
        let pages = u16::from(self.pages(page.is_landscape) <= ON_ONE_PAGE);
        self.sheet.set_print_fit_to_pages(1, pages);
        // Where there is but one table, its head repeats, and stays while one scrolls.
        if let [head] = self.heads[..] {
            self.sheet.set_repeat_rows(head, head)?;
            self.sheet.set_freeze_panes(head + 1, 0)?;
        }
        Ok(self.sheet)
    }

    fn part(&mut self, part: &PrintedPart, words: Words<'_>) -> Result<(), XlsxError> {
        let look = self.look;
        let size = 10.0 * self.scale;
        match part {
            PrintedPart::Heading(text) => {
                let heading = look.heading.clone().set_font_size(12.0 * self.scale);
                self.across(0, 100, text, &heading.set_text_wrap(), 12.0 * self.scale)?;
                self.at += 1;
            }
            PrintedPart::Text(text) => {
                let sentence = look.sentence.clone().set_font_size(size);
                self.across(0, 100, text, &sentence, size)?;
                self.at += 1;
            }
            PrintedPart::Lines { is_numbered, lines } => {
                let sentence = look.sentence.clone().set_font_size(size);
                for (at, line) in (1..).zip(lines) {
                    let mark = if *is_numbered {
                        at.to_string()
                    } else {
                        "\u{30fb}".to_owned()
                    };
                    self.across(0, 100, &format!("{mark}  {line}"), &sentence, size)?;
                    self.at += 1;
                }
            }
            PrintedPart::Fields(fields) => {
                let name = look.names.clone().set_font_size(size);
                let value = look.text.clone().set_font_size(size);
                let value = value.set_align(FormatAlign::VerticalCenter);
                let end = self.nearest(NAMES_END);
                for (label, written) in fields {
                    let high = self.across(0, end, label, &name, size)?;
                    let high = self.across(end, 100, written, &value, size)?.max(high);
                    self.high(high.max(24.0))?;
                    self.at += 1;
                }
                self.gap()?;
            }
            PrintedPart::Table { columns, rows } => {
                self.table(columns, rows)?;
                self.gap()?;
            }
            PrintedPart::Signatures(who) => {
                let end = self.nearest(NAMES_END);
                let middle = self.nearest(70);
                for who in who {
                    let said = format!("{who} ({})", words.say("paper-sign"));
                    self.across(0, end, &said, &look.names, 10.0)?;
                    if middle > end && middle < 100 {
                        self.across(end, middle, "", &look.text, 10.0)?;
                        self.across(middle, 100, &words.say("paper-day"), &look.text, 10.0)?;
                    } else {
                        self.across(end, 100, &words.say("paper-day"), &look.text, 10.0)?;
                    }
                    self.high(34.0)?;
                    self.at += 1;
                }
                self.gap()?;
            }
        }
        Ok(())
    }

    fn table(
        &mut self,
        columns: &[PrintedColumn],
        rows: &[Vec<PrintedCell>],
    ) -> Result<(), XlsxError> {
        let ends = ends_of(columns);
        let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().copied()).collect();
        let look = self.look;
        let centred = look.names.clone().set_align(FormatAlign::Center);
        let mut high: f64 = 0.0;
        for ((column, start), end) in columns.iter().zip(&starts).zip(&ends) {
            let names = if column.is_tick {
                &centred
            } else {
                &look.names
            };
            high = self
                .across(*start, *end, &column.label, names, 10.0)?
                .max(high);
        }
        self.high(high)?;
        self.heads.push(self.at);
        self.at += 1;
        let text = look.text.clone().set_align(FormatAlign::VerticalCenter);
        let quoted = look.quoted.clone().set_align(FormatAlign::VerticalCenter);
        let tick = look.number.clone().set_align(FormatAlign::VerticalCenter);
        for cells in rows {
            let mut high: f64 = 24.0;
            for ((cell, start), end) in cells.iter().zip(&starts).zip(&ends) {
                let (said, format) = match cell {
                    PrintedCell::Tick => ("\u{25a1}", &tick),
                    PrintedCell::Text(said) if starts_a_formula(said) => (said.as_str(), &quoted),
                    PrintedCell::Text(said) => (said.as_str(), &text),
                };
                high = self.across(*start, *end, said, format, 10.0)?.max(high);
            }
            self.high(high)?;
            self.at += 1;
        }
        Ok(())
    }

    /// Puts a text on this row from one place of the width to another. Gives how high the row has to be for it.
    fn across(
        &mut self,
        from: usize,
        to: usize,
        text: &str,
        format: &Format,
        size: f64,
    ) -> Result<f64, XlsxError> {
        let first = self.column_after(from);
        let last = self.column_after(to).saturating_sub(1).max(first);
        // Edited by hand it would become a formula, but for a quote before it.
        let quoted = format.clone().set_quote_prefix();
        let format = if starts_a_formula(text) {
            &quoted
        } else {
            format
        };
        let text = fitting(text, str::to_owned);
        if first == last && text.is_empty() {
            self.sheet.write_blank(self.at, first, format)?;
        } else if first == last {
            self.sheet
                .write_string_with_format(self.at, first, &text, format)?;
        } else {
            self.sheet
                .merge_range(self.at, first, self.at, last, &text, format)?;
        }
        let width = self.width * share(to - from) * 10.0 / size;
        let high = points(lines_of(&text, width)) * size / 10.0;
        if from == 0 && to == 100 {
            self.high(high)?;
        }
        Ok(high)
    }

    /// The column that begins where so many hundredths end.
    fn column_after(&self, hundredths: usize) -> Column {
        let before = self.ends.iter().filter(|end| **end <= hundredths);
        column(before.count())
    }

    /// The end of a column that is nearest to this place, of those that leave room for words on both sides.
    fn nearest(&self, wanted: usize) -> usize {
        let inner = self.ends.iter().copied();
        let inner = inner.filter(|end| (NARROWEST..100 - NARROWEST / 2).contains(end));
        inner
            .min_by_key(|end| end.abs_diff(wanted))
            .unwrap_or(NAMES_END)
    }

    /// Makes this row so high.
    fn high(&mut self, points: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.at, points)?;
        self.heights.insert(self.at, points);
        Ok(())
    }

    /// How high all rows are together, in pages.
    fn pages(&self, is_landscape: bool) -> f64 {
        let high = |row| self.heights.get(&row).copied().unwrap_or(PLAIN);
        let all: f64 = (0..self.at).map(high).sum();
        all / if is_landscape {
            HIGH_LYING
        } else {
            HIGH_UPRIGHT
        }
    }

    fn gap(&mut self) -> Result<(), XlsxError> {
        self.high(6.0)?;
        self.at += 1;
        Ok(())
    }
}

/// Where the columns of a table end, in hundredths of its width.
fn ends_of(columns: &[PrintedColumn]) -> Vec<usize> {
    let widths = PrintedColumn::widths(columns, 100);
    let ends = widths.iter().scan(0, |end, width| {
        *end += width;
        Some(*end)
    });
    ends.collect()
}

#[expect(clippy::cast_precision_loss, reason = "hundredths")]
fn share(hundredths: usize) -> f64 {
    hundredths as f64 / 100.0
}

/// Copies to cut out, two beside each other, each in one cell.
fn cards(
    mut sheet: Worksheet,
    page: &Printed,
    copies: u8,
    words: Words<'_>,
    look: &Look,
) -> Result<Worksheet, XlsxError> {
    prepared(&mut sheet, page);
    let (height, size) = if copies > 4 {
        (165.0, 7.5)
    } else {
        (340.0, 10.0)
    };
    let card = look
        .text
        .clone()
        .set_font_size(size)
        .set_border(FormatBorder::Dashed);
    sheet.set_column_width(0, 47)?;
    sheet.set_column_width(1, 47)?;
    let said = page.lead.clone().unwrap_or_default();
    sheet.merge_range(0, 0, 0, 1, &said, &look.sentence)?;
    sheet.set_row_height(0, points(lines_of(&said, UPRIGHT)))?;
    let text = fitting(&card_text(page), str::to_owned);
    let rows = Row::from(copies / 2);
    for at in 1..=rows {
        for beside in 0..2 {
            sheet.write_string_with_format(at, beside, &text, &card)?;
        }
        sheet.set_row_height(at, height)?;
    }
    let reach = look.line.clone().set_bold();
    sheet.write_string_with_format(rows + 1, 0, &page.reach, &reach)?;
    if let Some(caution) = &page.caution {
        let said = format!("{} {caution}", words.say("paper-caution"));
        sheet.merge_range(rows + 2, 0, rows + 2, 1, &said, &look.sentence)?;
        sheet.set_row_height(rows + 2, points(lines_of(&said, UPRIGHT)))?;
    }
    sheet.set_print_area(0, 0, rows + 2, 1)?;
    sheet.set_print_fit_to_pages(1, 1);
    Ok(sheet)
}

fn card_text(page: &Printed) -> String {
    let mut lines = vec![page.title.clone()];
    for part in &page.parts {
        match part {
            PrintedPart::Heading(text) | PrintedPart::Text(text) => lines.push(text.clone()),
            PrintedPart::Lines {
                is_numbered,
                lines: said,
            } => {
                let said = (1..).zip(said).map(|(at, said)| match is_numbered {
                    true => format!("{at} {said}"),
                    false => format!("\u{30fb}{said}"),
                });
                lines.extend(said);
            }
            PrintedPart::Fields(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    let value = if value.is_empty() { ROOM } else { value };
                    format!("{name} {value}")
                });
                lines.extend(fields);
            }
            PrintedPart::Signatures(who) => {
                lines.extend(who.iter().map(|who| format!("{who} {ROOM}")));
            }
            // A card is too small for a table: none has one.
            PrintedPart::Table { .. } => {}
        }
    }
    lines.join("\n")
}
