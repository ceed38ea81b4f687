//! A case as the list of cases shows it: who it is, when it was last changed, how far it is.

use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::outcome::Counts;

/// A case in the list. What cannot be read has no title, moment or counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub id: CaseId,
    /// Empty means the default title, made from `created`.
    pub title: String,
    pub created: Option<Moment>,
    pub updated: Option<Moment>,
    pub counts: Option<Counts>,
    pub state: CaseState,
}

/// Whether a case can be opened. The codes are those of `mamori list --json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    Ok,
    /// Cannot be read as a case, or its inner id is another case's.
    Damaged,
    /// From a newer version of this program.
    Newer,
    /// Its pack is not installed.
    NoPack,
}

impl CaseState {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::NoPack => "no-pack",
        }
    }
}
