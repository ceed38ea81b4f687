//! From the result to doing: records that are there, checking again, before and now.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::questionnaire::outcome::Outcome;

use crate::paths::slashed;
use crate::screens::MIXED;
use crate::stage::{Disk, Stage};

/// A walk with every kind of answer, at its result.
pub(super) fn at_the_result() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play(MIXED).play("3 o End Up Up Enter");
    assert_eq!(stage.app.screen(), Screen::Result);
    stage
}

#[test]
fn a_record_is_marked_as_there_and_taken_back() {
    let mut stage = at_the_result();
    stage.go_to(Action::Open(Screen::Records));
    stage.play("Enter").sees("あるもの 0件");
    let counts = stage.counts();
    stage.play("Down Down Space").sees("あるもの 1件");
    stage.sees("[x] 任命書");
    let case = &stage.on_disk()[0];
    let answers = serde_json::to_value(&case.walks[&case.walk].answers).expect("JSON");
    assert_eq!(
        answers["name-a-manager"]["records"],
        serde_json::json!({"appointment": "there"})
    );
    assert_eq!(stage.counts(), counts, "a record answers nothing");
    stage.play("Space").sees("あるもの 0件");
    let case = &stage.on_disk()[0];
    let text = serde_json::to_string(case).expect("JSON");
    assert!(!text.contains("records"), "{text}");
}

#[test]
fn tasks_that_are_done_are_counted_on_the_result() {
    let mut stage = at_the_result();
    stage.sees("0円でできるもの");
    stage
        .play("Home Enter d Down d Esc")
        .sees("6つのうち 2つ済み");
}

#[test]
fn checking_again_asks_everything_afresh_with_the_old_answers_beside() {
    let mut stage = at_the_result();
    let old = stage.case().clone();
    stage.go_to(Action::CheckAgain);
    stage.play("Enter");
    assert_eq!(
        (stage.app.screen(), stage.at().as_str()),
        (Screen::Question, "pick-information")
    );
    assert_ne!(stage.case().id, old.id);
    assert_eq!(stage.counts().answered(), 0);
    assert_eq!(stage.page().cursor, None, "nothing is chosen beforehand");
    stage.sees("前の答え (11月20日): できている");
    stage.sees("( ) 1 できている");
    stage
        .play("Right")
        .sees("前の答え (11月20日): 一部できている 1/3");
    // The note of the old check is there, its flag is not.
    stage.play("Right Right Right");
    assert_eq!(stage.at(), "handling-rules");
    stage.sees("メモ: 鍵は事務所");
    stage.play("o").sees_no("ふせん");
    let kept = stage.on_disk();
    assert_eq!(kept.len(), 2, "both checks are on the disk");
    assert_eq!(kept.iter().find(|case| case.id == old.id), Some(&old));
    assert!(stage.started_again().app.screen() == Screen::Start);
}

#[test]
fn checking_again_waits_until_the_old_check_is_on_the_disk() {
    let mut stage = at_the_result();
    stage.disk = Disk::Slow;
    stage.play("Home Enter d Esc");
    stage.go_to(Action::CheckAgain);
    let id = stage.case().id.clone();
    stage.play("Enter");
    assert_eq!(stage.message(), Some("start-still-saving"));
    assert_eq!(stage.case().id, id);
}

#[test]
fn before_and_now_stand_beside_each_other_item_by_item() {
    let mut stage = at_the_result();
    stage.sees_no("前と今");
    stage.go_to(Action::CheckAgain);
    stage.play("Enter 1 Right 3 Right 2 Space Right 4 Right o End Up Up Enter");
    stage.sees("よくなった 1、悪くなった 1");
    stage.sees("前 9件 (12問のうち)   今 11件 (12問のうち、まだ 8問)");
    stage.go_to(Action::Open(Screen::Compare));
    stage.play("Enter").sees("よくなった 1件");
    let screen = stage.screen_at(100, 60);
    let line = |words: &str| {
        screen
            .lines()
            .find(|line| line.contains(words))
            .unwrap_or_default()
            .to_owned()
    };
    assert!(line("責任者の名前").ends_with("前 できていない     今 一部できている"));
    assert!(line("形と置き場所").ends_with("前 一部できている   今 できていない"));
    assert!(line("役割と代わりの人").contains("前 わからない"));
    // From an item to its question, and back with the answer.
    stage.go_to(Action::Question(1));
    stage.play("Enter 1 Enter");
    assert_eq!(stage.app.screen(), Screen::Compare);
    stage.sees("よくなった 2件");
}

#[test]
fn the_second_walk_of_a_check_that_is_done_again_has_its_old_answers_beside() {
    let mut stage = at_the_result();
    stage.play("End Up Up Enter 4 m <山田製作所> Tab o End Up Up Up Enter");
    stage.go_to(Action::CheckAgain);
    stage.play("Enter");
    assert_eq!(
        stage.case().walk.as_str(),
        "tics-minimum",
        "it begins with the first walk"
    );
    stage.play("o End Up Up Enter End Up Up Enter");
    assert_eq!(stage.case().walk.as_str(), "tics-2024-additions");
    stage.sees("前の答え (11月20日): わからない");
    stage.sees("メモ: 山田製作所");
}

#[test]
fn what_is_worse_by_a_point_says_how_many_points_there_were_and_are() {
    let mut stage = Stage::answering("1");
    stage.play("Right Down Space Down Space");
    assert_eq!(stage.counts().partly, 1);
    stage.happen(Event::Do(Action::CheckAgain));
    stage.play("Right Down Space");
    stage.happen(Event::Do(Action::Open(Screen::Compare)));
    stage.sees("悪くなった 1件");
    stage.sees("前 一部できている 2/3");
    stage.sees("今 一部できている 1/3");
}

#[test]
fn whom_to_ask_is_found_from_everywhere() {
    for (keys, from) in [
        ("o", Screen::Overview),
        (MIXED, Screen::Question),
        ("?", Screen::Measures),
    ] {
        let mut stage = Stage::answering("1");
        stage.play(keys);
        if from == Screen::Question {
            stage.play("o End Up Up Enter");
        }
        let below = stage.app.screen();
        stage.go_to(Action::Open(Screen::Contacts));
        stage.play("Enter").sees("知財総合支援窓口 (INPIT)");
        stage.sees("要確認");
        stage.play("Esc");
        assert_eq!(stage.app.screen(), below);
    }
    let mut stage = Stage::new();
    stage.play("Down Enter End Enter");
    assert_eq!(
        stage.app.screen(),
        Screen::Contacts,
        "from what this tool is, before any check"
    );
}

#[test]
fn where_one_may_only_look_nothing_is_listed_or_marked_but_it_can_be_checked_again() {
    use mamori::questionnaire::access::Access;
    let mut stage = at_the_result();
    stage.play("o i Enter <金型> Enter");
    let old = stage.case().clone();
    let saves = stage.kept.len();
    let looking = Event::Opened(Box::new(old.clone()), Access::Look(None));
    stage.happen(looking);
    // Adding, marking an example, writing, choosing, taking off, a record.
    stage.play("o i Enter Down Enter Space Esc Down Enter Enter Down Enter End Enter Enter");
    stage.play("o");
    stage.go_to(Action::Open(Screen::Result));
    stage.play("Enter");
    stage.go_to(Action::Open(Screen::Records));
    stage.play("Enter Space");
    assert!(stage.message().is_some(), "it says why");
    assert_eq!((stage.case(), stage.kept.len()), (&old, saves));
    stage.play("Esc");
    stage.go_to(Action::CheckAgain);
    stage.play("Enter 1");
    assert_ne!(stage.case().id, old.id);
    assert_eq!(stage.counts().answered(), 1, "the new check is one's own");
    assert_eq!(stage.case().information, old.information);
}

#[test]
fn enter_on_somebody_without_an_address_leads_to_nobody_else() {
    let mut stage = Stage::answering("1");
    stage.play("o End Up Up Up Enter End");
    let there = stage.page().cursor;
    assert!(matches!(there, Some(Action::FocusText(_))), "{there:?}");
    stage.play("Enter");
    assert_eq!(
        (stage.app.screen(), stage.page().cursor),
        (Screen::Contacts, there)
    );
}

#[test]
fn an_outcome_of_the_old_check_is_never_that_of_the_new_one() {
    let mut stage = at_the_result();
    stage.go_to(Action::CheckAgain);
    stage.play("Enter");
    for _ in 0..12 {
        let result = stage.app.result().expect("a case");
        assert!(
            result
                .items
                .iter()
                .all(|item| item.outcome == Outcome::Unanswered)
        );
        stage.play("Enter");
        assert_eq!(stage.message(), Some("question-not-answered"));
        stage.play("Right");
    }
}

/// Checked again at the first question, where the old check had two points, a reason of its own and a task.
fn checked_again() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play("2 Space Down Space Right 3 Right 1 Right 1 Right 1 Right 1 Right 1 Right 1 Right");
    stage.play("5 Down Enter <社員はいない> Enter Right 1 Right 1 Right 1 Right Enter");
    assert_eq!(stage.app.screen(), Screen::Result);
    stage.go_to(Action::CheckAgain);
    stage.play("Enter");
    stage
}

#[test]
fn the_old_points_and_reasons_stand_beside() {
    let mut stage = checked_again();
    assert_eq!(stage.screen().matches("前はあり").count(), 2);
    stage.play("Right Right Right Right Right Right Right Right");
    stage.sees("前の答え (11月20日): 当てはまらない (社員はいない)");
}

#[test]
fn the_old_answer_is_taken_over_by_its_key_with_its_own_day_and_never_by_enter() {
    let mut stage = checked_again();
    let old = stage.case().earlier.clone().expect("the earlier check");
    stage.play("Enter Enter Enter");
    assert_eq!(stage.counts().answered(), 0, "Enter takes nothing over");
    stage.sees("= 前と同じ");
    stage
        .play("=")
        .sees("前の答えのまま (11月20日): 一部できている 2/4");
    let pack = stage.case().walk.clone();
    let id = mamori::questionnaire::id::QuestionId::new("pick-information");
    let kept = stage
        .on_disk()
        .into_iter()
        .find(|case| case.earlier.is_some())
        .expect("the new check");
    let answered = |case: &mamori::questionnaire::case::Case| {
        case.answer(&pack, &id).and_then(|answer| answer.answered)
    };
    assert_eq!(
        answered(&kept),
        old.answer(&pack, &id).and_then(|answer| answer.answered)
    );
    // It says so before the result too, until somebody has looked.
    stage.happen(mamori::app::event::Event::Do(Action::Open(Screen::Check)));
    stage.sees("前のまま");
    stage.happen(mamori::app::event::Event::Do(Action::Question(0)));
    stage.happen(mamori::app::event::Event::Press(Action::SeenToday));
    stage.sees_no("前の答えのまま");
    assert!(answered(stage.case()) > answered(&kept));
    // One step back, as every change.
    stage.play("z").sees("前の答えのまま");
    stage.play("z");
    assert_eq!(stage.counts().answered(), 0);
}

#[test]
fn without_an_earlier_check_there_is_nothing_to_take_over() {
    let mut stage = Stage::answering("1");
    stage.sees_no("前と同じ");
    stage.play("=");
    assert_eq!(stage.counts().answered(), 0);
}

#[test]
fn before_and_now_is_written_to_print_for_word_and_for_excel() {
    use mamori::app::action::Paper;
    use mamori::app::event::Effect;
    use mamori::app::request::{Making, Request};
    use mamori::questionnaire::paper::PaperFormat;

    let mut stage = at_the_result();
    stage
        .go_to(Action::CheckAgain)
        .play("Enter 1 Right 3 o End Up Up Enter");
    stage.go_to(Action::Open(Screen::Compare)).play("Enter");
    for format in PaperFormat::ALL {
        stage
            .go_to(Action::Paper(Paper::MakeChanges(format)))
            .play("Enter");
        let said = match format {
            PaperFormat::Html => "paper-made-to-print",
            PaperFormat::Docx | PaperFormat::Xlsx => "paper-made",
        };
        assert_eq!(stage.message(), Some(said));
        assert_eq!(stage.page().cursor, Some(Action::Paper(Paper::OpenFile)));
    }
    let made: Vec<String> = stage
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Ask(Request::Make(made)) => {
                assert_eq!(made.what, Making::Changes(stage.case().clone()));
                Some(made.path.clone())
            }
            _ => None,
        })
        .collect();
    let named = |ending: &str| format!("reports/mamori-compare-2026-11-20.{ending}");
    let made: Vec<String> = made.iter().map(|path| slashed(path)).collect();
    assert_eq!(made, PaperFormat::ALL.map(|format| named(format.code())));
}
