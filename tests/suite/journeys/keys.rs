//! Keys as they are typed with the Japanese input on, and without anything but arrows.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mamori::app::Screen;
use mamori::app::keys::{Context, bindings_in};

use crate::stage::Stage;

#[test]
fn full_width_keys_do_the_same() {
    for (half, full) in [
        ("1", "１"),
        ("3", "３"),
        ("4", "４"),
        ("?", "？"),
        ("f", "ｆ"),
        ("h", "ｈ"),
        ("Down Space", "Down \u{3000}"),
    ] {
        let mut with_half = Stage::answering("1");
        let mut with_full = Stage::answering("1");
        with_half.play(half);
        with_full.play(full);
        assert_eq!(with_half.screen(), with_full.screen(), "{full}");
        assert_eq!(with_half.case(), with_full.case(), "{full}");
    }
}

#[test]
fn kana_where_a_key_was_meant_says_that_the_input_is_on() {
    for kana in ["あ", "ん", "ア", "ｱ", "漢", "。", "「", "ー"] {
        let mut stage = Stage::answering("1");
        stage.play(kana);
        assert_eq!(stage.message(), Some("ime-is-on"), "{kana}");
        assert_eq!(stage.counts().answered(), 0);
    }
    let mut stage = Stage::answering("1");
    stage.play("m <あ。>").sees("> あ。");
}

#[test]
fn arrows_enter_and_esc_lead_from_the_first_start_to_the_end() {
    let mut stage = Stage::new();
    stage.play("Enter Enter Down Down Enter Enter");
    for question in 0..12 {
        // From the last row up: four helps, in the first part the list too, then the answers.
        if question < 2 {
            stage.play("Up");
        }
        stage.play("Up Up Up Up Up Up Enter Enter");
    }
    assert_eq!(stage.app.screen(), Screen::Check);
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Result);
    let rows = stage.page().actions().len();
    for _ in 1..rows {
        stage.play("Down");
    }
    stage.play("Enter");
    assert!(stage.has_ended);
}

#[test]
fn help_shows_the_keys_of_the_screen_below() {
    for (keys, context) in [
        ("", Context::Question),
        ("?", Context::Measures),
        ("o", Context::Overview),
    ] {
        let mut stage = Stage::answering("1");
        stage.play(keys).play("h");
        let actions = stage.page().actions().len();
        // The sentences above and below the keys can be read too, and the mouse is switched there.
        assert_eq!(
            actions,
            bindings_in(&stage.app, context).len() + 6,
            "{context:?}"
        );
    }
}

#[test]
fn a_language_is_switched_without_losing_the_place() {
    for keys in [
        "",
        "Down Down",
        "1",
        "? Down",
        "w Down Down",
        "h Down",
        "o Down",
        "o End Up Up Up Up Enter Down",
        "4 o End Up Up Enter Down Enter",
    ] {
        let mut stage = Stage::answering("1");
        stage.play("2 Space Right 4 Left").play(keys);
        let place = |stage: &Stage| {
            (
                stage.app.screen(),
                stage.page().cursor,
                stage.page().actions(),
                stage.at(),
            )
        };
        let (before, case, japanese) = (place(&stage), stage.case().clone(), stage.screen());
        stage.play("l");
        assert_eq!(stage.app.language(), "en");
        assert_eq!(place(&stage), before, "{keys}");
        assert_ne!(stage.screen(), japanese);
        stage.play("l");
        assert_eq!((place(&stage), stage.case()), (before, &case), "{keys}");
    }
}

#[test]
fn alt_with_a_character_is_no_answer_and_ctrl_c_ends_also_after_an_escape() {
    let mut stage = Stage::answering("1");
    for character in ['1', '3', 'm', 'f', ' ', '１'] {
        let key = KeyEvent::new(KeyCode::Char(character), KeyModifiers::ALT);
        stage.press(key);
    }
    assert_eq!(stage.counts().answered(), 0);
    assert_eq!(stage.app.screen(), Screen::Question);
    assert!(!stage.app.is_editing());
    let key = KeyEvent::new(
        KeyCode::Char('c'),
        KeyModifiers::ALT | KeyModifiers::CONTROL,
    );
    stage.press(key);
    assert!(stage.has_ended);
}

#[test]
fn with_caps_lock_the_letters_are_the_keys_that_they_are_without() {
    for (small, capital) in [("o", "O"), ("h", "H"), ("m", "M")] {
        let (mut one, mut other) = (Stage::answering("1"), Stage::answering("1"));
        one.play(small);
        other.play(capital);
        assert_eq!(one.app.screen(), other.app.screen(), "{capital}");
        assert_eq!(one.app.is_editing(), other.app.is_editing(), "{capital}");
    }
    // Where text is typed a capital is one.
    let mut stage = Stage::answering("1");
    stage.play("m <OM>");
    stage.sees("OM");
}

#[test]
fn where_no_shell_brings_a_program_back_nothing_stops_it_and_the_help_offers_no_such_key() {
    let mut stage = Stage::answering("1");
    let stops = |stage: &Stage| {
        let bindings = bindings_in(&stage.app, Context::Question);
        bindings.iter().any(|binding| binding.suspends())
    };
    assert!(stops(&stage));
    stage.app = stage.app.clone().without_suspending();
    assert!(!stops(&stage));
    let key = KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL);
    stage.effects.clear();
    if let Some(event) = mamori::app::keys::resolve(&stage.app, key) {
        stage.happen(event);
    }
    assert_eq!(stage.effects, []);
}
