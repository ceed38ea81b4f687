//! Where the report of a panic goes. A panic must find everything ready: the place is chosen at the start, and
//! writing it asks for no words and gives no reasons. Knows nothing of what a report says.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::disk::{Disk, RealDisk};
use crate::store::folder::Folder;

/// Reports that are kept; a program that fails this often needs no more of them.
const MOST: u32 = 99;

/// A file that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanicFile(PathBuf);

impl PanicFile {
    /// The next free `panic-<number>.txt`. When all are used, the last, which then is not written. Makes nothing.
    #[must_use]
    pub fn choose(folder: &Folder) -> Self {
        let named = |number| folder.reports().join(format!("panic-{number}.txt"));
        // Not an error: a name that cannot be asked about is not taken.
        let is_free = |path: &PathBuf| !RealDisk.exists(path).unwrap_or(true);
        Self(
            (1..=MOST)
                .map(named)
                .find(is_free)
                .unwrap_or_else(|| named(MOST)),
        )
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether the report is on the disk. Only the user can read it, and nothing that is there is written over.
    #[must_use]
    pub fn write(&self, text: &str) -> bool {
        // Where the data folder itself is missing, its drive may be gone: nothing is made in its place.
        if let Some(reports) = self.0.parent()
            && let Err(error) = RealDisk.create_folder(reports)
            && error.kind() != ErrorKind::AlreadyExists
        {
            return false;
        }
        // Not an error: it is said that there is no report.
        RealDisk.write_new(&self.0, text.as_bytes()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_report_has_a_file_of_its_own_and_the_first_is_kept() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = Folder::new(home.path().to_owned());
        let first = PanicFile::choose(&folder);
        assert!(first.path().ends_with("reports/panic-1.txt"));
        assert!(first.write("one"));
        assert!(!first.write("two"));
        let second = PanicFile::choose(&folder);
        assert!(second.path().ends_with("reports/panic-2.txt"));
        let kept = RealDisk.read(first.path(), 10).expect("the report");
        assert_eq!(kept, b"one");
    }

    #[test]
    fn a_data_folder_that_is_gone_is_not_made_again() {
        let home = tempfile::tempdir().expect("a folder");
        let gone = home.path().join("drive");
        assert!(!PanicFile::choose(&Folder::new(gone.clone())).write("one"));
        assert!(!RealDisk.exists(&gone).expect("a look"));
    }
}
