//! Finding the way: first steps, from question to question, sections, walks, cases.

use super::UpdateContext;
use crate::app::action::Action;
use crate::app::event::Effect;
use crate::app::{Layer, Screen};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::id::FormId;

impl UpdateContext<'_> {
    pub(super) fn find(&mut self, action: Action) {
        match action {
            Action::Begin => self.begin(),
            Action::ToggleForm(place) => self.toggle_form(usize::from(place)),
            Action::FormsDone => self.forms_done(),
            Action::NameDone => self.name_done(),
            Action::Section(place) => self.open_section(usize::from(place)),
            Action::Question(place) => self.show_question(usize::from(place)),
            Action::Continue => self.continue_walk(),
            Action::Previous => self.go_to(self.app.position().saturating_sub(1)),
            Action::Next => self.next(),
            Action::NextUnanswered => {
                // From the overview the question one is at counts too; from a question it comes last.
                let first = usize::from(self.app.screen() == Screen::Question);
                self.next_where(first, |answered, _| !answered);
            }
            // Always another one, if there is: so flags can be walked one after another.
            Action::NextFlagged => self.next_where(1, |_, flagged| flagged),
            Action::OtherWalk(place) => self.other_walk(usize::from(place)),
            Action::Case(place) => self.open_case(usize::from(place)),
            _ => {}
        }
    }

    /// A new check: first its forms. The case that was open is on the disk or on its way there.
    fn begin(&mut self) {
        if !self.app.is_saved() {
            self.say("start-still-saving");
            return;
        }
        // Forms that were chosen for this very case stay, also after a step back.
        if self.app.case.take().is_some() {
            self.app.information_list.removed = None;
            self.app.access = Access::Write;
            self.app.form_draft.clear();
            self.app.layers = vec![Layer {
                screen: Screen::Start,
                cursor: Some(Action::Begin),
            }];
        }
        self.open(Screen::Forms);
    }

    pub(super) fn take_forms(&mut self) {
        if let Some(case) = &self.app.case {
            self.app.form_draft.clone_from(&case.forms);
        }
    }

    fn toggle_form(&mut self, place: usize) {
        let Some(form) = self.app.pack().forms.get(place).map(|form| form.id.clone()) else {
            return;
        };
        if self.app.case.is_some() && !self.may_write() {
            return;
        }
        let draft = &mut self.app.form_draft;
        if let Some(at) = draft.iter().position(|chosen| *chosen == form) {
            draft.remove(at);
        } else {
            draft.push(form);
        }
        self.keep_forms();
    }

    /// The chosen forms, in the pack's order, as soon as there is a case; never none of them.
    pub(super) fn keep_forms(&mut self) {
        let pack = self.app.pack();
        let chosen: Vec<FormId> = pack
            .forms
            .iter()
            .map(|form| form.id.clone())
            .filter(|form| self.app.form_draft.contains(form))
            .collect();
        let differs = self
            .app
            .case
            .as_ref()
            .is_some_and(|case| case.forms != chosen);
        if differs && !chosen.is_empty() {
            self.change(|case| case.forms = chosen);
        }
    }

    fn forms_done(&mut self) {
        if self.app.form_draft.is_empty() {
            self.say("forms-choose-one");
            return;
        }
        if let Some(case) = &self.app.case {
            let is_new = case.walk(&case.walk).is_some_and(|walk| walk.at.is_none());
            self.keep_forms();
            if is_new {
                self.open(Screen::Name);
            } else {
                self.close();
            }
            return;
        }
        let pack = self.app.pack();
        let forms: Vec<FormId> = pack
            .forms
            .iter()
            .map(|form| form.id.clone())
            .filter(|form| self.app.form_draft.contains(form))
            .collect();
        let id = self.app.fresh_id.clone();
        let mut case = Case::new(id, String::new(), forms, pack, self.now);
        case.information = std::mem::take(&mut self.app.information_list.draft);
        self.app.case = Some(case);
        self.app.access = Access::Write;
        self.app.saving = crate::app::Saving::default();
        self.effects.push(Effect::FreshId);
        self.want_saving();
        self.app.layers = vec![Layer {
            screen: Screen::Overview,
            cursor: None,
        }];
        self.open(Screen::Forms);
        self.open(Screen::Name);
    }

    fn name_done(&mut self) {
        self.keep_writing();
        self.app.layers.truncate(1);
        self.show_question(self.app.position());
    }

    fn open_section(&mut self, place: usize) {
        let Some(result) = self.app.result() else {
            return;
        };
        let Some(section) = result.pack.sections.get(place) else {
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
        if let Some(place) = self.app.next_open() {
            self.show_question(place);
        }
    }

    /// Puts the question on the screen, above the screen from which it was chosen.
    pub(super) fn show_question(&mut self, place: usize) {
        if self.app.questions().is_empty() {
            return;
        }
        if self.app.screen() != Screen::Question {
            self.app.layers.push(Layer {
                screen: Screen::Question,
                cursor: None,
            });
        }
        self.go_to(place);
    }

    /// Moves to another question. Position alone raises no revision: it goes with the next save.
    fn go_to(&mut self, place: usize) {
        self.keep_writing();
        let Some(question) = self.app.question_id_at(place) else {
            return;
        };
        let may_write = self.app.access.may_write();
        if let Some(case) = self.app.case.as_mut() {
            let walk = case.walks.entry(case.walk.clone()).or_default();
            self.app.saving.moved |= may_write && walk.at.as_ref() != Some(&question);
            walk.at = Some(question);
        }
        self.app.why_shown = false;
        self.app.points_shown = false;
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
        match self.app.parent() {
            Some(
                Screen::Check
                | Screen::Gaps
                | Screen::FindOut
                | Screen::NotApplicable
                | Screen::Compare,
            ) => {
                self.close();
            }
            _ => self.next(),
        }
    }

    fn look_back(&mut self) {
        self.app.layers.truncate(1);
        self.open(Screen::Check);
    }

    fn next_where(&mut self, first: usize, wanted: impl Fn(bool, bool) -> bool) {
        if let Some(at) = self.next_place(first, wanted) {
            self.show_question(at);
        }
    }

    /// The next place from so many after this one on, going round, whose (answered, flagged) is wanted.
    fn next_place(&self, first: usize, wanted: impl Fn(bool, bool) -> bool) -> Option<usize> {
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

    fn other_walk(&mut self, place: usize) {
        let Some(pack) = self.app.packs.get(place).cloned() else {
            return;
        };
        let begun = self
            .app
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
        self.app.layers = vec![Layer {
            screen: Screen::Overview,
            cursor: None,
        }];
        if begun {
            self.app.place_cursor();
        } else {
            self.show_question(0);
        }
    }

    fn open_case(&mut self, place: usize) {
        use crate::app::case_summary::CaseState;
        let Some(listed) = self.app.listed.get(place) else {
            return;
        };
        if self.app.screen() == Screen::Manage || listed.state != CaseState::Ok {
            return self.show_case(listed.id.clone());
        }
        if self
            .app
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
        self.effects.push(Effect::Open(listed.id.clone()));
    }
}
