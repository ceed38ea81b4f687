//! `mamori list`: every case there is, the one that was changed last first.
//! Opens none of them and makes no folder.

use clap::Args;

use serde_json::{Value, json};

use crate::app::case_summary::{CaseState, CaseSummary};
use crate::cli::done::{COULD_NOT, Done};
use crate::cli::failure::Failure;
use crate::cli::process_env::ProcessEnv;
use crate::cli::setup::CommandContext;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::outcome::Counts;
use crate::report::json::{FORMAT, written};
use crate::store::{Seal, Store};
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::days::day_with_year;
use crate::text::names::title_or;
use crate::text::{Message, Text};

/// `mamori list`
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[arg(long, help = "cli-json")]
    json: bool,
}

/// Of a sealed folder a passphrase is asked where somebody can type it; otherwise only its files are named, that is said,
/// and it is no success.
pub(super) fn list(
    process: &mut ProcessEnv<'_>,
    context: &mut CommandContext,
    args: &ListArgs,
) -> Result<Done, Failure> {
    let mut store = if process.is_asked {
        context.opened_store(process)?
    } else {
        context.store(process)?
    };
    let CommandContext {
        library, catalog, ..
    } = &mut *context;
    let listed = store
        .glance_over(&mut |found| library.case_summary(found))
        .map_err(|error| Failure::store(catalog, &error))?;
    let listed: Vec<Found> = listed
        .into_iter()
        .map(|listed| Found {
            is_in_use: listed.state == CaseState::Ok && store.is_held_elsewhere(&listed.id),
            listed,
        })
        .collect();
    let unread = Unread::of(&store, listed.iter().map(|found| &found.listed));
    let firms = store.settings().lists_firms();
    let done = if args.json {
        let cases: Vec<Value> = listed.iter().map(case_json).collect();
        Done::new(written(&json!({ "format": FORMAT, "cases": cases })))
    } else {
        Done::lines(lines(&listed, firms, &context.catalog))
    };
    Ok(with_unread(process, context, done, unread))
}

/// How many of a list could not be read.
pub(super) struct Unread {
    unread: usize,
    /// Those of which the passphrase would tell more: it was not asked for, because nobody can type it.
    closed: usize,
}

impl Unread {
    pub(super) fn of<'a>(store: &Store, listed: impl Iterator<Item = &'a CaseSummary>) -> Self {
        let (mut unread, mut locked) = (0, 0);
        for listed in listed {
            match listed.state {
                CaseState::Locked => locked += 1,
                state if !state.is_read() => unread += 1,
                _ => {}
            }
        }
        // With the seal open what is locked still is locked for another folder.
        if locked > 0 && store.seal() == Ok(Seal::Closed) {
            let closed = locked;
            Self { unread, closed }
        } else {
            unread += locked;
            Self { unread, closed: 0 }
        }
    }
}

/// A list in which so many could not be read: what is printed is whole, and it is no success.
pub(super) fn with_unread(
    process: &mut ProcessEnv<'_>,
    context: &CommandContext,
    done: Done,
    Unread { unread, closed }: Unread,
) -> Done {
    let said = [("list-unread", unread), ("list-locked", closed)];
    let said = said.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said
        .map(|(id, count)| {
            context
                .catalog
                .message(&Message::new(id).with("count", count))
        })
        .collect();
    if said.is_empty() {
        return done;
    }
    for sentence in said {
        process.tell(&sentence);
    }
    Done {
        code: COULD_NOT,
        ..done
    }
}

/// A case of the list, and whether another program has it open.
struct Found {
    listed: CaseSummary,
    is_in_use: bool,
}

fn case_json(found: &Found) -> Value {
    let listed = &found.listed;
    let counts = listed.counts;
    json!({
        "id": listed.id,
        "title": listed.created.map(|_| listed.title.as_str()),
        "firm": listed.firm,
        "firm_name": listed.created.map(|_| listed.firm_name.as_str()),
        "created": listed.created,
        "updated": listed.updated,
        "asked": counts.map(Counts::asked),
        "answered": counts.map(Counts::answered),
        "gaps": counts.map(Counts::gaps),
        "state": if found.is_in_use { "in-use" } else { listed.state.code() },
    })
}

/// The firm of each stands there for whoever has the list of firms: an owner knows whose checks they are.
fn lines(listed: &[Found], firms: bool, catalog: &Catalog) -> Vec<String> {
    if listed.is_empty() {
        return vec![catalog.message(&Message::new("list-empty"))];
    }
    let mut heading = vec!["list-id", "list-title", "list-updated", "list-state"];
    if firms {
        heading.insert(FIRM, "firms-name");
    }
    let heading = heading.into_iter();
    let heading = heading.map(|id| catalog.message(&Message::new(id)));
    let rows: Vec<Vec<String>> = std::iter::once(heading.collect())
        .chain(listed.iter().map(|found| {
            let mut cells = row(found, catalog);
            if firms {
                let name = Text::from(found.listed.firm_name.as_str());
                cells.insert(FIRM, catalog.text(&name).replace('\n', " "));
            }
            cells
        }))
        .collect();
    columns(&rows)
}

/// Its column, after the name of the check.
const FIRM: usize = 2;

fn row(found: &Found, catalog: &Catalog) -> Vec<String> {
    let listed = &found.listed;
    let text = |text: &Text<'_>| catalog.text(text).replace('\n', " ");
    let mut row = vec![
        text(&listed.id.as_str().into()),
        text(&title(listed)),
        listed.updated.map(day_and_time).unwrap_or_default(),
    ];
    row.extend(state(listed).iter().map(|message| catalog.message(message)));
    if found.is_in_use {
        row.push(catalog.message(&Message::new("list-in-use")));
    }
    row
}

pub(super) fn title(listed: &CaseSummary) -> Text<'_> {
    match listed.created {
        Some(created) => title_or(&listed.title, day_with_year(created.day())),
        None => listed.title.as_str().into(),
    }
}

/// How far it is; or why it cannot be opened.
fn state(listed: &CaseSummary) -> Vec<Message<'_>> {
    match (listed.state, listed.counts) {
        (CaseState::Ok, Some(counts)) => vec![
            Message::new("cases-progress")
                .with("asked", counts.asked())
                .with("answered", counts.answered()),
            Message::new("cases-gaps").with("gaps", counts.gaps()),
        ],
        (state, _) => state.said().map(Message::new).into_iter().collect(),
    }
}

/// With the year, as lists are kept for long.
pub(super) fn day_and_time(moment: Moment) -> String {
    let (hour, minute) = moment.hour_and_minute();
    format!("{} {hour:02}:{minute:02}", moment.day())
}
