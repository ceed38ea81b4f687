//! Terminals that draw characters of ambiguous width, such as Ⅰ and Ⅱ, two cells wide.

use std::num::NonZeroU16;

use mamori::text::width::{WidthMode, cells};
use ratatui::buffer::CellDiffOption;

use super::{at, every};

#[test]
fn on_a_wide_terminal_no_character_covers_another() {
    let mut forced = 0;
    for (name, keys) in every() {
        let stage = at(&format!("m <①※Ⅱの図面> Esc {keys}"));
        for (columns, lines) in [(80, 24), (60, 20), (41, 13)] {
            let drawing = stage.drawing(columns, lines, WidthMode::Wide);
            for y in 0..lines {
                for x in 0..columns {
                    let cell = &drawing.cells[(x, y)];
                    let (wide, narrow) = (
                        cells(cell.symbol(), WidthMode::Wide),
                        cells(cell.symbol(), WidthMode::Narrow),
                    );
                    if wide == 2 {
                        assert!(x + 1 < columns, "{name}: cut at the edge");
                        assert_eq!(
                            drawing.cells[(x + 1, y)].symbol(),
                            " ",
                            "{name}: covered\n{}",
                            drawing.text
                        );
                    }
                    let is_forced = cell.diff_option
                        == CellDiffOption::ForcedWidth(NonZeroU16::new(2).unwrap());
                    assert_eq!(is_forced, wide != narrow, "{name}: {:?}", cell.symbol());
                    forced += usize::from(is_forced);
                }
            }
        }
    }
    assert!(forced > 20, "the screens show what was typed: {forced}");
}
