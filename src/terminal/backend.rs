//! The terminal as ratatui draws on it: with a size also where it tells none, in ASCII where it knows nothing else,
//! and with the rest of a line wiped instead of written blank by blank. Decides nothing else.

use std::io::{self, Stdout, stdout};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::terminal::Clear;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::app::size_or_usual;
use crate::text::width::{WidthMode, grapheme_cells};

/// To wipe the rest of a line takes more bytes than so many blanks.
const FEW_BLANKS: usize = 8;

/// A serial line has no size: 0 columns and 0 lines, in which nothing would ever be drawn.
pub(super) struct SizedBackend {
    inner: CrosstermBackend<Stdout>,
    /// The terminal takes other characters for several.
    pub(super) is_ascii_only: bool,
    /// The lines are drawn from end to end.
    pub(super) is_whole: bool,
}

impl SizedBackend {
    pub(super) fn new() -> Self {
        Self {
            inner: CrosstermBackend::new(stdout()),
            is_ascii_only: false,
            is_whole: false,
        }
    }

    /// The blanks at the ends of lines are wiped, and the other cells drawn.
    fn draw_whole(&mut self, cells: &[(u16, u16, &Cell)]) -> io::Result<()> {
        let blank = Cell::EMPTY;
        let mut ends = Vec::new();
        let mut rest = Vec::new();
        for line in cells.chunk_by(|one, other| one.1 == other.1) {
            let blanks = line.iter().rev().take_while(|cell| *cell.2 == blank);
            let (before, end) = line.split_at(line.len() - blanks.count());
            if end.len() < FEW_BLANKS {
                rest.extend_from_slice(line);
            } else {
                rest.extend_from_slice(before);
                ends.push((end[0].0, end[0].1));
            }
        }
        self.inner.draw(rest.into_iter())?;
        for (column, line) in ends {
            queue!(
                self.inner,
                MoveTo(column, line),
                Clear(crossterm::terminal::ClearType::UntilNewLine)
            )?;
        }
        Ok(())
    }
}

/// The same cell in ASCII, as wide as it was.
fn in_ascii(cell: &Cell) -> Cell {
    let mut cell = cell.clone();
    if !cell.symbol().is_ascii() {
        let width = grapheme_cells(cell.symbol(), WidthMode::Narrow);
        cell.set_symbol(&"?".repeat(width));
    }
    cell
}

impl Backend for SizedBackend {
    type Error = io::Error;

    fn size(&self) -> io::Result<Size> {
        let size = self.inner.size()?;
        Ok(size_or_usual(size.width, size.height).into())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        let columns_rows = self.size()?;
        let window = self.inner.window_size()?;
        Ok(WindowSize {
            columns_rows,
            ..window
        })
    }

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let replaced: Vec<_>;
        let mut cells: Vec<_> = content.collect();
        if self.is_ascii_only {
            replaced = cells.iter().map(|(_, _, cell)| in_ascii(cell)).collect();
            for (cell, replaced) in cells.iter_mut().zip(&replaced) {
                cell.2 = replaced;
            }
        }
        if std::mem::take(&mut self.is_whole) {
            self.draw_whole(&cells)
        } else {
            self.inner.draw(cells.into_iter())
        }
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
