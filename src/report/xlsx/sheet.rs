//! One sheet as it is put together: tables with frozen headings, sentences, and how it prints.
//! Every text becomes a text cell; none is ever written as a formula.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, ExcelDateTime, Worksheet, XlsxError,
};

use super::look::Look;
use crate::questionnaire::moment::Day;
use crate::report::row::starts_a_formula;
use crate::text::catalog::Catalog;
use crate::text::width::{WidthMode, cells};
use crate::text::{Message, Text};

/// A row or column from 0, as Excel counts them.
pub(in crate::report) type Row = u32;
pub(in crate::report) type Column = u16;

/// The most UTF-16 units that a cell takes, with room for saying that it was cut.
const LONGEST_CELL: usize = 32_600;
/// The most characters in the choices of a drop-down, and in a foot.
pub(super) const LONGEST_LIST: usize = 255;
/// A4, by Excel's number.
pub(in crate::report) const A4: u8 = 9;
/// The height of a line of 10 points, in points.
const LINE_HEIGHT: f64 = 17.0;
/// The highest row that Excel knows, in points.
pub(super) const HIGHEST_ROW: f64 = 409.0;
/// The row of a table's names; above it stands what the table is.
const NAMES: Row = 3;

/// What stands in a cell.
pub(in crate::report) enum Cell {
    Text(String),
    Number(usize),
    Day(Day),
    Empty,
}

/// A column of a table: the id of its name in the locales, its width in characters, and what can be chosen in it.
pub(in crate::report) struct Field {
    pub(super) name: &'static str,
    pub(super) width: f64,
    pub(super) choices: &'static [&'static str],
}

impl Field {
    pub(in crate::report) const fn new(name: &'static str, width: f64) -> Self {
        Self {
            name,
            width,
            choices: &[],
        }
    }

    pub(super) const fn one_of(mut self, choices: &'static [&'static str]) -> Self {
        self.choices = choices;
        self
    }
}

pub(in crate::report) struct Sheet<'a> {
    pub(in crate::report) page: Worksheet,
    pub(super) catalog: &'a Catalog,
    pub(super) look: &'a Look,
}

impl<'a> Sheet<'a> {
    pub(in crate::report) fn new(
        name: &str,
        catalog: &'a Catalog,
        look: &'a Look,
    ) -> Result<Self, XlsxError> {
        let mut page = Worksheet::new();
        page.set_name(name)?;
        page.set_paper_size(A4);
        page.set_print_fit_to_pages(1, 0);
        page.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        let foot = catalog.message(&Message::new("export-foot"));
        // In a foot & begins a command.
        let foot = format!("&L{}&R&P / &N", foot.replace('&', "&&"));
        if foot.chars().count() <= LONGEST_LIST {
            page.set_footer(foot);
        }
        Ok(Self {
            page,
            catalog,
            look,
        })
    }

    pub(super) fn say<'t>(&self, text: impl Into<Text<'t>>) -> String {
        self.catalog.text(&text.into()).into_owned()
    }

    pub(super) fn cell<'t>(&self, text: impl Into<Text<'t>>) -> Cell {
        Cell::Text(self.say(text))
    }

    /// The text as far as a cell takes it.
    pub(super) fn fitting(&self, text: &str) -> String {
        fitting(text, |cut| {
            self.catalog
                .message(&Message::new("export-cut").with("text", cut))
        })
    }

    pub(super) fn put(&mut self, row: Row, column: Column, cell: &Cell) -> Result<(), XlsxError> {
        let look = self.look;
        let sheet = &mut self.page;
        match cell {
            Cell::Empty => sheet.write_blank(row, column, &look.text)?,
            Cell::Number(number) => {
                let number = u32::try_from(*number).unwrap_or(u32::MAX);
                sheet.write_number_with_format(row, column, number, &look.number)?
            }
            Cell::Day(day) => match date(*day) {
                Some(date) => sheet.write_datetime_with_format(row, column, &date, &look.date)?,
                None => sheet.write_string_with_format(row, column, day.to_string(), &look.text)?,
            },
            Cell::Text(text) if text.is_empty() => sheet.write_blank(row, column, &look.text)?,
            Cell::Text(text) => {
                // Written as text it is text; edited by hand it would become a formula, but for a quote before it.
                let format = if starts_a_formula(text) {
                    &look.quoted
                } else {
                    &look.text
                };
                let text = self.fitting(text);
                self.page
                    .write_string_with_format(row, column, text, format)?
            }
        };
        Ok(())
    }

    /// A table that fills the sheet: above it its name and a sentence about it, its names frozen, a filter,
    /// drop-downs, ready to print.
    pub(in crate::report) fn table(
        &mut self,
        about: &Message<'_>,
        fields: &[Field],
        rows: &[Vec<Cell>],
    ) -> Result<(), XlsxError> {
        let last_column = column(fields.len().saturating_sub(1));
        let last_row = NAMES + row(rows.len());
        let look = self.look;
        let foot = Message::new("export-foot");
        let above = [
            (self.page.name(), &look.heading),
            (self.catalog.message(about), &look.line),
            (self.catalog.message(&foot), &look.line),
        ];
        let whole: f64 = fields.iter().map(|field| field.width).sum();
        for (at, (said, format)) in (0..).zip(above) {
            let said = self.fitting(&said);
            let lines = lines_of(&said, whole);
            if lines > 1.0 && last_column > 0 {
                // What runs on beyond the last column is not printed.
                let format = &look.sentence;
                self.page
                    .merge_range(at, 0, at, last_column, &said, format)?;
                self.page.set_row_height(at, points(lines))?;
            } else {
                // It runs on over the cells to the right, which are empty.
                self.page.write_string_with_format(at, 0, said, format)?;
            }
        }
        let mut height: f64 = 1.0;
        for (at, field) in (0..).zip(fields) {
            let name = self.say(Message::new(field.name));
            let name = self.fitting(&name);
            // Bold, and a button of the filter beside it.
            height = height.max(lines_of(&name, field.width - 3.0));
            self.page.set_column_width(at, field.width)?;
            self.page
                .write_string_with_format(NAMES, at, name, &look.names)?;
            if !rows.is_empty() {
                self.choices(field, NAMES + 1, last_row, at)?;
            }
        }
        self.page.set_row_height(NAMES, points(height))?;
        for (at, cells) in (NAMES + 1..).zip(rows) {
            let mut height: f64 = 1.0;
            for ((column, cell), field) in (0..).zip(cells).zip(fields) {
                self.put(at, column, cell)?;
                if let Cell::Text(text) = cell {
                    height = height.max(lines_of(text, field.width));
                }
            }
            // Excel would find it by itself; other programs show one line only.
            self.page.set_row_height(at, points(height))?;
        }
        self.page.autofilter(NAMES, 0, last_row, last_column)?;
        self.page.set_freeze_panes(NAMES + 1, 0)?;
        self.page.set_repeat_rows(0, NAMES)?;
        self.page.set_print_area(0, 0, last_row, last_column)?;
        self.page.set_landscape();
        Ok(())
    }

    fn choices(&mut self, field: &Field, from: Row, to: Row, at: Column) -> Result<(), XlsxError> {
        if field.choices.is_empty() {
            return Ok(());
        }
        let choices: Vec<String> = field
            .choices
            .iter()
            .map(|choice| self.say(Message::new(choice)))
            .collect();
        // A comma would make two choices of one. Without the list the cell is still there to be written in.
        let length: usize = choices
            .iter()
            .map(|choice| choice.chars().count() + 1)
            .sum();
        if length <= LONGEST_LIST && !choices.iter().any(|choice| choice.contains([',', '"'])) {
            let list = DataValidation::new().allow_list_strings(&choices)?;
            self.page.add_data_validation(from, at, to, at, &list)?;
        }
        Ok(())
    }

    /// Dims the rows of a table in which `column` says `choice`.
    pub(super) fn dim(
        &mut self,
        rows: usize,
        columns: usize,
        at: usize,
        choice: &'static str,
    ) -> Result<(), XlsxError> {
        const FIRST: Row = NAMES + 1;
        let said = self.say(Message::new(choice));
        if rows == 0 || said.contains('"') {
            return Ok(());
        }
        let letter = char::from(b'A' + u8::try_from(at).unwrap_or(0).min(25));
        let formula = format!("=${letter}{}=\"{said}\"", FIRST + 1);
        let dim = ConditionalFormatFormula::new()
            .set_rule(formula.as_str())
            .set_format(&self.look.done);
        let last_row = FIRST + row(rows) - 1;
        let last_column = column(columns.saturating_sub(1));
        self.page
            .add_conditional_format(FIRST, 0, last_row, last_column, &dim)?;
        Ok(())
    }

    /// A sentence across the first columns, as high as it needs to be: Excel does not do that for merged cells.
    pub(super) fn sentence(
        &mut self,
        at: Row,
        columns: &[f64],
        text: &str,
        format: &rust_xlsxwriter::Format,
        size: f64,
    ) -> Result<(), XlsxError> {
        let text = self.fitting(text);
        let last = column(columns.len().saturating_sub(1));
        if last == 0 {
            self.page.write_string_with_format(at, 0, &text, format)?;
        } else {
            self.page.merge_range(at, 0, at, last, &text, format)?;
        }
        let width: f64 = columns.iter().sum::<f64>() * 10.0 / size;
        let height = points(lines_of(&text, width)) * size / 10.0;
        self.page.set_row_height(at, height.min(HIGHEST_ROW))?;
        Ok(())
    }
}

/// The text as far as a cell takes it; `cut` says that it was cut.
pub(in crate::report) fn fitting(text: &str, cut: impl FnOnce(&str) -> String) -> String {
    let mut left = LONGEST_CELL;
    let end = text.char_indices().find(|(_, c)| {
        let units = c.len_utf16();
        let fits = units <= left;
        left = left.saturating_sub(units);
        !fits
    });
    end.map_or_else(|| text.to_owned(), |(end, _)| cut(&text[..end]))
}

/// How many lines a text takes at a width in characters. A column has a little more room than that.
pub(in crate::report) fn lines_of(text: &str, width: f64) -> f64 {
    let lines = text.lines().map(|line| {
        let cells = u32::try_from(cells(line, WidthMode::Wide)).unwrap_or(u32::MAX);
        (f64::from(cells) / width.max(1.0)).ceil().max(1.0)
    });
    lines.sum::<f64>().max(1.0)
}

pub(in crate::report) fn points(lines: f64) -> f64 {
    (lines * LINE_HEIGHT + 3.0).min(HIGHEST_ROW)
}

pub(super) fn row(count: usize) -> Row {
    Row::try_from(count).unwrap_or(Row::MAX)
}

pub(in crate::report) fn column(count: usize) -> Column {
    Column::try_from(count).unwrap_or(Column::MAX)
}

/// Years before 1900 have no date in Excel.
pub(super) fn date(day: Day) -> Option<ExcelDateTime> {
    let (year, month, day) = day.parts();
    let year = u16::try_from(year).ok().filter(|year| *year > 1900)?;
    let part = |part: u32| u8::try_from(part).ok();
    ExcelDateTime::from_ymd(year, part(month)?, part(day)?).ok()
}
