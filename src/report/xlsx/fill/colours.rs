//! How the cells of a workbook to fill look: those to fill are pale yellow and open, the others are closed; printed
//! without colour, white is to fill and grey is not.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::xlsx::look::Look;

const TO_FILL: Color = Color::RGB(0x00FF_FBE0);
const NOT_HERE: Color = Color::RGB(0x00EC_EEF0);

pub(super) struct Colours {
    /// A heading over some questions.
    pub(super) part: Format,
    pub(super) part_number: Format,
    pub(super) number: Format,
    pub(super) question: Format,
    pub(super) point: Format,
    /// To choose in.
    pub(super) choice: Format,
    /// To write in.
    pub(super) text: Format,
    pub(super) day: Format,
    /// Not for this row.
    pub(super) closed: Format,
}

impl Colours {
    pub(super) fn new() -> Self {
        let look = Look::new();
        let open = look
            .text
            .clone()
            .set_background_color(TO_FILL)
            .set_unlocked();
        let choice = open.clone().set_align(FormatAlign::Center);
        let wide = |format: Format| format.set_border_top(FormatBorder::Medium);
        Self {
            part_number: look.names.clone().set_align(FormatAlign::Center),
            part: look.names.clone(),
            number: wide(look.number.clone()).set_bold(),
            question: wide(look.text.clone()).set_bold(),
            point: look.text.clone().set_indent(2),
            // As text, whatever is typed stays what was typed.
            text: open.clone().set_num_format("@"),
            day: choice.clone().set_num_format("yyyy-mm-dd"),
            choice,
            closed: look.text.set_background_color(NOT_HERE),
        }
    }
}
