//! Days and moments: ends of months, leap years, and how they are written.

use mamori::questionnaire::moment::{Day, Moment};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap_or_else(|| panic!("{text} is a moment"))
}

#[test]
fn days_go_over_the_ends_of_months_and_years() {
    for (from, days, expected) in [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-20", 7, "2026-11-27"),
        ("2026-11-28", 7, "2026-12-05"),
        ("2026-12-28", 7, "2027-01-04"),
        ("2027-02-28", 1, "2027-03-01"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2028-02-28", 2, "2028-03-01"),
        ("2100-02-28", 1, "2100-03-01"),
        ("2000-02-28", 1, "2000-02-29"),
        ("2027-12-31", 366, "2028-12-31"),
    ] {
        assert_eq!(
            day(from).plus_days(days).to_string(),
            expected,
            "{from} + {days}"
        );
    }
}

#[test]
fn a_month_later_is_the_same_day_or_the_last_of_a_shorter_month() {
    for (from, months, expected) in [
        ("2026-11-20", 1, "2026-12-20"),
        ("2026-11-20", 3, "2027-02-20"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2027-03-31", 1, "2027-04-30"),
        ("2027-10-31", 3, "2028-01-31"),
        ("2027-05-31", 0, "2027-05-31"),
    ] {
        assert_eq!(
            day(from).plus_months(months).to_string(),
            expected,
            "{from} + {months}"
        );
    }
}

#[test]
fn past_the_end_of_the_calendar_it_stays_at_its_last_day() {
    let last = day("2026-11-20").plus_days(u64::MAX);
    assert_eq!(last, day("2026-11-20").plus_months(u32::MAX));
    assert_eq!(last.plus_days(1), last);
    assert_eq!(
        Day::parse(&last.to_string()),
        Some(last),
        "what is written can be read"
    );
}

#[test]
fn what_is_no_day_is_refused() {
    for text in [
        "",
        "2027-02-29",
        "2026-13-01",
        "2026-11-31",
        "2026-11-20T16:40:00",
        "11月30日",
        "2026/11/20",
    ] {
        assert_eq!(Day::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_moment_keeps_the_offset_of_the_clock_that_it_was_read_from() {
    for text in [
        "2026-11-20T16:40:00+09:00",
        "2026-11-20T00:00:00-11:30",
        "2028-02-29T23:59:59+00:00",
    ] {
        assert_eq!(moment(text).to_string(), text);
    }
    assert_eq!(
        moment("2026-11-20T16:40:00Z").to_string(),
        "2026-11-20T16:40:00+00:00"
    );
    assert_eq!(
        moment("2026-11-20T16:40:00.999+09:00").to_string(),
        "2026-11-20T16:40:00+09:00"
    );
}

#[test]
fn the_day_and_the_hour_are_those_of_that_clock() {
    let night = moment("2026-11-20T23:30:00+09:00");
    assert_eq!(night.day().parts(), (2026, 11, 20));
    assert_eq!(night.hour_and_minute(), (23, 30));
    let same = moment("2026-11-20T14:30:00Z");
    assert_eq!(night, same, "the same point in time");
    assert_eq!(same.day().parts(), (2026, 11, 20));
    assert_eq!(
        moment("2026-11-21T00:30:00+09:00").day().to_string(),
        "2026-11-21"
    );
}

#[test]
fn moments_stand_in_the_order_of_time_whatever_their_offset() {
    let earlier = moment("2026-11-20T16:40:00+09:00");
    let later = moment("2026-11-20T08:00:00+00:00");
    assert!(earlier < later);
}

#[test]
fn a_moment_is_whole_seconds_so_that_it_is_the_same_when_it_is_read_back() {
    let read = moment("2026-11-20T16:40:00.999+09:00");
    assert_eq!(moment(&read.to_string()), read);
}

#[test]
fn what_is_no_moment_is_refused() {
    for text in [
        "",
        "2026-11-20",
        "2026-11-20T16:40:00",
        "2026-11-20T25:00:00+09:00",
        "2027-02-29T00:00:00Z",
    ] {
        assert_eq!(Moment::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_day_without_its_year_is_the_next_or_the_last_that_there_is() {
    for (typed, today, last, next) in [
        ("2/29", "2026-11-27", "2024-02-29", "2028-02-29"),
        ("2/29", "2028-02-29", "2028-02-29", "2028-02-29"),
        ("2月29日", "2096-03-01", "2096-02-29", "2104-02-29"),
        ("1/1", "2026-12-31", "2026-01-01", "2027-01-01"),
        ("12/31", "2027-01-01", "2026-12-31", "2027-12-31"),
        // With its year it is that one.
        ("2024/2/29", "2026-11-27", "2024-02-29", "2024-02-29"),
        ("2026-11-20", "2026-11-27", "2026-11-20", "2026-11-20"),
        ("令和6年2月29日", "2026-11-27", "2024-02-29", "2024-02-29"),
        (
            "２０２８−０２−２９",
            "2026-11-27",
            "2028-02-29",
            "2028-02-29",
        ),
        (
            "2026年12月25日(金)",
            "2026-11-27",
            "2026-12-25",
            "2026-12-25",
        ),
        ("12月25日（金）", "2026-11-27", "2025-12-25", "2026-12-25"),
    ] {
        assert_eq!(Day::typed(typed, day(today)), Some(day(last)), "{typed}");
        assert_eq!(
            Day::typed_to_come(typed, day(today)),
            Some(day(next)),
            "{typed}"
        );
    }
    for typed in ["2027/2/29", "年内", "12", "(金)", "12/25 (年内", "1/2/3/4"] {
        assert_eq!(
            Day::typed_to_come(typed, day("2026-11-27")),
            None,
            "{typed}"
        );
    }
}
