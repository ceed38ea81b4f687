//! Why a command could not be done, as sentences for the user: what happened, then what to do.
//! Made here alone, printed in `cli` alone.

use crate::cli::asset_fault;
use crate::cli::done::{COULD_NOT, USAGE};
use crate::cli::fault::{case_fault_message, case_fault_recovery, store_message, store_recovery};
use crate::cli::named_file::not_written;
use crate::pack_library::PackFault;
use crate::store::{CaseFault, StoreError};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::width::clean;

/// Finished sentences, and the exit code.
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) sentences: Vec<String>,
}

impl Failure {
    /// Something could not be done: what, and what to do.
    pub(crate) fn could_not(catalog: &Catalog, said: &[Message<'_>]) -> Self {
        Self::of(COULD_NOT, catalog, said)
    }

    /// The arguments are not understood.
    pub(crate) fn usage(catalog: &Catalog, said: &[Message<'_>]) -> Self {
        Self::of(USAGE, catalog, said)
    }

    pub(crate) fn store(catalog: &Catalog, error: &StoreError) -> Self {
        Self::could_not(catalog, &[store_message(error), store_recovery(error)])
    }

    /// A report that could not be written: nothing in the checks has to do with it.
    pub(crate) fn export(catalog: &Catalog, error: &StoreError) -> Self {
        Self::could_not(catalog, &not_written(error))
    }

    /// A case that cannot be opened; `id` is the name of its file.
    pub(crate) fn case(catalog: &Catalog, id: &str, fault: &CaseFault) -> Self {
        let said = [case_fault_message(fault), case_fault_recovery(fault)];
        let mut failure = Self::could_not(catalog, &said);
        failure.sentences[0].insert_str(0, &format!("{}: ", clean(id)));
        failure
    }

    pub(crate) fn pack(catalog: &Catalog, fault: &PackFault) -> Self {
        Self::could_not(catalog, &asset_fault::pack_messages(fault))
    }

    fn of(code: u8, catalog: &Catalog, said: &[Message<'_>]) -> Self {
        let sentences = said.iter().map(|message| catalog.message(message));
        Self {
            code,
            sentences: sentences.collect(),
        }
    }
}
