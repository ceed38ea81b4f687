//! The walk by numbers, through the built program: what one types, what one reads, what is in the file.

mod hints;
mod hostile;
#[cfg(unix)] // Elsewhere no variable says where the home folder is.
mod merging;
pub(crate) mod plain_parity;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Types these lines and closes the input; gives what was printed, and the one case file, if there is one.
fn typed(data: &TempDir, language: &str, lines: &[u8]) -> (String, Option<Value>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mamori"))
        .env_clear()
        .env("MAMORI_DATA_DIR", data.path())
        .env("MAMORI_LANG", language)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    // Who leaves before the end of what is typed has closed it.
    let _ = input.write_all(lines);
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!((output.status.code(), errors.as_str()), (Some(0), ""));
    let cases = std::fs::read_dir(data.path().join("cases"));
    let case = cases
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .next();
    let case = case.map(|path| std::fs::read(path).expect("a case file"));
    (
        String::from_utf8(output.stdout).expect("UTF-8"),
        case.map(|bytes| serde_json::from_slice(&bytes).expect("a case")),
    )
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Paper and data are chosen, and the check is named.
const BEGUN: &str = "1\n1 2\n4\n\u{672c}\u{793e}\n";

fn answers(case: &Value) -> &Value {
    &case["walks"]["tics-minimum"]["answers"]
}

#[test]
fn a_first_start_leads_to_the_first_question() {
    let (out, case) = typed(&folder(), "ja", BEGUN.as_bytes());
    assert!(
        out.contains("16\u{554f}\u{4e2d} 1\u{554f}\u{3081}"),
        "{out}"
    );
    let case = case.expect("a case");
    assert_eq!(case["title"], "\u{672c}\u{793e}");
    assert_eq!(case["forms"], serde_json::json!(["paper", "data"]));
}

#[test]
fn an_answer_is_said_to_be_saved_and_the_next_question_comes() {
    let (out, case) = typed(&folder(), "en", format!("{BEGUN}4\nq\n").as_bytes());
    assert!(out.contains("saved. Do not know\nLook at:"), "{out}");
    assert!(out.contains("question 2 of 16"), "{out}");
    assert_eq!(
        answers(&case.expect("a case"))["pick-information"]["given"],
        "unknown"
    );
}

#[test]
fn partly_asks_for_the_points_by_their_numbers() {
    let (out, case) = typed(&folder(), "en", format!("{BEGUN}2\n3 1\n").as_bytes());
    assert!(
        out.contains("points in place (1-4)> saved. Partly in place"),
        "{out}"
    );
    let case = case.expect("a case");
    let points = &answers(&case)["pick-information"]["given"]["points"];
    let ticked = |of: &Value| {
        of.as_object()
            .expect("points")
            .values()
            .filter(|p| **p == true)
            .count()
    };
    assert_eq!(ticked(points), 2, "{points}");
}

#[test]
fn full_width_digits_typed_with_the_japanese_input_on_count() {
    let (_, case) = typed(&folder(), "ja", format!("{BEGUN}\u{ff13}\n").as_bytes());
    let case = case.expect("a case");
    let given = &answers(&case)["pick-information"]["given"]["points"];
    assert!(
        given
            .as_object()
            .is_some_and(|points| points.values().all(|p| *p == false))
    );
}

#[test]
fn nothing_typed_answers_nothing() {
    let (out, case) = typed(&folder(), "en", format!("{BEGUN}\n\n\n").as_bytes());
    assert!(out.contains("Type a number or a letter"), "{out}");
    assert_eq!(answers(&case.expect("a case")), &serde_json::json!({}));
}

/// さくら工場 in Shift JIS, as a Japanese Windows pipes it.
const NAME: &[u8] = b"\x82\xb3\x82\xad\x82\xe7\x8d\x48\x8f\xea\n";

#[test]
fn a_name_in_shift_jis_is_taken_and_no_line_becomes_the_next() {
    let begun = b"1\n1 2\n4\n";
    // ﾃｱ in the note can be read as UTF-8 too; the name before it tells what it is.
    let lines = [begun, NAME, b"4\nb\nm\n\xc3\xb1\nq\n"].concat();
    let (_, case) = typed(&folder(), "ja", &lines);
    let case = case.expect("a case");
    assert_eq!(case["title"], "さくら工場");
    let answer = &answers(&case)["pick-information"];
    assert_eq!(
        (&answer["given"], &answer["note"]),
        (&"unknown".into(), &"ﾃｱ".into())
    );
}

#[test]
fn lines_in_utf_16_are_the_same_lines() {
    let text: Vec<u8> = format!("\u{feff}{BEGUN}4\nq\n")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (_, case) = typed(&folder(), "ja", &text);
    let case = case.expect("a case");
    assert_eq!(case["title"], "本社");
    assert_eq!(answers(&case)["pick-information"]["given"], "unknown");
}

#[test]
fn what_cannot_be_read_is_told_and_loses_nothing() {
    let mut lines = format!("{BEGUN}4\n").into_bytes();
    lines.extend_from_slice(b"\xff\xfd\n1\n");
    let (out, case) = typed(&folder(), "en", &lines);
    assert!(out.contains("neither UTF-8 nor Shift_JIS"), "{out}");
    assert_eq!(
        answers(&case.expect("a case"))
            .as_object()
            .map(serde_json::Map::len),
        Some(2)
    );
}

#[test]
fn a_text_that_can_be_read_in_part_is_taken_so_and_the_next_line_answers_the_next_question() {
    let (out, case) = typed(&folder(), "en", b"1\n1 2\n4\nHead \xff office\n4\nq\n");
    assert!(out.contains("The rest of the line was taken."), "{out}");
    let case = case.expect("a case");
    assert_eq!(case["title"], "Head \u{fffd} office");
    assert_eq!(answers(&case)["pick-information"]["given"], "unknown");
}

#[test]
fn a_note_takes_the_whole_line_and_an_empty_line_leaves_it() {
    let data = folder();
    typed(
        &data,
        "en",
        format!("{BEGUN}m\nq is a letter here\nm\n\nq\n").as_bytes(),
    );
    let (_, case) = typed(&data, "en", b"q\n");
    assert_eq!(
        answers(&case.expect("a case"))["pick-information"]["note"],
        "q is a letter here"
    );
}

#[test]
fn the_result_begins_with_what_it_is_not() {
    let (out, _) = typed(
        &folder(),
        "ja",
        format!("{BEGUN}4\no\n\u{ff48}\nb\n").as_bytes(),
    );
    assert!(out.contains("\u{30d8}\u{30eb}\u{30d7}"), "{out}");
    let data = folder();
    typed(&data, "en", format!("{BEGUN}4\n").as_bytes());
    let (out, _) = typed(&data, "en", b"o\n15\nq\n");
    let result = out.find("This is a self-check, not a certification.");
    let gaps = out.find("Not fully in place:");
    assert!(result.is_some() && result < gaps, "{out}");
}

#[test]
fn the_same_page_is_never_drawn_with_escape_sequences() {
    let (out, _) = typed(
        &folder(),
        "ja",
        format!("{BEGUN}2\n1\n?\nb\nw\nb\nh\nb\no\nq\n").as_bytes(),
    );
    assert!(!out.contains('\u{1b}'), "{out}");
}

#[test]
fn a_line_without_an_end_is_cut_and_that_is_said() {
    let mut lines = format!("{BEGUN}m\n").into_bytes();
    lines.extend("長".repeat(40_000).into_bytes());
    lines.extend_from_slice(b"\n4\n");
    let (out, case) = typed(&folder(), "en", &lines);
    assert_eq!(out.matches("too long").count(), 1, "{out}");
    let case = case.expect("a case");
    let answer = &answers(&case)["pick-information"];
    let note = answer["note"].as_str().expect("a note");
    assert!(note.starts_with("長長") && !note.contains('\u{fffd}'));
    assert_eq!(answer["given"], "unknown");
    // Nor does an end that never comes take the answers with it.
    let lines = format!("{BEGUN}4\n{}", "1 ".repeat(200_000));
    let (out, case) = typed(&folder(), "en", lines.as_bytes());
    assert_eq!(out.matches("too long").count(), 1, "{out}");
    let case = case.expect("a case");
    assert_eq!(answers(&case)["pick-information"]["given"], "unknown");
}

#[test]
fn a_page_that_was_heard_is_not_said_again_but_what_is_new_on_it() {
    let (out, _) = typed(
        &folder(),
        "en",
        format!("{BEGUN}f\nm\nask Sato\nr\n").as_bytes(),
    );
    let questions = out.matches("point 1 ").count();
    assert_eq!(questions, 2, "once at first, once when asked for\n{out}");
    assert!(out.contains("Note: ask Sato\n"), "{out}");
    let (out, _) = typed(&folder(), "ja", "1\n3\n".as_bytes());
    let (_, ticked) = out.rsplit_once("文字> ").map_or(("", ""), |(before, _)| {
        before.rsplit_once("文字> ").expect("two prompts")
    });
    assert!(ticked.trim_start().starts_with("3 [x] モノ"), "{out}");
    assert!(!ticked.contains("[ ] 紙"), "{out}");
}

#[test]
fn what_is_said_twice_is_heard_twice_and_alone() {
    let (out, _) = typed(&folder(), "en", b"1\n4\n4\n4\n");
    assert_eq!(out.matches("1 [ ] Paper").count(), 1, "{out}");
    assert_eq!(out.matches("Choose at least one").count(), 3, "{out}");
}

#[test]
fn a_page_that_takes_text_has_no_numbers_to_type() {
    let data = folder();
    typed(&data, "en", format!("{BEGUN}3\n").as_bytes());
    let (out, _) = typed(&data, "en", b"o\n15\n1\n1\n4\n");
    let (_, page) = out.rsplit_once("or letter>").expect("a page before");
    assert!(page.contains("your words (nothing keeps"), "{out}");
    let numbers = ["1 ", "2 ", "3 ", "4 "];
    let has_number = |line: &str| {
        let mut words = line.split("  ").map(str::trim_start);
        words.any(|word| numbers.iter().any(|number| word.starts_with(number)))
    };
    assert!(!page.lines().any(has_number), "{page}");
}

#[test]
fn every_prompt_says_what_can_be_typed() {
    let (out, _) = typed(
        &folder(),
        "en",
        format!("{BEGUN}2\n\nm\n\nh\nb\nq\n").as_bytes(),
    );
    for prompt in [
        "number (1-5) or letter>",
        "your words (nothing keeps what is there, a - alone empties it)>",
        "answer (1-4) or letter>",
        "points in place (1-4)>",
        "\nletter>",
    ] {
        assert!(out.contains(prompt), "no {prompt} in\n{out}");
    }
}

#[test]
fn the_help_speaks_of_lines_and_not_of_arrows() {
    for (language, arrow, points) in [("en", "Up, Down", "After 2"), ("ja", "上下", "「1 3」")]
    {
        let (out, _) = typed(&folder(), language, format!("{BEGUN}h\n").as_bytes());
        assert!(!out.contains(arrow) && !out.contains("Ctrl"), "{out}");
        assert!(out.contains(points), "{out}");
    }
}

#[test]
fn one_can_leave_or_go_back_from_the_points() {
    let (_, case) = typed(
        &folder(),
        "en",
        format!("{BEGUN}2\nb\n4\n2\nq\n").as_bytes(),
    );
    let case = case.expect("a case");
    assert_eq!(answers(&case)["pick-information"]["given"], "unknown");
}

#[cfg(debug_assertions)]
#[test]
fn a_fault_of_its_own_is_told_without_quoting_anything() {
    // In the walk and in a command.
    for arguments in [["--plain", "--crash"], ["--crash", "list"]] {
        let data = folder();
        std::fs::create_dir(data.path().join("cases")).expect("a folder");
        let output = Command::new(env!("CARGO_BIN_EXE_mamori"))
            .env_clear()
            .env("MAMORI_DATA_DIR", data.path())
            .env("MAMORI_LANG", "en")
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(101), "{told}");
        assert!(told.contains("fault of its own"), "{told}");
        assert!(told.contains("panic-1.txt"), "{told}");
        assert!(!told.contains("asked for by a test"), "{told}");
        let reports = std::fs::read_dir(data.path().join("reports"));
        assert_eq!(reports.expect("a report").count(), 1, "{told}");
    }
}

#[test]
fn an_empty_line_takes_the_name_that_is_offered() {
    let lines = BEGUN.replace("本社\n", "\n");
    assert_ne!(lines, BEGUN);
    let (out, case) = typed(&folder(), "ja", lines.as_bytes());
    assert!(out.contains("16問中 1問め"), "{out}");
    assert_eq!(case.expect("a case")["title"], "");
}

#[test]
fn a_line_of_a_dash_alone_empties_a_text() {
    let data = folder();
    typed(
        &data,
        "ja",
        format!("{BEGUN}m\n消すメモ\nm\n-\nq\n").as_bytes(),
    );
    let (_, case) = typed(&data, "ja", b"q\n");
    let case = case.expect("a case");
    assert!(
        answers(&case)["pick-information"]["note"].is_null(),
        "{case}"
    );
}

#[test]
fn after_taking_back_the_question_that_is_there_is_read_out_and_no_other_is_answered() {
    let (out, case) = typed(&folder(), "ja", format!("{BEGUN}2\n1 2\nz\nq\n").as_bytes());
    let (_, after) = out
        .rsplit_once("16問中 2問め")
        .expect("the second question");
    assert!(after.contains("16問中 1問め"), "{out}");
    assert!(answers(&case.expect("a case"))["name-a-manager"].is_null());
}
