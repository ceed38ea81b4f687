//! Floor 1: a case with its results as the bytes of a report, one file a format.
//! Reads and writes nothing; every report begins with the notice.

use std::sync::Arc;

use crate::questionnaire::case::{Case, Walk};
use crate::questionnaire::pack::{Contact, Pack, Question};
use crate::questionnaire::result::WalkResult;

pub mod compare;
pub mod json;
pub mod text;

/// A case, and the results of its walks in the order of their packs.
/// Answers to questions that are not asked for the chosen forms play no part.
pub struct Report<'a> {
    pub case: &'a Case,
    pub results: Vec<WalkResult<'a>>,
}

impl<'a> Report<'a> {
    /// `packs` are those of the walks that the case has begun, in order.
    #[must_use]
    pub fn new(case: &'a Case, packs: &'a [Arc<Pack>]) -> Self {
        let results = packs.iter().map(|pack| WalkResult::of(pack, case));
        Self {
            case,
            results: results.collect(),
        }
    }

    /// The version of the pack with which the walk was answered, if it is another one than that judging it.
    fn other_version(&self, result: &WalkResult<'a>) -> Option<&'a str> {
        let version = self.case.walk(&result.pack.id).map(walked_with)?;
        (version != result.pack.version).then_some(version)
    }

    /// The first whom the pack names for this question. Packs that follow another may name its contacts.
    fn contact(&self, question: &Question) -> Option<&'a Contact> {
        let id = question.help.first()?;
        self.results
            .iter()
            .find_map(|result| result.pack.contact(id))
    }
}

fn walked_with(walk: &Walk) -> &str {
    &walk.version
}
