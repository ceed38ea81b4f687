//! Reading the user's files from a folder made for each test.

#![allow(
    clippy::disallowed_methods,
    reason = "tests make their own folders and pipes"
)]

use super::*;
use tempfile::TempDir;

const OURS: BuiltIn<'static> = &["tics-minimum", "tics-2024-additions"];

/// A data folder with these files.
fn data(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        let parent = path.parent().expect("every file has a folder");
        fs::create_dir_all(parent).expect("folders can be made");
        fs::write(path, bytes).expect("files can be written");
    }
    folder
}

fn pack(id: &str, folder: &TempDir) -> Result<Option<PackSource>, AssetIssue> {
    users_file(OURS, id, "json", Some(folder.path()))
}

#[test]
fn our_languages_need_no_folder() {
    for code in ["ja", "en"] {
        let (source, issues) = language_source(code, None);
        assert_eq!(issues, []);
        assert_eq!(source.overrides, []);
        assert!(source.files.iter().any(|text| text.contains("language-ja")));
    }
    let missing = Path::new("/nowhere/at/all");
    assert_eq!(
        language_source("ja", Some(missing)),
        language_source("ja", None)
    );
    assert_eq!(available_languages(Some(missing)), ["ja", "en"]);
    assert_eq!(available_languages(None), ["ja", "en"]);
}

#[test]
fn the_users_files_are_read_in_the_order_of_their_names() {
    let folder = data(&[
        ("locales/ja/b.ftl", b"b = 2"),
        ("locales/ja/a.ftl", "\u{FEFF}a = 1".as_bytes()),
        ("locales/ja/.a.ftl.swp", b"x"),
        ("locales/ja/.hidden.ftl", b"x"),
        ("locales/ja/read-me.txt", b"x"),
        ("locales/vi/a.ftl", b"a = 3"),
        ("locales/pt-BR/a.ftl", b""),
        ("locales/my notes/a.ftl", b""),
        ("locales/loose.ftl", b""),
    ]);
    let (source, issues) = language_source("ja", Some(folder.path()));
    let own = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(issues, []);
    assert_eq!(
        source.overrides,
        [own("a.ftl", "a = 1"), own("b.ftl", "b = 2")]
    );
    let (source, _) = language_source("vi", Some(folder.path()));
    assert_eq!(source.files, [""; 0]);
    assert_eq!(source.overrides, [own("a.ftl", "a = 3")]);
    assert_eq!(
        available_languages(Some(folder.path())),
        ["ja", "en", "pt-BR", "vi"]
    );
}

#[test]
fn a_file_that_cannot_be_used_is_told_and_the_others_are_read() {
    let too_large = vec![b' '; 1_000_001];
    let folder = data(&[
        ("locales/ja/a.ftl", &too_large[..]),
        ("locales/ja/b.ftl", b"\x93\xff\x96\x7b"),
        ("locales/ja/c.ftl", b"c = 3"),
        ("locales/ja/d.ftl", &too_large[1..]),
        ("locales/ja/e.ftl/f", b"e.ftl is a folder"),
    ]);
    let path = |name: &str| folder.path().join("locales/ja").join(name);
    let (source, issues) = language_source("ja", Some(folder.path()));
    let names: Vec<_> = source
        .overrides
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["c.ftl", "d.ftl"]);
    assert_eq!(
        issues,
        [
            AssetIssue::TooLarge {
                path: path("a.ftl")
            },
            AssetIssue::Encoding {
                path: path("b.ftl"),
                fault: EncodingFault::Unknown,
            },
            AssetIssue::Unreadable {
                path: path("e.ftl"),
                kind: io::ErrorKind::InvalidInput,
                number: None,
            },
        ]
    );
}

#[test]
fn no_code_or_id_leads_out_of_the_folder() {
    let folder = data(&[("locales/x.ftl", b"x = 1"), ("secret.json", b"{}")]);
    for code in ["..", ".", "", "../locales", "/"] {
        let (source, issues) = language_source(code, Some(folder.path()));
        assert_eq!((source.overrides, issues), (vec![], vec![]), "{code:?}");
    }
    assert_eq!(pack("../secret", &folder), Ok(None));
}

#[test]
fn a_pack_of_the_user_stands_before_ours() {
    let folder = data(&[
        ("criteria/tics-minimum.json", "\u{FEFF}{3}".as_bytes()),
        ("criteria/our-firm.json", b"{4}"),
    ]);
    let path = |name: &str| folder.path().join("criteria").join(name);
    for (id, origin, text) in [
        (
            "tics-minimum",
            Origin::Overriding(path("tics-minimum.json")),
            "{3}",
        ),
        ("our-firm", Origin::File(path("our-firm.json")), "{4}"),
    ] {
        let text = text.to_owned();
        assert_eq!(
            pack(id, &folder),
            Ok(Some(PackSource { origin, text })),
            "{id}"
        );
    }
    assert_eq!(pack("tics-2024-additions", &folder), Ok(None));
    assert_eq!(pack("nowhere", &folder), Ok(None));
}

#[test]
fn a_pack_of_the_user_that_cannot_be_read_is_not_silently_replaced_by_ours() {
    let folder = data(&[("criteria/tics-minimum.json", b"\x93\xfa")]);
    let path = folder.path().join("criteria/tics-minimum.json");
    assert_eq!(
        pack("tics-minimum", &folder),
        Err(AssetIssue::Encoding {
            path,
            fault: EncodingFault::PerhapsShiftJis,
        })
    );
}

#[test]
fn words_and_packs_from_an_editor_in_another_encoding_are_read() {
    let utf_16: Vec<u8> = "\u{feff}{\"日本\": 3}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let folder = data(&[
        ("locales/ja/a.ftl", b"a = \x93\xfa\x96\x7b\x90\xbb"),
        ("criteria/our-firm.json", &utf_16),
    ]);
    let (source, issues) = language_source("ja", Some(folder.path()));
    assert_eq!(
        source.overrides,
        [("a.ftl".to_owned(), "a = 日本製".to_owned())]
    );
    assert_eq!(issues, []);
    let found = pack("our-firm", &folder).expect("it can be read");
    assert_eq!(
        found.map(|found| found.text).as_deref(),
        Some("{\"日本\": 3}")
    );
}

#[test]
fn every_pack_is_listed_once() {
    let folder = data(&[
        ("criteria/tics-minimum.json", b"{3}"),
        ("criteria/our-firm.json", b"{4}"),
        ("criteria/schema.json", b"{}"),
        ("criteria/my notes.json", b"{}"),
        ("criteria/read-me.txt", b""),
    ]);
    let path = |name: &str| folder.path().join("criteria").join(name);
    let (packs, issues) = installed_among(OURS, Some(folder.path()));
    let expected = [
        (
            "tics-minimum",
            Origin::Overriding(path("tics-minimum.json")),
        ),
        ("tics-2024-additions", Origin::BuiltIn),
        ("our-firm", Origin::File(path("our-firm.json"))),
    ]
    .map(|(id, origin)| InstalledPack {
        id: id.to_owned(),
        origin,
    });
    // What is none by its name is told; a text that somebody has put beside them is not.
    let no_name = path("my notes.json");
    assert_eq!(issues, [AssetIssue::Name { path: no_name }]);
    assert_eq!(packs, expected);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_folder_does_not_stop_the_program() {
    let folder = data(&[("locales/ja/a.ftl", b"a = 1")]);
    let pipe = folder.path().join("locales/ja/b.ftl");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let (source, issues) = language_source("ja", Some(folder.path()));
    assert_eq!(source.overrides.len(), 1);
    assert_eq!(issues.len(), 1);
}

#[test]
fn what_was_made_small_is_as_it_was() {
    let papers = include_str!("../../criteria/tics-minimum.papers.json");
    assert!(builtin_papers("tics-minimum").as_deref() == Some(papers));
    assert!(papers_schema() == include_str!("../../criteria/papers.schema.json"));
    assert!(schema() == include_str!("../../criteria/schema.json"));
    for id in PACKS {
        assert_eq!(builtin_papers(id).is_some(), has_builtin_papers(id));
    }
}
