//! From the first start to the result, and back again the next day.

use serde_json::{Value, json};

use super::term::{CTRL_C, DOWN, ENTER, ESC, RIGHT, Setup, Term};
use super::{answer_at, case_in, home, points_of, questions, wait_for_question, wait_until_saved};

#[test]
fn a_first_start_leads_to_a_result_and_the_file_says_what_was_answered() {
    let home = home();
    let mut term = Setup::new(home.path()).start();
    term.wait("> はじめる");
    assert!(term.is_raw());
    term.send(ENTER);
    term.wait("[ ] モノ");
    for key in [" ", DOWN, " ", DOWN, " "] {
        term.send(key);
    }
    term.wait("18問になります");
    term.choose("次へ");
    term.wait("> 名前:");
    // An input method sends what was chosen in one burst.
    term.send("本社工場");
    term.wait("> 名前: 本社工場");
    term.send(ENTER);
    let questions = questions();
    let mut given = Vec::new();
    for (place, question) in questions.iter().enumerate() {
        wait_for_question(&term, place + 1);
        given.push(answer(&mut term, place, question));
        term.send(RIGHT);
    }
    let check = term.wait("> 結果を見る");
    assert!(check.contains("18問のうち 18問"), "{check}");
    term.send(ENTER);
    term.wait("これは自己チェックです。認証ではありません。");
    term.choose("はじめにすること");
    term.wait("大事な順、費用の少ない順");
    term.send(ESC);
    term.wait("そろっていない項目");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let case = case_in(home.path());
    assert_eq!(case["title"], "本社工場");
    assert_eq!(case["forms"], json!(["paper", "data", "object"]));
    for (place, given) in given.iter().enumerate() {
        assert_eq!(
            answer_at(&case, place)["given"],
            *given,
            "question {}",
            place + 1
        );
    }
}

/// Gives one of the five answers, a different one from question to question; says what the file is to hold.
#[track_caller]
fn answer(term: &mut Term, place: usize, question: &Value) -> Value {
    let offered = &question["may_not_apply"][0]["ja"];
    let (digit, given) = match place % 4 {
        _ if offered.is_string() => ('5', json!({ "not-applicable": offered })),
        0 => ('1', points_of(question, |_| true)),
        1 => ('3', points_of(question, |_| false)),
        2 => ('4', json!("unknown")),
        _ => ('2', points_of(question, |point| point == 1)),
    };
    term.send(&digit.to_string());
    if digit == '5' {
        term.wait("どうして当てはまらないのですか。");
        term.choose(offered.as_str().expect("a text"));
    } else if digit == '2' {
        term.wait("> [ ]");
        term.send(DOWN);
        term.send(" ");
    }
    wait_until_saved(term, digit);
    given
}

#[test]
fn the_second_start_says_where_one_was() {
    let home = home();
    let mut term = super::at_the_first_question(Setup::new(home.path()));
    for number in 1..=3 {
        wait_for_question(&term, number);
        term.send("4");
        wait_until_saved(&term, '4');
        term.send(RIGHT);
    }
    wait_for_question(&term, 4);
    // Leaving by rows: out to the overview, to its last row, Enter.
    term.send(ESC);
    term.wait("続きから答える");
    term.send(ESC);
    term.wait("> 終わる");
    term.send(ENTER);
    assert_eq!(term.end(), 0);
    term.must_be_restored();

    let mut term = Setup::new(home.path()).start();
    wait_for_question(&term, 4);
    let screen = term.wait("の続きです。18問のうち 3問に答えています。");
    let updated = case_in(home.path())["updated"].to_string();
    assert!(screen.contains(&spoken(&updated)), "{updated}:\n{screen}");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

/// `"2026-11-24T02:38:21+00:00"` as the screen says it.
fn spoken(moment: &str) -> String {
    let moment = moment.trim_matches('"');
    let number = |from: usize| moment[from..from + 2].parse::<u8>().expect("a number");
    let (month, day) = (number(5), number(8));
    format!("{month}月{day}日 {}", &moment[11..16])
}

#[test]
fn in_english_and_in_a_wide_window_it_goes_the_same_way() {
    let home = home();
    let setup = Setup::new(home.path()).env("MAMORI_LANG", "en");
    let mut term = setup.size(120, 40).start();
    term.wait("> Start");
    term.send(ENTER);
    term.wait("[ ] Objects");
    term.send(" ");
    term.wait("[x] Paper");
    term.choose("Next");
    term.wait("> Name:");
    term.send("Plant 2");
    term.wait("> Name: Plant 2");
    term.send(ENTER);
    term.wait("question 1 of 12");
    term.send("3");
    term.wait_until("a saved answer", |state| {
        let text = state.text();
        text.contains("> (x) 3 Not in place")
            && text
                .lines()
                .next()
                .is_some_and(|line| line.ends_with(" saved"))
    });
    let case = case_in(home.path());
    assert_eq!(case["title"], "Plant 2");
    assert_eq!(case["forms"], json!(["paper"]));
    let given = points_of(&questions()[0], |_| false);
    assert_eq!(answer_at(&case, 0)["given"], given);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn where_no_language_is_set_it_speaks_japanese_whole_and_unbroken() {
    let home = home();
    let setup = Setup::new(home.path()).without("MAMORI_LANG");
    let mut term = setup.env("LANG", "C").env("LC_ALL", "C").start();
    term.wait("> はじめる");
    let screen = term.wait("Esc 「終わる」へ");
    assert!(screen.contains("技術の大事な情報の守りを"), "{screen}");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}
