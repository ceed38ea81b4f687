//! Checking again: what goes from an old case into the new one, and what does not.

use mamori::questionnaire::case::Case;
use mamori::questionnaire::compare::{Change, Comparison};
use mamori::questionnaire::id::{CaseId, QuestionId};
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::result::WalkResult;
use serde_json::{Value, json};

use super::{built_in, case};

fn old() -> Case {
    case(&json!({
        "format": 1, "id": "old", "revision": 41, "title": "本社工場",
        "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-20T17:02:00+09:00",
        "forms": ["paper", "data"],
        "information": [{"what": "金型のCADデータ", "form": "data", "x-shelf": 2}],
        "walk": "tics-2024-additions",
        "walks": {
            "tics-minimum": {"version": "1.0.0", "at": "write-duties", "answers": {
                "name-a-manager": {
                    "given": "unknown", "answered": "2026-11-20T16:45:00+09:00",
                    "note": "社長に聞く", "flag": true,
                    "task": {"measure": "appointment", "who": "社長", "by": "", "done": "2026-11-20"},
                    "records": {"appointment": "there"},
                },
                "leavers": {"flag": true},
            }},
            "tics-2024-additions": {"version": "1.0.0", "at": null, "answers": {
                "partners": {"given": "unknown", "note": "山田製作所"},
            }},
        },
        "earlier": {"id": "older", "updated": "2025-11-20T10:00:00+09:00", "walks": {}},
        "x-shelf": 1,
    }))
}

fn again() -> Case {
    let now = Moment::parse("2027-11-20T09:00:00+09:00").expect("a moment");
    Case::again(&old(), CaseId::new("new"), &built_in().0, now)
}

#[test]
fn everything_is_asked_afresh_and_the_notes_are_kept() {
    let (pack, _) = built_in();
    let new = again();
    assert_eq!((new.id.as_str(), new.revision), ("new", 1));
    assert_eq!(new.created.to_string(), "2027-11-20T09:00:00+09:00");
    assert_eq!(new.title, "本社工場");
    assert_eq!(new.forms, old().forms);
    assert_eq!(new.information, old().information);
    assert_eq!(new.walk, pack.id, "it begins with the first walk");
    assert_eq!(new.walks.len(), 1, "a walk enters the case when it starts");
    let counts = WalkResult::of(&pack, &new).counts;
    assert_eq!(counts.answered(), 0);
    // The task was done on that round; one that is still open comes along.
    let answers = serde_json::to_value(&new.walks[&pack.id].answers).expect("JSON");
    let expected: Value = json!({ "name-a-manager": { "note": "社長に聞く" } });
    assert_eq!(answers, expected, "no answer, flag, task or record");
    assert!(
        new.other.is_empty(),
        "what is not known belongs to the old case"
    );
}

#[test]
fn the_old_answers_stand_beside_and_those_before_them_do_not() {
    let new = again();
    let earlier = new.earlier.as_ref().expect("an earlier case");
    assert_eq!(
        (earlier.id.clone(), earlier.updated),
        (old().id, old().updated)
    );
    assert_eq!(earlier.walks, old().walks);
    let text = serde_json::to_string(&new).expect("JSON");
    assert!(!text.contains("older"), "{text}");
}

#[test]
fn the_second_walk_has_its_notes_when_it_begins() {
    let (_, second) = built_in();
    let mut new = again();
    new.begin_walk(&second);
    let answers = serde_json::to_value(&new.walks[&second.id].answers).expect("JSON");
    assert_eq!(answers, json!({ "partners": { "note": "山田製作所" } }));
    let before = new.clone();
    new.begin_walk(&second);
    assert_eq!(new, before, "a walk that was begun is left alone");
}

#[test]
fn until_something_is_answered_nothing_looks_worse() {
    let (pack, second) = built_in();
    let new = again();
    let found = Comparison::since(&pack, &new).expect("an earlier walk");
    assert_eq!(found.count(Change::Worse), 0);
    assert_eq!(found.count(Change::Improved), 0);
    assert_eq!(found.before.unknown, 1);
    assert!(Comparison::since(&second, &new).is_some());
    assert_eq!(
        Comparison::since(&pack, &old()),
        None,
        "that walk had not begun"
    );
}

#[test]
fn an_open_task_comes_along_with_who_and_by_when() {
    let (pack, _) = built_in();
    let mut old = old();
    let walk = old.walks.get_mut(&pack.id).expect("the first walk");
    let id = QuestionId::new("name-a-manager");
    let task = walk
        .answers
        .get_mut(&id)
        .expect("an answer")
        .task
        .as_mut()
        .expect("a task");
    task.done = None;
    task.by = "2027-01-31".to_owned();
    let now = Moment::parse("2027-11-20T09:00:00+09:00").expect("a moment");
    let new = Case::again(&old, CaseId::new("new"), &pack, now);
    let answer = new.answer(&pack.id, &id).expect("what comes along");
    let task = answer.task.as_ref().expect("the task");
    assert_eq!(
        (task.who.as_str(), task.by.as_str()),
        ("社長", "2027-01-31")
    );
    assert_eq!(answer.given, None, "it answers nothing");
}
