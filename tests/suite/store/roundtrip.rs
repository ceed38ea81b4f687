//! What is saved is read back equal, whatever is in it, also what this version does not know.
//! Random cases, and the fixture of format 1, which stays as it is.

use std::collections::BTreeMap;
use std::fs;

use mamori::questionnaire::case::Earlier;
use mamori::questionnaire::case::{
    Answer, Case, Firm, Given, Handed, Information, Profile, RecordDetail, Task, Walk,
};
use mamori::questionnaire::glance::{Glance, glance_at};
use mamori::questionnaire::id::{CaseId, FormId, MeasureId, PackId, PointId, QuestionId, StateId};
use mamori::questionnaire::moment::{Day, Moment};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::memory::MemoryDisk;
use super::{FULL, Take, folder_with, full};
use mamori::store::Store;

#[test]
fn the_case_of_format_1_is_read_and_written_back_the_same() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut store = super::store(folder.path());
    let case = store.take(&full().id).expect("opened");
    assert_eq!(case.walks.len(), 2);
    store.save(&case).expect("saved");
    let written = fs::read_to_string(folder.path().join("cases/k7q2m4xw.json")).expect("there");
    let value = |text| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(value(&written), value(FULL));
    assert!(written.starts_with("{\n  \"format\": 1,\n") && written.ends_with("}\n"));
}

/// Any characters: control, astral, halves of what belongs together.
fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..6).prop_map(|chars| chars.into_iter().collect())
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        prop::num::f64::NORMAL.prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((text(), inner), 0..3).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Members that this version does not know.
fn other() -> impl Strategy<Value = Map<String, Value>> {
    vec((text(), json()), 0..3).prop_map(|members| {
        let unknown = |(name, value)| (format!("x-{name}"), value);
        members.into_iter().map(unknown).collect()
    })
}

fn moment() -> impl Strategy<Value = Moment> {
    (0..=9999, 1..=12, 1..=28, 0..24, 0..60, -23..=23, 0..60).prop_map(
        |(y, mo, d, h, m, oh, om)| {
            let text = format!("{y:04}-{mo:02}-{d:02}T{h:02}:{m:02}:{om:02}{oh:+03}:{m:02}");
            Moment::parse(&text).expect("a moment")
        },
    )
}

fn day() -> impl Strategy<Value = Day> {
    (0..=9999, 1..=12, 1..=28)
        .prop_map(|(y, m, d)| Day::parse(&format!("{y:04}-{m:02}-{d:02}")).expect("a day"))
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        btree_map(text().prop_map(|id| PointId::new(&id)), any::<bool>(), 0..3)
            .prop_map(Given::Points),
        Just(Given::Unknown),
        text().prop_map(Given::NotApplicable),
    ]
}

fn task() -> impl Strategy<Value = Task> {
    let measure = option::of(text().prop_map(|id| MeasureId::new(&id)));
    (measure, text(), text(), option::of(day()), other()).prop_map(
        |(measure, who, by, done, other)| Task {
            measure,
            who,
            by,
            done,
            other,
        },
    )
}

fn record_detail() -> impl Strategy<Value = RecordDetail> {
    (text(), option::of(day()), other()).prop_map(|(place, on, other)| RecordDetail {
        place,
        on,
        other,
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    let names = (text(), text(), text(), text(), text());
    (names, other()).prop_map(
        |((firm, manager, deputy, contact, checked_by), other)| Profile {
            firm,
            manager,
            deputy,
            contact,
            checked_by,
            other,
        },
    )
}

fn firm() -> impl Strategy<Value = Firm> {
    let names = (text(), text(), text(), text());
    (names, other()).prop_map(|((id, pseudonym, trade, size), other)| Firm {
        id,
        pseudonym,
        trade,
        size,
        other,
    })
}

fn handed() -> impl Strategy<Value = Handed> {
    (any::<u64>(), day(), other()).prop_map(|(revision, on, other)| Handed {
        revision,
        on,
        other,
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    let plain = (
        option::of(given()),
        option::of(moment()),
        text(),
        any::<bool>(),
    );
    let later = (
        option::of(btree_set(text().prop_map(|id| PointId::new(&id)), 0..3)),
        text(),
        text(),
        btree_map(text(), record_detail(), 0..3),
    );
    (plain, option::of(task()), other(), later, other()).prop_map(
        |((given, answered, note, flag), task, records, later, other)| {
            let (none, answered_by, draft_reason, record_details) = later;
            Answer {
                given,
                answered,
                note,
                flag,
                task,
                records,
                none,
                answered_by,
                draft_reason,
                record_details,
                other,
            }
        },
    )
}

fn walk() -> impl Strategy<Value = Walk> {
    let question = || text().prop_map(|id| QuestionId::new(&id));
    let answers = btree_map(question(), answer(), 0..3);
    (text(), option::of(question()), answers, other()).prop_map(|(version, at, answers, other)| {
        Walk {
            version,
            at,
            answers,
            other,
        }
    })
}

fn information() -> impl Strategy<Value = Information> {
    let words = (text(), text(), text(), text());
    let form = option::of(text().prop_map(|id| FormId::new(&id)));
    let later = (
        option::of(any::<u32>()),
        vec(text().prop_map(|id| FormId::new(&id)), 0..3),
        option::of(text()),
    );
    (words, form, option::of(text()), later, other()).prop_map(
        |((what, place, seen_by, level), form, entrusted_by, later, other)| {
            let (number, forms, owner) = later;
            Information {
                what,
                form,
                place,
                entrusted_by,
                seen_by,
                level,
                number,
                forms,
                owner,
                other,
            }
        },
    )
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let walks = vec((text().prop_map(|id| PackId::new(&id)), walk()), 0..3);
    let forms = vec(text().prop_map(|id| FormId::new(&id)), 0..3);
    let walks_then = vec((text().prop_map(|id| PackId::new(&id)), walk()), 0..3);
    let forms_then = vec(text().prop_map(|id| FormId::new(&id)), 0..3);
    let earlier = option::of(
        (text(), moment(), forms_then, walks_then, other()).prop_map(
            |(id, updated, forms, walks, other)| {
                Box::new(Earlier {
                    id: CaseId::new(&id),
                    updated,
                    forms,
                    walks: walks.into_iter().collect(),
                    other,
                })
            },
        ),
    );
    let plain = (any::<u64>(), text(), moment(), moment(), text());
    (
        plain,
        forms,
        vec(information(), 0..3),
        walks,
        earlier,
        (
            profile(),
            option::of(firm()),
            option::of(handed()),
            vec(text().prop_map(|id| StateId::new(&id)), 0..3),
            any::<u32>(),
        ),
        other(),
    )
        .prop_map(
            |(
                (revision, title, created, updated, walk),
                forms,
                information,
                walks,
                earlier,
                (profile, firm, handed, ancestors, numbered),
                other,
            )| {
                Case {
                    revision,
                    title,
                    created,
                    updated,
                    forms,
                    information,
                    walk: PackId::new(&walk),
                    walks: walks.into_iter().collect::<BTreeMap<_, _>>(),
                    earlier,
                    profile,
                    firm,
                    handed,
                    ancestors,
                    numbered,
                    other,
                    ..full()
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_case_is_read_back_as_it_was_saved(case in case()) {
        let disk = MemoryDisk::new();
        let store = || Store::new("/home/mamori".into(), Box::new(disk.clone()));
        prop_assert!(store().save(&case).is_ok());
        let opened = store().take(&case.id);
        prop_assert_eq!(opened.as_ref(), Ok(&case));
        let first = disk.files();
        for bytes in first.values() {
            if let Some(glance) = glance_at(bytes) {
                prop_assert_eq!(glance, Glance::of(&case));
            }
        }
        let mut again = store();
        again.take(&case.id).expect("opened");
        again.save(&case).expect("saved");
        prop_assert_eq!(disk.files(), first, "the same case gives the same bytes");
    }
}

#[test]
fn a_case_that_could_not_be_read_again_is_not_saved() {
    let disk = MemoryDisk::new();
    let mut store = Store::new("/home/mamori".into(), Box::new(disk.clone()));
    store.save(&full()).expect("saved");
    let before = disk.files();
    let deep = (0..200).fold(Value::Null, |inner, _| Value::from(vec![inner]));
    let changes: [fn(&mut Case, Value); 4] = [
        |case, deep| drop(case.other.insert("deep".into(), deep)),
        |case, _| drop(case.other.insert("title".into(), "twice".into())),
        |case, _| case.format = 2,
        |case, _| case.title = "長".repeat(7_000_000),
    ];
    for change in changes {
        let mut case = full();
        change(&mut case, deep.clone());
        assert!(store.save(&case).is_err(), "{:?}", case.title.get(..12));
        assert_eq!(disk.files(), before);
    }
}
