//! Every state that can be reached with a few keys, looked at one by one. What must always hold
//! is said once, in `faults_in` and `faults_of`.

mod said;

use std::collections::{HashSet, VecDeque};

use crossterm::event::KeyEvent;
use mamori::app::action::Action;
use mamori::app::event::{Effect, Event};
use mamori::app::keys::{BINDINGS, Key};
use mamori::app::request::{ExportFault, Request};
use mamori::questionnaire::fault::SaveFault;

use crate::stage::{Disk, Stage, parsed};

use said::Said;

/// The keys that are tried in every state.
const KEYS: &str = "Down Up Enter Esc Space Right Left 1 2 3 4 5 ? m f u o w h d i Backspace Tab \
                    <x> Home End PageDown Ctrl-Z";

/// How many states are looked at from one beginning.
const MOST: usize = 20;

/// How many keys are pressed at random after that, far from the beginning.
const FAR: usize = 80;

/// What tells one state from another, as far as a person could.
fn fingerprint(stage: &Stage) -> String {
    let page = stage.page();
    let field = page.rows.iter().find_map(|row| row.field);
    let case = stage
        .app
        .case()
        .map(|case| (&case.title, &case.forms, &case.walk, &case.walks));
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {:?} {}",
        page.screen,
        page.rows
            .iter()
            .map(|row| (row.kind, &row.right))
            .collect::<Vec<_>>(),
        page.cursor,
        page.actions(),
        page.hints,
        page.message.as_ref().map(|message| message.id),
        page.keeping,
        page.breadcrumb,
        field,
        stage.app.language(),
        case,
        stage.has_ended,
    )
}

/// What does not hold in this state.
fn faults_in(stage: &Stage, says: &mut Said) -> Vec<String> {
    let page = stage.page();
    let actions = page.actions();
    let mut faults = Vec::new();
    if let Some(cursor) = page.cursor
        && !actions.contains(&cursor)
    {
        faults.push(format!("the cursor is on {cursor:?}, which is not there"));
    }
    let distinct: HashSet<_> = actions.iter().collect();
    if distinct.len() != actions.len() {
        faults.push(format!("two rows do the same: {actions:?}"));
    }
    for hint in &page.hints {
        let is_there = hint.action == Some(Action::Back) && page.cursor == Some(Action::Leave);
        if !is_there && !acts(stage, hint.cap) {
            faults.push(format!("{} {} does nothing", hint.cap, hint.words));
        }
    }
    if let Some(result) = stage.app.result() {
        let counts = result.counts;
        let sum: usize = result
            .sections()
            .iter()
            .map(|(_, counts)| counts.asked())
            .sum();
        if counts.asked() != result.items.len() || sum != counts.asked() {
            faults.push(format!("{counts:?} do not add up"));
        }
    }
    let mut other = stage.clone();
    other.switch_language();
    let place = (page.screen, page.cursor, &actions);
    if (
        other.page().screen,
        other.page().cursor,
        &other.page().actions(),
    ) != place
    {
        faults.push("another language is another place".to_owned());
    }
    says.page(&page);
    faults
}

/// Whether one of the keys with this name does anything here.
fn acts(stage: &Stage, cap: &str) -> bool {
    let context = stage.app.context();
    let before = fingerprint(stage);
    let bound = BINDINGS
        .iter()
        .filter(|binding| binding.cap == cap && binding.contexts.contains(&context));
    bound.flat_map(|binding| binding.keys).any(|(key, _)| {
        let mut after = stage.clone();
        after.effects.clear();
        after.press(pressed(*key));
        !after.effects.is_empty() || after.message().is_some() || fingerprint(&after) != before
    })
}

fn pressed(key: Key) -> KeyEvent {
    use crossterm::event::{KeyCode, KeyModifiers};
    match key {
        Key::Char(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
        Key::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
        Key::Code(code) => KeyEvent::new(code, KeyModifiers::NONE),
        Key::CtrlCode(code) => KeyEvent::new(code, KeyModifiers::CONTROL),
    }
}

/// What does not hold of the step from one state to the next.
fn faults_of(before: &Stage, after: &Stage) -> Vec<String> {
    let mut faults = Vec::new();
    let revision = |stage: &Stage| {
        stage
            .app
            .case()
            .map(|case| (case.id.clone(), case.revision))
    };
    let saves = after
        .effects
        .iter()
        .filter(|effect| **effect == Effect::Save)
        .count();
    let (old, new) = (revision(before), revision(after));
    let rose = match (&old, &new) {
        (Some((id, old)), Some((same, new))) if id == same => {
            if new < old {
                faults.push(format!("revision {old} fell to {new}"));
            }
            new > old
        }
        (None, Some(_)) => !after
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Ask(Request::Open(_)))),
        _ => false,
    };
    // Trying again and leaving save what is there.
    let may_save = matches!(
        before.page().cursor,
        Some(Action::Retry | Action::Leave | Action::Open(mamori::app::Screen::Start))
    );
    if rose && saves != 1 || !rose && saves > 0 && !may_save {
        faults.push(format!("{saves} saves, revision {old:?} to {new:?}"));
    }
    faults
}

/// What Esc took away: it is one step out, and never a loss.
fn losses(before: &Stage, after: &Stage) -> Vec<String> {
    let mut faults = Vec::new();
    if after.has_ended {
        faults.push("Esc ended the program".to_owned());
    }
    // What was typed goes into the case on leaving a field; nothing else changes.
    if !before.app.is_editing() && before.app.case() != after.app.case() {
        faults.push("Esc changed the case".to_owned());
    }
    faults
}

/// Looks at the states nearest to `start`, and gives the first faults with the keys that lead there.
#[track_caller]
fn look_around(start: Stage) {
    let mut says = Said::nothing();
    let keys = parsed(KEYS);
    let far_from = start.clone();
    let mut known = HashSet::from([fingerprint(&start)]);
    let mut waiting = VecDeque::from([(start, String::new())]);
    let mut looked_at = 0;
    while let Some((stage, path)) = waiting.pop_front() {
        if stage.has_ended {
            continue;
        }
        let faults = faults_in(&stage, &mut says);
        assert!(
            faults.is_empty(),
            "after{path}: {faults:#?}\n{}",
            stage.screen()
        );
        looked_at += 1;
        if looked_at > MOST {
            continue;
        }
        for (key, name) in keys.iter().zip(names()) {
            let mut after = stage.clone();
            after.effects.clear();
            after.press(*key);
            let mut faults = faults_of(&stage, &after);
            if name == "Esc" {
                faults.extend(losses(&stage, &after));
            }
            assert!(
                faults.is_empty(),
                "after{path} {name}: {faults:#?}\n{}",
                stage.screen()
            );
            if known.insert(fingerprint(&after)) && known.len() < MOST * 2 {
                waiting.push_back((after, format!("{path} {name}")));
            }
        }
    }
    go_far(far_from, &keys, &mut says);
}

/// Presses keys as somebody would who reads nothing, in windows that change their size.
#[track_caller]
fn go_far(mut stage: Stage, keys: &[KeyEvent], says: &mut Said) {
    let beginning = stage.clone();
    let mut path = String::new();
    // The numbers are always the same ones, so that what fails fails again.
    let mut number = 42_u32;
    let mut next = |below: usize| {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (number >> 16) as usize % below
    };
    for _ in 0..FAR {
        let before = stage.clone();
        stage.effects.clear();
        if next(12) == 0 {
            let (columns, lines) = [(80, 24), (60, 20), (40, 12), (120, 40)][next(4)];
            path = format!("{path} {columns}x{lines}");
            stage.happen(Event::Resize(columns, lines));
        } else {
            let place = next(keys.len());
            path = format!("{path} {}", names().nth(place).expect("a key"));
            stage.press(keys[place]);
        }
        let mut faults = faults_of(&before, &stage);
        if stage.has_ended {
            stage = beginning.clone();
            path.clear();
        }
        faults.extend(faults_in(&stage, says));
        assert!(
            faults.is_empty(),
            "after{path}: {faults:#?}\n{}",
            stage.screen()
        );
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    KEYS.split([' ', '\n']).filter(|name| !name.is_empty())
}

#[test]
fn every_state_near_the_first_start_holds() {
    look_around(Stage::new());
}

#[test]
fn every_state_near_a_question_holds() {
    look_around(Stage::answering("1"));
}

#[test]
fn every_state_near_a_question_that_may_not_apply_holds() {
    let mut stage = Stage::answering("1");
    stage.play("3 Right 4 f Right 2 Space Right Right Right Right Right Right");
    assert_eq!(stage.at(), "written-promise");
    look_around(stage);
}

#[test]
fn every_state_in_a_small_window_holds() {
    let mut stage = Stage::answering("1");
    stage.happen(Event::Resize(40, 12));
    look_around(stage);
}

/// A walk with every kind of answer, at its result.
fn at_the_result() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play(
        "1 Right 2 Space Right 3 Right 4 m <x> Esc Right 3 f Right 3 Right 3 Right 3 Right 5 Enter",
    );
    stage.play("Right 1 Right 1 Right Right Enter");
    assert_eq!(stage.app.screen(), mamori::app::Screen::Result);
    stage
}

#[test]
fn every_state_near_the_result_holds() {
    look_around(at_the_result());
}

#[test]
fn every_state_near_the_tasks_holds() {
    let mut stage = at_the_result();
    stage.play("Enter Enter");
    look_around(stage);
}

#[test]
fn every_state_near_the_list_of_information_holds() {
    let mut stage = Stage::answering("1");
    stage.play("o Home Down Enter Enter <x> Enter Enter");
    look_around(stage);
    let mut before_a_check = Stage::new();
    before_a_check.play("Enter End Enter Enter <x> Enter Esc");
    look_around(before_a_check);
}

#[test]
fn every_state_near_the_records_and_the_files_to_write_holds() {
    let mut stage = at_the_result();
    stage.play("Down Down Down Down Down Enter");
    assert_eq!(stage.app.screen(), mamori::app::Screen::Records);
    look_around(stage);
    let mut stage = at_the_result();
    stage.play("Down Down Down Down Down Down Enter");
    assert_eq!(stage.app.screen(), mamori::app::Screen::Export);
    stage.happen(Event::Exported(Err(ExportFault::Exists)));
    look_around(stage);
}

#[test]
fn every_state_near_whom_to_ask_holds() {
    let mut stage = Stage::answering("1");
    stage.play("1 o End Up Up Up Enter Enter");
    assert_eq!(stage.app.screen(), mamori::app::Screen::Code);
    look_around(stage);
}

#[test]
fn every_state_of_a_check_that_is_done_again_holds() {
    let mut stage = at_the_result();
    stage.play(
        "End Up Up Up Enter 1 Right 3 Right o End Up Up Enter End Up Up Up Up Up Up Up Enter",
    );
    assert_eq!(stage.app.screen(), mamori::app::Screen::Compare);
    look_around(stage);
}

#[test]
fn every_state_of_the_second_walk_holds() {
    let mut stage = at_the_result();
    stage.play("End Up Up Enter");
    assert_eq!(stage.case().walk.as_str(), "tics-2024-additions");
    look_around(stage);
}

#[test]
fn every_state_with_several_cases_holds() {
    let mut cases = at_the_result().on_disk();
    let mut other = cases[0].clone();
    other.id = mamori::questionnaire::id::CaseId::new("other");
    other.title = "x".to_owned();
    cases.push(other);
    look_around(Stage::starting(cases, None, "ja"));
}

#[test]
fn every_state_where_saving_fails_holds() {
    let mut stage = Stage::answering("1");
    stage.disk = Disk::Fails(SaveFault::NoSpace);
    stage.play("1");
    look_around(stage);
}

#[test]
fn every_state_on_a_slow_disk_holds() {
    let mut stage = Stage::answering("1");
    stage.disk = Disk::Slow;
    stage.play("1");
    look_around(stage);
}
