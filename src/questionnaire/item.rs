//! A question that is asked, with its answer and what that amounts to.

use crate::questionnaire::asked::Asked;
use crate::questionnaire::case::{Answer, Given, PointState};
use crate::questionnaire::outcome::{Outcome, outcome_of, points_of};
use crate::questionnaire::pack::{Point, Question};

/// A question that is asked, with what its answer amounts to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    pub question: &'a Question,
    /// That question with the points and measures that fit the chosen forms.
    pub asked: Asked<'a>,
    pub answer: Option<&'a Answer>,
    pub outcome: Outcome,
}

impl<'a> Item<'a> {
    /// What this answer to the question amounts to.
    #[must_use]
    pub fn of(asked: Asked<'a>, answer: Option<&'a Answer>) -> Self {
        Self {
            question: asked.question(),
            asked,
            answer,
            outcome: outcome_of(asked, answer),
        }
    }

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

    /// How many of the question's points are in place, and how many there are; without those there is nothing for.
    #[must_use]
    pub fn points(&self) -> (usize, usize) {
        points_of(self.asked, self.answer)
    }

    /// The points of which the answer says this, if it was given by points.
    pub fn points_that_are(&self, wanted: PointState) -> impl Iterator<Item = &'a Point> + use<'a> {
        let answer = self
            .answer
            .filter(|answer| matches!(answer.given, Some(Given::Points(_))));
        let points = self.asked.points();
        points.filter(move |point| answer.is_some_and(|answer| answer.state_of(point) == wanted))
    }
}
