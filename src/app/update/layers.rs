//! Screens on top of each other: opening one, closing one, and where the cursor stands then.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::{App, Layer, Purpose, Screen, page};

impl UpdateContext<'_> {
    /// Puts a screen on top.
    pub(super) fn open(&mut self, screen: Screen) {
        self.keep_writing();
        self.forget_what_was_asked();
        if screen != Screen::Help {
            self.app.open_task = None;
        }
        let layers = &mut self.app.layers;
        // A screen stands in the way back only once: opened again, it is gone back to.
        match layers.iter().position(|layer| layer.screen == screen) {
            Some(at) => layers.truncate(at + 1),
            None => layers.push(Layer {
                screen,
                cursor: None,
            }),
        }
        match screen {
            Screen::Start => {
                // Another case may be opened from here, and this one left behind.
                if self.app.saving.moved {
                    self.want_saving();
                }
                self.effects.push(Effect::List);
            }
            Screen::Forms => self.take_forms(),
            Screen::Name => self.begin_writing(Action::EditName),
            Screen::Cases | Screen::Manage => {
                self.effects.push(Effect::List);
                self.begin_writing(Action::EditFilter);
            }
            Screen::Bin => self.effects.push(Effect::List),
            Screen::Export => self.app.exporting.day = Some(self.now.day()),
            Screen::Result if !self.app.following_asked => {
                self.app.following_asked = true;
                self.effects.push(Effect::LoadFollowing);
            }
            _ => {}
        }
        self.app.place_cursor();
    }

    /// Takes the topmost screen away, unless it is the last; and those that have become empty below it.
    pub(super) fn close(&mut self) {
        self.keep_writing();
        self.forget_what_was_asked();
        while self.app.layers.len() > 1 {
            self.app.layers.pop();
            if !self.app.is_empty_list() {
                break;
            }
        }
        self.resurface();
    }

    /// The topmost screen is seen again after another one lay on it.
    pub(super) fn resurface(&mut self) {
        if matches!(self.app.screen(), Screen::Cases | Screen::Manage) {
            self.begin_writing(Action::EditFilter);
        }
        self.app.place_cursor();
    }

    /// Esc: one step out. At the outermost screen it only leads to 終わる.
    pub(super) fn back(&mut self) {
        if self
            .app
            .editing
            .as_ref()
            .is_some_and(|editing| editing.purpose != Purpose::Filter)
        {
            self.leave_field();
            return;
        }
        if self.app.screen() == Screen::Tasks && self.close_task()
            || self.app.screen() == Screen::Export && self.give_up_replacing()
        {
            return;
        }
        if self.app.screen() == Screen::Forms && self.app.case.is_some() {
            self.close();
            if self.app.form_draft.is_empty() {
                self.say("forms-kept");
            }
            return;
        }
        if self.app.layers.len() == 1 {
            self.app.layer_mut().cursor = Some(Action::Leave);
            return;
        }
        self.close();
    }
}

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
    fn is_empty_list(&self) -> bool {
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
