//! Text fields: opening, typing, keeping. Leaving a field in any way keeps what was typed.

use super::UpdateContext;
use crate::app::action::{Action, Choice, Kept, NotesPart};
use crate::app::field::{Edit, Field};
use crate::app::note::line_cells;
use crate::app::{App, Editing, Purpose};
use crate::questionnaire::case::{Given, Task};
use crate::questionnaire::moment::Day;
use crate::questionnaire::plan::measure_for;
use crate::questionnaire::seen::{noted, says_nothing, visible};
use crate::text::wrap::wrap_offsets;

impl UpdateContext<'_> {
    pub(super) fn begin_writing(&mut self, action: Action) {
        let (purpose, text, many_lines) = match action {
            Action::EditNote => {
                let note = self.app.item().map_or("", |item| item.note());
                (Purpose::Note, note.to_owned(), true)
            }
            Action::OwnReason => (Purpose::Reason, self.own_reason(), false),
            Action::EditPassphrase => (Purpose::Passphrase, String::new(), false),
            Action::EditFolder => (Purpose::Folder, String::new(), false),
            Action::EditName => {
                let title = self.app.open.case.as_ref().map(|case| case.title.clone());
                (Purpose::Name, title.unwrap_or_default(), false)
            }
            _ => (Purpose::Filter, String::new(), false),
        };
        self.open_field(purpose, &text, many_lines);
        if purpose != Purpose::Filter {
            self.app.layer_mut().cursor = Some(action);
        }
    }

    pub(super) fn open_field(&mut self, purpose: Purpose, text: &str, many_lines: bool) {
        self.keep_writing();
        if purpose.is_of_the_case() && !self.may_write() {
            return;
        }
        let field = match purpose {
            purpose if purpose.is_secret() => Field::secret(),
            _ => Field::new(text, many_lines),
        };
        let before = field.text().to_owned();
        self.app.editing = Some(Editing {
            purpose,
            field,
            kept: before.clone(),
            before,
            is_kept: false,
        });
    }

    /// The same for one line, with what stands there chosen: what is typed takes its place.
    pub(super) fn open_chosen_field(&mut self, purpose: Purpose, text: &str) {
        self.open_field(purpose, text, false);
        if let Some(editing) = &mut self.app.editing {
            editing.field = Field::chosen(text);
        }
    }

    /// The reason that was begun in the user's own words, or given.
    fn own_reason(&self) -> String {
        let answer = self.app.item().and_then(|item| item.answer);
        let begun = answer.map(|answer| answer.draft_reason.as_str());
        let begun = begun.filter(|begun| !begun.is_empty());
        begun
            .or_else(|| self.app.reason_in_own_words())
            .unwrap_or_default()
            .to_owned()
    }

    pub(super) fn write(&mut self, text: &str) {
        let Some(editing) = self.app.editing.as_mut() else {
            return;
        };
        if !editing.field.insert(text) {
            self.say("field-full");
        }
        self.narrow();
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        let (columns, width) = (self.app.columns, self.app.width);
        let Some(editing) = self.app.editing.as_mut() else {
            return;
        };
        match edit {
            Edit::Up | Edit::Down => {
                let lines = wrap_offsets(editing.field.text(), line_cells(columns), width);
                editing.field.step_line(&lines, edit == Edit::Down, width);
            }
            // From the end of what narrows a list to the end of the list.
            Edit::Home if editing.is_filter() && editing.field.cursor() == 0 => {
                return self.step(isize::MIN / 2);
            }
            Edit::End
                if editing.is_filter() && editing.field.cursor() == editing.field.text().len() =>
            {
                return self.step(isize::MAX / 2);
            }
            edit => {
                editing.field.edit(edit);
            }
        }
        self.narrow();
    }

    /// What is typed in the list of cases narrows it at once.
    fn narrow(&mut self) {
        if let Some(editing) = &self.app.editing
            && editing.purpose == Purpose::Filter
        {
            self.app.layer_mut().cursor = None;
            self.app.place_cursor();
        }
    }

    /// Enter or Tab in a field: keep it and go on.
    pub(super) fn finish_writing(&mut self) {
        let Some(purpose) = self.app.editing.as_ref().map(|editing| editing.purpose) else {
            return;
        };
        let blank = self
            .app
            .editing
            .as_ref()
            .is_some_and(|e| says_nothing(e.field.text()));
        if purpose == Purpose::Reason && blank {
            self.say("reason-needed");
            return;
        }
        if let Purpose::Record(_, Kept::Day) = purpose
            && !blank
            && self.typed_day().is_none()
        {
            // What was typed stays to be mended.
            self.say("day-not-understood");
            return;
        }
        let is_visit = matches!(
            purpose,
            Purpose::Visit | Purpose::OwnNotes(NotesPart::Visit)
        );
        // A day that stood there may be over by now: it is left alone.
        let typed = self.app.editing.as_ref();
        let typed = typed.filter(|editing| editing.field.text() != editing.before);
        let typed = typed.map(|editing| editing.field.text().to_owned());
        if is_visit && !blank && typed.is_some_and(|typed| self.day_to_come(&typed).is_none()) {
            return;
        }
        if purpose == Purpose::Passphrase {
            return self.unlock();
        }
        if matches!(
            purpose,
            Purpose::HandedPassphrase | Purpose::HandedPassphraseAgain
        ) {
            return self.keep_file_passphrase();
        }
        if purpose == Purpose::Folder {
            let index = self
                .app
                .editing
                .take()
                .map(|editing| editing.field.text().to_owned());
            return self.move_to(&index.unwrap_or_default());
        }
        if purpose == Purpose::FilePassphrase {
            return self.open_with_passphrase();
        }
        if purpose == Purpose::ReceivedPath {
            return self.path_typed();
        }
        let is_begun = self.app.editing.as_ref().is_some_and(|it| it.is_kept);
        self.keep_writing();
        if purpose == Purpose::Reason {
            self.continues = is_begun;
            self.give_reason();
        }
        match purpose {
            Purpose::Name => self.act(Action::NameDone),
            Purpose::Answerer => self.close(),
            Purpose::Reason => {
                self.app.layers.pop();
                self.app.layer_mut().cursor = Some(Action::Answer(Choice::NotApplicable));
            }
            Purpose::Entry(_) | Purpose::OnPaper(_) | Purpose::Record(..) => self.go_on_in_entry(),
            _ => {}
        }
    }

    /// The day that stands in the open field.
    fn typed_day(&self) -> Option<Day> {
        let editing = self.app.editing.as_ref()?;
        Day::typed(editing.field.text(), self.now.day())
    }

    /// Esc in a field: keep it and step out.
    pub(super) fn leave_field(&mut self) {
        let purpose = self.app.editing.as_ref().map(|editing| editing.purpose);
        self.keep_writing();
        if purpose == Some(Purpose::Passphrase) {
            self.app.layer_mut().cursor = Some(Action::Leave);
        }
        if matches!(
            purpose,
            Some(Purpose::Reason | Purpose::Name | Purpose::Answerer | Purpose::FilePassphrase)
        ) {
            self.close();
        }
    }

    /// What was begun becomes the reason. Enter alone does that: whatever else closes the field (a window that is closed,
    /// a disk that is full, Esc) finds a reason half typed, and that is none.
    fn give_reason(&mut self) {
        let reason = self.own_reason();
        let item = self.app.item();
        if item.is_some_and(|item| item.reason() != Some(reason.as_str())) {
            self.set_answer(Some(Given::NotApplicable(reason)));
        }
    }

    /// Takes what was typed into the case and closes the field.
    pub(super) fn keep_writing(&mut self) {
        let Some(editing) = self.app.editing.take() else {
            return;
        };
        let text = editing.field.text();
        if text == editing.kept {
            return;
        }
        self.continues = editing.is_kept;
        self.keep_text(editing.purpose, text);
    }

    /// The user pauses: what is being written is kept as it stands, and the field stays open.
    pub(super) fn keep_draft(&mut self) {
        if !self.app.has_unkept_text() {
            return;
        }
        let Some(editing) = self.app.editing.as_mut() else {
            return;
        };
        let (purpose, text) = (editing.purpose, editing.field.text().to_owned());
        editing.kept.clone_from(&text);
        self.continues = std::mem::replace(&mut editing.is_kept, true);
        self.keep_text(purpose, &text);
    }

    /// What was typed goes to its place in the case. A reason becomes one only when it is given.
    fn keep_text(&mut self, purpose: Purpose, text: &str) {
        let trimmed = visible(text).to_owned();
        match purpose {
            Purpose::Note => {
                let note = noted(text).to_owned();
                self.change_answer(|answer| answer.note = note);
            }
            Purpose::Reason => self.change_answer(|answer| answer.draft_reason = trimmed),
            Purpose::Name => self.change(|case| case.title = trimmed),
            Purpose::Who(index) => self.change_task(index, |task| task.who = trimmed),
            Purpose::By(index) => {
                // Of words nothing can tell when they are due.
                let day = Day::typed_to_come(&trimmed, self.now.day());
                let by = day.map_or(trimmed, |day| day.to_string());
                self.change_task(index, |task| task.by = by);
            }
            Purpose::Title => self.rename(&trimmed),
            Purpose::Entry(detail) => self.keep_detail(detail, text),
            Purpose::Profile(part) => self.keep_profile(part, trimmed),
            Purpose::File => self.keep_path(text),
            Purpose::PaperFile => self.keep_paper_path(text),
            Purpose::ReceivedPath => self.app.received.typed = trimmed,
            Purpose::Answerer => self.keep_answerer(trimmed),
            Purpose::Visit => self.keep_visit(text),
            Purpose::OwnNotes(part) => self.keep_note_for_oneself(part, text),
            Purpose::OnPaper(known) => self.keep_on_paper(known, &trimmed),
            Purpose::Record(index, kept) => self.keep_of_record(index, kept, &trimmed),
            // What narrows a list is in its field alone; the others Enter alone means.
            Purpose::Filter
            | Purpose::Passphrase
            | Purpose::FilePassphrase
            | Purpose::HandedPassphrase
            | Purpose::HandedPassphraseAgain
            | Purpose::Folder => {}
        }
    }

    /// Puts `text` in place of what the field holds, and is done with it.
    pub(super) fn write_whole(&mut self, text: &str) {
        let Some(editing) = self.app.editing.as_mut() else {
            return;
        };
        editing.field = editing.field.holding(text);
        self.finish_writing();
    }

    /// Words that were asked for: as if they had been typed into the open field.
    pub(super) fn fill(&mut self, words: &str) {
        let Some(editing) = self.app.editing.as_mut() else {
            return;
        };
        editing.field = Field::new(words, false);
        self.keep_writing();
    }

    /// Changes the task of the item at `index`. Who, by when and done belong to the measure that stands there:
    /// from then on it stays, also when the points change.
    pub(super) fn change_task(&mut self, index: usize, how: impl FnOnce(&mut Task)) {
        let Some(result) = self.app.result() else {
            return;
        };
        let Some(item) = result.items.get(index) else {
            return;
        };
        let question = item.question.id.clone();
        let measure = measure_for(item.asked, item.answer).id.clone();
        self.change_answer_to(&question, |answer| {
            let task = answer.task.get_or_insert_default();
            if task
                .measure
                .as_ref()
                .is_none_or(|marked| *marked != measure)
            {
                task.measure = Some(measure);
            }
            how(task);
        });
    }
}

impl App {
    /// The reason given to the question on the screen, unless it is one of those that are offered.
    pub(in crate::app) fn reason_in_own_words(&self) -> Option<&str> {
        let question = self.question()?;
        let Some(Given::NotApplicable(reason)) = &self.answer_to(question)?.given else {
            return None;
        };
        let mut offered = question.may_not_apply.iter();
        let is_offered = offered.any(|offered| offered.all().any(|(_, text)| text == reason));
        (!is_offered).then_some(reason)
    }
}
