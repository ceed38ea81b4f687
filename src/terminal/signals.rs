//! Watches for signals: to end, to go on after a stop, and that the window has another size.

use std::io;
use std::sync::mpsc::Sender;

use super::Input;

/// Starts the watcher.
#[cfg(unix)]
pub(super) fn watch(sender: Sender<Input>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            if sender.send(Input::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    clippy::needless_pass_by_value,
    reason = "as on Unix"
)]
pub(super) fn watch(_sender: Sender<Input>) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
pub(super) fn is_resize(signal: i32) -> bool {
    signal == signal_hook::consts::SIGWINCH
}

#[cfg(unix)]
pub(super) fn is_continue(signal: i32) -> bool {
    signal == signal_hook::consts::SIGCONT
}

#[cfg(not(unix))]
pub(super) fn is_resize(_signal: i32) -> bool {
    false
}

#[cfg(not(unix))]
pub(super) fn is_continue(_signal: i32) -> bool {
    false
}
