//! What comes in by the keyboard: fast, much, and in pieces.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use mamori::text::width::{WidthMode, cells};

use super::term::{CTRL_C, ENTER, ESC, RIGHT, Setup, State, TAB, Term};
use super::{answer_at, at_the_first_question, case_in, home, points_of, questions};
use super::{says_saved, wait_for_question, wait_until_saved};

const PASTE_BEGINS: &str = "\x1b[200~";
const PASTE_ENDS: &str = "\x1b[201~";

#[test]
fn a_thousand_keys_at_once_are_acted_on_in_their_order() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    let numbers: Vec<String> = (100..340).map(|number| number.to_string()).collect();
    let note = numbers.join("。");
    // Open the note, write it, keep it, answer, go on, answer, mark, go on, answer, and so far back again.
    let keys =
        format!("m{note}{TAB}4{RIGHT}1{RIGHT}2 {RIGHT}3\x1b[D\x1b[D\x1b[D{RIGHT}{RIGHT}{RIGHT}");
    let presses = note.chars().count() + 18;
    assert!(presses > 970, "{presses}");
    term.send(&keys);
    wait_for_question(&term, 4);
    wait_until_saved(&term, '3');
    let case = case_in(home.path());
    let questions = questions();
    assert_eq!(answer_at(&case, 0)["note"], note);
    assert_eq!(answer_at(&case, 0)["given"], "unknown");
    for (place, given) in [
        (1, points_of(&questions[1], |_| true)),
        (2, points_of(&questions[2], |point| point == 0)),
        (3, points_of(&questions[3], |_| false)),
    ] {
        assert_eq!(answer_at(&case, place)["given"], given);
    }
}

#[test]
fn the_last_of_some_quick_keys_does_not_wait_for_the_next_one() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("m");
    term.wait("残して戻る");
    on_a_busy_machine(|| {
        for number in 100..200 {
            term.send(&number.to_string());
            term.wait(&format!("> {number}"));
            // Back to an empty line.
            term.send("\x15");
            term.wait_until("an empty line", |state| {
                !state.text().contains(&number.to_string())
            });
        }
    });
}

/// Does this while others want every processor.
fn on_a_busy_machine(work: impl FnOnce()) {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        let done = catch_unwind(AssertUnwindSafe(work));
        is_over.store(true, Ordering::Relaxed);
        if let Err(failure) = done {
            resume_unwind(failure);
        }
    });
}

#[test]
fn a_huge_paste_with_control_characters_is_cut_cleaned_and_said_so() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("m");
    term.wait("残して戻る");
    let piece = "図面\x07の\x1b[31m写し\x1b[2J\u{9b}5m\u{202e}\x00\x08は\x7f棚へ\r\n";
    let paste = piece.repeat(100_000 / piece.len() + 1);
    term.send(&format!("{PASTE_BEGINS}{paste}{PASTE_ENDS}"));
    let screen = term.wait("ここに書ける長さを超えました。入った分は残っています。");
    assert!(screen.contains("書きかけ"), "{screen}");
    must_be_clean(&screen);
    term.send(TAB);
    let screen = term.wait_until("the question, saved", |state| {
        let text = state.text();
        says_saved(&text) && text.contains("m メモ")
    });
    must_be_clean(&screen);
    let case = case_in(home.path());
    let note = answer_at(&case, 0)["note"].as_str().expect("a note");
    assert!(
        note.starts_with("図面の[31m写し[2J5mは棚へ\n図面の"),
        "{note}"
    );
    must_be_clean(note);
    let length = note.chars().count();
    assert!((3_990..=4_000).contains(&length), "{length}");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[track_caller]
fn must_be_clean(text: &str) {
    let unwanted = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert_eq!(text.chars().find(|c| unwanted(*c)), None, "{text:?}");
}

#[test]
fn an_arrow_key_that_comes_in_pieces_closes_and_loses_nothing() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send("m");
    term.wait("残して戻る");
    term.send("書きかけのメモ");
    term.wait("> 書きかけのメモ");
    // The first piece alone is Esc: the note is kept and closed.
    send_in_pieces(&mut term, "メモ: 書きかけのメモ");
    send_in_pieces(&mut term, "続きから答える");
    // At the outermost screen there is nothing further out.
    for _ in 0..3 {
        send_in_pieces(&mut term, "> 終わる");
    }
    term.send("\x1b[A");
    let other = |state: &State| !state.text().contains("> 終わる");
    term.wait_until("the row above", other);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let case = case_in(home.path());
    assert_eq!(answer_at(&case, 0)["note"], "書きかけのメモ");
    assert_eq!(answer_at(&case, 0)["given"], "unknown");
}

/// The arrow down, piece by piece; the first must lead to `words`, the others do nothing.
#[track_caller]
fn send_in_pieces(term: &mut Term, words: &str) {
    term.send(ESC);
    term.wait(words);
    term.send("[");
    term.send("B");
    // A key that shows that they were read: to the help, and out again.
    term.send("h");
    term.wait_until("the help alone", |state| {
        let text = state.text();
        text.contains("ヘルプ: 前の画面で使えるキー") && !text.contains(words)
    });
    term.send(ESC);
    term.wait(words);
}

#[test]
fn the_cursor_stands_where_the_next_character_goes() {
    let home = home();
    let mut term = Setup::new(home.path()).start();
    term.wait("> はじめる");
    term.send(ENTER);
    term.wait("[ ] モノ");
    term.send(" ");
    // Or the mark would be taken for another row under the cursor.
    term.wait("[x]");
    term.choose("次へ");
    term.wait("> 名前:");
    // An input method opens its window at the terminal's own cursor.
    must_follow(&mut term, "> 名前:");
    term.send(ENTER);
    term.wait("4 わからない");
    term.send("m");
    term.wait("残して戻る");
    must_follow(&mut term, "  >");
    term.send(TAB);
    term.wait("m メモ");
    term.send(&RIGHT.repeat(8));
    term.wait("5 当てはまらない");
    term.send("5");
    term.choose("自分で書く:");
    must_follow(&mut term, "自分で書く:");
}

/// Types into the field after `words`, and a piece into the middle of that.
#[track_caller]
fn must_follow(term: &mut Term, words: &str) {
    for (keys, before) in [
        ("責任者は", "責任者は"),
        ("社長", "責任者は社長"),
        ("\x1b[D\x1b[Dの𠮷", "責任者はの𠮷"),
    ] {
        term.send(keys);
        term.wait_until(&format!("the cursor after {before}"), |state| {
            let text = state.text();
            let (line, column) = state.screen().cursor_position();
            let Some(line) = text.lines().nth(usize::from(line)) else {
                return false;
            };
            let Some((left, _)) = line.split_once(before) else {
                return false;
            };
            let cells = cells(left, WidthMode::Narrow) + cells(before, WidthMode::Narrow);
            left.contains(words) && usize::from(column) == cells && !state.screen().hide_cursor()
        });
    }
}
