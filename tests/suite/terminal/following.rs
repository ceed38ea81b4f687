//! Where the terminal's own cursor stands: magnifiers and the windows of Japanese input follow it.

use super::term::{DOWN, ENTER, RIGHT, Setup, State};
use super::{at_the_first_question, home, wait_for_question};

/// Whether the cursor is hidden, and on the line on which these words stand.
fn hidden_beside(state: &State, words: &str) -> bool {
    let screen = state.screen();
    let (line, column) = screen.cursor_position();
    let text = state.text();
    let here = text.lines().nth(usize::from(line)).unwrap_or_default();
    screen.hide_cursor() && here.starts_with(words) && column == 2
}

#[test]
fn the_hidden_cursor_goes_with_the_mark() {
    let home = home();
    let mut term = Setup::new(home.path()).start();
    for words in [
        "  > はじめる",
        "  > この道具について",
        "  > もらったファイル",
    ] {
        term.wait_until(words, |state| hidden_beside(state, words));
        term.send(DOWN);
    }
}

#[test]
fn on_a_new_question_the_hidden_cursor_stands_where_the_question_begins() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.wait_until("the question", |state| {
        hidden_beside(state, "  外に出ると困る")
    });
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.wait_until("the next", |state| {
        hidden_beside(state, "  一覧の情報ごとに")
    });
    term.send(DOWN);
    term.wait_until("a point", |state| hidden_beside(state, "  > [ ]"));
    term.send(ENTER);
    term.wait_until("a mark", |state| {
        hidden_beside(state, "  > [x]") || hidden_beside(state, "  > [ ]")
    });
}

#[test]
fn in_a_field_the_cursor_is_seen_where_the_next_character_goes() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("m");
    term.send("図面");
    term.wait_until("the field", |state| {
        let (line, column) = state.screen().cursor_position();
        let text = state.text();
        let here = text.lines().nth(usize::from(line)).unwrap_or_default();
        !state.screen().hide_cursor() && here.ends_with("> 図面") && column == 8
    });
}
