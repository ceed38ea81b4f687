//! Coming back: what is due by now is said where one starts, and leads to what is to be done.

use mamori::app::Screen;
use mamori::app::action::{Action, By};
use mamori::questionnaire::case::Case;

use crate::stage::Stage;

/// A check with a task that is due in a week, one for which only words say when, and one without a day.
fn with_tasks() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play("3 Right 3 Right 3 o End Up Up Enter Enter Enter");
    stage.go_to(Action::By(By::Week)).play("Enter Esc");
    stage.go_to(Action::Task(1)).play("Enter");
    stage
        .go_to(Action::By(By::Own))
        .play("Enter <年内> Enter Esc");
    stage
}

fn started_on(cases: Vec<Case>, day: &str) -> Stage {
    let day = day.to_owned();
    Stage::from_startup(move |start| {
        start.listed = crate::stage::listed(&cases);
        start.today = mamori::questionnaire::moment::Day::parse(&day).expect("a day");
    })
}

#[test]
fn what_is_due_is_one_row_of_the_start_and_leads_to_it() {
    let stage = with_tasks();
    let case = stage.case().clone();
    let mut other = case.clone();
    other.id = mamori::questionnaire::id::CaseId::new("zzzz2345");
    other.walks.clear();
    let both = vec![case, other];
    for (day, said) in [
        ("2026-11-21", Some("今月まで 1件")),
        ("2026-11-27", Some("今月まで 1件")),
        ("2026-11-28", Some("過ぎたもの 1件")),
        ("2026-10-31", None),
    ] {
        let mut stage = started_on(both.clone(), day);
        assert_eq!(stage.app.screen(), Screen::Start);
        let has_row = stage.page().actions().contains(&Action::DueTasks);
        assert_eq!(has_row, said.is_some(), "{day}\n{}", stage.screen());
        let Some(said) = said else { continue };
        stage.sees(said);
        stage.kept.clone_from(&both);
        stage.go_to(Action::DueTasks).play("Enter");
        assert_eq!(stage.app.screen(), Screen::Tasks);
        stage.play("Esc Esc");
        assert_eq!(stage.app.screen(), Screen::Overview);
    }
}

#[test]
fn with_several_checks_that_have_something_due_the_row_leads_to_their_list() {
    let stage = with_tasks();
    let case = stage.case().clone();
    let mut other = case.clone();
    other.id = mamori::questionnaire::id::CaseId::new("zzzz2345");
    let mut stage = started_on(vec![case, other], "2026-12-02");
    stage.sees("過ぎたもの 2件");
    stage.go_to(Action::DueTasks).play("Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
}

#[test]
fn with_one_check_it_stands_beside_the_result_and_goes_when_it_is_done() {
    let mut stage = with_tasks();
    stage.play("Esc o").sees("今月まで 1件");
    stage
        .go_to(Action::Open(Screen::Result))
        .play("Enter Enter d o");
    stage.sees_no("今月まで");
}
