//! A case as the bytes of a report, with the packs that its walks need.

use std::borrow::Cow;
use std::sync::Arc;

use crate::pack_library::{PackFault, PackLibrary};
use crate::questionnaire::carry::carry;
use crate::questionnaire::case::Case;
use crate::questionnaire::compare::Comparison;
use crate::questionnaire::id::PackId;
use crate::questionnaire::moment::Day;
use crate::questionnaire::pack::{Pack, Renamed};
use crate::questionnaire::paper::PaperFormat;
use crate::questionnaire::plan::FIRST;
use crate::questionnaire::reader::{Contents, Reader};
use crate::questionnaire::report_format::ReportFormat;
use crate::questionnaire::result::WalkResult;
use crate::report::Report;
use crate::report::compare::Changes;
use crate::report::format::bytes;
use crate::report::homework;
use crate::text::catalog::Catalog;

/// A report that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// Questions asked in all its walks.
    pub questions: usize,
    /// What is to be done first, in all its walks.
    pub tasks: usize,
    /// Items that are said to be in place and stand nowhere in it, because that was said in doubt.
    pub unsure: usize,
    /// The walks that are not in it, because their packs cannot be used, each with the number of its answers.
    pub missing: Vec<(PackId, usize)>,
}

/// The case with its answers under the ids that the packs have today. Copied only where one of them renames anything.
#[must_use]
pub fn carried<'a>(case: &'a Case, packs: &[Arc<Pack>]) -> Cow<'a, Case> {
    let renames = |pack: &&Arc<Pack>| pack.moves.renamed != Renamed::default();
    let mut case = Cow::Borrowed(case);
    for pack in packs.iter().filter(renames) {
        carry(case.to_mut(), pack);
    }
    case
}

/// These walks of a case, each with the number of its answers.
fn with_answers(walks: Vec<PackId>, case: &Case) -> Vec<(PackId, usize)> {
    let counted = walks.into_iter().map(|pack| {
        let answers = case.walk(&pack).map_or(0, |walk| walk.answers.len());
        (pack, answers)
    });
    counted.collect()
}

impl PackLibrary {
    /// The report of a case, with what is in it for its reader.
    ///
    /// # Panics
    /// If there is no such format for that reader.
    pub fn rendered(
        &mut self,
        case: &Case,
        catalog: &Catalog,
        format: ReportFormat,
        contents: Contents,
    ) -> Result<Rendered, PackFault> {
        assert!(contents.reader().formats().contains(&format));
        let (packs, missing) = self.begun_packs(case)?;
        let case = carried(case, &packs);
        let case = contents.shown(&case);
        let report = Report::of(&case, &packs, contents);
        let report = report.without(missing.clone());
        let results = report.results.iter();
        let unsure = |result: &WalkResult<'_>| result.counts.met - result.surely_in_place().count();
        Ok(Rendered {
            unsure: if contents.reader() == Reader::Customer {
                results.clone().map(unsure).sum()
            } else {
                0
            },
            bytes: bytes(&report, catalog, format),
            questions: results.clone().map(|result| result.counts.asked()).sum(),
            tasks: results.map(|result| result.plan().len().min(FIRST)).sum(),
            missing: if format == ReportFormat::Json {
                // It holds the case as it is.
                Vec::new()
            } else {
                with_answers(missing, &case)
            },
        })
    }

    /// The packs of the walks that the case has begun, in the order in which packs are offered: each one, then those
    /// that follow it. Beside them the walks whose packs cannot be used; the fault, where there is no other.
    pub fn begun_packs(&mut self, case: &Case) -> Result<(Vec<Arc<Pack>>, Vec<PackId>), PackFault> {
        let mut begun: Vec<&PackId> = case.walks.keys().collect();
        if !begun.contains(&&case.walk) {
            begun.push(&case.walk);
        }
        let (mut packs, mut missing, mut fault) = (Vec::new(), Vec::new(), None);
        for id in begun {
            match self.pack(id) {
                Ok(pack) => packs.push(pack),
                Err(found) => {
                    missing.push(id.clone());
                    fault = fault.or(Some(found));
                }
            }
        }
        if let Some(fault) = fault.filter(|_| packs.is_empty()) {
            return Err(fault);
        }
        let installed = self.every_installed();
        packs.sort_by_cached_key(|pack| {
            let mut followed = self.followed(pack);
            followed.insert(0, pack.id.clone());
            let place = |id: &PackId| installed.iter().position(|pack| pack.id == id.as_str());
            followed.iter().rev().map(place).collect::<Vec<_>>()
        });
        Ok((packs, missing))
    }

    /// What has changed since the check that this one does again, as the bytes of a file. With
    /// nothing to compare it says that.
    pub fn changes_bytes(
        &mut self,
        case: &Case,
        catalog: &Catalog,
        format: PaperFormat,
    ) -> Result<Vec<u8>, PackFault> {
        let (packs, missing) = self.begun_packs(case)?;
        let case = carried(case, &packs);
        let missing = with_answers(missing, &case);
        let walks = packs
            .iter()
            .filter_map(|pack| Comparison::since(pack, &case));
        let changes = Changes::since(&case, walks.collect()).without(&missing);
        Ok(changes.bytes(catalog, format))
    }

    /// The page that is left behind after a visit, made on this day: what those read who carry it out.
    pub fn homework_bytes(
        &mut self,
        case: &Case,
        today: Day,
        visit: Option<Day>,
        catalog: &Catalog,
    ) -> Result<Vec<u8>, PackFault> {
        let (packs, missing) = self.begun_packs(case)?;
        let contents = Contents::of(Reader::Staff, None);
        let case = contents.shown(&carried(case, &packs)).into_owned();
        let report = Report::of(&case, &packs, contents).without(missing);
        Ok(homework::html(&report, today, visit, catalog).into_bytes())
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
