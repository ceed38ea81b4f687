//! What somebody else has answered, beside the open check: what was decided so far and what was looked at. Nothing of the
//! check changes before it is taken in.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::received::{Differing, Emptied};
use crate::app::{App, Direction};
use crate::questionnaire::case::Case;
use crate::questionnaire::merge::{Decision, Decisions, Difference, Merge, Told, Unit};
use crate::questionnaire::moment::Day;
use crate::questionnaire::pack::Pack;
use crate::questionnaire::workbook::Finding;
use crate::text::merging::MergeNames;

/// What came back, and how far it is decided.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Returned {
    /// The state that both come from, if that is known.
    base: Option<Case>,
    theirs: Case,
    /// The same as it was sent.
    pub(super) as_sent: Case,
    /// What is to be told of the cells of a workbook.
    pub(super) workbook: Option<Vec<Finding>>,
    /// What was emptied in it, with the side that does not count now.
    emptied: Option<Emptied>,
    /// What was emptied is taken out here too: that was chosen.
    pub(super) takes_emptied: bool,
    pub(super) merge: Merge,
    decisions: Decisions,
    /// What only they have changed and became better, and was looked at.
    seen: BTreeSet<Unit>,
    /// The difference on the screen, among those that both have changed.
    pub(super) at: usize,
    back: Vec<Step>,
    forth: Vec<Step>,
    /// What became of it, once it was taken in.
    pub(super) taken: Option<TakenIn>,
}

/// A decision as it was before another one.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    unit: Unit,
    was: Option<Decision>,
    /// The difference that was on the screen.
    at: usize,
}

/// What became of what somebody else has answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TakenIn {
    /// So many are theirs now.
    pub(super) theirs: usize,
    /// So many answers are わからない now.
    pub(super) unknown: usize,
    /// So many were left as they are here.
    pub(super) ours: usize,
    /// What is still to be decided: as it is here until then.
    pub(super) later: Vec<Unit>,
    pub(super) told: Vec<Told>,
}

impl Returned {
    pub(super) fn new(differing: Differing, ours: &Case, packs: &[Arc<Pack>]) -> Self {
        let Differing {
            base,
            theirs,
            as_sent,
            workbook,
            emptied,
            ..
        } = differing;
        Self {
            merge: in_order(Merge::of(base.as_ref(), ours, &theirs), packs),
            base,
            theirs,
            as_sent,
            workbook,
            emptied,
            takes_emptied: false,
            decisions: Decisions::new(),
            seen: BTreeSet::new(),
            at: 0,
            back: Vec::new(),
            forth: Vec::new(),
            taken: None,
        }
    }

    /// Beside our side as it is now. What was decided, or looked at, counts as long as both sides say what they said then.
    pub(super) fn compare_again(&mut self, ours: &Case, packs: &[Arc<Pack>]) {
        let merge = Merge::of(self.base.as_ref(), ours, &self.theirs);
        let before = std::mem::replace(&mut self.merge, in_order(merge, packs));
        let all = |merge: &Merge| -> Vec<Difference> {
            merge
                .conflicts
                .iter()
                .chain(&merge.taken)
                .cloned()
                .collect()
        };
        let (before, now) = (all(&before), all(&self.merge));
        let stays = |unit: &Unit| {
            let of = |all: &[Difference]| all.iter().find(|it| it.unit == *unit).cloned();
            of(&now).is_some_and(|now| of(&before) == Some(now))
        };
        self.decisions.retain(|unit, _| stays(unit));
        self.seen.retain(stays);
        self.back.retain(|step| stays(&step.unit));
        self.forth.clear();
        self.at = self.at.min(self.merge.conflicts.len().saturating_sub(1));
        let here = self.difference();
        if here.is_some_and(|here| self.decision(&here.unit).is_some()) {
            self.at = self.next_undecided().unwrap_or(self.at);
        }
        self.taken = None;
    }

    /// How many cells were emptied in the workbook.
    pub(super) fn emptied(&self) -> usize {
        self.emptied.as_ref().map_or(0, |emptied| emptied.count)
    }

    /// What was emptied is taken out too, or not any more. What was decided counts where it is about the same.
    pub(super) fn switch_emptied(&mut self, ours: &Case, packs: &[Arc<Pack>]) {
        let Some(emptied) = &mut self.emptied else {
            return;
        };
        std::mem::swap(&mut self.theirs, &mut emptied.theirs);
        self.as_sent.clone_from(&self.theirs);
        self.takes_emptied = !self.takes_emptied;
        self.compare_again(ours, packs);
    }

    /// The day on which both parted, if the state that they come from is known.
    pub(super) fn base_day(&self) -> Option<Day> {
        self.base.as_ref().map(Case::base_day)
    }

    /// The difference on the screen; None where both have changed nothing.
    pub(super) fn difference(&self) -> Option<&Difference> {
        self.merge.conflicts.get(self.at)
    }

    pub(super) fn decision(&self, unit: &Unit) -> Option<Decision> {
        self.decisions.get(unit).copied()
    }

    /// What can be decided about the difference on the screen, in the order of the digits.
    pub(super) fn choices(&self) -> Vec<Decision> {
        let Some(difference) = self.difference() else {
            return Vec::new();
        };
        let mut choices = vec![Decision::Ours, Decision::Theirs];
        if difference.is_answer() {
            choices.push(Decision::Unknown);
        }
        choices.push(Decision::Later);
        choices
    }

    pub(super) fn decide(&mut self, unit: &Unit, decision: Option<Decision>) {
        if self.decision(unit) == decision {
            return;
        }
        let step = self.set(unit, decision);
        self.back.push(step);
        self.forth.clear();
    }

    fn set(&mut self, unit: &Unit, decision: Option<Decision>) -> Step {
        let was = match decision {
            Some(decision) => self.decisions.insert(unit.clone(), decision),
            None => self.decisions.remove(unit),
        };
        Step {
            unit: unit.clone(),
            was,
            at: self.at,
        }
    }

    pub(super) fn can_undo(&self, direction: Direction) -> bool {
        match direction {
            Direction::Back => !self.back.is_empty(),
            Direction::Forth => !self.forth.is_empty(),
        }
    }

    /// Takes the last decision back, or brings it again.
    pub(super) fn undo(&mut self, direction: Direction) {
        let step = match direction {
            Direction::Back => self.back.pop(),
            Direction::Forth => self.forth.pop(),
        };
        let Some(step) = step else { return };
        let inverse = self.set(&step.unit, step.was);
        self.at = step.at;
        match direction {
            Direction::Back => self.forth.push(inverse),
            Direction::Forth => self.back.push(inverse),
        }
    }

    /// Nobody has said anything about it yet; or that it is to be decided later.
    pub(super) fn is_open(&self, difference: &Difference) -> bool {
        matches!(
            self.decision(&difference.unit),
            None | Some(Decision::Later)
        )
    }

    /// What is still to be decided.
    pub(super) fn open(&self) -> usize {
        let conflicts = self.merge.conflicts.iter();
        conflicts.filter(|it| self.is_open(it)).count()
    }

    /// The next difference after this one of which nothing was said, going round.
    pub(super) fn next_undecided(&self) -> Option<usize> {
        let conflicts = &self.merge.conflicts;
        let after = (self.at + 1..conflicts.len()).chain(0..self.at);
        let mut after = after.filter(|at| self.decision(&conflicts[*at].unit).is_none());
        after.next()
    }

    /// What only they have changed: what became better first.
    pub(super) fn changed_by_them(&self) -> Vec<(usize, &Difference)> {
        let mut all: Vec<(usize, &Difference)> = self.merge.taken.iter().enumerate().collect();
        all.sort_by_key(|(_, difference)| !difference.is_better());
        all
    }

    pub(super) fn is_taken(&self, difference: &Difference) -> bool {
        self.decision(&difference.unit) != Some(Decision::Ours)
    }

    pub(super) fn is_unseen(&self, difference: &Difference) -> bool {
        difference.is_better() && !self.seen.contains(&difference.unit)
    }

    /// What became better on their side and nobody has looked at.
    pub(super) fn unseen(&self) -> usize {
        let taken = self.merge.taken.iter();
        taken
            .filter(|difference| self.is_unseen(difference))
            .count()
    }

    /// The one at this place was looked at.
    pub(super) fn see(&mut self, at: usize) {
        if let Some(difference) = self.merge.taken.get(at) {
            self.seen.insert(difference.unit.clone());
        }
    }

    pub(super) fn see_all(&mut self) {
        let units = self.merge.taken.iter().map(|it| it.unit.clone());
        self.seen.extend(units);
    }

    /// Our case with what was decided. Nothing is taken that became better and that nobody has looked at.
    pub(super) fn apply(&self) -> Option<Case> {
        (self.unseen() == 0).then(|| self.merge.apply(&self.decisions))
    }

    pub(super) fn outcome(&self) -> TakenIn {
        let mut taken = TakenIn {
            told: self.merge.told.clone(),
            ..TakenIn::default()
        };
        for difference in &self.merge.taken {
            if self.is_taken(difference) {
                taken.theirs += 1;
            } else {
                taken.ours += 1;
            }
        }
        for difference in &self.merge.conflicts {
            match self.decision(&difference.unit) {
                Some(Decision::Ours) => taken.ours += 1,
                Some(Decision::Theirs) => taken.theirs += 1,
                Some(Decision::Unknown) => taken.unknown += 1,
                Some(Decision::Later) | None => taken.later.push(difference.unit.clone()),
            }
        }
        taken
    }
}

/// The questions in the order in which they are asked, then everything else.
fn in_order(mut merge: Merge, packs: &[Arc<Pack>]) -> Merge {
    let place = |difference: &Difference| {
        let Unit::Answer(pack, question, _) = &difference.unit else {
            return (true, 0, 0);
        };
        let at = packs.iter().position(|known| known.id == *pack);
        let questions = at.map(|at| &packs[at].questions);
        let asked = questions.and_then(|all| all.iter().position(|known| known.id == *question));
        (false, at.unwrap_or(usize::MAX), asked.unwrap_or(usize::MAX))
    };
    merge.conflicts.sort_by_key(place);
    merge.taken.sort_by_key(place);
    merge
}

impl App {
    /// What somebody else has answered, as long as it was not taken in.
    pub(super) fn returned(&self) -> Option<&Returned> {
        self.open.returned.as_deref()
    }

    /// What names the parts of a check on the pages of a merge.
    pub(super) fn merge_names(&self) -> MergeNames<'_> {
        MergeNames {
            packs: &self.packs,
            // Not an error: where no check is open none is asked.
            forms: self.open.case.as_ref().map_or(&[], |case| &case.forms),
            today: Some(self.today),
        }
    }
}
