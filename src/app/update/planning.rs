//! Who does a task, by when, and whether it is done.

use super::UpdateContext;
use crate::app::action::{Action, By, Who};
use crate::app::event::Effect;
use crate::app::{App, Purpose};
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
            Action::ToggleDone => self.toggle_done(),
            _ => {}
        }
    }

    fn set_who(&mut self, who: Who) {
        let Some(index) = self.app.task_index() else {
            return;
        };
        let task = self.app.task_text(index, |task| task.who.clone());
        self.open_field(Purpose::Who(index), &task, false);
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
        let task = self.app.task_text(index, |task| task.by.clone());
        self.open_field(Purpose::By(index), &task, false);
        if let Some(day) = day_of(by, self.now.day()) {
            self.effects.push(Effect::Fill(day_message(day)));
        }
    }

    /// The day on which a task was done is that of marking it.
    fn toggle_done(&mut self) {
        let Some(index) = self.app.task_index() else {
            self.say("task-choose-first");
            return;
        };
        let today = self.now.day();
        self.change_task(index, |task| {
            task.done = if task.done.is_some() {
                None
            } else {
                Some(today)
            };
        });
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

/// A day as the locales say it.
pub(in crate::app) fn day_message(day: Day) -> Message<'static> {
    let (_, month, date) = day.parts();
    Message::new("day")
        .with("month", month as usize)
        .with("day", date as usize)
}

/// A day as the locales say it; with its year, if that is another one than that of the day it is seen from.
pub(in crate::app) fn day_seen_from(day: Day, from: Day) -> Message<'static> {
    let ((year, month, date), (now, ..)) = (day.parts(), from.parts());
    if year == now {
        return day_message(day);
    }
    Message::new("day-of-year")
        .with("year", year.to_string())
        .with("month", month as usize)
        .with("day", date as usize)
}

impl App {
    /// The item of the task that is open or under the cursor.
    pub(in crate::app) fn task_index(&self) -> Option<usize> {
        match (self.open.open_task, self.layer().cursor) {
            (Some(index), _) | (None, Some(Action::Task(index))) => Some(usize::from(index)),
            _ => None,
        }
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
