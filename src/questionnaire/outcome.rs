//! What an answer amounts to. One function decides, and everything counts by it.

use std::ops::AddAssign;

use crate::questionnaire::asked::Asked;
use crate::questionnaire::case::{Answer, Given, PointState};
use crate::questionnaire::pack::Point;
use crate::questionnaire::seen::says_nothing;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Met,
    Partly,
    NotMet,
    Unknown,
    NotApplicable,
    Unanswered,
}

impl Outcome {
    pub const ALL: [Self; 6] = [
        Self::Met,
        Self::Partly,
        Self::NotMet,
        Self::Unknown,
        Self::NotApplicable,
        Self::Unanswered,
    ];

    /// The stable code used in JSON and in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
            Self::Unanswered => "unanswered",
        }
    }

    /// Counted under そろっていない: neither not knowing nor not answering makes that smaller.
    #[must_use]
    pub fn is_gap(self) -> bool {
        !matches!(self, Self::Met | Self::NotApplicable)
    }

    #[must_use]
    pub fn is_answered(self) -> bool {
        self != Self::Unanswered
    }

    /// Something can be done about it at once: partly or not in place.
    #[must_use]
    pub fn needs_action(self) -> bool {
        matches!(self, Self::Partly | Self::NotMet)
    }
}

/// An answer, however it was read.
pub trait Says {
    /// Without its points: what it says of each is [`Says::state_of`].
    fn given(&self) -> Option<GivenKind<'_>>;
    fn state_of(&self, point: &Point) -> PointState;
}

/// What sort of answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenKind<'a> {
    Points,
    Unknown,
    /// With its reason.
    NotApplicable(&'a str),
}

impl Says for Answer {
    fn given(&self) -> Option<GivenKind<'_>> {
        Some(match self.given.as_ref()? {
            Given::Points(_) => GivenKind::Points,
            Given::Unknown => GivenKind::Unknown,
            Given::NotApplicable(reason) => GivenKind::NotApplicable(reason),
        })
    }

    fn state_of(&self, point: &Point) -> PointState {
        Self::state_of(self, point)
    }
}

/// What the answer to `question` amounts to with the pack installed now.
///
/// Points that the pack has gained since count as open, points it has lost count for nothing.
/// 当てはまらない counts only where the pack allows it and a reason is given.
#[must_use]
pub fn outcome_of(question: Asked<'_>, answer: Option<&impl Says>) -> Outcome {
    match answer.and_then(Says::given) {
        None => Outcome::Unanswered,
        Some(GivenKind::Unknown) => Outcome::Unknown,
        Some(GivenKind::NotApplicable(reason)) => {
            if question.may_not_apply.is_empty() || says_nothing(reason) {
                Outcome::Unanswered
            } else {
                Outcome::NotApplicable
            }
        }
        Some(GivenKind::Points) => {
            let (in_place, points) = points_of(question, answer);
            if in_place == 0 {
                Outcome::NotMet
            } else if in_place == points {
                Outcome::Met
            } else {
                Outcome::Partly
            }
        }
    }
}

/// How many points are in place, and how many there are at all: what there is nothing for here (関係なし) is left out.
#[must_use]
pub fn points_of(question: Asked<'_>, answer: Option<&impl Says>) -> (usize, usize) {
    let states = question.points().map(|point| state_of(answer, point));
    let applies = states.filter(|state| *state != PointState::None);
    applies.fold((0, 0), |(in_place, points), state| {
        (
            in_place + usize::from(state == PointState::There),
            points + 1,
        )
    })
}

/// What the answer says of a point; without an answer it is open.
#[must_use]
pub fn state_of(answer: Option<&impl Says>, point: &Point) -> PointState {
    answer.map_or(PointState::Open, |answer| answer.state_of(point))
}

/// The first point that the answer does not show to be in place.
#[must_use]
pub fn first_open_point<'a>(question: Asked<'a>, answer: Option<&Answer>) -> Option<&'a Point> {
    let mut points = question.points();
    points.find(|point| state_of(answer, point) == PointState::Open)
}

/// How often each outcome stands among the questions asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub met: usize,
    pub partly: usize,
    pub not_met: usize,
    pub unknown: usize,
    pub not_applicable: usize,
    pub unanswered: usize,
}

impl Counts {
    /// m: the questions asked.
    #[must_use]
    pub fn asked(self) -> usize {
        self.met + self.partly + self.not_met + self.unknown + self.not_applicable + self.unanswered
    }

    /// n: those that have an answer, わからない and 当てはまらない included.
    #[must_use]
    pub fn answered(self) -> usize {
        self.asked() - self.unanswered
    }

    /// k: そろっていない.
    #[must_use]
    pub fn gaps(self) -> usize {
        self.asked() - self.met - self.not_applicable
    }

    #[must_use]
    pub fn of(self, outcome: Outcome) -> usize {
        match outcome {
            Outcome::Met => self.met,
            Outcome::Partly => self.partly,
            Outcome::NotMet => self.not_met,
            Outcome::Unknown => self.unknown,
            Outcome::NotApplicable => self.not_applicable,
            Outcome::Unanswered => self.unanswered,
        }
    }
}

impl AddAssign<Outcome> for Counts {
    fn add_assign(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Met => &mut self.met,
            Outcome::Partly => &mut self.partly,
            Outcome::NotMet => &mut self.not_met,
            Outcome::Unknown => &mut self.unknown,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::Unanswered => &mut self.unanswered,
        } += 1;
    }
}

impl FromIterator<Outcome> for Counts {
    fn from_iter<I: IntoIterator<Item = Outcome>>(outcomes: I) -> Self {
        let mut counts = Self::default();
        for outcome in outcomes {
            counts += outcome;
        }
        counts
    }
}
