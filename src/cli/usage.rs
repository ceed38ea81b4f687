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
        ErrorKind::ValueValidation => Message::new("usage-no-such-value")
            .with("flag", arg())
            .with("value", told(error, ContextKind::InvalidValue)),
        ErrorKind::TooManyValues => Message::new("usage-no-value-here").with("flag", arg()),
        ErrorKind::ArgumentConflict => {
            let other = told(error, ContextKind::PriorArg);
            if other == arg() {
                Message::new("usage-twice").with("flag", arg())
            } else {
                Message::new("usage-not-together")
                    .with("flag", arg())
                    .with("other", other)
            }
        }
        ErrorKind::MissingRequiredArgument => {
            Message::new("usage-missing-word").with("word", arg())
        }
        ErrorKind::MissingSubcommand => Message::new("usage-missing-command"),
        ErrorKind::InvalidUtf8 => Message::new("usage-not-unicode"),
        _ => Message::new("usage-other"),
    }
}

/// That the first word is neither a command nor a file: `is_file` says what looks like one.
pub(super) fn no_command(
    root: &Clap,
    args: &[OsString],
    is_file: impl Fn(&str) -> bool,
) -> Option<Message<'static>> {
    let mut args = args.iter().skip(1);
    let word = loop {
        let arg = args.next()?;
        match arg.to_str() {
            Some("--") => return None,
            Some(flag) if takes_value(flag, root) => _ = args.next(),
            Some(flag) if flag.starts_with('-') => {}
            _ => break arg,
        }
    };
    let word = word.to_string_lossy();
    if root.find_subcommand(&*word).is_some() || is_file(&word) {
        return None;
    }
    Some(
        Message::new("usage-unknown-command")
            .with("command", word.into_owned())
            .with("commands", names(Some(&root))),
    )
}

/// Where the help is: that of the command, if one was named.
pub(super) fn see_help(root: &Clap, args: &[OsString]) -> Message<'static> {
    let names: Vec<&str> = named(root, args).iter().map(|c| c.get_name()).collect();
    Message::new("usage-see-help").with("command", names.join(" "))
}

/// The program, and the commands that the arguments name, from the outside in.
pub(super) fn named<'a>(root: &'a Clap, args: &[OsString]) -> Vec<&'a Clap> {
    let mut named = vec![root];
    let mut args = args.iter().skip(1);
    while let Some(arg) = args.next() {
        let flag = arg.to_str().filter(|arg| arg.starts_with('-'));
        match (flag, named[named.len() - 1].find_subcommand(arg)) {
            (Some(flag), _) if takes_value(flag, root) => _ = args.next(),
            (Some(_), _) => {}
            (None, Some(below)) => named.push(below),
            // What comes after a word that is no command is none of this program's.
            (None, None) => break,
        }
    }
    named
}

/// Whether the next argument is the value of this flag. Only the program's own can stand before a command.
fn takes_value(flag: &str, root: &Clap) -> bool {
    let is_it = |long: &str| flag.strip_prefix("--") == Some(long);
    let mut args = root.get_arguments();
    args.any(|arg| arg.get_long().is_some_and(is_it) && arg.get_action().takes_values())
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
        // `<FILE>...` where there may be several.
        _ => {
            let words = told.split(' ').map(|word| {
                let one = word.trim_end_matches("...");
                one.trim_matches(['<', '>', '[', ']'])
            });
            words.collect::<Vec<_>>().join(" ")
        }
    }
}
