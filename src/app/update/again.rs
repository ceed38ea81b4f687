//! Checking again, and the records that are there.

use super::UpdateContext;
use crate::app::Screen;
use crate::app::open_case::OpenCase;
use crate::app::request::Request;
use crate::questionnaire::case::{Case, RECORD_THERE, Walk};
use crate::text::Message;
use serde_json::Value;

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

    /// The record at this place of the page is there, or is not any more.
    pub(super) fn toggle_record(&mut self, index: usize) {
        let Some(result) = self.app.result() else {
            return;
        };
        let Some(record) = result.records().get(index).copied() else {
            return;
        };
        let (question, measure) = (record.question.id.clone(), record.measure.id.to_string());
        let was_there = record.is_there;
        self.change_answer_to(&question, |answer| {
            if was_there {
                answer.records.remove(&measure);
            } else {
                answer.records.insert(measure, Value::from(RECORD_THERE));
            }
        });
        self.app.place_cursor();
    }
}
