//! Handing a check over to somebody who goes on with it. The order is what matters: the state is kept, then the check says
//! that it comes from it, then the file is written. What is cut short between leaves a base too many, and never a file out
//! there without its base.

use std::path::Path;

use super::{StoreService, export_fault, fault_of};
use crate::app::request::{ExportFault, ExportRequest, Exported};
use crate::app::secret::Passphrase;
use crate::pack_library::PackFault;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::reader::{Contents, Reader};
use crate::questionnaire::report_format::ReportFormat;
use crate::store::StoreError;
use crate::text::catalog::Catalog;

/// How a check is handed over.
#[derive(Clone, Copy)]
pub struct Handing<'a> {
    /// Where the file goes, and whether one of that name may go; None for bytes that somebody else writes.
    pub to: Option<(&'a Path, bool)>,
    /// The file opens with this alone.
    pub passphrase: Option<&'a str>,
}

/// A check that was handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct HandedOver {
    pub bytes: Vec<u8>,
    pub questions: usize,
    pub tasks: usize,
    /// It is all there, and a step failed all the same.
    pub doubt: Option<StoreError>,
}

/// Why a check was not handed over.
#[derive(Clone, Debug, PartialEq)]
pub enum HandFault {
    Pack(PackFault),
    /// Nothing can be written under that name. Nothing was changed.
    NotFree(StoreError),
    /// The state could not be kept, or the check not saved. No file was written.
    NotKept(StoreError),
    /// The file could not be written. The state is kept, and the check says that it comes from it.
    NotWritten(StoreError),
}

impl StoreService {
    /// The check as it is to be handed over. Both sides are to know it as of one firm.
    pub fn to_hand_over(&self, case: &Case, now: Moment) -> Result<Case, StoreError> {
        let mut case = case.clone();
        if case.firm.is_none() {
            case.firm = Some(self.fresh_firm());
        }
        Ok(case.handed_over(self.store.highest_handed(&case.id)?, now))
    }

    /// The same, as it is asked for from the screen.
    pub(super) fn hand(
        &mut self,
        export: &ExportRequest,
        catalog: &Catalog,
    ) -> Result<Exported, ExportFault> {
        let handing = Handing {
            to: Some((export.path.as_ref(), export.replace)),
            passphrase: export.passphrase.as_ref().map(Passphrase::as_str),
        };
        let handed = self.hand_over(&export.case, catalog, handing);
        let handed = handed.map_err(|fault| match fault {
            HandFault::Pack(_) => ExportFault::Pack,
            HandFault::NotKept(error) => ExportFault::NotKept(fault_of(&error)),
            HandFault::NotFree(error) | HandFault::NotWritten(error) => export_fault(&error),
        })?;
        Ok(Exported {
            path: export.path.clone(),
            questions: handed.questions,
            tasks: handed.tasks,
            doubt: handed.doubt.as_ref().map(SaveFault::from),
        })
    }

    /// Hands over this state, made by [`Case::handed_over`]. The check must be held, or free.
    pub fn hand_over(
        &mut self,
        state: &Case,
        catalog: &Catalog,
        handing: Handing<'_>,
    ) -> Result<HandedOver, HandFault> {
        if let Some((path, replace)) = handing.to {
            self.store
                .is_free(path, replace)
                .map_err(HandFault::NotFree)?;
        }
        let contents = Contents::of(Reader::Hand, None);
        let rendered = self
            .library
            .rendered(state, catalog, ReportFormat::Json, contents)
            .map_err(HandFault::Pack)?;
        let bytes = match handing.passphrase {
            None => rendered.bytes,
            Some(passphrase) => {
                let sealed = self.store.sealed_under(passphrase, &rendered.bytes);
                let path = handing.to.map_or(Path::new("-"), |(path, _)| path);
                sealed.map_err(|error| HandFault::NotFree(StoreError::save(path, error)))?
            }
        };
        let kept = self.store.keep_handed(state);
        let mut doubt = kept.map_err(HandFault::NotKept)?.doubt;
        let there = self.store.look(&state.id);
        let has_it = |there: Case| there.revision >= state.revision && there.has_in_it(state);
        // Not an error: saving tells. Whoever asks from the screen may have gone on meanwhile, and saved that.
        let is_saved = there.is_ok_and(has_it);
        if !is_saved {
            let saved = self.store.save_and_see(state);
            doubt = doubt.or(saved.map_err(HandFault::NotKept)?.doubt);
        }
        if let Some((path, replace)) = handing.to {
            let written = self.store.write_out(path, &bytes, replace);
            doubt = doubt.or(written.map_err(HandFault::NotWritten)?.doubt);
        }
        Ok(HandedOver {
            bytes,
            questions: rendered.questions,
            tasks: rendered.tasks,
            doubt,
        })
    }
}
