//! On Windows: files that another program has open and lets nobody else at, as Excel and virus scanners do.

use std::fs::{self, File};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;

use super::{CASE, Desk};
use crate::paths::slashed;

fn held(path: &Path) -> File {
    let opened = File::options().read(true).share_mode(0).open(path);
    opened.expect("a file that is there")
}

#[test]
fn a_check_that_another_program_has_open_is_told_as_that_and_left() {
    for (language, said) in [
        (
            "ja",
            "Excel やウイルス対策など、ほかのプログラムが開いています。",
        ),
        ("en", "such as Excel or a virus scanner"),
    ] {
        let desk = Desk::new(language).with("cases/k7q2m4xw.json", CASE);
        let path = desk.data().join("cases/k7q2m4xw.json");
        let holder = held(&path);
        for args in [
            &["show", "k7q2m4xw"][..],
            &["export", "k7q2m4xw", "--format", "csv"],
        ] {
            let told = desk.refused(1, args);
            assert!(told.contains(said), "{args:?} {told}");
        }
        // What would take its place says so too.
        let told = desk.tell(&["delete", "k7q2m4xw", "--yes"]);
        assert_eq!(told.code, Some(1), "{told:?}");
        assert!(told.err.contains("Excel"), "{told:?}");
        drop(holder);
        assert_eq!(fs::read_to_string(&path).expect("a file"), CASE);
        desk.done(&["show", "k7q2m4xw"]);
    }
}

#[test]
fn a_report_that_is_open_in_a_spreadsheet_is_told_as_that_and_left() {
    let desk = Desk::new("ja").with("cases/k7q2m4xw.json", CASE);
    let report = desk.data().join("report.csv");
    fs::write(&report, "as it was").expect("a file");
    let holder = held(&report);
    let path = report.to_str().expect("UTF-8");
    let told = desk.refused(1, &["export", "k7q2m4xw", "--output", path, "--replace"]);
    assert!(
        told.starts_with("ほかのプログラムがそのファイルを開いているため、書き出せませんでした: "),
        "{told}"
    );
    assert!(slashed(&told).contains(&slashed(path)), "{told}");
    drop(holder);
    assert_eq!(fs::read_to_string(&report).expect("a file"), "as it was");
    let names = fs::read_dir(desk.data()).expect("a folder");
    let drafts = names.filter(|name| {
        name.as_ref()
            .is_ok_and(|name| name.path().extension() == Some("tmp".as_ref()))
    });
    assert_eq!(drafts.count(), 0, "no half file is left");
}

#[test]
fn a_file_to_import_that_is_open_elsewhere_is_told_as_that() {
    let desk = Desk::new("en").with("brought.json", CASE);
    let path = desk.data().join("brought.json");
    let _holder = held(&path);
    let told = desk.refused(1, &["import", path.to_str().expect("UTF-8")]);
    assert!(
        told.starts_with("The file cannot be read, as another program has it open: "),
        "{told}"
    );
}
