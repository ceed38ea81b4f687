//! Watches for signals: to end, to go on after a stop, and that the window has another size. On Windows for what ends
//! a console program.

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

/// How long Windows is kept waiting for the end, at most: after 5 s it waits no longer.
#[cfg(windows)]
const LONGEST_END: std::time::Duration = std::time::Duration::from_secs(4);

#[cfg(windows)]
static LISTENER: std::sync::OnceLock<Sender<Input>> = std::sync::OnceLock::new();

/// Has Windows tell before it ends the program.
#[cfg(windows)]
pub(super) fn watch(sender: Sender<Input>) -> io::Result<()> {
    LISTENER.get_or_init(|| sender);
    super::windows_console::before_the_end(end)
}

/// Ends the program as a signal does elsewhere; false where nobody listens any more.
#[cfg(windows)]
fn end(event: u32) -> bool {
    let signal = Input::Signal(signal_of(event));
    let is_told = LISTENER
        .get()
        .is_some_and(|listener| listener.send(signal).is_ok());
    if is_told {
        // The program ends by itself once everything is on the disk, and this thread with it.
        std::thread::sleep(LONGEST_END);
    }
    is_told
}

/// By the numbers of Unix, on which the exit code is built: INT, HUP, TERM.
#[cfg(windows)]
fn signal_of(event: u32) -> i32 {
    use super::windows_console::{CLOSE, CTRL_BREAK, CTRL_C};

    match event {
        CTRL_C | CTRL_BREAK => 2,
        CLOSE => 1,
        _ => 15,
    }
}

#[cfg(unix)]
pub(super) fn is_resize(signal: i32) -> bool {
    signal == signal_hook::consts::SIGWINCH
}

#[cfg(unix)]
pub(super) fn is_continue(signal: i32) -> bool {
    signal == signal_hook::consts::SIGCONT
}

#[cfg(windows)]
pub(super) fn is_resize(_signal: i32) -> bool {
    false
}

#[cfg(windows)]
pub(super) fn is_continue(_signal: i32) -> bool {
    false
}
