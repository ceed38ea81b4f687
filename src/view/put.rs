//! Puts text into the screen buffer, a grapheme at a time, as wide as the terminal draws it.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Position;
use ratatui::style::Style;

use crate::text::width::{WidthMode, grapheme_cells, graphemes};

/// Writes `text` from `at` on, at most `limit` cells; gives the cells it took.
/// A wide character that would cross the limit or the buffer's edge is left out.
pub(super) fn put(
    buffer: &mut Buffer,
    at: Position,
    limit: u16,
    text: &str,
    style: Style,
    mode: WidthMode,
) -> u16 {
    let area = buffer.area;
    if at.y < area.y || at.y >= area.bottom() || at.x >= area.right() {
        return 0;
    }
    let limit = limit.min(area.right() - at.x);
    let mut used = 0;
    for grapheme in graphemes(text).flat_map(|(_, one)| glyphs(one)) {
        let width = u16::try_from(grapheme_cells(grapheme, mode)).unwrap_or(u16::MAX);
        if width == 0 {
            continue;
        }
        if used + width > limit {
            break;
        }
        let cell = &mut buffer[(at.x + used, at.y)];
        cell.reset();
        cell.set_symbol(grapheme).set_style(style);
        let is_wider = mode == WidthMode::Wide
            && usize::from(width) != grapheme_cells(grapheme, WidthMode::Narrow);
        if is_wider && let Some(width) = NonZeroU16::new(width) {
            // The terminal draws it wider than the buffer believes.
            cell.set_diff_option(CellDiffOption::ForcedWidth(width));
        }
        for next in 1..width {
            let cell = &mut buffer[(at.x + used + next, at.y)];
            cell.reset();
            cell.set_style(style);
        }
        used += width;
    }
    used
}

// The marks of half-width katakana are glyphs of their own on a terminal. In one cell with the kana before them
// they would stay behind when it goes, because the screen buffer takes the cell after it to be blank.
fn glyphs(grapheme: &str) -> impl Iterator<Item = &str> {
    let mut rest = grapheme;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let mark = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| matches!(c, '\u{FF9E}' | '\u{FF9F}'));
        let end = mark.map_or(rest.len(), |(at, _)| at);
        let (glyph, after) = rest.split_at(end.max(first.len_utf8()));
        rest = after;
        Some(glyph)
    })
}
