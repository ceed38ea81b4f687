//! How pages look beside their words: weight and reverse alone, which can be read on every palette, and the place of the
//! terminal's own cursor.

use std::collections::BTreeSet;

use mamori::app::event::Event;
use mamori::text::width::WidthMode;
use mamori::view::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::palettes::{PALETTES, Palette, Rgb};
use super::{at, every};
use crate::stage::{Drawing, Stage, words};

/// The least contrast of text (WCAG 2, 1.4.3).
const LEAST: f64 = 4.5;
const SIZES: [(u16, u16); 3] = [(80, 24), (60, 20), (40, 12)];

fn luminance(colour: Rgb) -> f64 {
    let channel = |shift: u32| {
        let value = f64::from((colour >> shift) & 0xFF) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn contrast((one, other): (Rgb, Rgb)) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What a cell looks like: colour of the letter, colour behind it, weight.
type Look = (Color, Color, Modifier);

fn look_of(cell: &Cell) -> Look {
    (cell.fg, cell.bg, cell.modifier)
}

/// Letter and ground as this terminal draws them.
fn colours(palette: &Palette, (front, behind, modifier): Look) -> (Rgb, Rgb) {
    let named = |colour: Color, own: Rgb| match colour {
        Color::Reset => own,
        Color::Black => palette.black,
        Color::White => palette.white,
        other => panic!("{other:?} cannot be read on every palette"),
    };
    let is_bold = modifier.contains(Modifier::BOLD);
    let is_own = front == Color::Reset && behind == Color::Reset;
    match (is_own, is_bold, modifier.contains(Modifier::REVERSED)) {
        (true, true, true) => palette.bold_reversed,
        (true, true, false) => (palette.bold, palette.ground),
        (_, _, true) => (named(behind, palette.ground), named(front, palette.text)),
        (_, _, false) => (named(front, palette.text), named(behind, palette.ground)),
    }
}

fn every_cell(theme: Theme, mut check: impl FnMut(&str, &Cell)) {
    for (name, keys) in every() {
        let stage = at(&keys);
        for (columns, lines) in SIZES {
            let drawing = stage.drawing_in(theme, columns, lines, WidthMode::Narrow);
            for cell in drawing.cells.content() {
                check(name, cell);
            }
        }
    }
}

#[test]
fn every_letter_can_be_read_on_every_palette() {
    for theme in [Theme::Colour, Theme::Plain, Theme::Console] {
        let mut found: Vec<Look> = Vec::new();
        every_cell(theme, |_, cell| {
            if !found.contains(&look_of(cell)) {
                found.push(look_of(cell));
            }
        });
        assert!(
            found.len() >= 3,
            "plain, selected, set off by weight: {found:?}"
        );
        for look in found {
            assert!(
                !look.2.contains(Modifier::DIM),
                "faint text is read by nobody"
            );
            for palette in &PALETTES {
                // Only a bare Linux console gets the theme that is made for it, and no other.
                if (palette.name == "Linux console") != (theme == Theme::Console) {
                    continue;
                }
                // Whoever chose a palette whose own text has less can read that: nothing of ours has less.
                let own = contrast((palette.text, palette.ground));
                let is = contrast(colours(palette, look));
                assert!(
                    is >= LEAST.min(own),
                    "{}: {look:?} has {is:.2}",
                    palette.name
                );
            }
        }
    }
}

#[test]
fn what_was_drawn_before_could_not_be_read() {
    // Magenta of Windows before 2017, and of Solarized dark; red of the Linux console.
    for pair in [
        (0x80_0080, 0x00_0000),
        (0xD3_3682, 0x00_2B36),
        (0xAA_0000, 0x00_0000),
    ] {
        assert!(
            contrast(pair) < LEAST,
            "{pair:x?} has {:.2}",
            contrast(pair)
        );
    }
    // Only Solarized light has a text of its own that has less.
    for palette in &PALETTES {
        let own = contrast((palette.text, palette.ground));
        assert_eq!(
            own < LEAST,
            palette.name == "Solarized light",
            "{} {own:.2}",
            palette.name
        );
    }
    let console = PALETTES
        .iter()
        .find(|palette| palette.name == "Linux console");
    let both = console.expect("a palette").bold_reversed;
    assert!(
        contrast(both) < LEAST,
        "so nothing there is bold and reversed"
    );
}

#[test]
fn nothing_but_a_code_for_a_phone_has_a_colour() {
    every_cell(Theme::Colour, |name, cell| {
        // A code is read by a phone, which wants dark on light.
        let is_code = name.starts_with("code");
        let has_no_colour = (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
        assert!(is_code || has_no_colour, "{name}: {cell:?}");
    });
}

fn is_reversed(cells: &Buffer, x: u16, y: u16) -> bool {
    cells[(x, y)].modifier.contains(Modifier::REVERSED)
}

/// The line on which the mark of the selected row stands, and its column.
fn selected(drawing: &Drawing) -> Option<(u16, u16)> {
    let area = drawing.cells.area;
    let is_mark =
        |x: u16, y: u16| drawing.cells[(x, y)].symbol() == ">" && is_reversed(&drawing.cells, x, y);
    (2..area.height).find_map(|y| (0..area.width).find(|x| is_mark(*x, y)).map(|x| (x, y)))
}

#[test]
fn the_header_is_one_bar_and_the_selected_row_another() {
    for (columns, lines) in SIZES {
        let stage = at("1 Down");
        let drawing = stage.drawing(columns, lines, WidthMode::Narrow);
        for x in 0..columns {
            assert!(
                is_reversed(&drawing.cells, x, 0),
                "{columns}x{lines}\n{}",
                drawing.text
            );
        }
        let (mark, y) = selected(&drawing).expect("a selected row");
        let text = drawing.text.lines().nth(usize::from(y)).expect("a line");
        let end =
            u16::try_from(mamori::text::width::cells(text, WidthMode::Narrow)).expect("a cell");
        for x in mark - 1..end {
            let modifier = drawing.cells[(x, y)].modifier;
            assert!(
                modifier.contains(Modifier::REVERSED | Modifier::BOLD),
                "{columns}x{lines}: cell {x} of\n{text}"
            );
        }
    }
}

#[test]
fn each_key_of_the_foot_is_set_off_from_what_it_does() {
    for (name, keys) in every() {
        let stage = at(&keys);
        let drawing = stage.drawing(80, 24, WidthMode::Narrow);
        let last = 23;
        let reversed = (0..80)
            .filter(|x| is_reversed(&drawing.cells, *x, last))
            .count();
        let plain = (0..80)
            .filter(|x| !is_reversed(&drawing.cells, *x, last))
            .filter(|x| drawing.cells[(*x, last)].symbol() != " ")
            .count();
        assert!(reversed > 0 && plain > 0, "{name}\n{}", drawing.text);
    }
}

#[test]
fn the_foot_names_the_digits_that_answer_here() {
    let stage = Stage::answering("1");
    stage.sees("1-4 答える");
    let stage = at("Right Right Right Right Right Right Right Right");
    stage.sees("1-5 答える");
    stage.sees("5 当てはまらない");
}

#[test]
fn the_foot_offers_to_take_back_where_there_is_something_to_take_back() {
    let mut stage = Stage::answering("1");
    stage.play("Right");
    let before = stage.screen();
    assert!(!before.contains("元に戻す"), "{before}");
    stage.play("3");
    stage.sees("z 元に戻す");
}

#[test]
fn a_bar_shows_each_question_of_each_section_and_where_one_is() {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 3 Right");
    let second = |screen: &str| screen.lines().nth(1).expect("a line").to_owned();
    assert_eq!(
        second(&stage.screen()),
        "  ######## [ 3].... .... .... .... .... ........ ........          12問中 3問め"
    );
    assert_eq!(
        second(&stage.screen_at(40, 12)),
        "  ## >. . . . . .. ..              3/12"
    );
}

#[test]
fn the_cursor_of_the_terminal_stands_at_the_selected_row() {
    for (name, keys) in every() {
        let stage = at(&keys);
        for (columns, lines) in SIZES {
            let drawing = stage.drawing(columns, lines, WidthMode::Narrow);
            let cursor = drawing
                .spots
                .cursor()
                .map(|position| (position.x, position.y));
            if let Some(caret) = drawing.caret {
                assert_eq!(cursor, None, "{name}: it stands in the field, at {caret}");
            } else if let Some(selected) = selected(&drawing) {
                assert_eq!(
                    cursor,
                    Some(selected),
                    "{name} {columns}x{lines}\n{}",
                    drawing.text
                );
            } else {
                let (_, y) = cursor.expect("somewhere");
                let line = drawing.text.lines().nth(usize::from(y)).unwrap_or_default();
                assert!(
                    !line.trim().is_empty(),
                    "{name}: it stands where text is\n{}",
                    drawing.text
                );
            }
        }
    }
}

#[test]
fn moving_from_one_row_to_the_next_changes_those_two_rows_and_nothing_else() {
    let mut stage = at("MIXED o End Up Up Enter Home Down");
    let before = stage.drawing(80, 40, WidthMode::Narrow);
    stage.play("Down");
    let after = stage.drawing(80, 40, WidthMode::Narrow);
    let changed: BTreeSet<u16> = before
        .cells
        .diff(&after.cells)
        .into_iter()
        .map(|(_, y, _)| y)
        .collect();
    let rows = [&before, &after].map(|drawing| selected(drawing).expect("a selected row").1);
    assert_eq!(changed, BTreeSet::from(rows), "{}", after.text);
}

#[test]
fn what_an_answer_gives_back_stands_behind_a_mark_on_each_of_its_lines() {
    let stage = at("3");
    for (columns, lines) in [(80, 24), (60, 20)] {
        let screen = stage.screen_at(columns, lines);
        let aside: Vec<&str> = screen
            .lines()
            .filter(|line| line.starts_with("  | "))
            .collect();
        assert!(aside[0].contains("まずはここから"), "{screen}");
        let is_long = columns == 60;
        assert_eq!(aside.len() > 1, is_long, "{screen}");
    }
}

/// How often these words stand on the screens of a walk from the first question to the last.
fn in_a_walk(language: &str, words: &str) -> usize {
    let mut stage = Stage::answering("1 2 3");
    if stage.app.language() != language {
        stage.switch_language();
    }
    let mut count = 0;
    for _ in 0..18 {
        count += stage.screen().matches(words).count();
        stage.play("1 Right");
    }
    count
}

#[test]
fn that_a_match_is_not_confirmed_is_said_in_full_once_in_a_walk_and_by_a_mark_after_that() {
    // Before, on each of the 18 questions.
    assert_eq!(in_a_walk("ja", "対応は未確認"), 1);
    assert_eq!(in_a_walk("en", "not confirmed"), 1);
    assert_eq!(in_a_walk("ja", "責任者  I第二 *"), 2);
    assert_eq!(in_a_walk("en", "I-1 (Ⅰ第一)"), 1);
    // The mark is explained where it leads: one key away.
    for keys in ["Right o", "Right h End", "Right o h End"] {
        let mut stage = Stage::answering("1 2 3");
        stage.play(keys);
        let screen = stage.screen_at(80, 50);
        assert!(
            screen.contains("* I第一などは国の基準の番号です。"),
            "{screen}"
        );
    }
}

#[test]
fn no_roman_numeral_of_one_character_stands_on_a_screen() {
    for (name, keys) in every() {
        let stage = at(&keys);
        let screen = stage.screen_at(80, 50);
        assert!(
            !screen.contains(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ']),
            "{name}\n{screen}"
        );
    }
}

#[test]
fn the_reason_folds_only_where_it_does_not_fit() {
    let mut stage = Stage::answering("1");
    // A line of tmux leaves 23, and a narrow window is often high.
    for (columns, lines) in [(80, 24), (80, 23), (80, 20), (70, 24), (60, 30), (40, 40)] {
        let screen = stage.screen_at(columns, lines);
        assert!(screen.contains("なぜ: "), "{columns}x{lines}\n{screen}");
    }
    for (columns, lines) in [(60, 20), (80, 16)] {
        let screen = stage.screen_at(columns, lines);
        assert!(
            !screen.contains("なぜ: ") && screen.contains("    なぜ\n"),
            "{screen}"
        );
    }
    stage.play("Right Right");
    let shorter = stage.screen_at(60, 20);
    assert!(
        shorter.contains("なぜ: ") && !shorter.contains("続きがあります"),
        "{shorter}"
    );
}

#[test]
fn on_a_page_that_moves_anyway_nothing_gives_way() {
    let mut moved = 0;
    for (name, keys) in every() {
        let mut stage = at(&keys);
        stage.happen(Event::Resize(60, 20));
        if stage.app.screen().asks() || stage.app.is_editing() {
            continue;
        }
        let first = stage.screen_at(60, 20);
        if !first.contains("続きがあります") {
            continue;
        }
        moved += 1;
        stage.play("Home");
        let mut seen = stage.screen_at(60, 20);
        for _ in stage.page().actions() {
            stage.play("Down");
            seen += &stage.screen_at(60, 20);
        }
        let catalog = words("ja");
        for row in stage.page().rows {
            let text = catalog.text(&row.text).into_owned();
            let begins: String = text.chars().take(6).collect();
            assert!(
                seen.contains(&begins),
                "{name}: {text:?} is never shown\n{seen}"
            );
        }
    }
    assert!(moved > 5, "only {moved} pages moved");
}
