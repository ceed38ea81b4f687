//! What many firms have in common, from their checks: each firm by its newest check and the one before that.

use std::sync::Arc;

use crate::app::case_summary::{CaseState, CaseSummary};
use crate::app::firms::firms;
use crate::pack_library::{PackLibrary, carried};
use crate::questionnaire::case::Case;
use crate::questionnaire::glance::Glance;
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Pack;
use crate::questionnaire::plan::FIRST;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::summary::{CheckFacts, FirmFacts};
use crate::store::{CaseEntry, Glanced};

impl PackLibrary {
    /// The cases as a list tells of them.
    pub fn summaries_of(&mut self, found: &[CaseEntry]) -> Vec<CaseSummary> {
        let glanced = found.iter().map(|entry| Glanced {
            id: entry.id.clone(),
            state: entry.state.as_ref().map(Glance::of),
        });
        glanced.map(|found| self.case_summary(found)).collect()
    }

    /// The firms of these checks, as they are listed, as far as they can be judged, the packs by which they were, and how
    /// many of the checks that were read are left out, or are not in it as a whole: one without usable questions, or
    /// under a name that is not its own.
    pub fn firm_facts(
        &mut self,
        found: &[CaseEntry],
        listed: &[CaseSummary],
        today: Day,
    ) -> (Vec<FirmFacts>, Vec<Arc<Pack>>, usize) {
        let mut packs: Vec<Arc<Pack>> = Vec::new();
        let mut facts = Vec::new();
        let mut not_whole = 0;
        for firm in firms(listed, today) {
            let newest = &listed[firm.newest];
            if newest.state != CaseState::Ok {
                not_whole += usize::from(newest.state.is_read());
                continue;
            }
            let case_of = |place: usize| {
                let entry = found.iter().find(|entry| entry.id == listed[place].id);
                // Not an error: what does not open is no firm's check.
                entry.and_then(|entry| entry.state.as_ref().ok())
            };
            let Some(case) = case_of(firm.newest) else {
                continue;
            };
            let mut facts_of = |case| {
                let (facts, is_whole) = self.check_facts(case, &mut packs);
                not_whole += usize::from(!is_whole);
                facts
            };
            let before = firm.places.get(1).copied().and_then(case_of);
            let before = before.and_then(&mut facts_of);
            let Some(now) = facts_of(case) else {
                continue;
            };
            // Not an error: nothing was said of its trade and size.
            let said = case.firm.clone().unwrap_or_default();
            facts.push(FirmFacts {
                name: if firm.name.is_empty() {
                    newest.title.clone()
                } else {
                    firm.name.clone()
                },
                trade: said.trade,
                size: said.size,
                now,
                before,
            });
        }
        (facts, packs, not_whole)
    }

    /// What is known of a check, if anything is, and whether that is all of it.
    fn check_facts(
        &mut self,
        case: &Case,
        packs: &mut Vec<Arc<Pack>>,
    ) -> (Option<CheckFacts>, bool) {
        // Not an error: a check without its packs is judged by nobody, and counted as one that is not whole.
        let Ok((begun, missing)) = self.begun_packs(case) else {
            return (None, false);
        };
        let case = carried(case, &begun);
        let mut facts = CheckFacts::default();
        for pack in &begun {
            let result = WalkResult::of(pack, &case);
            for item in &result.items {
                if !matches!(item.outcome, Outcome::Met | Outcome::NotApplicable) {
                    facts
                        .gaps
                        .insert((pack.id.clone(), item.question.id.clone()));
                }
            }
            for planned in result.plan().iter().take(FIRST) {
                facts.first.insert((
                    pack.id.clone(),
                    planned.question.id.clone(),
                    planned.measure.id.clone(),
                ));
            }
            if !packs.iter().any(|known| known.id == pack.id) {
                packs.push(Arc::clone(pack));
            }
        }
        (Some(facts), missing.is_empty())
    }
}
