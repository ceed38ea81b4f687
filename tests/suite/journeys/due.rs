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
fn a_day_that_was_typed_is_as_due_as_one_that_was_chosen() {
    for (typed, by) in [
        ("12/3", "2026-12-03"),
        ("１２月３日（木）", "2026-12-03"),
        ("2026/12/3", "2026-12-03"),
        ("令和8年12月3日", "2026-12-03"),
        ("11/19", "2027-11-19"),
        ("12月の定例まで", "12月の定例まで"),
    ] {
        let mut stage = with_tasks();
        stage.go_to(Action::Task(1)).play("Enter");
        stage.go_to(Action::By(By::Own)).play("Enter Ctrl-U");
        stage.play(&format!("<{typed}> Enter Esc"));
        let walks = stage.case().walks.values();
        let tasks = walks
            .flat_map(|walk| walk.answers.values())
            .filter_map(|answer| answer.task.as_ref());
        assert!(tasks.into_iter().any(|task| task.by == by), "{typed}");
    }
}

/// The list of tasks, with a day given to the one in this row.
fn with_a_day_at(row: usize) -> (Stage, Action) {
    let mut stage = Stage::answering("1");
    stage.play("3 Right 3 Right 3 Right 3 o");
    stage.go_to(Action::Open(Screen::Result)).play("Enter");
    stage.go_to(Action::Open(Screen::Tasks)).play("Enter");
    let actions = stage.page().actions();
    let mut tasks = actions
        .iter()
        .filter(|action| matches!(action, Action::Task(_)));
    let task = *tasks.nth(row).expect("a task");
    stage.go_to(task).play("Enter");
    stage.go_to(Action::By(By::Week)).play("Enter");
    (stage, task)
}

#[test]
fn the_row_leads_to_the_very_task_that_is_due_wherever_it_stands() {
    for row in 0..4 {
        let (stage, task) = with_a_day_at(row);
        let case = stage.case().clone();
        let mut stage = started_on(vec![case.clone()], "2026-12-02");
        stage.kept.push(case);
        stage.go_to(Action::DueTasks).play("Enter");
        assert_eq!(stage.app.screen(), Screen::Tasks);
        assert_eq!(stage.page().cursor, Some(task), "{}", stage.screen());
    }
}

#[test]
fn what_is_due_in_the_other_questions_is_led_to_without_changing_the_check() {
    let (mut stage, _) = with_a_day_at(2);
    // On to the second questions: there nothing has a day.
    stage
        .play("o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter");
    stage.go_to(Action::OtherWalk(1)).play("Enter o");
    let before = stage.case().clone();
    stage
        .go_to(Action::Open(Screen::Start))
        .play("Enter")
        .sees("今月まで 1件");
    stage.go_to(Action::DueTasks).play("Enter");
    assert_eq!(stage.app.screen(), Screen::Overview);
    assert_eq!(stage.page().cursor, Some(Action::OtherWalk(0)));
    stage.sees("もう一つの質問集");
    assert_eq!(stage.case(), &before);
    stage.play("Enter");
    assert_eq!(stage.app.pack().id.as_str(), "tics-minimum");
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

#[test]
fn a_task_whose_day_is_over_looks_so_on_its_page_and_on_the_result() {
    let cases = vec![with_tasks().case().clone()];
    for (day, is_over) in [("2026-11-27", false), ("2026-11-28", true)] {
        let mut stage = started_on(cases.clone(), day);
        stage.kept.clone_from(&cases);
        stage.go_to(Action::DueTasks).play("Enter");
        let said = ["11月27日を過ぎました", "いつまで 11月27日 (過ぎました)"];
        let on_the_result = "過ぎたもの 1件";
        let holds = |stage: &Stage, said: &str| {
            let is_seen = stage.screen_at(60, 20).contains(said);
            assert_eq!(is_seen, is_over, "{day} {said}\n{}", stage.screen());
        };
        for said in said {
            holds(&stage, said);
        }
        stage.play("Esc");
        holds(&stage, on_the_result);
        // What is done is not overdue.
        stage.go_to(Action::Open(Screen::Tasks)).play("Enter d");
        for said in said {
            stage.sees_no(said);
        }
        stage.sees("済み");
    }
}
