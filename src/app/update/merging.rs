//! What somebody else has answered: deciding, looking at what became better, taking it in or leaving it.
//! The open check changes once, when it is taken in.

use super::UpdateContext;
use crate::app::action::{Action, Merging};
use crate::app::merging::Returned;
use crate::app::received::Differing;
use crate::app::request::Request;
use crate::app::{App, Direction, Layer, Screen};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::merge::Decision;
use crate::text::Message;

impl UpdateContext<'_> {
    /// What came back differs from the check that was opened for it: to the page that shows both.
    pub(super) fn show_returned(&mut self, differing: Differing) {
        let open = &mut self.app.open;
        let is_of = |case: &&Case| case.id == differing.theirs.id;
        let Some(ours) = open.case.as_ref().filter(is_of) else {
            return;
        };
        let is_unsure = differing.base_is_unsure;
        open.returned = Some(Box::new(Returned::new(differing, ours, &self.app.packs)));
        self.app.layers = vec![Layer::of(Screen::Overview)];
        self.open(Screen::Merge);
        if let Access::Look(holder) = self.app.open.access {
            self.app.message = Some(self.app.looking(holder));
        } else {
            self.app.message = is_unsure.then(|| Message::new("merge-base-unsure"));
        }
    }

    /// The page opens once more: our side may say something else by now.
    pub(in crate::app) fn compare_again(&mut self) {
        let open = &mut self.app.open;
        if let (Some(ours), Some(returned)) = (&open.case, &mut open.returned) {
            returned.compare_again(ours, &self.app.packs);
        }
    }

    /// The page of what only they have changed opens. Where lines are read out, all of it is.
    pub(in crate::app) fn look_at_what_they_changed(&mut self) {
        let is_said_whole = self.app.mouse.is_none();
        if let Some(returned) = self.app.open.returned.as_mut().filter(|_| is_said_whole) {
            returned.see_all();
        }
    }

    /// What the cursor stands on was looked at.
    pub(super) fn see_what_is_under_the_cursor(&mut self) {
        if let Some(Action::Merge(Merging::Taken(index))) = self.app.layer().cursor
            && let Some(returned) = &mut self.app.open.returned
        {
            returned.see(usize::from(index));
        }
    }

    pub(super) fn merge(&mut self, merging: Merging) {
        match merging {
            Merging::Choose(at) => self.choose_side(usize::from(at)),
            Merging::Previous => self.show_difference(Direction::Back),
            Merging::Next => self.show_difference(Direction::Forth),
            Merging::Taken(index) => self.switch_taken(usize::from(index)),
            Merging::Emptied => self.switch_emptied(),
            Merging::Take => self.take_what_was_decided(),
            Merging::GiveUp => self.give_up_merging(),
        }
    }

    fn switch_emptied(&mut self) {
        let open = &mut self.app.open;
        if let (Some(ours), Some(returned)) = (&open.case, &mut open.returned) {
            returned.switch_emptied(ours, &self.app.packs);
        }
        self.app.place_cursor();
    }

    /// Decides the difference on the screen and goes to the next of which nothing was said.
    fn choose_side(&mut self, at: usize) {
        let Some(returned) = &mut self.app.open.returned else {
            return;
        };
        let Some(decision) = returned.choices().get(at).copied() else {
            self.say("why-no-such-choice");
            return;
        };
        let Some(unit) = returned.difference().map(|it| it.unit.clone()) else {
            return;
        };
        returned.decide(&unit, Some(decision));
        let open = returned.open();
        let next = returned.next_undecided();
        returned.at = next.unwrap_or(returned.at);
        let ending = self.app.what_ends_the_merge();
        self.app.layer_mut().cursor = ending.filter(|_| next.is_none());
        let said = Message::new(match decision {
            Decision::Ours => "merge-chose-ours",
            Decision::Theirs => "merge-chose-theirs",
            Decision::Unknown => "merge-chose-unknown",
            Decision::Later => "merge-chose-later",
        });
        self.app.message = Some(said.with("open", open));
        self.app.place_cursor();
    }

    fn show_difference(&mut self, direction: Direction) {
        let Some(returned) = &mut self.app.open.returned else {
            return;
        };
        let last = returned.merge.conflicts.len().saturating_sub(1);
        let to = match direction {
            Direction::Back => returned.at.checked_sub(1),
            Direction::Forth => Some(returned.at + 1).filter(|to| *to <= last),
        };
        let Some(to) = to else {
            return self.say(match direction {
                Direction::Back => "why-first-difference",
                Direction::Forth => "why-last-difference",
            });
        };
        returned.at = to;
        // By lines, or with the cursor on that row, one goes on from there.
        let moves = [Merging::Previous, Merging::Next].map(|it| Some(Action::Merge(it)));
        if !moves.contains(&self.app.layer().cursor) {
            self.app.layer_mut().cursor = None;
        }
        self.app.place_cursor();
    }

    fn switch_taken(&mut self, index: usize) {
        if let Some(returned) = &mut self.app.open.returned
            && let Some(difference) = returned.merge.taken.get(index)
        {
            let unit = difference.unit.clone();
            let decision = returned.is_taken(difference).then_some(Decision::Ours);
            returned.decide(&unit, decision);
        }
    }

    /// The last decision is taken back, or brought again.
    pub(super) fn undo_decision(&mut self, direction: Direction) {
        let Some(returned) = &mut self.app.open.returned else {
            return;
        };
        returned.undo(direction);
        self.say(match direction {
            Direction::Back => "merge-undone",
            Direction::Forth => "merge-undone-again",
        });
        if self.app.screen() == Screen::Merge {
            self.app.layer_mut().cursor = None;
        }
        self.app.place_cursor();
    }

    /// The merged check is on the disk: what came back is the base from which the next merge starts.
    pub(super) fn keep_the_base(&mut self) {
        let open = &mut self.app.open;
        let on_disk = open.saving.on_disk;
        let is_due = |(revision, _): &mut (u64, _)| *revision <= on_disk;
        if let Some((_, state)) = open.base_to_keep.take_if(is_due) {
            self.ask(Request::KeepHanded(state));
        }
    }

    /// One change of the check, and one step to take back. What there was is kept as an earlier version.
    fn take_what_was_decided(&mut self) {
        if !self.may_write() {
            return;
        }
        if !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        self.compare_again();
        let Some(returned) = &self.app.open.returned else {
            return;
        };
        let Some(mut merged) = returned.apply() else {
            let look = Action::Open(Screen::MergeTaken);
            self.app.layer_mut().cursor = Some(look);
            self.say("merge-not-looked");
            return;
        };
        let taken = returned.outcome();
        // What is to be decided later is compared with the same state once more.
        let is_through = taken.later.is_empty();
        let as_sent = returned.as_sent.clone();
        // A workbook is no state of a check.
        let is_through = is_through && returned.workbook.is_none();
        if is_through {
            merged.take_in(&as_sent);
        }
        let is_changed = self.app.open.case.as_ref() != Some(&merged);
        if is_changed {
            self.ask(Request::KeepAsItIs(merged.id.clone()));
            self.change(|case| {
                // The change counts for one.
                merged.revision = merged.revision.saturating_sub(1).max(case.revision);
                *case = merged;
            });
            let revision = self.app.open.case.as_ref().map_or(0, |case| case.revision);
            self.app.open.base_to_keep = is_through.then(|| (revision, Box::new(as_sent)));
        }
        let open = &mut self.app.open;
        open.forms = open
            .case
            .as_ref()
            .map(|case| case.forms.clone())
            .unwrap_or_default();
        if let Some(returned) = &mut open.returned {
            returned.taken = Some(taken);
        }
        self.app.layers = vec![Layer::of(Screen::Overview)];
        self.open(Screen::Merged);
        self.ask(Request::List);
    }

    fn give_up_merging(&mut self) {
        self.app.open.returned = None;
        self.app.layers = vec![Layer::of(Screen::Overview)];
        self.app.place_cursor();
        self.say("merge-given-up");
    }

    /// Esc on the page of differences: it can be gone back to from the overview.
    pub(in crate::app) fn leave_for_later(&mut self) -> bool {
        self.close();
        if self.app.is_to_be_merged() {
            self.say("merge-for-later");
        }
        true
    }
}

impl App {
    /// Something came back that was not taken in yet.
    pub(in crate::app) fn is_to_be_merged(&self) -> bool {
        self.returned()
            .is_some_and(|returned| returned.taken.is_none() && !returned.merge.is_nothing())
    }

    /// Nothing is chosen beforehand where something is to be decided; else it is what comes next.
    pub(in crate::app) fn cursor_of_merge(&self, actions: &[Action]) -> Option<Action> {
        let returned = self.returned()?;
        let here = returned.difference();
        if here.is_some_and(|here| returned.decision(&here.unit).is_none()) {
            return None;
        }
        self.what_ends_the_merge()
            .filter(|next| actions.contains(next))
    }

    /// What is left to do once everything was decided.
    fn what_ends_the_merge(&self) -> Option<Action> {
        Some(if self.returned()?.unseen() > 0 {
            Action::Open(Screen::MergeTaken)
        } else {
            Action::Merge(Merging::Take)
        })
    }
}
