//! A workbook that came back, taken apart: what it was made of, by its hidden sheet, and its rows, wherever they stand now.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{At, Book, Cell, Sheet};
use super::layout::{Column, FORMAT, HIDDEN, KEYS, Row, Value, Word};
use super::{Finding, What, WorkbookFault};
use crate::questionnaire::case::Case;
use crate::questionnaire::id::{CaseId, FirmId, FormId, PackId, is_id};
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::merge::Kinship;
use crate::questionnaire::moment::{Day, Moment};

/// What a workbook was made of: by its hidden sheet, which nobody fills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// None where it was made of no check.
    pub case: Option<CaseId>,
    pub revision: u64,
    pub firm: Option<FirmId>,
    pub title: String,
    /// With their versions.
    pub packs: Vec<(PackId, String)>,
    pub forms: Vec<FormId>,
    /// The words that can be chosen in it.
    pub words: Vec<(Word, String)>,
    /// What stood in its cells.
    pub cells: BTreeMap<(Row, Column), Value>,
    /// Cells that hold no more than the beginning of what there is: nothing of them is read.
    pub cut: BTreeSet<(Row, Column)>,
}

/// A row as it stands in a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FilledRow {
    pub(super) sheet: String,
    pub(super) at: u32,
    /// Where its columns stand now.
    pub(super) columns: BTreeMap<Column, u32>,
    pub(super) cells: BTreeMap<Column, Cell>,
}

/// A workbook that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    pub origin: Origin,
    pub(super) rows: BTreeMap<Row, FilledRow>,
    pub(super) findings: Vec<Finding>,
    pub(super) is_from_1904: bool,
    pub(super) saved: Option<Moment>,
}

impl FilledRow {
    pub(super) fn place(&self, column: Column) -> At {
        At {
            sheet: self.sheet.clone(),
            row: self.at,
            column: self.columns.get(&column).copied().unwrap_or(0),
        }
    }
}

impl Filled {
    pub fn of(book: &Book) -> Result<Self, WorkbookFault> {
        let is_hidden = |sheet: &&Sheet| text_at(sheet, 0, 0) == Some(HIDDEN);
        let hidden = book.sheets.iter().find(is_hidden);
        let origin = Origin::of(hidden.ok_or(WorkbookFault::NotOurs)?)?;
        let mut filled = Self {
            origin,
            rows: BTreeMap::new(),
            findings: Vec::new(),
            is_from_1904: book.is_from_1904,
            saved: book.saved,
        };
        for sheet in book.sheets.iter().filter(|sheet| !is_hidden(sheet)) {
            filled.take(sheet);
        }
        // Each record is of a question: where only records are left, the sheet of answers is gone.
        let has = |is: fn(&Row) -> bool| filled.rows.keys().any(is);
        let answers_are_gone = has(|row| matches!(row, Row::Record(..)))
            && !has(|row| matches!(row, Row::Question(..) | Row::Point(..)));
        if filled.rows.is_empty() || answers_are_gone {
            return Err(WorkbookFault::NoRows);
        }
        Ok(filled)
    }

    /// The rows of a sheet that have names, and what is wrong with others.
    fn take(&mut self, sheet: &Sheet) {
        let mut cells = sheet.cells.iter();
        let keys = cells.find(|(_, cell)| matches!(cell, Cell::Text(text) if text.trim() == KEYS));
        let Some(((keys_row, names), _)) = keys else {
            return;
        };
        let mut columns = BTreeMap::new();
        for ((_, column), cell) in sheet.cells.range((*keys_row, 0)..=(*keys_row, u32::MAX)) {
            let code = match cell {
                Cell::Text(text) => Column::of_code(text.trim()),
                _ => None,
            };
            if let Some(code) = code {
                // Of two of one name the first: a copy stands behind.
                columns.entry(code).or_insert(*column);
            }
        }
        let rows: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
        let mut has_begun = false;
        for at in rows.into_iter().filter(|row| row != keys_row) {
            let name = text_at(sheet, at, *names);
            let cells = columns.iter().filter_map(|(column, place)| {
                let cell = sheet.cells.get(&(at, *place))?;
                Some((*column, cell.clone()))
            });
            let filled = FilledRow {
                sheet: sheet.name.clone(),
                at,
                columns: columns.clone(),
                cells: map_of(cells),
            };
            match name.map(Row::parse) {
                Some(Some(row)) => {
                    has_begun |= !matches!(row, Row::Firm | Row::FilledBy);
                    self.add(row, filled);
                }
                // A heading, with a name of its own.
                Some(None) if name.is_some_and(|name| name.starts_with("h/")) => {}
                // Above the questions stands what the workbook is.
                _ if !has_begun => {}
                _ => {
                    if let Some(column) = filled.cells.keys().next() {
                        self.findings.push(Finding {
                            at: Some(filled.place(*column)),
                            what: What::RowOfNothing,
                        });
                    }
                }
            }
        }
    }

    /// Of a row that stands there twice nothing is taken, unless both say the same.
    fn add(&mut self, row: Row, filled: FilledRow) {
        let Some(there) = self.rows.get_mut(&row) else {
            self.rows.insert(row, filled);
            return;
        };
        let is_same = there.cells == filled.cells && there.columns.keys().eq(filled.columns.keys());
        let mut at = filled.place(Column::Answer);
        at.column = filled.columns.values().min().copied().unwrap_or(0);
        self.findings.push(Finding {
            at: Some(at),
            what: What::RowTwice {
                first: there.at + 1,
                is_same,
            },
        });
        if !is_same {
            // What was there before stays, as of a row that is gone.
            there.columns.clear();
            there.cells.clear();
        }
    }
}

impl Origin {
    /// Whether the check here is the one that it was made of.
    #[must_use]
    pub fn kinship(&self, ours: &Case) -> Kinship {
        let firm = ours.firm_id();
        match (&self.firm, &firm) {
            (Some(theirs), Some(ours)) if theirs != ours => Kinship::Strangers,
            _ if self.case.as_ref() == Some(&ours.id) => Kinship::SameCheck,
            (Some(_), Some(_)) => Kinship::SameFirm,
            _ => Kinship::Strangers,
        }
    }

    fn of(sheet: &Sheet) -> Result<Self, WorkbookFault> {
        let format = match sheet.cells.get(&(0, 1)) {
            Some(Cell::Text(text)) => text.trim().to_owned(),
            Some(Cell::Number(number)) => number.to_string(),
            _ => return Err(WorkbookFault::Damaged),
        };
        let number: u32 = format.parse().map_err(|_| WorkbookFault::Damaged)?;
        if number > FORMAT {
            return Err(WorkbookFault::Newer { format });
        }
        let mut origin = Self::default();
        let rows: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
        for at in rows.into_iter().skip(1) {
            let cell = |column| text_at(sheet, at, column).unwrap_or_default();
            // Not an error: what this version does not know says nothing.
            let _ = origin.line(cell(0), cell(1), cell(2), sheet.cells.get(&(at, 3)));
        }
        if origin.packs.is_empty() || origin.words.is_empty() {
            return Err(WorkbookFault::Damaged);
        }
        Ok(origin)
    }

    /// None where it says nothing that can be read.
    fn line(&mut self, kind: &str, one: &str, two: &str, value: Option<&Cell>) -> Option<()> {
        match kind {
            "case" => self.case = Some(is_id(one).then(|| CaseId::new(one))?),
            "revision" => self.revision = one.parse().ok()?,
            "firm" => self.firm = Some(is_id(one).then(|| FirmId::new(one))?),
            "title" => one.clone_into(&mut self.title),
            "form" => self.forms.push(is_id(one).then(|| FormId::new(one))?),
            "pack" => {
                let pack = is_id(one).then(|| PackId::new(one))?;
                self.packs.push((pack, two.to_owned()));
            }
            "word" => self.words.push((Word::of_code(one)?, two.to_owned())),
            "cut" => {
                self.cut.insert((Row::parse(one)?, Column::of_code(two)?));
            }
            "word-cell" | "text-cell" | "day-cell" => {
                let place = (Row::parse(one)?, Column::of_code(two)?);
                let value = match (kind, value?) {
                    ("word-cell", Cell::Text(code)) => Value::Word(Word::of_code(code.trim())?),
                    ("day-cell", Cell::Text(day)) => Value::Day(Day::parse(day.trim())?),
                    ("day-cell", Cell::Day(day)) => Value::Day(*day),
                    ("text-cell", cell) => Value::Text(super::value::words_of(cell)),
                    _ => return None,
                };
                self.cells.insert(place, value);
            }
            _ => {}
        }
        Some(())
    }
}

/// The text of a cell; none where it is empty or no text.
fn text_at(sheet: &Sheet, row: u32, column: u32) -> Option<&str> {
    match sheet.cells.get(&(row, column)) {
        Some(Cell::Text(text)) => Some(text.trim()),
        _ => None,
    }
}
