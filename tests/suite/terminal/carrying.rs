//! A report from the screen to a file, by the built program.

use std::fs;
use std::path::Path;

use super::term::{CTRL_C, ENTER, Setup, State, Term};
use super::{at_the_first_question, home, wait_until_saved};

/// On the page that writes a report, which would lie in the folder `desk`.
#[track_caller]
fn at_the_export(data: &Path, desk: &Path) -> Term {
    let desk_path = desk.to_str().expect("a plain path");
    let mut term = at_the_first_question(Setup::new(data).env("HOME", desk_path));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send("o");
    term.choose("結果を見る");
    term.choose("書き出す");
    term.wait("だれに渡しますか");
    term
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect()
}

#[test]
fn a_report_is_written_from_the_screen_and_one_that_is_there_is_asked_about() {
    let (data, desk) = (home(), home());
    let mut term = at_the_export(data.path(), desk.path());
    term.send(ENTER);
    term.wait("書き出しました");
    let names = || names(desk.path());
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

#[test]
fn a_report_that_is_written_while_one_leaves_is_told_after_the_screen_is_gone() {
    let (data, desk) = (home(), home());
    let mut term = at_the_export(data.path(), desk.path());
    term.send(&format!("{ENTER}{CTRL_C}"));
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let written = names(desk.path());
    assert_eq!(written.len(), 1, "{written:?}");
    let said = term.text();
    assert!(said.contains("書き出しました"), "{said}");
}

/// What was put out, without the sequences that place and colour it.
fn plain(output: &str) -> String {
    let mut parts = output.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| {
        let end = part.find(|c: char| c.is_ascii_alphabetic());
        before + end.map_or("", |end| &part[end + 1..])
    })
}

#[test]
fn a_signal_in_the_middle_of_a_report_says_of_it_what_is_so() {
    for round in 0..10 {
        let (data, desk) = (home(), home());
        let mut term = at_the_export(data.path(), desk.path());
        let told = term.look(State::told);
        term.send(ENTER);
        // In every second round what came of it is on its way beside the signal.
        while round % 2 == 1 && names(desk.path()).is_empty() && !term.look(State::has_ended) {
            std::thread::yield_now();
        }
        term.signal("TERM");
        assert_eq!(term.end(), 143);
        term.must_be_restored();
        // The key and the signal may come in either order: then no report was asked for.
        let said = term.output_since(told);
        let is_written = !names(desk.path()).is_empty();
        assert_eq!(
            plain(&said).contains("書き出しました"),
            is_written,
            "{said}"
        );
    }
}

/// A paper is made from the screen and handed to what opens files on this desktop, which gets nothing but its name.
#[cfg(target_os = "linux")]
#[test]
fn a_paper_is_handed_to_the_desktop_when_that_is_chosen() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    let (data, desk, programs) = (home(), home(), home());
    let opened = desk.path().join("opened");
    let is_made = Command::new("mkfifo").arg(&opened).status();
    assert!(is_made.expect("mkfifo").success());
    let program = programs.path().join("xdg-open");
    let script = "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > \"$HOME/opened\"\n";
    fs::write(&program, script).expect("a program");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("its rights");
    let (told, heard) = channel();
    std::thread::spawn(move || told.send(fs::read_to_string(opened)));
    let setup = Setup::new(data.path())
        .env("HOME", desk.path().to_str().expect("a plain path"))
        .env("PATH", programs.path().to_str().expect("a plain path"))
        .env("DISPLAY", ":0");
    let mut term = at_the_first_question(setup);
    term.send("3");
    wait_until_saved(&term, '3');
    term.send("p");
    term.wait("守る情報の一覧");
    term.choose("印刷する");
    term.wait("> 開く");
    term.send(ENTER);
    let said = heard
        .recv_timeout(Duration::from_secs(60))
        .expect("it was opened");
    let said = said.expect("what it was given");
    let (count, path) = said.split_once('|').expect("two parts");
    assert_eq!(count, "1");
    assert!(Path::new(path).starts_with(desk.path()), "{path}");
    let text = fs::read_to_string(path).expect("the paper");
    assert!(text.contains("この道具が作った例です"));
}
