//! Format 2: what came with it may be left out, stands only in it, and is held to what it must say.

use mamori::questionnaire::check::{Issue, Problem, Thing, check};
use mamori::questionnaire::pack::Pack;
use serde_json::{Value, json};

use super::{SMALL, breaches, json as file, schema};

/// The small pack in format 2, with these values put where the pointers lead.
fn pack_with(values: &[(&str, Value)]) -> Value {
    let mut raw = file(SMALL);
    raw["format"] = json!(2);
    for (pointer, value) in values {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = raw.pointer_mut(parent).expect("a parent");
        parent[name] = value.clone();
    }
    raw
}

fn text(words: &str) -> Value {
    json!({"ja": words, "en": words})
}

#[track_caller]
fn checked(raw: &Value) -> Pack {
    assert_eq!(breaches(&schema(), raw), [""; 0], "the schema");
    check(raw, None).unwrap_or_else(|issues| panic!("{issues:#?}"))
}

#[track_caller]
fn only_issue(raw: &Value) -> (String, Problem) {
    let mut issues = check(raw, None).expect_err("an issue");
    assert_eq!(issues.len(), 1, "{issues:#?}");
    let Issue { path, problem } = issues.remove(0);
    (path, problem)
}

fn wording() -> Value {
    json!({"by": text("ある団体"), "of": text("ある文書"), "on": "2026-10-01"})
}

/// Everything that format 2 brought, where it is right. The ids are those of the small pack.
fn all_of_it() -> Vec<(&'static str, Value)> {
    vec![
        ("/wording", wording()),
        (
            "/renamed",
            json!({
                "questions": {"before-first": "older-first", "older-first": "first"},
                "points": {"first": {"old-point": first_point()}},
                "measures": {"first": {"old-measure": first_measure()}},
            }),
        ),
        (
            "/removed",
            json!({
                "questions": {"gone": text("重なっていたため")},
                "points": {"first": {"gone-point": text("聞かないことにした")}},
                "measures": {},
            }),
        ),
        ("/questions/0/wording", wording()),
        (
            "/questions/0/checked",
            json!({"by": "ある人", "on": "2026-10-02"}),
        ),
        (
            "/questions/0/related",
            json!([{"scheme": text("ほかの制度"), "number": "4-1", "mark": "secondary"}]),
        ),
        ("/questions/0/points/0/none", text("派遣の人はいない")),
        ("/questions/0/points/0/forms", json!([])),
        ("/questions/0/measures/0/forms", json!([])),
    ]
}

fn first_point() -> Value {
    file(SMALL)["questions"][0]["points"][0]["id"].clone()
}

fn first_measure() -> Value {
    file(SMALL)["questions"][0]["measures"][0]["id"].clone()
}

/// The question that `questions[0]` of the file is.
fn first_question() -> String {
    file(SMALL)["questions"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

fn right() -> Value {
    let text = serde_json::to_string(&all_of_it()).expect("JSON");
    let text = text.replace("\"first\"", &format!("\"{}\"", first_question()));
    let values: Vec<(String, Value)> = serde_json::from_str(&text).expect("JSON");
    let values: Vec<(&str, Value)> = values
        .iter()
        .map(|(at, value)| (at.as_str(), value.clone()))
        .collect();
    pack_with(&values)
}

#[test]
fn what_format_2_brought_is_read_and_follows_the_schema() {
    let pack = checked(&right());
    assert_eq!(pack.wording.expect("a wording").on, "2026-10-01");
    assert_eq!(pack.moves.renamed.questions.len(), 2);
    assert_eq!(pack.moves.renamed.points.len(), 1);
    assert_eq!(pack.moves.renamed.measures.len(), 1);
    assert_eq!(pack.moves.removed.questions.len(), 1);
    assert_eq!(pack.moves.removed.points.len(), 1);
    let id = first_question();
    let question = pack
        .questions
        .iter()
        .find(|one| one.id.as_str() == id)
        .expect("it");
    assert!(question.wording.is_some());
    assert_eq!(question.checked.as_ref().expect("checked").by, "ある人");
    assert_eq!(question.related[0].number, "4-1");
    assert!(question.all_points[0].none.is_some());
}

#[test]
fn all_of_it_may_be_left_out() {
    let pack = checked(&pack_with(&[]));
    let mut first = check(&file(SMALL), None).expect("no issue");
    first.version.clone_from(&pack.version);
    assert_eq!(pack, first);
}

#[test]
fn in_format_1_each_of_it_is_unknown() {
    let mut raw = right();
    raw["format"] = json!(1);
    let issues = check(&raw, None).expect_err("issues");
    let unknown: Vec<&str> = issues
        .iter()
        .filter(|issue| issue.problem == Problem::UnknownMember)
        .map(|issue| issue.path.as_str())
        .collect();
    for wanted in [
        "wording",
        "renamed",
        "removed",
        "questions[0].wording",
        "questions[0].checked",
        "questions[0].related",
        "questions[0].points[0].none",
        "questions[0].points[0].forms",
        "questions[0].measures[0].forms",
    ] {
        assert!(unknown.contains(&wanted), "{wanted}: {unknown:?}");
    }
}

#[test]
fn of_a_newer_format_nothing_is_said_but_that_it_is_newer() {
    for raw in [
        json!({"format": 3}),
        json!({"format": 99, "id": 7, "whatever": [1]}),
        pack_with(&[("/format", json!(3)), ("/papers", json!([]))]),
    ] {
        let (path, problem) = only_issue(&raw);
        assert_eq!(path, "format");
        assert!(matches!(problem, Problem::Newer { .. }), "{problem:?}");
    }
}

#[test]
fn an_old_id_leads_to_something_that_is_there_and_is_told_once() {
    let id = first_question();
    let point = first_point();
    let point = point.as_str().expect("an id");
    for (renamed, removed, path, problem) in [
        (
            json!({"questions": {id.as_str(): "first"}}),
            json!({}),
            format!("renamed.questions.{id}"),
            Problem::StillThere,
        ),
        (
            json!({"questions": {"old": "nowhere"}}),
            json!({}),
            "renamed.questions.old".to_owned(),
            Problem::NoSuch {
                thing: Thing::Question,
                id: "nowhere".to_owned(),
            },
        ),
        (
            json!({"questions": {"old": id, "older": id}}),
            json!({}),
            "renamed.questions.older".to_owned(),
            Problem::Duplicate { text: id.clone() },
        ),
        (
            json!({"questions": {"old": id}}),
            json!({"questions": {"old": text("なくなった")}}),
            "removed.questions.old".to_owned(),
            Problem::RenamedAndRemoved,
        ),
        (
            json!({}),
            json!({"questions": {id.as_str(): text("なくなった")}}),
            format!("removed.questions.{id}"),
            Problem::StillThere,
        ),
        (
            json!({"points": {"nowhere": {"old": point}}}),
            json!({}),
            "renamed.points.nowhere".to_owned(),
            Problem::NoSuch {
                thing: Thing::Question,
                id: "nowhere".to_owned(),
            },
        ),
        (
            json!({"points": {id.as_str(): {"old": "nowhere"}}}),
            json!({}),
            format!("renamed.points.{id}.old"),
            Problem::NoSuch {
                thing: Thing::Point,
                id: "nowhere".to_owned(),
            },
        ),
        (
            json!({"measures": {id.as_str(): {"old": "nowhere"}}}),
            json!({}),
            format!("renamed.measures.{id}.old"),
            Problem::NoSuch {
                thing: Thing::Measure,
                id: "nowhere".to_owned(),
            },
        ),
        (
            json!({"questions": {"Old": id}}),
            json!({}),
            "renamed.questions.Old".to_owned(),
            Problem::NotAnId {
                text: "Old".to_owned(),
            },
        ),
    ] {
        let raw = pack_with(&[("/renamed", renamed.clone()), ("/removed", removed)]);
        assert_eq!(only_issue(&raw), (path, problem), "{renamed}");
    }
}

#[test]
fn names_that_lead_round_to_themselves_are_told() {
    let raw = pack_with(&[(
        "/renamed",
        json!({"questions": {"one": "two", "two": "one"}}),
    )]);
    let issues = check(&raw, None).expect_err("issues");
    let circles = issues
        .iter()
        .filter(|issue| issue.problem == Problem::RenamedInCircle);
    assert_eq!(circles.count(), 2, "{issues:#?}");
}

#[test]
fn one_point_of_each_question_says_something_of_every_firm() {
    let points = file(SMALL)["questions"][0]["points"]
        .as_array()
        .expect("points")
        .len();
    let pointers: Vec<String> = (0..points)
        .map(|index| format!("/questions/0/points/{index}/none"))
        .collect();
    let values: Vec<(&str, Value)> = pointers
        .iter()
        .map(|at| (at.as_str(), text("いない")))
        .collect();
    let (path, problem) = only_issue(&pack_with(&values));
    assert_eq!(
        (path.as_str(), problem),
        (
            "questions[0].points",
            Problem::NoneEverywhere { form: None }
        )
    );
}

#[test]
fn where_a_measure_is_only_for_a_form_each_point_is_closed_for_every_form() {
    let raw = file(SMALL);
    let form = raw["forms"][0]["id"].as_str().expect("a form").to_owned();
    let count = raw["questions"][0]["measures"]
        .as_array()
        .expect("measures")
        .len();
    let pointers: Vec<String> = (0..count)
        .map(|index| format!("/questions/0/measures/{index}/forms"))
        .collect();
    let values: Vec<(&str, Value)> = pointers
        .iter()
        .map(|at| (at.as_str(), json!([form])))
        .collect();
    let issues = check(&pack_with(&values), None).expect_err("issues");
    assert!(!issues.is_empty());
    for issue in issues {
        let Problem::PointNotClosedFor { form: other } = issue.problem else {
            panic!("{issue:?}");
        };
        assert_ne!(other, form);
    }
}

/// The second pack with its first point for this form.
fn second_for(form: &str) -> Value {
    let mut raw = file(super::SECOND);
    raw["questions"][0]["points"][0]["forms"] = json!([form]);
    raw
}

// In which forms a firm has its information is asked once, in the first walk.
#[test]
fn a_pack_may_name_the_forms_of_the_one_that_it_follows() {
    let first = super::first();
    assert!(check(&second_for("paper"), Some(&first)).is_ok());
    let issues = check(&second_for("film"), Some(&first)).expect_err("no such form");
    let path = "questions[0].points[0].forms[0]";
    assert_eq!(issues[0].path, path, "{issues:?}");
}

#[test]
fn the_forms_of_the_pack_that_is_followed_are_tried_one_by_one() {
    let mut raw = second_for("paper");
    let measures = raw["questions"][0]["measures"].as_array_mut();
    for measure in measures.expect("measures") {
        measure["forms"] = json!(["data"]);
    }
    let issues = check(&raw, Some(&super::first())).expect_err("nothing closes it for paper");
    let form = "paper".to_owned();
    assert!(
        issues
            .iter()
            .any(|issue| issue.problem == Problem::PointNotClosedFor { form: form.clone() }),
        "{issues:?}"
    );
}
