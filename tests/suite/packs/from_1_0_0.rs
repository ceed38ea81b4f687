//! Answers to the packs of 1.0.0, at random, with the packs of today: nothing is lost, nothing is better than what was
//! said, and whatever became of an outcome is told. The packs of then are in `tests/fixtures/packs-1.0.0`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use mamori::questionnaire::carry::{OrphanPart, carry, orphans, pack_change};
use mamori::questionnaire::case::{Case, Given, PointState};
use mamori::questionnaire::check::check;
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::result::WalkResult;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use serde_json::{Map, Value, json};

use super::{FIRST, SECOND, first, json, second};

static OF_THEN: LazyLock<(Pack, Pack)> = LazyLock::new(|| {
    let old = |path: &str| json(&path.replace("criteria", "tests/fixtures/packs-1.0.0"));
    let first = check(&old(FIRST), None).expect("the first pack of then");
    let second = check(&old(SECOND), Some(&first)).expect("the second pack of then");
    (first, second)
});
static OF_TODAY: LazyLock<(Pack, Pack)> = LazyLock::new(|| (first(), second()));

/// What somebody may have said to one question, before it is known which.
#[derive(Clone, Debug)]
struct Said {
    /// 0 and 1: points at random; 2: all of them; 3: わからない; 4: 当てはまらない; 5: nothing.
    kind: u8,
    points: [bool; 4],
    measure: Option<Index>,
    record: Option<Index>,
    note: bool,
}

fn said() -> impl Strategy<Value = Said> {
    (
        0..6u8,
        any::<[bool; 4]>(),
        any::<Option<Index>>(),
        any::<Option<Index>>(),
        any::<bool>(),
    )
        .prop_map(|(kind, points, measure, record, note)| Said {
            kind,
            points,
            measure,
            record,
            note,
        })
}

fn answers(pack: &Pack, said: &[Said]) -> Value {
    let mut answers = Map::new();
    for (question, said) in pack.questions.iter().zip(said) {
        let points: BTreeMap<&str, bool> = question
            .all_points
            .iter()
            .zip(said.points)
            .map(|(point, is_there)| (point.id.as_str(), is_there || said.kind == 2))
            .collect();
        let mut answer = json!({"note": if said.note { "メモ" } else { "" }});
        match said.kind {
            3 => answer["given"] = json!("unknown"),
            4 if !question.may_not_apply.is_empty() => {
                let reason = question.may_not_apply[0].get(&["ja"]);
                answer["given"] = json!({ "not-applicable": reason });
            }
            5 => {}
            _ => answer["given"] = json!({ "points": points }),
        }
        let id = |index: Index| index.get(&question.all_measures).id.as_str();
        if let Some(measure) = said.measure {
            answer["task"] = json!({"measure": id(measure), "who": "社長"});
        }
        if let Some(record) = said.record {
            answer["records"] = json!({ id(record): "there" });
        }
        answers.insert(question.id.to_string(), answer);
    }
    Value::Object(answers)
}

fn case(packs: [&Pack; 2], forms: &[&str], said: &[Said]) -> Case {
    let (one, two) = said.split_at(packs[0].questions.len());
    let walk =
        |pack: &Pack, said| json!({"version": "1.0.0", "at": null, "answers": answers(pack, said)});
    let case = json!({
        "format": 1, "id": "k7q2m4xw", "revision": 1, "title": "",
        "created": "2026-05-20T16:40:00+09:00", "updated": "2026-05-20T16:40:00+09:00",
        "forms": forms, "walk": packs[0].id,
        "walks": {
            packs[0].id.as_str(): walk(packs[0], one),
            packs[1].id.as_str(): walk(packs[1], two),
        },
    });
    serde_json::from_value(case).expect("a case")
}

/// Higher is nearer to what is asked for. 当てはまらない and わからない are no step of it.
fn step(outcome: Outcome) -> Option<u8> {
    match outcome {
        Outcome::NotMet => Some(0),
        Outcome::Partly => Some(1),
        Outcome::Met => Some(2),
        Outcome::Unknown | Outcome::NotApplicable | Outcome::Unanswered => None,
    }
}

fn nothing_is_lost(pack: &Pack, before: &Case, after: &Case) {
    let (then, now) = (before.walk(&pack.id), after.walk(&pack.id));
    let (then, now) = (then.expect("a walk"), now.expect("a walk"));
    let without_home = orphans(pack, Some(now));
    for (id, old) in &then.answers {
        let question = pack.question(id).expect("no question is gone");
        let new = &now.answers[id];
        assert_eq!((&new.note, &new.task), (&old.note, &old.task), "{id}");
        assert_eq!(new.records, old.records, "{id}");
        let Some(Given::Points(points)) = &old.given else {
            assert_eq!(new.given, old.given, "{id}");
            continue;
        };
        for (point, is_there) in points {
            let home = question.all_points.iter().find(|one| one.id == *point);
            if let Some(home) = home {
                let is_still = new.state_of(home) == PointState::There;
                assert_eq!(is_still, *is_there, "{id}: {point}");
                continue;
            }
            let told = without_home.iter().find(|orphan| {
                orphan.question == id
                    && matches!(orphan.part, OrphanPart::Point(old, _) if old == point)
            });
            let told = told.unwrap_or_else(|| panic!("{id}: {point} is nowhere"));
            assert!(told.why.is_some(), "{id}: {point} is gone without a reason");
        }
    }
    for orphan in without_home {
        let is_point = matches!(orphan.part, OrphanPart::Point(..));
        assert!(is_point, "no measure of then is gone: {orphan:?}");
    }
}

fn nothing_is_better_unsaid(then: &WalkResult<'_>, now: &WalkResult<'_>, after: &Case) {
    let mut changed = 0;
    for old in &then.items {
        let id = &old.question.id;
        let mut asked = now.items.iter();
        let new = asked.find(|item| item.question.id == *id);
        let new = new.unwrap_or_else(|| panic!("{id} is not asked any more"));
        changed += usize::from(new.outcome != old.outcome);
        let (before, after) = (step(old.outcome), step(new.outcome));
        assert_eq!(before.is_some(), after.is_some(), "{id}");
        assert!(after <= before, "{id}: {before:?} {after:?}");
        let (in_place, points) = new.points();
        assert!(new.outcome != Outcome::Met || in_place == points, "{id}");
    }
    let told = pack_change(now, after.walk(&now.pack.id));
    assert!(changed == 0 || told.is_some(), "{changed} changes untold");
}

proptest! {
    #[test]
    fn any_answers_to_1_0_0_keep_all_they_said_and_say_no_more(
        forms in subsequence(vec!["paper", "data", "object"], 1..=3),
        said in vec(said(), 24),
    ) {
        let before = case([&OF_THEN.0, &OF_THEN.1], &forms, &said);
        for (old, new) in [(&OF_THEN.0, &OF_TODAY.0), (&OF_THEN.1, &OF_TODAY.1)] {
            let mut after = before.clone();
            carry(&mut after, new);
            nothing_is_lost(new, &before, &after);
            let then = WalkResult::of(old, &before);
            nothing_is_better_unsaid(&then, &WalkResult::of(new, &after), &after);
        }
    }
}

// Somebody who had everything in place is told how much of it is asked anew.
#[test]
fn a_check_with_everything_in_place_is_told_what_is_new() {
    let all = Said {
        kind: 2,
        points: [true; 4],
        measure: None,
        record: None,
        note: false,
    };
    let case = case(
        [&OF_THEN.0, &OF_THEN.1],
        &["paper", "data", "object"],
        &vec![all; 24],
    );
    let told = |pack: &Pack| {
        let change = pack_change(&WalkResult::of(pack, &case), case.walk(&pack.id));
        let change = change.expect("told");
        (
            change.orphans,
            change.new_points,
            change.gaps_before,
            change.gaps_now,
        )
    };
    // handling-rules, who-may-see, yearly-check, leavers, portable-media (two), visitors-and-photos
    assert_eq!(told(&OF_TODAY.0), (1, 7, 0, 6));
    // levels-and-marks (three), teach-everyone
    assert_eq!(told(&OF_TODAY.1), (2, 4, 0, 2));
}
