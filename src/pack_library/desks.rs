//! What an advisor keeps of firms, as far as a list shows it and finds checks by it.

use std::collections::HashMap;

use crate::app::case_summary::{CaseSummary, DeskGlance};
use crate::questionnaire::id::FirmId;
use crate::store::{CaseFault, DeskEntry, StoreError};

/// Gives each check what is kept of its firm. What cannot be read is there all the same, and the list says so.
pub fn give_desks(listed: &mut [CaseSummary], desks: &Result<Vec<DeskEntry>, StoreError>) {
    let known: Option<HashMap<&FirmId, &DeskEntry>> = match desks {
        Ok(desks) => Some(desks.iter().map(|desk| (&desk.firm, desk)).collect()),
        // Not an error: each firm says that it is not known.
        Err(_) => None,
    };
    for check in listed {
        let Some(firm) = &check.firm else { continue };
        let Some(known) = &known else {
            check.desk = DeskGlance::Unread;
            continue;
        };
        let entry = known.get(firm);
        match entry.map(|entry| &entry.state) {
            None | Some(Err(CaseFault::Locked)) => {}
            Some(Ok(desk)) => {
                check.desk = DeskGlance::Read(desk.next_visit);
                let words: Vec<&str> = std::iter::once(desk.reading.as_str())
                    .chain(desk.tags.iter().map(String::as_str))
                    .collect();
                check.found_by.also(&words);
            }
            // Not an error: the list says so.
            Some(Err(_)) => check.desk = DeskGlance::Unread,
        }
    }
}
