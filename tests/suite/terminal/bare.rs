//! A bare Linux console: its font has no kana and no kanji, and it knows sixteen colours.

use super::emulator::Kind;
use super::term::{CTRL_C, DOWN, ENTER, RIGHT, Setup, Term};
use super::{at_the_first_question, case_in, home, wait_until_saved};

const MAY_NOT_DRAW: &str = "This console may not be able to draw Japanese";

/// The first line of the page, below the header.
fn first_line(text: &str) -> &str {
    let mut lines = text.lines().skip(2).map(str::trim);
    lines.find(|line| !line.is_empty()).unwrap_or_default()
}

#[track_caller]
fn leave(term: &mut Term) {
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn a_bare_console_begins_in_english_and_says_why_in_its_first_line() {
    for locale in ["", "ja_JP.UTF-8", "C"] {
        let home = home();
        let setup = Setup::new(home.path()).without("MAMORI_LANG");
        let mut term = setup.env("TERM", "linux").env("LANG", locale).start();
        let text = term.wait("> Start");
        assert!(first_line(&text).starts_with(MAY_NOT_DRAW), "{text}");
        assert!(text.contains("日本語"), "no way to Japanese\n{text}");
        // All of it can be read but the names of things that are Japanese.
        let header = text.lines().next().unwrap_or_default();
        assert!(header.starts_with(" mamori"), "{text}");
        leave(&mut term);
        assert_eq!(term.look(|state| state.emulator().asked()), 0);
    }
}

#[test]
fn a_bare_console_that_was_asked_for_japanese_offers_english_first() {
    let home = home();
    let mut term = Setup::new(home.path()).env("TERM", "linux").start();
    let text = term.wait("はじめる");
    assert!(first_line(&text).starts_with(MAY_NOT_DRAW), "{text}");
    assert!(text.contains("> English"), "{text}");
    term.send(ENTER);
    let text = term.wait("Start");
    assert!(first_line(&text).starts_with(MAY_NOT_DRAW), "{text}");
    leave(&mut term);
}

#[test]
fn a_check_that_goes_on_at_a_bare_console_is_in_english_too() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    leave(&mut term);
    let setup = || Setup::new(home.path()).env("TERM", "linux");
    let mut term = setup().without("MAMORI_LANG").start();
    let text = term.wait(MAY_NOT_DRAW);
    assert!(text.contains("(x) 4 "), "{text}");
    leave(&mut term);
    let term = setup().start();
    term.wait("For English, press l.");
}

#[test]
fn numbered_lines_on_a_bare_console_begin_with_the_same_words() {
    let home = home();
    let setup = Setup::new(home.path()).argument("--plain");
    let mut term = setup.env("TERM", "linux").start();
    let text = term.wait("はじめる");
    let first = text.lines().find(|line| !line.trim().is_empty());
    assert!(
        first.is_some_and(|line| line.contains(MAY_NOT_DRAW)),
        "{text}"
    );
    term.send("1\r");
    term.wait("so this is English");
}

#[test]
fn a_bare_console_that_answers_nothing_is_drawn_without_waiting_and_gets_nothing_that_it_would_print()
 {
    let home = home();
    let setup = Setup::new(home.path()).without("MAMORI_LANG");
    let setup = setup.kind(Kind::Silent).env("TERM", "linux");
    let mut term = setup.start();
    term.wait("> Start");
    assert_eq!(term.look(|state| state.emulator().asked()), 0);
    leave(&mut term);
    let output = term.output_since(0);
    // What such a console does not know it leaves out if it is ESC [ ?, and prints or swallows otherwise.
    for foreign in [
        "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1b[>", "\x1b[<", "\x1b[=",
    ] {
        assert!(!output.contains(foreign), "{foreign:?} in {output:?}");
    }
}

#[test]
fn elsewhere_nothing_is_said_about_the_console() {
    let home = home();
    let mut term = Setup::new(home.path()).start();
    let text = term.wait("> はじめる");
    assert!(!text.contains("console"), "{text}");
    leave(&mut term);
}

#[test]
fn no_colour_is_used_at_all() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    for keys in ["2", " ", RIGHT, "3", RIGHT, "4", "o", DOWN, "h"] {
        term.send(keys);
    }
    term.wait("ヘルプ");
    leave(&mut term);
    let output = term.output_since(0);
    let mut weights = 0;
    for sequence in output.split("\x1b[").skip(1) {
        let end = sequence.find(|c: char| c.is_ascii_alphabetic());
        let Some((numbers, _)) = end
            .map(|end| sequence.split_at(end))
            .filter(|(_, rest)| rest.starts_with('m'))
        else {
            continue;
        };
        let mut numbers = numbers.split(';').filter_map(|n| n.parse::<u16>().ok());
        weights += 1;
        assert!(
            numbers.all(|n| !matches!(n, 30..=38 | 40..=48 | 90..=107)),
            "{sequence:?}"
        );
    }
    assert!(weights > 0, "the selected row is reversed");
    assert_eq!(case_in(home.path())["format"], 1);
}
