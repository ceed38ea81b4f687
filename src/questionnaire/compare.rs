//! Before and now: what has become better or worse between two walks of the same pack, question by question.
//! Both are judged by the pack installed now. Counts nothing as better that is only unknown or unanswered.

use crate::questionnaire::case::{Case, Given, PointState, Walk};
use crate::questionnaire::id::{FormId, QuestionId};
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::{Counts, Outcome, state_of};
use crate::questionnaire::pack::{Pack, Question};
use crate::questionnaire::result::WalkResult;

/// How an item stands now, measured by how it stood before.
///
/// The order is: できている above 一部できている above できていない and わからない, which stand beside each other: from
/// one to the other nothing was gained. Between two 一部できている it is better if every point that was in place
/// still is, and another one too. まだ答えていません and 当てはまらない have no rank: an open question says nothing
/// about the firm, and what does not apply is neither better nor worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    Improved,
    Worse,
    /// Another answer, and neither better nor worse.
    Other,
    Unchanged,
    /// Asked now and not before.
    New,
    /// Asked before and not now.
    Gone,
}

impl Change {
    pub const ALL: [Self; 6] = [
        Self::Improved,
        Self::Worse,
        Self::Other,
        Self::Unchanged,
        Self::New,
        Self::Gone,
    ];

    /// The stable code used in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Worse => "worse",
            Self::Other => "other",
            Self::Unchanged => "unchanged",
            Self::New => "new",
            Self::Gone => "gone",
        }
    }
}

/// An item before and now; None where it was not asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<'a> {
    pub id: QuestionId,
    /// None if the pack does not have it any more.
    pub question: Option<&'a Question>,
    pub before: Option<Outcome>,
    pub after: Option<Outcome>,
    /// How many of its points are in place, and how many there are; None where it was not asked.
    pub points_before: Option<(usize, usize)>,
    pub points_after: Option<(usize, usize)>,
    pub change: Change,
}

impl Compared<'_> {
    /// Both sides read 一部できている: only the points tell them apart.
    #[must_use]
    pub fn differs_in_points_alone(&self) -> bool {
        self.before == Some(Outcome::Partly) && self.after == self.before
    }
}

/// One side of a comparison: the answers to a pack, and the forms that were chosen.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub walk: Option<&'a Walk>,
    pub forms: &'a [FormId],
}

/// Two walks beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    pub pack: &'a Pack,
    pub before: Counts,
    pub after: Counts,
    /// In the order of the pack; what it does not have any more comes last.
    pub items: Vec<Compared<'a>>,
}

impl<'a> Comparison<'a> {
    /// Compares what two cases have answered to `pack`.
    #[must_use]
    pub fn of_cases(pack: &'a Pack, before: &'a Case, after: &'a Case) -> Self {
        let side = |case: &'a Case| Side {
            walk: case.walk(&pack.id),
            forms: &case.forms,
        };
        Self::of(pack, side(before), side(after))
    }

    /// What the case has answered to `pack` since the check that it does again; None if it does none again, or if
    /// that one had not begun this walk.
    #[must_use]
    pub fn since(pack: &'a Pack, case: &'a Case) -> Option<Self> {
        let earlier = case.earlier.as_ref()?;
        // Somebody else's file may not say which forms were chosen then.
        let forms = match earlier.forms.as_slice() {
            [] => &case.forms,
            forms => forms,
        };
        let before = Side {
            walk: Some(earlier.walks.get(&pack.id)?),
            forms,
        };
        let after = Side {
            walk: case.walk(&pack.id),
            forms: &case.forms,
        };
        Some(Self::of(pack, before, after))
    }

    #[must_use]
    pub fn of(pack: &'a Pack, before: Side<'a>, after: Side<'a>) -> Self {
        let old = WalkResult::of_walk(pack, before.walk, before.forms);
        let new = WalkResult::of_walk(pack, after.walk, after.forms);
        let of = |result: &WalkResult<'a>, question: &Question| -> Option<Item<'a>> {
            let mut items = result.items.iter();
            items.find(|item| item.question.id == question.id).copied()
        };
        let asked = pack.questions.iter().filter_map(|question| {
            let (before, after) = (of(&old, question), of(&new, question));
            let change = change(before.as_ref(), after.as_ref())?;
            Some(Compared {
                id: question.id.clone(),
                question: Some(question),
                before: before.map(|item| item.outcome),
                after: after.map(|item| item.outcome),
                points_before: before.map(|item| item.points()),
                points_after: after.map(|item| item.points()),
                change,
            })
        });
        let mut items: Vec<Compared<'a>> = asked.collect();
        items.extend(left_behind(pack, before.walk, after.walk));
        Self {
            pack,
            before: old.counts,
            after: new.counts,
            items,
        }
    }

    /// The items with this change.
    pub fn with(&self, change: Change) -> impl Iterator<Item = &Compared<'a>> {
        self.items.iter().filter(move |item| item.change == change)
    }

    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.with(change).count()
    }
}

/// None if neither side was asked.
fn change(before: Option<&Item<'_>>, after: Option<&Item<'_>>) -> Option<Change> {
    Some(match (before, after) {
        (None, None) => return None,
        (None, Some(_)) => Change::New,
        (Some(_), None) => Change::Gone,
        (Some(before), Some(after)) => match (rank(before.outcome), rank(after.outcome)) {
            _ if before.outcome == Outcome::Partly && after.outcome == Outcome::Partly => {
                change_of_points(before, after)
            }
            // That there is nothing for a point (関係なし), or is after all, is neither better nor worse.
            (Some(old), Some(new))
                if old.min(new) > 0
                    && old != new
                    && change_of_points(before, after) == Change::Unchanged =>
            {
                Change::Other
            }
            _ if before.outcome == after.outcome => Change::Unchanged,
            (Some(before), Some(after)) if before < after => Change::Improved,
            (Some(before), Some(after)) if before > after => Change::Worse,
            _ => Change::Other,
        },
    })
}

/// How much is in place; None where the answer says nothing about that.
fn rank(outcome: Outcome) -> Option<u8> {
    match outcome {
        Outcome::Met => Some(2),
        Outcome::Partly => Some(1),
        Outcome::NotMet | Outcome::Unknown => Some(0),
        Outcome::NotApplicable | Outcome::Unanswered => None,
    }
}

/// Of two answers that are partly in place.
fn change_of_points(before: &Item<'_>, after: &Item<'_>) -> Change {
    let state = |item: &Item<'_>, point| state_of(item.answer, point);
    let mut gained = false;
    let mut lost = false;
    for point in after.asked.points() {
        // What there is nothing for (関係なし) on either side is neither gained nor lost.
        match (state(before, point), state(after, point)) {
            (PointState::Open, PointState::There) => gained = true,
            (PointState::There, PointState::Open) => lost = true,
            _ => {}
        }
    }
    match (gained, lost) {
        (true, false) => Change::Improved,
        (false, true) => Change::Worse,
        (true, true) => Change::Other,
        (false, false) => Change::Unchanged,
    }
}

/// Answers to questions that the pack does not have any more, if nobody has answered them since. The answer alone
/// tells their outcome.
fn left_behind<'a>(pack: &Pack, before: Option<&Walk>, after: Option<&Walk>) -> Vec<Compared<'a>> {
    let answers = before.into_iter().flat_map(|walk| &walk.answers);
    let is_left = |id: &QuestionId| {
        let since = after.and_then(|walk| walk.answers.get(id));
        pack.question(id).is_none() && since.is_none_or(|answer| answer.given.is_none())
    };
    answers
        .filter(|(id, _)| is_left(id))
        .filter_map(|(id, answer)| {
            Some(Compared {
                id: id.clone(),
                question: None,
                before: Some(outcome_alone(answer.given.as_ref()?)),
                after: None,
                points_before: None,
                points_after: None,
                change: Change::Gone,
            })
        })
        .collect()
}

/// What an answer amounts to by itself, without its pack.
#[must_use]
pub fn outcome_alone(given: &Given) -> Outcome {
    match given {
        Given::Unknown => Outcome::Unknown,
        Given::NotApplicable(_) => Outcome::NotApplicable,
        Given::Points(points) => match points.values().filter(|there| **there).count() {
            0 => Outcome::NotMet,
            some if some < points.len() => Outcome::Partly,
            _ => Outcome::Met,
        },
    }
}
