//! A locked data folder in a window: the passphrase is asked, never shown, and what is answered is locked again.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::term::{CTRL_C, ENTER, ESC, RIGHT, Setup, Term};
use super::{at_the_first_question, done, home, wait_for_question, wait_until_saved};

/// Of characters that no text of the program holds, so that each of them can be looked for.
const PASSPHRASE: &str = "鑿鏨鑢鞴鉋鋸鎚鑽鏝鋏";
const STARS: &str = "**********";

/// A folder with one answer, locked.
fn locked() -> tempfile::TempDir {
    let home = home();
    let mut term = at_the_first_question(Setup::new(home.path()));
    term.send("4");
    wait_until_saved(&term, '4');
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    done(home.path(), &["lock"], &format!("{PASSPHRASE}\n"));
    home
}

/// Nothing of the passphrase was ever put out.
#[track_caller]
fn must_not_show_it(term: &Term) {
    let output = term.output_since(0);
    for c in PASSPHRASE.chars() {
        assert!(!output.contains(c), "{c} in {output:?}");
    }
}

#[track_caller]
fn unlock(term: &mut Term) {
    term.wait("合言葉を入れてください。");
    term.send(PASSPHRASE);
    term.wait(STARS);
    term.send(ENTER);
}

#[test]
fn the_passphrase_is_asked_first_and_opens_where_the_user_was() {
    let home = locked();
    let mut term = Setup::new(home.path()).start();
    let screen = term.wait("合言葉を入れてください。");
    assert!(!screen.contains("18問"), "{screen}");
    term.send("鑿鏨");
    term.wait("> 合言葉: **");
    term.send("\x7f");
    term.wait_until("one less", |state| {
        let text = state.text();
        text.contains("合言葉: *") && !text.contains("**")
    });
    term.send("\x7f");
    unlock(&mut term);
    term.wait("18問のうち 1問に答えています。");
    wait_for_question(&term, 1);
    term.wait("(x) 4 わからない");
    must_not_show_it(&term);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    must_not_show_it(&term);
}

#[test]
fn a_wrong_passphrase_is_told_and_can_be_typed_again() {
    let home = locked();
    let mut term = Setup::new(home.path()).start();
    term.wait("合言葉を入れてください。");
    term.send(ENTER);
    term.wait("合言葉が書かれていません。");
    term.send("鑿鏨鑢鞴鉋鋸鎚鑽鏝鑿");
    term.wait(STARS);
    term.send(ENTER);
    let screen = term.wait("合言葉が違います。");
    assert!(!screen.contains("**"), "an empty field again:\n{screen}");
    unlock(&mut term);
    wait_for_question(&term, 1);
    must_not_show_it(&term);
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

#[test]
fn from_the_passphrase_esc_and_enter_lead_out() {
    let home = locked();
    let mut term = Setup::new(home.path()).start();
    term.wait("合言葉を入れてください。");
    term.send("鑿鏨鑢");
    term.wait("***");
    term.send(ESC);
    term.wait("> 終わる");
    term.send(ENTER);
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    must_not_show_it(&term);
}

#[test]
fn what_is_saved_in_a_locked_folder_is_locked_and_outlives_a_kill() {
    let home = locked();
    let mut term = Setup::new(home.path()).start();
    unlock(&mut term);
    wait_for_question(&term, 1);
    term.send(RIGHT);
    wait_for_question(&term, 2);
    term.send("m");
    term.wait("残して戻る");
    term.send("棚の鍵は社長");
    term.wait("棚の鍵は社長");
    term.send("\t");
    term.send("3");
    wait_until_saved(&term, '3');
    term.signal("KILL");
    term.end();
    let mut files = Vec::new();
    all_files(home.path(), &mut files);
    for (name, bytes) in files {
        let is_key_or_lock = !name.contains("/cases/") && !name.contains("/history/");
        let is_sealed = bytes.starts_with(b"age-encryption.org/v1\n");
        assert!(is_sealed || is_key_or_lock, "{name}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("棚の鍵") && !text.contains("tics-"),
            "{name}"
        );
    }
    let mut term = Setup::new(home.path()).start();
    unlock(&mut term);
    term.wait("18問のうち 2問に答えています。");
    term.wait("(x) 3 できていない");
    term.wait("棚の鍵は社長");
    term.send(CTRL_C);
    assert_eq!(term.end(), 0);
}

fn all_files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_files(&path, found);
        } else {
            let name = path.to_str().expect("UTF-8").to_owned();
            found.push((name, fs::read(&path).unwrap()));
        }
    }
}

#[test]
fn in_lines_the_passphrase_is_not_shown_while_it_is_typed() {
    let home = locked();
    let mut term = Setup::new(home.path()).argument("--plain").start();
    term.wait("合言葉を入れてください。");
    term.wait_until_it_hides_what_is_typed();
    term.send("鑿鏨鑢鞴鉋鋸鎚鑽鏝鑿\r");
    term.wait("合言葉が違います。");
    term.wait_until_it_hides_what_is_typed();
    term.send(&format!("{PASSPHRASE}\r"));
    term.wait("18問中 1問め");
    term.wait("答え (1-4) か文字>");
    term.send("s\r");
    term.wait("18問中 2問め");
    term.send("q\r");
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    must_not_show_it(&term);
}

#[test]
fn at_a_terminal_a_new_passphrase_is_typed_twice_and_never_shown() {
    let home = locked();
    done(home.path(), &["unlock"], &format!("{PASSPHRASE}\n"));
    let mut term = Setup::new(home.path()).argument("lock").start();
    let type_at = |term: &mut Term, prompt: &str, text: &str| {
        term.wait_until(prompt, |state| state.text().trim_end().ends_with(prompt));
        term.wait_until_it_hides_what_is_typed();
        let told = term.look(super::State::told);
        term.send(&format!("{text}\r"));
        term.wait_until("an answer", |state| state.told() > told);
    };
    let (new, again) = ("新しい合言葉 (10文字以上):", "もう一度、同じ合言葉:");
    type_at(&mut term, new, "鑿鏨鑢");
    term.wait("合言葉は10文字以上にしてください。");
    type_at(&mut term, new, PASSPHRASE);
    type_at(&mut term, again, "鑿鏨鑢鞴鉋鋸鎚鑽鏝鑿");
    term.wait("二つの合言葉が違います。");
    type_at(&mut term, new, PASSPHRASE);
    type_at(&mut term, again, PASSPHRASE);
    term.wait("鍵をかけました");
    assert_eq!(term.end(), 0);
    term.must_be_restored();
    must_not_show_it(&term);
    let told = done(home.path(), &["show"], &format!("{PASSPHRASE}\n"));
    assert!(told.contains("自己チェック"), "{told}");
}

#[test]
fn at_a_terminal_a_wrong_passphrase_can_be_typed_three_times() {
    let home = locked();
    let mut term = Setup::new(home.path()).argument("show").start();
    for times in 0..3 {
        term.wait_until("a prompt", |state| {
            let text = state.text();
            text.matches("合言葉が違います").count() == times && text.trim_end().ends_with(':')
        });
        term.wait_until_it_hides_what_is_typed();
        term.send("鑿鏨鑢鞴鉋鋸鎚鑽鏝鑿\r");
    }
    assert_eq!(term.end(), 1);
    term.must_be_restored();
    let screen = term.wait("何も変えていません。");
    assert_eq!(screen.matches("合言葉が違います").count(), 3, "{screen}");
    must_not_show_it(&term);
}

#[test]
fn ctrl_c_at_a_hidden_line_gives_up_at_once_and_shows_again_what_is_typed() {
    let home = locked();
    for (args, code) in [(&["show"][..], 1), (&["--plain"], 0), (&["unlock"], 1)] {
        let mut term = Setup::new(home.path()).arguments(args).start();
        term.wait("合言葉");
        term.wait_until_it_hides_what_is_typed();
        term.send(&format!("鑿鏨鑢{CTRL_C}"));
        assert_eq!(term.end(), code, "{args:?}");
        term.must_be_restored();
        must_not_show_it(&term);
    }
}

#[test]
fn a_signal_from_elsewhere_at_a_hidden_line_shows_again_what_is_typed() {
    let home = locked();
    for signal in ["TERM", "INT", "HUP"] {
        for args in [&["show"][..], &["--plain"], &["unlock"]] {
            let mut term = Setup::new(home.path()).arguments(args).start();
            term.wait("合言葉");
            term.wait_until_it_hides_what_is_typed();
            term.send("鑿鏨鑢");
            term.signal(signal);
            assert_ne!(term.end(), 0, "{args:?} {signal}");
            term.must_be_restored();
            must_not_show_it(&term);
        }
    }
}

#[test]
fn a_passphrase_of_more_than_four_thousand_characters_opens_on_the_screen_too() {
    let home = locked();
    done(home.path(), &["unlock"], &format!("{PASSPHRASE}\n"));
    let long = "か\u{3099}くぶち".repeat(1_250);
    done(home.path(), &["lock"], &format!("{long}\n"));
    let mut term = Setup::new(home.path()).start();
    term.wait("合言葉:");
    term.send(&format!("\x1b[200~{long}\x1b[201~"));
    term.wait("****");
    term.send(ENTER);
    term.wait("の続きです。");
}

#[test]
fn the_ordinary_age_opens_what_is_locked() {
    if Command::new("age").arg("--version").output().is_err() {
        super::skipped("there is no age here");
        return;
    }
    let home = locked();
    let key = home.path().join("key.txt");
    let args = ["-d", "-o", key.to_str().expect("UTF-8"), "identity.age"];
    let setup = Setup::of("age", home.path()).inside(home.path());
    let mut term = setup.arguments(&args).start();
    term.wait("Enter passphrase");
    term.wait_until_it_hides_what_is_typed();
    term.send(&format!("{PASSPHRASE}\r"));
    assert_eq!(term.end(), 0, "{}", term.text());
    let mut files = fs::read_dir(home.path().join("cases")).unwrap();
    let case = files.next().expect("a case").unwrap().path();
    let output = Command::new("age")
        .arg("-d")
        .arg("-i")
        .args([&key, &case])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let case: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a case");
    assert_eq!(super::answer_at(&case, 0)["given"], "unknown");
}
