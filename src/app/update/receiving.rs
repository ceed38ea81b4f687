//! Files that somebody has sent: looking for them, opening one, and what is said of it.

use super::UpdateContext;
use super::tidying::{with_fault, with_reason};
use super::unlocking::not_opened;
use crate::app::action::{Action, Received};
use crate::app::received::{Brought, Found, NotRead};
use crate::app::request::Request;
use crate::app::secret::Passphrase;
use crate::app::{Purpose, Screen};
use crate::questionnaire::reading::EXPORT_LIMIT;
use crate::text::Message;
use crate::text::brought::not_a_check;
use crate::text::workbook::workbook_fault_messages;

impl UpdateContext<'_> {
    /// The page opens, or it is looked once more.
    pub(in crate::app) fn want_received(&mut self) {
        self.app.received.found = None;
        self.ask(Request::Received(self.app.received.places.clone()));
    }

    pub(super) fn receive(&mut self, received: Received) {
        match received {
            Received::Again => self.want_received(),
            Received::EditPassphrase => self.ask_file_passphrase(),
            Received::EditPath => {
                let typed = self.app.received.typed.clone();
                self.open_field(Purpose::ReceivedPath, &typed, false);
                self.app.layer_mut().cursor = Some(Action::Received(received));
            }
            Received::File(index) => {
                let found = self.app.received.found.as_ref();
                let file = found.and_then(|found| found.files.get(usize::from(index)));
                if let Some(path) = file.map(|file| file.path.clone()) {
                    self.read_received(path, None);
                }
            }
        }
    }

    /// The file that was chosen is under a passphrase of its own.
    pub(in crate::app) fn ask_file_passphrase(&mut self) {
        self.open_field(Purpose::FilePassphrase, "", false);
        self.app.layer_mut().cursor = Some(Action::Received(Received::EditPassphrase));
    }

    /// Enter behind it.
    pub(super) fn open_with_passphrase(&mut self) {
        let typed = self.app.editing.take();
        let typed = typed.map(|editing| Passphrase::new(editing.field.text()));
        let Some(passphrase) = typed.filter(|typed| !typed.as_str().is_empty()) else {
            self.ask_file_passphrase();
            return self.say("unlock-empty");
        };
        if let Some(path) = self.app.received.sealed.clone() {
            self.read_received(path, Some(passphrase));
        }
    }

    /// Enter behind a path: what was typed stays to be mended.
    pub(super) fn path_typed(&mut self) {
        self.keep_writing();
        let path = self.app.path_of(&self.app.received.typed);
        if path.is_empty() {
            self.say("received-path-empty");
        } else {
            self.read_received(path, None);
        }
    }

    /// What was open stays until the other one is there.
    fn read_received(&mut self, path: String, passphrase: Option<Passphrase>) {
        if !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        self.say("received-reading");
        self.ask(Request::ReadReceived(path, passphrase));
    }

    pub(super) fn take_received(&mut self, found: Found) {
        let was_untouched = !self.app.is_editing() && self.app.is_at_the_first_row();
        self.app.received.found = Some(found);
        if self.app.screen() == Screen::Received && was_untouched {
            self.app.layer_mut().cursor = None;
        }
        self.app.place_cursor();
    }

    /// What came of it. Who has gone on to another check meanwhile is told all the same.
    pub(super) fn brought(&mut self, path: String, brought: Brought) {
        if let Brought::NotRead(NotRead::Sealed | NotRead::WrongPassphrase) = brought {
            self.app.received.sealed = Some(path.clone());
            self.open(Screen::FilePassphrase);
            if brought == Brought::NotRead(NotRead::Sealed) {
                self.app.message = None;
                return;
            }
        }
        if let Brought::Differs(differing) = brought {
            return self.show_returned(*differing);
        }
        self.app.message = Some(match brought {
            Brought::Differs(_) => return,
            Brought::New(None) => Message::new("received-new"),
            Brought::New(Some(fault)) => with_fault("received-new-in-doubt", fault),
            Brought::Same => Message::new("received-same"),
            Brought::OtherFirm => Message::new("received-other-firm"),
            Brought::HereUnread(problem) => {
                Message::new("received-here-unread").with("problem", not_opened(problem))
            }
            Brought::NoBase(fault) => with_fault("received-no-base", fault),
            Brought::NotKept(fault) => with_fault("received-not-kept", fault),
            Brought::NotRead(fault) => not_read(path, &fault),
        });
        self.app.place_cursor();
    }
}

fn not_read(path: String, fault: &NotRead) -> Message<'static> {
    let said = match fault {
        NotRead::Gone => Message::new("err-file-gone"),
        NotRead::Denied => Message::new("err-file-denied"),
        NotRead::NotAFile => Message::new("err-file-not-a-file"),
        NotRead::InUse => Message::new("err-file-in-use"),
        NotRead::TooLarge => {
            let megabytes = usize::try_from(EXPORT_LIMIT / 1_000_000).unwrap_or(usize::MAX);
            Message::new("err-file-too-large").with("megabytes", megabytes)
        }
        NotRead::Unreadable(number) => with_reason("err-file-unreadable", *number),
        NotRead::Sealed | NotRead::WrongPassphrase => Message::new("err-file-passphrase"),
        NotRead::OtherKey => Message::new("err-file-other-key"),
        NotRead::SealCutOff => Message::new("err-file-seal-cut-off"),
        NotRead::SealChanged => Message::new("err-file-seal-changed"),
        NotRead::SealBroken => Message::new("err-file-seal-broken"),
        NotRead::TooMuchWork => Message::new("err-file-too-much-work"),
        NotRead::NoPack => Message::new("received-no-pack"),
        NotRead::WorkbookFindings(count) => {
            Message::new("received-workbook-findings").with("count", *count)
        }
        NotRead::Workbook(fault) => {
            let [why, _] = workbook_fault_messages(fault);
            Message::new("received-not-a-check").with("why", why)
        }
        NotRead::Content(fault) => {
            Message::new("received-not-a-check").with("why", not_a_check(fault))
        }
    };
    said.with("path", path)
}
