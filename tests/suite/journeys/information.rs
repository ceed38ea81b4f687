//! The list of what to protect: before there is a check and within one.

use mamori::app::Screen;
use mamori::questionnaire::case::Information;
use mamori::questionnaire::id::FormId;

use crate::stage::Stage;

/// From a question of a check for paper to its list.
const LIST: &str = "o Home Down Enter";
/// From the list to a new entry, what it is written, and back on the list.
const MOULD: &str = "Home Enter <金型> Enter Esc";

fn names(list: &[Information]) -> Vec<&str> {
    list.iter().map(|entry| entry.what.as_str()).collect()
}

fn on_disk(stage: &Stage) -> Vec<Information> {
    stage.on_disk()[0].information.clone()
}

#[test]
fn a_check_begins_with_the_first_word_of_its_list() {
    let mut stage = Stage::new();
    stage.play("Enter End Enter");
    assert_eq!(stage.app.screen(), Screen::Information);
    assert!(stage.kept.is_empty(), "nothing was said yet");
    stage.play("Enter <図面> Enter");
    assert_eq!(names(&on_disk(&stage)), ["図面"], "on the disk at once");
    stage.play("Enter Esc");
    // The form of the list is offered, and only taken when it is chosen.
    stage.play("Esc").sees("[ ] 紙");
    stage.sees("守る情報の一覧に 1件");
    stage
        .play("End Enter Down Down")
        .sees("> 守る情報の一覧にある「紙」についても質問を受ける");
    stage.play("Enter");
    assert_eq!(stage.message(), Some("information-forms-taken"));
    stage.sees_no("についても質問を受ける");
    stage.play("Esc").sees("[x] 紙");
    stage.play("End Up Enter Enter");
    assert_eq!(stage.app.screen(), Screen::Question);
    assert_eq!(stage.on_disk().len(), 1, "one check and no other");
    assert_eq!(names(&on_disk(&stage)), ["図面"]);
    assert_eq!(
        stage.case().information[0]
            .form
            .as_ref()
            .map(FormId::as_str),
        Some("paper")
    );
}

#[test]
fn a_window_closed_over_the_first_list_loses_nothing_and_the_next_start_goes_on_with_the_forms() {
    let mut stage = Stage::new();
    stage.play("Enter End Enter Enter <図面> Enter Ctrl-C");
    assert!(stage.has_ended);
    let mut again = stage.started_again();
    again.sees("どんな形で");
    again.play("End Enter").sees("図面");
    again.play("Esc Home Space End Up Enter Enter");
    assert_eq!(again.app.screen(), Screen::Question);
    assert_eq!(names(&on_disk(&again)), ["図面"]);
}

#[test]
fn a_step_back_from_the_first_list_and_a_new_beginning_is_the_same_check() {
    let mut stage = Stage::new();
    stage.play("Enter End Enter Enter <図面> Enter Esc Esc Esc");
    assert_eq!(stage.app.screen(), Screen::Welcome);
    stage.play("Home Enter").sees("守る情報の一覧に 1件");
    assert_eq!(stage.on_disk().len(), 1);
}

#[test]
fn an_entry_is_filled_in_with_arrows_and_text_and_is_on_the_disk_at_once() {
    let mut stage = Stage::answering("1");
    stage.play(LIST).play("Enter <金型> Enter");
    assert_eq!(names(&on_disk(&stage)), ["金型"]);
    // Data, place, entrusted by whom, seen by, level.
    stage.play("Right Enter Enter <棚2> Enter Down Space Down Enter <山田> Enter");
    assert_eq!(on_disk(&stage)[0].owner.as_deref(), Some("entrusted"));
    stage.play("Enter <設計> Enter Down Enter");
    let entry = &on_disk(&stage)[0];
    assert_eq!(entry.form.as_ref().map(FormId::as_str), Some("data"));
    assert_eq!(
        (entry.place.as_str(), entry.seen_by.as_str()),
        ("棚2", "設計")
    );
    assert_eq!(entry.entrusted_by.as_deref(), Some("山田"));
    assert_eq!(entry.level, "社外秘");
    stage.sees("今は: 社外秘");
    stage.play("Esc").sees("金型");
    stage.sees("データ   預かり");
}

#[test]
fn what_is_chosen_again_is_taken_back_and_the_name_comes_back_with_the_mark() {
    let mut stage = Stage::answering("1");
    stage.play(LIST).play("Enter <金型> Enter Enter");
    assert!(on_disk(&stage)[0].form.is_some());
    stage.play("Up Up Up Space");
    assert_eq!(on_disk(&stage)[0].form, None);
    stage.play("Down Down Down Down Down Space Down Enter <山田> Enter Up Up Space");
    assert_eq!(on_disk(&stage)[0].entrusted_by, None);
    stage.play("Space");
    assert_eq!(on_disk(&stage)[0].entrusted_by.as_deref(), Some("山田"));
}

#[test]
fn an_entry_of_which_nothing_was_written_is_none() {
    let mut stage = Stage::answering("1");
    stage.play(LIST).play("Enter Esc Esc");
    assert_eq!(stage.app.screen(), Screen::Information);
    assert!(stage.case().information.is_empty());
    stage.play("Enter Enter Esc");
    assert!(stage.case().information.is_empty());
}

#[test]
fn taking_off_asks_once_and_can_be_undone() {
    let mut stage = Stage::answering("1");
    stage
        .play(LIST)
        .play(MOULD)
        .play("Home Enter <図面> Enter Esc");
    stage.play("Home Down Down Enter");
    if stage.app.screen() != Screen::Entry {
        stage.play("Down Enter");
    }
    stage.play("End Enter");
    assert_eq!(stage.message(), Some("information-remove-ask"));
    assert_eq!(stage.case().information.len(), 2);
    // Moving away is a no.
    stage.play("Up End Enter");
    assert_eq!(stage.case().information.len(), 2);
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Information);
    assert_eq!(names(&on_disk(&stage)), ["図面"]);
    stage.sees("「金型」を外しました。");
    stage.sees("外した「金型」を「守る情報の一覧」に戻す");
    stage.play("Home Down Down Enter");
    assert_eq!(names(&on_disk(&stage)), ["金型", "図面"], "where it was");
    stage.sees_no("「守る情報の一覧」に戻す");
}

#[test]
fn an_example_is_marked_on_and_off_but_never_off_with_words_of_ones_own() {
    let mut stage = Stage::answering("1");
    stage.play(LIST).play("Down Enter Space Down Space");
    assert_eq!(
        names(&on_disk(&stage)),
        [
            "加工条件や段取りを書いた作業手順書",
            "工作機械の中の加工プログラム"
        ]
    );
    stage.play("Space");
    assert_eq!(on_disk(&stage).len(), 1);
    stage.play(
        "Esc Home Down Down Enter Down Down Down Down Enter <棚> Enter Esc Home Down Enter Space",
    );
    assert_eq!(stage.message(), Some("information-example-written-on"));
    assert_eq!(on_disk(&stage).len(), 1);
    // It is the same example in another language.
    stage.play("l").sees("[x] Work instructions");
}

#[test]
fn a_list_ends_at_fifty_and_says_so() {
    let mut stage = Stage::answering("1");
    stage.play(LIST);
    for _ in 0..50 {
        stage.play(MOULD);
    }
    stage.play("Home Enter");
    assert_eq!(stage.message(), Some("information-full"));
    assert_eq!(stage.app.screen(), Screen::Information);
    stage.play("Down Enter Space");
    assert_eq!(stage.message(), Some("information-full"));
    assert_eq!(stage.case().information.len(), 50);
}

#[test]
fn a_list_that_somebody_else_has_made_longer_is_shown_and_kept_whole() {
    let mut case = Stage::answering("1").case().clone();
    let entry = |number: usize| Information {
        what: format!("図面{number}"),
        ..Information::default()
    };
    case.information = (0..300).map(entry).collect();
    let mut stage = Stage::starting(vec![case.clone()], Some(case), "ja");
    stage.play("o i").sees("300件 (50件まで)");
    stage.play("End Enter").sees("図面299");
    stage.play("Down Down Enter Esc Home Enter");
    assert_eq!(stage.message(), Some("information-full"));
    assert_eq!(on_disk(&stage).len(), 300);
}

#[test]
fn the_first_questions_lead_to_the_list_and_back() {
    let mut stage = Stage::answering("1");
    stage.sees("守る情報の一覧 (0件)");
    stage.play("Up Enter");
    assert_eq!(stage.app.screen(), Screen::Information);
    stage.play("Enter <金型> Enter Esc Esc");
    assert_eq!(
        (stage.app.screen(), stage.at().as_str()),
        (Screen::Question, "pick-information")
    );
    stage.sees("守る情報の一覧 (1件)");
    assert_eq!(stage.counts().answered(), 0, "a list answers nothing");
    stage.play("i");
    assert_eq!(stage.app.screen(), Screen::Information);
    stage
        .play("Esc Right Right")
        .sees_no("守る情報の一覧 (1件)");
    stage.play("i");
    assert_eq!(
        stage.app.screen(),
        Screen::Question,
        "other questions do not ask for it"
    );
    stage.play("o i");
    assert_eq!(stage.app.screen(), Screen::Information);
}

#[test]
fn lines_name_the_letter_and_take_it() {
    use mamori::plain::{Letters, lines};
    let mut stage = Stage::answering("1");
    stage.happen(mamori::app::event::Event::Resize(u16::MAX, u16::MAX));
    let said = |stage: &Stage| lines(&stage.app, &crate::stage::words("ja"), Letters::All);
    assert_eq!(
        said(&stage).matches("守る情報の一覧").count(),
        1,
        "{}",
        said(&stage)
    );
    assert!(said(&stage).contains("i 守る情報の一覧"));
    stage.play("Right Right");
    assert!(!said(&stage).contains("守る情報の一覧"));
}

#[test]
fn what_exists_in_two_forms_is_listed_with_both() {
    let mut begun = Stage::answering("1");
    begun.play(LIST).play(MOULD);
    let mut case = begun.case().clone();
    let forms = ["paper", "data"].map(FormId::new);
    case.information[0].form = Some(forms[0].clone());
    case.information[0].forms = forms.to_vec();
    let mut stage = Stage::starting(vec![case.clone()], Some(case), "ja");
    stage.play(LIST);
    assert_eq!(stage.app.screen(), Screen::Information);
    stage.sees("紙・データ");
}
