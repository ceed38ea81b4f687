//! Who does a task, by when, and whether it is done.

use super::UpdateContext;
use crate::app::action::{Action, By, Who};
use crate::app::event::Effect;
use crate::app::open_case::Undone;
use crate::app::{App, Purpose};
use crate::questionnaire::id::{PackId, QuestionId};
use crate::questionnaire::moment::Day;
use crate::text::Message;

impl UpdateContext<'_> {
    pub(super) fn plan(&mut self, action: Action) {
        match action {
            Action::Task(index) => {
                self.app.layer_mut().cursor = Some(Action::Task(index));
                self.app.open.open_task = Some(index);
                self.app.layer_mut().cursor = Some(Action::Who(Who::Owner));
            }
            Action::Who(who) => self.set_who(who),
            Action::By(by) => self.set_by(by),
            Action::SetDay(index) => {
                self.app.open.open_task = Some(index);
                self.app.layer_mut().cursor = Some(Action::By(By::Week));
            }
            Action::ToggleDone => self.toggle_done(),
            Action::DoneToday => self.done_today(),
            _ => {}
        }
    }

    fn set_who(&mut self, who: Who) {
        let Some(index) = self.app.task_index() else {
            return;
        };
        let task = self.app.task_text(index, |task| task.who.clone());
        self.open_chosen_field(Purpose::Who(index), &task);
        match who {
            Who::Owner => self
                .effects
                .push(Effect::Fill(Message::new("task-who-owner"))),
            Who::Manager => self
                .effects
                .push(Effect::Fill(Message::new("task-who-manager"))),
            Who::Own => {}
        }
    }

    fn set_by(&mut self, by: By) {
        let Some(index) = self.app.task_index() else {
            return;
        };
        if let Some(day) = day_of(by, self.now.day()) {
            self.keep_writing();
            self.change_task(index, |task| task.by = day.to_string());
        } else {
            let task = self.app.task_text(index, |task| task.by.clone());
            self.open_chosen_field(Purpose::By(index), &task);
        }
    }

    /// The day on which a task was done is that of marking it. A mark that was taken away today comes back with its
    /// own day.
    fn toggle_done(&mut self) {
        if !self.may_write() {
            return;
        }
        let Some(index) = self.app.task_index() else {
            self.say("task-choose-first");
            return;
        };
        let today = self.now.day();
        let was = self.app.done_on(index);
        if let (Some(day), Some(key)) = (was, self.app.undone_key(index)) {
            let undone = Undone { day, on: today };
            self.app.open.undone.insert(key, undone);
        }
        let done = match was {
            Some(_) => None,
            None => Some(self.app.undone_today(index).unwrap_or(today)),
        };
        self.change_task(index, |task| task.done = done);
        if done.is_some() {
            self.say("task-done-points");
        }
    }

    fn done_today(&mut self) {
        if let Some(index) = self.app.task_index() {
            let today = self.now.day();
            self.change_task(index, |task| task.done = Some(today));
        }
    }

    /// Esc among who and by when: back to the task. Says whether there was something to close.
    pub(in crate::app) fn close_task(&mut self) -> bool {
        let Some(index) = self.app.open.open_task.take() else {
            return false;
        };
        self.app.layer_mut().cursor = Some(Action::Task(index));
        true
    }
}

/// The day a choice stands for; None for one's own words.
fn day_of(by: By, today: Day) -> Option<Day> {
    match by {
        By::Week => Some(today.plus_days(7)),
        By::Month => Some(today.plus_months(1)),
        By::Quarter => Some(today.plus_months(3)),
        By::Own => None,
    }
}

impl App {
    /// The item of the task that is open or under the cursor.
    pub(in crate::app) fn task_index(&self) -> Option<usize> {
        match (self.open.open_task, self.layer().cursor) {
            (Some(index), _) | (None, Some(Action::Task(index) | Action::SetDay(index))) => {
                Some(usize::from(index))
            }
            _ => None,
        }
    }

    /// The day on which the task of the item at `index` was done.
    fn done_on(&self, index: usize) -> Option<Day> {
        self.result()?.items.get(index)?.answer?.task.as_ref()?.done
    }

    fn undone_key(&self, index: usize) -> Option<(PackId, QuestionId)> {
        let question = self.result()?.items.get(index)?.question.id.clone();
        Some((self.pack().id.clone(), question))
    }

    /// The day that a mark named which was taken away today.
    pub(in crate::app) fn undone_today(&self, index: usize) -> Option<Day> {
        let undone = self.open.undone.get(&self.undone_key(index)?)?;
        (undone.on == self.today).then_some(undone.day)
    }

    fn task_text(
        &self,
        index: usize,
        which: impl Fn(&crate::questionnaire::case::Task) -> String,
    ) -> String {
        self.result()
            .and_then(|result| result.items.get(index)?.answer?.task.as_ref().map(which))
            .unwrap_or_default()
    }
}
