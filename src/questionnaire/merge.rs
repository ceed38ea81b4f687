//! Two states of one check become one: three ways against the state that both come from, or two ways without one.
//!
//! What only one side has changed is taken; what both have changed is beside each other until somebody decides. Points are
//! never added together: 1/3 and 2/3 would make a できている that nobody said. Knows no pack and no clock.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::case::{Case, Firm, Given, Information};
use crate::questionnaire::id::FormId;

mod entries;
mod unit;

use entries::{Entries, numbered};
use unit::{put, units_of};

pub use unit::{Held, Holder, Part, ProfileMember, Said, Unit};

/// What becomes of two states of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// What is theirs alone, or joined from both: taken unless somebody decides otherwise.
    pub taken: Vec<Difference>,
    /// What both have, and differently: stays ours until somebody decides.
    pub conflicts: Vec<Difference>,
    /// What was settled by a rule, and is to be said.
    pub told: Vec<Told>,
    ours: Case,
    /// Our list, each entry with a number.
    list: Vec<Information>,
    theirs: Case,
    /// The order of forms and of the list was changed by them alone.
    order: Option<Order>,
    /// The last number that either side has given.
    numbered: u32,
}

/// What both sides hold of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub unit: Unit,
    pub base: Option<Held>,
    pub ours: Option<Held>,
    pub theirs: Option<Held>,
    /// What is put there, if it is taken.
    pub taken: Option<Held>,
}

/// What somebody says about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Ours,
    Theirs,
    /// Nobody can tell: the answer becomes わからない. For anything but an answer it is as `Later`.
    Unknown,
    /// Not now: it stays ours.
    Later,
}

/// What was decided, by unit. What is not in it is taken, or left for later.
pub type Decisions = BTreeMap<Unit, Decision>;

/// What was settled by a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Both had given the same number to different things: theirs has another one now.
    Renumbered { what: String, from: u32, to: u32 },
    /// Something that this version of the program does not know differs: ours stays.
    KeptUnknown(Unit, Held),
}

/// Which check two states are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    SameCheck,
    /// Two checks of one firm.
    SameFirm,
    /// Nothing says that they have to do with each other.
    Strangers,
}

impl Kinship {
    #[must_use]
    pub fn of(a: &Case, b: &Case) -> Self {
        let firm = |case: &Case| case.firm.as_ref().map(|firm| firm.id.clone());
        match (firm(a), firm(b)) {
            // The same id by chance, or by a copy that was made another firm's.
            (Some(a), Some(b)) if a != b => Self::Strangers,
            _ if a.id == b.id => Self::SameCheck,
            (Some(_), Some(_)) => Self::SameFirm,
            _ => Self::Strangers,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Order {
    forms: bool,
    list: Vec<Option<u32>>,
}

/// What is to be done with a unit.
enum Settled {
    Kept,
    Taken(Option<Held>),
    Conflict,
    KeptUnknown,
}

impl Difference {
    /// It is an answer, and theirs claims more than ours: somebody is to look at it before it is taken. What was not
    /// answered before has not become better.
    #[must_use]
    pub fn is_better(&self) -> bool {
        match (&self.ours, &self.theirs) {
            (Some(Held::Said(ours)), Some(Held::Said(theirs))) => theirs.claims_more_than(ours),
            _ => false,
        }
    }

    #[must_use]
    pub fn is_answer(&self) -> bool {
        matches!(self.unit, Unit::Answer(_, _, Part::Said))
    }

    /// Neither answer, because nobody can tell.
    fn unknown(&self) -> Option<Held> {
        let answered = [&self.ours, &self.theirs].map(|held| match held {
            Some(Held::Said(said)) => said.answered,
            _ => None,
        });
        self.is_answer().then(|| {
            Held::Said(Box::new(Said {
                given: Some(Given::Unknown),
                answered: answered.into_iter().flatten().max(),
                ..Said::default()
            }))
        })
    }
}

impl Said {
    /// Whether this closes something that the earlier answer left open.
    fn claims_more_than(&self, earlier: &Self) -> bool {
        let Some(before) = &earlier.given else {
            return false;
        };
        let none = |said: &Self| said.none.clone().unwrap_or_default();
        match (before, &self.given) {
            (_, None | Some(Given::Unknown))
            | (Given::NotApplicable(_), Some(Given::NotApplicable(_))) => false,
            (_, Some(Given::NotApplicable(_))) => true,
            (_, Some(Given::Points(points))) => {
                let gains = points
                    .iter()
                    .any(|(point, is_there)| *is_there && !before.has(point));
                let had = none(earlier);
                let mut more = none(self).into_iter().filter(|point| !had.contains(point));
                gains || more.any(|point| !before.has(&point))
            }
        }
    }

    /// The same answer, whenever and by whomever.
    fn says_the_same(&self, other: &Self) -> bool {
        self.given == other.given && self.none == other.none
    }
}

impl Merge {
    /// `base` is the state that both come from. Without one nothing counts as deleted.
    #[must_use]
    pub fn of(base: Option<&Case>, ours: &Case, theirs: &Case) -> Self {
        let entries = Entries::of(base, ours, theirs);
        let before = base.map(|base| units_of(base, &entries.base));
        let our_units = units_of(ours, &entries.ours);
        let their_units = units_of(theirs, &entries.theirs);
        let all: BTreeSet<&Unit> = our_units.keys().chain(their_units.keys()).collect();
        let mut taken = Vec::new();
        let mut conflicts = Vec::new();
        let renumbered = entries.renumbered.iter();
        let mut told: Vec<Told> = renumbered
            .map(|(from, entry)| Told::Renumbered {
                what: entry.what.clone(),
                from: *from,
                to: entry.number.unwrap_or(0),
            })
            .collect();
        for unit in all {
            let was = before.as_ref().and_then(|before| before.get(unit));
            let (here, there) = (our_units.get(unit), their_units.get(unit));
            let difference = |taken: Option<Held>| Difference {
                unit: unit.clone(),
                base: was.cloned(),
                ours: here.cloned(),
                theirs: there.cloned(),
                taken,
            };
            match settle(unit, base.is_some(), was, here, there) {
                Settled::Kept => {}
                Settled::Taken(held) => taken.push(difference(held)),
                Settled::Conflict => conflicts.push(difference(there.cloned())),
                Settled::KeptUnknown => {
                    told.extend(there.map(|held| Told::KeptUnknown(unit.clone(), held.clone())));
                }
            }
        }
        let order = base.map(|base| Order {
            forms: base.forms == ours.forms,
            list: if in_order(&entries.base) == in_order(&entries.ours) {
                in_order(&entries.theirs)
            } else {
                Vec::new()
            },
        });
        Self {
            taken,
            conflicts,
            told,
            ours: ours.clone(),
            list: entries.ours,
            theirs: theirs.clone(),
            order,
            numbered: ours.numbered.max(theirs.numbered),
        }
    }

    /// What has become better on their side alone: to be looked at before it is taken.
    pub fn to_look_at(&self) -> impl Iterator<Item = &Difference> {
        self.taken
            .iter()
            .filter(|difference| difference.is_better())
    }

    /// Nothing of theirs is missing here.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.conflicts.is_empty() && self.apply(&Decisions::new()) == self.ours
    }

    /// Our case with what is taken and what was decided. Its revision is above both; when it was changed is for
    /// whoever has a clock. Where nothing changes it is our case as it was.
    #[must_use]
    pub fn apply(&self, decisions: &Decisions) -> Case {
        let mut case = self.ours.clone();
        case.information.clone_from(&self.list);
        if let (None, Some(firm)) = (&case.firm, &self.theirs.firm) {
            case.firm = Some(Firm {
                id: firm.id.clone(),
                pseudonym: firm.pseudonym.clone(),
                ..Firm::default()
            });
        }
        let taken = self.taken.iter().map(|it| (it, Decision::Theirs));
        let conflicts = self.conflicts.iter().map(|it| (it, Decision::Later));
        for (difference, otherwise) in taken.chain(conflicts) {
            let decision = decisions.get(&difference.unit).unwrap_or(&otherwise);
            match decision {
                Decision::Ours | Decision::Later => {}
                Decision::Theirs => put(&mut case, &difference.unit, difference.taken.clone()),
                Decision::Unknown => {
                    if let Some(unknown) = difference.unknown() {
                        put(&mut case, &difference.unit, Some(unknown));
                    }
                }
            }
        }
        self.put_in_order(&mut case);
        let numbers = case.information.iter().filter_map(|entry| entry.number);
        case.numbered = numbers.fold(self.numbered, u32::max);
        if self.is_ours(&case) {
            return self.ours.clone();
        }
        case.revision = self
            .ours
            .revision
            .max(self.theirs.revision)
            .saturating_add(1);
        case.updated = self.ours.updated.max(self.theirs.updated);
        case
    }

    /// The forms that are chosen on our side.
    #[must_use]
    pub fn forms(&self) -> &[FormId] {
        &self.ours.forms
    }

    /// Nothing has come to it but numbers that each entry gets at its next save.
    fn is_ours(&self, case: &Case) -> bool {
        let mut ours = self.ours.clone();
        ours.information = numbered(&self.ours);
        let highest = ours.information.iter().filter_map(|entry| entry.number);
        ours.numbered = highest.fold(ours.numbered, u32::max);
        *case == ours
    }

    fn put_in_order(&self, case: &mut Case) {
        let Some(order) = &self.order else { return };
        if order.forms {
            let place = |form: &_| self.theirs.forms.iter().position(|it| it == form);
            case.forms
                .sort_by_key(|form| place(form).unwrap_or(usize::MAX));
        }
        let place = |entry: &Information| order.list.iter().position(|it| *it == entry.number);
        case.information
            .sort_by_key(|entry| place(entry).unwrap_or(usize::MAX));
    }
}

fn in_order(list: &[Information]) -> Vec<Option<u32>> {
    list.iter().map(|entry| entry.number).collect()
}

/// `was` is what the base holds, if there is one.
fn settle(
    unit: &Unit,
    has_base: bool,
    was: Option<&Held>,
    ours: Option<&Held>,
    theirs: Option<&Held>,
) -> Settled {
    if ours == theirs {
        return Settled::Kept;
    }
    let (is_theirs_alone, is_ours_alone) = if has_base {
        (was == ours, was == theirs)
    } else {
        (ours.is_none(), theirs.is_none())
    };
    if is_theirs_alone {
        return Settled::Taken(theirs.cloned());
    }
    if is_ours_alone {
        return Settled::Kept;
    }
    match (unit, ours, theirs) {
        (Unit::Answer(_, _, Part::Note | Part::Draft), _, _) => {
            match joined(words(ours), words(theirs)) {
                both if both == words(ours) => Settled::Kept,
                both => Settled::Taken(Some(Held::Text(both))),
            }
        }
        (_, Some(Held::Said(here)), Some(Held::Said(there))) if here.says_the_same(there) => {
            // Who has looked at it last.
            let last = |said: &Said| (said.answered, said.answered_by.clone());
            if last(there) > last(here) {
                Settled::Taken(theirs.cloned())
            } else {
                Settled::Kept
            }
        }
        (Unit::Version(_), _, _) => Settled::Kept,
        (Unit::Other(..) | Unit::Answer(_, _, Part::Other(_) | Part::TaskOther(_)), _, _) => {
            Settled::KeptUnknown
        }
        _ => Settled::Conflict,
    }
}

fn words(held: Option<&Held>) -> &str {
    match held {
        Some(Held::Text(text)) => text,
        _ => "",
    }
}

/// Both texts, ordered so that it does not matter on which side they were; one that contains the other is enough.
fn joined(a: &str, b: &str) -> String {
    if a.contains(b) {
        a.to_owned()
    } else if b.contains(a) {
        b.to_owned()
    } else {
        format!("{}\n{}", a.min(b), a.max(b))
    }
}
