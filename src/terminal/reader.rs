//! Waits on the terminal and sends what was typed, one batch a burst. Sends Gone when the terminal is gone.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event;

use super::Input;

/// Long enough for crossterm to look (with zero it never reads), short enough to be no pause.
const AT_ONCE: Duration = Duration::from_micros(50);

/// Starts the reader. It ends by itself with the terminal or with the receiver.
pub(super) fn watch(sender: Sender<Input>) {
    thread::spawn(move || {
        while wait() {
            let Some(batch) = batch() else { break };
            if !batch.is_empty() && sender.send(Input::Keys(batch)).is_err() {
                return;
            }
        }
        // If nobody listens any more, nobody needs to know.
        let _ = sender.send(Input::Gone);
    });
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

/// On Windows reading itself waits.
#[cfg(not(unix))]
fn wait() -> bool {
    event::poll(Duration::from_secs(3600)).is_ok()
}

/// Everything that can be read at once; None when the terminal is gone.
fn batch() -> Option<Vec<event::Event>> {
    let mut batch = Vec::new();
    while event::poll(AT_ONCE).ok()? {
        batch.push(event::read().ok()?);
    }
    Some(batch)
}
