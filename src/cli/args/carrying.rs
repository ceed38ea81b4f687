//! The commands that put cases beside each other, carry them away and bring them in.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgMatches, Command as Clap, value_parser};

use super::{command, flag, text, value};
use crate::cli::export::ExportOptions;
use crate::cli::import::Clash;
use crate::questionnaire::report_format::ReportFormat;
use crate::text::Message;
use crate::text::catalog::Catalog;

pub(super) fn carrying(catalog: &Catalog) -> [Clap; 3] {
    let say = |id: &'static str| catalog.message(&Message::new(id));
    let export = command(
        catalog,
        "export",
        "mamori export [CASE] --format FORMAT [--output FILE] [--anonymous]",
        "cli-export",
    )
    .arg(
        Arg::new("CASE")
            .help(say("cli-case"))
            .value_parser(NonEmptyStringValueParser::new()),
    )
    .arg(
        value("format", "FORMAT", say("cli-format"))
            .value_parser(ReportFormat::ALL.map(ReportFormat::code))
            .hide_possible_values(true),
    )
    .arg(value("output", "FILE", say("cli-output")).value_parser(value_parser!(PathBuf)))
    .arg(flag("anonymous", say("cli-anonymous")))
    .arg(flag("all", say("cli-all")).conflicts_with("CASE"))
    .arg(flag("replace", say("cli-replace")));
    let import = command(
        catalog,
        "import",
        "mamori import FILE [--replace|--new]",
        "cli-import",
    )
    .arg(
        Arg::new("FILE")
            .help(say("cli-import-file"))
            .required(true)
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(flag("replace", say("cli-import-replace")))
    .arg(flag("new", say("cli-import-new")).conflicts_with("replace"));
    let case = |name: &'static str, help| {
        Arg::new(name)
            .help(say(help))
            .required(true)
            .value_parser(NonEmptyStringValueParser::new())
    };
    let compare = command(
        catalog,
        "compare",
        "mamori compare BEFORE AFTER [--json]",
        "cli-compare",
    )
    .arg(case("BEFORE", "cli-compare-before"))
    .arg(case("AFTER", "cli-compare-after"))
    .arg(flag("json", say("cli-json")));
    [compare, export, import]
}

pub(super) fn options(matches: &ArgMatches) -> ExportOptions {
    let code = text(matches, "format");
    ExportOptions {
        case: text(matches, "CASE"),
        format: ReportFormat::ALL
            .into_iter()
            .find(|format| Some(format.code()) == code.as_deref()),
        output: matches.get_one("output").cloned(),
        anonymous: matches.get_flag("anonymous"),
        all: matches.get_flag("all"),
        replace: matches.get_flag("replace"),
    }
}

pub(super) fn clash(matches: &ArgMatches) -> Clash {
    if matches.get_flag("replace") {
        Clash::Replace
    } else if matches.get_flag("new") {
        Clash::New
    } else {
        Clash::Stop
    }
}
