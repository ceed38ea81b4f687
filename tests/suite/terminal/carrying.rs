//! A report from the screen to a file, by the built program.

use std::fs;
use std::path::Path;

use super::term::{ENTER, Setup};
use super::{at_the_first_question, home, wait_until_saved};

#[test]
fn a_report_is_written_from_the_screen_and_one_that_is_there_is_asked_about() {
    let (data, desk) = (home(), home());
    let desk_path = desk.path().to_str().expect("a plain path");
    let mut term = at_the_first_question(Setup::new(data.path()).env("HOME", desk_path));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send("o");
    term.choose("結果を見る");
    term.choose("書き出す");
    term.wait("置き場所");
    term.send(ENTER);
    term.wait("書き出しました");
    let names = || -> Vec<String> {
        let entries = fs::read_dir(desk.path()).expect("a folder");
        entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("UTF-8")
            })
            .collect()
    };
    let written = names();
    assert_eq!(written.len(), 1, "{written:?}");
    let name = Path::new(&written[0]);
    assert!(written[0].starts_with("mamori-"), "{written:?}");
    assert!(name.extension().is_some_and(|ending| ending == "html"));
    let text = fs::read_to_string(desk.path().join(&written[0])).expect("a file");
    assert!(text.contains("これは自己チェックです。認証ではありません。"));
    let before = fs::metadata(desk.path().join(&written[0])).expect("a file");
    term.send(ENTER);
    term.wait("同じ名前のファイルがあります");
    let after = fs::metadata(desk.path().join(&written[0])).expect("a file");
    assert_eq!(
        before.modified().expect("a time"),
        after.modified().expect("a time")
    );
    assert_eq!(names(), written);
}
