//! Answers under ids that their pack renamed: they move along, once, and nothing is lost on the way.

use mamori::questionnaire::carry::{OrphanPart, carry, orphans, pack_change};
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::result::WalkResult;
use serde_json::{Value, json};

use super::{case_with, checked, raw_pack, raw_question, raw_section, text};

/// Two questions of today: `q` was `p` and before that `o`; its point `b` was `a`, its measure `new` was `old`.
fn pack(moves: &[(&str, Value)]) -> Pack {
    let mut raw = raw_pack(
        &["paper"],
        &[raw_section("s", "all", &[])],
        &[
            raw_question(
                "q",
                "s",
                "heading",
                1,
                &["b", "c"],
                &[("new", "A", "M", &["b", "c"])],
            ),
            raw_question(
                "r",
                "s",
                "heading",
                1,
                &["b", "c"],
                &[("m", "A", "M", &["b", "c"])],
            ),
        ],
    );
    raw["format"] = json!(2);
    raw["version"] = json!("2.0.0");
    for (name, value) in moves {
        raw[*name] = value.clone();
    }
    checked(&raw)
}

fn renamed() -> (&'static str, Value) {
    (
        "renamed",
        json!({
            "questions": {"o": "p", "p": "q"},
            "points": {"q": {"a": "b"}},
            "measures": {"q": {"old": "new"}},
        }),
    )
}

fn old_answer() -> Value {
    json!({
        "given": {"points": {"a": true, "c": true}},
        "note": "メモ",
        "task": {"measure": "old", "who": "社長"},
        "records": {"old": "there"},
        "record_details": {"old": {"place": "金庫"}},
    })
}

#[test]
fn an_answer_moves_along_a_chain_with_everything_that_belongs_to_it() {
    let pack = pack(&[renamed()]);
    for old in ["o", "p"] {
        let mut case = case_with(&pack, &["paper"], &json!({old: old_answer()}));
        case.walks.get_mut(&pack.id).expect("a walk").at =
            Some(mamori::questionnaire::id::QuestionId::new(old));
        carry(&mut case, &pack);
        let once = case.clone();
        carry(&mut case, &pack);
        assert_eq!(case, once, "twice is once");
        let walk = serde_json::to_value(case.walk(&pack.id).expect("a walk")).expect("JSON");
        assert_eq!(walk["at"], "q");
        assert_eq!(
            walk["answers"],
            json!({"q": {
                "given": {"points": {"b": true, "c": true}},
                "note": "メモ",
                "task": {"measure": "new", "who": "社長", "by": "", "done": null},
                "records": {"new": "there"},
                "record_details": {"new": {"place": "金庫"}},
            }})
        );
        assert_eq!(WalkResult::of(&pack, &case).items[0].outcome, Outcome::Met);
        assert!(orphans(&pack, case.walk(&pack.id)).is_empty());
    }
}

#[test]
fn where_both_have_an_answer_both_stay() {
    let pack = pack(&[renamed()]);
    let newer = json!({"given": "unknown"});
    let mut case = case_with(&pack, &["paper"], &json!({"p": old_answer(), "q": newer}));
    carry(&mut case, &pack);
    assert_eq!(
        WalkResult::of(&pack, &case).items[0].outcome,
        Outcome::Unknown
    );
    let left = orphans(&pack, case.walk(&pack.id));
    assert_eq!(left.len(), 1);
    assert_eq!(
        (left[0].question.as_str(), left[0].part),
        ("p", OrphanPart::Whole)
    );
    assert_eq!(left[0].answer.note, "メモ");
}

#[test]
fn what_was_removed_is_found_with_its_reason_and_what_nobody_tells_of_without() {
    let removed = json!({
        "questions": {"gone": text("重なっていた")},
        "points": {"q": {"z": text("聞かない")}},
        "measures": {"q": {"y": text("古い")}},
    });
    let pack = pack(&[("removed", removed)]);
    let case = case_with(
        &pack,
        &["paper"],
        &json!({
            "gone": {"given": "unknown"},
            "nobody-knows": {"note": "x"},
            "q": {"given": {"points": {"b": true, "z": true}}, "records": {"y": "there"}},
        }),
    );
    let found: Vec<(String, Option<&str>)> = orphans(&pack, case.walk(&pack.id))
        .iter()
        .map(|one| {
            let part = match one.part {
                OrphanPart::Whole => one.question.to_string(),
                OrphanPart::Point(point, is_there) => {
                    format!("{}/{point} {is_there:?}", one.question)
                }
                OrphanPart::Measure(measure) => format!("{}//{measure}", one.question),
            };
            (part, one.why.map(|why| why.get(&["ja"])))
        })
        .collect();
    assert_eq!(
        found,
        [
            ("gone".to_owned(), Some("重なっていた")),
            ("nobody-knows".to_owned(), None),
            ("q/z There".to_owned(), Some("聞かない")),
            ("q//y".to_owned(), Some("古い")),
        ]
    );
}

#[test]
fn what_became_of_the_points_and_of_k_is_counted() {
    let pack = pack(&[]);
    let case = case_with(
        &pack,
        &["paper"],
        // Everything there was then; `c` came later. The second was open then and is open now.
        &json!({"q": {"given": {"points": {"b": true}}}, "r": {"given": {"points": {"b": false, "c": false}}}}),
    );
    let result = WalkResult::of(&pack, &case);
    let change = pack_change(&result, case.walk(&pack.id)).expect("another version");
    assert_eq!(
        (change.before.as_str(), change.now.as_str()),
        ("1.0.0", "2.0.0")
    );
    assert_eq!(
        (change.new_points, change.gaps_before, change.gaps_now),
        (1, 1, 2)
    );
    let mut same = case.clone();
    same.walks.get_mut(&pack.id).expect("a walk").version = "2.0.0".to_owned();
    let result = WalkResult::of(&pack, &same);
    assert_eq!(pack_change(&result, same.walk(&pack.id)), None);
}

#[test]
fn only_what_fits_the_forms_is_asked_and_counts() {
    let mut raw = raw_pack(
        &["paper", "data"],
        &[raw_section("s", "all", &[])],
        &[raw_question(
            "q",
            "s",
            "heading",
            1,
            &["b", "c"],
            &[("m", "A", "M", &["b", "c"]), ("n", "B", "M", &["c"])],
        )],
    );
    raw["format"] = json!(2);
    raw["questions"][0]["points"][1]["forms"] = json!(["data"]);
    raw["questions"][0]["measures"][1]["forms"] = json!(["data"]);
    let pack = checked(&raw);
    for (forms, points, measures) in [
        (&["paper"][..], 1, 1),
        (&["data"], 2, 2),
        (&["paper", "data"], 2, 2),
    ] {
        let case = case_with(
            &pack,
            forms,
            &json!({"q": {"given": {"points": {"b": true, "c": false}}}}),
        );
        let result = WalkResult::of(&pack, &case);
        let item = &result.items[0];
        assert_eq!(item.points(), (1, points), "{forms:?}");
        assert_eq!(item.asked.measures().count(), measures, "{forms:?}");
        let expected = if points == 1 {
            Outcome::Met
        } else {
            Outcome::Partly
        };
        assert_eq!(item.outcome, expected, "{forms:?}");
    }
    // A question of which no point fits is not asked.
    raw["questions"][0]["points"][0]["forms"] = json!(["data"]);
    let pack = checked(&raw);
    let case = case_with(&pack, &["paper"], &json!({}));
    assert!(WalkResult::of(&pack, &case).items.is_empty());
}

#[test]
fn a_point_that_there_was_nothing_for_has_no_home_either_when_it_is_taken_out() {
    let removed = json!({"points": {"q": {"z": text("聞かない")}}});
    let pack = pack(&[("removed", removed)]);
    let answers = json!({"q": {"given": {"points": {"b": true, "c": true}}, "none": ["z"]}});
    let case = case_with(&pack, &["paper"], &answers);
    let found = orphans(&pack, case.walk(&pack.id));
    assert_eq!(found.len(), 1);
    assert!(
        matches!(found[0].part, OrphanPart::Point(point, mamori::questionnaire::case::PointState::None) if point.as_str() == "z")
    );
}

#[test]
fn a_note_and_a_flag_under_the_new_id_do_not_keep_the_old_answer_away() {
    let pack = pack(&[renamed()]);
    let later = json!({"note": "あとで", "flag": true});
    let mut case = case_with(&pack, &["paper"], &json!({"p": old_answer(), "q": later}));
    carry(&mut case, &pack);
    let result = WalkResult::of(&pack, &case);
    assert_eq!(result.items[0].outcome, Outcome::Met);
    assert_eq!(result.items[0].note(), "メモ\nあとで");
    assert!(result.items[0].is_flagged());
    assert!(orphans(&pack, case.walk(&pack.id)).is_empty());
}

#[test]
fn what_is_gone_counts_in_k_of_before_and_what_is_new_is_told_apart() {
    let pack = pack(&[]);
    let gone = json!({"given": {"points": {"x": false}}});
    let all = json!({"given": {"points": {"b": true, "c": true}}});
    let case = case_with(&pack, &["paper"], &json!({"gone": gone, "q": all}));
    let result = WalkResult::of(&pack, &case);
    let change = pack_change(&result, case.walk(&pack.id)).expect("another version");
    assert_eq!(
        (change.gaps_before, change.gaps_now, change.unanswered),
        (1, 0, 1)
    );
}
