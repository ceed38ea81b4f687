//! What happens when something happens: the one place where the app changes.
//! Gives back what is to be done outside; does none of it.

use crate::app::action::Action;
use crate::app::case_summary::Generations;
use crate::app::event::{Effect, Event};
use crate::app::keys::{is_possible, offered_below, why_not};
use crate::app::open_case::Steps;
use crate::app::request::Request;
use crate::app::update::tidying::with_fault;
pub(in crate::app) use crate::app::update::unlocking::not_opened;
use crate::app::{App, Purpose, Screen, page, size_or_usual, undo};
use crate::questionnaire::carry::carry;
use crate::questionnaire::case::Case;
use crate::questionnaire::moment::Moment;
use crate::text::Message;

mod again;
mod answerer;
mod answering;
mod digits;
mod exporting;
mod finding;
mod handing;
mod hiding;
mod information_list;
mod keeping;
mod layers;
mod marking;
mod merging;
mod own_notes;
mod papers;
mod planning;
mod pointing;
mod receiving;
mod tidying;
mod undoing;
mod unlocking;
mod writing;

/// Lets `event` happen at the moment `now`; gives the effects in the order in which they are wanted.
pub fn update(app: &mut App, event: Event, now: Moment) -> Vec<Effect> {
    app.today = now.day();
    app.lists.see_on(app.today);
    if event.answers_what_is_shown() {
        app.last_word = None;
    }
    let is_last_word = event.is_said_at_the_end_too();
    if app.is_out_of_sight() && event.answers_what_is_shown() {
        return Vec::new();
    }
    let mut turn = UpdateContext {
        app,
        now,
        effects: Vec::new(),
        before: None,
        continues: false,
    };
    turn.take(event);
    if is_last_word {
        turn.app.last_word.clone_from(&turn.app.message);
    }
    turn.keep_alone();
    turn.see_what_is_under_the_cursor();
    turn.remember_the_way_back();
    turn.remember_that_it_was_seen();
    turn.effects
}

/// One event being dealt with.
pub(in crate::app) struct UpdateContext<'a> {
    app: &'a mut App,
    now: Moment,
    effects: Vec<Effect>,
    /// The case before this event changed it, and where the user was.
    before: Option<(Case, undo::Page)>,
    /// This change goes on with the last one: both are taken back together.
    continues: bool,
}

impl UpdateContext<'_> {
    fn remember_that_it_was_seen(&mut self) {
        let mut layers = self.app.layers.iter();
        if layers.any(|layer| layer.screen == Screen::Overview) {
            self.app.open.steps = Steps::SeenWhole;
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Do(action) if !is_possible(self.app, action) => {
                // Where nothing can be said of it, what was said last still stands.
                if let Some(why) = why_not(self.app, action) {
                    self.say(why);
                }
            }
            Event::Unused => self.say("key-unused"),
            Event::Do(Action::Answer(choice)) => {
                self.app.message = None;
                self.answer_by_digit(choice);
            }
            Event::Do(action) => {
                self.app.message = None;
                self.act(action);
            }
            Event::Press(action) => {
                self.app.message = None;
                self.press(action);
            }
            Event::Text(text) => {
                self.app.message = None;
                self.write(&text);
            }
            Event::Edit(edit) => {
                self.app.message = None;
                self.edit(edit);
            }
            Event::Written(text) => {
                self.app.message = None;
                self.write_whole(&text);
            }
            Event::Filled(words) => self.fill(&words),
            Event::Focus(action) => {
                self.app.layer_mut().cursor = Some(action);
                self.app.place_cursor();
            }
            Event::Silence => self.keep_draft(),
            Event::Ime => self.say("ime-is-on"),
            Event::Resize(columns, lines) => {
                let said_first = self.app.says_something_first();
                let was_first = self.app.is_at_the_first_row();
                (self.app.columns, self.app.lines) = size_or_usual(columns, lines);
                if was_first && (said_first || self.app.says_something_first()) {
                    self.app.layer_mut().cursor = None;
                }
                self.app.place_cursor();
            }
            Event::Saved(id, revision) => self.saved(&id, revision),
            Event::SaveFailed(fault) => self.save_failed(fault),
            Event::Loaded(pack) => {
                if self.app.packs.iter().all(|known| known.id != pack.id) {
                    if let Some(case) = &mut self.app.open.case {
                        carry(case, &pack);
                    }
                    self.app.packs.push(pack);
                }
            }
            Event::Listed(listed) => self.take_list(listed),
            Event::ListFailed(fault) => self.list_failed(fault),
            Event::Opened(case, access) => self.opened(*case, access),
            Event::OpenFailed(problem) => self.app.message = Some(not_opened(problem)),
            Event::Received(found) => self.take_received(found),
            Event::Brought(path, brought) => self.brought(path, brought),
            Event::BaseNotKept(fault) => {
                self.app.message = Some(with_fault("merge-base-not-kept", fault));
            }
            Event::FreshId(id, firm) => {
                self.app.fresh_id = id;
                self.app.fresh_firm = firm;
            }
            Event::Exported(outcome) => self.exported(outcome),
            Event::Papers(papers, not_used) => self.take_papers(papers, not_used),
            Event::Made(outcome) => self.made(outcome),
            Event::FileOpened(outcome) => self.file_opened(outcome),
            Event::ForeignKept => self.say("save-foreign-kept"),
            Event::Binned(binned) => self.take_bin(binned),
            Event::BinFailed(_) => self.app.bin_is_unread = true,
            Event::Desk(firm, found) => self.take_own_notes(firm, found),
            Event::DeskKept(firm, revision, another) => {
                self.own_notes_kept(&firm, revision, another);
            }
            Event::DeskNotKept(fault) => self.own_notes_not_kept(fault),
            Event::Generations(id, kept) => self.take_generations(&id, Generations::Read(kept)),
            Event::GenerationsFailed(id, _) => self.take_generations(&id, Generations::Unreadable),
            Event::Unlocked(unlocked) => self.unlocked(*unlocked),
            Event::UnlockFailed(fault) => self.unlock_failed(fault),
            Event::Done(deed) => self.done(deed),
            Event::NotDone(fault) => self.not_done(fault),
            Event::Doubted(fault) => self.app.doubt = Some(fault),
            Event::Moved { folder, is_left } => self.moved(folder, is_left),
            Event::NotMoved(fault) => self.not_moved(fault),
            Event::Ending => self.end(),
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-self.half_a_page()),
            Action::PageDown => self.step(self.half_a_page()),
            Action::Top => self.step(isize::MIN / 2),
            Action::Bottom => self.step(isize::MAX / 2),
            Action::Choose => self.choose(),
            Action::Mark => self.mark(),
            Action::Back => self.back(),
            Action::FocusText(_) => {}
            Action::Suspend => self.effects.push(Effect::Suspend),
            Action::Beside(direction) => self.step_beside(direction),
            Action::Redraw => self.effects.push(Effect::Redraw),
            Action::SwitchLanguage => self.switch_language(),
            Action::SwitchMouse => self.switch_mouse(),
            Action::SwitchDigits => self.switch_digits(),
            Action::Open(screen) => self.open(screen),
            Action::Undo(direction) => self.undo(direction),
            Action::HideOthers => self.hide_others(),
            Action::OpenOwnNotes => self.open_own_notes(),
            Action::OwnNote(part) => self.note_for_oneself(part),
            Action::ShowOthers => self.show_others(),
            Action::Leave => self.leave(),
            Action::Retry => self.retry(),
            Action::GoOn => self.close(),
            Action::LeaveUnsaved => self.effects.push(Effect::Quit),

            Action::Begin
            | Action::ToggleForm(_)
            | Action::FormsDone
            | Action::NameDone
            | Action::Section(_)
            | Action::Question(_)
            | Action::Continue
            | Action::Previous
            | Action::Next
            | Action::NextUnanswered
            | Action::NextFlagged
            | Action::OtherWalk(_)
            | Action::Case(_)
            | Action::DueTasks => self.find(action),

            Action::Answer(_)
            | Action::Point(_)
            | Action::PointNone(_)
            | Action::NoneHere
            | Action::ClearAnswer
            | Action::SameAsBefore
            | Action::SeenToday
            | Action::ShowWhy
            | Action::ShowPoints
            | Action::ToggleFlag
            | Action::Measure(_)
            | Action::OfferedReason(_) => self.answer(action),

            Action::EditNote
            | Action::OwnReason
            | Action::EditName
            | Action::EditFilter
            | Action::EditPassphrase
            | Action::EditFolder => {
                self.begin_writing(action);
            }
            Action::List(listing) => self.list(listing),
            Action::Record(index) => self.toggle_record(index),
            Action::RecordKept(index, kept) => self.write_of_record(index, kept),
            Action::Paper(paper) => self.paper(paper),
            Action::Merge(merging) => self.merge(merging),
            Action::Received(received) => self.receive(received),
            Action::CheckAgain => self.check_again(),
            Action::Code(index) => {
                self.app.open.code_of = Some(index);
                self.open(Screen::Code);
            }
            Action::Export(export) => self.export(export),

            Action::OpenChosen
            | Action::RenameChosen
            | Action::Restore(_)
            | Action::RestoreNewest
            | Action::PutAside
            | Action::Adopt
            | Action::ThrowAway
            | Action::PutBack(_)
            | Action::EmptyBin => self.tidy(action),
            Action::Reopen => self.reopen(),
            Action::Folder(index) => self.choose_folder(usize::from(index)),

            Action::Task(_)
            | Action::Who(_)
            | Action::By(_)
            | Action::SetDay(_)
            | Action::ToggleDone
            | Action::DoneToday => {
                self.plan(action);
            }
        }
    }

    fn ask(&mut self, request: Request) {
        self.effects.push(Effect::Ask(request));
    }

    fn say(&mut self, id: &'static str) {
        self.app.message = Some(Message::new(id));
    }

    /// Moves the cursor by so many rows; from nowhere to the first or the last.
    fn step(&mut self, by: isize) {
        self.forget_what_was_asked();
        let actions = page(self.app).actions();
        let Some(last) = actions.len().checked_sub(1) else {
            return;
        };
        let at = self
            .app
            .layer()
            .cursor
            .and_then(|c| actions.iter().position(|a| *a == c));
        let to = match at {
            None if by > 0 => 0,
            None => last,
            Some(at) => at.saturating_add_signed(by).min(last),
        };
        self.app.layer_mut().cursor = Some(actions[to]);
    }

    fn half_a_page(&self) -> isize {
        isize::try_from(self.app.lines / 2).unwrap_or(1).max(1)
    }

    /// Enter: what the row under the cursor says. On a question without a cursor it never answers.
    fn choose(&mut self) {
        if self
            .app
            .editing
            .as_ref()
            .is_some_and(|editing| editing.purpose != Purpose::Filter)
        {
            self.finish_writing();
            return;
        }
        match self.app.layer().cursor {
            Some(Action::Answer(choice)) => self.choose_answer(choice),
            Some(Action::FocusText(_)) => self.go_past_reading(),
            Some(action) => self.enter(action),
            None if self.app.screen().asks() => self.go_on_from_question(),
            None => {}
        }
    }

    /// Enter on a sentence: to what the page offers after it.
    fn go_past_reading(&mut self) {
        let actions = page(self.app).actions();
        let offered = offered_below(&actions, self.app.layer().cursor);
        if offered.is_some() {
            self.app.layer_mut().cursor = offered;
        }
    }

    fn switch_language(&mut self) {
        let languages = &self.app.languages;
        let at = languages
            .iter()
            .position(|language| *language == self.app.language);
        let next = languages[at.map_or(0, |at| (at + 1) % languages.len())].clone();
        self.app.language.clone_from(&next);
        self.effects.push(Effect::Language(next));
    }

    /// Changes the case and has it saved. The only way in which a case ever changes.
    fn change(&mut self, how: impl FnOnce(&mut Case)) {
        if !self.may_write() {
            return;
        }
        self.remember_as_it_was();
        let Some(case) = self.app.open.case.as_mut() else {
            return;
        };
        // From before there were firms: from now on it is always the same one, and no other case gets it.
        let takes_firm = case.firm.is_none();
        if takes_firm {
            case.firm = Some(self.app.fresh_firm.clone());
        }
        how(case);
        case.number_information();
        case.revision += 1;
        case.updated = self.now;
        if takes_firm {
            self.ask(Request::FreshId);
        }
        self.want_saving();
    }

    fn want_saving(&mut self) {
        self.app.open.saving.moved = false;
        if !self.app.open.access.may_write() {
            return;
        }
        if !self.effects.contains(&Effect::Save) {
            self.effects.push(Effect::Save);
        }
    }
}
