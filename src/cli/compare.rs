//! `mamori compare`: two checks beside each other, item by item, as text, as JSON or as a file. Reads both and changes neither.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::done::{DONE, Done};
use crate::cli::export::{Target, hand_over};
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::named_file::to_write;
use crate::cli::paper::{formats, which_format};
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::carried;
use crate::questionnaire::carry::orphans;
use crate::questionnaire::case::Case;
use crate::questionnaire::id::PackId;
use crate::questionnaire::paper::PaperFormat;
use crate::report::compare::{Beside, Changes, json, text};
use crate::text::Message;
use crate::text::names::firm_and_title;
use crate::text::notice::missing_pack;

/// `mamori compare`
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    #[arg(value_name = "BEFORE", help = "cli-compare-before", value_parser = NonEmptyStringValueParser::new())]
    before: String,
    #[arg(value_name = "AFTER", help = "cli-compare-after", value_parser = NonEmptyStringValueParser::new())]
    after: String,
    #[arg(long, help = "cli-json", conflicts_with_all = ["format", "output"])]
    json: bool,
    #[arg(long, value_name = "FORMAT", help = "cli-paper-format", value_parser = formats(), hide_possible_values = true)]
    format: Option<PaperFormat>,
    // None and `-` are the output.
    #[arg(long, value_name = "FILE", help = "cli-output")]
    output: Option<PathBuf>,
    // A file of that name may go.
    #[arg(long, help = "cli-replace")]
    replace: bool,
}

pub(super) fn compare(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &CompareArgs,
) -> Result<Done, Failure> {
    let output = to_write(args.output.as_deref());
    let format = format(process, context, args.format, output)?;
    let mut store = context.opened_store(process)?;
    let mut find = |wanted: &str| {
        let library = &mut context.library;
        find_case(
            &mut store,
            library,
            &context.catalog,
            context.asked,
            Some(wanted),
        )
    };
    let before = find(&args.before)?;
    let after = find(&args.after)?;
    let mut begun = |case: &Case| {
        let begun = context.library.begun_packs(case);
        begun.map_err(|fault| Failure::pack(&context.catalog, &fault))
    };
    let (earlier, mut missing) = begun(&before)?;
    let (packs, also) = begun(&after)?;
    missing.extend(also);
    missing.sort_unstable();
    missing.dedup();
    let mut said = Vec::new();
    if before.id == after.id {
        // Nothing is different then, and it could be taken for a year without change.
        said.push(Message::new("compare-same-check").with("title", firm_and_title(&after)));
    }
    if let (Some(one), Some(other)) = (before.firm_id(), after.firm_id())
        && one != other
    {
        said.push(Message::new("compare-two-firms"));
    }
    if before.created > after.created {
        said.push(Message::new("compare-newer-first"));
    }
    for pack in earlier.iter().chain(&packs) {
        let is_in = |case: &Case| case.walk(&pack.id).is_some();
        if is_in(&before) != is_in(&after) {
            said.push(Message::new("compare-one-sided").with("pack", pack.id.to_string()));
        }
        for case in [&before, &after] {
            let count = orphans(pack, carried(case, &packs).walk(&pack.id)).len();
            if count > 0 {
                said.push(Message::new("notice-orphans").with("count", count));
            }
        }
    }
    let mut told: Vec<String> = said
        .iter()
        .map(|said| context.catalog.message(said))
        .collect();
    told.dedup();
    for said in told {
        process.tell(&said);
    }
    let missing = missing.into_iter().map(|pack| {
        let count = |case: &Case| case.walk(&pack).map_or(0, |walk| walk.answers.len());
        let count = count(&before).max(count(&after));
        (pack, count)
    });
    let missing: Vec<(PackId, usize)> = missing.collect();
    for (pack, count) in &missing {
        process.tell(&context.catalog.message(&missing_pack(pack, *count)));
    }
    let (before, after) = (carried(&before, &packs), carried(&after, &packs));
    let beside = Beside::new(&before, &after, &packs);
    let Some(format) = format else {
        return Ok(Done::new(if args.json {
            json(&beside, &context.catalog)
        } else {
            text(&beside, &context.catalog)
        }));
    };
    let changes = Changes::between(beside).without(&missing);
    let bytes = changes.bytes(&context.catalog, format);
    let Some(path) = output else {
        return Ok(Done::bytes(bytes));
    };
    let target = Target {
        path,
        replace: args.replace,
        format: format.code(),
    };
    let said = Message::new("compare-done");
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

/// The format of the file: the one that was named, else what its ending says. None where text is wanted.
fn format(
    process: &ProcessEnv<'_>,
    context: &CommandContext,
    named: Option<PaperFormat>,
    output: Option<&Path>,
) -> Result<Option<PaperFormat>, Failure> {
    let ending = output
        .and_then(Path::extension)
        .and_then(|ending| ending.to_str());
    let usage = |said| Err(Failure::usage(&context.catalog, &[said]));
    match named.or_else(|| PaperFormat::of_ending(ending?)) {
        None if output.is_some() => usage(which_format()),
        Some(format) if !format.is_text() && output.is_none() && process.is_terminal => {
            usage(Message::new("usage-not-to-a-terminal"))
        }
        format => Ok(format),
    }
}
