//! Reads the records of a Windows console and hands them on as events. What they mean is in `console_records`.

use std::io;

use crossterm::event::Event;
use crossterm::terminal::size;
use crossterm_winapi::{
    Console, ControlKeyState, EventFlags, Handle, InputRecord, KeyEventRecord, MouseEvent,
    ScreenBuffer,
};

use super::console_records::{KeyRecord, MouseRecord, Records};

/// The keys, the mouse and the size of the console.
pub(super) struct ConsoleInput {
    console: Console,
    records: Records,
}

impl ConsoleInput {
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self {
            console: Handle::current_in_handle()?.into(),
            records: Records::default(),
        })
    }

    /// Waits for something, and gives all that is there by then. It can mean nothing.
    ///
    /// # Errors
    /// If the console is gone.
    pub(super) fn wait(&mut self) -> io::Result<Vec<Event>> {
        let mut events = self.wait_for_one()?;
        for record in self.console.read_console_input()? {
            events.extend(self.events(record)?);
        }
        Ok(events)
    }

    /// The same with one record alone: what comes after it is left to whoever asks next.
    pub(super) fn wait_for_one(&mut self) -> io::Result<Vec<Event>> {
        let record = self.console.read_single_input_event()?;
        self.events(record)
    }

    fn events(&mut self, record: InputRecord) -> io::Result<Vec<Event>> {
        Ok(match record {
            InputRecord::KeyEvent(key) => self.records.key(key_record(&key)).collect(),
            InputRecord::MouseEvent(mouse) => {
                let event = self.records.mouse(mouse_record(&mouse)?);
                event.into_iter().collect()
            }
            InputRecord::WindowBufferSizeEvent(_) => {
                let (columns, lines) = size()?;
                vec![Event::Resize(columns, lines)]
            }
            InputRecord::FocusEvent(_) | InputRecord::MenuEvent(_) => Vec::new(),
        })
    }
}

fn key_record(record: &KeyEventRecord) -> KeyRecord {
    KeyRecord {
        is_down: record.key_down,
        times: record.repeat_count,
        key: record.virtual_key_code,
        unit: record.u_char,
        held: bits(record.control_key_state),
    }
}

/// All of a state, which can only be asked for one by one.
fn bits(state: ControlKeyState) -> u32 {
    let bits = (0..u32::BITS).map(|bit| 1 << bit);
    bits.filter(|bit| state.has_state(*bit)).sum()
}

/// The mouse is told in cells of all that the console keeps, of which the window is a part.
fn mouse_record(record: &MouseEvent) -> io::Result<MouseRecord> {
    let window = ScreenBuffer::current()?.info()?.terminal_window();
    let within = |cell: i16, first: i16| u16::try_from(cell.saturating_sub(first)).unwrap_or(0);
    Ok(MouseRecord {
        column: within(record.mouse_position.x, window.left),
        line: within(record.mouse_position.y, window.top),
        buttons: record.button_state.state().cast_unsigned(),
        what: match record.event_flags {
            EventFlags::PressOrRelease => 0,
            EventFlags::MouseMoved => 1,
            EventFlags::DoubleClick => 2,
            EventFlags::MouseWheeled => 4,
            EventFlags::MouseHwheeled | EventFlags::Unknown => 8,
        },
    })
}
