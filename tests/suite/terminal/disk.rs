//! Disks as they are: full, read only, gone. Each of them made by the system itself, in a namespace of its own where
//! that is allowed; where it is not, a sentence says so.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::term::{CTRL_C, ENTER, RIGHT, Setup, Term};
use super::{answer_at, at_the_first_question, case_in, done, home, says_saved, skipped};
use super::{wait_for_question, wait_until_saved};

/// What comes before a command so that it may mount what nobody else sees.
fn apart() -> Option<Vec<&'static str>> {
    [&["unshare", "-m"][..], &["unshare", "-rm"]]
        .into_iter()
        .find(|words| {
            let done = Command::new(words[0])
                .args(&words[1..])
                .args(["sh", "-c", "mount -t tmpfs none /mnt"])
                .output();
            done.is_ok_and(|output| output.status.success())
        })
        .map(<[&str]>::to_vec)
}

/// The program, once this script has mounted something over `$0`. Process numbers stay.
fn with_mounted(script: &str, over: &Path) -> Option<Setup> {
    let Some(words) = apart() else {
        skipped("nothing may be mounted here");
        return None;
    };
    let script = format!("{script} && exec \"$@\"");
    let over_text = over.to_str().expect("UTF-8");
    let program = env!("CARGO_BIN_EXE_mamori");
    let setup = Setup::of(words[0], over).arguments(&words[1..]);
    Some(setup.arguments(&["sh", "-c", &script, over_text, program]))
}

/// The folder as the program sees it.
fn seen_by(term: &Term, folder: &Path) -> PathBuf {
    let inside = folder.strip_prefix("/").expect("from the root");
    PathBuf::from(format!("/proc/{}/root", term.process())).join(inside)
}

/// Fills the disk but for so many pages.
fn fill(folder: &Path, pages: u64) -> PathBuf {
    let path = folder.join("a film");
    let mut film = File::create(&path).unwrap();
    while film.write_all(&[7; 4096]).is_ok() {}
    let there = fs::metadata(&path).unwrap().len();
    film.set_len((there - pages * 4096) / 4096 * 4096).unwrap();
    path
}

/// What takes from root what nobody else may.
const LESS: &[&str] = &["--bounding-set=-dac_override,-dac_read_search"];

const FULL: &str = "空きがありません";

/// Answers with わからない until the disk is full; says how many answers were said to be saved, and were.
fn answer_until_full(term: &mut Term, data: &Path) -> usize {
    for place in 0..18 {
        wait_for_question(term, place + 1);
        term.wait("( ) 4 わからない");
        term.send("4");
        let screen = term.wait_until("an answer", |state| {
            let text = state.text();
            super::is_saved(state, '4') || text.contains(FULL)
        });
        if screen.contains(FULL) {
            return place;
        }
        let case = case_in(data);
        assert_eq!(answer_at(&case, place)["given"], "unknown");
        term.send("m");
        term.wait("残して戻る");
        term.send(&"長い話".repeat(60));
        term.wait("長い話長い話");
        term.send("\t");
        let screen = term.wait_until("a note", |state| {
            let text = state.text();
            text.contains(FULL) || says_saved(&text) && !text.contains("残して戻る")
        });
        if screen.contains(FULL) {
            return place + 1;
        }
        term.send(RIGHT);
    }
    panic!("the disk is larger than a check");
}

#[track_caller]
fn must_hold(data: &Path, answers: usize) {
    let case = case_in(data);
    for place in 0..answers {
        assert_eq!(answer_at(&case, place)["given"], "unknown", "{place}");
    }
}

/// On a disk with little room, up to the page that says that there is none.
fn on_a_full_disk(over: &Path) -> Option<(Term, PathBuf, usize)> {
    let setup = with_mounted("mount -t tmpfs -o size=256k,mode=0700 none \"$0\"", over)?;
    let mut term = at_the_first_question(setup);
    let data = seen_by(&term, over);
    fill(&data, 2);
    let answers = answer_until_full(&mut term, &data);
    assert!(answers > 0, "{}", term.text());
    term.wait("保存できません");
    let screen = term.wait("答えはこの画面の中に残っています。");
    assert!(!says_saved(&screen), "{screen}");
    must_hold(&data, answers.saturating_sub(1));
    Some((term, data, answers))
}

#[test]
fn on_a_full_disk_nothing_is_lost_and_room_is_enough_to_go_on() {
    let home = home();
    let Some((mut term, data, answers)) = on_a_full_disk(home.path()) else {
        return;
    };
    term.choose("もう一度");
    term.wait("まだ保存できません。");
    must_hold(&data, answers.saturating_sub(1));
    fs::remove_file(data.join("a film")).unwrap();
    term.choose("もう一度");
    term.wait("保存できました。");
    must_hold(&data, answers);
    let drafts = fs::read_dir(data.join("cases")).unwrap();
    assert_eq!(drafts.count(), 1, "no draft is left");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
}

#[test]
fn from_a_full_disk_one_can_go_on_in_another_folder() {
    let home = home();
    let elsewhere = super::home();
    let there = elsewhere.path().join("usb/checks");
    let Some((mut term, data, answers)) = on_a_full_disk(home.path()) else {
        return;
    };
    let here = case_in(&data);
    term.choose("別の場所に残す");
    term.wait("どこに残しますか。");
    term.choose("自分で書く");
    term.wait("> フォルダ:");
    term.send(there.to_str().expect("UTF-8"));
    term.wait("usb/checks");
    term.send(ENTER);
    term.wait("に残しました。");
    must_hold(&there, answers);
    assert_eq!(case_in(&data), here, "what was there stays");
    // From now on each answer goes there.
    term.wait_until("a question", |state| state.text().contains("問中"));
    term.send(RIGHT);
    term.send("4");
    wait_until_saved(&term, '4');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let count = case_in(&there)["walks"]["tics-minimum"]["answers"]
        .as_object()
        .map_or(0, |answers| {
            answers
                .values()
                .filter(|answer| answer["given"] == "unknown")
                .count()
        });
    assert!(count > answers, "{count}");
    let list = done(
        &home.path().join("nothing"),
        &["list", "--data-dir", there.to_str().unwrap()],
        "",
    );
    assert!(list.contains(&format!("18問のうち {count}問")), "{list}");
    let mut term = Setup::new(home.path())
        .arguments(&["--data-dir", there.to_str().unwrap()])
        .start();
    term.wait(&format!("18問のうち {count}問に答えています。"));
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn in_a_folder_that_can_only_be_read_the_answers_can_be_seen_and_are_told_not_to_be_kept() {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    let before = case_in(home.path());
    let script = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"";
    let Some(setup) = with_mounted(script, home.path()) else {
        return;
    };
    let mut term = setup.start();
    wait_for_question(&term, 1);
    term.wait("(x) 4 わからない");
    term.send("3");
    term.wait("書き込みが禁止されています");
    // The foot is drawn last.
    let screen = term.wait("Esc 質問へ戻る");
    assert!(!says_saved(&screen), "{screen}");
    assert_eq!(case_in(home.path()), before);
    // The answer is still here, and can be kept elsewhere.
    let elsewhere = super::home();
    term.choose("別の場所に残す");
    term.choose("自分で書く");
    term.wait("> フォルダ:");
    term.send(elsewhere.path().to_str().expect("UTF-8"));
    term.send(ENTER);
    term.wait("に残しました。");
    assert!(answer_at(&case_in(elsewhere.path()), 0)["given"]["points"].is_object());
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    assert_eq!(case_in(home.path()), before);
}

#[test]
fn in_a_folder_without_permission_it_is_told_that_nothing_can_be_kept() {
    use std::os::unix::fs::PermissionsExt;

    let home = home();
    let data = home.path().join("data");
    fs::create_dir(&data).unwrap();
    let rights = |mode| fs::set_permissions(&data, fs::Permissions::from_mode(mode)).unwrap();
    rights(0o500);
    let mut setup = Setup::new(&data);
    if File::create(data.join("x")).is_ok() {
        fs::remove_file(data.join("x")).unwrap();
        // Whoever may do everything can do without that.
        let script = "! touch \"$0/x\"";
        let mut less = Command::new("setpriv");
        less.args(LESS).args(["sh", "-c", script]).arg(&data);
        if !less.output().is_ok_and(|output| output.status.success()) {
            return skipped("whoever runs this may write everywhere");
        }
        let program = env!("CARGO_BIN_EXE_mamori");
        setup = Setup::of("setpriv", &data)
            .arguments(LESS)
            .argument(program);
    }
    let mut term = setup.start();
    term.wait("> はじめる");
    term.send(ENTER);
    term.wait("[ ] モノ");
    term.send(" ");
    term.wait("[x] 紙");
    term.choose("次へ");
    // Now it is kept for the first time.
    term.wait("許可がありません");
    assert_eq!(fs::read_dir(&data).unwrap().count(), 0);
    rights(0o700);
    term.choose("もう一度");
    term.wait("保存できました。");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn a_folder_that_is_taken_away_while_answering_is_told_and_goes_on_when_it_is_back() {
    let home = home();
    let (data, aside) = (home.path().join("data"), home.path().join("aside"));
    let mut term = at_the_first_question(Setup::new(&data));
    term.send("4");
    wait_until_saved(&term, '4');
    fs::rename(&data, &aside).unwrap();
    term.send("3");
    let screen = term.wait("答えを置くフォルダが見つかりません");
    assert!(
        screen.contains("答えはこの画面の中に残っています。"),
        "{screen}"
    );
    term.choose("もう一度");
    term.wait("まだ保存できません。");
    term.choose("このまま答えを続ける");
    wait_for_question(&term, 1);
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.send("4");
    term.wait_until("an answer", |state| {
        let text = state.text();
        text.contains("(x) 4 ")
            && text
                .lines()
                .next()
                .is_some_and(|line| line.contains("保存できません"))
    });
    assert!(!data.exists(), "no other folder is made in its place");
    fs::rename(&aside, &data).unwrap();
    term.send("3");
    wait_until_saved(&term, '3');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    let case = case_in(&data);
    for place in 0..2 {
        assert!(answer_at(&case, place)["given"]["points"].is_object());
    }
}
