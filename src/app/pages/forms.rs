//! In which forms the information exists, and the name of the check.

use crate::app::action::Action;
use crate::app::page::{Collapse, Editable, Kind, Row};
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::forms::{questions_added_by, questions_for_everyone, visible_questions};
use crate::text::names::default_title;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let pack = app.pack();
    let mut rows = vec![
        Row::said(Kind::Heading, "forms-title"),
        Row::said(Kind::Text, "forms-all-that-apply").collapsing(Collapse::Intro),
        Row::blank(),
    ];
    for (index, form) in (0u8..).zip(&pack.forms) {
        let ticked = app.open.forms.contains(&form.id);
        rows.push(
            Row::new(Kind::Check { ticked }, &form.examples)
                .under_column(&form.title)
                .doing(Action::ToggleForm(index)),
        );
    }
    rows.push(Row::blank());
    rows.push(Row::new(Kind::Text, count(app)));
    rows.push(Row::said(Kind::Text, "forms-later").collapsing(Collapse::Intro));
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "forms-reading"));
    rows.push(Row::blank());
    rows.push(Row::action("forms-done", Action::FormsDone));
    let mut information = Row::action("forms-information", Action::Open(Screen::Information));
    let count = app.information().len();
    if count > 0 {
        information = information.right(Message::new("information-listed").with("count", count));
    }
    rows.push(information);
    rows
}

/// How many questions that makes, and where they come from.
fn count(app: &App) -> Text<'_> {
    let pack = app.pack();
    if app.open.forms.is_empty() {
        return Message::new("forms-count-none")
            .with("everyone", questions_for_everyone(pack))
            .into();
    }
    let asked = visible_questions(pack, &app.open.forms).len();
    let mut sum =
        Message::new("forms-count-everyone").with("everyone", questions_for_everyone(pack));
    let mut before = Vec::new();
    for form in pack
        .forms
        .iter()
        .filter(|form| app.open.forms.contains(&form.id))
    {
        sum = Message::new("forms-count-plus")
            .with("sum", sum)
            .with("form", &form.title)
            .with("questions", questions_added_by(pack, &form.id, &before));
        before.push(form.id.clone());
    }
    Message::new("forms-count")
        .with("asked", asked)
        .with("sum", sum)
        .into()
}

/// The name of the check: optional, one line.
pub(in crate::app) fn name_rows(app: &App) -> Vec<Row<'_>> {
    let mut field = Row::said(Kind::Field, "name-label").doing(Action::EditName);
    if let Some(editing) = app.editing.as_ref().filter(|e| e.purpose == Purpose::Name) {
        field.field = Some(Editable::of(&editing.field));
    }
    let offered = app
        .open
        .case
        .as_ref()
        .map(|case| default_title(app.day_name(case.created.day())));
    let mut rows = vec![
        Row::said(Kind::Heading, "name-title"),
        Row::blank(),
        field,
        Row::blank(),
    ];
    if let Some(offered) = offered {
        rows.push(Row::new(
            Kind::Text,
            Message::new("name-offered").with("title", offered),
        ));
    }
    rows.push(Row::said(Kind::Caption, "name-where-shown"));
    // While the field is open Enter goes on, and no row can be reached.
    if app.editing.is_none() {
        rows.push(Row::blank());
        rows.push(Row::action("name-done", Action::NameDone));
    }
    rows
}
