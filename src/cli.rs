//! Floor 4: arguments, commands and their exit codes.
//! The only floor that knows both the store and the words for people. Reads the environment through `ProcessEnv` alone.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::cli::args::{Command, Early};
use crate::cli::failure::Failure;
use crate::cli::setup::CommandContext;
use crate::store::folder::Folder;
use crate::text::Message;
use crate::text::catalog::Catalog;

mod args;
mod asking;
pub mod asset_fault;
mod bin;
mod compare;
mod criteria;
mod export;
mod failure;
pub mod fault;
mod find_case;
mod history;
mod import;
pub mod keys;
mod list;
mod paths;
mod plain_walk;
mod scope;
mod seal;
mod setup;
mod show;
mod usage;
mod walk;

/// Done.
const DONE: u8 = 0;
/// Could not be done, or something was found to be wrong.
const COULD_NOT: u8 = 1;
/// Asked for in a way that is not understood.
const USAGE: u8 = 2;

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
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    /// Whether both the input and the output are a terminal.
    pub is_terminal: bool,
    /// Whether somebody can be asked: the input is a terminal.
    pub is_asked: bool,
    /// The next line that is typed or piped in; whether it is hidden. None if there is none.
    pub ask: &'a Ask,
    /// Where a report is put unless the user says otherwise.
    pub documents: &'a dyn Fn() -> Option<PathBuf>,
    /// Folders in which answers could be kept if the usual one fails.
    pub other_places: &'a dyn Fn() -> Vec<PathBuf>,
}

/// What a command has to say when it is through, and the exit code.
struct Done {
    text: Vec<u8>,
    code: u8,
}

/// Does what the arguments ask for; gives the exit code.
/// 0: done, 1: could not be done or something was found to be wrong, 2: the arguments are not understood.
#[must_use]
pub fn run(mut world: ProcessEnv<'_>) -> u8 {
    let mut ground = CommandContext::find(&world);
    for issue in std::mem::take(&mut ground.issues) {
        world.tell(&issue);
    }
    let command = match args::parse(&world.args, &ground.catalog) {
        Ok(Command::Walk(options)) => {
            return match ground.into_setup() {
                Ok(setup) => walk::walk(&mut world, setup, &options),
                Err(failure) => world.fail(&failure),
            };
        }
        Ok(command) => command,
        Err(Early::Said(text)) => return world.say(&Done::new(text), &ground.catalog),
        Err(Early::Mistake(failure)) => return world.fail(&failure),
    };
    match perform(command, &mut world, &mut ground) {
        Ok(done) => world.say(&done, &ground.catalog),
        Err(failure) => world.fail(&failure),
    }
}

/// Does all that needs no walk.
fn perform(
    command: Command,
    world: &mut ProcessEnv<'_>,
    ground: &mut CommandContext,
) -> Result<Done, Failure> {
    match command {
        Command::Walk(_) => Ok(Done::new(String::new())),
        Command::List { json } => list::list(world, ground, json),
        Command::Show { case, json } => show::show(world, ground, case.as_deref(), json),
        Command::History { case, json } => history::history(world, ground, case.as_deref(), json),
        Command::Restore { case, generation } => {
            history::restore(world, ground, &case, generation.as_deref())
        }
        Command::Delete { case, yes } => bin::delete(world, ground, &case, yes),
        Command::Bin { json } => bin::list(world, ground, json),
        Command::BinPutBack { name } => bin::put_back(world, ground, &name),
        Command::BinEmpty { yes } => bin::empty(world, ground, yes),
        Command::Compare {
            before,
            after,
            json,
        } => compare::compare(world, ground, &before, &after, json),
        Command::Export(options) => export::export(world, ground, &options),
        Command::Import { file, clash } => import::import(world, ground, &file, clash),
        Command::Lock => seal::lock(world, ground),
        Command::Unlock => seal::unlock(world, ground),
        Command::Passphrase => seal::passphrase(world, ground),
        Command::Scope { forms, pack, json } => scope::scope(ground, &forms, pack.as_deref(), json),
        Command::CriteriaList => Ok(criteria::list(ground)),
        Command::CriteriaCheck { file } => criteria::check(ground, &file),
        Command::CriteriaSchema => Ok(criteria::schema()),
        Command::Keys { markdown } => Ok(Done::new(if markdown {
            keys::markdown(&ground.catalog)
        } else {
            keys::text(&ground.catalog)
        })),
        Command::Paths { json } => paths::paths(ground, json),
    }
}

impl ProcessEnv<'_> {
    /// A Linux console with nobody drawing Japanese for it. What goes to a file or a pipe is drawn elsewhere.
    fn is_bare_console(&self) -> bool {
        self.is_terminal && (self.env)("TERM").is_some_and(|term| term == "linux")
    }

    /// Prints what a command has to say. Who has stopped reading (`mamori list | head -1`) is not told so.
    fn say(&mut self, done: &Done, catalog: &Catalog) -> u8 {
        let written = self.out.write_all(&done.text);
        match written.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let said =
                    Message::new("err-cannot-print").with("reason", error.kind().to_string());
                self.fail(&Failure::could_not(catalog, &[said]))
            }
            _ => done.code,
        }
    }

    fn fail(&mut self, failure: &Failure) -> u8 {
        for sentence in &failure.sentences {
            self.tell(sentence);
        }
        failure.code
    }

    /// A sentence beside what was asked for. If it cannot be printed, there is nowhere to say so.
    fn tell(&mut self, sentence: &str) {
        // Not an error: as above.
        let _ = writeln!(self.err, "{sentence}");
    }
}

impl Done {
    fn new(text: String) -> Self {
        Self::bytes(text.into_bytes())
    }

    /// For another program, or a file.
    fn bytes(text: Vec<u8>) -> Self {
        Self { text, code: DONE }
    }

    /// Lines, each with its end.
    fn lines(lines: impl IntoIterator<Item = String>) -> Self {
        Self::new(lines.into_iter().map(|line| line + "\n").collect())
    }
}
