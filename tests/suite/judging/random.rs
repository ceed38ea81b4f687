//! Packs and cases at random, as raw JSON: what others could write, and what a case file could hold
//! after the pack has changed.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Map, Value, json};

use super::{raw_pack, raw_question, raw_section, text};

pub(super) const FORMS: [&str; 3] = ["paper", "data", "object"];
const POINTS: [&str; 4] = ["p0", "p1", "p2", "p3"];
const MEASURES: [&str; 4] = ["m0", "m1", "m2", "m3"];
/// Every cost and every effort, cheapest first.
pub(super) const COSTS: [&str; 10] = ["A", "A-B", "A-C", "A-D", "B", "B-C", "B-D", "C", "C-D", "D"];
pub(super) const EFFORTS: [&str; 6] = ["M", "M-H", "M-D", "H", "H-D", "D"];

/// A pack and a case, both raw.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    pub(crate) pack: Value,
    pub(crate) case: Value,
}

/// A pack without an issue and a case that may fit it or not.
pub(crate) fn pack_and_case() -> impl Strategy<Value = Raw> {
    pack().prop_flat_map(|pack| {
        let questions = names(&pack["questions"]);
        case(&questions).prop_map(move |case| Raw {
            pack: pack.clone(),
            case,
        })
    })
}

/// A case that may fit this pack or not.
pub(super) fn case_for(pack: &Value) -> impl Strategy<Value = Value> + use<> {
    case(&names(&pack["questions"]))
}

/// The ids of a raw list of things.
pub(super) fn names(things: &Value) -> Vec<String> {
    let things = things.as_array().expect("a list");
    things
        .iter()
        .map(|thing| thing["id"].as_str().expect("an id").to_owned())
        .collect()
}

fn pack() -> impl Strategy<Value = Value> {
    let section = (
        select(vec!["all", "heading"]),
        subsequence(FORMS.to_vec(), 0..=2),
    );
    (
        vec(section, 1..5),
        vec((any::<Index>(), question(), any::<bool>()), 0..9),
    )
        .prop_flat_map(|(sections, more)| {
            // Each section has at least one question that can be asked.
            let leads = vec(question(), sections.len());
            (Just(sections), leads, Just(more))
        })
        .prop_flat_map(|(sections, leads, more)| {
            let names: Vec<String> = (0..sections.len()).map(|at| format!("s{at}")).collect();
            let sections: Vec<Value> = names
                .iter()
                .zip(&sections)
                .map(|(name, (take, forms))| raw_section(name, take, forms))
                .collect();
            let lead = names
                .iter()
                .zip(leads)
                .map(|(section, make)| make.raw(section, "heading"));
            let more = more.into_iter().map(|(section, make, provision)| {
                let level = if provision { "provision" } else { "heading" };
                make.raw(section.get::<String>(&names), level)
            });
            let questions: Vec<Value> = lead.chain(more).collect();
            (Just(sections), Just(questions).prop_shuffle())
        })
        .prop_map(|(sections, mut questions)| {
            for (at, question) in questions.iter_mut().enumerate() {
                question["id"] = json!(format!("q{at}"));
            }
            raw_pack(&FORMS, &sections, &questions)
        })
}

/// A question before it is known where it stands.
#[derive(Clone, Debug)]
struct Draft {
    priority: u8,
    points: usize,
    /// Places in `COSTS` and `EFFORTS`, and the points that it closes.
    measures: Vec<(usize, usize, Vec<usize>)>,
    /// The measure that closes what the others leave open.
    closer: Index,
    may_not_apply: bool,
}

fn question() -> impl Strategy<Value = Draft> {
    (1..=3_u8, 2..=POINTS.len()).prop_flat_map(|(priority, points)| {
        let all: Vec<usize> = (0..points).collect();
        let measure = (
            0..COSTS.len(),
            0..EFFORTS.len(),
            subsequence(all, 0..=points),
        );
        (
            vec(measure, 1..=MEASURES.len()),
            any::<Index>(),
            any::<bool>(),
        )
            .prop_map(move |(mut measures, closer, may_not_apply)| {
                measures.sort_by_key(|(cost, effort, _)| (*cost, *effort));
                Draft {
                    priority,
                    points,
                    measures,
                    closer,
                    may_not_apply,
                }
            })
    })
}

impl Draft {
    fn raw(mut self, section: &str, level: &str) -> Value {
        let open: Vec<usize> = (0..self.points)
            .filter(|point| {
                self.measures
                    .iter()
                    .all(|(_, _, closes)| !closes.contains(point))
            })
            .collect();
        let last = self.closer.index(self.measures.len());
        self.measures[last].2.extend(open);
        let closes: Vec<Vec<&str>> = self
            .measures
            .iter()
            .map(|(_, _, points)| points.iter().map(|point| POINTS[*point]).collect())
            .collect();
        let measures: Vec<(&str, &str, &str, &[&str])> = self
            .measures
            .iter()
            .zip(&closes)
            .zip(MEASURES)
            .map(|(((cost, effort, _), closes), id)| {
                (id, COSTS[*cost], EFFORTS[*effort], closes.as_slice())
            })
            .collect();
        let points = &POINTS[..self.points];
        let mut raw = raw_question("q", section, level, self.priority, points, &measures);
        if self.may_not_apply {
            raw["may_not_apply"] = json!([text("見学なし")]);
        }
        raw
    }
}

fn case(questions: &[String]) -> impl Strategy<Value = Value> + use<> {
    let known = questions.iter().cloned();
    let asked: Vec<String> = known.chain(["gone", "q99"].map(str::to_owned)).collect();
    let at = option::of(select(asked.clone()));
    let walk = (
        at,
        btree_map(select(asked), answer(), 0..12),
        unknown_members(),
    );
    let forms = subsequence(["paper", "data", "object", "film"].to_vec(), 0..=4).prop_shuffle();
    (
        walk,
        option::of(answer()),
        forms,
        unknown_members(),
        any::<u64>(),
    )
        .prop_map(
            |((at, answers, of_walk), elsewhere, forms, of_case, revision)| {
                let walk = with(
                    json!({"version": "0.9.0", "at": at, "answers": answers}),
                    of_walk,
                );
                let mut walks = Map::from_iter([("made-up".to_owned(), walk)]);
                if let Some(answer) = elsewhere {
                    let other = json!({"version": "1.0.0", "at": null, "answers": {"q0": answer}});
                    walks.insert("another".to_owned(), other);
                }
                let case = json!({
                    "format": 1, "id": "k7q2m4xw", "revision": revision, "title": "本社工場",
                    "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-24T09:05:30+09:00",
                    "forms": forms, "information": [with(json!({"what": "図面"}), of_case.clone())],
                    "walk": "made-up", "walks": walks,
                });
                with(case, of_case)
            },
        )
}

/// An answer, also such as only an older pack or another hand could have left.
fn answer() -> impl Strategy<Value = Value> {
    let task = (
        option::of(select(["m0", "m1", "m2", "m3", "gone"].to_vec())),
        select(["", "社長"].to_vec()),
        select(["", "2026-12-01", "2027-3-1", "月末"].to_vec()),
        option::of(Just("2026-11-22")),
        unknown_members(),
    )
        .prop_map(|(measure, who, by, done, more)| {
            with(
                json!({"measure": measure, "who": who, "by": by, "done": done}),
                more,
            )
        });
    (
        option::of(given()),
        option::of(task),
        any::<bool>(),
        select(["", "辞令は来月\n確認"].to_vec()),
        prop_oneof![Just(json!({})), Just(json!({"m0": "there"}))],
        unknown_members(),
    )
        .prop_map(|(given, task, flag, note, records, more)| {
            let mut answer = json!({"flag": flag, "note": note, "records": records});
            if let Some(given) = given {
                answer["given"] = given;
                answer["answered"] = json!("2026-11-20T16:45:10+09:00");
            }
            if let Some(task) = task {
                answer["task"] = task;
            }
            with(answer, more)
        })
}

/// One kind of answer; all points true more often than chance would have it.
pub(super) fn given() -> impl Strategy<Value = Value> {
    let known = || POINTS.map(str::to_owned).to_vec();
    let points = vec(
        (
            select([known(), vec!["lost".to_owned()]].concat()),
            any::<bool>(),
        ),
        0..6,
    );
    prop_oneof![
        Just(json!("unknown")),
        select(["", " \u{3000}", "見学なし"].to_vec())
            .prop_map(|reason| json!({ "not-applicable": reason })),
        Just(json!({"points": {"p0": true, "p1": true, "p2": true, "p3": true}})),
        points.prop_map(|points| json!({"points": points.into_iter().collect::<std::collections::BTreeMap<_, _>>()})),
    ]
}

/// Members of a later version, or of another program.
fn unknown_members() -> impl Strategy<Value = Vec<(String, Value)>> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
        vec(any::<bool>(), 0..3).prop_map(|list| json!({ "deep": list })),
    ];
    vec(("x-[a-c]", value), 0..3)
}

fn with(mut value: Value, members: Vec<(String, Value)>) -> Value {
    let map = value.as_object_mut().expect("an object");
    map.extend(members);
    value
}

/// Stands in every text that `marked` puts into a case.
pub(crate) const MARK: &str = "印Zq";

/// The same case with a mark in each text that a user could have typed, in what another program could have
/// added, and a list of what to protect and an earlier case with marks of their own.
pub(crate) fn marked(case: &Value) -> Value {
    let mut case = case.clone();
    mark(&mut case, "");
    let earlier = json!({
        "id": MARK, "title": MARK, "updated": "2025-11-20T16:40:00+09:00", MARK: MARK, "walks": case["walks"].clone(),
    });
    case["earlier"] = earlier;
    case["title"] = MARK.into();
    case
}

/// Values of these are codes, times or numbers.
const NOT_TYPED: [&str; 11] = [
    "format", "id", "revision", "created", "updated", "walk", "version", "at", "answered", "done",
    "measure",
];

fn mark(value: &mut Value, name: &str) {
    match value {
        Value::String(_) if NOT_TYPED.contains(&name) => {}
        // A blank reason is no answer, and would become one.
        Value::String(text) if name == "not-applicable" && text.trim().is_empty() => {}
        Value::String(text) if *text != "unknown" && *text != "there" => {
            *text = format!("{text}{MARK}");
        }
        Value::Array(values) if name != "forms" => {
            for value in values {
                mark(value, name);
            }
        }
        Value::Object(members) => {
            if name == "answer" || name == "records" {
                members.insert(MARK.to_owned(), MARK.into());
            }
            for (name, value) in members {
                mark(value, name);
            }
        }
        _ => {}
    }
}
