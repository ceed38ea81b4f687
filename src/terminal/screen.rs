//! The terminal itself: raw mode, the second screen, pasting, the mouse; and everything put back however it ends.

use std::io::{self, stdout};
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::Backend;
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::{Frame, Terminal};

use super::backend::SizedBackend;
use super::pointing::Pointing;

/// Whether the terminal is ours now. It is given back once: a second time would put the cursor back to where it
/// was before the program, above all that was said since.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// Whether the terminal sends presses of the mouse. Windows takes it ill to be told twice.
static IS_POINTED: AtomicBool = AtomicBool::new(false);

/// Whether there is anything here to draw on. Windows before 10, and its consoles in the old mode, take no commands
/// as text.
#[must_use]
pub fn can_draw() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi()
        && crossterm::terminal::is_raw_mode_enabled().is_ok();
    #[cfg(not(windows))]
    true
}

/// The terminal while it is ours. Dropping it gives it back as it was.
pub(super) struct Screen {
    /// Never dropped: ratatui would show the cursor once more then, and print that it could not where the window
    /// has been closed. Printing into a closed window is a panic.
    terminal: ManuallyDrop<Terminal<SizedBackend>>,
    takes_mouse: bool,
    /// A whole drawing would be watched.
    is_slow: bool,
}

impl Screen {
    pub(super) fn enter(takes_mouse: bool) -> io::Result<Self> {
        // crossterm would answer NO_COLOR by resetting bold too; the theme leaves colours out instead.
        crossterm::style::force_color_output(true);
        take_over(takes_mouse)?;
        let terminal = Terminal::new(SizedBackend::new()).inspect_err(|_| restore_terminal())?;
        Ok(Self {
            terminal: ManuallyDrop::new(terminal),
            takes_mouse,
            is_slow: is_slow_line(),
        })
    }

    /// Takes presses of the mouse from now on, or leaves them to the terminal.
    pub(super) fn point(&mut self, takes_mouse: bool) -> io::Result<()> {
        self.takes_mouse = takes_mouse;
        point(takes_mouse)
    }

    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.backend().size()?;
        Ok((size.width, size.height))
    }

    pub(super) fn draw(&mut self, page: impl FnOnce(&mut Frame)) -> io::Result<()> {
        // After a panic on another thread: what it said is to be read.
        if IS_OURS.load(Ordering::SeqCst) {
            self.terminal.draw(page)?;
        }
        Ok(())
    }

    /// Puts the hidden cursor here: a shown one would blink where nothing is written, but magnifiers and the windows of
    /// Japanese input follow it all the same.
    pub(super) fn leave_cursor_at(&mut self, position: Position) -> io::Result<()> {
        let backend = self.terminal.backend_mut();
        backend.set_cursor_position(position)?;
        Backend::flush(backend)
    }

    /// Stops like any program on Ctrl-Z, and comes back with a whole screen.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        use rustix::process::{Signal, kill_current_process_group};

        restore_terminal();
        // As the terminal itself would: also to the script that started this program, or its shell would go on
        // waiting; and not SIGSTOP, which stops even where no shell is there to go on from.
        kill_current_process_group(Signal::TSTP)?;
        self.enter_again()
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as on Unix")]
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// After a stop, whoever caused it: everything is set and drawn anew. The shell may have left its own modes,
    /// and crossterm sets none while it believes that they are set.
    pub(super) fn enter_again(&mut self) -> io::Result<()> {
        restore_terminal();
        take_over(self.takes_mouse)?;
        self.draw_all_next()
    }

    /// The next drawing puts every cell anew, in its place, so that nothing of anybody else's stays; not on a slow line.
    /// Nothing is wiped before it, which would be seen.
    pub(super) fn draw_over_next(&mut self) {
        if self.is_slow {
            return;
        }
        // No page has such a cell, so that each differs from it.
        let mut other = Cell::EMPTY;
        other.set_style(Style::new().add_modifier(Modifier::all()));
        self.terminal.current_buffer_mut().content.fill(other);
        self.terminal.swap_buffers();
        self.terminal.backend_mut().is_whole = true;
    }

    /// From now on nothing but ASCII is drawn.
    pub(super) fn draw_in_ascii(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().is_ascii_only = true;
        self.draw_all_next()
    }

    /// The next drawing is a whole one. A window that was small for a moment has lost what it showed, and has its
    /// old size again by the time that anyone looks.
    pub(super) fn draw_all_next(&mut self) -> io::Result<()> {
        // Not clear(): that asks the terminal where the cursor is, and waits for the answer.
        let (width, height) = self.size()?;
        self.terminal.resize(Rect::new(0, 0, width, height))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore_terminal();
    }
}

/// What Linux gives to a terminal that is no line, in bits a second. A real line of this speed takes half a second
/// for two kilobytes.
#[cfg(target_os = "linux")]
const NO_LINE: u32 = 38_400;

/// Whether the terminal is at the end of a line on which a whole page takes long: a serial console.
#[cfg(target_os = "linux")]
fn is_slow_line() -> bool {
    let modes = rustix::termios::tcgetattr(stdout());
    modes.is_ok_and(|modes| (1..NO_LINE).contains(&modes.output_speed()))
}

/// Other systems give 9,600 to every window.
#[cfg(not(target_os = "linux"))]
fn is_slow_line() -> bool {
    false
}

fn take_over(takes_mouse: bool) -> io::Result<()> {
    IS_OURS.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(
        stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        cursor::Hide
    )
    .and_then(|()| if takes_mouse { point(true) } else { Ok(()) })
    .inspect_err(|_| restore_terminal())
}

fn point(takes_mouse: bool) -> io::Result<()> {
    if IS_POINTED.swap(takes_mouse, Ordering::SeqCst) == takes_mouse {
        return Ok(());
    }
    execute!(stdout(), Pointing(takes_mouse))
}

/// Gives the terminal back; what fails here fails because the terminal is gone.
pub(super) fn restore_terminal() {
    if !IS_OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = point(false);
    let _ = execute!(
        stdout(),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}
