//! What a cell is of in an answer: put there, taken out, or as it was when the workbook was made.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::layout::{Column, Row, Value, Word};
use crate::questionnaire::case::{Answer, Case, Given, RECORD_THERE, RecordDetail, Task};
use crate::questionnaire::id::{MeasureId, PackId, PointId, QuestionId};
use crate::questionnaire::map_of::map_of;

/// The cells that the workbook was made with.
pub(super) type Was = BTreeMap<(Row, Column), Value>;

pub(super) fn text_of(value: Option<&Value>) -> String {
    value.map(Value::code).unwrap_or_default()
}

/// The answer as it was then: who gave it and when stands in no cell.
pub(super) fn said_then(answer: &mut Answer, row: &Row, points: &[(PointId, Row)], was: &Was) {
    let word = |row: &Row| match was.get(&(row.clone(), Column::Answer)) {
        Some(Value::Word(word)) => Some(*word),
        _ => None,
    };
    let none = points
        .iter()
        .filter(|(_, row)| word(row) == Some(Word::NotHere));
    let none: BTreeSet<PointId> = none.map(|(point, _)| point.clone()).collect();
    answer.given = match word(row) {
        None => None,
        Some(Word::Unknown) => Some(Given::Unknown),
        Some(Word::NotApplicable) => {
            let reason = was.get(&(row.clone(), Column::Reason));
            Some(Given::NotApplicable(text_of(reason)))
        }
        Some(_) => {
            let points = points.iter().filter(|(point, _)| !none.contains(point));
            let points = points.map(|(point, row)| (point.clone(), word(row) == Some(Word::Yes)));
            Some(Given::Points(map_of(points)))
        }
    };
    answer.none = (answer.given.is_some() || !none.is_empty()).then_some(none);
    answer.answered = None;
    answer.answered_by.clear();
}

pub(super) fn put_task(answer: &mut Answer, column: Column, value: Option<&Value>) {
    let task = answer.task.get_or_insert_default();
    match (column, value) {
        (Column::Who, value) => task.who = text_of(value),
        (Column::By, value) => task.by = text_of(value),
        (Column::Done, Some(Value::Day(day))) => task.done = Some(*day),
        (Column::Done, _) => task.done = None,
        _ => {}
    }
    if answer.task == Some(Task::default()) {
        answer.task = None;
    }
}

/// The record as these cells have it.
pub(super) fn put_record<'v>(
    answer: &mut Answer,
    measure: &MeasureId,
    cell: impl Fn(Column) -> Option<&'v Value>,
) {
    let measure = measure.as_str();
    answer.records.remove(measure);
    answer.record_details.remove(measure);
    if cell(Column::Answer) != Some(&Value::Word(Word::There)) {
        return;
    }
    let there = Json::String(RECORD_THERE.to_owned());
    answer.records.insert(measure.to_owned(), there);
    let detail = RecordDetail {
        place: text_of(cell(Column::Place)),
        on: match cell(Column::On) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        },
        ..RecordDetail::default()
    };
    if detail != RecordDetail::default() {
        answer.record_details.insert(measure.to_owned(), detail);
    }
}

/// Takes out what a cell is of. The row has the ids of today.
pub(super) fn take_out(case: &mut Case, row: &Row, column: Column) {
    let (pack, question) = match row {
        Row::Firm => return case.profile.firm.clear(),
        Row::FilledBy | Row::Point(..) => return,
        Row::Question(pack, question) | Row::Record(pack, question, _) => (pack, question),
    };
    let mut answer = answer_of(case, pack, question);
    match (row, column) {
        (Row::Record(_, _, measure), Column::Answer) => put_record(&mut answer, measure, |_| None),
        (Row::Record(_, _, measure), column) => {
            let details = &mut answer.record_details;
            if let Some(detail) = details.get_mut(measure.as_str()) {
                match column {
                    Column::Place => detail.place.clear(),
                    _ => detail.on = None,
                }
                if *detail == RecordDetail::default() {
                    details.remove(measure.as_str());
                }
            }
        }
        (_, Column::Answer) => {
            answer.given = None;
            answer.none = None;
            answer.answered = None;
            answer.answered_by.clear();
        }
        (_, Column::Note) => answer.note.clear(),
        (_, column) => put_task(&mut answer, column, None),
    }
    put_answer(case, pack, question, answer);
}

pub(super) fn answer_of(case: &Case, pack: &PackId, question: &QuestionId) -> Answer {
    case.answer(pack, question).cloned().unwrap_or_default()
}

/// One that says nothing stands nowhere.
pub(super) fn put_answer(case: &mut Case, pack: &PackId, question: &QuestionId, answer: Answer) {
    if !answer.is_empty() {
        let walk = case.walks.entry(pack.clone()).or_default();
        walk.answers.insert(question.clone(), answer);
    } else if let Some(walk) = case.walks.get_mut(pack) {
        walk.answers.remove(question);
    }
}
