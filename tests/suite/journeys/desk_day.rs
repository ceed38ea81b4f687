//! A day at the desk, by keys: forty firms, a visit to one of them with the client looking on, and what is left behind.
//! Each step is a function over the stage, so that more of them can be added in their order.

use mamori::app::Screen;
use mamori::app::action::{Action, NotesPart, Paper};
use mamori::app::event::Effect;
use mamori::app::request::{Making, Request};
use mamori::questionnaire::moment::Day;

use super::firms::at_the_desk;
use crate::firms::name;
use crate::stage::Stage;

/// The firm that is visited: やまと精工12.
const VISITED: u32 = 12;

/// In the morning: found by how one types it.
fn finds_the_firm(stage: &mut Stage) {
    stage
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <ﾔﾏﾄ精工 12>");
    stage.sees(&name(VISITED));
    assert_eq!(stage.page().actions().len(), 2, "{}", stage.screen());
}

/// Before the client sits down.
fn hides_the_others(stage: &mut Stage) {
    stage.play("Ctrl-K").sees("ほかの会社は隠しています。");
    for other in (0..40).filter(|other| *other != VISITED) {
        stage.sees_no(&name(other));
    }
    stage.play("Enter");
    assert_eq!(stage.case().id.as_str(), "now00012");
}

/// Some questions, together.
fn walks(stage: &mut Stage) {
    let before = stage.counts().answered();
    stage.play("1 Right 3 Right 4 Right");
    assert!(stage.counts().answered() > before);
    stage
        .play("o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter");
    stage.go_to(Action::Open(Screen::Tasks)).play("Enter");
    assert!(!format!("{:?}", stage.page()).contains("サクラ電機"));
}

/// With the client gone.
fn shows_the_others_again(stage: &mut Stage) {
    stage.play("Ctrl-K").go_to(Action::ShowOthers).play("Enter");
    assert!(!stage.app.hides_others());
}

fn notes_for_oneself(stage: &mut Stage) {
    stage
        .play("Ctrl-N")
        .go_to(Action::OwnNote(NotesPart::Visit));
    stage
        .play("Enter <12/18> Enter")
        .go_to(Action::OwnNote(NotesPart::Note));
    stage.play("Enter <次は工場長にも会う> Esc");
    let desk = stage.desks.last().expect("kept");
    assert_eq!(desk.next_visit, Day::parse("2026-12-18"));
    assert_eq!(desk.note, "次は工場長にも会う");
    stage.play("Esc");
}

fn leaves_homework(stage: &mut Stage) {
    assert_eq!(stage.app.screen(), Screen::Tasks);
    stage.go_to(Action::Open(Screen::Homework)).play("Enter");
    stage
        .go_to(Action::Paper(Paper::WriteVisit))
        .play("Enter <12/18> Enter");
    stage
        .go_to(Action::Paper(Paper::MakeHomework))
        .play("Enter");
    let made = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Ask(Request::Make(made)) => Some(&made.what),
        _ => None,
    });
    let day = Day::parse("2026-12-18");
    assert_eq!(made, Some(&Making::Homework(stage.case().clone(), day)));
}

/// In the evening the firm is found again, with what was done on its check.
fn sees_the_firm_in_the_list(stage: &mut Stage) {
    stage
        .play("o")
        .go_to(Action::Open(Screen::Start))
        .play("Enter");
    stage
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <やまと精工12>");
    stage.sees("2026年11月20日");
}

#[test]
fn a_day_at_the_desk() {
    let mut stage = at_the_desk();
    for step in [
        finds_the_firm,
        hides_the_others,
        walks,
        shows_the_others_again,
        notes_for_oneself,
        leaves_homework,
        sees_the_firm_in_the_list,
    ] {
        step(&mut stage);
    }
}
