//! The firms whose checks there are, the one that needs attention most first.
//! Pure. Leaves no check out: one that does not open stands by itself, with its state.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::app::case_summary::{CaseState, CaseSummary};
use crate::questionnaire::id::FirmId;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::outcome::Counts;
use crate::questionnaire::plan::DueCounts;

/// A firm with its checks; or a check that does not open, of which nobody knows what it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmSummary {
    /// Where its newest check stands in the list, the one that was begun last.
    pub newest: usize,
    /// Where each of its checks stands there, the newest first.
    pub places: Vec<usize>,
    /// What the firm is called in the newest check that names it; empty where none does.
    pub name: String,
    /// What is due in all of its checks; none where that cannot be known.
    pub due: Option<DueCounts>,
    /// When one of its checks was changed last.
    pub updated: Option<Moment>,
}

/// What needs attention first, of one check or of the newest of a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// It does not open.
    Shut,
    Opens,
    /// A file beside a check that is there: what it holds is nobody's work.
    Copy,
}

impl Standing {
    fn of(state: CaseState) -> Self {
        match state {
            CaseState::Ok => Self::Opens,
            CaseState::Copy => Self::Copy,
            _ => Self::Shut,
        }
    }
}

/// The firms of these checks as seen today. First what does not open; then what is overdue, what is due this month,
/// what is not in place; of two that are alike, the one that was left alone longer. Copies of a file stand last.
#[must_use]
pub fn firms(listed: &[CaseSummary], today: Day) -> Vec<FirmSummary> {
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
    let mut firms: Vec<FirmSummary> = groups
        .into_iter()
        .filter_map(|places| firm(listed, places, today))
        .collect();
    firms.sort_by_cached_key(|firm| {
        let due = firm.due.unwrap_or_default();
        let newest = &listed[firm.newest];
        (
            Standing::of(newest.state),
            Reverse(due.overdue),
            Reverse(due.this_month),
            Reverse(newest.counts.map(Counts::gaps)),
            firm.updated,
            newest.id.clone(),
        )
    });
    firms
}

fn firm(listed: &[CaseSummary], mut places: Vec<usize>, today: Day) -> Option<FirmSummary> {
    places.sort_by_key(|place| Reverse((listed[*place].created, listed[*place].updated)));
    let checks = || places.iter().map(|place| &listed[*place]);
    let newest = *places.first()?;
    let name = checks()
        .map(|check| check.firm_name.as_str())
        .find(|name| !name.is_empty());
    let days: Vec<Day> = checks().flat_map(|check| &check.due).copied().collect();
    let is_known = listed[newest].state == CaseState::Ok && !checks().any(|it| it.may_be_due);
    Some(FirmSummary {
        newest,
        // Not an error: then the check has no name but its own.
        name: name.unwrap_or_default().to_owned(),
        due: is_known.then(|| DueCounts::of(&days, today)),
        updated: checks().filter_map(|check| check.updated).max(),
        places,
    })
}
