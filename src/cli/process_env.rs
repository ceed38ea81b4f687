//! What is outside the program, as far as a command has to know it: arguments, environment, outputs.
//! Commands reach the outside through this value alone.

use std::ffi::OsString;
use std::io::{self, BufRead, ErrorKind, Write};
use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::store::Store;
use crate::store::folder::Folder;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::system_error::system_message;

/// Asks with these words and takes a line; whether it is hidden while it is typed.
pub type Ask = dyn Fn(&str, bool) -> io::Result<Option<Zeroizing<String>>>;

/// What is outside the program, as far as a command has to know it.
pub struct ProcessEnv<'a> {
    /// As the system gives them, the program's name first.
    pub args: Vec<OsString>,
    pub env: &'a dyn Fn(&str) -> Option<OsString>,
    /// The language of the system where the environment names none.
    pub system_locale: &'a dyn Fn() -> Option<String>,
    /// The data folder where none was asked for; none if the system knows no home folder.
    pub usual_folder: &'a dyn Fn() -> Option<Folder>,
    /// The store that keeps the cases in a folder.
    pub store: &'a dyn Fn(&Folder) -> Store,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    /// Whether both the input and the output are a terminal.
    pub is_terminal: bool,
    /// Whether a full screen can be drawn in that terminal.
    pub can_draw: &'a dyn Fn() -> bool,
    /// Whether somebody can be asked: the input is a terminal.
    pub is_asked: bool,
    /// Whether the window was opened for this program alone, and closes with it.
    pub is_window_ours: &'a dyn Fn() -> bool,
    /// The input as it is typed or piped in, for whoever reads more of it than a line.
    pub input: &'a dyn Fn() -> Box<dyn BufRead>,
    /// The next line that is typed or piped in; whether it is hidden. None if there is none.
    pub ask: &'a Ask,
    /// Where a report is put unless the user says otherwise.
    pub documents: &'a dyn Fn() -> Option<PathBuf>,
    /// Whether somebody wants the command to stop. From the first call on a command that asks is not ended in the midst
    /// of what it does.
    pub stop: &'a dyn Fn() -> bool,
    /// The user's own folder.
    pub home: &'a dyn Fn() -> Option<PathBuf>,
    /// Folders in which answers could be kept if the usual one fails.
    pub other_data_folders: &'a dyn Fn() -> Vec<PathBuf>,
    /// Folders in which files may lie that somebody has sent.
    pub received_folders: &'a dyn Fn() -> Vec<PathBuf>,
    /// Folders below which drives are mounted.
    pub mounts: &'a dyn Fn() -> Vec<PathBuf>,
}

impl ProcessEnv<'_> {
    /// A Linux console with nobody drawing Japanese for it. What goes to a file or a pipe is drawn elsewhere.
    pub(super) fn is_bare_console(&self) -> bool {
        self.is_terminal && (self.env)("TERM").is_some_and(|term| term == "linux")
    }

    /// Prints what a command has to say. Who has stopped reading (`mamori list | head -1`) is not told so.
    pub(super) fn say(&mut self, done: &Done, catalog: &Catalog) -> u8 {
        let written = self.out.write_all(&done.text);
        match written.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let reason = system_message(error.kind(), error.raw_os_error());
                let said = Message::new("err-cannot-print").with("reason", reason);
                self.fail(&Failure::could_not(catalog, &[said]))
            }
            _ => {
                if let Some(then) = &done.then {
                    self.tell(then);
                }
                done.code
            }
        }
    }

    pub(super) fn fail(&mut self, failure: &Failure) -> u8 {
        for sentence in &failure.sentences {
            self.tell(sentence);
        }
        failure.code
    }

    /// A sentence beside what was asked for. If it cannot be printed, there is nowhere to say so.
    pub(super) fn tell(&mut self, sentence: &str) {
        // Not an error: as above.
        let _ = writeln!(self.err, "{sentence}");
    }
}
