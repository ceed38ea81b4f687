//! `mamori completions SHELL`: what a shell needs to complete commands and options, with their help.
//! Made from the arguments themselves, so that it cannot say another thing.

use clap::{Args, Command};
use clap_complete::{Shell, generate};

use crate::cli::done::Done;

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL", help = "cli-shell", hide_possible_values = true)]
    shell: Shell,
}

pub(super) fn completions(mut root: Command, args: &CompletionsArgs) -> Done {
    let mut text = Vec::new();
    generate(args.shell, &mut root, "mamori", &mut text);
    Done::bytes(text)
}
