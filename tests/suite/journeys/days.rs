//! A day is a value in the file, and words on the screen: with its year, unless that is this one.
//! The stage's day is 20 November 2026.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::app::page::Kind;
use mamori::questionnaire::case::{Case, Task};
use mamori::questionnaire::moment::{Day, Moment};

use crate::stage::Stage;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

/// A check of which nothing is answered, begun at one moment and changed at another.
fn check(id: &str, title: &str, begun: &str, changed: &str) -> Case {
    let mut case = Stage::answering("1").case().clone();
    case.id = mamori::questionnaire::id::CaseId::new(id);
    title.clone_into(&mut case.title);
    (case.created, case.updated) = (moment(begun), moment(changed));
    case
}

/// Two years of one firm, and one without a name from the year before.
fn checks() -> Vec<Case> {
    vec![
        check(
            "newer",
            "山田精工",
            "2026-05-01T09:00:00+09:00",
            "2026-05-09T09:00:00+09:00",
        ),
        check(
            "older",
            "山田精工",
            "2024-05-01T09:00:00+09:00",
            "2024-05-09T09:00:00+09:00",
        ),
        check(
            "nameless",
            "",
            "2025-05-09T09:00:00+09:00",
            "2025-05-09T09:00:00+09:00",
        ),
    ]
}

/// A check with one task in its first place, as `change` leaves it, at the list of tasks.
fn at_the_task(change: impl Fn(&mut Task)) -> Stage {
    let mut stage = Stage::answering("1");
    stage.play("3");
    let mut case = stage.case().clone();
    let walk = case.walks.get_mut(&case.walk).expect("a walk");
    for answer in walk.answers.values_mut() {
        let task = answer.task.get_or_insert_default();
        change(task);
    }
    let mut stage = Stage::starting(vec![case.clone()], Some(case), "ja");
    stage.happen(Event::Do(Action::Open(Screen::Tasks)));
    stage
}

fn task(stage: &Stage) -> Task {
    let case = &stage.on_disk()[0];
    let mut answers = case.walks[&case.walk].answers.values();
    answers
        .find_map(|answer| answer.task.clone())
        .expect("a task")
}

#[test]
fn checks_of_two_years_never_list_under_one_day() {
    let mut stage = Stage::starting(checks(), None, "ja");
    stage.happen(Event::Do(Action::Open(Screen::Cases)));
    stage.sees(" 5月9日 09:00");
    stage.sees("2024年5月9日 09:00");
    stage.sees("2025年5月9日のチェック");
    let mut stage = Stage::starting(checks(), None, "en");
    stage.happen(Event::Do(Action::Open(Screen::Cases)));
    stage.sees(" 9 May, 09:00");
    stage.sees("9 May 2024, 09:00");
    stage.sees("Check of 9 May 2025");
    stage.sees_no("5/9");
}

#[test]
fn what_was_left_off_last_year_says_its_year_wherever_it_is_shown() {
    let old = checks().remove(2);
    let both = vec![old.clone(), checks().remove(1)];
    let stage = Stage::starting(both, None, "ja");
    assert_eq!(stage.app.screen(), Screen::Start);
    stage.sees("2025年5月9日 09:00");
    let mut stage = Stage::starting(vec![old.clone()], Some(old), "ja");
    stage.sees("2025年5月9日 09:00 の続きです");
    stage.sees("まもり | 2025年5月9日のチェック");
    stage.happen(Event::Do(Action::Open(Screen::Manage)));
    stage.happen(Event::Do(Action::Case(0)));
    stage.sees("2025年5月9日 09:00 に直しました");
}

#[test]
fn in_three_months_is_kept_as_the_day_that_it_is() {
    let mut stage = at_the_task(|_| ());
    stage.play("Enter Down Down Down Down Down Enter Esc");
    assert_eq!(task(&stage).by, "2027-02-20");
    stage.sees("いつまで 2027年2月20日   済んだ日");
    stage.play("Enter Down Down Down");
    stage.sees("今は: 2027年2月20日");
    stage.play("Enter Esc");
    assert_eq!(task(&stage).by, "2026-11-27", "in a week");
    stage.sees("いつまで 11月27日   済んだ日");
    stage.sees_no("日を決める");
}

#[test]
fn words_for_a_day_can_be_made_a_day() {
    let mut stage = at_the_task(|task| task.by = "2月26日".to_owned());
    stage.sees("いつまで 2月26日");
    stage.sees("日を決める");
    stage.play("Down Enter");
    assert_eq!(task(&stage).by, "2月26日", "looking changes nothing");
    stage.play("Enter Esc").sees_no("日を決める");
    assert_eq!(task(&stage).by, "2026-11-27");
    // A day that is typed is one as well.
    stage.play("Enter Down Down Down Down Down Down Enter Ctrl-U <2027-02-28> Enter");
    assert_eq!(task(&stage).by, "2027-02-28");
    stage.sees("今は: 2027年2月28日");
}

#[test]
fn pressing_done_twice_does_not_move_the_day_on_which_it_was_done() {
    let mut stage = at_the_task(|task| task.done = Some(day("2025-10-05")));
    stage.sees("済んだ日 2025年10月5日");
    stage.play("d").sees("済んだ日 (まだ)");
    stage.play("d").sees("済んだ日 2025年10月5日");
    assert_eq!(task(&stage).done, Some(day("2025-10-05")));
    // By the rows too; and who means today can say so.
    stage.play("Enter Down Down Down Down Down Down Down");
    stage.sees("今は: 2025年10月5日");
    stage.play("Space");
    stage.sees("2025年10月5日     今日");
    stage.play("Enter");
    stage.sees("今は: 2025年10月5日");
    stage.play("Space Right Enter");
    assert_eq!(task(&stage).done, Some(day("2026-11-20")));
}

#[test]
fn an_answer_before_has_the_day_of_answering_it() {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 3 Right 4");
    let mut old = stage.case().clone();
    // A record was ticked and the walk changed since: nothing was answered.
    old.updated = moment("2026-12-03T09:00:00+09:00");
    let walk = old.walks.get_mut(&old.walk).expect("a walk");
    let answered = ["2024-11-19T09:00:00+09:00", "2026-03-01T09:00:00+09:00"];
    let mut answered = answered.iter().cycle();
    for answer in walk.answers.values_mut() {
        answer.answered = answered.next().map(|text| moment(text));
    }
    let mut stage = Stage::starting(vec![old.clone()], Some(old), "ja");
    stage.happen(Event::Do(Action::CheckAgain));
    stage.sees("前のもの (3月1日) は");
    let mut seen = String::new();
    for _ in 0..3 {
        let page = stage.page();
        let captions = page.rows.iter().filter(|row| row.kind == Kind::Caption);
        assert!(captions.count() > 0);
        seen.push_str(&stage.screen());
        stage.play("Right");
    }
    assert!(seen.contains("前の答え (2024年11月19日): "), "{seen}");
    assert!(seen.contains("前の答え (3月1日): "), "{seen}");
    assert!(!seen.contains("12月3日"), "{seen}");
    stage.happen(Event::Do(Action::Open(Screen::Compare)));
    stage.sees("前は3月1日");
}
