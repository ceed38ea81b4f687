//! Papers for Word: the same pages, each a section of its own, to be changed before they are printed.

use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, HeightRule, LineSpacing, PageOrientationType,
    PageSize, Paragraph, Run, Section, SpecialIndentType, Table, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellMargins, TableRow, WidthType,
};

use super::{Piece, Printed, PrintedCell, PrintedColumn, PrintedPart, pieces};
use crate::questionnaire::paper::Shape;
use crate::report::html::words::Words;
use crate::report::word;

/// A millimetre, in twentieths of a point.
const MM: f64 = 56.7;
/// The size of a card, in millimetres.
const CARD: (f64, f64) = (91.0, 58.0);
const SLIP: (f64, f64) = (91.0, 118.0);
/// A bold letter of a heading in a wide font, and what stands beside the words in a cell, in twentieths of a point.
const LETTER: usize = 126;
const BESIDE_WORDS: usize = 240;

/// The most feet of a document: docx-rs brings them in the order of their names, in which the tenth is before the second.
const FEET: usize = 9;

/// The pages as the bytes of a file.
pub(super) fn docx(pages: &[Printed], words: Words<'_>) -> Vec<u8> {
    let Some((last, before)) = pages.split_last() else {
        return word::packed(word::document(false));
    };
    let mut document = word::document(last.is_landscape);
    let mut feet = feet(pages).into_iter();
    for (page, foot) in before.iter().zip(&mut feet) {
        let section = section(page, words);
        document = document.add_section(match foot {
            Some(foot) => section.footer(foot),
            None => section,
        });
    }
    if let Some(foot) = feet.next().flatten() {
        document = document.footer(foot);
    }
    word::packed(blocks(last, words).into_iter().fold(document, Block::onto))
}

/// Who may see it, for each leaf of a page that needs more than one. A page without such a foot has that of the page
/// before it, so only those that differ have one of their own. More of them than [`FEET`] and there is none: docx-rs
/// would mix them up.
fn feet(pages: &[Printed]) -> Vec<Option<Footer>> {
    let reaches = || pages.iter().map(|page| page.reach.as_str());
    let before = std::iter::once(None).chain(reaches().map(Some));
    let own = reaches().zip(before);
    let own: Vec<bool> = own.map(|(own, before)| before != Some(own)).collect();
    let is_too_much = own.iter().filter(|is_own| **is_own).count() > FEET;
    let feet = reaches().zip(own);
    feet.map(|(reach, is_own)| (is_own && !is_too_much).then(|| foot(reach)))
        .collect()
}

fn foot(reach: &str) -> Footer {
    let said = Run::new().size(14).add_text(reach);
    Footer::new().add_paragraph(Paragraph::new().align(AlignmentType::Right).add_run(said))
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl Block {
    fn paragraph(paragraph: Paragraph) -> Self {
        Self::Paragraph(Box::new(paragraph))
    }

    fn table(table: Table) -> Self {
        Self::Table(Box::new(table))
    }

    fn onto(document: Docx, block: Self) -> Docx {
        match block {
            Self::Paragraph(paragraph) => document.add_paragraph(*paragraph),
            Self::Table(table) => document.add_table(*table),
        }
    }
}

fn section(page: &Printed, words: Words<'_>) -> Section {
    let (width, height) = word::size(page.is_landscape);
    let size = PageSize::new().size(width, height);
    let size = if page.is_landscape {
        size.orient(PageOrientationType::Landscape)
    } else {
        size
    };
    let section = Section::new().page_size(size).page_margin(word::margins());
    blocks(page, words)
        .into_iter()
        .fold(section, |section, block| match block {
            Block::Paragraph(paragraph) => section.add_paragraph(*paragraph),
            Block::Table(table) => section.add_table(*table),
        })
}

/// How large letters are, in half points, and how high a row to write in is.
#[derive(Clone, Copy)]
struct Scale {
    text: usize,
    heading: usize,
    row: usize,
    /// The room for all of it, in twentieths of a point.
    width: usize,
}

fn blocks(page: &Printed, words: Words<'_>) -> Vec<Block> {
    let width = word::room(page.is_landscape);
    let mut blocks = Vec::new();
    let mut scale = Scale {
        text: 20,
        heading: 23,
        row: 540,
        width,
    };
    match page.shape {
        Shape::Cards(copies) => {
            blocks.extend(page.lead.iter().map(|lead| Block::paragraph(small(lead))));
            blocks.push(Block::table(cards(page, copies, words)));
        }
        shape => {
            if shape == Shape::Notice {
                scale = Scale {
                    text: 46,
                    heading: 54,
                    row: 900,
                    width,
                };
            }
            blocks.push(Block::paragraph(word::aside(&page.reach)));
            let title = if shape == Shape::Notice {
                word::heading_of_size(1, &page.title, 68)
            } else {
                word::heading(1, &page.title)
            };
            blocks.push(Block::paragraph(title));
            blocks.extend(page.lead.iter().map(|lead| Block::paragraph(small(lead))));
            for part in &page.parts {
                blocks.extend(part_of(part, scale, words));
            }
        }
    }
    if let Some(caution) = &page.caution {
        let name = Run::new()
            .bold()
            .size(16)
            .add_text(words.say("paper-caution"));
        let text = Run::new().size(16).add_text(format!(" {caution}"));
        blocks.push(Block::paragraph(
            Paragraph::new()
                .line_spacing(LineSpacing::new().before(120))
                .add_run(name)
                .add_run(text),
        ));
    }
    let foot = match page.shape {
        Shape::Cards(_) => format!("{} {}", page.foot, page.reach),
        _ => page.foot.clone(),
    };
    blocks.push(Block::paragraph(small(&foot)));
    blocks
}

fn small(text: &str) -> Paragraph {
    Paragraph::new().add_run(word::lines(Run::new().size(17), text))
}

fn part_of(part: &PrintedPart, scale: Scale, words: Words<'_>) -> Vec<Block> {
    match part {
        PrintedPart::Heading(text) => {
            vec![Block::paragraph(word::heading_of_size(
                2,
                text,
                scale.heading,
            ))]
        }
        PrintedPart::Text(text) => vec![Block::paragraph(written(text, scale.text))],
        PrintedPart::Lines { is_numbered, lines } => numbered(*is_numbered, lines, scale.text)
            .into_iter()
            .map(Block::paragraph)
            .collect(),
        PrintedPart::Fields(fields) => vec![Block::table(room_to_write(fields, scale)), gap()],
        PrintedPart::Table { columns, rows } => {
            vec![Block::table(table(columns, rows, scale)), gap()]
        }
        PrintedPart::Signatures(who) => vec![Block::table(signatures(who, scale, words)), gap()],
    }
}

/// Word joins two tables that follow each other.
fn gap() -> Block {
    Block::paragraph(
        Paragraph::new()
            .size(10)
            .line_spacing(LineSpacing::new().after(0)),
    )
}

/// A text in which low lines are a place to write.
fn written(text: &str, size: usize) -> Paragraph {
    runs(Paragraph::new(), text, size)
}

fn runs(paragraph: Paragraph, text: &str, size: usize) -> Paragraph {
    pieces(text)
        .into_iter()
        .fold(paragraph, |paragraph, piece| match piece {
            Piece::Words(said) => paragraph.add_run(word::lines(Run::new().size(size), said)),
            Piece::Room(length) => {
                // Blanks, underlined or not, are not seen at the end of a line.
                let room = "_".repeat(if length > 5 { 22 } else { 12 });
                paragraph.add_run(Run::new().size(size).add_text(room))
            }
        })
}

fn numbered(is_numbered: bool, lines: &[String], size: usize) -> Vec<Paragraph> {
    let indent = i32::try_from(size * 18).unwrap_or(0);
    let lines = (1..).zip(lines);
    lines
        .map(|(at, line)| {
            let mark = if is_numbered {
                at.to_string()
            } else {
                "\u{30fb}".to_owned()
            };
            let paragraph = Paragraph::new()
                .indent(
                    Some(indent),
                    Some(SpecialIndentType::Hanging(indent)),
                    None,
                    None,
                )
                .add_run(Run::new().size(size).bold().add_text(mark).add_tab());
            runs(paragraph, line, size)
        })
        .collect()
}

/// Names, each with a line beside it: two in a row, three where the page lies.
fn room_to_write(fields: &[(String, String)], scale: Scale) -> Table {
    let in_a_row = match scale.width {
        _ if scale.text > 30 => 1,
        0..=8_000 => 1,
        8_001..=12_000 => 2,
        _ => 3,
    };
    let pair = scale.width / in_a_row;
    // Alone in its row a name has more room, for it is on a card.
    let label = if in_a_row == 1 {
        pair / 2
    } else {
        pair * 2 / 5
    };
    let widths: Vec<usize> = (0..in_a_row).flat_map(|_| [label, pair - label]).collect();
    let rows = fields.chunks(in_a_row).map(|fields| {
        let mut cells = Vec::new();
        for (name, value) in fields {
            cells.push(plain(word::cell(label, written(name, scale.text - 1))));
            let value = word::lines(Run::new().bold().size(scale.text), value);
            let value = word::cell(pair - label, Paragraph::new().add_run(value));
            cells.push(underlined(value));
        }
        for _ in fields.len()..in_a_row {
            cells.push(plain(word::cell(label, Paragraph::new())));
            cells.push(plain(word::cell(pair - label, Paragraph::new())));
        }
        word::row(cells, scale.row)
    });
    word::table(&widths, rows.collect())
}

const SIDES: [TableCellBorderPosition; 4] = [
    TableCellBorderPosition::Top,
    TableCellBorderPosition::Left,
    TableCellBorderPosition::Right,
    TableCellBorderPosition::Bottom,
];

/// Without a frame.
fn plain(cell: TableCell) -> TableCell {
    SIDES.into_iter().fold(cell, |cell, side| {
        cell.set_border(TableCellBorder::new(side).border_type(BorderType::Nil))
    })
}

fn underlined(cell: TableCell) -> TableCell {
    let line = TableCellBorder::new(TableCellBorderPosition::Bottom)
        .border_type(BorderType::Single)
        .size(6)
        .color("000000");
    plain(cell).set_border(line)
}

fn table(columns: &[PrintedColumn], rows: &[Vec<PrintedCell>], scale: Scale) -> Table {
    let mut widths = PrintedColumn::widths(columns, scale.width);
    make_room_for_words(&mut widths, columns);
    let names: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
    let mut written_rows = vec![word::head(&widths, &names, 18)];
    for cells in rows {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| match cell {
            PrintedCell::Tick => word::cell(
                *width,
                Paragraph::new()
                    .align(docx_rs::AlignmentType::Center)
                    .add_run(Run::new().size(22).add_text("\u{25a1}")),
            ),
            PrintedCell::Text(text) => word::cell(*width, written(text, 18)),
        });
        written_rows.push(word::row(cells.collect(), 480));
    }
    word::table(&widths, written_rows)
}

/// Words of letters break where they do not fit, in the midst: their column takes what it wants from the widest one.
fn make_room_for_words(widths: &mut [usize], columns: &[PrintedColumn]) {
    for (at, column) in columns.iter().enumerate() {
        let words = column.label.split(|c: char| !c.is_ascii_alphanumeric());
        let longest = words.map(str::len).max().unwrap_or(0);
        let wanted = longest * LETTER + BESIDE_WORDS;
        let widest = (0..widths.len()).max_by_key(|at| widths[*at]).unwrap_or(at);
        let more = wanted.saturating_sub(widths[at]);
        if widest != at && widths[widest] > widths[at] + 2 * more {
            widths[at] += more;
            widths[widest] -= more;
        }
    }
}

fn signatures(who: &[String], scale: Scale, words: Words<'_>) -> Table {
    let column = scale.width / who.len().max(1);
    let widths = vec![column; who.len()];
    let line = |text: &str| {
        let text = Run::new().size(17).add_text(text);
        word::cell(column, Paragraph::new().add_run(text))
    };
    let names = who.iter().map(|who| {
        let who = Run::new().bold().size(19).add_text(who);
        word::cell(column, Paragraph::new().add_run(who))
    });
    let sign = words.say("paper-sign");
    let day = words.say("paper-day");
    let rows = vec![
        word::row(names.collect(), 320),
        word::row(who.iter().map(|_| line(&sign)).collect(), 800),
        word::row(who.iter().map(|_| line(&day)).collect(), 440),
    ];
    word::table(&widths, rows)
}

/// Copies to cut out, two beside each other.
fn cards(page: &Printed, copies: u8, words: Words<'_>) -> Table {
    let ((width, height), text) = if copies > 4 { (CARD, 15) } else { (SLIP, 18) };
    let width = twentieths(width);
    let inner = width - 320;
    let scale = Scale {
        text,
        heading: text + 2,
        row: if copies > 4 { 330 } else { 520 },
        width: inner.min(7_000),
    };
    let card = || {
        let title = Run::new().bold().size(text + 3).add_text(&page.title);
        let mut cell = TableCell::new().width(width, WidthType::Dxa).add_paragraph(
            Paragraph::new()
                .add_run(title)
                .line_spacing(LineSpacing::new().after(20)),
        );
        for part in &page.parts {
            for block in part_of(part, scale, words) {
                cell = match block {
                    Block::Paragraph(paragraph) => {
                        cell.add_paragraph(paragraph.line_spacing(LineSpacing::new().after(10)))
                    }
                    Block::Table(table) => cell.add_table(*table),
                };
            }
        }
        SIDES.into_iter().fold(cell, |cell, side| {
            let line = TableCellBorder::new(side)
                .border_type(BorderType::Dashed)
                .size(4)
                .color("000000");
            cell.set_border(line)
        })
    };
    let rows = (0..copies / 2).map(|_| {
        #[expect(clippy::cast_precision_loss, reason = "a height of a page")]
        let height = twentieths(height) as f32;
        TableRow::new(vec![card(), card()])
            .row_height(height)
            .height_rule(HeightRule::Exact)
            .cant_split()
    });
    word::table(&[width, width], rows.collect())
        .margins(TableCellMargins::new().margin(80, 150, 40, 150))
        .align(docx_rs::TableAlignmentType::Center)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths on a page"
)]
fn twentieths(millimetres: f64) -> usize {
    (millimetres * MM) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_letters_at_the_head_of_a_column_is_not_broken_in_its_midst() {
        let column = |label: &str, width| PrintedColumn {
            label: label.to_owned(),
            width,
            is_tick: false,
        };
        let columns = [column("Encrypted", 1), column("What", 9), column("済", 1)];
        let mut widths = PrintedColumn::widths(&columns, 9_000);
        let before = widths.clone();
        make_room_for_words(&mut widths, &columns);
        assert!(
            widths[0] >= 9 * LETTER && widths[1] < before[1],
            "{widths:?}"
        );
        assert_eq!(widths[2], before[2], "kanji may break");
        assert_eq!(widths.iter().sum::<usize>(), 9_000);
    }
}
