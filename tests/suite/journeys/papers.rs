//! From what is missing to the paper that closes it: made, signed, put away, and the question met.

use mamori::app::Screen;
use mamori::app::action::{Action, Kept, Paper};
use mamori::app::event::{Effect, Event};
use mamori::app::request::{ExportFault, Making, Request};
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::paper::{Known, PaperFormat};

use crate::paths::slashed;
use crate::stage::{Stage, parsed};

/// At the question after who is responsible, of a check of papers.
fn at_the_manager() -> Stage {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 1 Right");
    assert_eq!(stage.at(), "name-a-manager");
    stage
}

/// What was asked of the store to be written.
fn made(stage: &Stage) -> Vec<(Vec<String>, PaperFormat, String, Option<String>)> {
    let effects = stage.effects.iter();
    effects
        .filter_map(|effect| match effect {
            Effect::Ask(Request::Make(paper)) => Some((
                match &paper.what {
                    Making::Papers(papers, _) => papers.iter().map(ToString::to_string).collect(),
                    Making::Changes(_) | Making::Homework(..) => Vec::new(),
                },
                paper.format,
                slashed(&paper.path),
                match &paper.what {
                    Making::Papers(_, case) => {
                        case.as_ref().map(|case| case.profile.manager.clone())
                    }
                    Making::Changes(_) | Making::Homework(..) => None,
                },
            )),
            _ => None,
        })
        .collect()
}

#[test]
fn from_a_missing_manager_to_a_signed_appointment_takes_at_most_25_keys() {
    let mut stage = at_the_manager();
    let keys = "3 p Down Enter 田 中 Enter Down Enter Enter Up Up Enter 棚 1 Enter Esc 1";
    assert!(parsed(keys).len() <= 25, "{}", parsed(keys).len());
    stage.play("3 p");
    assert_eq!(stage.app.screen(), Screen::Paper);
    stage.sees("この紙を作る: 任命書と役割表");
    stage.play("Down Enter <田中> Enter Down");
    assert_eq!(
        stage.page().cursor,
        Some(Action::Paper(Paper::Make(PaperFormat::Html)))
    );
    stage.play("Enter");
    let expected = "reports/任命書と役割表-2026-11-20.html";
    let paper = (
        vec!["appointment".to_owned()],
        PaperFormat::Html,
        expected.to_owned(),
    );
    let (ids, format, path, manager) = made(&stage).remove(0);
    assert_eq!((ids, format, path), paper);
    assert_eq!(manager.as_deref(), Some("田中"));
    assert_eq!(stage.page().cursor, Some(Action::Paper(Paper::OpenFile)));
    let answer = |stage: &Stage| {
        let case = stage.case();
        let walk = case.walk(&case.walk).expect("a walk");
        serde_json::to_value(&walk.answers["name-a-manager"]).expect("JSON")
    };
    assert_eq!(
        answer(&stage)["records"],
        serde_json::Value::Null,
        "made is not signed"
    );
    stage.play("Enter");
    assert!(stage.effects.contains(&Effect::Ask(Request::OpenWritten)));
    assert_eq!(
        stage.page().cursor,
        Some(Action::Paper(Paper::OpenFile)),
        "one Enter too many records nothing"
    );
    stage.play("Up Up");
    assert_eq!(stage.page().cursor, Some(Action::Record(0)));
    stage.play("Enter <棚1> Enter");
    let said = answer(&stage);
    assert_eq!(said["records"]["appointment"], "there");
    let detail = &said["record_details"]["appointment"];
    assert_eq!(
        *detail,
        serde_json::json!({"place": "棚1", "on": "2026-11-20"})
    );
    stage.play("Esc 1");
    assert_eq!(stage.at(), "name-a-manager");
    let result = stage.app.result().expect("a result");
    let item = result
        .items
        .iter()
        .find(|item| item.question.id.as_str() == "name-a-manager");
    assert_eq!(item.expect("asked").outcome, Outcome::Met);
}

#[test]
fn an_empty_paper_takes_nothing_of_the_check_along() {
    let mut stage = at_the_manager();
    stage.play("3 p Down Enter <田中> Enter");
    stage.go_to(Action::Paper(Paper::MakeBlank)).play("Enter");
    let (_, format, _, manager) = made(&stage).remove(0);
    assert_eq!((format, manager), (PaperFormat::Html, None));
}

#[test]
fn a_paper_stands_where_its_measure_is_and_where_its_task_is() {
    let mut stage = at_the_manager();
    stage.play("3 ?").sees("この紙を作る: 任命書と役割表");
    stage
        .play("Esc o End Up Up Enter Enter")
        .sees("一枚の任命書を作り");
    stage.sees_no("この紙を作る");
    let rows_before = stage.page().actions().len();
    stage.play("Enter").sees("この紙を作る: 任命書と役割表");
    stage.play("Esc");
    assert_eq!(
        stage.page().actions().len(),
        rows_before,
        "the way down is as long as before"
    );
    stage.play("p");
    assert_eq!(stage.app.screen(), Screen::Paper);
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Tasks);
}

#[test]
fn where_several_papers_serve_a_question_they_stand_first_on_the_list() {
    let mut stage = at_the_manager();
    // Who may see what: a table of its own, and a line of the list for who leaves.
    while stage.at() != "who-may-see" {
        stage.play("3 Right");
    }
    stage.play("p");
    assert_eq!(stage.app.screen(), Screen::Papers);
    stage.sees("この質問に");
    let first = stage.page().cursor;
    stage.play("Enter").sees("この紙を作る");
    stage.play("Esc");
    assert_eq!(stage.page().cursor, first);
}

#[test]
fn what_no_paper_serves_is_told() {
    let mut stage = at_the_manager();
    stage.play("o");
    let before = stage.page().cursor;
    stage.play("p");
    assert_eq!(
        (stage.message(), stage.page().cursor),
        (Some("key-unused"), before)
    );
}

#[test]
fn the_first_six_are_made_in_one_file() {
    let mut stage = at_the_manager();
    stage.play("3 o End Up Up Enter");
    stage.go_to(Action::Open(Screen::Papers)).play("Enter");
    stage.sees("はじめの6つ");
    stage.go_to(Action::Paper(Paper::MakeFirst)).play("Enter");
    let (ids, _, path, _) = made(&stage).remove(0);
    assert_eq!(ids.len(), 6);
    assert_eq!(path, "reports/mamori-papers-2026-11-20.html");
    assert_eq!(stage.page().cursor, Some(Action::Paper(Paper::OpenFile)));
}

#[test]
fn a_paper_that_cannot_be_written_says_why_and_offers_no_file() {
    let mut stage = at_the_manager();
    stage.play("3 p");
    stage.happen(Event::Made(Err(ExportFault::Disk(SaveFault::NoSpace))));
    assert_eq!(stage.message(), Some("exporting-no-space"));
    assert!(
        !stage
            .page()
            .actions()
            .contains(&Action::Paper(Paper::OpenFile))
    );
    stage.happen(Event::FileOpened(Err(Some(2))));
    assert_eq!(stage.message(), Some("file-not-opened"));
}

#[test]
fn a_day_is_understood_as_people_type_it_and_what_is_none_changes_nothing() {
    let mut stage = at_the_manager();
    stage
        .play("3 p")
        .go_to(Action::Record(0))
        .play("Enter <棚> Enter");
    let on = |stage: &Stage| {
        let case = stage.case();
        let answers = &case.walk(&case.walk).expect("a walk").answers;
        let (_, answer) = answers
            .iter()
            .find(|(id, _)| id.as_str() == "name-a-manager")
            .expect("answered");
        answer.record_details["appointment"]
            .on
            .map(|day| day.to_string())
    };
    let day = Action::RecordKept(0, Kept::Day);
    for (typed, expected) in [
        ("2026-11-05", "2026-11-05"),
        ("2026/11/5", "2026-11-05"),
        ("２０２６年１１月５日", "2026-11-05"),
        ("11/5", "2026-11-05"),
        ("12月1日", "2025-12-01"),
    ] {
        stage
            .go_to(day)
            .play("Enter")
            .play(&format!("<{typed}> Enter"));
        assert_eq!(on(&stage).as_deref(), Some(expected), "{typed}");
    }
    stage.go_to(day).play("Enter <きのう> Enter");
    assert_eq!(stage.message(), Some("day-not-understood"));
    stage.sees("きのう");
    stage.play("Esc");
    assert_eq!(on(&stage).as_deref(), Some("2025-12-01"));
    stage.go_to(day).play("Enter Ctrl-U Enter");
    assert_eq!(on(&stage), None);
    stage.go_to(Action::Record(0)).play("Space");
    stage.sees("[ ] 保管した: 任命書");
}

#[test]
fn what_was_put_away_leads_to_the_points_and_records_say_where_they_are() {
    let mut stage = at_the_manager();
    stage.play("3 o End Up Up Enter");
    stage.go_to(Action::Open(Screen::Records)).play("Enter");
    assert!(
        !stage
            .page()
            .actions()
            .contains(&Action::Open(Screen::RecordDetails))
    );
    stage.go_to(Action::Record(2)).play("Space p");
    stage.sees("[x] 保管した: 任命書");
    stage.sees("この質問の点を見直す: 責任者の名前");
    stage.play("Esc");
    stage
        .go_to(Action::Open(Screen::RecordDetails))
        .play("Enter Enter <金庫> Enter");
    stage.sees("金庫");
    stage
        .play("Esc")
        .go_to(Action::Record(2))
        .play("p")
        .sees("金庫");
    let item = stage
        .app
        .result()
        .expect("a result")
        .items
        .iter()
        .position(|item| item.question.id.as_str() == "name-a-manager");
    let item = u16::try_from(item.expect("asked")).expect("few");
    stage.go_to(Action::Question(item)).play("Enter");
    assert_eq!(stage.at(), "name-a-manager");
}

#[test]
fn what_was_done_leads_to_the_points_of_its_question() {
    let mut stage = at_the_manager();
    stage.play("3 o End Up Up Enter Enter");
    let rows = stage.page().actions().len();
    stage.play("d");
    assert_eq!(stage.message(), Some("task-done-points"));
    assert_eq!(
        stage.page().actions().len(),
        rows,
        "the way down is as long as before"
    );
    stage
        .play("Enter")
        .sees("この質問の点を見直す: 責任者の名前");
    stage.play("Esc d Enter").sees_no("この質問の点を見直す");
    stage.play("Esc d Enter Down Down Down Down Down Down Down Down Down Enter");
    assert_eq!(stage.at(), "name-a-manager");
}

#[test]
fn what_is_written_on_papers_is_kept_taken_back_and_of_this_check_alone() {
    let mut stage = at_the_manager();
    stage.play("3 p Down Enter <田中> Enter");
    assert_eq!(stage.on_disk()[0].profile.manager, "田中");
    stage.play("z");
    assert_eq!(stage.on_disk()[0].profile.manager, "");
    stage.play("Z");
    assert_eq!(stage.on_disk()[0].profile.manager, "田中");
    stage.go_to(Action::Paper(Paper::Write(Known::Manager)));
    stage.sees("田中");
}

#[test]
fn taking_back_leads_to_the_paper_on_which_it_was_written() {
    let mut stage = at_the_manager();
    stage.play("3 p Enter <やまと> Enter Esc");
    stage.play("Left Left p").sees("守る情報の一覧");
    stage.sees("やまと");
    stage.play("z").sees("任命書と役割表");
    stage.sees_no("やまと");
}

/// What was written for the firm itself was offered on the page for a customer.
#[test]
fn a_file_is_offered_to_be_opened_only_where_it_was_written() {
    use mamori::app::action::Export;
    use mamori::app::request::Exported;
    use mamori::questionnaire::reader::Reader;

    let mut stage = at_the_manager();
    let opens = Action::Paper(Paper::OpenFile);
    let offers = |stage: &Stage| stage.page().actions().contains(&opens);
    stage.play("3 o End Up Up Enter");
    stage
        .go_to(Action::Open(Screen::Export))
        .play("Enter Enter");
    stage.happen(Event::Exported(Ok(Exported {
        path: "reports/own.html".to_owned(),
        questions: 12,
        tasks: 1,
        doubt: None,
    })));
    assert!(offers(&stage));
    for reader in [Reader::Customer, Reader::Body, Reader::Hand, Reader::Staff] {
        stage
            .go_to(Action::Export(Export::To(reader)))
            .play("Right");
        assert!(!offers(&stage), "{reader:?}\n{}", stage.screen());
        stage.play("Esc");
    }
    stage.play("Esc");
    stage.go_to(Action::Open(Screen::Papers)).play("Enter");
    assert!(!offers(&stage));
    stage.play("Enter");
    assert!(!offers(&stage));
}

#[test]
fn who_prints_a_paper_is_told_of_the_file_that_is_written_and_of_the_browser() {
    // The list of what to protect is for Excel first: its place was said to be a workbook on every row.
    let mut stage = Stage::answering("1");
    stage.play("Right 3 p Enter");
    for (format, ending) in [
        (PaperFormat::Xlsx, ".xlsx"),
        (PaperFormat::Html, ".html"),
        (PaperFormat::Docx, ".docx"),
    ] {
        stage.go_to(Action::Paper(Paper::Make(format)));
        let screen = stage.screen_at(60, 20);
        assert!(screen.contains(ending), "{ending}\n{screen}");
    }
    stage.go_to(Action::Paper(Paper::MakeBlank));
    stage.sees(".html");
    stage.go_to(Action::Paper(Paper::Make(PaperFormat::Html)));
    let screen = stage.screen_at(60, 20);
    assert!(screen.contains("ブラウザで開いて印刷"), "{screen}");
    stage.play("Enter");
    assert_eq!(stage.message(), Some("paper-made-to-print"));
    stage.sees(".html");
}
