//! A line of the body: pieces of text at their cells, and what a click on each means. Knows no page.

use crate::app::action::Action;
use crate::text::width::{WidthMode, cells};
use crate::view::theme::Role;

/// Stands before the row that is selected.
const SELECTED: &str = ">";

/// A piece of a line, at a cell from the left edge of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) x: usize,
    pub(super) text: String,
    pub(super) role: Role,
    /// Where a click on this piece leads; the whole line, if it is the row's own action.
    pub(super) action: Option<Action>,
}

/// A line of the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// The cell of the field's cursor.
    pub(super) caret: Option<usize>,
    /// The cell of the mark of the row that is selected.
    pub(super) mark: Option<usize>,
}

impl Line {
    pub(super) fn push(&mut self, x: usize, text: &str, role: Role, action: Option<Action>) {
        self.pieces.push(Piece {
            x,
            text: text.to_owned(),
            role,
            action,
        });
    }

    /// A bar behind the text from `start` up to `end`: what stands there is selected.
    pub(super) fn band(&mut self, start: usize, end: usize) {
        let band = Piece {
            x: start,
            text: " ".repeat(end.saturating_sub(start)),
            role: Role::Cursor,
            action: None,
        };
        self.pieces.insert(0, band);
    }

    /// The cell after the last that is drawn on.
    pub(super) fn end(&self, mode: WidthMode) -> usize {
        let ends = self
            .pieces
            .iter()
            .map(|piece| piece.x + cells(&piece.text, mode));
        ends.max().unwrap_or(0)
    }

    /// The mark of the row that is selected, from cell `x` on.
    pub(super) fn select(&mut self, x: usize) {
        self.mark = Some(x);
        self.push(x, SELECTED, Role::Cursor, None);
    }
}
