//! A point for which there is nothing here (関係なし): a third mark, by a row or a key of its own, only where the pack
//! offers it, and never in the way of the other two.

use std::sync::Arc;

use mamori::app::action::Action;
use mamori::app::page::Kind;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::PointState;
use mamori::questionnaire::check::check;
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::pack::Pack;
use serde_json::{Value, json};

use crate::stage::Stage;

/// Our first pack in format 2, where the second point of the first question may be 関係なし.
fn pack() -> Arc<Pack> {
    let text = mamori::assets::builtin_packs()[0].1;
    let mut raw: Value = serde_json::from_str(text).expect("JSON");
    raw["format"] = json!(2);
    raw["questions"][0]["points"][1]["none"] =
        json!({"ja": "派遣の人はいない", "en": "no temporary staff"});
    Arc::new(check(&raw, None).unwrap_or_else(|issues| panic!("{issues:#?}")))
}

pub(super) fn stage() -> Stage {
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    let mut stage = Stage::with(&[pack()], catalog);
    stage.begin("1");
    stage
}

fn states(stage: &Stage) -> Vec<PointState> {
    let rows = stage.page().rows;
    let states = rows.iter().filter_map(|row| match row.kind {
        Kind::Point { state } => Some(state),
        _ => None,
    });
    states.collect()
}

fn outcome(stage: &Stage) -> (Outcome, (usize, usize)) {
    let result = stage.app.result().expect("a case");
    (result.items[0].outcome, result.items[0].points())
}

/// What the file says of the first question.
fn answer(stage: &Stage) -> Value {
    let case = serde_json::to_value(stage.case()).expect("JSON");
    let walk = case["walks"]["tics-minimum"]["answers"].as_object();
    let id = pack().questions[0].id.to_string();
    walk.and_then(|answers| answers.get(&id))
        .cloned()
        .unwrap_or_default()
}

use PointState::{None as Nothing, Open, There};

#[test]
fn a_point_that_there_is_nothing_for_is_left_out_and_stays_so_when_all_is_in_place() {
    let mut stage = stage();
    stage.sees("関係なし (派遣の人はいない)");
    stage.play("2 Down n");
    assert_eq!(states(&stage)[..2], [Open, Nothing]);
    stage.sees("[-]");
    // By itself it answers nothing.
    assert_eq!(outcome(&stage).0, Outcome::Unanswered);
    stage.play("1");
    let count = pack().questions[0].all_points.len();
    assert_eq!(outcome(&stage), (Outcome::Met, (count - 1, count - 1)));
    assert_eq!(states(&stage)[1], Nothing);
    stage.sees(&format!("{}つともある、と記録しました", count - 1));
    let id = pack().questions[0].all_points[1].id.to_string();
    assert_eq!(answer(&stage)["none"], json!([id]));
    assert!(answer(&stage)["given"]["points"].get(&id).is_none());
}

#[test]
fn space_on_it_says_that_it_is_there_after_all() {
    let mut stage = stage();
    stage.play("2 Down n");
    assert_eq!(states(&stage)[1], Nothing);
    stage.play("Space");
    assert_eq!(states(&stage)[1], There);
    assert_eq!(answer(&stage)["none"], json!([]));
    assert_eq!(outcome(&stage).0, Outcome::Partly);
}

#[test]
fn arrows_and_enter_alone_reach_it() {
    let mut stage = stage();
    stage.play("2 Down Down");
    assert_eq!(stage.page().cursor, Some(Action::PointNone(1)));
    stage.play("Enter");
    assert_eq!(states(&stage)[1], Nothing);
    stage.play("Up Space");
    assert_eq!(states(&stage)[1], Open);
}

#[test]
fn where_nothing_is_in_place_it_stays_so() {
    let mut stage = stage();
    stage.play("3");
    assert_eq!(outcome(&stage).0, Outcome::NotMet);
    stage.happen(mamori::app::event::Event::Do(Action::PointNone(1)));
    assert_eq!(outcome(&stage).0, Outcome::NotMet);
    assert_eq!(states(&stage)[1], Nothing);
    stage.play("z");
    assert_eq!(states(&stage)[1], Open);
}

#[test]
fn it_is_offered_only_where_the_pack_says_so() {
    let mut stage = stage();
    stage.play("2 n");
    assert_eq!(states(&stage)[0], Open);
    stage.play("h");
    stage.sees("関係なし、と記録する");
    let mut usual = Stage::answering("1");
    // The third question has no point that there may be nothing for.
    usual.play("Right Right h");
    usual.sees_no("関係なし");
}

#[test]
fn a_mark_from_before_it_was_offered_is_asked_about_again() {
    let stage = stage();
    let mut case = stage.case().clone();
    let first = &pack().questions[0];
    let points: serde_json::Map<String, Value> = first
        .all_points
        .iter()
        .map(|point| (point.id.to_string(), json!(true)))
        .collect();
    let old = json!({"given": {"points": points}});
    let walk = case.walks.entry(pack().id.clone()).or_default();
    walk.answers.insert(
        first.id.clone(),
        serde_json::from_value(old).expect("an answer"),
    );
    let mut stage = Stage::with(&[pack()], PackLibrary::new(None).catalog("ja").0);
    stage.happen(mamori::app::event::Event::Opened(
        Box::new(case),
        mamori::questionnaire::access::Access::Write,
    ));
    // It stays closed, and the page says what it may have meant.
    assert_eq!(outcome(&stage).0, Outcome::Met);
    stage.play("Down");
    stage.sees("前は「ある、または関係なし」の印でした");
    stage.happen(mamori::app::event::Event::Do(Action::PointNone(1)));
    stage.sees_no("前は「ある、または関係なし」の印でした");
    assert_eq!(states(&stage)[1], Nothing);
    // Saying the same again says that it is there.
    stage.play("z");
    stage.sees("前は「ある、または関係なし」の印でした");
    stage.play("1");
    stage.sees_no("前は「ある、または関係なし」の印でした");
    assert_eq!(states(&stage)[1], There);
    assert_eq!(answer(&stage)["none"], json!([]));
}

#[test]
fn numbered_lines_take_it_by_n_and_its_number() {
    use mamori::plain::{Shown, Step, understand};
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    let mut stage = stage();
    let said = Shown::again(&stage.app, &catalog);
    assert!(said.contains("n2 関係なし (派遣の人はいない)"), "{said}");
    stage.play("2");
    let steps = understand(&stage.app, "1 n2", &catalog);
    for step in steps {
        if let Step::Happen(event) = step {
            stage.happen(event);
        }
    }
    assert_eq!(states(&stage)[..2], [There, Nothing]);
    // Before an answer too.
    let mut stage = self::stage();
    for step in understand(&stage.app, "n2", &catalog) {
        if let Step::Happen(event) = step {
            stage.happen(event);
        }
    }
    assert_eq!(states(&stage)[..2], [Open, Nothing]);
    stage.sees("この点は関係なし、と記録しました");
    // Only where it is offered.
    let mut stage = self::stage();
    stage.play("2");
    let steps = understand(&stage.app, "2 n1", &catalog);
    assert!(matches!(steps[..], [Step::Say(_)]), "{steps:?}");
    // An n without its number says nothing of any point.
    let steps = understand(&stage.app, "1 2 n 4", &catalog);
    assert!(matches!(steps[..], [Step::Say(_)]), "{steps:?}");
}
