//! Where everything lies: one data folder and the names in it.
//! Only says names; looks at nothing and makes nothing.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The data folder. On the machine itself, not in a roaming profile: that would be copied to a server,
/// and the cases say where the firm is weak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self(root)
    }

    /// The folder that was asked for, otherwise the usual one of this system.
    /// `None` if the system knows no home folder.
    #[must_use]
    pub fn find(asked: Option<&Path>) -> Option<Self> {
        match asked {
            // In full, because messages name it.
            Some(asked) => Some(std::path::absolute(asked).unwrap_or_else(|_| asked.to_owned())),
            None => {
                ProjectDirs::from("", "", "mamori").map(|dirs| dirs.data_local_dir().to_owned())
            }
        }
        .map(Self)
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        &self.0
    }

    #[must_use]
    pub fn cases(&self) -> PathBuf {
        self.0.join("cases")
    }

    /// Earlier generations, a folder for each case.
    #[must_use]
    pub fn history(&self) -> PathBuf {
        self.0.join("history")
    }

    /// Damaged files that were moved aside.
    #[must_use]
    pub fn damaged(&self) -> PathBuf {
        self.0.join("damaged")
    }

    /// Cases that were thrown away.
    #[must_use]
    pub fn bin(&self) -> PathBuf {
        self.0.join("bin")
    }

    #[must_use]
    pub fn locks(&self) -> PathBuf {
        self.0.join("locks")
    }

    /// Packs of the user's own.
    #[must_use]
    pub fn criteria(&self) -> PathBuf {
        self.0.join("criteria")
    }

    /// Words of the user's own.
    #[must_use]
    pub fn locales(&self) -> PathBuf {
        self.0.join("locales")
    }

    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.0.join("settings.json")
    }

    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.0.join("reports")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_was_asked_for_is_named_in_full() {
        let folder = Folder::find(Some(Path::new("drive/checks"))).expect("asked for");
        assert!(folder.root().is_absolute());
        assert!(folder.cases().ends_with("drive/checks/cases"));
    }
}
