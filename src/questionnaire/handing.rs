//! Which state two states of a check both come from: the base of their merge.
//!
//! A state that is handed over, or that came back and was merged, has an id, made of what is in it. Each case carries the
//! ids of those that it comes from (`Case::ancestors`), wherever it goes. A revision alone would not do: two people who go
//! on with one file count both on from the same number, and a base that one of them never had would pass what the other
//! has done for undone. Knows no file and no clock.

use std::collections::BTreeSet;

use crate::questionnaire::anonymous::code_of;
use crate::questionnaire::case::{Case, Handed};
use crate::questionnaire::id::StateId;
use crate::questionnaire::moment::{Day, Moment};

impl Case {
    /// The id of this state: by what is in it. When it was changed, its revision, where the user was and where it came
    /// from are no part of that.
    #[must_use]
    pub fn state_id(&self) -> StateId {
        let mut content = Self {
            revision: 0,
            updated: self.created,
            handed: None,
            ancestors: Vec::new(),
            ..self.clone()
        };
        for walk in content.walks.values_mut() {
            walk.at = None;
        }
        // Not an error: every case is JSON, or it could not have been kept.
        let bytes = serde_json::to_vec(&content).unwrap_or_default();
        StateId::new(&code_of(&bytes))
    }

    /// The case as it is handed over: a change like any other, which says so and gives the state its id. `kept` is the
    /// highest revision that a state of this check was kept with: no two that were handed over here have the same.
    #[must_use]
    pub fn handed_over(&self, kept: u64, now: Moment) -> Self {
        let mut case = self.clone();
        // Merging goes by the numbers of the entries.
        case.number_information();
        case.revision = case.revision.max(kept).saturating_add(1);
        case.updated = now;
        case.handed = Some(Handed {
            revision: case.revision,
            on: now.day(),
            other: self
                .handed
                .clone()
                .map_or_else(Default::default, |it| it.other),
        });
        let id = case.state_id();
        case.descend_from(&id);
        case
    }

    /// This state as it is kept, to be a base: with its id as the last of those that it comes from.
    #[must_use]
    pub fn as_base(&self) -> Self {
        let mut case = self.clone();
        let id = self.own_id();
        case.descend_from(&id);
        case
    }

    /// What was handed over says its id itself: whatever this version of the program does not know, another one may.
    fn own_id(&self) -> StateId {
        let is_as_handed =
            self.handed.as_ref().map(|handed| handed.revision) == Some(self.revision);
        let said = self.ancestors.last().filter(|_| is_as_handed);
        said.cloned().unwrap_or_else(|| self.state_id())
    }

    /// The id under which a base is kept.
    #[must_use]
    pub fn base_id(&self) -> Option<&StateId> {
        self.ancestors.last()
    }

    /// From now on this case has `theirs` in it, and all that `theirs` comes from.
    pub fn take_in(&mut self, theirs: &Self) {
        for id in &theirs.as_base().ancestors {
            if !self.ancestors.contains(id) {
                self.ancestors.push(id.clone());
            }
        }
    }

    /// Whether nothing of that state is missing here: this one comes from it, or has taken it in.
    #[must_use]
    pub fn has_in_it(&self, other: &Self) -> bool {
        self.line().contains(&other.own_id())
    }

    fn descend_from(&mut self, id: &StateId) {
        self.ancestors.retain(|known| known != id);
        self.ancestors.push(id.clone());
    }

    /// All that it comes from, and itself.
    fn line(&self) -> BTreeSet<StateId> {
        let ancestors = self.ancestors.iter().cloned();
        ancestors.chain([self.own_id()]).collect()
    }

    /// The day on which this base was handed over; where it came back, the day of its last change.
    #[must_use]
    pub fn base_day(&self) -> Day {
        match &self.handed {
            Some(handed) if handed.revision == self.revision => handed.on,
            _ => self.updated.day(),
        }
    }
}

/// Of the states that were kept, the one from which both come and that is nearest to them; None where no such state is
/// known. Then nothing may count as deleted.
#[must_use]
pub fn base_of<'a>(
    kept: impl IntoIterator<Item = &'a Case>,
    ours: &Case,
    theirs: &Case,
) -> Option<&'a Case> {
    let (here, there) = (ours.line(), theirs.line());
    let is_common = |state: &&Case| {
        let id = state.base_id();
        id.is_some_and(|id| here.contains(id) && there.contains(id))
    };
    let common: Vec<&Case> = kept.into_iter().filter(is_common).collect();
    let comes_from = |later: &Case, earlier: &Case| {
        let id = earlier.base_id();
        later.base_id() != id && id.is_some_and(|id| later.ancestors.contains(id))
    };
    let is_nearest = |state: &&&Case| {
        let mut others = common.iter();
        !others.any(|other| comes_from(other, state) && !comes_from(state, other))
    };
    // Where neither comes from the other, each of them is a state that both sides had.
    common
        .iter()
        .filter(is_nearest)
        .max_by_key(|state| (state.revision, state.updated))
        .copied()
}
