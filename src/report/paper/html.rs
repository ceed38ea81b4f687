//! Papers as one HTML file: A4, no script, no outside address. Only what stands in the templates writes markup.

use askama::Template;

use super::{Piece, Printed, PrintedCell, PrintedColumn, PrintedPart};
use crate::questionnaire::paper::Shape;
use crate::report::html::words::Words;

/// The pages as a whole HTML document.
///
/// # Panics
/// Never: a template can only fail where its output does, and a String takes everything.
pub(super) fn html(pages: &[Printed], words: Words<'_>) -> String {
    let title = pages.first().map_or("", |page| page.title.as_str());
    Document {
        title,
        pages,
        words,
    }
    .render()
    .expect("a String takes everything")
}

#[derive(Template)]
#[template(path = "paper/page.html")]
struct Document<'a> {
    title: &'a str,
    pages: &'a [Printed],
    words: Words<'a>,
}

#[expect(clippy::unused_self, reason = "templates call methods")]
impl Document<'_> {
    fn pieces<'t>(&self, text: &'t str) -> Vec<Piece<'t>> {
        super::pieces(text)
    }

    /// The widths of columns in hundredths of the table.
    fn percents(&self, columns: &[PrintedColumn]) -> Vec<usize> {
        PrintedColumn::widths(columns, 100)
    }

    /// The cells of a row, each with its column.
    fn paired<'t>(
        &self,
        row: &'t [PrintedCell],
        columns: &'t [PrintedColumn],
    ) -> Vec<(&'t PrintedCell, &'t PrintedColumn)> {
        row.iter().zip(columns).collect()
    }
}

impl Printed {
    /// The classes of its element, which the style sheet knows.
    fn classes(&self) -> String {
        let shape = match self.shape {
            Shape::Sheet => "sheet",
            Shape::Notice => "notice",
            Shape::Cards(4) => "cards four",
            Shape::Cards(_) => "cards eight",
        };
        let orientation = if self.is_landscape {
            "landscape"
        } else {
            "portrait"
        };
        format!("page {shape} {orientation}")
    }

    /// How often its parts stand on the page.
    fn copies(&self) -> u8 {
        match self.shape {
            Shape::Cards(copies) => copies,
            Shape::Sheet | Shape::Notice => 1,
        }
    }

    fn is_cards(&self) -> bool {
        matches!(self.shape, Shape::Cards(_))
    }
}
