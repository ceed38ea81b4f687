//! The papers of the packs: ours, and the user's in their place, each checked against the packs that it is for.

use std::sync::Arc;

use crate::assets::{self, Origin};
use crate::pack_library::{PackFault, PackLibrary, raw_of};
use crate::questionnaire::check::check_papers;
use crate::questionnaire::id::PackId;
use crate::questionnaire::pack::{Pack, Source};
use crate::questionnaire::paper::Papers;

impl PackLibrary {
    /// All papers, in the order of their packs. A file of the user that cannot be used stops nothing: ours serve where
    /// there are some, and `papers_not_used` names it.
    pub fn papers(&mut self) -> Vec<Papers> {
        let (installed, _) = assets::installed_packs(self.data.as_deref());
        self.paper_faults.clear();
        let mut found = Vec::new();
        for installed in installed {
            let id = PackId::new(&installed.id);
            match self.papers_of(&id) {
                Ok(papers) => found.extend(papers),
                Err(fault) => self.paper_faults.push((id, fault)),
            }
        }
        found
    }

    /// Files of papers that could not be used when `papers` was asked last, by their pack.
    #[must_use]
    pub fn papers_not_used(&self) -> Vec<PackId> {
        let faults = self.paper_faults.iter();
        faults.map(|(id, _)| id.clone()).collect()
    }

    /// Those of one pack; none where it has none.
    fn papers_of(&mut self, id: &PackId) -> Result<Option<Papers>, PackFault> {
        let is_ours = |(ours, _): &(&str, &str)| *ours == id.as_str();
        let has_ours = assets::builtin_papers().iter().any(is_ours);
        match self.read_papers(id) {
            Err(fault) if has_ours => {
                self.paper_faults.push((id.clone(), fault));
                PackLibrary::new(None).read_papers(id)
            }
            read => read,
        }
    }

    fn read_papers(&mut self, id: &PackId) -> Result<Option<Papers>, PackFault> {
        let found = assets::papers_file(id.as_str(), self.data.as_deref());
        let Some(found) = found.map_err(PackFault::Unreadable)? else {
            return Ok(None);
        };
        let source = match found.origin {
            Origin::BuiltIn => Source::BuiltIn,
            Origin::Overriding(_) => Source::InPlace,
            Origin::File(_) => Source::Added,
        };
        // Ours are for our packs: what a user's pack calls by other names only finds no paper.
        let papers = if source == Source::BuiltIn {
            PackLibrary::new(None).check_papers(&found.text, found.origin)?
        } else {
            self.check_papers(&found.text, found.origin)?
        };
        if papers.pack != *id {
            return Err(PackFault::Missing(id.clone()));
        }
        Ok(Some(Papers { source, ..papers }))
    }

    /// Checks the text of a file of papers, against the packs that are installed.
    pub fn check_papers(&mut self, text: &str, origin: Origin) -> Result<Papers, PackFault> {
        let raw = raw_of(text, &origin)?;
        let packs = self.usable();
        check_papers(raw, &packs).map_err(|issues| PackFault::Wrong { origin, issues })
    }

    /// Every pack that can be used.
    fn usable(&mut self) -> Vec<Arc<Pack>> {
        let (installed, _) = assets::installed_packs(self.data.as_deref());
        let installed = installed.iter().map(|pack| PackId::new(&pack.id));
        // Not an error: a paper that names one of the others is told to name none.
        installed.filter_map(|id| self.pack(&id).ok()).collect()
    }
}
