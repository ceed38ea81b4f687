//! `mamori compare`: two checks beside each other, item by item. Reads both and writes neither.

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::find_case::find_case;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::carried;
use crate::questionnaire::carry::orphans;
use crate::questionnaire::case::Case;
use crate::report::compare::{Beside, json, text};
use crate::text::Message;

/// `mamori compare`
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    #[arg(value_name = "BEFORE", help = "cli-compare-before", value_parser = NonEmptyStringValueParser::new())]
    before: String,
    #[arg(value_name = "AFTER", help = "cli-compare-after", value_parser = NonEmptyStringValueParser::new())]
    after: String,
    #[arg(long, help = "cli-json")]
    json: bool,
}

pub(super) fn compare(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &CompareArgs,
) -> Result<Done, Failure> {
    let mut store = context.opened_store(process)?;
    let before = find_case(&mut store, &context.catalog, Some(&args.before))?;
    let after = find_case(&mut store, &context.catalog, Some(&args.after))?;
    let mut begun = |case: &Case| {
        let begun = context.library.begun_packs(case);
        begun.map_err(|fault| Failure::pack(&context.catalog, &fault))
    };
    let (earlier, mut missing) = begun(&before)?;
    let (packs, also) = begun(&after)?;
    missing.extend(also);
    missing.sort();
    missing.dedup();
    let mut said = Vec::new();
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
    for pack in missing {
        let count = |case: &Case| case.walk(&pack).map_or(0, |walk| walk.answers.len());
        let count = count(&before).max(count(&after));
        let said = Message::new("notice-missing-pack")
            .with("pack", pack.to_string())
            .with("count", count);
        process.tell(&context.catalog.message(&said));
    }
    let (before, after) = (carried(&before, &packs), carried(&after, &packs));
    let beside = Beside::new(&before, &after, &packs);
    Ok(Done::new(if args.json {
        json(&beside, &context.catalog)
    } else {
        text(&beside, &context.catalog)
    }))
}
