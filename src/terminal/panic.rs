//! What a panic leaves behind: a terminal as it was, a sentence that says what is safe, and a report for whoever
//! mends it. Never the panic's own text: it can quote what the user typed. Nor a folder of the machine of whoever
//! built the program.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::{Write as _, stderr};
use std::panic::{Location, PanicHookInfo, set_hook, take_hook};

use crate::store::panics::PanicFile;

type Old = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

/// What a panic says and where its report goes, ready before it happens: a catalogue cannot cross threads.
pub struct Last {
    pub words: String,
    /// Says where the report lies.
    pub report_words: String,
    pub report: PanicFile,
}

/// The hook while a walk goes on; the old one comes back when this is dropped.
pub struct Hook(());

impl Hook {
    /// `restore_terminal` is what the screen needs before anything can be read on it.
    #[must_use]
    pub fn set(last: Last, restore_terminal: fn()) -> Self {
        let _: Old = take_hook();
        set_hook(Box::new(move |info| {
            restore_terminal();
            let place = info.location().map(place_of).unwrap_or_default();
            let head = format!("mamori {} {place}", env!("CARGO_PKG_VERSION"));
            // Nothing can be done where even this cannot be written.
            let _ = writeln!(stderr(), "{}\n{head}", last.words);
            // A backtrace can take a moment; by now all that matters has been said.
            if last.report.write(&report(&head)) {
                let _ = writeln!(stderr(), "{}", last.report_words);
            }
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
