//! What came back, by lines through the built program: found where one is, both sides beside each other, taken in.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use super::folder;
use crate::receiving::merging::answered;

#[test]
fn what_came_back_is_taken_in_by_lines() {
    let data = folder();
    let here = folder();
    let cases = data.path().join("cases");
    fs::create_dir_all(&cases).expect("a folder");
    let ours = answered("", 20, &["x", ".", "x", ""]);
    let theirs = answered("総務 佐藤", 18, &[".x", "x", "x", "."]);
    let mut other = answered("", 2, &["x"]);
    other["id"] = "aaaa2345".into();
    for (id, case) in [("k7q2m4xw", &ours), ("aaaa2345", &other)] {
        fs::write(cases.join(format!("{id}.json")), case.to_string()).expect("a case");
    }
    fs::write(here.path().join("back.mamori"), theirs.to_string()).expect("a file");
    let mut child = Command::new(env!("CARGO_BIN_EXE_mamori"))
        .env_clear()
        .env("HOME", here.path())
        .env("MAMORI_DATA_DIR", data.path())
        .env("MAMORI_LANG", "ja")
        .current_dir(here.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    // The notice about the folder of the test, then the files, the first of them; theirs, ours, and in with it.
    input
        .write_all("b\n4\n1\n2\n1\n8\n1\nq\n".as_bytes())
        .expect("typed");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    for said in [
        "back.mamori",
        "二人の答えが違うところ 2件の 1件め",
        "1 こちら: 一部できている 1/4 (11月20日)",
        "2 相手: 一部できている 1/4 (総務 佐藤、11月18日)",
        "こちら 相手",
        "相手の答えにします。決めていないもの 1件。",
        "取り込みました",
        "こちらのままにした: 1件",
    ] {
        assert!(out.contains(said), "no {said} in\n{out}");
    }
    let saved = fs::read(cases.join("k7q2m4xw.json")).expect("the case");
    let saved: serde_json::Value = serde_json::from_slice(&saved).expect("JSON");
    let given = |case: &serde_json::Value, question: &str| {
        case["walks"]["tics-minimum"]["answers"][question]["given"].clone()
    };
    assert_eq!(
        given(&saved, "pick-information"),
        given(&theirs, "pick-information")
    );
    assert_eq!(
        given(&saved, "know-form-and-place"),
        given(&ours, "know-form-and-place")
    );
}
