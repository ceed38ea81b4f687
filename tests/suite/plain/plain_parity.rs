//! The same answers give the same file, whichever face took them: keys on a stage, lines typed into the built program.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::plain::{Shown, Step, prompt, reply, understand};
use mamori::questionnaire::case::Case;
use mamori::store::format::encode;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{folder, typed};
use crate::stage::{Stage, words};

/// The first steps, with these forms in two ways of saying so: a check called 本社.
const ALL_FORMS: (&str, &str) = (
    "Enter Space Down Space Down Space Down Enter <本社> Enter",
    "1\n1 2 3\n4\n本社\n",
);

/// What the keys leave on the disk, and what the lines do, but for the id and the times; and that it `holds` this.
#[track_caller]
fn both(keys: &str, lines: &str, holds: &[&str]) {
    let mut stage = Stage::new();
    stage.play(ALL_FORMS.0).play(keys);
    if !stage.has_ended {
        stage.play("Ctrl-C");
    }
    let case = stage.kept.last().expect("a saved case");
    let by_keys = String::from_utf8(encode(case).expect("bytes")).expect("UTF-8");
    let data = folder();
    typed(&data, "ja", format!("{}{lines}", ALL_FORMS.1).as_bytes());
    let by_lines = file_in(&data);
    let (by_keys, by_lines) = (timeless(&by_keys), timeless(&by_lines));
    let only = |one: &str, other: &str| {
        let lines = one.lines().filter(|line| !other.contains(line));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert!(
        by_keys == by_lines,
        "{keys}\nonly by keys:\n{}\nonly by lines:\n{}",
        only(&by_keys, &by_lines),
        only(&by_lines, &by_keys)
    );
    for words in holds {
        assert!(
            by_lines.contains(words),
            "no {words} in
{by_lines}"
        );
    }
}

fn file_in(data: &tempfile::TempDir) -> String {
    let mut files = std::fs::read_dir(data.path().join("cases")).expect("cases");
    let file = files.next().expect("a case").expect("a case");
    assert!(files.next().is_none(), "one check, one file");
    std::fs::read_to_string(file.path()).expect("UTF-8")
}

/// The file with every time, the days that follow from one, its id and those of the firm left out.
pub(crate) fn timeless(file: &str) -> String {
    file.split_inclusive('\n')
        .map(|line| {
            let value = line.trim().trim_end_matches(',').rsplit_once(": ");
            let (name, value) = value.unwrap_or_default();
            let value = value.trim_matches('"');
            let is_id = name == "\"id\"" || name == "\"pseudonym\"";
            if is_id || is_time(value) {
                line.replace(value, "-")
            } else {
                line.to_owned()
            }
        })
        .collect()
}

fn is_time(value: &str) -> bool {
    DateTime::parse_from_rfc3339(value).is_ok() || value.parse::<NaiveDate>().is_ok()
}

#[test]
fn every_kind_of_answer() {
    both(
        "1 Enter 3 Enter 4 Enter 1 Enter",
        "1\n3\n4\n1\n",
        &["\"given\": \"unknown\"", "\"at\": \"handling-rules\""],
    );
}

#[test]
fn some_of_the_points() {
    both(
        "2 Space Down Down Space Right",
        "2\n1 3\n",
        &[": true", ": false"],
    );
    // Full-width, in any order; then all of them, which is in place.
    both(
        "2 Space Down Space Down Space Down Space Right",
        "２\n４、１ ２・３\n",
        &[": true"],
    );
}

#[test]
fn an_answer_that_was_changed_and_one_that_was_left_out() {
    both(
        "Right 3 Enter Left 1 Enter",
        "s\n3\nb\n1\n",
        &[": true", "\"know-form-and-place\""],
    );
}

#[test]
fn a_note_and_a_flag() {
    both(
        "m <q は鍵> Tab f Right 4 Enter",
        "m\nq は鍵\nf\ns\n4\n",
        &["\"note\": \"q は鍵\"", "\"flag\": true", "\"unknown\""],
    );
}

#[test]
fn a_reason_that_is_offered_and_one_of_ones_own() {
    let right = "Right ".repeat(RARE - 1);
    let later = "s\n".repeat(RARE - 1);
    both(
        &format!("{right} 5 Enter"),
        &format!("{later}5\n1\n"),
        &["社長のほかに"],
    );
    both(
        &format!("{right} 5 Down Enter <社員はいない> Enter Right"),
        &format!("{later}5\n2\n社員はいない\ns\n"),
        &["\"社員はいない\""],
    );
}

/// The first question with a reason not to apply, of all forms.
const RARE: usize = 9;

#[test]
fn a_measure_that_was_marked() {
    both(
        "? Down Space Esc 3 Enter",
        "?\n2\nb\n3\n",
        &["\"measure\": "],
    );
}

#[test]
fn who_does_it_by_when_and_that_it_is_done() {
    let to_tasks = ("3 Enter o End Up Up Enter Enter", "3\no\n16\n1\n");
    both(
        &format!("{} Enter Enter d", to_tasks.0),
        &format!("{}1\n2\n9\n", to_tasks.1),
        &["\"who\": \"社長\"", "\"done\": \"-\""],
    );
    both(
        &format!(
            "{} Enter Right Right Enter <工場長> Enter Down Down Down Down Enter <来月末> Enter",
            to_tasks.0
        ),
        &format!("{}1\n4\n工場長\n8\n来月末\n", to_tasks.1),
        &["\"who\": \"工場長\"", "\"by\": \"来月末\""],
    );
}

#[test]
fn a_list_of_what_to_protect() {
    both(
        "o i Enter <金型> Enter Right Enter Enter <棚2> Enter Down Space Down Enter <山田> Enter \
         Down Enter Esc Down Enter Down Space Esc Esc",
        "o\n2\n1\n金型\n3\n5\n棚2\n7\n8\n山田\n10\nb\n2\n2\nb\nb\n",
        &[
            "\"what\": \"金型\"",
            "\"entrusted_by\": \"山田\"",
            "\"level\": \"関係者だけ\"",
            "工作機械の中の加工プログラム",
        ],
    );
}

#[test]
fn records_that_are_there() {
    both(
        "3 Enter 3 Enter o End Up Up Enter Home Down Down Down Enter Space Down Space",
        "3\n3\no\n16\n4\n1 2\n",
        &["\"one-sheet\": \"there\"", "\"three-columns\": \"there\""],
    );
}

#[test]
fn the_second_walk() {
    both(
        "4 Enter o End Up Up Enter End Up Up Enter 4 Enter 2 Space Right m <相談した> Tab",
        "4\no\n16\n8\n4\n2\n1\nm\n相談した\n",
        &[
            "\"walk\": \"tics-2024-additions\"",
            "\"note\": \"相談した\"",
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, a walk goes on, and what was answered before stays answered.
    #[test]
    fn no_line_stops_a_walk_or_takes_an_answer_away(lines in vec(line(), 0..40)) {
        let catalog = words("ja");
        let mut stage = Stage::answering("123");
        stage.play("4 Enter");
        let mut shown = Shown::default();
        let first = stage.at();
        prop_assert!(!first.is_empty());
        for line in lines {
            if stage.has_ended { break }
            let (before, open) = (given(&stage), stage.app.case().map(|case| case.id.clone()));
            for step in understand(&stage.app, &line, &catalog) {
                match step {
                    Step::Happen(event) => stage.happen(event),
                    Step::ReplyAndGoOn if stage.app.is_settled() => {
                        let _ = reply(&stage.app, &catalog);
                        stage.happen(Event::Do(Action::Choose));
                    }
                    Step::Again => drop(Shown::again(&stage.app, &catalog)),
                    _ => {}
                }
                if stage.has_ended { break }
            }
            let out = shown.next(&stage.app, &catalog);
            prop_assert!(!out.chars().any(|c| c.is_control() && c != '\n'), "{:?}", out);
            prop_assert!(!catalog.message(&prompt(&stage.app)).is_empty());
            // Nothing but another answer replaces an answer, and all of it is on the disk.
            let now = given(&stage);
            let is_another = stage.app.case().map(|case| &case.id) != open.as_ref();
            // But for `z`, which is there to take an answer away.
            let takes_back = matches!(line.trim(), "z" | "ｚ" | "Z" | "Ｚ");
            for question in before.difference(&now).filter(|_| !is_another && !takes_back) {
                prop_assert!(false, "{question} lost to {line:?}");
            }
            // Where one is goes with the next save; what was answered is there at once.
            if let Some(case) = stage.app.case().filter(|_| !now.is_empty()) {
                let kept = stage.kept.iter().rfind(|kept| kept.id == case.id);
                let kept = kept.map(|kept| (kept.revision, given_in(kept)));
                prop_assert_eq!(kept, Some((case.revision, given_in(case))));
            }
        }
        prop_assert!(stage.kept.iter().any(|case| !given_in(case).is_empty()));
    }
}

/// Lines that mean something, digits, any characters at all, and long ones.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[1-5]",
        2 => "[0-9０-９ 、,]{0,6}",
        // But for `z`, which is there to take an answer away.
        3 => "[a-y?]",
        1 => Just("もう一度".to_owned()),
        2 => any::<String>(),
        1 => "[\\u{0}-\\u{1f}\\u{7f}-\\u{9f}\\u{200b}-\\u{202e}\\u{feff}あ𠮷👨‍👩‍👧]{0,12}",
        1 => "[0-9]{18,24}",
        1 => Just("長い文".repeat(3_000)),
    ]
}

/// The questions of the open check that have an answer.
fn given(stage: &Stage) -> BTreeSet<String> {
    stage.app.case().map(given_in).unwrap_or_default()
}

fn given_in(case: &Case) -> BTreeSet<String> {
    let answers = case.walks.values().flat_map(|walk| &walk.answers);
    answers
        .filter(|(_, answer)| answer.given.is_some())
        .map(|(id, _)| format!("{} {id}", case.id))
        .collect()
}
