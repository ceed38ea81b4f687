//! The passphrase of a sealed data folder. What is typed is not seen, only how much of it.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::action::Action;
use crate::app::field::Field;
use crate::app::page::{Editable, Kind, Row};
use crate::app::{App, Awaiting, Purpose};

/// What stands for a passphrase: one for each character, as far as a line reaches.
const MASK: &str = "****************************************************************";

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "unlock-title"),
        Row::blank(),
        Row::said(Kind::Text, "unlock-what"),
        Row::blank(),
    ];
    if app.awaiting == Some(Awaiting::Unlock) {
        rows.push(Row::said(Kind::Text, "unlock-working"));
        return rows;
    }
    match app
        .editing
        .as_ref()
        .filter(|editing| editing.purpose == Purpose::Passphrase)
    {
        Some(editing) => {
            let mut row = Row::said(Kind::Field, "unlock-field").doing(Action::EditPassphrase);
            row.field = Some(masked(&editing.field));
            rows.push(row);
        }
        None => rows.push(Row::action("unlock-enter", Action::EditPassphrase)),
    }
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "unlock-hidden"));
    rows.push(Row::blank());
    rows.push(Row::action("leave", Action::Leave));
    rows
}

/// A field of which only is seen how much is in it.
pub(in crate::app) fn masked(field: &Field) -> Editable<'static> {
    let stars = field.text().graphemes(true).count().min(MASK.len());
    let before = &field.text()[..field.cursor()];
    Editable {
        text: &MASK[..stars],
        cursor: before.graphemes(true).count().min(stars),
        many_lines: false,
        is_chosen: false,
    }
}
