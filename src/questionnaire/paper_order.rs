//! In which order papers are offered: those that were asked for, those for what is to be done, the others. One order for
//! the screen and the commands. Leaves none out.

use crate::questionnaire::case::PointState;
use crate::questionnaire::id::{MeasureId, PackId, QuestionId};
use crate::questionnaire::outcome::state_of;
use crate::questionnaire::pack::Point;
use crate::questionnaire::paper::{Paper, Serves};
use crate::questionnaire::plan::Planned;
use crate::questionnaire::result::WalkResult;

/// What a paper is to serve: a question, and one of its measures where that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub question: QuestionId,
    pub measure: Option<MeasureId>,
}

impl Wanted {
    /// The measure with which a task is done.
    #[must_use]
    pub fn of(planned: &Planned<'_>) -> Self {
        Self {
            question: planned.question.id.clone(),
            measure: Some(planned.measure.id.clone()),
        }
    }
}

/// A group of the list of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serving {
    /// What was asked for.
    Wanted,
    /// What is to be done first.
    Tasks,
    Other,
}

/// A paper in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<'a> {
    pub serving: Serving,
    /// Its place among all.
    pub at: usize,
    /// The tasks that it serves, the most important first.
    pub tasks: Vec<Served<'a>>,
}

/// A task that a paper serves: its measure wants the paper, or the paper may show a point that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Served<'a> {
    pub planned: Planned<'a>,
    /// The open points of its question that the paper may show.
    pub points: Vec<&'a Point>,
}

/// The papers that serve it, by their places: those for the measure, if there are some, else those for the question.
#[must_use]
pub fn serving(papers: &[&Paper], pack: &PackId, wanted: &Wanted) -> Vec<usize> {
    let found = |measure: Option<&MeasureId>| -> Vec<usize> {
        let serves = |paper: &Paper| {
            paper.serves.iter().any(|serves| {
                serves.pack == *pack
                    && serves.question == wanted.question
                    && measure.is_none_or(|measure| serves.measures.contains(measure))
            })
        };
        (0..papers.len()).filter(|at| serves(papers[*at])).collect()
    };
    let exactly = wanted.measure.as_ref().map(|measure| found(Some(measure)));
    match exactly {
        Some(exactly) if !exactly.is_empty() => exactly,
        _ => found(None),
    }
}

/// Every paper once: those that were asked for, those for the tasks of the result in its order, and the others.
#[must_use]
pub fn in_order<'a>(
    papers: &[&Paper],
    wanted: Option<&Wanted>,
    result: Option<&WalkResult<'a>>,
) -> Vec<Placed<'a>> {
    let mut order: Vec<Placed<'a>> = Vec::with_capacity(papers.len());
    let mut add = |serving, at, task: Option<Served<'a>>| {
        let tasks = task.into_iter();
        match order.iter_mut().find(|known| known.at == at) {
            Some(known) => known.tasks.extend(tasks),
            None => order.push(Placed {
                serving,
                at,
                tasks: tasks.collect(),
            }),
        }
    };
    if let Some(result) = result {
        let served = |wanted: &Wanted| serving(papers, &result.pack.id, wanted);
        for at in wanted.map(served).into_iter().flatten() {
            add(Serving::Wanted, at, None);
        }
        for planned in result.plan() {
            for at in served(&Wanted::of(&planned)) {
                let task = task(papers[at], result, planned);
                if task.is_some() {
                    add(Serving::Tasks, at, task);
                }
            }
        }
    }
    for at in 0..papers.len() {
        add(Serving::Other, at, None);
    }
    order
}

/// Nothing where the paper belongs to the question alone, and not to what is to be done there.
fn task<'a>(paper: &Paper, result: &WalkResult<'a>, planned: Planned<'a>) -> Option<Served<'a>> {
    let serves = paper
        .serves
        .iter()
        .filter(|serves| serves.pack == result.pack.id && serves.question == planned.question.id);
    let serves: Vec<&Serves> = serves.collect();
    let item = &result.items[planned.item];
    let open = item.asked.points().filter(|point| {
        let is_open = state_of(item.answer, point) == PointState::Open;
        is_open && serves.iter().any(|it| it.points.contains(&point.id))
    });
    let points: Vec<&Point> = open.collect();
    let is_wanted = serves
        .iter()
        .any(|it| it.measures.contains(&planned.measure.id));
    (is_wanted || !points.is_empty()).then_some(Served { planned, points })
}
