//! Floor 4: arguments, commands and their exit codes.
//! The only floor that knows both the store and the words for people. Reads the environment through `ProcessEnv` alone.

use crate::cli::args::{Command, ParseOutcome};
use crate::cli::done::{COULD_NOT, Done, USAGE};
use crate::cli::failure::Failure;
use crate::cli::hiding::Reach;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::terminal::get_ready;
use crate::text::Message;
use crate::text::names::unused_pack;

mod args;
mod asking;
pub mod asset_fault;
mod bin;
mod brought;
mod compare;
mod completed;
mod completions;
mod criteria;
mod done;
mod early;
mod export;
mod failure;
pub mod fault;
mod find_case;
mod firms;
mod hand;
mod help;
mod hiding;
mod history;
mod homework;
mod import;
mod import_many;
pub mod keys;
mod list;
mod man;
mod merge;
mod named_file;
mod paper;
mod paths;
mod plain_walk;
pub mod process_env;
mod scope;
mod seal;
mod setup;
mod show;
mod usage;
mod walk;

/// Does what the arguments ask for; gives the exit code.
/// 0: done, 1: could not be done or something was found to be wrong, 2: the arguments are not understood.
#[must_use]
pub fn run(mut process: ProcessEnv<'_>) -> u8 {
    let context = CommandContext::find(&process);
    let words = context.words_again();
    let code = run_in(&mut process, context);
    // A window that was opened by a double click would be gone with what was said in it. Who ended the program by a signal
    // waits for nothing.
    if matches!(code, COULD_NOT | USAGE) && process.is_asked && (process.is_window_ours)() {
        let to_close = words().message(&Message::new("window-closes"));
        // Not an error: without an answer it closes too.
        let _ = (process.ask)(&to_close, false);
    }
    code
}

fn run_in(process: &mut ProcessEnv<'_>, mut context: CommandContext) -> u8 {
    for issue in std::mem::take(&mut context.issues) {
        process.tell(&issue);
    }
    get_ready(context.last_words());
    let command = match args::parse(&process.args, &context.catalog) {
        Ok(ParseOutcome::Walk(options, asked)) => {
            context.asked = asked;
            let found = match &options.case {
                Some(_) => context.find_folder(process),
                None => Ok(()),
            };
            return match found.and_then(|()| context.into_walk(process)) {
                Ok(context) => walk::walk(process, context, &options),
                Err(failure) => process.fail(&failure),
            };
        }
        Ok(ParseOutcome::Command(command, asked)) => {
            context.asked = asked;
            command
        }
        Ok(ParseOutcome::Said(text)) => {
            return process.say(&Done::new(text), &context.catalog);
        }
        Err(failure) => return process.fail(&failure),
    };
    let reach = reach(&command);
    let found = if reach.is_of_what_is_kept() {
        context.find_folder(process)
    } else {
        Ok(())
    };
    let performed = found
        .and_then(|()| reach.allow(context.asked, &context.catalog, || context.store(process)))
        .and_then(|()| perform(command, process, &mut context));
    for pack in context.library.not_used() {
        process.tell(&context.catalog.message(&unused_pack(pack)));
    }
    for pack in context.library.papers_not_used() {
        let said = Message::new("papers-not-used").with("pack", pack.as_str());
        process.tell(&context.catalog.message(&said));
    }
    match performed {
        Ok(done) => process.say(&done, &context.catalog),
        Err(failure) => process.fail(&failure),
    }
}

/// Whose checks each command shows or takes. One that is new says it here.
fn reach(command: &Command) -> Reach<'_> {
    match command {
        Command::List(_) => Reach::Everybody,
        Command::Firms(args) => args.reach(),
        Command::Export(args) => args.reach(),
        Command::Paper(args) => args.reach(),
        Command::Bin(args) => args.reach(),
        Command::Import(args) => Reach::Files(args.files()),
        Command::Show(_)
        | Command::Compare(_)
        | Command::Homework(_)
        | Command::Hand(_)
        | Command::Merge(_)
        | Command::History(_)
        | Command::Restore(_)
        | Command::Delete(_) => Reach::Named,
        Command::Unlock | Command::Passphrase => Reach::Lock,
        Command::Lock
        | Command::Scope(_)
        | Command::Criteria(_)
        | Command::Keys(_)
        | Command::Paths(_)
        | Command::Completions(_)
        | Command::Man
        | Command::Help(_) => Reach::Nobody,
    }
}

/// Does all that needs no walk.
fn perform(
    command: Command,
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
) -> Result<Done, Failure> {
    match command {
        Command::List(args) => list::list(process, context, &args),
        Command::Firms(args) => firms::list(process, context, &args),
        Command::Show(args) => show::show(process, context, &args),
        Command::Compare(args) => compare::compare(process, context, &args),
        Command::Export(args) => export::export(process, context, &args),
        Command::Paper(args) => paper::paper(process, context, &args),
        Command::Hand(args) => hand::hand(process, context, &args),
        Command::Merge(args) => merge::merge(process, context, &args),
        Command::Homework(args) => homework::homework(process, context, &args),
        Command::Import(args) => import::import(process, context, &args),
        Command::History(args) => history::history(process, context, &args),
        Command::Restore(args) => history::restore(process, context, &args),
        Command::Delete(args) => bin::delete(process, context, &args),
        Command::Bin(args) => bin::bin(process, context, &args),
        Command::Lock => seal::lock(process, context),
        Command::Unlock => seal::unlock(process, context),
        Command::Passphrase => seal::passphrase(process, context),
        Command::Scope(args) => scope::scope(context, &args),
        Command::Criteria(args) => criteria::criteria(context, &args),
        Command::Keys(args) => Ok(keys::keys(&context.catalog, &args)),
        Command::Paths(args) => paths::paths(context, &args),
        Command::Completions(args) => Ok(completions::completions(
            args::localized(&context.catalog),
            &args,
        )),
        Command::Man => Ok(man::man(args::localized(&context.catalog))),
        Command::Help(args) => {
            help::help(args::localized(&context.catalog), &context.catalog, &args)
        }
    }
}
