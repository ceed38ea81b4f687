//! The first screen of the first start: what this is, and what it is not.

use crate::app::action::Action;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::{App, Screen};
use crate::questionnaire::forms::fewest_and_most_questions;
use crate::questionnaire::pack::Source;
use crate::text::Message;
use crate::text::names::unused_pack;
use crate::text::notice::{basis, wording};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let pack = app.pack();
    let (fewest, most) = fewest_and_most_questions(pack);
    let mut rows = vec![
        Row::said(Kind::Heading, "welcome-title"),
        Row::blank(),
        Row::new(
            Kind::Bullet,
            Message::new("welcome-questions")
                .with("fewest", fewest)
                .with("most", most),
        ),
        Row::said(Kind::Bullet, "welcome-stop"),
        Row::said(Kind::Bullet, "welcome-network"),
        Row::blank(),
        Row::said(Kind::Care, "notice-self-check"),
    ];
    if pack.source == Source::BuiltIn {
        rows.push(Row::said(Kind::Text, "welcome-basis"));
    } else {
        rows.push(Row::new(Kind::Text, basis(pack)));
        rows.push(Row::new(Kind::Text, wording(pack)));
    }
    rows.extend(not_used(app));
    rows.extend([
        Row::blank(),
        Row::action("welcome-begin", Action::Begin),
        Row::action("open-about", Action::Open(Screen::About)),
        Row::action("received-open", Action::Open(Screen::Received)),
        Row::new(Kind::Action, app.next_language()).doing(Action::SwitchLanguage),
        Row::action("leave", Action::Leave),
        Row::blank().collapsing(Collapse::Blank),
    ]);
    rows
}

/// A user's file that would be a set of questions and cannot.
pub(in crate::app) fn not_used(app: &App) -> impl Iterator<Item = Row<'_>> {
    let unused = app.not_used.iter();
    unused.map(|unused| Row::new(Kind::Care, unused_pack(unused)))
}
