//! A QR code as a square of dark and light modules, for a phone: this computer has no network, the phone has.
//! Knows how much room it needs and draws nothing.

use qrcode::{EcLevel, QrCode};

use crate::text::width::WidthMode;

/// Light modules around the code, on each side. The standard asks for four; phones find it with two, and the page
/// around it is empty.
const QUIET: usize = 2;

/// A code, and how its modules are put into cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    side: usize,
    dark: Vec<bool>,
    pub cells: Cells,
}

/// How modules become cells. A cell is about twice as high as it is wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Two cells side by side for each module: holds on every terminal.
    Whole,
    /// Two modules above each other in one cell, with a half block, which is of ambiguous width: only where the
    /// terminal was found to draw such characters narrow.
    Halves,
}

impl Code {
    /// The code of a text for a space of so many columns and lines; whole cells where there is room.
    /// None where it does not fit, or if the text is too long for any code.
    #[must_use]
    pub fn fitting(text: &str, columns: usize, lines: usize, mode: WidthMode) -> Option<Self> {
        let code = Self::of(text)?;
        let fits = |cells: Cells| {
            let (wide, high) = code.size(cells);
            wide <= columns && high <= lines
        };
        let cells = [Cells::Whole, Cells::Halves]
            .into_iter()
            .filter(|cells| mode == WidthMode::Narrow || *cells == Cells::Whole)
            .find(|cells| fits(*cells))?;
        Some(Self { cells, ..code })
    }

    fn of(text: &str) -> Option<Self> {
        // The lowest level of correction makes the smallest code: on a screen nothing is scratched.
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        Some(Self {
            side: code.width(),
            dark: code
                .to_colors()
                .into_iter()
                .map(|colour| colour == qrcode::Color::Dark)
                .collect(),
            cells: Cells::Whole,
        })
    }

    /// Columns and lines that the smallest code of this text needs, with its light edge.
    #[must_use]
    pub fn smallest(text: &str, mode: WidthMode) -> Option<(usize, usize)> {
        let cells = match mode {
            WidthMode::Narrow => Cells::Halves,
            WidthMode::Wide => Cells::Whole,
        };
        Some(Self::of(text)?.size(cells))
    }

    /// Modules along one side, with the light edge.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side + 2 * QUIET
    }

    fn size(&self, cells: Cells) -> (usize, usize) {
        let side = self.side();
        match cells {
            Cells::Whole => (side * 2, side),
            Cells::Halves => (side, side.div_ceil(2)),
        }
    }

    /// Whether the module at this place is dark, counted with the light edge; outside nothing is.
    #[must_use]
    pub fn is_dark(&self, column: usize, line: usize) -> bool {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < self.side);
        match (inside(column), inside(line)) {
            (Some(column), Some(line)) => self.dark[line * self.side + column],
            _ => false,
        }
    }
}
