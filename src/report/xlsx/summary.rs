//! The first sheet: the notice, which check this is, the counts of each walk by section, and the same as a chart.
//! No score; the chart says nothing that the numbers beside it do not say, and reads in black and white.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color, ObjectMovement,
    Worksheet, XlsxError,
};

use super::look::FONT;
use super::sheet::{Cell, Row, Sheet, column, lines_of, points, row};
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::pack::Section;
use crate::questionnaire::result::WalkResult;
use crate::report::Report;
use crate::report::row::{form_name, topic_name};
use crate::text::Message;
use crate::text::names::outcome_name;

/// Section, place, topic, then one for each outcome.
const WIDTHS: [f64; 9] = [30.0, 11.0, 14.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0];
const NAMES: [&str; 3] = ["column-section", "column-place", "column-topic"];
/// Room for two lines, in points.
const TWO_LINES: f64 = 37.0;
/// The height of a row that nobody has set, in pixels.
const ROW: u32 = 20;

pub(super) fn sheet(report: &Report<'_>, sheet: Sheet<'_>) -> Result<Worksheet, XlsxError> {
    let mut page = Page { sheet, at: 0 };
    for (column, width) in (0..).zip(WIDTHS) {
        page.sheet.page.set_column_width(column, width)?;
    }
    page.head(report)?;
    let mut breaks = Vec::new();
    for result in &report.results {
        if result.pack.id != report.results[0].pack.id {
            breaks.push(page.at);
        }
        page.walk(report, result)?;
    }
    page.sheet.page.set_page_breaks(&breaks)?;
    let next_step = page.sheet.say(Message::new("next-step"));
    page.sentence(&next_step)?;
    let last = column(WIDTHS.len() - 1);
    let end = page.at - 1;
    page.sheet.page.set_print_area(0, 0, end, last)?;
    Ok(page.sheet.page)
}

struct Page<'a> {
    sheet: Sheet<'a>,
    at: Row,
}

impl Page<'_> {
    fn head(&mut self, report: &Report<'_>) -> Result<(), XlsxError> {
        for sentence in report.notices() {
            let said = self.sheet.say(sentence);
            self.sentence(&said)?;
        }
        self.at += 1;
        let title = self.sheet.say(super::title(report));
        self.put(&title, 14.0)?;
        for (name, said) in report.people() {
            let said = Message::new("export-fact")
                .with("name", Message::new(name))
                .with("value", said);
            let said = self.sheet.say(said);
            self.sentence(&said)?;
        }
        let case = report.case;
        let forms = case
            .forms
            .iter()
            .map(|form| self.sheet.say(form_name(report, form)));
        let forms = forms.collect::<Vec<_>>().join(" / ");
        for said in [
            Message::new("export-id").with("id", case.id.as_str()),
            Message::new("export-updated").with("updated", report.updated()),
            Message::new("export-forms").with("forms", forms),
        ] {
            let said = self.sheet.say(said);
            self.sentence(&said)?;
        }
        Ok(())
    }

    fn walk(&mut self, report: &Report<'_>, result: &WalkResult<'_>) -> Result<(), XlsxError> {
        self.at += 1;
        let title = self.sheet.say(&result.pack.title);
        self.put(&title, 12.0)?;
        for said in report.changes(result) {
            let said = self.sheet.say(said);
            self.sentence(&said)?;
        }
        let counts = result.counts;
        let gaps = Message::new("result-gaps")
            .with("gaps", counts.gaps())
            .with("asked", counts.asked());
        let gaps = self.sheet.say(gaps);
        self.put(&gaps, 12.0)?;
        if counts.gaps() == 0 {
            let said = self.sheet.say(Message::new("result-no-gaps"));
            self.sentence(&said)?;
        }
        let sections = result.sections();
        let names = self.at;
        self.counts(&sections, counts)?;
        if !sections.is_empty() {
            self.chart(names, sections.len())?;
            let said = self.sheet.say(Message::new("chart-note"));
            self.sentence(&said)?;
        }
        Ok(())
    }

    /// A row a section and one for all of them.
    fn counts(&mut self, sections: &[(&Section, Counts)], all: Counts) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        let names = NAMES.map(Message::new).into_iter();
        let names = names.chain(Outcome::ALL.map(outcome_name));
        for (column, name) in (0..).zip(names) {
            let name = self.sheet.say(name);
            let sheet = &mut self.sheet.page;
            sheet.write_string_with_format(self.at, column, name, &look.names)?;
        }
        self.sheet.page.set_row_height(self.at, TWO_LINES)?;
        self.at += 1;
        for (section, counts) in sections {
            let texts = [
                self.sheet.cell(&section.title),
                self.sheet
                    .cell(section.legal_ref.as_deref().unwrap_or_default()),
                self.sheet.cell(topic_name(section)),
            ];
            let numbers = Outcome::ALL.map(|outcome| Cell::Number(counts.of(outcome)));
            for (column, cell) in (0..).zip(texts.iter().chain(&numbers)) {
                self.sheet.put(self.at, column, cell)?;
            }
            let lines = texts.iter().zip(WIDTHS).map(|(cell, width)| match cell {
                Cell::Text(text) => lines_of(text, width),
                _ => 1.0,
            });
            let lines = lines.fold(1.0, f64::max);
            if lines > 1.0 {
                self.sheet.page.set_row_height(self.at, points(lines))?;
            }
            self.at += 1;
        }
        let total = self.sheet.say(Message::new("export-total"));
        let sheet = &mut self.sheet.page;
        sheet.write_string_with_format(self.at, 0, total, &look.total)?;
        for column in [1, 2] {
            sheet.write_blank(self.at, column, &look.total)?;
        }
        for (column, outcome) in (3..).zip(Outcome::ALL) {
            let count = row(all.of(outcome));
            sheet.write_number_with_format(self.at, column, count, &look.total_number)?;
        }
        self.at += 1;
        Ok(())
    }

    /// Bars of the rows below `names`, one piece an outcome, but for what does not apply.
    fn chart(&mut self, names: Row, sections: usize) -> Result<(), XlsxError> {
        let sheet_name = self.sheet.page.name();
        let name = sheet_name.as_str();
        let (first, last) = (names + 1, names + row(sections));
        let mut font = ChartFont::new();
        font.set_name(FONT).set_size(9);
        let mut chart = Chart::new(ChartType::BarStacked);
        for (at, outcome) in (3..).zip(Outcome::ALL) {
            if outcome == Outcome::NotApplicable {
                continue;
            }
            let mut label = ChartDataLabel::new();
            let mut label_font = font.clone();
            if outcome == Outcome::Met {
                label_font.set_color(Color::White);
            }
            // A piece of no questions has no number either.
            label
                .show_value()
                .set_num_format("0;;;")
                .set_font(&label_font);
            let series = chart.add_series();
            series
                .set_name((name, names, at))
                .set_categories((name, first, 0, last, 0))
                .set_values((name, first, at, last, at))
                .set_format(&mut fill(outcome))
                .set_data_label(&label)
                .set_gap(40);
        }
        chart.title().set_hidden();
        // The first section at the top. Numbers stand in the bars: no scale is needed.
        chart.y_axis().set_reverse().set_font(&font);
        chart.x_axis().set_hidden(true).set_major_gridlines(false);
        chart
            .legend()
            .set_position(ChartLegendPosition::Bottom)
            .set_font(&font);
        let said = self.sheet.say(Message::new("export-by-section"));
        let rows = row(sections) * 2 + 5;
        chart
            .set_alt_text(said)
            .set_object_movement(ObjectMovement::MoveButDontSizeWithCells)
            .set_width(836)
            .set_height(rows * ROW - 10);
        self.sheet
            .page
            .insert_chart_with_offset(self.at, 0, &chart, 4, 6)?;
        self.at += rows;
        Ok(())
    }

    fn sentence(&mut self, text: &str) -> Result<(), XlsxError> {
        self.put(text, 10.0)
    }

    fn put(&mut self, text: &str, size: f64) -> Result<(), XlsxError> {
        let look = self.sheet.look;
        let format = if size > 12.0 {
            &look.title
        } else if size > 10.0 {
            &look.strong
        } else {
            &look.sentence
        };
        self.sheet.sentence(self.at, &WIDTHS, text, format, size)?;
        self.at += 1;
        Ok(())
    }
}

/// Dark, striped, white, dotted, grey: to be told apart on paper without colour.
fn fill(outcome: Outcome) -> ChartFormat {
    let dark = Color::RGB(0x001F_3A5F);
    let mut line = ChartLine::new();
    line.set_color(dark).set_width(0.75);
    let mut format = ChartFormat::new();
    format.set_border(&line);
    let mut pattern = ChartPatternFill::new();
    pattern
        .set_foreground_color(dark)
        .set_background_color(Color::White);
    match outcome {
        Outcome::Met => format.set_solid_fill(ChartSolidFill::new().set_color(dark)),
        Outcome::Partly => format.set_pattern_fill(
            pattern.set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards),
        ),
        Outcome::Unknown => {
            format.set_pattern_fill(pattern.set_pattern(ChartPatternFillType::Dotted10Percent))
        }
        Outcome::Unanswered => {
            format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(0x00C8_CDD3)))
        }
        Outcome::NotMet | Outcome::NotApplicable => {
            format.set_solid_fill(ChartSolidFill::new().set_color(Color::White))
        }
    };
    format
}
