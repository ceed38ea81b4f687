//! One check after another in one program: nothing of the first is ever seen, offered or written in the second.

use mamori::app::Screen;
use mamori::app::action::{Action, Export, Listing};
use mamori::app::event::{Effect, Event};
use mamori::app::request::{Completed, Request};
use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::reader::Reader;
use mamori::questionnaire::report_format::ReportFormat;
use proptest::prelude::*;
use proptest::sample::select;

use crate::stage::Stage;

/// From a question of a check to a new one, at its forms.
const BEGIN_ANEW: Action = Action::Begin;

fn begin_anew(stage: &mut Stage) {
    stage.happen(Event::Do(Action::Open(Screen::Start)));
    stage.happen(Event::Do(BEGIN_ANEW));
}

fn offers(stage: &Stage, wanted: Action) -> bool {
    stage.page().actions().contains(&wanted)
}

#[test]
fn what_was_taken_off_one_list_cannot_be_put_back_into_another_checks_list() {
    let mut stage = Stage::answering("1");
    stage.play("o Home Down Enter Enter <A社の図面> Enter Esc");
    stage.play("End Enter End Enter Enter").sees("A社の図面");
    assert!(offers(&stage, Action::List(Listing::PutBack)));
    // A is thrown away, and B begins.
    let id = stage.case().id.clone();
    stage.happen(Event::Do(Action::Open(Screen::Manage)));
    stage.happen(Event::Do(Action::Case(0)));
    stage.happen(Event::Done(Completed::ThrownAway(id)));
    begin_anew(&mut stage);
    stage.play("End Enter");
    assert_eq!(stage.app.screen(), Screen::Information);
    assert!(!offers(&stage, Action::List(Listing::PutBack)));
    stage.sees_no("A社の図面");
}

#[test]
fn a_check_that_was_seen_as_a_whole_is_not_gone_on_with_as_a_new_one() {
    let mut stage = Stage::answering("1");
    // A new one, from its list to its sections, and from there to another new one.
    begin_anew(&mut stage);
    stage.play("Space End Enter Enter <金型> Enter Esc Esc o");
    assert_eq!(stage.app.screen(), Screen::Overview, "{}", stage.screen());
    begin_anew(&mut stage);
    assert_eq!(stage.app.screen(), Screen::Forms);
    stage.sees_no("[x]");
    stage.sees_no("1件");
}

#[test]
fn the_report_of_one_check_is_not_offered_under_the_file_name_of_another() {
    let mut stage = Stage::answering("1");
    stage.happen(Event::Do(Action::Open(Screen::Result)));
    stage.happen(Event::Do(Action::Open(Screen::Export)));
    stage.happen(Event::Do(Action::Export(Export::OtherFormats)));
    stage.happen(Event::Do(Action::Export(Export::EditPath)));
    stage.happen(Event::Written("/tmp/A社の結果".to_owned()));
    stage.happen(Event::Do(Action::Export(Export::Anonymous)));
    stage.sees("A社の結果");
    begin_anew(&mut stage);
    stage.play("Home Space End Up Enter Enter");
    stage.happen(Event::Do(Action::Open(Screen::Result)));
    stage.happen(Event::Do(Action::Open(Screen::Export)));
    stage.happen(Event::Do(Action::Export(Export::OtherFormats)));
    stage.sees_no("A社の結果");
    stage.happen(Event::Do(Action::Export(Export::As(
        Reader::Own,
        ReportFormat::Html,
    ))));
    let Some(Effect::Ask(Request::Export(wanted))) = stage.effects.last() else {
        panic!("no report was asked for");
    };
    assert!(!wanted.path.contains('A'), "{}", wanted.path);
    assert!(!wanted.contents.is_anonymous());
}

#[test]
fn two_old_checks_changed_one_after_the_other_are_of_two_firms() {
    let old = |forms: &str| {
        let mut case = Stage::answering(forms).case().clone();
        case.id = CaseId::new(&format!("old-{forms}"));
        case.firm = None;
        case
    };
    let mut stage = Stage::starting(vec![old("1"), old("2")], None, "ja");
    let mut firms = Vec::new();
    for case in [old("1"), old("2")] {
        stage.happen(Event::Opened(
            Box::new(case),
            mamori::questionnaire::access::Access::Write,
        ));
        stage.play("f");
        firms.push(stage.case().firm.clone().expect("a firm"));
    }
    begin_anew(&mut stage);
    stage.play("Home Space End Up Enter Enter");
    firms.push(stage.case().firm.clone().expect("a firm"));
    for (at, firm) in firms.iter().enumerate() {
        assert!(
            firms[at + 1..]
                .iter()
                .all(|other| other.id != firm.id && other.pseudonym != firm.pseudonym),
            "{firms:?}"
        );
    }
}

#[test]
fn an_old_check_and_the_one_that_does_it_again_are_of_one_firm() {
    let mut case = Stage::answering("1").case().clone();
    case.firm = None;
    let id = case.id.clone();
    let mut stage = Stage::starting(vec![case.clone()], Some(case), "ja");
    stage.happen(Event::Do(Action::CheckAgain));
    let firm = stage.case().firm.clone();
    assert!(firm.is_some());
    let saved = stage.effects.iter().find_map(|effect| match effect {
        Effect::Ask(Request::Save(case)) if case.id == id => Some(case.firm.clone()),
        _ => None,
    });
    assert_eq!(saved, Some(firm), "the old one is written with it");
}

/// Keys of every kind, and some ways of going elsewhere.
fn step() -> impl Strategy<Value = &'static str> {
    select(vec![
        "Enter",
        "Enter",
        "Enter",
        "Down",
        "Down",
        "Up",
        "Space",
        "Esc",
        "Right",
        "Left",
        "1",
        "2",
        "3",
        "4",
        "5",
        "u",
        "o",
        "f",
        "?",
        "w",
        "h",
        "d",
        "i",
        "z",
        "Z",
        "Backspace",
        "End",
        "Home",
        "Tab",
        "PageDown",
        "m",
        "<あ>",
        "<図面>",
        "End Enter",
        "o Home Down Enter",
        "o End Up Up Enter",
    ])
}

/// The new check's first steps: what is seen at each of them, and what reaches the disk.
fn begun(stage: &mut Stage) -> (Vec<String>, Case) {
    let mut seen = Vec::new();
    begin_anew(stage);
    for keys in [
        "",
        "Space",
        "End Enter",
        "Enter <金型> Enter Esc Esc",
        "End Up Enter",
        "Enter",
        "1",
        "o",
        "?",
    ] {
        stage.play(keys);
        seen.push(stage.screen());
    }
    for screen in [
        Screen::Information,
        Screen::Result,
        Screen::Tasks,
        Screen::Records,
        Screen::Export,
        Screen::Overview,
    ] {
        stage.happen(Event::Do(Action::Open(screen)));
        seen.push(stage.screen());
    }
    let mut case = stage.case().clone();
    case.id = CaseId::new("the-new-one");
    case.firm = None;
    (seen, case)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Also with another check open before, thrown away or checked again.
    #[test]
    fn after_any_history_a_new_check_is_that_of_a_fresh_start(steps in proptest::collection::vec(step(), 0..80)) {
        let mut used = Stage::answering("1 2");
        for keys in steps {
            if used.has_ended {
                break;
            }
            used.play(keys);
        }
        prop_assume!(!used.has_ended && used.app.is_saved());
        // Whoever is on the first steps of a check, and has not seen it as a whole, goes on with that one.
        prop_assume!(used.app.case().is_some_and(|case| !case.forms.is_empty()));
        used.happen(Event::Do(Action::Open(Screen::Overview)));
        used.happen(Event::Do(Action::Open(Screen::Start)));
        let mut fresh = Stage::starting(used.on_disk(), None, used.app.language());
        // What digits do is the program's, not a check's.
        for stage in [&mut used, &mut fresh] {
            stage.app = stage.app.clone().with_digits(Some(false));
        }
        fresh.share_clock_with(&used);
        let (seen, case) = begun(&mut used);
        let (wanted, fresh_case) = begun(&mut fresh);
        for (seen, wanted) in seen.iter().zip(&wanted) {
            prop_assert_eq!(seen, wanted);
        }
        prop_assert_eq!(case, fresh_case);
    }

    #[test]
    fn after_any_history_another_check_opens_as_at_a_fresh_start(steps in proptest::collection::vec(step(), 0..80)) {
        let mut other = Stage::answering("3");
        other.play("3 Right 1 Right");
        let other = other.case().clone();
        let mut used = Stage::answering("1 2");
        for keys in steps {
            if used.has_ended {
                break;
            }
            used.play(keys);
        }
        prop_assume!(!used.has_ended && used.app.is_saved());
        used.happen(Event::Do(Action::Open(Screen::Start)));
        let mut fresh = Stage::starting(used.on_disk(), None, used.app.language());
        // What digits do is the program's, not a check's.
        for stage in [&mut used, &mut fresh] {
            stage.app = stage.app.clone().with_digits(Some(false));
        }
        fresh.share_clock_with(&used);
        for stage in [&mut used, &mut fresh] {
            stage.happen(Event::Opened(Box::new(other.clone()), mamori::questionnaire::access::Access::Write));
        }
        for keys in ["", "?", "Esc", "o", "End Up Up Up Up Enter", "Esc", "z", "m <い> Esc", "z", "Z"] {
            used.play(keys);
            fresh.play(keys);
            prop_assert_eq!(used.screen(), fresh.screen());
        }
        let named = |stage: &Stage| {
            let mut case = stage.case().clone();
            case.firm = None;
            case
        };
        prop_assert_eq!(named(&used), named(&fresh));
    }
}
