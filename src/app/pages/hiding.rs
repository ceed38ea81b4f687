//! What is said while one firm is shown alone, and the question before the others are shown again.

use crate::app::action::Action;
use crate::app::page::{Kind, Row};
use crate::app::{App, Screen};

/// That others are hidden, above a list and on the first screen.
pub(super) fn said(app: &App) -> Vec<Row<'_>> {
    if !app.lists.hides_others() {
        return Vec::new();
    }
    let mut rows = vec![Row::said(Kind::Text, "others-are-hidden")];
    if app.lists.shows_nobody() && app.screen().is_filtered() {
        rows.push(Row::said(Kind::Text, "hidden-find"));
    }
    rows.push(Row::blank());
    rows
}

/// The way to the question, below a list.
pub(super) fn way_out(app: &App) -> Option<Row<'_>> {
    let row = Row::action("show-others", Action::Open(Screen::ShowOthers));
    app.lists.hides_others().then_some(row)
}

/// Asks once: names will be seen. The cursor stands on the way back.
pub(in crate::app) fn rows(_: &App) -> Vec<Row<'_>> {
    vec![
        Row::said(Kind::Heading, "show-others-title"),
        Row::blank(),
        Row::said(Kind::Text, "show-others-what"),
        Row::blank(),
        Row::action("show-others-not", Action::Back),
        Row::action("show-others-do", Action::ShowOthers),
    ]
}
