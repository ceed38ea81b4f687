//! Who answers now: kept as long as the check is open, and written to each answer that is given.

use super::UpdateContext;
use crate::app::{App, Editing, Layer, Purpose, Screen};
use crate::questionnaire::case::Answer;

impl UpdateContext<'_> {
    pub(super) fn keep_answerer(&mut self, name: String) {
        self.app.open.answerer = name;
    }

    /// Whoever gives an answer stands in for it, and nobody else.
    pub(super) fn sign(&self) -> impl FnOnce(&mut Answer) + use<> {
        let name = self.app.open.answerer.clone();
        let signs = self.app.goes_from_one_to_another();
        move |answer| {
            let is_signed = signs && answer.given.is_some();
            answer.answered_by = if is_signed { name } else { String::new() };
        }
    }
}

impl App {
    /// Asks who answers, where the check was handed over by somebody and may be changed here.
    pub(in crate::app) fn ask_who_answers(&mut self) {
        if !self.goes_from_one_to_another() || !self.open.access.may_write() {
            return;
        }
        self.layers.push(Layer::of(Screen::Answerer));
        self.write_who_answers();
    }

    pub(super) fn write_who_answers(&mut self) {
        self.editing = Some(Editing::chosen(Purpose::Answerer, &self.open.answerer));
    }

    /// The open check was handed over: its answers say who gave them.
    fn goes_from_one_to_another(&self) -> bool {
        let case = self.open.case.as_ref();
        case.is_some_and(|case| case.handed.is_some())
    }
}
