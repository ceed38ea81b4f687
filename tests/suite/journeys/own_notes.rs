//! 自分だけのメモ: found, written and kept by who looks after several firms; nobody else meets it, and no check holds it.

use mamori::app::Screen;
use mamori::app::action::{Action, NotesPart, Paper};
use mamori::app::case_summary::DeskGlance;
use mamori::app::event::{Effect, Event};
use mamori::app::request::{Making, Request};
use mamori::questionnaire::fault::{OpenProblem, SaveFault};
use mamori::questionnaire::id::{FirmId, PackId, QuestionId};
use mamori::questionnaire::moment::Day;

use super::firms::{at_the_desk, with_forty};
use crate::stage::{Stage, listed};

/// At the first question of a firm.
fn in_a_check() -> Stage {
    let mut stage = at_the_desk();
    stage.play("Down Down Enter <やまと精工08> Enter");
    stage
}

#[test]
fn what_is_written_for_oneself_is_kept_by_firm_and_question_and_not_in_the_check() {
    let mut stage = in_a_check();
    let question = stage.at();
    let case = stage.case().clone();
    stage.play("Ctrl-N");
    assert_eq!(stage.app.screen(), Screen::OwnNotes);
    stage.sees("会社には出ません。");
    stage.sees("やまと精工08");
    stage.play("Enter <やまとせいこう> Enter");
    assert_eq!(stage.message(), Some("own-notes-kept"));
    stage
        .go_to(Action::OwnNote(NotesPart::Visit))
        .play("Enter <12/3> Enter");
    stage.sees("2026年12月3日");
    stage
        .go_to(Action::OwnNote(NotesPart::Tags))
        .play("Enter <鋳造、県北 鋳造> Enter");
    stage
        .go_to(Action::OwnNote(NotesPart::Note))
        .play("Enter <社長は午前> Esc");
    stage
        .go_to(Action::OwnNote(NotesPart::Question(0)))
        .play("Enter <棚卸しを手伝う> Tab");
    let desk = stage.desks.last().expect("kept").clone();
    assert_eq!(desk.firm.as_str(), "firm0008");
    assert_eq!(desk.reading, "やまとせいこう");
    assert_eq!(desk.next_visit, Day::parse("2026-12-03"));
    assert_eq!(desk.tags, ["鋳造", "県北"]);
    assert_eq!(desk.note, "社長は午前");
    let pack = PackId::new("tics-minimum");
    assert_eq!(
        desk.note_of(&pack, &QuestionId::new(&question)),
        "棚卸しを手伝う"
    );
    assert_eq!(*stage.case(), case, "nothing of it is in the check");
    stage
        .play("Esc o")
        .go_to(Action::OpenOwnNotes)
        .play("Enter");
    stage.sees("棚卸しを手伝う");
    // From the list, of the firm under the cursor.
    stage
        .play("Esc")
        .go_to(Action::Open(Screen::Start))
        .play("Enter");
    stage
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <サクラ電機05> Ctrl-N");
    stage.sees("サクラ電機05");
    stage.sees_no("社長は午前");
}

#[test]
fn a_day_that_is_none_is_not_kept_and_a_day_without_its_year_is_to_come() {
    let mut stage = in_a_check();
    stage
        .play("Ctrl-N")
        .go_to(Action::OwnNote(NotesPart::Visit));
    stage.play("Enter <きょう> Enter");
    assert_eq!(stage.message(), Some("day-not-understood"));
    stage.play("Ctrl-U <1/15> Enter").sees("2027年1月15日");
    stage
        .go_to(Action::OwnNote(NotesPart::Visit))
        .play("Enter Ctrl-U Enter");
    let desk = stage.desks.last().expect("kept");
    assert_eq!(desk.next_visit, None);
}

#[test]
fn nobody_comes_again_on_a_day_that_is_over_and_one_that_was_noted_is_not_offered_then() {
    let mut stage = in_a_check();
    stage
        .play("Ctrl-N")
        .go_to(Action::OwnNote(NotesPart::Visit));
    stage.play("Enter <2020-03-05> Enter");
    assert_eq!(stage.message(), Some("visit-is-over"));
    assert!(stage.desks.is_empty(), "what was typed stays to be mended");
    stage.play("Ctrl-U <12/3> Enter").sees("2026年12月3日");
    // One that is over by now is left alone by who looks at it.
    let mut old = stage.desks[0].clone();
    old.next_visit = Day::parse("2020-03-05");
    let firm = old.firm.clone();
    stage.happen(Event::Desk(firm, Ok(Some(Box::new(old)))));
    stage
        .go_to(Action::OwnNote(NotesPart::Visit))
        .play("Enter Enter");
    assert_ne!(stage.message(), Some("visit-is-over"));
    let mut listed = listed(&stage.on_disk());
    for check in &mut listed {
        check.desk = DeskGlance::Read(Day::parse("2020-03-05"));
    }
    stage.happen(Event::Listed(listed));
    stage
        .play("Esc o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter")
        .go_to(Action::Open(Screen::Tasks))
        .play("Enter")
        .go_to(Action::Open(Screen::Homework))
        .play("Enter");
    let take = Action::Paper(Paper::TakeVisit);
    assert!(!stage.page().actions().contains(&take));
    stage
        .go_to(Action::Paper(Paper::WriteVisit))
        .play("Enter <2020-03-05> Enter");
    assert_eq!(stage.message(), Some("visit-is-over"));
}

#[test]
fn trade_and_size_are_the_checks_and_one_row_away() {
    let mut stage = in_a_check();
    stage
        .play("Ctrl-N")
        .go_to(Action::Open(Screen::FirmGroups))
        .play("Enter Enter");
    let firm = stage.case().firm.clone().expect("a firm");
    assert_eq!(firm.trade, "machining");
    assert!(stage.desks.is_empty(), "nothing for oneself");
}

#[test]
fn nobody_else_meets_them_and_they_are_closed_while_others_are_hidden() {
    let mut owner = with_forty();
    owner.play("Enter");
    let before = owner.screen();
    owner.play("Ctrl-N");
    assert_eq!(owner.screen(), before);
    owner.play("o").sees_no("自分だけ");
    let mut stage = in_a_check();
    stage.play("Ctrl-N").go_to(Action::OwnNote(NotesPart::Note));
    stage.play("Enter <社長は午前> Ctrl-K");
    assert!(stage.app.hides_others());
    assert_ne!(stage.app.screen(), Screen::OwnNotes);
    assert_eq!(
        stage.desks.last().map(|desk| desk.note.as_str()),
        Some("社長は午前")
    );
    stage.play("Ctrl-N").sees_no("社長は午前");
    stage.happen(Event::Do(Action::Open(Screen::OwnNotes)));
    stage.sees_no("社長は午前");
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_written() {
    let mut stage = in_a_check();
    stage.play("Ctrl-N");
    // As the store tells it.
    stage.happen(Event::Do(Action::Back));
    stage.play("Ctrl-N");
    let firm = FirmId::new("firm0008");
    stage.happen(Event::Desk(firm, Err(OpenProblem::Damaged)));
    stage.sees("書きかえません");
    stage.play("Enter");
    assert!(stage.desks.is_empty());
}

#[test]
fn what_could_not_be_kept_stays_on_the_page_and_is_not_left_without_a_word() {
    let mut stage = in_a_check();
    stage.play("Ctrl-N Enter <やまと> Enter");
    stage.happen(Event::DeskNotKept(SaveFault::NoSpace));
    stage.sees("保存できませんでした");
    stage.sees("やまと");
    stage.play("Esc o").go_to(Action::Leave).play("Enter");
    assert!(!stage.has_ended);
    assert_eq!(stage.message(), Some("own-notes-leave-unsaved"));
    let count = stage.desks.len();
    stage.go_to(Action::OpenOwnNotes).play("Enter");
    stage.go_to(Action::OwnNote(NotesPart::Retry)).play("Enter");
    assert_eq!(stage.desks.len(), count + 1);
    stage.play("Esc").go_to(Action::Leave).play("Enter");
    assert!(stage.has_ended);
}

/// The file that was asked for last.
fn made(stage: &Stage) -> Making {
    let asked = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Ask(Request::Make(made)) => Some(made.what.clone()),
        _ => None,
    });
    asked.expect("a file")
}

#[test]
fn homework_is_written_from_the_tasks_and_the_noted_day_is_on_it_only_where_that_is_chosen() {
    let mut stage = in_a_check();
    stage
        .play("3 Right o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter");
    stage.go_to(Action::Open(Screen::Tasks)).play("Enter");
    stage.go_to(Action::Open(Screen::Homework)).play("Enter");
    stage
        .go_to(Action::Paper(Paper::MakeHomework))
        .play("Enter");
    assert_eq!(made(&stage), Making::Homework(stage.case().clone(), None));
    let mut listed = listed(&stage.on_disk());
    for check in &mut listed {
        check.desk = DeskGlance::Read(Day::parse("2026-12-03"));
    }
    stage.happen(Event::Listed(listed));
    stage
        .go_to(Action::Paper(Paper::MakeHomework))
        .play("Enter");
    assert_eq!(made(&stage), Making::Homework(stage.case().clone(), None));
    stage.go_to(Action::Paper(Paper::TakeVisit)).play("Enter");
    stage
        .go_to(Action::Paper(Paper::MakeHomework))
        .play("Enter");
    let day = Day::parse("2026-12-03");
    assert_eq!(made(&stage), Making::Homework(stage.case().clone(), day));
    stage
        .go_to(Action::Paper(Paper::WriteVisit))
        .play("Enter Ctrl-U <1/15> Enter");
    stage
        .go_to(Action::Paper(Paper::MakeHomework))
        .play("Enter");
    let day = Day::parse("2027-01-15");
    assert_eq!(made(&stage), Making::Homework(stage.case().clone(), day));
    // With others hidden the day of the notes is not even offered.
    stage.play("Ctrl-K");
    let take = Action::Paper(Paper::TakeVisit);
    assert!(!stage.page().actions().contains(&take));
    let mut owner = with_forty();
    owner
        .play("Enter 3 Right o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter");
    owner.go_to(Action::Open(Screen::Tasks)).play("Enter");
    let homework = Action::Open(Screen::Homework);
    assert!(!owner.page().actions().contains(&homework));
}
