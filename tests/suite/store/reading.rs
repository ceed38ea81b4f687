//! Files that are not a case that can be opened: each gets its own fault and stays as it is.
//! And those that are unusual and can be opened.

use std::fs;
use std::io::ErrorKind;

use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::reading::{LONGEST_TEXT, MOST_VALUES, ReadFault, case_from, imported};
use mamori::store::CaseFault;
use serde_json::{Value, json};

use super::{FULL, Take, folder_with, full, store, with};

/// Reads these bytes as a case file, in the list and alone, and sees that they stay.
fn check(bytes: &[u8], expected: &CaseFault) {
    let folder = folder_with(&[("k7q2m4xw.json", bytes)]);
    let mut store = store(folder.path());
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let listed = store.list().expect("listed");
    assert_eq!(listed[0].state.as_ref(), Err(expected), "{shown}");
    let opened = store.take(&CaseId::new("k7q2m4xw"));
    assert_eq!(opened.as_ref(), Err(expected), "{shown}");
    let there = fs::read(folder.path().join("cases/k7q2m4xw.json")).expect("still there");
    assert!(there == bytes, "{shown}");
}

fn shape(path: &str) -> CaseFault {
    CaseFault::WrongShape { path: path.into() }
}

#[test]
fn a_file_with_nothing_in_it_is_empty() {
    for bytes in [&b""[..], b" \r\n\t", &[0; 4096], b"\xEF\xBB\xBF"] {
        check(bytes, &CaseFault::Empty);
    }
}

#[test]
fn damage_is_told_with_its_line_and_the_character_in_it() {
    for (text, line, column) in [
        ("{ x", 1, 3),
        ("not JSON", 1, 2),
        ("{\n  \"title\": \"本社工場\" x\n}", 2, 19),
        ("{\"title\": \"\\ud800\"}", 1, 18),
        ("{} {}", 1, 4),
    ] {
        check(text.as_bytes(), &CaseFault::NotJson { line, column });
    }
}

#[test]
fn a_file_cut_anywhere_is_said_to_be_cut_off_and_never_a_smaller_case() {
    let whole = FULL.trim_end().as_bytes();
    // Also in the middle of a character.
    for end in 0..whole.len() {
        let expected = match end {
            0 => ReadFault::Empty,
            _ => ReadFault::CutOff,
        };
        assert_eq!(imported(&whole[..end]), Err(expected), "cut at {end}");
    }
    for end in (0..whole.len()).step_by(13) {
        let folder = folder_with(&[("k7q2m4xw.json", &whole[..end])]);
        let opened = store(folder.path()).take(&CaseId::new("k7q2m4xw"));
        let expected = matches!(opened, Err(CaseFault::CutOff | CaseFault::Empty));
        assert!(expected, "cut at {end}: {opened:?}");
    }
    // A disk that lost its power has filled it up.
    let zeros = [&whole[..whole.len() / 2], &[0; 100]].concat();
    assert_eq!(imported(&zeros), Err(ReadFault::CutOff));
    // What is wrong in its midst is damage.
    let spoilt = FULL.replacen(':', ";", 3);
    assert!(matches!(
        imported(spoilt.as_bytes()),
        Err(ReadFault::NotJson { .. })
    ));
}

#[test]
fn what_is_of_the_wrong_kind_is_told_with_its_place() {
    let answer = "walks.tics-minimum.answers.name-a-manager";
    for (pointer, value, path) in [
        ("/title", json!(5), "title"),
        ("/revision", json!(-1), "revision"),
        ("/updated", json!("yesterday"), "updated"),
        ("/forms/1", json!({}), "forms[1]"),
        ("/information/0/what", Value::Null, "information[0].what"),
        (
            "/walks/tics-minimum/version",
            json!([]),
            "walks.tics-minimum.version",
        ),
        (
            "/walks/tics-minimum/answers/name-a-manager/flag",
            json!("yes"),
            &*format!("{answer}.flag"),
        ),
        (
            "/walks/tics-minimum/answers/name-a-manager/given",
            json!("maybe"),
            &*format!("{answer}.given"),
        ),
        (
            "/walks/tics-minimum/answers/name-a-manager/task/done",
            json!("soon"),
            &*format!("{answer}.task.done"),
        ),
        ("/id", json!("../../k7q2m4xw"), "id"),
        ("/id", json!(""), "id"),
        ("/format", json!(0), "format"),
        ("/format", json!(-1), "format"),
        ("/format", json!(1.5), "format"),
        ("/format", json!("1"), "format"),
        ("/format", Value::Null, "format"),
    ] {
        check(with(pointer, value).as_bytes(), &shape(path));
    }
    for text in ["[]", "null", "5", "\"case\"", "{}", "[1, \"k7q2m4xw\"]"] {
        check(text.as_bytes(), &shape("format"));
    }
}

#[test]
fn what_is_missing_is_told_with_its_place() {
    let mut whole: Value = serde_json::from_str(FULL).expect("JSON");
    whole
        .as_object_mut()
        .expect("members")
        .shift_remove("title");
    check(whole.to_string().as_bytes(), &shape("title"));
    let mut whole: Value = serde_json::from_str(FULL).expect("JSON");
    let walk = whole["walks"]["tics-minimum"].as_object_mut();
    walk.expect("members").shift_remove("version");
    check(
        whole.to_string().as_bytes(),
        &shape("walks.tics-minimum.version"),
    );
}

#[test]
fn a_member_of_a_case_that_stands_there_twice_is_told() {
    let twice = FULL.replacen("\"title\":", "\"title\": \"支社\", \"title\":", 1);
    check(twice.as_bytes(), &shape("title"));
}

#[test]
fn a_newer_format_is_told_from_damage_whatever_else_is_in_it() {
    let newer = |format| CaseFault::Newer { format };
    check(with("/format", json!(2)).as_bytes(), &newer(2));
    check(b"{\"format\": 99, \"id\": {\"new\": true}}", &newer(99));
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let mut bytes = FULL.as_bytes().to_vec();
    bytes.resize(20_000_000, b' ');
    let folder = folder_with(&[("k7q2m4xw.json", &bytes)]);
    assert_eq!(store(folder.path()).take(&full().id), Ok(full()));
    bytes.push(b' ');
    check(&bytes, &CaseFault::TooLarge);
}

#[test]
fn a_case_of_too_many_values_or_too_much_text_is_not_read() {
    let with = |extra: Value| {
        let mut case: Value = serde_json::from_str(FULL).expect("JSON");
        case["x"] = extra;
        case.to_string()
    };
    let longest = "\u{3042}".repeat(LONGEST_TEXT / 3);
    for (extra, is_read) in [
        (json!(longest), true),
        (json!(format!("{longest}\u{3042}")), false),
        // Their ends are looked for where they are.
        (json!("\\\"".repeat(LONGEST_TEXT / 4)), true),
        (json!(vec![1; MOST_VALUES - 1_000]), true),
        (json!(vec![1; MOST_VALUES]), false),
        (json!(vec![json!({}); MOST_VALUES / 2]), false),
        (json!(vec![longest.clone(); 20]), true),
        (json!(vec![longest.clone(); 26]), false),
    ] {
        let text = with(extra);
        let read = case_from(text.as_bytes());
        assert_eq!(read.is_ok(), is_read, "{} bytes", text.len());
        if !is_read {
            assert_eq!(read, Err(ReadFault::TooLarge));
        }
    }
}

#[test]
fn deep_nesting_is_damage_and_no_crash() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    check(
        deep.as_bytes(),
        &CaseFault::NotJson {
            line: 1,
            column: 128,
        },
    );
    let inside = FULL.replacen('{', &format!("{{\"deep\": {deep},"), 1);
    check(
        inside.as_bytes(),
        &CaseFault::NotJson {
            line: 1,
            column: 136,
        },
    );
}

#[test]
fn a_folder_with_the_name_of_a_case_is_told() {
    let folder = folder_with(&[]);
    fs::create_dir(folder.path().join("cases/k7q2m4xw.json")).expect("a folder");
    let opened = store(folder.path()).take(&full().id);
    assert_eq!(opened, Err(CaseFault::NotAFile));
    let opened = store(folder.path()).take(&CaseId::new("bbbb2222"));
    assert_eq!(
        opened,
        Err(CaseFault::Unreadable(ErrorKind::NotFound.into()))
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_with_the_name_of_a_case_is_not_waited_for() {
    let folder = folder_with(&[]);
    let pipe = folder.path().join("cases/k7q2m4xw.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let opened = store(folder.path()).take(&full().id);
    assert_eq!(opened, Err(CaseFault::NotAFile));
}

#[test]
fn a_file_saved_by_notepad_opens() {
    let bytes = format!("\u{feff}{}", FULL.replace('\n', "\r\n"));
    let folder = folder_with(&[("k7q2m4xw.json", bytes.as_bytes())]);
    assert_eq!(store(folder.path()).take(&full().id), Ok(full()));
}
