//! The result, the plan, the second walk.

use mamori::app::Screen;
use mamori::app::action::Action;

use crate::stage::Stage;

/// Words that are never used for the user's state.
const NEVER: [&str; 3] = ["完了", "合格", "適合"];

/// A walk answered with `answer` throughout, at its result.
fn at_the_result(forms: &str, answer: &str) -> Stage {
    let mut stage = Stage::answering(forms);
    while stage.app.screen() == Screen::Question {
        stage.play(answer).play("Right");
    }
    stage.play("Home Enter");
    assert_eq!(stage.app.screen(), Screen::Result);
    stage
}

fn line_of(screen: &str, words: &str) -> usize {
    let found = screen.lines().position(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("no {words} on\n{screen}"))
}

#[test]
fn the_result_begins_with_what_it_is_not() {
    for size in [(80, 24), (60, 20), (40, 12), (120, 40)] {
        let mut stage = Stage::answering("1");
        stage.happen(mamori::app::event::Event::Resize(size.0, size.1));
        stage.play("o End Up Up Enter");
        let screen = stage.screen_at(size.0, size.1);
        let first = screen
            .lines()
            .skip(2)
            .find(|line| !line.is_empty())
            .expect("a line");
        let first = first.trim_start_matches(['>', ' ']);
        assert!(
            first.starts_with("これは自己チェックです。"),
            "{size:?}\n{screen}"
        );
    }
    let stage = at_the_result("1", "3");
    let screen = stage.screen();
    let order = [
        "認証ではありません",
        "tics-minimum 1.1.0",
        "2018年",
        "社外秘として",
        "そろっていない項目   12件",
    ];
    let lines: Vec<usize> = order.iter().map(|words| line_of(&screen, words)).collect();
    assert!(lines.is_sorted(), "{lines:?}\n{screen}");
    stage.sees("認証機関に、今の「義務項目」を見せてもらい");
}

#[test]
fn neither_not_knowing_nor_not_answering_makes_the_number_smaller() {
    for answer in ["3", "4", ""] {
        at_the_result("1", answer).sees("そろっていない項目   12件   (12問のうち)");
    }
}

#[test]
fn with_nothing_missing_it_says_what_a_review_looks_at() {
    let stage = at_the_result("1", "1");
    stage.sees("そろっていない項目   0件");
    stage.sees("ここの質問では、足りないものはありません。");
    stage.sees("審査では、基準の文に照らして、");
    for nothing in ["はじめにすること", "確かめること", "そろっていない項目 "]
    {
        assert_eq!(
            stage.screen().matches(nothing).count(),
            usize::from(nothing.ends_with(' ')),
            "{nothing}"
        );
    }
}

#[test]
fn no_screen_says_finished_passed_or_conforming() {
    for answer in ["1", "3", "4", ""] {
        let mut stage = at_the_result("123", answer);
        let mut seen = vec![stage.screen_at(120, 40)];
        for _ in 0..9 {
            stage.play("Enter");
            if stage.has_ended {
                break;
            }
            seen.push(stage.screen_at(120, 40));
            while stage.app.screen() != Screen::Result {
                stage.play("Esc");
            }
            stage.play("Down");
            if !stage.page().actions().iter().any(|action| {
                stage.page().cursor == Some(*action) && matches!(action, Action::Open(_))
            }) {
                break;
            }
        }
        for screen in seen {
            for word in NEVER {
                assert!(!screen.contains(word), "{word} on\n{screen}");
            }
        }
    }
}

#[test]
fn no_score_is_shown_while_answering() {
    let mut stage = Stage::answering("1");
    while stage.app.screen() == Screen::Question {
        stage.play("1").sees_no("そろっていない項目");
        stage.play("Right");
    }
}

#[test]
fn at_most_six_tasks_come_first_the_cheapest_of_the_most_important() {
    let mut stage = at_the_result("123", "3");
    let result = stage.app.result().expect("a case");
    let plan = result.plan();
    assert_eq!(plan.len(), 18);
    assert!(plan.is_sorted_by_key(|task| (
        task.question.priority,
        task.measure.cost,
        task.measure.effort,
        task.item
    )));
    stage.sees("はじめにすること 6つ");
    stage.play("Enter").sees("はじめにすること 6つ");
    let screen = stage.screen_at(120, 60);
    let others = line_of(&screen, "そのほか 12件");
    assert!(line_of(&screen, "    6   ") < others && others < line_of(&screen, "    7   "));
    for words in [
        "なぜ: ",
        "見せられる記録の例: ",
        "0円・1時間以内",
        "だれが (まだ)",
        "いつまで (まだ)",
    ] {
        stage.sees(words);
    }
    assert!(screen.contains("順番は、この道具の考えです。"));
}

#[test]
fn who_and_by_when_are_filled_in_with_arrows_alone() {
    let mut stage = at_the_result("1", "3");
    stage.play("Enter Enter Enter");
    stage.play("Down Down Down Down Enter Esc");
    stage.sees("だれが 社長   いつまで 12月20日   済んだ日 (まだ)");
    let case = stage.on_disk()[0].clone();
    let tasks = case.walks[&case.walk]
        .answers
        .values()
        .filter_map(|answer| answer.task.as_ref());
    let task = tasks.max_by_key(|task| task.who.len()).expect("a task");
    assert_eq!(
        (task.who.as_str(), task.by.as_str()),
        ("社長", "2026-12-20")
    );
}

#[test]
fn own_words_say_who() {
    let mut stage = at_the_result("1", "3");
    stage.play("Enter Enter Right Right Enter <工場長> Enter");
    stage.sees("今は: 工場長");
    stage.play("Esc").sees("だれが 工場長");
}

#[test]
fn a_task_is_marked_done_with_its_day_and_changes_no_outcome() {
    let mut stage = at_the_result("1", "3");
    let counts = stage.counts();
    stage.play("Enter d").sees("済んだ日 11月20日");
    assert_eq!(stage.counts(), counts);
    stage.play("d").sees("済んだ日 (まだ)");
    stage.play("Enter End Up").sees("順番は");
}

#[test]
fn a_task_left_open_is_closed_when_one_comes_back() {
    let mut stage = at_the_result("1", "3");
    stage.play("Enter Enter o End Up Up Enter Home Enter");
    assert_eq!(stage.app.screen(), Screen::Tasks);
    assert!(matches!(stage.page().cursor, Some(Action::Task(_))));
    assert!(
        !stage
            .page()
            .actions()
            .iter()
            .any(|action| matches!(action, Action::Who(_)))
    );
}

#[test]
fn what_is_not_known_says_what_to_look_at_and_whom_to_ask() {
    let mut stage = at_the_result("1", "4");
    stage.play("Down Enter").sees("確かめること 12件");
    stage.sees("見るもの: ");
    stage.sees("聞く人: ");
}

#[test]
fn every_reason_is_listed() {
    let mut stage = Stage::answering("1");
    stage.play("Right Right Right Right Right Right Right Right 5 Enter o End Up Up Enter");
    stage.sees("当てはまらないとした項目 1件");
    stage
        .play("Down Enter")
        .sees("理由: 社長のほかに働く人がいない");
}

#[test]
fn the_chart_has_its_numbers_beside_it() {
    let mut stage = at_the_result("1", "1");
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Chart);
    let screen = stage.screen();
    let bars: Vec<&str> = screen.lines().filter(|line| line.contains("##")).collect();
    assert_eq!(bars.len(), 8);
    assert!(bars.iter().all(|bar| bar.contains("そろっています")));
}

#[test]
fn the_second_walk_comes_after_the_first_and_never_mixes_with_it() {
    let mut stage = at_the_result("1", "1");
    let first = stage.counts();
    stage.sees("「2024年に追加された項目の例」を続けて確かめる (6問)");
    stage.play("End Up Up Enter");
    assert_eq!(stage.case().walk.as_str(), "tics-2024-additions");
    assert_eq!((stage.counts().asked(), stage.counts().answered()), (6, 0));
    stage.sees("6問中 1問め");
    stage.play("3 o End Up Up Enter");
    assert_eq!(
        stage.case().walk.as_str(),
        "tics-minimum",
        "back to the first walk"
    );
    assert_eq!(stage.counts(), first);
    let again = stage.started_again();
    assert_eq!(again.counts(), first);
}

// Another scheme's number is a hint for whoever looks behind the reason, said to be a reading, and stands nowhere else.
#[test]
fn a_number_of_another_scheme_is_shown_behind_the_reason_alone() {
    let mut stage = Stage::answering("1");
    stage.sees_no("SCS");
    stage.play("?");
    let page = stage.page();
    let mut texts = page.rows.iter().map(|row| format!("{:?}", row.text));
    assert!(texts.any(|text| text.contains("related-numbers") && text.contains("3-1-4-1")));
}
