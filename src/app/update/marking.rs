//! Marks: Space sets and takes away, Enter sets and steps on. Enter never takes anything away.

use super::UpdateContext;
use crate::app::action::{Action, Choice, Export, Listing, Merging, Whose};
use crate::app::keys::can_be_marked;
use crate::app::page::stand_beside;
use crate::app::{App, Direction, page};
use crate::questionnaire::case::{Information, Owner};
use crate::questionnaire::reader::Part;

impl UpdateContext<'_> {
    /// Space: marks and unmarks, also an answer; where nothing can be marked it does nothing.
    pub(super) fn mark(&mut self) {
        match self.app.layer().cursor {
            Some(Action::Answer(choice)) => self.give(choice),
            Some(action) if can_be_marked(action) => self.act(action),
            _ => self.say("mark-nowhere"),
        }
    }

    /// Enter on a row: does what it says. A mark that is set already stays, and the cursor goes on.
    pub(super) fn enter(&mut self, action: Action) {
        let is_marked = self.app.is_marked(action);
        if is_marked != Some(true) {
            self.act(action);
        }
        let next = (self.app.layer().cursor == Some(action))
            .then(|| self.app.after_mark(action))
            .flatten();
        if let Some(next) = next {
            self.app.layer_mut().cursor = Some(next);
            self.app.place_cursor();
        } else if is_marked == Some(true) {
            match action {
                // One of several was chosen: nothing is left to do on this page.
                Action::Measure(_) => self.close(),
                _ => self.say("mark-stays"),
            }
        }
    }

    /// Left and Right among choices that stand side by side.
    pub(super) fn step_beside(&mut self, direction: Direction) {
        if let (Direction::Forth, Some(reader)) = (direction, self.app.reader_under_the_cursor()) {
            return self.open_reader(reader);
        }
        if let Some(action) = self.app.beside(direction) {
            self.forget_what_was_asked();
            self.app.layer_mut().cursor = Some(action);
        }
    }
}

impl App {
    /// Whether what the row stands for is marked. None for a row that is no mark.
    pub(in crate::app) fn is_marked(&self, action: Action) -> Option<bool> {
        match action {
            Action::Point(index) => {
                let asked = self.asked()?;
                let point = asked.points().nth(usize::from(index))?;
                let answer = self.answer_to(&asked);
                let is_there = answer
                    .and_then(|answer| answer.given.as_ref())
                    .is_some_and(|given| given.has(&point.id));
                // 関係なし was said of it: that is a mark too, and not Enter's to take away.
                Some(is_there || answer.is_some_and(|answer| answer.has_none(point)))
            }
            Action::PointNone(index) => {
                let asked = self.asked()?;
                let point = asked.points().nth(usize::from(index))?;
                let answer = self.answer_to(&asked);
                Some(answer.is_some_and(|answer| answer.has_none(point)))
            }
            Action::ToggleForm(index) => {
                let form = self.pack().forms.get(usize::from(index))?;
                Some(self.open.forms.contains(&form.id))
            }
            Action::Measure(index) => {
                let asked = self.asked()?;
                let measure = asked.measures().nth(usize::from(index))?;
                let task = self
                    .answer_to(&asked)
                    .and_then(|answer| answer.task.as_ref());
                Some(task.is_some_and(|task| task.measure.as_ref() == Some(&measure.id)))
            }
            Action::ToggleFlag => Some(self.item()?.is_flagged()),
            Action::ToggleDone => {
                let index = self.task_index()?;
                let result = self.result()?;
                let task = result.items.get(index)?.answer?.task.as_ref();
                Some(task.is_some_and(|task| task.done.is_some()))
            }
            Action::Merge(Merging::Taken(index)) => {
                let returned = self.returned()?;
                let difference = returned.merge.taken.get(usize::from(index))?;
                Some(returned.is_taken(difference))
            }
            Action::Record(index) => {
                let result = self.result()?;
                let records = self.records_here(&result);
                Some(records.get(usize::from(index))?.is_there)
            }
            Action::List(Listing::Example(index)) => {
                Some(self.example_on_list(usize::from(index)).is_some())
            }
            Action::List(Listing::Form(index)) => {
                let form = self.listing_pack().forms.get(usize::from(index))?;
                let entry = self.entry();
                Some(entry.is_some_and(|entry| entry.form.as_ref() == Some(&form.id)))
            }
            Action::List(Listing::Owner(whose)) => {
                let said = self.entry().map_or(Owner::NotSaid, Information::owner);
                Some(match whose {
                    Whose::Own => said == Owner::Own,
                    Whose::Entrusted => said == Owner::Entrusted,
                })
            }
            Action::Export(Export::Anonymous) => Some(self.open.exporting.anonymous),
            Action::Export(Export::Group(group, index)) => {
                let (code, _) = group.offered().get(usize::from(index))?;
                Some(self.firm_group(group) == *code)
            }
            Action::Export(Export::NameFiles) => Some(self.names_in_files()),
            Action::Export(Export::Passphrase) => Some(self.open.exporting.passphrase.is_some()),
            Action::Export(Export::Notes) => {
                let exporting = &self.open.exporting;
                Some(exporting.contents(exporting.page).has(Part::Notes))
            }
            _ => None,
        }
    }

    /// Where Enter goes from a mark that is set: to the next point and then to the answer that they make, to the next
    /// row of other marks. None where one of several was chosen and nothing comes after it.
    pub(in crate::app) fn after_mark(&self, action: Action) -> Option<Action> {
        match action {
            Action::Point(index) | Action::PointNone(index) => {
                let points = self.asked()?.points().count();
                let next = index.saturating_add(1);
                if usize::from(next) < points {
                    return Some(Action::Point(next));
                }
                let outcome = self.item()?.outcome;
                let mut choices = Choice::ALL.into_iter();
                choices
                    .find(|choice| choice.outcome() == outcome)
                    .map(Action::Answer)
            }
            Action::ToggleForm(_)
            | Action::Record(_)
            | Action::List(_)
            | Action::Merge(Merging::Taken(_)) => {
                self.is_marked(action)?;
                let rows = self.screen().rows(self);
                let mut rows = rows.iter();
                rows.find(|row| row.actions().any(|known| known == action));
                rows.find_map(|row| row.action)
            }
            _ => None,
        }
    }

    /// The choice that stands left or right of the one under the cursor, on the same row.
    pub(in crate::app) fn beside(&self, direction: Direction) -> Option<Action> {
        let cursor = self.layer().cursor?;
        let page = page(self);
        let row: Vec<Action> = stand_beside(&page.rows, Some(cursor)).collect();
        let at = row.iter().position(|action| *action == cursor)?;
        let to = match direction {
            Direction::Back => at.checked_sub(1)?,
            Direction::Forth => at + 1,
        };
        row.get(to).copied()
    }
}
