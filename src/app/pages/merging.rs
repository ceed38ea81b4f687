//! What somebody else has answered, beside what is here: one difference at a time, what only they have changed, and what
//! came of it. Nothing changes before it is taken in.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::action::{Action, Merging};
use crate::app::merging::Returned;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::{App, Screen};
use crate::questionnaire::case::{Given, PointState};
use crate::questionnaire::id::PointId;
use crate::questionnaire::merge::{Decision, Difference, Held, Part, Said, Unit};
use crate::text::workbook::finding_message;
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(returned) = app.returned() else {
        return vec![Row::said(Kind::Heading, "merge-page-none")];
    };
    let mut rows = vec![Row::said(Kind::Heading, "merge-page-title"), Row::blank()];
    rows.extend(finding_rows(returned));
    match returned.difference() {
        Some(difference) => rows.extend(difference_rows(app, returned, difference)),
        None => rows.push(Row::said(Kind::Text, "merge-page-no-conflict")),
    }
    rows.push(Row::blank());
    rows.extend(ending_rows(returned));
    rows
}

/// What is to be told of the cells of a workbook, before anything of it is taken.
fn finding_rows(returned: &Returned) -> Vec<Row<'_>> {
    let findings = returned.workbook.as_deref().unwrap_or_default();
    if findings.is_empty() {
        return Vec::new();
    }
    let heading = Message::new("workbook-findings").with("count", findings.len());
    let mut rows = vec![Row::new(Kind::Caption, heading)];
    rows.extend(
        findings
            .iter()
            .map(|it| Row::new(Kind::Text, finding_message(it))),
    );
    if returned.emptied() > 0 {
        let id = if returned.takes_emptied {
            "merge-emptied-leave"
        } else {
            "merge-emptied-take"
        };
        let text = Message::new(id).with("count", returned.emptied());
        let action = Action::Merge(Merging::Emptied);
        rows.push(Row::new(Kind::Action, text).doing(action));
    }
    rows.push(Row::blank());
    rows
}

fn difference_rows<'a>(
    app: &'a App,
    returned: &'a Returned,
    difference: &'a Difference,
) -> Vec<Row<'a>> {
    let names = app.merge_names();
    let unit = &difference.unit;
    let count = returned.merge.conflicts.len();
    let mut rows = vec![
        Row::new(
            Kind::Caption,
            Message::new("merge-page-count")
                .with("count", count)
                .with("at", returned.at + 1),
        ),
        Row::new(Kind::Heading, names.place(unit)),
    ];
    if let Some(day) = returned.base_day() {
        let said = Message::new("merge-page-base")
            .with("day", app.day_name(day))
            .with("base", names.held(unit, difference.base.as_ref()));
        rows.push(Row::new(Kind::Text, said));
    }
    rows.push(Row::blank());
    let chosen = returned.decision(unit);
    for (at, decision) in (0u8..).zip(returned.choices()) {
        let text = match decision {
            Decision::Ours => Message::new("merge-choice-ours")
                .with("held", names.held(unit, difference.ours.as_ref())),
            Decision::Theirs => Message::new("merge-choice-theirs")
                .with("held", names.held(unit, difference.theirs.as_ref())),
            Decision::Unknown => Message::new("merge-choice-unknown"),
            Decision::Later => Message::new("merge-choice-later"),
        };
        let kind = Kind::Answer {
            digit: at + 1,
            chosen: chosen == Some(decision),
        };
        rows.push(Row::new(kind, text).doing(Action::Merge(Merging::Choose(at))));
        if decision == Decision::Theirs {
            rows.extend(point_rows(app, difference));
        }
    }
    if difference.is_answer() {
        rows.push(Row::blank());
        rows.push(Row::said(Kind::Caption, "merge-page-points-rule").collapsing(Collapse::Intro));
    }
    rows.push(Row::said(Kind::Caption, "merge-page-kept-rule").collapsing(Collapse::Intro));
    if returned.base_day().is_none() {
        rows.push(Row::said(Kind::Caption, "merge-no-base").collapsing(Collapse::Intro));
    }
    if count > 1 {
        rows.push(Row::blank());
        rows.push(
            Row::action("merge-previous", Action::Merge(Merging::Previous))
                .beside(Message::new("merge-next"), Action::Merge(Merging::Next)),
        );
    }
    rows
}

/// The points of both sides beside each other, where one of the sides has any.
fn point_rows<'a>(app: &'a App, difference: &'a Difference) -> Vec<Row<'a>> {
    let sides = [&difference.ours, &difference.theirs].map(|held| said_of(held.as_ref()));
    let named = point_names(app, difference, &sides);
    if named.is_empty() {
        return Vec::new();
    }
    let mut rows =
        vec![Row::said(Kind::Under, "merge-points").under_column(Message::new("merge-marks-of"))];
    rows.extend(named.into_iter().map(|(point, name)| {
        let [ours, theirs] = sides.map(|said| Message::new(mark_of(said, &point)));
        let marks = Message::new("merge-marks")
            .with("ours", ours)
            .with("theirs", theirs);
        Row::new(Kind::Under, name).under_column(marks)
    }));
    rows
}

/// Every point of which a side says something, in the order of the pack.
fn point_names<'a>(
    app: &'a App,
    difference: &'a Difference,
    sides: &[Option<&'a Said>],
) -> Vec<(PointId, Text<'a>)> {
    let Unit::Answer(pack, question, Part::Said) = &difference.unit else {
        return Vec::new();
    };
    let mut met: BTreeSet<&PointId> = BTreeSet::new();
    for said in sides.iter().flatten() {
        met.extend(points_of(said).into_iter().flat_map(BTreeMap::keys));
        met.extend(said.none.iter().flatten());
    }
    let question = app.merge_names().question(pack, question);
    let points = question.into_iter().flat_map(|it| &it.all_points);
    let mut named: Vec<(PointId, Text<'a>)> = points
        .filter(|point| met.remove(&point.id))
        .map(|point| (point.id.clone(), Text::from(&point.text)))
        .collect();
    named.extend(met.into_iter().map(|id| (id.clone(), id.as_str().into())));
    named
}

fn said_of(held: Option<&Held>) -> Option<&Said> {
    match held {
        Some(Held::Said(said)) => Some(said),
        _ => None,
    }
}

fn points_of(said: &Said) -> Option<&BTreeMap<PointId, bool>> {
    match &said.given {
        Some(Given::Points(points)) => Some(points),
        _ => None,
    }
}

fn state_of(said: Option<&Said>, point: &PointId) -> PointState {
    let Some(said) = said else {
        return PointState::Open;
    };
    let is_there = points_of(said).and_then(|points| points.get(point)) == Some(&true);
    if is_there {
        PointState::There
    } else if said.none.as_ref().is_some_and(|none| none.contains(point)) {
        PointState::None
    } else {
        PointState::Open
    }
}

fn mark_of(said: Option<&Said>, point: &PointId) -> &'static str {
    match state_of(said, point) {
        PointState::There => "merge-mark-there",
        PointState::None => "merge-mark-none",
        PointState::Open => "merge-mark-open",
    }
}

fn ending_rows(returned: &Returned) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let changed = returned.merge.taken.len();
    let unseen = returned.unseen();
    if changed > 0 {
        let (kind, said) = if unseen > 0 {
            let said = Message::new("merge-look-first").with("better", unseen);
            (Kind::Open, said)
        } else {
            (Kind::Action, Message::new("merge-look"))
        };
        let row = Row::new(kind, said.with("count", changed));
        rows.push(row.doing(Action::Open(Screen::MergeTaken)));
    }
    let take = match returned.open() {
        0 => Message::new("merge-take"),
        open => Message::new("merge-take-with-open").with("open", open),
    };
    rows.push(Row::new(Kind::Action, take).doing(Action::Merge(Merging::Take)));
    rows.push(Row::action("merge-give-up", Action::Merge(Merging::GiveUp)));
    rows
}

/// What only they have changed: what became better first. What is marked is taken in.
pub(in crate::app) fn taken_rows(app: &App) -> Vec<Row<'_>> {
    let Some(returned) = app.returned() else {
        return vec![Row::said(Kind::Heading, "merge-page-none")];
    };
    let names = app.merge_names();
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("merge-taken-title").with("count", returned.merge.taken.len()),
        ),
        Row::blank(),
        Row::said(Kind::Text, "merge-taken-what"),
    ];
    let unseen = returned.unseen();
    if unseen > 0 {
        let said = Message::new("merge-taken-unseen").with("count", unseen);
        rows.push(Row::new(Kind::Care, said));
    }
    rows.push(Row::blank());
    for (index, difference) in returned.changed_by_them() {
        let unit = &difference.unit;
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        let kind = Kind::Check {
            ticked: returned.is_taken(difference),
        };
        let mut row = Row::new(kind, names.place(unit)).doing(Action::Merge(Merging::Taken(index)));
        if returned.is_unseen(difference) {
            row = row.right(Message::new("merge-better-unseen"));
        } else if difference.is_better() {
            row = row.right(Message::new("merge-better-mark"));
        }
        rows.push(row);
        let said = Message::new("merge-from-to")
            .with("ours", names.held(unit, difference.ours.as_ref()))
            .with("theirs", names.held(unit, difference.taken.as_ref()));
        rows.push(Row::new(Kind::Under, said));
        if difference.is_better() {
            rows.extend(gained_rows(app, difference));
        }
    }
    rows.push(Row::blank());
    rows.push(Row::action("merge-taken-back", Action::Back));
    rows
}

/// The points that are closed in theirs and open in ours.
fn gained_rows<'a>(app: &'a App, difference: &'a Difference) -> Vec<Row<'a>> {
    let sides = [&difference.ours, &difference.theirs].map(|held| said_of(held.as_ref()));
    let named = point_names(app, difference, &sides).into_iter();
    let gained = named.filter_map(|(point, name)| {
        let is_gained = state_of(sides[0], &point) == PointState::Open
            && state_of(sides[1], &point) != PointState::Open;
        is_gained.then(|| {
            let mark = Message::new(mark_of(sides[1], &point));
            let said = Message::new("merge-gained")
                .with("mark", mark)
                .with("point", name);
            Row::new(Kind::Under, said)
        })
    });
    gained.collect()
}

/// What became of it.
pub(in crate::app) fn done_rows(app: &App) -> Vec<Row<'_>> {
    let taken = app.returned().and_then(|returned| returned.taken.as_ref());
    let Some(taken) = taken else {
        return vec![Row::said(Kind::Heading, "merge-page-none")];
    };
    let names = app.merge_names();
    let mut rows = vec![Row::said(Kind::Heading, "merge-done-title"), Row::blank()];
    for (id, count) in [
        ("merge-done-theirs", taken.theirs),
        ("merge-done-unknown", taken.unknown),
        ("merge-done-ours", taken.ours),
        ("merge-done-later", taken.later.len()),
    ] {
        if count > 0 {
            let said = Message::new(id).with("count", count);
            rows.push(Row::new(Kind::Text, said));
        }
    }
    rows.extend(
        taken
            .later
            .iter()
            .map(|unit| Row::new(Kind::Bullet, names.place(unit))),
    );
    rows.extend(
        taken
            .told
            .iter()
            .map(|told| Row::new(Kind::Text, names.told(told))),
    );
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Text, "merge-done-kept"));
    rows.push(Row::blank());
    rows.push(Row::action("merge-done-go-on", Action::Back));
    rows
}
