//! What an advisor keeps of firms: read, kept, and given to the list of checks.

use super::{StoreService, fault_of};
use crate::app::case_summary::CaseSummary;
use crate::app::event::Event;
use crate::pack_library::give_desks;
use crate::questionnaire::desk::Desk;
use crate::questionnaire::id::FirmId;
use crate::questionnaire::moment::Moment;
use crate::store::StoreError;

impl StoreService {
    /// The checks as the list shows them, with what is kept of their firms.
    pub(super) fn summaries(&mut self) -> Result<Vec<CaseSummary>, StoreError> {
        let Self { store, library, .. } = self;
        let mut listed = store.glance_over(&mut |found| library.case_summary(found))?;
        library.let_be_found(&mut listed);
        give_desks(&mut listed, &store.desks());
        Ok(listed)
    }

    pub(super) fn desk(&mut self, firm: FirmId) -> Event {
        let found = self.store.open_desk(&firm);
        let found = found.map(|desk| desk.map(Box::new));
        Event::Desk(firm, found.map_err(|fault| (&fault).into()))
    }

    pub(super) fn keep_desk(&mut self, desk: &Desk, now: Moment) -> Event {
        match self.store.save_desk(desk, now) {
            // Not sure to stay through a power cut: it is told as not kept, and can be tried again.
            Ok(kept) => match kept.doubt {
                Some(doubt) => Event::DeskNotKept((&doubt).into()),
                None => {
                    Event::DeskKept(desk.firm.clone(), desk.revision, kept.what.replaced_foreign)
                }
            },
            Err(error) => Event::DeskNotKept(fault_of(&error)),
        }
    }
}
