//! Which rows and columns there are to fill, by what a row and a column are called in the file, and what stands in them
//! for a check. Whoever writes the workbook and whoever reads it take it from here.

use std::collections::BTreeMap;
use std::fmt;

use crate::questionnaire::case::{Answer, Case, Due, Given, PointState, Task};
use crate::questionnaire::forms::visible_questions;
use crate::questionnaire::id::{FormId, MeasureId, PackId, PointId, QuestionId, is_id};
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::{Outcome, outcome_of};
use crate::questionnaire::pack::Pack;
use crate::questionnaire::seen::visible;

/// The version of the workbook. A higher one is refused.
pub const FORMAT: u32 = 1;

/// The hidden sheet, and what stands in its first cell.
pub const HIDDEN: &str = "mamori";

/// What stands above the hidden column of the rows' names, in the row of the columns' names.
pub const KEYS: &str = "mamori-columns";

/// The longest text that is taken, in characters: what a field of the program takes.
pub const LONGEST: usize = 4_000;

/// What a row is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// The name of the firm.
    Firm,
    /// Who fills it.
    FilledBy,
    Question(PackId, QuestionId),
    Point(PackId, QuestionId, PointId),
    /// The record of a measure.
    Record(PackId, QuestionId, MeasureId),
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The answer, a point, a record: a word to choose; in a row about the firm its text.
    Answer,
    Reason,
    Note,
    Who,
    By,
    Done,
    /// Where a record lies.
    Place,
    /// Since when.
    On,
}

/// A word that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    Met,
    Partly,
    NotMet,
    Unknown,
    NotApplicable,
    Yes,
    No,
    /// 関係なし.
    NotHere,
    /// A record is there.
    There,
    NotThere,
}

/// What is said in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Word(Word),
    Text(String),
    Day(Day),
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Firm => f.write_str("firm"),
            Self::FilledBy => f.write_str("by"),
            Self::Question(pack, question) => write!(f, "q/{pack}/{question}"),
            Self::Point(pack, question, point) => write!(f, "p/{pack}/{question}/{point}"),
            Self::Record(pack, question, measure) => write!(f, "r/{pack}/{question}/{measure}"),
        }
    }
}

impl Row {
    /// What a row of this name is for; none for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.trim().split('/').collect();
        let (kind, ids) = parts.split_first()?;
        if !ids.iter().all(|id| is_id(id)) {
            return None;
        }
        match (*kind, ids) {
            ("firm", []) => Some(Self::Firm),
            ("by", []) => Some(Self::FilledBy),
            ("q", [pack, question]) => {
                Some(Self::Question(PackId::new(pack), QuestionId::new(question)))
            }
            ("p", [pack, question, point]) => Some(Self::Point(
                PackId::new(pack),
                QuestionId::new(question),
                PointId::new(point),
            )),
            ("r", [pack, question, measure]) => Some(Self::Record(
                PackId::new(pack),
                QuestionId::new(question),
                MeasureId::new(measure),
            )),
            _ => None,
        }
    }
}

impl Column {
    pub const ALL: [Self; 8] = [
        Self::Answer,
        Self::Reason,
        Self::Note,
        Self::Who,
        Self::By,
        Self::Done,
        Self::Place,
        Self::On,
    ];

    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Reason => "reason",
            Self::Note => "note",
            Self::Who => "who",
            Self::By => "by",
            Self::Done => "done",
            Self::Place => "place",
            Self::On => "on",
        }
    }

    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

impl Word {
    pub const ALL: [Self; 10] = [
        Self::Met,
        Self::Partly,
        Self::NotMet,
        Self::Unknown,
        Self::NotApplicable,
        Self::Yes,
        Self::No,
        Self::NotHere,
        Self::There,
        Self::NotThere,
    ];

    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not_applicable",
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotHere => "none",
            Self::There => "there",
            Self::NotThere => "not_there",
        }
    }

    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.code() == code)
    }

    /// Of an answer; none of one that was not given.
    const fn of(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::Met => Some(Self::Met),
            Outcome::Partly => Some(Self::Partly),
            Outcome::NotMet => Some(Self::NotMet),
            Outcome::Unknown => Some(Self::Unknown),
            Outcome::NotApplicable => Some(Self::NotApplicable),
            Outcome::Unanswered => None,
        }
    }
}

impl Value {
    /// As it stands in the hidden sheet.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Word(word) => word.code().to_owned(),
            Self::Text(text) => text.clone(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// The text as a cell gives it back: lines end in one way, and nothing is there that nobody sees.
#[must_use]
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let text: String = text.chars().filter(seen).collect();
    visible(&text).to_owned()
}

/// What stands in the cells to fill for a check: of the questions that are asked for these forms. What is empty is not
/// there.
#[must_use]
pub fn shown(case: &Case, pack: &Pack, forms: &[FormId]) -> BTreeMap<(Row, Column), Value> {
    let mut cells = BTreeMap::new();
    let mut put = |row: Row, column: Column, value: Option<Value>| {
        if let Some(value) = value {
            cells.insert((row, column), value);
        }
    };
    let text = |text: &str| {
        Some(tidy(text))
            .filter(|it| !it.is_empty())
            .map(Value::Text)
    };
    put(Row::Firm, Column::Answer, text(&case.profile.firm));
    for asked in visible_questions(pack, forms) {
        let Some(answer) = case.answer(&pack.id, &asked.id) else {
            continue;
        };
        let row = || Row::Question(pack.id.clone(), asked.id.clone());
        let outcome = outcome_of(asked, Some(answer));
        put(row(), Column::Answer, Word::of(outcome).map(Value::Word));
        if let (Outcome::NotApplicable, Some(Given::NotApplicable(reason))) =
            (outcome, &answer.given)
        {
            put(row(), Column::Reason, text(reason));
        }
        put(row(), Column::Note, text(&answer.note));
        if let Some(task) = &answer.task {
            put(row(), Column::Who, text(&task.who));
            let by = match Task::due_of(&task.by) {
                Due::NotSaid => None,
                Due::Day(day) => Some(Value::Day(day)),
                Due::Text(words) => text(words),
            };
            put(row(), Column::By, by);
            put(row(), Column::Done, task.done.map(Value::Day));
        }
        for point in asked.points() {
            let row = Row::Point(pack.id.clone(), asked.id.clone(), point.id.clone());
            let is_by_points = matches!(answer.given, Some(Given::Points(_)));
            let word = match answer.state_of(point) {
                _ if answer.has_none(point) => Some(Word::NotHere),
                PointState::There => Some(Word::Yes),
                _ if is_by_points => Some(Word::No),
                _ => None,
            };
            put(row, Column::Answer, word.map(Value::Word));
        }
        for measure in asked.measures().filter(|it| answer.has_record(&it.id)) {
            let row = || Row::Record(pack.id.clone(), asked.id.clone(), measure.id.clone());
            put(row(), Column::Answer, Some(Value::Word(Word::There)));
            let (place, on) = kept(answer, &measure.id);
            put(row(), Column::Place, text(place));
            put(row(), Column::On, on.map(Value::Day));
        }
    }
    cells
}

fn kept<'a>(answer: &'a Answer, measure: &MeasureId) -> (&'a str, Option<Day>) {
    let detail = answer.record_details.get(measure.as_str());
    detail.map_or(("", None), |detail| (detail.place.as_str(), detail.on))
}
