//! A case as far as lists show and judge it: who it is, and its answers without what was written to them.
//! Read without building the rest. That is passed over and all the same looked at, so that what is no case is none here
//! either. Nothing of it can be saved: it is no case.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::questionnaire::case::{Answer, Case, Due, Firm, Given, PointState, Task, Walk};
use crate::questionnaire::forms::visible_questions;
use crate::questionnaire::id::{CaseId, FirmId, FormId, PackId, PointId};
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::outcome::{Counts, GivenKind, Says, outcome_of};
use crate::questionnaire::pack::{Pack, Point};
use crate::questionnaire::reading::case_from;

mod read;

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
    walks: BTreeMap<&'t str, Answers<'t>>,
    whole: Whole<'t>,
}

/// Those of a walk, by the ids of their questions.
type Answers<'t> = BTreeMap<&'t str, GlancedAnswer<'t>>;

/// Where the rest of it is.
#[derive(Clone, Copy, Debug)]
enum Whole<'t> {
    Case(&'t Case),
    /// The bytes of its file.
    Bytes(&'t [u8]),
}

/// What an answer is judged by, and the day by which its task is to be done that is not done yet.
#[derive(Clone, Debug, PartialEq)]
struct GlancedAnswer<'t> {
    given: Option<GlancedGiven<'t>>,
    none: BTreeSet<&'t str>,
    due: Option<Day>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum GlancedGiven<'t> {
    #[serde(borrow)]
    Points(BTreeMap<&'t str, bool>),
    Unknown,
    NotApplicable(&'t str),
}

impl<'t> Glance<'t> {
    #[must_use]
    pub fn of(case: &'t Case) -> Self {
        let answers = |walk: &'t Walk| {
            let answers = walk.answers.iter();
            map_of(answers.map(|(id, answer)| (id.as_str(), GlancedAnswer::of(answer))))
        };
        let walks = case.walks.iter();
        Self {
            id: case.id.clone(),
            title: &case.title,
            created: case.created,
            updated: case.updated,
            walk: case.walk.clone(),
            firm: case.firm.clone(),
            firm_name: &case.profile.firm,
            forms: case.forms.clone(),
            walks: map_of(walks.map(|(id, walk)| (id.as_str(), answers(walk)))),
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
        let has_days = |answers: &Answers<'_>| answers.values().any(|answer| answer.due.is_some());
        let walks = self
            .walks
            .iter()
            .filter(move |(_, answers)| has_days(answers));
        walks.map(|(id, _)| PackId::new(id))
    }

    /// What its answers to `pack` amount to, and the days by which something is to be done that is not done yet. With the
    /// ids that it has: where the pack has renamed any, ask [`Glance::whole`].
    #[must_use]
    pub fn judged(&self, pack: &Pack) -> (Counts, Vec<Day>) {
        let answers = self.walks.get(pack.id.as_str());
        let mut counts = Counts::default();
        let mut days = Vec::new();
        for asked in visible_questions(pack, &self.forms) {
            let answer = answers.and_then(|answers| answers.get(asked.id.as_str()));
            let outcome = outcome_of(asked, answer);
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
            && (&self.forms, &self.walks) == (&other.forms, &other.walks)
    }
}

impl<'t> GlancedAnswer<'t> {
    fn of(answer: &'t Answer) -> Self {
        let given = answer.given.as_ref().map(|given| match given {
            Given::Points(points) => {
                let points = points.iter();
                GlancedGiven::Points(map_of(
                    points.map(|(id, is_there)| (id.as_str(), *is_there)),
                ))
            }
            Given::Unknown => GlancedGiven::Unknown,
            Given::NotApplicable(reason) => GlancedGiven::NotApplicable(reason),
        });
        let open = answer.task.as_ref().filter(|task| task.done.is_none());
        Self {
            given,
            none: answer.none.iter().flatten().map(PointId::as_str).collect(),
            due: open.and_then(|task| day_of(&task.by)),
        }
    }
}

/// The day in the words by when.
fn day_of(by: &str) -> Option<Day> {
    match Task::due_of(by) {
        Due::Day(day) => Some(day),
        Due::NotSaid | Due::Text(_) => None,
    }
}

impl Says for GlancedAnswer<'_> {
    fn given(&self) -> Option<GivenKind<'_>> {
        Some(match self.given.as_ref()? {
            GlancedGiven::Points(_) => GivenKind::Points,
            GlancedGiven::Unknown => GivenKind::Unknown,
            GlancedGiven::NotApplicable(reason) => GivenKind::NotApplicable(reason),
        })
    }

    fn state_of(&self, point: &Point) -> PointState {
        let Some(GlancedGiven::Points(points)) = &self.given else {
            return PointState::Open;
        };
        let id = point.id.as_str();
        PointState::of(point, points.get(id).copied(), || self.none.contains(id))
    }
}
