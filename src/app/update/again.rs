//! Checking again: a new case from the open one.

use super::UpdateContext;
use crate::app::Screen;
use crate::app::open_case::OpenCase;
use crate::app::request::Request;
use crate::questionnaire::case::{Case, Walk};
use crate::text::Message;

impl UpdateContext<'_> {
    /// A new case from the open one, which is on the disk and keeps its answers as they are.
    pub(super) fn check_again(&mut self) {
        if !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        let Some(mut old) = self.app.open.case.clone() else {
            return;
        };
        if old.firm.is_none() {
            old.firm = Some(self.app.fresh_firm.clone());
            if self.app.open.access.may_write() {
                // Both are of one firm from now on, also the one from before there were firms.
                old.revision += 1;
                self.ask(Request::Save(Box::new(old.clone())));
            }
        }
        let case = Case::again(
            &old,
            self.app.fresh_id.clone(),
            self.app.first_pack(),
            self.now,
        );
        let answered = old.walks.values().filter_map(Walk::last_answered).max();
        let day = self.app.day_name(answered.unwrap_or(old.created).day());
        self.app
            .replace_case(OpenCase::begun(case), &[Screen::Overview]);
        self.ask(Request::FreshId);
        self.want_saving();
        self.show_question(0);
        self.app.message = Some(Message::new("again-begun").with("day", day));
    }
}
