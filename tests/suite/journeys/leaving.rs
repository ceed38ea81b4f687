//! Saving and leaving: what the header says is true, and nothing ends before it is on the disk.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::{Effect, Event};
use mamori::app::page::Keeping;
use mamori::app::request::Completed;
use mamori::questionnaire::fault::SaveFault;

use crate::stage::{Disk, Stage};

fn slow() -> Stage {
    let mut stage = Stage::answering("1");
    stage.disk = Disk::Slow;
    stage
}

fn failing() -> Stage {
    let mut stage = Stage::answering("1");
    stage.disk = Disk::Fails(SaveFault::NoSpace);
    stage.play("1");
    stage
}

#[test]
fn saved_is_said_only_once_it_is_on_the_disk() {
    let mut stage = slow();
    stage.sees("保存済み");
    stage.play("1").sees("保存中");
    stage.play("Right 3").sees("保存中");
    let on_disk = stage.on_disk()[0].revision;
    let id = stage.case().id.clone();
    stage.happen(Event::Saved(id, on_disk + 1));
    stage.sees("保存中");
    stage.disk_answers();
    stage.sees("保存済み");
    assert_eq!(stage.on_disk()[0], *stage.case());
}

#[test]
fn every_answer_is_saved_the_moment_it_is_given() {
    let mut stage = Stage::answering("1");
    for keys in [
        "1",
        "3",
        "4",
        "2 Space",
        "Backspace",
        "f",
        "m <x> Esc",
        "? Enter",
    ] {
        let kept = stage.kept.len();
        stage.play(keys);
        assert!(stage.kept.len() > kept, "{keys}");
        assert_eq!(stage.kept.last(), stage.app.case(), "{keys}");
    }
}

#[test]
fn moving_about_raises_no_revision_and_goes_along_on_leaving() {
    let mut stage = Stage::answering("1");
    let revision = stage.case().revision;
    stage.effects.clear();
    stage.play("Right Right Right o Down Up");
    assert_eq!((stage.case().revision, stage.effects.len()), (revision, 0));
    stage.play("End Enter");
    assert_eq!(stage.effects, [Effect::Save, Effect::Quit]);
    assert_eq!(stage.started_again().at(), "write-duties");
}

#[test]
fn leaving_waits_for_the_disk_and_says_so() {
    for way_out in ["Ctrl-C", "o End Enter"] {
        let mut stage = slow();
        stage.play("1").play(way_out);
        assert!(!stage.has_ended, "{way_out}");
        stage.sees("保存しています。");
        stage.disk_answers();
        assert!(stage.has_ended, "{way_out}");
    }
}

#[test]
fn leaving_while_saving_fails_asks() {
    let mut stage = failing();
    stage.play("Esc Ctrl-C");
    assert_eq!(
        (stage.app.screen(), stage.has_ended),
        (Screen::SaveFailed, false)
    );
    stage.sees("まだ終わらないでください。");
    stage.play("End Enter");
    assert!(stage.has_ended, "who says so twice may go");
}

#[test]
fn leaving_while_the_disk_is_slow_and_then_fails_asks() {
    let mut stage = slow();
    stage.play("1 Ctrl-C");
    stage.happen(Event::SaveFailed(SaveFault::FolderGone));
    assert_eq!(
        (stage.app.screen(), stage.has_ended),
        (Screen::SaveFailed, false)
    );
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Question);
    stage.disk_answers();
    assert!(!stage.has_ended, "nobody asked to leave any more");
}

#[test]
fn being_told_to_end_saves_and_ends_in_every_state() {
    for mut stage in [Stage::new(), Stage::answering("1"), slow(), failing()] {
        stage.happen(Event::Ending);
        assert!(stage.has_ended);
        assert_eq!(stage.effects.last(), Some(&Effect::Quit));
    }
    let mut stage = slow();
    stage.play("1");
    stage.effects.clear();
    stage.happen(Event::Ending);
    assert_eq!(stage.effects, [Effect::Save, Effect::Quit]);
}

#[test]
fn a_failure_says_what_happened_what_is_safe_and_what_to_do() {
    let stage = failing();
    assert_eq!(stage.app.screen(), Screen::SaveFailed);
    assert_eq!(stage.page().keeping, Some(Keeping::Failed));
    for words in [
        "空きがありません",
        "答えはこの画面の中に残っています。",
        "空きを作ってから",
        "もう一度",
        "このまま答えを続ける",
        "残さずに終わる",
    ] {
        stage.sees(words);
    }
}

#[test]
fn one_goes_on_answering_while_saving_fails_and_is_told_once_only() {
    let mut stage = failing();
    stage.play("Esc Right 3");
    assert_eq!(stage.app.screen(), Screen::Question);
    stage.sees("保存できません");
    stage.disk = Disk::Works;
    stage.play("4").sees("保存済み");
    assert_eq!(stage.on_disk()[0].revision, stage.case().revision);
}

#[test]
fn trying_again_comes_back_to_the_answer_when_it_works() {
    let mut stage = failing();
    stage.play("Enter").sees("まだ保存できません。");
    stage.disk = Disk::Works;
    stage.play("Enter").sees("保存できました。");
    assert_eq!(stage.app.screen(), Screen::Question);
}

#[test]
fn a_failure_that_has_passed_is_not_shown_again_behind_the_help() {
    let mut stage = failing();
    stage.play("h");
    let (id, revision) = (stage.case().id.clone(), stage.case().revision);
    stage.happen(Event::Saved(id, revision));
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Question);
}

#[test]
fn a_failure_in_the_middle_of_a_text_keeps_the_text() {
    let mut stage = slow();
    stage.play("1 m <メモ>");
    stage.happen(Event::SaveFailed(SaveFault::Denied));
    assert_eq!(stage.app.screen(), Screen::SaveFailed);
    let answers = &stage.case().walks[&stage.case().walk].answers;
    assert!(answers.values().any(|answer| answer.note == "メモ"));
}

#[test]
fn a_failure_over_the_list_of_checks_leaves_its_field_open() {
    let mut stage = slow();
    stage.play("1 o End Up Enter");
    stage.happen(Event::SaveFailed(SaveFault::Denied));
    assert_eq!(stage.app.screen(), Screen::SaveFailed);
    stage.play("Esc End Up Up Up Up Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.disk_answers();
    stage.happen(Event::SaveFailed(SaveFault::Denied));
    stage.play("Esc <x>");
    assert!(stage.app.is_editing());
}

#[test]
fn another_check_is_not_begun_before_this_one_is_on_the_disk() {
    let mut stage = slow();
    stage.play("1 o End Up Enter End Up Up Up Up Up Enter");
    assert!(stage.app.case().is_some());
    assert_eq!(stage.message(), Some("start-still-saving"));
    stage.disk_answers();
    stage.play("Enter");
    assert_eq!(stage.app.case(), None);
}

#[test]
fn what_could_not_be_done_is_said_also_where_the_program_ends_before_it_is_drawn() {
    let fault = SaveFault::NoSpace;
    for (told, said) in [
        (Event::NotDone(fault), "not-done-no-space"),
        (Event::NotMoved(fault), "elsewhere-no-space"),
        (Event::BaseNotKept(fault), "merge-base-not-kept"),
        (Event::DeskNotKept(fault), "own-notes-not-kept"),
        (
            Event::Done(Completed::EmptiedInPart { gone: 1, left: 2 }),
            "bin-emptied-in-part",
        ),
    ] {
        let mut stage = Stage::answering("1");
        for ending in [Event::Do(Action::Leave), Event::Ending] {
            stage.happen(ending);
            stage.happen(told.clone());
            let word = stage.app.last_word().map(|word| word.id);
            assert_eq!(word, Some(said));
            // Whoever goes on has seen it.
            stage.happen(Event::Unused);
            assert_eq!(stage.app.last_word(), None, "{said}");
        }
    }
}

#[test]
fn ctrl_z_suspends_outside_of_a_field() {
    let mut stage = Stage::answering("1");
    stage.effects.clear();
    stage.play("Ctrl-Z");
    assert_eq!(stage.effects, [Effect::Suspend]);
}
