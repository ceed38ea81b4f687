//! A question as it is asked where some forms are chosen: with the points and measures that fit them.
//! Everything that judges or shows a question goes through here, so that what is hidden counts nowhere.

use std::ops::Deref;

use crate::questionnaire::id::{FormId, MeasureId};
use crate::questionnaire::pack::{Measure, Point, Question};

/// Whether something that is for `these` forms (empty means all) is for one of those that are chosen.
#[must_use]
pub fn fits(these: &[FormId], chosen: &[FormId]) -> bool {
    these.is_empty() || these.iter().any(|form| chosen.contains(form))
}

/// A question of a pack, and the forms for which it is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked<'a> {
    question: &'a Question,
    forms: &'a [FormId],
}

impl<'a> Asked<'a> {
    /// None where none of its points is asked for these forms: then there is nothing to answer.
    #[must_use]
    pub fn of(question: &'a Question, forms: &'a [FormId]) -> Option<Self> {
        let asked = Self { question, forms };
        asked.points().next().is_some().then_some(asked)
    }

    /// The question as its pack has it.
    #[must_use]
    pub fn question(self) -> &'a Question {
        self.question
    }

    /// The points that are asked, in the order of the pack.
    #[must_use]
    pub fn points(self) -> impl DoubleEndedIterator<Item = &'a Point> + Clone {
        let points = self.question.all_points.iter();
        points.filter(move |point| fits(&point.forms, self.forms))
    }

    /// The measures that are offered, cheapest first.
    #[must_use]
    pub fn measures(self) -> impl DoubleEndedIterator<Item = &'a Measure> + Clone {
        let measures = self.question.all_measures.iter();
        measures.filter(move |measure| fits(&measure.forms, self.forms))
    }

    /// The measure of this id, if it is offered.
    #[must_use]
    pub fn measure(self, id: &MeasureId) -> Option<&'a Measure> {
        self.measures().find(|measure| measure.id == *id)
    }
}

impl Deref for Asked<'_> {
    type Target = Question;

    fn deref(&self) -> &Question {
        self.question
    }
}
