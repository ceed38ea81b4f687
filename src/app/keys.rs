//! One table of keys: it feeds dispatch, the foot, the help and the README.
//! Decides what a key means here and now; acts on nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use unicode_normalization::UnicodeNormalization;

use crate::app::action::{Action, Choice, Export, Listing, Merging, Paper};
use crate::app::event::Event;
use crate::app::field::Edit;
use crate::app::{App, Direction, Purpose, Screen};

mod binding;
mod bindings;
mod words;

pub use binding::{Binding, Context, Foot, Group, Key, Meaning};
pub use bindings::BINDINGS;
use words::{back_words, words};

use Context::{Field, Filter, Note};
use Key::{Char, Code, Ctrl, CtrlCode};
use Meaning::{Do, Edit as Ed};

/// A key of this very screen and state, for the foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    pub cap: &'static str,
    pub words: &'static str,
    /// Of the digits the last that answers here.
    pub last_digit: Option<u8>,
    /// What a click on it does.
    pub action: Option<Action>,
    /// It is left out first where room is short.
    pub gives_way: bool,
}

/// What a key event means here. None: nothing at all. Whether it does anything in this state `update` decides.
#[must_use]
pub fn resolve(app: &App, event: KeyEvent) -> Option<Event> {
    // Windows also reports key releases; acting on them would do everything twice.
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let is_character = matches!(event.code, KeyCode::Char(_));
    if is_character && event.modifiers.intersection(CONTROL_AND_ALT) == KeyModifiers::ALT {
        // Nothing is bound to it: it is no answer. Esc and a character in one read come like this too.
        return None;
    }
    let context = app.context();
    let typing = is_text(context);
    let key = key_of(event, typing);
    if let Some(meaning) =
        look_up(context, key).or_else(|| look_up(context, lower_case(key, typing)))
    {
        return match meaning {
            Do(action) => Some(Event::Do(action)),
            Ed(edit) => Some(Event::Edit(edit)),
        };
    }
    let KeyCode::Char(c) = event.code else {
        return None;
    };
    if event
        .modifiers
        .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    {
        return None;
    }
    if typing {
        return Some(Event::Text(c.to_string()));
    }
    Some(if is_from_an_ime(c) {
        Event::Ime
    } else {
        Event::Unused
    })
}

/// What a single character means here and now, for faces that read lines: there what does nothing is not understood.
#[must_use]
pub fn resolve_letter(app: &App, letter: char) -> Option<Event> {
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
    resolve(app, key).filter(|event| match event {
        Event::Do(action) => is_possible(app, *action),
        Event::Unused => false,
        _ => true,
    })
}

const CONTROL_AND_ALT: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

/// With Caps Lock on a letter is the key that it is without, unless the capital has a meaning of its own.
fn lower_case(key: Key, typing: bool) -> Key {
    match key {
        Char(c) if !typing => Char(c.to_ascii_lowercase()),
        other => other,
    }
}

fn look_up(context: Context, key: Key) -> Option<Meaning> {
    BINDINGS
        .iter()
        .filter(|binding| binding.contexts.contains(&context))
        .flat_map(|binding| binding.keys)
        .find(|(bound, _)| *bound == key)
        .map(|(_, meaning)| *meaning)
}

fn key_of(event: KeyEvent, typing: bool) -> Key {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    match event.code {
        KeyCode::Char(c) if control => Ctrl(c.to_ascii_lowercase()),
        // In a field every character is text, also one that is a key elsewhere.
        KeyCode::Char(c) if typing => Char(c),
        KeyCode::Char(c) => Char(half_width(c)),
        code if control || event.modifiers.contains(KeyModifiers::ALT) => CtrlCode(code),
        code => Code(code),
    }
}

/// A key typed with the Japanese input on counts as the key it stands for: full-width digits,
/// letters, question mark and space.
fn half_width(c: char) -> char {
    let mut folded = std::iter::once(c).nfkc();
    match (folded.next(), folded.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// Kana, kanji and their punctuation come only from an input method.
fn is_from_an_ime(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}')
}

/// The hints of this very screen and state, most used first. `actions` are those of the page: a key that would do
/// nothing among them is not shown. `beside` are those on the row of the cursor.
#[must_use]
pub fn hints(app: &App, actions: &[Action], beside: &[Action]) -> Vec<Hint> {
    let context = app.context();
    let leads_back_to_questions = back_words(app) == Screen::Overview.way_back();
    let mut hints: Vec<Hint> = Vec::new();
    for binding in BINDINGS
        .iter()
        .filter(|b| b.contexts.contains(&context) && b.foot != Foot::Never)
    {
        let (_, meaning) = binding.keys[0];
        let acts = match meaning {
            Do(Action::Beside(_)) => beside.len() > 1 || app.reader_under_the_cursor().is_some(),
            meaning => would_act(app, meaning, actions),
        };
        if !acts {
            continue;
        }
        // Two keys for one thing: Esc is enough.
        if meaning == Do(Action::Open(Screen::Overview)) && leads_back_to_questions {
            continue;
        }
        let action = match meaning {
            // A click on these would be one of several things that the key does.
            Do(
                Action::Up
                | Action::Answer(_)
                | Action::ToggleForm(_)
                | Action::Beside(_)
                | Action::Merge(_),
            )
            | Ed(_) => None,
            Do(action) => Some(action),
        };
        // Two keys for one thing: the first is enough for the foot.
        if hints
            .iter()
            .any(|hint| hint.action.is_some() && hint.action == action)
        {
            continue;
        }
        hints.push(Hint {
            cap: binding.cap,
            last_digit: last_digit(app, binding),
            words: words(app, binding),
            action,
            gives_way: binding.foot == Foot::IfRoom && !is_said_in_the_foot_alone(app, meaning),
        });
    }
    hints
}

/// Whether the foot is the only place that says what the key does here.
fn is_said_in_the_foot_alone(app: &App, meaning: Meaning) -> bool {
    match meaning {
        // Nothing else takes a mark away.
        Do(Action::Mark) => app.is_on_a_mark_that_is_set(),
        // Where letters are text nothing leads to the help.
        Do(Action::OpenOwnNotes) => is_text(app.context()),
        // The rows have their digits too; until the cursor is on one nothing else decides.
        Do(Action::Merge(Merging::Choose(_))) => app.layer().cursor.is_none(),
        // A client may look on at any time: nobody has the time to look it up then.
        Do(Action::HideOthers) => true,
        _ => false,
    }
}

/// Whether letters are text.
fn is_text(context: Context) -> bool {
    matches!(context, Field | Note | Filter)
}

fn last_digit(app: &App, binding: &Binding) -> Option<u8> {
    let answers = binding
        .keys
        .iter()
        .filter_map(|(_, meaning)| match meaning {
            Do(action @ Action::Answer(choice)) if is_possible(app, *action) => {
                Some(choice.digit())
            }
            Do(action @ Action::Merge(Merging::Choose(at))) if is_possible(app, *action) => {
                Some(at + 1)
            }
            Do(action @ Action::ToggleForm(at)) if is_possible(app, *action) => Some(at + 1),
            _ => None,
        });
    answers.max()
}

/// The letters that do something in this state, with what they do, for faces without a cursor.
#[must_use]
pub fn letters(app: &App) -> Vec<(char, &'static str)> {
    let context = app.screen().context();
    BINDINGS
        .iter()
        .filter(|binding| binding.contexts.contains(&context))
        .filter_map(|binding| match binding.keys {
            [(_, Do(action)), ..] if is_possible(app, *action) => {
                Some((binding.letter()?, words(app, binding)))
            }
            _ => None,
        })
        .collect()
}

/// Whether the key would do anything, with the cursor where it is.
fn would_act(app: &App, meaning: Meaning, actions: &[Action]) -> bool {
    let cursor = app.layer().cursor;
    match meaning {
        Do(Action::Up) => actions.iter().any(|action| Some(*action) != cursor),
        Do(Action::Mark) => match cursor {
            Some(Action::Answer(choice)) => app.chosen() != Some(choice),
            Some(action) => can_be_marked(action),
            None => false,
        },
        Do(Action::Choose) if app.is_writing() => true,
        Do(Action::Choose) if matches!(cursor, Some(Action::FocusText(_))) => {
            offered_below(actions, cursor).is_some()
        }
        // It is marked already, and nothing comes after it.
        Do(Action::Choose) if cursor.is_some_and(|cursor| app.is_at_a_last_mark(cursor)) => false,
        // On a question Enter without a cursor only says that nothing was answered.
        Do(Action::Choose) if cursor.is_none() => app.screen().asks() && app.is_answered(),
        // It leads to the row that ends the program, and not further.
        Do(Action::Back) => {
            app.is_writing() || !(app.screen().is_outermost() && cursor == Some(Action::Leave))
        }
        Do(action) => is_possible(app, action),
        Ed(Edit::Undo) => app.editing.as_ref().is_some_and(|e| e.field.can_undo()),
        Ed(_) => true,
    }
}

/// The first action after the cursor that is more than a sentence to read. The switch at the end of the help is
/// nothing to go on to: two Enters would take the mouse away. Nor is somebody else's address.
pub(super) fn offered_below(actions: &[Action], cursor: Option<Action>) -> Option<Action> {
    let after = actions.iter().skip_while(|action| Some(**action) != cursor);
    after.copied().find(|action| {
        !matches!(
            action,
            Action::FocusText(_) | Action::SwitchMouse | Action::SwitchDigits | Action::Code(_)
        )
    })
}

/// What Space marks besides answers.
#[must_use]
pub(super) fn can_be_marked(action: Action) -> bool {
    matches!(
        action,
        Action::Point(_)
            | Action::PointNone(_)
            | Action::ToggleForm(_)
            | Action::Measure(_)
            | Action::ShowPoints
            | Action::ShowWhy
            | Action::ToggleDone
            | Action::ToggleFlag
            | Action::List(Listing::Example(_) | Listing::Owner(_) | Listing::Form(_))
            | Action::Record(_)
            | Action::Export(
                Export::Anonymous
                    | Export::Notes
                    | Export::NameFiles
                    | Export::Passphrase
                    | Export::Group(..)
            )
            | Action::Merge(Merging::Taken(_))
    )
}

/// The bindings of the help: those of this context that do something here.
#[must_use]
pub fn bindings_in(app: &App, context: Context) -> Vec<&'static Binding> {
    let mut bindings: Vec<_> = BINDINGS
        .iter()
        .filter(|binding| binding.contexts.contains(&context))
        // A key for what hardly a question offers is told only where this one does.
        .filter(|binding| binding.words != "key-none-here" || app.offers_none())
        .filter(|binding| binding.words != "key-hide-others" || app.offers_hiding())
        .filter(|binding| binding.words != "key-own-notes" || app.is_an_advisors())
        .filter(|binding| app.has_use_for(binding))
        .filter(|binding| app.can_suspend() || !binding.suspends())
        .collect();
    bindings.sort_by_key(|binding| binding.group);
    bindings
}

/// Why an action that is not possible does nothing, as a message of the locales. None where that goes without saying.
pub(super) fn why_not(app: &App, action: Action) -> Option<&'static str> {
    Some(match action {
        Action::Answer(_) => "why-no-such-answer",
        Action::Merge(Merging::Choose(_)) => "why-no-such-choice",
        Action::ClearAnswer => "why-no-answer",
        Action::NoneHere => "why-no-none",
        Action::SameAsBefore => "why-nothing-before",
        Action::Undo(Direction::Back) => "why-nothing-to-undo",
        Action::Undo(Direction::Forth) => "why-nothing-to-redo",
        Action::Previous => "why-first-question",
        Action::Paper(Paper::Of) => "papers-none-here",
        Action::NextUnanswered => "why-none-unanswered",
        Action::NextFlagged => "why-none-flagged",
        Action::Open(Screen::Terms) => "why-no-terms",
        Action::Open(Screen::Information) => "why-list-elsewhere",
        Action::Open(Screen::Overview) => "why-no-check",
        Action::OpenOwnNotes if app.is_an_advisors() && app.hides_others() => "own-notes-closed",
        _ => return None,
    })
}

/// Whether the action would do anything in this state.
#[must_use]
pub fn is_possible(app: &App, action: Action) -> bool {
    match action {
        Action::Answer(Choice::NotApplicable) => app
            .question()
            .is_some_and(|question| !question.may_not_apply.is_empty()),
        Action::ClearAnswer => app.is_answered(),
        Action::SameAsBefore => app.earlier_answer().is_some_and(|earlier| {
            let given = app.item().and_then(|item| item.answer?.given.as_ref());
            given != earlier.given.as_ref()
        }),
        Action::SeenToday => app.item().is_some_and(|item| app.is_as_before(&item)),
        Action::NoneHere => app.point_under_the_cursor().is_some(),
        Action::Undo(direction) if app.screen().merges() => app
            .returned()
            .is_some_and(|returned| returned.can_undo(direction)),
        Action::Undo(direction) => app.can_undo(direction) && app.screen().is_of_the_case(),
        Action::Previous => app.position() > 0,
        Action::NextUnanswered => app
            .result()
            .is_some_and(|result| result.counts.unanswered > usize::from(!app.is_answered_here())),
        Action::NextFlagged => app.result().is_some_and(|result| {
            result
                .items
                .iter()
                .any(crate::questionnaire::item::Item::is_flagged)
        }),
        Action::Open(Screen::Overview) => {
            // On a page that may show another check it would lead away from that one.
            app.open.case.is_some()
                && app.screen() != Screen::Overview
                && app.screen().is_of_the_case()
        }
        Action::Open(Screen::Terms) => {
            app.open.case.is_some()
                && app
                    .question()
                    .is_some_and(|question| !question.terms.is_empty())
        }
        Action::Open(Screen::Information) if app.screen().asks() => app.asks_for_the_list(),
        Action::Open(Screen::Help) => app.screen() != Screen::Help,
        Action::Paper(Paper::Of) => app.wants_paper_for().is_some_and(|wanted| {
            app.shelf.papers.is_none() || !app.papers_for(&wanted).is_empty()
        }),
        Action::SwitchLanguage => app.languages.len() > 1,
        Action::HideOthers => app.offers_hiding(),
        Action::OpenOwnNotes => app.offers_own_notes(),
        Action::Suspend => app.can_suspend(),
        Action::SwitchMouse | Action::SwitchDigits => app.mouse.is_some(),
        Action::Beside(Direction::Forth) if app.reader_under_the_cursor().is_some() => true,
        Action::Beside(direction) => app.beside(direction).is_some(),
        Action::ToggleForm(index) => {
            app.screen() == Screen::Forms && app.pack().forms.len() > usize::from(index)
        }
        Action::Merge(Merging::Choose(at)) => app
            .returned()
            .is_some_and(|returned| returned.choices().len() > usize::from(at)),
        Action::Merge(Merging::Previous | Merging::Next) => app
            .returned()
            .is_some_and(|returned| returned.merge.conflicts.len() > 1),
        Action::ToggleDone => app.open.case.is_some(),
        _ => true,
    }
}

impl App {
    /// Who gets a key.
    #[must_use]
    pub fn context(&self) -> Context {
        if let Some(editing) = &self.editing {
            return match editing.purpose {
                Purpose::Filter => Filter,
                _ if editing.field.has_many_lines() => Note,
                _ => Field,
            };
        }
        self.screen().context()
    }

    /// Whether the key of a row of the help is any use on the screen below the help. What it does in this very state the
    /// screen itself says.
    fn has_use_for(&self, binding: &Binding) -> bool {
        let below = if self.screen().is_help() {
            self.parent().unwrap_or(Screen::Overview)
        } else {
            self.screen()
        };
        let has_case = self.open.case.is_some();
        match binding.keys {
            [(_, Do(Action::ToggleForm(_))), ..] => below == Screen::Forms,
            [(_, Do(Action::Paper(Paper::Of))), ..] => {
                has_case && (below.context() != Context::Forms || below.lists_records())
            }
            [(_, Do(Action::Open(Screen::Overview))), ..] => has_case && below.is_of_the_case(),
            [(_, Do(Action::Undo(_))), ..] => below.merges() || has_case && below.is_of_the_case(),
            _ => true,
        }
    }

    /// Whether a field is open that Enter keeps.
    fn is_writing(&self) -> bool {
        let editing = self.editing.as_ref();
        editing.is_some_and(|editing| editing.purpose != Purpose::Filter)
    }

    /// The answer that was given to the question on the screen.
    fn chosen(&self) -> Option<Choice> {
        let outcome = self.item()?.outcome;
        Choice::ALL
            .into_iter()
            .find(|choice| choice.outcome() == outcome)
    }

    /// Whether there can be nothing for a point of the question that one is at.
    fn offers_none(&self) -> bool {
        let asked = self.asked();
        asked.is_some_and(|asked| asked.points().any(|point| point.none.is_some()))
    }

    /// Whether Space would take a mark away.
    fn is_on_a_mark_that_is_set(&self) -> bool {
        match self.layer().cursor {
            // What there is nothing for is marked as there.
            Some(Action::Point(index)) if self.has_none_at(index) => false,
            Some(cursor) => self.is_marked(cursor) == Some(true),
            None => false,
        }
    }

    /// Whether it was said of a point of the question that there is nothing for it.
    fn has_none_at(&self, index: u8) -> bool {
        self.is_marked(Action::PointNone(index)) == Some(true)
    }

    /// Whether Enter on it would only say that its mark stays.
    fn is_at_a_last_mark(&self, cursor: Action) -> bool {
        self.is_marked(cursor) == Some(true)
            && self.after_mark(cursor).is_none()
            && !matches!(cursor, Action::Measure(_))
    }

    /// The point on which the cursor stands, or of which it says that there is nothing, if the pack offers that.
    pub(in crate::app) fn point_under_the_cursor(&self) -> Option<u8> {
        let (Action::Point(index) | Action::PointNone(index)) = self.layer().cursor? else {
            return None;
        };
        let point = self.asked()?.points().nth(usize::from(index))?;
        point.none.as_ref().map(|_| index)
    }

    /// Whether the question on the screen has an answer.
    fn is_answered(&self) -> bool {
        self.item().is_some_and(|item| item.outcome.is_answered())
    }

    /// On a question that is still open, "the next unanswered" must be another one.
    fn is_answered_here(&self) -> bool {
        !self.screen().asks() || self.is_answered()
    }
}
