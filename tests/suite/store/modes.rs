//! Nobody but the user can look into what is saved, whatever the umask says.
//! Unix only; the umask is the process's, so each one gets a process of its own.
#![cfg(unix)]

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{FULL, at_revision, store};

const FOLDER: &str = "MAMORI_TEST_FOLDER";

#[test]
#[ignore = "run by the test below, under several umasks"]
fn save_under_the_umask_of_this_process() {
    let root = PathBuf::from(env::var_os(FOLDER).expect("run by the test below"));
    let mut store = store(&root);
    store.save(&at_revision(1)).expect("saved");
    fs::write(root.join("cases/k7q2m4xw.json"), FULL).expect("a foreign change");
    store.save(&at_revision(2)).expect("saved");
    store.save_settings(&store.settings()).expect("saved");
}

#[test]
fn files_are_0600_and_folders_0700_under_any_umask() {
    for umask in ["000", "022", "077", "277", "777"] {
        let home = tempfile::tempdir().expect("a folder");
        let root = home.path().join("share/mamori");
        let output = Command::new("sh")
            .args(["-c", "umask \"$0\" && exec \"$@\"", umask])
            .arg(env::current_exe().expect("this program"))
            .args([
                "--exact",
                "store::modes::save_under_the_umask_of_this_process",
            ])
            .args(["--ignored", "--quiet"])
            .env(FOLDER, &root)
            .output()
            .expect("a shell");
        assert!(output.status.success(), "umask {umask}: {output:?}");
        let mut count = 0;
        check(&home.path().join("share"), umask, &mut count);
        assert_eq!(count, 12, "6 folders and 6 files");
    }
}

fn check(path: &Path, umask: &str, count: &mut usize) {
    let metadata = fs::metadata(path).expect("there");
    let mode = metadata.permissions().mode() & 0o777;
    let expected = if metadata.is_dir() { 0o700 } else { 0o600 };
    assert_eq!(mode, expected, "umask {umask}: {mode:o} {}", path.display());
    *count += 1;
    if metadata.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            check(&entry.expect("an entry").path(), umask, count);
        }
    }
}
