//! A passphrase at the start, a check that another program has, news about the folder, another place to keep things.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::{Effect, Event, UnlockFault, Unlocked};
use mamori::app::request::Request;
use mamori::app::secret::Passphrase;
use mamori::questionnaire::access::{Access, Holder};
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::folder_notice::FolderNotice;
use mamori::questionnaire::moment::Moment;

use crate::screens::{at, several};
use crate::stage::{Disk, Stage, listed};

/// A start before a sealed folder.
pub(crate) fn sealed() -> Stage {
    Stage::from_startup(|startup| {
        startup.has_passphrase = true;
        startup.is_sealed = true;
    })
}

fn moment() -> Moment {
    Moment::parse("2026-11-20T17:02:00+09:00").expect("a moment")
}

/// The open case of a walk that another program has.
pub(crate) fn looking() -> Stage {
    let mut stage = at("1 Right 3 Right");
    let case = stage.case().clone();
    let holder = Holder {
        process: 4711,
        since: moment(),
    };
    stage.happen(Event::Opened(Box::new(case), Access::Look(Some(holder))));
    stage
}

/// Everything there is to tell at a start.
pub(crate) fn with_news() -> Stage {
    Stage::from_startup(|startup| {
        startup.news = vec![
            FolderNotice::HalfLocked { sealed: 2, open: 4 },
            FolderNotice::ClosedNow(3),
            FolderNotice::StaysOpen,
            FolderNotice::NoLocks,
            FolderNotice::ClockWentBack(moment()),
            FolderNotice::Gone(2),
        ];
    })
}

#[test]
fn a_passphrase_is_typed_unseen_and_opens_where_the_user_was() {
    let mut stage = sealed();
    assert_eq!(stage.app.screen(), Screen::Passphrase);
    stage.play("<がくぶち123>");
    stage.sees_no("がくぶち");
    stage.sees_no("123");
    stage.sees("*******");
    stage.play("Enter");
    let asked = Effect::Ask(Request::Unlock(Passphrase::new("がくぶち123")));
    assert_eq!(stage.effects, [asked]);
    stage.sees("開けています。");
    let case = several().remove(0);
    stage.happen(Event::Unlocked(Box::new(Unlocked {
        listed: listed(&several()),
        case: Some((case, Access::Write)),
        ..Unlocked::default()
    })));
    assert_eq!(stage.app.screen(), Screen::Question);
    stage.sees("の続きです。");
}

#[test]
fn of_a_passphrase_nothing_is_remembered_to_be_taken_back() {
    let mut stage = sealed();
    stage.play("<がくぶち123> Ctrl-U <qzxvqzx>");
    stage.sees("*******");
    stage.play("Ctrl-Z Ctrl-Z Ctrl-Z");
    stage.sees("*******");
    stage.sees_no("********");
    let held = format!("{:?}", stage.app);
    assert!(!held.contains("がくぶち"), "an earlier state is held");
    stage.play("Esc");
    let held = format!("{:?}", stage.app);
    assert!(
        !held.contains("qzxvqzx"),
        "it is held after the field was left"
    );
}

#[test]
fn who_has_a_passphrase_is_told_that_what_is_written_out_has_none() {
    let mut stage = sealed();
    let case = several().remove(0);
    stage.happen(Event::Unlocked(Box::new(Unlocked {
        listed: listed(&several()),
        case: Some((case, Access::Write)),
        ..Unlocked::default()
    })));
    stage.happen(Event::Do(Action::Open(Screen::Export)));
    stage.sees("合言葉の鍵はかかりません。");
    let mut stage = at("1");
    stage.happen(Event::Do(Action::Open(Screen::Export)));
    stage.sees_no("合言葉");
}

#[test]
fn a_wrong_passphrase_is_told_and_asked_again() {
    let mut stage = sealed();
    stage.play("<wrong> Enter");
    stage.happen(Event::UnlockFailed(UnlockFault::WrongPassphrase));
    stage.sees("合言葉が違います。");
    stage.sees_no("*****");
    stage.play("<right> Enter");
    assert_eq!(stage.effects.len(), 2);
}

#[test]
fn nothing_but_leaving_is_offered_before_the_passphrase() {
    let mut stage = sealed();
    stage.play("Enter");
    stage.sees("合言葉が書かれていません。");
    stage.play("Esc Up Enter Esc Enter");
    assert!(stage.has_ended);
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn a_printed_passphrase_says_nothing() {
    let printed = format!("{:?}", Request::Unlock(Passphrase::new("secret words")));
    assert!(!printed.contains("secret"), "{printed}");
}

#[test]
fn a_check_that_another_program_has_can_be_looked_at_and_not_changed() {
    let before = looking();
    before.sees("見るだけ");
    before.sees("4711");
    for keys in [
        "1",
        "2",
        "4",
        "Down Space",
        "f",
        "m <x> Enter",
        "Backspace",
        "? Enter",
        "o Home Enter Space Esc",
    ] {
        let mut stage = before.clone();
        stage.effects.clear();
        stage.play(keys);
        assert_eq!(stage.case().walks, before.case().walks, "{keys}");
        assert_eq!(stage.case().forms, before.case().forms, "{keys}");
        assert!(!stage.effects.contains(&Effect::Save), "{keys}");
    }
    let mut stage = before.clone();
    stage.play("1").sees("見るだけです。");
    stage.play("Ctrl-C");
    assert!(stage.has_ended, "nothing is waited for");
}

/// Whatever changes a check that is one's own says of one that is looked at why it changes nothing, and no more.
#[test]
fn no_key_says_of_a_check_that_is_looked_at_that_something_is_done() {
    let looked_at = looking();
    let own = {
        let mut stage = looked_at.clone();
        let case = Box::new(stage.case().clone());
        stage.happen(Event::Opened(case, Access::Write));
        stage
    };
    let (mut changes, mut wrong) = (0, Vec::new());
    // A task opens on its own page.
    let pages = Screen::ALL.iter().map(|screen| (screen, ""));
    for (screen, keys) in pages.chain([(&Screen::Tasks, "Enter")]) {
        let open = |stage: &Stage| {
            let mut stage = stage.clone();
            stage.happen(Event::Do(Action::Open(*screen)));
            stage.play(keys);
            stage
        };
        let (own, looked_at) = (open(&own), open(&looked_at));
        if own.app.screen() != *screen || looked_at.app.screen() != *screen {
            continue;
        }
        for action in own.page().actions() {
            for key in ["Enter", "Space", "d", "n", "f", "Backspace", "=", "z"] {
                let press = |stage: &Stage| {
                    let mut stage = stage.clone();
                    stage.happen(Event::Focus(action));
                    stage.play(key);
                    stage
                };
                let after_key = press(&own);
                let (Some(before), Some(after)) = (own.app.case(), after_key.app.case()) else {
                    continue;
                };
                if before.id != after.id || before.revision == after.revision {
                    continue;
                }
                changes += 1;
                let stage = press(&looked_at);
                let is_told = stage.message() == Some("look-only-held");
                if stage.app.case() != looked_at.app.case() || !is_told {
                    wrong.push(format!(
                        "{screen:?} {action:?} {key}: {:?}",
                        stage.message()
                    ));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0], "of {changes}");
    assert!(changes > 100, "{changes} of them change something");
}

#[test]
fn once_the_other_program_is_gone_the_check_is_opened_again_to_write() {
    let mut stage = looking();
    stage.play("o End Up Enter");
    let id = stage.case().id.clone();
    assert!(stage.effects.contains(&Effect::Ask(Request::Open(id))));
    assert!(!stage.screen().contains("見るだけ"), "{}", stage.screen());
    stage.play("1");
    assert!(stage.effects.contains(&Effect::Save));
}

#[test]
fn what_there_is_to_know_stands_first_and_one_enter_goes_on() {
    let mut stage = with_news();
    assert_eq!(stage.app.screen(), Screen::News);
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Welcome);
    let mut stage = with_news();
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Welcome);
}

/// Saving fails, and another place is asked for.
pub(crate) fn elsewhere() -> Stage {
    let case = at("1").case().clone();
    let mut stage = Stage::from_startup(|startup| {
        startup.other_folders = vec!["/home/docs/mamori".to_owned(), "/home/mamori".to_owned()];
        startup.listed = listed(std::slice::from_ref(&case));
        startup.case = Some((case, Access::Write));
    });
    stage.disk = Disk::Fails(SaveFault::FolderGone);
    stage.play("3 Down Enter");
    assert_eq!(stage.app.screen(), Screen::Elsewhere);
    stage
}

#[test]
fn a_folder_can_be_typed_with_a_tilde_or_pasted_with_marks_around_it() {
    for (typed, meant) in [
        ("~/usb/checks", "/home/hanako/usb/checks"),
        ("~", "/home/hanako"),
        (" \"/media/USB DISK\" ", "/media/USB DISK"),
        ("'/media/図面 の箱'", "/media/図面 の箱"),
        ("~taro/checks", "~taro/checks"),
        ("a~/b", "a~/b"),
    ] {
        let mut stage = elsewhere();
        stage.effects.clear();
        stage.happen(Event::Do(Action::EditFolder));
        stage.play(&format!("<{typed}> Enter"));
        let asked = Effect::Ask(Request::MoveTo(meant.to_owned()));
        assert!(
            stage.effects.contains(&asked),
            "{typed}: {:?}",
            stage.effects
        );
    }
}

#[test]
fn when_saving_fails_another_place_is_chosen_with_arrows_alone() {
    let mut stage = elsewhere();
    stage.effects.clear();
    stage.play("Down Enter");
    let asked = Effect::Ask(Request::MoveTo("/home/mamori".to_owned()));
    assert_eq!(stage.effects, [asked]);
    stage.disk = Disk::Works;
    stage.happen(Event::Moved {
        folder: "/home/mamori".to_owned(),
        is_left: false,
    });
    assert_eq!(stage.app.screen(), Screen::Question);
    stage.sees("/home/mamori に残しました。");
    stage.sees("保存済み");
    assert_eq!(stage.on_disk().len(), 1);
}

#[test]
fn what_stays_behind_in_the_place_that_fails_is_told() {
    let mut stage = elsewhere();
    stage.play("Down Enter");
    stage.disk = Disk::Works;
    stage.happen(Event::Moved {
        folder: "/home/mamori".to_owned(),
        is_left: true,
    });
    stage.sees("/home/mamori に残しました。");
    stage.sees("渡したときの控え");
}

#[test]
fn another_place_can_be_typed_and_one_that_fails_is_told() {
    let mut stage = elsewhere();
    stage.play("End Enter <E:\\mamori> Enter");
    let asked = Effect::Ask(Request::MoveTo("E:\\mamori".to_owned()));
    assert!(stage.effects.contains(&asked));
    stage.happen(Event::NotMoved(SaveFault::Denied));
    stage.sees("そのフォルダには残せません (許可がありません)");
    stage.happen(Event::NotMoved(SaveFault::Taken));
    stage.sees("そのフォルダには、ほかの合言葉の鍵がかかっています");
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::SaveFailed);
}

#[test]
fn another_programs_change_is_told_where_it_is_kept() {
    let mut stage = at("1");
    stage.happen(Event::ForeignKept);
    stage.sees("ほかのプログラムが、このチェックのファイルを");
}
