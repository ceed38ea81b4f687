//! A case as the bytes of a report, with the packs that its walks need.

use std::sync::Arc;

use crate::assets;
use crate::pack_library::{PackFault, PackLibrary};
use crate::questionnaire::anonymous::anonymous;
use crate::questionnaire::case::Case;
use crate::questionnaire::id::PackId;
use crate::questionnaire::pack::Pack;
use crate::questionnaire::plan::FIRST;
use crate::questionnaire::report_format::ReportFormat;
use crate::report::Report;
use crate::report::format::bytes;
use crate::text::catalog::Catalog;

/// A report that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// Questions asked in all its walks.
    pub questions: usize,
    /// What is to be done first, in all its walks.
    pub tasks: usize,
}

impl PackLibrary {
    /// The report of a case; without anything that was typed, if it is to be anonymous.
    pub fn rendered(
        &mut self,
        case: &Case,
        catalog: &Catalog,
        format: ReportFormat,
        is_anonymous: bool,
    ) -> Result<Rendered, PackFault> {
        let packs = self.begun_packs(case)?;
        let stripped = is_anonymous.then(|| anonymous(case));
        let report = match &stripped {
            Some(case) => Report::of_anonymous(case, &packs),
            None => Report::new(case, &packs),
        };
        let results = report.results.iter();
        Ok(Rendered {
            bytes: bytes(&report, catalog, format),
            questions: results.clone().map(|result| result.counts.asked()).sum(),
            tasks: results.map(|result| result.plan().len().min(FIRST)).sum(),
        })
    }

    /// The packs of the walks that the case has begun, in the order in which packs are offered: each one, then those
    /// that follow it.
    pub fn begun_packs(&mut self, case: &Case) -> Result<Vec<Arc<Pack>>, PackFault> {
        let mut begun: Vec<&PackId> = case.walks.keys().collect();
        if !begun.contains(&&case.walk) {
            begun.push(&case.walk);
        }
        let mut packs: Vec<Arc<Pack>> = begun
            .into_iter()
            .map(|id| self.pack(id))
            .collect::<Result<_, _>>()?;
        let (installed, _) = assets::installed_packs(self.data.as_deref());
        packs.sort_by_cached_key(|pack| {
            let mut followed = self.followed(pack);
            followed.insert(0, pack.id.clone());
            let place = |id: &PackId| installed.iter().position(|pack| pack.id == id.as_str());
            followed.iter().rev().map(place).collect::<Vec<_>>()
        });
        Ok(packs)
    }

    /// The packs before this one, the nearest first.
    fn followed(&mut self, pack: &Pack) -> Vec<PackId> {
        let mut found: Vec<PackId> = Vec::new();
        let mut next = pack.follows.clone();
        while let Some(id) = next.filter(|id| !found.contains(id)) {
            // Not an error: only the order of the walks depends on it.
            next = self.pack(&id).ok().and_then(|pack| pack.follows.clone());
            found.push(id);
        }
        found
    }
}
