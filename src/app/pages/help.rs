//! The keys of the screen below, from the one table of keys.

use crate::app::action::Action;
use crate::app::keys::{Group, bindings_in};
use crate::app::page::{Kind, Row};
use crate::app::pages::to_read;
use crate::app::{App, Screen};
use crate::questionnaire::pack::Topic;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let below = app.parent().unwrap_or(Screen::Overview);
    let bindings = bindings_in(app, below.context());
    let mut texts = vec![
        (Kind::Heading, Text::from(Message::new("help-title"))),
        (Kind::Text, Message::new("help-arrows").into()),
        (Kind::Blank, "".into()),
    ];
    let mut columns: Vec<(usize, &'static str)> = Vec::new();
    for group in Group::ALL {
        let mut of_group = bindings
            .iter()
            .filter(|binding| binding.group == group)
            .peekable();
        if of_group.peek().is_none() {
            continue;
        }
        texts.push((Kind::Heading, Message::new(group.title()).into()));
        for binding in of_group {
            columns.push((texts.len(), binding.cap));
            texts.push((Kind::Action, Message::new(binding.words).into()));
        }
    }
    texts.push((Kind::Blank, "".into()));
    texts.push((Kind::Text, Message::new("help-ime").into()));
    texts.push((Kind::Text, Message::new("help-saving").into()));
    let sections = &app.pack().sections;
    if below.is_of_the_case()
        && sections
            .iter()
            .any(|section| section.topic == Topic::Reading)
    {
        texts.push((Kind::Text, Message::new("overview-reading").into()));
    }
    let mut rows = to_read(texts);
    for (index, cap) in columns {
        rows[index].column = Some(Message::new(cap).into());
    }
    if let Some(is_taken) = app.mouse {
        rows.push(Row::blank());
        let id = if app.goes_on_by_digits() {
            "digits-off"
        } else {
            "digits-on"
        };
        rows.push(Row::action(id, Action::SwitchDigits));
        let id = if is_taken { "mouse-off" } else { "mouse-on" };
        rows.push(Row::action(id, Action::SwitchMouse));
    }
    rows
}
