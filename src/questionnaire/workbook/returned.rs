//! A workbook that came back as one side of a merge: the state that it was made of, and that state with what was filled.
//! Of what nobody has touched both hold what the check here holds, so that it is no change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value as Json;

use super::answer::{Cells, Now, Outcome};
use super::filled::{Filled, Origin};
use super::layout::{Column, Row, Value, Word, shown};
use super::parts::{answer_of, put_answer, put_record, put_task, said_then, take_out, text_of};
use super::value::{Reading, Wanted, words_of};
use super::{Finding, What, WorkbookFault};
use crate::questionnaire::asked::Asked;
use crate::questionnaire::case::{Answer, Case, Given, RECORD_THERE, RecordDetail};
use crate::questionnaire::id::{CaseId, MeasureId, PointId, QuestionId};
use crate::questionnaire::moment::Moment;
use crate::questionnaire::pack::{Pack, Question};

/// One side of a merge, and what is to be told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// The state that the workbook was made of, as far as it says.
    pub base: Case,
    /// That state with what was filled. What was emptied is as it was.
    pub theirs: Case,
    /// In the order of the sheets' cells.
    pub findings: Vec<Finding>,
    /// What was filled and is empty now: taken only by [`Returned::with_emptied`].
    pub emptied: Vec<Emptied>,
}

/// What was filled and is empty now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emptied {
    row: Row,
    column: Column,
}

impl Returned {
    /// Their side with what was emptied taken out.
    #[must_use]
    pub fn with_emptied(&self) -> Case {
        let mut theirs = self.theirs.clone();
        for Emptied { row, column } in &self.emptied {
            take_out(&mut theirs, row, *column);
        }
        theirs
    }
}

impl Filled {
    /// `ours` is the check here as it is today, with the ids of today; none where there is none: then it becomes a new
    /// one under `id`. `packs` are those of the workbook.
    pub fn returned(
        &self,
        packs: &[Arc<Pack>],
        ours: Option<&Case>,
        id: &CaseId,
        now: Moment,
    ) -> Result<Returned, WorkbookFault> {
        let mut base = match ours {
            Some(ours) => ours.clone(),
            None => self.origin.skeleton(packs, id, now)?,
        };
        let mut returning = Returning {
            filled: self,
            now,
            said: self.said(now),
            findings: self.findings.clone(),
            emptied: Vec::new(),
            read: BTreeSet::new(),
            today: BTreeMap::new(),
            theirs: base.clone(),
        };
        returning.firm(&mut base);
        for (id, version) in &self.origin.packs {
            let mut known = packs.iter();
            let pack = known.find(|pack| pack.id == *id);
            let pack = pack.ok_or_else(|| WorkbookFault::NoPack(id.clone()))?;
            if pack.version != *version {
                returning.findings.push(Finding {
                    at: None,
                    what: What::OtherVersion {
                        pack: id.clone(),
                        theirs: version.clone(),
                        ours: pack.version.clone(),
                    },
                });
            }
            returning.walk(pack, &mut base);
        }
        returning.rows_of_nothing();
        if ours.is_none() && returning.theirs.title.is_empty() {
            // Several that come in on one day are to be told apart.
            let Case { title, profile, .. } = &mut returning.theirs;
            title.clone_from(&profile.firm);
        }
        let Returning {
            mut findings,
            emptied,
            theirs,
            ..
        } = returning;
        findings.sort_by(|a, b| a.at.cmp(&b.at));
        Ok(Returned {
            base,
            theirs,
            findings,
            emptied,
        })
    }

    /// Who has filled it, and when: by the file, where it says so.
    fn said(&self, now: Moment) -> (String, Moment) {
        let row = self.rows.get(&Row::FilledBy);
        let cell = row.and_then(|row| row.cells.get(&Column::Answer));
        let who = cell.map(words_of).unwrap_or_default();
        let who = who.chars().take(super::LONGEST).collect();
        let saved = self.saved.filter(|saved| *saved <= now);
        (who, saved.map_or(now, |saved| saved.seen_from(now)))
    }
}

impl Origin {
    /// A check of which no more is known than the workbook says.
    fn skeleton(
        &self,
        packs: &[Arc<Pack>],
        id: &CaseId,
        now: Moment,
    ) -> Result<Case, WorkbookFault> {
        let (first, _) = self.packs.first().ok_or(WorkbookFault::Damaged)?;
        let mut known = packs.iter();
        let pack = known.find(|pack| pack.id == *first);
        let pack = pack.ok_or_else(|| WorkbookFault::NoPack(first.clone()))?;
        let (title, forms) = (self.title.clone(), self.forms.clone());
        let mut case = Case::new(id.clone(), title, forms, pack, now);
        case.revision = self.revision.max(1);
        for (pack, version) in &self.packs {
            let walk = case.walks.entry(pack.clone()).or_default();
            walk.version.clone_from(version);
        }
        Ok(case)
    }
}

struct Returning<'a> {
    filled: &'a Filled,
    now: Moment,
    said: (String, Moment),
    findings: Vec<Finding>,
    emptied: Vec<Emptied>,
    /// Rows that were looked at.
    read: BTreeSet<Row>,
    /// Rows of questions and records, with their names of today.
    today: BTreeMap<Row, Row>,
    theirs: Case,
}

/// A question under its id of today, and under that of the workbook.
struct Place<'a> {
    asked: Asked<'a>,
    row: Row,
    points: Vec<(PointId, Row)>,
    records: Vec<(MeasureId, Row)>,
}

impl Returning<'_> {
    fn firm(&mut self, base: &mut Case) {
        let place = (Row::Firm, Column::Answer);
        let was = self.filled.origin.cells.get(&place).map(Value::code);
        let was = was.unwrap_or_default();
        if super::layout::tidy(&base.profile.firm) != was {
            base.profile.firm.clone_from(&was);
            self.theirs.profile.firm.clone_from(&was);
        }
        match self.text(&Row::Firm, Column::Answer) {
            Now::Changed(name) => {
                if !was.is_empty() {
                    // It may be another firm's workbook.
                    self.tell(&Row::Firm, Column::Answer, What::FirmChanged(was));
                }
                self.theirs.profile.firm = name;
            }
            Now::Emptied(_) => self.empty(&Row::Firm, Column::Answer),
            Now::Same(_) | Now::Unread => {}
        }
    }

    /// All that the workbook says of one pack.
    fn walk(&mut self, pack: &Pack, base: &mut Case) {
        let filled = self.filled;
        let origin = &filled.origin;
        let here = shown(base, pack, &origin.forms);
        for place in &places(pack, filled) {
            self.name_of_today(pack, place);
            let was = |row: &Row, column: Column| origin.cells.get(&(row.clone(), column));
            let today = |row: Row, column: Column| here.get(&(row, column));
            let question = || Row::Question(pack.id.clone(), place.asked.id.clone());
            let is_same = |column| was(&place.row, column) == today(question(), column);
            let answer = answer_of(base, &pack.id, &place.asked.id);
            let mut before = answer.clone();
            let points_same = place.points.iter().all(|(point, row)| {
                let of_today = Row::Point(pack.id.clone(), place.asked.id.clone(), point.clone());
                was(row, Column::Answer) == today(of_today, Column::Answer)
            });
            if !(points_same && is_same(Column::Answer) && is_same(Column::Reason)) {
                said_then(&mut before, &place.row, &place.points, &origin.cells);
            }
            if !is_same(Column::Note) && !self.is_cut(&place.row, Column::Note) {
                before.note = text_of(was(&place.row, Column::Note));
            }
            for column in [Column::Who, Column::By, Column::Done] {
                if !is_same(column) && !self.is_cut(&place.row, column) {
                    put_task(&mut before, column, was(&place.row, column));
                }
            }
            for (measure, row) in &place.records {
                let of_today = |column| {
                    let row = Row::Record(pack.id.clone(), place.asked.id.clone(), measure.clone());
                    today(row, column)
                };
                let columns = [Column::Answer, Column::Place, Column::On];
                let is_same = columns.iter().all(|it| was(row, *it) == of_today(*it));
                if !is_same && !self.is_cut(row, Column::Place) {
                    put_record(&mut before, measure, |column| was(row, column));
                }
            }
            let mut after = before.clone();
            self.question(place, &mut after);
            // Where both say the same, who said it and when is no change.
            if after.given == answer.given && after.none == answer.none {
                after.answered = answer.answered;
                after.answered_by.clone_from(&answer.answered_by);
            }
            // What is as it is here stays as it stands there, also one that says nothing.
            if before != answer {
                put_answer(base, &pack.id, &place.asked.id, before);
            }
            if after != answer {
                put_answer(&mut self.theirs, &pack.id, &place.asked.id, after);
            }
        }
    }

    fn question(&mut self, place: &Place<'_>, answer: &mut Answer) {
        self.answer(place, answer);
        match self.text(&place.row, Column::Note) {
            Now::Changed(note) => answer.note = note,
            Now::Emptied(_) => self.empty(&place.row, Column::Note),
            Now::Same(_) | Now::Unread => {}
        }
        for column in [Column::Who, Column::By, Column::Done] {
            match self.cell(&place.row, column) {
                Now::Changed(value) => put_task(answer, column, Some(&value)),
                Now::Emptied(_) => self.empty(&place.row, column),
                Now::Same(_) | Now::Unread => {}
            }
        }
        for (measure, row) in &place.records {
            self.record(measure, row, answer);
        }
    }

    fn answer(&mut self, place: &Place<'_>, answer: &mut Answer) {
        let offered = |word: Word| match word {
            Word::NotApplicable => !place.asked.may_not_apply.is_empty(),
            Word::Met | Word::Partly | Word::NotMet | Word::Unknown => true,
            _ => false,
        };
        let word = self.word(&place.row, offered);
        let points = place.points.iter().map(|(id, row)| {
            let mut points = place.asked.points();
            let has_none = points.any(|point| point.id == *id && point.none.is_some());
            let offered = |word: Word| match word {
                Word::NotHere => has_none,
                word => matches!(word, Word::Yes | Word::No),
            };
            (id.clone(), self.word(row, offered))
        });
        let points = points.collect();
        let reason = self.text(&place.row, Column::Reason);
        let cells = Cells {
            answer: word,
            points,
            reason,
        };
        match cells.outcome() {
            Outcome::Unread if cells.are_filled() => {
                self.tell(&place.row, Column::Answer, What::BesideUnread);
            }
            Outcome::Unread => {}
            Outcome::Same => self.tell_emptied(place, &cells),
            Outcome::Emptied => {
                self.tell_emptied(place, &cells);
                self.offer(&place.row, Column::Answer);
            }
            Outcome::Not(what) => {
                let column = match what {
                    What::NoReason | What::ReasonUnused => Column::Reason,
                    _ => Column::Answer,
                };
                self.tell(&place.row, column, what);
            }
            Outcome::Given(given, none) => {
                self.tell_emptied(place, &cells);
                self.give(place, answer, given, none);
            }
        }
    }

    fn give(&self, place: &Place<'_>, answer: &mut Answer, given: Given, none: BTreeSet<PointId>) {
        let asked: BTreeSet<&PointId> = place.points.iter().map(|(point, _)| point).collect();
        let mut all_none = answer.none.clone().unwrap_or_default();
        all_none.retain(|point| !asked.contains(point));
        all_none.extend(none);
        let given = match (given, &answer.given) {
            // Points that are not asked for these forms stay as they were.
            (Given::Points(mut points), Some(Given::Points(before))) => {
                let others = before.iter().filter(|(point, _)| !asked.contains(point));
                points.extend(others.map(|(point, is_there)| (point.clone(), *is_there)));
                Given::Points(points)
            }
            (given, _) => given,
        };
        let was = answer.none.clone().unwrap_or_default();
        if answer.given.as_ref() == Some(&given) && was == all_none {
            return;
        }
        answer.given = Some(given);
        answer.none = Some(all_none);
        let (who, when) = &self.said;
        answer.answered_by.clone_from(who);
        answer.answered = Some(*when);
    }

    /// Cells of an answer that are empty now; the answer stays as it was.
    fn tell_emptied(&mut self, place: &Place<'_>, cells: &Cells) {
        let replaced =
            cells.answer.is_changed() || cells.points.iter().any(|(_, it)| it.is_changed());
        let mut emptied = Vec::new();
        // The points say the same, or another answer has taken its place.
        let all_points = cells
            .points
            .iter()
            .all(|(_, it)| matches!(it, Now::Same(Some(_)) | Now::Changed(_)));
        if let (Now::Emptied(word), false) = (&cells.answer, all_points) {
            emptied.push((&place.row, Column::Answer, Value::Word(*word)));
        }
        let by_word = matches!(
            cells.answer,
            Now::Changed(Word::Unknown | Word::NotApplicable)
        );
        let points = cells.points.iter().zip(&place.points);
        for ((_, now), (_, row)) in points.filter(|_| !by_word) {
            if let Now::Emptied(word) = now {
                emptied.push((row, Column::Answer, Value::Word(*word)));
            }
        }
        if let (Now::Emptied(reason), false) = (&cells.reason, replaced) {
            emptied.push((&place.row, Column::Reason, Value::Text(reason.clone())));
        }
        for (row, column, value) in emptied {
            self.tell(row, column, What::Emptied(value));
        }
    }

    fn record(&mut self, measure: &MeasureId, row: &Row, answer: &mut Answer) {
        let is_record = |word: Word| matches!(word, Word::There | Word::NotThere);
        let state = self.word(row, is_record);
        let place = self.text(row, Column::Place);
        let on = self.cell(row, Column::On);
        let is_there = match &state {
            Now::Unread => return,
            Now::Emptied(word) => {
                self.tell(row, Column::Answer, What::Emptied(Value::Word(*word)));
                return self.offer(row, Column::Answer);
            }
            state => state.counts() == Some(&Word::There),
        };
        let says_more = place.is_changed() || on.is_changed();
        match (is_there, says_more) {
            (false, true) => {
                let column = if place.is_changed() {
                    Column::Place
                } else {
                    Column::On
                };
                return self.tell(row, column, What::RecordNotSaid);
            }
            (false, false) => {
                // Where it was kept, and since when, stays as it is on the screen: it may be there again.
                if state.is_changed() {
                    answer.records.remove(measure.as_str());
                }
                return;
            }
            (true, _) => {}
        }
        let there = Json::String(RECORD_THERE.to_owned());
        answer.records.insert(measure.as_str().to_owned(), there);
        let detail = answer.record_details.entry(measure.as_str().to_owned());
        let detail = detail.or_default();
        match place {
            Now::Changed(text) => detail.place = text,
            Now::Emptied(_) => self.empty(row, Column::Place),
            Now::Same(_) | Now::Unread => {}
        }
        match on {
            Now::Changed(Value::Day(day)) => detail.on = Some(day),
            Now::Emptied(_) => self.empty(row, Column::On),
            _ => {}
        }
        if *detail == RecordDetail::default() {
            answer.record_details.remove(measure.as_str());
        }
    }

    /// It is told, and offered to be taken out.
    fn empty(&mut self, row: &Row, column: Column) {
        let was = self.filled.origin.cells.get(&(row.clone(), column));
        if let Some(was) = was.cloned() {
            self.tell(row, column, What::Emptied(was));
            self.offer(row, column);
        }
    }

    fn offer(&mut self, row: &Row, column: Column) {
        let row = self.today.get(row).unwrap_or(row).clone();
        self.emptied.push(Emptied { row, column });
    }

    /// The rows of a question by the ids of today.
    fn name_of_today(&mut self, pack: &Pack, place: &Place<'_>) {
        let id = || place.asked.id.clone();
        let question = Row::Question(pack.id.clone(), id());
        self.today.insert(place.row.clone(), question);
        for (measure, row) in &place.records {
            let record = Row::Record(pack.id.clone(), id(), measure.clone());
            self.today.insert(row.clone(), record);
        }
    }

    fn tell(&mut self, row: &Row, column: Column, what: What) {
        let row = self.filled.rows.get(row);
        self.findings.push(Finding {
            at: row.map(|row| row.place(column)),
            what,
        });
    }

    fn is_cut(&self, row: &Row, column: Column) -> bool {
        self.filled.origin.cut.contains(&(row.clone(), column))
    }

    /// What became of a cell. What is wrong with it is told here.
    fn cell(&mut self, row: &Row, column: Column) -> Now<Value> {
        self.read.insert(row.clone());
        let filled = self.filled;
        let was = filled.origin.cells.get(&(row.clone(), column)).cloned();
        // Of a row or a column that is gone, and of what is not there whole, nothing is said.
        let there = filled.rows.get(row);
        let Some(there) = there.filter(|there| there.columns.contains_key(&column)) else {
            return Now::Same(was);
        };
        if self.is_cut(row, column) {
            return Now::Same(was);
        }
        let has_words = !matches!(row, Row::Firm | Row::FilledBy);
        let reading = Reading {
            words: &filled.origin.words,
            is_from_1904: filled.is_from_1904,
            today: self.now.day(),
        };
        let wanted = Wanted::of(column, has_words);
        let cell = there.cells.get(&column);
        // Words that stand as they stood say nothing new, whatever they could be read as when somebody writes them now.
        let stands = |was: &Value| matches!((was, cell), (Value::Text(was), Some(cell)) if words_of(cell) == *was);
        if was.as_ref().is_some_and(stands) {
            return Now::Same(was);
        }
        let value = cell.map_or(Ok(None), |cell| reading.value(cell, wanted));
        match (value, was) {
            (Err(what), _) => {
                self.tell(row, column, what);
                Now::Unread
            }
            (Ok(None), Some(was)) => Now::Emptied(was),
            (Ok(value), was) if value == was => Now::Same(was),
            (Ok(Some(value)), _) => Now::Changed(value),
            (Ok(None), None) => Now::Same(None),
        }
    }

    fn word(&mut self, row: &Row, offered: impl Fn(Word) -> bool) -> Now<Word> {
        let word = |value: Value| match value {
            Value::Word(word) => Some(word),
            Value::Text(_) | Value::Day(_) => None,
        };
        match self.cell(row, Column::Answer) {
            Now::Same(value) => Now::Same(value.and_then(word)),
            Now::Emptied(value) => word(value).map_or(Now::Same(None), Now::Emptied),
            Now::Changed(Value::Word(word)) if offered(word) => Now::Changed(word),
            Now::Changed(Value::Word(word)) => {
                self.tell(row, Column::Answer, What::NotOffered(word));
                Now::Unread
            }
            Now::Changed(_) | Now::Unread => Now::Unread,
        }
    }

    fn text(&mut self, row: &Row, column: Column) -> Now<String> {
        match self.cell(row, column) {
            Now::Same(value) => Now::Same(value.map(|value| value.code())),
            Now::Emptied(value) => Now::Emptied(value.code()),
            Now::Changed(value) => Now::Changed(value.code()),
            Now::Unread => Now::Unread,
        }
    }

    /// What was filled for what is not asked any more.
    fn rows_of_nothing(&mut self) {
        let unread: Vec<&Row> = self
            .filled
            .rows
            .keys()
            .filter(|row| !self.read.contains(row) && **row != Row::FilledBy)
            .collect();
        for row in unread {
            for column in Column::ALL {
                if self.cell(row, column).is_changed() {
                    self.tell(row, column, What::RowUnknown);
                    break;
                }
            }
        }
    }
}

/// The questions of the workbook that there are today. What was renamed since is known by its old name.
fn places<'a>(pack: &'a Pack, filled: &'a Filled) -> Vec<Place<'a>> {
    let renamed = &pack.moves.renamed;
    let origin = &filled.origin;
    let is_named = |row: &Row| {
        filled.rows.contains_key(row) || origin.cells.contains_key(&(row.clone(), Column::Answer))
    };
    let place = |question: &'a Question| {
        let asked = Asked::of(question, &origin.forms)?;
        let of = |id: &QuestionId| Row::Question(pack.id.clone(), id.clone());
        let mut olds = renamed.questions.iter();
        let old = olds.find(|(old, new)| *new == question.id && is_named(&of(old)));
        let then = old.map_or(&question.id, |(old, _)| old);
        let points = asked.points().map(|point| {
            let of = |id: &PointId| Row::Point(pack.id.clone(), then.clone(), id.clone());
            let mut olds = renamed.points.iter().filter(|(of, ..)| *of == question.id);
            let old = olds.find(|(_, old, new)| *new == point.id && is_named(&of(old)));
            (
                point.id.clone(),
                of(old.map_or(&point.id, |(_, old, _)| old)),
            )
        });
        let records = asked.measures().map(|measure| {
            let of = |id: &MeasureId| Row::Record(pack.id.clone(), then.clone(), id.clone());
            let mut olds = renamed
                .measures
                .iter()
                .filter(|(of, ..)| *of == question.id);
            let old = olds.find(|(_, old, new)| *new == measure.id && is_named(&of(old)));
            let id = old.map_or(&measure.id, |(_, old, _)| old);
            (measure.id.clone(), of(id))
        });
        Some(Place {
            asked,
            row: of(then),
            points: points.collect(),
            records: records.collect(),
        })
    };
    pack.questions.iter().filter_map(place).collect()
}
