//! criteria: which packs there are, and every mistake of a pack's file.

use std::io::ErrorKind;
use std::path::PathBuf;

use mamori::assets::{AssetIssue, Origin, builtin_packs};
use mamori::cli::asset_fault::{pack_messages, words_message};
use mamori::pack_library::{PackFault, PackLibrary, WordsIssue};
use mamori::questionnaire::encoding::EncodingFault;
use mamori::questionnaire::id::PackId;
use mamori::text::catalog::CatalogIssue;

use super::{Desk, MINIMUM, behind_the_notice};

const WRONG: &str = "tests/fixtures/packs/thirty-mistakes.json";
const SMALL: &str = "tests/fixtures/packs/small.json";

#[test]
fn the_packs_that_come_with_the_program_are_listed_first() {
    let expected = "\
tics-minimum         1.1.0  can be used  comes with mamori
tics-2024-additions  1.1.0  can be used  comes with mamori
";
    assert_eq!(Desk::new("en").done(&["criteria", "list"]), expected);
}

#[test]
fn packs_of_the_users_own_are_listed_with_what_they_replace_and_whether_they_can_be_used() {
    let small = std::fs::read_to_string(SMALL).expect("a pack");
    let desk = Desk::new("en")
        .with("criteria/tics-minimum.json", MINIMUM)
        .with("criteria/small.json", &small)
        .with("criteria/other-name.json", &small)
        .with("criteria/broken.json", "{")
        .with("criteria/empty.json", "{}")
        .with("criteria/sjis.json", b"\x82\xA0")
        .with("criteria/schema.json", "{}");
    let list = desk.in_part(4, &["criteria", "list"]);
    let lines: Vec<(&str, &str)> = list
        .lines()
        .map(|line| line.split_once(' ').expect("columns"))
        .collect();
    let ids: Vec<&str> = lines.iter().map(|(id, _)| *id).collect();
    let expected = [
        "tics-minimum",
        "tics-2024-additions",
        "broken",
        "empty",
        "other-name",
        "sjis",
        "small",
    ];
    assert_eq!(ids, expected);
    for (id, said) in [
        (
            "tics-minimum",
            "in place of the one that comes with mamori: ",
        ),
        ("tics-minimum", " can be used "),
        ("broken", "(not JSON)"),
        ("empty", " mistakes)"),
        ("other-name", "(the file's name is not the id in it)"),
        ("sjis", "(cannot be read)"),
        ("small", "1.0.0"),
        ("small", "your own: "),
    ] {
        let (_, line) = lines.iter().find(|(found, _)| *found == id).expect(id);
        assert!(line.contains(said), "{id}: {line}");
    }
}

/// Notepad saved mine.json as mine.json.txt, and all questions were the old ones without a word.
#[test]
fn a_file_whose_name_keeps_it_from_being_used_is_told() {
    for name in [
        "tics-minimum.json.txt",
        "TICS-MINIMUM.JSON",
        "tics-minimum - コピー.json",
        "質問.json",
    ] {
        let desk = Desk::new("ja").with(&format!("criteria/{name}"), MINIMUM);
        let told = desk.tell(&["criteria", "list"]);
        let is_found = told.out.contains("自分のもの"); // A disk without capitals takes it.
        assert!(is_found || told.code == Some(1), "{name}: {told:?}");
        assert!(told.out.contains(name) || is_found, "{name}: {}", told.out);
    }
    // What lies beside the packs that are used, and what is none.
    Desk::new("ja")
        .with("criteria/tics-minimum.json", MINIMUM)
        .with("criteria/tics-minimum.json.bak", "{")
        .with("criteria/papers.schema.json", "{}")
        .with("criteria/mine.papers.json", "{}")
        .with("criteria/readme.txt", "mine")
        .done(&["criteria", "list"]);
}

#[test]
fn every_mistake_is_printed_with_its_file_and_path_and_then_counted() {
    for (language, mistake, count) in [
        ("ja", "stands", "まちがいは"),
        (
            "en",
            "sections[3]: This section has no question that is ever asked.",
            " mistakes.",
        ),
    ] {
        let told = Desk::new(language).tell(&["criteria", "check", WRONG]);
        assert_eq!((told.code, told.err.as_str()), (Some(1), ""));
        let mut lines: Vec<&str> = told.out.lines().collect();
        let last = lines.pop().expect("a count");
        assert!(last.contains(count), "{last}");
        assert!(
            last.contains(&lines.len().to_string()),
            "{last} {}",
            lines.len()
        );
        assert!(lines.len() >= 30);
        let start = format!("{WRONG}: ");
        assert!(lines.iter().all(|line| line.starts_with(&start)));
        assert!(language == "ja" || lines.contains(&format!("{start}{mistake}").as_str()));
    }
}

#[test]
fn a_pack_that_an_editor_saved_in_shift_jis_is_a_pack() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(MINIMUM);
    assert!(std::str::from_utf8(&bytes).is_err());
    let desk = Desk::new("ja").with("tics-minimum.json", &bytes);
    let file = desk.data().join("tics-minimum.json");
    let file = file.to_str().expect("a plain path");
    let said = desk.done(&["criteria", "check", file]);
    assert!(said.contains("まちがいはありません"), "{said}");
}

#[test]
fn a_pack_without_mistakes_is_told_so() {
    for (language, said) in [
        (
            "ja",
            format!("{SMALL}: まちがいはありません。(small 1.0.0、4問)\n"),
        ),
        (
            "en",
            format!("{SMALL}: no mistakes. (small 1.0.0, 4 questions)\n"),
        ),
    ] {
        assert_eq!(
            Desk::new(language).done(&["criteria", "check", SMALL]),
            said
        );
    }
    let builtin = "criteria/tics-2024-additions.json";
    Desk::new("ja").done(&["criteria", "check", builtin]);
}

#[test]
fn a_file_that_is_no_pack_at_all_is_told_in_two_sentences() {
    let large = "x".repeat(1_000_001);
    let desk = Desk::new("en")
        .with("broken.json", "{\n  \"format\": 1,\n}")
        .with("sjis.json", b"\x82\xA0")
        .with("large.json", large);
    for (name, said) in [
        (
            "broken.json",
            "This cannot be read as JSON from line 3, character 1 on: ",
        ),
        (
            "sjis.json",
            "It is written in Shift_JIS, or a part of it is damaged. Its characters cannot be read: ",
        ),
        ("large.json", "The file is too large; 1 MB can be read: "),
        ("none.json", "There is no such file: "),
        ("", "This is not a file: "),
    ] {
        let path = desk.data().join(name);
        let path = path.to_str().expect("a plain path");
        let err = desk.refused(1, &["criteria", "check", path]);
        assert!(err.starts_with(&format!("{said}{path}\n")), "{err}");
        assert_eq!(err.lines().count(), 2, "{err}");
    }
}

#[test]
fn the_schema_is_printed_as_it_is() {
    let schema = include_str!("../../../criteria/schema.json");
    assert_eq!(Desk::new("ja").done(&["criteria", "schema"]), schema);
}

/// Every kind of fault of a file, a pack or words of the user's own.
fn faults() -> (Vec<PackFault>, Vec<WordsIssue>) {
    let path = || PathBuf::from("a.json");
    let origin = || Origin::Overriding(path());
    let unreadable = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::InvalidInput,
        ErrorKind::TimedOut,
    ];
    let encodings = [
        EncodingFault::DamagedUtf8,
        EncodingFault::DamagedUtf16,
        EncodingFault::Utf32,
        EncodingFault::PerhapsShiftJis,
        EncodingFault::Unknown,
    ];
    let mut files = vec![AssetIssue::TooLarge { path: path() }];
    files.extend(encodings.map(|fault| AssetIssue::Encoding {
        path: path(),
        fault,
    }));
    files.extend(unreadable.map(|kind| AssetIssue::Unreadable {
        path: path(),
        kind,
        number: None,
    }));
    let mut packs = vec![
        PackFault::Missing(PackId::new("a")),
        PackFault::NotJson {
            origin: origin(),
            line: 1,
            column: 2,
        },
        PackFault::Wrong {
            origin: origin(),
            issues: Vec::new(),
        },
    ];
    packs.extend(files.iter().cloned().map(PackFault::Unreadable));
    let (language, file) = ("ja".to_owned(), "a.ftl".to_owned());
    let mut words = vec![
        WordsIssue::Words(CatalogIssue::NotALanguage {
            code: language.clone(),
        }),
        WordsIssue::Words(CatalogIssue::NotAMessage {
            language: language.clone(),
            file: file.clone(),
            excerpt: "@".to_owned(),
        }),
        WordsIssue::Words(CatalogIssue::TooDeep { language, file }),
    ];
    words.extend(files.into_iter().map(WordsIssue::File));
    (packs, words)
}

#[test]
fn every_fault_of_a_file_of_the_user_has_its_words() {
    let (packs, words) = faults();
    for language in ["ja", "en"] {
        let (catalog, _) = PackLibrary::new(None).catalog(language);
        // A message that lacks an argument panics here.
        let of_packs = packs.iter().flat_map(pack_messages);
        let of_packs = of_packs.map(|message| catalog.message(&message));
        let of_words = words.iter().map(words_message);
        let of_words = of_words.map(|message| catalog.message(&message));
        for said in of_packs.chain(of_words) {
            assert_eq!(said.is_ascii(), language == "en", "{said}");
        }
    }
}

/// A file where the folder of the user's packs should be: the list said that the packs of the program cannot be used,
/// which served all the same, and the walk that one of them was to be replaced.
#[test]
fn where_the_folder_of_packs_cannot_be_looked_into_ours_serve_and_that_is_said() {
    let desk = Desk::new("ja").with("criteria", "no folder");
    let listed = desk.tell(&["criteria", "list"]);
    assert_eq!(listed.code, Some(1), "{listed:?}");
    let ours = listed.out.matches("使えます").count();
    assert_eq!(ours, builtin_packs().len(), "{listed:?}");
    assert!(!listed.out.contains("使えません"), "{listed:?}");
    let folder = desk.data().join("criteria").display().to_string();
    assert!(listed.out.contains(&folder), "{listed:?}");
    assert!(listed.err.contains("1件"), "{listed:?}");
    let walk = desk.tell_when_given(&["--plain"], &behind_the_notice(""));
    assert!(walk.out.contains("足した質問集のフォルダ"), "{walk:?}");
    assert!(!walk.out.contains("置きかえるファイル"), "{walk:?}");
}
