//! 続きを頼む人へ: the check says that it is handed over, and the file gets a passphrase that nobody sees.

use mamori::app::action::{Action, Export};
use mamori::app::event::{Effect, Event};
use mamori::app::request::{ExportFault, ExportRequest, Exported, Request};
use mamori::app::secret::Passphrase;
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::reader::Reader;
use mamori::questionnaire::report_format::ReportFormat;

use super::readers::at_reader;
use super::unlocking::looking;
use crate::paths::slashed;
use crate::stage::Stage;

const FILE: Export = Export::As(Reader::Hand, ReportFormat::Json);

fn asked(stage: &Stage) -> Vec<&ExportRequest> {
    let asked = stage.effects.iter().filter_map(|effect| match effect {
        Effect::Ask(Request::Export(export)) => Some(&**export),
        _ => None,
    });
    asked.collect()
}

fn write(stage: &mut Stage) {
    stage.go_to(Action::Export(FILE));
    stage.play("Enter");
}

#[test]
fn what_is_handed_over_is_the_check_as_it_says_so_and_that_is_nothing_to_take_back() {
    let mut stage = at_reader(Reader::Hand);
    stage.sees("メモ");
    let before = stage.case().clone();
    write(&mut stage);
    let case = stage.case().clone();
    let handed = case.handed.clone().expect("handed over");
    assert_eq!(
        (case.revision, handed.revision),
        (before.revision + 1, before.revision + 1)
    );
    assert_eq!(case.base_id(), Some(&before.state_id()));
    let asked = asked(&stage);
    assert_eq!(asked.len(), 1);
    assert_eq!((&asked[0].case, &asked[0].passphrase), (&case, &None));
    assert_eq!(slashed(&asked[0].path), "reports/mamori-2026-11-20.mamori");
    // A step back is the answer before it, and the check was handed over all the same.
    stage.play("Esc Esc z");
    assert_eq!(stage.case().ancestors, case.ancestors);
    assert_ne!(stage.case().walks, case.walks);
}

/// The page of what is handed over, with a passphrase on the file.
pub(crate) fn with_a_passphrase() -> Stage {
    let mut stage = at_reader(Reader::Hand);
    stage.go_to(Action::Export(Export::Passphrase));
    stage.play("Enter <手渡しの合言葉 2026> Enter <手渡しの合言葉 2026> Enter");
    stage
}

#[test]
fn a_passphrase_is_typed_twice_unseen_and_can_be_taken_off() {
    let mut stage = at_reader(Reader::Hand);
    let turn = Action::Export(Export::Passphrase);
    stage.go_to(turn);
    stage.play("Enter <short> Enter");
    assert_eq!(stage.message(), Some("err-short-passphrase"));
    stage.play("<手渡しの合言葉 2026> Enter <別のものを打った 2026> Enter");
    assert_eq!(stage.message(), Some("err-different-passphrases"));
    stage.sees_no("手渡しの");
    stage.play("<手渡しの合言葉 2026> Enter <手渡しの合言葉 2026>");
    stage.sees_no("手渡しの");
    stage.sees("もう一度");
    stage.play("Enter");
    assert_eq!(stage.page().cursor, Some(turn));
    write(&mut stage);
    let with = |stage: &Stage| asked(stage).last().expect("asked").passphrase.clone();
    assert_eq!(with(&stage), Some(Passphrase::new("手渡しの合言葉 2026")));
    stage.go_to(turn);
    stage.play("Space");
    write(&mut stage);
    assert_eq!(with(&stage), None);
    // Left half-way there is none.
    stage.go_to(turn);
    stage.play("Enter <手渡しの合言葉 2026> Enter Esc");
    write(&mut stage);
    assert_eq!(with(&stage), None);
}

#[test]
fn what_came_of_it_is_said_and_a_workbook_is_no_such_file() {
    let mut stage = at_reader(Reader::Hand);
    write(&mut stage);
    let exported = Exported {
        path: "reports/mamori-2026-11-20.mamori".to_owned(),
        questions: 12,
        tasks: 6,
        doubt: None,
    };
    stage.happen(Event::Exported(Ok(exported)));
    assert_eq!(stage.message(), Some("exporting-handed"));
    let fault = ExportFault::NotKept(SaveFault::NoSpace);
    stage.happen(Event::Exported(Err(fault)));
    assert_eq!(stage.message(), Some("exporting-not-kept"));
    let handed = stage.case().handed.clone();
    stage.go_to(Action::Export(Export::As(Reader::Hand, ReportFormat::Xlsx)));
    stage.play("Enter");
    assert_eq!(stage.case().handed, handed);
}

#[test]
fn a_check_that_another_program_has_is_not_handed_over() {
    let mut stage = looking();
    stage.happen(Event::Do(Action::Export(FILE)));
    assert!(asked(&stage).is_empty());
    assert_eq!(stage.case().handed, None);
}

#[test]
fn who_types_a_passphrase_reads_that_it_must_not_be_forgotten_in_a_small_window_too() {
    let mut stage = at_reader(Reader::Hand);
    stage.go_to(Action::Export(Export::Passphrase));
    stage.play("Enter");
    for (language, said) in [("ja", "忘れると"), ("en", "nobody can")] {
        while stage.app.language() != language {
            stage.switch_language();
        }
        let screen = stage.screen_at(60, 20);
        assert!(screen.contains(said), "{screen}");
    }
}
