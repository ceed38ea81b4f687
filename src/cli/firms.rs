//! `mamori firms`: the firms whose checks there are, the one that needs attention most first.
//! Opens no check and makes no folder; with `--on` or `--off` it writes the settings and nothing else.

use clap::{Args, ValueEnum};

use serde_json::{Value, json};

use crate::app::case_summary::{CaseState, CaseSummary};
use crate::app::firms::{FirmSummary, firms};
use crate::cli::done::Done;
use crate::cli::failure::Failure;
use crate::cli::list::{title, unread, with_unread};
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::outcome::Counts;
use crate::report::json::{FORMAT, written};
use crate::terminal::now;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::{Message, Text};

/// `mamori firms`
#[derive(Debug, Args)]
pub(super) struct FirmsArgs {
    #[arg(long, help = "cli-json")]
    json: bool,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Hide {
    // From the next start on.
    Start,
    // Only when it is asked for.
    Never,
}

impl FirmsArgs {
    /// What is to be remembered, if that is what was asked for.
    fn setting(&self) -> Option<bool> {
        (self.on || self.off).then_some(self.on)
    }
}

/// Of a sealed folder a passphrase is asked where somebody can type it; otherwise only its files are named.
pub(super) fn list(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &FirmsArgs,
) -> Result<Done, Failure> {
    if args.setting().is_some() || args.hide.is_some() {
        return set(process, context, args);
    }
    let mut store = if process.is_asked {
        context.opened_store(process)?
    } else {
        context.store(process)?
    };
    let found = store
        .list()
        .map_err(|error| Failure::store(&context.catalog, &error))?;
    let listed = context.library.case_summaries(&found);
    let unread = unread(listed.iter());
    let firms = firms(&listed, now().day());
    let done = if args.json {
        let firms: Vec<Value> = firms.iter().map(|firm| firm_json(&listed, firm)).collect();
        Done::new(written(&json!({ "format": FORMAT, "firms": firms })))
    } else {
        Done::lines(lines(&listed, &firms, &context.catalog))
    };
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
    let heading = [
        "firms-name",
        "firms-overdue",
        "firms-this-month",
        "firms-gaps",
        "firms-answers",
        "firms-updated",
        "firms-checks",
    ]
    .map(|id| catalog.message(&Message::new(id)));
    let rows: Vec<Vec<String>> = std::iter::once(heading.to_vec())
        .chain(firms.iter().map(|firm| row(listed, firm, catalog)))
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
