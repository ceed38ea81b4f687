//! The papers of the packs: ours, and the user's in their place, each checked against the packs that it is for.

use std::sync::Arc;

use crate::assets::{self, Origin};
use crate::pack_library::{PackFault, PackLibrary, raw_of};
use crate::questionnaire::case::Case;
use crate::questionnaire::check::check_papers;
use crate::questionnaire::id::{PackId, PaperId};
use crate::questionnaire::moment::Day;
use crate::questionnaire::pack::{Form, Pack, Source};
use crate::questionnaire::paper::{Paper, PaperFormat, Papers};
use crate::questionnaire::sheet::{Filling, sheets};
use crate::report::paper::bytes;
use crate::text::catalog::Catalog;

impl PackLibrary {
    /// All papers, in the order of their packs. A file of the user that cannot be used stops nothing: ours serve where
    /// there are some, and `papers_not_used` names it.
    pub fn papers(&mut self) -> Vec<Papers> {
        let installed = self.every_installed();
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

    /// The papers of these ids as the bytes of one file, with the number of their pages: filled in from a case, or empty.
    /// An id that no paper has is passed over.
    pub fn paper_bytes(
        &mut self,
        ids: &[PaperId],
        case: Option<&Case>,
        today: Day,
        catalog: &Catalog,
        format: PaperFormat,
    ) -> (Vec<u8>, usize) {
        let papers = self.papers();
        let case = case.map(|case| {
            let mut case = case.clone();
            // As its next save would, so that a tag which is printed today keeps its number.
            case.number_information();
            case
        });
        let every = || {
            papers
                .iter()
                .flat_map(|file| file.papers.iter().map(move |paper| (file, paper)))
        };
        let wanted = ids
            .iter()
            .filter_map(|id| every().find(|(_, paper)| paper.id == *id));
        let wanted: Vec<(&Papers, &Paper)> = wanted.collect();
        // Not an error: a form of a pack that cannot be used is shown by its id.
        let packs: Vec<_> = wanted
            .iter()
            .map(|(file, _)| self.pack(&file.pack).ok())
            .collect();
        let mut all = Vec::new();
        for ((file, paper), pack) in wanted.iter().zip(&packs) {
            let forms: &[Form] = pack.as_ref().map_or(&[], |pack| &pack.forms);
            let filling = case.as_ref().map(|case| Filling { case, forms, today });
            all.extend(sheets(file, paper, filling));
        }
        (bytes(&all, catalog, format), all.len())
    }

    /// Files of papers that could not be used when `papers` was asked last, by their pack.
    #[must_use]
    pub fn papers_not_used(&self) -> Vec<PackId> {
        let faults = self.paper_faults.iter();
        faults.map(|(id, _)| id.clone()).collect()
    }

    /// Those of one pack; none where it has none.
    fn papers_of(&mut self, id: &PackId) -> Result<Option<Papers>, PackFault> {
        let has_ours = assets::has_builtin_papers(id.as_str());
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
        let installed = self.every_installed();
        let installed = installed.iter().map(|pack| PackId::new(&pack.id));
        // Not an error: a paper that names one of the others is told to name none.
        installed.filter_map(|id| self.pack(&id).ok()).collect()
    }
}
