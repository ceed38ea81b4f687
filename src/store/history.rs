//! Generations: what a case file held before, kept in `history/<id>/`.
//! A generation is never overwritten. Their order is that of the revisions; no clock is asked.

use std::io;
use std::path::PathBuf;

use crate::questionnaire::id::CaseId;
use crate::store::Store;
use crate::store::whole;

impl Store {
    /// Keeps `bytes` as they are, as something that was there when our case stood at `revision`.
    pub(super) fn keep_generation(
        &self,
        id: &CaseId,
        revision: u64,
        bytes: &[u8],
    ) -> io::Result<()> {
        let folder = self.folder.history().join(id.as_str());
        whole::create_folders(&*self.disk, &folder)?;
        let path = self.free_generation(id, revision)?;
        whole::replace(&*self.disk, &path, bytes)
    }

    /// A name that sorts by revision and is not taken.
    fn free_generation(&self, id: &CaseId, revision: u64) -> io::Result<PathBuf> {
        let folder = self.folder.history().join(id.as_str());
        let mut count = 1;
        loop {
            let path = folder.join(format!("{revision:010}-{count:03}.json"));
            if !self.disk.exists(&path)? {
                return Ok(path);
            }
            count += 1;
        }
    }
}
