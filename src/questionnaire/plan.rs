//! What to do first: one task for each item that is partly or not in place, in a documented order.
//! Order: the pack's priority (this tool's judgement), cost, effort, place in the pack.

use std::slice;

use crate::questionnaire::asked::Asked;
use crate::questionnaire::case::{Answer, Due, Task};
use crate::questionnaire::item::Item;
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::first_open_point;
use crate::questionnaire::pack::{Measure, Question};

/// How many tasks stand under 「はじめにすること」.
pub const FIRST: usize = 6;

/// A task of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Planned<'a> {
    /// The place of its item in the result.
    pub item: usize,
    pub question: &'a Question,
    pub measure: &'a Measure,
    /// The user's own: who, by when, done.
    pub task: Option<&'a Task>,
}

/// The days by which tasks are to be done that are not done yet, the earliest first.
#[must_use]
pub fn due_days(plan: &[Planned<'_>]) -> Vec<Day> {
    let open = plan.iter().filter_map(|planned| planned.task);
    let open = open.filter(|task| task.done.is_none());
    let mut days: Vec<Day> = open
        .filter_map(|task| match task.due() {
            Due::Day(day) => Some(day),
            Due::NotSaid | Due::Text(_) => None,
        })
        .collect();
    days.sort_unstable();
    days
}

/// The item whose task is due first, of those that [`DueCounts`] counts on this day.
#[must_use]
pub fn first_due(plan: &[Planned<'_>], today: Day) -> Option<usize> {
    let of_each = plan.iter().flat_map(|planned| {
        due_days(slice::from_ref(planned))
            .into_iter()
            .zip([planned])
    });
    let counted = of_each.filter(|(day, _)| !DueCounts::of(&[*day], today).is_none());
    let first = counted.min_by_key(|(day, _)| *day);
    first.map(|(_, planned)| planned.item)
}

/// The day by which a task was to be done, where that is over and the task is not done.
#[must_use]
pub fn day_over(task: &Task, today: Day) -> Option<Day> {
    match task.due() {
        Due::Day(day) if task.done.is_none() && day < today => Some(day),
        _ => None,
    }
}

/// How many of the days by which something is to be done are over, and how many are still to come in this month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    pub overdue: usize,
    pub this_month: usize,
}

impl DueCounts {
    #[must_use]
    pub fn of(days: &[Day], today: Day) -> Self {
        let count =
            |is_meant: &dyn Fn(&Day) -> bool| days.iter().filter(|day| is_meant(day)).count();
        Self {
            overdue: count(&|day| *day < today),
            this_month: count(&|day| *day >= today && day.month() == today.month()),
        }
    }

    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// The tasks of a result, the most important first.
#[must_use]
pub fn plan<'a>(items: &[Item<'a>]) -> Vec<Planned<'a>> {
    let mut tasks: Vec<Planned<'a>> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.outcome.needs_action())
        .map(|(index, item)| Planned {
            item: index,
            question: item.question,
            measure: measure_for(item.asked, item.answer),
            task: item.answer.and_then(|answer| answer.task.as_ref()),
        })
        .collect();
    tasks.sort_by_key(|planned| {
        let measure = planned.measure;
        (
            planned.question.priority,
            measure.cost,
            measure.effort,
            planned.item,
        )
    });
    tasks
}

/// The measure that the user marked, else the cheapest one that closes the first open point.
#[must_use]
pub fn measure_for<'a>(question: Asked<'a>, answer: Option<&Answer>) -> &'a Measure {
    marked_measure(question, answer).unwrap_or_else(|| cheapest_measure(question, answer))
}

/// The measure that the user marked, if the pack still has it.
#[must_use]
pub fn marked_measure<'a>(question: Asked<'a>, answer: Option<&Answer>) -> Option<&'a Measure> {
    question.measure(answer?.task.as_ref()?.measure.as_ref()?)
}

/// The cheapest measure that closes the first open point: measures stand cheapest first.
///
/// # Panics
/// Never with a checked pack: there every point is closed by a measure.
#[must_use]
pub fn cheapest_measure<'a>(question: Asked<'a>, answer: Option<&Answer>) -> &'a Measure {
    first_open_point(question, answer)
        .and_then(|point| {
            question
                .measures()
                .find(|measure| measure.closes.contains(&point.id))
        })
        .or_else(|| question.measures().next())
        // Without any form there may be none that is offered.
        .or_else(|| question.question().all_measures.first())
        .expect("check() lets no question through without measures")
}

/// The measure whose record could show that an item is in place: the marked one, else the cheapest
/// that brings about its first point.
#[must_use]
pub fn measure_to_show<'a>(question: Asked<'a>, answer: Option<&Answer>) -> &'a Measure {
    marked_measure(question, answer).unwrap_or_else(|| cheapest_measure(question, None))
}
