//! 宿題: one page to leave behind, with what is to be done, who does it, by when, and when somebody comes again.
//! Holds what was agreed first; where nothing was, what comes first in the plan. Nothing of anybody's notes.

use askama::Template;

use super::Report;
use super::html::frame::Frame;
use super::html::words::Words;
use crate::questionnaire::moment::Day;
use crate::questionnaire::plan::{FIRST, Planned};
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::{says_nothing, visible};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::names::{case_title, due_with_year};

/// So many things stand on it: it is one page.
const MOST: usize = 8;

/// The page, made on this day: a whole HTML document. `visit` is the day on which somebody comes again.
///
/// # Panics
/// Never: a template can only fail where its output does, and a String takes everything.
#[must_use]
pub fn html(report: &Report<'_>, today: Day, visit: Option<Day>, catalog: &Catalog) -> String {
    let words = Words::new(catalog);
    let firm = words.own(visible(&report.case.profile.firm));
    let title = if firm.is_empty() {
        words.shown(case_title(report.case))
    } else {
        firm
    };
    let planned = report.results.iter().flat_map(WalkResult::plan);
    let open: Vec<Planned<'_>> = planned.filter(|planned| !is_done(planned)).collect();
    let is_any_agreed = open.iter().any(is_agreed);
    let mut meant: Vec<&Planned<'_>> = open
        .iter()
        .filter(|planned| !is_any_agreed || is_agreed(planned))
        .collect();
    meant.truncate(if is_any_agreed { MOST } else { FIRST });
    let rest = open.len() - meant.len();
    let more = (rest > 0).then(|| Message::new("homework-rest").with("count", rest));
    let more = more.into_iter();
    let page = Page {
        frame: Frame::new(report, words, &title),
        title,
        day: words.tell(&Message::new("homework-day").with("day", day_with_year(today))),
        visit: visit.map_or_else(String::new, |day| {
            words.tell(&Message::new("homework-visit").with("day", day_with_year(day)))
        }),
        rows: meant.iter().map(|planned| row(planned, words)).collect(),
        rest: more
            .chain(report.not_here())
            .map(|said| words.tell(&said))
            .collect(),
        words,
    };
    page.render().expect("a String takes everything")
}

#[derive(Template)]
#[template(path = "homework/page.html")]
struct Page<'a> {
    frame: Frame,
    title: String,
    day: String,
    visit: String,
    rows: Vec<Row>,
    /// That there is more than stands on it.
    rest: Vec<String>,
    words: Words<'a>,
}

struct Row {
    what: String,
    question: String,
    who: String,
    by: String,
}

fn is_done(planned: &Planned<'_>) -> bool {
    planned.task.is_some_and(|task| task.done.is_some())
}

/// Whether somebody was named for it, or a day.
fn is_agreed(planned: &Planned<'_>) -> bool {
    planned
        .task
        .is_some_and(|task| !says_nothing(&task.who) || !says_nothing(&task.by))
}

fn row(planned: &Planned<'_>, words: Words<'_>) -> Row {
    Row {
        what: words.pack(&planned.measure.text),
        question: words.pack(&planned.question.label),
        who: words.own(planned.task.map_or("", |task| visible(&task.who))),
        by: planned
            .task
            .map_or_else(String::new, |task| words.shown(due_with_year(task))),
    }
}
