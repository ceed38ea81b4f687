//! The pages of the help: clap's lists in an order of ours, with the words of the catalogue.
//! Where the derive says a help text it says the id of a message; here it is looked up.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Args, Command};

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::text::Message;
use crate::text::catalog::Catalog;

/// `mamori help COMMAND`: the same as `mamori COMMAND --help`.
#[derive(Debug, Args)]
pub(super) struct HelpArgs {
    #[arg(value_name = "COMMAND", help = "cli-help-command")]
    pub(super) command: Vec<String>,
}

pub(super) fn help(root: Command, catalog: &Catalog, args: &HelpArgs) -> Result<Done, Failure> {
    page_of(root, catalog, args).map(Done::new)
}

/// The page of the command whose name is given, such as `criteria check`; of the program where none is.
pub(super) fn page_of(
    mut root: Command,
    catalog: &Catalog,
    args: &HelpArgs,
) -> Result<String, Failure> {
    root.build();
    let mut command = &mut root;
    for name in &args.command {
        let parent = command.get_bin_name().unwrap_or("mamori").to_owned();
        let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        let known = known.join(", ");
        let Some(found) = command.find_subcommand_mut(name) else {
            let said = [
                Message::new("usage-unknown-command")
                    .with("command", name.clone())
                    .with("commands", known),
                Message::new("usage-see-help").with("command", parent),
            ];
            return Err(Failure::usage(catalog, &said));
        };
        command = found;
    }
    Ok(command.render_help().to_string())
}

/// The command with everything below it, without what clap would add in words of its own.
pub(super) fn without_clap_s_own(command: Command) -> Command {
    command
        // That a command is missing is told as a mistake.
        .arg_required_else_help(false)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_subcommands(without_clap_s_own)
}

/// The command with everything below it in the words of the catalogue. `path` is what is written before its name.
pub(super) fn in_words_of(catalog: &Catalog, command: Command, path: &str) -> Command {
    // What stands for a text is the id of a message.
    let said = |id: Option<&StyledStr>| id.map(|id| catalog.by_id(&id.to_string()));
    let name = format!("{path}{}", command.get_name());
    let (about, after) = (said(command.get_about()), said(command.get_after_help()));
    let usage = usage_of(&command, &name);
    let template = template(catalog, &command);
    let mut command = command
        .override_usage(usage)
        .help_template(template)
        .mut_args(|arg| {
            let help = said(arg.get_help());
            match help {
                Some(help) if !arg.is_hide_set() => arg.help(help),
                _ => arg.hide(true),
            }
        })
        .mut_subcommands(|below| in_words_of(catalog, below, &format!("{name} ")));
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command
}

/// What can be written, a line for the command itself and one for each below it.
fn usage_of(command: &Command, name: &str) -> String {
    let mut lines = Vec::new();
    if !command.is_subcommand_required_set() {
        lines.push(line_of(command, name));
    }
    if command.get_name() == name && command.has_subcommands() {
        lines.push(format!("{name} COMMAND"));
    } else {
        let below = command.get_subcommands();
        lines.extend(below.map(|below| line_of(below, &format!("{name} {}", below.get_name()))));
    }
    lines.join("\n  ")
}

fn line_of(command: &Command, name: &str) -> String {
    let words = command.get_positionals().map(|word| {
        let many = word
            .get_num_args()
            .is_some_and(|count| count.max_values() > 1);
        let name = format!("{}{}", value_name(word), if many { "..." } else { "" });
        if word.is_required_set() {
            name
        } else {
            format!("[{name}]")
        }
    });
    // Those of every command are below, in the list.
    let own = command.get_arguments().filter(|arg| {
        !arg.is_positional()
            && !arg.is_global_set()
            && !arg.is_hide_set()
            && arg.get_short().is_none()
    });
    let options = own.filter_map(|arg| {
        let flag = arg.get_long()?;
        Some(match arg.get_action() {
            ArgAction::SetTrue => format!("[--{flag}]"),
            _ => format!("[--{flag} {}]", value_name(arg)),
        })
    });
    std::iter::once(name.to_owned())
        .chain(words)
        .chain(options)
        .collect::<Vec<_>>()
        .join(" ")
}

fn value_name(arg: &Arg) -> &str {
    let names = arg.get_value_names();
    names
        .and_then(|names| names.first())
        .map_or(arg.get_id().as_str(), |name| name.as_str())
}

/// The order of a help page; the words around clap's lists are ours.
fn template(catalog: &Catalog, command: &Command) -> String {
    let say = |id: &'static str| catalog.message(&Message::new(id));
    let mut template = format!("{{about}}\n\n{}\n  {{usage}}\n", say("cli-heading-usage"));
    let mut part = |heading: &'static str, tag: &str| {
        template.extend(["\n", &say(heading), "\n", tag, "\n"]);
    };
    if command.has_subcommands() {
        part("cli-heading-commands", "{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        part("cli-heading-words", "{positionals}");
    }
    part("cli-heading-options", "{options}");
    if command.get_after_help().is_some() {
        // clap puts its own empty line before it.
        template.truncate(template.trim_end().len());
        template.push_str("{after-help}");
    }
    template
}
