//! What is told of papers with mistakes, each with its path, and that the schema sees those that a schema can.

use mamori::questionnaire::check::{Problem, Thing, check, check_papers, is_of_papers};
use mamori::questionnaire::raw::Raw;
use serde_json::{Value, json};

use super::{OURS, SCHEMA, json as read, packs};

fn schema() -> jsonschema::Validator {
    jsonschema::validator_for(&read(SCHEMA)).expect("the schema is one")
}

/// Ours with a value put at this place.
fn with(place: &str, value: Value) -> Value {
    let mut raw = read(OURS);
    let (parent, last) = place.rsplit_once('/').expect("a JSON pointer");
    match raw.pointer_mut(parent).expect("a parent") {
        Value::Object(members) => {
            members.insert(last.to_owned(), value);
        }
        Value::Array(entries) => entries[last.parse::<usize>().expect("a place")] = value,
        other => panic!("{other}"),
    }
    raw
}

fn issues(raw: &Value) -> Vec<(String, Problem)> {
    let issues = check_papers(raw, &packs()).err().unwrap_or_default();
    issues
        .into_iter()
        .map(|issue| (issue.path, issue.problem))
        .collect()
}

#[test]
fn ours_have_no_issue_and_follow_the_schema_which_is_one() {
    jsonschema::draft202012::meta::validate(&read(SCHEMA)).expect("a 2020-12 schema");
    assert_eq!(issues(&read(OURS)), []);
    let schema = schema();
    let breaches: Vec<String> = schema
        .iter_errors(&read(OURS))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(breaches, [""; 0]);
}

#[test]
fn papers_are_told_from_packs() {
    let (papers, pack) = (
        read(OURS),
        read(include_str!("../../../criteria/tics-minimum.json")),
    );
    assert!(is_of_papers(&Raw::from(&papers)));
    assert!(!is_of_papers(&Raw::from(&pack)));
    assert!(check(&papers, None).is_err());
    assert!(check_papers(&pack, &packs()).is_err());
}

#[test]
fn each_mistake_is_told_with_its_place() {
    let no_such = |thing, id: &str| Problem::NoSuch {
        thing,
        id: id.to_owned(),
    };
    let not_one_of = |text: &str, choices: &[&'static str]| Problem::NotOneOf {
        text: text.to_owned(),
        choices: choices.to_vec(),
    };
    let field = json!({ "label": { "ja": "名前", "en": "Name" } });
    let text = json!({ "ja": "あ", "en": "a" });
    let kinds = ["heading", "text", "fields", "lines", "table", "signatures"];
    // Where, what stands there, the place and the problem that are told, and whether a schema can see it.
    let table = [
        (
            "/format",
            json!(2),
            "format",
            Problem::Newer { found: "2".into() },
            true,
        ),
        (
            "/pack",
            json!("gone"),
            "pack",
            no_such(Thing::Pack, "gone"),
            false,
        ),
        (
            "/papers/0/serves/0/question",
            json!("gone"),
            "papers[0].serves[0].question",
            no_such(Thing::Question, "gone"),
            false,
        ),
        (
            "/papers/0/serves/0/measures",
            json!(["gone"]),
            "papers[0].serves[0].measures[0]",
            no_such(Thing::Measure, "gone"),
            false,
        ),
        (
            "/papers/0/serves/0/points",
            json!(["gone"]),
            "papers[0].serves[0].points[0]",
            no_such(Thing::Point, "gone"),
            false,
        ),
        (
            "/papers/1/id",
            json!("information-list"),
            "papers[1].id",
            Problem::Duplicate {
                text: "information-list".into(),
            },
            false,
        ),
        (
            "/papers/0/pages/0/reach",
            json!("all"),
            "papers[0].pages[0].reach",
            not_one_of("all", &["wall", "inside", "confidential"]),
            true,
        ),
        (
            "/papers/0/pages/0/parts/0/kind",
            json!("picture"),
            "papers[0].pages[0].parts[0].kind",
            not_one_of("picture", &kinds),
            true,
        ),
        (
            "/papers/0/pages/0/parts/0",
            json!({ "fields": [field] }),
            "papers[0].pages[0].parts[0].kind",
            Problem::MissingMember,
            true,
        ),
        (
            "/papers/0/pages/0/parts/0/fields/0/known",
            json!("profile.passphrase"),
            "papers[0].pages[0].parts[0].fields[0].known",
            not_one_of(
                "profile.passphrase",
                &[
                    "profile.firm",
                    "profile.manager",
                    "profile.deputy",
                    "profile.contact",
                    "today",
                ],
            ),
            true,
        ),
        (
            "/papers/2/pages/1/parts/1/fields/0/known",
            json!("profile.manager"),
            "papers[2].pages[1].parts[1].fields[0].known",
            Problem::KnownOnWall,
            false,
        ),
        (
            "/papers/2/pages/0/parts/1/rows/rows/0",
            json!([text]),
            "papers[2].pages[0].parts[1].rows.rows[0]",
            Problem::CellsNotColumns {
                cells: 1,
                columns: 4,
            },
            false,
        ),
        (
            "/papers/0/pages/0/title",
            json!({ "ja": "題" }),
            "papers[0].pages[0].title.en",
            Problem::MissingLanguage {
                language: "en".into(),
            },
            false,
        ),
        (
            "/papers/0/pages/0/colour",
            json!("red"),
            "papers[0].pages[0].colour",
            Problem::UnknownMember,
            true,
        ),
    ];
    let schema = schema();
    for (place, value, path, problem, seen_by_schema) in table {
        let raw = with(place, value);
        assert_eq!(issues(&raw), [(path.to_owned(), problem)], "{place}");
        assert_eq!(!schema.is_valid(&raw), seen_by_schema, "{place}");
    }
}

#[test]
fn every_measure_and_point_that_leaves_its_pack_is_told() {
    for pack in packs() {
        let mut other = (*pack).clone();
        other.questions.clear();
        let packs: Vec<_> = packs()
            .into_iter()
            .map(|known| {
                if known.id == pack.id {
                    other.clone().into()
                } else {
                    known
                }
            })
            .collect();
        let issues = check_papers(&read(OURS), &packs).expect_err("questions are gone");
        assert!(issues.iter().all(|issue| issue.path.ends_with(".question")));
        assert!(!issues.is_empty(), "{}", pack.id);
    }
}

#[test]
fn a_file_of_nothing_but_mistakes_is_told_whole_and_breaks_nothing() {
    for raw in [json!(null), json!([]), json!({}), json!({ "papers": {} })] {
        assert!(!issues(&raw).is_empty(), "{raw}");
    }
    for member in ["format", "pack", "version", "languages", "papers"] {
        let issues = issues(&with(&format!("/{member}"), json!(null)));
        assert!(!issues.is_empty(), "{member}");
        assert!(
            issues.iter().all(|(path, _)| !path.is_empty()),
            "{issues:?}"
        );
    }
}

#[test]
fn check_and_schema_agree_on_how_much_there_may_be() {
    let schema = schema();
    let part = "/papers/0/pages/0/parts/1";
    let text = json!({ "ja": "あ", "en": "a" });
    let field = json!({ "label": text });
    let row = json!([null, null, null, null]);
    let table = [
        ("/papers/2/pages/0/parts/0/fields".to_owned(), field, 20),
        (
            "/papers/4/pages/0/parts/1/lines".to_owned(),
            text.clone(),
            30,
        ),
        ("/papers/2/pages/0/parts/1/rows/rows".to_owned(), row, 40),
        ("/papers/1/pages/0/parts/7/by".to_owned(), text, 6),
    ];
    for (place, entry, most) in table {
        for (count, is_right) in [(0, false), (most, true), (most + 1, false)] {
            let raw = with(&place, Value::Array(vec![entry.clone(); count]));
            assert_eq!(issues(&raw).is_empty(), is_right, "{place} {count}");
            assert_eq!(schema.is_valid(&raw), is_right, "{place} {count}");
        }
    }
    for (place, most) in [("rows/count", 40), ("columns/0/width", 20)] {
        for (number, is_right) in [(most, true), (most + 1, false), (-1, false)] {
            let raw = with(&format!("{part}/{place}"), json!(number));
            assert_eq!(issues(&raw).is_empty(), is_right, "{place} {number}");
            assert_eq!(schema.is_valid(&raw), is_right, "{place} {number}");
        }
    }
}
