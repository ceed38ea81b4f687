//! Mistakes in the arguments, in the user's language. clap finds them; its English sentences are never shown.

use std::ffi::OsString;

use clap::Command as Clap;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::text::Message;

/// What is wrong. `root` knows the commands there are.
pub(super) fn mistake(error: &Error, root: &Clap, args: &[OsString]) -> Message<'static> {
    let arg = || told(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => Message::new("usage-unknown-command")
            .with("command", told(error, ContextKind::InvalidSubcommand))
            .with("commands", names(named(root, args).last())),
        ErrorKind::UnknownArgument if arg().starts_with('-') => {
            Message::new("usage-unknown-flag").with("flag", arg())
        }
        ErrorKind::UnknownArgument => Message::new("usage-unexpected-word").with("word", arg()),
        ErrorKind::InvalidValue if !told(error, ContextKind::InvalidValue).is_empty() => {
            Message::new("usage-wrong-value")
                .with("flag", arg())
                .with("value", told(error, ContextKind::InvalidValue))
                .with("values", values(error))
        }
        ErrorKind::InvalidValue => Message::new("usage-missing-value").with("flag", arg()),
        ErrorKind::TooManyValues => Message::new("usage-no-value-here").with("flag", arg()),
        ErrorKind::ArgumentConflict => Message::new("usage-twice").with("flag", arg()),
        ErrorKind::MissingRequiredArgument => {
            Message::new("usage-missing-word").with("word", arg())
        }
        ErrorKind::MissingSubcommand => Message::new("usage-missing-command"),
        ErrorKind::InvalidUtf8 => Message::new("usage-not-unicode"),
        _ => Message::new("usage-other"),
    }
}

/// Where the help is: that of the command, if one was named.
pub(super) fn see_help(root: &Clap, args: &[OsString]) -> Message<'static> {
    let names: Vec<&str> = named(root, args).iter().map(|c| c.get_name()).collect();
    Message::new("usage-see-help").with("command", names.join(" "))
}

/// The program, and the commands that the arguments name, from the outside in.
fn named<'a>(root: &'a Clap, args: &[OsString]) -> Vec<&'a Clap> {
    let mut named = vec![root];
    for arg in args.iter().skip(1) {
        named.extend(named[named.len() - 1].find_subcommand(arg));
    }
    named
}

fn names(command: Option<&&Clap>) -> String {
    let commands = command
        .into_iter()
        .flat_map(|command| command.get_subcommands());
    commands.map(Clap::get_name).collect::<Vec<_>>().join(", ")
}

fn values(error: &Error) -> String {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    }
}

/// What clap tells of the mistake, without the placeholders: `--lang` of `--lang <CODE>`.
fn told(error: &Error, kind: ContextKind) -> String {
    let told = match error.get(kind) {
        Some(ContextValue::String(told)) => told.clone(),
        Some(ContextValue::Strings(told)) => told.join(" "),
        _ => String::new(),
    };
    match told.split_once(' ') {
        Some((flag, _)) if flag.starts_with('-') => flag.to_owned(),
        _ => told.trim_matches(['<', '>', '[', ']']).to_owned(),
    }
}
