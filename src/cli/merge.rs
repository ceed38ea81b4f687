//! `mamori merge`: what somebody else has answered comes into a check. Where two have said different things nothing is
//! written until somebody says what counts; what there was becomes an earlier version.

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use crate::cli::asking::Said;
use crate::cli::brought::{self, Brought, brought};
use crate::cli::done::{COULD_NOT, Done};
use crate::cli::failure::Failure;
use crate::cli::fault::not_kept;
use crate::cli::find_case::find_case;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::carried;
use crate::questionnaire::case::Case;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::merge::{Decision, Decisions, Difference, Kinship, Merge};
use crate::questionnaire::pack::Pack;
use crate::questionnaire::workbook::Finding;
use crate::report::merge::{Merged, json, open, told, workbook_json};
use crate::store::{Base, Store};
use crate::terminal::now;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::names::firm_and_title;

pub(super) mod workbook;

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
    // Of a workbook alone.
    #[arg(long, help = "cli-merge-emptied")]
    emptied: bool,
    #[arg(long, help = "cli-json")]
    json: bool,
    // It is asked for by another command.
    #[arg(skip)]
    is_import: bool,
}

/// The other side of a merge.
pub(super) struct Side {
    pub(super) theirs: Case,
    pub(super) base: Option<Case>,
    /// Of a workbook: its name, and what is to be told of its cells. It is no state of a check that could be a base.
    pub(super) workbook: Option<(String, Vec<Finding>)>,
}

pub(super) fn merge(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &MergeArgs,
) -> Result<Done, Failure> {
    let mut store = context.working_store(process)?;
    let ours = one(process, context, &mut store, &args.into)?;
    let from = if is_file(&args.from) {
        brought(process, &store, &context.catalog, Path::new(&args.from))?
    } else {
        let theirs = found(context, &mut store, &args.from)?;
        Brought::Case(Box::new(theirs))
    };
    let side = match from {
        Brought::Workbook(_) if args.base.is_some() => {
            let said = Message::new("usage-no-base-with-workbook");
            return Err(Failure::usage(&context.catalog, &[said]));
        }
        Brought::Workbook(bytes) => {
            let filled = workbook::filled(
                &context.library,
                &context.catalog,
                Path::new(&args.from),
                &bytes,
            )?;
            if !args.different {
                let kinship = filled.origin.kinship(&ours);
                same_check(&context.catalog, &ours, &filled.origin.title, kinship)?;
            }
            workbook::side(process, context, &args.from, &filled, &ours, args.emptied)?
        }
        Brought::Case(theirs) => {
            let base = match &args.base {
                Some(base) => Some(one(process, context, &mut store, base)?),
                None => None,
            };
            for other in [Some(&*theirs), base.as_ref()].into_iter().flatten() {
                if !args.different {
                    let title = context.catalog.text(&firm_and_title(other)).into_owned();
                    same_check(&context.catalog, &ours, &title, Kinship::of(&ours, other))?;
                }
            }
            Side {
                theirs: *theirs,
                base,
                workbook: None,
            }
        }
    };
    into(process, context, &mut store, args, &ours, &side)
}

/// Both sides beside each other.
struct Sides<'a> {
    ours: &'a Case,
    side: &'a Side,
    packs: Vec<Arc<Pack>>,
    base: Option<Case>,
    merge: Merge,
    /// Which base there is, or what is to be told of a workbook's cells.
    about_base: Vec<String>,
}

impl<'a> Sides<'a> {
    fn of(
        context: &mut CommandContext,
        store: &mut Store,
        ours: &'a Case,
        side: &'a Side,
    ) -> Result<Self, Failure> {
        let theirs = &side.theirs;
        let mut packs = begun(context, ours)?;
        for pack in begun(context, theirs)? {
            if !packs.iter().any(|known| known.id == pack.id) {
                packs.push(pack);
            }
        }
        let catalog = &context.catalog;
        let found = match &side.base {
            Some(_) => Base::default(),
            None => store
                .base_for(ours, theirs)
                .map_err(|error| Failure::store(catalog, &error))?,
        };
        let base = side.base.clone().or(found.state);
        let about_base = match &side.workbook {
            Some((_, findings)) => workbook::lines(findings, catalog),
            None => said_of_base(base.as_ref(), &found.unread, catalog),
        };
        let base_then = base.as_ref().map(|base| carried(base, &packs));
        let merge = Merge::of(
            base_then.as_deref(),
            &carried(ours, &packs),
            &carried(theirs, &packs),
        );
        Ok(Self {
            ours,
            side,
            packs,
            base,
            merge,
            about_base,
        })
    }

    fn merged(&self) -> Merged<'_> {
        Merged {
            merge: &self.merge,
            packs: &self.packs,
            base: self.base.as_ref(),
        }
    }

    /// How many are still to be decided, and how many become better unseen.
    fn left(&self, decisions: &Decisions) -> (usize, usize) {
        let Merge {
            taken, conflicts, ..
        } = &self.merge;
        let is_open = |it: &&Difference| !decisions.contains_key(&it.unit);
        let is_better = |it: &&Difference| {
            let decided = decisions.get(&it.unit).unwrap_or(&Decision::Theirs);
            it.is_better() && *decided == Decision::Theirs
        };
        let open = conflicts.iter().filter(is_open).count();
        let better = taken.iter().chain(conflicts).filter(is_better).count();
        (open, better)
    }

    fn json(&self, case: &Case, is_written: bool, catalog: &Catalog) -> Done {
        let (merged, id) = (self.merged(), case.id.as_str());
        Done::new(match &self.side.workbook {
            Some((_, findings)) => {
                let case = (id, case.revision, is_written);
                workbook_json(&merged, case, findings, catalog)
            }
            None => json(&merged, id, case.revision, is_written),
        })
    }

    /// That nothing was written, because somebody has to say something first.
    fn refused(self, said: Message<'_>, args: &MergeArgs, catalog: &Catalog) -> Done {
        let done = if args.json {
            self.json(self.ours, false, catalog)
        } else {
            let questions = open(&self.merged(), catalog);
            let said = [said, Message::new("merge-not-written")];
            let said = said.map(|said| catalog.message(&said));
            Done::lines(self.about_base.into_iter().chain(questions).chain(said))
        };
        Done {
            code: COULD_NOT,
            ..done
        }
    }

    /// One sentence on the check as it is then.
    fn said(&self, id: &'static str, case: &Case, catalog: &Catalog) -> String {
        let said = Message::new(id)
            .with("title", firm_and_title(case))
            .with("id", case.id.as_str())
            .with("count", self.merge.taken.len() + self.merge.conflicts.len());
        catalog.message(&said)
    }
}

/// Takes a side into a check, where everything that is to be decided was decided or can be asked about.
pub(super) fn into(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    store: &mut Store,
    args: &MergeArgs,
    ours: &Case,
    side: &Side,
) -> Result<Done, Failure> {
    if is_file(&args.into) {
        is_not_another_state(store, &context.catalog, ours)?;
    }
    let mut sides = Sides::of(context, store, ours, side)?;
    let catalog = &context.catalog;
    let decisions = args.decisions(&sides.merge);
    let (open_ones, better) = sides.left(&decisions);
    if open_ones > 0 {
        let how = args.how("merge-how-conflicts", "workbook-how-conflicts");
        return Ok(sides.refused(how.with("count", open_ones), args, catalog));
    }
    if better > 0 && !args.yes {
        if !process.is_asked {
            let how = args.how("merge-how-better", "workbook-how-better");
            return Ok(sides.refused(how.with("count", better), args, catalog));
        }
        let about_base = std::mem::take(&mut sides.about_base);
        for line in about_base.into_iter().chain(open(&sides.merged(), catalog)) {
            process.tell(&line);
        }
        let said = Message::new("merge-ask-better").with("count", better);
        process.confirm(catalog, &[said], Said::not("--yes"))?;
    }
    let mut case = sides.merge.apply(&decisions);
    let is_as_it_was = case == *carried(ours, &sides.packs);
    // Also where everything stays as it is here what was decided is kept, so that it is not asked again.
    if is_as_it_was && sides.merge.taken.is_empty() && sides.merge.conflicts.is_empty() {
        return Ok(if args.json {
            sides.json(&case, false, catalog)
        } else {
            let said = sides.said("merge-nothing-new", &case, catalog);
            Done::lines(sides.about_base.into_iter().chain([said]))
        });
    }
    let theirs = &side.theirs;
    if side.workbook.is_none() {
        case.take_in(theirs);
    }
    case.updated = now();
    let highest = store.highest_of(&case.id).max(theirs.revision);
    case.revision = case.revision.max(highest.saturating_add(1));
    if !is_file(&args.into) {
        hold(store, catalog, ours)?;
    }
    let brought = store
        .bring_in(&case, now())
        .map_err(|error| Failure::store(catalog, &error))?;
    // Only now: a base of which the check has nothing would pass what they have done for undone.
    let kept = match &side.workbook {
        Some(_) => None,
        None => Some(store.keep_handed(theirs)),
    };
    let done = if args.json {
        sides.json(&case, true, catalog)
    } else {
        let id = if is_as_it_was {
            "merge-done-as-it-was"
        } else {
            "merge-done"
        };
        let said = sides.said(id, &case, catalog);
        let told = told(&sides.merged(), catalog);
        Done::lines(sides.about_base.into_iter().chain([said]).chain(told))
    };
    let done = done.in_doubt(catalog, brought.doubt.as_ref());
    Ok(match &kept {
        None => done,
        Some(Ok(kept)) => done.in_doubt(catalog, kept.doubt.as_ref()),
        Some(Err(error)) => done.but(catalog, &not_kept("merge-not-kept", error)),
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
    /// What `mamori import` asks for with a workbook: nothing is decided beforehand.
    pub(super) fn of_import(check: &CaseId, file: &Path) -> Self {
        Self {
            into: check.as_str().to_owned(),
            from: file.display().to_string(),
            base: None,
            ours: false,
            theirs: false,
            unknown: false,
            yes: false,
            different: false,
            emptied: false,
            json: false,
            is_import: true,
        }
    }

    /// How to go on: by the options of this command, or by this command in the place of `import`.
    fn how<'a>(&'a self, here: &'static str, instead: &'static str) -> Message<'a> {
        if self.is_import {
            let said = Message::new(instead).with("id", self.into.as_str());
            said.with("path", self.from.as_str())
        } else {
            Message::new(here)
        }
    }

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
        map_of(conflicts.filter_map(|it| Some((it.unit.clone(), of(it)?))))
    }
}

/// Whether a file is meant and no check of the data folder: it says where it lies, or what kind of file it is.
fn is_file(word: &str) -> bool {
    let ending = Path::new(word).extension();
    let is_other = ending.is_some_and(|it| it.eq_ignore_ascii_case("json"));
    word == "-" || is_other || brought::is_file(word)
}

/// The check or the file that is meant.
fn one(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    store: &mut Store,
    word: &str,
) -> Result<Case, Failure> {
    if !is_file(word) {
        return found(context, store, word);
    }
    let catalog = &context.catalog;
    match brought(process, store, catalog, Path::new(word))? {
        Brought::Case(case) => Ok(*case),
        Brought::Workbook(_) => {
            let said = [
                Message::new("workbook-into"),
                Message::new("merge-not-written"),
            ];
            Err(Failure::could_not(catalog, &said))
        }
    }
}

fn found(context: &mut CommandContext, store: &mut Store, word: &str) -> Result<Case, Failure> {
    find_case(
        store,
        &mut context.library,
        &context.catalog,
        context.asked,
        Some(word),
    )
}

fn begun(context: &mut CommandContext, case: &Case) -> Result<Vec<Arc<Pack>>, Failure> {
    let begun = context.library.begun_packs(case);
    let begun = begun.map_err(|fault| Failure::pack(&context.catalog, &fault))?;
    Ok(begun.0)
}

/// Two firms never come into one check unseen.
fn same_check(
    catalog: &Catalog,
    ours: &Case,
    theirs: &str,
    kinship: Kinship,
) -> Result<(), Failure> {
    let id = match kinship {
        Kinship::SameCheck => return Ok(()),
        Kinship::SameFirm => "err-merge-other-check",
        Kinship::Strangers => "err-merge-other-firm",
    };
    let none = catalog.message(&Message::new("fill-title"));
    let theirs = if theirs.is_empty() { &none } else { theirs };
    let said = [
        Message::new(id)
            .with("ours", firm_and_title(ours))
            .with("theirs", theirs),
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
                Message::new("err-import-exists").with("title", firm_and_title(ours)),
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
