//! The store as a whole: what is saved is read back, and no failure loses what was saved.
//! Nothing here touches a real data folder.

mod corpus;
mod desk;
mod failing_steps;
mod fault_points;
mod faults;
mod generations;
mod half_sealed;
mod handed;
mod holds;
mod hostile;
mod keeping;
mod lasting_faults;
pub(crate) mod memory;
mod modes;
mod random;
mod reading;
pub(crate) mod roundtrip;
mod sealing;
mod sticks;
mod tidying;
mod words;

use std::fs;
use std::path::Path;

use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::Moment;
use mamori::store::disk::RealDisk;
use mamori::store::{CaseEntry, CaseFault, Store};
use serde_json::Value;

const FULL: &str = include_str!("../fixtures/cases/k7q2m4xw.json");

/// The case of the fixture.
pub(crate) fn full() -> Case {
    serde_json::from_str(FULL).expect("the fixture is a case")
}

/// The case of the fixture after some more changes.
fn at_revision(revision: u64) -> Case {
    Case {
        revision,
        title: format!("本社工場 {revision}"),
        ..full()
    }
}

/// The fixture with one member changed or added.
fn with(pointer: &str, value: Value) -> String {
    let mut whole: Value = serde_json::from_str(FULL).expect("JSON");
    match whole.pointer_mut(pointer) {
        Some(member) => *member = value,
        None => whole[&pointer[1..]] = value,
    }
    whole.to_string()
}

/// A case opened to go on with it, at a moment that does not matter.
trait Take {
    fn take(&mut self, id: &CaseId) -> Result<Case, CaseFault>;
}

impl Take for Store {
    fn take(&mut self, id: &CaseId) -> Result<Case, CaseFault> {
        self.open(id, now()).map(|(case, _)| case)
    }
}

fn now() -> Moment {
    Moment::parse("2026-11-25T09:00:00+09:00").expect("a moment")
}

fn store(folder: &Path) -> Store {
    Store::new(folder.to_owned(), Box::new(RealDisk))
}

/// A data folder with these case files in it.
fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("cases")).expect("a folder for cases");
    for (name, bytes) in files {
        fs::write(folder.path().join("cases").join(name), bytes).expect("a file");
    }
    folder
}

fn ids(listed: &[CaseEntry]) -> Vec<&str> {
    listed.iter().map(|item| item.id.as_str()).collect()
}

/// When one of these was changed last.
fn last_change(listed: &[CaseEntry]) -> Option<Moment> {
    listed.iter().filter_map(CaseEntry::updated).max()
}

/// Every name in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
