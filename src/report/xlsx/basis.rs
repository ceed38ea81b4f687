//! The last sheet: what is certain, what is a reading, which questions were used, the next step.
//! Sentences only.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::sheet::{Row, Sheet};
use crate::report::Report;
use crate::report::row::source_of;
use crate::text::Message;

/// Narrower than the page even where the font that widths are counted in is missing and a wider one stands in.
const WIDTH: [f64; 1] = [74.0];

pub(super) fn sheet(report: &Report<'_>, sheet: Sheet<'_>) -> Result<Worksheet, XlsxError> {
    let mut page = Page { sheet, at: 0 };
    page.sheet.page.set_column_width(0, WIDTH[0])?;
    page.heading("export-certain")?;
    for (title, sentences) in report.certain_and_read() {
        page.heading(title)?;
        for sentence in *sentences {
            page.sentence(&Message::new(sentence))?;
        }
    }
    page.heading("export-packs")?;
    for result in &report.results {
        for said in source_of(result.pack) {
            page.sentence(&said)?;
        }
    }
    page.at += 1;
    page.sentence(&Message::new("next-step"))?;
    let last = page.at - 1;
    page.sheet.page.set_print_area(0, 0, last, 0)?;
    Ok(page.sheet.page)
}

struct Page<'a> {
    sheet: Sheet<'a>,
    at: Row,
}

impl Page<'_> {
    fn heading(&mut self, id: &'static str) -> Result<(), XlsxError> {
        self.at += Row::from(self.at > 0);
        let said = self.sheet.say(Message::new(id));
        let heading = &self.sheet.look.heading;
        self.sheet
            .page
            .write_string_with_format(self.at, 0, said, heading)?;
        self.at += 1;
        Ok(())
    }

    fn sentence(&mut self, message: &Message<'_>) -> Result<(), XlsxError> {
        let said = self.sheet.say(message.clone());
        let format = &self.sheet.look.sentence;
        self.sheet.sentence(self.at, &WIDTH, &said, format, 10.0)?;
        self.at += 1;
        Ok(())
    }
}
