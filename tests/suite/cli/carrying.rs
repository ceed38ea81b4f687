//! `export` and `import`: files to carry away, and a case that comes back. What is there is never lost by it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{CASE, Desk};

const FORMATS: [&str; 9] = [
    "html",
    "docx",
    "xlsx",
    "md",
    "csv",
    "json",
    "ndjson",
    "application",
    "application-md",
];

fn desk(language: &'static str) -> Desk {
    Desk::new(language).with("cases/k7q2m4xw.json", CASE)
}

/// A folder of the user's own, beside the data folder.
fn desktop() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().expect("a plain path").to_owned()
}

#[test]
fn every_format_is_written_whole_counted_and_leaves_nothing_beside_it() {
    for language in ["ja", "en"] {
        let (desk, desktop) = (desk(language), desktop());
        for format in FORMATS {
            let file = path(desktop.path(), &format!("result-{format}"));
            let said = desk.done(&["export", "--format", format, "--output", &file]);
            assert!(said.contains("22") && said.contains(&file), "{said}");
            assert!(
                fs::metadata(&file).expect("a file").len() > 1_000,
                "{format}"
            );
        }
        let count = fs::read_dir(desktop.path()).expect("a folder").count();
        assert_eq!(count, FORMATS.len());
    }
}

#[test]
fn the_ending_of_the_file_tells_the_format() {
    let (desk, desktop) = (desk("ja"), desktop());
    for (name, start) in [
        ("a.html", "<!DOCTYPE html>"),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.xlsx", "PK"),
        ("a.csv", "\u{feff}"),
        ("a.json", "{"),
        ("a.ndjson", "{\"notice\""),
    ] {
        let file = path(desktop.path(), name);
        desk.done(&["export", "--output", &file]);
        let bytes = fs::read(&file).expect("a file");
        assert!(bytes.starts_with(start.as_bytes()), "{name}");
    }
    let said = desk.refused(2, &["export", "--output", &path(desktop.path(), "a.doc")]);
    assert!(said.contains("--format"), "{said}");
    assert!(!desktop.path().join("a.doc").exists());
}

#[test]
fn what_is_printed_is_what_would_be_in_the_file() {
    let (desk, desktop) = (desk("en"), desktop());
    let file = path(desktop.path(), "a.md");
    desk.done(&["export", "--output", &file]);
    let printed = desk.done(&["export", "--format", "md"]);
    assert_eq!(printed, fs::read_to_string(&file).expect("a file"));
    assert_eq!(
        desk.done(&["export", "--format", "md", "--output", "-"]),
        printed
    );
}

#[test]
fn a_dash_is_the_output_for_every_command_that_writes_a_file() {
    let (desk, desktop) = (desk("en"), desktop());
    for args in [
        &["export", "--format", "md"][..],
        &["export", "--blank", "--format", "xlsx"],
        &["paper", "information-list", "--blank", "--format", "html"],
        &["compare", "k7q2m4xw", "k7q2m4xw", "--format", "html"],
        &["homework", "k7q2m4xw"],
        &["hand", "k7q2m4xw", "--yes"],
        &["firms", "--for", "self"],
    ] {
        let mut program = desk.program(args);
        let output = program
            .args(["--output", "-"])
            .current_dir(desktop.path())
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{args:?} {output:?}");
        let printed = output.stdout.len();
        assert!(printed > 1_000, "{args:?}: {printed} bytes were printed");
        let files = fs::read_dir(desktop.path()).expect("a folder").count();
        assert_eq!(files, 0, "{args:?}: a file has the name of no file");
    }
}

/// What was said counts, and a name that leads to the wrong program is no secret.
#[test]
fn a_name_that_belongs_to_another_format_is_told() {
    let (desk, desktop) = (desk("ja"), desktop());
    for (args, right, wrong) in [
        (&["export", "--format", "html"][..], "a.htm", "a.docx"),
        (&["export", "--format", "ndjson"], "b.ndjson", "b.csv"),
        (
            &["paper", "information-list", "--format", "xlsx"],
            "c.XLSX",
            "c.html",
        ),
        (
            &["compare", "k7q2m4xw", "k7q2m4xw", "--format", "docx"],
            "d.docx",
            "d.xlsx",
        ),
        (&["homework", "k7q2m4xw"], "e.html", "e.docx"),
        (&["firms", "--for", "self"], "f.xlsx", "f.html"),
        (&["export", "--format", "csv"], "g.txt", "g.md"),
    ] {
        for (name, is_told) in [(right, false), (wrong, true)] {
            let file = path(desktop.path(), name);
            let told = desk.tell(&[args, &["--output", &file]].concat());
            assert_eq!(told.code, Some(0), "{args:?} {}", told.err);
            let said = told.err.contains("この名前では開けないかもしれません");
            assert_eq!(said, is_told, "{args:?} {name}: {}", told.err);
            assert!(Path::new(&file).exists(), "{name}");
        }
    }
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_was_said() {
    let (desk, desktop) = (desk("ja"), desktop());
    let file = path(desktop.path(), "a.csv");
    fs::write(&file, "mine").expect("a file");
    let said = desk.refused(1, &["export", "--output", &file]);
    assert!(said.contains(&file) && said.contains("--replace"), "{said}");
    assert_eq!(fs::read(&file).expect("still there"), b"mine");
    desk.done(&["export", "--output", &file, "--replace"]);
    assert_ne!(fs::read(&file).expect("a file"), b"mine");
}

#[test]
fn a_place_that_cannot_be_written_leaves_no_half_file() {
    let (desk, desktop) = (desk("ja"), desktop());
    let nowhere = path(desktop.path(), "not/there/a.html");
    let said = desk.refused(1, &["export", "--output", &nowhere]);
    assert!(
        said.contains("途中までのファイルは残していません"),
        "{said}"
    );
    let folder = path(desktop.path(), "");
    desk.refused(1, &["export", "--format", "html", "--output", &folder]);
    assert_eq!(fs::read_dir(desktop.path()).expect("a folder").count(), 0);
}

#[test]
fn an_anonymous_export_names_nobody() {
    let desk = desk("ja");
    let case: Value = serde_json::from_str(CASE).expect("JSON");
    let title = case["title"].as_str().expect("a title");
    for format in FORMATS
        .iter()
        .filter(|format| !["docx", "xlsx"].contains(*format))
    {
        let named = desk.done(&["export", "--format", format]);
        assert!(named.contains(title), "{format}");
        let anonymous = desk.done(&["export", "--format", format, "--anonymous"]);
        assert!(!anonymous.contains(title), "{format}");
    }
}

#[test]
fn all_checks_are_lines_one_after_the_other_and_what_cannot_be_read_is_said() {
    let desk = desk("ja")
        .with_case("aaaa2222", "第二工場", "2026-11-21T09:00:00+09:00")
        .with("cases/broken22.json", "{");
    let told = desk.tell(&["export", "--all", "--format", "ndjson"]);
    assert_eq!(told.code, Some(1), "one is left out");
    assert!(
        told.err.contains("が 1件あり") || told.err.contains("not in it: 1"),
        "and counted: {}",
        told.err
    );
    let lines: Vec<Value> = told
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    for id in ["k7q2m4xw", "aaaa2222"] {
        let count = lines.iter().filter(|line| line["case_id"] == id).count();
        assert_eq!(count, 22, "{id}");
    }
    assert!(told.err.contains("broken22"), "{}", told.err);
    let said = desk.refused(2, &["export", "--all", "--format", "html"]);
    assert!(said.contains("ndjson"), "{said}");
}

#[test]
fn an_exported_case_comes_back_byte_for_byte() {
    let (from, to, desktop) = (desk("ja"), Desk::new("ja"), desktop());
    // As the program itself writes it.
    let file = path(desktop.path(), "a.json");
    from.done(&["export", "--output", &file]);
    let said = to.done(&["import", &file]);
    assert!(
        said.contains("本社工場") && said.contains("k7q2m4xw"),
        "{said}"
    );
    let again = path(desktop.path(), "b.json");
    to.done(&["export", "--output", &again]);
    let read = |file: &str| fs::read(file).expect("a file");
    assert_eq!(read(&file), read(&again));
    let said = to.done(&["import", &again]);
    assert!(said.contains("何も変えていません"), "{said}");
}

#[test]
fn a_case_that_is_there_is_replaced_or_doubled_only_when_that_was_said() {
    let (desk, desktop) = (desk("ja"), desktop());
    let file = path(desktop.path(), "theirs.json");
    fs::write(&file, CASE.replace("本社工場", "本社工場 (控え)")).expect("a file");
    let before = desk.everything();
    let said = desk.refused(1, &["import", &file]);
    assert!(
        said.contains("--replace") && said.contains("--new"),
        "{said}"
    );
    let cases = |files: Vec<(String, Vec<u8>)>| -> Vec<_> {
        let is_ours = |name: &str| name.contains("cases") || name.contains("history");
        files
            .into_iter()
            .filter(|(name, _)| is_ours(name))
            .collect()
    };
    assert_eq!(cases(desk.everything()), cases(before));

    desk.done(&["import", &file, "--new"]);
    let listed = desk.json(&["list", "--json"]);
    assert_eq!(listed["cases"].as_array().expect("cases").len(), 2);

    desk.done(&["import", &file, "--replace"]);
    let shown = desk.json(&["show", "k7q2m4xw", "--json"]);
    assert_eq!(shown["case"]["title"], "本社工場 (控え)");
    let kept = desk.json(&["history", "k7q2m4xw", "--json"]);
    assert_eq!(
        kept["generations"].as_array().expect("generations").len(),
        1
    );
    // Its revision is another by now, and nothing else of it.
    let before = cases(desk.everything());
    let said = desk.done(&["import", &file, "--replace"]);
    assert!(said.contains("何も変えていません"), "{said}");
    assert_eq!(cases(desk.everything()), before, "twice is nothing new");
    desk.done(&["restore", "k7q2m4xw"]);
    let shown = desk.json(&["show", "k7q2m4xw", "--json"]);
    assert_eq!(shown["case"]["title"], "本社工場");
}

/// One that cannot be read becomes no earlier version, and is not said to.
#[test]
fn a_damaged_check_that_is_replaced_is_said_to_be_where_it_is() {
    let (desk, desktop) = (desk("ja"), desktop());
    let file = path(desktop.path(), "theirs.json");
    fs::write(&file, CASE).expect("a file");
    let check = desk.data().join("cases").join("k7q2m4xw.json");
    let spoil = || fs::write(&check, "{").expect("spoilt");
    spoil();
    let said = desk.done(&["import", &file, "--replace"]);
    assert!(said.contains("わきによけた"), "{said}");
    assert!(!said.contains("前のものは「控え」に"), "{said}");
    spoil();
    let said = desk.done(&["import", &file, &file, "--replace"]);
    assert!(said.contains("わきによけた"), "{said}");
    assert!(!said.contains("前のものは「控え」に"), "{said}");
    spoil();
    let told = desk.json(&["import", &file, "--replace", "--json"]);
    assert_eq!(told["files"][0]["state"], "replaced-unread", "{told}");
    let is_aside = |(name, _): &(String, Vec<u8>)| name.contains("damaged");
    assert!(desk.everything().iter().any(is_aside));
    let kept = desk.json(&["history", "k7q2m4xw", "--json"]);
    assert_eq!(kept["generations"], serde_json::json!([]));
}

/// Its path is what is to get another name: the check has no fault.
#[test]
fn a_file_where_a_folder_should_be_is_named_and_not_what_was_to_go_there() {
    let ways: [(&str, &[&str]); 4] = [
        ("bin", &["delete", "k7q2m4xw", "--yes"]),
        ("bin", &["bin"]),
        ("history", &["history", "k7q2m4xw"]),
        ("damaged", &["import", "--replace"]),
    ];
    for (folder, command) in ways {
        let (desk, desktop) = (desk("ja"), desktop());
        let file = path(desktop.path(), "theirs.json");
        fs::write(&file, CASE).expect("a file");
        if folder == "damaged" {
            let check = desk.data().join("cases").join("k7q2m4xw.json");
            fs::write(check, "{").expect("spoilt");
        }
        let in_the_way = desk.data().join(folder);
        fs::write(&in_the_way, "").expect("a file");
        let mut command = command.to_vec();
        if command[0] == "import" {
            command.push(&file);
        }
        let said = desk.refused(1, &command);
        let line = format!("{}\n", in_the_way.display());
        assert!(said.contains(&line), "{command:?}: {said}");
        assert!(said.contains("番）"), "its number too: {said}");
    }
    // The data folder itself, and one in it: every command named a file below, which nobody had ever made.
    for below in ["", "company"] {
        let desktop = desktop();
        let in_the_way = desktop.path().join("letter.txt");
        fs::write(&in_the_way, "Dear").expect("a file");
        let folder = in_the_way.join(below).display().to_string();
        for command in [
            &["list"][..],
            &["show"],
            &["bin"],
            &["unlock"],
            &["firms", "--on"],
            &["--plain"],
        ] {
            let said = desk("ja").refused(1, &[&["--data-dir", &folder], command].concat());
            let line = format!(": {}\n", in_the_way.display());
            let places = said.lines().filter(|line| line.contains("番）")).count();
            assert!(places > 0, "{command:?} {said}");
            assert_eq!(said.matches(&line).count(), places, "{command:?} {said}");
        }
    }
}

#[test]
fn what_was_added_here_meanwhile_is_named_before_a_file_that_came_back_takes_its_place() {
    let (desk, desktop) = (desk("ja"), desktop());
    let ours: Value = serde_json::from_str(CASE).expect("JSON");
    let mut theirs = ours.clone();
    theirs["title"] = "".into();
    theirs["information"] = serde_json::json!([]);
    let walk = theirs["walk"].as_str().expect("a walk").to_owned();
    let answers = theirs["walks"][&walk]["answers"]
        .as_object_mut()
        .expect("answers");
    let count = answers
        .values()
        .filter(|answer| answer.get("given").is_some())
        .count();
    answers.clear();
    let file = path(desktop.path(), "returned.json");
    fs::write(&file, theirs.to_string()).expect("a file");
    let said = desk.refused(1, &["import", &file, "--replace"]);
    assert!(said.contains(&format!("答え {count}件")), "{said}");
    assert!(said.contains("チェックの名前がありません"), "{said}");
    let shown = desk.json(&["show", "k7q2m4xw", "--json"]);
    assert_eq!(shown["case"]["title"], "本社工場", "nothing was replaced");
    desk.done(&["import", &file, "--replace", "--yes"]);
    let shown = desk.json(&["show", "k7q2m4xw", "--json"]);
    assert_eq!(shown["case"]["title"], "");
    desk.done(&["restore", "k7q2m4xw"]);
    let shown = desk.json(&["show", "k7q2m4xw", "--json"]);
    assert_eq!(shown["case"]["title"], "本社工場", "and nothing was lost");
}

#[test]
fn a_file_that_came_back_as_utf_16_or_shift_jis_is_imported_and_kept_as_utf_8() {
    let title = "本社工場";
    let utf_16: Vec<u8> = format!("\u{feff}{CASE}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(CASE);
    for bytes in [utf_16, shift_jis.into_owned()] {
        let (desk, desktop) = (Desk::new("ja"), desktop());
        let file = path(desktop.path(), "returned.json");
        fs::write(&file, &bytes).expect("a file");
        let said = desk.done(&["import", &file]);
        assert!(said.contains(title), "{said}");
        let kept = fs::read_to_string(desk.data().join("cases/k7q2m4xw.json"));
        assert!(kept.expect("UTF-8").contains(title));
    }
}

#[test]
fn what_is_no_case_is_told_and_changes_nothing() {
    let (desk, desktop) = (Desk::new("ja"), desktop());
    for (name, text, said) in [
        ("empty", "", "空です"),
        ("torn", "{\"format\": 1,", "途中で切れています"),
        ("spoilt", "{\"format\": 1;}", "行目"),
        ("other", "{\"format\": 1}", "項目"),
        ("newer", "{\"format\": 9}", "新しい版"),
    ] {
        let file = path(desktop.path(), name);
        fs::write(&file, text).expect("a file");
        let told = desk.refused(1, &["import", &file]);
        assert!(told.contains(said) && told.contains(&file), "{told}");
    }
    let nowhere = path(desktop.path(), "nowhere.json");
    desk.refused(1, &["import", &nowhere]);
    assert!(desk.everything().is_empty());
}

#[test]
fn two_checks_are_put_beside_each_other_and_neither_is_changed() {
    let desk = desk("ja").with_case("aaaa2222", "第二工場", "2026-11-21T09:00:00+09:00");
    let before = desk.everything();
    let said = desk.done(&["compare", "k7q2m4xw", "aaaa2222"]);
    assert!(
        said.starts_with("これは自己チェックです。認証ではありません。"),
        "{said}"
    );
    let json = desk.json(&["compare", "第二工場", "k7q2m4xw", "--json"]);
    assert_eq!(
        json.as_object()
            .expect("members")
            .keys()
            .next()
            .expect("one"),
        "notice"
    );
    let desktop = tempfile::tempdir().expect("a folder");
    for (name, begins) in [
        ("a.html", &b"<!DOCTYPE"[..]),
        ("a.docx", b"PK"),
        ("a.xlsx", b"PK"),
    ] {
        let file = path(desktop.path(), name);
        desk.done(&["compare", "k7q2m4xw", "aaaa2222", "--output", &file]);
        assert!(
            fs::read(&file).expect("a file").starts_with(begins),
            "{name}"
        );
        desk.refused(1, &["compare", "k7q2m4xw", "aaaa2222", "--output", &file]);
    }
    let unnamed = path(desktop.path(), "a.txt");
    desk.refused(
        2,
        &["compare", "k7q2m4xw", "aaaa2222", "--output", &unnamed],
    );
    assert_eq!(desk.everything(), before);
    desk.refused(2, &["compare", "k7q2m4xw"]);
    desk.refused(1, &["compare", "k7q2m4xw", "nobody"]);
}
