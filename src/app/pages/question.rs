//! One question: its caption, why, points, answers, what the answer gives back, and the helps.

use crate::app::action::{Action, Choice};
use crate::app::page::{Collapse, Editable, Kind, Row};
use crate::app::pages::caption;
use crate::app::pages::check::answer_name;
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::case::{Answer, PointState};
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::{Outcome, outcome_of};
use crate::questionnaire::records::measure_needed;
use crate::text::Message;
use crate::text::names::{cost_and_effort, outcome_name};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(item) = app.item() else {
        return Vec::new();
    };
    let question = item.question;
    let mut above = Row::new(Kind::Caption, caption(app, app.pack().section_of(question)));
    if item.is_flagged() {
        above = above.right(Message::new("check-flag"));
    }
    let mut rows = vec![
        above,
        Row::blank(),
        Row::new(Kind::Heading, &question.text),
        Row::blank(),
    ];
    if let Some(editing) = app.editing.as_ref().filter(|e| e.purpose == Purpose::Note) {
        rows.push(Row::said(Kind::Text, "note-title"));
        let mut field = Row::said(Kind::Field, "empty").doing(Action::EditNote);
        field.field = Some(Editable::of(&editing.field));
        rows.push(field);
        rows.push(Row::said(Kind::Caption, "note-where-shown"));
        return rows;
    }
    let points = item.asked.points().count();
    if app.points_are_folded() {
        rows.push(
            Row::new(
                Kind::Action,
                Message::new("question-points-folded").with("points", points),
            )
            .doing(Action::ShowPoints),
        );
    } else {
        rows.extend(why_rows(app, item));
        rows.push(
            Row::new(
                Kind::Text,
                Message::new("question-points").with("points", points),
            )
            .collapsing(Collapse::Intro),
        );
        rows.extend(point_rows(item, app.earlier_answer()));
        rows.push(Row::blank());
    }
    rows.extend(earlier(app, item));
    rows.extend(
        Choice::ALL
            .into_iter()
            .filter_map(|choice| answer_row(item, choice)),
    );
    rows.extend(reply(item));
    if app.digits.is_offered {
        rows.push(Row::action("digits-on", Action::SwitchDigits));
    }
    if !item.note().is_empty() {
        rows.push(Row::new(
            Kind::Note,
            Message::new("question-note").with("note", item.note()),
        ));
    }
    rows.push(Row::blank());
    rows.push(helps(app, item));
    if app.asks_for_the_list() {
        rows.push(
            Row::new(
                Kind::Action,
                Message::new("help-information").with("count", app.information().len()),
            )
            .doing(Action::Open(Screen::Information))
            .collapsing(Collapse::Helps),
        );
    }
    rows
}

/// What the check that this one does again has answered: beside the answers, never one of them. With its reason, and
/// the way to have looked at what was taken over.
fn earlier<'a>(app: &'a App, item: Item<'a>) -> Vec<Row<'a>> {
    let Some(answer) = app.earlier_answer() else {
        return Vec::new();
    };
    let before = Item {
        answer: Some(answer),
        outcome: outcome_of(item.asked, Some(answer)),
        ..item
    };
    let is_as_before = app.is_as_before(&item);
    let said = match answer.answered {
        Some(answered) => {
            let id = if is_as_before {
                "question-as-before"
            } else {
                "question-earlier"
            };
            Message::new(id).with("day", app.day_name(answered.day()))
        }
        None => Message::new("question-earlier-undated"),
    };
    let name = answer_name(&before);
    let said = match before.reason() {
        Some(reason) => said.with(
            "answer",
            Message::new("question-earlier-reason")
                .with("answer", name)
                .with("reason", reason),
        ),
        None => said.with("answer", name),
    };
    let mut rows = vec![Row::new(Kind::Caption, said).collapsing(Collapse::Helps)];
    if is_as_before {
        rows.push(Row::action("question-seen-today", Action::SeenToday));
    }
    rows
}

fn why_rows<'a>(app: &App, item: Item<'a>) -> Vec<Row<'a>> {
    if app.why_is_folded() {
        return vec![Row::action("question-why-folded", Action::ShowWhy)];
    }
    vec![
        Row::new(Kind::Why, &item.question.why.text).under_column(Message::new("question-why")),
        Row::blank(),
    ]
}

/// Each point with what was said of it; under one for which there can be nothing, a row that says so.
fn point_rows<'a>(item: Item<'a>, earlier: Option<&'a Answer>) -> impl Iterator<Item = Row<'a>> {
    let answer = item.answer;
    (0u8..)
        .zip(item.asked.points())
        .flat_map(move |(index, point)| {
            let has_none = answer.is_some_and(|answer| answer.has_none(point));
            let given = answer.and_then(|answer| answer.given.as_ref());
            let state = if has_none {
                PointState::None
            } else if given.is_some_and(|given| given.has(&point.id)) {
                PointState::There
            } else {
                PointState::Open
            };
            let mut row = Row::new(Kind::Point { state }, &point.text).doing(Action::Point(index));
            if earlier.is_some_and(|earlier| earlier.state_of(point) == PointState::There) {
                row = row.right(Message::new("point-before"));
            }
            let none = point.none.as_ref().map(|reason| {
                let kind = Kind::PointNone { chosen: has_none };
                let said = Message::new("point-none").with("reason", reason);
                Row::new(kind, said).doing(Action::PointNone(index))
            });
            let is_unsure = answer.is_some_and(|answer| answer.is_unsure_of(point));
            let unsure = is_unsure.then(|| Row::said(Kind::Under, "point-unsure"));
            std::iter::once(row).chain(unsure).chain(none)
        })
}

fn answer_row(item: Item<'_>, choice: Choice) -> Option<Row<'_>> {
    if choice == Choice::NotApplicable && item.question.may_not_apply.is_empty() {
        return None;
    }
    let outcome = choice.outcome();
    let chosen = item.outcome == outcome;
    let text = if chosen && outcome == Outcome::Partly {
        let (in_place, points) = item.points();
        Message::new("answer-partly-of")
            .with("in-place", in_place)
            .with("points", points)
    } else {
        outcome_name(outcome)
    };
    let kind = Kind::Answer {
        digit: choice.digit(),
        chosen,
    };
    Some(Row::new(kind, text).doing(Action::Answer(choice)))
}

/// One line that gives something back for the answer.
fn reply(item: Item<'_>) -> Option<Row<'_>> {
    let question = item.question;
    let message = match (item.outcome, measure_needed(&item)) {
        (Outcome::Met, Some(measure)) => Message::new("reply-met").with("record", &measure.record),
        (_, Some(measure)) => Message::new("reply-gap")
            .with("measure", &measure.text)
            .with("cost", cost_and_effort(measure)),
        (Outcome::Unknown, None) => Message::new("reply-unknown")
            .with("look", &question.when_unknown.look)
            .with("ask", &question.when_unknown.ask),
        (Outcome::NotApplicable, None) => {
            Message::new("reply-not-applicable").with("reason", item.reason().unwrap_or_default())
        }
        (_, None) => return None,
    };
    Some(Row::new(Kind::Reply, message))
}

fn helps<'a>(app: &App, item: Item<'a>) -> Row<'a> {
    let measures = item.asked.measures().count();
    let flag = if item.is_flagged() {
        "help-flag-off"
    } else {
        "help-flag-on"
    };
    let mut row = Row::new(
        Kind::Action,
        Message::new("help-measures").with("measures", measures),
    )
    .doing(Action::Open(Screen::Measures))
    .collapsing(Collapse::Helps);
    row.inline_actions
        .push((Message::new("help-note").into(), Action::EditNote));
    row.inline_actions
        .push((Message::new(flag).into(), Action::ToggleFlag));
    // In a narrow window its key in the foot has to do.
    if !item.question.terms.is_empty() && app.columns >= 72 {
        row.inline_actions.push((
            Message::new("help-terms").into(),
            Action::Open(Screen::Terms),
        ));
    }
    row
}
