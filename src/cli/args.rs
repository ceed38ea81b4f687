//! The arguments: what can be written, and what it asks for.
//! Every word of the help comes from the locales; clap's own never reach anybody.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command as Clap, value_parser};

use crate::cli::export::ExportOptions;
use crate::cli::failure::Failure;
use crate::cli::import::Clash;
use crate::cli::usage;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::width::WidthMode;

mod carrying;
mod keeping;
mod meaning;

pub(crate) const DATA_DIR: &str = "--data-dir";
pub(crate) const LANG: &str = "--lang";

/// How wide the terminal draws what may be one or two cells wide.
const WIDTHS: [&str; 3] = ["auto", "narrow", "wide"];

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Command {
    Walk(WalkOptions),
    List {
        json: bool,
    },
    Show {
        case: Option<String>,
        json: bool,
    },
    History {
        case: Option<String>,
        json: bool,
    },
    Restore {
        case: String,
        generation: Option<String>,
    },
    Delete {
        case: String,
        yes: bool,
    },
    Bin {
        json: bool,
    },
    BinPutBack {
        name: String,
    },
    BinEmpty {
        yes: bool,
    },
    Compare {
        before: String,
        after: String,
        json: bool,
    },
    Export(ExportOptions),
    Import {
        file: PathBuf,
        clash: Clash,
    },
    Lock,
    Unlock,
    Passphrase,
    Scope {
        forms: Vec<String>,
        pack: Option<String>,
        json: bool,
    },
    CriteriaList,
    CriteriaCheck {
        file: PathBuf,
    },
    CriteriaSchema,
    Keys {
        markdown: bool,
    },
    Paths {
        json: bool,
    },
}

/// What was asked for with the walk.
#[derive(Debug)]
pub(crate) struct WalkOptions {
    pub(crate) case: Option<String>,
    /// As numbered lines, also in a terminal.
    pub(crate) plain: bool,
    /// Leave the mouse to the terminal, this time.
    pub(crate) no_mouse: bool,
    /// None: the terminal is asked.
    pub(crate) width: Option<WidthMode>,
    /// Only in debug builds: panic after the first screen, to see that the terminal is given back.
    pub(crate) crash: bool,
}

/// Why there is no command to carry out.
pub(crate) enum Early {
    /// The help or the version was asked for; here it is.
    Said(String),
    Mistake(Failure),
}

/// What the arguments ask for. The first of them is the program's name.
pub(crate) fn parse(args: &[OsString], catalog: &Catalog) -> Result<Command, Early> {
    let clap = clap(catalog);
    match clap.clone().try_get_matches_from(args) {
        Ok(matches) => meaning::meant(&matches).map_err(|said| {
            let said = [said, usage::see_help(&clap, args)];
            Early::Mistake(Failure::usage(catalog, &said))
        }),
        Err(error) => Err(match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Early::Said(error.render().to_string())
            }
            _ => {
                let said = [
                    usage::mistake(&error, &clap, args),
                    usage::see_help(&clap, args),
                ];
                Early::Mistake(Failure::usage(catalog, &said))
            }
        }),
    }
}

/// The value that stands last behind this flag, read before everything else: the language has to be known before
/// a mistake in the other arguments can be told.
pub(crate) fn given(args: &[OsString], flag: &str) -> Option<OsString> {
    let mut found = None;
    let mut args = args.iter().skip(1).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        if arg == flag {
            found = args.next().cloned();
        } else if let Some(value) = joined_value(arg, flag) {
            found = Some(value.into());
        }
    }
    found.filter(|value| !value.is_empty())
}

/// `ja` of `--lang=ja`
fn joined_value<'a>(arg: &'a OsStr, flag: &str) -> Option<&'a str> {
    arg.to_str()?.strip_prefix(flag)?.strip_prefix('=')
}

fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

/// Everything that can be written, with its help in the words of the catalogue.
pub(crate) fn clap(catalog: &Catalog) -> Clap {
    let say = |id: &'static str| catalog.message(&Message::new(id));
    let json = || flag("json", say("cli-json"));
    let list = command(catalog, "list", "mamori list [--json]", "cli-list").arg(json());
    let show = command(catalog, "show", "mamori show [CASE] [--json]", "cli-show")
        .arg(
            Arg::new("CASE")
                .help(say("cli-case"))
                .value_parser(NonEmptyStringValueParser::new()),
        )
        .arg(value("case", "CASE", say("cli-case-too")))
        .arg(json());
    let scope = command(
        catalog,
        "scope",
        "mamori scope [--forms paper,data,object] [--pack ID] [--json]",
        "cli-scope",
    )
    .arg(value("forms", "FORMS", say("cli-forms")).value_delimiter(','))
    .arg(value("pack", "ID", say("cli-pack")))
    .arg(json());
    let keys = command(catalog, "keys", "mamori keys [--markdown]", "cli-keys")
        .arg(flag("markdown", say("cli-markdown")));
    let paths = command(catalog, "paths", "mamori paths [--json]", "cli-paths").arg(json());
    let root = command(
        catalog,
        "mamori",
        "mamori [--case CASE] [--plain] [--width auto|narrow|wide]\n  mamori COMMAND",
        "cli-about",
    )
    .help_template(template(catalog, &["commands", "options", "examples"]))
    .after_help(say("cli-examples"))
    .arg(value("case", "CASE", say("cli-case")))
    .arg(flag("plain", say("cli-plain")))
    .arg(flag("no-mouse", say("cli-no-mouse")))
    .arg(
        value("width", "WIDTH", say("cli-width"))
            .value_parser(WIDTHS)
            .hide_possible_values(true),
    )
    .arg(value("data-dir", "DIR", say("cli-data-dir")).global(true))
    .arg(value("lang", "CODE", say("cli-lang")).global(true))
    .arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .help(say("cli-help"))
            .action(ArgAction::Help)
            .global(true),
    )
    .arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .help(say("cli-show-version"))
            .action(ArgAction::Version),
    )
    .version(env!("CARGO_PKG_VERSION"))
    .subcommands([list, show])
    .subcommands(carrying::carrying(catalog))
    .subcommands(keeping::keeping(catalog))
    .subcommands([scope, criteria(catalog), keys, paths]);
    if cfg!(debug_assertions) {
        return root.arg(flag("crash", String::new()).hide(true));
    }
    root
}

fn criteria(catalog: &Catalog) -> Clap {
    let say = |id: &'static str| catalog.message(&Message::new(id));
    let list = "mamori criteria list";
    let check = "mamori criteria check FILE";
    let schema = "mamori criteria schema";
    command(
        catalog,
        "criteria",
        "mamori criteria list\n  mamori criteria check FILE\n  mamori criteria schema",
        "cli-criteria",
    )
    .help_template(template(catalog, &["commands", "options"]))
    .subcommand_required(true)
    .subcommands([
        command(catalog, "list", list, "cli-criteria-list"),
        command(catalog, "check", check, "cli-criteria-check").arg(
            Arg::new("FILE")
                .help(say("cli-file"))
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        ),
        command(catalog, "schema", schema, "cli-criteria-schema"),
    ])
}

fn command(
    catalog: &Catalog,
    name: &'static str,
    usage: &'static str,
    about: &'static str,
) -> Clap {
    let parts: &[&str] = match name {
        "show" | "check" | "compare" | "export" | "import" | "history" | "restore" | "delete" => {
            &["words", "options"]
        }
        _ => &["options"],
    };
    Clap::new(name)
        .about(catalog.message(&Message::new(about)))
        .override_usage(usage)
        .help_template(template(catalog, parts))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
}

/// The order of a help page; the words around clap's lists are ours.
fn template(catalog: &Catalog, parts: &[&str]) -> String {
    let say = |id: &'static str| catalog.message(&Message::new(id));
    let mut template = format!("{{about}}\n\n{}\n  {{usage}}\n", say("cli-heading-usage"));
    for part in parts {
        let (heading, tag) = match *part {
            "commands" => (say("cli-heading-commands"), "{subcommands}"),
            "words" => (say("cli-heading-words"), "{positionals}"),
            "options" => (say("cli-heading-options"), "{options}"),
            // clap puts its own empty line before it.
            _ => {
                template.truncate(template.trim_end().len());
                template.push_str("{after-help}");
                continue;
            }
        };
        template.extend(["\n", &heading, "\n", tag, "\n"]);
    }
    template
}

fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .help(help)
        .action(ArgAction::SetTrue)
}

fn value(name: &'static str, placeholder: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(placeholder)
        .help(help)
        .value_parser(NonEmptyStringValueParser::new())
}
