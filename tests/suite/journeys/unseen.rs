//! What is typed or pressed where nothing can be seen answers nothing, and what nobody can see is no name.

use mamori::app::Screen;
use mamori::app::action::{Action, Choice};
use mamori::app::event::Event;
use mamori::app::field::Edit;
use mamori::plain::understand;
use mamori::questionnaire::seen::{says_nothing, visible};

use crate::stage::{Disk, Stage, words};

/// Keys that do something on one screen or another, and none that leaves.
const KEYS: &str =
    "1 2 Space Enter Down Enter 3 Backspace f m d z <あ> Esc Home Enter End Enter Left Tab Ctrl-U";

const SMALL: [(u16, u16); 4] = [(39, 24), (80, 11), (1, 1), (20, 5)];

#[test]
fn in_a_window_too_small_for_the_page_no_key_answers() {
    for (columns, lines) in SMALL {
        let mut stage = Stage::answering("1");
        stage.play("1 Right");
        let (case, screen) = (stage.case().clone(), stage.screen());
        stage.happen(Event::Resize(columns, lines));
        stage.play(KEYS);
        for event in [
            Event::Press(Action::Answer(Choice::Met)),
            Event::Text("3".to_owned()),
            Event::Written("3".to_owned()),
            Event::Edit(Edit::Backspace),
            Event::Do(Action::Open(Screen::Overview)),
        ] {
            stage.happen(event);
        }
        stage.happen(Event::Resize(80, 24));
        assert_eq!(*stage.case(), case, "{columns}x{lines}");
        assert_eq!(stage.screen(), screen, "{columns}x{lines}");
    }
}

#[test]
fn a_note_that_is_open_takes_no_letter_while_it_cannot_be_seen() {
    let mut stage = Stage::answering("1");
    stage.play("m <鍵>");
    stage.happen(Event::Resize(30, 10));
    stage.play("<x> Backspace Enter Esc");
    stage.happen(Event::Text("pasted".to_owned()));
    stage.happen(Event::Resize(80, 24));
    stage.play("<束> Esc").sees("メモ: 鍵束");
}

#[test]
fn a_window_too_small_can_be_left_and_nothing_is_lost_by_that() {
    let mut stage = Stage::answering("1");
    stage.play("3 m <鍵束>");
    stage.happen(Event::Resize(30, 10));
    assert!(stage.screen_at(30, 10).contains("Ctrl-C"));
    stage.play("Ctrl-C");
    assert!(stage.has_ended);
    let kept = stage.on_disk();
    let answer = kept[0].walks[&kept[0].walk].answers.values().next();
    assert_eq!(answer.expect("an answer").note, "鍵束");
}

#[test]
fn a_window_too_small_does_not_say_that_is_kept_what_could_not_be_saved() {
    let mut stage = Stage::answering("1");
    stage.disk = Disk::Fails(mamori::questionnaire::fault::SaveFault::NoSpace);
    stage.play("3");
    let screen = stage.screen_at(38, 11).replace(['\n', ' '], "");
    assert!(screen.contains("まだ保存できていません"), "{screen}");
    assert!(!screen.contains("答えは残っています"), "{screen}");
}

#[test]
fn a_window_without_a_size_counts_as_the_usual_one() {
    let mut stage = Stage::answering("1");
    let screen = stage.screen();
    stage.happen(Event::Resize(0, 0));
    assert_eq!(stage.screen(), screen);
    stage.play("1").sees("(x) 1 できている");
}

/// Texts in which there is nothing to see, whatever is drawn for them.
const NOTHING: [&str; 9] = [
    "\u{200b}",
    "\u{2060}\u{feff}\u{200d}",
    "\u{3164}",
    "\u{115f}\u{1160}",
    "\u{34f}",
    "\u{180b}\u{fff0}",
    "\u{2800}\u{2800}",
    "\u{e0100}",
    " \u{3000}\u{ad} ",
];

#[test]
fn a_text_in_which_nothing_is_seen_says_nothing_and_a_name_with_such_a_character_says_its_name() {
    for nothing in NOTHING {
        assert!(says_nothing(nothing), "{nothing:?}");
    }
    for name in ["社", "\u{8fbb}\u{e0100}", "ｶﾞ", "か\u{3099}", "-"] {
        assert_eq!(visible(&format!(" {name}\u{3000}")), name);
    }
}

#[test]
fn what_nobody_can_see_becomes_no_name_no_reason_and_no_note() {
    for nothing in NOTHING {
        let mut stage = Stage::answering("1");
        stage.play("1 m");
        stage.happen(Event::Text(nothing.to_owned()));
        stage.play("Esc");
        let written = serde_json::to_string(stage.case()).expect("JSON");
        assert!(
            !written.contains("\"note\":\"") || written.contains("\"note\":\"\""),
            "{nothing:?}"
        );
        stage.play("Right Right Right Right Right Right Right Right 5 Down Enter");
        assert_eq!(stage.app.screen(), Screen::Reason);
        stage.happen(Event::Text(nothing.to_owned()));
        stage.play("Enter");
        assert_eq!(stage.message(), Some("reason-needed"), "{nothing:?}");
    }
}

#[test]
fn a_line_in_which_nothing_is_seen_leaves_a_text_as_it_was() {
    let mut stage = Stage::answering("1");
    stage.play("m");
    let meant = |line: &str| format!("{:?}", understand(&stage.app, line, &words("ja")));
    for nothing in NOTHING {
        assert_eq!(meant(nothing), meant(""), "{nothing:?}");
    }
}
