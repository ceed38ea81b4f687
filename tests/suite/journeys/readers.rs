//! 書き出す: for whom, what is shown before it is written, formats, notes, names of files.

use mamori::app::Screen;
use mamori::app::action::{Action, Export, ProfilePart};
use mamori::app::event::{Effect, Event};
use mamori::app::request::{ExportFault, Exported, Request, Setting};
use mamori::questionnaire::access::Access;
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::questionnaire::report_format::ReportFormat;

use super::from_the_result::at_the_result;
use super::none_here;
use crate::paths::slashed;
use crate::stage::Stage;

/// What was asked to be written: for whom, in which format, where, and whether it replaces a file.
type Asked = (Contents, ReportFormat, String, bool);

fn exports(stage: &Stage) -> Vec<Asked> {
    let exports = stage.effects.iter().filter_map(|effect| match effect {
        Effect::Ask(Request::Export(export)) => {
            assert_eq!(export.language, "ja");
            let path = slashed(&export.path);
            Some((export.contents, export.format, path, export.replace))
        }
        _ => None,
    });
    exports.collect()
}

fn own(format: ReportFormat, path: &str, replace: bool) -> Asked {
    (Contents::default(), format, path.to_owned(), replace)
}

fn at_export() -> Stage {
    let mut stage = at_the_result();
    stage.go_to(Action::Open(Screen::Export));
    stage.play("Enter");
    stage
}

/// On the page of this reader.
pub(super) fn at_reader(reader: Reader) -> Stage {
    let mut stage = at_export();
    stage.go_to(Action::Export(Export::To(reader)));
    stage.play("Right");
    assert_eq!(stage.app.screen(), Screen::ExportTo);
    stage
}

#[test]
fn from_the_result_to_a_report_for_oneself_are_two_enters() {
    let mut stage = at_the_result();
    stage.go_to(Action::Open(Screen::Export));
    stage.play("Enter Enter");
    assert_eq!(
        exports(&stage),
        [own(
            ReportFormat::Html,
            "reports/mamori-2026-11-20.html",
            false
        )]
    );
}

#[test]
fn each_reader_is_shown_what_will_be_in_it_before_it_is_written() {
    for reader in Reader::ALL {
        if matches!(reader, Reader::Own | Reader::Statistics) {
            continue;
        }
        let mut stage = at_export();
        stage.go_to(Action::Export(Export::To(reader)));
        stage.play("Enter");
        assert_eq!(exports(&stage), [], "{reader:?}");
        stage.sees("入るもの:");
        for format in reader.formats() {
            stage.go_to(Action::Export(Export::As(reader, *format)));
            stage.play("Enter");
            let path = match (reader, format) {
                (Reader::Hand, ReportFormat::Json) => "reports/mamori-2026-11-20.mamori".into(),
                _ => format!(
                    "reports/mamori-{}-2026-11-20.{}",
                    reader.code(),
                    format.code()
                ),
            };
            let wanted = (Contents::of(reader, None), *format, path, false);
            assert_eq!(exports(&stage).last(), Some(&wanted));
        }
        stage.play("Esc");
        assert_eq!(stage.app.screen(), Screen::Export);
        let back = Action::Export(Export::To(reader));
        assert_eq!(stage.page().cursor, Some(back));
    }
}

#[test]
fn what_a_customer_will_read_stands_on_the_page_before_it_is_written() {
    let stage = at_reader(Reader::Customer);
    stage.sees("12問のうち、そろっている2問: 守る情報の一覧");
    stage.sees("入らないもの:");
    stage.sees_no("守る情報の一覧・責任者の名前");
}

#[test]
fn an_old_answer_that_may_have_meant_nothing_here_is_not_promised_to_a_customer() {
    let mut stage = none_here::stage();
    stage.play("1");
    let look = |stage: &mut Stage| {
        stage.happen(Event::Do(Action::Open(Screen::Export)));
        stage.happen(Event::Do(Action::Export(Export::To(Reader::Customer))));
    };
    look(&mut stage);
    stage.sees("12問のうち、そろっている1問");
    // Answered by a program that did not ask whether there is anything for each point.
    let mut case = stage.case().clone();
    let answers = case
        .walks
        .values_mut()
        .flat_map(|walk| walk.answers.values_mut());
    answers.for_each(|answer| answer.none = None);
    stage.happen(Event::Opened(Box::new(case), Access::Write));
    look(&mut stage);
    stage.sees("12問のうち、そろっている0問");
    stage.sees("関係なしかどうかを確かめていない1問は、入りません。");
}

#[test]
fn right_of_a_reader_stand_the_formats_and_the_choice_of_notes() {
    let mut stage = at_reader(Reader::Advisor);
    stage.go_to(Action::Export(Export::Notes));
    stage.sees("[ ] メモとふせんを入れる");
    stage.play("Space").sees("[x] メモとふせんを入れる");
    stage.play("Home Down Enter");
    let path = "reports/mamori-advisor-2026-11-20.docx".to_owned();
    let with_notes = Contents::of(Reader::Advisor, Some(true));
    assert_eq!(
        exports(&stage),
        [(with_notes, ReportFormat::Docx, path, false)]
    );
    // What was chosen for one reader is not chosen for another.
    let mut stage = at_reader(Reader::Own);
    stage.sees("[x] メモとふせんを入れる");
    stage.go_to(Action::Export(Export::Notes));
    stage.play("Space Home Down Enter");
    let path = "reports/mamori-2026-11-20.docx".to_owned();
    let without = Contents::of(Reader::Own, Some(false));
    assert_eq!(
        exports(&stage),
        [(without, ReportFormat::Docx, path, false)]
    );
    stage.go_to(Action::Export(Export::Anonymous));
    stage.play("Space Home Enter");
    let (contents, ..) = exports(&stage).pop().expect("a report");
    assert!(contents.is_anonymous());
}

#[test]
fn who_needs_no_report_to_read_finds_the_other_formats() {
    let mut stage = at_export();
    stage.play("End Enter");
    for (reader, format) in [
        (Reader::Own, ReportFormat::Xlsx),
        (Reader::Own, ReportFormat::Csv),
        (Reader::Own, ReportFormat::Markdown),
        (Reader::Statistics, ReportFormat::Ndjson),
        (Reader::Statistics, ReportFormat::Csv),
    ] {
        stage.go_to(Action::Export(Export::As(reader, format)));
        stage.play("Enter");
        let (contents, asked, ..) = exports(&stage).pop().expect("a report");
        assert_eq!((contents.reader(), asked), (reader, format));
        assert_eq!(contents.is_anonymous(), reader == Reader::Statistics);
    }
}

#[test]
fn the_firm_and_who_has_looked_it_over_are_rows_that_can_be_filled_and_undone() {
    let mut stage = at_reader(Reader::Body);
    stage.go_to(Action::Export(Export::Profile(ProfilePart::Firm)));
    stage.sees("会社: (書いていません)");
    stage.play("Enter <やまと精工/本社> Enter");
    stage.sees("会社: やまと精工/本社");
    // It stands in the name of the file, as far as every system takes it.
    stage.sees("mamori-body-やまと精工-本社-2026-11-20.html");
    stage.go_to(Action::Export(Export::Profile(ProfilePart::CheckedBy)));
    stage.play("Enter <佐藤> Enter").sees("点検した人: 佐藤");
    assert_eq!(stage.on_disk()[0].profile.checked_by, "佐藤");
    stage.play("z z").sees("会社: (書いていません)");
    assert!(stage.on_disk()[0].profile.is_empty());
}

#[test]
fn the_name_of_a_file_says_whose_check_it_is_unless_that_is_left_out() {
    let mut stage = at_the_result();
    stage.happen(Event::Do(Action::EditName));
    stage.play("Ctrl-U <本社工場> Enter");
    stage.happen(Event::Do(Action::Open(Screen::Export)));
    let written = |stage: &mut Stage, reader, format| {
        stage.happen(Event::Do(Action::Export(Export::As(reader, format))));
        exports(stage).pop().expect("a report").2
    };
    let html = ReportFormat::Html;
    assert_eq!(
        written(&mut stage, Reader::Own, html),
        "reports/mamori-本社工場-2026-11-20.html"
    );
    // The name of a check is the firm's own affair, and a file without names has none in its name either.
    assert_eq!(
        written(&mut stage, Reader::Customer, html),
        "reports/mamori-customer-2026-11-20.html"
    );
    assert_eq!(
        written(&mut stage, Reader::Statistics, ReportFormat::Csv),
        "reports/mamori-statistics-2026-11-20.csv"
    );
    stage.happen(Event::Do(Action::Export(Export::NameFiles)));
    assert_eq!(
        written(&mut stage, Reader::Own, html),
        "reports/mamori-2026-11-20.html"
    );
    let remembered = Effect::Ask(Request::Remember(Setting::NamesInFiles(false)));
    assert!(stage.effects.contains(&remembered));
}

#[test]
fn the_place_can_be_written_and_each_format_brings_its_own_ending() {
    let mut stage = at_reader(Reader::Own);
    let place = Action::Export(Export::EditPath);
    stage.go_to(place);
    stage.play("Enter Ctrl-U <棚/結果.HTML> Enter");
    stage.play("Home Down Down Enter");
    // A dot that ends no format's name stays.
    stage.go_to(place);
    stage.play("Enter Ctrl-U <v1.2> Enter Home Enter");
    // As a shell writes it.
    stage.go_to(place);
    stage.play("Enter Ctrl-U <'~/棚 1/結果.html'> Enter Home Enter");
    // An empty place is the usual one.
    stage.go_to(place);
    stage.play("Enter Ctrl-U Enter Home Enter");
    assert_eq!(
        exports(&stage),
        [
            own(ReportFormat::Xlsx, "棚/結果.xlsx", false),
            own(ReportFormat::Html, "v1.2.html", false),
            own(ReportFormat::Html, "/home/hanako/棚 1/結果.html", false),
            own(ReportFormat::Html, "reports/mamori-2026-11-20.html", false),
        ]
    );
}

#[test]
fn the_place_of_one_readers_file_is_not_another_readers() {
    let mut stage = at_reader(Reader::Advisor);
    stage.go_to(Action::Export(Export::EditPath));
    stage.play("Enter Ctrl-U <相談> Enter Esc");
    stage.go_to(Action::Export(Export::To(Reader::Customer)));
    stage.play("Enter Enter");
    let (.., path, _) = exports(&stage).pop().expect("a report");
    assert_eq!(path, "reports/mamori-customer-2026-11-20.html");
}

#[test]
fn a_file_is_only_replaced_after_a_question() {
    let mut stage = at_export();
    stage.play("Enter");
    stage.happen(Event::Exported(Err(ExportFault::Exists)));
    stage.sees("同じ名前のファイルがあります。");
    stage.sees("reports/mamori-2026-11-20.html");
    assert_eq!(stage.page().cursor, Some(Action::Export(Export::OtherName)));
    // Esc is a no.
    stage.play("Esc");
    assert_eq!(stage.app.screen(), Screen::Export);
    stage.sees_no("同じ名前のファイル");
    assert_eq!(
        stage.page().cursor,
        Some(Action::Export(Export::To(Reader::Own)))
    );
    stage.play("Enter");
    stage.happen(Event::Exported(Err(ExportFault::Exists)));
    stage.play("Enter");
    assert!(stage.app.is_editing(), "another name");
    stage.play("Ctrl-U <別> Enter Home Enter");
    stage.happen(Event::Exported(Err(ExportFault::Exists)));
    stage.play("Down Enter");
    let path = "reports/mamori-2026-11-20.html";
    assert_eq!(
        exports(&stage),
        [
            own(ReportFormat::Html, path, false),
            own(ReportFormat::Html, path, false),
            own(ReportFormat::Html, "別.html", false),
            own(ReportFormat::Html, "別.html", true),
        ]
    );
}

#[test]
fn what_came_of_it_is_said() {
    let mut stage = at_export();
    stage.play("Enter");
    stage.happen(Event::Exported(Ok(Exported {
        path: "reports/a.html".to_owned(),
        questions: 12,
        tasks: 6,
        doubt: None,
    })));
    stage.sees("書き出しました。ブラウザで開いて印刷できます: reports/a.html (12問、");
    for fault in [
        SaveFault::NoSpace,
        SaveFault::ReadOnly,
        SaveFault::Denied,
        SaveFault::FolderGone,
        SaveFault::TooLarge,
        SaveFault::InUse,
        SaveFault::Other(Some(5)),
    ] {
        stage.happen(Event::Exported(Err(ExportFault::Disk(fault))));
        stage.sees("答えはそのままです。");
        assert_eq!(stage.app.screen(), Screen::Export);
    }
}

#[test]
fn what_came_of_it_too_late_asks_nothing() {
    let mut stage = at_export();
    stage.play("Enter Esc");
    let before = stage.page().rows.len();
    stage.happen(Event::Exported(Err(ExportFault::Exists)));
    assert_eq!(
        (stage.app.screen(), stage.page().rows.len()),
        (Screen::Result, before)
    );
    stage.sees("同じ名前のファイルがあるので");
}

#[test]
fn who_leaves_while_a_report_is_written_is_told_what_became_of_it_first() {
    let mut stage = at_export();
    stage.play("Enter Enter Ctrl-C");
    assert!(!stage.has_ended, "two reports are on their way");
    stage.sees("書き出しが済んだら終わります。");
    let done = |path: &str| {
        Event::Exported(Ok(Exported {
            path: path.to_owned(),
            questions: 12,
            tasks: 6,
            doubt: None,
        }))
    };
    stage.happen(done("reports/a.html"));
    assert!(!stage.has_ended);
    stage.happen(done("reports/a.xlsx"));
    assert!(stage.has_ended);
    // One that failed is read before the end.
    let mut stage = at_export();
    stage.play("Enter Ctrl-C");
    stage.happen(Event::Exported(Err(ExportFault::Disk(SaveFault::NoSpace))));
    assert!(!stage.has_ended);
    stage.sees("答えはそのままです。");
    stage.play("Ctrl-C");
    assert!(stage.has_ended);
}

#[test]
fn the_name_of_a_folder_for_a_report_is_told_as_one() {
    let mut stage = at_export();
    stage.happen(Event::Exported(Err(ExportFault::Folder)));
    stage.sees("それはフォルダか装置の名前です");
}

#[test]
fn a_report_that_was_written_can_be_opened_from_where_it_was_written() {
    use mamori::app::action::Paper;

    let mut stage = at_the_result();
    stage.go_to(Action::Open(Screen::Export)).play("Enter");
    let opens = Action::Paper(Paper::OpenFile);
    assert!(!stage.page().actions().contains(&opens));
    stage.play("Enter");
    let cursor = stage.page().cursor;
    stage.happen(Event::Exported(Ok(Exported {
        path: "reports/a.html".to_owned(),
        questions: 12,
        tasks: 6,
        doubt: None,
    })));
    assert_eq!(
        stage.page().cursor,
        cursor,
        "the next format is as near as before"
    );
    stage.go_to(opens).play("Enter");
    assert!(stage.effects.contains(&Effect::Ask(Request::OpenWritten)));
    assert_eq!(stage.app.screen(), Screen::Export);
}
