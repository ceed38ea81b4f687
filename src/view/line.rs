//! A line of the body: pieces of text at their cells, and what a click on each means. Knows no page.

use crate::app::action::Action;
use crate::view::theme::Role;

/// A piece of a line, at a cell from the left edge of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) x: usize,
    pub(super) text: String,
    pub(super) role: Role,
    /// Where a click on this piece leads; the whole line, if it is the row's own action.
    pub(super) action: Option<Action>,
}

/// A line of the body. `caret` is the cell of the field's cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) caret: Option<usize>,
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
}
