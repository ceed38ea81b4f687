//! What to do first: at most six, then the others. The one under the cursor is open.

use crate::app::action::{Action, By, Paper, Who};
use crate::app::page::{Editable, Kind, Row};
use crate::app::pages::papers::review_row;
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::case::{Due, Task};
use crate::questionnaire::moment::Day;
use crate::questionnaire::paper_order::Wanted;
use crate::questionnaire::plan::{FIRST, Planned, day_over};
use crate::text::names::{cost_and_effort, due_seen_on};
use crate::text::{Message, Text};

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let plan = result.plan();
    let mut rows = vec![
        Row::new(
            Kind::Heading,
            Message::new("result-tasks").with("count", plan.len().min(FIRST)),
        )
        .right(Message::new("tasks-order")),
        Row::blank(),
    ];
    for (index, planned) in plan.iter().take(FIRST).enumerate() {
        rows.extend(task_rows(app, index + 1, *planned));
    }
    rows.push(Row::blank());
    let others = plan.len().saturating_sub(FIRST);
    if others > 0 {
        rows.push(Row::new(
            Kind::Caption,
            Message::new("tasks-others").with("count", others),
        ));
    }
    for (index, planned) in plan.iter().enumerate().skip(FIRST) {
        rows.extend(task_rows(app, index + 1, *planned));
    }
    rows.push(Row::said(Kind::Caption, "tasks-judgement"));
    if app.is_an_advisors() {
        rows.push(Row::action("homework-open", Action::Open(Screen::Homework)));
    }
    rows
}

fn task_rows<'a>(app: &'a App, number: usize, planned: Planned<'a>) -> Vec<Row<'a>> {
    let item = u16::try_from(planned.item).unwrap_or(u16::MAX);
    let done = planned.task.is_some_and(|task| task.done.is_some());
    let over = planned.task.and_then(|task| day_over(task, app.today));
    let kind = match over {
        _ if done => Kind::Quiet,
        Some(_) => Kind::Open,
        None => Kind::Action,
    };
    let mut rows = vec![
        Row::new(kind, &planned.measure.text)
            .under_column(Message::new("tasks-number").with("number", number))
            .right(match over {
                _ if done => Message::new("tasks-done"),
                Some(day) => Message::new("tasks-over").with("day", app.day_name(day)),
                None => cost_and_effort(planned.measure),
            })
            .doing(Action::Task(item)),
    ];
    if app.task_index() == Some(planned.item) {
        rows.extend(detail_rows(planned));
        if app.open.open_task == Some(item) {
            rows.extend(choice_rows(app, planned));
        } else {
            rows.push(Row::new(Kind::Under, agreed(app, planned)));
            let due = planned.task.map(Task::due);
            if matches!(due, Some(Due::Text(_))) {
                let mut row = Row::action("task-set-day", Action::SetDay(item));
                row.kind = Kind::Under;
                rows.push(row);
            }
        }
    }
    rows
}

fn detail_rows(planned: Planned<'_>) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    if let Some(detail) = &planned.measure.detail {
        rows.push(Row::new(
            Kind::Under,
            Message::new("tasks-how").with("detail", detail),
        ));
    }
    rows.push(Row::new(
        Kind::Under,
        Message::new("tasks-why").with("why", &planned.question.why.text),
    ));
    rows.push(Row::new(
        Kind::Under,
        Message::new("reply-met").with("record", &planned.measure.record),
    ));
    rows
}

/// Who, by when and done, in one line.
fn agreed<'a>(app: &App, planned: Planned<'a>) -> Message<'a> {
    let or_open = |text: Text<'a>| match text {
        Text::Own(own) if own.is_empty() => Message::new("tasks-open").into(),
        said => said,
    };
    let task = planned.task;
    let done = task.and_then(|task| task.done).map_or_else(
        || Text::from(Message::new("tasks-open")),
        |day| app.day_name(day).into(),
    );
    Message::new("tasks-agreed")
        .with("who", or_open(task.map_or("", |task| &task.who).into()))
        .with(
            "by",
            or_open(task.map_or_else(|| "".into(), |task| by_when(app, task))),
        )
        .with("done", done)
}

/// By when, and whether that is over.
fn by_when<'a>(app: &App, task: &'a Task) -> Text<'a> {
    match day_over(task, app.today) {
        Some(day) => {
            let said = Message::new("task-by-over");
            said.with("day", app.day_name(day)).into()
        }
        None => due_seen_on(task, app.today),
    }
}

/// Who and by when, to be chosen with arrows alone.
fn choice_rows<'a>(app: &'a App, planned: Planned<'a>) -> Vec<Row<'a>> {
    let who = Text::from(planned.task.map_or("", |task| task.who.as_str()));
    let by = planned.task.map(|task| by_when(app, task));
    let by = by.unwrap_or_else(|| "".into());
    let done = planned.task.and_then(|task| task.done);
    let mut who_row = Row::action("task-who-owner", Action::Who(Who::Owner))
        .under_column(Message::new("task-who"));
    who_row.inline_actions.push((
        Message::new("task-who-manager").into(),
        Action::Who(Who::Manager),
    ));
    who_row
        .inline_actions
        .push((Message::new("task-own-words").into(), Action::Who(Who::Own)));
    let mut by_row =
        Row::action("task-by-week", Action::By(By::Week)).under_column(Message::new("task-by"));
    by_row
        .inline_actions
        .push((Message::new("task-by-month").into(), Action::By(By::Month)));
    by_row.inline_actions.push((
        Message::new("task-by-quarter").into(),
        Action::By(By::Quarter),
    ));
    by_row
        .inline_actions
        .push((Message::new("task-own-words").into(), Action::By(By::Own)));
    let done_row = done_row(app, planned.item, done);
    for row in [&mut who_row, &mut by_row] {
        row.kind = Kind::Under;
    }
    let mut rows = Vec::new();
    for (row, purpose, label, now) in [
        (who_row, Purpose::Who(planned.item), "task-field", who),
        (by_row, Purpose::By(planned.item), "task-field-by", by),
    ] {
        let editing = app
            .editing
            .as_ref()
            .filter(|editing| editing.purpose == purpose);
        let is_writing = editing.is_some();
        if is_writing || now == Text::from("") {
            rows.push(row);
        } else {
            rows.push(row.right(Message::new("task-now").with("now", now)));
        }
        if let Some(editing) = editing {
            let mut field = Row::said(Kind::Field, label);
            field.field = Some(Editable::of(&editing.field));
            rows.push(field);
        }
    }
    rows.push(done_row);
    let wanted = Wanted::of(&planned);
    let papers: Vec<_> = app.every_paper().collect();
    for (place, at) in app.papers_for(&wanted).into_iter().filter_map(|at| {
        // Not an error: nobody looks through so many papers.
        Some((u8::try_from(at).ok()?, at))
    }) {
        let said = Message::new("paper-make").with("paper", &papers[at].title);
        let mut row = Row::new(Kind::Action, said).doing(Action::Paper(Paper::Show(place)));
        row.kind = Kind::Under;
        rows.push(row);
    }
    // Done is not yet in place: that is for the user to say, at its points.
    if done.is_some() {
        rows.extend(review_row(planned.item, &planned.question.label));
    }
    rows
}

/// Done or not. A mark that was taken away today can be set again as it was: one press too many moves no day.
fn done_row<'a>(app: &App, item: usize, done: Option<Day>) -> Row<'a> {
    let undone = app.undone_today(item).filter(|day| *day != app.today);
    let mut row = match (done, undone) {
        (Some(day), _) => Row::action("task-not-done", Action::ToggleDone)
            .right(Message::new("task-now").with("now", app.day_name(day))),
        (None, Some(day)) => Row::new(Kind::Action, app.day_name(day)).doing(Action::ToggleDone),
        (None, None) => Row::action("task-done-today", Action::ToggleDone),
    };
    if done.is_none() && undone.is_some() {
        let today = Message::new("task-done-today");
        row.inline_actions.push((today.into(), Action::DoneToday));
    }
    row.kind = Kind::Under;
    row.under_column(Message::new("task-done"))
}
