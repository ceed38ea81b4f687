//! How a day and a moment are said. A day is a value until somebody looks at it, and its words depend on when that is.
//! Decides no day and keeps none.

use crate::questionnaire::moment::{Day, Moment};
use crate::text::{Message, Text};

/// With its year: for what is read later than it was written.
#[must_use]
pub fn day_with_year(day: Day) -> Message<'static> {
    let (year, month, date) = day.parts();
    Message::new("day-of-year")
        .with("year", year.to_string())
        .with("month", month as usize)
        .with("day", date as usize)
}

/// What a pack says of when something was: as a day, where it is one and not only a year.
#[must_use]
pub fn date_as_written(date: &str) -> Text<'_> {
    match Day::parse(date) {
        Some(day) => day_with_year(day).into(),
        None => date.into(),
    }
}

/// For a screen that is looked at today: with its year, unless that is this one.
#[must_use]
pub fn day_seen_on(day: Day, today: Day) -> Message<'static> {
    let ((year, month, date), (this_year, ..)) = (day.parts(), today.parts());
    if year != this_year {
        return day_with_year(day);
    }
    Message::new("day")
        .with("month", month as usize)
        .with("day", date as usize)
}

/// A day with its year, and the time.
#[must_use]
pub fn moment_with_year(moment: Moment) -> Message<'static> {
    at(day_with_year(moment.day()), moment)
}

/// A day and the time, for a screen that is looked at today.
#[must_use]
pub fn moment_seen_on(moment: Moment, today: Day) -> Message<'static> {
    at(day_seen_on(moment.day(), today), moment)
}

/// A month of a year: what is left of a day where it may not be known.
#[must_use]
pub fn month_of_year(day: Day) -> Message<'static> {
    let (year, month, _) = day.parts();
    Message::new("month-of-year")
        .with("year", year.to_string())
        .with("month", month as usize)
}

fn at(day: Message<'static>, moment: Moment) -> Message<'static> {
    let (hour, minute) = moment.hour_and_minute();
    Message::new("moment")
        .with("day", day)
        .with("time", format!("{hour:02}:{minute:02}"))
}
