//! The mouse helps: a press is what Enter is with the cursor there. It never goes on by itself and loses nothing.

use mamori::app::Screen;
use mamori::app::action::{Action, Choice};
use mamori::app::event::{Effect, Event};

use crate::stage::Stage;

#[test]
fn from_the_first_start_to_an_answer_the_mouse_is_enough() {
    let mut stage = Stage::new();
    stage.click("はじめる").click("[ ] 紙").click("次へ");
    assert_eq!(stage.app.screen(), Screen::Name);
    stage.click("これにする");
    assert_eq!(stage.app.screen(), Screen::Question);
    stage.click("4 わからない").sees("(x) 4");
    stage.click("次へ").sees("2問め");
}

#[test]
fn a_press_on_an_answer_chooses_it_and_stays() {
    let mut stage = Stage::answering("1");
    let first = stage.at();
    stage.click("3 できていない");
    assert_eq!(stage.counts().not_met, 1);
    let revision = stage.case().revision;
    stage.click("3 できていない");
    assert_eq!(stage.at(), first, "a second press went on");
    assert_eq!(stage.case().revision, revision, "nothing new was said");
    // Enter does go on, from where the press left the cursor.
    stage.play("Enter");
    assert_ne!(stage.at(), first);
}

#[test]
fn a_press_marks_points_and_opens_what_stands_beside_each_other() {
    let mut stage = Stage::answering("1");
    stage.click("[ ]").sees("[x]");
    assert_eq!(stage.counts().partly, 1);
    stage.click("[x]").sees_no("[x]");
    for (words, screen) in [
        ("? 費用を抑える方法", Screen::Measures),
        ("l 言語", Screen::Question),
        ("h help", Screen::Help),
    ] {
        stage.click(words);
        assert_eq!(stage.app.screen(), screen, "{words}");
        if screen == Screen::Measures {
            stage.play("Esc");
        }
    }
}

#[test]
fn a_press_on_nothing_means_nothing() {
    let stage = Stage::answering("1");
    assert_eq!(stage.under("m メモ", 0), Some(Action::EditNote));
    assert_eq!(stage.under("m メモ", 1), None, "between two actions");
    assert_eq!(stage.under("なぜ:", 0), None);
    // Five keys in one name.
    assert_eq!(stage.under("1-4 答える", 0), None);
    assert_eq!(
        stage.under("わからない", 0),
        Some(Action::Answer(Choice::Unknown))
    );
    assert_eq!(stage.under("4 わからない", 20), None, "beside the words");
}

#[test]
fn a_press_on_what_is_not_there_any_more_does_nothing() {
    let mut stage = Stage::answering("1");
    stage.play("o");
    let before = stage.app.clone();
    for action in [
        Action::Answer(Choice::Met),
        Action::Point(0),
        Action::LeaveUnsaved,
        Action::Case(7),
    ] {
        stage.happen(Event::Press(action));
        assert_eq!(stage.app, before, "{action:?}");
    }
}

#[test]
fn a_press_on_a_sentence_only_puts_the_cursor_there() {
    let mut stage = Stage::answering("1");
    stage.play("h End").click("日本語入力がオンのまま");
    assert_eq!(stage.app.screen(), Screen::Help);
    stage.sees("> 日本語入力がオンのまま");
    // Enter would go past it, to what is offered below.
    let mut stage = Stage::new();
    stage.happen(Event::Resize(60, 20));
    stage.press_on(Some(Action::FocusText(1)));
    assert_eq!(stage.page().cursor, Some(Action::FocusText(1)));
}

#[test]
fn a_press_into_the_open_field_leaves_it_as_it_is() {
    let mut stage = Stage::answering("1");
    stage.play("m <メモ>").click("> メモ").sees("書きかけ");
    stage.play("Ctrl-Z").sees_no("書きかけ");
    let mut stage = two_cases();
    stage.play("<本社>");
    let narrowed = stage.screen();
    let find = stage.under("本社", 0);
    assert_eq!(stage.press_on(find).screen(), narrowed);
}

fn two_cases() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play("Esc Esc");
    let mut first = stage.case().clone();
    "本社工場".clone_into(&mut first.title);
    let mut second = first.clone();
    second.id = mamori::questionnaire::id::CaseId::new("fresh-9");
    "第二工場".clone_into(&mut second.title);
    let mut stage = Stage::starting(vec![first, second], None, "ja");
    stage.happen(Event::Do(Action::Open(Screen::Cases)));
    stage
}

#[test]
fn a_press_on_a_narrowed_list_opens_the_case_under_it() {
    let mut stage = two_cases();
    stage.play("<第二>").sees_no("本社工場");
    let mut gone = stage.clone();
    gone.kept.clear();
    gone.click("第二工場").sees_no("本社工場");
    assert_eq!(gone.message(), Some("cases-cannot-open-gone"));
    stage.click("第二工場");
    assert_eq!(stage.case().title, "第二工場");
}

#[test]
fn what_is_being_written_is_kept_before_another_row_counts() {
    let mut stage = Stage::answering("1");
    stage.play("Right Right Right Right Right Right Right Right 5 Down Enter");
    let offered = stage.page().actions()[0];
    assert_eq!(offered, Action::OfferedReason(0));
    // Nothing is written yet: the press counts at once.
    stage.clone().press_on(Some(offered)).sees("(x) 5");
    stage.play("<うちだけの理由>").press_on(Some(offered));
    stage.sees("理由: うちだけの理由");
    assert_eq!(stage.app.screen(), Screen::Question);
}

#[test]
fn a_press_on_a_key_of_the_foot_is_that_key() {
    let mut stage = Stage::answering("1");
    stage
        .play("m <メモ>")
        .click("Tab これにする")
        .sees("メモ: メモ");
    stage
        .play("m < 二>")
        .click("Esc 残して戻る")
        .sees("メモ: メモ 二");
    stage.click("Esc 質問の一覧へ");
    assert_eq!(stage.app.screen(), Screen::Overview);
}

#[test]
fn the_help_switches_the_mouse_off_and_on_again() {
    let mut stage = Stage::answering("1");
    stage.play("h End").sees("> マウスを使わない");
    stage.effects.clear();
    stage.play("Enter").sees("マウスを使いません。");
    assert!(!stage.app.takes_mouse());
    stage.play("Enter").sees("マウスを使います。");
    assert!(stage.app.takes_mouse());
    assert_eq!(stage.effects, [Effect::Mouse(false), Effect::Mouse(true)]);
}
