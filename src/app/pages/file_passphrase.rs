//! The passphrase of a file that somebody has sent. What is typed is not seen, only how much of it.

use crate::app::action::{Action, Received};
use crate::app::page::{Kind, Row};
use crate::app::pages::passphrase::masked;
use crate::app::{App, Purpose};
use crate::text::Message;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let path = app.received.sealed.as_deref().unwrap_or_default();
    let mut rows = vec![
        Row::said(Kind::Heading, "file-passphrase-title"),
        Row::blank(),
        Row::new(
            Kind::Text,
            Message::new("file-passphrase-of").with("path", path),
        ),
        Row::said(Kind::Text, "file-passphrase-what"),
        Row::blank(),
    ];
    let action = Action::Received(Received::EditPassphrase);
    match app
        .editing
        .as_ref()
        .filter(|editing| editing.purpose == Purpose::FilePassphrase)
    {
        Some(editing) => {
            let mut row = Row::said(Kind::Field, "unlock-field").doing(action);
            row.field = Some(masked(&editing.field));
            rows.push(row);
        }
        None => rows.push(Row::action("unlock-enter", action)),
    }
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "unlock-hidden"));
    rows
}
