//! Files that somebody has sent: those that were found, and a place to write where another one lies.
//! Nothing is changed before one is chosen.

use crate::app::action::{Action, Received};
use crate::app::page::{Editable, Kind, Row};
use crate::app::received::{ReceivedFile, ReceivedState};
use crate::app::{App, Purpose};
use crate::text::names::{default_title, with_firm};
use crate::text::system_error::number_message;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "received-title"),
        Row::blank(),
        Row::said(Kind::Text, "received-what"),
        Row::blank(),
    ];
    match &app.received.found {
        None => rows.push(Row::said(Kind::Text, "received-searching")),
        Some(found) => {
            let seen = (0u16..).zip(&found.files);
            let seen = seen.filter(|(_, file)| app.may_be_seen(file));
            let before = rows.len();
            rows.extend(seen.flat_map(|(index, file)| file_rows(app, index, file)));
            if rows.len() == before && !app.lists.hides_others() {
                rows.push(Row::said(Kind::Text, "received-none"));
            }
            if app.lists.hides_others() {
                // The name of a file may be the name of a firm.
                rows.push(Row::said(Kind::Text, "received-others-hidden"));
                return rows;
            }
            if found.left_out > 0 {
                let said = Message::new("received-left-out").with("count", found.left_out);
                rows.push(Row::new(Kind::Text, said));
            }
            rows.extend(found.unread.iter().map(|(folder, number)| {
                let said = Message::new("received-unread-folder")
                    .with("path", folder.as_str())
                    .with("reason", number_message(*number));
                Row::new(Kind::Care, said)
            }));
        }
    }
    rows.push(Row::blank());
    rows.push(Row::action(
        "received-type",
        Action::Received(Received::EditPath),
    ));
    if let Some(editing) = app
        .editing
        .as_ref()
        .filter(|editing| editing.purpose == Purpose::ReceivedPath)
    {
        let mut row = Row::said(Kind::Field, "received-path");
        row.field = Some(Editable::of(&editing.field));
        rows.push(row);
    }
    rows.push(Row::action(
        "received-again",
        Action::Received(Received::Again),
    ));
    rows
}

impl App {
    /// While one firm is shown alone, its checks are; of what nobody has looked into it is not known whose it is.
    pub(in crate::app) fn may_be_seen(&self, file: &ReceivedFile) -> bool {
        match &file.state {
            ReceivedState::Check { id, firm_id, .. }
            | ReceivedState::Workbook {
                id: Some(id),
                firm_id,
                ..
            } => self.lists.shows(id, firm_id.as_ref()),
            _ => !self.lists.hides_others(),
        }
    }
}

fn file_rows<'a>(app: &App, index: u16, file: &'a ReceivedFile) -> [Row<'a>; 2] {
    let (text, state): (Text<'a>, _) = match &file.state {
        ReceivedState::Check {
            title,
            firm,
            created,
            ..
        } => {
            let title: Text<'a> = if title.is_empty() {
                default_title(app.day_name(created.day())).into()
            } else {
                title.as_str().into()
            };
            (with_firm(firm, title), None)
        }
        ReceivedState::Workbook { title, .. } => {
            let title = if title.is_empty() { &file.name } else { title };
            (title.as_str().into(), Some("received-workbook"))
        }
        ReceivedState::Sealed => (file.name.as_str().into(), Some("received-sealed")),
        ReceivedState::Newer => (file.name.as_str().into(), Some("cases-state-newer")),
        ReceivedState::Unread => (file.name.as_str().into(), Some("cases-state-damaged")),
    };
    let mut row = Row::new(Kind::Action, text).doing(Action::Received(Received::File(index)));
    if let Some(state) = state {
        row = row.right(Message::new(state));
    }
    if let Some(changed) = file.changed {
        row = row.right(app.moment_name(changed));
    }
    [row, Row::new(Kind::Under, file.path.as_str())]
}
