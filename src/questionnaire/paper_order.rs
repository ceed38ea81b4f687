//! In which order papers are offered: those that were asked for, those for what is to be done, the others. One order for
//! the screen and the commands. Leaves none out.

use crate::questionnaire::id::{MeasureId, PackId, QuestionId};
use crate::questionnaire::paper::Paper;
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
    pub tasks: Vec<Planned<'a>>,
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
    let mut add = |group, found: Vec<usize>, planned: Option<Planned<'a>>| {
        for at in found {
            match order.iter_mut().find(|known| known.at == at) {
                Some(known) => known.tasks.extend(planned),
                None => order.push(Placed {
                    serving: group,
                    at,
                    tasks: planned.into_iter().collect(),
                }),
            }
        }
    };
    if let Some(result) = result {
        let served = |wanted: &Wanted| serving(papers, &result.pack.id, wanted);
        if let Some(wanted) = wanted {
            add(Serving::Wanted, served(wanted), None);
        }
        for planned in result.plan() {
            let found = served(&Wanted::of(&planned));
            add(Serving::Tasks, found, Some(planned));
        }
    }
    add(Serving::Other, (0..papers.len()).collect(), None);
    order
}
