//! Files that the user names: what goes wrong with one is told of that one, never of the data folder.

use std::fs;
use std::path::Path;

use super::{CASE, Desk};

/// What is said of the data folder, a drive that was pulled out, or answers that wait on a screen.
const OF_THE_DATA_FOLDER: [&str; 8] = [
    "USB",
    "チェックのフォルダ",
    "folder of the checks",
    "checks folder",
    "画面",
    "screen",
    "フォルダがあるはずの場所",
    "where a folder should be",
];

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().expect("a plain path").to_owned()
}

/// What a command says that cannot do with a file what it is asked to.
#[track_caller]
fn said(language: &'static str, args: &[&str], file: &str) -> String {
    let desk = Desk::new(language).with("cases/k7q2m4xw.json", CASE);
    let said = desk.refused(1, args);
    for words in OF_THE_DATA_FOLDER {
        assert!(!said.contains(words), "{args:?}: {words:?} in\n{said}");
    }
    assert!(said.contains(file), "{args:?}: {file} is not in\n{said}");
    said
}

#[test]
fn an_import_that_cannot_be_read_speaks_of_its_file() {
    let desktop = tempfile::tempdir().expect("a folder");
    let at = |name: &str| path(desktop.path(), name);
    fs::write(at("empty.json"), "").expect("a file");
    fs::write(at("picture.png"), [0x89, b'P', 0xff, 0xfe]).expect("a file");
    fs::write(at("half.json"), "{\"format\": 1,").expect("a file");
    fs::write(at("other.json"), "{\"name\": \"somebody else's\"}").expect("a file");
    fs::write(at("newer.json"), "{\"format\": 99}").expect("a file");
    let beyond = format!("half.json{}x", std::path::MAIN_SEPARATOR);
    for (name, ja, en) in [
        (
            "nofile.json",
            "ファイルがありません",
            "There is no such file",
        ),
        (&beyond, "ファイルがありません", "There is no such file"),
        ("empty.json", "ファイルは空です", "The file is empty"),
        ("picture.png", "どの文字コード", "In which encoding"),
        ("half.json", "途中で切れています", "cut off"),
        ("other.json", "足りないか読めない", "missing"),
        ("newer.json", "新しい版", "newer version"),
    ] {
        let file = at(name);
        for (language, words) in [("ja", ja), ("en", en)] {
            let said = said(language, &["import", &file], &file);
            assert!(said.contains(words), "{name}: {words:?} is not in\n{said}");
            assert!(!said.contains("このチェックのファイル"), "{said}");
        }
    }
}

#[test]
fn an_export_that_cannot_be_written_speaks_of_its_file() {
    let desktop = tempfile::tempdir().expect("a folder");
    let at = |name: &str| path(desktop.path(), name);
    fs::create_dir(at("reports.html")).expect("a folder");
    fs::write(at("letter.txt"), "Dear").expect("a file");
    let separator = std::path::MAIN_SEPARATOR;
    let under_none = format!("none{separator}a.html");
    let under_a_file = format!("letter.txt{separator}a.html");
    for (name, named, ja, en) in [
        (
            "reports.html",
            "reports.html",
            "ファイルではないもの (フォルダ",
            "such as a folder",
        ),
        (
            &under_none,
            &under_none,
            "置き場所のフォルダがない",
            "no such folder",
        ),
        // What has the name of the folder, not what was to lie in it.
        (
            &under_a_file,
            "letter.txt",
            "ファイルのものなので",
            "is a file",
        ),
    ] {
        let (file, named) = (at(name), at(named));
        for (language, words) in [("ja", ja), ("en", en)] {
            for args in [
                &["export", "--format", "html", "--output", &file][..],
                &["export", "--all", "--format", "ndjson", "--output", &file],
            ] {
                let said = said(language, args, &named);
                assert!(said.contains(words), "{name}: {words:?} is not in\n{said}");
                assert!(said.contains(&format!("{named}\n")), "{said}");
            }
        }
    }
    assert_eq!(fs::read(at("letter.txt")).expect("a file"), b"Dear");
}

/// What Windows cannot have, or would have under another name than was said.
const NOT_ON_WINDOWS: [&str; 8] = [
    "CON",
    "nul.html",
    "aux.txt",
    "COM1.html",
    "report.html.",
    "report ",
    "10:30.html",
    "why?.html",
];

#[test]
fn an_output_that_windows_cannot_name_is_refused_on_every_system() {
    let desktop = tempfile::tempdir().expect("a folder");
    for name in NOT_ON_WINDOWS {
        let file = path(desktop.path(), name);
        for args in [
            &["export", "--format", "html", "--output", &file][..],
            &[
                "export",
                "--all",
                "--format",
                "ndjson",
                "--output",
                &file,
                "--replace",
            ],
            &["paper", "--first", "--format", "html", "--output", &file],
            &["hand", "--yes", "--output", &file],
        ] {
            for (language, words) in [
                ("ja", "Windows で使えない名前"),
                ("en", "Windows cannot have"),
            ] {
                let said = said(language, args, &file);
                assert!(
                    said.contains(words),
                    "{args:?}: {words:?} is not in\n{said}"
                );
            }
        }
    }
    let left = fs::read_dir(desktop.path()).expect("a folder").count();
    assert_eq!(left, 0);
    // Nothing is kept of what was not handed over.
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let file = path(desktop.path(), "CON");
    desk.refused(1, &["hand", "--yes", "--output", &file]);
    assert!(!desk.data().join("handed").exists());
}

#[test]
fn no_folder_of_answers_has_a_name_that_windows_cannot_have() {
    let home = tempfile::tempdir().expect("a folder");
    let case = path(home.path(), "k7q2m4xw.json");
    fs::write(&case, CASE).expect("a file");
    for name in ["aux", "nul.d", "10:30"] {
        let folder = path(home.path(), name);
        let desk = Desk::new("ja");
        let said = desk.refused(1, &["import", &case, "--data-dir", &folder]);
        assert!(said.contains("Windows で使えません"), "{said}");
        assert!(!home.path().join(name).exists(), "{name}");
    }
}

/// Drives and other systems write endings in capitals.
#[test]
fn a_name_with_a_files_ending_is_that_of_a_file_in_capitals_too() {
    for name in ["back.json", "BACK.JSON", "Back.Mamori", "BACK.XLSX"] {
        let said = said("ja", &["merge", "k7q2m4xw", name], name);
        assert!(said.contains("ファイルがありません"), "{name}: {said}");
    }
}

/// Others need a device under its name, and what a link leads to may be a shared folder.
#[cfg(unix)]
#[test]
fn a_device_and_a_link_to_a_folder_are_replaced_by_no_file() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    let desktop = tempfile::tempdir().expect("a folder");
    let at = |name: &str| path(desktop.path(), name);
    fs::create_dir(at("shared")).expect("a folder");
    symlink(at("shared"), at("link")).expect("a link");
    let made = std::process::Command::new("mkfifo")
        .arg(at("pipe"))
        .status();
    assert!(made.expect("mkfifo").success());
    symlink(at("pipe"), at("out")).expect("a link");
    for name in ["link", "pipe", "out"] {
        let file = at(name);
        for replace in [&[][..], &["--replace"]] {
            let args = [&["export", "--format", "md", "--output", &file], replace].concat();
            let said = said("ja", &args, &file);
            assert!(!said.contains("--replace"), "{name}: {said}");
        }
    }
    let kind = |name: &str| fs::symlink_metadata(at(name)).expect("there").file_type();
    assert!(kind("pipe").is_fifo() && kind("link").is_symlink() && kind("out").is_symlink());
}

#[test]
fn a_pack_that_cannot_be_read_for_checking_speaks_of_its_file() {
    let desktop = tempfile::tempdir().expect("a folder");
    for name in ["none.json", ""] {
        let file = path(desktop.path(), name);
        for language in ["ja", "en"] {
            said(language, &["criteria", "check", &file], &file);
        }
    }
}

/// An ending that belongs to no format, such as that of a PDF: whoever is asked for a format is told which there are.
#[test]
fn who_is_asked_for_a_format_is_told_which_there_are() {
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    for (args, formats) in [
        (&["export"][..], "html, docx, xlsx, md, csv, json, ndjson"),
        (&["paper", "pledge"], "html, docx, xlsx "),
        (&["compare", "k7q2m4xw", "k7q2m4xw"], "html, docx, xlsx "),
    ] {
        let file = path(desk.data(), "for-the-client.pdf");
        let said = desk.refused(2, &[args, &["--output", &file]].concat());
        assert!(said.contains(&format!("書けるのは {formats}")), "{said}");
    }
}

#[cfg(windows)] // Elsewhere a drive that is not there is an empty folder.
#[test]
fn a_file_on_a_drive_that_is_not_there_is_told_as_that() {
    let roots = ('D'..='Y').map(|letter| format!("{letter}:\\"));
    let drive = roots.into_iter().find(|root| !Path::new(root).exists());
    let file = format!("{}from-kato.json", drive.expect("a letter that is free"));
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    for (args, again) in [
        (&["import", &file][..], "もう一度してください"),
        (&[&file, "--plain"], "もう一度してください"),
        (
            &["export", "--format", "json", "--output", &file],
            "もう一度書き出してください",
        ),
    ] {
        let said = desk.refused(1, args);
        assert!(
            said.contains(&file) && said.contains(again),
            "{args:?} {said}"
        );
        assert!(
            said.contains("装置やつなぎ先が見つかりません"),
            "{args:?} {said}"
        );
        assert!(said.contains("USBメモリ"), "{args:?} {said}");
    }
}
