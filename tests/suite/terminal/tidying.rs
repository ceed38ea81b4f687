//! Tidying up on the screen: the bin there and back, an earlier version for a damaged file, a copy that becomes a
//! check of its own; and what is on the disk each time.

use std::fs;
use std::path::{Path, PathBuf};

use super::term::{CTRL_C, ENTER, ESC, RIGHT, Setup, Term};
use super::{answer_at, at_the_first_question, case_in, choose_forms_and_name, home};
use super::{wait_for_question, wait_until_saved};

/// The files in a folder of the data folder.
fn files(data: &Path, folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(data.join(folder)).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// A check with an answer, at its second start, so that there is an earlier version.
fn with_an_earlier_version(data: &Path) {
    let mut term = at_the_first_question(Setup::new(data));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let mut term = Setup::new(data).start();
    wait_for_question(&term, 1);
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.send("3");
    wait_until_saved(&term, '3');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

/// A second check with this name, beside the one that is there.
fn with_another(data: &Path, name: &str) {
    let mut term = Setup::new(data).start();
    wait_for_question(&term, 2);
    term.send(ESC);
    term.choose("ほかのチェック、新しいチェック");
    term.choose("新しくはじめる");
    choose_forms_and_name(&mut term);
    term.send("4");
    wait_until_saved(&term, '4');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let newest = files(data, "cases").into_iter().find(|path| {
        let text = fs::read_to_string(path).unwrap();
        !text.contains("\"known\": false") && text.matches("\"given\"").count() == 1
    });
    let path = newest.expect("a second check");
    let mut case: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    case["title"] = name.into();
    fs::write(&path, case.to_string()).unwrap();
}

#[track_caller]
fn list_of_checks(data: &Path) -> Term {
    let mut term = Setup::new(data).start();
    term.choose("ほかのチェックを開く");
    term.wait("どのチェックを開きますか。");
    term
}

#[test]
fn a_check_goes_to_the_bin_and_comes_back() {
    let home = home();
    with_an_earlier_version(home.path());
    with_another(home.path(), "第二工場");
    let before = files(home.path(), "cases");
    let mut term = list_of_checks(home.path());
    term.choose("整理する");
    term.wait("どのチェックを整理しますか。");
    term.choose("第二工場");
    term.choose("捨てる (30日のあいだ戻せます)");
    let screen = term.wait("「第二工場」を捨てますか。");
    assert!(screen.contains("答え 1問"), "{screen}");
    // Enter alone throws nothing away.
    term.wait("> 捨てない");
    term.send(ENTER);
    term.wait("> 捨てる (30日のあいだ戻せます)");
    assert_eq!(files(home.path(), "cases"), before);
    term.send(ENTER);
    term.wait("> 捨てない");
    term.send(super::DOWN);
    term.wait("> 捨てる");
    term.send(ENTER);
    term.wait("捨てました。");
    let screen = term.wait("捨てたもの 1件");
    assert!(!screen.contains("第二工場"), "{screen}");
    assert_eq!(files(home.path(), "cases").len(), 1);
    assert_eq!(files(home.path(), "bin").len(), 1);
    term.choose("捨てたもの 1件");
    term.choose("第二工場");
    term.wait("チェックの一覧に戻しました。");
    assert_eq!(files(home.path(), "cases"), before);
    assert_eq!(files(home.path(), "bin").len(), 0);
    term.send(ESC);
    term.wait("第二工場");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn the_bin_is_emptied_only_after_a_yes() {
    let home = home();
    with_an_earlier_version(home.path());
    with_another(home.path(), "第二工場");
    let id = files(home.path(), "cases")
        .into_iter()
        .find(|path| fs::read_to_string(path).unwrap().contains("第二工場"));
    let id = id
        .expect("a check")
        .file_stem()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    super::done(home.path(), &["delete", &id, "--yes"], "");
    let mut term = Setup::new(home.path()).start();
    wait_for_question(&term, 2);
    term.send(ESC);
    term.choose("ほかのチェック、新しいチェック");
    term.choose("ほかのチェックを開く");
    term.choose("捨てたもの 1件");
    term.choose("全部を今すぐ消す (1件)");
    let screen = term.wait("もう戻せません。");
    assert!(screen.contains("> 消さない"), "{screen}");
    term.send(ENTER);
    term.wait("えらぶと、チェックの一覧に戻します。");
    assert_eq!(files(home.path(), "bin").len(), 1);
    term.choose("全部を今すぐ消す (1件)");
    term.wait("> 消さない");
    term.send(super::DOWN);
    term.wait("> 消す");
    term.send(ENTER);
    term.wait("1件を消しました。");
    assert_eq!(files(home.path(), "bin").len(), 0);
    assert_eq!(files(home.path(), "cases").len(), 1);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn a_damaged_check_goes_back_to_its_newest_version_and_on_from_there() {
    let home = home();
    with_an_earlier_version(home.path());
    let path = files(home.path(), "cases").remove(0);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let mut term = Setup::new(home.path()).start();
    term.choose("ほかのチェックを開く");
    term.choose("読めません");
    let screen = term.wait("いちばん新しい控えに戻す");
    assert!(screen.contains("こわれていて読めません"), "{screen}");
    term.choose("いちばん新しい控えに戻す");
    term.wait("控えに戻しました。こわれたファイルは");
    let aside = files(home.path(), "damaged");
    assert_eq!(aside.len(), 1);
    assert_eq!(fs::read(&aside[0]).unwrap(), whole[..whole.len() / 2]);
    // The version has the first answer, and goes on to the second.
    assert_eq!(answer_at(&case_in(home.path()), 0)["given"], "unknown");
    assert!(answer_at(&case_in(home.path()), 1)["given"].is_null());
    term.wait_until("a question", |state| state.text().contains("問中"));
    term.send("3");
    wait_until_saved(&term, '3');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let mut term = Setup::new(home.path()).start();
    term.wait("問に答えています。");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn a_conflict_copy_becomes_a_check_of_its_own() {
    let home = home();
    with_an_earlier_version(home.path());
    let path = files(home.path(), "cases").remove(0);
    let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let copy = path.with_file_name(format!("{id} (conflicted copy).json"));
    let bytes = fs::read_to_string(&path).unwrap();
    fs::copy(&path, &copy).unwrap();
    let text = bytes.replace("\"title\": \"\"", "\"title\": \"写しの方\"");
    fs::write(&copy, &text).unwrap();
    let mut term = list_of_checks(home.path());
    term.choose("写し");
    term.wait("これは、ほかのチェックの写しです。");
    term.choose("新しいチェックとして開けるようにする");
    term.wait("新しいチェックにしました。");
    let cases = files(home.path(), "cases");
    assert_eq!(cases.len(), 2);
    assert!(cases.contains(&path) && !cases.contains(&copy), "{cases:?}");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        bytes,
        "the original stays"
    );
    let bin = files(home.path(), "bin");
    assert_eq!(bin.len(), 1);
    assert_eq!(
        fs::read_to_string(&bin[0]).unwrap(),
        text,
        "so does the copy"
    );
    term.choose("写しの方");
    term.wait_until("a question", |state| state.text().contains("問中"));
    term.send("1");
    wait_until_saved(&term, '1');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), bytes, "still");
}

#[test]
fn a_data_folder_that_goes_away_is_told_and_no_list_says_that_nothing_is_there() {
    let outer = home();
    let data = outer.path().join("data");
    with_an_earlier_version(&data);
    with_another(&data, "二つ目");
    let mut term = list_of_checks(&data);
    fs::rename(&data, outer.path().join("pulled-out")).expect("the drive is gone");
    term.choose("二つ目");
    term.wait("ファイルが見つかりません");
    term.send(ESC);
    term.choose("ほかのチェックを開く");
    term.wait("今はチェックの一覧を読めません");
    term.wait("二つ目");
    term.send(CTRL_C);
    fs::rename(outer.path().join("pulled-out"), &data).expect("the drive is back");
    assert_eq!(files(&data, "cases").len(), 2);
}

#[test]
fn the_same_by_numbered_lines() {
    let outer = home();
    let data = outer.path().join("data");
    with_an_earlier_version(&data);
    with_another(&data, "二つ目");
    let mut term = Setup::new(&data).argument("--plain").start();
    term.wait("前回の続き");
    fs::rename(&data, outer.path().join("pulled-out")).expect("the drive is gone");
    term.send("3\n");
    term.wait("今はチェックの一覧を読めません");
}
