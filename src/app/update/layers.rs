//! Screens on top of each other: opening one, closing one, and where the cursor stands then.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::request::Request;
use crate::app::screens::Trait;
use crate::app::{App, Layer, Purpose, Screen, page};

impl UpdateContext<'_> {
    /// Puts a screen on top.
    pub(super) fn open(&mut self, screen: Screen) {
        let found_by = self.note_who_was_found();
        self.keep_writing();
        self.forget_what_was_asked();
        if !screen.is_help() {
            self.app.open.open_task = None;
        }
        let layers = &mut self.app.layers;
        // A screen stands in the way back only once: opened again, it is gone back to.
        match layers.iter().position(|layer| layer.screen == screen) {
            Some(at) => layers.truncate(at + 1),
            // From one list to another the firm that was found is the same.
            None => layers.push(Layer {
                found_by,
                ..Layer::of(screen)
            }),
        }
        if let Some(open) = screen.opens() {
            open(self);
        }
        self.resurface();
    }

    /// While nobody is shown, the name by which a firm was found stays on the list: without it nothing would be there.
    fn note_who_was_found(&mut self) -> String {
        if !self.app.lists.shows_nobody() {
            return String::new();
        }
        let words = self.app.filter().to_owned();
        if self.app.screen().is_filtered() {
            self.app.layer_mut().found_by.clone_from(&words);
        }
        words
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

    /// Another case may be opened from here, and this one left behind.
    pub(in crate::app) fn leave_the_case_behind(&mut self) {
        if self.app.open.saving.moved {
            self.want_saving();
        }
        self.want_list();
    }

    pub(in crate::app) fn want_list(&mut self) {
        self.ask(Request::List);
    }

    /// The packs that follow the open one, once.
    pub(in crate::app) fn want_following(&mut self) {
        if !self.app.following_asked {
            self.app.following_asked = true;
            let first = self.app.pack().id.clone();
            self.ask(Request::Following(first));
        }
    }

    pub(in crate::app) fn write_name(&mut self) {
        self.begin_writing(Action::EditName);
    }

    /// Esc among the forms of a case that is kept: a case has always some.
    pub(in crate::app) fn keep_chosen_forms(&mut self) -> bool {
        let is_kept = self.app.open.case.is_some();
        if is_kept {
            self.close();
            if self.app.open.forms.is_empty() {
                self.say("forms-kept");
            }
        }
        is_kept
    }

    /// The topmost screen is seen, for the first time or again after another one lay on it.
    pub(super) fn resurface(&mut self) {
        if self.app.screen().is_filtered() {
            self.begin_writing(Action::EditFilter);
            if self.app.lists.shows_nobody() {
                let words = self.app.layer().found_by.clone();
                self.open_field(Purpose::Filter, &words, false);
                self.app.lists.look_for(&words);
            }
        }
        if self.app.screen().is(Trait::IsAField) && self.app.editing.is_none() {
            self.app.write_who_answers();
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
        if self.app.screen().esc().is_some_and(|esc| esc(self)) {
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
        let layer = self.layer().clone();
        if matches!(layer.cursor, Some(Action::Point(_) | Action::PointNone(_))) {
            // A window that has become low must not fold away what one is at.
            self.open.points_shown = true;
        }
        let actions = page(self).actions();
        if layer.cursor.is_some_and(|cursor| actions.contains(&cursor)) {
            return;
        }
        self.layer_mut().cursor = layer.screen.cursor(self, &actions);
    }

    /// The section in which the user is; before there is one, the first row.
    pub(in crate::app) fn cursor_of_overview(&self, actions: &[Action]) -> Option<Action> {
        let preferred = self.section_at().map(Action::Section);
        preferred
            .filter(|action| actions.contains(action))
            .or(actions.first().copied())
    }

    pub(super) fn is_at_the_first_row(&self) -> bool {
        self.layer().cursor.is_some()
            && self.layer().cursor == page(self).actions().first().copied()
    }

    /// A page of the result that had something to show and has nothing any more.
    fn is_empty_list(&self) -> bool {
        self.screen().is(Trait::GoesWhenEmpty) && page(self).actions().is_empty()
    }

    /// The place of the section in which the user is.
    fn section_at(&self) -> Option<u8> {
        self.open.case.as_ref()?;
        let section = &self.question()?.section;
        let index = self
            .pack()
            .sections
            .iter()
            .position(|known| known.id == *section)?;
        u8::try_from(index).ok()
    }
}
