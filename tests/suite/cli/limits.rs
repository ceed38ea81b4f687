//! Files that would take more memory than there is: each is told, or read with little. The shell takes the rest away.

use std::fs;
use std::process::Command;

use mamori::questionnaire::reading::{LONGEST_TEXT, MOST_VALUES};
use serde_json::{Value, json};

use super::{CASE, Desk, Told, told};
use crate::workbooks::hostile::repacked;

/// For everything, the program's own code as well; a debug build has much of it.
const KILOBYTES: u32 = 400_000;

/// The program with so much memory and no more.
fn within(desk: &Desk, args: &str) -> Told {
    let program = env!("CARGO_BIN_EXE_mamori");
    // A line for the first page of the walk by numbers, which tells news of the folder.
    let script = format!("ulimit -v {KILOBYTES}; echo 1 | '{program}' {args}");
    let mut command = Command::new("/bin/sh");
    command.env_clear().args(["-c", &script]);
    command.env("MAMORI_LANG", "ja");
    command.env("MAMORI_DATA_DIR", desk.data());
    told(&mut command)
}

fn case(change: impl FnOnce(&mut Value)) -> String {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    change(&mut case);
    case.to_string()
}

#[test]
fn what_is_too_much_for_a_case_is_told_and_takes_no_memory() {
    let numbers = case(|case| case["x"] = "MANY".into())
        .replace("\"MANY\"", &format!("[{}1]", "1,".repeat(9_000_000)));
    let note = case(|case| {
        let answers = &mut case["walks"]["tics-minimum"]["answers"];
        answers["name-a-manager"]["note"] = "図面は棚。".repeat(1_200_000).into();
    });
    for text in [numbers, note] {
        assert!(text.len() > 17_000_000, "{}", text.len());
        let desk = Desk::new("ja").with("cases/k7q2m4xw.json", text.as_str());
        for (args, code, said) in [
            ("list", 1, "大きすぎて読めません"),
            ("show k7q2m4xw", 1, "このチェックのファイルは大きすぎます。"),
            ("--plain", 0, "読めなくなったチェックがあります"),
        ] {
            let told = within(&desk, args);
            assert_eq!(told.code, Some(code), "{args}: {}", told.err);
            let words = format!("{}{}", told.out, told.err);
            assert!(words.contains(said), "{args}: {words}");
        }
    }
}

#[test]
fn the_largest_case_that_is_read_takes_little_memory() {
    let longest = "図面は棚。".repeat(LONGEST_TEXT / 15);
    let values = case(|case| case["x"] = json!(vec![json!({}); MOST_VALUES / 2 - 1_000]));
    let texts = case(|case| {
        case["x"] = json!(vec![longest.clone(); 20]);
        let answers = &mut case["walks"]["tics-minimum"]["answers"];
        answers["name-a-manager"]["note"] = longest.clone().into();
        answers["handling-rules"]["note"] = longest.clone().into();
    });
    for text in [values, texts] {
        let desk = Desk::new("ja").with("cases/k7q2m4xw.json", text.as_str());
        for args in ["list", "show k7q2m4xw", "--plain"] {
            let told = within(&desk, args);
            assert_eq!(told.code, Some(0), "{args}: {}", told.err);
            assert!(told.out.contains("本社工場"), "{args}");
        }
    }
}

#[test]
fn a_key_file_that_asks_for_a_gigabyte_is_told_and_takes_none() {
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let locked = desk.tell_when_given(&["lock"], "Mamori 2026\n");
    assert_eq!(locked.code, Some(0), "{locked:?}");
    for name in ["identity.age", "identity-copy.age"] {
        let path = desk.data().join(name);
        let file = std::fs::read(&path).expect("a key");
        let at = file.windows(4).position(|part| part == b" 16\n");
        let at = at.expect("its work") + 1;
        std::fs::write(&path, [&file[..at], b"20", &file[at + 2..]].concat()).expect("written");
    }
    let told = desk.tell_when_given(&["show"], "Mamori 2026\n");
    assert_eq!(told.code, Some(1), "{told:?}");
    for words in ["256 MB", "何も消していません"] {
        assert!(told.err.contains(words), "{told:?}");
    }
}

#[test]
fn a_workbook_that_would_take_much_memory_is_told_and_takes_little() {
    let desk = Desk::new("ja");
    let file = desk.data().join("many.xlsx");
    let path = file.to_str().expect("a plain path");
    let args = ["export", "--blank", "--format", "xlsx", "--output", path];
    assert_eq!(desk.tell(&args).code, Some(0));
    let ours = fs::read(&file).expect("a workbook");
    let filled = |name: &str, before: &str, with: &str, length: usize| {
        repacked(&ours, |part, content| {
            if part.ends_with(name) {
                let text = String::from_utf8(content.clone()).expect("UTF-8");
                let room = length.saturating_sub(text.len()) / with.len();
                let all = with.repeat(room);
                *content = text
                    .replacen(before, &format!("{all}{before}"), 1)
                    .into_bytes();
            }
        })
    };
    for (name, before, with, length) in [
        ("sharedStrings.xml", "</sst>", "<si/>", 7_900_000),
        ("styles.xml", "</cellXfs>", "<xf/>", 990_000),
        ("sheet1.xml", "</sheetData>", "<row><c/></row>", 4_000_000),
    ] {
        fs::write(&file, filled(name, before, with, length)).expect("a file");
        let told = within(&desk, &format!("import {path}"));
        // Read, or told; never broken off for want of memory.
        let is_told = told.code == Some(1) && told.err.contains("many.xlsx");
        assert!(told.code == Some(0) || is_told, "{name} {with}: {told:?}");
    }
}
