//! A report as JSON, described in docs/JSON.md. Codes never change with the language; texts are in the user's.
//! Members may be added to the format, none is ever taken away or given another meaning.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::Report;
use super::row::topic_code;
use crate::questionnaire::carry::OrphanPart;
use crate::questionnaire::case::PointState;
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::plan::{FIRST, Planned};
use crate::questionnaire::result::WalkResult;
use crate::text::catalog::Catalog;

/// The version of the JSON that is printed.
pub const FORMAT: u32 = 1;

/// The report, its notice first: whoever opens the file reads that before anything else.
#[must_use]
pub fn json(report: &Report<'_>, catalog: &Catalog) -> String {
    written(&json!({
        "notice": notices(report, catalog),
        "format": FORMAT,
        "case": case_of(report),
        "results": results(report, catalog),
    }))
}

pub(super) fn notices(report: &Report<'_>, catalog: &Catalog) -> Value {
    let walks = report.results.iter();
    walks
        .map(|result| notice_of(report, result, catalog))
        .collect()
}

pub(super) fn results(report: &Report<'_>, catalog: &Catalog) -> Value {
    let walks = report.results.iter();
    walks
        .map(|result| result_of(report, result, catalog))
        .collect()
}

/// A value as this program prints it: indented, with a line end. Characters that a terminal would obey
/// instead of showing, or that are not seen, are spelt out; whoever reads the JSON gets them back.
#[must_use]
pub fn written(value: &Value) -> String {
    spelt_out(&format!("{value:#}"))
}

/// A value as a line of NDJSON, without its end, spelt as [`written`] does.
#[must_use]
pub fn line(value: &Value) -> String {
    spelt_out(&value.to_string())
}

fn spelt_out(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + 1);
    for piece in json.split_inclusive(is_spelt_out) {
        let shown = piece.trim_end_matches(is_spelt_out);
        text.push_str(shown);
        for unit in piece[shown.len()..].encode_utf16() {
            // Writing to a String cannot fail.
            let _ = write!(text, "\\u{unit:04x}");
        }
    }
    text.push('\n');
    text
}

// Below U+0020 serde has done it, but for the line ends between members.
fn is_spelt_out(c: char) -> bool {
    c != '\n' && c.is_control()
        || matches!(
            c,
            '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{61C}'
                | '\u{FEFF}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

fn notice_of<'a>(report: &Report<'a>, result: &WalkResult<'a>, catalog: &Catalog) -> Value {
    json!({
        "pack": result.pack.id,
        "version": result.pack.version,
        "sentences": report.notice_of(result, catalog),
    })
}

fn case_of(report: &Report<'_>) -> Value {
    let case = report.case;
    json!({
        "id": case.id,
        "title": case.title,
        "created": case.created,
        "updated": case.updated,
        "forms": case.forms,
    })
}

fn result_of<'a>(report: &Report<'a>, result: &WalkResult<'a>, catalog: &Catalog) -> Value {
    let counts = result.counts;
    let items = result.items.iter();
    let unknown = result.with_outcome(Outcome::Unknown);
    let left_out = result.with_outcome(Outcome::NotApplicable);
    let plan = result.plan();
    json!({
        "pack": result.pack.id,
        "version": result.pack.version,
        "source": result.pack.source.code(),
        "answered_with": report.case.walk(&result.pack.id).map(super::walked_with),
        "title": result.pack.title.get(catalog.chain()),
        "orphans": report.orphans(result).iter().map(|orphan| json!({
            "question": orphan.question,
            "part": match orphan.part {
                OrphanPart::Whole => "question",
                OrphanPart::Point(..) => "point",
                OrphanPart::Measure(_) => "measure",
            },
            "id": match orphan.part {
                OrphanPart::Whole => orphan.question.as_str(),
                OrphanPart::Point(point, _) => point.as_str(),
                OrphanPart::Measure(measure) => measure,
            },
            "why": orphan.why.map(|why| why.get(catalog.chain())),
        })).collect::<Vec<_>>(),
        "counts": counts_of(counts),
        "asked": counts.asked(),
        "answered": counts.answered(),
        "gaps": counts.gaps(),
        "items": items.map(|item| item_of(report, result, item, catalog)).collect::<Vec<_>>(),
        "plan": (0..).zip(&plan).map(|(at, task)| task_of(at, task, catalog)).collect::<Vec<_>>(),
        "to_find_out": unknown.map(|(_, item)| json!({
            "question": item.question.id,
            "label": item.question.label.get(catalog.chain()),
            "look": item.question.when_unknown.look.get(catalog.chain()),
            "ask": item.question.when_unknown.ask.get(catalog.chain()),
        })).collect::<Vec<_>>(),
        "not_applicable": left_out.map(|(_, item)| json!({
            "question": item.question.id,
            "label": item.question.label.get(catalog.chain()),
            "reason": report.reason(item),
        })).collect::<Vec<_>>(),
        "records": result.records().iter().map(|record| json!({
            "question": record.question.id,
            "measure": record.measure.id,
            "record": record.measure.record.get(catalog.chain()),
            "there": record.is_there,
        })).collect::<Vec<_>>(),
    })
}

fn counts_of(counts: Counts) -> Value {
    let counts = Outcome::ALL.map(|outcome| (outcome.code().to_owned(), counts.of(outcome).into()));
    Value::Object(Map::from_iter(counts))
}

fn item_of<'a>(
    report: &Report<'a>,
    result: &WalkResult<'a>,
    item: &Item<'a>,
    catalog: &Catalog,
) -> Value {
    let section = result.pack.section_of(item.question);
    let (in_place, of) = item.points();
    json!({
        "question": item.question.id,
        "section": section.id,
        "place": section.legal_ref,
        "topic": topic_code(&section.topic),
        "label": item.question.label.get(catalog.chain()),
        "outcome": item.outcome.code(),
        "points": {
            "in_place": in_place,
            "of": of,
            "none": item.points_that_are(PointState::None).map(|point| &point.id).collect::<Vec<_>>(),
        },
        "reason": report.reason(item),
        "note": item.note(),
        "flag": item.is_flagged(),
    })
}

fn task_of(at: usize, planned: &Planned<'_>, catalog: &Catalog) -> Value {
    let measure = planned.measure;
    let task = planned.task;
    json!({
        "question": planned.question.id,
        "measure": measure.id,
        "text": measure.text.get(catalog.chain()),
        "cost": measure.cost.code(),
        "effort": measure.effort.code(),
        "record": measure.record.get(catalog.chain()),
        "who": task.map_or("", |task| task.who.as_str()),
        "by": task.map_or("", |task| task.by.as_str()),
        "done": task.and_then(|task| task.done).map(|day| day.to_string()),
        "first": at < FIRST,
    })
}
