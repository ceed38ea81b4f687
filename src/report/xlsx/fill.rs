//! The workbook to fill (こたえ): every question with its points as drop-downs, the records on a sheet of their own, and a
//! hidden sheet that says of what it was made. What it holds is what can be seen in it. Reads no clock.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};

use super::look::Look;
use super::sheet::{self, HIGHEST_ROW, Sheet, date, lines_of, points};
use super::{Names, new_workbook};
use crate::questionnaire::item::Item;
use crate::questionnaire::pack::Point;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::workbook::{Column, KEYS, LONGEST, Row, Value, Word, shown};
use crate::report::Report;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::workbook::word_name;
use colours::Colours;

mod colours;
mod hidden;

/// Whether the workbook is made of a check, or is the empty questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeOf {
    Check,
    Nothing,
}

type Cells = BTreeMap<(Row, Column), Value>;

/// Its columns: what is read of it by its name, and how wide it is in characters. The first is hidden.
const ANSWERS: [(Option<Column>, f64); 9] = [
    (None, 8.0),
    (None, 5.0),
    (None, 50.0),
    (Some(Column::Answer), 15.0),
    (Some(Column::Reason), 18.0),
    (Some(Column::Note), 30.0),
    (Some(Column::Who), 12.0),
    (Some(Column::By), 12.0),
    (Some(Column::Done), 12.0),
];
const RECORDS: [(Option<Column>, f64); 7] = [
    (None, 8.0),
    (None, 5.0),
    (None, 40.0),
    (None, 50.0),
    (Some(Column::Answer), 12.0),
    (Some(Column::Place), 30.0),
    (Some(Column::On), 12.0),
];
/// Number, question, and the first column to fill.
const NUMBER: u16 = 1;
const QUESTION: u16 = 2;
/// The row of the columns' names in the file, which is hidden.
const NAMES: u32 = 0;

/// The workbook as the bytes of a file.
///
/// # Panics
/// Never: what Excel would refuse is cut or left out before.
#[must_use]
pub fn to_fill(report: &Report<'_>, catalog: &Catalog, made_of: MadeOf) -> Vec<u8> {
    workbook(report, catalog, made_of)
        .and_then(|mut workbook| workbook.save_to_buffer())
        .expect("nothing in it that Excel would refuse")
}

fn workbook(
    report: &Report<'_>,
    catalog: &Catalog,
    made_of: MadeOf,
) -> Result<Workbook, XlsxError> {
    let look = Look::new();
    let colours = Colours::new();
    let mut names = Names::default();
    let title = catalog.message(&Message::new("fill-title"));
    let mut workbook = new_workbook(&title, Some(report.case.updated));
    let mut cells = Cells::new();
    for result in &report.results {
        cells.extend(shown(report.case, result.pack, &report.case.forms));
    }
    let said = |id| catalog.message(&Message::new(id));
    let mut page = |id: &'static str, columns: &'static [(Option<Column>, f64)]| {
        let sheet = Sheet::new(&names.next(&said(id)), catalog, &look)?;
        Page::new(sheet, columns, &cells, &colours)
    };
    let mut answers = page("fill-sheet-answers", &ANSWERS)?;
    answers.answers(report, made_of)?;
    workbook.push_worksheet(answers.sheet.page);
    let mut records = page("fill-sheet-records", &RECORDS)?;
    records.records(report)?;
    workbook.push_worksheet(records.sheet.page);
    let hidden = hidden::sheet(report, catalog, made_of, &cells)?;
    workbook.push_worksheet(hidden);
    Ok(workbook)
}

/// Everything but the cells to fill is protected, without a password: rows can be made higher, columns wider.
fn protect(page: &mut Worksheet) {
    let mut may = ProtectionOptions::new();
    may.format_rows = true;
    may.format_columns = true;
    page.protect_with_options(&may);
}

/// Whether there is more of it than a cell to fill takes: then its beginning can be read there, and not changed.
fn is_cut(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.chars().count() > LONGEST)
}

struct Page<'a> {
    sheet: Sheet<'a>,
    columns: &'static [(Option<Column>, f64)],
    cells: &'a Cells,
    colours: &'a Colours,
    at: u32,
}

impl<'a> Page<'a> {
    fn new(
        mut sheet: Sheet<'a>,
        columns: &'static [(Option<Column>, f64)],
        cells: &'a Cells,
        colours: &'a Colours,
    ) -> Result<Self, XlsxError> {
        let page = &mut sheet.page;
        page.write_string(NAMES, 0, KEYS)?;
        for (at, (column, width)) in (0..).zip(columns) {
            page.set_column_width(at, *width)?;
            if let Some(column) = column {
                page.write_string(NAMES, at, column.code())?;
            }
        }
        page.set_column_hidden(0)?;
        page.set_row_hidden(NAMES)?;
        page.set_landscape();
        protect(page);
        Ok(Self {
            sheet,
            columns,
            cells,
            colours,
            at: NAMES + 1,
        })
    }

    fn last(&self) -> u16 {
        sheet::column(self.columns.len().saturating_sub(1))
    }

    /// A sentence across the sheet, as high as it needs to be.
    fn sentence(&mut self, message: Message<'_>, format: &Format) -> Result<(), XlsxError> {
        let said = self.sheet.say(message);
        let said = self.sheet.fitting(&said);
        let last = self.last();
        let widths = self.columns.iter().skip(1).map(|(_, width)| width);
        let width: f64 = widths.sum();
        let page = &mut self.sheet.page;
        page.merge_range(self.at, NUMBER, self.at, last, &said, format)?;
        page.set_row_height(self.at, points(lines_of(&said, width)).min(HIGHEST_ROW))?;
        self.at += 1;
        Ok(())
    }

    /// What stands first on each sheet: that it is confidential, then the notice.
    fn head(&mut self, report: &Report<'_>, title: Message<'_>) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        let mut notices = report.notices();
        let last = notices.pop();
        if let Some(confidential) = last {
            self.sentence(confidential, &look.strong)?;
        }
        // What is in it is said below, for this workbook.
        for notice in notices.into_iter().filter(|it| it.id != "notice-hand") {
            self.sentence(notice, &look.sentence)?;
        }
        self.at += 1;
        self.sentence(title, &look.title)?;
        Ok(())
    }

    fn answers(&mut self, report: &Report<'_>, made_of: MadeOf) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        let title = match made_of {
            MadeOf::Check => Message::new("fill-title-of").with("title", report.title()),
            MadeOf::Nothing => Message::new("fill-title"),
        };
        self.head(report, title)?;
        if made_of == MadeOf::Check {
            self.sentence(Message::new("fill-has-notes"), &look.sentence)?;
        }
        for id in ["fill-how-cells", "fill-how-points", "fill-how-back"] {
            self.sentence(Message::new(id), &look.sentence)?;
        }
        self.at += 1;
        self.about(Row::Firm, "profile-firm")?;
        self.about(Row::FilledBy, "fill-filled-by")?;
        self.at += 1;
        let names = [
            (NUMBER, "column-number"),
            (QUESTION, "fill-column-question"),
        ];
        self.names(&names)?;
        self.sheet.page.set_repeat_rows(self.at - 1, self.at - 1)?;
        let several = report.results.len() > 1;
        for result in &report.results {
            if several {
                self.at += 1;
                let title = Message::new("fill-walk").with("title", &result.pack.title);
                self.sentence(title, &look.heading)?;
            }
            self.walk(result)?;
        }
        self.end()
    }

    fn end(&mut self) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        self.at += 1;
        self.sentence(Message::new("fill-end"), &look.sentence)?;
        let last = self.last();
        self.sheet
            .page
            .set_print_area(1, NUMBER, self.at - 1, last)?;
        Ok(())
    }

    /// The names of the columns. Those that are filled have theirs by what they are.
    fn names(&mut self, others: &[(u16, &'static str)]) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        let format = &look.names;
        // A heading, also where somebody has sorted the rows.
        self.sheet.page.write_string(self.at, 0, "h/columns")?;
        let mut height: f64 = 1.0;
        for (at, (column, width)) in (0..).zip(self.columns).skip(1) {
            let other = others.iter().find(|(place, _)| *place == at);
            let id = match (other, column) {
                (Some((_, id)), _) => id,
                (None, Some(column)) => column_name(*column),
                (None, None) => continue,
            };
            let said = self.sheet.say(Message::new(id));
            height = height.max(lines_of(&said, *width));
            self.sheet
                .page
                .write_string_with_format(self.at, at, said, format)?;
        }
        self.sheet.page.set_row_height(self.at, points(height))?;
        self.at += 1;
        Ok(())
    }

    /// A line about the firm: what is asked, and beside it where to write.
    fn about(&mut self, row: Row, id: &'static str) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        let said = self.sheet.say(Message::new(id));
        self.name(&row)?;
        let (text, format) = match self.cells.get(&(row, Column::Answer)) {
            Some(value) if is_cut(value) => (self.beginning(value), &self.colours.closed),
            Some(value) => (value.code(), &self.colours.text),
            None => (String::new(), &self.colours.text),
        };
        let page = &mut self.sheet.page;
        page.merge_range(self.at, NUMBER, self.at, QUESTION, &said, &look.names)?;
        let first = QUESTION + 1;
        page.merge_range(self.at, first, self.at, first + 2, &text, format)?;
        self.at += 1;
        Ok(())
    }

    /// By what the row is known, in the hidden column.
    fn name(&mut self, row: &Row) -> Result<(), XlsxError> {
        self.sheet.page.write_string(self.at, 0, row.to_string())?;
        Ok(())
    }

    fn walk(&mut self, result: &WalkResult<'_>) -> Result<(), XlsxError> {
        for (section, _) in result.sections() {
            let page = &mut self.sheet.page;
            page.write_string(self.at, 0, format!("h/{}", section.id))?;
            let title = self.sheet.say(&section.title);
            let last = self.last();
            let format = &self.colours.part;
            self.sheet
                .page
                .merge_range(self.at, NUMBER, self.at, last, &title, format)?;
            self.at += 1;
            for (place, item) in result.items_in(section) {
                self.question(result, place + 1, item)?;
            }
        }
        Ok(())
    }

    fn question(
        &mut self,
        result: &WalkResult<'_>,
        number: usize,
        item: &Item<'_>,
    ) -> Result<(), XlsxError> {
        let row = Row::Question(result.pack.id.clone(), item.question.id.clone());
        let may_not_apply = &item.question.may_not_apply;
        self.name(&row)?;
        let said = self.sheet.say(&item.question.text);
        let colours = self.colours;
        let page = &mut self.sheet.page;
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        page.write_number_with_format(self.at, NUMBER, number, &colours.number)?;
        page.write_string_with_format(self.at, QUESTION, &said, &colours.question)?;
        self.height(&[(QUESTION, &said)], &row)?;
        let mut words = vec![Word::Met, Word::Partly, Word::NotMet, Word::Unknown];
        if !may_not_apply.is_empty() {
            words.push(Word::NotApplicable);
        }
        self.fill(&row)?;
        self.choices(Column::Answer, &words)?;
        if may_not_apply.is_empty() {
            self.close(Column::Reason)?;
        } else {
            let reasons = may_not_apply.iter().map(|reason| self.sheet.say(reason));
            let reasons: Vec<String> = reasons.collect();
            self.offer(&reasons)?;
        }
        self.at += 1;
        for point in item.asked.points() {
            self.point(result, item, point)?;
        }
        Ok(())
    }

    fn point(
        &mut self,
        result: &WalkResult<'_>,
        item: &Item<'_>,
        point: &Point,
    ) -> Result<(), XlsxError> {
        let row = Row::Point(
            result.pack.id.clone(),
            item.question.id.clone(),
            point.id.clone(),
        );
        self.name(&row)?;
        let mut said = self.sheet.say(&point.text);
        let mut words = vec![Word::Yes, Word::No];
        if let Some(none) = &point.none {
            let none = Message::new("fill-point-none").with("none", none);
            said = format!("{said}\n{}", self.sheet.say(none));
            words.push(Word::NotHere);
        }
        let colours = self.colours;
        let page = &mut self.sheet.page;
        page.write_blank(self.at, NUMBER, &colours.closed)?;
        page.write_string_with_format(self.at, QUESTION, &said, &colours.point)?;
        self.height(&[(QUESTION, &said)], &row)?;
        self.fill(&row)?;
        self.choices(Column::Answer, &words)?;
        for column in Column::ALL {
            if column != Column::Answer {
                self.close(column)?;
            }
        }
        self.at += 1;
        Ok(())
    }

    fn records(&mut self, report: &Report<'_>) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        self.head(report, Message::new("fill-records-title"))?;
        self.sentence(Message::new("fill-how-records"), &look.sentence)?;
        self.at += 1;
        let names = [
            (NUMBER, "column-number"),
            (QUESTION, "column-record"),
            (QUESTION + 1, "column-measure"),
            (QUESTION + 2, "column-record-there"),
        ];
        self.names(&names)?;
        self.sheet.page.set_repeat_rows(self.at - 1, self.at - 1)?;
        for result in &report.results {
            for (number, item) in (1_u32..).zip(&result.items) {
                let page = &mut self.sheet.page;
                page.write_string(self.at, 0, format!("h/{}", item.question.id))?;
                let label = self.sheet.say(&item.question.label);
                let last = self.last();
                let part = &self.colours.part;
                let page = &mut self.sheet.page;
                page.write_number_with_format(self.at, NUMBER, number, &self.colours.part_number)?;
                page.merge_range(self.at, QUESTION, self.at, last, &label, part)?;
                self.at += 1;
                for measure in item.asked.measures() {
                    let row = Row::Record(
                        result.pack.id.clone(),
                        item.question.id.clone(),
                        measure.id.clone(),
                    );
                    self.name(&row)?;
                    let record = self.sheet.say(&measure.record);
                    let what = self.sheet.say(&measure.text);
                    let page = &mut self.sheet.page;
                    page.write_blank(self.at, NUMBER, &self.colours.closed)?;
                    page.write_string_with_format(self.at, QUESTION, &record, &look.text)?;
                    page.write_string_with_format(self.at, QUESTION + 1, &what, &look.text)?;
                    self.height(&[(QUESTION, &record), (QUESTION + 1, &what)], &row)?;
                    self.fill(&row)?;
                    self.choices(Column::Answer, &[Word::There, Word::NotThere])?;
                    self.at += 1;
                }
            }
        }
        self.end()
    }

    /// Where a column stands on this sheet.
    fn place(&self, column: Column) -> Option<u16> {
        let mut columns = self.columns.iter();
        let at = columns.position(|(known, _)| *known == Some(column))?;
        u16::try_from(at).ok()
    }

    /// The cells to fill of a row, with what is in them already.
    fn fill(&mut self, row: &Row) -> Result<(), XlsxError> {
        let colours = self.colours;
        for (at, (column, _)) in (0..).zip(self.columns) {
            let Some(column) = column else { continue };
            let format = match column {
                Column::By | Column::Done | Column::On => &colours.day,
                Column::Answer => &colours.choice,
                _ => &colours.text,
            };
            let value = self.cells.get(&(row.clone(), *column));
            let page = &mut self.sheet.page;
            match value {
                None => page.write_blank(self.at, at, format)?,
                Some(Value::Word(word)) => {
                    let said = self.sheet.catalog.message(&word_name(*word));
                    page.write_string_with_format(self.at, at, said, format)?
                }
                Some(Value::Day(day)) => match date(*day) {
                    Some(day) => page.write_datetime_with_format(self.at, at, &day, format)?,
                    None => page.write_string_with_format(self.at, at, day.to_string(), format)?,
                },
                Some(value) if is_cut(value) => {
                    let said = self.beginning(value);
                    let page = &mut self.sheet.page;
                    page.write_string_with_format(self.at, at, said, &colours.closed)?
                }
                Some(value) => page.write_string_with_format(self.at, at, value.code(), format)?,
            };
        }
        Ok(())
    }

    fn beginning(&self, value: &Value) -> String {
        let text: String = value.code().chars().take(LONGEST).collect();
        let cut = Message::new("export-cut").with("text", text);
        self.sheet.catalog.message(&cut)
    }

    /// As high as its texts need: Excel would find it by itself, other programs show one line. One line is left to them.
    fn height(&mut self, texts: &[(u16, &str)], row: &Row) -> Result<(), XlsxError> {
        let mut height: f64 = 1.0;
        for (at, (column, width)) in (0..).zip(self.columns) {
            let text = texts.iter().find(|(place, _)| *place == at);
            let value = column.and_then(|column| self.cells.get(&(row.clone(), column)));
            let value = value.map(Value::code);
            let text = text.map(|(_, text)| *text).or(value.as_deref());
            height = height.max(text.map_or(1.0, |text| lines_of(text, *width)));
        }
        if height > 1.0 {
            self.sheet.page.set_row_height(self.at, points(height))?;
        }
        Ok(())
    }

    /// A cell that is not for this row.
    fn close(&mut self, column: Column) -> Result<(), XlsxError> {
        if let Some(at) = self.place(column) {
            let page = &mut self.sheet.page;
            page.write_blank(self.at, at, &self.colours.closed)?;
        }
        Ok(())
    }

    fn choices(&mut self, column: Column, words: &[Word]) -> Result<(), XlsxError> {
        let names = words.iter().map(|word| self.sheet.say(word_name(*word)));
        let names: Vec<String> = names.collect();
        let only = self.sheet.say(Message::new("fill-choose"));
        self.list(column, &names, |list| {
            list.set_error_style(DataValidationErrorStyle::Stop)
                .set_error_message(only)
        })
    }

    /// Reasons that can be taken as they are; any other can be written.
    fn offer(&mut self, reasons: &[String]) -> Result<(), XlsxError> {
        self.list(Column::Reason, reasons, |list| {
            Ok(list.show_error_message(false))
        })
    }

    /// A list of which Excel takes 255 characters, without commas. Without it the cell can still be written in.
    fn list(
        &mut self,
        column: Column,
        choices: &[String],
        with: impl FnOnce(DataValidation) -> Result<DataValidation, XlsxError>,
    ) -> Result<(), XlsxError> {
        let length: usize = choices.iter().map(|it| it.chars().count() + 1).sum();
        let Some(at) = self.place(column).filter(|_| length <= sheet::LONGEST_LIST) else {
            return Ok(());
        };
        if choices.iter().any(|choice| choice.contains([',', '"'])) {
            return Ok(());
        }
        let list = with(DataValidation::new().allow_list_strings(choices)?)?;
        let page = &mut self.sheet.page;
        page.add_data_validation(self.at, at, self.at, at, &list)?;
        Ok(())
    }
}

fn column_name(column: Column) -> &'static str {
    match column {
        Column::Answer => "fill-column-answer",
        Column::Reason => "column-reason",
        Column::Note => "column-note",
        Column::Who => "fill-column-who",
        Column::By => "fill-column-by",
        Column::Done => "column-done",
        Column::Place => "column-kept",
        Column::On => "fill-column-on",
    }
}
