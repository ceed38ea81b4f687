//! Who answers now, of a check that goes from one to another: asked once when it opens, and nobody has to say it.

use crate::app::action::Action;
use crate::app::page::{Editable, Kind, Row};
use crate::app::{App, Purpose};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut field = Row::said(Kind::Field, "name-label");
    if let Some(editing) = app
        .editing
        .as_ref()
        .filter(|editing| editing.purpose == Purpose::Answerer)
    {
        field.field = Some(Editable::of(&editing.field));
    }
    let mut rows = vec![
        Row::said(Kind::Heading, "answerer-title"),
        Row::blank(),
        field,
        Row::blank(),
        Row::said(Kind::Text, "answerer-what"),
    ];
    if app.editing.is_none() {
        rows.push(Row::blank());
        rows.push(Row::action("answerer-go-on", Action::Back));
    }
    rows
}
