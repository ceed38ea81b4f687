//! Two states of one check become one: nothing is lost, nothing becomes better than somebody said, and doing it again
//! changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use mamori::questionnaire::case::{Answer, Case, Given, Information, Task};
use mamori::questionnaire::id::{PackId, PointId, QuestionId};
use mamori::questionnaire::merge::{Decision, Decisions, Held, Kinship, Merge, Part, Told, Unit};
use mamori::questionnaire::moment::Moment;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::random::{case_for, names, pack_and_case};

const PACK: &str = "tics-minimum";

fn at(day: u32) -> Moment {
    Moment::parse(&format!("2026-11-{day:02}T10:00:00+09:00")).expect("a moment")
}

fn read(raw: &Value) -> Case {
    serde_json::from_value(raw.clone()).expect("a case")
}

/// A check with one answered question and two things on its list.
fn handed() -> Case {
    read(&json!({
        "format": 1, "id": "k7q2m4xw", "revision": 5, "title": "本社工場",
        "created": "2026-11-01T10:00:00+09:00", "updated": "2026-11-05T10:00:00+09:00",
        "forms": ["paper"], "numbered": 2,
        "information": [{"what": "図面", "form": null, "number": 1}, {"what": "治具", "form": null, "number": 2}],
        "walk": PACK,
        "walks": {PACK: {"version": "1.0.0", "at": "passwords", "answers": {
            "passwords": {"given": {"points": {"a": false, "b": false, "c": false}}, "answered": "2026-11-05T10:00:00+09:00"},
        }}},
    }))
}

fn answer<'a>(case: &'a mut Case, question: &str) -> &'a mut Answer {
    let walk = case.walks.get_mut(&PackId::new(PACK)).expect("the walk");
    walk.answers.entry(QuestionId::new(question)).or_default()
}

fn points(there: &[&str]) -> Given {
    let point = |id| (PointId::new(id), there.contains(&id));
    Given::Points(["a", "b", "c"].map(point).into())
}

fn say(case: &mut Case, question: &str, given: Given, day: u32, who: &str) {
    let answer = answer(case, question);
    answer.given = Some(given);
    answer.answered = Some(at(day));
    who.clone_into(&mut answer.answered_by);
}

fn said(question: &str) -> Unit {
    Unit::Answer(PackId::new(PACK), QuestionId::new(question), Part::Said)
}

fn merged(base: Option<&Case>, ours: &Case, theirs: &Case) -> Case {
    Merge::of(base, ours, theirs).apply(&Decisions::new())
}

fn entry(number: u32, what: &str) -> Information {
    Information {
        what: what.to_owned(),
        number: Some(number),
        ..Information::default()
    }
}

fn listed(case: &Case) -> Vec<(u32, &str)> {
    let entries = case.information.iter();
    entries
        .map(|entry| (entry.number.expect("a number"), entry.what.as_str()))
        .collect()
}

#[test]
fn one_third_and_two_thirds_never_make_a_whole() {
    let base = handed();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    say(&mut ours, "passwords", points(&["a"]), 20, "自分");
    say(&mut theirs, "passwords", points(&["b", "c"]), 18, "佐藤");
    let merge = Merge::of(Some(&base), &ours, &theirs);
    assert_eq!(merge.taken, []);
    assert_eq!(merge.conflicts.len(), 1);
    let given = |decision| {
        let decisions = Decisions::from([(said("passwords"), decision)]);
        let case = merge.apply(&decisions);
        let walk = &case.walks[&PackId::new(PACK)];
        let answer = &walk.answers[&QuestionId::new("passwords")];
        (answer.given.clone(), answer.answered_by.clone())
    };
    assert_eq!(given(Decision::Ours), (Some(points(&["a"])), "自分".into()));
    assert_eq!(given(Decision::Later), given(Decision::Ours));
    let theirs = (Some(points(&["b", "c"])), "佐藤".into());
    assert_eq!(given(Decision::Theirs), theirs);
    let unknown = (Some(Given::Unknown), String::new());
    assert_eq!(given(Decision::Unknown), unknown);
    // Left for later, all is as it was, the revision too.
    assert_eq!(merge.apply(&Decisions::new()), ours);
}

#[test]
fn what_only_they_have_changed_is_taken_and_what_became_better_is_to_be_looked_at() {
    let base = handed();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    say(&mut theirs, "passwords", points(&["b", "c"]), 18, "佐藤");
    say(&mut theirs, "doors", points(&["a"]), 18, "佐藤");
    say(&mut ours, "visitors", points(&[]), 19, "");
    ours.revision = 7;
    theirs.revision = 9;
    let merge = Merge::of(Some(&base), &ours, &theirs);
    let taken: Vec<&Unit> = merge.taken.iter().map(|it| &it.unit).collect();
    assert_eq!(taken, [&said("doors"), &said("passwords")]);
    let better: Vec<&Unit> = merge.to_look_at().map(|it| &it.unit).collect();
    assert_eq!(
        better,
        [&said("passwords")],
        "an open question claimed nothing"
    );
    let case = merge.apply(&Decisions::new());
    assert_eq!(case.revision, 10);
    let answers = &case.walks[&PackId::new(PACK)].answers;
    assert_eq!(answers.len(), 3);
    let refused = Decisions::from([(said("passwords"), Decision::Ours)]);
    let case = merge.apply(&refused);
    let answers = &case.walks[&PackId::new(PACK)].answers;
    let kept = answers[&QuestionId::new("passwords")].given.clone();
    assert_eq!(kept, Some(points(&[])));
}

#[test]
fn every_way_of_closing_what_was_open_is_better() {
    let none = |answer: &mut Answer| {
        answer.none = Some([PointId::new("a")].into());
        answer.given = Some(Given::Points([(PointId::new("b"), false)].into()));
    };
    let reason = || Given::NotApplicable("見学なし".to_owned());
    for (before, after, is_better) in [
        (points(&[]), points(&["a"]), true),
        (points(&["a"]), points(&["b"]), true),
        (points(&["a", "b"]), points(&["a"]), false),
        (Given::Unknown, points(&["a"]), true),
        (Given::Unknown, points(&[]), false),
        (points(&["a"]), Given::Unknown, false),
        (points(&[]), reason(), true),
        (reason(), points(&["a"]), true),
        (reason(), points(&[]), false),
    ] {
        let mut base = handed();
        say(&mut base, "passwords", before.clone(), 5, "");
        let mut theirs = base.clone();
        say(&mut theirs, "passwords", after.clone(), 18, "");
        let merge = Merge::of(Some(&base), &base, &theirs);
        let is_told = merge.to_look_at().count() == 1;
        assert_eq!(is_told, is_better, "{before:?} {after:?}");
    }
    let base = handed();
    let mut theirs = base.clone();
    none(answer(&mut theirs, "passwords"));
    assert_eq!(
        Merge::of(Some(&base), &base, &theirs).to_look_at().count(),
        1
    );
}

#[test]
fn the_same_answer_from_both_is_no_difference_and_the_later_one_counts() {
    let base = handed();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    say(&mut ours, "passwords", points(&["a"]), 18, "鈴木");
    say(&mut theirs, "passwords", points(&["a"]), 20, "佐藤");
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let merge = Merge::of(Some(&base), ours, theirs);
        assert_eq!(merge.conflicts, []);
        let mut case = merge.apply(&Decisions::new());
        assert_eq!(answer(&mut case, "passwords").answered_by, "佐藤");
    }
}

#[test]
fn members_of_a_task_are_merged_one_by_one() {
    let mut base = handed();
    let task = |who: &str, by: &str| {
        Some(Task {
            who: who.to_owned(),
            by: by.to_owned(),
            ..Task::default()
        })
    };
    answer(&mut base, "passwords").task = task("社長", "");
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    answer(&mut ours, "passwords").task = task("社長", "2026-12-01");
    answer(&mut theirs, "passwords").task = task("総務", "");
    let merge = Merge::of(Some(&base), &ours, &theirs);
    assert_eq!(merge.conflicts, []);
    let mut case = merge.apply(&Decisions::new());
    assert_eq!(
        answer(&mut case, "passwords").task,
        task("総務", "2026-12-01")
    );
}

#[test]
fn notes_of_both_stay_in_an_order_that_hangs_on_no_side() {
    let base = handed();
    for (here, there, both) in [
        ("鍵は社長", "辞令は来月", "辞令は来月\n鍵は社長"),
        ("鍵は社長が持つ", "鍵は社長", "鍵は社長が持つ"),
    ] {
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        answer(&mut ours, "passwords").note = here.to_owned();
        answer(&mut theirs, "passwords").note = there.to_owned();
        for base in [Some(&base), None] {
            for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
                let mut case = merged(base, ours, theirs);
                assert_eq!(answer(&mut case, "passwords").note, both);
            }
        }
    }
}

#[test]
fn what_is_gone_on_one_side_is_gone_only_where_it_was_there_before_and_nobody_changed_it() {
    let base = handed();
    let mut without = base.clone();
    without.information.remove(1);
    let mut changed = base.clone();
    changed.information[1].place = "倉庫".to_owned();
    assert_eq!(listed(&merged(Some(&base), &base, &without)), [(1, "図面")]);
    assert_eq!(listed(&merged(Some(&base), &without, &base)), [(1, "図面")]);
    // Without a base it is only missing there.
    let both = [(1, "図面"), (2, "治具")];
    assert_eq!(listed(&merged(None, &base, &without)), both);
    assert_eq!(listed(&merged(None, &without, &base)), both);
    for (ours, theirs) in [(&without, &changed), (&changed, &without)] {
        let merge = Merge::of(Some(&base), ours, theirs);
        let units: Vec<&Unit> = merge.conflicts.iter().map(|it| &it.unit).collect();
        assert_eq!(units, [&Unit::Entry(2)]);
        let decided = Decisions::from([(Unit::Entry(2), Decision::Theirs)]);
        let case = merge.apply(&decided);
        assert_eq!(case.information, theirs.information);
    }
}

#[test]
fn two_new_things_with_one_number_both_stay_and_the_second_merge_finds_them() {
    let base = handed();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.information.push(entry(3, "金型"));
    ours.numbered = 3;
    theirs.information.push(entry(3, "USBメモリ"));
    theirs.information.push(entry(4, "見積書"));
    theirs.numbered = 4;
    let merge = Merge::of(Some(&base), &ours, &theirs);
    let told = Told::Renumbered {
        what: "USBメモリ".to_owned(),
        from: 3,
        to: 5,
    };
    assert_eq!(merge.told, [told]);
    assert_eq!(merge.conflicts, []);
    let case = merge.apply(&Decisions::new());
    let mut all = listed(&case);
    all.sort_unstable();
    let expected = [
        (1, "図面"),
        (2, "治具"),
        (3, "金型"),
        (4, "見積書"),
        (5, "USBメモリ"),
    ];
    assert_eq!(all, expected);
    assert_eq!(case.numbered, 5);
    // The same file once more, with the base of before or itself as the base.
    assert!(Merge::of(Some(&base), &case, &theirs).is_nothing());
    assert!(Merge::of(Some(&theirs), &case, &theirs).is_nothing());
    // They go on with their file, in which it has its old number.
    let mut later = theirs.clone();
    later.information[2].place = "机".to_owned();
    let merge = Merge::of(Some(&theirs), &case, &later);
    assert_eq!(merge.conflicts, []);
    let units: Vec<&Unit> = merge.taken.iter().map(|it| &it.unit).collect();
    assert_eq!(units, [&Unit::Entry(5)]);
}

#[test]
fn what_this_version_does_not_know_stays_ours_and_is_told() {
    let base = handed();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.other.insert("colour".to_owned(), json!("red"));
    theirs.other.insert("colour".to_owned(), json!("blue"));
    theirs.other.insert("shape".to_owned(), json!("round"));
    let merge = Merge::of(Some(&base), &ours, &theirs);
    let [Told::KeptUnknown(_, held)] = &merge.told[..] else {
        panic!("{:?}", merge.told);
    };
    assert_eq!(*held, Held::Other(json!("blue")));
    let case = merge.apply(&Decisions::new());
    assert_eq!(case.other["colour"], "red");
    assert_eq!(case.other["shape"], "round");
}

#[test]
fn another_check_and_another_firm_are_told_apart() {
    let base = handed();
    let firm = |id: &str, case: &Case| {
        let mut raw = serde_json::to_value(case).expect("JSON");
        raw["firm"] = json!({"id": id, "pseudonym": "q7"});
        read(&raw)
    };
    let mut other = base.clone();
    other.id = mamori::questionnaire::id::CaseId::new("zzzz2222");
    assert_eq!(Kinship::of(&base, &base), Kinship::SameCheck);
    assert_eq!(Kinship::of(&firm("a", &base), &base), Kinship::SameCheck);
    assert_eq!(Kinship::of(&base, &other), Kinship::Strangers);
    let same = (firm("a", &base), firm("a", &other));
    assert_eq!(Kinship::of(&same.0, &same.1), Kinship::SameFirm);
    let strangers = (firm("a", &base), firm("b", &base));
    assert_eq!(Kinship::of(&strangers.0, &strangers.1), Kinship::Strangers);
}

/// Three states of one check, whose parts are now those of the first, now others.
fn three() -> impl Strategy<Value = (Case, Case, Case)> {
    pack_and_case().prop_flat_map(|raw| {
        assert!(!names(&raw.pack["questions"]).is_empty());
        let edit = || (case_for(&raw.pack), words(), vec(any::<bool>(), 12));
        (Just(raw.case.clone()), words(), edit(), edit()).prop_map(|(base, more, ours, theirs)| {
            let base = with(&base, &more);
            let ours = edited(&base, &with(&ours.0, &ours.1), &ours.2);
            let theirs = edited(&base, &with(&theirs.0, &theirs.1), &theirs.2);
            (read(&base), read(&ours), read(&theirs))
        })
    })
}

/// A title, who manages, a note, the numbers and names of a list, and two points of every other answer.
type Words = (
    String,
    String,
    String,
    Vec<(u32, &'static str)>,
    (bool, bool),
);

fn words() -> impl Strategy<Value = Words> {
    let word = || select(vec!["", "甲", "乙", "甲乙"]).prop_map(str::to_owned);
    let thing = (1..5_u32, select(vec!["図面", "治具", "金型", "見積書"]));
    (
        word(),
        word(),
        word(),
        vec(thing, 0..4),
        any::<(bool, bool)>(),
    )
}

fn with(case: &Value, (title, manager, note, things, points): &Words) -> Value {
    let mut case = case.clone();
    case["title"] = json!(title);
    case["profile"] = json!({"manager": manager});
    let things: BTreeMap<u32, &str> = things.iter().copied().collect();
    let list = things
        .iter()
        .map(|(number, what)| json!({"what": what, "form": null, "number": number}));
    case["information"] = list.collect();
    case["numbered"] = json!(things.keys().max().copied().unwrap_or(0));
    let answers = case["walks"]["made-up"]["answers"].as_object_mut();
    for (at, answer) in answers.expect("answers").values_mut().enumerate() {
        answer["note"] = json!(note);
        if at % 2 == 0 {
            answer["given"] = json!({"points": {"p0": points.0, "p1": points.1}});
        }
    }
    case
}

/// `base` with what `other` says in place of what it says, where `bits` say so.
fn edited(base: &Value, other: &Value, bits: &[bool]) -> Value {
    let mut case = base.clone();
    let mut bits = bits.iter().cycle();
    for member in ["title", "profile", "forms", "information", "x-a", "x-b"] {
        if *bits.next().expect("bits") {
            match other.get(member) {
                Some(value) => case[member] = value.clone(),
                None => {
                    case.as_object_mut().expect("a case").remove(member);
                }
            }
        }
    }
    case["numbered"] = base["numbered"]
        .as_u64()
        .max(other["numbered"].as_u64())
        .into();
    let answers = |case: &Value| {
        let answers = &case["walks"]["made-up"]["answers"];
        answers.as_object().expect("answers").clone()
    };
    let (old, new) = (answers(base), answers(other));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let chosen = names.into_iter().filter_map(|name| {
        let from = if *bits.next().expect("bits") {
            &new
        } else {
            &old
        };
        Some((name.clone(), from.get(name)?.clone()))
    });
    case["walks"]["made-up"]["answers"] = Value::Object(chosen.collect());
    case
}

/// What a case says, without what the program counts and without the difference between nothing and an empty thing.
fn content(case: &Case) -> Value {
    let mut case = case.clone();
    case.information.sort_by_key(|entry| entry.number);
    case.forms.sort();
    for walk in case.walks.values_mut() {
        walk.at = None;
        for answer in walk.answers.values_mut() {
            answer.task = answer.task.take().filter(|task| *task != Task::default());
        }
        walk.answers.retain(|_, answer| !answer.is_empty());
    }
    case.walks
        .retain(|_, walk| *walk != mamori::questionnaire::case::Walk::default());
    let mut raw = serde_json::to_value(&case).expect("JSON");
    for member in ["revision", "updated", "numbered"] {
        raw.as_object_mut().expect("a case").remove(member);
    }
    raw
}

/// Every text that somebody typed.
fn texts(value: &Value, name: &str, found: &mut Vec<String>) {
    const COUNTED: [&str; 8] = [
        "id", "created", "updated", "walk", "version", "at", "answered", "done",
    ];
    match value {
        Value::String(text) if !COUNTED.contains(&name) && text != "unknown" => {
            let quoted = format!("{text:?}");
            found.push(quoted[1..quoted.len() - 1].to_owned());
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, name, found)),
        Value::Object(members) => {
            for (name, value) in members {
                texts(value, name, found);
            }
        }
        _ => {}
    }
}

fn decisions(merge: &Merge, of: &[u8]) -> Decisions {
    let all = merge.conflicts.iter().chain(&merge.taken);
    let decided = all.zip(of.iter().cycle()).map(|(difference, of)| {
        let decision = match of % 4 {
            0 => Decision::Ours,
            1 => Decision::Theirs,
            2 => Decision::Unknown,
            _ => Decision::Later,
        };
        (difference.unit.clone(), decision)
    });
    decided.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_either_side_is_lost((base, ours, theirs) in three(), has_base in any::<bool>(), of in vec(any::<u8>(), 1..9)) {
        let base = has_base.then_some(&base);
        let merge = Merge::of(base, &ours, &theirs);
        let case = merge.apply(&decisions(&merge, &of));
        let result = format!("{case:?}");
        let not_chosen = format!("{:?} {:?} {:?}", merge.taken, merge.conflicts, merge.told);
        // What they have taken out of the base stands in what is taken, what we have, in their file and the base.
        let deleted = base.map_or_else(String::new, |base| format!("{base:?}"));
        let mut said = Vec::new();
        for case in [&ours, &theirs] {
            texts(&serde_json::to_value(case).expect("JSON"), "", &mut said);
        }
        for text in said {
            let is_there = [&result, &not_chosen, &deleted].iter().any(|held| held.contains(&text));
            prop_assert!(is_there, "{text}");
        }
        // Each thing of ours is there, unless they have taken it out or somebody decided for theirs.
        for entry in &ours.information {
            let is_listed = case.information.iter().any(|it| it.what == entry.what);
            prop_assert!(is_listed || not_chosen.contains(&entry.what));
        }
    }

    #[test]
    fn merging_again_changes_nothing((base, ours, theirs) in three(), has_base in any::<bool>()) {
        let base = has_base.then_some(&base);
        let case = merged(base, &ours, &theirs);
        let again = Merge::of(Some(&theirs), &case, &theirs);
        prop_assert!(again.is_nothing(), "{:?} {:?}", again.taken, again.conflicts);
        let none = Decisions::new();
        prop_assert_eq!(again.apply(&none), case.clone());
        // Also where nobody has kept the file that came back: what is open stays open, and nothing comes twice.
        let again = Merge::of(base, &case, &theirs);
        prop_assert_eq!(again.apply(&none), case);
    }

    #[test]
    fn it_does_not_matter_who_merges((base, ours, theirs) in three(), has_base in any::<bool>()) {
        let base = has_base.then_some(&base);
        let (here, there) = (Merge::of(base, &ours, &theirs), Merge::of(base, &theirs, &ours));
        let units = |merge: &Merge| -> Vec<Unit> {
            let units = merge.conflicts.iter().map(|it| it.unit.clone());
            units.collect()
        };
        // A number is given once: only a thing that was renumbered by us is found here under another one.
        let lists = base.into_iter().chain([&ours, &theirs]).flat_map(|case| &case.information);
        let things: BTreeSet<_> = lists.map(|entry| (&entry.what, entry.number)).collect();
        let names: BTreeSet<_> = things.iter().map(|(what, _)| what).collect();
        if names.len() < things.len() {
            return Ok(());
        }
        if here.told.is_empty() && there.told.is_empty() {
            prop_assert_eq!(units(&here), units(&there));
            if here.conflicts.is_empty() {
                let none = Decisions::new();
                prop_assert_eq!(content(&here.apply(&none)), content(&there.apply(&none)));
            }
        }
    }

    #[test]
    fn no_answer_is_better_than_one_of_the_two_said((base, ours, theirs) in three(), has_base in any::<bool>(), of in vec(any::<u8>(), 1..9)) {
        let merge = Merge::of(has_base.then_some(&base), &ours, &theirs);
        let decided = [Decisions::new(), decisions(&merge, &of)];
        let said = |case: &Case, pack: &PackId, question: &QuestionId| {
            let answer = case.answer(pack, question).cloned().unwrap_or_default();
            (answer.given, answer.none)
        };
        for case in decided.map(|decided| merge.apply(&decided)) {
            for (pack, walk) in &case.walks {
                for question in walk.answers.keys() {
                    let result = said(&case, pack, question);
                    let is_said = [&ours, &theirs].map(|side| said(side, pack, question)).contains(&result);
                    prop_assert!(is_said || result == (Some(Given::Unknown), None), "{result:?}");
                }
            }
        }
    }

    #[test]
    fn without_changes_on_one_side_it_is_the_other((base, _, theirs) in three()) {
        let none = Decisions::new();
        let merge = Merge::of(Some(&base), &base, &theirs);
        prop_assert_eq!(&merge.conflicts, &[]);
        prop_assert_eq!(content(&merge.apply(&none)), content(&theirs));
        let merge = Merge::of(Some(&base), &theirs, &base);
        prop_assert!(merge.is_nothing());
        prop_assert_eq!(merge.apply(&none), theirs);
    }
}
