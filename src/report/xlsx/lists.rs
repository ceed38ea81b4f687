//! The sheets that are lists: what to do, what to find out, answers, records, what to protect.
//! Each can be filtered and printed; what the firm fills in has a column of its own.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::sheet::{Cell, Field, Sheet};
use crate::questionnaire::case::PointState;
use crate::questionnaire::case::{Due, Task};
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Measure;
use crate::questionnaire::result::WalkResult;
use crate::report::Report;
use crate::report::row::{Row, forms_of, kept, numbered, owner, record_state, rows, topic_name};
use crate::text::Message;
use crate::text::names::{contact_cost, cost_name, effort_name, outcome_name, related_numbers};

const DONE: [&str; 2] = ["tasks-done", "record-not-there"];
const THERE: [&str; 2] = ["record-there", "record-not-there"];

type Done = Result<Worksheet, XlsxError>;

/// A column that only a report of several walks needs.
const WALK: Field = Field::new("column-walk", 16.0);

/// Rows of all walks, one walk after the other, each with its walk's title at the end if there are several.
fn of_walks<'a>(
    report: &'a Report<'a>,
    sheet: &Sheet<'_>,
    fields: &mut Vec<Field>,
    rows_of: impl Fn(&'a WalkResult<'a>) -> Vec<Vec<Cell>>,
) -> Vec<Vec<Cell>> {
    let several = report.results.len() > 1;
    if several {
        fields.push(WALK);
    }
    let mut all = Vec::new();
    for result in &report.results {
        let mut rows = rows_of(result);
        for row in rows.iter_mut().filter(|_| several) {
            row.push(sheet.cell(&result.pack.title));
        }
        all.append(&mut rows);
    }
    all
}

pub(super) fn tasks(report: &Report<'_>, mut sheet: Sheet<'_>) -> Done {
    const STATE: usize = 11;
    let mut fields = vec![
        Field::new("column-number", 6.0),
        Field::new("column-first", 9.0),
        Field::new("column-measure", 34.0),
        Field::new("column-label", 16.0),
        Field::new("column-why", 26.0),
        Field::new("column-priority", 11.0),
        Field::new("column-cost", 11.0),
        Field::new("column-effort", 11.0),
        Field::new("column-record", 20.0),
        Field::new("column-who", 11.0),
        Field::new("column-by", 11.0),
        Field::new("column-state", 8.0).one_of(&DONE),
        Field::new("column-done", 12.0),
    ];
    let rows = of_walks(report, &sheet, &mut fields, |result| {
        let mut rows = rows(report, result);
        rows.sort_by_key(|row| row.task.map(|(order, _)| order));
        let with_task = rows.iter().filter_map(|row| Some((row, row.task?)));
        with_task
            .map(|(row, (order, planned))| {
                let measure = planned.measure;
                let (who, by, _) = row.agreed();
                let by = match Task::due_of(by) {
                    Due::Day(day) => Cell::Day(day),
                    Due::NotSaid | Due::Text(_) => sheet.cell(by),
                };
                let done = planned.task.and_then(|task| task.done);
                let first = if row.is_first() {
                    sheet.cell(Message::new("first-yes"))
                } else {
                    Cell::Empty
                };
                vec![
                    Cell::Number(order),
                    first,
                    Cell::Text(what_and_how(&sheet, measure)),
                    sheet.cell(&planned.question.label),
                    sheet.cell(&planned.question.why.text),
                    Cell::Number(planned.question.priority.into()),
                    sheet.cell(cost_name(measure.cost)),
                    sheet.cell(effort_name(measure.effort)),
                    sheet.cell(&measure.record),
                    sheet.cell(who),
                    by,
                    sheet.cell(Message::new(DONE[usize::from(done.is_none())])),
                    done.map_or(Cell::Empty, Cell::Day),
                ]
            })
            .collect()
    });
    sheet.table(&Message::new("export-order"), &fields, &rows)?;
    sheet.dim(rows.len(), fields.len(), STATE, DONE[0])?;
    Ok(sheet.page)
}

fn what_and_how(sheet: &Sheet<'_>, measure: &Measure) -> String {
    let what = sheet.say(&measure.text);
    match &measure.detail {
        Some(detail) => {
            let how = Message::new("tasks-how").with("detail", detail);
            format!("{what}\n{}", sheet.say(how))
        }
        None => what,
    }
}

pub(super) fn to_find_out(report: &Report<'_>, mut sheet: Sheet<'_>) -> Done {
    let mut fields = vec![
        Field::new("column-label", 24.0),
        Field::new("column-look", 46.0),
        Field::new("column-ask", 30.0),
        Field::new("column-outside", 40.0),
    ];
    let rows = of_walks(report, &sheet, &mut fields, |result| {
        let unknown = result.with_outcome(Outcome::Unknown);
        unknown
            .map(|(_, item)| {
                let question = item.question;
                let contact = report.contact(question).map(|contact| {
                    Message::new("export-contact")
                        .with("name", &contact.name)
                        .with("cost", contact_cost(contact))
                });
                vec![
                    sheet.cell(&question.label),
                    sheet.cell(&question.when_unknown.look),
                    sheet.cell(&question.when_unknown.ask),
                    contact.map_or(Cell::Empty, |contact| sheet.cell(contact)),
                ]
            })
            .collect()
    });
    let title = Message::new("result-find-out").with("count", rows.len());
    sheet.table(&title, &fields, &rows)?;
    Ok(sheet.page)
}

pub(super) fn answers(report: &Report<'_>, mut sheet: Sheet<'_>) -> Done {
    let mut fields = vec![
        Field::new("column-number", 6.0),
        Field::new("column-section", 14.0),
        Field::new("column-place", 9.0),
        Field::new("column-topic", 10.0),
        Field::new("column-label", 16.0),
        Field::new("column-question", 34.0),
        Field::new("column-outcome", 12.0),
        Field::new("column-points-in-place", 9.0),
        Field::new("column-points", 8.0),
        Field::new("column-open-points", 28.0),
        Field::new("column-points-none", 16.0),
        Field::new("column-reason", 16.0),
        Field::new("column-note", 24.0),
        Field::new("column-flag", 8.0),
        Field::new("column-related", 24.0),
    ];
    let rows = of_walks(report, &sheet, &mut fields, |result| {
        let rows = rows(report, result);
        rows.iter().map(|row| answer(&sheet, row)).collect()
    });
    sheet.table(&Message::new("export-answers"), &fields, &rows)?;
    Ok(sheet.page)
}

fn answer(sheet: &Sheet<'_>, row: &Row<'_>) -> Vec<Cell> {
    let question = row.item.question;
    let (in_place, points) = row.item.points();
    let open: Vec<String> = row
        .open_points()
        .map(|point| sheet.say(&point.text))
        .collect();
    let none: Vec<String> = row
        .item
        .points_that_are(PointState::None)
        .map(|point| sheet.say(&point.text))
        .collect();
    let flag = row.item.is_flagged().then(|| Message::new("check-flag"));
    let related: Vec<String> = related_numbers(question)
        .map(|said| sheet.say(said))
        .collect();
    vec![
        Cell::Number(row.number),
        sheet.cell(&row.section.title),
        sheet.cell(row.section.legal_ref.as_deref().unwrap_or_default()),
        sheet.cell(topic_name(row.section)),
        sheet.cell(&question.label),
        sheet.cell(&question.text),
        sheet.cell(outcome_name(row.item.outcome)),
        Cell::Number(in_place),
        Cell::Number(points),
        Cell::Text(open.join("\n")),
        Cell::Text(none.join("\n")),
        sheet.cell(row.reason.unwrap_or_default()),
        sheet.cell(row.item.note()),
        flag.map_or(Cell::Empty, |flag| sheet.cell(flag)),
        Cell::Text(related.join("\n")),
    ]
}

pub(super) fn records(report: &Report<'_>, mut sheet: Sheet<'_>) -> Done {
    let mut fields = vec![
        Field::new("column-record", 44.0),
        Field::new("column-label", 26.0),
        Field::new("column-outcome", 16.0),
        Field::new("column-record-there", 10.0).one_of(&THERE),
    ];
    let rows = of_walks(report, &sheet, &mut fields, |result| {
        let records = result.records();
        records
            .iter()
            .map(|record| {
                let mut name = sheet.say(&record.measure.record);
                if let Some(kept) = kept(result, record) {
                    name = format!("{name}\n{}", sheet.say(kept));
                }
                vec![
                    Cell::Text(name),
                    sheet.cell(&record.question.label),
                    sheet.cell(outcome_name(result.items[record.item].outcome)),
                    sheet.cell(record_state(record.is_there)),
                ]
            })
            .collect()
    });
    sheet.table(&Message::new("export-records-note"), &fields, &rows)?;
    Ok(sheet.page)
}

pub(super) fn information(report: &Report<'_>, mut sheet: Sheet<'_>) -> Done {
    let fields = [
        Field::new("column-number", 7.0),
        Field::new("column-what", 36.0),
        Field::new("column-form", 14.0),
        Field::new("column-kept", 26.0),
        Field::new("column-owner", 24.0),
        Field::new("column-seen-by", 26.0),
        Field::new("column-level", 12.0),
    ];
    let rows: Vec<_> = numbered(report)
        .into_iter()
        .map(|(thing, number)| {
            let number = number.and_then(|number| usize::try_from(number).ok());
            let form = forms_of(report, thing);
            vec![
                number.map_or(Cell::Empty, Cell::Number),
                sheet.cell(thing.what.as_str()),
                form.map_or(Cell::Empty, |form| sheet.cell(form)),
                sheet.cell(thing.place.as_str()),
                sheet.cell(owner(thing)),
                sheet.cell(thing.seen_by.as_str()),
                sheet.cell(thing.level.as_str()),
            ]
        })
        .collect();
    sheet.table(&Message::new("export-information-note"), &fields, &rows)?;
    Ok(sheet.page)
}
