//! Writing a report to a file: what is wanted, and what came of it. Nothing is replaced unasked.

use super::UpdateContext;
use super::handing::HANDED;
use super::tidying::{with_fault, with_reason};
use crate::app::action::{Action, Export, ProfilePart};
use crate::app::exporting::{is_handed, is_to_print, page_of, without_ending};
use crate::app::papers::MadeOn;
use crate::app::request::{ExportFault, ExportRequest, Exported, Request, Setting};
use crate::app::screens::Trait;
use crate::app::{App, Purpose, Screen, page};
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::reader::Reader;
use crate::questionnaire::report_format::ReportFormat;
use crate::text::Message;
use crate::text::firm_groups::Group;

impl UpdateContext<'_> {
    pub(super) fn export(&mut self, export: Export) {
        match export {
            Export::To(Reader::Own) => {
                self.want_export((Reader::Own, ReportFormat::default()), false);
            }
            Export::To(reader) => self.open_reader(reader),
            Export::OtherFormats => self.open_reader(Reader::Own),
            Export::As(reader, format) => self.want_export((reader, format), false),
            Export::Replace => self.want_export(self.app.open.exporting.wanted, true),
            Export::Notes => self.turn_notes(),
            Export::Anonymous => {
                self.app.open.exporting.anonymous = !self.app.open.exporting.anonymous;
            }
            Export::NameFiles => {
                let are_there = !self.app.names_in_files();
                self.app.set_names_in_files(are_there);
                let setting = Setting::NamesInFiles(are_there);
                self.ask(Request::Remember(setting));
            }
            Export::Profile(part) => {
                let text = self.app.profile_text(part).to_owned();
                self.open_field(Purpose::Profile(part), &text, false);
                self.app.layer_mut().cursor = Some(Action::Export(export));
            }
            Export::Group(group, index) => self.choose_group(group, index),
            Export::Passphrase => self.turn_passphrase(),
            Export::EditPath => self.edit_path(),
            Export::OtherName => {
                let (reader, _) = self.app.open.exporting.wanted;
                self.give_up_replacing();
                self.open_reader(page_of(reader));
                self.edit_path();
            }
        }
    }

    /// The page of a reader: what will be in it, in which formats.
    pub(super) fn open_reader(&mut self, reader: Reader) {
        self.app.open.exporting.page = reader;
        self.open(Screen::ExportTo);
    }

    fn turn_notes(&mut self) {
        let exporting = &mut self.app.open.exporting;
        let reader = exporting.page;
        if !exporting.turned.remove(&reader) {
            exporting.turned.insert(reader);
        }
    }

    fn want_export(&mut self, wanted: (Reader, ReportFormat), replace: bool) {
        let (reader, format) = wanted;
        self.app.open.exporting.wanted = wanted;
        self.app.open.exporting.asked = false;
        let is_handed = wanted == HANDED;
        if is_handed && !self.note_handing() {
            return;
        }
        if let Some(case) = self.app.case().cloned() {
            self.app.open.exporting.on_their_way += 1;
            self.ask(Request::Export(Box::new(ExportRequest {
                case,
                language: self.app.language.clone(),
                format,
                contents: self.app.open.exporting.contents(reader),
                path: self.app.export_path(wanted),
                replace,
                passphrase: self
                    .app
                    .open
                    .exporting
                    .passphrase
                    .clone()
                    .filter(|_| is_handed),
            })));
        }
        self.app.place_cursor();
    }

    fn edit_path(&mut self) {
        self.app.open.exporting.wanted = self.app.report_in_view();
        let path = self.app.export_path(self.app.open.exporting.wanted);
        self.open_field(Purpose::File, &path, false);
        self.app.layer_mut().cursor = Some(Action::Export(Export::EditPath));
    }

    /// An empty place is the usual one.
    pub(super) fn keep_path(&mut self, text: &str) {
        let path = self.app.path_of(text);
        let path = without_ending(&path).to_owned();
        let page = self.app.open.exporting.page;
        self.app.open.exporting.path = (!path.is_empty()).then_some((page, path));
    }

    /// Whose check it is, or who has looked it over.
    pub(super) fn keep_profile(&mut self, part: ProfilePart, text: String) {
        self.change(|case| match part {
            ProfilePart::Firm => case.profile.firm = text,
            ProfilePart::CheckedBy => case.profile.checked_by = text,
        });
    }

    /// By what the firm is counted among many; what was chosen already is taken away.
    fn choose_group(&mut self, group: Group, index: u8) {
        let Some((code, _)) = group.offered().get(usize::from(index)) else {
            return;
        };
        let chosen = if self.app.firm_group(group) == *code {
            ""
        } else {
            code
        };
        self.change(|case| {
            if let Some(firm) = &mut case.firm {
                chosen.clone_into(group.of_mut(firm));
            }
        });
    }

    pub(super) fn exported(&mut self, outcome: Result<Exported, ExportFault>) {
        // A report of the check that was open before is none of this one's.
        let exporting = &mut self.app.open.exporting;
        exporting.on_their_way = exporting.on_their_way.saturating_sub(1);
        match outcome {
            Ok(exported) => {
                let is_handed = is_handed(&exported.path);
                let said = match exported.doubt {
                    None if is_handed => Message::new("exporting-handed"),
                    None if is_to_print(&exported.path) => Message::new("exporting-done-to-print"),
                    None => Message::new("exporting-done"),
                    Some(fault) => with_fault("exporting-done-in-doubt", fault),
                };
                // With another on its way nobody can tell whose this is.
                let reader = self.app.open.exporting.wanted.0;
                // No program of the desktop opens what is handed over.
                let is_last = self.app.open.exporting.on_their_way == 0 && !is_handed;
                self.app.open.papers.made =
                    is_last.then(|| (MadeOn::Report(reader), exported.path.clone()));
                self.app.message = Some(
                    said.with("path", exported.path)
                        .with("questions", exported.questions)
                        .with("tasks", exported.tasks),
                );
            }
            Err(ExportFault::Exists) => self.export_exists(),
            Err(ExportFault::Disk(fault)) => self.export_failed(fault),
            Err(fault) => self.app.message = Some(export_fault(fault)),
        }
        self.quit_if_done();
    }

    /// Somebody's file has that name: the page asks, and no answer stands first that would replace it. Who has left the
    /// page is told.
    fn export_exists(&mut self) {
        self.app.open.saving.leaving = false;
        if self.app.screen().is(Trait::Exports) {
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
        self.app.message = Some(disk_fault(fault));
    }

    /// Says whether there was a question to give up.
    pub(in crate::app) fn give_up_replacing(&mut self) -> bool {
        let was_asked = std::mem::take(&mut self.app.open.exporting.asked);
        if was_asked {
            let (reader, format) = self.app.open.exporting.wanted;
            let actions = page(self.app).actions();
            let wanted = [Export::As(reader, format), Export::To(reader)].map(Action::Export);
            let mut wanted = wanted.into_iter();
            self.app.layer_mut().cursor = wanted.find(|action| actions.contains(action));
            self.app.place_cursor();
        }
        was_asked
    }

    /// The day stands in the name of the file.
    pub(in crate::app) fn date_export(&mut self) {
        self.app.open.exporting.day = Some(self.now.day());
    }
}

impl App {
    /// The code of the firm's trade or size; empty where nothing was said.
    pub(in crate::app) fn firm_group(&self, group: Group) -> &str {
        let firm = self.open.case.as_ref().and_then(|case| case.firm.as_ref());
        firm.map_or("", |firm| group.of(firm))
    }

    /// What stands in the case of whose check it is, or of who has looked it over.
    pub(in crate::app) fn profile_text(&self, part: ProfilePart) -> &str {
        let profile = self.open.case.as_ref().map(|case| &case.profile);
        profile.map_or("", |profile| match part {
            ProfilePart::Firm => &profile.firm,
            ProfilePart::CheckedBy => &profile.checked_by,
        })
    }
}

/// Why a file was not written, in words.
pub(super) fn export_fault(fault: ExportFault) -> Message<'static> {
    match fault {
        ExportFault::Exists => Message::new("exporting-exists-elsewhere"),
        ExportFault::Folder => Message::new("exporting-folder"),
        ExportFault::Pack => Message::new("exporting-no-pack"),
        ExportFault::NotKept(fault) => with_fault("exporting-not-kept", fault),
        ExportFault::Disk(fault) => disk_fault(fault),
    }
}

fn disk_fault(fault: SaveFault) -> Message<'static> {
    match fault {
        SaveFault::NoSpace => Message::new("exporting-no-space"),
        SaveFault::ReadOnly => Message::new("exporting-read-only"),
        SaveFault::Denied => Message::new("exporting-denied"),
        SaveFault::FolderGone => Message::new("exporting-folder-gone"),
        SaveFault::TooLarge => Message::new("exporting-too-large"),
        SaveFault::InUse => Message::new("exporting-in-use"),
        SaveFault::InvalidName => Message::new("exporting-name"),
        SaveFault::Held | SaveFault::Taken | SaveFault::NewestUnread => {
            with_reason("exporting-other", None)
        }
        SaveFault::Unsure(number) => with_reason("exporting-unsure", number),
        SaveFault::Other(number) => with_reason("exporting-other", number),
    }
}
