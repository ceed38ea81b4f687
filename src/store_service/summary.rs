//! What the store has of a case beside its file, as the app shows it. Judges by the packs that are installed.

use super::StoreService;
use crate::app::case_summary::{Binned, Kept};
use crate::pack_library::{carried, state_of};
use crate::questionnaire::case::Case;
use crate::questionnaire::folder_notice::FolderNotice;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::visible;
use crate::store::{self, CaseFault, Generation, HalfWay, SealState};

impl StoreService {
    /// An earlier file of a case. What cannot be read, or judged, has no counts.
    pub(super) fn kept(&mut self, generation: &Generation) -> Kept {
        // Not an error: it is shown as one that cannot be read.
        let case = generation.state.as_ref().ok();
        Kept {
            name: generation.name.clone(),
            written: match &generation.state {
                Ok(case) => Ok(case.updated),
                Err(fault) => Err(state_of(fault)),
            },
            counts: case.and_then(|case| {
                // Not an error: it is shown without counts.
                let pack = self.library.pack(&case.walk).ok()?;
                Some(WalkResult::of(&pack, &carried(case, std::slice::from_ref(&pack))).counts)
            }),
            is_foreign: generation.is_foreign,
        }
    }
}

pub(super) fn binned(binned: &store::Binned) -> Binned {
    let case = match &binned.state {
        Ok(case) => Some(case),
        Err(CaseFault::WrongId(case) | CaseFault::Renamed(case)) => Some(case.as_ref()),
        // Not an error: it has no title in the list, and says why when it is taken out.
        Err(_) => None,
    };
    Binned {
        name: binned.name.clone(),
        title: case.map(|case| visible(&case.title).to_owned()),
        created: case.map(|case| case.created),
        firm: case.and_then(Case::firm_id),
        firm_name: case.map_or_else(String::new, |case| case.profile.firm.clone()),
        kept_until: binned.kept_until(),
    }
}

/// What is told of a lock that is not through.
pub(super) fn half_way(half_way: &HalfWay) -> FolderNotice {
    match half_way.state {
        None => FolderNotice::LockUnknown,
        Some(SealState {
            is_going: true,
            sealed,
            open,
            ..
        }) => FolderNotice::HalfUnlocked { sealed, open },
        Some(SealState { sealed, open, .. }) => FolderNotice::HalfLocked { sealed, open },
    }
}
