//! The mouse: its button and its wheel alone, so that moving it sends nothing. What a press means is a row's
//! matter; here is only what stood under it.

use std::fmt;

use crossterm::Command;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::App;
use crate::app::action::Action;
use crate::app::event::Event;
use crate::app::keys::resolve;
use crate::view::Drawn;

/// Asks the terminal for presses, or leaves them to it.
// crossterm's own command asks for every motion too.
pub(super) struct Pointing(pub(super) bool);

impl Command for Pointing {
    fn write_ansi(&self, to: &mut impl fmt::Write) -> fmt::Result {
        to.write_str(if self.0 {
            "\x1b[?1000h\x1b[?1006h"
        } else {
            "\x1b[?1006l\x1b[?1000l"
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        use crossterm::event::{DisableMouseCapture, EnableMouseCapture};

        if self.0 {
            EnableMouseCapture.execute_winapi()
        } else {
            DisableMouseCapture.execute_winapi()
        }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Where the left button went down: it means something when it comes up in the same row, on the same thing. To
/// select words begins with the same press.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    pressed: Option<(u16, Action)>,
}

impl Pointer {
    /// What the mouse says, where this was drawn. The wheel is the arrow keys.
    pub(super) fn meant(&mut self, app: &App, drawn: &Drawn, mouse: MouseEvent) -> Option<Event> {
        let key = |code| resolve(app, KeyEvent::new(code, KeyModifiers::NONE));
        let under = drawn.at(mouse.column, mouse.row);
        let here = under.map(|action| (mouse.row, action));
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.pressed = here;
                None
            }
            MouseEventKind::Up(MouseButton::Left) => {
                let pressed = self.pressed.take();
                let (_, action) = pressed.filter(|_| pressed == here)?;
                Some(Event::Press(action))
            }
            MouseEventKind::ScrollUp => key(KeyCode::Up),
            MouseEventKind::ScrollDown => key(KeyCode::Down),
            _ => None,
        }
    }
}
