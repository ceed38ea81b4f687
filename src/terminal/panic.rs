//! What a panic leaves behind: a terminal as it was, a sentence that says what is safe, and a report for whoever
//! mends it. Never the panic's own text: it can quote what the user typed. Nor a folder of the machine of whoever
//! built the program, nor a picture of its memory, which the system would keep of one that aborts.
//! Nothing unwinds in the program that is handed over: what is still to be done is done here, and then it ends.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::{Write as _, stderr};
use std::panic::{Location, set_hook};
use std::process::exit;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use super::Input;
use super::saver::Finish;
use super::screen::restore_terminal;
use super::signals::hidden;
use crate::store::panics::PanicFile;

/// What the program ends with, as Rust's own do.
pub const PANICKED: u8 = 101;

/// What a panic says and where its report goes.
pub struct Last {
    pub words: String,
    /// The report, and what says where it lies. None where there is no place for it.
    pub report: Option<(PanicFile, String)>,
}

/// Who works beside whom while the full screen is there.
#[derive(Clone)]
pub(super) struct Threads {
    pub(super) of_the_loop: ThreadId,
    pub(super) saver: Finish,
    /// The loop keeps what was typed before it ends.
    pub(super) tell: Sender<Input>,
}

/// Makes the last words on the thread that panics: a catalogue cannot cross threads.
type Words = Box<dyn FnOnce() -> Last + Send>;

struct Ready {
    last: Option<Words>,
    threads: Option<Threads>,
}

static READY: Mutex<Ready> = Mutex::new(Ready {
    last: None,
    threads: None,
});

/// From now on this is what a panic says. Nothing says it before `end_at_a_panic`.
pub fn get_ready(last: impl FnOnce() -> Last + Send + 'static) {
    ready().last = Some(Box::new(last));
}

pub(super) fn know(threads: Threads) {
    ready().threads = Some(threads);
}

fn ready() -> MutexGuard<'static, Ready> {
    READY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on a panic, on whatever thread, ends the program.
#[expect(
    clippy::disallowed_methods,
    reason = "nobody is left to return an exit code to"
)]
pub fn end_at_a_panic() {
    set_hook(Box::new(|info| {
        restore_terminal();
        hidden::end();
        let place = info.location().map(place_of).unwrap_or_default();
        let head = format!("mamori {} {place}", env!("CARGO_PKG_VERSION"));
        // Not held on to: whoever is waited for below can panic too.
        let (last, threads) = {
            let mut ready = ready();
            (ready.last.take(), ready.threads.clone())
        };
        // Nothing can be done where even this cannot be written.
        let _ = writeln!(stderr(), "{head}");
        // What follows could panic once more, which would end it all at once: what is to be saved comes first.
        if let Some(threads) = &threads {
            threads.save();
        }
        if let Some(last) = last.map(|last| last()) {
            let _ = writeln!(stderr(), "{}", last.words);
            if let Some((file, words)) = last.report
                && file.write(&report(&head))
            {
                let _ = writeln!(stderr(), "{words}");
            }
        }
        if let Some(threads) = threads {
            threads.let_the_loop_end();
        }
        exit(PANICKED.into());
    }));
}

impl Threads {
    /// Where the loop has panicked nothing more is to be saved than what the saver has.
    fn save(&self) {
        if thread::current().id() == self.of_the_loop {
            self.saver.finish();
        }
    }

    /// Where neither the loop nor the saver has panicked, the loop keeps what was typed and ends the program.
    fn let_the_loop_end(&self) {
        let this = thread::current().id();
        let is_beside = this != self.of_the_loop && !self.saver.is_on(this);
        if is_beside && self.tell.send(Input::Broken).is_ok() {
            loop {
                thread::park();
            }
        }
    }
}

fn place_of(at: &Location<'_>) -> String {
    format!("{}:{}", without_folder(at.file()), at.line())
}

fn report(head: &str) -> String {
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    // The program that is handed over has no names; from here `.ci/symbols` finds them in the map of that build.
    let here = report as fn(&str) -> String;
    let mut text = format!("{head}\n{system}\nreport at {here:p}\n\n");
    // `#` is for the addresses.
    for line in format!("{:#}", Backtrace::force_capture()).lines() {
        let line = match line.split_once(" at ") {
            Some((blank, file)) if blank.trim().is_empty() => {
                format!("{blank} at {}", without_folder(file))
            }
            _ => line.to_owned(),
        };
        let _ = writeln!(text, "{line}");
    }
    text
}

/// The file from its last `src` on, or only its name: what stands before is a folder of whoever built this.
fn without_folder(file: &str) -> &str {
    let from_source = ["src/", "src\\"]
        .into_iter()
        .filter_map(|source| file.rfind(source))
        .max();
    let from_name = || file.rfind(['/', '\\']).map_or(0, |slash| slash + 1);
    &file[from_source.unwrap_or_else(from_name)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_without_the_folders_of_who_built_it() {
        for (file, named) in [
            ("src/terminal.rs", "src/terminal.rs"),
            ("./src/terminal.rs:97:5", "src/terminal.rs:97:5"),
            (
                "/builds/one/registry/src/x-1.0/src/lib.rs:3",
                "src/lib.rs:3",
            ),
            ("C:\\one\\src\\cli\\walk.rs", "src\\cli\\walk.rs"),
            ("/builds/one/start.S:115", "start.S:115"),
            ("start.S", "start.S"),
        ] {
            assert_eq!(without_folder(file), named);
        }
    }

    #[test]
    fn a_report_names_no_folder() {
        let text = report("mamori 0.1.0 src/terminal.rs:97");
        assert!(
            text.starts_with("mamori 0.1.0 src/terminal.rs:97\n"),
            "{text}"
        );
        assert!(text.contains("a_report_names_no_folder"), "{text}");
        assert!(!text.contains(" /") && !text.contains(":\\"), "{text}");
    }
}
