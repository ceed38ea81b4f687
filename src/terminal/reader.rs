//! Waits on the terminal and sends what was typed, one batch a burst. Sends Gone when the terminal is gone.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
#[cfg(unix)]
use std::time::Duration;

use crossterm::event::{self, Event};

use super::Input;
use super::guard::Guard;

/// Long enough for crossterm to look (with zero it never reads), short enough to be no pause.
#[cfg(unix)]
const AT_ONCE: Duration = Duration::from_micros(50);

/// crossterm looks at nothing if this thread is put aside for so long before it begins to, not even at keys that
/// it has read already. They would wait for the next key to be pressed.
#[cfg(unix)]
const TO_BE_SURE: Duration = Duration::from_millis(20);

/// Starts the reader. It ends by itself with the terminal or with the receiver.
pub(super) fn watch(sender: Sender<Input>) {
    thread::spawn(move || {
        let _guard = Guard::new(sender.clone());
        // Not an error: what cannot be read any more is gone, which is told next.
        let _ = send_until_gone(&sender);
        // If nobody listens any more, nobody needs to know.
        let _ = sender.send(Input::Gone);
    });
}

/// Sends what is typed until the terminal is gone or nobody listens any more.
#[cfg(unix)]
fn send_until_gone(sender: &Sender<Input>) -> io::Result<()> {
    // First what came before anybody waited: asking for the width has read it off the terminal already.
    while send_all(sender)? && wait() {}
    Ok(())
}

/// The same. Reading itself waits there.
// crossterm takes both halves of a character also from keys that come up, and so loses or doubles it, and takes
// nothing that is pasted by its number.
#[cfg(windows)]
fn send_until_gone(sender: &Sender<Input>) -> io::Result<()> {
    let mut console = super::console_input::ConsoleInput::open()?;
    loop {
        let mut batch = console.wait()?;
        batch.retain(|event| !is_idle(event));
        if !batch.is_empty() && sender.send(Input::Keys(batch)).is_err() {
            return Ok(());
        }
    }
}

/// Sleeps until there is something to read; false when the terminal is gone.
// crossterm alone would spin at full load for ever on a terminal that was closed.
#[cfg(unix)]
fn wait() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let stdin = std::io::stdin();
    loop {
        let mut watched = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut watched, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => {
                let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                return !watched[0].revents().intersects(gone);
            }
        }
    }
}

/// Sends batches until there is surely nothing left; false when nobody listens any more.
#[cfg(unix)]
fn send_all(sender: &Sender<Input>) -> io::Result<bool> {
    loop {
        let batch = batch()?;
        if !batch.is_empty() && sender.send(Input::Keys(batch)).is_err() {
            return Ok(false);
        }
        if !event::poll(TO_BE_SURE)? {
            return Ok(true);
        }
    }
}

/// What the mouse does besides pressing and turning its wheel: none of it is worth a drawing.
fn is_idle(event: &Event) -> bool {
    use event::MouseEventKind::{Drag, Moved, Up};

    matches!(event, Event::Mouse(mouse) if matches!(mouse.kind, Moved | Drag(_) | Up(_)))
}

/// Everything that can be read at once.
#[cfg(unix)]
fn batch() -> io::Result<Vec<Event>> {
    let mut batch = Vec::new();
    while event::poll(AT_ONCE)? {
        let event = event::read()?;
        if !is_idle(&event) {
            batch.push(event);
        }
    }
    Ok(batch)
}
