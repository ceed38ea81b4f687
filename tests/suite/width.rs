//! The program counts cells as the screen buffer does, so that its lines fill their columns.

use mamori::text::width::{WidthMode, cells};
use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

/// The column after the text, by the screen buffer itself.
fn drawn(text: &str) -> usize {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
    usize::from(buffer.set_stringn(0, 0, text, 400, Style::new()).0)
}

#[test]
fn a_text_takes_the_cells_that_the_screen_buffer_gives_it() {
    for text in [
        "",
        "a",
        "mamori",
        "まもり",
        "髙橋",
        "𠮷野家",
        "ﾊﾟｿｺﾝ",
        "ｶﾞ",
        "aﾞ",
        "あﾞ",
        "か\u{3099}",
        "Ⅰ第二①",
        "※→“引用”",
        "❤\u{FE0F}",
        "👨\u{200D}👩\u{200D}👧",
        "🇯🇵",
        "👍🏽",
        "αβγ",
        "a\u{1b}[1mb",
        "a\r\nb",
        "\u{200B}",
        "㈱㎡",
        "葛\u{E0100}",
    ] {
        assert_eq!(cells(text, WidthMode::Narrow), drawn(text), "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_takes_the_cells_that_the_screen_buffer_gives_it(text in any::<String>()) {
        prop_assert_eq!(cells(&text, WidthMode::Narrow), drawn(&text));
    }
}
