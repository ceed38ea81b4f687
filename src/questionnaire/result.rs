//! The result of a walk: outcomes, counts, what to find out, what was claimed not to apply.
//! Computed from a pack and a case whenever it is needed, never stored; hidden answers play no part.

use crate::questionnaire::case::{Case, Walk};
use crate::questionnaire::forms;
use crate::questionnaire::id::FormId;
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::pack::{Pack, Section};
use crate::questionnaire::plan::{self, Planned};

/// What stands where after one walk.
#[derive(Clone, Debug, PartialEq)]
pub struct WalkResult<'a> {
    pub pack: &'a Pack,
    pub counts: Counts,
    /// One for each question asked, in order.
    pub items: Vec<Item<'a>>,
}

impl<'a> WalkResult<'a> {
    /// Judges the answers that `case` has to `pack`, for the forms it has chosen.
    #[must_use]
    pub fn of(pack: &'a Pack, case: &'a Case) -> Self {
        Self::of_walk(pack, case.walk(&pack.id), &case.forms)
    }

    /// Judges the answers of a walk of `pack`, for these forms.
    #[must_use]
    pub fn of_walk(pack: &'a Pack, walk: Option<&'a Walk>, forms: &'a [FormId]) -> Self {
        let items: Vec<Item<'a>> = forms::visible_questions(pack, forms)
            .into_iter()
            .map(|asked| Item::of(asked, walk.and_then(|walk| walk.answers.get(&asked.id))))
            .collect();
        let counts = items.iter().map(|item| item.outcome).collect();
        Self {
            pack,
            counts,
            items,
        }
    }

    /// The sections that are asked, each with its items' counts.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'a Section, Counts)> {
        self.pack
            .sections
            .iter()
            .filter_map(|section| {
                let counts: Counts = self
                    .items_in(section)
                    .map(|(_, item)| item.outcome)
                    .collect();
                (counts.asked() > 0).then_some((section, counts))
            })
            .collect()
    }

    /// The items of a section, with their places in the walk.
    pub fn items_in(&self, section: &'a Section) -> impl Iterator<Item = (usize, &Item<'a>)> {
        self.items
            .iter()
            .enumerate()
            .filter(move |(_, item)| item.question.section == section.id)
    }

    /// One task for each item that is partly or not in place, the most important first.
    #[must_use]
    pub fn plan(&self) -> Vec<Planned<'a>> {
        plan::plan(&self.items)
    }

    /// Items with this outcome, with their places in the walk.
    pub fn with_outcome(&self, outcome: Outcome) -> impl Iterator<Item = (usize, &Item<'a>)> {
        self.items
            .iter()
            .enumerate()
            .filter(move |(_, item)| item.outcome == outcome)
    }

    /// Items that are not in place (k of them), with their places in the walk.
    pub fn gaps(&self) -> impl Iterator<Item = (usize, &Item<'a>)> {
        self.items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.outcome.is_gap())
    }
}
