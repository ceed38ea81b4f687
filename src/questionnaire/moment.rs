//! A moment and a day, as values with arithmetic. Never asks a clock: whoever acts brings the moment along.

use std::fmt;

use chrono::{
    DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveTime, SecondsFormat, Timelike,
};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time with the offset of the clock it was read from, to the second.
/// Written as RFC 3339, such as `2026-11-20T16:40:00+09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    #[must_use]
    pub fn new(at: DateTime<FixedOffset>) -> Self {
        Self(at.with_nanosecond(0).unwrap_or(at))
    }

    /// Reads RFC 3339; `None` if it is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(Self::new)
    }

    #[must_use]
    pub fn day(self) -> Day {
        Day(self.0.date_naive())
    }

    /// The beginning of its month, as Greenwich counts: says when, and not when exactly or in which time zone.
    #[must_use]
    pub fn month(self) -> Self {
        let first = self.day().month().0.and_time(NaiveTime::MIN);
        Self(first.and_utc().fixed_offset())
    }

    /// Whether this is more than so many seconds after the other.
    #[must_use]
    pub fn is_later_than(self, other: Self, seconds: i64) -> bool {
        (self.0 - other.0).num_seconds() > seconds
    }

    /// Seconds since the beginning of 1970 in Greenwich.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The same moment by the clock of another one.
    #[must_use]
    pub fn seen_from(self, other: Self) -> Self {
        Self(self.0.with_timezone(other.0.offset()))
    }

    /// So many seconds after the beginning of 1970 in Greenwich, with the offset of this one; `None` beyond the calendar.
    #[must_use]
    pub fn at(self, seconds: i64) -> Option<Self> {
        let at = DateTime::from_timestamp(seconds, 0)?;
        Some(Self(at.with_timezone(self.0.offset())))
    }

    /// Hour (0 to 23) and minute.
    #[must_use]
    pub fn hour_and_minute(self) -> (u32, u32) {
        (self.0.hour(), self.0.minute())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Secs, false))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text: &str| {
            Self::parse(text).ok_or("not an RFC 3339 moment")
        }))
    }
}

/// A calendar day, written `2026-11-20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The first day of its month.
    #[must_use]
    pub fn month(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self)
    }

    /// A day as people type it: `2026-11-20`, `2026/11/20`, `20261120`, `2026年11月20日`, `令和8年11月20日`, `R8.11.20`, or
    /// without its year, which is then the last one in which that day was not after `today`. Digits may be of full width,
    /// and a day of the week may stand behind it in brackets.
    /// None for anything else.
    #[must_use]
    pub fn typed(text: &str, today: Self) -> Option<Self> {
        Self::typed_near(text, |day| day <= today, (-8..=0).rev(), today)
    }

    /// A day to come as people type it, in any of the ways of [`Day::typed`]: without its year it is the next of that name,
    /// `today` among them. With one it is as typed, also where that is over. None for anything else.
    #[must_use]
    pub fn typed_to_come(text: &str, today: Self) -> Option<Self> {
        Self::typed_near(text, |day| day >= today, 0..=8, today)
    }

    /// A day as people type it; the year of one without is the first of `years`, counted from today's, in which that day
    /// is there (29 February is not, in most) and is meant.
    fn typed_near(
        text: &str,
        is_meant: impl Fn(Self) -> bool,
        mut years: impl Iterator<Item = i32>,
        today: Self,
    ) -> Option<Self> {
        let digit = |c: char| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
            c => c.is_ascii_digit().then_some(c),
        };
        let text = match text.split_once(['(', '（']) {
            Some((day, week)) if week.ends_with([')', '）']) => day.trim(),
            _ => text.trim(),
        };
        let of_reiwa = text
            .strip_prefix("\u{4ee4}\u{548c}")
            .or_else(|| text.strip_prefix(['R', 'r', 'Ｒ']));
        let mut numbers = vec![String::new()];
        for c in of_reiwa.unwrap_or(text).trim_end_matches('日').chars() {
            match (digit(c), c) {
                (Some(digit), _) => numbers.last_mut()?.push(digit),
                (
                    None,
                    '-' | '/' | '.' | '\u{5e74}' | '\u{6708}' | '－' | '／' | '．' | 'ー'
                    | '\u{2010}' | '\u{2212}',
                ) => numbers.push(String::new()),
                _ => return None,
            }
        }
        // Not an error: what is no number is no day.
        let numbers: Option<Vec<u32>> = numbers.iter().map(|n| n.parse().ok()).collect();
        let of = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day).map(Self);
        match numbers?[..] {
            // The first year of Reiwa is 2019.
            [year, month, day] if of_reiwa.is_some() => {
                of(2018 + i32::try_from(year).ok()?, month, day)
            }
            // Eight digits, from the year on.
            [all] if all / 10_000 >= 1900 => {
                let year = i32::try_from(all / 10_000).ok()?;
                of(year, all / 100 % 100, all % 100)
            }
            [year, month, day] if year >= 1900 => of(i32::try_from(year).ok()?, month, day),
            [month, day] => {
                let (this_year, ..) = today.parts();
                years.find_map(|year| of(this_year + year, month, day).filter(|day| is_meant(*day)))
            }
            _ => None,
        }
    }

    /// Year, month (1 to 12), day of the month (1 to 31).
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day that many days later; the last day there is, if the calendar ends before.
    #[must_use]
    pub fn plus_days(self, days: u64) -> Self {
        Self(
            self.0
                .checked_add_days(Days::new(days))
                .unwrap_or(NaiveDate::MAX),
        )
    }

    /// The same day of the month that many months later; the month's last day where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(
            self.0
                .checked_add_months(Months::new(months))
                .unwrap_or(NaiveDate::MAX),
        )
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text(|text: &str| Self::parse(text).ok_or("not a day")))
    }
}

/// What is understood of a text, without a copy of that.
struct Text<F>(F);

impl<T, F: FnOnce(&str) -> Result<T, &'static str>> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.0(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_it_was_read() {
        let text = "2026-11-20T16:40:00+09:00";
        assert_eq!(Moment::parse(text).expect("a moment").to_string(), text);
    }

    #[test]
    fn a_month_after_the_last_of_january_is_the_last_of_february() {
        let day = Day::parse("2027-01-31").expect("a day");
        assert_eq!(day.plus_months(1).to_string(), "2027-02-28");
    }
}
