//! Why a question does not apply: one of the pack's reasons, or the user's own words.

use crate::app::action::Action;
use crate::app::page::{Editable, Kind, Row};
use crate::app::pages::caption;
use crate::app::{App, Purpose};
use crate::text::Message;
use crate::text::names::outcome_name;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(item) = app.item() else {
        return Vec::new();
    };
    let question = item.question;
    let mut rows = vec![
        Row::new(Kind::Caption, caption(app, app.pack().section_of(question))),
        Row::blank(),
        Row::new(Kind::Heading, &question.text),
        Row::blank(),
        Row::said(Kind::Text, "reason-title"),
        Row::blank(),
    ];
    for (index, reason) in (0u8..).zip(&question.may_not_apply) {
        rows.push(Row::new(Kind::Action, reason).doing(Action::OfferedReason(index)));
    }
    let mut own = Row::said(Kind::Field, "reason-own").doing(Action::OwnReason);
    if let Some(editing) = app
        .editing
        .as_ref()
        .filter(|e| e.purpose == Purpose::Reason)
    {
        own.field = Some(Editable::of(&editing.field));
    } else if let Some(reason) = item.reason() {
        own = own.right(Message::new("reason-now").with("reason", reason));
    }
    rows.push(own);
    rows.push(Row::blank());
    rows.push(Row::new(
        Kind::Caption,
        Message::new("reason-until-then").with("answer", outcome_name(item.outcome)),
    ));
    rows
}
