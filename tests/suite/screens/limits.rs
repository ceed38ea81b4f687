//! Any keys in any window: nothing breaks, and the way out and the cursor are always in sight.

use proptest::prelude::*;

use mamori::app::action::Action;
use mamori::app::page;
use mamori::text::width::WidthMode;

use super::MIXED;
use crate::stage::{Drawing, Stage};

const KEYS: [&str; 25] = [
    "Enter",
    "Esc",
    "Up",
    "Down",
    "Left",
    "Right",
    "Space",
    "1",
    "2",
    "3",
    "4",
    "5",
    "m",
    "f",
    "?",
    "w",
    "o",
    "h",
    "l",
    "<長い言葉>",
    "Tab",
    "End",
    "PageDown",
    "u",
    "i",
];

fn holds(stage: &Stage, columns: u16, lines: u16) -> Result<(), TestCaseError> {
    let Drawing { text, caret, .. } = stage.drawing(columns, lines, WidthMode::Narrow);
    prop_assert_eq!(text.lines().count(), usize::from(lines));
    if columns < 40 || lines < 12 {
        return Ok(());
    }
    let foot = text.lines().last().unwrap_or_default();
    // On the row that ends the program it is Enter.
    let is_at_the_end = stage.page().cursor == Some(Action::Leave);
    prop_assert!(
        foot.contains("Esc ") || is_at_the_end,
        "no way out at {}x{}\n{}",
        columns,
        lines,
        text
    );
    let app = stage.sized(columns, lines);
    let page = page(&app);
    if page.rows.iter().any(|row| row.field.is_some()) {
        prop_assert!(
            caret.is_some(),
            "no caret at {}x{}\n{}",
            columns,
            lines,
            text
        );
    } else if page.cursor.is_some() {
        let marked = text
            .lines()
            .skip(2)
            .filter(|line| line.contains("> "))
            .count();
        prop_assert!(marked > 0, "no cursor at {}x{}\n{}", columns, lines, text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_in_any_window_can_be_drawn(
        is_far in any::<bool>(),
        keys in prop::collection::vec((0..KEYS.len(), 0u16..=130, 0u16..=45), 1..14),
    ) {
        let mut stage = Stage::answering("1");
        if is_far {
            stage.play(MIXED).play("o End Up Up Enter");
        }
        for (key, columns, lines) in keys {
            if stage.has_ended {
                break;
            }
            stage.play(KEYS[key]);
            holds(&stage, columns, lines)?;
        }
    }
}
