//! What has no home in the pack of today, and what a changed pack did to a walk, as messages.

use crate::questionnaire::carry::{Orphan, OrphanPart, PackChange};
use crate::questionnaire::case::{Answer, Given, PointState};
use crate::questionnaire::id::MeasureId;
use crate::questionnaire::outcome::Outcome;
use crate::text::Message;
use crate::text::names::outcome_name;

/// Its ids: that of the question, and after a slash that of the point or the measure.
#[must_use]
pub fn orphan_id(orphan: &Orphan<'_>) -> String {
    let question = orphan.question;
    match orphan.part {
        OrphanPart::Whole => question.to_string(),
        OrphanPart::Point(point, _) => format!("{question}/{point}"),
        OrphanPart::Measure(measure) => format!("{question}/{measure}"),
    }
}

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
        OrphanPart::Point(point, state) => {
            named("orphan-point").with("point", point.as_str()).with(
                "state",
                Message::new(match state {
                    PointState::There => "orphan-there",
                    PointState::Open => "orphan-open",
                    PointState::None => "orphan-none",
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
    let result = if change.gaps_before == change.gaps_now {
        Message::new("pack-gaps-same").with("count", change.gaps_now)
    } else {
        Message::new("pack-gaps")
            .with("before", change.gaps_before)
            .with("now", change.gaps_now)
    };
    Message::new("pack-changed")
        .with("before", change.before.clone())
        .with("now", change.now.clone())
        .with("orphans", change.orphans)
        .with("points", change.new_points)
        .with("result", result)
        .with("unanswered", change.unanswered)
}

/// The user's own words that belong to it: the reason, the note, who and by when, where the record lies. None of them
/// may stand in what is anonymous.
#[must_use]
pub fn orphan_words<'a>(orphan: &Orphan<'a>) -> Vec<Message<'a>> {
    let answer = orphan.answer;
    let mut words = Vec::new();
    let task = |measure: Option<&str>| {
        let task = answer.task.as_ref()?;
        let is_its = measure.is_none() || task.measure.as_ref().map(MeasureId::as_str) == measure;
        let says = !task.who.is_empty() || !task.by.is_empty();
        (is_its && says).then(|| {
            Message::new("orphan-task")
                .with("who", task.who.as_str())
                .with("by", task.by.as_str())
        })
    };
    match orphan.part {
        OrphanPart::Whole => {
            if let Some(Given::NotApplicable(reason)) = &answer.given {
                words.push(Message::new("reply-not-applicable").with("reason", reason.as_str()));
            }
            if !answer.note.is_empty() {
                words.push(Message::new("question-note").with("note", answer.note.as_str()));
            }
            words.extend(task(None));
            let places = answer.record_details.values();
            words.extend(places.filter_map(|detail| place(&detail.place)));
        }
        OrphanPart::Point(..) => {}
        OrphanPart::Measure(measure) => {
            words.extend(task(Some(measure)));
            let detail = answer.record_details.get(measure);
            words.extend(detail.and_then(|detail| place(&detail.place)));
        }
    }
    words
}

fn place(place: &str) -> Option<Message<'_>> {
    (!place.is_empty()).then(|| Message::new("orphan-record").with("place", place))
}
