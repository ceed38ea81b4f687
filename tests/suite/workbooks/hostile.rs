//! Files that are no workbook of ours, spoilt ones, and such as would take more than there is: all told, none panics.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::LazyLock;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::workbook::WorkbookFault;
use mamori::text::workbook::workbook_fault_messages;
use proptest::prelude::*;
use proptest::sample::Index;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Grid, begun, catalog, pack, returned, text, written};

static OURS: LazyLock<Vec<u8>> = LazyLock::new(|| written(&begun(), &[pack()], "ja"));

fn ours() -> Vec<u8> {
    OURS.clone()
}

/// The parts of a workbook, changed and packed again.
pub(crate) fn repacked(bytes: &[u8], change: impl Fn(&str, &mut Vec<u8>)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        change(&name, &mut content);
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(&content).expect("its content");
    }
    writer.finish().expect("an archive").into_inner()
}

fn fault(bytes: &[u8]) -> WorkbookFault {
    let fault = PackLibrary::new(None)
        .filled(bytes)
        .expect_err("it is none");
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        for said in workbook_fault_messages(&fault) {
            assert!(!catalog.message(&said).is_empty());
        }
    }
    fault
}

#[test]
fn a_file_that_is_no_workbook_of_ours_is_told_as_what_it_is() {
    let ours = ours();
    assert_eq!(fault(b"a letter"), WorkbookFault::NotAWorkbook);
    assert_eq!(fault(b"PK\x03\x04"), WorkbookFault::CutOff);
    assert_eq!(fault(&ours[..ours.len() / 2]), WorkbookFault::CutOff);
    assert_eq!(
        fault(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        WorkbookFault::OldOrLocked
    );
    let mut other = Grid::of(&ours);
    other.sheets.pop();
    assert_eq!(fault(&other.bytes()), WorkbookFault::NotOurs);
    let mut newer = Grid::of(&ours);
    newer.sheets[2].1.insert((0, 1), text("2"));
    let format = "2".to_owned();
    assert_eq!(fault(&newer.bytes()), WorkbookFault::Newer { format });
    let mut without = Grid::of(&ours);
    for sheet in [0, 1] {
        without.columns(sheet, |column| (column > 0).then_some(column));
    }
    assert_eq!(fault(&without.bytes()), WorkbookFault::NoRows);
    let letter = {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer
            .start_file("word/document.xml", SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(b"<document/>").expect("its content");
        writer.finish().expect("an archive").into_inner()
    };
    assert_eq!(fault(&letter), WorkbookFault::NotAWorkbook);
    let mut elsewhere = Grid::of(&ours);
    for data in elsewhere.sheets[2].1.values_mut() {
        if *data == text("tics-minimum") {
            *data = text("another-pack");
        }
    }
    let fault = returned(&elsewhere.bytes(), None).expect_err("its pack is not here");
    assert!(matches!(fault, WorkbookFault::NoPack(_)), "{fault:?}");
}

#[test]
fn what_is_too_large_is_not_unpacked() {
    let large = |name: &'static str, length: usize| {
        repacked(&ours(), move |part, content| {
            if part.ends_with(name) {
                content.resize(length, b' ');
            }
        })
    };
    for (name, length) in [("sheet1.xml", 50_000_000), ("styles.xml", 2_000_000)] {
        let bytes = large(name, length);
        assert!(bytes.len() < 1_000_000, "{}", bytes.len());
        assert_eq!(fault(&bytes), WorkbookFault::TooLarge, "{name}");
    }
    assert_eq!(
        fault(&[b"PK\x03\x04", &vec![0; 9_000_000][..]].concat()),
        WorkbookFault::TooLarge
    );
    let mut many = Grid::of(&ours());
    for row in 1_000..80_000 {
        for column in [0, 1] {
            many.sheets[0].1.insert((row, column), text("q"));
        }
    }
    assert_eq!(fault(&many.bytes()), WorkbookFault::TooLarge);
}

#[test]
fn questions_of_another_version_are_told_and_read() {
    let mut grid = Grid::of(&ours());
    for data in grid.sheets[2].1.values_mut() {
        if *data == text(&pack().version) {
            *data = text("99.0.0");
        }
    }
    grid.set("q/tics-minimum/name-a-manager", "note", text("新しい人"));
    let returned = returned(&grid.bytes(), Some(&begun())).expect("a workbook");
    assert_eq!(super::told(&returned), ["other_version "]);
    assert_ne!(returned.theirs, begun());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_spoilt_part_stops_it(part in 0..10_usize, places in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..6), cut in proptest::option::of(any::<Index>())) {
        let ours = ours();
        let count = std::cell::Cell::new(0);
        let bytes = repacked(&ours, |_, content| {
            let is_meant = count.replace(count.get() + 1) == part;
            if is_meant && !content.is_empty() {
                for (place, byte) in &places {
                    let at = place.index(content.len());
                    content[at] = *byte;
                }
                if let Some(cut) = cut {
                    content.truncate(cut.index(content.len()));
                }
            }
        });
        // It may still be one.
        if let Ok(filled) = PackLibrary::new(None).filled(&bytes) {
            let _ = PackLibrary::new(None).returned(&filled, Some(&begun()), &begun().id, super::now());
        }
    }

    #[test]
    fn no_spoilt_file_stops_it(places in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..20), cut in proptest::option::of(any::<Index>())) {
        let mut bytes = ours();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = PackLibrary::new(None).filled(&bytes);
    }

    /// Cells that stand elsewhere, or hold something else.
    #[test]
    fn no_strange_cell_stops_it(changes in proptest::collection::vec((0..3_usize, any::<Index>(), 0..420_u32, 0..9_u16, "\\PC{0,12}"), 1..30)) {
        let mut grid = Grid::of(&ours());
        for (sheet, from, row, column, words) in changes {
            let cells = &mut grid.sheets[sheet].1;
            let keys: Vec<(u32, u16)> = cells.keys().copied().collect();
            let from = keys[from.index(keys.len())];
            let data = cells.remove(&from).expect("it is there");
            cells.insert((row, column), data);
            cells.insert(from, text(&words));
        }
        if let Ok(filled) = PackLibrary::new(None).filled(&grid.bytes()) {
            let _ = PackLibrary::new(None).returned(&filled, Some(&begun()), &begun().id, super::now());
        }
    }
}
