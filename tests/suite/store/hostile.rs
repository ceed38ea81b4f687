//! Files that nobody writes by accident, in the place of a case: read by nobody, written through by nobody, and all
//! of them still there afterwards.

use std::fs::{self, File};
#[cfg(unix)]
use std::path::Path;

use mamori::questionnaire::id::CaseId;
use mamori::store::CaseFault;
#[cfg(unix)]
use mamori::store::Cause;
use mamori::store::format::decode;

#[cfg(unix)]
use super::at_revision;
use super::fault_points::{id, today};
use super::sealing::light;
use super::{FULL, Take, folder_with, full, names, now, store};

const CASE: &str = "cases/k7q2m4xw.json";

#[test]
fn two_hundred_megabytes_are_told_and_moved_out_of_the_way_whole() {
    let folder = folder_with(&[]);
    let path = folder.path().join(CASE);
    let file = File::create(&path).expect("a file");
    file.set_len(200_000_000).expect("a hole");
    let mut store = store(folder.path());
    assert_eq!(
        store.list().expect("listed")[0].state,
        Err(CaseFault::TooLarge)
    );
    assert_eq!(store.take(&id()), Err(CaseFault::TooLarge));
    assert!(store.save(&full()).expect("saved").replaced_foreign);
    assert_eq!(store.take(&id()), Ok(full()));
    let aside = folder.path().join("damaged/k7q2m4xw.json");
    assert_eq!(fs::metadata(aside).expect("there").len(), 200_000_000);
}

#[test]
fn a_million_levels_are_damage_and_no_crash() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = open.repeat(1_000_000);
        let closed = format!("{deep}1{}", close.repeat(1_000_000));
        let inside = FULL.replacen('{', &format!("{{\"deep\": {closed},"), 1);
        for text in [&deep, &closed, &inside] {
            let found = decode(text.as_bytes());
            assert!(
                matches!(found, Err(CaseFault::NotJson { line: 1, .. })),
                "{found:?}"
            );
        }
        let folder = folder_with(&[("k7q2m4xw.json", inside.as_bytes())]);
        let found = store(folder.path()).take(&id());
        assert!(matches!(found, Err(CaseFault::NotJson { .. })), "{found:?}");
    }
}

#[test]
fn a_case_cut_at_any_byte_or_with_any_byte_gone_is_never_a_smaller_case() {
    let whole = FULL.trim_end().as_bytes();
    for end in 0..whole.len() {
        assert!(decode(&whole[..end]).is_err(), "cut at {end}");
        assert!(decode(&whole[end + 1..]).is_err(), "begins at {end}");
        // As a disk leaves it that lost the end of a file and not its length.
        let mut zeros = whole.to_vec();
        zeros[end..].fill(0);
        assert!(decode(&zeros).is_err(), "zeros from {end}");
    }
}

#[test]
fn a_sealed_case_cut_or_changed_at_any_byte_never_opens_as_another() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let mut store = light(store(folder.path()));
    store.put_seal("x").expect("sealed");
    let path = folder.path().join("cases/k7q2m4xw.json.age");
    let whole = fs::read(&path).expect("there");
    for at in (0..whole.len())
        .step_by(7)
        .chain(whole.len() - 20..whole.len())
    {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        for bytes in [&whole[..at], &changed] {
            fs::write(&path, bytes).expect("written");
            let found = store.look(&id());
            assert!(
                matches!(
                    found,
                    Err(CaseFault::SealBroken | CaseFault::OtherKey | CaseFault::CutOff)
                ),
                "at {at}: {found:?}"
            );
        }
    }
}

#[test]
fn a_name_that_leads_out_of_the_folder_or_says_nothing_reaches_nothing() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    fs::write(folder.path().join("outside.json"), FULL).expect("a file");
    let mut store = store(folder.path());
    for name in [
        "",
        ".",
        "..",
        "../outside",
        "a/b",
        "..\\outside",
        "c:x",
        "a\0b",
        ".k7q2m4xw",
        // On Windows a device, and another name than it says.
        "con",
        "AUX.k7q2m4xw",
        "k7q2m4xw.",
        "k7q2m4xw ",
    ] {
        let bad = CaseId::new(name);
        assert!(store.take(&bad).is_err(), "{name}");
        assert!(store.throw_away(&bad, today()).is_err(), "{name}");
        assert!(store.put_aside(&bad).is_err(), "{name}");
        assert!(store.restore(&bad, None, now()).is_err(), "{name}");
        assert!(store.change(&bad, now(), |_| ()).is_err(), "{name}");
        assert!(
            store.adopt(&bad, &CaseId::new("aaaa2345"), now()).is_err(),
            "{name}"
        );
        assert!(store.adopt(&id(), &bad, now()).is_err(), "{name}");
        assert!(store.put_back(name).is_err(), "{name}");
        assert!(
            store.put_back(&format!("{name}~2026-11-25")).is_err(),
            "{name}"
        );
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("outside.json")).expect("there"),
        FULL
    );
    assert_eq!(store.list().expect("listed").len(), 1);
    assert_eq!(store.take(&id()), Ok(full()));
}

#[test]
fn a_folder_in_the_place_of_a_case_is_moved_aside_with_what_is_in_it() {
    let folder = folder_with(&[]);
    fs::create_dir(folder.path().join(CASE)).expect("a folder");
    fs::write(folder.path().join(CASE).join("theirs"), "x").expect("a file");
    let mut store = store(folder.path());
    assert_eq!(store.take(&id()), Err(CaseFault::NotAFile));
    assert!(store.save(&full()).expect("saved").replaced_foreign);
    assert_eq!(
        names(&folder.path().join("damaged/k7q2m4xw.json")),
        ["theirs"]
    );
    assert_eq!(store.take(&id()), Ok(full()));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn a_pipe_in_the_place_of_a_case_is_neither_waited_for_nor_written_to() {
        let folder = folder_with(&[]);
        let pipe = folder.path().join(CASE);
        let made = Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo").success());
        let mut store = store(folder.path());
        assert_eq!(
            store.list().expect("listed")[0].state,
            Err(CaseFault::NotAFile)
        );
        assert!(store.save(&full()).expect("saved").replaced_foreign);
        assert_eq!(names(&folder.path().join("damaged")), ["k7q2m4xw.json"]);
        assert_eq!(store.take(&id()), Ok(full()));
    }

    #[test]
    fn a_link_in_the_place_of_a_case_is_neither_read_nor_written_through() {
        let theirs = serde_json::to_vec(&at_revision(99)).expect("JSON");
        let elsewhere = tempfile::tempdir().expect("a folder");
        let target = elsewhere.path().join("theirs.json");
        fs::write(&target, &theirs).expect("a file");
        for target in [
            target.as_path(),
            Path::new("/dev/zero"),
            Path::new("nowhere"),
            elsewhere.path(),
        ] {
            let folder = folder_with(&[]);
            symlink(target, folder.path().join(CASE)).expect("a link");
            let mut store = store(folder.path());
            assert_eq!(store.list().expect("listed")[0].state, Err(CaseFault::Link));
            assert_eq!(store.take(&id()), Err(CaseFault::Link));
            assert!(
                store.save(&full()).expect("saved").replaced_foreign,
                "{}",
                target.display()
            );
            assert_eq!(store.take(&id()), Ok(full()));
            let aside = folder.path().join("damaged/k7q2m4xw.json");
            assert_eq!(fs::read_link(aside).expect("the link itself"), target);
            assert!(
                !folder.path().join("history").exists(),
                "{}",
                target.display()
            );
        }
        assert_eq!(fs::read(target).expect("there"), theirs);
    }

    #[test]
    fn a_link_in_the_place_of_the_folder_of_the_cases_is_refused() {
        let elsewhere = tempfile::tempdir().expect("a folder");
        let folder = tempfile::tempdir().expect("a folder");
        symlink(elsewhere.path(), folder.path().join("cases")).expect("a link");
        let refused = store(folder.path()).save(&full()).expect_err("a link");
        assert_eq!(refused.cause(), &Cause::Link);
        let refused = light(store(folder.path()))
            .put_seal("x")
            .expect_err("a link");
        assert_eq!(
            refused.cause(),
            &Cause::Link,
            "what lies beyond would stay readable"
        );
        assert_eq!(names(elsewhere.path()), [""; 0]);
    }

    #[test]
    fn a_file_whose_name_is_no_text_and_one_in_a_folder_below_are_sealed_and_unsealed_too() {
        let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
        let cases = folder.path().join("cases");
        let name = OsStr::from_bytes(b"k7q2m4xw - \x83R\x83s\x81[.json");
        fs::write(cases.join(name), FULL).expect("a file");
        let below = folder.path().join("history/k7q2m4xw/old");
        fs::create_dir_all(&below).expect("folders");
        fs::write(below.join("theirs.json"), FULL).expect("a file");
        let stray = folder.path().join("history/stray.json");
        fs::write(&stray, FULL).expect("a file");
        let mut store = light(store(folder.path()));
        assert_eq!(store.put_seal("x").expect("sealed").files, 4);
        for path in [cases.join(name), below.join("theirs.json"), stray.clone()] {
            assert!(!path.exists(), "{} is readable", path.display());
        }
        store.remove_seal().expect("taken away");
        for path in [cases.join(name), below.join("theirs.json"), stray.clone()] {
            assert_eq!(fs::read_to_string(path).expect("there"), FULL);
        }
    }
}
