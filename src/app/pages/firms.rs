//! The list of firms, the one that needs attention most first, narrowed by typing.
//! A row opens the newest check of its firm.

use crate::app::action::Action;
use crate::app::case_summary::{CaseSummary, DeskGlance};
use crate::app::firms::FirmSummary;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::cases::{bin, title, top};
use crate::app::pages::hiding::way_out;
use crate::app::{App, Screen};
use crate::text::days::day_with_year;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = top(app, "firms-title");
    let listed = app.lists.checks();
    let visits = shows_visits(app);
    let said = if visits {
        "firms-columns-visits"
    } else {
        "firms-columns"
    };
    let columns = Row::said(Kind::Text, said).collapsing(Collapse::Intro);
    rows.extend((!listed.is_empty()).then_some(columns));
    let before = rows.len();
    let is_unread = |check: &CaseSummary| check.desk == DeskGlance::Unread;
    if !app.hides_others() && listed.iter().any(is_unread) {
        rows.push(Row::said(Kind::Care, "firms-notes-unread"));
    }
    for firm in app.lists.firms() {
        let mut checks = firm.places.iter().map(|place| &listed[*place]);
        let is_found = checks.any(|check| check.found_by.holds(app.filter()));
        if let (true, Some(place)) = (is_found, firm.places.first()) {
            let place = u16::try_from(*place).unwrap_or(u16::MAX);
            rows.push(row(app, firm, visits).doing(Action::Case(place)));
        }
    }
    if rows.len() == before {
        // Enter would do something else than what was typed for.
        if !app.lists.shows_nobody() {
            rows.push(Row::said(Kind::Text, "firms-none"));
        }
        if listed.is_empty() {
            rows.push(Row::blank());
            rows.extend(bin(app));
        }
        return rows;
    }
    rows.push(Row::blank());
    rows.push(Row::action("firms-all-checks", Action::Open(Screen::Cases)));
    rows.extend(way_out(app));
    rows
}

/// Whether a visit is said of any firm; never while somebody looks on.
fn shows_visits(app: &App) -> bool {
    let mut checks = app.lists.checks().iter();
    !app.hides_others() && checks.any(|check| check.desk.next_visit().is_some())
}

fn row<'a>(app: &'a App, firm: &'a FirmSummary, visits: bool) -> Row<'a> {
    let newest = &app.lists.checks()[firm.newest];
    let name: Text<'_> = if firm.name.is_empty() {
        title(app, newest)
    } else {
        firm.name.as_str().into()
    };
    let row = Row::new(Kind::Action, name);
    match (newest.state.said(), newest.counts, firm.updated) {
        (None, Some(counts), Some(updated)) => {
            let due: Text<'_> = match firm.due {
                Some(due) if due.is_none() => "".into(),
                Some(due) => Message::new("firms-due")
                    .with("over", due.overdue)
                    .with("soon", due.this_month)
                    .into(),
                // Days stand in a walk that cannot be judged.
                None => Message::new("cases-state-no-pack").into(),
            };
            let gaps = Message::new("firms-not-in-place").with("gaps", counts.gaps());
            let row = if visits {
                let day = newest.desk.next_visit();
                row.right(day.map_or_else(|| Text::from(""), |day| app.day_name(day).into()))
            } else {
                row
            };
            row.right(due)
                .right(gaps)
                .right(format!("{}/{}", counts.answered(), counts.asked()))
                .right(day_with_year(updated.day()))
        }
        (Some(said), ..) => row.right(Message::new(said)),
        _ => row,
    }
}
