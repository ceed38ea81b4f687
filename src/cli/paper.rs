//! `mamori paper`: papers to print and sign, filled in with what a case knows. Changes no case: a paper that was made
//! is no record yet.

use std::path::{Path, PathBuf};

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::cli::done::{DONE, Done};
use crate::cli::export::{Target, hand_over};
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::hiding::Reach;
use crate::cli::named_file::to_write;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::id::PaperId;
use crate::questionnaire::paper::{Paper, PaperFormat, Papers};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::names::firm_and_title;

mod list;

use list::{ListArgs, list};

/// `mamori paper`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct PaperArgs {
    #[command(subcommand)]
    command: Option<PaperCommand>,
    // The papers; the last word may be a case.
    #[arg(value_name = "ID", help = "cli-paper-words", num_args = 1.., value_parser = NonEmptyStringValueParser::new())]
    words: Vec<String>,
    #[arg(long, value_name = "FORMAT", help = "cli-paper-format", value_parser = formats(), hide_possible_values = true)]
    format: Option<PaperFormat>,
    // None and `-` are the output.
    #[arg(long, value_name = "FILE", help = "cli-output")]
    output: Option<PathBuf>,
    // Nothing of a case, and no case is looked for.
    #[arg(long, help = "cli-paper-blank")]
    blank: bool,
    // All of those with which to begin.
    #[arg(long, help = "cli-paper-first")]
    first: bool,
    // A file of that name may go.
    #[arg(long, help = "cli-replace")]
    replace: bool,
}

impl PaperArgs {
    pub(super) fn reach(&self) -> Reach<'_> {
        match &self.command {
            Some(PaperCommand::List(args)) if args.case.is_none() => Reach::Nobody,
            None if self.blank => Reach::Nobody,
            _ => Reach::Named,
        }
    }
}

#[derive(Debug, Subcommand)]
enum PaperCommand {
    #[command(about = "cli-paper-list")]
    List(ListArgs),
}

/// That the format has to be named, and those that there are.
pub(super) fn which_format() -> Message<'static> {
    let codes = PaperFormat::ALL.map(PaperFormat::code);
    Message::new("usage-which-paper-format").with("formats", codes.join(", "))
}

pub(super) fn formats() -> impl TypedValueParser<Value = PaperFormat> {
    PossibleValuesParser::new(PaperFormat::ALL.map(PaperFormat::code)).try_map(|code| {
        let mut formats = PaperFormat::ALL.into_iter();
        // Only codes come here.
        formats.find(|format| format.code() == code).ok_or(code)
    })
}

pub(super) fn paper(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &PaperArgs,
) -> Result<Done, Failure> {
    if let Some(PaperCommand::List(args)) = &args.command {
        return list(process, context, args);
    }
    let papers = context.library.papers();
    let asked = Asked::of(args, &papers, &context.catalog)?;
    let output = to_write(args.output.as_deref());
    let format = format(process, &context.catalog, args, output, &asked)?;
    let mut store = match (args.blank, output) {
        // Neither a case nor a file: no folder is needed.
        (true, None) => None,
        (true, Some(_)) => Some(context.store(process)?),
        (false, _) => Some(context.opened_store(process)?),
    };
    let case = match &mut store {
        Some(store) if !args.blank => {
            let found = find_case(
                store,
                &mut context.library,
                &context.catalog,
                context.asked,
                asked.case,
            );
            Some(found.map_err(|failure| asked.not_found(failure, &context.catalog))?)
        }
        _ => None,
    };
    let ids: Vec<PaperId> = asked
        .papers
        .iter()
        .map(|(_, paper)| paper.id.clone())
        .collect();
    let today = now().day();
    let (bytes, pages) =
        context
            .library
            .paper_bytes(&ids, case.as_ref(), today, &context.catalog, format);
    let (Some(store), Some(output)) = (store, output) else {
        return Ok(Done::bytes(bytes));
    };
    let said = match &case {
        Some(case) => {
            let title = context.catalog.text(&firm_and_title(case)).into_owned();
            Message::new("paper-done").with("title", title)
        }
        None => Message::new("paper-done-blank"),
    };
    let said = said.with("papers", asked.papers.len()).with("pages", pages);
    let target = Target {
        path: output,
        replace: args.replace,
        format: format.code(),
    };
    hand_over(
        process,
        &context.catalog,
        &store,
        target,
        &bytes,
        said,
        DONE,
    )
}

/// What was asked for: papers, each with the file that it is in, and a case.
struct Asked<'a> {
    papers: Vec<(&'a Papers, &'a Paper)>,
    /// None is the last changed one.
    case: Option<&'a str>,
}

impl<'a> Asked<'a> {
    fn of(args: &'a PaperArgs, all: &'a [Papers], catalog: &Catalog) -> Result<Self, Failure> {
        let mut papers = Vec::new();
        if args.first {
            papers.extend(every(all).filter(|(_, paper)| paper.is_first));
        }
        let mut case = None;
        let words = args.words.len();
        for (at, word) in (1..).zip(&args.words) {
            let found = every(all).find(|(_, paper)| paper.id.as_str() == word);
            match found {
                Some(found) if papers.iter().all(|(_, paper)| *paper != found.1) => {
                    papers.push(found);
                }
                Some(_) => {}
                // The last word may be a case, where there is a paper before it.
                None if at == words && !papers.is_empty() => case = Some(word.as_str()),
                None => {
                    let said = [
                        Message::new("usage-unknown-paper").with("paper", word.as_str()),
                        Message::new("rec-unknown-paper"),
                    ];
                    return Err(Failure::usage(catalog, &said));
                }
            }
        }
        let usage = |id| Err(Failure::usage(catalog, &[Message::new(id)]));
        match case {
            _ if papers.is_empty() => usage("usage-which-paper"),
            Some(_) if args.blank => usage("usage-blank-has-no-case"),
            case => Ok(Self { papers, case }),
        }
    }

    /// A word that is no case may have been meant as a paper.
    fn not_found(&self, mut failure: Failure, catalog: &Catalog) -> Failure {
        let more = match self.case {
            Some(_) => "rec-unknown-paper",
            None => "rec-paper-blank",
        };
        failure.sentences.push(catalog.message(&Message::new(more)));
        failure
    }
}

fn every(all: &[Papers]) -> impl Iterator<Item = (&Papers, &Paper)> {
    let papers = all.iter();
    papers.flat_map(|file| file.papers.iter().map(move |paper| (file, paper)))
}

/// The one that was named; else what the file's ending says; else that of the paper, if it is one alone.
fn format(
    process: &ProcessEnv<'_>,
    catalog: &Catalog,
    args: &PaperArgs,
    output: Option<&Path>,
    asked: &Asked<'_>,
) -> Result<PaperFormat, Failure> {
    let usage = |said| Err(Failure::usage(catalog, &[said]));
    let ending = output
        .and_then(Path::extension)
        .and_then(|ending| ending.to_str());
    let named = ending.and_then(PaperFormat::of_ending);
    let own = match asked.papers[..] {
        [(_, paper)] if output.is_none() => Some(paper.first_format),
        _ => None,
    };
    match args.format.or(named).or(own) {
        None => usage(which_format()),
        Some(format) if !format.is_text() && output.is_none() && process.is_terminal => {
            usage(Message::new("usage-not-to-a-terminal"))
        }
        Some(format) => Ok(format),
    }
}
