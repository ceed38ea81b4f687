//! Saving and leaving. 保存済み is said only of what is on the disk, and no exit comes before it.

use super::UpdateContext;
use crate::app::Screen;
use crate::app::event::Effect;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::CaseId;
use crate::text::Message;

impl UpdateContext<'_> {
    pub(super) fn saved(&mut self, id: &CaseId, revision: u64) {
        // A case that is no longer the open one: its revisions say nothing about this one's.
        if !self.app.is_open(id) {
            return;
        }
        let saving = &mut self.app.open.saving;
        saving.on_disk = saving.on_disk.max(revision);
        saving.failed = None;
        self.app.open.saving.last = Some((self.now, self.app.position()));
        self.keep_the_base();
        let was_said = self.app.screen() == Screen::SaveFailed;
        let layers = &mut self.app.layers;
        layers.retain(|layer| layer.screen != Screen::SaveFailed);
        if was_said {
            self.resurface();
            let moved = self.app.moved.clone();
            self.app.message = Some(moved.unwrap_or_else(|| Message::new("save-works-again")));
        }
        self.quit_if_done();
    }

    /// Who is leaving waits for the disk, and for a report.
    pub(super) fn quit_if_done(&mut self) {
        let open = &self.app.open;
        if open.saving.leaving && open.is_saved() && open.exporting.on_their_way == 0 {
            self.effects.push(Effect::Quit);
        }
    }

    /// Says so on a screen of its own the first time, and whenever the user is waiting for it.
    pub(super) fn save_failed(&mut self, fault: SaveFault) {
        let first = self.app.open.saving.failed.is_none();
        let waiting = std::mem::take(&mut self.app.open.saving.leaving);
        self.app.open.saving.failed = Some(fault);
        if (first || waiting) && self.app.screen() != Screen::SaveFailed {
            self.open(Screen::SaveFailed);
        } else if self.app.screen() == Screen::SaveFailed {
            self.say("save-still-fails");
        }
    }

    pub(super) fn retry(&mut self) {
        self.want_saving();
    }

    /// Ends, once everything is on the disk.
    pub(super) fn leave(&mut self) {
        self.keep_writing();
        if self.waits_for_own_notes() {
            return;
        }
        if self.app.open.saving.moved || !self.app.is_saved() {
            self.want_saving();
        }
        let is_saved = self.app.is_saved() || !self.app.open.access.may_write();
        if is_saved && self.app.open.exporting.on_their_way == 0 {
            self.effects.push(Effect::Quit);
        } else {
            self.app.open.saving.leaving = true;
            self.say(if is_saved {
                "export-then-end"
            } else {
                "save-then-end"
            });
        }
    }

    /// The program is told to end: what was typed is kept, and the saver is waited for outside.
    pub(super) fn end(&mut self) {
        self.keep_writing();
        if !self.app.is_saved() || self.app.open.saving.moved {
            self.want_saving();
        }
        self.effects.push(Effect::Quit);
    }
}
