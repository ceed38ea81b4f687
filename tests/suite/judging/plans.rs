//! The order of what to do: priority, cost, effort, place; and what an answer must be to have a task.

use mamori::questionnaire::plan::FIRST;
use mamori::questionnaire::result::WalkResult;
use serde_json::{Value, json};

use super::{case_with, pack_of, plan_of, raw_question};

/// A question of two points that one measure closes.
fn question(id: &str, priority: u8, cost: &str, effort: &str) -> Value {
    let measures: &[(&str, &str, &str, &[&str])] = &[("m", cost, effort, &["a", "b"])];
    raw_question(id, "s", "heading", priority, &["a", "b"], measures)
}

fn not_met() -> Value {
    json!({"given": {"points": {"a": false, "b": false}}})
}

/// The order of the tasks for questions that are all not met.
#[track_caller]
fn check(questions: &[(&str, u8, &str, &str)], expected: &str) {
    let raw: Vec<Value> = questions
        .iter()
        .map(|(id, priority, cost, effort)| question(id, *priority, cost, effort))
        .collect();
    let pack = pack_of(&raw);
    let answers: serde_json::Map<String, Value> = questions
        .iter()
        .map(|(id, ..)| ((*id).to_owned(), not_met()))
        .collect();
    let case = case_with(&pack, &[], &answers.into());
    let order: Vec<String> = WalkResult::of(&pack, &case)
        .plan()
        .iter()
        .map(|planned| planned.question.id.to_string())
        .collect();
    assert_eq!(order.join(" "), expected);
}

#[test]
fn the_packs_priority_comes_before_everything() {
    check(
        &[
            ("dear-3", 3, "A", "M"),
            ("dear-1", 1, "D", "D"),
            ("dear-2", 2, "A", "M"),
        ],
        "dear-1 dear-2 dear-3",
    );
}

#[test]
fn then_the_lower_end_of_the_cost_then_its_upper_end() {
    check(
        &[
            ("c", 1, "C", "M"),
            ("b-d", 1, "B-D", "M"),
            ("b", 1, "B", "D"),
            ("a-d", 1, "A-D", "D"),
            ("a", 1, "A", "D"),
        ],
        "a a-d b b-d c",
    );
}

#[test]
fn then_the_lower_end_of_the_effort_then_its_upper_end() {
    check(
        &[
            ("d", 1, "A", "D"),
            ("h-d", 1, "A", "H-D"),
            ("h", 1, "A", "H"),
            ("m-d", 1, "A", "M-D"),
            ("m", 1, "A", "M"),
        ],
        "m m-d h h-d d",
    );
}

#[test]
fn then_the_place_in_the_pack() {
    check(
        &[
            ("z", 2, "B", "H"),
            ("y", 2, "B", "H"),
            ("x", 2, "B", "H"),
            ("a", 2, "B", "H"),
        ],
        "z y x a",
    );
}

#[test]
fn six_tasks_come_first() {
    assert_eq!(FIRST, 6);
}

/// One question for each answer, `q0`, `q1`, …, and the plan.
#[track_caller]
fn plan_for(answers: &[Value]) -> Vec<String> {
    let measures: &[(&str, &str, &str, &[&str])] =
        &[("cheap", "A", "M", &["a"]), ("dear", "D", "D", &["b"])];
    let raw: Vec<Value> = (0..answers.len())
        .map(|at| raw_question(&format!("q{at}"), "s", "heading", 1, &["a", "b"], measures))
        .collect();
    let pack = pack_of(&raw);
    let answers: serde_json::Map<String, Value> = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| (format!("q{at}"), answer.clone()))
        .collect();
    plan_of(&pack, &case_with(&pack, &[], &answers.into()))
}

#[test]
fn only_what_is_partly_or_not_in_place_has_a_task() {
    let plan = plan_for(&[
        json!({}),
        json!({"given": "unknown"}),
        json!({"given": {"points": {"a": true, "b": true}}}),
        json!({"given": {"points": {"a": true, "b": false}}}),
        not_met(),
    ]);
    assert_eq!(plan, ["q4: cheap", "q3: dear"]);
}

#[test]
fn a_mark_on_an_item_that_is_met_unknown_or_unanswered_waits() {
    let task = json!({"measure": "dear", "who": "社長"});
    let waiting = [
        json!({ "task": task }),
        json!({"given": "unknown", "task": task}),
        json!({"given": {"points": {"a": true, "b": true}}, "task": task}),
    ];
    assert_eq!(plan_for(&waiting), [""; 0]);
    let woken = json!({"given": {"points": {"a": true, "b": false}}, "task": task});
    assert_eq!(plan_for(&[woken]), ["q0: dear"]);
}

#[test]
fn a_task_that_is_done_stays_in_the_plan_and_changes_no_outcome() {
    let open = not_met();
    let mut done = not_met();
    done["task"] =
        json!({"measure": "dear", "who": "社長", "by": "11月30日", "done": "2026-11-22"});
    let measures: &[(&str, &str, &str, &[&str])] =
        &[("cheap", "A", "M", &["a"]), ("dear", "D", "D", &["b"])];
    let pack = pack_of(&[raw_question("q", "s", "heading", 1, &["a", "b"], measures)]);
    let [open, done] = [open, done].map(|answer| case_with(&pack, &[], &json!({ "q": answer })));
    let [open, done] = [&open, &done].map(|case| WalkResult::of(&pack, case));
    assert_eq!(open.counts, done.counts);
    let [open, done] = [open.plan(), done.plan()];
    assert_eq!((open.len(), done.len()), (1, 1));
    assert!(open[0].task.is_none());
    let task = done[0].task.expect("the user's own words");
    assert_eq!((task.who.as_str(), task.by.as_str()), ("社長", "11月30日"));
    assert_eq!(task.done.expect("a day").to_string(), "2026-11-22");
}

#[test]
fn a_task_names_its_item_by_its_place_among_those_asked() {
    let pack = pack_of(&[question("met", 1, "A", "M"), question("open", 1, "A", "M")]);
    let met = json!({"given": {"points": {"a": true, "b": true}}});
    let case = case_with(&pack, &[], &json!({"met": met, "open": not_met()}));
    let result = WalkResult::of(&pack, &case);
    let plan = result.plan();
    assert_eq!(plan[0].item, 1);
    assert_eq!(result.items[plan[0].item].question.id.as_str(), "open");
}
