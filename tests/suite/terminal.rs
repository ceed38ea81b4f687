//! The built program in a window: what a person sees, what is on the disk, and what is left behind.
//! A pseudo-terminal on one side, an emulated screen on the other; nothing of the program is called.

mod bare;
mod carrying;
mod disk;
mod emulator;
mod ending;
mod following;
mod journey;
mod locking;
mod noise;
mod outside;
mod pointing;
mod saved_on_disk;
mod suspending;
mod term;
mod tidying;
mod two_programs;
mod typing;
mod widths;
mod window;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use term::{DOWN, ENTER, Setup, State, Term};

const PACK: &str = "tics-minimum";
/// With all three forms every question of the pack is asked.
const ASKED: usize = 18;

fn home() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Says why a test shows nothing here: past what the tests' own output is caught by.
fn skipped(why: &str) {
    let said = format!("skipped: {why}\n");
    let _ = std::io::stderr().write_all(said.as_bytes());
}

/// A command without a window, given these lines.
fn run(data: &Path, args: &[&str], lines: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mamori"))
        .env_clear()
        .env("MAMORI_LANG", "ja")
        .env("MAMORI_DATA_DIR", data)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    // Who ends before the end of the lines has closed it.
    let _ = input.write_all(lines.as_bytes());
    drop(input);
    child.wait_with_output().expect("it ends")
}

/// The same for one that works: what it prints.
#[track_caller]
fn done(data: &Path, args: &[&str], lines: &str) -> String {
    let output = run(data, args, lines);
    assert_eq!(output.status.code(), Some(0), "{args:?} {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A first start, led up to the first question: all forms, and the name offered. The check is on the disk.
#[track_caller]
fn at_the_first_question(setup: Setup) -> Term {
    let mut term = setup.start();
    lead_to_the_first_question(&mut term);
    // Written by a thread of its own: the question may be drawn before its file is there.
    term.wait_until("a check on the disk", |state| says_saved(&state.text()));
    term
}

#[track_caller]
fn lead_to_the_first_question(term: &mut Term) {
    term.wait("> はじめる");
    term.send(ENTER);
    choose_forms_and_name(term);
}

/// From the choice of forms to the first question.
#[track_caller]
fn choose_forms_and_name(term: &mut Term) {
    choose_forms(term);
    term.send(ENTER);
    wait_for_question(term, 1);
}

/// From the choice of forms to the name.
#[track_caller]
fn choose_forms(term: &mut Term) {
    term.wait("[ ] モノ");
    for key in [" ", DOWN, " ", DOWN, " "] {
        term.send(key);
    }
    term.wait("18問になります");
    term.choose("次へ");
    term.wait("> 名前:");
}

/// Waits until the question of this number is there.
#[track_caller]
fn wait_for_question(term: &Term, number: usize) {
    term.wait(&format!("{ASKED}問中 {number}問め"));
    // The answers are drawn after what stands above them.
    term.wait("4 わからない");
}

/// Waits until the answer with this digit is chosen and said to be saved.
#[track_caller]
fn wait_until_saved(term: &Term, digit: char) {
    term.wait_until("a saved answer", |state| is_saved(state, digit));
}

fn is_saved(state: &State, digit: char) -> bool {
    let text = state.text();
    says_saved(&text) && text.contains(&format!("(x) {digit} "))
}

fn says_saved(text: &str) -> bool {
    let header = text.lines().next().unwrap_or_default();
    header.ends_with("保存済み")
}

/// The only case in the data folder, as it is on the disk now.
#[track_caller]
fn case_in(data: &Path) -> Value {
    let mut files = fs::read_dir(data.join("cases"))
        .expect("a folder of cases")
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let path = files.next().expect("a case");
    assert_eq!(files.next(), None, "more than one case");
    serde_json::from_slice(&fs::read(path).unwrap()).expect("a whole file")
}

/// What the case says about the question at this place.
fn answer_at(case: &Value, place: usize) -> &Value {
    &case["walks"][PACK]["answers"][question_ids()[place].as_str()]
}

fn question_ids() -> Vec<String> {
    questions().iter().map(|q| text_of(&q["id"])).collect()
}

/// The questions of the pack that comes with the program, as they are asked with every form.
fn questions() -> Vec<Value> {
    let packs = mamori::assets::builtin_packs();
    let (_, text) = packs.iter().find(|(id, _)| *id == PACK).expect("the pack");
    let mut pack: Value = serde_json::from_str(text).unwrap();
    let questions = pack["questions"].take();
    let questions = questions.as_array().expect("a list").clone();
    assert_eq!(questions.len(), ASKED);
    questions
}

/// What stands in the file if the points are in place for which `is_there` says so of their number.
fn points_of(question: &Value, is_there: impl Fn(usize) -> bool) -> Value {
    let points = question["points"].as_array().expect("a list").iter();
    let points = points.enumerate();
    let points = points.map(|(place, point)| (text_of(&point["id"]), json!(is_there(place))));
    json!({ "points": Value::Object(points.collect()) })
}

fn text_of(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
