//! Several checks: renaming one, going back to an earlier version, the bin, files that cannot be read.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::case_summary::{Binned, CaseState, CaseSummary, Kept};
use mamori::app::event::{Effect, Event};
use mamori::app::request::{Completed, Request, Tidying};
use mamori::questionnaire::access::Access;
use mamori::questionnaire::fault::{OpenProblem, SaveFault};
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::{Day, Moment};

use crate::screens::several;
use crate::stage::{Stage, listed};

/// Two checks, the list of them open to tidy one up, and the cursor on the first.
pub(crate) fn tidying() -> Stage {
    let mut stage = Stage::starting(several(), None, "ja");
    stage.play("Down Down Enter Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Manage);
    stage
}

/// Of the last changed of the two, with two earlier versions, one of them another program's.
pub(crate) fn one_chosen() -> (Stage, CaseId) {
    let mut stage = tidying();
    stage.play("Enter");
    let id = stage.on_disk()[0].id.clone();
    stage.happen(Event::Generations(id.clone(), versions()));
    (stage, id)
}

fn versions() -> Vec<Kept> {
    let at = |time: &str| Moment::parse(&format!("2026-11-20T{time}:00+09:00"));
    let kept = |name: &str, updated: Option<Moment>, is_foreign| Kept {
        name: name.to_owned(),
        written: updated.ok_or(CaseState::Damaged),
        counts: None,
        is_foreign,
    };
    vec![
        kept("0000000012-001", at("17:02"), false),
        kept("0000000009-001-other", at("16:55"), true),
        kept("0000000004-001", None, false),
    ]
}

/// One that cannot be opened, in this state, alone in the list, one Enter away.
pub(crate) fn only(wrong: CaseState) -> Stage {
    let mut found = listed(&several()).remove(0);
    if !matches!(wrong, CaseState::Copy | CaseState::Renamed) {
        found = CaseSummary {
            title: String::new(),
            created: None,
            updated: None,
            counts: None,
            ..found
        };
    }
    found.state = wrong;
    let mut stage = Stage::from_startup(|start| start.listed = vec![found.clone()]);
    if wrong == CaseState::Copy {
        stage.play("Down Enter");
        stage.happen(Event::Listed(vec![found]));
    }
    stage
}

#[track_caller]
fn asks(stage: &Stage, request: Request) {
    let asked = Effect::Ask(request);
    assert!(stage.effects.contains(&asked), "{:?}", stage.effects);
}

fn asks_for_nothing_to_go(stage: &Stage) {
    let goes = |effect: &Effect| {
        matches!(
            effect,
            Effect::Ask(Request::Tidy(
                Tidying::ThrowAway(_) | Tidying::EmptyBin | Tidying::PutAside(_)
            ))
        )
    };
    assert!(!stage.effects.iter().any(goes), "{:?}", stage.effects);
}

#[test]
fn a_check_that_is_not_open_gets_another_name() {
    let (mut stage, id) = one_chosen();
    stage.play("Down Enter Ctrl-U <第三工場> Enter");
    asks(
        &stage,
        Request::Tidy(Tidying::Rename(id, "第三工場".to_owned())),
    );
    stage.happen(Event::Done(Completed::Renamed));
    stage.sees("名前を変えました。");
}

#[test]
fn the_open_check_gets_its_new_name_by_an_ordinary_change() {
    let (mut stage, id) = one_chosen();
    let case = stage.on_disk()[0].clone();
    stage.happen(Event::Opened(Box::new(case), Access::Write));
    stage.play("o End Up Enter Down Down Enter Down Down Enter Enter");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    stage.play("Down Enter Ctrl-U <第三工場> Enter");
    assert_eq!(stage.case().title, "第三工場");
    let renames =
        |effect: &Effect| matches!(effect, Effect::Ask(Request::Tidy(Tidying::Rename(..))));
    assert!(
        !stage.effects.iter().any(renames),
        "{id:?} is saved as ever"
    );
}

#[test]
fn an_earlier_version_is_gone_back_to_and_opened() {
    let (mut stage, id) = one_chosen();
    stage.play("Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Generations);
    stage.sees("ほかのプログラムが書いたもの");
    stage.play("Down Enter");
    let name = "0000000009-001-other".to_owned();
    asks(
        &stage,
        Request::Tidy(Tidying::Restore(id.clone(), Some(name))),
    );
    stage.happen(Event::Done(restored(&id, None)));
    assert!(stage.effects.contains(&Effect::Ask(Request::Open(id))));
    stage.sees("11月20日 16:40 の控えに戻しました。");
}

#[test]
fn a_version_that_cannot_be_read_leads_nowhere() {
    let (mut stage, _) = one_chosen();
    stage.play("Down Down Enter End Enter");
    assert_eq!(stage.app.screen(), Screen::Generations);
    let restores =
        |effect: &Effect| matches!(effect, Effect::Ask(Request::Tidy(Tidying::Restore(..))));
    assert!(!stage.effects.iter().any(restores));
}

#[test]
fn throwing_away_asks_once_with_the_cursor_on_the_way_back() {
    let (mut stage, id) = one_chosen();
    stage.play("End Enter");
    assert_eq!(stage.app.screen(), Screen::ThrowAway);
    stage.sees("30日のあいだ");
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    asks_for_nothing_to_go(&stage);
    stage.play("End Enter End Enter");
    asks(&stage, Request::Tidy(Tidying::ThrowAway(id.clone())));
    stage.happen(Event::Done(Completed::ThrownAway(id)));
    assert_eq!(stage.app.screen(), Screen::Manage);
    stage.sees("捨てました。");
}

#[test]
fn after_the_only_check_is_thrown_away_every_screen_leads_to_the_bin() {
    let (mut stage, id) = one_chosen();
    stage.play("End Enter End Enter");
    stage.happen(Event::Binned(binned()));
    stage.happen(Event::Listed(Vec::new()));
    stage.happen(Event::Done(Completed::ThrownAway(id)));
    assert_eq!(stage.app.screen(), Screen::Manage);
    stage.sees("捨てたもの");
    while stage.app.screen() != Screen::Start {
        stage.play("Esc");
    }
    stage.sees("捨てたもの");
    stage.play("Home Down Enter");
    assert_eq!(stage.app.screen(), Screen::Bin);
}

#[test]
fn a_list_that_cannot_be_read_is_old_and_not_empty() {
    let mut stage = Stage::starting(several(), None, "ja");
    stage.play("Home Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    let before = stage.page().actions();
    stage.happen(Event::BinFailed(SaveFault::FolderGone));
    stage.happen(Event::ListFailed(SaveFault::FolderGone));
    stage.sees("消えてはいません");
    stage.sees("前に読めたときのものです");
    for action in before {
        assert!(stage.page().actions().contains(&action), "{action:?}");
    }
    stage.sees("捨てたもの (今は読めません)");
    // The bin says the same, and not that it is empty.
    stage.happen(Event::Do(Action::Open(Screen::Bin)));
    stage.happen(Event::BinFailed(SaveFault::FolderGone));
    stage.sees("捨てたものを、今は読めません");
    stage.sees_no("ありません。\n");
    stage.happen(Event::Binned(Vec::new()));
    stage.happen(Event::Listed(listed(&several())));
    stage.sees_no("今は読めません");
}

#[test]
fn earlier_versions_that_cannot_be_read_are_not_none() {
    let (mut stage, id) = one_chosen();
    stage.happen(Event::GenerationsFailed(id, SaveFault::FolderGone));
    stage.sees("控えを、今は読めません");
    stage.play("End Enter").sees("控え (今は読めません)");
    let mut damaged = only(CaseState::Damaged);
    damaged.play("Home Enter");
    let id = CaseId::new(several()[0].id.as_str());
    damaged.happen(Event::GenerationsFailed(id, SaveFault::FolderGone));
    damaged.sees("控えがあるかどうかは");
    damaged.sees_no("控えもありません");
    assert!(
        !damaged.page().actions().contains(&Action::PutAside),
        "an earlier version may be there"
    );
}

#[test]
fn the_open_check_is_closed_when_it_is_thrown_away() {
    let (mut stage, id) = one_chosen();
    let case = stage.on_disk()[0].clone();
    stage.happen(Event::Opened(Box::new(case), Access::Write));
    stage.play("o End Up Enter Down Down Enter Down Down Enter Enter End Enter End Enter");
    asks(&stage, Request::Tidy(Tidying::ThrowAway(id.clone())));
    stage.happen(Event::Done(Completed::ThrownAway(id)));
    assert!(stage.app.case().is_none());
    stage.play("Esc Esc Esc Esc");
    assert_eq!(stage.app.screen(), Screen::Start);
}

#[test]
fn what_could_not_be_done_is_told_and_nothing_is_left() {
    let (mut stage, id) = one_chosen();
    stage.play("End Enter End Enter");
    stage.happen(Event::NotDone(SaveFault::Held));
    stage.sees("ほかの mamori が使っています");
    assert_eq!(stage.app.screen(), Screen::ThrowAway, "{id:?}");
}

/// The bin with two checks in it.
pub(crate) fn binned() -> Vec<Binned> {
    let day = |text| Day::parse(text).expect("a day");
    vec![
        Binned {
            name: "k7q2m4xw~2026-11-20".to_owned(),
            title: Some("本社工場".to_owned()),
            created: None,
            firm: None,
            firm_name: String::new(),
            kept_until: day("2026-12-20"),
        },
        Binned {
            name: "aaaa2222~2026-11-02".to_owned(),
            title: None,
            created: None,
            firm: None,
            firm_name: String::new(),
            kept_until: day("2026-12-02"),
        },
    ]
}

#[test]
fn what_was_thrown_away_comes_back_with_one_enter() {
    let mut stage = tidying();
    stage.happen(Event::Binned(binned()));
    stage.play("Down Down Enter");
    assert_eq!(stage.app.screen(), Screen::Bin);
    stage.sees("12月20日 まで");
    stage.play("Enter");
    asks(
        &stage,
        Request::Tidy(Tidying::PutBack("k7q2m4xw~2026-11-20".to_owned())),
    );
}

#[test]
fn the_bin_is_emptied_only_after_it_was_asked_once() {
    let mut stage = tidying();
    stage.happen(Event::Binned(binned()));
    stage.play("Down Down Enter End Enter");
    assert_eq!(stage.app.screen(), Screen::EmptyBin);
    stage.sees("もう戻せません");
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Bin);
    asks_for_nothing_to_go(&stage);
    stage.play("End Enter End Enter");
    asks(&stage, Request::Tidy(Tidying::EmptyBin));
    stage.happen(Event::Done(Completed::Emptied(2)));
    stage.happen(Event::Binned(Vec::new()));
    stage.sees("2件を消しました。");
    stage.sees("捨てたものはありません。");
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::Manage);
}

#[test]
fn a_check_that_cannot_be_read_is_the_first_thing_at_the_start() {
    let mut stage = only(CaseState::Damaged);
    assert_eq!(stage.app.screen(), Screen::Start);
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    let id = stage_subject(&stage);
    asks(&stage, Request::Generations(id.clone()));
    stage.happen(Event::Generations(id.clone(), versions()));
    stage.play("Enter");
    asks(&stage, Request::Tidy(Tidying::Restore(id.clone(), None)));
    let case = several().remove(0);
    stage.happen(Event::Done(restored(&id, Some("damaged/x.json"))));
    stage.happen(Event::Opened(Box::new(case), Access::Write));
    stage.sees("11月20日 16:40 の控えに戻しました。こわれたファイルは");
}

#[test]
fn where_the_newest_version_cannot_be_read_which_one_is_wanted_must_be_chosen() {
    let mut stage = only(CaseState::Damaged);
    stage.play("Enter");
    let id = stage_subject(&stage);
    let mut kept = versions();
    kept[0].written = Err(CaseState::Newer);
    stage.happen(Event::Generations(id.clone(), kept));
    stage.sees("いちばん新しい控えも");
    stage.sees_no("いちばん新しい控えに戻す");
    stage.play("Home Enter");
    assert_eq!(stage.app.screen(), Screen::Generations);
    // The store refuses too, where it cannot be read only now.
    stage.happen(Event::NotDone(SaveFault::NewestUnread));
    stage.sees("いちばん新しい控えが読めないので、何も変えていません。");
}

/// A file that is only in use, or that this person may not read, is as good as ever: its check is not given up for an
/// earlier version with one Enter.
#[test]
fn what_the_disk_does_not_give_now_is_not_called_damaged() {
    for (problem, said) in [
        (OpenProblem::Denied, "許されていません"),
        (OpenProblem::Unreadable(Some(5)), "、5番"),
        (OpenProblem::Gone, "つなぎ直して"),
        (OpenProblem::Link, "シンボリックリンク"),
        (OpenProblem::NotAFile, "フォルダなど"),
    ] {
        let mut stage = only(CaseState::Unread(problem));
        stage.sees("開けないチェックがあります");
        stage.play("Enter");
        let id = stage_subject(&stage);
        stage.happen(Event::Generations(id.clone(), versions()));
        stage.sees(said);
        stage.sees_no("こわれていて");
        assert!(!stage.page().actions().contains(&Action::RestoreNewest));
        stage.play("Home Enter");
        asks(&stage, Request::Open(id));
    }
}

#[test]
fn where_no_check_opens_the_start_says_so_before_anything_new_is_begun() {
    for state in [
        CaseState::Renamed,
        CaseState::Newer,
        CaseState::Locked,
        CaseState::NoPack,
    ] {
        let mut stage = only(state);
        stage.sees("開けないチェックがあります (1件)");
        stage.play("Enter");
        assert_eq!(stage.app.screen(), Screen::CaseMenu, "{state:?}");
        // Beside one that opens, that one comes first.
        let mut all = listed(&several());
        all[1].state = state;
        let stage = Stage::from_startup(|start| start.listed = all);
        stage.sees_no("開けないチェック");
    }
}

#[test]
fn a_file_that_was_renamed_by_hand_is_told_as_that_and_gets_its_name_back() {
    let mut stage = only(CaseState::Renamed);
    stage.play("Enter");
    stage.sees("元の名前のファイルは、");
    stage.sees_no("写し");
    stage.play("Home Enter");
    let id = stage_subject(&stage);
    asks(&stage, Request::Tidy(Tidying::Adopt(id.clone())));
    stage.happen(Event::Done(Completed::NamedBack(id)));
    stage.sees("ファイルの名前を元に戻しました。");
}

#[test]
fn what_is_done_although_the_disk_reported_a_fault_is_told_as_done() {
    let (mut stage, id) = one_chosen();
    stage.play("End Enter End Enter");
    stage.happen(Event::Doubted(SaveFault::Other(Some(5))));
    stage.happen(Event::Done(Completed::ThrownAway(id.clone())));
    stage.sees("できました。ただし、最後にディスクから失敗の返事がありました。");
    // The same of an earlier version, which is told only when it is open.
    stage.happen(Event::Doubted(SaveFault::NoSpace));
    stage.happen(Event::Done(restored(&id, None)));
    stage.sees("できました。ただし、");
    stage.sees("停電などがあると");
}

#[test]
fn of_a_bin_that_could_not_be_emptied_it_is_counted_what_is_left() {
    let mut stage = tidying();
    stage.happen(Event::Doubted(SaveFault::Denied));
    stage.happen(Event::Done(Completed::EmptiedInPart { gone: 1, left: 2 }));
    stage.sees("1件を消しました。2件は消せずに残っています。許可がありません。");
}

#[test]
fn where_it_cannot_be_seen_what_is_so_that_is_told() {
    let (mut stage, _) = one_chosen();
    stage.happen(Event::NotDone(SaveFault::Unsure(Some(5))));
    stage.sees("どこまで済んだか、今は確かめられません。");
    stage.sees_no("そのままです");
}

#[test]
fn with_one_that_cannot_be_read_the_newest_of_the_others_is_not_called_the_last() {
    let mut damaged = listed(&several()).remove(0);
    damaged.state = CaseState::Damaged;
    damaged.updated = None;
    damaged.created = None;
    damaged.counts = None;
    damaged.id = CaseId::new("zzzz2222");
    let mut all = listed(&several());
    let stage = Stage::from_startup(|start| start.listed.clone_from(&all));
    stage.sees("前回の続き");
    all.push(damaged);
    let stage = Stage::from_startup(|start| start.listed.clone_from(&all));
    stage.sees_no("前回の続き");
    stage.sees("読めるものの中で、いちばん新しいもの");
}

fn restored(id: &CaseId, aside: Option<&str>) -> Completed {
    Completed::Restored {
        id: id.clone(),
        taken: "0000000009-001-other".to_owned(),
        written: Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment"),
        aside: aside.map(str::to_owned),
    }
}

fn stage_subject(stage: &Stage) -> CaseId {
    let asked = stage.effects.iter().find_map(|effect| match effect {
        Effect::Ask(Request::Generations(id)) => Some(id.clone()),
        _ => None,
    });
    asked.expect("its earlier versions are asked for")
}

#[test]
fn without_an_earlier_version_a_damaged_file_can_be_put_aside() {
    let mut stage = only(CaseState::Damaged);
    stage.play("Enter");
    let id = stage_subject(&stage);
    stage.happen(Event::Generations(id.clone(), Vec::new()));
    stage.sees("控えもありません。");
    stage.play("Home Enter");
    asks(&stage, Request::Tidy(Tidying::PutAside(id)));
}

#[test]
fn a_copy_becomes_a_check_of_its_own() {
    let mut stage = only(CaseState::Copy);
    stage.play("Enter");
    assert_eq!(stage.app.screen(), Screen::CaseMenu);
    stage.play("Enter");
    asks(&stage, Request::Tidy(Tidying::Adopt(stage_subject(&stage))));
}

#[test]
fn what_is_newer_or_locked_is_told_and_never_opened() {
    for (state, said) in [
        (CaseState::Newer, "新しい版の mamori"),
        (CaseState::Locked, "ものではない鍵"),
        (CaseState::NoPack, "質問集が"),
    ] {
        let mut stage = only(state);
        stage.play("Enter");
        stage.sees(said);
        let opens = |effect: &Effect| matches!(effect, Effect::Ask(Request::Open(_)));
        assert!(!stage.effects.iter().any(opens), "{state:?}");
    }
}
