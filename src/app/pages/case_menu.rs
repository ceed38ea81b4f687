//! One case of the list: what is wrong with it, if anything, and what can be done with it.

use crate::app::action::Action;
use crate::app::case_summary::{CaseState, CaseSummary, Generations, Kept};
use crate::app::page::{Editable, Kind, Row};
use crate::app::pages::cases::title;
use crate::app::update::not_opened;
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::fault::OpenProblem;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(listed) = app.subject() else {
        return vec![Row::said(Kind::Heading, "case-is-gone")];
    };
    let mut rows = vec![Row::new(Kind::Heading, title(app, listed)), Row::blank()];
    rows.extend(state(app, listed));
    rows.push(Row::blank());
    match listed.state {
        CaseState::Ok => {
            rows.push(Row::action("case-open", Action::OpenChosen));
            rows.extend(name(app));
            rows.extend(earlier(app));
        }
        CaseState::Copy => rows.push(Row::action("case-adopt", Action::Adopt)),
        CaseState::Renamed => rows.push(Row::action("case-name-back", Action::Adopt)),
        CaseState::Unread(_) => {
            rows.push(Row::action("case-open", Action::OpenChosen));
            rows.extend(earlier(app));
        }
        CaseState::Damaged => {
            if let Some(kept) = newest_good(app) {
                // With the newest one unreadable, which of the others is wanted must be chosen.
                if !is_newest_unread(app) {
                    let row = Row::action("case-restore", Action::RestoreNewest);
                    rows.push(row.right(written(app, kept)));
                }
                rows.extend(earlier(app));
            } else if app.generations == Generations::Unreadable {
                rows.extend(earlier(app));
            } else {
                rows.push(Row::action("case-put-aside", Action::PutAside));
            }
        }
        CaseState::Newer | CaseState::NoPack | CaseState::Locked | CaseState::TooLarge => {}
    }
    rows.push(Row::action(
        "case-throw-away",
        Action::Open(Screen::ThrowAway),
    ));
    rows
}

/// How far it is, or why it cannot be opened: what happened, what is safe, what to do.
fn state<'a>(app: &'a App, listed: &'a CaseSummary) -> Vec<Row<'a>> {
    let said = |id: &'static str| vec![Row::said(Kind::Text, id)];
    match (listed.state, listed.counts, listed.updated) {
        (CaseState::Ok, Some(counts), Some(updated)) => vec![Row::new(
            Kind::Text,
            Message::new("case-progress")
                .with("when", app.moment_name(updated))
                .with("asked", counts.asked())
                .with("answered", counts.answered()),
        )],
        (CaseState::Copy, ..) => said("case-is-copy"),
        (CaseState::Renamed, ..) => said("case-is-renamed"),
        (CaseState::Newer, ..) => said("cases-newer"),
        (CaseState::Unread(problem @ (OpenProblem::Link | OpenProblem::NotAFile)), ..) => {
            vec![Row::new(Kind::Text, not_opened(problem))]
        }
        (CaseState::Unread(problem), ..) => vec![
            Row::new(Kind::Text, not_opened(problem)),
            Row::blank(),
            Row::said(Kind::Text, "case-is-unread"),
        ],
        (CaseState::NoPack, ..) => said("cases-no-pack"),
        (CaseState::TooLarge, ..) => said("cases-cannot-open-too-large"),
        (CaseState::Locked, ..) => said("case-is-locked"),
        _ if newest_good(app).is_some() && is_newest_unread(app) => {
            said("case-is-damaged-newest-unread")
        }
        _ if newest_good(app).is_some() => said("case-is-damaged-with-earlier"),
        _ if app.generations == Generations::Unreadable => said("case-is-damaged-earlier-unread"),
        _ => said("case-is-damaged"),
    }
}

fn name(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![Row::action("case-rename", Action::RenameChosen)];
    if let Some(editing) = app
        .editing
        .as_ref()
        .filter(|editing| editing.purpose == Purpose::Title)
    {
        let mut row = Row::said(Kind::Field, "name-label");
        row.field = Some(Editable::of(&editing.field));
        rows.push(row);
    }
    rows
}

/// The way to the earlier files; that they cannot be read is not that there are none.
fn earlier(app: &App) -> Option<Row<'_>> {
    let count = match &app.generations {
        Generations::Unreadable => return Some(Row::said(Kind::Care, "case-earlier-unreadable")),
        Generations::Read(kept) => kept.len(),
    };
    let row = Row::new(
        Kind::Action,
        Message::new("case-earlier").with("count", count),
    );
    (count > 0).then(|| row.doing(Action::Open(Screen::Generations)))
}

fn newest_good(app: &App) -> Option<&Kept> {
    let mut kept = app.generations.read().iter();
    kept.find(|kept| kept.written.is_ok())
}

fn is_newest_unread(app: &App) -> bool {
    let newest = app.generations.read().first();
    newest.is_some_and(|kept| kept.written.is_err())
}

/// When a generation was written.
fn written<'a>(app: &App, kept: &'a Kept) -> Text<'a> {
    match kept.written {
        Ok(at) => app.moment_name(at).into(),
        Err(state) => Message::new(state.said().unwrap_or("cases-state-damaged")).into(),
    }
}

/// The earlier files of a case, the newest first.
pub(in crate::app) fn generation_rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "generations-title"),
        Row::blank(),
        Row::said(Kind::Text, "generations-what"),
        Row::blank(),
    ];
    for (index, kept) in (0u16..).zip(app.generations.read()) {
        let mut row = Row::new(Kind::Action, written(app, kept));
        if let Some(counts) = kept.counts {
            row = row.right(
                Message::new("cases-progress")
                    .with("asked", counts.asked())
                    .with("answered", counts.answered()),
            );
        }
        if kept.is_foreign {
            row = row.right(Message::new("generations-foreign"));
        }
        // One that cannot be read is shown, and leads nowhere.
        row = match kept.written {
            Ok(_) => row.doing(Action::Restore(index)),
            Err(_) => row.doing(Action::FocusText(index)),
        };
        rows.push(row);
    }
    rows
}

/// What goes, and for how long it can come back. The cursor stands on the way back.
pub(in crate::app) fn throw_away_rows(app: &App) -> Vec<Row<'_>> {
    let Some(listed) = app.subject() else {
        return vec![Row::said(Kind::Heading, "case-is-gone")];
    };
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("throw-away-title").with("title", title(app, listed)),
        ),
        Row::blank(),
    ];
    rows.push(match listed.counts {
        Some(counts) if app.generations == Generations::Unreadable => Row::new(
            Kind::Text,
            Message::new("throw-away-goes-earlier-unread").with("answered", counts.answered()),
        ),
        Some(counts) => Row::new(
            Kind::Text,
            Message::new("throw-away-goes")
                .with("answered", counts.answered())
                .with("earlier", app.generations.read().len()),
        ),
        None => Row::said(Kind::Text, "throw-away-goes-unread"),
    });
    rows.push(Row::said(Kind::Text, "throw-away-safe"));
    rows.push(Row::blank());
    rows.push(Row::action("throw-away-not", Action::Back));
    rows.push(Row::action("throw-away-do", Action::ThrowAway));
    rows
}
