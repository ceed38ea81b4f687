//! Drives that come and go, and what was copied from one that can only be read.

use std::fs;
use std::path::Path;

use mamori::store::Store;
use mamori::store::disk::RealDisk;

use super::fault_points::{id, today};
use super::lasting_faults::LastingFault;
use super::sealing::light;
use super::{FULL, Take, at_revision, folder_with, store};

#[test]
fn where_drives_have_letters_what_is_on_a_stick_is_found_and_an_empty_reader_is_no_fault() {
    let home = tempfile::tempdir().expect("a folder");
    let [data, reader, stick] = ["data", "reader", "stick"].map(|name| home.path().join(name));
    fs::create_dir(&stick).expect("a stick");
    fs::write(stick.join("c.mamori"), FULL).expect("a file");
    fs::create_dir(stick.join("below")).expect("a folder");
    fs::write(stick.join("below/d.mamori"), FULL).expect("a file");
    let mut disk = LastingFault::new(RealDisk);
    disk.drives = vec![reader, stick.clone()];
    let store = Store::new(data, Box::new(disk));
    let finds = store.received(&[], &[], true);
    let found: Vec<&Path> = finds.files.iter().map(|file| file.path.as_path()).collect();
    assert_eq!(found, [stick.join("c.mamori")]);
    assert_eq!((finds.unread, finds.left_out), (Vec::new(), 0));
    // Elsewhere they are mounted, and no letter is asked for.
    assert!(store.received(&[], &[], false).files.is_empty());
}

/// As a copy from a CD is on Windows, and one without its rights elsewhere.
fn mark_as_read_only(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            mark_as_read_only(&path);
        } else {
            let mut permissions = fs::metadata(&path).expect("a file").permissions();
            permissions.set_readonly(true);
            fs::set_permissions(&path, permissions).expect("marked");
        }
    }
}

#[test]
fn checks_that_were_copied_from_a_cd_are_gone_on_with() {
    let folder = folder_with(&[("k7q2m4xw.json", FULL.as_bytes())]);
    let root = folder.path();
    for revision in [42, 43] {
        let mut store = store(root);
        store.take(&id()).expect("a check");
        store.save(&at_revision(revision)).expect("saved");
    }
    mark_as_read_only(root);
    let mut store = light(store(root));
    store.take(&id()).expect("a check");
    store.save(&at_revision(44)).expect("saved");
    mark_as_read_only(root);
    let thrown = store.throw_away(&id(), today());
    assert!(thrown.expect("in the bin").is_sure());
    mark_as_read_only(root);
    store.put_seal("x").expect("sealed");
    mark_as_read_only(root);
    store.remove_seal().expect("open");
    store.empty_bin(None).expect("emptied");
    assert_eq!(store.list(), Ok(Vec::new()));
}
