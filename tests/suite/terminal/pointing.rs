//! The mouse in a window: what a press does, and that the terminal gets its mouse back.

use std::fs;

use vt100::MouseProtocolMode;

use super::term::{CTRL_C, ESC, Setup, Term};
use super::{answer_at, at_the_first_question, case_in, home, wait_for_question, wait_until_saved};

const ON: &str = "\x1b[?1000h\x1b[?1006h";

/// Presses and lets go where these words stand first.
#[track_caller]
fn click(term: &mut Term, words: &str) {
    let (column, line) = place(term, words);
    term.send(&format!("\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m"));
}

/// The column and the line of these words, as the mouse counts them.
#[track_caller]
fn place(term: &Term, words: &str) -> (usize, usize) {
    let screen = term.wait(words);
    let line = screen.lines().position(|line| line.contains(words));
    let line = line.expect("it was just there");
    let (before, _) = screen
        .lines()
        .nth(line)
        .expect("a line")
        .split_once(words)
        .expect("words");
    let column = mamori::text::width::cells(before, mamori::text::width::WidthMode::Narrow) + 1;
    (column, line + 1)
}

fn takes_mouse(term: &Term) -> bool {
    term.look(|state| state.screen().mouse_protocol_mode() != MouseProtocolMode::None)
}

#[test]
fn a_press_answers_and_the_wheel_moves() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    assert!(takes_mouse(&term));
    click(&mut term, "4 わからない");
    wait_until_saved(&term, '4');
    assert_eq!(answer_at(&case_in(home.path()), 0)["given"], "unknown");
    // The wheel, up: from the answer to the one above it.
    term.send("\x1b[<64;10;10M");
    term.wait("> ( ) 3");
    term.send("\x1b[<65;10;10M");
    term.wait("> (x) 4");
    click(&mut term, "右 次へ");
    wait_for_question(&term, 2);
    click(&mut term, "Esc 質問の一覧へ");
    term.wait("続きから答える");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn a_press_that_is_let_go_of_elsewhere_answers_nothing() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    let (column, line) = place(&term, "4 わからない");
    let beside = column + 40;
    for reports in [
        // Only to give the window the keyboard, and away with the mouse.
        format!("\x1b[<0;{column};{line}M\x1b[<0;{column};{}m", line - 1),
        format!("\x1b[<0;{column};{}M\x1b[<0;{column};{line}m", line - 1),
        // From the words to where nothing stands, as one who selects them; and the other way.
        format!("\x1b[<0;{column};{line}M\x1b[<0;{beside};{line}m"),
        format!("\x1b[<0;{beside};{line}M\x1b[<0;{column};{line}m"),
        format!("\x1b[<0;{beside};{line}M\x1b[<0;{beside};{line}m"),
        // Let go of without having been pressed here, and pressed and not let go of.
        format!("\x1b[<0;{column};{line}m"),
        format!("\x1b[<0;{column};{line}M"),
    ] {
        term.send(&reports);
        term.send("h");
        term.wait("ヘルプ: 前の画面で使えるキー");
        term.send(ESC);
        let text = term.wait_until("the question alone", |state| {
            let text = state.text();
            text.contains("( ) 4 わからない") && !text.contains("前の画面で使えるキー")
        });
        assert!(!text.contains("(x)"), "{reports:?}\n{text}");
    }
    // In the same row, on the same words.
    let further = column + 4;
    term.send(&format!(
        "\x1b[<0;{column};{line}M\x1b[<0;{further};{line}m"
    ));
    wait_until_saved(&term, '4');
}

#[test]
fn motion_is_never_asked_for() {
    let home = home();
    let term = at_the_first_question(Setup::new(home.path()));
    let output = term.output_since(0);
    assert_eq!(output.matches(ON).count(), 1);
    for mode in ["1002", "1003", "1015"] {
        assert!(!output.contains(mode), "{mode}");
    }
}

#[test]
fn without_the_mouse_its_presses_are_the_terminals() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()).argument("--no-mouse"));
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    assert!(!term.output_since(0).contains("?1000"));
    // It was said for that one time.
    let term = Setup::new(home.path()).start();
    term.wait("4 わからない");
    assert!(takes_mouse(&term));
}

#[test]
fn the_choice_in_the_help_counts_at_once_and_the_next_time() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("h");
    term.wait("ヘルプ: 前の画面で使えるキー");
    term.send("\x1b[F\r");
    term.wait("マウスを使いません。");
    assert!(!takes_mouse(&term));
    term.send(ESC);
    term.wait("4 わからない");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let settings = fs::read_to_string(home.path().join("settings.json")).expect("settings");
    assert!(settings.contains("\"mouse\": false"), "{settings}");
    let term = Setup::new(home.path()).start();
    term.wait("4 わからない");
    assert!(!term.output_since(0).contains("?1000"));
}
