//! hand, from outside: what goes out, what is kept of it, and that it comes back as the same check.

use std::fs;
use std::path::PathBuf;

use mamori::questionnaire::file_name::is_portable;
use serde_json::Value;

use super::{CASE, Desk, Told};

const PASSPHRASE: &str = "手渡しの合言葉 2026";

fn desk(language: &'static str) -> Desk {
    Desk::new(language).with("cases/k7q2m4xw.json", CASE)
}

fn out(desk: &Desk, name: &str) -> (PathBuf, String) {
    let folder = desk.data().join("out");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    let text = path.to_str().expect("plain").to_owned();
    (path, text)
}

fn json(path: &std::path::Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

fn case(desk: &Desk) -> Value {
    json(&desk.data().join("cases/k7q2m4xw.json"))
}

/// The states that are kept, each with its name.
fn kept(desk: &Desk) -> Vec<String> {
    let Ok(folder) = fs::read_dir(desk.data().join("handed")) else {
        return Vec::new();
    };
    let name = |entry: std::io::Result<fs::DirEntry>| {
        let name = entry.expect("an entry").file_name();
        name.into_string().expect("plain")
    };
    let mut names: Vec<String> = folder.map(name).collect();
    names.sort();
    names
}

fn handed(desk: &Desk, name: &str) -> (PathBuf, String) {
    let (path, text) = out(desk, name);
    let told = desk.tell(&["hand", "k7q2m4xw", "--output", &text, "--yes"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    (path, text)
}

#[test]
fn a_firm_with_the_name_of_a_device_gets_a_file_that_windows_can_have() {
    for firm in ["CON", "nul", "Aux.", "COM1 ", "a:b?", "..."] {
        let mut case: Value = serde_json::from_str(CASE).expect("JSON");
        case["profile"]["firm"] = firm.into();
        let desk = Desk::new("ja").with("cases/k7q2m4xw.json", case.to_string());
        let folder = desk.data().join("out");
        fs::create_dir(&folder).expect("a folder");
        let text = folder.to_str().expect("plain");
        let told = desk.tell(&["hand", "--output", text, "--yes"]);
        assert_eq!(told.code, Some(0), "{firm}: {told:?}");
        let mut files = fs::read_dir(&folder).expect("a folder");
        let name = files.next().expect("a file").expect("an entry").file_name();
        let name = name.to_str().expect("plain");
        assert!(is_portable(name), "{firm}: {name}");
    }
}

#[test]
fn what_is_handed_over_is_whole_kept_and_noted_in_the_check() {
    for (language, said) in [("ja", "メモ"), ("en", "notes")] {
        let desk = desk(language);
        let before = case(&desk);
        let (path, text) = out(&desk, "go-on.mamori");
        let told = desk.tell_when_given(&["hand", "k7q2m4xw", "--output", &text], "y\n");
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(told.err.contains(said), "what goes with it: {}", told.err);
        assert!(told.out.contains(&text), "{}", told.out);
        assert!(told.out.contains("mamori merge k7q2m4xw"), "{}", told.out);
        let file = json(&path);
        assert_eq!(
            file["case"],
            case(&desk),
            "the file holds the check as it is"
        );
        let revision = before["revision"].as_u64().expect("a number") + 1;
        assert_eq!(file["case"]["revision"], revision);
        assert_eq!(file["case"]["handed"]["revision"], revision);
        assert_eq!(file["case"]["walks"], before["walks"]);
        let name = format!("k7q2m4xw-{revision}.json");
        assert_eq!(kept(&desk), [name.as_str()]);
        assert_eq!(json(&desk.data().join("handed").join(name)), case(&desk));
    }
}

#[test]
fn without_a_yes_nothing_is_handed_over_and_nothing_changes() {
    let desk = desk("ja");
    let (path, text) = out(&desk, "go-on.mamori");
    for lines in ["", "n\n"] {
        let before = desk.kept();
        let told = desk.tell_when_given(&["hand", "--output", &text], lines);
        assert_eq!((told.code, told.out.as_str()), (Some(1), ""), "{told:?}");
        assert!(desk.kept() == before && !path.exists());
    }
}

#[test]
fn a_file_that_is_there_stays_and_then_nothing_is_handed_over() {
    let desk = desk("ja");
    let (path, text) = out(&desk, "go-on.mamori");
    fs::write(&path, "somebody's").expect("a file");
    let before = desk.kept();
    let said = desk.refused(1, &["hand", "--output", &text, "--yes"]);
    assert!(said.contains("--replace"), "{said}");
    assert!(desk.kept() == before);
    let told = desk.tell(&["hand", "--output", &text, "--yes", "--replace"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(json(&path)["case"]["id"], "k7q2m4xw");
}

#[test]
fn a_folder_gets_a_file_named_after_the_firm_and_the_day() {
    let firm = |settings: &str| {
        let mut raw: Value = serde_json::from_str(CASE).expect("JSON");
        raw["profile"] = serde_json::json!({"firm": "やまと精工 (株)"});
        let desk = Desk::new("ja")
            .with("cases/k7q2m4xw.json", raw.to_string())
            .with("settings.json", settings);
        let (_, folder) = out(&desk, "");
        let told = desk.tell(&["hand", "--output", &folder, "--yes"]);
        assert_eq!(told.code, Some(0), "{told:?}");
        let entry = fs::read_dir(&folder).expect("a folder").next();
        let name = entry.expect("a file").expect("an entry").file_name();
        name.into_string().expect("plain")
    };
    let named = firm("{}");
    assert!(named.starts_with("やまと精工-株-20"), "{named}");
    let ending = std::path::Path::new(&named).extension();
    assert_eq!(ending.and_then(|it| it.to_str()), Some("mamori"), "{named}");
    // Where names are to be in no name of a file.
    let unnamed = firm(r#"{"format": 1, "names_in_files": false}"#);
    assert!(unnamed.starts_with("mamori-20"), "{unnamed}");
}

fn given(desk: &Desk, args: &[&str], lines: &str) -> Told {
    desk.tell_when_given(args, lines)
}

#[test]
fn a_file_under_its_own_passphrase_opens_with_that_and_a_wrong_one_loses_nothing() {
    let here = desk("ja");
    let (path, text) = out(&here, "go-on.mamori");
    let hand = ["hand", "--output", &text, "--passphrase", "--yes"];
    let told = given(&here, &hand, "short\n");
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(!path.exists() && kept(&here).is_empty());
    let told = given(&here, &hand, &format!("{PASSPHRASE}\n"));
    assert_eq!(told.code, Some(0), "{told:?}");
    let bytes = fs::read(&path).expect("a file");
    assert!(bytes.starts_with(b"age-encryption.org/v1"), "readable");
    let there = Desk::new("ja");
    let import = ["import", text.as_str()];
    let told = given(&there, &import, "another, longer one\n");
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(
        told.err.contains("このファイルの合言葉が違います"),
        "{told:?}"
    );
    assert!(there.kept().is_empty(), "nothing is made of it");
    let told = given(&there, &import, &format!("{PASSPHRASE}\n"));
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(case(&there), case(&here));
    // And what is cut short.
    fs::write(&path, &bytes[..bytes.len() - 1]).expect("cut");
    let told = given(&there, &import, &format!("{PASSPHRASE}\n"));
    assert_eq!(told.code, Some(1), "{told:?}");
    let is_known = told.err.contains("合言葉は合っていますが");
    assert!(is_known && told.err.contains("切れているか"), "{told:?}");
    fs::write(&path, &bytes[..100]).expect("cut");
    let told = given(&there, &import, &format!("{PASSPHRASE}\n"));
    assert!(
        told.err.contains("ファイルが、途中で切れています"),
        "{told:?}"
    );
}

#[test]
fn there_and_back_again_only_what_was_changed_there_comes_in() {
    let here = desk("ja");
    let (_, text) = handed(&here, "go-on.mamori");
    let there = Desk::new("ja");
    let told = there.tell(&["import", &text]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(
        kept(&there),
        kept(&here),
        "both sides know what was handed over"
    );
    // Both go on; there something is taken out of the list too.
    let change = |desk: &Desk, how: &dyn Fn(&mut Value)| {
        let path = desk.data().join("cases/k7q2m4xw.json");
        let mut case = json(&path);
        how(&mut case);
        case["revision"] = (case["revision"].as_u64().expect("a number") + 7).into();
        fs::write(path, case.to_string()).expect("changed");
    };
    let note = |case: &mut Value, text: &str| {
        case["walks"]["tics-minimum"]["answers"]["leavers"]["note"] = text.into();
    };
    change(&there, &|case| {
        note(case, "there");
        case["information"].as_array_mut().expect("a list").pop();
    });
    change(&here, &|case| case["title"] = "ここで変えた".into());
    let (_, back) = handed(&there, "back.mamori");
    let told = here.tell(&["import", &back]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.err.contains("mamori merge k7q2m4xw"), "{}", told.err);
    let told = here.tell(&["merge", "k7q2m4xw", &back]);
    assert_eq!(told.code, Some(0), "{told:?}");
    let merged = case(&here);
    assert_eq!(merged["title"], "ここで変えた");
    assert_eq!(
        merged["walks"]["tics-minimum"]["answers"]["leavers"]["note"],
        "there"
    );
    assert_eq!(merged["information"].as_array().map(Vec::len), Some(1));
    // What came is in it now.
    for args in [
        &["import", &back][..],
        &["merge", "k7q2m4xw", &back],
        &["import", &text],
    ] {
        let told = here.tell(args);
        assert_eq!(told.code, Some(0), "{args:?} {told:?}");
        assert!(told.out.contains("何も変えていません"), "{args:?} {told:?}");
    }
    assert_eq!(case(&here), merged);
    // And theirs, once it is handed over again, has it all.
    let (_, again) = handed(&here, "again.mamori");
    let told = there.tell(&["merge", "k7q2m4xw", &again]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(case(&there)["title"], "ここで変えた");
}

#[test]
fn a_check_that_another_program_has_is_not_handed_over() {
    let desk = desk("ja").with("locks/k7q2m4xw.lock", "");
    let lock = fs::File::open(desk.data().join("locks/k7q2m4xw.lock")).expect("a file");
    lock.lock().expect("held");
    let (path, text) = out(&desk, "go-on.mamori");
    let told = desk.tell(&["hand", "--output", &text, "--yes"]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(!path.exists() && kept(&desk).is_empty());
}

#[test]
fn a_file_named_alone_is_taken_in_and_the_walk_goes_on_in_it() {
    let here = desk("ja");
    let (path, text) = handed(&here, "go-on.mamori");
    let there = Desk::new("ja");
    // By its ending, and by a separator in front of a name that says nothing.
    for name in [text.clone(), {
        let other = path.with_file_name("file");
        fs::copy(&path, &other).expect("copied");
        other.to_str().expect("plain").to_owned()
    }] {
        let told = there.tell_when_given(&[&name], "");
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(told.out.contains("本社工場"), "{}", told.out);
    }
    assert_eq!(kept(&there), kept(&here));
    assert_eq!(case(&there)["ancestors"], case(&here)["ancestors"]);
    let count = fs::read_dir(there.data().join("cases"))
        .expect("a folder")
        .count();
    assert_eq!(count, 1);
    // Where it is here in another state it is shown beside that, and nothing is taken in unasked.
    let changed = fs::read_to_string(&path)
        .expect("a file")
        .replace("本社工場", "ほかの工場");
    let (changed_path, changed_text) = out(&here, "changed.mamori");
    let mut changed: Value = serde_json::from_str(&changed).expect("JSON");
    changed["case"]["revision"] = 77.into();
    fs::write(&changed_path, changed.to_string()).expect("a file");
    let before = case(&there);
    let told = there.tell_when_given(&[&changed_text], "");
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("返ってきた答え"), "{}", told.out);
    assert_eq!(case(&there), before);
    // What is no check is told as that, and a word that looks like no file is no command.
    let (nothing, nothing_text) = out(&here, "nothing.mamori");
    fs::write(nothing, "{}").expect("a file");
    let told = there.tell_when_given(&[&nothing_text], "");
    assert_eq!(told.code, Some(1), "{told:?}");
    let told = there.tell(&["mamori"]);
    assert_eq!(told.code, Some(2), "{told:?}");
    let told = there.tell(&[&text, "list"]);
    assert_eq!(told.code, Some(2), "{told:?}");
}
