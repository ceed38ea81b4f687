//! Every way to end: what is kept, what the exit code says, and in what state the window is left.

use std::fs;

use super::term::{CTRL_C, Setup, Term};
use super::{answer_at, at_the_first_question, case_in, home, wait_until_saved};

/// An answer that is saved, and a note that is being written and ends in these words.
#[track_caller]
fn with_a_note_half_written(home: &tempfile::TempDir) -> Term {
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send("m");
    term.wait("残して戻る");
    term.send("棚の鍵は");
    term.wait("> 棚の鍵は");
    term
}

#[track_caller]
fn must_be_kept(home: &tempfile::TempDir, note: &str) {
    let case = case_in(home.path());
    assert_eq!(answer_at(&case, 0)["given"], "unknown");
    assert_eq!(answer_at(&case, 0)["note"], note);
}

#[test]
fn a_signal_to_end_keeps_the_answers_and_the_half_written_note() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let home = home();
        let term = with_a_note_half_written(&home);
        term.signal(name);
        assert_eq!(term.end(), code, "SIG{name}");
        term.must_be_restored();
        must_be_kept(&home, "棚の鍵は");
    }
}

#[test]
fn ctrl_c_in_a_note_keeps_it_and_leaves() {
    let home = home();
    let mut term = with_a_note_half_written(&home);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    must_be_kept(&home, "棚の鍵は");
}

#[test]
fn a_closed_window_keeps_the_half_written_note() {
    let home = home();
    let mut term = with_a_note_half_written(&home);
    term.close_after("社長が", "棚の鍵は社長が");
    assert_eq!(term.end(), 129);
    must_be_kept(&home, "棚の鍵は社長が");
}

#[test]
fn a_closed_window_with_its_cursor_hidden_is_an_end_and_no_failure() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.close_after("1", "記録しました");
    assert_eq!(term.end(), 129);
    assert!(!home.path().join("reports").exists(), "a report of a panic");
}

#[test]
fn a_window_closed_while_it_is_drawn_into_keeps_what_was_typed_so_far() {
    for _ in 0..10 {
        let home = home();
        let mut term = with_a_note_half_written(&home);
        term.close_after(&"社".repeat(1_000), "社社");
        assert_eq!(term.end(), 129);
        let case = case_in(home.path());
        let note = answer_at(&case, 0)["note"].as_str();
        assert!(
            note.is_some_and(|note| note.starts_with("棚の鍵は社")),
            "{note:?}"
        );
    }
}

#[test]
fn a_signal_at_the_very_start_leaves_the_window_as_it_was() {
    for _ in 0..10 {
        let home = home();
        let term = Setup::new(home.path()).start();
        term.wait_for_moment("the second screen", |state| {
            state.screen().alternate_screen()
        });
        term.signal("TERM");
        assert_eq!(term.end(), 143);
        term.must_be_restored();
    }
}

#[test]
fn a_folder_that_cannot_be_is_told_before_anything_is_drawn() {
    let home = home();
    let file = home.path().join("a file");
    fs::write(&file, "mine").unwrap();
    let term = Setup::new(&file.join("data")).start();
    let code = term.end();
    term.must_be_restored();
    let screen = term.text();
    assert_eq!(code, 1, "{screen}");
    assert!(screen.contains("フォルダ"), "{screen}");
    assert!(!term.output_since(0).contains("\x1b[?1049h"));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

#[test]
fn a_panic_gives_the_window_back_and_quotes_nothing() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("m");
    term.wait("残して戻る");
    term.send("配合は三対一");
    term.wait("> 配合は三対一");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);

    let term = Setup::new(home.path()).argument("--crash").start();
    assert_eq!(term.end(), 101);
    term.must_be_restored();
    // What is put out after the window was given back is what stands on stderr.
    let output = term.output_since(0);
    let (_, after) = output.rsplit_once("\x1b[?1049l").expect("the first screen");
    assert!(!after.contains("配合"), "{after}");
    let screen = term.text();
    assert!(screen.contains("mamori "), "{screen}");
    assert!(screen.contains("terminal.rs:"), "{screen}");
    assert!(!screen.contains("配合"), "{screen}");
    assert!(!screen.contains("asked for by a test"), "{screen}");
    let case = case_in(home.path());
    assert_eq!(answer_at(&case, 0)["note"], "配合は三対一");
}

#[test]
fn a_panic_leaves_a_report_that_only_its_owner_can_read_and_that_quotes_nothing() {
    use std::os::unix::fs::PermissionsExt;

    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("m");
    term.wait("残して戻る");
    term.send("配合は三対一");
    term.wait("> 配合は三対一");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);

    let term = Setup::new(home.path()).argument("--crash").start();
    assert_eq!(term.end(), 101);
    term.must_be_restored();
    let screen = term.text();
    // A long path is broken at the window's edge.
    assert!(
        screen.replace('\n', "").contains("reports/panic-1.txt"),
        "{screen}"
    );
    let path = home.path().join("reports/panic-1.txt");
    let mode = fs::metadata(&path).expect("a report").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let report = fs::read_to_string(&path).expect("UTF-8");
    let version = env!("CARGO_PKG_VERSION");
    let head = format!("mamori {version} src/terminal.rs:");
    assert!(report.starts_with(&head), "{report}");
    assert!(report.contains("mamori::terminal::run"), "{report}");
    for absent in [
        "配合",
        "本社",
        "asked for by a test",
        " /",
        env!("CARGO_MANIFEST_DIR"),
    ] {
        assert!(!report.contains(absent), "{absent:?} in\n{report}");
    }
}

#[test]
fn a_panic_says_the_rest_where_no_report_can_be_written() {
    let home = home();
    fs::write(home.path().join("reports"), "in the way").unwrap();
    let term = Setup::new(home.path()).argument("--crash").start();
    assert_eq!(term.end(), 101);
    term.must_be_restored();
    let screen = term.text();
    assert!(screen.contains("terminal.rs:"), "{screen}");
    assert!(
        !screen.replace('\n', "").contains("reports/panic-"),
        "{screen}"
    );
}

#[test]
fn what_a_panic_says_is_not_written_over() {
    let home = home();
    let setup = Setup::of("sh", home.path()).argument("-c");
    let program = env!("CARGO_BIN_EXE_mamori");
    let term = setup
        .argument(&format!("\"{program}\" --crash; echo NEXT"))
        .start();
    term.end();
    let screen = term.text();
    let line = |words: &str| screen.lines().position(|line| line.contains(words));
    let (said, next) = (line("terminal.rs:"), line("NEXT"));
    assert!(said.is_some() && said < next, "{screen}");
}

#[test]
fn leaving_at_once_after_an_answer_keeps_it() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send(&format!("4{CTRL_C}"));
    assert_eq!(term.end(), 0);
    assert_eq!(answer_at(&case_in(home.path()), 0)["given"], "unknown");
}
