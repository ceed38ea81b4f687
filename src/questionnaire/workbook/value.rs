//! What a cell says, in the many ways in which people and programs write it.

use unicode_normalization::UnicodeNormalization;

use super::What;
use super::cells::Cell;
use super::layout::{Column, LONGEST, Value, Word, tidy};
use crate::questionnaire::moment::Day;

/// Numbers that can be days, counted from the end of 1899: from 1954 to 2119.
const DAYS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;
/// By how many days the other way of counting is behind.
const SINCE_1904: f64 = 1_462.0;

/// How a workbook is to be read.
pub(super) struct Reading<'a> {
    /// The words that can be chosen, as the workbook itself names them.
    pub(super) words: &'a [(Word, String)],
    pub(super) is_from_1904: bool,
    pub(super) today: Day,
}

/// Whether the column wants a word, in a row that has words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Word,
    Text,
    Day,
    /// A day, or else words of one's own.
    DayOrText,
}

impl Wanted {
    pub(super) fn of(column: Column, has_words: bool) -> Self {
        match column {
            Column::Answer if has_words => Self::Word,
            Column::Answer | Column::Reason | Column::Note | Column::Who | Column::Place => {
                Self::Text
            }
            Column::By => Self::DayOrText,
            Column::Done | Column::On => Self::Day,
        }
    }
}

impl Reading<'_> {
    /// None for a cell in which nothing stands.
    pub(super) fn value(&self, cell: &Cell, wanted: Wanted) -> Result<Option<Value>, What> {
        if *cell == Cell::Mistake {
            return Err(What::Mistake);
        }
        let text = words_of(cell);
        if text.is_empty() {
            return Ok(None);
        }
        let value = match wanted {
            Wanted::Word => Value::Word(self.word(&text).ok_or(What::UnknownWord(text))?),
            Wanted::Text => short(text)?,
            Wanted::Day => {
                let day = self.day(cell, self.today);
                Value::Day(day.ok_or(What::NotADay(text))?)
            }
            Wanted::DayOrText => match self.certain_day(cell) {
                Some(day) => Value::Day(day),
                None => short(text)?,
            },
        };
        Ok(Some(value))
    }

    fn word(&self, text: &str) -> Option<Word> {
        let text = folded(text);
        let mut words = self.words.iter();
        let (word, _) = words.find(|(_, name)| folded(name) == text)?;
        Some(*word)
    }

    /// Without its year it is the last such day that is not after `today`.
    fn day(&self, cell: &Cell, today: Day) -> Option<Day> {
        match cell {
            Cell::Day(day) => Some(*day),
            Cell::Number(number) => self
                .counted(*number)
                .or_else(|| Day::typed(&words_of(cell), today)),
            Cell::Text(text) => typed(text, today).or_else(|| {
                // Not an error: what is no number is no day. Somebody's program may have made text of one.
                let number = folded(text).parse().ok()?;
                self.counted(number)
            }),
            Cell::YesOrNo(_) | Cell::Mistake => None,
        }
    }

    /// A day of which the year was said. By when something is to be done lies ahead: without a year it is words.
    fn certain_day(&self, cell: &Cell) -> Option<Day> {
        // Of no day without a year the last one is the same on both.
        let [one, other] = ["2000-12-31", "1999-12-31"].map(Day::parse);
        let day = self.day(cell, one?)?;
        (self.day(cell, other?) == Some(day)).then_some(day)
    }

    /// A day as spreadsheets count it.
    fn counted(&self, number: f64) -> Option<Day> {
        let number = if self.is_from_1904 {
            number + SINCE_1904
        } else {
            number
        };
        if !DAYS.contains(&number) {
            return None;
        }
        let first = Day::parse("1899-12-30")?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within DAYS"
        )]
        let days = number.floor() as u64;
        Some(first.plus_days(days))
    }
}

/// A day, also with a time or a day of the week behind it.
fn typed(text: &str, today: Day) -> Option<Day> {
    let text: String = text.nfkc().collect();
    let text = text.trim();
    let day = |text: &str| Day::typed(text, today);
    day(text)
        .or_else(|| day(text.split_once('(')?.0.trim_end()))
        .or_else(|| day(text.split_once(['T', ' '])?.0))
}

fn short(text: String) -> Result<Value, What> {
    if text.chars().count() > LONGEST {
        return Err(What::TooLong { most: LONGEST });
    }
    Ok(Value::Text(text))
}

/// What stands in the cell, as words.
pub(super) fn words_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => tidy(text),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::YesOrNo(yes) => yes.to_string().to_uppercase(),
        Cell::Mistake => String::new(),
    }
}

/// Widths, capitals and spaces make no other word.
fn folded(text: &str) -> String {
    let folded = text.nfkc().filter(|c| !c.is_whitespace());
    folded.flat_map(char::to_lowercase).collect()
}
