//! Which entries of two lists of information are the same thing: by their numbers, and by what they say where both sides
//! have given the same number to different things.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::case::{Case, Information};

/// The lists of both sides and of the base, with the numbers of our side.
pub(super) struct Entries {
    pub(super) base: Vec<Information>,
    pub(super) ours: Vec<Information>,
    pub(super) theirs: Vec<Information>,
    /// What of theirs has got another number, with the one that it had.
    pub(super) renumbered: Vec<(u32, Information)>,
}

impl Entries {
    pub(super) fn of(base: Option<&Case>, ours: &Case, theirs: &Case) -> Self {
        let mut entries = Self {
            base: base.map(numbered).unwrap_or_default(),
            ours: numbered(ours),
            theirs: numbered(theirs),
            renumbered: Vec::new(),
        };
        entries.align(base.is_some(), ours.numbered.max(theirs.numbered));
        entries
    }

    fn align(&mut self, has_base: bool, highest: u32) {
        let known = self.known();
        let here = |entry: &Information| known.get(&entry.number?).copied();
        let mut found = BTreeSet::new();
        let mut met = BTreeSet::new();
        for (at, entry) in self.theirs.iter_mut().enumerate() {
            if let Some(number) = here(entry) {
                entry.number = Some(number);
                found.insert(at);
                met.insert(number);
            }
        }
        for entry in &mut self.base {
            entry.number = here(entry).or(entry.number);
        }
        let mut taken = numbers(&self.ours);
        taken.extend(numbers(&self.theirs));
        taken.extend(numbers(&self.base));
        // Of two of theirs with one number now, the one that was found here under it keeps it.
        let mut doubles = Vec::new();
        for (at, entry) in self.theirs.iter().enumerate() {
            let Some(number) = entry.number.filter(|_| !found.contains(&at)) else {
                continue;
            };
            let ours = with(&self.ours, number);
            let is_it = ours.is_some_and(|ours| is_same(ours, entry));
            let is_clash = ours.is_some_and(|ours| {
                if has_base {
                    with(&self.base, number).is_none()
                } else {
                    ours.what != entry.what
                }
            });
            if (is_clash && !is_it) || !met.insert(number) {
                doubles.push((at, number));
            }
        }
        for (at, number) in doubles {
            let free = free_number(&taken, highest);
            taken.insert(free);
            self.theirs[at].number = Some(free);
            self.renumbered.push((number, self.theirs[at].clone()));
        }
    }

    /// What of theirs is here under another number, because it was renumbered by an earlier merge.
    fn known(&self) -> BTreeMap<u32, u32> {
        let mut known = BTreeMap::new();
        let mut used = BTreeSet::new();
        for entry in &self.theirs {
            let Some(number) = entry.number else { continue };
            let before = with(&self.base, number);
            let is_it = |ours: &Information| {
                is_same(ours, entry) || before.is_some_and(|it| is_same(ours, it))
            };
            if with(&self.ours, number).is_none_or(is_it) {
                continue;
            }
            let found = self.ours.iter().find_map(|ours| {
                let here = ours.number?;
                let is_theirs_too = with(&self.theirs, here).is_some_and(|it| is_same(it, ours));
                let is_new = with(&self.base, here).is_none() && !is_theirs_too;
                (is_new && is_it(ours) && !used.contains(&here)).then_some(here)
            });
            if let Some(here) = found {
                used.insert(here);
                known.insert(number, here);
            }
        }
        known
    }
}

/// The list with a number of its own for each entry, also where somebody else's file has one twice.
pub(super) fn numbered(case: &Case) -> Vec<Information> {
    let mut case = case.clone();
    case.number_information();
    let mut taken = numbers(&case.information);
    let mut met = BTreeSet::new();
    for entry in &mut case.information {
        if !entry.number.is_some_and(|number| met.insert(number)) {
            let free = free_number(&taken, case.numbered);
            taken.insert(free);
            met.insert(free);
            entry.number = Some(free);
        }
    }
    case.information
}

pub(super) fn with(list: &[Information], number: u32) -> Option<&Information> {
    list.iter().find(|entry| entry.number == Some(number))
}

fn numbers(list: &[Information]) -> BTreeSet<u32> {
    list.iter().filter_map(|entry| entry.number).collect()
}

/// The next number that was never given; the first that is free where there is no next one.
fn free_number(taken: &BTreeSet<u32>, highest: u32) -> u32 {
    let highest = taken.last().copied().unwrap_or(0).max(highest);
    match highest.checked_add(1) {
        Some(next) => next,
        None => (1..=u32::MAX)
            .find(|number| !taken.contains(number))
            .unwrap_or(0),
    }
}

/// The same, whatever its number.
fn is_same(a: &Information, b: &Information) -> bool {
    let b = Information {
        number: a.number,
        ..b.clone()
    };
    *a == b
}
