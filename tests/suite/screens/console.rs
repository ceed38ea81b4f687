//! The first screen of a bare Linux console, whose font has no kana and no kanji.

use mamori::app::action::Action;
use mamori::app::page;
use mamori::app::page::Kind;

use crate::stage::Stage;

#[test]
fn a_bare_console_is_told_first_in_ascii_that_it_may_not_draw_japanese() {
    for (language, words) in [
        (
            "ja",
            "This console may not be able to draw Japanese. For English, press l.",
        ),
        (
            "en",
            "This console may not be able to draw Japanese, so this is English.",
        ),
    ] {
        let stage = Stage::at_a_bare_console(language);
        for (columns, lines) in [(80, 24), (120, 40)] {
            let screen = stage.screen_at(columns, lines);
            let mut rows = screen.lines().skip(2).map(str::trim);
            let first = rows.find(|row| !row.is_empty());
            assert_eq!(first, Some(words), "{screen}");
        }
        let small = stage.screen_at(40, 12);
        assert!(small.contains("This console may not be able"), "{small}");
    }
}

#[test]
fn what_a_bare_console_is_told_stands_out_and_english_is_where_the_cursor_is() {
    let mut stage = Stage::at_a_bare_console("ja");
    let page = page(&stage.app);
    let rows: Vec<_> = page
        .rows
        .iter()
        .filter(|row| row.kind != Kind::Blank)
        .collect();
    assert_eq!(rows[0].kind, Kind::Care);
    assert_eq!(rows[1].action, Some(Action::SwitchLanguage));
    assert_eq!(page.cursor, Some(Action::SwitchLanguage));
    let switches = page
        .actions()
        .iter()
        .filter(|action| **action == Action::SwitchLanguage)
        .count();
    assert_eq!(switches, 1, "the same action twice on one page");
    stage.play("Enter");
    assert_eq!(stage.app.language(), "en");
    assert!(stage.screen_at(80, 24).contains("so this is English"));
}
