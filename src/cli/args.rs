//! The arguments: what can be written, and what it asks for. The options of a command stand in its own file.
//! What stands for a help text is the id of a message: every word of the help comes from the locales.

use std::ffi::OsString;
use std::mem::ManuallyDrop;

use clap::builder::NonEmptyStringValueParser;
use clap::error::ErrorKind;
use clap::{ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::cli::bin::{BinArgs, DeleteArgs};
use crate::cli::brought::is_file;
use crate::cli::compare::CompareArgs;
use crate::cli::completions::CompletionsArgs;
use crate::cli::criteria::CriteriaArgs;
use crate::cli::export::ExportArgs;
use crate::cli::failure::Failure;
use crate::cli::firms::FirmsArgs;
use crate::cli::hand::HandArgs;
use crate::cli::help::{HelpArgs, in_words_of, page_of, without_clap_s_own};
use crate::cli::hiding::Asked;
use crate::cli::history::{HistoryArgs, RestoreArgs};
use crate::cli::homework::HomeworkArgs;
use crate::cli::import::ImportArgs;
use crate::cli::keys::KeysArgs;
use crate::cli::list::ListArgs;
use crate::cli::merge::MergeArgs;
use crate::cli::paper::PaperArgs;
use crate::cli::paths::PathsArgs;
use crate::cli::scope::ScopeArgs;
use crate::cli::show::ShowArgs;
use crate::cli::usage;
use crate::cli::walk::WalkArgs;
use crate::text::Message;
use crate::text::catalog::Catalog;

#[derive(Debug, Parser)]
#[command(
    name = "mamori",
    about = "cli-about",
    after_help = "cli-examples",
    version
)]
struct Arguments {
    #[command(flatten)]
    walk: WalkArgs,
    // Read before everything else, see `early`. What every command takes stands last in its help, behind its own.
    #[arg(long, global = true, display_order = 100, value_name = "DIR", help = "cli-data-dir", value_parser = NonEmptyStringValueParser::new())]
    data_dir: Option<String>,
    // The same.
    #[arg(long, global = true, display_order = 101, value_name = "CODE", help = "cli-lang", value_parser = NonEmptyStringValueParser::new())]
    lang: Option<String>,
    #[arg(long, short, global = true, display_order = 102, action = ArgAction::Help, help = "cli-help")]
    help: Option<bool>,
    #[arg(long, short = 'V', display_order = 103, action = ArgAction::Version, help = "cli-show-version")]
    version: Option<bool>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What can be asked for besides the walk.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = "cli-list")]
    List(ListArgs),
    #[command(about = "cli-firms")]
    Firms(FirmsArgs),
    #[command(about = "cli-show")]
    Show(ShowArgs),
    #[command(about = "cli-compare")]
    Compare(CompareArgs),
    #[command(about = "cli-export")]
    Export(ExportArgs),
    #[command(about = "cli-paper")]
    Paper(PaperArgs),
    #[command(about = "cli-homework")]
    Homework(HomeworkArgs),
    #[command(about = "cli-import")]
    Import(ImportArgs),
    #[command(about = "cli-hand")]
    Hand(HandArgs),
    #[command(about = "cli-merge")]
    Merge(MergeArgs),
    #[command(about = "cli-history")]
    History(HistoryArgs),
    #[command(about = "cli-restore")]
    Restore(RestoreArgs),
    #[command(about = "cli-delete")]
    Delete(DeleteArgs),
    #[command(about = "cli-bin")]
    Bin(BinArgs),
    #[command(about = "cli-lock")]
    Lock,
    #[command(about = "cli-unlock")]
    Unlock,
    #[command(about = "cli-passphrase")]
    Passphrase,
    #[command(about = "cli-scope")]
    Scope(ScopeArgs),
    #[command(about = "cli-criteria")]
    Criteria(CriteriaArgs),
    #[command(about = "cli-keys")]
    Keys(KeysArgs),
    #[command(about = "cli-paths")]
    Paths(PathsArgs),
    #[command(about = "cli-completions")]
    Completions(CompletionsArgs),
    #[command(about = "cli-man")]
    Man,
    #[command(about = "cli-help-of")]
    Help(HelpArgs),
}

/// What the arguments come to.
pub(super) enum ParseOutcome {
    Walk(WalkArgs, Asked),
    Command(Command, Asked),
    /// The help or the version was asked for; here it is.
    Said(String),
}

/// What the arguments ask for. The first of them is the program's name.
pub(super) fn parse(args: &[OsString], catalog: &Catalog) -> Result<ParseOutcome, Failure> {
    let mistaken = |said| {
        let said = [said, usage::see_help(&bare(), args)];
        Failure::usage(catalog, &said)
    };
    // To let go of it, piece by piece, would cost half of what it cost to make.
    let mut command = ManuallyDrop::new(bare());
    if let Some(said) = usage::no_command(&command, args, is_file) {
        return Err(mistaken(said));
    }
    let parsed = command.try_get_matches_from_mut(args);
    let parsed = parsed.and_then(|matches| {
        let name = matches.subcommand_name().map(str::to_owned);
        Ok((Arguments::from_arg_matches(&matches)?, name))
    });
    match parsed {
        Ok((arguments, name)) => to_command(arguments, name).map_err(mistaken),
        Err(error) => match error.kind() {
            ErrorKind::DisplayVersion => Ok(ParseOutcome::Said(error.render().to_string())),
            ErrorKind::DisplayHelp => {
                let bare = bare();
                let named = usage::named(&bare, args).into_iter().skip(1);
                let command = named.map(|it| it.get_name().to_owned()).collect();
                let page = page_of(localized(catalog), catalog, &HelpArgs { command })?;
                Ok(ParseOutcome::Said(page))
            }
            _ => Err(mistaken(usage::mistake(&error, &bare(), args))),
        },
    }
}

/// Everything that can be written, with ids in the place of words: enough to understand arguments.
fn bare() -> clap::Command {
    without_clap_s_own(Arguments::command())
}

/// `--case` before a command is that command's, where it takes one. `name` is that of the command.
fn to_command(
    arguments: Arguments,
    name: Option<String>,
) -> Result<ParseOutcome, Message<'static>> {
    let Arguments { walk, command, .. } = arguments;
    assert!(command.is_none() || !walk.crashes(), "asked for by a test");
    let asked = walk.sight.asked()?;
    let Some(mut command) = command else {
        return Ok(ParseOutcome::Walk(walk, asked));
    };
    if let Some(file) = walk.file {
        let word = file.display().to_string();
        return Err(Message::new("usage-unexpected-word").with("word", word));
    }
    if let (Asked::HideOthers, Some(name)) = (asked, &name) {
        // Taken without a word it would be believed.
        return Err(Message::new("usage-no-hiding-here").with("command", name.clone()));
    }
    if let Command::Show(show) = &mut command {
        show.take_case(walk.case)
            .map_err(|()| Message::new("usage-two-cases"))?;
    } else if let (Some(_), Some(name)) = (walk.case, name) {
        return Err(Message::new("usage-no-case-here").with("command", name));
    }
    Ok(ParseOutcome::Command(command, asked))
}

/// Everything that can be written, with its help in the words of the catalogue.
pub(super) fn localized(catalog: &Catalog) -> clap::Command {
    in_words_of(catalog, bare(), "")
}
