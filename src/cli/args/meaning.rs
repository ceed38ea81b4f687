//! What the arguments ask for, once they are known to be right.

use clap::ArgMatches;

use super::{Command, WalkOptions, carrying, text};
use crate::text::Message;
use crate::text::width::WidthMode;

pub(super) fn meant(matches: &ArgMatches) -> Result<Command, Message<'static>> {
    let before = text(matches, "case");
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(Command::Walk(WalkOptions {
            case: before,
            plain: matches.get_flag("plain"),
            no_mouse: matches.get_flag("no-mouse"),
            width: width(matches),
            crash: cfg!(debug_assertions) && matches.get_flag("crash"),
        }));
    };
    if name == "show" {
        let mut cases = [before, text(matches, "case"), text(matches, "CASE")]
            .into_iter()
            .flatten();
        let (case, another) = (cases.next(), cases.next());
        return match another {
            Some(_) => Err(Message::new("usage-two-cases")),
            None => Ok(Command::Show {
                case,
                json: matches.get_flag("json"),
            }),
        };
    }
    if before.is_some() {
        return Err(Message::new("usage-no-case-here").with("command", name.to_owned()));
    }
    Ok(without_case(name, matches))
}

fn without_case(name: &str, matches: &ArgMatches) -> Command {
    let has = |flag: &str| matches.get_flag(flag);
    let word = |matches: &ArgMatches, name: &str| text(matches, name).unwrap_or_default();
    match (name, matches.subcommand()) {
        ("list", _) => Command::List { json: has("json") },
        ("history", _) => Command::History {
            case: text(matches, "CASE"),
            json: has("json"),
        },
        ("restore", _) => Command::Restore {
            case: word(matches, "CASE"),
            generation: text(matches, "GENERATION"),
        },
        ("delete", _) => Command::Delete {
            case: word(matches, "CASE"),
            yes: has("yes"),
        },
        ("bin", Some(("restore", matches))) => Command::BinPutBack {
            name: word(matches, "NAME"),
        },
        ("bin", Some(("empty", matches))) => Command::BinEmpty {
            yes: matches.get_flag("yes"),
        },
        ("bin", _) => Command::Bin { json: has("json") },
        ("compare", _) => Command::Compare {
            before: word(matches, "BEFORE"),
            after: word(matches, "AFTER"),
            json: has("json"),
        },
        ("export", _) => Command::Export(carrying::options(matches)),
        ("import", _) => Command::Import {
            file: matches.get_one("FILE").cloned().unwrap_or_default(),
            clash: carrying::clash(matches),
        },
        ("lock", _) => Command::Lock,
        ("unlock", _) => Command::Unlock,
        ("passphrase", _) => Command::Passphrase,
        ("scope", _) => Command::Scope {
            forms: matches
                .get_many::<String>("forms")
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            pack: text(matches, "pack"),
            json: has("json"),
        },
        ("criteria", Some(("check", matches))) => Command::CriteriaCheck {
            file: matches.get_one("FILE").cloned().unwrap_or_default(),
        },
        ("criteria", Some(("schema", _))) => Command::CriteriaSchema,
        ("criteria", _) => Command::CriteriaList,
        ("keys", _) => Command::Keys {
            markdown: has("markdown"),
        },
        _ => Command::Paths { json: has("json") },
    }
}

fn width(matches: &ArgMatches) -> Option<WidthMode> {
    match text(matches, "width")?.as_str() {
        "narrow" => Some(WidthMode::Narrow),
        "wide" => Some(WidthMode::Wide),
        _ => None,
    }
}
