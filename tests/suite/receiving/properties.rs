//! Whatever is pressed on the pages of a merge: what is shown is what is taken in, nothing that became better is taken
//! unseen, and taking back brings everything back.

use std::collections::BTreeSet;

use mamori::app::Screen;
use mamori::app::action::{Action, Merging};
use mamori::app::event::{Effect, Event};
use mamori::app::page::Kind;
use mamori::app::received::{Brought, Differing};
use mamori::app::request::Request;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::merge::{Decision, Decisions, Difference, Merge, Unit};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use super::merging::{answered, first_points};
use crate::stage::Stage;

fn read(case: &serde_json::Value) -> Case {
    serde_json::from_value(case.clone()).expect("a case")
}

/// Before the page that shows both sides.
pub(crate) fn merging(base: Option<Case>, ours: &Case, theirs: &Case) -> Stage {
    let mut stage = Stage::starting(vec![ours.clone()], Some(ours.clone()), "ja");
    stage.happen(Event::Brought(
        "back.mamori".to_owned(),
        Brought::Differs(Box::new(Differing {
            base,
            base_is_unsure: false,
            theirs: theirs.clone(),
            as_sent: theirs.clone(),
            workbook: None,
            emptied: None,
        })),
    ));
    stage
}

/// Three states of a check: two answers, a name and who does a task differ; and theirs alone has what became better.
pub(crate) fn sides() -> (Case, Case, Case) {
    let base = answered("", 5, &[".", ".", ".", "", "x", "x"]);
    let mut ours = answered("", 20, &["x", "x", ".", "", "x", "x"]);
    let mut theirs = answered("総務 佐藤", 18, &[".xx", ".", "x", "xx", "xxx", "x"]);
    // Untouched since they parted.
    for (at, from) in [
        (2, "ours"),
        (4, "ours"),
        (5, "ours"),
        (1, "theirs"),
        (5, "theirs"),
    ] {
        let question = first_points()[at].0.clone();
        let was = base["walks"]["tics-minimum"]["answers"][&question].clone();
        let side = if from == "ours" {
            &mut ours
        } else {
            &mut theirs
        };
        side["walks"]["tics-minimum"]["answers"][&question] = was;
    }
    ours["title"] = "本社工場 (やまと)".into();
    theirs["title"] = "やまと精工 本社".into();
    let question = first_points()[0].0.clone();
    for (case, who) in [(&mut ours, "社長"), (&mut theirs, "佐藤")] {
        case["walks"]["tics-minimum"]["answers"][&question]["task"] =
            json!({"measure": null, "who": who, "by": "", "done": null});
    }
    (read(&base), read(&ours), read(&theirs))
}

/// Random sides of one check.
fn three() -> impl Strategy<Value = (Option<Case>, Case, Case)> {
    let answers = || vec(select(&["", ".", "x", ".x", "xx", "xxxx"][..]), 6);
    let titles = || select(&["本社", "工場", ""][..]);
    let side = || (answers(), titles());
    (side(), side(), side(), any::<bool>()).prop_map(|(base, ours, theirs, has_base)| {
        let case = |who, day, (answers, title): &(Vec<&str>, &str)| {
            let mut case = answered(who, day, answers);
            case["title"] = (*title).into();
            read(&case)
        };
        let base = case("", 5, &base);
        (
            has_base.then_some(base),
            case("", 20, &ours),
            case("佐藤", 18, &theirs),
        )
    })
}

/// The questions in their order, then everything else.
fn place(difference: &Difference) -> usize {
    let questions = first_points();
    match &difference.unit {
        Unit::Answer(_, question, _) => {
            let mut questions = questions.iter();
            let at = questions.position(|(known, _)| known == question.as_str());
            at.expect("a question")
        }
        _ => questions.len(),
    }
}

/// What the pages show to be decided.
fn shown(stage: &mut Stage, merge: &Merge) -> Decisions {
    let mut decisions = Decisions::new();
    stage.happen(Event::Do(Action::Open(Screen::Merge)));
    for _ in &merge.conflicts {
        stage.happen(Event::Do(Action::Merge(Merging::Previous)));
    }
    for difference in &merge.conflicts {
        let page = stage.page();
        let chosen = page.rows.iter().find_map(|row| match row.kind {
            Kind::Answer {
                digit,
                chosen: true,
            } => Some(digit),
            _ => None,
        });
        let mut offered = vec![Decision::Ours, Decision::Theirs];
        offered.extend(difference.is_answer().then_some(Decision::Unknown));
        offered.push(Decision::Later);
        if let Some(digit) = chosen {
            decisions.insert(difference.unit.clone(), offered[usize::from(digit) - 1]);
        }
        stage.happen(Event::Do(Action::Merge(Merging::Next)));
    }
    stage.happen(Event::Do(Action::Open(Screen::MergeTaken)));
    for row in stage.page().rows {
        if let (Kind::Check { ticked: false }, Some(Action::Merge(Merging::Taken(at)))) =
            (row.kind, row.action)
        {
            let unit = merge.taken[usize::from(at)].unit.clone();
            decisions.insert(unit, Decision::Ours);
        }
    }
    decisions
}

/// Without what the program counts, and where one is.
fn content(case: &Case) -> Case {
    let mut case = case.clone();
    case.revision = 0;
    case.updated = case.created;
    case.ancestors.clear();
    case.walks.values_mut().for_each(|walk| walk.at = None);
    case
}

const KEYS: [&str; 16] = [
    "1", "2", "3", "4", "Left", "Right", "z", "Z", "Down", "Down", "Up", "Space", "Enter", "End",
    "PageDown", "Esc",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_taken_in_and_nothing_better_is_taken_unseen(
        (base, ours, theirs) in three(),
        keys in vec(select(&KEYS[..]), 0..60),
        looks in vec(any::<bool>(), 60),
    ) {
        let mut merge = Merge::of(base.as_ref(), &ours, &theirs);
        merge.conflicts.sort_by_key(place);
        merge.taken.sort_by_key(place);
        prop_assume!(!merge.is_nothing());
        let mut stage = merging(base, &ours, &theirs);
        let mut seen: BTreeSet<Unit> = BTreeSet::new();
        for (key, looks) in keys.iter().zip(looks) {
            let screen = stage.app.screen();
            let is_merging = screen == Screen::Merge || screen == Screen::MergeTaken;
            if !is_merging {
                break;
            }
            if *key == "Enter" && stage.page().cursor == Some(Action::Merge(Merging::GiveUp)) {
                continue;
            }
            if looks && screen == Screen::Merge && !merge.taken.is_empty() {
                stage.happen(Event::Do(Action::Open(Screen::MergeTaken)));
            } else {
                stage.play(key);
            }
            if let Some(Action::Merge(Merging::Taken(at))) = stage.page().cursor {
                seen.insert(merge.taken[usize::from(at)].unit.clone());
            }
            let is_unseen = merge.to_look_at().any(|it| !seen.contains(&it.unit));
            if stage.app.screen() == Screen::Merged {
                prop_assert!(!is_unseen, "{keys:?}");
            } else {
                prop_assert_eq!(content(stage.case()), content(&ours), "nothing before it is taken in");
            }
        }
        if stage.app.screen() == Screen::Merged {
            return Ok(());
        }
        let decisions = shown(&mut stage, &merge);
        // Look at all of it.
        let rows = stage.page().actions();
        for action in rows {
            stage.happen(Event::Focus(action));
        }
        stage.happen(Event::Do(Action::Open(Screen::Merge)));
        stage.happen(Event::Do(Action::Merge(Merging::Take)));
        prop_assert_eq!(stage.app.screen(), Screen::Merged);
        let expected = merge.apply(&decisions);
        prop_assert_eq!(content(stage.case()), content(&expected));
        if content(&expected) == content(&ours) {
            return Ok(());
        }
        // What there was is kept first, and all of it is one step.
        let keeps = Effect::Ask(Request::KeepAsItIs(ours.id.clone()));
        prop_assert!(stage.effects.contains(&keeps));
        let revision = stage.case().revision;
        prop_assert!(revision > ours.revision.max(theirs.revision));
        stage.play("z");
        prop_assert_eq!(content(stage.case()), content(&ours));
        stage.play("Esc Z");
        prop_assert_eq!(content(stage.case()), content(&expected));
    }
}
