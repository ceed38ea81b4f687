//! Stopped and continued: by Ctrl-Z in a shell, from outside, and where there is no shell to come back from.

use vt100::MouseProtocolMode;

use super::term::{CTRL_C, CTRL_Z, ENTER, Setup, State, Term};
use super::{answer_at, case_in, home, lead_to_the_first_question, wait_until_saved};

const PROMPT: &str = "PROMPT>";
const PROGRAM: &str = env!("CARGO_BIN_EXE_mamori");

/// The program, started from a shell with this line, with an answer that is saved; and its screen.
#[track_caller]
fn in_a_shell(home: &tempfile::TempDir, line: &str) -> (Term, String) {
    let setup = Setup::of("bash", home.path()).argument("--norc");
    let setup = setup.argument("-i").env("PS1", "PROMPT> ");
    let mut term = setup.start();
    term.wait(PROMPT);
    type_at_the_prompt(&mut term, "echo BEFORE\r");
    term.wait("\nBEFORE");
    type_at_the_prompt(&mut term, &format!("{line}\r"));
    lead_to_the_first_question(&mut term);
    term.send("4");
    wait_until_saved(&term, '4');
    let screen = term.wait("Esc 質問の一覧へ");
    (term, screen)
}

/// Types a line where the shell waits for one: what is typed ahead belongs to whoever has the window just then.
#[track_caller]
fn type_at_the_prompt(term: &mut Term, line: &str) {
    // The shell's words may stand in the program's page, which is no page then.
    term.wait_for_moment("a prompt", |state| {
        let screen = state.screen();
        let (row, column) = screen.cursor_position();
        let before = screen.contents_between(row, 0, row, column);
        before.trim_end().ends_with(PROMPT)
    });
    let told = term.look(State::told);
    term.send(line);
    term.wait_for_moment("an echo", |state| state.told() > told);
}

/// Ctrl-Z: the shell is there, and the window is its own.
#[track_caller]
fn must_stop(term: &mut Term) {
    term.send(CTRL_Z);
    let stopped = term.wait_until("the shell", |state| {
        let text = state.text();
        text.contains("Stopped") && text.trim_end().ends_with(PROMPT)
    });
    assert!(stopped.contains("BEFORE"), "{stopped}");
    term.look(|state| {
        assert!(!state.screen().alternate_screen());
        assert!(!state.screen().hide_cursor());
        let mouse = state.screen().mouse_protocol_mode();
        assert_eq!(mouse, MouseProtocolMode::None);
    });
}

#[track_caller]
fn must_come_back(term: &mut Term, screen: &str) {
    type_at_the_prompt(term, "fg\r");
    term.wait_until("the whole screen again", |state| state.text() == screen);
    // The way back is drawn more than once: only a key shows that all of it is over.
    term.send("3");
    wait_until_saved(term, '3');
    assert!(term.is_raw());
    term.look(|state| {
        let mouse = state.screen().mouse_protocol_mode();
        assert_eq!(mouse, MouseProtocolMode::PressRelease);
    });
    term.send("4");
    wait_until_saved(term, '4');
    term.wait_until("the whole screen", |state| state.text() == screen);
}

/// Leaves the program and sees that the shell is as it was, its lines where they were.
#[track_caller]
fn must_leave_as_it_was(mut term: Term) {
    term.send(CTRL_C);
    let before = term.wait_until("the shell's screen", |state| {
        !state.screen().alternate_screen() && state.text().trim_end().ends_with(PROMPT)
    });
    let prompts = before.matches(PROMPT).count();
    // Typed, so that it shows whether the shell sees it: its answer is not what was typed.
    let line = "stty -a | tr ' ;' '\\n\\n' | grep -cx -e icanon -e echo; echo AF''TER $?\r";
    type_at_the_prompt(&mut term, line);
    let screen = term.wait("AFTER 0");
    assert!(screen.contains("\n2\n"), "{screen}");
    assert!(screen.contains("\nBEFORE"), "{screen}");
    assert!(screen.matches(PROMPT).count() >= prompts, "{screen}");
    term.look(|state| {
        assert!(!state.screen().hide_cursor());
    });
    type_at_the_prompt(&mut term, "exit\r");
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn after_ctrl_z_and_fg_the_whole_screen_and_the_answers_are_there() {
    let home = home();
    // Nothing is offered in between.
    let settings = r#"{"format": 1, "digits": false}"#;
    std::fs::write(home.path().join("settings.json"), settings).expect("settings");
    let (mut term, screen) = in_a_shell(&home, PROGRAM);
    for _ in 0..2 {
        must_stop(&mut term);
        must_come_back(&mut term, &screen);
    }
    must_leave_as_it_was(term);
    assert_eq!(answer_at(&case_in(home.path()), 0)["given"], "unknown");
}

#[test]
fn ctrl_z_also_stops_the_script_that_started_the_program() {
    let home = home();
    let (mut term, screen) = in_a_shell(&home, &format!("sh -c '{PROGRAM}; true'"));
    must_stop(&mut term);
    must_come_back(&mut term, &screen);
    must_leave_as_it_was(term);
}

#[test]
fn stopped_from_outside_it_still_comes_back_whole() {
    let home = home();
    let (mut term, screen) = in_a_shell(&home, PROGRAM);
    term.stop_what_runs_in_it();
    term.wait_for_moment("the shell", |state| state.text().contains("Stopped"));
    type_at_the_prompt(&mut term, ENTER);
    // What a shell may leave behind: a terminal that takes lines.
    type_at_the_prompt(&mut term, "stty sane\r");
    must_come_back(&mut term, &screen);
    must_leave_as_it_was(term);
}

#[test]
fn ctrl_z_where_no_shell_waits_does_not_freeze_the_window() {
    let home = home();
    let mut term = super::at_the_first_question(Setup::new(home.path()));
    term.send(CTRL_Z);
    term.send("4");
    wait_until_saved(&term, '4');
    assert!(term.is_raw());
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}
