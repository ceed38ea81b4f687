//! Another folder for the answers, when the usual one cannot be written.

use crate::app::action::Action;
use crate::app::page::{Editable, Kind, Row};
use crate::app::{App, Purpose};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "elsewhere-title"),
        Row::blank(),
        Row::said(Kind::Text, "elsewhere-what"),
        Row::blank(),
    ];
    for (index, folder) in (0u8..).zip(&app.other_folders) {
        rows.push(Row::new(Kind::Action, folder.as_str()).doing(Action::Folder(index)));
    }
    match app
        .editing
        .as_ref()
        .filter(|editing| editing.purpose == Purpose::Folder)
    {
        Some(editing) => {
            let mut row = Row::said(Kind::Field, "elsewhere-field").doing(Action::EditFolder);
            row.field = Some(Editable::of(&editing.field));
            rows.push(row);
        }
        None => rows.push(Row::action("elsewhere-own", Action::EditFolder)),
    }
    rows
}
