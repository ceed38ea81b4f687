//! Finding the way: first steps, from question to question, sections, walks, cases.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::case_summary::CaseSummary;
use crate::app::open_case::{OpenCase, Steps};
use crate::app::pages::page;
use crate::app::request::Request;
use crate::app::screens::Trait;
use crate::app::{App, Awaiting, Layer, Screen};
use crate::questionnaire::case::Case;
use crate::questionnaire::id::FormId;
use crate::questionnaire::pack::Pack;
use crate::questionnaire::plan::{DueCounts, first_due};
use crate::questionnaire::result::WalkResult;
use crate::text::orphans::pack_change_message;

impl UpdateContext<'_> {
    pub(super) fn find(&mut self, action: Action) {
        match action {
            Action::Begin => self.begin(),
            Action::ToggleForm(index) => self.toggle_form(usize::from(index)),
            Action::FormsDone => self.forms_done(),
            Action::NameDone => self.name_done(),
            Action::Section(index) => self.open_section(usize::from(index)),
            Action::Question(index) => self.show_question(usize::from(index)),
            Action::Continue => self.continue_walk(),
            Action::Previous | Action::Next | Action::NextUnanswered
                if self.says_what_is_missing() => {}
            Action::Previous => self.go_to(self.app.position().saturating_sub(1)),
            Action::Next => self.next(),
            Action::NextUnanswered => {
                // From the overview the question one is at counts too; from a question it comes last.
                let first = usize::from(self.app.screen().asks());
                self.next_where(first, |answered, _| !answered);
            }
            // Always another one, if there is: so flags can be walked one after another.
            Action::NextFlagged => self.next_where(1, |_, flagged| flagged),
            Action::OtherWalk(index) => self.other_walk(usize::from(index)),
            Action::Case(index) => self.choose_case(usize::from(index)),
            Action::DueTasks => self.choose_due_tasks(),
            _ => {}
        }
    }

    /// A new check: first its forms. The case that was open is on the disk or on its way there.
    fn begin(&mut self) {
        if !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        // What was chosen or written for this very case stays, also after a step back.
        if !self.app.is_beginning() {
            self.app.replace_case(OpenCase::default(), &[Screen::Start]);
            self.app.layer_mut().cursor = Some(Action::Begin);
        }
        self.open(Screen::Forms);
    }

    /// The marks are those of the case, as soon as there is one.
    pub(in crate::app) fn take_forms(&mut self) {
        if let Some(case) = &self.app.open.case {
            self.app.open.forms.clone_from(&case.forms);
        }
    }

    /// The check begins: from now on it is kept.
    pub(super) fn begin_case(&mut self) {
        let forms = self.app.marked_forms();
        let id = self.app.fresh_id.clone();
        let mut case = Case::new(id, String::new(), forms, self.app.pack(), self.now);
        let shown = self.app.lists.firm_for_new();
        case.firm = Some(shown.unwrap_or_else(|| self.app.fresh_firm.clone()));
        self.app.open = OpenCase {
            list: std::mem::take(&mut self.app.open.list),
            ..OpenCase::begun(case)
        };
        self.ask(Request::FreshId);
        self.want_saving();
    }

    fn toggle_form(&mut self, index: usize) {
        let Some(form) = self.app.pack().forms.get(index).map(|form| form.id.clone()) else {
            return;
        };
        if self.app.open.case.is_some() && !self.may_write() {
            return;
        }
        let draft = &mut self.app.open.forms;
        if let Some(at) = draft.iter().position(|chosen| *chosen == form) {
            draft.remove(at);
        } else {
            draft.push(form);
        }
        self.keep_forms();
    }

    /// The chosen forms, in the pack's order, as soon as there is a case; never none of them.
    pub(super) fn keep_forms(&mut self) {
        let chosen = self.app.marked_forms();
        let differs = self
            .app
            .open
            .case
            .as_ref()
            .is_some_and(|case| case.forms != chosen);
        if differs && !chosen.is_empty() {
            self.change(|case| case.forms = chosen);
        }
    }

    fn forms_done(&mut self) {
        if self.app.open.forms.is_empty() {
            self.say("forms-choose-one");
            return;
        }
        if let Some(case) = &self.app.open.case {
            let is_new = case.walk(&case.walk).is_some_and(|walk| walk.at.is_none());
            self.keep_forms();
            if is_new {
                self.open(Screen::Name);
            } else {
                self.close();
            }
            return;
        }
        self.begin_case();
        self.app.layers = vec![Layer::of(Screen::Overview)];
        self.open(Screen::Forms);
        self.open(Screen::Name);
    }

    fn name_done(&mut self) {
        self.keep_writing();
        self.app.layers.truncate(1);
        self.show_question(self.app.position());
    }

    fn open_section(&mut self, index: usize) {
        let Some(result) = self.app.result() else {
            return;
        };
        let Some(section) = result.pack.sections.get(index) else {
            return;
        };
        let first = result.items_in(section).next().map(|(at, _)| at);
        let open = result
            .items_in(section)
            .find(|(_, item)| !item.outcome.is_answered())
            .map(|(at, _)| at);
        if let Some(at) = open.or(first) {
            self.show_question(at);
        }
    }

    fn continue_walk(&mut self) {
        if let Some(index) = self.app.next_open() {
            self.show_question(index);
        }
    }

    /// Puts the question on the screen, above the screen from which it was chosen.
    pub(super) fn show_question(&mut self, index: usize) {
        if self.app.questions().is_empty() {
            return;
        }
        if !self.app.screen().asks() {
            self.app.layers.push(Layer::of(Screen::Question));
        }
        self.go_to(index);
    }

    /// Moves to another question. Position alone raises no revision: it goes with the next save.
    fn go_to(&mut self, index: usize) {
        self.keep_writing();
        let Some(question) = self.app.question_id_at(index) else {
            return;
        };
        let may_write = self.app.open.access.may_write();
        if let Some(case) = self.app.open.case.as_mut() {
            let walk = case.walks.entry(case.walk.clone()).or_default();
            self.app.open.saving.moved |= may_write && walk.at.as_ref() != Some(&question);
            walk.at = Some(question);
        }
        self.app.open.why_shown = false;
        self.app.open.points_shown = false;
        self.app.open.lacks_points = false;
        self.app.digits.is_offered = false;
        self.app.layer_mut().cursor = None;
    }

    /// To the question after this one, answered or not; after the last one, to the look back.
    fn next(&mut self) {
        let next = self.app.position() + 1;
        if next < self.app.questions().len() {
            self.go_to(next);
        } else {
            self.look_back();
        }
    }

    /// From an answered question: back to where it was chosen, or on.
    pub(super) fn go_on(&mut self) {
        if self
            .app
            .parent()
            .is_some_and(|screen| screen.is(Trait::ComesBack))
        {
            self.close();
        } else {
            self.next();
        }
    }

    /// 一部できている was chosen and no point marked: said once, before the question is left without an answer.
    fn says_what_is_missing(&mut self) -> bool {
        let lacks = std::mem::take(&mut self.app.open.lacks_points);
        let is_open = self
            .app
            .item()
            .is_some_and(|item| !item.outcome.is_answered());
        if lacks && is_open && self.app.screen().asks() {
            self.say("question-points-missing");
            return true;
        }
        false
    }

    fn look_back(&mut self) {
        self.app.layers.truncate(1);
        self.open(Screen::Check);
    }

    fn next_where(&mut self, first: usize, wanted: impl Fn(bool, bool) -> bool) {
        if let Some(at) = self.next_index(first, wanted) {
            self.show_question(at);
        }
    }

    /// The next place from so many after this one on, going round, whose (answered, flagged) is wanted.
    fn next_index(&self, first: usize, wanted: impl Fn(bool, bool) -> bool) -> Option<usize> {
        let result = self.app.result()?;
        let count = result.items.len();
        let here = self.app.position();
        if count == 0 {
            return None;
        }
        (first..count + first)
            .map(|step| (here + step) % count)
            .find(|at| {
                let item = &result.items[*at];
                wanted(item.outcome.is_answered(), item.is_flagged())
            })
    }

    fn other_walk(&mut self, index: usize) {
        let Some(pack) = self.app.packs.get(index).cloned() else {
            return;
        };
        let begun = self
            .app
            .open
            .case
            .as_ref()
            .is_some_and(|case| case.walk(&pack.id).is_some());
        if !self.may_write() {
            return;
        }
        self.change(|case| {
            case.begin_walk(&pack);
            case.walk = pack.id.clone();
        });
        self.app.layers = vec![Layer::of(Screen::Overview)];
        if begun {
            self.app.place_cursor();
            let change = self.app.pack_change();
            if let Some(change) = &change {
                self.app.message = Some(pack_change_message(change));
            }
        } else {
            self.show_question(0);
        }
    }

    fn choose_case(&mut self, index: usize) {
        use crate::app::case_summary::CaseState;
        let Some(listed) = self.app.lists.checks().get(index) else {
            return;
        };
        if self.app.screen().is(Trait::Tidies) || listed.state != CaseState::Ok {
            return self.show_case(listed.id.clone());
        }
        if self
            .app
            .open
            .case
            .as_ref()
            .is_some_and(|case| case.id == listed.id)
        {
            self.open(Screen::Overview);
            return;
        }
        if !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        self.ask(Request::Open(listed.id.clone()));
    }

    /// To the tasks of the one check that has some which are due; to the list where several have.
    fn choose_due_tasks(&mut self) {
        let today = self.app.today;
        let has_due = |listed: &CaseSummary| !DueCounts::of(&listed.due, today).is_none();
        let mut found = (0..)
            .zip(self.app.lists.checks())
            .filter(|(_, listed)| has_due(listed));
        match (found.next(), found.next()) {
            (Some((index, listed)), None) => {
                let is_open = self
                    .app
                    .open
                    .case
                    .as_ref()
                    .is_some_and(|case| case.id == listed.id);
                if is_open {
                    self.open(Screen::Overview);
                    return self.show_due_tasks();
                }
                self.app.awaiting = Some(Awaiting::Tasks);
                self.choose_case(index);
            }
            _ => self.open(self.app.list_screen()),
        }
    }

    /// The tasks of the open check, at the one that is due first. Where only another walk has one, the row that leads
    /// to that walk: going there by itself would change the check.
    pub(super) fn show_due_tasks(&mut self) {
        // On the way back stands the overview, not the question at which one left off.
        self.app.layers = vec![Layer::of(Screen::Overview)];
        let due = self.app.due_here();
        let elsewhere = self.app.walk_with_due_tasks().filter(|_| due.is_none());
        let cursor = if let Some(index) = elsewhere {
            self.say("due-in-other-walk");
            let way = Action::OtherWalk(index);
            if !page(self.app).actions().contains(&way) {
                self.open(Screen::Result);
            }
            Some(way)
        } else {
            self.open(Screen::Result);
            self.open(Screen::Tasks);
            due.and_then(|item| u16::try_from(item).ok())
                .map(Action::Task)
        };
        self.app.layer_mut().cursor = cursor;
        self.app.place_cursor();
    }
}

impl App {
    /// The item of the open walk whose task is due first.
    fn due_here(&self) -> Option<usize> {
        first_due(&self.result()?.plan(), self.today)
    }

    /// The first walk of the open check in which a task is due.
    fn walk_with_due_tasks(&self) -> Option<u8> {
        let case = self.open.case.as_ref()?;
        let has_due =
            |pack: &Pack| first_due(&WalkResult::of(pack, case).plan(), self.today).is_some();
        let packs = (0..).zip(self.packs.iter().map(AsRef::as_ref));
        let mut begun = packs.filter(|(_, pack): &(u8, &Pack)| case.walk(&pack.id).is_some());
        begun
            .find(|(_, pack)| has_due(pack))
            .map(|(index, _)| index)
    }

    /// Whether the open check is on its first steps still: it has no forms, or was never seen as a whole.
    fn is_beginning(&self) -> bool {
        let case = self.open.case.as_ref();
        case.is_none_or(|case| case.forms.is_empty() || self.open.steps == Steps::First)
    }

    /// The forms that are marked, in the order of the pack.
    fn marked_forms(&self) -> Vec<FormId> {
        let forms = self.pack().forms.iter().map(|form| &form.id);
        forms
            .filter(|form| self.open.forms.contains(form))
            .cloned()
            .collect()
    }
}
