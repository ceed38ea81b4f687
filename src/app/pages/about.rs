//! What is certain, what is a reading, where the answers lie.

use crate::app::action::Action;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::to_read;
use crate::app::{App, Screen};
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let said = |kind, id: &'static str| (kind, Text::from(Message::new(id)));
    let mut rows = to_read([
        said(Kind::Heading, "about-title"),
        said(Kind::Text, "about-what"),
        said(Kind::Blank, "empty"),
        said(Kind::Heading, "about-certain-title"),
        said(Kind::Bullet, "about-certain-old"),
        said(Kind::Bullet, "about-certain-new"),
        said(Kind::Bullet, "about-certain-forms"),
        said(Kind::Bullet, "about-certain-application"),
        said(Kind::Bullet, "about-less"),
        said(Kind::Bullet, "about-added"),
        said(Kind::Bullet, "about-deleted"),
        said(Kind::Blank, "empty"),
        said(Kind::Heading, "about-reading-title"),
        said(Kind::Bullet, "about-reading-places"),
        said(Kind::Bullet, "about-reading-forms"),
        said(Kind::Bullet, "about-reading-wording"),
        said(Kind::Bullet, "about-reading-figures"),
        said(Kind::Bullet, "about-reading-order"),
        said(Kind::Blank, "empty"),
        said(Kind::Heading, "about-next-title"),
        said(Kind::Text, "next-step"),
        said(Kind::Text, "about-next-find"),
        said(Kind::Blank, "empty"),
        said(Kind::Heading, "about-data-title"),
        (
            Kind::Bullet,
            Message::new("about-data-place")
                .with("folder", app.folder.as_str())
                .into(),
        ),
        said(Kind::Bullet, "about-data-delete"),
        said(Kind::Bullet, "about-data-lock"),
        said(Kind::Bullet, "about-data-network"),
    ]);
    rows.push(Row::blank().collapsing(Collapse::Never));
    rows.push(Row::action("contacts-open", Action::Open(Screen::Contacts)));
    rows
}
