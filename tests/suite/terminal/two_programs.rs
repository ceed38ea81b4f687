//! Two programs on one check: the second may look, is told who writes, and takes over as soon as nobody does.

use std::fs;
use std::path::Path;

use super::term::{CTRL_C, RIGHT, Setup, Term};
use super::{answer_at, at_the_first_question, case_in, home, wait_for_question, wait_until_saved};

/// One that has answered, and a second that has just been started.
fn two(home: &Path) -> (Term, Term) {
    let mut first = at_the_first_question(Setup::new(home));
    first.send("4");
    wait_until_saved(&first, '4');
    let second = Setup::new(home).start();
    wait_for_question(&second, 1);
    (first, second)
}

fn case_bytes(data: &Path) -> Vec<u8> {
    let mut files = fs::read_dir(data.join("cases")).unwrap();
    let bytes = fs::read(files.next().expect("a case").unwrap().path()).unwrap();
    assert!(files.next().is_none(), "one file");
    bytes
}

/// The second opens the check again, and what it answers is kept.
#[track_caller]
fn must_take_over(second: &mut Term, data: &Path) {
    second.send("o");
    second.choose("開き直す");
    second.wait_until("a check that may be written", |state| {
        !state.text().contains("見るだけ")
    });
    second.wait("一覧");
    second.send("u");
    wait_for_question(second, 2);
    second.send("3");
    wait_until_saved(second, '3');
    let case = case_in(data);
    assert_eq!(answer_at(&case, 0)["given"], "unknown");
    assert!(answer_at(&case, 1)["given"]["points"].is_object());
    second.send(CTRL_C);
    assert_eq!(second.end(), 0);
    second.must_be_restored();
}

#[test]
fn the_second_is_told_who_writes_and_changes_nothing() {
    let home = home();
    let (mut first, mut second) = two(home.path());
    second.wait("見るだけ");
    let process = format!("プロセス {}", first.process());
    second.wait(&process);
    let before = case_bytes(home.path());
    let looking = "ここでは見るだけです。";
    // The cursor stands on an answer, which has no mark that could be set.
    let no_mark = "ここには、印をつけるものがありません。";
    for (key, said) in [
        ("3", looking),
        ("1", looking),
        (" ", no_mark),
        ("f", looking),
        ("\x7f", looking),
    ] {
        second.send(key);
        let screen = second.wait(said);
        assert!(screen.contains("(x) 4 わからない"), "{screen}");
    }
    second.wait(&process);
    // A note cannot be begun either.
    second.send("m");
    let screen = second.wait("ここでは見るだけです。");
    assert!(!screen.contains("残して戻る"), "{screen}");
    second.send(RIGHT);
    wait_for_question(&second, 2);
    second.send("2");
    second.wait("ここでは見るだけです。");
    assert!(case_bytes(home.path()) == before, "the file has changed");
    // The first goes on as if nobody looked.
    first.send("3");
    wait_until_saved(&first, '3');
    second.send(CTRL_C);
    assert_eq!(second.end(), 0);
    second.must_be_restored();
    let case = case_in(home.path());
    assert!(answer_at(&case, 0)["given"]["points"].is_object());
    assert!(answer_at(&case, 1)["given"].is_null());
    first.send(CTRL_C);
    assert_eq!(first.end(), 0);
}

#[test]
fn after_the_first_has_ended_the_second_can_write() {
    let home = home();
    let (mut first, mut second) = two(home.path());
    // As long as it is open, opening it again leads nowhere.
    second.send("o");
    second.choose("開き直す");
    second.wait("ここでは見るだけです。");
    first.send(CTRL_C);
    assert_eq!(first.end(), 0);
    must_take_over(&mut second, home.path());
}

#[test]
fn a_lock_left_by_a_killed_program_is_taken_over_at_once() {
    let home = home();
    let (first, mut second) = two(home.path());
    first.signal("KILL");
    first.end();
    must_take_over(&mut second, home.path());
}

#[test]
fn while_somebody_answers_the_folder_is_neither_locked_nor_its_check_thrown_away() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    let before = case_bytes(home.path());
    let id = case_in(home.path())["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let listed = super::run(home.path(), &["list", "--json"], "");
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("JSON");
    assert_eq!(listed["cases"][0]["state"], "in-use");
    for args in [&["lock"][..], &["delete", &id, "--yes"], &["restore", &id]] {
        let output = super::run(home.path(), args, "ながいながい合言葉です\n");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(1), "{args:?} {said}");
        assert!(!said.is_empty());
        assert!(case_bytes(home.path()) == before, "{args:?}");
        let identity = home.path().join("identity.age");
        assert!(!identity.exists(), "{args:?}");
    }
    term.send("3");
    wait_until_saved(&term, '3');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}
