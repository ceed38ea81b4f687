//! Hears what the terminal sends: its bytes on Unix, its events elsewhere. One at a time, or two would take each
//! other's keys. Decides nothing about them.

use std::time::Duration;

use super::decoder::Heard;

/// The terminal is gone: its window was closed, or the line was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gone;

pub(super) use system::Ear;

#[cfg(unix)]
mod system {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};

    use super::{Duration, Gone, Heard};
    use crate::terminal::decoder::Decoder;

    /// Much of a paste at once, and more than anybody types.
    const AT_ONCE: usize = 16 * 1024;

    #[derive(Debug, Default)]
    pub(in crate::terminal) struct Ear(Decoder);

    impl Ear {
        /// Waits until something has come, and gives all of it; nothing, if nothing came for so long.
        pub(in crate::terminal) fn listen(
            &mut self,
            at_most: Option<Duration>,
        ) -> Result<Vec<Heard>, Gone> {
            let patience = self.0.patience();
            let waits = patience.into_iter().chain(at_most).min();
            if is_there(waits)? {
                let mut bytes = [0; AT_ONCE];
                return match read(std::io::stdin(), &mut bytes) {
                    Ok(0) => Err(Gone),
                    Ok(read) => Ok(self.0.take(&bytes[..read])),
                    Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
                    Err(_) => Err(Gone),
                };
            }
            if patience == waits {
                Ok(self.0.settle())
            } else {
                Ok(Vec::new())
            }
        }
    }

    /// Sleeps until there is something to read, or for so long.
    fn is_there(waits: Option<Duration>) -> Result<bool, Gone> {
        let stdin = std::io::stdin();
        let waits = waits.map(|waits| Timespec::try_from(waits).map_err(|_| Gone));
        let waits = waits.transpose()?;
        loop {
            let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
            match poll(&mut watched, waits.as_ref()) {
                Err(Errno::INTR) => {}
                Err(_) => return Err(Gone),
                Ok(0) => return Ok(false),
                Ok(_) => {
                    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                    return if watched[0].revents().intersects(gone) {
                        Err(Gone)
                    } else {
                        Ok(true)
                    };
                }
            }
        }
    }
}

/// On Windows the console says what is a key, in records of its own.
#[cfg(not(unix))]
mod system {
    use crossterm::event::Event;

    use super::{Duration, Gone, Heard};
    use crate::terminal::console_input::ConsoleInput;

    /// The console is opened by the first who listens.
    #[derive(Default)]
    pub(in crate::terminal) struct Ear(Option<ConsoleInput>);

    impl Ear {
        /// Waits until something has come, and gives all of it.
        pub(in crate::terminal) fn listen(
            &mut self,
            _: Option<Duration>,
        ) -> Result<Vec<Heard>, Gone> {
            let console = match &mut self.0 {
                Some(console) => console,
                closed => closed.insert(ConsoleInput::open().map_err(|_| Gone)?),
            };
            let mut batch = console.wait().map_err(|_| Gone)?;
            batch.retain(|event| !is_idle(event));
            Ok(batch.into_iter().map(Heard::Event).collect())
        }
    }

    /// Windows tells every motion of the mouse, and none is worth a drawing.
    fn is_idle(event: &Event) -> bool {
        use crossterm::event::MouseEventKind::{Drag, Moved};

        matches!(event, Event::Mouse(mouse) if matches!(mouse.kind, Moved | Drag(_)))
    }
}
