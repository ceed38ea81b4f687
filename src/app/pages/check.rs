//! All answers before the result. Changing one comes straight back here.

use crate::app::action::Action;
use crate::app::page::{Kind, Row};
use crate::app::{App, Screen};
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Section;
use crate::text::names::outcome_name;
use crate::text::places::place_name;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let counts = result.counts;
    let open = if counts.unanswered > 0 {
        Message::new("result-open-unanswered").with("unanswered", counts.unanswered)
    } else {
        Message::new("result-open")
    };
    let mut rows = vec![
        Row::said(Kind::Heading, "check-title").right(
            Message::new("overview-progress")
                .with("asked", counts.asked())
                .with("answered", counts.answered()),
        ),
        Row::blank(),
        Row::new(Kind::Action, open).doing(Action::Open(Screen::Result)),
    ];
    for (section, _) in result.sections() {
        rows.push(Row::blank());
        rows.push(section_name(section));
        rows.extend(
            result
                .items_in(section)
                .map(|(index, item)| item_row(index, item, app.is_as_before(item))),
        );
    }
    rows
}

/// The name of a section above its items, behind its place if it has one.
pub(super) fn section_name(section: &Section) -> Row<'_> {
    let name = Row::new(Kind::Caption, &section.title);
    match place_name(section) {
        Some(place) => name.under_column(place),
        None => name,
    }
}

/// An item with its answer, whether a note or a flag is on it, and whether it is that of an earlier check.
pub(super) fn item_row<'a>(index: usize, item: &Item<'a>, is_as_before: bool) -> Row<'a> {
    let kind = if item.outcome.is_answered() {
        Kind::Action
    } else {
        Kind::Open
    };
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    let mut row = Row::new(kind, &item.question.label).doing(Action::Question(index));
    let marks = match (item.note().is_empty(), item.is_flagged()) {
        (false, true) => Message::new("check-note-and-flag").into(),
        (false, false) => Message::new("check-note").into(),
        (true, true) => Message::new("check-flag").into(),
        (true, false) => Text::from(""),
    };
    if is_as_before {
        row = row.right(Message::new("check-as-before"));
    }
    row = row.right(marks);
    row.right(answer_name(item))
}

/// What an answer is called, with its points if some of them are in place.
pub(super) fn answer_name(item: &Item<'_>) -> Message<'static> {
    if item.outcome != Outcome::Partly {
        return outcome_name(item.outcome);
    }
    let (in_place, points) = item.points();
    Message::new("check-partly")
        .with("in-place", in_place)
        .with("points", points)
}
