//! One walk of a report: its counts, what is not in place, what to do, to find out and to prepare, every answer.
//! Prepares texts for the templates in their order; nothing here is counted anew.

use super::basis::{Placed, placed};
use super::chart::{Bar, Number, Radar, bars, numbers};
use super::words::Words;
use crate::questionnaire::case::{Given, PointState, Task};
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Contact;
use crate::questionnaire::plan::{FIRST, Planned};
use crate::questionnaire::reader::Part;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::says_nothing;
use crate::report::Report;
use crate::report::row::{kept, record_state};
use crate::text::Message;
use crate::text::names::{cost_name, due_with_year, effort_name, outcome_name};

/// The outcomes that make an item one that is not in place, and those beside them.
const GAPS: [Outcome; 4] = [
    Outcome::NotMet,
    Outcome::Partly,
    Outcome::Unknown,
    Outcome::Unanswered,
];
const OTHERS: [Outcome; 2] = [Outcome::Met, Outcome::NotApplicable];

pub(in crate::report) struct WalkPart {
    pub(in crate::report) title: String,
    pub(in crate::report) changes: Vec<String>,
    /// The numbers are told; where they are not, nothing is that stands for them.
    pub(in crate::report) has_counts: bool,
    pub(in crate::report) gaps: usize,
    pub(in crate::report) gap_count: String,
    pub(in crate::report) of_asked: String,
    /// The four counts that make up the gaps, then the other two.
    pub(in crate::report) tiles: Vec<Tile>,
    pub(in crate::report) other_tiles: Vec<Tile>,
    pub(in crate::report) gap_heading: String,
    pub(in crate::report) gap_sections: Vec<Gaps>,
    pub(in crate::report) first_heading: String,
    pub(in crate::report) first: Vec<Step>,
    pub(in crate::report) others_heading: String,
    pub(in crate::report) others: Vec<Step>,
    pub(in crate::report) find_out_heading: String,
    pub(in crate::report) find_out: Vec<FindOut>,
    pub(in crate::report) not_applicable_heading: String,
    pub(in crate::report) not_applicable: Vec<NotApplicable>,
    pub(in crate::report) records_heading: String,
    pub(in crate::report) records: Vec<Record>,
    pub(super) bars: Vec<Bar>,
    /// Of all sections together.
    pub(super) total: Vec<Number>,
    pub(super) radar: Option<Radar>,
    pub(in crate::report) answers: Vec<Answers>,
}

/// How often an outcome stands in the walk.
pub(in crate::report) struct Tile {
    pub(in crate::report) code: &'static str,
    pub(in crate::report) name: String,
    pub(in crate::report) count: usize,
}

/// A section with its items that are not in place.
pub(in crate::report) struct Gaps {
    pub(in crate::report) placed: Placed,
    pub(in crate::report) items: Vec<Gap>,
}

pub(in crate::report) struct Gap {
    pub(in crate::report) code: &'static str,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    pub(in crate::report) outcome: String,
    /// The points that are not there yet.
    pub(in crate::report) open: Vec<String>,
}

/// Something to do, with room to write who and by when.
pub(in crate::report) struct Step {
    pub(in crate::report) number: usize,
    pub(in crate::report) measure: String,
    pub(in crate::report) label: String,
    pub(in crate::report) why: String,
    pub(in crate::report) source: String,
    pub(in crate::report) how: Option<String>,
    pub(in crate::report) record: String,
    pub(in crate::report) cost: String,
    pub(in crate::report) effort: String,
    pub(in crate::report) who: String,
    pub(in crate::report) by: String,
    pub(in crate::report) done: Option<String>,
}

pub(in crate::report) struct FindOut {
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    pub(in crate::report) look: String,
    pub(in crate::report) ask: String,
    pub(in crate::report) contact: Option<FromOutside>,
}

/// Somebody outside the firm. The address is text: a report never leads anywhere.
pub(in crate::report) struct FromOutside {
    pub(in crate::report) name: String,
    pub(in crate::report) address: String,
}

pub(in crate::report) struct NotApplicable {
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    pub(in crate::report) reason: String,
}

pub(in crate::report) struct Record {
    pub(in crate::report) name: String,
    pub(in crate::report) label: String,
    pub(in crate::report) measure: String,
    pub(in crate::report) is_there: bool,
    /// The same in words.
    pub(in crate::report) state: String,
    /// Since when, and where.
    pub(in crate::report) kept: Option<String>,
}

/// A section with all its items.
pub(in crate::report) struct Answers {
    pub(in crate::report) placed: Placed,
    pub(in crate::report) items: Vec<Answered>,
}

pub(in crate::report) struct Answered {
    pub(in crate::report) code: &'static str,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    pub(in crate::report) outcome: String,
    pub(in crate::report) is_flagged: bool,
    /// Each point with whether it is there; none where the answer says nothing about them.
    pub(in crate::report) points: Vec<(PointState, String)>,
    pub(in crate::report) reason: Option<String>,
    pub(in crate::report) note: Option<String>,
}

impl WalkPart {
    pub(in crate::report) fn new(
        report: &Report<'_>,
        result: &WalkResult<'_>,
        words: Words<'_>,
    ) -> Self {
        let counts = result.counts;
        let plan = result.plan();
        let (first, others) = plan.split_at(plan.len().min(FIRST));
        let tile = |outcome: Outcome| Tile {
            code: outcome.code(),
            name: words.tell(&outcome_name(outcome)),
            count: counts.of(outcome),
        };
        let counted = |id, count: usize| words.tell(&Message::new(id).with("count", count));
        let records = only(report.has(Part::Records), || records(result, words));
        let there = records.iter().filter(|record| record.is_there).count();
        Self {
            title: words.pack(&result.pack.title),
            // They tell how many are not in place.
            changes: only(report.has(Part::Counts), || {
                let changes = report.changes(result);
                changes.iter().map(|said| words.tell(said)).collect()
            }),
            has_counts: report.has(Part::Counts),
            gaps: counts.gaps(),
            gap_count: counted("html-gaps-count", counts.gaps()),
            of_asked: counted("html-gaps-of", counts.asked()),
            tiles: GAPS.map(tile).into(),
            other_tiles: OTHERS.map(tile).into(),
            gap_heading: counted("result-gap-list", counts.gaps()),
            gap_sections: only(report.has(Part::Gaps), || gap_sections(result, words)),
            first_heading: match counts.unknown + counts.unanswered {
                open if open > 0 && first.is_empty() => counted("tasks-not-known-yet", open),
                _ => counted("result-tasks", first.len()),
            },
            first: only(report.has(Part::FirstTasks), || {
                steps(1, first, report, words)
            }),
            others_heading: counted("tasks-others", others.len()),
            others: only(report.has(Part::OtherTasks), || {
                steps(FIRST + 1, others, report, words)
            }),
            find_out_heading: counted("result-find-out", counts.unknown),
            find_out: only(report.has(Part::FindOut), || {
                find_out(report, result, words)
            }),
            not_applicable_heading: counted("result-not-applicable", counts.not_applicable),
            not_applicable: only(report.has(Part::NotApplicable), || {
                not_applicable(report, result, words)
            }),
            records_heading: words.tell(
                &Message::new("export-records")
                    .with("count", records.len())
                    .with("there", there),
            ),
            records,
            bars: bars(result, words),
            total: numbers(counts, words),
            radar: Radar::of(result, words),
            answers: only(report.has(Part::Answers), || answers(report, result, words)),
        }
    }
}

/// A part of the report, where the reader is to have it.
fn only<T>(is_in: bool, part: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if is_in { part() } else { Vec::new() }
}

fn gap_sections(result: &WalkResult<'_>, words: Words<'_>) -> Vec<Gaps> {
    let sections = result.sections().into_iter();
    let sections = sections.map(|(section, _)| Gaps {
        placed: placed(section, words),
        items: result
            .items_in(section)
            .filter(|(_, item)| item.outcome.is_gap())
            .map(|(_, item)| gap(item, words))
            .collect(),
    });
    sections
        .filter(|section| !section.items.is_empty())
        .collect()
}

fn gap(item: &Item<'_>, words: Words<'_>) -> Gap {
    let points = points(item, words);
    let open = points
        .into_iter()
        .filter(|(state, _)| *state == PointState::Open);
    Gap {
        code: item.outcome.code(),
        label: words.pack(&item.question.label),
        text: words.pack(&item.question.text),
        outcome: outcome(item, words),
        open: open.map(|(_, point)| point).collect(),
    }
}

pub(in crate::report) fn outcome(item: &Item<'_>, words: Words<'_>) -> String {
    if item.outcome != Outcome::Partly {
        return words.tell(&outcome_name(item.outcome));
    }
    let (in_place, points) = item.points();
    let partly = Message::new("check-partly")
        .with("in-place", in_place)
        .with("points", points);
    words.tell(&partly)
}

/// The points with what the answer says of each, if it is about points; one that there is nothing for with the reason
/// of the pack.
pub(in crate::report) fn points(item: &Item<'_>, words: Words<'_>) -> Vec<(PointState, String)> {
    let Some(answer) = item.answer else {
        return Vec::new();
    };
    if !matches!(answer.given, Some(Given::Points(_))) {
        return Vec::new();
    }
    let points = item.asked.points();
    points
        .map(|point| {
            let state = answer.state_of(point);
            let said = match &point.none {
                Some(reason) if state == PointState::None => words.tell(
                    &Message::new("export-point-none")
                        .with("point", &point.text)
                        .with("reason", reason),
                ),
                _ => words.pack(&point.text),
            };
            (state, said)
        })
        .collect()
}

fn steps(from: usize, plan: &[Planned<'_>], report: &Report<'_>, words: Words<'_>) -> Vec<Step> {
    (from..)
        .zip(plan)
        .map(|(number, planned)| step(number, planned, report, words))
        .collect()
}

fn step(number: usize, planned: &Planned<'_>, report: &Report<'_>, words: Words<'_>) -> Step {
    let measure = planned.measure;
    let why = &planned.question.why;
    let own = |text: fn(&Task) -> &str| {
        let text = planned.task.map(text).unwrap_or_default();
        words.own(text)
    };
    Step {
        number,
        measure: words.pack(&measure.text),
        label: words.pack(&planned.question.label),
        why: words.pack(&why.text),
        source: words.pack(&why.source),
        how: measure.detail.as_ref().map(|detail| words.pack(detail)),
        record: words.pack(&measure.record),
        cost: words.tell(&cost_name(measure.cost)),
        effort: words.tell(&effort_name(measure.effort)),
        who: own(|task| &task.who),
        by: planned
            .task
            .map_or(String::new(), |task| words.shown(due_with_year(task))),
        done: planned
            .task
            .and_then(|task| task.done)
            .map(|day| words.tell(&report.day_name(day))),
    }
}

fn find_out(report: &Report<'_>, result: &WalkResult<'_>, words: Words<'_>) -> Vec<FindOut> {
    let unknown = result.with_outcome(Outcome::Unknown);
    unknown
        .map(|(_, item)| {
            let when_unknown = &item.question.when_unknown;
            let contact = report.contact(item.question);
            FindOut {
                label: words.pack(&item.question.label),
                text: words.pack(&item.question.text),
                look: words.pack(&when_unknown.look),
                ask: words.pack(&when_unknown.ask),
                contact: contact.map(|contact| from_outside(contact, words)),
            }
        })
        .collect()
}

fn from_outside(contact: &Contact, words: Words<'_>) -> FromOutside {
    // Money, dates and what is offered may have changed since the pack was written.
    let id = if contact.verify {
        "contact-verify"
    } else {
        "contact"
    };
    let name = Message::new(id)
        .with("name", &contact.name)
        .with("cost", &contact.cost)
        .with("purpose", &contact.purpose);
    FromOutside {
        name: words.tell(&name),
        address: words.own(contact.url.as_deref().unwrap_or_default()),
    }
}

fn not_applicable(
    report: &Report<'_>,
    result: &WalkResult<'_>,
    words: Words<'_>,
) -> Vec<NotApplicable> {
    let items = result.with_outcome(Outcome::NotApplicable);
    items
        .map(|(_, item)| NotApplicable {
            label: words.pack(&item.question.label),
            text: words.pack(&item.question.text),
            reason: match report.reason(item) {
                Some(reason) => words.own(reason),
                None => words.say("export-left-out"),
            },
        })
        .collect()
}

fn records(result: &WalkResult<'_>, words: Words<'_>) -> Vec<Record> {
    let records = result.records();
    let records = records.iter();
    records
        .map(|needed| Record {
            name: words.pack(&needed.measure.record),
            label: words.pack(&needed.question.label),
            measure: words.pack(&needed.measure.text),
            is_there: needed.is_there,
            state: words.tell(&record_state(needed.is_there)),
            kept: kept(result, needed).map(|kept| words.tell(&kept)),
        })
        .collect()
}

fn answers(report: &Report<'_>, result: &WalkResult<'_>, words: Words<'_>) -> Vec<Answers> {
    let sections = result.sections().into_iter();
    sections
        .map(|(section, _)| Answers {
            placed: placed(section, words),
            items: result
                .items_in(section)
                .map(|(_, item)| answered(report, item, words))
                .collect(),
        })
        .collect()
}

fn answered<'a>(report: &Report<'a>, item: &Item<'a>, words: Words<'_>) -> Answered {
    let note = Some(item.note()).filter(|note| !says_nothing(note));
    Answered {
        code: item.outcome.code(),
        label: words.pack(&item.question.label),
        text: words.pack(&item.question.text),
        outcome: outcome(item, words),
        is_flagged: item.is_flagged(),
        points: points(item, words),
        reason: report.reason(item).map(|reason| words.own(reason)),
        note: note.map(|note| words.own(note)),
    }
}
