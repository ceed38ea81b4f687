//! `z` takes back the last change of the open check, whatever it was, and says what came back; `Z` brings it again.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::questionnaire::case::{Case, Given};
use proptest::prelude::*;
use proptest::sample::select;

use crate::stage::Stage;

/// What of a case can be taken back.
fn said(case: &Case) -> impl PartialEq + std::fmt::Debug + use<> {
    let answers: Vec<_> = case
        .walks
        .iter()
        .flat_map(|(pack, walk)| {
            walk.answers
                .iter()
                .map(move |(id, answer)| (pack.clone(), id.clone(), answer.clone()))
        })
        .collect();
    (
        case.title.clone(),
        case.forms.clone(),
        case.information.clone(),
        answers,
    )
}

#[test]
fn a_reason_in_ones_own_words_comes_back_after_one_careless_key() {
    // From "leavers" on: a question that may not apply.
    for careless in ["Backspace", "1", "3"] {
        let mut stage = Stage::answering("1");
        while !stage
            .page()
            .actions()
            .contains(&Action::Answer(mamori::app::action::Choice::NotApplicable))
        {
            stage.play("Right");
        }
        stage.play("5 End Enter <社長ひとりの会社です> Enter");
        let before = said(stage.case());
        let question = stage.at();
        stage.play(careless);
        assert_ne!(said(stage.case()), before, "{careless}");
        stage.play("Right Right");
        stage.play("z");
        assert_eq!(said(stage.case()), before, "{careless}");
        assert_eq!(stage.at(), question, "shown where it was");
        stage.sees("元に戻しました: 「");
        stage.sees("の答え");
        assert_eq!(said(&stage.on_disk()[0]), before, "and kept");
    }
}

#[test]
fn each_kind_of_change_is_taken_back_by_its_name_and_brought_again() {
    let table = [
        ("f", "ふせん"),
        ("m <控えは金庫> Esc", "メモ"),
        ("3 Right", "答え"),
        ("2 Space", "答え"),
        ("? Enter", "すること"),
        ("o Home Down Enter Enter <金型> Enter", "守る情報の一覧"),
    ];
    for (keys, name) in table {
        let mut stage = Stage::answering("1");
        let before = said(stage.case());
        stage.play(keys);
        let after = said(stage.case());
        assert_ne!(after, before, "{keys}");
        while stage.app.is_editing() {
            stage.play("Esc");
        }
        stage.play("z");
        assert_eq!(said(stage.case()), before, "{keys}");
        stage.sees(name);
        stage.play("Z");
        assert_eq!(said(stage.case()), after, "{keys}");
        stage.sees("もう一度そうしました");
        stage.sees(name);
    }
}

#[test]
fn the_day_of_an_answer_comes_back_with_it_and_taking_back_is_saved_as_a_change() {
    let mut stage = Stage::answering("1");
    stage.play("1");
    let answered = stage
        .case()
        .walks
        .values()
        .next()
        .expect("a walk")
        .answers
        .values()
        .next()
        .expect("an answer")
        .answered;
    stage.play("Backspace");
    let revision = stage.case().revision;
    stage.play("z");
    let answer = stage
        .case()
        .walks
        .values()
        .next()
        .expect("a walk")
        .answers
        .values()
        .next()
        .cloned()
        .expect("an answer");
    assert_eq!(answer.answered, answered);
    assert!(matches!(answer.given, Some(Given::Points(_))));
    assert_eq!(stage.case().revision, revision + 1);
    assert!(
        stage.case().updated != answered.expect("a moment"),
        "changed now"
    );
    assert!(stage.app.is_saved());
}

#[test]
fn a_field_is_one_step_and_typing_z_in_it_is_text() {
    let mut stage = Stage::answering("1");
    stage.play("m <zZz> Esc");
    assert_eq!(
        stage
            .case()
            .walks
            .values()
            .next()
            .expect("a walk")
            .answers
            .values()
            .next()
            .expect("an answer")
            .note,
        "zZz"
    );
    stage.play("z");
    assert!(
        stage
            .case()
            .walks
            .values()
            .next()
            .expect("a walk")
            .answers
            .is_empty()
    );
}

#[test]
fn nothing_to_take_back_is_said_and_changes_nothing() {
    let mut stage = Stage::answering("1");
    let before = stage.case().clone();
    for (key, why) in [("z", "why-nothing-to-undo"), ("Z", "why-nothing-to-redo")] {
        stage.play(key);
        assert_eq!(*stage.case(), before);
        assert_eq!(stage.message(), Some(why));
    }
}

#[test]
fn a_new_change_ends_the_way_forth() {
    let mut stage = Stage::answering("1");
    stage.play("1 z 4");
    let after = said(stage.case());
    stage.play("Z");
    assert_eq!(said(stage.case()), after);
}

#[test]
fn a_hundred_changes_can_be_taken_back_and_no_more() {
    let mut stage = Stage::answering("1");
    for _ in 0..60 {
        stage.play("1 3");
    }
    for _ in 0..130 {
        stage.play("z");
    }
    let given = stage
        .case()
        .walks
        .values()
        .next()
        .expect("a walk")
        .answers
        .values()
        .next()
        .cloned();
    assert!(given.is_some(), "the oldest twenty are forgotten");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was done, taking all of it back gives the check as it began, and bringing it again as it was.
    #[test]
    fn all_the_way_back_and_forth_again(steps in proptest::collection::vec(select(vec![
        "1", "2", "3", "4", "Space", "Down", "Right", "f", "m <メモ> Esc", "? Enter Esc", "Backspace", "u",
        "o Home Down Enter Enter <図> Enter Esc Esc Esc", "z", "Z",
    ]), 0..40)) {
        let mut stage = Stage::answering("1 3");
        let begun = said(stage.case());
        for keys in steps {
            // Some keys lead to the way out: what was done until then counts.
            for key in keys.split(' ') {
                if !stage.has_ended {
                    stage.play(key);
                }
            }
        }
        stage.has_ended = false;
        while stage.app.is_editing() {
            stage.play("Esc");
        }
        let done = said(stage.case());
        let mut back = 0;
        while stage.app.can_undo(mamori::app::Direction::Back) {
            stage.happen(Event::Do(Action::Open(Screen::Overview)));
            stage.play("z");
            back += 1;
        }
        prop_assert_eq!(said(stage.case()), begun);
        for _ in 0..back {
            stage.play("Z");
        }
        prop_assert_eq!(said(stage.case()), done);
    }
}
