//! Workbooks to fill: the empty one, and one that came back as a side of a merge.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::pack_library::PackLibrary;
use crate::pack_library::export::{Rendered, carried};
use crate::questionnaire::case::Case;
use crate::questionnaire::id::{CaseId, FormId};
use crate::questionnaire::moment::Moment;
use crate::questionnaire::pack::Pack;
use crate::questionnaire::reader::Contents;
use crate::questionnaire::workbook::{Filled, Returned, WorkbookFault};
use crate::report::Report;
use crate::report::xlsx::cells::book;
use crate::report::xlsx::fill::{MadeOf, to_fill};
use crate::text::catalog::Catalog;

pub use crate::report::xlsx::cells::{is_workbook, names_our_sheet};

/// The questions of a pack for these forms, for a firm that will never start the program. `now` is when it is made.
#[must_use]
pub fn blank_workbook(
    pack: &Arc<Pack>,
    forms: Vec<FormId>,
    catalog: &Catalog,
    now: Moment,
) -> Rendered {
    let case = Case::new(CaseId::new("blank"), String::new(), forms, pack, now);
    let packs = [Arc::clone(pack)];
    let report = Report::of(&case, &packs, Contents::default());
    let results = report.results.iter();
    Rendered {
        bytes: to_fill(&report, catalog, MadeOf::Nothing),
        questions: results.map(|result| result.counts.asked()).sum(),
        tasks: 0,
        unsure: 0,
        missing: Vec::new(),
    }
}

/// The id of the check that an empty workbook becomes: of the same bytes the same, so that reading it in again does not
/// make a second check.
#[must_use]
pub fn id_of_workbook(bytes: &[u8]) -> CaseId {
    let hash = Sha256::digest(bytes);
    let number = hash
        .iter()
        .take(6)
        .fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    CaseId::new(&format!("x{number:012x}"))
}

impl PackLibrary {
    /// A workbook as it came back, before it is known which check it is of: its origin says that.
    pub fn filled(&self, bytes: &[u8]) -> Result<Filled, WorkbookFault> {
        Filled::of(&book(bytes)?)
    }

    /// A workbook that came back as one side of a merge with `ours`, the check of its id as it is here; without one it
    /// is a new check under `id`, whole in `theirs`.
    pub fn returned(
        &mut self,
        filled: &Filled,
        ours: Option<&Case>,
        id: &CaseId,
        now: Moment,
    ) -> Result<Returned, WorkbookFault> {
        let mut packs = Vec::new();
        for (id, _) in &filled.origin.packs {
            // Not an error: what cannot be used is told as one that is not there.
            let pack = self.pack(id).map_err(|_| WorkbookFault::NoPack(id.clone()));
            packs.push(pack?);
        }
        let ours = ours.map(|ours| carried(ours, &packs));
        filled.returned(&packs, ours.as_deref(), id, now)
    }
}
