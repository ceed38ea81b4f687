//! The last changes of the open case, to be taken back one by one and brought again.
//! Holds what has to be put back, never whole cases. `update` carries it out.

use std::collections::VecDeque;

use crate::app::Layer;
use crate::questionnaire::case::Case;
use crate::questionnaire::change::Change;
use crate::questionnaire::id::{PackId, QuestionId};

/// How many changes can be taken back; the oldest is forgotten first.
const MOST: usize = 100;

/// The way back, and the way forth again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Undo {
    back: VecDeque<Step>,
    forth: Vec<Step>,
}

/// One event that changed the case, and where the user was then.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) change: Change,
    pub(super) page: Page,
}

/// Where the user is: screens on top of each other, the question one is at and the paper.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Page {
    pub(super) layers: Vec<Layer>,
    pub(super) walk: PackId,
    pub(super) at: Option<QuestionId>,
    /// The paper that was looked at, by its place.
    pub(super) paper: usize,
}

/// Which way through the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Back,
    Forth,
}

impl Undo {
    /// A change was made: what was taken back before it cannot be brought again.
    pub(super) fn record(&mut self, step: Step) {
        self.forth.clear();
        self.keep(step);
    }

    /// A change that goes on with the last one, which made `case`: they are one step. None, if nothing is left of it.
    pub(super) fn extend(&mut self, step: Step, case: &Case) {
        self.forth.clear();
        match self.back.back_mut() {
            Some(last) => last.change.absorb(step.change),
            None => self.keep(step),
        }
        if self.back.back().is_some_and(|last| last.change.is_in(case)) {
            self.back.pop_back();
        }
    }

    pub(super) fn has(&self, direction: Direction) -> bool {
        match direction {
            Direction::Back => !self.back.is_empty(),
            Direction::Forth => !self.forth.is_empty(),
        }
    }

    /// The next step in this direction.
    pub(super) fn take(&mut self, direction: Direction) -> Option<Step> {
        match direction {
            Direction::Back => self.back.pop_back(),
            Direction::Forth => self.forth.pop(),
        }
    }

    /// The step was carried out; this takes it back again.
    pub(super) fn taken(&mut self, direction: Direction, inverse: Step) {
        match direction {
            Direction::Back => self.forth.push(inverse),
            Direction::Forth => self.keep(inverse),
        }
    }

    fn keep(&mut self, step: Step) {
        if self.back.len() == MOST {
            self.back.pop_front();
        }
        self.back.push_back(step);
    }
}
