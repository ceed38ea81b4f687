//! What the store keeps and makes: folders, foreign changes, ids, settings.
//! On a real disk, in a folder of its own.

use std::collections::VecDeque;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Mutex;

use mamori::questionnaire::id::CaseId;
use mamori::store::disk::RealDisk;
use mamori::store::format::encode;
use mamori::store::{CaseFault, Cause, Saved, Settings, Store};

use super::{FULL, Take, at_revision, folder_with, full, ids, names, store, with};

const OURS: Saved = Saved {
    replaced_foreign: false,
};
const FOREIGN: Saved = Saved {
    replaced_foreign: true,
};

#[test]
fn looking_at_a_folder_that_is_not_there_makes_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let mut store = store(&home.path().join("mamori"));
    assert_eq!(store.list(), Ok(Vec::new()));
    assert!(store.take(&CaseId::new("k7q2m4xw")).is_err());
    assert_eq!(store.settings().language(), None);
    assert!(names(home.path()).is_empty());
}

#[test]
fn the_first_save_makes_the_folders_and_leaves_only_the_case() {
    let home = tempfile::tempdir().expect("a folder");
    let root = home.path().join("share/mamori");
    assert_eq!(store(&root).save(&full()), Ok(OURS));
    assert_eq!(names(&root), ["cases", "data.lock", "locks"]);
    assert_eq!(names(&root.join("cases")), ["k7q2m4xw.json"]);
}

#[test]
fn a_folder_that_vanished_is_not_made_again() {
    let home = tempfile::tempdir().expect("a folder");
    let root = home.path().join("drive");
    let mut store = store(&root);
    store.save(&full()).expect("saved");
    fs::rename(&root, home.path().join("pulled out")).expect("renamed");
    let error = store.save(&at_revision(42)).expect_err("gone");
    assert_eq!(error.cause(), &Cause::Gone);
    assert_eq!(store.list().expect_err("gone").cause(), &Cause::Gone);
    assert!(!root.exists());
    fs::rename(home.path().join("pulled out"), &root).expect("renamed");
    assert_eq!(store.save(&at_revision(42)), Ok(OURS));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told_and_left() {
    let home = tempfile::tempdir().expect("a folder");
    let root = home.path().join("mamori");
    fs::write(&root, "mine").expect("a file");
    let error = store(&root).save(&full()).expect_err("no folder");
    assert_eq!(error.cause(), &Cause::NotAFolder);
    let error = store(&root).list().expect_err("no folder");
    assert_eq!(error.cause(), &Cause::NotAFolder);
    assert_eq!(fs::read(&root).expect("still there"), b"mine");
}

#[test]
fn a_foreign_change_is_kept_and_told_once() {
    let folder = folder_with(&[]);
    let mut store = store(folder.path());
    let file = folder.path().join("cases/k7q2m4xw.json");
    assert_eq!(store.save(&at_revision(42)), Ok(OURS));
    assert_eq!(store.save(&at_revision(43)), Ok(OURS));
    for (place, foreign) in [
        ("damaged/k7q2m4xw.json", "{\"not\":\"a case\""),
        ("history/k7q2m4xw/0000000044-001-other.json", FULL),
    ] {
        fs::write(&file, foreign).expect("written");
        assert_eq!(store.save(&at_revision(44)), Ok(FOREIGN));
        assert_eq!(store.save(&at_revision(44)), Ok(OURS));
        let kept = fs::read_to_string(folder.path().join(place)).expect("kept");
        assert_eq!(kept, foreign);
        assert_eq!(store.take(&full().id), Ok(at_revision(44)));
    }
    assert_eq!(names(&folder.path().join("history/k7q2m4xw")).len(), 1);
}

#[test]
fn a_check_that_notepad_saved_as_utf_16_opens_and_is_kept_as_it_was_when_it_is_saved_again() {
    let utf_16: Vec<u8> = format!("\u{feff}{FULL}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let folder = folder_with(&[("k7q2m4xw.json", &utf_16)]);
    let mut store = store(folder.path());
    assert_eq!(store.take(&full().id), Ok(full()));
    assert_eq!(store.save(&at_revision(42)), Ok(OURS));
    let now = fs::read_to_string(folder.path().join("cases/k7q2m4xw.json")).expect("UTF-8");
    assert_eq!(Some(now.into_bytes()), encode(&at_revision(42)));
    let history = folder.path().join("history/k7q2m4xw");
    let [name] = &names(&history)[..] else {
        panic!("one earlier version");
    };
    assert_eq!(fs::read(history.join(name)).expect("kept"), utf_16);
    let back = store.restore(&full().id, None, super::now());
    assert_eq!(back.expect("restored").what.case.title, full().title);
}

#[test]
fn a_change_that_only_the_list_has_seen_is_still_foreign() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut store = store(folder.path());
    store.take(&full().id).expect("opened");
    let theirs = with("/revision", 99.into());
    fs::write(folder.path().join("cases/k7q2m4xw.json"), theirs).expect("written");
    store.list().expect("listed");
    assert_eq!(store.save(&at_revision(42)), Ok(FOREIGN));
}

#[test]
fn a_case_that_was_not_opened_does_not_replace_a_file_unseen() {
    let folder = folder_with(&[("k7q2m4xw.json", b"something")]);
    assert_eq!(store(folder.path()).save(&full()), Ok(FOREIGN));
    assert_eq!(names(&folder.path().join("damaged")), ["k7q2m4xw.json"]);
}

#[test]
fn a_deleted_file_is_written_again() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut store = store(folder.path());
    let case = store.take(&full().id).expect("opened");
    fs::remove_file(folder.path().join("cases/k7q2m4xw.json")).expect("deleted");
    assert_eq!(store.save(&case), Ok(OURS));
    assert_eq!(store.take(&full().id), Ok(case));
}

#[test]
fn a_copy_is_shown_as_a_copy_and_stays_as_it_is() {
    let copies = ["aaaa2345.json", "k7q2m4xw - コピー.json"];
    let bytes = FULL.as_bytes();
    let folder = folder_with(&[
        (copies[0], bytes),
        ("k7q2m4xw.json", bytes),
        (copies[1], bytes),
    ]);
    let mut store = store(folder.path());
    let listed = store.list().expect("listed");
    assert_eq!(ids(&listed), ["aaaa2345", "k7q2m4xw", "k7q2m4xw - コピー"]);
    let copy = Err(CaseFault::WrongId(Box::new(full())));
    assert_eq!(listed[0].state, copy);
    assert_eq!(listed[1].state, Ok(full()));
    assert_eq!(listed[2].state, copy);
    assert_eq!(store.take(&listed[2].id), copy);
    store.take(&full().id).expect("opened");
    assert_eq!(store.save(&at_revision(42)), Ok(OURS));
    for name in copies {
        assert_eq!(
            fs::read(folder.path().join("cases").join(name)).expect("there"),
            bytes
        );
    }
}

#[test]
fn the_list_has_the_last_changed_first_and_what_has_no_date_last() {
    let case = |id: &str, updated: &str| {
        with("/id", id.into()).replace("2026-11-24T09:05:30+09:00", updated)
    };
    let early = case("bbbb2222", "2026-11-24T00:05:29Z");
    let same = [
        case("dddd2222", "2026-11-25T09:00:00+09:00"),
        case("cccc2222", "2026-11-25T00:00:00Z"),
    ];
    let folder = folder_with(&[
        ("zzzz2222.json", b"{"),
        ("aaaa2222.json", b""),
        ("bbbb2222.json", early.as_bytes()),
        ("k7q2m4xw.json", FULL.as_bytes()),
        ("dddd2222.json", same[0].as_bytes()),
        ("cccc2222.json", same[1].as_bytes()),
        (".k7q2m4xw.tmp", FULL.as_bytes()),
        (".hidden.json", FULL.as_bytes()),
        ("notes.txt", b"mine"),
    ]);
    let listed = store(folder.path()).list().expect("listed");
    let order = [
        "cccc2222", "dddd2222", "k7q2m4xw", "bbbb2222", "aaaa2222", "zzzz2222",
    ];
    assert_eq!(ids(&listed), order);
}

#[test]
fn an_id_never_leads_out_of_the_folder() {
    let folder = folder_with(&[]);
    fs::write(
        folder.path().join("outside.json"),
        with("/id", "outside".into()),
    )
    .expect("a file");
    let mut store = store(folder.path());
    let absolute = folder.path().join("outside").display().to_string();
    for id in [
        "../outside",
        "",
        ".",
        "a/../../outside",
        "..\\outside",
        &absolute,
    ] {
        let refused = Err(CaseFault::Unreadable(ErrorKind::InvalidInput.into()));
        assert_eq!(store.take(&CaseId::new(id)), refused, "{id}");
        let mut case = full();
        case.id = CaseId::new(id);
        assert!(store.save(&case).is_err(), "{id}");
    }
    assert_eq!(names(folder.path()), ["cases", "outside.json"]);
    assert!(names(&folder.path().join("cases")).is_empty());
}

/// Chance that is told beforehand: a number for each attempt.
struct Chance(Mutex<VecDeque<u64>>);
struct Told(u64);

impl BuildHasher for Chance {
    type Hasher = Told;
    fn build_hasher(&self) -> Told {
        Told(
            self.0
                .lock()
                .expect("alone")
                .pop_front()
                .expect("more chance"),
        )
    }
}

impl Hasher for Told {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
}

#[test]
fn a_new_id_is_never_one_that_exists() {
    let folder = folder_with(&[("aaaaaaaa.json", b""), ("baaaaaaa.json.age", b"")]);
    fs::create_dir_all(folder.path().join("history/caaaaaaa")).expect("a folder");
    let chance = Chance(Mutex::new([0, 1, 2, 3].into()));
    let id = store(folder.path()).new_id(&chance);
    assert_eq!(id.as_str(), "daaaaaaa");
}

#[test]
fn new_ids_are_eight_characters_by_chance() {
    let folder = folder_with(&[]);
    let store = store(folder.path());
    let mut ids: Vec<CaseId> = (0..100)
        .map(|_| store.new_id(&RandomState::new()))
        .collect();
    for id in &ids {
        let text = id.as_str();
        assert_eq!(text.len(), 8);
        assert!(
            text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7')),
            "{text}"
        );
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 100);
}

fn settings_file(folder: &Path, text: &str) -> Store {
    fs::write(folder.join("settings.json"), text).expect("written");
    store(folder)
}

#[test]
fn names_stand_in_the_names_of_files_until_somebody_leaves_them_out() {
    let home = tempfile::tempdir().expect("a folder");
    let mut store = store(home.path());
    let mut settings = store.settings();
    assert!(settings.has_names_in_files());
    settings.set_names_in_files(false);
    store.save_settings(&settings).expect("saved");
    assert!(!store.settings().has_names_in_files());
    let text = fs::read_to_string(home.path().join("settings.json")).expect("there");
    assert!(text.contains("\"names_in_files\": false"), "{text}");
}

#[test]
fn firms_are_listed_only_where_somebody_said_so() {
    let home = tempfile::tempdir().expect("a folder");
    assert!(!store(home.path()).settings().lists_firms());
    for nonsense in ["1", "\"true\"", "null"] {
        let text = format!("{{\"format\": 1, \"firms\": {nonsense}}}");
        assert!(!settings_file(home.path(), &text).settings().lists_firms());
    }
    let mut store = settings_file(home.path(), "{\"format\": 1}");
    let mut settings = store.settings();
    settings.set_firms(true);
    store.save_settings(&settings).expect("saved");
    assert!(store.settings().lists_firms());
}

#[test]
fn where_it_cannot_be_read_whether_others_are_hidden_nobody_is_shown_to_a_client() {
    let spoilt = |text: &str| {
        let home = tempfile::tempdir().expect("a folder");
        settings_file(home.path(), text).settings().hides_others()
    };
    for text in [
        "{\"format\": 1, \"firms\": true, \"hide_others\": tr",
        "{\"format\": 1, \"hide_others\": true}}",
        "\u{0}\"hide_others\"",
    ] {
        assert!(spoilt(text), "{text:?}");
    }
    // Of an owner nothing is hidden, whatever became of the file.
    for text in ["", "{", "{\"format\": 1, \"language\": \"ja\"", "\u{0}"] {
        assert!(!spoilt(text), "{text:?}");
    }
    // A file that cannot be read at all: with notes on firms it is an advisor's.
    for is_an_advisors in [false, true] {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir(home.path().join("settings.json")).expect("a folder");
        if is_an_advisors {
            fs::create_dir(home.path().join("desk")).expect("a folder");
        }
        assert_eq!(store(home.path()).settings().hides_others(), is_an_advisors);
    }
}

/// An advisor who keeps no notes has nothing but the settings that say so.
#[test]
fn what_was_hidden_stays_hidden_whatever_becomes_of_the_file_that_says_so() {
    type Spoil = fn(&Path);
    let spoils: [(&str, Spoil); 6] = [
        ("emptied", |file| fs::write(file, "").expect("a file")),
        ("cut off", |file| fs::write(file, "{\"fo").expect("a file")),
        ("zeros", |file| fs::write(file, [0; 60]).expect("a file")),
        ("no settings", |file| {
            fs::write(file, "[1]").expect("a file");
        }),
        ("a folder", |file| {
            fs::remove_file(file).expect("a file");
            fs::create_dir(file).expect("a folder");
        }),
        ("too large", |file| {
            fs::write(file, "x".repeat(2_000_000)).expect("a file");
        }),
    ];
    for (what, spoil) in spoils {
        for are_hidden in [false, true] {
            let home = tempfile::tempdir().expect("a folder");
            let root = home.path().join("mamori");
            let mut store = Store::new(root.clone(), Box::new(RealDisk));
            let mut settings = store.settings();
            settings.set_language(Some("ja"));
            settings.set_hide_others(are_hidden);
            store.save_settings(&settings).expect("saved");
            spoil(&root.join("settings.json"));
            assert_eq!(store.settings().hides_others(), are_hidden, "{what}");
        }
    }
}

/// It leads nowhere now: a stick or a share that is away.
#[cfg(unix)]
#[test]
fn settings_that_are_a_link_to_nothing_show_nobody_that_was_hidden() {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("desk")).expect("a folder");
    let away = home.path().join("away.json");
    std::os::unix::fs::symlink(away, home.path().join("settings.json")).expect("a link");
    assert!(store(home.path()).settings().hides_others());
}

#[test]
fn settings_are_kept_with_what_a_newer_version_put_there() {
    let home = tempfile::tempdir().expect("a folder");
    let root = home.path().join("mamori");
    let mut store = Store::new(root.clone(), Box::new(RealDisk));
    let mut settings = store.settings();
    settings.set_language(Some("en"));
    store.save_settings(&settings).expect("saved");
    assert_eq!(store.settings().language(), Some("en"));
    assert_eq!(names(&root), ["settings.json"]);

    let mut store = settings_file(&root, r#"{"format":2,"language":"ja","x":[1],"y":2}"#);
    let mut settings = store.settings();
    assert_eq!(settings.language(), Some("ja"));
    settings.set_language(None);
    store.save_settings(&settings).expect("saved");
    let text = fs::read_to_string(root.join("settings.json")).expect("there");
    assert_eq!(
        text,
        "{\n  \"format\": 2,\n  \"x\": [\n    1\n  ],\n  \"y\": 2\n}\n"
    );
}

#[test]
fn damaged_settings_are_as_good_as_none() {
    let home = tempfile::tempdir().expect("a folder");
    for text in [
        "",
        "{",
        "[]",
        "{}",
        "null",
        "\u{0}\u{0}",
        r#"{"format":1,"language":5}"#,
    ] {
        let store = settings_file(home.path(), text);
        assert_eq!(store.settings().language(), None, "{text}");
    }
    assert_eq!(
        settings_file(home.path(), "{}").settings(),
        Settings::default()
    );
}
