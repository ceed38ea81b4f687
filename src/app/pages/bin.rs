//! What was thrown away: each can come back, or all go at once.

use crate::app::action::Action;
use crate::app::case_summary::Binned;
use crate::app::page::{Kind, Row};
use crate::app::{App, Screen};
use crate::text::names::{default_title, with_firm};
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "bin-title"),
        Row::blank(),
        Row::said(Kind::Text, "bin-what"),
        Row::blank(),
    ];
    if app.bin_is_unread {
        rows.push(Row::said(Kind::Care, "bin-failed"));
        rows.push(Row::blank());
    }
    for (index, binned) in (0u16..).zip(app.lists.binned()) {
        let until = Message::new("bin-until").with("day", app.day_name(binned.kept_until));
        rows.push(
            Row::new(Kind::Action, title(app, binned))
                .right(until)
                .doing(Action::PutBack(index)),
        );
    }
    if app.lists.binned().is_empty() {
        if !app.bin_is_unread {
            rows.push(Row::said(Kind::Text, "bin-is-empty"));
        }
        rows.push(Row::action("bin-back", Action::Back));
    } else {
        rows.push(Row::blank());
        // It would be emptied of the others' as well.
        if !app.lists.hides_others() {
            let count = Message::new("bin-empty").with("count", app.lists.binned().len());
            rows.push(Row::new(Kind::Action, count).doing(Action::Open(Screen::EmptyBin)));
        }
    }
    rows
}

fn title<'a>(app: &App, binned: &'a Binned) -> Text<'a> {
    let title = title_alone(app, binned);
    if app.is_an_advisors() {
        with_firm(&binned.firm_name, title)
    } else {
        title
    }
}

fn title_alone<'a>(app: &App, binned: &'a Binned) -> Text<'a> {
    match (&binned.title, binned.created) {
        (Some(title), _) if !title.is_empty() => title.as_str().into(),
        (Some(_), Some(created)) => default_title(app.day_name(created.day())).into(),
        _ => Message::new("cases-unnamed")
            .with("id", binned.name.as_str())
            .into(),
    }
}

/// Asks once: nothing of this comes back. The cursor stands on the way back.
pub(in crate::app) fn empty_rows(app: &App) -> Vec<Row<'_>> {
    vec![
        Row::new(
            Kind::Heading,
            Message::new("empty-bin-title").with("count", app.lists.binned().len()),
        ),
        Row::blank(),
        Row::said(Kind::Care, "empty-bin-final"),
        Row::blank(),
        Row::action("empty-bin-not", Action::Back),
        Row::action("empty-bin-do", Action::EmptyBin),
    ]
}
