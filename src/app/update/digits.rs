//! Answering with digits alone: a digit answers and, if the user wants that, goes on to the next question.

use super::UpdateContext;
use crate::app::action::Choice;
use crate::app::event::Effect;
use crate::questionnaire::outcome::Outcome;
use crate::text::Message;
use crate::text::names::outcome_name;

/// After so many digits going on by itself is offered, once.
const OFFERED_AFTER: u8 = 5;

impl UpdateContext<'_> {
    /// A digit on a question. Where the answer is whole, and the user wants that, it goes on.
    pub(super) fn answer_by_digit(&mut self, choice: Choice) {
        if !self.may_write() {
            return;
        }
        self.give(choice);
        self.offer_digits();
        self.go_on_by_digit(choice.outcome());
    }

    /// To the next question, if digits go on and the one on the screen now has this answer.
    pub(super) fn go_on_by_digit(&mut self, outcome: Outcome) {
        let is_given = self.app.item().is_some_and(|item| item.outcome == outcome);
        // Which points there are is still to be said.
        let is_whole = outcome != Outcome::Partly;
        if !(self.app.goes_on_by_digits() && self.app.screen().asks() && is_given && is_whole) {
            return;
        }
        let languages = self.app.shown_languages();
        let label = self
            .app
            .question()
            .map(|question| question.label.get(&languages).to_owned());
        self.go_on();
        self.app.message = label.map(|label| {
            Message::new("digits-went-on")
                .with("label", label)
                .with("answer", outcome_name(outcome))
        });
    }

    /// Offered once, to who answers with digits.
    fn offer_digits(&mut self) {
        let digits = &mut self.app.digits;
        if self.app.mouse.is_none() || digits.goes_on.is_some() {
            return;
        }
        digits.given = digits.given.saturating_add(1);
        if digits.given == OFFERED_AFTER {
            digits.goes_on = Some(false);
            digits.is_offered = true;
            self.effects.push(Effect::Digits(false));
        }
    }

    pub(super) fn switch_digits(&mut self) {
        let goes_on = !self.app.goes_on_by_digits();
        self.app.digits.goes_on = Some(goes_on);
        self.say(if goes_on {
            "digits-are-on"
        } else {
            "digits-are-off"
        });
        self.effects.push(Effect::Digits(goes_on));
        if goes_on && self.app.screen().asks() {
            // As the digit would have that was pressed last.
            self.go_on();
        }
    }
}
