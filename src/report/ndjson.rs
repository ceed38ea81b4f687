//! A report as NDJSON for `DuckDB`, Spark and the like: one line a question, each with the same columns.
//! docs/JSON.md describes the columns. Within a format columns may be added, none is taken away or given another meaning:
//! format 2 has the names that SQL does not reserve, one type in each column, and all columns that the coming work fills.

use serde_json::{Value, json};

use super::row::{Row, rows, topic_code};
use super::{Report, json};
use crate::questionnaire::case::{Due, PointState, Task};
use crate::questionnaire::result::WalkResult;
use crate::text::catalog::Catalog;
use crate::text::orphans::orphan_id;

/// The version of the lines.
pub const FORMAT: u32 = 2;

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
    let due = Task::due_of(by);
    let ids = |state| {
        row.item
            .points_that_are(state)
            .map(|point| &point.id)
            .collect::<Vec<_>>()
    };
    let firm = case.firm.as_ref();
    json!({
        "notice": notice,
        "format": FORMAT,
        "case_id": case.id,
        "firm": firm
            .map(|firm| if report.is_anonymous() { &firm.pseudonym } else { &firm.id })
            .filter(|id| !id.is_empty()),
        "trade": firm.map_or("", |firm| firm.trade.as_str()),
        "size": firm.map_or("", |firm| firm.size.as_str()),
        "earlier": case.earlier.as_ref().map(|earlier| &earlier.id),
        "title": case.title,
        "anonymous": report.is_anonymous(),
        "created": case.created,
        "updated": case.updated,
        "forms": case.forms,
        "pack": result.pack.id,
        "version": result.pack.version,
        "answered_with": case.walk(&result.pack.id).map(super::walked_with),
        "number": row.number,
        "question": question.id,
        "section": row.section.id,
        "place": row.section.legal_ref,
        "topic": topic_code(&row.section.topic),
        "label": question.label.get(chain),
        "text": question.text.get(chain),
        "outcome": row.item.outcome.code(),
        "gap": row.item.outcome.is_gap(),
        "points_in_place": in_place,
        "points": points,
        "points_open": ids(PointState::Open),
        "points_none": ids(PointState::None),
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
        "due": match due {
            Due::Day(day) => Some(day.to_string()),
            _ => None,
        },
        "due_text": by,
        "done": done,
        "record": record.map(|record| record.measure.record.get(chain)),
        "record_there": record.map(|record| record.is_there),
        "records_there": there.map(|record| &record.measure.id).collect::<Vec<_>>(),
        "orphans": report.orphans(result).iter().map(orphan_id).collect::<Vec<_>>(),
    })
}
