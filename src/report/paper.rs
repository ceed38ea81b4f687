//! Papers to print and sign: sheets and words to what each format writes. Reads and writes nothing, and knows nothing
//! of a case but what stands on its sheets.

use crate::questionnaire::pack::Source;
use crate::questionnaire::paper::{Orientation, PaperFormat, Shape};
use crate::questionnaire::sheet::{NamedForm, Said, Sheet, SheetPart};
use crate::report::html::words::Words;
use crate::report::row::owner;
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::names::reach_name;

mod docx;
mod html;
mod xlsx;

/// The sheets as the bytes of one file.
#[must_use]
pub fn bytes(sheets: &[Sheet<'_>], catalog: &Catalog, format: PaperFormat) -> Vec<u8> {
    let words = Words::new(catalog);
    let printed: Vec<Printed> = sheets.iter().map(|sheet| printed(sheet, words)).collect();
    match format {
        PaperFormat::Html => html::html(&printed, words).into_bytes(),
        PaperFormat::Docx => docx::docx(&printed, words),
        PaperFormat::Xlsx => xlsx::xlsx(&printed, words),
    }
}

/// A page in the words of one language.
struct Printed {
    title: String,
    shape: Shape,
    is_landscape: bool,
    reach: String,
    lead: Option<String>,
    parts: Vec<PrintedPart>,
    caution: Option<String>,
    /// What it is, on every page and outside what is cut out.
    foot: String,
}

enum PrintedPart {
    Heading(String),
    Text(String),
    Fields(Vec<(String, String)>),
    Lines {
        is_numbered: bool,
        lines: Vec<String>,
    },
    Table {
        columns: Vec<PrintedColumn>,
        rows: Vec<Vec<PrintedCell>>,
    },
    Signatures(Vec<String>),
}

struct PrintedColumn {
    label: String,
    width: u8,
    is_tick: bool,
}

impl PrintedColumn {
    /// The widths of columns, each as its part of `whole`, which they make up exactly.
    fn widths(columns: &[Self], whole: usize) -> Vec<usize> {
        let shares = || columns.iter().map(|column| usize::from(column.width));
        let all = shares().sum::<usize>().max(1);
        let mut widths: Vec<usize> = shares().map(|share| whole * share / all).collect();
        let rest = whole - widths.iter().sum::<usize>();
        if let Some(last) = widths.last_mut() {
            *last += rest;
        }
        widths
    }
}

enum PrintedCell {
    Tick,
    /// Empty where it is to be written.
    Text(String),
}

fn printed(sheet: &Sheet<'_>, words: Words<'_>) -> Printed {
    let foot = match sheet.source {
        Source::BuiltIn => "paper-foot",
        Source::InPlace | Source::Added => "paper-foot-not-ours",
    };
    Printed {
        title: words.pack(sheet.title),
        shape: sheet.shape,
        is_landscape: sheet.orientation == Orientation::Landscape,
        reach: words.tell(&reach_name(sheet.reach)),
        lead: sheet.lead.map(|lead| words.pack(lead)),
        parts: sheet
            .parts
            .iter()
            .map(|part| printed_part(part, words))
            .collect(),
        caution: sheet.caution.map(|caution| words.pack(caution)),
        foot: words.say(foot),
    }
}

fn printed_part(part: &SheetPart<'_>, words: Words<'_>) -> PrintedPart {
    match part {
        SheetPart::Heading(text) => PrintedPart::Heading(words.pack(text)),
        SheetPart::Text(text) => PrintedPart::Text(words.pack(text)),
        SheetPart::Fields(fields) => {
            let fields = fields.iter();
            let field = fields.map(|field| (words.pack(field.label), said(&field.value, words)));
            PrintedPart::Fields(field.collect())
        }
        SheetPart::Lines { is_numbered, lines } => PrintedPart::Lines {
            is_numbered: *is_numbered,
            lines: lines.iter().map(|line| words.pack(line)).collect(),
        },
        SheetPart::Table { columns, rows } => PrintedPart::Table {
            columns: columns
                .iter()
                .map(|column| PrintedColumn {
                    label: words.pack(&column.label),
                    width: column.width,
                    is_tick: column.is_tick,
                })
                .collect(),
            rows: rows
                .iter()
                .map(|cells| cells.iter().map(|cell| printed_cell(cell, words)).collect())
                .collect(),
        },
        SheetPart::Signatures(who) => {
            PrintedPart::Signatures(who.iter().map(|who| words.pack(who)).collect())
        }
    }
}

fn printed_cell(cell: &Said<'_>, words: Words<'_>) -> PrintedCell {
    match cell {
        Said::Tick => PrintedCell::Tick,
        other => PrintedCell::Text(said(other, words)),
    }
}

fn said(said: &Said<'_>, words: Words<'_>) -> String {
    match said {
        Said::Blank | Said::Tick => String::new(),
        Said::Pack(text) => words.pack(text),
        Said::Own(text) => words.own(text),
        Said::Number(number) => number.to_string(),
        Said::Day(day) => words.tell(&day_with_year(*day)),
        Said::OwnerOf(entry) => words.tell(&owner(entry)),
        Said::Forms(forms) => {
            let names = forms.iter().map(|form| match form {
                NamedForm::Pack(title) => words.pack(title),
                NamedForm::Id(id) => words.own(id.as_str()),
            });
            names.collect::<Vec<_>>().join(&words.say("html-and"))
        }
    }
}

/// A stretch of a text: words, or so many low lines, which are a place to write.
#[derive(Debug, PartialEq)]
enum Piece<'a> {
    Words(&'a str),
    Room(usize),
}

/// How many low lines make a place to write.
const ROOM: usize = 4;

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(start) = text[at..].find('_').map(|start| at + start) {
        let length = text[start..]
            .bytes()
            .take_while(|byte| *byte == b'_')
            .count();
        at = start + length;
        if length >= ROOM {
            if from < start {
                found.push(Piece::Words(&text[from..start]));
            }
            found.push(Piece::Room(length));
            from = at;
        }
    }
    if from < text.len() {
        found.push(Piece::Words(&text[from..]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_low_lines_are_a_place_to_write_and_fewer_are_words() {
        assert_eq!(pieces("a_b"), [Piece::Words("a_b")]);
        let found = pieces("1 ____。x______");
        let expected = [
            Piece::Words("1 "),
            Piece::Room(4),
            Piece::Words("。x"),
            Piece::Room(6),
        ];
        assert_eq!(found, expected);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn columns_take_up_the_whole_width() {
        let columns = [3, 3, 1].map(|width| PrintedColumn {
            label: String::new(),
            width,
            is_tick: false,
        });
        assert_eq!(PrintedColumn::widths(&columns, 100), [42, 42, 16]);
        assert_eq!(PrintedColumn::widths(&[], 100), [0; 0]);
    }
}
