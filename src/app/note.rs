//! How wide the lines of a note are: one rule for the view, which draws them, and for the keys that move
//! between them. Draws nothing.

/// No page is wider than this, also in a wide window: long lines are hard to read.
pub const WIDEST: u16 = 80;

/// What stands beside the text of a note: a free cell at either edge of the page, four cells before the text,
/// and one after it for the cursor.
const BESIDE: u16 = 7;

/// The cells of a note's line in a window of so many columns.
#[must_use]
pub fn line_cells(columns: u16) -> usize {
    usize::from(columns.min(WIDEST).saturating_sub(BESIDE).max(2))
}
