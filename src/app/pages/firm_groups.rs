//! 業種と人数: by what an association may count the firm among many. Chosen, never typed, and never asked for.

use crate::app::App;
use crate::app::action::{Action, Export};
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::indexed;
use crate::text::firm_groups::Group;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "groups-title"),
        Row::blank(),
        Row::said(Kind::Text, "groups-what"),
        Row::said(Kind::Care, "groups-few").collapsing(Collapse::Intro),
        Row::blank(),
    ];
    rows.extend(group_row(app, Group::Trade));
    rows.push(Row::blank());
    rows.extend(group_row(app, Group::Size));
    rows
}

fn group_row(app: &App, group: Group) -> Option<Row<'_>> {
    let choose = |index| Action::Export(Export::Group(group, index));
    let mut offered = indexed::<u8, _>(group.offered());
    let (index, (_, first)) = offered.next()?;
    let label = match group {
        Group::Trade => "groups-trade",
        Group::Size => "groups-size",
    };
    let mut row = Row::said(Kind::Action, first)
        .under_column(Message::new(label))
        .doing(choose(index));
    row.inline_actions = offered
        .map(|(index, (_, name))| (Text::from(Message::new(name)), choose(index)))
        .collect();
    let code = app.firm_group(group);
    let known = group.offered().iter().find(|(known, _)| *known == code);
    Some(match known {
        Some((_, name)) => row.right(Message::new("task-now").with("now", Message::new(name))),
        // Of another program, or written by hand.
        None if !code.is_empty() => row.right(Message::new("task-now").with("now", code)),
        None => row,
    })
}
