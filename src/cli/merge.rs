//! `mamori merge`: what somebody else has answered comes into a check. Where two have said different things nothing is
//! written until somebody says what counts; what there was becomes an earlier version.

use std::path::{Path, is_separator};
use std::sync::Arc;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::brought::brought;
use crate::cli::done::{COULD_NOT, Done};
use crate::cli::failure::Failure;
use crate::cli::fault::not_kept;
use crate::cli::find_case::find_case;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::carried;
use crate::questionnaire::case::Case;
use crate::questionnaire::merge::{Decision, Decisions, Difference, Kinship, Merge};
use crate::questionnaire::pack::Pack;
use crate::report::merge::{Merged, json, open, told};
use crate::store::{Base, Store};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::names::case_title;

/// `mamori merge`
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of the command"
)]
pub(super) struct MergeArgs {
    #[arg(value_name = "A", help = "cli-merge-into", value_parser = NonEmptyStringValueParser::new())]
    into: String,
    #[arg(value_name = "B", help = "cli-merge-from", value_parser = NonEmptyStringValueParser::new())]
    from: String,
    #[arg(long, value_name = "C", help = "cli-merge-base", value_parser = NonEmptyStringValueParser::new())]
    base: Option<String>,
    #[arg(long, help = "cli-merge-ours", conflicts_with = "theirs")]
    ours: bool,
    #[arg(long, help = "cli-merge-theirs")]
    theirs: bool,
    #[arg(long, help = "cli-merge-unknown")]
    unknown: bool,
    #[arg(long, help = "cli-merge-yes")]
    yes: bool,
    #[arg(long, help = "cli-merge-different")]
    different: bool,
    #[arg(long, help = "cli-json")]
    json: bool,
}

pub(super) fn merge(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &MergeArgs,
) -> Result<Done, Failure> {
    let mut store = context.working_store(process)?;
    let ours = one(process, &mut store, &context.catalog, &args.into)?;
    let theirs = one(process, &mut store, &context.catalog, &args.from)?;
    let given = match &args.base {
        Some(base) => Some(one(process, &mut store, &context.catalog, base)?),
        None => None,
    };
    let catalog = &context.catalog;
    for other in [Some(&theirs), given.as_ref()].into_iter().flatten() {
        if !args.different {
            same_check(catalog, &ours, other)?;
        }
    }
    if is_file(&args.into) {
        is_not_another_state(&store, catalog, &ours)?;
    }
    let mut packs = begun(context, &ours)?;
    for pack in begun(context, &theirs)? {
        if !packs.iter().any(|known| known.id == pack.id) {
            packs.push(pack);
        }
    }
    let catalog = &context.catalog;
    let found = match given {
        Some(_) => Base::default(),
        None => store
            .base_for(&ours, &theirs)
            .map_err(|error| Failure::store(catalog, &error))?,
    };
    let base = given.or_else(|| found.state.clone());
    let mut about_base = said_of_base(base.as_ref(), &found.unread, catalog);
    let base_then = base.as_ref().map(|base| carried(base, &packs));
    let merge = Merge::of(
        base_then.as_deref(),
        &carried(&ours, &packs),
        &carried(&theirs, &packs),
    );
    let merged = Merged {
        merge: &merge,
        packs: &packs,
        base: base.as_ref(),
    };
    let decisions = args.decisions(&merge);
    let is_open = |it: &Difference| !decisions.contains_key(&it.unit);
    let conflicts = merge.conflicts.iter().filter(|it| is_open(it)).count();
    let is_better = |it: &&Difference| {
        it.is_better() && decisions.get(&it.unit).unwrap_or(&Decision::Theirs) == &Decision::Theirs
    };
    let better = merge.taken.iter().chain(&merge.conflicts);
    let better = better.filter(is_better).count();
    let refused = |said: Message<'_>, mut lines: Vec<String>| {
        lines.extend(open(&merged, catalog));
        lines.extend([said, Message::new("merge-not-written")].map(|it| catalog.message(&it)));
        let done = if args.json {
            Done::new(json(&merged, ours.id.as_str(), ours.revision, false))
        } else {
            Done::lines(lines)
        };
        Ok(Done {
            code: COULD_NOT,
            ..done
        })
    };
    if conflicts > 0 {
        let how = Message::new("merge-how-conflicts").with("count", conflicts);
        return refused(how, about_base);
    }
    if better > 0 && !args.yes {
        if !process.is_asked {
            let how = Message::new("merge-how-better").with("count", better);
            return refused(how, about_base);
        }
        for line in about_base.drain(..).chain(open(&merged, catalog)) {
            process.tell(&line);
        }
        let said = Message::new("merge-ask-better").with("count", better);
        process.confirm(catalog, &[said], false)?;
    }
    let mut case = merge.apply(&decisions);
    let count = merge.taken.len() + merge.conflicts.len();
    let said = |id: &'static str, case: &Case| {
        let said = Message::new(id)
            .with("title", case_title(case))
            .with("id", case.id.as_str())
            .with("count", count);
        catalog.message(&said)
    };
    if count == 0 && case == *carried(&ours, &packs) {
        return Ok(if args.json {
            Done::new(json(&merged, case.id.as_str(), case.revision, false))
        } else {
            about_base.push(said("merge-nothing-new", &case));
            Done::lines(about_base)
        });
    }
    // Also where everything stays as it is here: what was decided is not asked again.
    let is_as_it_was = case == *carried(&ours, &packs);
    case.take_in(&theirs);
    case.updated = now();
    let highest = store.highest_of(&case.id).max(theirs.revision);
    case.revision = case.revision.max(highest.saturating_add(1));
    if !is_file(&args.into) {
        hold(&mut store, catalog, &ours)?;
    }
    let brought = store
        .bring_in(&case, now())
        .map_err(|error| Failure::store(catalog, &error))?;
    // Only now: a base of which the check has nothing would pass what they have done for undone.
    let kept = store.keep_handed(&theirs);
    let done = if args.json {
        Done::new(json(&merged, case.id.as_str(), case.revision, true))
    } else {
        let id = if is_as_it_was {
            "merge-done-as-it-was"
        } else {
            "merge-done"
        };
        let mut lines = about_base;
        lines.push(said(id, &case));
        lines.extend(told(&merged, catalog));
        Done::lines(lines)
    };
    let done = done.in_doubt(catalog, brought.doubt.as_ref());
    Ok(match &kept {
        Ok(kept) => done.in_doubt(catalog, kept.doubt.as_ref()),
        Err(error) => done.but(catalog, &not_kept("merge-not-kept", error)),
    })
}

/// Which state both sides come from, and what of the kept ones could not be read.
fn said_of_base(base: Option<&Case>, unread: &[String], catalog: &Catalog) -> Vec<String> {
    let of_base = match base {
        Some(base) => Message::new("merge-base").with("day", day_with_year(base.base_day())),
        None => Message::new("merge-no-base"),
    };
    let of_unread = unread
        .iter()
        .map(|name| Message::new("merge-base-unread").with("name", name.as_str()));
    let said = std::iter::once(of_base).chain(of_unread);
    said.map(|said| catalog.message(&said)).collect()
}

impl MergeArgs {
    /// What was said for everything that both have changed. わからない is for answers alone.
    fn decisions(&self, merge: &Merge) -> Decisions {
        let of = |difference: &Difference| {
            if self.unknown && difference.is_answer() {
                Some(Decision::Unknown)
            } else if self.ours {
                Some(Decision::Ours)
            } else {
                self.theirs.then_some(Decision::Theirs)
            }
        };
        let conflicts = merge.conflicts.iter();
        conflicts
            .filter_map(|it| Some((it.unit.clone(), of(it)?)))
            .collect()
    }
}

/// Whether a file is meant and no check of the data folder: it says where it lies, or what kind of file it is.
fn is_file(word: &str) -> bool {
    let ends = |ending: &str| Path::new(word).extension().is_some_and(|it| it == ending);
    word == "-" || word.contains(is_separator) || ends("mamori") || ends("json")
}

/// The check or the file that is meant.
fn one(
    process: &mut ProcessEnv<'_>,
    store: &mut Store,
    catalog: &Catalog,
    word: &str,
) -> Result<Case, Failure> {
    if !is_file(word) {
        return find_case(store, catalog, Some(word));
    }
    brought(process, store, catalog, Path::new(word))
}

fn begun(context: &mut CommandContext, case: &Case) -> Result<Vec<Arc<Pack>>, Failure> {
    let begun = context.library.begun_packs(case);
    let begun = begun.map_err(|fault| Failure::pack(&context.catalog, &fault))?;
    Ok(begun.0)
}

/// Two firms never come into one check unseen.
fn same_check(catalog: &Catalog, ours: &Case, theirs: &Case) -> Result<(), Failure> {
    let id = match Kinship::of(ours, theirs) {
        Kinship::SameCheck => return Ok(()),
        Kinship::SameFirm => "err-merge-other-check",
        Kinship::Strangers => "err-merge-other-firm",
    };
    let said = [
        Message::new(id)
            .with("ours", case_title(ours))
            .with("theirs", case_title(theirs)),
        Message::new("rec-merge-different"),
    ];
    Err(Failure::could_not(catalog, &said))
}

/// What is merged into a file becomes a check here; one that is here already would go unmerged.
fn is_not_another_state(store: &Store, catalog: &Catalog, ours: &Case) -> Result<(), Failure> {
    match store.look(&ours.id) {
        Err(fault) if fault.is_gone() => Ok(()),
        Ok(there) if there == *ours => Ok(()),
        // Not an error: what cannot be read is there all the same.
        Ok(_) | Err(_) => {
            let said = [
                Message::new("err-import-exists").with("title", case_title(ours)),
                Message::new("rec-merge-exists"),
            ];
            Err(Failure::could_not(catalog, &said))
        }
    }
}

/// Takes the check in hand and looks once more: nothing that was saved meanwhile is written over.
fn hold(store: &mut Store, catalog: &Catalog, ours: &Case) -> Result<(), Failure> {
    if !store.claim(&ours.id, now()).may_write() {
        let said = ["err-case-held", "rec-case-held"].map(Message::new);
        return Err(Failure::could_not(catalog, &said));
    }
    let there = store
        .look(&ours.id)
        .map_err(|fault| Failure::case(catalog, ours.id.as_str(), &fault))?;
    if there == *ours {
        return Ok(());
    }
    let said = ["err-merge-changed", "rec-merge-changed"].map(Message::new);
    Err(Failure::could_not(catalog, &said))
}
