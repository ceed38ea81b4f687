//! Where everything lies: one data folder and the names in it.
//! Only says names; looks at nothing and makes nothing.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::store::atomic_file::has_portable_name;

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
            // Windows would give the full name of a device, or of another folder.
            Some(asked) if !has_portable_name(asked) => Some(asked.to_owned()),
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

    /// States that were handed over, or came back and were merged.
    #[must_use]
    pub fn handed(&self) -> PathBuf {
        self.0.join("handed")
    }

    /// What an advisor keeps of each firm for themselves.
    #[must_use]
    pub fn desk(&self) -> PathBuf {
        self.0.join("desk")
    }

    /// Damaged files that were moved aside.
    #[must_use]
    pub fn damaged(&self) -> PathBuf {
        self.0.join("damaged")
    }

    /// The folders whose files a seal is for.
    pub(in crate::store) fn sealed(&self) -> [PathBuf; 6] {
        [
            self.cases(),
            self.bin(),
            self.damaged(),
            self.history(),
            self.handed(),
            self.desk(),
        ]
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

    /// Held by every program that works here: alone by one that seals or unseals, by the others together.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.0.join("data.lock")
    }

    /// The key of a sealed folder, under its passphrase.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.0.join("identity.age")
    }

    /// A copy of the key file: without either nothing that is sealed could be read again.
    #[must_use]
    pub fn key_copy(&self) -> PathBuf {
        self.0.join("identity-copy.age")
    }

    /// There from the beginning to the end of taking the seal away.
    #[must_use]
    pub fn unsealing(&self) -> PathBuf {
        self.0.join("unsealing")
    }

    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.0.join("reports")
    }
}

/// Where a report is put unless the user says otherwise: with the user's documents, if the system knows where.
#[must_use]
pub fn documents() -> Option<PathBuf> {
    let user = UserDirs::new()?;
    let known = [user.document_dir(), Some(user.home_dir())];
    let mut known = known.into_iter().flatten();
    known.find(|folder| folder.is_dir()).map(Path::to_owned)
}

/// The user's own folder, if the system knows it.
#[must_use]
pub fn home() -> Option<PathBuf> {
    UserDirs::new().map(|user| user.home_dir().to_owned())
}

/// Where answers could be kept if the usual folder fails, as far as the system knows such folders.
#[must_use]
pub fn other_data_folders() -> Vec<PathBuf> {
    let Some(user) = UserDirs::new() else {
        return Vec::new();
    };
    let known = [
        user.document_dir(),
        user.desktop_dir(),
        Some(user.home_dir()),
    ];
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in known.into_iter().flatten().filter(|folder| folder.is_dir()) {
        let folder = folder.join("mamori");
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

/// Where files that somebody has sent usually lie: downloads, the desktop, and the folder one is in.
#[must_use]
pub fn received_folders() -> Vec<PathBuf> {
    let user = UserDirs::new();
    let known = user.iter().flat_map(|user| {
        // Where no desktop has said otherwise they have these names; one that is not there has no files.
        let usual = |known: Option<&Path>, name| match known {
            Some(known) => known.to_owned(),
            None => user.home_dir().join(name),
        };
        [
            usual(user.download_dir(), "Downloads"),
            usual(user.desktop_dir(), "Desktop"),
        ]
    });
    // Not an error: a folder that was taken away under the program has no files.
    let here = std::path::absolute(".").ok();
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in known.chain(here) {
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

/// Below which folders drives are mounted. On Windows they have letters instead.
#[must_use]
pub fn mounts() -> Vec<PathBuf> {
    let known: &[&str] = if cfg!(windows) {
        &[]
    } else if cfg!(target_os = "macos") {
        &["/Volumes"]
    } else {
        &["/media", "/run/media"]
    };
    known.iter().map(PathBuf::from).collect()
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
