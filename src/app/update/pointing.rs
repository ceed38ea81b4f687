//! The mouse: what a press means. It helps and is never needed, and it never loses a text.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::keys::can_be_marked;
use crate::app::page::Row;
use crate::app::{Purpose, page};

impl UpdateContext<'_> {
    /// A press on a row is what Enter is with the cursor on it; on a key of the foot, that key.
    pub(super) fn press(&mut self, action: Action) {
        let page = page(self.app);
        let has = |row: &Row<'_>| row.actions().any(|known| known == action);
        if page.rows.iter().any(|row| row.field.is_some() && has(row)) {
            // The open field itself: opening it anew would forget how to take back what was typed.
            return;
        }
        let is_a_row = page.rows.iter().any(has);
        let is_a_key = page.hints.iter().any(|hint| hint.action == Some(action));
        if !is_a_row {
            if is_a_key {
                self.act(action);
            }
            return;
        }
        if self.app.has_draft() {
            // Another reason or name would take the place of what is being written: first this one is kept.
            self.finish_writing();
            return;
        }
        self.keep_writing_unless_it_narrows();
        self.app.layer_mut().cursor = Some(action);
        match action {
            // Enter would go on from an answer that is chosen already.
            Action::Answer(choice) => self.give(choice),
            // A press on a mark is what Space is.
            action if can_be_marked(action) => self.act(action),
            Action::FocusText(_) => {}
            _ => self.choose(),
        }
    }

    /// A field with nothing new in it closes; what narrows a list goes on narrowing it.
    fn keep_writing_unless_it_narrows(&mut self) {
        let editing = self.app.editing.as_ref();
        if editing.is_some_and(|editing| editing.purpose != Purpose::Filter) {
            self.keep_writing();
        }
    }

    pub(super) fn switch_mouse(&mut self) {
        let is_taken = !self.app.takes_mouse();
        self.app.mouse = Some(is_taken);
        self.say(if is_taken {
            "mouse-is-on"
        } else {
            "mouse-is-off"
        });
        self.effects.push(Effect::Mouse(is_taken));
    }
}
