//! What a panic leaves behind: a terminal as it was, and a sentence that says what is safe.
//! Never the panic's own text: it can quote what the user typed.

use std::io::{Write, stderr};
use std::panic::{PanicHookInfo, set_hook, take_hook};

use super::screen::give_back;

type Old = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

/// The hook while the full screen is there; the old one comes back when this is dropped.
pub(super) struct Hook(());

impl Hook {
    /// `words` are ready to print: a catalogue cannot cross threads.
    pub(super) fn set(words: String) -> Self {
        let _: Old = take_hook();
        set_hook(Box::new(move |info| {
            give_back();
            let place = info
                .location()
                .map(|at| format!("{}:{}", at.file(), at.line()));
            let place = place.unwrap_or_default();
            let version = env!("CARGO_PKG_VERSION");
            // Nothing can be done where even this cannot be written.
            let _ = writeln!(stderr(), "{words}\nmamori {version} {place}");
        }));
        Self(())
    }
}

impl Drop for Hook {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _: Old = take_hook();
        }
    }
}
