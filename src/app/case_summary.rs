//! A case as the list of cases shows it: who it is, when it was last changed, how far it is.

use crate::questionnaire::case::Firm;
use crate::questionnaire::fault::OpenProblem;
use crate::questionnaire::id::{CaseId, FirmId};
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::outcome::Counts;
use crate::text::finding::Findable;

/// A case in the list. What cannot be read has no title, moment or counts.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseSummary {
    pub id: CaseId,
    /// Empty means the default title, made from `created`.
    pub title: String,
    /// The firm of which it is a check, where that is known.
    pub firm: Option<FirmId>,
    /// That firm as its file has it: a check that is begun for that firm gets all of it.
    pub given_firm: Option<Firm>,
    /// What that firm is called in it; empty where nothing was said.
    pub firm_name: String,
    pub created: Option<Moment>,
    pub updated: Option<Moment>,
    pub counts: Option<Counts>,
    /// The days by which its tasks are to be done that are not done yet.
    pub due: Vec<Day>,
    /// Whether more may be due: days stand in a walk whose questions cannot be used.
    pub may_be_due: bool,
    pub state: CaseState,
    /// What an advisor keeps of its firm for themselves.
    pub desk: DeskGlance,
    /// What typing finds it by.
    pub found_by: Findable,
}

/// What a list shows of what is kept of a firm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeskGlance {
    #[default]
    Nothing,
    /// With the day of the next visit, if one was said.
    Read(Option<Day>),
    /// It is there and cannot be read.
    Unread,
}

impl DeskGlance {
    #[must_use]
    pub fn next_visit(self) -> Option<Day> {
        match self {
            Self::Read(day) => day,
            Self::Nothing | Self::Unread => None,
        }
    }
}

/// Whether a case can be opened. The codes are those of `mamori list --json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    Ok,
    /// Cannot be read as a case, or its inner id is another case's.
    Damaged,
    /// What is in it cannot be told: the disk does not give it, or not now. Nothing says that it is damaged.
    Unread(OpenProblem),
    /// More than is taken for a check.
    TooLarge,
    /// A copy of another case under another name: synchronised folders and people make them.
    Copy,
    /// Its file has another name than the case in it, and no file has that name.
    Renamed,
    /// From a newer version of this program.
    Newer,
    /// Sealed, and the passphrase was not given or is of another folder.
    Locked,
    /// Its pack is not installed.
    NoPack,
}

impl CaseState {
    /// What the list says instead of how far it is; None for one that can be opened.
    #[must_use]
    pub fn said(self) -> Option<&'static str> {
        Some(match self {
            Self::Ok => return None,
            Self::Damaged | Self::Unread(_) => "cases-state-damaged",
            Self::TooLarge => "cases-state-too-large",
            Self::Copy => "cases-state-copy",
            Self::Renamed => "cases-state-renamed",
            Self::Newer => "cases-state-newer",
            Self::Locked => "cases-state-locked",
            Self::NoPack => "cases-state-no-pack",
        })
    }

    /// Whether its file was read as a case of this program, or has yet to be unlocked for that.
    #[must_use]
    pub fn is_read(self) -> bool {
        !matches!(
            self,
            Self::Damaged | Self::Unread(_) | Self::TooLarge | Self::Newer
        )
    }

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Damaged => "damaged",
            Self::Unread(_) => "unreadable",
            Self::TooLarge => "too-large",
            Self::Copy => "copy",
            Self::Renamed => "renamed",
            Self::Newer => "newer",
            Self::Locked => "locked",
            Self::NoPack => "no-pack",
        }
    }
}

/// A case in the bin.
#[derive(Clone, Debug, PartialEq)]
pub struct Binned {
    /// By which it is taken out again.
    pub name: String,
    /// What its title was; none where it cannot be read.
    pub title: Option<String>,
    pub created: Option<Moment>,
    /// The firm of which it was a check, where that is known, and what it is called.
    pub firm: Option<FirmId>,
    pub firm_name: String,
    /// The day until which it is kept.
    pub kept_until: Day,
}

/// An earlier file of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// By which it is gone back to.
    pub name: String,
    /// When it was written, or why that cannot be read.
    pub written: Result<Moment, CaseState>,
    pub counts: Option<Counts>,
    /// Whether another program wrote it.
    pub is_foreign: bool,
}

/// The earlier files of a case, as far as they were asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Generations {
    Read(Vec<Kept>),
    /// They could not be read: there may be some.
    Unreadable,
}

impl Default for Generations {
    fn default() -> Self {
        Self::Read(Vec::new())
    }
}

impl Generations {
    /// Those that could be read, the newest first.
    #[must_use]
    pub fn read(&self) -> &[Kept] {
        match self {
            Self::Read(kept) => kept,
            Self::Unreadable => &[],
        }
    }
}
