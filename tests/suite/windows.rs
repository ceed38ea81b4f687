//! The built program in a console of Windows, typed at by the records that a keyboard makes; nothing of it is called.

mod console;
mod window;

use std::fs;
use std::path::{Path, PathBuf};

use console::{Hand, Key, Told};
use crossterm::event::{KeyCode, KeyModifiers};
use mamori::store::format::encode;
use serde_json::Value;
use tempfile::TempDir;
use window::Window;

use crate::plain::plain_parity::timeless;
use crate::stage::{Stage, parsed};

/// As on Unix: 128 and the number of the signal, which is that of a window that was closed (HUP).
const CLOSED: u32 = 129;
/// And INT.
const BROKEN_OFF: u32 = 130;

// Keys that write nothing or more than themselves, by their numbers in winuser.h.
const ENTER: Key = Key::down(0x0D, 0x0D);
const SPACE: Key = Key::down(0x20, 0x20);
const DOWN: Key = Key::down(0x28, 0);
const CONTROL: u16 = 0x11;
const ALT: u16 = 0x12;
/// And how it is said that the first of them is held.
const LEFT_CONTROL: u32 = 0x08;

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

/// The file of the only check in the data folder.
#[track_caller]
fn file_in(data: &Path) -> PathBuf {
    let files = fs::read_dir(data.join("cases")).expect("a folder of checks");
    let mut files = files
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let path = files.next().expect("a check");
    assert_eq!(files.next(), None, "more than one check");
    path
}

/// It as it is on the disk now.
#[track_caller]
fn case_in(data: &Path) -> Value {
    serde_json::from_slice(&fs::read(file_in(data)).expect("a file")).expect("a whole file")
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

/// The records of these keys, each pressed and let go, as a keyboard for Japanese makes them.
fn records(keys: &str) -> Vec<Key> {
    let both = |number, unit| vec![Key::down(number, unit), Key::up(number, unit)];
    let records = parsed(keys).into_iter().flat_map(|key| match key.code {
        KeyCode::Char(c) if key.modifiers == KeyModifiers::CONTROL => {
            let number = u16::try_from(c.to_ascii_uppercase()).expect("a letter");
            let written = Key::down(number, number & 0x1F).holding(LEFT_CONTROL);
            vec![
                Key::down(CONTROL, 0).holding(LEFT_CONTROL),
                written,
                Key::up(number, 0),
                Key::up(CONTROL, 0),
            ]
        }
        KeyCode::Char(c) => typed(&c.to_string()),
        KeyCode::Enter => both(0x0D, 0x0D),
        KeyCode::Esc => both(0x1B, 0x1B),
        KeyCode::Backspace => both(0x08, 0x08),
        KeyCode::Tab => both(0x09, 0x09),
        KeyCode::End => both(0x23, 0),
        KeyCode::Home => both(0x24, 0),
        KeyCode::Left => both(0x25, 0),
        KeyCode::Up => both(0x26, 0),
        KeyCode::Right => both(0x27, 0),
        KeyCode::Down => both(0x28, 0),
        other => panic!("no record for {other:?}"),
    });
    records.collect()
}

/// From the first start to the result and out, and what is to be seen after each part.
const WALK: [(&str, &str); 14] = [
    (
        "Enter Space Down Space Down Space Down Enter",
        "名前をつけますか",
    ),
    ("<髙橋 𠮷田工業所①>", "工業所①"),
    ("Enter", "18問中 1問め"),
    ("1 Enter", "18問中 2問め"),
    ("2 Space Down Space Right", "18問中 3問め"),
    ("3 Right", "18問中 4問め"),
    ("4 f m <鍵はqの箱> Backspace <棚。>", "棚。"),
    ("Home Right <ー> End Tab", "ふせん"),
    ("Right", "18問中 5問め"),
    ("3 z 1 Left Right Right", "18問中 6問め"),
    ("４ Right 1 Enter 1 Enter", "18問中 9問め"),
    ("5 Enter 4 Right 4 Right", "18問中 11問め"),
    (
        "4 Right 4 Right 4 Right 4 Right 4 Right 4 Right 4 Right 4 Right",
        "結果を見る",
    ),
    ("Enter", "これは自己チェックです"),
];

#[test]
fn the_walk_by_the_records_of_a_console_leaves_the_file_that_the_same_keys_leave_elsewhere() {
    let mut stage = Stage::new();
    for (keys, _) in WALK {
        stage.play(keys);
    }
    let by_keys = encode(stage.kept.last().expect("a saved case")).expect("bytes");
    let home = home();
    let window = Window::open(home.path(), &[]);
    window.wait("> はじめる");
    let mut hand = Hand::at(window.process());
    for (keys, seen) in WALK {
        hand.press(&records(keys));
        window.wait(seen);
    }
    hand.press(&records("Ctrl-C"));
    assert_eq!(window.end(), 0);
    assert!(hand.shows_what_is_typed());
    hand.leave();
    let by_records = fs::read(file_in(home.path())).expect("a file");
    let text = |bytes: Vec<u8>| timeless(&String::from_utf8(bytes).expect("UTF-8"));
    similar(&text(by_keys), &text(by_records));
}

/// Both texts, where they differ line by line.
#[track_caller]
fn similar(one: &str, other: &str) {
    let only = |one: &str, other: &str| {
        let lines = one.lines().filter(|line| !other.contains(line));
        lines.collect::<Vec<_>>().join("\n")
    };
    let (left, right) = (only(one, other), only(other, one));
    assert!(
        one == other,
        "only by keys:\n{left}\nonly by records:\n{right}"
    );
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
