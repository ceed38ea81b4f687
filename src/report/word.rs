//! What every Word document of ours is made of: headings that Word knows as headings, tables whose heads repeat, one
//! font that Japanese Windows and Mac both have. Reads no clock: the same document gives the same bytes.

use std::io::{Cursor, Write as _};

use docx_rs::{
    AlignmentType, BreakType, Docx, HeightRule, LineSpacing, PageMargin, Paragraph, Run, RunFonts,
    Shading, Style, StyleType, Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
    XMLDocx,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Word knows it by this name on every system; where it is missing, the system's own Japanese font stands in.
const FONT: &str = "Yu Gothic";

/// The sides of A4, in twentieths of a point.
pub(super) const A4: (u32, u32) = (11_906, 16_838);
/// The room at each side of a page.
pub(super) const MARGIN: u32 = 720;

/// What docx-rs cannot write: that the heads of tables repeat on each page. Heads alone are rows without a height. No
/// text can hold this, since its angle brackets are escaped.
const HEAD_ROW: &[u8] = b"<w:trPr><w:cantSplit /></w:trPr>";
const REPEATED: &[u8] = b"<w:trPr><w:cantSplit /><w:tblHeader /></w:trPr>";
/// Paragraphs have numbers that go on from document to document, and nothing refers to them.
const NUMBERED: &[u8] = b"<w:p w14:paraId=\"";

/// An empty document on A4 with our styles. `is_landscape` is for the pages that are no section of their own.
pub(super) fn document(is_landscape: bool) -> Docx {
    let fonts = RunFonts::new()
        .ascii(FONT)
        .hi_ansi(FONT)
        .east_asia(FONT)
        .cs(FONT);
    let heading = |level: usize, size: usize, before: u32| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .outline_lvl(level - 1)
            .bold()
            .size(size)
            .line_spacing(LineSpacing::new().before(before).after(60))
    };
    let (width, height) = size(is_landscape);
    let document = Docx::new()
        .default_fonts(fonts)
        .default_size(20)
        .default_line_spacing(LineSpacing::new().before(0).after(60))
        .add_style(
            Style::new("Normal", StyleType::Paragraph)
                .name("Normal")
                .q_format(true),
        )
        .add_style(heading(1, 34, 0))
        .add_style(heading(2, 26, 240))
        .add_style(heading(3, 22, 160))
        .page_size(width, height)
        .page_margin(margins());
    if is_landscape {
        document.page_orient(docx_rs::PageOrientationType::Landscape)
    } else {
        document
    }
}

/// A4 as it lies.
pub(super) fn size(is_landscape: bool) -> (u32, u32) {
    let (width, height) = A4;
    if is_landscape {
        (height, width)
    } else {
        (width, height)
    }
}

/// What is left between the margins.
pub(super) fn room(is_landscape: bool) -> usize {
    let (width, _) = size(is_landscape);
    usize::try_from(width - 2 * MARGIN).unwrap_or(0)
}

pub(super) fn margins() -> PageMargin {
    let side = i32::try_from(MARGIN).unwrap_or(0);
    PageMargin {
        top: side,
        bottom: side,
        left: side,
        right: side,
        header: 360,
        footer: 360,
        gutter: 0,
    }
}

/// A heading of this level, from 1.
pub(super) fn heading(level: usize, text: &str) -> Paragraph {
    headed(level, lines(Run::new(), text))
}

/// The same in letters of this size, in half points.
pub(super) fn heading_of_size(level: usize, text: &str, size: usize) -> Paragraph {
    headed(level, lines(Run::new().size(size), text))
}

fn headed(level: usize, run: Run) -> Paragraph {
    let paragraph = Paragraph::new().style(&format!("Heading{level}"));
    paragraph.add_run(run).keep_next(true)
}

/// The text in a run, its line ends kept.
pub(super) fn lines(run: Run, text: &str) -> Run {
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default();
    lines.fold(run.add_text(first), |run, line| {
        run.add_break(BreakType::TextWrapping).add_text(line)
    })
}

/// A cell with one paragraph. Widths are in twentieths of a point.
pub(super) fn cell(width: usize, paragraph: Paragraph) -> TableCell {
    TableCell::new()
        .width(width, WidthType::Dxa)
        .vertical_align(VAlignType::Center)
        .add_paragraph(paragraph)
}

/// The head of a table. It stands on each page that the table reaches.
pub(super) fn head(widths: &[usize], names: &[String], size: usize) -> TableRow {
    let cells = widths.iter().zip(names).map(|(width, name)| {
        let name = Paragraph::new()
            .keep_next(true)
            .add_run(lines(Run::new().bold().size(size), name));
        cell(*width, name).shading(Shading::new().fill("EDEDED"))
    });
    TableRow::new(cells.collect()).cant_split()
}

/// A row that stays on one page, at least so high.
pub(super) fn row(cells: Vec<TableCell>, height: usize) -> TableRow {
    #[expect(clippy::cast_precision_loss, reason = "heights are small numbers")]
    let height = height as f32;
    TableRow::new(cells)
        .row_height(height)
        .height_rule(HeightRule::AtLeast)
        .cant_split()
}

/// A table whose columns are so wide, whatever is in them.
pub(super) fn table(widths: &[usize], rows: Vec<TableRow>) -> Table {
    Table::new(rows)
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

/// What stands small and at the right.
pub(super) fn aside(text: &str) -> Paragraph {
    Paragraph::new()
        .align(AlignmentType::Right)
        .add_run(Run::new().bold().size(18).add_text(text))
}

/// The document as the bytes of a file.
///
/// # Panics
/// Never: memory takes everything.
pub(super) fn packed(document: Docx) -> Vec<u8> {
    let mut parts = document.build();
    parts.document = replaced(&without_numbers(&parts.document), HEAD_ROW, REPEATED);
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = without_numbers(part);
    }
    parts.footnotes = without_numbers(&parts.footnotes);
    // It says who wrote it, where nobody was named.
    parts.doc_props.core = replaced(&parts.doc_props.core, b"unknown", b"");
    zipped(&parts).expect("memory takes everything")
}

/// The parts as docx-rs would pack them, but made smaller and with no time.
fn zipped(parts: &XMLDocx) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let whole = [
        ("[Content_Types].xml", &parts.content_type),
        ("_rels/.rels", &parts.rels),
        ("docProps/app.xml", &parts.doc_props.app),
        ("docProps/core.xml", &parts.doc_props.core),
        ("docProps/custom.xml", &parts.doc_props.custom),
        ("word/_rels/document.xml.rels", &parts.document_rels),
        ("word/document.xml", &parts.document),
        ("word/styles.xml", &parts.styles),
        ("word/settings.xml", &parts.settings),
        ("word/fontTable.xml", &parts.font_table),
        ("word/comments.xml", &parts.comments),
        ("word/numbering.xml", &parts.numberings),
        ("word/commentsExtended.xml", &parts.comments_extended),
        ("word/footnotes.xml", &parts.footnotes),
    ];
    for (name, bytes) in whole {
        file.start_file(name, options)?;
        file.write_all(bytes)?;
    }
    let repeated = [
        ("header", &parts.headers, &parts.header_rels),
        ("footer", &parts.footers, &parts.footer_rels),
    ];
    for (name, these, rels) in repeated {
        for (at, bytes) in (1..).zip(these) {
            file.start_file(format!("word/{name}{at}.xml"), options)?;
            file.write_all(bytes)?;
        }
        for (at, bytes) in (1..).zip(rels).take(these.len()) {
            file.start_file(format!("word/_rels/{name}{at}.xml.rels"), options)?;
            file.write_all(bytes)?;
        }
    }
    Ok(file.finish()?.into_inner())
}

/// Paragraphs without their numbers.
fn without_numbers(bytes: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(NUMBERED) {
            written.extend_from_slice(b"<w:p");
            at += NUMBERED.len();
            // To the end of the number and over its quote.
            while bytes.get(at).is_some_and(|byte| *byte != b'"') {
                at += 1;
            }
            at += 1;
        } else {
            written.push(bytes[at]);
            at += 1;
        }
    }
    written
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(from) {
            written.extend_from_slice(to);
            at += from.len();
        } else {
            written.push(bytes[at]);
            at += 1;
        }
    }
    written
}
