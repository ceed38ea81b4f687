//! A report as NDJSON for `DuckDB`, Spark and the like: one line a question, each with the same columns.
//! docs/JSON.md describes the columns. Columns may be added, none is ever taken away or given another meaning.

use serde_json::{Value, json};

use super::row::{Row, rows, topic_code};
use super::{Report, json};
use crate::questionnaire::result::WalkResult;
use crate::text::catalog::Catalog;

/// The version of the lines.
pub const FORMAT: u32 = 1;

/// The lines of one case. Those of many cases may simply follow each other.
#[must_use]
pub fn ndjson(report: &Report<'_>, catalog: &Catalog) -> String {
    let mut lines = String::new();
    for result in &report.results {
        let notice = report.notice_of(result, catalog).join(" ");
        for row in rows(report, result) {
            lines.push_str(&json::line(&columns(
                report, result, &row, &notice, catalog,
            )));
        }
    }
    lines
}

fn columns(
    report: &Report<'_>,
    result: &WalkResult<'_>,
    row: &Row<'_>,
    notice: &str,
    catalog: &Catalog,
) -> Value {
    let case = report.case;
    let question = row.item.question;
    let chain = catalog.chain();
    let (in_place, points) = row.item.points();
    let measure = row.measure();
    let record = row.records.first();
    let there = row.records.iter().filter(|record| record.is_there);
    let (who, by, done) = row.agreed();
    json!({
        "notice": notice,
        "format": FORMAT,
        "case": case.id,
        "title": case.title,
        "anonymous": report.anonymous,
        "created": case.created,
        "updated": case.updated,
        "forms": case.forms,
        "pack": result.pack.id,
        "version": result.pack.version,
        "answered_with": case.walk(&result.pack.id).map(super::walked_with),
        "number": row.number,
        "question": question.id,
        "section": row.section.id,
        "place": row.section.place,
        "topic": topic_code(&row.section.topic),
        "label": question.label.get(chain),
        "text": question.text.get(chain),
        "outcome": row.item.outcome.code(),
        "gap": row.item.outcome.is_gap(),
        "points_in_place": in_place,
        "points": points,
        "answered": row.item.answer.and_then(|answer| answer.answered),
        "reason": row.reason,
        "note": row.item.note(),
        "flag": row.item.is_flagged(),
        "task": row.task.map(|(order, _)| order),
        "first": row.is_first(),
        "measure": measure.map(|measure| &measure.id),
        "measure_text": measure.map(|measure| measure.text.get(chain)),
        "cost": measure.map(|measure| measure.cost.code()),
        "effort": measure.map(|measure| measure.effort.code()),
        "who": who,
        "by": by,
        "done": done,
        "record": record.map(|record| record.measure.record.get(chain)),
        "record_there": record.map(|record| record.is_there),
        "records_there": there.map(|record| &record.measure.id).collect::<Vec<_>>(),
    })
}
