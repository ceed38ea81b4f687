//! Taking back the last changes of the open case, and bringing them again. What comes back is shown and said.

use super::UpdateContext;
use crate::app::request::Request;
use crate::app::undo::{Page, Step};
use crate::app::{App, Direction, Layer, Screen};
use crate::questionnaire::change::{Change, Changed};
use crate::questionnaire::id::QuestionId;
use crate::text::Message;

impl UpdateContext<'_> {
    /// Before the first change that this event makes.
    pub(super) fn remember_as_it_was(&mut self) {
        if self.before.is_none()
            && let (Some(case), Some(page)) = (&self.app.open.case, self.app.undo_page())
        {
            self.before = Some((case.clone(), page));
        }
    }

    /// After the event: one step for all that it changed.
    pub(super) fn remember_the_way_back(&mut self) {
        let Some((before, page)) = self.before.take() else {
            return;
        };
        let continues = std::mem::take(&mut self.continues);
        let open = &mut self.app.open;
        // A check that took the place of the changed one has no way back into that.
        if let Some(after) = open.case.as_ref().filter(|after| after.id == before.id) {
            let change = Change::back_to(&before, after);
            let step = Step { change, page };
            if continues {
                open.undo.extend(step, after);
            } else if !step.change.is_empty() {
                open.undo.record(step);
            }
        }
    }

    pub(super) fn undo(&mut self, direction: Direction) {
        if self.app.screen().merges() {
            return self.undo_decision(direction);
        }
        self.keep_writing();
        self.remember_the_way_back();
        if !self.may_write() {
            return;
        }
        let open = &mut self.app.open;
        let Some(case) = open.case.as_mut() else {
            return;
        };
        let Some(Step { change, page }) = open.undo.take(direction) else {
            return;
        };
        let is_merge = page.layers.last().is_some_and(|top| top.screen.merges());
        let what = change
            .what(case)
            .map(|what| if is_merge { Changed::Rest } else { what });
        let inverse = change.apply(case);
        case.revision += 1;
        case.updated = self.now;
        open.undo.taken(
            direction,
            Step {
                change: inverse,
                page: page.clone(),
            },
        );
        self.want_saving();
        self.app.go_to_undone(page);
        if is_merge {
            self.compare_again();
            if direction == Direction::Forth {
                // Nothing is left to decide there.
                self.app.layers.truncate(1);
            }
            self.app.place_cursor();
        }
        self.app.message = what.map(|what| self.app.undone(direction, what));
        self.ask(Request::List);
    }
}

impl App {
    /// Where the user is in the open case.
    fn undo_page(&self) -> Option<Page> {
        let case = self.open.case.as_ref()?;
        Some(Page {
            layers: self.layers.clone(),
            walk: case.walk.clone(),
            at: case.walk(&case.walk).and_then(|walk| walk.at.clone()),
            paper: self.open.papers.at,
        })
    }

    /// Back to the page on which it was changed.
    fn go_to_undone(&mut self, page: Page) {
        if let Some(case) = self.open.case.as_mut() {
            case.walk.clone_from(&page.walk);
            if let Some(walk) = case.walks.get_mut(&page.walk) {
                walk.at = page.at;
            }
        }
        self.open.papers.at = page.paper;
        self.open.open_task = None;
        self.open.list.forget();
        self.layers = page.layers;
        // Nothing stands in the field any more in which it was written.
        self.layers
            .retain(|layer| layer.screen != Screen::SaveFailed);
        if self.layers.is_empty() {
            self.layers.push(Layer::of(Screen::Overview));
        }
        self.place_cursor();
    }

    fn undone(&self, direction: Direction, what: Changed) -> Message<'static> {
        let (id, question) = match what {
            Changed::Title => ("undo-title", None),
            Changed::Forms => ("undo-forms", None),
            Changed::Information => ("undo-information", None),
            Changed::Profile => ("undo-profile", None),
            Changed::FirmGroups => ("undo-firm-groups", None),
            Changed::Answer(question) => ("undo-answer", Some(question)),
            Changed::Note(question) => ("undo-note", Some(question)),
            Changed::Flag(question) => ("undo-flag", Some(question)),
            Changed::Task(question) => ("undo-task", Some(question)),
            Changed::Record(question) => ("undo-record", Some(question)),
            // Nothing but a merge brings it.
            Changed::Rest => ("undo-merge", None),
        };
        let mut what = Message::new(id);
        if let Some(question) = question {
            what = what.with("label", self.label_of(&question));
        }
        Message::new(match direction {
            Direction::Back => "undo-done",
            Direction::Forth => "undo-done-again",
        })
        .with("what", what)
    }

    /// What the question is called in the user's language; its id where no pack has it any more.
    fn label_of(&self, id: &QuestionId) -> String {
        let languages = self.shown_languages();
        let mut questions = self.packs.iter().flat_map(|pack| &pack.questions);
        match questions.find(|question| question.id == *id) {
            Some(question) => question.label.get(&languages).to_owned(),
            None => id.to_string(),
        }
    }
}
