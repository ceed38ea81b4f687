//! A case as far as lists show and judge it: who it is, and its answers without what was written to them.
//! Read without building the rest. That is passed over and all the same looked at, so that what is no case is none here
//! either. Nothing of it can be saved: it is no case.

use std::borrow::Cow;
use std::ops::Range;

use crate::questionnaire::case::{Answer, Case, Due, Firm, Given, PointState, Task};
use crate::questionnaire::forms::visible_questions;
use crate::questionnaire::id::{CaseId, FirmId, FormId, PackId, PointId};
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::outcome::{Counts, GivenKind, Says, outcome_of};
use crate::questionnaire::pack::{Pack, Point};
use crate::questionnaire::reading::case_from;

mod read;
mod scan;

pub use read::glance_at;

/// What a list shows of a case, and what that is judged by.
#[derive(Clone, Debug)]
pub struct Glance<'t> {
    pub id: CaseId,
    pub title: &'t str,
    pub created: Moment,
    pub updated: Moment,
    /// The walk that is open.
    pub walk: PackId,
    pub firm: Option<Firm>,
    /// What the firm is called in it; empty where nothing was said.
    pub firm_name: &'t str,
    forms: Vec<FormId>,
    said: Said<'t>,
    whole: Whole<'t>,
}

/// Where the rest of it is.
#[derive(Clone, Copy, Debug)]
enum Whole<'t> {
    Case(&'t Case),
    /// The bytes of its file.
    Bytes(&'t [u8]),
}

/// All answers of a case, each walk's in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said<'t> {
    walks: Vec<(&'t str, Range<usize>)>,
    answers: Vec<GlancedAnswer<'t>>,
    points: Vec<(&'t str, bool)>,
    none: Vec<&'t str>,
}

/// What an answer is judged by, and the day by which its task is to be done that is not done yet.
#[derive(Clone, Debug, PartialEq)]
struct GlancedAnswer<'t> {
    id: &'t str,
    given: Option<GivenKind<'t>>,
    points: Range<usize>,
    none: Range<usize>,
    due: Option<Day>,
}

impl<'t> Glance<'t> {
    #[must_use]
    pub fn of(case: &'t Case) -> Self {
        let mut said = Said::default();
        for (id, walk) in &case.walks {
            let first = said.answers.len();
            for (id, answer) in &walk.answers {
                said.take(id.as_str(), answer);
            }
            said.walks.push((id.as_str(), first..said.answers.len()));
        }
        Self {
            id: case.id.clone(),
            title: &case.title,
            created: case.created,
            updated: case.updated,
            walk: case.walk.clone(),
            firm: case.firm.clone(),
            firm_name: &case.profile.firm,
            forms: case.forms.clone(),
            said,
            whole: Whole::Case(case),
        }
    }

    /// The firm of which it is a check, as [`Case::firm_id`] says it.
    #[must_use]
    pub fn firm_id(&self) -> Option<FirmId> {
        self.firm.as_ref()?.known_id()
    }

    /// The walks in which something is to be done by a day.
    pub fn walks_with_days(&self) -> impl Iterator<Item = PackId> {
        let with_days = |(_, answers): &&(&str, Range<usize>)| {
            let mut answers = self.said.answers[answers.clone()].iter();
            answers.any(|answer| answer.due.is_some())
        };
        let walks = self.said.walks.iter().filter(with_days);
        walks.map(|(id, _)| PackId::new(id))
    }

    /// What its answers to `pack` amount to, and the days by which something is to be done that is not done yet. With the
    /// ids that it has: where the pack has renamed any, ask [`Glance::whole`].
    #[must_use]
    pub fn judged(&self, pack: &Pack) -> (Counts, Vec<Day>) {
        let mut walks = self.said.walks.iter();
        let walk = walks.find(|(id, _)| *id == pack.id.as_str());
        let answers = walk.map_or(&[][..], |(_, answers)| &self.said.answers[answers.clone()]);
        let mut counts = Counts::default();
        let mut days = Vec::new();
        for asked in visible_questions(pack, &self.forms) {
            let found = answers.binary_search_by(|answer| answer.id.cmp(asked.id.as_str()));
            // Not an error: what nobody has answered is asked all the same.
            let answer = found.ok().map(|at| &answers[at]);
            let said = answer.map(|answer| OfAnswer {
                said: &self.said,
                answer,
            });
            let outcome = outcome_of(asked, said.as_ref());
            counts += outcome;
            if outcome.needs_action() {
                days.extend(answer.and_then(|answer| answer.due));
            }
        }
        (counts, days)
    }

    /// All of the case. None only if its bytes are none, which no glance is taken at.
    #[must_use]
    pub fn whole(&self) -> Option<Cow<'t, Case>> {
        match self.whole {
            Whole::Case(case) => Some(Cow::Borrowed(case)),
            // Not an error: as said above.
            Whole::Bytes(bytes) => case_from(bytes).ok().map(Cow::Owned),
        }
    }
}

/// The same is shown of both.
impl PartialEq for Glance<'_> {
    fn eq(&self, other: &Self) -> bool {
        let shown = |it: &Self| (it.id.clone(), it.created, it.updated, it.walk.clone());
        shown(self) == shown(other)
            && (self.title, &self.firm, self.firm_name)
                == (other.title, &other.firm, other.firm_name)
            && (&self.forms, &self.said) == (&other.forms, &other.said)
    }
}

impl<'t> Said<'t> {
    /// With room for the answers to a pack of usual size: to grow would cost as much as to read.
    fn with_room() -> Self {
        Self {
            walks: Vec::with_capacity(2),
            answers: Vec::with_capacity(32),
            points: Vec::with_capacity(128),
            none: Vec::with_capacity(32),
        }
    }

    fn take(&mut self, id: &'t str, answer: &'t Answer) {
        let first_point = self.points.len();
        let given = answer.given.as_ref().map(|given| match given {
            Given::Points(points) => {
                let points = points.iter();
                self.points
                    .extend(points.map(|(id, is_there)| (id.as_str(), *is_there)));
                GivenKind::Points
            }
            Given::Unknown => GivenKind::Unknown,
            Given::NotApplicable(reason) => GivenKind::NotApplicable(reason),
        });
        let first_none = self.none.len();
        let none = answer.none.iter().flatten();
        self.none.extend(none.map(PointId::as_str));
        let open = answer.task.as_ref().filter(|task| task.done.is_none());
        self.answers.push(GlancedAnswer {
            id,
            given,
            points: first_point..self.points.len(),
            none: first_none..self.none.len(),
            due: open.and_then(|task| day_of(&task.by)),
        });
    }
}

/// The day in the words by when.
fn day_of(by: &str) -> Option<Day> {
    match Task::due_of(by) {
        Due::Day(day) => Some(day),
        Due::NotSaid | Due::Text(_) => None,
    }
}

struct OfAnswer<'a> {
    said: &'a Said<'a>,
    answer: &'a GlancedAnswer<'a>,
}

impl Says for OfAnswer<'_> {
    fn given(&self) -> Option<GivenKind<'_>> {
        self.answer.given
    }

    fn state_of(&self, point: &Point) -> PointState {
        if self.answer.given != Some(GivenKind::Points) {
            return PointState::Open;
        }
        let id = point.id.as_str();
        let mut points = self.said.points[self.answer.points.clone()].iter();
        let said = points.find(|(said, _)| *said == id);
        let none = &self.said.none[self.answer.none.clone()];
        PointState::of(point, said.map(|(_, is_there)| *is_there), || {
            none.contains(&id)
        })
    }
}
