//! The passphrase of a sealed folder; whether the open case may be changed; another folder when this one fails.

use super::UpdateContext;
use super::tidying::{with_fault, with_reason};
use crate::app::action::Action;
use crate::app::event::{UnlockFault, Unlocked};
use crate::app::request::Request;
use crate::app::secret::Passphrase;
use crate::app::{App, Awaiting, Layer, Screen};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::{OpenProblem, SaveFault};
use crate::text::Message;

impl UpdateContext<'_> {
    /// Enter behind the passphrase.
    pub(super) fn unlock(&mut self) {
        let Some(editing) = self.app.editing.take() else {
            return;
        };
        let passphrase = Passphrase::new(editing.field.text());
        if passphrase.as_str().is_empty() {
            self.begin_writing(Action::EditPassphrase);
            self.say("unlock-empty");
            return;
        }
        self.app.awaiting = Some(Awaiting::Unlock);
        self.say("unlock-working");
        self.ask(Request::Unlock(passphrase));
    }

    pub(super) fn unlocked(&mut self, unlocked: Unlocked) {
        self.app.awaiting = None;
        self.app.message = None;
        self.app.begin_with(unlocked);
        self.app.place_cursor();
    }

    pub(super) fn unlock_failed(&mut self, fault: UnlockFault) {
        self.app.awaiting = None;
        if self.app.screen() == Screen::Passphrase {
            self.begin_writing(Action::EditPassphrase);
        }
        self.app.message = Some(match fault {
            UnlockFault::WrongPassphrase => Message::new("unlock-wrong"),
            UnlockFault::KeyDamaged => Message::new("unlock-key-damaged"),
            UnlockFault::TooMuchWork => Message::new("unlock-too-much-work"),
            UnlockFault::Unreadable(fault) => with_fault("unlock-unreadable", fault),
        });
    }

    pub(super) fn opened(&mut self, case: Case, access: Access) {
        let firm = case.firm_id();
        if !self.app.lists.shows_nobody() && !self.app.lists.shows(&case.id, firm.as_ref()) {
            self.app.awaiting = None;
            return self.say("hidden-not-opened");
        }
        self.app.open_case(case, access);
        let awaiting = self.app.awaiting.take();
        if awaiting == Some(Awaiting::Tasks) {
            self.show_due_tasks();
        }
        if let Some(Awaiting::Restored {
            written,
            has_put_aside,
        }) = awaiting
        {
            let said = Message::new(if has_put_aside {
                "generation-restored-from-damage"
            } else {
                "generation-restored"
            });
            self.app.message = Some(said.with("when", self.app.moment_name(written)));
            self.doubt_it();
        }
    }

    /// Whether the open case may be changed. If not, says why.
    pub(super) fn may_write(&mut self) -> bool {
        if let Access::Look(holder) = self.app.open.access {
            self.app.message = Some(self.app.looking(holder));
            return false;
        }
        true
    }

    /// Once more from the disk, with the other program gone perhaps.
    pub(super) fn reopen(&mut self) {
        if let Some(case) = &self.app.open.case {
            self.ask(Request::Open(case.id.clone()));
        }
    }

    pub(super) fn choose_folder(&mut self, folder: usize) {
        if let Some(folder) = self.app.other_folders.get(folder).cloned() {
            self.move_to(&folder);
        }
    }

    pub(super) fn move_to(&mut self, folder: &str) {
        let folder = self.app.path_of(folder);
        if folder.is_empty() {
            self.say("elsewhere-empty");
            return;
        }
        self.say("elsewhere-working");
        self.ask(Request::MoveTo(folder));
    }

    /// The store goes on in another folder: what is open is saved there, and the screen says how to find it again.
    pub(super) fn moved(&mut self, folder: String, is_left: bool) {
        self.app.folder.clone_from(&folder);
        let said = if is_left {
            "elsewhere-saved-in-part"
        } else {
            "elsewhere-saved"
        };
        self.app.moved = Some(Message::new(said).with("folder", folder));
        self.app
            .layers
            .retain(|layer| layer.screen != Screen::Elsewhere);
        self.app.open.saving.on_disk = 0;
        self.want_saving();
        self.app.place_cursor();
    }

    /// The folder that was named cannot be used: everything is where it was.
    pub(super) fn not_moved(&mut self, fault: SaveFault) {
        self.say(match fault {
            SaveFault::NoSpace => "elsewhere-no-space",
            SaveFault::ReadOnly => "elsewhere-read-only",
            SaveFault::Denied => "elsewhere-denied",
            SaveFault::FolderGone => "elsewhere-gone",
            SaveFault::Held => "elsewhere-held",
            SaveFault::InUse => "elsewhere-in-use",
            SaveFault::Taken => "elsewhere-other-passphrase",
            SaveFault::InvalidName => "elsewhere-name",
            SaveFault::TooLarge
            | SaveFault::NewestUnread
            | SaveFault::Unsure(_)
            | SaveFault::Other(_) => "elsewhere-other",
        });
    }
}

/// What is said of a case that does not open.
pub(in crate::app) fn not_opened(problem: OpenProblem) -> Message<'static> {
    Message::new(match problem {
        OpenProblem::Gone => "cases-cannot-open-gone",
        OpenProblem::Denied => "cases-cannot-open-denied",
        OpenProblem::Damaged => "cases-cannot-open-damaged",
        OpenProblem::TooLarge => "cases-cannot-open-too-large",
        OpenProblem::Newer => "cases-newer",
        OpenProblem::Locked => "case-is-locked",
        OpenProblem::NoPack => "cases-no-pack",
        OpenProblem::Link => "cases-cannot-open-link",
        OpenProblem::NotAFile => "cases-cannot-open-not-a-file",
        OpenProblem::Unreadable(number) => return with_reason("cases-cannot-open", number),
    })
}

impl App {
    /// Whether what is typed must not be seen.
    #[must_use]
    pub fn is_typing_a_secret(&self) -> bool {
        let editing = self.editing.as_ref();
        editing.is_some_and(|editing| editing.purpose.is_secret())
    }

    /// The cases are at hand: the one to open is opened, else the user chooses. What there is to know stands first.
    pub(in crate::app) fn begin_with(&mut self, found: Unlocked) {
        self.editing = None;
        self.lists.take_checks(found.listed);
        self.lists.take_binned(found.binned);
        self.bin_is_unread = found.bin_is_unread;
        if let Some((case, access)) = found.case {
            self.open_case(case, access);
        } else {
            let nothing_yet = self.lists.are_empty();
            self.layers = vec![Layer::of(if nothing_yet {
                Screen::Welcome
            } else {
                Screen::Start
            })];
        }
        if let Some(problem) = found.could_not_open {
            self.message = Some(not_opened(problem));
        }
        self.news = found.news;
        if !self.news.is_empty() {
            // What is typed while these are read is for no field below them.
            self.editing = None;
            self.layers.push(Layer::of(Screen::News));
        }
    }
}
