//! The built program in a console of Windows, typed at by the records that a keyboard makes; nothing of it is called.

mod console;
mod window;

use std::fs;
use std::path::Path;

use console::{Hand, Key, Told};
use serde_json::Value;
use tempfile::TempDir;
use window::Window;

/// As on Unix: 128 and the number of the signal, which is that of a window that was closed (HUP).
const CLOSED: u32 = 129;
/// And INT.
const BROKEN_OFF: u32 = 130;

// Keys that write nothing or more than themselves, by their numbers in winuser.h.
const ENTER: Key = Key::down(0x0D, 0x0D);
const SPACE: Key = Key::down(0x20, 0x20);
const DOWN: Key = Key::down(0x28, 0);
const ALT: u16 = 0x12;

fn home() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// As the console tells a text that is typed or pasted: each unit of UTF-16 goes down and comes up.
fn typed(text: &str) -> Vec<Key> {
    let units = text.encode_utf16();
    units
        .flat_map(|unit| [Key::down(0, unit), Key::up(0, unit)])
        .collect()
}

/// From the first start to the first question, with every form.
const TO_THE_FIRST_QUESTION: [Key; 9] =
    [ENTER, SPACE, DOWN, SPACE, DOWN, SPACE, DOWN, ENTER, ENTER];

/// The only check in the data folder, as it is on the disk now.
#[track_caller]
fn case_in(data: &Path) -> Value {
    let files = fs::read_dir(data.join("cases")).expect("a folder of checks");
    let mut files = files
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let path = files.next().expect("a check");
    assert_eq!(files.next(), None, "more than one check");
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("a whole file")
}

/// The answer to the first question.
fn first_answer(case: &Value) -> &Value {
    let walks = case["walks"].as_object().expect("walks");
    let walk = walks.values().next().expect("a walk");
    let answers = walk["answers"].as_object().expect("answers");
    answers.values().next().expect("an answer")
}

/// At the first question, answered with わからない, with the hand that did it.
fn at_the_first_question(data: &Path) -> (Window, Hand) {
    let window = Window::open(data, &[]);
    window.wait("> はじめる");
    let mut hand = Hand::at(window.process());
    hand.press(&TO_THE_FIRST_QUESTION);
    window.wait("18問中 1問め");
    hand.press(&typed("4"));
    window.wait("(x) 4");
    (window, hand)
}

#[test]
fn a_note_that_is_being_written_when_the_window_closes_is_in_the_file() {
    let home = home();
    let (window, mut hand) = at_the_first_question(home.path());
    hand.press(&typed("m"));
    // 𠮷 comes in two halves; ①※→ is on no key, and comes with the Alt key that is let go.
    hand.press(&typed("𠮷田さんの机"));
    let composed = "①※→".encode_utf16();
    hand.press(
        &composed
            .flat_map(|unit| [Key::down(ALT, 0), Key::up(ALT, unit)])
            .collect::<Vec<_>>(),
    );
    hand.press(&typed("の錠"));
    window.wait("錠");
    hand.tell(Told::Close);
    assert_eq!(window.end(), CLOSED);
    hand.leave();
    let case = case_in(home.path());
    assert_eq!(first_answer(&case)["note"], "𠮷田さんの机①※→の錠");
    assert_eq!(first_answer(&case)["given"], "unknown");
}

#[test]
fn ctrl_break_keeps_what_is_being_written_and_gives_the_console_back() {
    let home = home();
    let (window, mut hand) = at_the_first_question(home.path());
    assert!(!hand.shows_what_is_typed());
    hand.press(&typed("m棚の錠"));
    window.wait("錠");
    hand.tell(Told::CtrlBreak);
    assert_eq!(window.end(), BROKEN_OFF);
    assert!(hand.shows_what_is_typed());
    hand.leave();
    assert_eq!(first_answer(&case_in(home.path()))["note"], "棚の錠");
}

#[test]
fn after_ctrl_break_at_a_hidden_passphrase_what_is_typed_shows_again() {
    let home = home();
    let window = Window::open(home.path(), &["lock"]);
    window.wait("合言葉");
    let mut hand = Hand::at(window.process());
    hand.press(&typed("がくぶち"));
    assert!(!hand.shows_what_is_typed());
    hand.tell(Told::CtrlBreak);
    window.end();
    assert!(hand.shows_what_is_typed());
    hand.leave();
    assert!(!window.text().contains("ぶち"), "{}", window.text());
}
