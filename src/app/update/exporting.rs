//! Writing a report to a file: what is wanted, and what came of it. Nothing is replaced unasked.

use super::UpdateContext;
use super::tidying::{with_fault, with_reason};
use crate::app::action::{Action, Export};
use crate::app::exporting::without_ending;
use crate::app::request::{ExportFault, ExportRequest, Exported, Request};
use crate::app::{Purpose, Screen};
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::report_format::ReportFormat;
use crate::text::Message;

impl UpdateContext<'_> {
    pub(super) fn export(&mut self, export: Export) {
        match export {
            Export::As(format) => self.want_export(format, false),
            Export::Replace => self.want_export(self.app.open.exporting.format, true),
            Export::Anonymous => {
                self.app.open.exporting.anonymous = !self.app.open.exporting.anonymous;
            }
            Export::EditPath => self.edit_path(),
            Export::OtherName => {
                self.give_up_replacing();
                self.edit_path();
            }
        }
    }

    fn want_export(&mut self, format: ReportFormat, replace: bool) {
        self.app.open.exporting.format = format;
        self.app.open.exporting.asked = false;
        if let Some(case) = self.app.case().cloned() {
            self.app.open.exporting.on_their_way += 1;
            self.ask(Request::Export(Box::new(ExportRequest {
                case,
                language: self.app.language.clone(),
                format,
                anonymous: self.app.open.exporting.anonymous,
                path: self.app.export_path(format),
                replace,
            })));
        }
        self.app.place_cursor();
    }

    fn edit_path(&mut self) {
        self.app.open.exporting.format = self.app.export_format();
        let path = self.app.export_path(self.app.open.exporting.format);
        self.open_field(Purpose::File, &path, false);
        self.app.layer_mut().cursor = Some(Action::Export(Export::EditPath));
    }

    /// An empty place is the usual one.
    pub(super) fn keep_path(&mut self, text: &str) {
        let path = without_ending(text.trim()).to_owned();
        self.app.open.exporting.path = (!path.is_empty()).then_some(path);
    }

    pub(super) fn exported(&mut self, outcome: Result<Exported, ExportFault>) {
        // A report of the check that was open before is none of this one's.
        let exporting = &mut self.app.open.exporting;
        exporting.on_their_way = exporting.on_their_way.saturating_sub(1);
        match outcome {
            Ok(exported) => {
                let said = match exported.doubt {
                    None => Message::new("exporting-done"),
                    Some(fault) => with_fault("exporting-done-in-doubt", fault),
                };
                self.app.message = Some(
                    said.with("path", exported.path)
                        .with("questions", exported.questions)
                        .with("tasks", exported.tasks),
                );
            }
            Err(ExportFault::Exists) => self.export_exists(),
            Err(ExportFault::Folder) => self.say("exporting-folder"),
            Err(ExportFault::Pack) => self.say("exporting-no-pack"),
            Err(ExportFault::Disk(fault)) => self.export_failed(fault),
        }
        // Until the user does something else: the program may end before it is drawn.
        self.app.last_word.clone_from(&self.app.message);
        self.quit_if_done();
    }

    /// Somebody's file has that name: the page asks, and no answer stands first that would replace it. Who has left the
    /// page is told.
    fn export_exists(&mut self) {
        self.app.open.saving.leaving = false;
        if self.app.screen() == Screen::Export {
            self.keep_writing();
            self.app.open.exporting.asked = true;
            self.app.layer_mut().cursor = None;
            self.app.place_cursor();
        } else {
            self.say("exporting-exists-elsewhere");
        }
    }

    fn export_failed(&mut self, fault: SaveFault) {
        self.app.open.saving.leaving = false;
        self.app.message = Some(match fault {
            SaveFault::NoSpace => Message::new("exporting-no-space"),
            SaveFault::ReadOnly => Message::new("exporting-read-only"),
            SaveFault::Denied => Message::new("exporting-denied"),
            SaveFault::FolderGone => Message::new("exporting-folder-gone"),
            SaveFault::TooLarge => Message::new("exporting-too-large"),
            SaveFault::InUse => Message::new("exporting-in-use"),
            SaveFault::Held | SaveFault::Taken | SaveFault::NewestUnread => {
                with_reason("exporting-other", None)
            }
            SaveFault::Unsure(number) => with_reason("exporting-unsure", number),
            SaveFault::Other(number) => with_reason("exporting-other", number),
        });
    }

    /// Says whether there was a question to give up.
    pub(in crate::app) fn give_up_replacing(&mut self) -> bool {
        let was_asked = std::mem::take(&mut self.app.open.exporting.asked);
        if was_asked {
            let format = self.app.open.exporting.format;
            self.app.layer_mut().cursor = Some(Action::Export(Export::As(format)));
            self.app.place_cursor();
        }
        was_asked
    }

    /// The day stands in the name of the file.
    pub(in crate::app) fn date_export(&mut self) {
        self.app.open.exporting.day = Some(self.now.day());
    }
}
