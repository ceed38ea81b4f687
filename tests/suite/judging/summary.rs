//! What is counted over many firms: exactly for who looks after them, and for others so that nobody is found in it.

use std::collections::BTreeSet;

use mamori::questionnaire::id::{MeasureId, PackId, QuestionId};
use mamori::questionnaire::summary::{
    By, CheckFacts, FirmFacts, Group, ItemKey, LEAST, Shared, coarse, folded_groups, groups,
    most_often,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn item(number: usize) -> ItemKey {
    (PackId::new("pack"), QuestionId::new(&format!("q{number}")))
}

fn facts(gaps: &[bool]) -> CheckFacts {
    let gaps: BTreeSet<ItemKey> = gaps
        .iter()
        .enumerate()
        .filter(|(_, gap)| **gap)
        .map(|(number, _)| item(number))
        .collect();
    let first = gaps
        .iter()
        .map(|(pack, question)| (pack.clone(), question.clone(), MeasureId::new("m")));
    CheckFacts {
        first: first.collect(),
        gaps,
    }
}

/// A firm of one of three trades and sizes, some with a check before.
fn firm() -> impl Strategy<Value = FirmFacts> {
    let gaps = || vec(any::<bool>(), 2);
    (0..4_usize, 0..3_usize, gaps(), proptest::option::of(gaps())).prop_map(
        |(trade, size, now, before)| FirmFacts {
            name: "x".to_owned(),
            trade: ["", "鋳造", "樹脂", "電機"][trade].to_owned(),
            size: ["1-5", "6-20", ""][size].to_owned(),
            now: facts(&now),
            before: before.as_deref().map(facts),
        },
    )
}

/// Every way in which the numbers of these groups can be that sum up to `all`: all that somebody can think who sees them.
fn worlds(shown: &[usize], groups: &[Group<'_>]) -> Vec<Vec<usize>> {
    let mut worlds: Vec<Vec<usize>> = vec![Vec::new()];
    for (count, group) in shown.iter().zip(groups) {
        let most = coarse(group.firms.len()) + LEAST - 1;
        let possible: Vec<usize> = (*count..(count + LEAST).min(most + 1)).collect();
        worlds = worlds
            .iter()
            .flat_map(|world| {
                possible
                    .iter()
                    .map(move |count| [&world[..], &[*count]].concat())
            })
            .collect();
    }
    worlds
}

/// The sums that each set of groups can have.
fn sums(worlds: &[&Vec<usize>], chosen: u32) -> BTreeSet<usize> {
    let sum = |world: &&Vec<usize>| {
        let counts = world.iter().enumerate();
        counts
            .filter(|(at, _)| chosen >> at & 1 == 1)
            .map(|(_, count)| *count)
            .sum()
    };
    worlds.iter().map(sum).collect()
}

fn are_few(sums: &BTreeSet<usize>) -> bool {
    sums.iter().all(|sum| (1..LEAST).contains(sum))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_combination_of_the_printed_numbers_gives_a_group_under_five(firms in vec(firm(), 5..45)) {
        let items = [item(0), item(1)];
        let shared = Shared::of(&firms, &items).expect("enough firms");
        for group in shared.trades.iter().chain(&shared.sizes) {
            prop_assert!(group.firms.len() >= LEAST, "{:?}", group.label);
        }
        let mut printed: Vec<usize> = vec![shared.firms, shared.compared];
        printed.extend(shared.actions.iter().map(|(_, count)| *count));
        printed.extend(shared.before_and_now.iter().flat_map(|(_, before, now)| [*before, *now]));
        for row in &shared.rows {
            printed.push(row.all);
            printed.extend(row.by_trade.iter().flatten());
            printed.extend(row.by_size.iter().flatten());
        }
        // Whatever is added or taken away, it is no number from one to four.
        prop_assert!(printed.iter().all(|count| count % LEAST == 0));
        for row in &shared.rows {
            let (Some(by_trade), Some(by_size)) = (&row.by_trade, &row.by_size) else { continue };
            let (trades, sizes) = (worlds(by_trade, &shared.trades), worlds(by_size, &shared.sizes));
            let all: BTreeSet<usize> = (row.all..row.all + LEAST).collect();
            let totals = |worlds: &[Vec<usize>]| -> BTreeSet<usize> {
                worlds.iter().map(|world| world.iter().sum()).collect()
            };
            let (of_trades, of_sizes) = (totals(&trades), totals(&sizes));
            let possible = |total: &usize| all.contains(total) && of_trades.contains(total) && of_sizes.contains(total);
            for (worlds, groups) in [(&trades, &shared.trades), (&sizes, &shared.sizes)] {
                let left: Vec<&Vec<usize>> = worlds.iter().filter(|world| possible(&world.iter().sum())).collect();
                prop_assert!(!left.is_empty());
                for chosen in 1..1_u32 << groups.len() {
                    prop_assert!(!are_few(&sums(&left, chosen)), "{row:?} {chosen:b}");
                }
            }
        }
    }

    #[test]
    fn every_firm_is_in_one_group_whatever_is_folded(firms in vec(firm(), 5..45)) {
        for by in [By::Trade, By::Size] {
            let exactly: usize = groups(&firms, by).iter().map(|group| group.firms.len()).sum();
            let folded: usize = folded_groups(&firms, by).iter().map(|group| group.firms.len()).sum();
            prop_assert_eq!((exactly, folded), (firms.len(), firms.len()));
        }
    }
}

#[test]
fn of_fewer_than_five_firms_nothing_is_said_to_others() {
    let firm = FirmFacts {
        now: facts(&[true, false]),
        ..FirmFacts::default()
    };
    assert_eq!(Shared::of(&vec![firm.clone(); 4], &[item(0)]), None);
    let five = vec![firm; 5];
    let shared = Shared::of(&five, &[item(0), item(1)]).expect("five");
    assert_eq!(
        (shared.firms, shared.rows[0].all, shared.rows[1].all),
        (5, 5, 0)
    );
}

#[test]
fn groups_whose_numbers_beside_each_other_would_tell_are_left_out() {
    // Five sizes with four firms each that have it not in place, in one trade: 20 in all leaves nothing open.
    let mut firms = Vec::new();
    for size in ["a", "b", "c", "d", "e"] {
        for number in 0..5 {
            firms.push(FirmFacts {
                trade: "鋳造".to_owned(),
                size: size.to_owned(),
                now: facts(&[number < 4]),
                ..FirmFacts::default()
            });
        }
    }
    let shared = Shared::of(&firms, &[item(0)]).expect("enough");
    assert_eq!(shared.rows[0].all, 20);
    assert_eq!(shared.rows[0].by_size, None);
}

#[test]
fn for_oneself_what_comes_first_in_most_plans_stands_first_also_among_few() {
    let plan = |gaps: &[bool]| FirmFacts {
        now: facts(gaps),
        ..FirmFacts::default()
    };
    // By their ids the first one would stand before the third.
    let firms = [
        plan(&[true, false, true]),
        plan(&[false, true, true]),
        plan(&[false, true, true]),
    ];
    let order: Vec<_> = most_often(&firms)
        .into_iter()
        .map(|((_, question, _), count)| (question.to_string(), count))
        .collect();
    let expected = [("q2", 3), ("q1", 2), ("q0", 1)];
    assert_eq!(order, expected.map(|(id, count)| (id.to_owned(), count)));
}
