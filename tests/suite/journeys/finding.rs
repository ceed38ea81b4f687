//! Finding the way: overview, look back, first screen, several checks.

use std::sync::Arc;

use mamori::app::Screen;
use mamori::app::event::{Effect, Event};
use mamori::app::request::Request;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::{CaseId, QuestionId};

use crate::stage::{Stage, listed};

/// Two checks on the disk, the first of them changed last.
fn two_cases() -> Vec<Case> {
    let mut stage = Stage::new();
    stage.play("Enter Space End Up Enter <本社工場> Enter 1");
    let mut cases = stage.on_disk();
    let mut other = cases[0].clone();
    other.id = CaseId::new("other");
    "第二工場".clone_into(&mut other.title);
    cases.push(other);
    cases
}

#[test]
fn the_overview_says_in_words_how_far_each_section_is() {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 1 Right 1 o");
    let line = |words: &str| {
        let screen = stage.screen();
        screen
            .lines()
            .find(|line| line.contains(words))
            .expect(words)
            .to_owned()
    };
    assert!(line("守る情報をえらぶ").ends_with("2 / 2   入力済み"));
    assert!(line("責任者 ").contains("1 / 2   途中"));
    assert!(line("取り扱いルール").contains("0 / 1   未着手"));
    assert!(line("モノを守る").ends_with("えらんでいません"));
}

#[test]
fn the_overview_jumps_to_a_section_and_to_the_next_unanswered() {
    let mut stage = Stage::answering("1");
    stage.play("1 o Home Down Down Enter");
    assert_eq!(
        stage.at(),
        "know-form-and-place",
        "at its first unanswered question"
    );
    stage.play("1 u");
    assert_eq!(stage.at(), "name-a-manager");
    stage.play("o u");
    assert_eq!(stage.at(), "name-a-manager", "the one that is still open");
    stage.play("Right 1 u u u u u u u u");
    assert_eq!(stage.at(), "copy-and-dispose-paper");
    stage.play("u");
    assert_eq!(stage.at(), "name-a-manager", "round again");
}

#[test]
fn changing_an_answer_comes_straight_back_to_the_look_back() {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 1 o End Up Up Up Up Enter");
    assert_eq!(stage.app.screen(), Screen::Check);
    stage.sees("12問のうち 2問に答えました");
    stage.play("Down Enter 3 Enter");
    assert_eq!(stage.app.screen(), Screen::Check);
    stage.sees("できていない");
    stage.play("Down Enter Esc");
    assert_eq!(stage.app.screen(), Screen::Check);
}

#[test]
fn result_and_look_back_do_not_pile_up() {
    let mut stage = Stage::answering("1");
    stage.play("o End Up Up Up Up Enter");
    for _ in 0..5 {
        stage.play("Home Enter");
        assert_eq!(stage.app.screen(), Screen::Result);
        stage.play("End Up Enter");
        assert_eq!(stage.app.screen(), Screen::Check);
    }
    stage.play("Esc Esc");
    assert_eq!(stage.app.screen(), Screen::Overview);
}

#[test]
fn a_list_that_has_become_empty_is_not_come_back_to() {
    let mut stage = Stage::answering("1");
    stage.play("4 o End Up Up Enter Down Enter");
    assert_eq!(stage.app.screen(), Screen::FindOut);
    stage.play("Enter 1 Enter");
    assert_eq!(stage.app.screen(), Screen::Result);
}

#[test]
fn esc_leads_out_of_everything_and_never_ends_the_program() {
    for keys in [
        "",
        "?",
        "w",
        "h",
        "m",
        "? w",
        "? h",
        "1",
        "o",
        "o Home Enter",
        "o End Up Up Up Up Enter h",
        "3 o End Up Up Enter Enter Enter",
        "o End Up Enter",
        "o End Up Enter Down Down Enter",
    ] {
        let mut stage = Stage::answering("1");
        stage.play(keys);
        let case = stage.case().clone();
        for _ in 0..12 {
            stage.play("Esc");
        }
        assert!(!stage.has_ended);
        assert_eq!(stage.app.screen(), Screen::Overview, "{keys}");
        assert_eq!(stage.case(), &case, "{keys}");
        stage.play("Enter");
        assert!(stage.has_ended, "Esc has led to 終わる: {keys}");
    }
}

#[test]
fn starting_again_opens_where_the_user_was() {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 4 Right Right Ctrl-C");
    assert!(stage.has_ended);
    let again = stage.started_again();
    assert_eq!(again.at(), "write-duties");
    again.sees("の続きです。12問のうち 2問に答えています。");
    again.sees("11月20日");
}

#[test]
fn with_several_checks_the_first_screen_names_none_of_them() {
    let stage = Stage::starting(two_cases(), None, "ja");
    assert_eq!(stage.app.screen(), Screen::Start);
    for words in ["本社工場", "第二工場"] {
        stage.sees_no(words);
    }
    for words in [
        "前回の続き",
        "新しくはじめる",
        "ほかのチェックを開く",
        "終わる",
    ] {
        stage.sees(words);
    }
}

#[test]
fn the_list_is_narrowed_by_typing_and_opened_with_enter() {
    let mut stage = Stage::starting(two_cases(), None, "ja");
    stage.play("Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.play("<第二>").sees_no("本社工場");
    stage.play("<x>").sees("当てはまるチェックはありません。");
    stage.sees_no("Enter 開く");
    stage.play("Backspace Enter");
    assert_eq!(stage.case().title, "第二工場");
}

#[test]
fn a_name_is_found_in_small_letters_too() {
    let mut cases = two_cases();
    cases[0].title = "Plant ONE".to_owned();
    let mut stage = Stage::starting(cases, None, "ja");
    stage.play("Down Down Enter <plant one>").sees("Plant ONE");
}

#[test]
fn after_the_very_first_check_another_can_be_begun_and_the_first_found_again() {
    let mut stage = Stage::answering("1");
    stage.play("1 o End Up Enter");
    assert_eq!(stage.app.screen(), Screen::Start);
    stage.sees("前回の続き");
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Overview, "one step back");
    stage.play("End Up Enter Down Enter");
    assert_eq!(
        (stage.app.screen(), stage.app.case()),
        (Screen::Forms, None)
    );
    stage.play("Down Space End Up Enter <二つめ> Enter");
    assert_eq!(stage.on_disk().len(), 2);
    assert_ne!(stage.on_disk()[0].id, stage.on_disk()[1].id);
    stage.play("o End Up Enter End Up Up Up Up Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.sees("11月20日のチェック");
    stage.sees("二つめ");
}

#[test]
fn a_list_that_comes_late_moves_nobody_who_has_moved() {
    use mamori::app::event::Event;
    let mut stage = Stage::starting(two_cases(), None, "ja");
    let listed = crate::stage::listed(&stage.on_disk());
    let first = stage.page().cursor;
    stage.happen(Event::Listed(listed.clone()));
    assert_eq!(stage.page().cursor, first);
    let moved = stage.play("Down").page().cursor;
    stage.happen(Event::Listed(listed));
    assert_eq!(stage.page().cursor, moved);
}

#[test]
fn opening_the_check_that_is_open_keeps_it() {
    let mut stage = Stage::answering("1");
    stage.play("1 o End Up Enter");
    stage.effects.clear();
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Overview);
    assert!(
        !stage
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Ask(Request::Open(_))))
    );
}

#[test]
fn the_place_is_kept_when_another_check_is_opened() {
    let mut stage = Stage::answering("1");
    stage.play("1 Right Right Right o End Up Enter");
    let kept = &stage.on_disk()[0];
    assert_eq!(
        kept.walks[&kept.walk].at.as_ref().map(QuestionId::as_str),
        Some("write-duties")
    );
}

#[test]
fn the_choice_of_checks_names_none_of_them_though_one_is_open() {
    let mut stage = Stage::new();
    stage
        .play("Enter Space End Up Enter <本社工場> Enter")
        .sees("本社工場");
    stage.play("o End Up Enter");
    assert_eq!(stage.app.screen(), Screen::Start);
    stage.sees_no("本社工場");
}

#[test]
fn a_pack_that_asks_nothing_for_the_chosen_forms_leads_to_the_overview() {
    use mamori::questionnaire::check::check;
    let text = include_str!("../../../criteria/tics-minimum.json");
    let mut raw: serde_json::Value = serde_json::from_str(text).expect("JSON");
    for (list, member) in [("sections", "id"), ("questions", "section")] {
        let list = raw[list].as_array_mut().expect("a list");
        list.retain(|one| one[member] == "iii");
    }
    raw["removed"] = serde_json::json!({});
    let pack = Arc::new(check(&raw, None).expect("a pack"));
    let mut stage = Stage::with(&[pack], crate::pseudo::pseudo_catalog(&["ja"]));
    stage.play("Enter Down Space End Up Enter Enter");
    assert_eq!(stage.app.screen(), Screen::Overview);
    assert_eq!(stage.counts().asked(), 0);
    for key in ["Down", "u", "o", "End", "Up", "Up", "Enter", "h", "Esc"] {
        stage.play(key).screen();
    }
}

#[test]
fn a_list_that_comes_late_does_not_take_the_cursor_back() {
    let mut stage = Stage::starting(two_cases(), None, "ja");
    assert_eq!(stage.app.screen(), Screen::Start);
    stage.play("Down");
    stage.sees("> 新しくはじめる");
    // The disk was slow, and says only now what is there.
    stage.happen(Event::Listed(listed(&two_cases())));
    stage.sees("> 新しくはじめる");
}

#[test]
fn who_chooses_while_the_list_changes_opens_the_check_they_saw() {
    let mut cases = two_cases();
    let mut stage = Stage::starting(cases.clone(), None, "ja");
    stage.play("Down Down Enter Home");
    let seen = |stage: &Stage| stage.screen().contains("> 第二工場");
    let was_second = seen(&stage);
    // Another program has changed one of them meanwhile: it stands first now.
    for _ in 0..2 {
        cases.reverse();
        stage.happen(Event::Listed(listed(&cases)));
        assert_eq!(seen(&stage), was_second);
    }
    stage.play("Enter");
    assert_eq!(stage.case().title == "第二工場", was_second);
}
