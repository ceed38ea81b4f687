//! Asks the terminal how it draws: how wide characters of ambiguous width are, such as Ⅰ and ①, and whether it takes
//! its characters in UTF-8. Whenever it answers is early enough; until then it is taken to be as most are.

use std::io::{self, Write, stdout};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::text::width::WidthMode;

/// U+2460, a one in a circle.
const AMBIGUOUS: char = '\u{2460}';

/// U+0122, a G with a cedilla: one cell wide wherever it is one character. Where its two bytes are two characters, or
/// one of Japanese, it is two.
#[cfg(unix)]
const NARROW: char = '\u{122}';

/// Where the full screen has the width of such characters from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    Known(WidthMode),
    /// To be asked of the terminal.
    Asked,
}

/// What the terminal said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Drawn(WidthMode),
    /// It takes each byte, or other pairs of them, for a character.
    NotUtf8,
}

/// Hears the answers in their order.
#[derive(Debug, Default)]
pub(super) struct Probe {
    /// How many answers came; there may be more than was asked for.
    heard: usize,
}

impl Probe {
    /// What it means that the cursor stands in this column, the leftmost being 0.
    pub(super) fn hear(&mut self, column: u16) -> Option<Answer> {
        self.heard += 1;
        match (self.heard, column) {
            (1, 0..=2) => Some(drawn(column)),
            (1, _) | (2, 2..) => Some(Answer::NotUtf8),
            _ => None,
        }
    }

    /// Whether the terminal has answered both questions.
    pub(super) fn is_done(&self) -> bool {
        self.heard >= 2
    }
}

/// Draws both characters in the corner, one after the other, asks each time where the cursor stands, and wipes the
/// corner. The answers come with the keys.
///
/// # Errors
/// If the terminal is gone.
#[cfg(unix)]
pub(super) fn ask() -> io::Result<Option<Answer>> {
    let mut out = stdout();
    for character in [AMBIGUOUS, NARROW] {
        queue!(out, MoveTo(0, 0), Print(character), Print("\x1b[6n"))?;
    }
    queue!(out, MoveTo(0, 0), Clear(ClearType::UntilNewLine))?;
    out.flush()?;
    Ok(None)
}

/// Draws one such character in the corner, looks where the cursor stands now, and wipes the corner. The console
/// itself says it, and takes all characters.
#[cfg(not(unix))]
pub(super) fn ask() -> io::Result<Option<Answer>> {
    let mut out = stdout();
    queue!(out, MoveTo(0, 0), Print(AMBIGUOUS))?;
    out.flush()?;
    let column = crossterm::cursor::position();
    queue!(out, MoveTo(0, 0), Clear(ClearType::UntilNewLine))?;
    out.flush()?;
    let said = column.map_or(Answer::Drawn(WidthMode::Narrow), |(column, _)| {
        drawn(column)
    });
    Ok(Some(said))
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

    const NARROW: Option<Answer> = Some(Answer::Drawn(WidthMode::Narrow));
    const WIDE: Option<Answer> = Some(Answer::Drawn(WidthMode::Wide));
    const NOT_UTF8: Option<Answer> = Some(Answer::NotUtf8);

    #[test]
    fn two_cells_are_a_wide_terminal_and_more_are_one_that_is_not_of_utf8() {
        for (columns, meant) in [
            (&[0][..], [NARROW, None, None]),
            (&[1, 1], [NARROW, None, None]),
            (&[2, 1], [WIDE, None, None]),
            // Latin-1 where the other two bytes are control characters, and where they are none.
            (&[2, 2], [WIDE, NOT_UTF8, None]),
            (&[3, 2], [NOT_UTF8, NOT_UTF8, None]),
            (&[40], [NOT_UTF8, None, None]),
            // What comes twice or later says nothing any more.
            (&[1, 1, 2], [NARROW, None, None]),
        ] {
            let mut probe = Probe::default();
            let mut heard = [None; 3];
            for (column, heard) in columns.iter().zip(&mut heard) {
                *heard = probe.hear(*column);
            }
            assert_eq!(heard, meant, "{columns:?}");
        }
    }
}
