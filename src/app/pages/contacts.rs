//! 相談先: who can be asked for little or no money, what for, and how sure that is; an address as a code for a phone.

use crate::app::App;
use crate::app::action::Action;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::indexed;
use crate::app::qr_code::Code;
use crate::questionnaire::pack::Contact;
use crate::text::Message;
use crate::text::names::mark_name;

/// What else stands on the screen with a code: header and foot, the name, the address, how to use it.
const BESIDE_LINES: u16 = 2 + 2 + 1 + 2;
const BESIDE_COLUMNS: u16 = 4;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "contacts-title"),
        Row::said(Kind::Text, "contacts-check-first").collapsing(Collapse::Intro),
    ];
    for (index, contact) in indexed::<u8, _>(app.contacts()) {
        rows.push(Row::blank());
        rows.extend(contact_rows(contact, index));
    }
    rows
}

fn contact_rows(contact: &Contact, index: u8) -> Vec<Row<'_>> {
    let mut name = Row::new(Kind::Action, &contact.name).doing(action_of(contact, index));
    if contact.verify {
        name = name.right(Message::new("contacts-verify"));
    }
    let mut rows = vec![
        name,
        Row::new(Kind::Under, &contact.purpose),
        Row::new(
            Kind::Under,
            Message::new("contacts-cost")
                .with("cost", &contact.cost)
                .with("mark", mark_name(contact.mark)),
        ),
    ];
    if let Some(url) = &contact.url {
        rows.push(Row::new(Kind::Under, url.as_str()));
    }
    rows
}

/// Its code, if it has an address; without one there is nothing to open.
pub(super) fn action_of(contact: &Contact, index: u8) -> Action {
    match contact.url {
        Some(_) => Action::Code(index),
        None => Action::FocusText(u16::from(index)),
    }
}

/// The address of one contact, as text and as a code.
pub(in crate::app) fn code_rows(app: &App) -> Vec<Row<'_>> {
    let contact = app.open.code_of.and_then(|index| {
        let contacts = app.contacts();
        contacts.get(usize::from(index)).copied()
    });
    let Some((contact, url)) = contact.and_then(|contact| Some((contact, contact.url.as_ref()?)))
    else {
        return Vec::new();
    };
    let mut rows = vec![
        Row::new(Kind::Heading, &contact.name),
        Row::new(Kind::Text, url.as_str()),
    ];
    let columns = usize::from(
        app.columns
            .min(crate::app::note::WIDEST)
            .saturating_sub(BESIDE_COLUMNS),
    );
    let lines = usize::from(app.lines.saturating_sub(BESIDE_LINES));
    match Code::fitting(url, columns, lines, app.width) {
        Some(code) => {
            rows.push(Row {
                code: Some(code),
                ..Row::new(Kind::Code, "")
            });
            rows.push(Row::said(Kind::Code, "code-how").collapsing(Collapse::Intro));
        }
        None => {
            if let Some((wide, high)) = Code::smallest(url, app.width) {
                rows.push(Row::blank());
                rows.push(Row::new(
                    Kind::Care,
                    Message::new("code-no-room")
                        .with("columns", wide + usize::from(BESIDE_COLUMNS))
                        .with("lines", high + usize::from(BESIDE_LINES)),
                ));
            }
        }
    }
    rows
}

impl App {
    /// Everybody whom the packs name, none twice.
    pub(in crate::app) fn contacts(&self) -> Vec<&Contact> {
        let mut contacts: Vec<&Contact> = Vec::new();
        for contact in self.packs.iter().flat_map(|pack| &pack.contacts) {
            if contacts.iter().all(|known| known.id != contact.id) {
                contacts.push(contact);
            }
        }
        contacts
    }
}
