//! What many firms have in common: how many have which item not in place, and what comes first. Exactly, for the advisor
//! alone; or so that no group of under five firms can be told from it, for others. Pure; knows no words.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::id::{MeasureId, PackId, QuestionId};

/// No group of fewer firms is shown to others.
pub const LEAST: usize = 5;

/// More groups than this are not told apart for others: the smallest go into the rest.
const MOST_GROUPS: usize = 8;

/// An item of a pack.
pub type ItemKey = (PackId, QuestionId);
/// A measure for it.
pub type ActionKey = (PackId, QuestionId, MeasureId);

/// A firm, by its newest check and the one before that.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirmFacts {
    pub name: String,
    pub trade: String,
    pub size: String,
    pub now: CheckFacts,
    pub before: Option<CheckFacts>,
}

/// What a check amounts to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckFacts {
    pub gaps: BTreeSet<ItemKey>,
    /// What comes first in its plan.
    pub first: BTreeSet<ActionKey>,
}

/// By what firms are put into groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Trade,
    Size,
}

impl FirmFacts {
    fn label(&self, by: By) -> &str {
        match by {
            By::Trade => self.trade.trim(),
            By::Size => self.size.trim(),
        }
    }
}

/// A group of firms.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// None for the rest, into which small groups are folded.
    pub label: Option<&'a str>,
    pub firms: Vec<&'a FirmFacts>,
}

impl Group<'_> {
    /// How many of them have it not in place.
    #[must_use]
    pub fn with_gap(&self, item: &ItemKey) -> usize {
        let firms = self.firms.iter();
        firms.filter(|firm| firm.now.gaps.contains(item)).count()
    }
}

/// The groups of these firms as they are, by their labels.
#[must_use]
pub fn groups(firms: &[FirmFacts], by: By) -> Vec<Group<'_>> {
    let mut found: BTreeMap<&str, Vec<&FirmFacts>> = BTreeMap::new();
    for firm in firms {
        found.entry(firm.label(by)).or_default().push(firm);
    }
    let groups = found.into_iter();
    groups
        .map(|(label, firms)| Group {
            label: Some(label),
            firms,
        })
        .collect()
}

/// The groups of these firms for others: what has fewer than [`LEAST`] firms is folded into one without a label, and that
/// has no fewer either.
#[must_use]
pub fn folded_groups(firms: &[FirmFacts], by: By) -> Vec<Group<'_>> {
    let mut kept = groups(firms, by);
    kept.sort_by_key(|group| std::cmp::Reverse(group.firms.len()));
    let mut rest: Vec<&FirmFacts> = Vec::new();
    while let Some(smallest) = kept.last() {
        let is_small = smallest.firms.len() < LEAST;
        let is_rest_small = !rest.is_empty() && rest.len() < LEAST;
        if !is_small && !is_rest_small && kept.len() < MOST_GROUPS {
            break;
        }
        rest.extend(kept.pop().into_iter().flat_map(|group| group.firms));
    }
    kept.sort_by_key(|group| group.label);
    if !rest.is_empty() {
        kept.push(Group {
            label: None,
            firms: rest,
        });
    }
    kept
}

/// A count as others see it: the next lower multiple of five. So no two of them differ by a group under five.
#[must_use]
pub fn coarse(count: usize) -> usize {
    count / LEAST * LEAST
}

/// How many firms have an item not in place, as others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRow {
    pub item: ItemKey,
    pub all: usize,
    /// By trade, then by size; None where the numbers beside each other would tell of a small group.
    pub by_trade: Option<Vec<usize>>,
    pub by_size: Option<Vec<usize>>,
}

/// All that others see of many firms.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared<'a> {
    pub firms: usize,
    pub trades: Vec<Group<'a>>,
    pub sizes: Vec<Group<'a>>,
    pub rows: Vec<SharedRow>,
    /// What comes first, most often first.
    pub actions: Vec<(ActionKey, usize)>,
    /// How many firms have a check before this one, and of them how many had and have each item not in place.
    pub compared: usize,
    pub before_and_now: Vec<(ItemKey, usize, usize)>,
}

impl<'a> Shared<'a> {
    /// None where there are too few firms for anything to be said of them.
    #[must_use]
    pub fn of(firms: &'a [FirmFacts], items: &[ItemKey]) -> Option<Self> {
        if firms.len() < LEAST {
            return None;
        }
        let trades = folded_groups(firms, By::Trade);
        let sizes = folded_groups(firms, By::Size);
        let rows = items
            .iter()
            .map(|item| shared_row(firms, &trades, &sizes, item));
        let compared: Vec<&FirmFacts> = firms.iter().filter(|firm| firm.before.is_some()).collect();
        let is_enough = compared.len() >= LEAST;
        let before_and_now = items.iter().map(|item| {
            let had = |firm: &&&FirmFacts| {
                let before = firm.before.as_ref();
                before.is_some_and(|before| before.gaps.contains(item))
            };
            let has = |firm: &&&FirmFacts| firm.now.gaps.contains(item);
            (
                item.clone(),
                coarse(compared.iter().filter(had).count()),
                coarse(compared.iter().filter(has).count()),
            )
        });
        Some(Self {
            firms: coarse(firms.len()),
            rows: rows.collect(),
            // By what others see: the order among equals must tell them nothing.
            actions: most_often_by(firms, coarse)
                .into_iter()
                .map(|(action, count)| (action, coarse(count)))
                .filter(|(_, count)| *count > 0)
                .collect(),
            compared: if is_enough { coarse(compared.len()) } else { 0 },
            before_and_now: if is_enough {
                before_and_now.collect()
            } else {
                Vec::new()
            },
            trades,
            sizes,
        })
    }
}

/// What comes first in most plans; of two that are alike, in the order of their ids.
#[must_use]
pub fn most_often(firms: &[FirmFacts]) -> Vec<(ActionKey, usize)> {
    most_often_by(firms, |count| count)
}

/// As [`most_often`], where counts that come to the same are alike.
fn most_often_by(firms: &[FirmFacts], seen: fn(usize) -> usize) -> Vec<(ActionKey, usize)> {
    let mut counts: BTreeMap<&ActionKey, usize> = BTreeMap::new();
    for action in firms.iter().flat_map(|firm| &firm.now.first) {
        *counts.entry(action).or_default() += 1;
    }
    let mut counts: Vec<(ActionKey, usize)> = counts
        .into_iter()
        .map(|(action, count)| (action.clone(), count))
        .collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(seen(*count)));
    counts
}

fn shared_row(
    firms: &[FirmFacts],
    trades: &[Group<'_>],
    sizes: &[Group<'_>],
    item: &ItemKey,
) -> SharedRow {
    let count = |groups: &[Group<'_>]| -> Vec<usize> {
        groups
            .iter()
            .map(|group| coarse(group.with_gap(item)))
            .collect()
    };
    let all = firms
        .iter()
        .filter(|firm| firm.now.gaps.contains(item))
        .count();
    let row = SharedRow {
        item: item.clone(),
        all: coarse(all),
        by_trade: Some(count(trades)),
        by_size: Some(count(sizes)),
    };
    if tells_of_few(&row, trades, sizes) {
        return SharedRow {
            by_trade: None,
            by_size: None,
            ..row
        };
    }
    row
}

/// From the least to the most that a number can be.
type Range = (usize, usize);

/// Whether somebody who puts the numbers of this row beside each other, and knows how they are made, is sure of a group
/// of one to four firms: in any groups together, with the item in place or not.
fn tells_of_few(row: &SharedRow, trades: &[Group<'_>], sizes: &[Group<'_>]) -> bool {
    let (Some(by_trade), Some(by_size)) = (&row.by_trade, &row.by_size) else {
        return false;
    };
    let ranges = |counts: &[usize], groups: &[Group<'_>]| -> Vec<Range> {
        let most = groups
            .iter()
            .map(|group| coarse(group.firms.len()) + LEAST - 1);
        let counts = counts.iter().zip(most);
        counts
            .map(|(count, most)| (*count, (count + LEAST - 1).min(most)))
            .collect()
    };
    let (by_trade, by_size) = (ranges(by_trade, trades), ranges(by_size, sizes));
    let sum = |ranges: &[Range]| -> Range {
        let least = ranges.iter().map(|range| range.0).sum();
        (least, ranges.iter().map(|range| range.1).sum())
    };
    let (trade, size) = (sum(&by_trade), sum(&by_size));
    let all = (
        row.all.max(trade.0).max(size.0),
        (row.all + LEAST - 1).min(trade.1).min(size.1),
    );
    tells(&by_trade, trades, all) || tells(&by_size, sizes, all)
}

fn tells(ranges: &[Range], groups: &[Group<'_>], all: Range) -> bool {
    let is_few = |range: Range| range.0 >= 1 && range.1 < LEAST;
    let subsets = 1_u32 << ranges.len();
    (1..subsets).any(|chosen| {
        let (mut inside, mut outside, mut firms) = ((0, 0), (0, 0), 0);
        for (at, range) in ranges.iter().enumerate() {
            let sum = if chosen >> at & 1 == 1 {
                firms += coarse(groups[at].firms.len());
                &mut inside
            } else {
                &mut outside
            };
            *sum = (sum.0 + range.0, sum.1 + range.1);
        }
        let with = (
            inside.0.max(all.0.saturating_sub(outside.1)),
            inside.1.min(all.1.saturating_sub(outside.0)),
        );
        let count = chosen.count_ones() as usize;
        let without = (
            firms.saturating_sub(with.1),
            (firms + count * (LEAST - 1)).saturating_sub(with.0),
        );
        is_few(with) || is_few(without)
    })
}
