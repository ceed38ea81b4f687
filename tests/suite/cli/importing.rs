//! `mamori import` of many files and folders: each is told, none keeps another out, and twice is nothing new.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use mamori::store::folder::Folder;
use serde_json::{Value, json};

use super::world::tell_at;
use super::{CASE, Desk};

/// A case with another id and title, as a file that somebody sends.
fn case(id: &str, title: &str) -> Value {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    case["id"] = id.into();
    case["title"] = title.into();
    case
}

fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, bytes).expect("a file");
    path.to_str().expect("UTF-8").to_owned()
}

/// So many checks in a folder, one of them in a folder of its own.
fn sent(folder: &Path, count: usize) -> String {
    for number in 0..count {
        let id = format!("firm{number:04}");
        put(folder, &format!("{id}.json"), case(&id, &id).to_string());
    }
    put(folder, "later/one.JSON", case("later", "later").to_string());
    folder.to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_folder_is_taken_in_whatever_the_threads_and_twice_is_nothing_new() {
    let lines: Vec<_> = ["1", "2", "7"]
        .map(|jobs| {
            let outside = tempfile::tempdir().expect("a folder");
            let desk = Desk::new("ja");
            let folder = sent(outside.path(), 20);
            put(outside.path(), "readme.txt", "not looked at");
            let said = desk.done(&["import", &folder, "--jobs", jobs]);
            assert!(
                said.contains("読み込みました。「firm0003」(firm0003)、答え"),
                "{said}"
            );
            assert!(
                said.contains("\n見たファイル: 21\n  読み込んだ: 21\n"),
                "{said}"
            );
            assert!(said.contains("リンク) は見ていません: 1"), "{said}");
            let kept = desk.kept();
            let again = desk.done(&["import", &folder, "--jobs", jobs]);
            assert!(
                again.contains("\n見たファイル: 21\n  もうあった: 21\n"),
                "{again}"
            );
            assert_eq!(desk.kept(), kept);
            assert_eq!(
                desk.json(&["list", "--json"])["cases"]
                    .as_array()
                    .map(Vec::len),
                Some(21)
            );
            said.replace(&folder, "")
        })
        .into();
    // Told in the order of the names, however many write at the same time.
    assert_eq!(lines[0], lines[1]);
    assert_eq!(lines[0], lines[2]);
}

#[test]
fn one_that_is_no_check_keeps_no_other_out_and_each_is_told() {
    let outside = tempfile::tempdir().expect("a folder");
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let good = put(
        outside.path(),
        "good.json",
        case("good", "よい").to_string(),
    );
    let bad = put(outside.path(), "bad.json", "{\"a\": }");
    let other = put(
        outside.path(),
        "other.json",
        case("k7q2m4xw", "別の名前").to_string(),
    );
    let same = put(outside.path(), "same.json", CASE);
    let gone = outside.path().join("gone.json");
    let gone = gone.to_str().expect("UTF-8");
    let locked = put(
        outside.path(),
        "locked.mamori",
        "age-encryption.org/v1\n-> X25519 a\n",
    );
    let told = desk.tell(&["import", &bad, &locked, &other, gone, &same, &good]);
    assert_eq!((told.code, told.err.as_str()), (Some(1), ""));
    for said in [
        "bad.json: チェックとして読み込めません。1行目の",
        "other.json: 読み込んでいません。「別の名前」(k7q2m4xw) は、もうあって、中身が違います",
        "gone.json: 読めません。",
        "same.json: 同じものが、もうあります。",
        "good.json: 読み込みました。「よい」(good)",
        "locked.mamori: 読み込んでいません。合言葉がかかっています",
        "見たファイル: 6\n",
    ] {
        assert!(told.out.contains(said), "{said}\n{}", told.out);
    }
    let damaged = Desk::new("ja").with("cases/k7q2m4xw.json", "{");
    for named in [&[same.as_str()][..], &[&same, &good]] {
        let told = damaged.tell(&[&["import"], named].concat());
        assert_eq!(told.code, Some(1));
        let said = told.out + &told.err;
        assert!(
            !said.contains("中身が違います") && !said.contains("もうあります"),
            "{said}"
        );
    }
    let there = desk.data().join("cases/k7q2m4xw.json");
    assert_eq!(fs::read(there).expect("a file"), CASE.as_bytes());

    let told = desk.tell(&["import", "--json", &bad, &other, gone, &same, &good]);
    assert_eq!((told.code, told.err.as_str()), (Some(1), ""));
    let told: Value = serde_json::from_str(&told.out).expect("JSON");
    let states: Vec<_> = told["files"]
        .as_array()
        .expect("files")
        .iter()
        .map(|file| file["state"].as_str().expect("a state"))
        .collect();
    assert_eq!(states, ["no-case", "exists", "unread", "same", "same"]);
    assert_eq!(told["counts"]["same"], json!(2));
    assert_eq!(told["files"][4]["id"], json!("good"));
    assert_eq!(told["stopped"], json!(false));
    let docs = include_str!("../../../docs/JSON.md");
    let (_, section) = docs
        .split_once("`mamori import FILE… --json`")
        .expect("a section");
    let members = told.as_object().expect("an object").keys();
    let of_files = told["files"][0].as_object().expect("an object").keys();
    let states = told["counts"].as_object().expect("an object").keys();
    for name in members.chain(of_files).chain(states) {
        assert!(section.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn what_is_here_goes_only_for_what_is_newer_and_loses_nothing_unasked() {
    let outside = tempfile::tempdir().expect("a folder");
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let mut newer = case("k7q2m4xw", "本社工場");
    newer["updated"] = "2027-01-01T00:00:00+09:00".into();
    let newer = put(outside.path(), "newer.json", newer.to_string());
    let mut older = case("k7q2m4xw", "古い");
    older["updated"] = "2020-01-01T00:00:00+09:00".into();
    let older = put(outside.path(), "older.json", older.to_string());
    let mut empty = case("k7q2m4xw", "");
    empty["updated"] = "2027-02-01T00:00:00+09:00".into();
    empty["walks"] = json!({});
    let empty = put(outside.path(), "empty.json", empty.to_string());
    let told = desk.tell(&["import", &older, &newer, &empty, "--replace"]);
    assert_eq!(told.code, Some(1));
    for said in [
        "older.json: 読み込んでいません。「古い」(k7q2m4xw) は、ここにあるほうがあとで直されています",
        "newer.json: 置きかえました。",
        "empty.json: 読み込んでいません。",
    ] {
        assert!(told.out.contains(said), "{said}\n{}", told.out);
    }
    let kept = desk.kept();
    let said = desk.done(&["import", &newer, &newer, "--replace"]);
    assert!(
        said.contains("もうあった: 1\n"),
        "named twice is once: {said}"
    );
    assert_eq!(desk.kept(), kept);
    let said = desk.refused(2, &["import", &newer, &older, "--new"]);
    assert!(said.contains("ファイル一つのときだけ"), "{said}");
}

#[test]
fn a_mistake_in_its_arguments_is_named() {
    let desk = Desk::new("ja");
    let said = desk.refused(2, &["import"]);
    assert!(said.starts_with("FILE を書いてください。"), "{said}");
    for jobs in ["0", "many"] {
        let said = desk.refused(2, &["import", "a.json", "--jobs", jobs]);
        let wanted = format!("--jobs に「{jobs}」は書けません。");
        assert!(said.starts_with(&wanted), "{said}");
    }
}

/// Ctrl-C: what was begun is finished, told, and the same command goes on with the rest.
#[test]
fn who_stops_it_is_told_what_is_in_and_goes_on_later() {
    for jobs in ["1", "3"] {
        let outside = tempfile::tempdir().expect("a folder");
        let desk = Desk::new("en");
        let folder = sent(outside.path(), 9);
        let usual = Folder::new(desk.data().to_owned());
        let asked = Cell::new(0);
        let mut out = Vec::new();
        let args = ["import", &folder, "--jobs", jobs];
        let (code, _) = tell_at(&args, Some(&usual), &mut out, |process| {
            mamori::cli::process_env::ProcessEnv {
                stop: Box::leak(Box::new(move || {
                    asked.set(asked.get() + 1);
                    asked.get() > 5
                })),
                ..process
            }
        });
        let said = String::from_utf8(out).expect("UTF-8");
        assert_eq!(code, 1);
        assert!(
            said.contains("Stopped. Files not looked at yet: 6"),
            "{said}"
        );
        assert_eq!(said.matches(": read in.").count(), 4, "{said}");
        let listed = desk.json(&["list", "--json"]);
        assert_eq!(listed["cases"].as_array().map(Vec::len), Some(4));
        let said = desk.done(&["import", &folder]);
        assert!(said.contains("  read in: 6\n"), "{said}");
    }
}

#[test]
fn a_locked_folder_takes_them_in_locked() {
    let outside = tempfile::tempdir().expect("a folder");
    let desk = Desk::new("en").with("cases/k7q2m4xw.json", CASE);
    let locked = desk.tell_when_given(&["lock"], "a long passphrase\na long passphrase\n");
    assert_eq!(locked.code, Some(0), "{}", locked.err);
    let folder = sent(outside.path(), 5);
    let told = desk.tell_when_given(&["import", &folder, "--jobs", "3"], "a long passphrase\n");
    assert_eq!(told.code, Some(0), "{} {}", told.out, told.err);
    let cases = fs::read_dir(desk.data().join("cases")).expect("a folder");
    let names: Vec<_> = cases
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(
        names.iter().all(|name| name.contains(".json.age")),
        "{names:?}"
    );
}

#[test]
fn only_what_is_answered_is_counted_among_the_answers_that_come_in() {
    let mut check = case("noted234", "メモだけ");
    check["walks"]["tics-minimum"]["answers"] = json!({
        "pick-information": { "given": "unknown" },
        "leavers": { "note": "来月", "flag": true },
        "yearly-check": { "records": { "calendar": "there" } },
        "who-may-see": { "task": { "measure": null, "who": "佐藤", "by": "" } },
    });
    let desk = Desk::new("ja");
    let file = put(desk.data(), "in/noted.json", check.to_string());
    let said = desk.done(&["import", &file]);
    assert!(said.contains("答え 1件"), "{said}");
    let folder = Desk::new("ja");
    put(folder.data(), "in/noted.json", check.to_string());
    let all = folder.data().join("in").display().to_string();
    let told = folder.json(&["import", &all, "--json"]);
    assert_eq!(told["files"][0]["answers"], 1, "{told}");
}
