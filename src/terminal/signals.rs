//! Watches for signals: to end, to go on after a stop, and that the window has another size. On Windows for what ends
//! a console program.

use std::io;
use std::sync::mpsc::Sender;

#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};

use super::Input;

/// The full screen takes the signals.
#[cfg(unix)]
static IS_WATCHED: AtomicBool = AtomicBool::new(false);

/// Starts the watcher.
#[cfg(unix)]
pub(super) fn watch(sender: Sender<Input>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;

    IS_WATCHED.store(true, Ordering::SeqCst);
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

/// Whether somebody wants a command to stop: Ctrl-C, the end of the window. It is watched from the first call on; who
/// asks for it twice ends the program where it stands.
#[must_use]
pub fn is_to_stop() -> bool {
    static IS_WATCHED_FOR: std::sync::Once = std::sync::Once::new();

    IS_WATCHED_FOR.call_once(|| {
        // Not an error: where nobody can watch, the program ends at once as it would have.
        let _ = watch_for_the_stop();
    });
    stop::WANTED.load(std::sync::atomic::Ordering::SeqCst)
}

mod stop {
    use std::sync::atomic::AtomicBool;

    pub(super) static WANTED: AtomicBool = AtomicBool::new(false);
}

#[cfg(unix)]
fn watch_for_the_stop() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    IS_WATCHED.store(true, Ordering::SeqCst);
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            if stop::WANTED.swap(true, Ordering::SeqCst) {
                // Not an error: it ends the program, and comes back for none of these.
                let _ = emulate_default_handler(signal);
            }
        }
    });
    Ok(())
}

#[cfg(windows)]
fn watch_for_the_stop() -> io::Result<()> {
    use std::sync::atomic::Ordering;

    super::windows_console::before_the_end(|event| {
        let is_again = stop::WANTED.swap(true, Ordering::SeqCst);
        if event == super::windows_console::CLOSE {
            // The program ends by itself once what it was at is done, and this thread with it.
            std::thread::sleep(LONGEST_END);
        }
        !is_again
    })
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

/// Ends the program as a signal does elsewhere. False where nobody listens: Windows ends it.
#[cfg(windows)]
fn end(event: u32) -> bool {
    hidden::end();
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

/// While a line is hidden: what gives the terminal back, should somebody else end the program meanwhile.
#[cfg(unix)]
pub(super) mod hidden {
    use std::io::stdin;
    use std::sync::{Mutex, Once, PoisonError};

    use rustix::termios::{OptionalActions, Termios, tcsetattr};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::{IS_WATCHED, Ordering};

    static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

    /// The terminal hides what is typed from now on, and was so before.
    pub(in crate::terminal) fn begin(before: Termios) {
        static WATCHER: Once = Once::new();

        *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = Some(before);
        WATCHER.call_once(|| {
            // Where nobody can watch, the line is asked for all the same.
            if let Ok(signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT]) {
                std::thread::spawn(move || watch(signals));
            }
        });
    }

    /// For as long as the program runs: a signal that once was taken is not given back to the system.
    fn watch(mut signals: Signals) {
        for signal in signals.forever() {
            end();
            // A full screen that began since ends by itself.
            if !IS_WATCHED.load(Ordering::SeqCst) {
                // It ends the program, and comes back for none of these.
                let _ = emulate_default_handler(signal);
            }
        }
    }

    /// It is as it was.
    pub(in crate::terminal) fn end() {
        let before = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(before) = before {
            // A terminal that is gone has nothing to show either.
            let _ = tcsetattr(stdin(), OptionalActions::Now, &before);
        }
    }
}

/// While a line is hidden: what gives the console back, should somebody else end the program meanwhile. A console
/// keeps its mode for whoever reads from it next.
#[cfg(windows)]
pub(super) mod hidden {
    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};

    use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

    static IS_HIDDEN: AtomicBool = AtomicBool::new(false);

    /// The console hides what is typed from now on.
    pub(in crate::terminal) fn begin() -> io::Result<()> {
        // Not an error: where nobody can watch, the line is asked for all the same.
        let _ = crate::terminal::windows_console::before_the_end(super::end);
        IS_HIDDEN.store(true, Ordering::SeqCst);
        enable_raw_mode().inspect_err(|_| IS_HIDDEN.store(false, Ordering::SeqCst))
    }

    /// It takes lines and shows them.
    pub(in crate::terminal) fn end() {
        if IS_HIDDEN.swap(false, Ordering::SeqCst) {
            // A console that is gone has nothing to show either.
            let _ = disable_raw_mode();
        }
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
