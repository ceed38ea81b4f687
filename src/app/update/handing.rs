//! Handing the check over from its page, and the passphrase that the file gets. The check says that it is handed over before
//! anybody is asked to write the file: `StoreService` keeps the state first all the same.

use super::UpdateContext;
use crate::app::Purpose;
use crate::app::action::{Action, Export};
use crate::app::secret::{Passphrase, SHORTEST};
use crate::questionnaire::reader::Reader;
use crate::questionnaire::report_format::ReportFormat;
use crate::text::Message;

/// What is handed over, among the reports.
pub(in crate::app) const HANDED: (Reader, ReportFormat) = (Reader::Hand, ReportFormat::Json);

impl UpdateContext<'_> {
    /// The check says that it is handed over, in the state in which it is now. False where it may not be changed here.
    pub(super) fn note_handing(&mut self) -> bool {
        if !self.may_write() {
            return false;
        }
        let now = self.now;
        self.change(|case| {
            *case = case.handed_over(0, now);
            // Whoever changes a case counts that.
            case.revision -= 1;
        });
        true
    }

    /// Puts a passphrase on the file, or takes it off.
    pub(super) fn turn_passphrase(&mut self) {
        let exporting = &mut self.app.open.exporting;
        exporting.typed_once = None;
        if exporting.passphrase.take().is_none() {
            self.ask_passphrase(Purpose::HandedPassphrase);
        }
    }

    fn ask_passphrase(&mut self, purpose: Purpose) {
        self.open_field(purpose, "", false);
        self.app.layer_mut().cursor = Some(Action::Export(Export::Passphrase));
    }

    /// Enter behind the passphrase of a file, or behind the same once more.
    pub(super) fn keep_file_passphrase(&mut self) {
        let Some(editing) = self.app.editing.take() else {
            return;
        };
        let typed = Passphrase::new(editing.field.text().trim_end());
        let exporting = &mut self.app.open.exporting;
        if editing.purpose == Purpose::HandedPassphrase {
            if typed.as_str().chars().count() < SHORTEST {
                self.ask_passphrase(Purpose::HandedPassphrase);
                let said = Message::new("err-short-passphrase").with("shortest", SHORTEST);
                self.app.message = Some(said);
                return;
            }
            exporting.typed_once = Some(typed);
            return self.ask_passphrase(Purpose::HandedPassphraseAgain);
        }
        if exporting.typed_once.take().as_ref() == Some(&typed) {
            exporting.passphrase = Some(typed);
            self.say("exporting-passphrase-is-set");
        } else {
            self.ask_passphrase(Purpose::HandedPassphrase);
            self.say("err-different-passphrases");
        }
    }
}
