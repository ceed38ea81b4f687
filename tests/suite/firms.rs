//! An advisor's firms on a disk: forty of them, made by a function, some with checks of two years.

use mamori::app::firms::firms;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::moment::Day;
use mamori::questionnaire::summary::FirmFacts;
use mamori::report::firms::Firms;
use serde_json::{Value, json};

use crate::stage::listed;

const CASE: &str = include_str!("../fixtures/cases/k7q2m4xw.json");

/// The check with this id of the firm with this number, begun in this year.
pub(crate) fn check(id: &str, number: u32, year: u32) -> Value {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    let (month, day) = (number % 12 + 1, number % 28 + 1);
    case["id"] = id.into();
    case["title"] = format!("{year}年").into();
    case["created"] = format!("{year}-01-05T09:00:00+09:00").into();
    case["updated"] = format!("{year}-{month:02}-{day:02}T09:00:00+09:00").into();
    case["profile"] = json!({ "firm": name(number) });
    case["firm"] =
        json!({ "id": format!("firm{number:04}"), "pseudonym": format!("q{number:04}") });
    case
}

/// What the firm with this number is called.
pub(crate) fn name(number: u32) -> String {
    let names = ["やまと精工", "サクラ電機", "㈱ミナト製作所", "東都樹脂"];
    format!("{}{number:02}", names[number as usize % names.len()])
}

/// A task for the first question, which is not met, to be done by this day.
pub(crate) fn with_task(mut check: Value, by: &str) -> Value {
    let answers = &mut check["walks"]["tics-minimum"]["answers"];
    answers["pick-information"] = json!({
        "given": { "points": { "listed": false } },
        "task": { "measure": null, "who": "", "by": by, "done": null },
    });
    check
}

/// Checks of forty firms by their ids: every fourth firm has one of the year before too.
pub(crate) fn forty() -> Vec<(String, Value)> {
    let mut checks = Vec::new();
    for number in 0..40 {
        let id = format!("now{number:05}");
        checks.push((id.clone(), check(&id, number, 2026)));
        if number % 4 == 0 {
            let id = format!("old{number:05}");
            checks.push((id.clone(), check(&id, number, 2025)));
        }
    }
    checks
}

/// As the program has it.
pub(crate) fn as_case(check: &Value) -> Case {
    serde_json::from_value(check.clone()).expect("a case")
}

/// What stands first in each row, seen on this day.
fn rows(checks: &[Value], day: &str) -> Vec<(String, usize)> {
    let listed = listed(&checks.iter().map(as_case).collect::<Vec<_>>());
    let today = Day::parse(day).expect("a day");
    firms(&listed, today)
        .iter()
        .map(|firm| (listed[firm.newest].id.to_string(), firm.places.len()))
        .collect()
}

#[test]
fn what_is_overdue_stands_before_what_is_due_this_month_and_that_before_the_one_left_alone_longest()
{
    let checks = [
        check("alone-short", 5, 2026),
        with_task(check("due-later", 1, 2026), "2027-03-01"),
        with_task(check("due-now", 2, 2026), "2026-11-28"),
        with_task(check("overdue", 3, 2026), "2026-11-02"),
        check("alone-long", 4, 2024),
    ];
    let order: Vec<String> = rows(&checks, "2026-11-20")
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    // What differs beside the days is nothing: the tasks are of a question that is not in place either way.
    let expected = [
        "overdue",
        "due-now",
        "alone-long",
        "due-later",
        "alone-short",
    ];
    assert_eq!(order, expected);
}

#[test]
fn checks_of_one_firm_are_one_row_with_the_newest_and_what_is_due_in_any_of_them() {
    let mut again = check("again", 1, 2026);
    // The earlier one was changed after the new one was begun: it is the earlier one all the same.
    let mut earlier = with_task(check("earlier", 1, 2025), "2026-10-01");
    again["updated"] = "2026-03-01T09:00:00+09:00".into();
    earlier["updated"] = "2026-11-01T09:00:00+09:00".into();
    let listed = listed(&[as_case(&earlier), as_case(&again)]);
    let today = Day::parse("2026-11-20").expect("a day");
    let firms = firms(&listed, today);
    assert_eq!(firms.len(), 1);
    let firm = &firms[0];
    assert_eq!(listed[firm.newest].id.as_str(), "again");
    assert_eq!(firm.places, [1, 0]);
    assert_eq!(firm.due.map(|due| due.overdue), Some(1));
    assert_eq!(firm.updated, listed[0].updated);
}

#[test]
fn an_id_of_a_firm_that_cannot_be_one_joins_nothing() {
    for id in [
        "",
        "../../x",
        "a/b",
        "Ａ",
        "A",
        "a b",
        "a.json",
        "con",
        "nul",
        "prn",
        "aux",
        "com1",
        "lpt9",
        &"a".repeat(65),
    ] {
        let mut checks = [check("one22222", 1, 2026), check("two22222", 1, 2026)];
        for check in &mut checks {
            check["firm"]["id"] = id.into();
            assert_eq!(as_case(check).firm_id(), None, "{id}");
        }
        assert_eq!(rows(&checks, "2026-11-20").len(), 2, "{id}");
    }
    let joined = [check("one22222", 1, 2026), check("two22222", 1, 2026)];
    assert_eq!(rows(&joined, "2026-11-20").len(), 1);
    let mut unknown = check("one22222", 1, 2026);
    unknown.as_object_mut().expect("an object").remove("firm");
    assert_eq!(as_case(&unknown).firm_id(), None);
}

#[test]
fn where_no_task_may_be_told_to_others_the_sheet_of_tasks_says_so() {
    use calamine::Reader as _;
    let catalog = crate::stage::words("ja");
    let firms = vec![FirmFacts::default(); 5];
    let workbook = Firms {
        packs: Vec::new(),
        firms: &firms,
    };
    let bytes = workbook.for_others(&catalog).expect("five are enough");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("はじめにすること").expect("the tasks");
    let last = sheet.rows().next_back().expect("a row");
    assert_eq!(last[0].to_string(), "(出しません)");
}
