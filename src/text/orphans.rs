//! What has no home in the pack of today, and what a changed pack did to a walk, as messages.

use crate::questionnaire::carry::{Orphan, OrphanPart, PackChange};
use crate::questionnaire::case::{Answer, Given};
use crate::questionnaire::outcome::Outcome;
use crate::text::Message;
use crate::text::names::outcome_name;

/// Which answer it is, and what it said.
#[must_use]
pub fn orphan_message<'a>(orphan: &Orphan<'a>) -> Message<'a> {
    let named = |id: &'static str| match orphan.asked {
        Some(question) => Message::new(id).with("question", &question.label),
        None => Message::new(id).with("question", orphan.question.as_str()),
    };
    match orphan.part {
        OrphanPart::Whole => {
            named("orphan-question").with("answer", outcome_name(said(orphan.answer)))
        }
        OrphanPart::Point(point, is_there) => {
            named("orphan-point").with("point", point.as_str()).with(
                "state",
                Message::new(if is_there {
                    "orphan-there"
                } else {
                    "orphan-open"
                }),
            )
        }
        OrphanPart::Measure(measure) => named("orphan-measure").with("measure", measure.to_owned()),
    }
}

/// Why it has none.
#[must_use]
pub fn orphan_why<'a>(orphan: &Orphan<'a>) -> Message<'a> {
    match orphan.why {
        Some(why) => Message::new("orphan-why").with("why", why),
        None => Message::new("orphan-why-unsaid"),
    }
}

/// What an answer said by itself, without its pack.
fn said(answer: &Answer) -> Outcome {
    match &answer.given {
        None => Outcome::Unanswered,
        Some(Given::Unknown) => Outcome::Unknown,
        Some(Given::NotApplicable(_)) => Outcome::NotApplicable,
        Some(Given::Points(points)) => {
            let there = points.values().filter(|is_there| **is_there).count();
            match there {
                0 => Outcome::NotMet,
                there if there == points.len() => Outcome::Met,
                _ => Outcome::Partly,
            }
        }
    }
}

/// In one sentence or two, what became of a walk that was answered with another version.
#[must_use]
pub fn pack_change_message(change: &PackChange) -> Message<'static> {
    Message::new("pack-changed")
        .with("before", change.before.clone())
        .with("now", change.now.clone())
        .with("orphans", change.orphans)
        .with("points", change.new_points)
        .with("gaps-before", change.gaps_before)
        .with("gaps", change.gaps_now)
}
