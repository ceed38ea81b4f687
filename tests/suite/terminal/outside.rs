//! What the program does to the world outside its data folder and its window: nothing. Looked at from below, with
//! strace where it is there, and in everything that was ever put out.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::term::{CTRL_C, ENTER, ESC, RIGHT, Setup, Term};
use super::{at_the_first_question, done, home, skipped};
use super::{wait_for_question, wait_until_saved};

/// Calls that would reach another machine, or another program on this one.
const NETWORK: &str = "%network";
/// Calls that change something under a name, or start another program.
const CHANGES: &str = "open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,\
    unlink,unlinkat,mkdir,mkdirat,rmdir,truncate,chmod,fchmodat,execve,execveat,mknod,mknodat";

/// Whether another program may be looked at here.
fn may_trace() -> bool {
    let program = env!("CARGO_BIN_EXE_mamori");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o", "/dev/null", program, "--version"]);
    let done = strace.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let may = done.is_ok_and(|status| status.success());
    if !may {
        skipped("no strace here, or it may not look");
    }
    may
}

/// The program under strace, which writes what it sees to `log`.
fn traced(data: &Path, log: &Path, args: &[&str]) -> Setup {
    let calls = format!("trace={NETWORK},{CHANGES}");
    let log = log.to_str().expect("UTF-8");
    let program = env!("CARGO_BIN_EXE_mamori");
    Setup::of("strace", data)
        .arguments(&[
            "-f", "-qq", "-y", "-s", "4096", "-o", log, "-e", &calls, program,
        ])
        .arguments(args)
}

/// Every call in the log that is not one of ours.
#[track_caller]
fn must_stay_inside(log: &Path, data: &Path, args: &[&str]) -> String {
    let log = fs::read_to_string(log).expect("a log");
    let data = data.to_str().expect("UTF-8");
    let mut started = 0;
    for line in log.lines() {
        // A number of a process, then the call.
        let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let name = call.split('(').next().unwrap_or_default();
        let is_ours = match name {
            // How a signal wakes the loop: two ends, both in this program.
            "socketpair" => call.starts_with("socketpair(AF_UNIX,"),
            // Through those two ends: there is no other socket.
            "sendto" | "recvfrom" | "sendmsg" | "recvmsg" | "shutdown" => true,
            "execve" => {
                started += 1;
                started == 1
            }
            "open" | "openat" | "openat2" => {
                let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"];
                let is_device = call.contains("\"/dev/tty\"") || call.contains("\"/dev/null\"");
                !writes.iter().any(|flag| call.contains(flag)) || is_device || names(call, data)
            }
            // The rest of a call that was interrupted, a signal, an end.
            _ if call.starts_with(['<', '-', '+']) => true,
            _ => names(call, data),
        };
        assert!(is_ours, "{args:?}: {line}");
    }
    assert_eq!(started, 1, "the log begins with the start");
    log
}

/// Whether every path in the call is in the data folder, or the folder itself or what it lies in is to be made.
fn names(call: &str, data: &str) -> bool {
    let paths: Vec<&str> = call.split('"').skip(1).step_by(2).collect();
    let is_inside = |path: &&str| path.starts_with(data) || data.starts_with(*path);
    !paths.is_empty() && paths.iter().all(is_inside)
}

#[test]
fn a_walk_opens_no_socket_and_writes_nowhere_else() {
    if !may_trace() {
        return;
    }
    let (home, logs) = (super::home(), super::home());
    let data = home.path().join("data");
    let log = logs.path().join("walk");
    let mut term = at_the_first_question(traced(&data, &log, &[]));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send("m");
    term.wait("残して戻る");
    term.send("配合は三対一");
    term.wait("> 配合は三対一");
    term.send("\t");
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.send("l");
    term.wait("question 2 of 18");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let log = must_stay_inside(&log, &data, &[]);
    // What is looked for is there at all.
    assert!(log.contains("cases/") && log.contains("rename"), "{log}");
    assert!(!log.contains("配合"), "no answer in a name");
}

#[test]
fn no_command_opens_a_socket_or_writes_elsewhere() {
    if !may_trace() {
        return;
    }
    let (home, logs) = (super::home(), super::home());
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let log = logs.path().join("command");
    for args in [
        &["list"][..],
        &["show"],
        &["show", "--json"],
        &["history"],
        &["bin"],
        &["bin", "empty", "--yes"],
        &["keys"],
        &["criteria", "list"],
        &["paths"],
    ] {
        let term = traced(home.path(), &log, args).start();
        assert_eq!(term.end(), 0, "{args:?} {}", term.text());
        must_stay_inside(&log, home.path(), args);
    }
    let mut term = traced(home.path(), &log, &["lock"]).start();
    for _ in 0..2 {
        term.wait_until("a prompt", |state| state.text().trim_end().ends_with(':'));
        term.wait_until_it_hides_what_is_typed();
        let told = term.look(super::State::told);
        term.send("鑿鏨鑢鞴鉋鋸鎚鑽鏝鋏\r");
        term.wait_until("the next", |state| {
            state.told() > told + 2 || state.has_ended()
        });
    }
    assert_eq!(term.end(), 0);
    let log = must_stay_inside(&log, home.path(), &["lock"]);
    assert!(log.contains("identity.age"), "{log}");
}

/// A colour of 7777, a title, a place far off, C1 controls, marks that turn the writing.
const STEERING: &str = "\u{1b}[7777m\u{1b}]0;owned\u{7}\u{1b}[88;99H\u{1b}Pq\u{1b}\\\u{9b}2J\u{9d}0;x\u{9c}\u{85}\u{202e}gpj\u{2066}\u{8}\r";

/// Nothing that the terminal obeys came from a text of the case.
#[track_caller]
fn must_not_steer(term: &Term) {
    let output = term.output_since(0);
    for part in [
        "\u{1b}[7777",
        "\u{1b}]",
        "\u{1b}P",
        "\u{1b}[88;99H",
        "\u{1b}^",
        "\u{1b}_",
        "\u{1b}X",
    ] {
        assert!(!output.contains(part), "{part:?}");
    }
    let steers = |c: char| matches!(c, '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!output.contains(steers), "{output:?}");
    assert!(!output.contains(['\u{7}']), "a bell");
}

#[test]
fn no_text_of_a_case_steers_the_window() {
    let home = home();
    let data = home.path();
    let mut term = at_the_first_question(Setup::new(data));
    for key in ["3", RIGHT] {
        term.send(key);
    }
    wait_for_question(&term, 2);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let path = fs::read_dir(data.join("cases"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut case: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let steering = |words: &str| Value::from(format!("{STEERING}{words}{STEERING}"));
    // In one line, so that the cursor stands beside its words.
    case["title"] = format!("表題{}", STEERING.replace(['\r', '\u{85}'], "")).into();
    let updated = case["updated"].clone();
    // One that may be said not to apply.
    let questions = super::questions();
    let mut rare = questions
        .iter()
        .filter(|question| question["may_not_apply"][0].is_object());
    let rare = super::text_of(&rare.next().expect("one")["id"]);
    let answers = case["walks"]["tics-minimum"]["answers"]
        .as_object_mut()
        .unwrap();
    let first = answers.values_mut().next().unwrap();
    first["note"] = steering("覚え");
    first["task"] = json!({ "who": steering("担当"), "by": steering("期限") });
    answers.insert(
        rare,
        json!({
            "given": { "not-applicable": steering("理由") },
            "answered": updated,
            "note": steering("覚え"),
        }),
    );
    fs::write(&path, case.to_string()).unwrap();
    // A copy, something in the bin, an earlier version.
    let id = case["id"].as_str().unwrap();
    fs::copy(&path, data.join(format!("cases/{id} copy.json"))).unwrap();
    for folder in ["bin", "history", &format!("history/{id}")] {
        let _ = fs::create_dir(data.join(folder));
    }
    fs::copy(&path, data.join(format!("bin/{id}~2099-01-01.json"))).unwrap();
    fs::copy(
        &path,
        data.join(format!("history/{id}/0000000001-001.json")),
    )
    .unwrap();
    let mut term = Setup::new(data).start();
    term.wait("はじめる前のお知らせ");
    term.send(ENTER);
    term.choose("ほかのチェックを開く");
    term.wait("表題");
    term.choose("捨てたもの 1件");
    term.wait("えらぶと、チェックの一覧に戻します。");
    term.wait("  > 表題[7777m]0;owned");
    term.send(ESC);
    term.wait("どのチェックを開きますか。");
    term.wait("> 捨てたもの 1件");
    term.send("\u{1b}[A");
    term.wait("> 整理する");
    term.send(ENTER);
    term.wait("どのチェックを整理しますか。");
    term.choose("表題");
    term.wait("問に答えています。");
    term.choose("控え 1つ");
    term.wait("えらぶと、その控えに戻します。");
    term.send(ESC);
    term.wait("> 控え 1つ");
    term.send("\u{1b}[H");
    term.wait("> 開く");
    term.send(ENTER);
    term.wait_until("a question", |state| state.text().contains("問中"));
    term.send("o");
    term.wait("一覧");
    term.choose("答えを見直す");
    term.wait("> 結果を見る (");
    term.send(ENTER);
    term.wait("これは自己チェックです。");
    term.choose("はじめにすること");
    term.wait("担当");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    must_not_steer(&term);
    // By numbers too.
    let out = done(data, &["--plain"], "3\n1\no\n15\nr\nb\nq\n");
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!out.contains(steers), "{out:?}");
    assert!(out.contains("表題"), "{out}");
}

#[test]
fn what_is_typed_stands_in_no_argument_and_no_title() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("m");
    term.wait("残して戻る");
    term.send("配合は三対一");
    term.wait("> 配合は三対一");
    let process = Path::new("/proc").join(term.process().to_string());
    if process.exists() {
        for file in ["cmdline", "comm", "environ"] {
            let text = fs::read(process.join(file)).unwrap();
            assert!(!String::from_utf8_lossy(&text).contains("配合"), "{file}");
        }
    } else {
        skipped("no /proc here");
    }
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    // OSC is how a title is set.
    let output = term.output_since(0);
    assert!(!output.contains("\u{1b}]"), "{output:?}");
}
