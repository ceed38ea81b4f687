//! Names in places that are bounded: shortened with … and never gone.

use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::app::page::Kind;
use mamori::questionnaire::fault::SaveFault;
use mamori::text::width::{WidthMode, cells};

use crate::stage::{Disk, Stage, drawn};

const LONG: &str = "株式会社山田精密工業所第二工場2026年度秋の定期の確かめ (本社の分も)";

fn named(title: &str) -> Stage {
    let mut case = Stage::answering("1").case().clone();
    title.clone_into(&mut case.title);
    Stage::starting(vec![case.clone()], Some(case), "ja")
}

fn header(stage: &Stage, columns: u16) -> String {
    let screen = stage.screen_at(columns, 24);
    screen.lines().next().expect("a line").to_owned()
}

#[test]
fn a_name_longer_than_the_header_has_room_for_is_shortened_and_never_gone() {
    for columns in [40, 47, 60, 80, 100] {
        let mut stage = named(LONG);
        stage.happen(Event::Resize(columns, 24));
        let seen = header(&stage, columns);
        assert!(seen.contains("株式会社"), "{columns}: {seen}");
        let is_whole = seen.contains(LONG);
        assert!(is_whole != seen.contains('…'), "{columns}: {seen}");
        assert!(seen.contains("保存済み"), "{columns}: {seen}");
        // The longest that is ever said of saving.
        stage.disk = Disk::Fails(SaveFault::NoSpace);
        stage.play("3 Esc");
        let seen = header(&stage, columns);
        assert!(seen.contains("株式"), "{columns}: {seen}");
        assert!(seen.contains("保存できません"), "{columns}: {seen}");
    }
    let short = named("本社");
    assert!(header(&short, 80).contains("まもり | 本社 "));
}

#[test]
fn who_looks_after_several_firms_sees_in_the_header_whose_check_it_is_and_an_owner_no_more_than_before()
 {
    let of_firm = |title: &str, lists_firms| {
        let mut case = Stage::answering("1").case().clone();
        title.clone_into(&mut case.title);
        "やまと精工".clone_into(&mut case.profile.firm);
        let mut stage = Stage::starting(vec![case.clone()], Some(case), "ja");
        stage.app = stage.app.with_firms(lists_firms);
        stage
    };
    let owner = of_firm("2026年", false);
    assert!(header(&owner, 80).contains("まもり | 2026年 "));
    let advisor = of_firm("2026年", true);
    for columns in [60, 80] {
        let seen = header(&advisor, columns);
        assert!(seen.contains("やまと精工: 2026年 "), "{columns}: {seen}");
    }
    // Shortened it is the firm that stays.
    let long = of_firm(LONG, true);
    assert!(header(&long, 60).contains("やまと精工: "));
    for title in ["やまと精工 2026年", "ﾔﾏﾄ ヤマト精工やまと精工"] {
        let seen = header(&of_firm(title, true), 120);
        assert!(!seen.contains("やまと精工: "), "{seen}");
    }
}

#[test]
fn a_shortened_name_ends_before_what_stands_beside_it_in_wide_terminals_too() {
    let stage = named(LONG);
    let catalog = mamori::pack_library::PackLibrary::new(None).catalog("ja").0;
    for mode in [WidthMode::Narrow, WidthMode::Wide] {
        let page = stage.page();
        let drawing = drawn(&page, &catalog, 60, 20, mode);
        let line = drawing.text.lines().next().expect("a line");
        assert!(
            line.contains('…') && line.contains("…   "),
            "{mode:?}: {line}"
        );
        assert!(cells(line.trim_end(), mode) <= 60, "{mode:?}: {line}");
    }
}

#[test]
fn a_long_name_of_who_does_it_is_shortened_beside_its_choices() {
    let mut stage = Stage::answering("1");
    stage.play("3");
    let mut case = stage.case().clone();
    let walk = case.walks.get_mut(&case.walk).expect("a walk");
    for answer in walk.answers.values_mut() {
        answer.task.get_or_insert_default().who = LONG.repeat(2);
    }
    let mut stage = Stage::starting(vec![case.clone()], Some(case), "ja");
    stage.happen(Event::Do(Action::Open(mamori::app::Screen::Tasks)));
    stage.play("Enter");
    assert!(stage.page().rows.iter().any(|row| row.kind == Kind::Under));
    for (columns, lines) in [(80, 24), (60, 24), (40, 24)] {
        let screen = stage.screen_at(columns, lines);
        let line = screen.lines().find(|line| line.contains("今は: 株式会社"));
        let line = line.unwrap_or_else(|| panic!("no name on\n{screen}"));
        assert!(line.trim_end().ends_with('…'), "{line}");
    }
}

#[test]
fn a_message_that_takes_more_lines_than_there_are_says_that_it_goes_on() {
    let mut stage = Stage::answering("1");
    stage.happen(Event::Exported(Ok(mamori::app::request::Exported {
        path: format!("/home/{}/結果.html", "長い名前のフォルダ/".repeat(20)),
        questions: 12,
        tasks: 6,
        doubt: None,
    })));
    let screen = stage.screen_at(60, 20);
    let said: Vec<&str> = screen
        .lines()
        .filter(|line| line.contains("長い名前"))
        .collect();
    assert!(
        said.last().expect("the path").trim_end().ends_with('…'),
        "{screen}"
    );
}
