//! Draws a code for a phone as cells that are dark or light, whatever the colours of the terminal are.
//! Half blocks stand only where `app` found room and width for them.

use crate::app::qr_code::{Cells, Code};
use crate::view::line::Line;
use crate::view::theme::Role;

/// The upper and the lower half of a cell.
const UPPER: &str = "\u{2580}";
const LOWER: &str = "\u{2584}";

/// The lines of a code, from cell `x` on.
pub(super) fn lines(code: &Code, x: usize) -> Vec<Line> {
    let side = code.side();
    match code.cells {
        Cells::Whole => (0..side)
            .map(|y| line(x, (0..side).map(|at| whole(code.is_dark(at, y)))))
            .collect(),
        Cells::Halves => (0..side)
            .step_by(2)
            .map(|y| {
                let cell = |at| half(code.is_dark(at, y), code.is_dark(at, y + 1));
                line(x, (0..side).map(cell))
            })
            .collect(),
    }
}

fn whole(is_dark: bool) -> (&'static str, Role) {
    ("  ", if is_dark { Role::Dark } else { Role::Light })
}

/// A cell with two modules above each other: light drawn on dark, or one of both alone.
fn half(upper_is_dark: bool, lower_is_dark: bool) -> (&'static str, Role) {
    match (upper_is_dark, lower_is_dark) {
        (true, true) => (" ", Role::Dark),
        (false, false) => (" ", Role::Light),
        (false, true) => (UPPER, Role::Dark),
        (true, false) => (LOWER, Role::Dark),
    }
}

/// Cells of one role beside each other are one piece.
fn line(mut x: usize, cells: impl Iterator<Item = (&'static str, Role)>) -> Line {
    let mut line = Line::default();
    let mut run: Option<(String, Role, usize)> = None;
    for (text, role) in cells {
        // Both half blocks are one cell wide here, and a blank is as wide as it is long.
        let wide = text.chars().count();
        match &mut run {
            Some((so_far, same, width)) if *same == role => {
                so_far.push_str(text);
                *width += wide;
            }
            _ => {
                if let Some((text, role, width)) = run.take() {
                    line.push(x, &text, role, None);
                    x += width;
                }
                run = Some((text.to_owned(), role, wide));
            }
        }
    }
    if let Some((text, role, _)) = run {
        line.push(x, &text, role, None);
    }
    line
}
