//! Days in reports: what is read later than it was written says its year.

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::case::{Case, Task};
use mamori::questionnaire::moment::{Day, Moment};
use mamori::questionnaire::reader::Contents;
use mamori::report::Report;
use mamori::report::xlsx::xlsx;
use std::io::Cursor;

use super::{case, catalog, every_format, packs};

/// A case without a name whose tasks are due on a day and were done on another.
fn dated() -> Case {
    let mut case = case();
    case.title.clear();
    case.created = Moment::parse("2024-05-09T09:00:00+09:00").expect("a moment");
    case.updated = Moment::parse("2025-03-01T09:00:00+09:00").expect("a moment");
    for answer in case
        .walks
        .values_mut()
        .flat_map(|walk| walk.answers.values_mut())
    {
        let task = answer.task.get_or_insert_default();
        *task = Task {
            by: "2026-02-26".to_owned(),
            done: Day::parse("2025-01-02"),
            ..task.clone()
        };
    }
    case
}

#[test]
fn every_day_in_a_report_for_people_has_its_year() {
    let (packs, case) = (packs(), dated());
    let report = Report::new(&case, &packs);
    for (language, days) in [
        (
            "ja",
            [
                "2026年2月26日",
                "2025年1月2日",
                "2025年3月1日 09:00",
                "2024年5月9日のチェック",
            ],
        ),
        (
            "en",
            [
                "26 Feb 2026",
                "2 Jan 2025",
                "1 Mar 2025, 09:00",
                "Check of 9 May 2024",
            ],
        ),
    ] {
        for (format, found) in every_format(&report, &catalog(language)) {
            if !["text", "md", "html", "draft.md", "draft.html"].contains(&format) {
                continue;
            }
            for day in days {
                let is_there = found.contains(day);
                // The draft has neither the moment of the last change nor, as Markdown, its title alone.
                let is_draft_head = format == "draft.md" && day == days[2];
                assert!(
                    is_there || is_draft_head,
                    "{language} {format}: {day}\n{found}"
                );
            }
            assert!(!found.contains("2026-02-26"), "{language} {format}");
        }
    }
}

#[test]
fn tables_keep_days_as_days() {
    let (packs, case) = (packs(), dated());
    let report = Report::new(&case, &packs);
    for (format, found) in every_format(&report, &catalog("ja")) {
        if ["csv", "ndjson", "json", "show"].contains(&format) {
            assert!(found.contains("2026-02-26"), "{format}");
        }
    }
    let book = xlsx(&report, &catalog("en"));
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(book)).expect("a workbook");
    let sheet = book.worksheet_range("What to do").expect("a sheet");
    // 26 February 2026, as Excel counts days.
    let days = sheet.used_cells().filter(
        |(_, _, cell)| matches!(cell, Data::DateTime(at) if (at.as_f64() - 46079.0).abs() < 0.1),
    );
    assert!(days.count() > 0);
}

#[test]
fn an_anonymous_report_names_no_day_that_is_none() {
    let (packs, case) = (packs(), anonymous(&dated()));
    let report = Report::of(&case, &packs, Contents::default().anonymous());
    for (format, found) in every_format(&report, &catalog("ja")) {
        if ["text", "md", "html", "draft.md", "draft.html"].contains(&format) {
            assert!(found.contains("2024年5月のチェック"), "{format}\n{found}");
            assert!(
                !found.contains("年5月1日")
                    && !found.contains("年3月1日")
                    && !found.contains("年1月1日"),
                "{format}"
            );
        }
    }
}

#[test]
fn the_day_of_an_amendment_reads_like_every_other_day() {
    let (packs, case) = (packs(), case());
    let report = Report::new(&case, &packs);
    for (language, day) in [("ja", "2024年2月29日"), ("en", "29 Feb 2024")] {
        for (format, found) in every_format(&report, &catalog(language)) {
            if ["md", "docx", "xlsx", "html", "draft.html"].contains(&format) {
                assert!(found.contains(day), "{language} {format}");
                assert!(!found.contains("2024-02-29"), "{language} {format}");
            }
        }
    }
}
