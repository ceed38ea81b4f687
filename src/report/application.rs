//! A draft for an application (申込みの下書き): what the case knows of what an applicant is to state, and what is still
//! missing. Is no application and says so; the certification body's own form decides.

use super::Report;
use super::row::{Row, kept, rows};
use crate::questionnaire::case::{PointState, Task};
use crate::questionnaire::forms::reason;
use crate::questionnaire::id::FormId;
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::{Measure, Point, Section};
use crate::questionnaire::plan::{marked_measure, measure_for};
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::says_nothing;
use crate::text::Message;

mod docx;
mod page;
mod text;

pub use docx::docx;
pub use page::html;
pub use text::markdown;

/// The measures of one walk, by the forms that they are for.
struct Measures<'a> {
    result: &'a WalkResult<'a>,
    groups: Vec<Group<'a>>,
}

/// What is asked for the same forms. No form means: whatever the form.
struct Group<'a> {
    forms: Vec<&'a FormId>,
    sections: Vec<(&'a Section, Vec<Entry<'a>>)>,
}

/// What there is to say about one item.
struct Entry<'a> {
    item: &'a Item<'a>,
    in_place: Vec<&'a Point>,
    open: Vec<&'a Point>,
    /// Those that there is nothing for here.
    none: Vec<&'a Point>,
    decided: Option<Decided<'a>>,
    reason: Option<&'a str>,
    /// The records that are there, with what was said of since when.
    records: Vec<(&'a Measure, Option<Message<'a>>)>,
}

/// A measure that somebody has decided to take: marked, or with who or by when.
struct Decided<'a> {
    measure: &'a Measure,
    task: &'a Task,
}

impl Entry<'_> {
    /// Nobody has said yet what is done or will be done about it.
    fn is_undecided(&self) -> bool {
        self.item.outcome.is_gap() && self.decided.is_none()
    }
}

fn measures<'a>(report: &'a Report<'a>) -> Vec<Measures<'a>> {
    let results = report.results.iter();
    results
        .map(|result| Measures {
            result,
            groups: groups(report, result),
        })
        .collect()
}

/// Sections for the same of the chosen forms stand together, in the order of the pack.
fn groups<'a>(report: &'a Report<'a>, result: &'a WalkResult<'a>) -> Vec<Group<'a>> {
    let mut rows = rows(report, result).into_iter().peekable();
    let mut groups: Vec<Group<'a>> = Vec::new();
    let chosen = &report.case.forms;
    for section in &result.pack.sections {
        if !reason(section, chosen).is_asked() {
            continue;
        }
        let mut entries = Vec::new();
        while let Some(row) = rows.next_if(|row| row.section.id == section.id) {
            entries.push(entry(result, &row));
        }
        let forms: Vec<&FormId> = section
            .forms
            .iter()
            .filter(|form| chosen.contains(form))
            .collect();
        match groups.iter_mut().find(|group| group.forms == forms) {
            Some(group) => group.sections.push((section, entries)),
            None => groups.push(Group {
                forms,
                sections: vec![(section, entries)],
            }),
        }
    }
    groups
}

fn entry<'a>(result: &WalkResult<'a>, row: &Row<'a>) -> Entry<'a> {
    let item = row.item;
    let points = |state| item.points_that_are(state).collect();
    let there = row.records.iter().filter(|record| record.is_there);
    Entry {
        item,
        in_place: points(PointState::There),
        open: points(PointState::Open),
        none: points(PointState::None),
        decided: decided(item),
        reason: row.reason,
        records: there
            .map(|record| (record.measure, kept(result, record)))
            .collect(),
    }
}

/// A point that there is nothing for here, with the reason of the pack.
fn none_message(point: &Point) -> Message<'_> {
    let said = Message::new("export-point-none").with("point", &point.text);
    match &point.none {
        Some(reason) => said.with("reason", reason),
        None => said,
    }
}

fn decided<'a>(item: &Item<'a>) -> Option<Decided<'a>> {
    if !item.outcome.needs_action() {
        return None;
    }
    let task = item.answer?.task.as_ref()?;
    let is_agreed = !says_nothing(&task.who) || !says_nothing(&task.by);
    let is_marked = marked_measure(item.asked, item.answer).is_some();
    (is_agreed || is_marked || task.done.is_some()).then(|| Decided {
        measure: measure_for(item.asked, item.answer),
        task,
    })
}

/// What is still missing before an application can be written.
struct Missing<'a> {
    forms: bool,
    /// Items about which nothing is decided, わからない and 未回答 among them, in order.
    items: Vec<&'a Item<'a>>,
    information: bool,
}

fn missing<'a>(report: &Report<'_>, measures: &'a [Measures<'a>]) -> Missing<'a> {
    let groups = measures.iter().flat_map(|walk| &walk.groups);
    let sections = groups.flat_map(|group| &group.sections);
    let entries = sections.flat_map(|(_, entries)| entries);
    Missing {
        forms: report.case.forms.is_empty(),
        items: entries
            .filter(|entry| entry.is_undecided())
            .map(|entry| entry.item)
            .collect(),
        information: report.case.information.is_empty(),
    }
}

/// What to call an item about which nothing is decided: not decided, or not even known.
fn undecided(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Unknown => "application-unknown",
        Outcome::Unanswered => "application-unanswered",
        _ => "application-undecided",
    }
}
