//! Asks the terminal how wide it draws characters of ambiguous width, such as Ⅰ and ①.
//! Only inside raw mode and the second screen, and only while nobody else reads: two readers would take each
//! other's answers.

use std::io::{self, Write, stdout};

use crossterm::cursor::{MoveTo, position};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::text::width::WidthMode;

/// U+2460, a one in a circle.
const AMBIGUOUS: char = '\u{2460}';

/// Where the full screen has the width of such characters from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Width {
    Known(WidthMode),
    /// To be asked of the terminal of this name.
    Asked(String),
}

/// What the terminal said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Drawn(WidthMode),
    /// Nothing, for the two seconds that crossterm waits. They cannot be made shorter.
    Silence,
}

/// Draws one such character in the corner, asks where the cursor stands now, and wipes the corner.
///
/// # Errors
/// If the terminal is gone.
pub(super) fn ask() -> io::Result<Answer> {
    let mut out = stdout();
    queue!(out, MoveTo(0, 0), Print(AMBIGUOUS))?;
    out.flush()?;
    let column = position();
    queue!(out, MoveTo(0, 0), Clear(ClearType::UntilNewLine))?;
    // A terminal that is gone shows here: its silence says nothing about it.
    out.flush()?;
    Ok(column.map_or(Answer::Silence, |(column, _)| drawn(column)))
}

/// One and two are widths; some consoles answer something else altogether.
fn drawn(column: u16) -> Answer {
    Answer::Drawn(match column {
        2 => WidthMode::Wide,
        _ => WidthMode::Narrow,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_answer_of_two_cells_means_a_wide_terminal() {
        for (column, mode) in [
            (0, WidthMode::Narrow),
            (1, WidthMode::Narrow),
            (2, WidthMode::Wide),
            (3, WidthMode::Narrow),
            (40, WidthMode::Narrow),
        ] {
            assert_eq!(drawn(column), Answer::Drawn(mode), "column {column}");
        }
    }
}
