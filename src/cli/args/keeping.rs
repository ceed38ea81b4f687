//! The commands about what is kept: earlier versions, the bin, the passphrase.

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, Command as Clap};

use super::{command, flag, template};
use crate::text::Message;
use crate::text::catalog::Catalog;

/// The commands about what is kept.
pub(super) fn keeping(catalog: &Catalog) -> [Clap; 7] {
    let say = |id: &'static str| catalog.message(&Message::new(id));
    let word = |name: &'static str, help| {
        Arg::new(name)
            .help(say(help))
            .value_parser(NonEmptyStringValueParser::new())
    };
    let plain = |name, usage, about| command(catalog, name, usage, about);
    let yes = || flag("yes", say("cli-yes"));
    let json = || flag("json", say("cli-json"));
    let history = plain("history", "mamori history [CASE] [--json]", "cli-history")
        .arg(word("CASE", "cli-case"))
        .arg(json());
    let restore = plain("restore", "mamori restore CASE [GENERATION]", "cli-restore")
        .arg(word("CASE", "cli-case-named").required(true))
        .arg(word("GENERATION", "cli-generation"));
    let delete = plain("delete", "mamori delete CASE [--yes]", "cli-delete")
        .arg(word("CASE", "cli-case-named").required(true))
        .arg(yes());
    let bin = plain(
        "bin",
        "mamori bin [--json]\n  mamori bin restore NAME\n  mamori bin empty [--yes]",
        "cli-bin",
    )
    .help_template(template(catalog, &["commands", "options"]))
    .arg(json())
    .subcommands([
        plain("restore", "mamori bin restore NAME", "cli-bin-restore")
            .arg(word("NAME", "cli-bin-name").required(true)),
        plain("empty", "mamori bin empty [--yes]", "cli-bin-empty").arg(yes()),
    ]);
    [
        history,
        restore,
        delete,
        bin,
        plain("lock", "mamori lock", "cli-lock"),
        plain("unlock", "mamori unlock", "cli-unlock"),
        plain("passphrase", "mamori passphrase", "cli-passphrase"),
    ]
}
