//! One firm alone on the screen while a client looks on, and all of them again. Changes nothing on the disk.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::lists::{Lists, Shown};
use crate::app::{App, ListOf, Screen};

impl UpdateContext<'_> {
    /// Hides every firm but the one that the cursor or the open check is of. Done again, it asks whether to stop.
    pub(super) fn hide_others(&mut self) {
        if self.app.lists.hides_others() {
            return self.open(Screen::ShowOthers);
        }
        let Some(shown) = self.app.firm_in_sight() else {
            return self.say("hide-choose-first");
        };
        self.show_alone(shown);
    }

    fn show_alone(&mut self, shown: Shown) {
        let is_another = self.app.open.case.as_ref().is_some_and(|case| {
            let firm = case.firm_id();
            !shown.has(&case.id, firm.as_ref())
        });
        if is_another {
            // A file that is being written of it would be told of by its name.
            if !self.app.is_saved() || self.app.open.exporting.on_their_way > 0 {
                return self.say("start-still-saving");
            }
            // What is open behind the list is another firm's.
            self.app.close_case();
        }
        // What is kept for oneself is closed first, with what is being written there.
        self.keep_writing_for_oneself();
        let is_narrowed = self.app.screen().is_filtered();
        self.relist(|lists| lists.show_alone(shown));
        if is_narrowed {
            // What was typed to find one may name another.
            self.begin_writing(Action::EditFilter);
        }
        self.app.last_word = None;
        self.say("others-hidden");
        self.app.place_cursor();
    }

    /// Chosen where it is asked for.
    pub(super) fn show_others(&mut self) {
        self.relist(Lists::show_everybody);
        if self.app.screen() == Screen::ShowOthers {
            self.close();
        }
        self.say("others-shown");
        self.app.place_cursor();
    }

    /// What one firm alone means after whatever has just happened.
    pub(super) fn keep_alone(&mut self) {
        let App { lists, open, .. } = &mut *self.app;
        if let Some(case) = &open.case {
            lists.follow(case);
        }
        if self.app.lists.shows_nobody() {
            let words = self.app.filter().to_owned();
            self.app.lists.look_for(&words);
            self.app.place_cursor();
        }
    }
}

impl App {
    /// With every firm hidden at the start but that of the check that is open.
    #[must_use]
    pub fn with_others_hidden(mut self, are_hidden: bool) -> Self {
        if are_hidden {
            self.lists.show_alone(Shown::default());
            if let Some(case) = &self.open.case {
                self.lists.follow(case);
            }
            self.place_cursor();
        }
        self
    }

    /// Whether nothing is shown but one firm.
    #[must_use]
    pub fn hides_others(&self) -> bool {
        self.lists.hides_others()
    }

    /// Whether whoever uses it has said that they look after several firms.
    pub(in crate::app) fn is_an_advisors(&self) -> bool {
        self.list_of == ListOf::Firms
    }

    /// Whether firms can be hidden here: for who has the list of them, or has hidden some.
    pub(in crate::app) fn offers_hiding(&self) -> bool {
        (self.is_an_advisors() || self.lists.hides_others()) && !self.lists.are_empty()
    }

    /// The firm of what the cursor is on, or of what is open.
    pub(super) fn firm_in_sight(&self) -> Option<Shown> {
        if self.screen() == Screen::Start {
            // No firm is named there: whoever was chosen last would come as a surprise, before somebody else's eyes.
            return None;
        }
        match self.layer().cursor {
            Some(Action::Case(index)) => {
                let check = self.lists.checks().get(usize::from(index))?;
                return Some(Shown::of(&check.id, check.firm.as_ref()));
            }
            Some(Action::PutBack(index)) => {
                let binned = self.lists.binned().get(usize::from(index))?;
                return binned.firm.as_ref().map(Shown::of_firm);
            }
            _ => {}
        }
        if let Some(check) = self.subject().filter(|_| !self.screen().is_of_the_case()) {
            return Some(Shown::of(&check.id, check.firm.as_ref()));
        }
        let case = self.open.case.as_ref()?;
        Some(Shown::of(&case.id, case.firm_id().as_ref()))
    }
}
