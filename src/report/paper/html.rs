//! Papers as one HTML file: A4, no script, no outside address. Only what stands in the templates writes markup.

use askama::Template;

use super::{Piece, Printed, PrintedCell, PrintedColumn, PrintedPart};
use crate::questionnaire::paper::Shape;
use crate::report::html::frame::css_string;
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
        format!("page {shape} {}", self.orientation())
    }

    fn orientation(&self) -> &'static str {
        if self.is_landscape {
            "landscape"
        } else {
            "portrait"
        }
    }

    fn margin(&self) -> &'static str {
        if self.is_landscape {
            "10mm 12mm 9mm"
        } else {
            "11mm 12mm 10mm"
        }
    }

    /// Whether it may want more than one leaf of paper: what is to be cut out or to be put up has one.
    fn may_go_on(&self) -> bool {
        self.shape == Shape::Sheet
    }

    /// For each leaf of paper, as the inside of a CSS string: a long list goes on where its head is not seen.
    fn running(&self) -> String {
        css_string(&format!("{}\u{3000}{}", self.title, self.reach))
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
