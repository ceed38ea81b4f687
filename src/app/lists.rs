//! What there is on the disk, as far as it is shown: the checks, the bin, and the firms made of them.
//! The only way to any of them. While one firm is shown alone nothing of another comes out of here, so that a page made
//! later cannot show it either.

use crate::app::case_summary::{Binned, CaseSummary};
use crate::app::firms::{FirmSummary, firms};
use crate::questionnaire::case::{Case, Firm};
use crate::questionnaire::id::{CaseId, FirmId};
use crate::questionnaire::moment::Day;
use crate::text::finding::{LEAST_OF_A_NAME, folded};

/// Whose checks are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Sight {
    #[default]
    Everybody,
    /// One firm alone: a client is looking on.
    Alone(Shown),
}

/// The firm that is shown alone. Nobody, as long as no check was chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    /// The check from which it was chosen: one from before there were firms has no other mark.
    check: Option<CaseId>,
    firm: Option<FirmId>,
}

impl Shown {
    pub(super) fn of(check: &CaseId, firm: Option<&FirmId>) -> Self {
        Self {
            check: Some(check.clone()),
            firm: firm.cloned(),
        }
    }

    /// A firm of which only what was thrown away is at hand.
    pub(super) fn of_firm(firm: &FirmId) -> Self {
        Self {
            check: None,
            firm: Some(firm.clone()),
        }
    }

    /// Whether a check is this firm's.
    pub(super) fn has(&self, check: &CaseId, firm: Option<&FirmId>) -> bool {
        self.check.as_ref() == Some(check) || (firm.is_some() && self.firm.as_ref() == firm)
    }

    pub(super) fn firm(&self) -> Option<&FirmId> {
        self.firm.as_ref()
    }

    fn is_nobody(&self) -> bool {
        self.check.is_none() && self.firm.is_none()
    }
}

/// What was listed, and what of it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lists {
    sight: Sight,
    checks: Vec<CaseSummary>,
    binned: Vec<Binned>,
    firms: Vec<FirmSummary>,
    /// All of it, while only a part is shown.
    behind: Option<(Vec<CaseSummary>, Vec<Binned>)>,
    /// The firms are as seen on this day.
    today: Day,
}

impl Lists {
    /// Nothing yet, on this day.
    pub(super) fn new(today: Day) -> Self {
        Self {
            sight: Sight::Everybody,
            checks: Vec::new(),
            binned: Vec::new(),
            firms: Vec::new(),
            behind: None,
            today,
        }
    }

    /// The checks that are shown, the last changed first.
    pub(super) fn checks(&self) -> &[CaseSummary] {
        &self.checks
    }

    pub(super) fn binned(&self) -> &[Binned] {
        &self.binned
    }

    /// Their firms, the one that needs attention most first.
    pub(super) fn firms(&self) -> &[FirmSummary] {
        &self.firms
    }

    /// Whether there is nothing on the disk, shown or not.
    pub(super) fn are_empty(&self) -> bool {
        let (checks, binned) = match &self.behind {
            Some((checks, binned)) => (checks, binned),
            None => (&self.checks, &self.binned),
        };
        checks.is_empty() && binned.is_empty()
    }

    /// Whether one firm is shown alone.
    pub(super) fn hides_others(&self) -> bool {
        self.sight != Sight::Everybody
    }

    /// Whether others are hidden and no firm was chosen yet.
    pub(super) fn shows_nobody(&self) -> bool {
        matches!(&self.sight, Sight::Alone(shown) if shown.is_nobody())
    }

    /// Whether a check of this firm may be seen.
    pub(super) fn shows(&self, check: &CaseId, firm: Option<&FirmId>) -> bool {
        match &self.sight {
            Sight::Everybody => true,
            Sight::Alone(shown) => shown.has(check, firm),
        }
    }

    /// The firm of a check that is begun while one is shown alone: that one.
    pub(super) fn firm_for_new(&self) -> Option<Firm> {
        let Sight::Alone(shown) = &self.sight else {
            return None;
        };
        let wanted = shown.firm.as_ref()?;
        let (all, _) = self.behind.as_ref()?;
        let mut of_it = all
            .iter()
            .filter(|check| check.firm.as_ref() == Some(wanted));
        of_it.find_map(|check| check.given_firm.clone())
    }

    /// What is on the disk now, all of it.
    pub(super) fn take_checks(&mut self, all: Vec<CaseSummary>) {
        match &mut self.behind {
            Some((checks, _)) => *checks = all,
            None => self.checks = all,
        }
        self.look();
    }

    /// What is in the bin now, all of it.
    pub(super) fn take_binned(&mut self, all: Vec<Binned>) {
        match &mut self.behind {
            Some((_, binned)) => *binned = all,
            None => self.binned = all,
        }
        self.look();
    }

    /// On another day something else is due.
    pub(super) fn see_on(&mut self, today: Day) {
        if self.today != today {
            self.today = today;
            self.group();
        }
    }

    /// From now on nothing is seen but this firm; nothing at all, until one was chosen.
    pub(super) fn show_alone(&mut self, shown: Shown) {
        self.sight = Sight::Alone(shown);
        if self.behind.is_none() {
            self.behind = Some((self.checks.clone(), self.binned.clone()));
        }
        self.look();
    }

    pub(super) fn show_everybody(&mut self) {
        self.sight = Sight::Everybody;
        if let Some((checks, binned)) = self.behind.take() {
            self.checks = checks;
            self.binned = binned;
        }
        self.group();
    }

    /// The check that is open is of the firm that is shown, also when it gets its firm only now, or begins only now.
    pub(super) fn follow(&mut self, case: &Case) {
        let Sight::Alone(shown) = &mut self.sight else {
            return;
        };
        let firm = case.firm_id();
        if shown.is_nobody() {
            *shown = Shown::of(&case.id, firm.as_ref());
        } else if shown.firm.is_none() && firm.is_some() {
            shown.firm = firm;
        } else {
            return;
        }
        self.look();
    }

    /// While nobody is shown, a firm is found by whoever types so much of its name that it is found alone.
    pub(super) fn look_for(&mut self, words: &str) {
        if !self.shows_nobody() {
            return;
        }
        let Some((all, _)) = &self.behind else {
            return;
        };
        let is_a_name = folded(words.trim()).chars().count() >= LEAST_OF_A_NAME;
        let found: Vec<&CaseSummary> = all
            .iter()
            .filter(|check| is_a_name && check.found_by.holds(words))
            .collect();
        let is_alone = found.windows(2).all(|two| {
            let [one, other] = two else { return false };
            one.firm.is_some() && one.firm == other.firm
        });
        self.checks = if is_alone {
            found.into_iter().cloned().collect()
        } else {
            Vec::new()
        };
        self.group();
    }

    /// The one place where it is decided what is seen.
    fn look(&mut self) {
        if let (Sight::Alone(shown), Some((checks, binned))) = (&self.sight, &self.behind) {
            let is_seen = |check: &&CaseSummary| shown.has(&check.id, check.firm.as_ref());
            self.checks = checks.iter().filter(is_seen).cloned().collect();
            let is_seen = |binned: &&Binned| {
                let firm = binned.firm.as_ref();
                firm.is_some() && shown.firm.as_ref() == firm
            };
            self.binned = binned.iter().filter(is_seen).cloned().collect();
        }
        self.group();
    }

    /// Once for each list, not for each drawing.
    fn group(&mut self) {
        self.firms = firms(&self.checks, self.today);
    }
}
