//! The page from which 宿題 is written: when somebody comes again, and the file.

use crate::app::App;
use crate::app::Purpose;
use crate::app::action::{Action, Paper};
use crate::app::page::{Editable, Kind, Row};
use crate::app::pages::papers::opens_file;
use crate::app::papers::MadeOn;
use crate::text::days::day_with_year;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row::said(Kind::Heading, "homework-title"),
        Row::blank(),
        Row::said(Kind::Text, "homework-holds"),
        Row::blank(),
        visit(app),
    ];
    // Written only where it is chosen: nothing of the notes for oneself goes out by itself. Offered until it is there.
    let noted = app.noted_visit();
    if let Some(day) = noted.filter(|_| noted != app.open.papers.visit) {
        let take = Message::new("homework-take-visit").with("day", day_with_year(day));
        rows.push(Row::new(Kind::Action, take).doing(Action::Paper(Paper::TakeVisit)));
    }
    rows.push(Row::blank());
    rows.push(Row::action(
        "homework-make",
        Action::Paper(Paper::MakeHomework),
    ));
    rows.extend(opens_file(app, MadeOn::Homework));
    rows
}

fn visit(app: &App) -> Row<'_> {
    let action = Action::Paper(Paper::WriteVisit);
    let label = Message::new("homework-comes");
    let editing = app.editing.as_ref();
    if let Some(editing) = editing.filter(|editing| editing.purpose == Purpose::Visit) {
        let mut row = Row::new(Kind::Field, "").under_column(label).doing(action);
        row.field = Some(Editable::of(&editing.field));
        return row;
    }
    let text: Text<'_> = match app.open.papers.visit {
        Some(day) => day_with_year(day).into(),
        None => Message::new("homework-no-visit").into(),
    };
    Row::new(Kind::Action, text)
        .under_column(label)
        .doing(action)
}
