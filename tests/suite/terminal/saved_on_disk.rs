//! 保存済み and the disk: what the screen says is kept is in the file, whatever happens next.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::term::{CTRL_C, DOWN, ENTER, ESC, RIGHT, Setup, State};
use super::{ASKED, answer_at, at_the_first_question, case_in, home, points_of, questions};
use super::{choose_forms_and_name, lead_to_the_first_question};
use super::{says_saved, wait_for_question, wait_until_saved};

#[test]
fn saved_is_said_only_of_what_is_on_the_disk() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    let questions = questions();
    let mut revision = revision_of(&case_in(home.path()));
    for (place, question) in questions.iter().enumerate() {
        wait_for_question(&term, place + 1);
        for digit in ['3', '1'] {
            term.send(&digit.to_string());
            wait_until_saved(&term, digit);
            let case = case_in(home.path());
            revision += 1;
            assert_eq!(revision_of(&case), revision);
            let given = &answer_at(&case, place)["given"];
            assert_eq!(*given, given_by(digit, question));
        }
        term.send(RIGHT);
    }
    term.wait("答えを見直す");
}

fn revision_of(case: &Value) -> u64 {
    case["revision"].as_u64().expect("a number")
}

fn given_by(digit: char, question: &Value) -> Value {
    match digit {
        '1' => points_of(question, |_| true),
        '3' => points_of(question, |_| false),
        _ => json!("unknown"),
    }
}

/// Nothing is pressed after the last character: the program keeps it by itself.
#[test]
fn a_note_outlives_a_kill_while_its_field_is_open() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("1mたなのかぎ");
    term.wait_until("the note is kept", |state| {
        let text = state.text();
        text.contains("たなのかぎ") && says_saved(&text)
    });
    term.signal("KILL");
    term.end();
    assert_eq!(answer_at(&case_in(home.path()), 0)["note"], "たなのかぎ");
}

// A hundred moments, in four parts that run beside each other.
#[test]
fn what_was_said_to_be_saved_outlives_a_kill_at_any_moment() {
    kill_at_moments(20_261_124);
}

#[test]
fn what_was_said_to_be_saved_outlives_a_kill_at_twenty_five_other_moments() {
    kill_at_moments(20_261_125);
}

#[test]
fn what_was_said_to_be_saved_outlives_a_kill_at_twenty_five_more_moments() {
    kill_at_moments(20_261_126);
}

#[test]
fn what_was_said_to_be_saved_outlives_a_kill_at_the_last_twenty_five_moments() {
    kill_at_moments(20_261_127);
}

fn kill_at_moments(seed: u64) {
    let first = home();
    let mut term = at_the_first_question(Setup::new(first.path()));
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let mut chance = Chance(seed);
    for round in 0..25 {
        let home = home();
        copy_cases(first.path(), home.path());
        kill_while_answering(home.path(), &mut chance, round);
    }
}

/// Answers from the first question on, kills the program somewhere on the way, and looks at what is left.
fn kill_while_answering(data: &Path, chance: &mut Chance, round: usize) {
    let mut term = Setup::new(data).start();
    wait_for_question(&term, 1);
    let digits: Vec<char> = (0..ASKED - 1)
        .map(|_| chance.one_of(&['1', '3', '4']))
        .collect();
    let gone_on = 1 + chance.up_to(ASKED - 1);
    // Now key by key, now many at once.
    for (place, digit) in digits[..gone_on].iter().enumerate() {
        term.send(&format!("{digit}{RIGHT}"));
        if chance.up_to(3) > 0 {
            wait_for_question(&term, place + 2);
        }
    }
    let enough = term.look(State::told) + chance.up_to(4_000);
    term.wait_for_moment("a moment on the way", |state| {
        let text = state.text();
        let is_over = number_of(&text) == Some(gone_on + 1) && says_saved(&text);
        is_over || state.told() >= enough
    });
    term.signal("KILL");
    term.end();
    // All that it ever showed has been read: this is what the person last saw.
    let screen = term.text();
    let case = case_in(data);
    let questions = questions();
    let answered = (0..ASKED).filter(|place| !answer_at(&case, *place)["given"].is_null());
    let answered: Vec<usize> = answered.collect();
    for place in &answered {
        let given = &answer_at(&case, *place)["given"];
        assert_eq!(*given, given_by(digits[*place], &questions[*place]));
    }
    if says_saved(&screen) {
        let before = number_of(&screen).expect("a question") - 1;
        let shown = before + usize::from(screen.contains("(x)"));
        assert!(
            answered.len() >= shown,
            "round {round}: {answered:?}\n{screen}"
        );
    }
    let mut term = Setup::new(data).start();
    let resumed = format!("{ASKED}問のうち {}問に答えています。", answered.len());
    term.wait(&resumed);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0, "round {round}");
}

/// The number of the question in the header.
fn number_of(screen: &str) -> Option<usize> {
    let (_, after) = screen.split_once(&format!("{ASKED}問中 "))?;
    after.split_once("問め")?.0.parse().ok()
}

fn copy_cases(from: &Path, to: &Path) {
    close(to);
    fs::create_dir(to.join("cases")).unwrap();
    close(&to.join("cases"));
    for entry in fs::read_dir(from.join("cases")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join("cases").join(entry.file_name())).unwrap();
    }
}

/// To all but the user: otherwise the next start speaks of it first.
fn close(folder: &Path) {
    let rights = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o700);
    fs::set_permissions(folder, rights).unwrap();
}

/// The same numbers at every run, so that a failure can be had again.
struct Chance(u64);

impl Chance {
    /// From 0 to less than `end`.
    fn up_to(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_of(&mut self, choices: &[char]) -> char {
        choices[self.up_to(choices.len())]
    }
}

#[test]
fn a_check_opened_while_another_is_being_saved_can_be_left() {
    let home = home();
    // Two checks, so that the next start has to ask.
    for _ in 0..2 {
        let mut term = Setup::new(home.path()).start();
        term.wait_until("a start", |state| {
            let text = state.text();
            text.contains("> はじめる") || says_saved(&text)
        });
        if term.text().contains("> はじめる") {
            lead_to_the_first_question(&mut term);
        } else {
            term.send(ESC);
            term.choose("ほかのチェック、新しいチェック");
            term.choose("新しくはじめる");
            choose_forms_and_name(&mut term);
        }
        term.send("4");
        wait_until_saved(&term, '4');
        term.send(CTRL_C);
        assert_eq!(term.end(), 0);
    }
    let mut term = Setup::new(home.path()).start();
    term.wait("> 前回の続き");
    // Faster than the disk: back to the old check, but on to a new one with more changes than the old one ever had.
    let answers = format!("4{RIGHT}").repeat(8);
    term.send(&format!(
        "{ENTER}{DOWN}{ENTER} {DOWN}{DOWN}{DOWN}{ENTER}{ENTER}{answers}"
    ));
    // Whichever comes first, the keys or the old check: nothing waits for a save of another check.
    term.wait_until("saved", |state| says_saved(&state.text()));
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let files = fs::read_dir(home.path().join("cases")).unwrap();
    assert!((2..=3).contains(&files.count()));
}

#[test]
fn a_folder_that_turned_into_a_file_is_told_and_no_answer_is_lost() {
    let home = home();
    let (data, aside) = (home.path().join("data"), home.path().join("aside"));
    let mut term = at_the_first_question(Setup::new(&data));
    fs::rename(&data, &aside).unwrap();
    fs::write(&data, "mine").unwrap();
    term.send("4");
    let screen = term.wait("残さずに終わる");
    assert!(
        screen.contains("答えはこの画面の中に残っています。"),
        "{screen}"
    );
    assert!(!says_saved(&screen), "{screen}");
    term.choose("このまま答えを続ける");
    wait_for_question(&term, 1);
    term.send(&format!("{RIGHT}3"));
    wait_for_question(&term, 2);
    term.send(CTRL_C);
    term.wait("残さずに終わる");
    assert_eq!(fs::read(&data).unwrap(), b"mine");
    fs::remove_file(&data).unwrap();
    fs::rename(&aside, &data).unwrap();
    term.choose("もう一度");
    term.wait("保存できました。");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let case = case_in(&data);
    assert_eq!(answer_at(&case, 0)["given"], "unknown");
    assert_eq!(answer_at(&case, 1)["given"], given_by('3', &questions()[1]));
}

#[test]
fn who_leaves_without_keeping_leaves_the_window_as_it_was() {
    let home = home();
    let data = home.path().join("data");
    let mut term = at_the_first_question(Setup::new(&data));
    fs::rename(&data, home.path().join("aside")).unwrap();
    fs::write(&data, "mine").unwrap();
    term.send("4");
    term.wait("残さずに終わる");
    term.choose("残さずに終わる");
    let code = term.end();
    assert!(code < 2, "{code}");
    term.must_be_restored();
    assert_eq!(fs::read(&data).unwrap(), b"mine");
}
