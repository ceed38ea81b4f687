//! An advisor with forty firms: the list of them, from the start to the check of one, and nothing of it without the
//! setting.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::case_summary::CaseState;
use mamori::app::event::Event;
use mamori::questionnaire::case::Case;

use crate::firms::{as_case, forty, with_task};
use crate::stage::{Stage, listed};

/// Forty firms on the disk; the one with this id has something overdue and something due this month.
pub(crate) fn with_forty() -> Stage {
    let cases: Vec<Case> = forty()
        .into_iter()
        .map(|(id, check)| match id.as_str() {
            "now00017" => as_case(&with_task(check, "2026-11-02")),
            "now00022" => as_case(&with_task(check, "2026-11-28")),
            _ => as_case(&check),
        })
        .collect();
    Stage::starting(cases, None, "ja")
}

/// The same with the list of firms.
pub(crate) fn at_the_desk() -> Stage {
    let mut stage = with_forty();
    stage.app = stage.app.with_firms(true);
    stage
}

#[test]
fn without_the_setting_nothing_of_it_is_seen() {
    let mut stage = with_forty();
    stage.sees("ほかのチェックを開く");
    stage.sees_no("支援先");
    let actions = stage.page().actions();
    stage.play("Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.sees_no("支援先");
    let with = at_the_desk().page().actions();
    assert_eq!(actions.len(), with.len(), "no row more with it either");
}

#[test]
fn the_start_leads_to_the_firms_and_a_firm_to_its_newest_check() {
    let mut stage = at_the_desk();
    stage.sees_no("やまと");
    stage.play("Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Firms);
    let rows = stage.page().actions().len();
    assert_eq!(rows, 41, "forty firms and the way to all checks");
    stage.play("Enter");
    assert_eq!(stage.case().id.as_str(), "now00017", "what is overdue");
    let mut stage = at_the_desk();
    stage.play("Down Down Enter <ﾔﾏﾄ精工 08>");
    let narrowed = stage.page().actions();
    assert_eq!(narrowed.len(), 2, "{}", stage.screen());
    stage.play("Enter");
    assert_eq!(stage.case().id.as_str(), "now00008", "not that of 2025");
}

#[test]
fn a_firm_is_found_by_what_an_earlier_check_is_called_and_the_end_is_one_key_away() {
    let mut stage = at_the_desk();
    stage.play("Down Down Enter <2025年>");
    assert_eq!(
        stage.page().actions().len(),
        11,
        "every fourth and the way on"
    );
    stage.play("<x>").sees("当てはまる会社はありません。");
    stage.play("Backspace Backspace Backspace Backspace Backspace Backspace End");
    assert_eq!(stage.page().cursor, Some(Action::Open(Screen::Cases)));
    stage.play("Up").sees("2026年");
    stage.play("End Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Firms);
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Start);
}

#[test]
fn the_row_that_enter_opens_is_seen_in_a_list_that_is_longer_than_the_window() {
    for mut stage in [with_forty(), at_the_desk()] {
        stage.play("Down Down Enter");
        for _ in 0..45 {
            let cursor = stage.page().cursor;
            assert!(
                stage.screen().contains("\n  > "),
                "{cursor:?}\n{}",
                stage.screen()
            );
            stage.play("Down");
        }
        stage.play("End").sees("  > ");
        stage.play("<サクラ>").sees("で絞る: サクラ");
    }
}

#[test]
fn what_is_due_in_several_firms_leads_to_their_list() {
    let mut stage = at_the_desk();
    stage.go_to(Action::DueTasks).play("Enter");
    assert_eq!(stage.app.screen(), Screen::Firms);
}

#[test]
fn a_check_that_cannot_be_read_stands_first_and_says_so() {
    let mut stage = at_the_desk();
    stage.play("Down Down Enter");
    stage.happen(Event::Listed(with_a_damaged_one(&stage)));
    stage.sees("名前が読めないチェック (k7q2m4xw)");
    assert_eq!(stage.page().actions().len(), 42);
    stage.play("Home Enter");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Firms);
}

/// What is on the disk, and a file that cannot be read.
pub(crate) fn with_a_damaged_one(stage: &Stage) -> Vec<mamori::app::case_summary::CaseSummary> {
    let mut found = listed(&stage.on_disk());
    let mut damaged = found[0].clone();
    damaged.id = mamori::questionnaire::id::CaseId::new("k7q2m4xw");
    damaged.title = String::new();
    damaged.firm = None;
    damaged.firm_name = String::new();
    damaged.created = None;
    damaged.updated = None;
    damaged.counts = None;
    damaged.due = Vec::new();
    damaged.state = CaseState::Damaged;
    found.push(damaged);
    found
}
