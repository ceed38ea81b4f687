//! The mouse, as a journey uses it: it presses where words stand.

use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::text::width::{WidthMode, cells};

use super::Stage;

impl Stage {
    /// Presses where these words stand; the words of the foot count too.
    #[track_caller]
    pub(crate) fn click(&mut self, words: &str) -> &mut Self {
        let action = self.under(words, 0);
        assert!(
            action.is_some(),
            "{words:?} is only text on\n{}",
            self.screen()
        );
        self.press_on(action)
    }

    pub(crate) fn press_on(&mut self, action: Option<Action>) -> &mut Self {
        if let Some(action) = action {
            self.happen(Event::Press(action));
        }
        self
    }

    /// What a press means so many cells after the end of these words; at 0, on their first cell.
    #[track_caller]
    pub(crate) fn under(&self, words: &str, after: u16) -> Option<Action> {
        let drawing = self.drawing(80, 24, WidthMode::Narrow);
        let found = drawing
            .text
            .lines()
            .zip(0..)
            .find_map(|(line, y)| Some((line.split_once(words)?.0, y)));
        let (before, y) = found.unwrap_or_else(|| panic!("no {words:?} on\n{}", drawing.text));
        let wide = |text| u16::try_from(cells(text, WidthMode::Narrow)).expect("a cell");
        let x = match after {
            0 => wide(before),
            after => wide(before) + wide(words) + after - 1,
        };
        drawing.spots.at(x, y)
    }
}
