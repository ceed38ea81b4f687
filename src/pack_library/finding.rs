//! What checks are found by in the list: names, those of their firms and ids, and their days and states in the words
//! of every language.
//! A language is read only for words that were not made yet.

use std::collections::BTreeMap;

use crate::app::case_summary::{CaseState, CaseSummary};
use crate::questionnaire::moment::{Day, Moment};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::finding::{Findable, day_in_numbers};
use crate::text::firm_groups::Group;
use crate::text::names::default_title;

/// Words that were made already, in all languages.
#[derive(Clone, Debug, Default)]
pub(super) struct FindingWords {
    made: BTreeMap<Said, String>,
}

/// Something that is said of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Day(Day),
    /// The name of a check that was given none, from the day on which it began.
    BegunOn(Day),
    State(&'static str),
}

impl Said {
    fn message(self) -> Message<'static> {
        match self {
            Self::Day(day) => day_with_year(day),
            Self::BegunOn(day) => default_title(day_with_year(day)),
            Self::State(id) => Message::new(id),
        }
    }
}

impl FindingWords {
    /// Lets each of these be found. `catalogs` gives every language, if one is needed.
    pub(super) fn give(
        &mut self,
        listed: &mut [CaseSummary],
        catalogs: impl FnOnce() -> Vec<Catalog>,
    ) {
        let mut missing: Vec<Said> = listed.iter().flat_map(said_of).collect();
        missing.retain(|said| !self.made.contains_key(said));
        // Many checks say the same: made once for all of them.
        missing.sort_unstable();
        missing.dedup();
        if !missing.is_empty() {
            let catalogs = catalogs();
            for said in missing {
                let words = catalogs
                    .iter()
                    .map(|catalog| catalog.message(&said.message()));
                self.made.insert(said, words.collect::<Vec<_>>().join("\n"));
            }
        }
        for one in listed {
            let said = said_of(one);
            let in_numbers = days_of(one)
                .map(day_in_numbers)
                .collect::<Vec<_>>()
                .join("\n");
            let words = said.iter().filter_map(|said| self.made.get(said));
            let words: Vec<&str> = words
                .map(String::as_str)
                .chain([in_numbers.as_str()])
                .collect();
            one.found_by = Findable::new(&[&one.title, &one.firm_name, one.id.as_str()], &words);
        }
    }
}

fn days_of(listed: &CaseSummary) -> impl Iterator<Item = Day> {
    let moments = [listed.created, listed.updated];
    moments.into_iter().flatten().map(Moment::day)
}

fn said_of(listed: &CaseSummary) -> Vec<Said> {
    let mut said: Vec<Said> = days_of(listed).map(Said::Day).collect();
    if let Some(created) = listed.created.filter(|_| listed.title.is_empty()) {
        said.push(Said::BegunOn(created.day()));
    }
    let firm = listed.given_firm.as_ref();
    let known = |group: Group| {
        let code = group.of(firm?);
        let mut offered = group.offered().iter();
        let found = offered.find(|(known, _)| *known == code);
        found.map(|(_, name)| Said::State(name))
    };
    let groups = [Group::Trade, Group::Size];
    said.extend(groups.into_iter().filter_map(known));
    said.push(Said::State(match (listed.state, listed.counts) {
        (CaseState::Ok, Some(counts)) if counts.unanswered == 0 => "find-finished",
        (CaseState::Ok, Some(counts)) if counts.answered() == 0 => "find-not-begun",
        (state, _) => state.said().unwrap_or("find-begun"),
    }));
    said
}
