//! What holds for every pack without an issue and every case, fitting or not. What is expected is
//! worked out here a second time, from the raw JSON and in the slowest way.

use mamori::questionnaire::case::Case;
use mamori::questionnaire::glance::Glance;
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::plan::due_days;
use mamori::questionnaire::result::WalkResult;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::random::{COSTS, EFFORTS, FORMS, Raw, given, names, pack_and_case};
use super::{case as read_case, checked, ids};

fn read(raw: &Raw) -> (Pack, Case) {
    (checked(&raw.pack), read_case(&raw.case))
}

fn answers(raw: &Value) -> &Map<String, Value> {
    raw["walks"]["made-up"]["answers"]
        .as_object()
        .expect("answers")
}

fn strings(list: &Value) -> Vec<&str> {
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|text| text.as_str().expect("a text"))
        .collect()
}

fn find<'v>(things: &'v Value, id: &str) -> Option<&'v Value> {
    things
        .as_array()
        .expect("a list")
        .iter()
        .find(|thing| thing["id"] == id)
}

/// The raw questions that are asked: section by section, those of its take and forms.
fn asked(raw: &Raw) -> Vec<&Value> {
    let chosen = strings(&raw.case["forms"]);
    let mut asked = Vec::new();
    for section in raw.pack["sections"].as_array().expect("sections") {
        let forms = strings(&section["forms"]);
        if !forms.is_empty() && !forms.iter().any(|form| chosen.contains(form)) {
            continue;
        }
        for question in raw.pack["questions"].as_array().expect("questions") {
            let is_taken = section["take"] == "all" || question["level"] == "heading";
            if question["section"] == section["id"] && is_taken {
                asked.push(question);
            }
        }
    }
    asked
}

fn is_in_place(answer: &Value, point: &str) -> bool {
    answer["given"]["points"][point] == true
}

fn outcome(question: &Value, answer: &Value) -> Outcome {
    let given = &answer["given"];
    if *given == "unknown" {
        return Outcome::Unknown;
    }
    if let Some(reason) = given["not-applicable"].as_str() {
        let is_offered = question["may_not_apply"] != json!([]);
        return if is_offered && !reason.trim().is_empty() {
            Outcome::NotApplicable
        } else {
            Outcome::Unanswered
        };
    }
    if given["points"].is_null() {
        return Outcome::Unanswered;
    }
    let points = names(&question["points"]);
    let open = points
        .iter()
        .filter(|point| !is_in_place(answer, point))
        .count();
    match open {
        0 => Outcome::Met,
        open if open == points.len() => Outcome::NotMet,
        _ => Outcome::Partly,
    }
}

/// The id of the marked measure if the pack has it, else of the first that closes the first open point.
fn measure<'v>(question: &'v Value, answer: &Value) -> &'v Value {
    let marked = answer["task"]["measure"].as_str();
    if let Some(measure) = marked.and_then(|id| find(&question["measures"], id)) {
        return measure;
    }
    let points = names(&question["points"]);
    let open = points
        .iter()
        .find(|point| !is_in_place(answer, point))
        .expect("an open point");
    let measures = question["measures"].as_array().expect("measures");
    measures
        .iter()
        .find(|measure| strings(&measure["closes"]).contains(&open.as_str()))
        .expect("a measure that closes it")
}

/// The answer of the case, null if there is none.
fn answer_to<'v>(raw: &'v Raw, question: &Value) -> &'v Value {
    let id = question["id"].as_str().expect("an id");
    answers(&raw.case).get(id).unwrap_or(&Value::Null)
}

/// Question and measure of each task, sorted by the rule of docs/ARCHITECTURE.md.
fn plan(raw: &Raw) -> Vec<String> {
    let mut tasks: Vec<_> = asked(raw)
        .into_iter()
        .enumerate()
        .filter(|(_, question)| {
            let outcome = outcome(question, answer_to(raw, question));
            matches!(outcome, Outcome::Partly | Outcome::NotMet)
        })
        .map(|(place, question)| {
            let measure = measure(question, answer_to(raw, question));
            let rank = |all: &[&str], of: &Value| all.iter().position(|known| of == known);
            let key = (
                question["priority"].as_u64(),
                rank(&COSTS, &measure["cost"]),
                rank(&EFFORTS, &measure["effort"]),
                place,
            );
            (key, format!("{} {}", question["id"], measure["id"]))
        })
        .collect();
    tasks.sort();
    tasks.into_iter().map(|(_, task)| task).collect()
}

/// The paths of what stands in `before` and not in `after`. Of the members that this version knows,
/// those that say nothing (empty, false, null) may go; of the others none.
fn lost(before: &Value, after: &Value, path: &str, into: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                let kept = after.get(name);
                let may_go = !name.starts_with("x-") && says_nothing(value);
                match kept {
                    Some(kept) => lost(value, kept, &format!("{path}/{name}"), into),
                    None if may_go => {}
                    None => into.push(format!("{path}/{name}")),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (at, (before, after)) in before.iter().zip(after).enumerate() {
                lost(before, after, &format!("{path}/{at}"), into);
            }
        }
        (before, after) if before == after => {}
        _ => into.push(path.to_owned()),
    }
}

fn says_nothing(value: &Value) -> bool {
    [json!(null), json!(false), json!(""), json!([]), json!({})].contains(value)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_question_asked_has_exactly_one_outcome_and_nothing_else_has(raw in pack_and_case()) {
        let (pack, case) = read(&raw);
        let result = WalkResult::of(&pack, &case);
        let expected: Vec<_> = asked(&raw)
            .into_iter()
            .map(|question| (&question["id"], outcome(question, answer_to(&raw, question))))
            .map(|(id, outcome)| (id.as_str().expect("an id").to_owned(), outcome))
            .collect();
        let found: Vec<_> = result
            .items
            .iter()
            .map(|item| (item.question.id.to_string(), item.outcome))
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_counts_add_up(raw in pack_and_case()) {
        let (pack, case) = read(&raw);
        let result = WalkResult::of(&pack, &case);
        let counts = result.counts;
        let with = |outcome| result.with_outcome(outcome).count();
        prop_assert_eq!(counts.asked(), asked(&raw).len());
        prop_assert_eq!(counts.asked(), Outcome::ALL.map(|o| counts.of(o)).iter().sum::<usize>());
        prop_assert_eq!(Outcome::ALL.map(|o| counts.of(o)), Outcome::ALL.map(with));
        prop_assert_eq!(counts.answered(), counts.asked() - with(Outcome::Unanswered));
        prop_assert_eq!(
            counts.gaps(),
            counts.asked() - with(Outcome::Met) - with(Outcome::NotApplicable)
        );
        prop_assert_eq!(counts.gaps(), result.gaps().count());
        let sections = result.sections();
        let of_sections: usize = sections.iter().map(|(_, counts)| counts.asked()).sum();
        prop_assert_eq!(of_sections, counts.asked());
        let reasons = result.items.iter().filter(|item| item.reason().is_some()).count();
        prop_assert_eq!(reasons, counts.not_applicable);
        let days = due_days(&result.plan());
        let (glanced, mut glanced_days) = Glance::of(&case).judged(&pack);
        glanced_days.sort_unstable();
        prop_assert_eq!((glanced, glanced_days), (counts, days), "at a glance");
    }

    #[test]
    fn hidden_answers_change_nothing(raw in pack_and_case()) {
        let (pack, case) = read(&raw);
        let result = WalkResult::of(&pack, &case);
        let visible = ids(result.items.iter().map(|item| item.asked));
        let mut without = raw.case.clone();
        without["walks"]["made-up"]["answers"] = answers(&raw.case)
            .iter()
            .filter(|(id, _)| visible.contains(id))
            .map(|(id, answer)| (id.clone(), answer.clone()))
            .collect::<Map<_, _>>()
            .into();
        let without = read_case(&without);
        prop_assert_eq!(&result, &WalkResult::of(&pack, &without));
        prop_assert_eq!(result.plan(), WalkResult::of(&pack, &without).plan());
    }

    #[test]
    fn neither_not_knowing_nor_not_answering_makes_fewer_gaps(
        raw in pack_and_case(),
        at in any::<prop::sample::Index>(),
        other in given(),
    ) {
        let (pack, case) = read(&raw);
        let visible = ids(WalkResult::of(&pack, &case).items.iter().map(|item| item.asked));
        prop_assume!(!visible.is_empty());
        let id = at.get(visible.as_slice());
        let gaps_with = |given: Option<&Value>| {
            let mut case = raw.case.clone();
            let answers = &mut case["walks"]["made-up"]["answers"];
            answers[id] = given.map_or_else(|| json!({}), |given| json!({ "given": given }));
            let case = read_case(&case);
            let result = WalkResult::of(&pack, &case);
            let item = result.items.iter().find(|item| item.question.id.as_str() == id);
            (result.counts.gaps(), item.expect("it is asked").outcome)
        };
        let (unknown, _) = gaps_with(Some(&json!("unknown")));
        let (unanswered, _) = gaps_with(None);
        let (other, outcome) = gaps_with(Some(&other));
        prop_assert_eq!(unknown, unanswered);
        let fewer = usize::from(matches!(outcome, Outcome::Met | Outcome::NotApplicable));
        prop_assert_eq!(other + fewer, unknown);
    }

    #[test]
    fn it_is_in_place_only_with_every_point_in_place(raw in pack_and_case()) {
        let (pack, case) = read(&raw);
        for item in &WalkResult::of(&pack, &case).items {
            let given = item.answer.and_then(|answer| answer.given.as_ref());
            let all = item.asked.points().all(|p| given.is_some_and(|g| g.has(&p.id)));
            prop_assert_eq!(item.outcome == Outcome::Met, all);
            let (in_place, points) = item.points();
            prop_assert_eq!(in_place == points, all);
        }
    }

    #[test]
    fn the_plan_has_one_task_for_each_item_partly_or_not_in_place_in_the_documented_order(
        raw in pack_and_case(),
    ) {
        let (pack, case) = read(&raw);
        let result = WalkResult::of(&pack, &case);
        let found: Vec<String> = result
            .plan()
            .iter()
            .map(|task| format!("{:?} {:?}", task.question.id, task.measure.id))
            .collect();
        prop_assert_eq!(&found, &plan(&raw));
        prop_assert_eq!(found.len(), result.counts.partly + result.counts.not_met);
        for task in result.plan() {
            prop_assert_eq!(task.question, result.items[task.item].question);
        }
    }

    #[test]
    fn a_case_comes_back_as_it_was_with_every_member_that_says_something(raw in pack_and_case()) {
        let (pack, case) = read(&raw);
        let text = serde_json::to_string_pretty(&case).expect("a case can be written");
        let again: Case = serde_json::from_str(&text).expect("and read");
        prop_assert_eq!(&again, &case);
        let written: Value = serde_json::from_str(&text).expect("JSON");
        let mut missing = Vec::new();
        lost(&raw.case, &written, "", &mut missing);
        prop_assert_eq!(missing, Vec::<String>::new());
        prop_assert_eq!(WalkResult::of(&pack, &again), WalkResult::of(&pack, &case));
    }

    #[test]
    fn more_forms_never_ask_fewer_questions(raw in pack_and_case()) {
        let (pack, case) = read(&raw);
        let few = ids(WalkResult::of(&pack, &case).items.iter().map(|item| item.asked));
        let mut all = raw.case.clone();
        all["forms"] = json!(FORMS);
        let all = read_case(&all);
        let all = ids(WalkResult::of(&pack, &all).items.iter().map(|item| item.asked));
        prop_assert!(few.iter().all(|id| all.contains(id)), "{:?} {:?}", few, all);
    }
}
