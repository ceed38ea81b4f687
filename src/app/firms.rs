//! The firms whose checks there are, the one that needs attention most first.
//! Pure. Leaves no check out: one that does not open stands by itself, with its state.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::app::case_summary::{CaseState, CaseSummary};
use crate::questionnaire::id::FirmId;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::plan::DueCounts;

/// A firm with its checks; or a check that does not open, of which nobody knows what it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmSummary<'a> {
    /// Its newest check, the one that was begun last.
    pub newest: &'a CaseSummary,
    /// Where each of its checks stands in the list, the newest first.
    pub places: Vec<usize>,
    /// What the firm is called in the newest check that names it; empty where none does.
    pub name: &'a str,
    /// What is due in all of its checks; none where that cannot be known.
    pub due: Option<DueCounts>,
    /// When one of its checks was changed last.
    pub updated: Option<Moment>,
}

impl FirmSummary<'_> {
    /// How many questions of its newest check are not in place, where that can be known.
    fn gaps(&self) -> Option<usize> {
        Some(self.newest.counts?.gaps())
    }

    /// Whether its newest check can be opened.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.newest.state == CaseState::Ok
    }
}

/// The firms of these checks as seen today. First what does not open; then what is overdue, what is due this month,
/// what is not in place; of two that are alike, the one that was left alone longer.
#[must_use]
pub fn firms(listed: &[CaseSummary], today: Day) -> Vec<FirmSummary<'_>> {
    let mut known: HashMap<&FirmId, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (place, check) in listed.iter().enumerate() {
        match &check.firm {
            Some(firm) if check.state == CaseState::Ok => {
                let group = *known.entry(firm).or_insert(groups.len());
                match groups.get_mut(group) {
                    Some(places) => places.push(place),
                    None => groups.push(vec![place]),
                }
            }
            _ => groups.push(vec![place]),
        }
    }
    let mut firms: Vec<FirmSummary<'_>> = groups
        .into_iter()
        .filter_map(|places| firm(listed, places, today))
        .collect();
    firms.sort_by_key(|firm| {
        let due = firm.due.unwrap_or_default();
        (
            firm.opens(),
            Reverse(due.overdue),
            Reverse(due.this_month),
            Reverse(firm.gaps()),
            firm.updated,
            firm.newest.id.clone(),
        )
    });
    firms
}

fn firm(listed: &[CaseSummary], mut places: Vec<usize>, today: Day) -> Option<FirmSummary<'_>> {
    places.sort_by_key(|place| Reverse((listed[*place].created, listed[*place].updated)));
    let checks = || places.iter().map(|place| &listed[*place]);
    let newest = checks().next()?;
    let name = checks()
        .map(|check| check.firm_name.trim())
        .find(|name| !name.is_empty());
    let days: Vec<Day> = checks().flat_map(|check| &check.due).copied().collect();
    Some(FirmSummary {
        newest,
        // Not an error: then the check has no name but its own.
        name: name.unwrap_or_default(),
        due: (newest.state == CaseState::Ok).then(|| DueCounts::of(&days, today)),
        updated: checks().filter_map(|check| check.updated).max(),
        places,
    })
}
