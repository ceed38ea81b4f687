//! How wide the terminal draws characters such as Ⅰ and ①: asked once, believed, and drawn so that columns hold.

use std::fs;

use tempfile::TempDir;

use super::emulator::Kind;
use super::term::{CTRL_C, DOWN, ENTER, ESC, RIGHT, Setup, State, TAB, Term};
use super::{
    at_the_first_question, case_in, choose_forms, home, lead_to_the_first_question,
    wait_for_question,
};

const QUERY: &str = "\x1b[6n";

/// The sections as the overview names them, in its order.
const PLACES: [&str; 5] = ["I第一", "I第二", "I第三", "I第四", "I第五"];

/// A name that begins with characters of ambiguous width.
const NAME: &str = "①②※本社";

/// The overview in a terminal of this kind, with these arguments.
fn overview(home: &TempDir, kind: Kind, arguments: &[&str]) -> Term {
    let setup = Setup::new(home.path()).kind(kind);
    let setup = arguments
        .iter()
        .fold(setup, |setup, argument| setup.argument(argument));
    let mut term = setup.start();
    term.wait("> はじめる");
    term.send(ENTER);
    choose_forms(&mut term);
    term.send(NAME);
    term.wait_until("the name", |state| {
        state.text().replace(' ', "").contains(NAME)
    });
    term.send(ENTER);
    wait_for_question(&term, 1);
    term.send("4");
    super::wait_until_saved(&term, '4');
    term.send("o");
    wait_for_overview(&term);
    term
}

/// Without blanks: behind a character drawn narrower than was thought there is a gap.
#[track_caller]
fn wait_for_overview(term: &Term) -> String {
    term.wait_until("the overview", |state| {
        let text = state.text().replace(' ', "");
        let places = PLACES.iter().all(|place| text.contains(place));
        places && text.contains("ほかのチェック") && text.contains("保存済み")
    })
}

#[test]
fn a_gap_behind_a_character_never_shows_what_stood_there_before() {
    let home = home();
    let setup = Setup::new(home.path()).argument("--width=wide");
    let mut term = at_the_first_question(setup);
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.send("m");
    term.wait("残して戻る");
    for (typed, shown) in [("abc", "> abc"), ("\x7f\x7f①", "> a①"), ("d", "> a① d")] {
        term.send(typed);
        term.wait_until(shown, |state| {
            state
                .text()
                .lines()
                .any(|line| line.trim().ends_with(shown))
        });
    }
}

/// How often the terminal was asked where its cursor is.
fn asked(term: &Term) -> usize {
    term.look(|state| state.emulator().asked())
}

/// What follows the places begins in one column, and the header ends where it should, whatever the name is.
#[track_caller]
fn must_line_up(term: &Term, what: &str) {
    let text = wait_for_overview(term);
    term.look(|state| {
        let emulator = state.emulator();
        let mut columns = Vec::new();
        for place in PLACES {
            let (line, row) = (0..)
                .zip(text.lines())
                .find(|(_, row)| row.replace(' ', "").contains(place))
                .expect("the section");
            let number = emulator.column(line, "第");
            let name = row.split(" * ").nth(1).expect("its name").trim();
            let name: String = name.chars().take(3).collect();
            columns.push((
                emulator.column(line, "I"),
                number,
                emulator.column(line, &name),
            ));
        }
        assert!(
            columns[0].2.is_some() && columns.iter().all(|column| *column == columns[0]),
            "{what}: {columns:?}\n{text}"
        );
        let kept = emulator.column(0, "保存済み");
        assert_eq!(kept, Some(71), "{what}: the header's right end\n{text}");
        if text.contains("本社") {
            let name = emulator.column(0, "本社");
            assert!(matches!(name, Some(13 | 16)), "{what}: {name:?}\n{text}");
        }
    });
}

#[test]
fn the_overview_lines_up_on_both_kinds_of_terminal_however_the_width_was_found() {
    for (kind, arguments) in [
        (Kind::Usual, &[][..]),
        (Kind::Usual, &["--width", "narrow"]),
        // Gaps behind such characters, but nothing moves.
        (Kind::Usual, &["--width", "wide"]),
        (Kind::Wide, &[]),
        (Kind::Wide, &["--width", "auto"]),
        (Kind::Wide, &["--width", "wide"]),
    ] {
        let home = home();
        let mut term = overview(&home, kind, arguments);
        must_line_up(&term, &format!("{kind:?} {arguments:?}"));
        term.send(CTRL_C);
        assert_eq!(term.end(), 0);
        term.must_be_restored();
    }
}

#[test]
fn the_terminal_is_asked_once_and_only_if_nobody_said_how_wide_it_draws() {
    for (arguments, times) in [
        // What is asked are two characters.
        (&[][..], 2),
        (&["--width", "auto"], 2),
        (&["--width", "narrow"], 0),
        (&["--width=wide"], 0),
    ] {
        let home = home();
        let setup = Setup::new(home.path());
        let setup = arguments
            .iter()
            .fold(setup, |setup, argument| setup.argument(argument));
        let mut term = setup.start();
        term.wait("> はじめる");
        let shown = term.text();
        assert!(!shown.contains('①'), "the probe is still there:\n{shown}");
        term.send(CTRL_C);
        assert_eq!(term.end(), 0);
        assert_eq!(asked(&term), times, "{arguments:?}");
        assert!(!home.path().join("settings.json").exists());
    }
}

#[test]
fn a_terminal_said_to_be_narrow_is_drawn_narrow_also_where_it_is_wide() {
    let home = home();
    let setup = Setup::new(home.path()).kind(Kind::Wide);
    let mut term = at_the_first_question(setup.argument("--width=narrow"));
    // What is asked for is done although it is wrong: the user sees more than the program.
    term.send("o");
    term.wait("ほかのチェック");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    assert_eq!(asked(&term), 0);
    assert!(!term.output_since(0).contains(QUERY));
}

#[test]
fn a_terminal_that_answers_late_is_drawn_as_it_says_and_nothing_is_remembered_of_it() {
    let home = home();
    let mut term = overview(&home, Kind::Wide, &[]);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let mut term = Setup::new(home.path()).kind(Kind::WideAndLate).start();
    wait_for_question(&term, 1);
    term.send("o");
    term.wait("ほかのチェック");
    // Where the name ends if its first three characters are taken to be as wide as the terminal draws them.
    let is_as_it_says = |state: &State| state.emulator().column(0, "本社") == Some(16);
    assert!(!term.look(is_as_it_says), "{}", term.text());
    term.answer_late();
    term.wait_until("what the terminal draws", is_as_it_says);
    must_line_up(&term, "late");
    // Once more the same answers: twice is not more than once.
    term.send("\x1b[1;2R\x1b[1;2R");
    term.send("h");
    term.wait("ヘルプ: 前の画面で使えるキー");
    term.send(ESC);
    must_line_up(&term, "twice");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    assert!(!home.path().join("settings.json").exists());
}

#[test]
fn a_terminal_once_remembered_as_narrow_is_asked_anew() {
    for arguments in [&[][..], &["--width", "auto"]] {
        let home = home();
        let settings = r#"{"format": 1, "width": {"xterm-256color": "narrow"}}"#;
        fs::write(home.path().join("settings.json"), settings).expect("settings");
        let term = overview(&home, Kind::Wide, arguments);
        must_line_up(&term, &format!("{arguments:?}"));
        let kept = fs::read_to_string(home.path().join("settings.json")).expect("settings");
        assert_eq!(kept, settings);
    }
}

#[test]
fn a_terminal_that_never_answers_is_drawn_on_all_the_same() {
    let home = home();
    let mut term = overview(&home, Kind::Silent, &[]);
    must_line_up(&term, "silent");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    assert!(!home.path().join("settings.json").exists());
}

#[test]
fn a_terminal_that_is_not_of_utf_8_is_told_so_in_ascii_and_shows_nothing_else() {
    let home = home();
    let mut term = Setup::new(home.path()).kind(Kind::Latin1).start();
    let text = term.wait("> Start");
    assert!(text.contains("This terminal is not set to UTF-8"), "{text}");
    assert!(text.is_ascii(), "{text}");
    term.send(ENTER);
    for key in [" ", DOWN, " ", DOWN, " "] {
        term.send(key);
    }
    // Or the keys on their way would move the row that is looked at.
    term.wait("[x] Objects");
    term.choose("Next");
    term.wait("> Name");
    // What such a terminal sends for a name in Japanese is no key.
    term.send("a\u{e9}");
    term.send(ENTER);
    let text = term.wait("4 ");
    assert!(text.is_ascii(), "{text}");
    term.send("4l");
    let text = term.wait("(x) 4");
    assert!(text.is_ascii(), "{text}");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    assert!(
        !home.path().join("settings.json").exists(),
        "a choice was kept"
    );
}

#[test]
fn keys_typed_while_the_terminal_is_silent_are_not_lost() {
    let home = home();
    let mut term = Setup::new(home.path()).kind(Kind::Silent).start();
    // Before any page: it is drawn when the terminal has been waited for.
    term.wait_for_moment("the question", |state| state.emulator().asked() == 2);
    term.send(ENTER);
    term.wait("[ ] モノ");
}

#[test]
fn a_window_closed_while_the_terminal_is_silent_ends_the_program_and_says_nothing_of_the_terminal()
{
    let home = home();
    let setup = Setup::new(home.path()).kind(Kind::Silent);
    let mut term = setup.closing_when_asked().start();
    term.close("the question");
    term.wait_until("the end", |state| state.code().is_some());
    assert_eq!(term.look(State::code), Some(129));
    assert!(!home.path().join("settings.json").exists());
}

#[test]
fn half_width_kana_emoji_and_letters_of_other_scripts_tear_no_screen() {
    let note = "ﾊﾟｿｺﾝ φ10 μm か\u{3099}き 👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} e\u{301} ①※ 𠮷野 終";
    for (kind, arguments) in [
        (Kind::Usual, &[][..]),
        (Kind::Wide, &[]),
        (Kind::Usual, &["--width", "wide"]),
    ] {
        let home = home();
        let setup = Setup::new(home.path()).kind(kind);
        let setup = arguments
            .iter()
            .fold(setup, |setup, argument| setup.argument(argument));
        let mut term = setup.start();
        lead_to_the_first_question(&mut term);
        term.send("m");
        term.wait("残して戻る");
        term.send(&format!("\x1b[200~{note}\x1b[201~"));
        let what = format!("{kind:?} {arguments:?}");
        let text = term.wait("𠮷野 終");
        let row = text
            .lines()
            .find(|row| row.contains("終"))
            .expect("the note");
        // Gaps are allowed where the terminal draws narrower than it was said to.
        let shown = row.replace(' ', "");
        assert!(
            shown.ends_with("ﾊﾟｿｺﾝφ10μmがき👨👩👧❤é①※𠮷野終"),
            "{what}: {shown}\n{text}"
        );
        // Back at the end of the line, and over it once: the cells come and go one by one.
        term.send(&"\u{7f}".repeat(4));
        term.wait_until("the end gone", |state| !state.text().contains("𠮷"));
        term.send(TAB);
        term.wait("> m メモ");
        let text = term.text();
        let walked = text.lines().nth(1).expect("a line");
        assert!(walked.ends_with("18問中 1問め"), "{what}\n{text}");
        term.send("o");
        must_line_up(&term, &what);
        term.send(CTRL_C);
        assert_eq!(term.end(), 0);
        assert!(case_in(home.path()).to_string().contains("ﾊﾟｿｺﾝ"));
    }
}
