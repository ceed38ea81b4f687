//! `mamori homework`: what was agreed is on the page, and nothing else that was typed.

use super::Desk;
use crate::firms::{check, with_task};

fn desk(language: &'static str) -> Desk {
    let mut agreed = with_task(check("aaaa2222", 0, 2026), "2026-12-20");
    let answers = &mut agreed["walks"]["tics-minimum"]["answers"];
    answers["pick-information"]["task"]["who"] = "佐藤".into();
    answers["pick-information"]["note"] = "ZQXメモ".into();
    Desk::new(language)
        .with("cases/aaaa2222.json", agreed.to_string())
        .with(
            "cases/bbbb2222.json",
            with_task(check("bbbb2222", 1, 2026), "").to_string(),
        )
}

#[test]
fn what_was_agreed_is_on_the_page_with_the_next_visit_and_no_note() {
    let page = desk("ja").done(&["homework", "aaaa2222", "--visit", "2099-01-15"]);
    for wanted in [
        "宿題",
        "やまと精工00",
        "佐藤",
        "2026年12月20日",
        "次に伺う日: 2099年1月15日",
        "社外秘",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert!(!page.contains("ZQX"), "{page}");
    let page = desk("en").done(&["homework", "aaaa2222"]);
    assert!(
        page.contains("20 Dec 2026") && !page.contains("Next visit:"),
        "{page}"
    );
}

#[test]
fn where_nothing_was_agreed_the_first_of_the_plan_are_on_it() {
    let page = desk("ja").done(&["homework", "bbbb2222"]);
    assert_eq!(
        page.matches("href=\"#box\"").count(),
        1,
        "one is not in place: {page}"
    );
    let said = desk("ja").refused(2, &["homework", "bbbb2222", "--visit", "そのうち"]);
    // There is no day before, on which it could stay.
    assert!(
        said.contains("そのうち") && !said.contains("前の日"),
        "{said}"
    );
}

#[test]
fn nobody_comes_again_on_a_day_that_is_over() {
    for (language, day) in [("ja", "2020年3月5日"), ("en", "5 Mar 2020")] {
        let said = desk(language).refused(2, &["homework", "bbbb2222", "--visit", "2020-03-05"]);
        assert!(said.contains(day), "{said}");
    }
    // Without its year it is the next of that name, also the day before this one.
    let page = desk("ja").done(&["homework", "bbbb2222", "--visit", "1/1"]);
    assert!(page.contains("次に伺う日: "), "{page}");
}

#[test]
fn a_file_is_written_and_none_is_replaced_unasked() {
    let desk = desk("ja");
    let path = desk.data().join("out.html");
    let path = path.to_str().expect("a plain path");
    let said = desk.done(&["homework", "aaaa2222", "--output", path]);
    assert!(said.contains("宿題を書きました"), "{said}");
    desk.refused(1, &["homework", "aaaa2222", "--output", path]);
    desk.done(&["homework", "aaaa2222", "--output", path, "--replace"]);
}
