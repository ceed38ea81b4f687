//! `mamori firms`: the firms whose checks there are, the one that needs attention most first.
//! Opens no check and makes no folder; with `--on` or `--off` it writes the settings and nothing else.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use serde_json::{Value, json};

use crate::app::case_summary::{CaseState, CaseSummary, DeskGlance};
use crate::app::firms::{FirmSummary, firms};
use crate::cli::done::{COULD_NOT, DONE, Done};
use crate::cli::export::{Target, hand_over};
use crate::cli::failure::Failure;
use crate::cli::hiding::Reach;
use crate::cli::list::{Unread, title, with_unread};
use crate::cli::named_file::to_write;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::pack_library::give_desks;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::outcome::Counts;
use crate::questionnaire::report_format::ReportFormat;
use crate::report::firms::Firms;
use crate::report::json::{FORMAT, written};
use crate::store::{CaseEntry, Store};
use crate::terminal::now;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::{Message, Text};

/// `mamori firms`
#[derive(Debug, Args)]
pub(super) struct FirmsArgs {
    #[arg(long, help = "cli-json")]
    json: bool,
    #[command(flatten)]
    summary: SummaryArgs,
    // The list stands on the screen too from now on.
    #[arg(long, help = "cli-firms-on", conflicts_with_all = ["json", "off"])]
    on: bool,
    #[arg(long, help = "cli-firms-off", conflicts_with = "json")]
    off: bool,
    // Nothing of any firm is shown from the start, until one is chosen.
    #[arg(
        long,
        value_name = "WHEN",
        help = "cli-firms-hide",
        value_enum,
        hide_possible_values = true,
        conflicts_with = "json"
    )]
    hide: Option<Hide>,
}

/// A workbook over all firms.
#[derive(Debug, Args)]
struct SummaryArgs {
    #[arg(long, value_name = "WHO", help = "cli-firms-for", value_enum, hide_possible_values = true, conflicts_with_all = ["json", "on", "off", "hide"])]
    r#for: Option<For>,
    #[arg(
        long,
        value_name = "FORMAT",
        help = "cli-firms-format",
        value_enum,
        hide_possible_values = true,
        requires = "for"
    )]
    format: Option<SummaryFormat>,
    #[arg(long, value_name = "FILE", help = "cli-output", requires = "for")]
    output: Option<PathBuf>,
    #[arg(long, help = "cli-replace", requires = "output")]
    replace: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum For {
    // With names and exact numbers.
    #[value(name = "self")]
    Oneself,
    // So that no group of under five firms can be told from it.
    Others,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SummaryFormat {
    Xlsx,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Hide {
    // From the next start on.
    Start,
    // Only when it is asked for.
    Never,
}

impl FirmsArgs {
    /// The settings are nobody's.
    pub(super) fn reach(&self) -> Reach<'_> {
        if self.is_set() {
            Reach::Nobody
        } else {
            Reach::Everybody
        }
    }

    fn is_set(&self) -> bool {
        self.setting().is_some() || self.hide.is_some()
    }

    /// What is to be remembered, if that is what was asked for.
    fn setting(&self) -> Option<bool> {
        (self.on || self.off).then_some(self.on)
    }
}

/// Of a sealed folder a passphrase is asked where somebody can type it; otherwise only its files are named, and no
/// workbook is made of them.
pub(super) fn list(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &FirmsArgs,
) -> Result<Done, Failure> {
    if args.is_set() {
        return set(process, context, args);
    }
    let mut store = if process.is_asked || args.summary.r#for.is_some() {
        context.opened_store(process)?
    } else {
        context.store(process)?
    };
    if let Some(reader) = args.summary.r#for {
        let found = store
            .list()
            .map_err(|error| Failure::store(&context.catalog, &error))?;
        return summary(process, context, &store, &found, reader, &args.summary);
    }
    let CommandContext {
        library, catalog, ..
    } = &mut *context;
    let mut listed = store
        .glance_over(&mut |found| library.case_summary(found))
        .map_err(|error| Failure::store(catalog, &error))?;
    let desks = store.desks();
    give_desks(&mut listed, &desks);
    let unread = Unread::of(&store, listed.iter());
    let firms = firms(&listed, now().day());
    let done = if args.json {
        let firms: Vec<Value> = firms.iter().map(|firm| firm_json(&listed, firm)).collect();
        Done::new(written(&json!({ "format": FORMAT, "firms": firms })))
    } else {
        Done::lines(lines(&listed, &firms, &context.catalog))
    };
    let done = with_unread(process, context, done, unread);
    if listed.iter().any(|check| check.desk == DeskGlance::Unread) {
        let said = Message::new("firms-notes-unread");
        process.tell(&context.catalog.message(&said));
        return Ok(Done {
            code: COULD_NOT,
            ..done
        });
    }
    Ok(done)
}

/// The workbook over all firms that can be judged; those that cannot are counted, and it is no success.
fn summary(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    store: &Store,
    found: &[CaseEntry],
    reader: For,
    args: &SummaryArgs,
) -> Result<Done, Failure> {
    let listed = context.library.summaries_of(found);
    let unread = Unread::of(store, listed.iter());
    let (facts, packs, not_whole) = context.library.firm_facts(found, &listed, now().day());
    let firms = Firms {
        packs: packs.iter().map(AsRef::as_ref).collect(),
        firms: &facts,
    };
    let bytes = match reader {
        For::Oneself => Some(firms.for_oneself(&context.catalog)),
        For::Others => firms.for_others(&context.catalog),
    };
    let Some(bytes) = bytes else {
        let said = ["err-firms-too-few", "rec-firms-too-few"].map(Message::new);
        return Err(Failure::could_not(&context.catalog, &said));
    };
    let Some(path) = to_write(args.output.as_deref()) else {
        if process.is_terminal {
            let said = Message::new("usage-not-to-a-terminal");
            return Err(Failure::usage(&context.catalog, &[said]));
        }
        let done = Done::bytes(bytes).but_unread(&context.catalog, "summary-not-whole", not_whole);
        return Ok(with_unread(process, context, done, unread));
    };
    let target = Target {
        path,
        replace: args.replace,
        format: ReportFormat::Xlsx.code(),
    };
    let said = Message::new("summary-written").with("firms", facts.len());
    let done = hand_over(process, &context.catalog, store, target, &bytes, said, DONE)?;
    let done = done.but_unread(&context.catalog, "summary-not-whole", not_whole);
    Ok(with_unread(process, context, done, unread))
}

/// Puts the list on the screen, or takes it away; hides firms from the start, or does not.
fn set(
    process: &ProcessEnv<'_>,
    context: &CommandContext,
    args: &FirmsArgs,
) -> Result<Done, Failure> {
    let mut store = context.store(process)?;
    let mut settings = store.settings();
    let mut said = Vec::new();
    if let Some(are_listed) = args.setting() {
        settings.set_firms(are_listed);
        said.push(if are_listed {
            "firms-are-on"
        } else {
            "firms-are-off"
        });
    }
    if let Some(when) = args.hide {
        settings.set_hide_others(when == Hide::Start);
        said.push(match when {
            Hide::Start => "firms-hidden-at-start",
            Hide::Never => "firms-not-hidden-at-start",
        });
    }
    store
        .save_settings(&settings)
        .map_err(|error| Failure::store(&context.catalog, &error))?;
    let said = said.into_iter().map(Message::new);
    Ok(Done::lines(said.map(|said| context.catalog.message(&said))))
}

/// What of this check is known for sure.
fn counts_of(newest: &CaseSummary) -> Option<Counts> {
    newest.counts.filter(|_| newest.state == CaseState::Ok)
}

fn firm_json(listed: &[CaseSummary], firm: &FirmSummary) -> Value {
    let newest = &listed[firm.newest];
    let counts = counts_of(newest);
    json!({
        "firm": newest.firm,
        "name": newest.created.map(|_| if firm.name.is_empty() { &newest.title } else { &firm.name }),
        "overdue": firm.due.map(|due| due.overdue),
        "this_month": firm.due.map(|due| due.this_month),
        "asked": counts.map(Counts::asked),
        "answered": counts.map(Counts::answered),
        "gaps": counts.map(Counts::gaps),
        "next_visit": newest.desk.next_visit(),
        "updated": firm.updated,
        "checks": firm.places.len(),
        "newest": newest.id,
        "state": newest.state.code(),
    })
}

fn lines(listed: &[CaseSummary], firms: &[FirmSummary], catalog: &Catalog) -> Vec<String> {
    if firms.is_empty() {
        return vec![catalog.message(&Message::new("list-empty"))];
    }
    // Who keeps no visits has no column for them.
    let visits = listed.iter().any(|check| check.desk.next_visit().is_some());
    let mut heading = vec![
        "firms-name",
        "firms-overdue",
        "firms-this-month",
        "firms-gaps",
        "firms-answers",
        "firms-updated",
        "firms-checks",
    ];
    if visits {
        heading.insert(1, "firms-visit");
    }
    let heading = heading.into_iter();
    let heading = heading.map(|id| catalog.message(&Message::new(id)));
    let rows: Vec<Vec<String>> = std::iter::once(heading.collect())
        .chain(firms.iter().map(|firm| {
            let mut cells = row(listed, firm, catalog);
            if visits {
                let day = listed[firm.newest].desk.next_visit();
                cells.insert(1, day.map_or_else(|| "-".to_owned(), |day| day.to_string()));
            }
            cells
        }))
        .collect();
    columns(&rows)
}

fn row(listed: &[CaseSummary], firm: &FirmSummary, catalog: &Catalog) -> Vec<String> {
    let newest = &listed[firm.newest];
    let name: Text<'_> = match newest.created {
        _ if !firm.name.is_empty() => firm.name.as_str().into(),
        Some(_) => title(newest),
        None => Message::new("cases-unnamed")
            .with("id", newest.id.as_str())
            .into(),
    };
    let name = catalog.text(&name).replace('\n', " ");
    let number = |count: Option<usize>| count.map(|count| count.to_string());
    let counts = counts_of(newest);
    let answers = counts.map(|counts| format!("{}/{}", counts.answered(), counts.asked()));
    let day = |moment: Moment| moment.day().to_string();
    let mut row = vec![name];
    row.extend(
        [
            number(firm.due.map(|due| due.overdue)),
            number(firm.due.map(|due| due.this_month)),
            number(counts.map(Counts::gaps)),
            answers,
            firm.updated.map(day),
        ]
        // What cannot be known is no number.
        .map(|cell| cell.unwrap_or_else(|| "-".to_owned())),
    );
    row.push(match newest.state.said() {
        Some(said) => catalog.message(&Message::new(said)),
        None => firm.places.len().to_string(),
    });
    row
}
