//! How cells look: one font that Japanese Windows and Mac both have, wrapped text, thin lines, nothing said by
//! colour alone.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Excel knows it by this name on every system; where it is missing, the system's own Japanese font stands in.
pub(in crate::report) const FONT: &str = "Yu Gothic";

/// `Shift_JIS`: asks for a Japanese font where there is a choice.
const JAPANESE: u8 = 128;

const LINE: Color = Color::RGB(0x00A6_A6A6);
const SHADE: Color = Color::RGB(0x00E7_E9EC);

/// The formats of a workbook.
pub(in crate::report) struct Look {
    /// The first line of a sheet.
    pub(in crate::report) title: Format,
    /// A heading above something.
    pub(in crate::report) heading: Format,
    /// A sentence without a frame.
    pub(in crate::report) sentence: Format,
    /// The same on one line.
    pub(in crate::report) line: Format,
    /// The sentence that says how many items are not in place.
    pub(in crate::report) strong: Format,
    /// The names of columns.
    pub(in crate::report) names: Format,
    pub(in crate::report) text: Format,
    /// Text that Excel would take for a formula once somebody edits the cell.
    pub(in crate::report) quoted: Format,
    pub(in crate::report) number: Format,
    pub(in crate::report) date: Format,
    /// A total.
    pub(in crate::report) total: Format,
    pub(in crate::report) total_number: Format,
    /// A row that is done: besides what is written in it.
    pub(in crate::report) done: Format,
}

impl Look {
    pub(in crate::report) fn new() -> Self {
        let plain = Format::new()
            .set_font_name(FONT)
            .set_font_charset(JAPANESE)
            .set_font_size(10)
            .set_align(FormatAlign::Top);
        let framed = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE);
        let text = framed.clone().set_text_wrap();
        let number = framed.clone().set_align(FormatAlign::Center);
        let names = text
            .clone()
            .set_bold()
            .set_background_color(SHADE)
            .set_align(FormatAlign::VerticalCenter);
        Self {
            title: plain.clone().set_bold().set_font_size(14).set_text_wrap(),
            heading: plain.clone().set_bold().set_font_size(12),
            sentence: plain.clone().set_text_wrap(),
            line: plain.clone(),
            strong: plain.clone().set_bold().set_font_size(12).set_text_wrap(),
            names,
            quoted: text.clone().set_quote_prefix(),
            total: text.clone().set_bold(),
            total_number: number.clone().set_bold(),
            date: number.clone().set_num_format("yyyy-mm-dd"),
            text,
            number,
            done: Format::new().set_font_color(Color::RGB(0x0070_7070)),
        }
    }
}
