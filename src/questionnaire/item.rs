//! A question that is asked, with its answer and what that amounts to.

use crate::questionnaire::case::{Answer, Given};
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Question;

/// A question that is asked, with what its answer amounts to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    pub question: &'a Question,
    pub answer: Option<&'a Answer>,
    pub outcome: Outcome,
}

impl<'a> Item<'a> {
    /// The reason given for 当てはまらない.
    #[must_use]
    pub fn reason(&self) -> Option<&'a str> {
        match self.answer?.given.as_ref()? {
            Given::NotApplicable(reason) if self.outcome == Outcome::NotApplicable => Some(reason),
            _ => None,
        }
    }

    #[must_use]
    pub fn note(&self) -> &'a str {
        self.answer.map_or("", |answer| answer.note.as_str())
    }

    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.answer.is_some_and(|answer| answer.flag)
    }

    /// How many of the question's points are in place, and how many there are.
    #[must_use]
    pub fn points(&self) -> (usize, usize) {
        let given = self.answer.and_then(|answer| answer.given.as_ref());
        let points = &self.question.points;
        let in_place = points
            .iter()
            .filter(|p| given.is_some_and(|g| g.has(&p.id)))
            .count();
        (in_place, points.len())
    }
}
