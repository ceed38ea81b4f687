//! An answer from its cell and those of its points: only where they say one thing.

use std::collections::BTreeSet;

use super::What;
use super::layout::Word;
use crate::questionnaire::case::Given;
use crate::questionnaire::id::PointId;
use crate::questionnaire::map_of::map_of;

/// What became of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Now<T> {
    /// As it was when the workbook was made.
    Same(Option<T>),
    Changed(T),
    /// It was filled with this.
    Emptied(T),
    /// What stands there could not be read, which is told.
    Unread,
}

impl<T> Now<T> {
    /// What counts: of a cell that was emptied what was there before.
    pub(super) fn counts(&self) -> Option<&T> {
        match self {
            Self::Same(value) => value.as_ref(),
            Self::Changed(value) | Self::Emptied(value) => Some(value),
            Self::Unread => None,
        }
    }

    pub(super) fn is_changed(&self) -> bool {
        matches!(self, Self::Changed(_))
    }

    fn is_emptied(&self) -> bool {
        matches!(self, Self::Emptied(_))
    }
}

/// The cells of a question.
pub(super) struct Cells {
    pub(super) answer: Now<Word>,
    pub(super) points: Vec<(PointId, Now<Word>)>,
    pub(super) reason: Now<String>,
}

/// What comes of them.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    /// As it was.
    Same,
    /// The answer and what there is nothing for.
    Given(Given, BTreeSet<PointId>),
    /// All of it was emptied.
    Emptied,
    /// Taken neither way.
    Not(What),
    /// What is wrong has been told.
    Unread,
}

impl Cells {
    /// Whether anything was filled that can be read.
    pub(super) fn are_filled(&self) -> bool {
        let points = self.points.iter();
        let any_point = points.map(|(_, it)| it).any(Now::is_changed);
        any_point || self.answer.is_changed() || self.reason.is_changed()
    }

    pub(super) fn outcome(&self) -> Outcome {
        let any_point = |is: &dyn Fn(&Now<Word>) -> bool| self.points.iter().any(|(_, it)| is(it));
        if self.answer == Now::Unread || any_point(&|it| *it == Now::Unread) {
            return Outcome::Unread;
        }
        let points_changed = any_point(&Now::is_changed);
        let is_touched = points_changed || self.answer.is_changed();
        if !is_touched && !self.reason.is_changed() {
            let is_left = |it: &Now<Word>| matches!(it, Now::Same(Some(_)));
            let emptied = self.answer.is_emptied() || any_point(&Now::is_emptied);
            return if emptied && !is_left(&self.answer) && !any_point(&is_left) {
                Outcome::Emptied
            } else {
                Outcome::Same
            };
        }
        // The points were given in its place.
        let answer = match &self.answer {
            Now::Emptied(_) if points_changed => None,
            answer => answer.counts().copied(),
        };
        // That there is nothing for a point says nothing against not knowing the others.
        let says = |it: &Now<Word>| matches!(it, Now::Changed(Word::Yes | Word::No));
        match answer {
            Some(Word::Unknown | Word::NotApplicable) if any_point(&says) => {
                Outcome::Not(What::Contradiction)
            }
            Some(Word::Unknown) if self.reason.is_changed() => Outcome::Not(What::ReasonUnused),
            Some(Word::Unknown) => Outcome::Given(Given::Unknown, self.none()),
            Some(Word::NotApplicable) => match (&self.reason, self.reason.counts()) {
                (Now::Unread, _) => Outcome::Unread,
                (_, None) => Outcome::Not(What::NoReason),
                (_, Some(reason)) => {
                    Outcome::Given(Given::NotApplicable(reason.clone()), self.none())
                }
            },
            _ if self.reason.is_changed() => Outcome::Not(What::ReasonUnused),
            answer => self.by_points(answer),
        }
    }

    fn by_points(&self, answer: Option<Word>) -> Outcome {
        let said = || self.points.iter().map(|(_, now)| now.counts());
        let count = |word: Word| said().filter(|it| *it == Some(&word)).count();
        let (yes, no) = (count(Word::Yes), count(Word::No));
        let open = said().filter(Option::is_none).count();
        // What is said of the points of which nothing is said.
        let rest = match answer {
            Some(Word::Met) if no > 0 => return Outcome::Not(What::Contradiction),
            Some(Word::Met) => true,
            Some(Word::NotMet) if yes > 0 => return Outcome::Not(What::Contradiction),
            Some(Word::Partly) if open == 0 && (yes == 0 || no == 0) => {
                return Outcome::Not(What::Contradiction);
            }
            Some(Word::Partly) if yes == 0 => return Outcome::Not(What::PointsMissing),
            Some(Word::NotMet | Word::Partly) => false,
            _ if open > 0 || yes + no == 0 => return Outcome::Not(What::PointsMissing),
            _ => false,
        };
        let points = self.points.iter().filter_map(|(point, now)| {
            let is_there = match now.counts() {
                Some(Word::NotHere) => return None,
                Some(word) => *word == Word::Yes,
                None => rest,
            };
            Some((point.clone(), is_there))
        });
        Outcome::Given(Given::Points(map_of(points)), self.none())
    }

    fn none(&self) -> BTreeSet<PointId> {
        let points = self.points.iter();
        let none = points.filter(|(_, now)| now.counts() == Some(&Word::NotHere));
        none.map(|(point, _)| point.clone()).collect()
    }
}
