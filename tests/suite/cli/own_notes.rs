//! 自分だけのメモ, with the built program: nothing that is printed or written out holds anything of them.

use std::fs;
use std::io::Read;
use std::path::Path;

use mamori::questionnaire::reader::Reader;
use mamori::questionnaire::report_format::ReportFormat;
use serde_json::json;

use super::{Desk, behind_the_notice};
use crate::firms::check;

/// In each member of a desk file.
const MARKS: [&str; 7] = [
    "ZQXよみ",
    "2031-03-07",
    "ZQX分類",
    "ZQXメモ",
    "ZQX質問",
    "ZQX他",
    "2031",
];

fn desk() -> Desk {
    let notes = json!({
        "format": 1, "firm": "firm0001", "revision": 3, "reading": "ZQXよみ", "next_visit": "2031-03-07",
        "tags": ["ZQX分類"], "note": "ZQXメモ", "notes": { "tics-minimum": { "pick-information": "ZQX質問" } },
        "later": "ZQX他",
    });
    let mut again = check("bbbb2222", 1, 2026);
    again["earlier"] = json!(null);
    Desk::new("ja")
        .with("settings.json", r#"{"format": 1, "firms": true}"#)
        .with(
            "cases/aaaa2222.json",
            check("aaaa2222", 1, 2025).to_string(),
        )
        .with("cases/bbbb2222.json", again.to_string())
        .with("desk/firm0001.json", notes.to_string())
}

/// All that is in a file, and in what it is packed of.
pub(crate) fn inside(path: &Path) -> String {
    let bytes = fs::read(path).expect("a file");
    let mut all = String::from_utf8_lossy(&bytes).into_owned();
    if let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) {
        for index in 0..archive.len() {
            let mut part = Vec::new();
            let mut file = archive.by_index(index).expect("a part");
            file.read_to_end(&mut part).expect("read");
            all.push_str(&String::from_utf8_lossy(&part));
        }
    }
    all
}

#[track_caller]
fn holds_nothing(of: &str, text: &str) {
    for mark in MARKS {
        assert!(!text.contains(mark), "{mark} in {of}");
    }
}

#[test]
fn no_file_that_leaves_and_no_command_holds_anything_of_the_notes_for_oneself() {
    let desk = desk();
    let out = tempfile::tempdir().expect("a folder");
    let mut written = 0;
    let mut export = |args: &[&str]| {
        written += 1;
        let path = out.path().join(format!("out-{written}"));
        let path = path.to_str().expect("a plain path").to_owned();
        let told = desk.tell(&[args, &["--output", &path]].concat());
        assert_eq!(told.code, Some(0), "{args:?} {}", told.err);
        holds_nothing(&format!("{args:?}"), &format!("{}{}", told.out, told.err));
        holds_nothing(&format!("{args:?}"), &inside(Path::new(&path)));
    };
    for reader in Reader::ALL {
        for format in reader.formats() {
            let args = [
                "export",
                "bbbb2222",
                "--for",
                reader.code(),
                "--format",
                format.code(),
            ];
            export(&args);
            if reader == Reader::Own && *format != ReportFormat::Json {
                export(&[&args[..], &["--notes"]].concat());
                export(&[&args[..], &["--anonymous"]].concat());
            }
        }
    }
    export(&["homework", "bbbb2222"]);
    export(&["export", "--all", "--format", "ndjson"]);
    for format in ["html", "docx", "xlsx"] {
        export(&["compare", "aaaa2222", "bbbb2222", "--format", format]);
        export(&["paper", "--first", "bbbb2222", "--format", format]);
    }
    assert!(written > 20, "{written}");
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["show", "bbbb2222"],
        &["show", "bbbb2222", "--json"],
        &["history", "bbbb2222"],
        &["bin"],
        &["compare", "aaaa2222", "bbbb2222"],
        &["merge", "aaaa2222", "bbbb2222", "--json"],
        &["paths"],
    ] {
        let told = desk.tell(args);
        holds_nothing(&format!("{args:?}"), &format!("{}{}", told.out, told.err));
    }
    // The advisor's own list has the day, and nothing else.
    let firms = desk.done(&["firms"]);
    assert!(firms.contains("2031-03-07"), "{firms}");
    let firms = format!("{firms}{}", desk.done(&["firms", "--json"])).replace("2031-03-07", "");
    holds_nothing("firms", &firms);
}

#[test]
fn a_firm_is_found_by_how_it_is_read_and_by_its_tags() {
    for typed in ["zqxヨミ", "ｚｑｘ分類"] {
        let lines = behind_the_notice(&format!("3\n{typed}\n"));
        let told = desk().tell_when_given(&["--plain"], &lines);
        assert!(told.out.contains("2031年3月7日"), "{typed}\n{}", told.out);
        let after = told.out.rsplit("支援先の一覧").next().unwrap_or_default();
        assert!(after.contains("サクラ電機01"), "{typed}\n{}", told.out);
    }
}

#[test]
fn notes_that_cannot_be_read_are_told_and_left() {
    let desk = desk().with("desk/firm0001.json", "{");
    let told = desk.tell(&["firms"]);
    assert_eq!(told.code, Some(1));
    assert!(told.err.contains("自分だけのメモ"), "{}", told.err);
    desk.tell_when_given(
        &["--plain", "--case", "bbbb2222"],
        &behind_the_notice("o\n"),
    );
    let left = fs::read_to_string(desk.data().join("desk/firm0001.json"));
    assert_eq!(left.expect("there"), "{");
}
