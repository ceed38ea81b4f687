//! Where the cursor stands when a screen opens or its rows change. Never on an answer that nobody chose.

use crate::app::action::Action;
use crate::app::{App, Screen, page};

impl App {
    /// Where the cursor stands when a screen opens: on the first row, but never on an answer.
    pub(in crate::app) fn place_cursor(&mut self) {
        let layer = *self.layer();
        if matches!(layer.cursor, Some(Action::Point(_))) {
            // A window that has become low must not fold away what one is at.
            self.points_shown = true;
        }
        let actions = page(self).actions();
        if layer.cursor.is_some_and(|cursor| actions.contains(&cursor)) {
            return;
        }
        if layer.screen == Screen::Question {
            self.layer_mut().cursor = None;
            return;
        }
        let preferred = match layer.screen {
            Screen::Overview => self.section_at().map(Action::Section),
            _ => None,
        };
        let first = actions.first().copied();
        self.layer_mut().cursor = preferred
            .filter(|action| actions.contains(action))
            .or(first);
    }

    pub(super) fn is_at_the_first_row(&self) -> bool {
        self.layer().cursor.is_some()
            && self.layer().cursor == page(self).actions().first().copied()
    }

    /// A page of the result that had something to show and has nothing any more.
    pub(super) fn is_empty_list(&self) -> bool {
        let lists = [Screen::Gaps, Screen::FindOut, Screen::NotApplicable];
        lists.contains(&self.screen()) && page(self).actions().is_empty()
    }

    /// The place of the section in which the user is.
    fn section_at(&self) -> Option<u8> {
        self.case.as_ref()?;
        let section = &self.question()?.section;
        let place = self
            .pack()
            .sections
            .iter()
            .position(|known| known.id == *section)?;
        u8::try_from(place).ok()
    }
}
