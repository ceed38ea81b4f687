//! The first screen of the first start: what this is, and what it is not.

use crate::app::action::Action;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::{App, Screen};
use crate::questionnaire::forms::fewest_and_most_questions;
use crate::text::Message;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let pack = app.pack();
    let (fewest, most) = fewest_and_most_questions(pack);
    vec![
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
        Row::said(Kind::Text, "welcome-basis"),
        Row::blank(),
        Row::action("welcome-begin", Action::Begin),
        Row::action("open-about", Action::Open(Screen::About)),
        Row::new(Kind::Action, app.next_language()).doing(Action::SwitchLanguage),
        Row::action("leave", Action::Leave),
        Row::blank().collapsing(Collapse::Blank),
    ]
}
