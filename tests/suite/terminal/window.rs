//! What the window itself does: sizes, colours, and quiet.

use std::time::Duration;

use super::term::{CTRL_C, DOWN, RIGHT, Setup, State, Term};
use super::{answer_at, at_the_first_question, case_in, home, wait_for_question, wait_until_saved};

/// Longer than anything takes to be drawn.
const A_WHILE: Duration = Duration::from_millis(250);

/// A question with an answer, saved: a screen that stays as it is.
#[track_caller]
fn at_a_still_screen(home: &tempfile::TempDir) -> (Term, String) {
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    let screen = term.wait("Esc 質問の一覧へ");
    (term, screen)
}

#[track_caller]
fn must_come_back(term: &Term, screen: &str) {
    term.wait_until(&format!("this again:\n{screen}\n"), |state| {
        state.text() == screen
    });
}

#[test]
fn after_any_other_size_the_whole_screen_comes_back() {
    let home = home();
    let (mut term, screen) = at_a_still_screen(&home);
    term.resize(60, 20);
    term.wait("( ) 1 できている");
    term.resize(40, 12);
    term.wait("(x) 4 わからない");
    term.resize(30, 10);
    term.wait("画面が小さすぎます");
    for tiny in [(9, 4), (2, 1), (1, 1)] {
        term.resize(tiny.0, tiny.1);
        term.wait_until_quiet(A_WHILE);
    }
    term.resize(200, 60);
    term.wait("(x) 4 わからない");
    term.resize(80, 24);
    must_come_back(&term, &screen);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

const SCRIBBLED: &str = "[ 4711.08] usb 1-1: new device";

#[test]
fn what_somebody_else_wrote_on_the_screen_is_gone_with_the_next_page_and_nothing_flickers() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.wait_until_quiet(A_WHILE);
    let told = term.look(State::told);
    for line in [1, 6, 12, 24] {
        term.scribble(line, SCRIBBLED);
    }
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.wait_until("the question alone", |state| {
        !state.text().contains("4711") && !state.text().contains("usb")
    });
    let output = term.output_since(told);
    assert!(!output.contains("\x1b[2J"), "the screen was wiped before");
    assert!(output.len() < 4_500, "{} bytes", output.len());
    // On the same page only what is new is drawn.
    term.wait_until_quiet(A_WHILE);
    let told = term.look(State::told);
    term.send(DOWN);
    term.wait("  > ");
    let output = term.output_since(told);
    assert!(output.len() < 1_500, "{} bytes", output.len());
}

#[test]
fn on_a_slow_line_a_page_is_not_drawn_whole_but_with_ctrl_l() {
    let home = home();
    let setup = Setup::of("/bin/sh", home.path());
    let script = format!("stty 9600; exec '{}'", env!("CARGO_BIN_EXE_mamori"));
    let mut term = at_the_first_question(setup.arguments(&["-c", &script]));
    // Where both questions have nothing.
    term.scribble(21, SCRIBBLED);
    term.send(RIGHT);
    wait_for_question(&term, 2);
    assert!(
        term.text().contains("usb"),
        "all was drawn:\n{}",
        term.text()
    );
    term.send("\x0c");
    term.wait_until("the question alone", |state| {
        !state.text().contains("usb") && state.text().contains("18問中 2問め")
    });
}

#[test]
fn a_window_made_small_and_large_again_at_once_does_not_stay_empty() {
    let home = home();
    let (term, screen) = at_a_still_screen(&home);
    for small in [(1, 1), (9, 4), (80, 3), (40, 24)] {
        term.resize(small.0, small.1);
        term.resize(80, 24);
        must_come_back(&term, &screen);
    }
}

#[test]
fn two_hundred_sizes_in_a_row_end_with_a_whole_screen() {
    let home = home();
    let (mut term, screen) = at_a_still_screen(&home);
    for step in 0..200 {
        term.resize(1 + step * 37 % 140, 1 + step * 23 % 50);
    }
    term.resize(80, 24);
    must_come_back(&term, &screen);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn a_window_that_has_no_size_yet_is_waited_for() {
    let home = home();
    let mut term = Setup::new(home.path()).size(0, 0).start();
    term.wait_until("the second screen", |state| {
        state.screen().alternate_screen()
    });
    term.resize(80, 24);
    term.wait("> はじめる");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn while_nothing_is_pressed_nothing_is_drawn() {
    let home = home();
    let (mut term, _) = at_a_still_screen(&home);
    term.wait_until_quiet(A_WHILE);
    let told = term.look(super::State::told);
    term.wait_until_quiet(3 * A_WHILE);
    assert_eq!(term.output_since(told), "");
    term.send(DOWN);
    term.wait_until("a drawing", |state| state.told() > told);
}

#[test]
fn without_colours_the_cursor_is_still_marked() {
    let home = home();
    let setup = Setup::new(home.path()).env("NO_COLOR", "1");
    let mut term = at_the_first_question(setup);
    term.send("3");
    wait_until_saved(&term, '3');
    term.wait("> (x) 3 できていない");
    let mark = cell_of(&term, "> (x) 3", 2);
    assert_eq!(mark.contents(), ">");
    assert!(mark.bold());
    assert!(cell_of(&term, "> (x) 3", 8).inverse());
    assert!(!cell_of(&term, "( ) 1", 8).inverse());
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let colours: Vec<String> = colours_in(&term.output_since(0));
    assert_eq!(colours, Vec::<String>::new());
}

#[test]
fn no_colour_is_set_where_they_are_allowed_either() {
    let home = home();
    let (term, _) = at_a_still_screen(&home);
    assert_eq!(colours_in(&term.output_since(0)), Vec::<String>::new());
}

#[track_caller]
fn cell_of(term: &Term, words: &str, column: u16) -> vt100::Cell {
    let cell = term.cell(words, column);
    cell.unwrap_or_else(|| panic!("no {words:?}:\n{}", term.text()))
}

/// Every way in which a colour was set; 39 and 49 only take colours away.
fn colours_in(output: &str) -> Vec<String> {
    let sets_colour = |parameter: &str| {
        let number = parameter.parse::<u8>().unwrap_or_default();
        matches!(number, 30..=38 | 40..=48 | 58 | 90..=107)
    };
    output
        .split("\x1b[")
        .filter_map(|part| part.split_once('m'))
        .map(|(parameters, _)| parameters)
        .filter(|parameters| parameters.bytes().all(|b| b.is_ascii_digit() || b == b';'))
        .filter(|parameters| parameters.split(';').any(sets_colour))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_serial_line_that_tells_no_size_shows_the_usual_one() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()).size(0, 0));
    term.send("4");
    wait_until_saved(&term, '4');
    let screen = term.wait("Esc 質問の一覧へ");
    assert!(screen.lines().count() > 12, "{screen}");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn what_is_typed_into_a_window_that_is_too_small_answers_nothing() {
    let home = home();
    let (mut term, screen) = at_a_still_screen(&home);
    term.resize(30, 10);
    term.wait("画面が小さすぎます");
    for key in ["1", " ", DOWN, "\r", "3", "\u{1b}[200~9\u{1b}[201~"] {
        // Read before the window grows again: keys and sizes come by two ways. Whatever is read, the page is drawn.
        let told = term.look(State::told);
        term.send(key);
        term.wait_until("a drawing", |state| state.told() > told);
    }
    term.resize(80, 24);
    must_come_back(&term, &screen);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn ctrl_l_draws_everything_anew_over_what_something_else_has_written() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    let told = term.look(State::told);
    term.send("\u{c}");
    term.wait_until("the whole screen again", |state| state.told() > told + 500);
    term.wait("まもり");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn accessible_in_the_environment_means_numbered_lines() {
    let home = home();
    let term = Setup::new(home.path()).env("ACCESSIBLE", "1").start();
    term.wait("番号 (1-");
    let term = Setup::new(home.path()).env("ACCESSIBLE", "0").start();
    term.wait("上下");
}

#[test]
fn in_a_low_window_an_answer_is_seen_before_it_is_given() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.resize(40, 12);
    term.wait("続きがあります");
    let screen = term.text();
    assert!(!screen.contains("4 わからない"), "{screen}");
    term.send("4");
    term.wait("4 わからない");
    let before = case_in(home.path());
    assert!(answer_at(&before, 0).is_null(), "{before}");
    term.send("4");
    wait_until_saved(&term, '4');
}

#[test]
fn a_page_that_has_come_in_half_is_not_looked_at() {
    let home = home();
    let script = r"printf '\033[?1049h\033[?25lthe first half'; read line; printf ', the other\033[?25l'; read line";
    let mut term = Setup::of("/bin/sh", home.path())
        .arguments(&["-c", script])
        .start();
    term.wait_for_moment("a half", |state| state.text().contains("the first half"));
    term.send("\r");
    let page = term.wait("the first half");
    assert!(page.contains(", the other"), "{page}");
}
