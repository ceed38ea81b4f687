//! A look over the data folder at the start: closed to others, the bin emptied of what has waited long enough,
//! the clock not behind what is in the files. Says what it found; the words are elsewhere.

use std::path::{Path, PathBuf};

use crate::questionnaire::folder_notice::FolderNotice;
use crate::questionnaire::moment::Moment;
use crate::store::disk::{Kind, Privacy};
use crate::store::folder::Folder;
use crate::store::{Store, atomic_file};

impl Store {
    /// Looks over the folder, if it is there. Nothing that fails here keeps anyone from their answers.
    /// `last` is when one of its cases was changed last.
    pub fn tidy(&mut self, last: Option<Moment>, now: Moment) -> Vec<FolderNotice> {
        // Not an error: whoever looks over the folder has listed its cases before, and was told.
        if !self.disk.exists(&self.folder.cases()).unwrap_or(false) {
            return Vec::new();
        }
        let mut found = self.close_all();
        if self.holds.knows_none {
            found.push(FolderNotice::NoLocks);
        }
        match last {
            // A minute is what two clocks may differ.
            Some(last) if last.is_later_than(now, 60) => {
                found.push(FolderNotice::ClockWentBack(last));
            }
            // With a clock that is wrong no day can be counted.
            _ => match self.empty_bin(Some(now.day())) {
                Ok(emptied) if emptied.gone > 0 => {
                    found.push(FolderNotice::Gone(emptied.gone));
                }
                // Not an error: what is left waits in the bin, where it is seen, for another start.
                Ok(_) | Err(_) => {}
            },
        }
        found
    }

    /// Before the first case comes into a folder that somebody made for it.
    pub(super) fn close_root(&self) {
        let root = self.folder.root();
        if self
            .names_or_none(root)
            // Not an error: what cannot be looked at is not closed.
            .is_ok_and(|names| has_only_ours(&names))
        {
            // Not an error: at the next start it is looked at again, and told.
            let _ = self.disk.close_to_others(root);
        }
    }

    fn close_all(&self) -> Vec<FolderNotice> {
        let mut closed = 0;
        let mut stays_open = false;
        for path in self.all_of_ours() {
            match self.disk.close_to_others(&path) {
                Ok(Privacy::ClosedNow) => closed += 1,
                Ok(Privacy::Open) => stays_open = true,
                // Not an error: nothing was changed; whoever opens the file is told.
                Ok(Privacy::Closed) | Err(_) => {}
            }
        }
        let mut found = Vec::new();
        if closed > 0 {
            found.push(FolderNotice::ClosedNow(closed));
        }
        if stays_open {
            found.push(FolderNotice::StaysOpen);
        }
        found
    }

    /// What may hold the user's words, and the folders around it. The data folder itself only if nothing else is
    /// in it: it could be a folder that the user has for many things.
    fn all_of_ours(&self) -> Vec<PathBuf> {
        let root = self.folder.root();
        // Not an error: what cannot be looked at is closed at another start; the list of cases tells of it.
        let names = self.names_or_none(root).unwrap_or_default();
        let mut found = Vec::new();
        if has_only_ours(&names) {
            found.push(root.to_owned());
        }
        let has_words = |name: &&String| is_ours(name) && *name != "criteria" && *name != "locales";
        let mut unseen: Vec<PathBuf> = names
            .iter()
            .filter(has_words)
            .map(|name| root.join(name))
            .collect();
        while let Some(path) = unseen.pop() {
            // Not an error: what cannot be looked at is taken for a file, and closing it tells.
            if self.disk.kind(&path).is_ok_and(|kind| kind == Kind::Folder) {
                // Not an error: as above.
                let inside = self.names_or_none(&path).unwrap_or_default();
                unseen.extend(inside.iter().map(|name| path.join(name)));
            }
            found.push(path);
        }
        found
    }
}

/// Whether nobody keeps anything else in the data folder; what systems put into every folder does not count.
fn has_only_ours(names: &[String]) -> bool {
    const ANYWHERE: [&str; 3] = [".DS_Store", ".directory", ".localized"];
    names
        .iter()
        .all(|name| is_ours(name) || ANYWHERE.contains(&name.as_str()))
}

/// A name that this program gives in its data folder.
fn is_ours(name: &str) -> bool {
    let folder = Folder::new(PathBuf::new());
    let ours = [
        folder.cases(),
        folder.history(),
        folder.handed(),
        folder.desk(),
        folder.damaged(),
        folder.bin(),
        folder.locks(),
        folder.criteria(),
        folder.locales(),
        folder.settings(),
        folder.reports(),
        folder.lock(),
        folder.key(),
        folder.key_copy(),
        folder.unsealing(),
    ];
    let drafts = [
        folder.settings(),
        folder.key(),
        folder.key_copy(),
        folder.unsealing(),
    ];
    ours.iter().any(|path| path == Path::new(name))
        || drafts
            .iter()
            .any(|path| atomic_file::draft_of(path) == Path::new(name))
}
