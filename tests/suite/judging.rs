//! What answers amount to: outcomes, what is asked, plans and days. The core as tables of data;
//! random packs and cases are in `judging/random.rs` and `judging/properties.rs`.

mod again;
mod anonymous;
mod asked;
mod carried;
mod case_format;
mod compare;
mod encoding;
mod handing;
mod merging;
mod moments;
mod outcomes;
mod plans;
mod properties;
pub(crate) mod random;
mod readers;
mod records;
mod summary;

use mamori::assets::builtin_packs;
use mamori::questionnaire::asked::Asked;
use mamori::questionnaire::case::{Answer, Case};
use mamori::questionnaire::check::check;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::result::WalkResult;
use serde_json::{Value, json};

/// The two packs that come with the program.
fn built_in() -> (Pack, Pack) {
    let [(_, first), (_, second)] = builtin_packs() else {
        panic!("two packs come with the program");
    };
    let read = |text| serde_json::from_str::<Value>(text).expect("JSON");
    let first = check(&read(first), None).expect("the first pack has no issue");
    let second = check(&read(second), Some(&first)).expect("the second pack has no issue");
    (first, second)
}

/// A pack as somebody would write it, with the members that matter here. `forms` are those that
/// its sections name.
fn raw_pack(forms: &[&str], sections: &[Value], questions: &[Value]) -> Value {
    let forms: Vec<Value> = forms
        .iter()
        .map(|id| json!({"id": id, "title": text(id), "examples": text(id)}))
        .collect();
    json!({
        "format": 1, "id": "made-up", "version": "1.0.0", "follows": null, "languages": ["ja"],
        "title": text("題"), "notice": {"name": text("告示"), "date": "2018", "amended": []},
        "forms": forms, "sections": sections, "questions": questions,
        "contacts": [], "terms": [], "examples": [],
    })
}

fn text(words: &str) -> Value {
    json!({ "ja": words })
}

fn raw_section(id: &str, take: &str, forms: &[&str]) -> Value {
    json!({
        "id": id, "place": null, "take": take, "forms": forms,
        "topic": "source", "title": text(id),
    })
}

/// `measures` are id, cost, effort and the points that they close.
fn raw_question(
    id: &str,
    section: &str,
    level: &str,
    priority: u8,
    points: &[&str],
    measures: &[(&str, &str, &str, &[&str])],
) -> Value {
    let points: Vec<Value> = points
        .iter()
        .map(|id| json!({"id": id, "text": text(id)}))
        .collect();
    let measures: Vec<Value> = measures
        .iter()
        .map(|(id, cost, effort, closes)| {
            json!({
                "id": id, "text": text(id), "detail": null, "cost": cost, "effort": effort,
                "record": text("記録"), "closes": closes,
            })
        })
        .collect();
    json!({
        "id": id, "section": section, "level": level, "priority": priority,
        "label": text(id), "text": text(id),
        "why": {"text": text("理由"), "source": text("出典"), "mark": "general"},
        "points": points, "measures": measures,
        "when_unknown": {"look": text("棚"), "ask": text("社長")},
        "may_not_apply": [], "amendment": null, "help": [], "terms": [],
    })
}

#[track_caller]
pub(crate) fn checked(raw: &Value) -> Pack {
    check(raw, None).unwrap_or_else(|issues| panic!("{issues:#?}"))
}

/// A pack of one section that is asked of everyone.
#[track_caller]
fn pack_of(questions: &[Value]) -> Pack {
    checked(&raw_pack(&[], &[raw_section("s", "all", &[])], questions))
}

/// A case with these answers to this pack, as they stand in a file.
#[track_caller]
fn case_with(pack: &Pack, forms: &[&str], answers: &Value) -> Case {
    case(&json!({
        "format": 1, "id": "k7q2m4xw", "revision": 1, "title": "",
        "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-20T16:40:00+09:00",
        "forms": forms, "walk": pack.id,
        "walks": {pack.id.as_str(): {"version": "1.0.0", "at": null, "answers": answers}},
    }))
}

#[track_caller]
pub(crate) fn case(raw: &Value) -> Case {
    serde_json::from_value(raw.clone()).unwrap_or_else(|error| panic!("{error}: {raw}"))
}

/// An answer as it stands in a file.
#[track_caller]
fn answer(raw: &Value) -> Answer {
    serde_json::from_value(raw.clone()).unwrap_or_else(|error| panic!("{error}: {raw}"))
}

/// The ids of what is asked, in order.
fn ids<'a>(questions: impl IntoIterator<Item = Asked<'a>>) -> Vec<String> {
    questions.into_iter().map(|q| q.id.to_string()).collect()
}

/// The plan as `question: measure`.
fn plan_of(pack: &Pack, case: &Case) -> Vec<String> {
    WalkResult::of(pack, case)
        .plan()
        .iter()
        .map(|planned| format!("{}: {}", planned.question.id, planned.measure.id))
        .collect()
}
