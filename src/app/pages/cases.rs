//! The list of checks, narrowed by typing.

use crate::app::action::Action;
use crate::app::case_summary::{CaseState, CaseSummary};
use crate::app::page::{Editable, Kind, Row};
use crate::app::pages::hiding::{said, way_out};
use crate::app::{App, Screen};
use crate::questionnaire::plan::DueCounts;
use crate::text::names::{default_title, due_counted};
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let manage = Row::action("cases-manage", Action::Open(Screen::Manage));
    list(app, "cases-title", Some(manage))
}

/// The same, to choose what is to be tidied.
pub(in crate::app) fn manage_rows(app: &App) -> Vec<Row<'_>> {
    list(app, "manage-title", None)
}

fn list<'a>(app: &'a App, heading: &'static str, manage: Option<Row<'a>>) -> Vec<Row<'a>> {
    let mut rows = top(app, heading);
    let before = rows.len();
    for (index, listed) in app.lists.checks().iter().enumerate() {
        if !listed.found_by.holds(app.filter()) {
            continue;
        }
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        rows.push(row(app, listed).doing(Action::Case(index)));
    }
    if rows.len() == before {
        // Enter would do something else than what was typed for.
        if !app.lists.shows_nobody() {
            rows.push(Row::said(Kind::Text, "cases-none"));
        }
        if app.lists.checks().is_empty() {
            rows.push(Row::blank());
            rows.extend(bin(app));
        }
        return rows;
    }
    rows.push(Row::blank());
    rows.extend(manage);
    rows.extend(bin(app));
    rows.extend(way_out(app));
    rows
}

/// What stands above a list that typing narrows.
pub(super) fn top<'a>(app: &'a App, heading: &'static str) -> Vec<Row<'a>> {
    let mut find = Row::said(Kind::Field, "cases-narrow");
    if let Some(editing) = &app.editing {
        find.field = Some(Editable::of(&editing.field));
    }
    let mut rows = vec![Row::said(Kind::Heading, heading), find, Row::blank()];
    rows.extend(said(app));
    if app.list_is_old {
        rows.push(Row::said(Kind::Care, "list-is-old"));
        rows.push(Row::blank());
    }
    rows
}

/// The way to what was thrown away, if anything was or nobody can say.
pub(super) fn bin(app: &App) -> Option<Row<'_>> {
    let said = match app.lists.binned().len() {
        _ if app.bin_is_unread => Message::new("cases-bin-unread"),
        0 => return None,
        count => Message::new("cases-bin").with("count", count),
    };
    Some(Row::new(Kind::Action, said).doing(Action::Open(Screen::Bin)))
}

fn row<'a>(app: &App, listed: &'a CaseSummary) -> Row<'a> {
    let mut row = Row::new(Kind::Action, title(app, listed));
    if let Some(updated) = listed.updated {
        row = row.right(app.moment_name(updated));
    }
    match (listed.state, listed.counts) {
        (CaseState::Ok, Some(counts)) => row
            .right(
                Message::new("cases-progress")
                    .with("asked", counts.asked())
                    .with("answered", counts.answered()),
            )
            .right(match due_counted(DueCounts::of(&listed.due, app.today)) {
                Some(due) => due,
                None if counts.unanswered > 0 => Message::new("section-begun"),
                None => Message::new("cases-gaps").with("gaps", counts.gaps()),
            }),
        (state, _) => match state.said() {
            Some(said) => row.right(Message::new(said)),
            None => row,
        },
    }
}

pub(super) fn title<'a>(app: &App, listed: &'a CaseSummary) -> Text<'a> {
    match listed.created {
        _ if !listed.title.is_empty() => listed.title.as_str().into(),
        Some(created) => default_title(app.day_name(created.day())).into(),
        None => Message::new("cases-unnamed")
            .with("id", listed.id.as_str())
            .into(),
    }
}
