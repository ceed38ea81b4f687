//! The first screen for who has checks already. It names none of them: a client may be looking on.

use crate::app::action::Action;
use crate::app::case_summary::{CaseState, CaseSummary};
use crate::app::page::{Kind, Row};
use crate::app::pages::cases::bin;
use crate::app::pages::hiding::said;
use crate::app::pages::welcome::not_used;
use crate::app::{App, Screen};
use crate::questionnaire::moment::Day;
use crate::questionnaire::plan::DueCounts;
use crate::text::Message;
use crate::text::names::due_counted;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![Row::said(Kind::Heading, "start-title"), Row::blank()];
    rows.extend(said(app));
    rows.extend(not_used(app));
    rows.extend(damaged(app));
    if let Some(last) = app.last_case()
        && let (Some(updated), Some(counts)) = (last.updated, last.counts)
        && let Some(index) = app
            .lists
            .checks()
            .iter()
            .position(|listed| listed.id == last.id)
    {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        rows.push(
            Row::action(last_name(app), Action::Case(index))
                .right(app.moment_name(updated))
                .right(
                    Message::new("cases-progress")
                        .with("asked", counts.asked())
                        .with("answered", counts.answered()),
                ),
        );
    }
    rows.push(Row::action("start-new", Action::Begin));
    if app.lists.checks().is_empty() && !app.lists.shows_nobody() {
        rows.extend(bin(app));
    } else {
        let list = app.list_screen();
        let name = if list == Screen::Firms {
            "firms-title"
        } else {
            "start-others"
        };
        rows.push(Row::action(name, Action::Open(list)));
    }
    rows.extend(due(app));
    rows.push(Row::action("received-open", Action::Open(Screen::Received)));
    rows.push(Row::action("open-about", Action::Open(Screen::About)));
    rows.push(Row::new(Kind::Action, app.next_language()).doing(Action::SwitchLanguage));
    rows.push(Row::action("leave", Action::Leave));
    rows
}

/// What is to be done by now: of all checks together, naming none.
fn due(app: &App) -> Option<Row<'_>> {
    let all: Vec<Day> = app
        .lists
        .checks()
        .iter()
        .flat_map(|listed| listed.due.clone())
        .collect();
    let said = due_counted(DueCounts::of(&all, app.today))?;
    let said = Message::new("start-due").with("due", said);
    Some(Row::new(Kind::Action, said).doing(Action::DueTasks))
}

/// Where one cannot be read, nobody knows whether it was the last: only of those that can be read is it the newest.
fn last_name(app: &App) -> &'static str {
    let is_unknown = |listed: &CaseSummary| listed.updated.is_none();
    if app.lists.checks().iter().any(is_unknown) {
        "start-last-readable"
    } else {
        "start-last"
    }
}

/// Before anything new is begun: a check that cannot be read may be the one that was looked for; so is any other that
/// does not open, where none does.
fn damaged(app: &App) -> Option<Row<'_>> {
    let none_opens = app.last_case().is_none();
    let is_wanted = |state: CaseState| match state {
        CaseState::Damaged | CaseState::Unread(_) | CaseState::TooLarge => true,
        CaseState::Ok | CaseState::Copy => false,
        CaseState::Renamed | CaseState::Newer | CaseState::Locked | CaseState::NoPack => none_opens,
    };
    let is_lost = |state| matches!(state, CaseState::Damaged | CaseState::TooLarge);
    let wanted = || {
        let listed = (0u16..).zip(app.lists.checks());
        listed.filter(|(_, listed)| is_wanted(listed.state))
    };
    let said = if wanted().all(|(_, listed)| is_lost(listed.state)) {
        "start-damaged"
    } else {
        "start-shut"
    };
    let mut found = wanted();
    let (index, _) = found.next()?;
    let others = found.count();
    let row = Row::new(Kind::Open, Message::new(said).with("count", others + 1));
    Some(row.doing(if others == 0 {
        Action::Case(index)
    } else {
        Action::Open(Screen::Cases)
    }))
}
