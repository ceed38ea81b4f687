//! 自分だけのメモ: opened for a firm, written, kept. Nothing of them goes into a check.

use super::UpdateContext;
use super::tidying::with_fault;
use crate::app::action::NotesPart;
use crate::app::own_notes::{NotesKeeping, NotesState, OwnNotes};
use crate::app::request::Request;
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::desk::Desk;
use crate::questionnaire::fault::{OpenProblem, SaveFault};
use crate::questionnaire::id::FirmId;
use crate::questionnaire::moment::Day;
use crate::questionnaire::seen::{noted, says_nothing, visible};

impl UpdateContext<'_> {
    /// Opens what is kept of the firm that the cursor or the open check is of.
    pub(super) fn open_own_notes(&mut self) {
        let Some((firm, name)) = self.app.firm_to_note() else {
            return self.say("own-notes-no-firm");
        };
        if let Some(open) = &self.app.own_notes
            && open.keeping != NotesKeeping::Kept
            && open.firm != firm
        {
            // What could not be kept of another firm is not let go of.
            self.keep_own_notes();
            return self.say("own-notes-unsaved");
        }
        let at = self.app.screen().asks().then(|| self.app.question());
        let at = at.flatten().map(|question| question.id.clone());
        let at = at.map(|question| (self.app.pack().id.clone(), question));
        self.keep_writing();
        let open = self.app.own_notes.take();
        let open = open.filter(|open| open.keeping != NotesKeeping::Kept);
        self.app.own_notes = Some(if let Some(unsaved) = open {
            OwnNotes { at, ..unsaved }
        } else {
            self.ask(Request::Desk(firm.clone()));
            OwnNotes {
                firm,
                name,
                at,
                state: NotesState::Awaited,
                keeping: NotesKeeping::Kept,
            }
        });
        self.open(Screen::OwnNotes);
    }

    /// What the store has of the firm.
    pub(super) fn take_own_notes(
        &mut self,
        firm: FirmId,
        found: Result<Option<Box<Desk>>, OpenProblem>,
    ) {
        if let Some(open) = &mut self.app.own_notes
            && open.firm == firm
            && open.keeping == NotesKeeping::Kept
        {
            open.state = match found {
                Ok(Some(desk)) => NotesState::Read(*desk),
                Ok(None) => NotesState::Read(Desk::new(firm)),
                Err(problem) => NotesState::Unreadable(problem),
            };
        }
        self.app.place_cursor();
    }

    pub(super) fn note_for_oneself(&mut self, part: NotesPart) {
        if part == NotesPart::Retry {
            return self.keep_own_notes();
        }
        let Some(text) = self.app.said_for_oneself(part) else {
            return;
        };
        let has_many_lines = matches!(part, NotesPart::Note | NotesPart::Question(_));
        self.open_field(Purpose::OwnNotes(part), &text, has_many_lines);
    }

    /// What was typed, in its place.
    pub(super) fn keep_note_for_oneself(&mut self, part: NotesPart, text: &str) {
        let trimmed = visible(text);
        let visit = match (part, trimmed) {
            (NotesPart::Visit, typed) if !typed.is_empty() => {
                let Some(day) = self.day_to_come(typed) else {
                    return;
                };
                Some(day)
            }
            _ => None,
        };
        let Some(open) = &mut self.app.own_notes else {
            return;
        };
        let question = match part {
            NotesPart::Question(index) => open.questions().get(usize::from(index)).cloned(),
            _ => None,
        };
        let NotesState::Read(desk) = &mut open.state else {
            return;
        };
        let before = desk.clone();
        match part {
            NotesPart::Reading => trimmed.clone_into(&mut desk.reading),
            NotesPart::Visit => desk.next_visit = visit,
            NotesPart::Tags => desk.set_tags(trimmed),
            NotesPart::Note => noted(text).clone_into(&mut desk.note),
            NotesPart::Question(_) => {
                if let Some((pack, question)) = &question {
                    desk.set_note_of(pack, question, noted(text));
                }
            }
            NotesPart::Retry => {}
        }
        if *desk != before {
            desk.revision += 1;
            self.keep_own_notes();
        }
    }

    fn keep_own_notes(&mut self) {
        let Some(open) = &mut self.app.own_notes else {
            return;
        };
        let NotesState::Read(desk) = &open.state else {
            return;
        };
        open.keeping = NotesKeeping::OnTheWay;
        let request = Request::KeepDesk(Box::new(desk.clone()));
        self.ask(request);
    }

    pub(super) fn own_notes_kept(&mut self, firm: &FirmId, revision: u64, has_kept_another: bool) {
        let Some(open) = &mut self.app.own_notes else {
            return;
        };
        let is_all = open.desk().is_some_and(|desk| desk.revision == revision);
        if open.firm != *firm || !is_all {
            return;
        }
        let is_leaving = std::mem::replace(&mut open.keeping, NotesKeeping::Kept);
        self.want_list();
        self.say(if has_kept_another {
            "own-notes-foreign-kept"
        } else {
            "own-notes-kept"
        });
        self.app.place_cursor();
        if is_leaving == NotesKeeping::Leaving {
            self.leave();
        }
    }

    pub(super) fn own_notes_not_kept(&mut self, fault: SaveFault) {
        if let Some(open) = &mut self.app.own_notes {
            open.keeping = NotesKeeping::Failed(fault);
        }
        self.app.message = Some(with_fault("own-notes-not-kept", fault));
        self.app.place_cursor();
    }

    /// Closes the page, whoever sees what comes next.
    pub(super) fn keep_writing_for_oneself(&mut self) {
        let editing = self.app.editing.as_ref();
        if editing.is_some_and(|editing| matches!(editing.purpose, Purpose::OwnNotes(_))) {
            self.keep_writing();
        }
        let layers = &mut self.app.layers;
        if layers.len() > 1 {
            layers.retain(|layer| layer.screen != Screen::OwnNotes);
        }
    }

    /// Who leaves waits for them too. A second time, after they could not be kept, nobody is held.
    pub(super) fn waits_for_own_notes(&mut self) -> bool {
        let Some(open) = &mut self.app.own_notes else {
            return false;
        };
        match open.keeping {
            NotesKeeping::Kept => false,
            NotesKeeping::OnTheWay | NotesKeeping::Leaving => {
                open.keeping = NotesKeeping::Leaving;
                self.say("save-then-end");
                true
            }
            NotesKeeping::Failed(_) => {
                let was_told = self.app.message.as_ref();
                if was_told.is_some_and(|said| said.id == "own-notes-leave-unsaved") {
                    return false;
                }
                self.say("own-notes-leave-unsaved");
                true
            }
        }
    }
}

impl App {
    /// The firm to note something of, and what it is called.
    fn firm_to_note(&self) -> Option<(FirmId, String)> {
        let shown = self.firm_in_sight()?;
        let firm = shown.firm()?.clone();
        let of_it = self.lists.checks().iter();
        let of_it = of_it.filter(|check| check.firm.as_ref() == Some(&firm));
        let open = self.open.case.as_ref();
        let open = open.filter(|case| case.firm_id().as_ref() == Some(&firm));
        let names = open
            .map(|case| [&case.profile.firm, &case.title])
            .into_iter()
            .chain(of_it.map(|check| [&check.firm_name, &check.title]))
            .flatten();
        let mut names = names.filter(|name| !says_nothing(name));
        let name = names.next().cloned();
        Some((firm, name.unwrap_or_default()))
    }

    /// The day of the next visit that is kept for the firm of the open check, unless it is over; never while somebody looks on.
    pub(in crate::app) fn noted_visit(&self) -> Option<Day> {
        if !self.is_an_advisors() || self.hides_others() {
            return None;
        }
        let firm = self.open.case.as_ref()?.firm_id()?;
        let mut of_it = self.lists.checks().iter();
        let check = of_it.find(|check| check.firm.as_ref() == Some(&firm))?;
        check.desk.next_visit().filter(|day| *day >= self.today)
    }

    /// What stands there now; None for what can only be chosen.
    pub(in crate::app) fn said_for_oneself(&self, part: NotesPart) -> Option<String> {
        let open = self.own_notes.as_ref()?;
        let desk = open.desk()?;
        Some(match part {
            NotesPart::Reading => desk.reading.clone(),
            NotesPart::Visit => desk
                .next_visit
                .map(|day| day.to_string())
                .unwrap_or_default(),
            NotesPart::Tags => desk.tags.join(" "),
            NotesPart::Note => desk.note.clone(),
            NotesPart::Question(index) => {
                let questions = open.questions();
                let (pack, question) = questions.get(usize::from(index))?;
                desk.note_of(pack, question).to_owned()
            }
            NotesPart::Retry => return None,
        })
    }
}
