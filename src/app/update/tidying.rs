//! One case of several: its name, its earlier files, the bin; and what came of it.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::case_summary::{Binned, CaseSummary, Generations};
use crate::app::lists::Lists;
use crate::app::open_case::OpenCase;
use crate::app::request::{Completed, Request, Tidying};
use crate::app::screens::Trait;
use crate::app::{App, Awaiting, Purpose, Screen};
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::CaseId;
use crate::text::Message;
use crate::text::system_error::number_message;

/// A message that wants to know what the system answered.
pub(super) fn with_reason(id: &'static str, number: Option<i32>) -> Message<'static> {
    Message::new(id).with("reason", number_message(number))
}

/// The same where more than the number is known.
pub(super) fn with_fault(id: &'static str, fault: SaveFault) -> Message<'static> {
    let reason = match fault {
        SaveFault::Other(number) | SaveFault::Unsure(number) => number_message(number),
        SaveFault::NoSpace => Message::new("system-no-space"),
        SaveFault::ReadOnly => Message::new("system-read-only"),
        SaveFault::Denied => Message::new("system-denied"),
        SaveFault::FolderGone => Message::new("system-not-found"),
        SaveFault::TooLarge => Message::new("system-too-large"),
        SaveFault::Held | SaveFault::InUse => Message::new("system-busy"),
        SaveFault::Taken => Message::new("system-exists"),
        SaveFault::InvalidName => Message::new("system-odd-name"),
        SaveFault::NewestUnread => Message::new("system-content-damaged"),
    };
    Message::new(id).with("reason", reason)
}

impl UpdateContext<'_> {
    pub(super) fn tidy(&mut self, action: Action) {
        match action {
            Action::PutBack(index) => {
                let name = self
                    .app
                    .lists
                    .binned()
                    .get(usize::from(index))
                    .map(|binned| binned.name.clone());
                if let Some(name) = name {
                    self.ask(Request::Tidy(Tidying::PutBack(name)));
                }
                return;
            }
            Action::EmptyBin => return self.ask(Request::Tidy(Tidying::EmptyBin)),
            _ => {}
        }
        let Some(id) = self.app.subject.clone() else {
            return;
        };
        // What is typed into the open case right now must be on the disk before its file changes.
        if self.app.is_open(&id) && !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        match action {
            Action::OpenChosen => self.open_chosen(id),
            Action::RenameChosen => {
                let title = self.app.listed_one(&id).map(|listed| listed.title.clone());
                self.open_field(Purpose::Title, &title.unwrap_or_default(), false);
            }
            Action::Restore(index) => {
                let kept = self.app.generations.read().get(usize::from(index));
                let name = kept.map(|kept| kept.name.clone());
                if name.is_some() {
                    self.ask(Request::Tidy(Tidying::Restore(id, name)));
                }
            }
            Action::RestoreNewest => self.ask(Request::Tidy(Tidying::Restore(id, None))),
            Action::PutAside => self.ask(Request::Tidy(Tidying::PutAside(id))),
            Action::Adopt => self.ask(Request::Tidy(Tidying::Adopt(id))),
            Action::ThrowAway => self.ask(Request::Tidy(Tidying::ThrowAway(id))),
            _ => {}
        }
    }

    fn open_chosen(&mut self, id: CaseId) {
        if self.app.is_open(&id) {
            self.open(Screen::Overview);
        } else if self.app.is_saved() {
            self.ask(Request::Open(id));
        } else {
            self.say("start-still-saving");
        }
    }

    /// A case of the list was chosen that is to be tidied, or that cannot simply be opened.
    pub(super) fn show_case(&mut self, id: CaseId) {
        self.app.generations = Generations::default();
        self.app.subject = Some(id.clone());
        self.open(Screen::CaseMenu);
        self.ask(Request::Generations(id));
    }

    /// The title as it was typed; an empty one stands for the day on which the check began.
    pub(super) fn rename(&mut self, title: &str) {
        let Some(id) = self.app.subject.clone() else {
            return;
        };
        if self.app.is_open(&id) {
            let title = title.to_owned();
            self.change(|case| case.title = title);
            self.ask(Request::List);
            self.say("case-renamed");
        } else {
            self.ask(Request::Tidy(Tidying::Rename(id, title.to_owned())));
        }
    }

    pub(super) fn done(&mut self, deed: Completed) {
        match deed {
            Completed::Renamed => self.say("case-renamed"),
            Completed::ThrownAway(id) => {
                if self.app.is_open(&id) {
                    self.app.close_case();
                }
                self.back_to_the_list();
                self.say("case-thrown-away");
            }
            Completed::PutBack(_) => self.say("bin-put-back"),
            Completed::Emptied(count) => {
                self.leave_if_on(Screen::EmptyBin);
                self.app.message = Some(Message::new("bin-emptied").with("count", count));
            }
            Completed::EmptiedInPart { gone, left } => {
                self.leave_if_on(Screen::EmptyBin);
                let fault = self.app.doubt.take().unwrap_or(SaveFault::Other(None));
                let said = with_fault("bin-emptied-in-part", fault);
                self.app.message = Some(said.with("gone", gone).with("left", left));
            }
            Completed::Restored {
                id, written, aside, ..
            } => {
                self.ask(Request::Open(id));
                self.app.awaiting = Some(Awaiting::Restored {
                    written,
                    has_put_aside: aside.is_some(),
                });
                // What is told when it is open says it too.
                return;
            }
            Completed::PutAside => {
                self.back_to_the_list();
                self.say("case-was-put-aside");
            }
            Completed::Adopted(id) => {
                let copy = self.app.subject.clone();
                let stays = copy.is_some_and(|copy| self.app.listed_one(&copy).is_some());
                self.back_to_the_list();
                self.app.subject = Some(id);
                if stays {
                    self.app.doubt = None;
                }
                self.say(if stays {
                    "case-adopted-copy-stays"
                } else {
                    "case-adopted"
                });
            }
            Completed::NamedBack(id) => {
                self.back_to_the_list();
                self.app.subject = Some(id);
                self.say("case-named-back");
            }
        }
        self.doubt_it();
    }

    /// It is done, and the disk reported a fault all the same: that is told in the place of a plain yes.
    pub(super) fn doubt_it(&mut self) {
        if let Some(fault) = self.app.doubt.take() {
            self.app.message = Some(with_fault("done-all-the-same", fault));
        }
    }

    pub(super) fn not_done(&mut self, fault: SaveFault) {
        self.app.awaiting = None;
        self.app.doubt = None;
        let id = match fault {
            SaveFault::NoSpace => "not-done-no-space",
            SaveFault::ReadOnly => "not-done-read-only",
            SaveFault::Denied => "not-done-denied",
            SaveFault::FolderGone => "not-done-gone",
            SaveFault::TooLarge => "not-done-too-large",
            SaveFault::Held => "not-done-held",
            SaveFault::InUse => "not-done-in-use",
            SaveFault::Taken => "not-done-taken",
            SaveFault::NewestUnread => "not-done-newest-unread",
            SaveFault::Unsure(number) => {
                self.app.message = Some(with_reason("not-done-unsure", number));
                return;
            }
            SaveFault::Other(_) | SaveFault::InvalidName => {
                self.app.message = Some(with_fault("not-done-other", fault));
                return;
            }
        };
        self.say(id);
    }

    /// The list as it is now. A cursor stays on its check, wherever that stands by then: who presses Enter means
    /// what they saw.
    pub(super) fn take_list(&mut self, listed: Vec<CaseSummary>) {
        // Now 前回の続き may stand first. Who has gone on meanwhile stays where they are.
        let is_untouched =
            self.app.screen().is(Trait::StaysAtTheTop) && self.app.is_at_the_first_row();
        self.app.list_is_old = false;
        self.relist(|lists| lists.take_checks(listed));
        if is_untouched {
            self.app.layer_mut().cursor = None;
        }
        self.app.place_cursor();
    }

    /// What was listed before stays, and is said to be old.
    pub(super) fn list_failed(&mut self, fault: SaveFault) {
        self.app.list_is_old = true;
        self.app.message = Some(with_fault("list-failed", fault));
    }

    /// The earlier files of the case that is being tidied.
    pub(super) fn take_generations(&mut self, id: &CaseId, generations: Generations) {
        if self.app.subject.as_ref() != Some(id) {
            return;
        }
        let has_stayed = self.app.is_at_the_first_row();
        self.app.generations = generations;
        // The best that can be done with a damaged file may stand first only now.
        let is_free = has_stayed && !self.app.is_editing();
        if self.app.screen().is(Trait::StaysAtTheTop) && is_free {
            self.app.layer_mut().cursor = None;
        }
        self.app.place_cursor();
    }

    /// The same for what was thrown away.
    pub(super) fn take_bin(&mut self, binned: Vec<Binned>) {
        self.app.bin_is_unread = false;
        self.relist(|lists| lists.take_binned(binned));
        self.app.place_cursor();
    }

    /// Other things are listed from now on, or fewer of them. A cursor stays on what it stands on, wherever that is.
    pub(super) fn relist(&mut self, how: impl FnOnce(&mut Lists)) {
        let checks: Vec<CaseId> = ids(&self.app.lists);
        let binned: Vec<String> = names(&self.app.lists);
        how(&mut self.app.lists);
        let (checks_now, binned_now) = (ids(&self.app.lists), names(&self.app.lists));
        // A copy that was taken up as a check of its own has another id.
        let subject = self.app.subject.as_ref();
        let subject = subject.and_then(|id| checks_now.iter().position(|now| now == id));
        for layer in &mut self.app.layers {
            layer.cursor = match layer.cursor {
                Some(Action::Case(index)) => {
                    let id = checks.get(usize::from(index));
                    id.and_then(|id| checks_now.iter().position(|now| now == id).or(subject))
                        .and_then(|index| u16::try_from(index).ok())
                        .map(Action::Case)
                }
                Some(Action::PutBack(index)) => binned
                    .get(usize::from(index))
                    .and_then(|name| binned_now.iter().position(|now| now == name))
                    .and_then(|index| u16::try_from(index).ok())
                    .map(Action::PutBack),
                other => other,
            };
        }
    }

    fn back_to_the_list(&mut self) {
        let at = self
            .app
            .layers
            .iter()
            .rposition(|layer| layer.screen.is_filtered());
        match at {
            Some(at) => {
                self.app.layers.truncate(at + 1);
                self.resurface();
            }
            None => self.app.place_cursor(),
        }
    }

    fn leave_if_on(&mut self, screen: Screen) {
        if self.app.screen() == screen {
            self.close();
        }
    }
}

fn ids(lists: &Lists) -> Vec<CaseId> {
    let checks = lists.checks().iter();
    checks.map(|listed| listed.id.clone()).collect()
}

fn names(lists: &Lists) -> Vec<String> {
    let binned = lists.binned().iter();
    binned.map(|binned| binned.name.clone()).collect()
}

impl App {
    /// Whether this is the case that is open.
    pub(in crate::app) fn is_open(&self, id: &CaseId) -> bool {
        self.open.case.as_ref().is_some_and(|case| case.id == *id)
    }

    pub(in crate::app) fn listed_one(
        &self,
        id: &CaseId,
    ) -> Option<&crate::app::case_summary::CaseSummary> {
        let mut checks = self.lists.checks().iter();
        checks.find(|listed| listed.id == *id)
    }

    /// The case that is being tidied, as the list knows it.
    pub(in crate::app) fn subject(&self) -> Option<&crate::app::case_summary::CaseSummary> {
        self.listed_one(self.subject.as_ref()?)
    }

    /// No case is open any more: its file was thrown away, or another firm is shown alone.
    pub(super) fn close_case(&mut self) {
        let mut screens = vec![Screen::Start];
        let layers = self.layers.iter().map(|layer| layer.screen);
        screens
            .extend(layers.filter(|screen| !screen.is_of_the_case() && *screen != Screen::Start));
        self.replace_case(OpenCase::default(), &screens);
    }
}
