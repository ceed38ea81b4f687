//! One file a screen: each turns the app into rows. Pure: nothing is remembered, nothing is decided twice.

use std::borrow::Cow;

use crate::app::action::Action;
use crate::app::keys::hints;
use crate::app::page::{Collapse, Kind, Page, Progress, Row, stand_beside};
use crate::app::screens::Breadcrumb;
use crate::app::{App, Screen};
use crate::questionnaire::item::Item;
use crate::questionnaire::pack::{Section, Topic};
use crate::text::language::own_name;
use crate::text::names::{case_title_seen_on, firm_and_title_seen_on};
use crate::text::places::{place_name, place_when_first_met};
use crate::text::width::{self, WidthMode};
use crate::text::{Message, Text};

pub(super) mod about;
pub(super) mod answerer;
pub(super) mod bin;
pub(super) mod case_menu;
pub(super) mod cases;
pub(super) mod check;
pub(super) mod compare;
pub(super) mod console;
pub(super) mod contacts;
pub(super) mod elsewhere;
pub(super) mod export;
pub(super) mod file_passphrase;
pub(super) mod firm_groups;
pub(super) mod firms;
pub(super) mod forms;
pub(super) mod help;
pub(super) mod hiding;
pub(super) mod homework;
pub(super) mod information;
pub(super) mod measures;
pub(super) mod merging;
pub(super) mod news;
pub(super) mod orphans;
pub(super) mod overview;
pub(super) mod own_notes;
pub(super) mod papers;
pub(super) mod passphrase;
pub(super) mod question;
pub(super) mod reason;
pub(super) mod received;
pub(super) mod records;
pub(super) mod result;
pub(super) mod save_failed;
pub(super) mod start;
pub(super) mod tasks;
pub(super) mod terms;
pub(super) mod welcome;

/// The longest of the user's texts that is shown whole among others, in cells.
const SHORT: usize = 60;

/// The screen on top, as a value.
#[must_use]
pub fn page(app: &App) -> Page<'_> {
    let screen = app.screen();
    let rows = screen.rows(app);
    let rows = readable(app, console::before(app, rows));
    let named = screen.is_of_the_case();
    let actions: Vec<Action> = rows.iter().flat_map(Row::actions).collect();
    let beside: Vec<Action> = stand_beside(&rows, app.layer().cursor).collect();
    Page {
        screen,
        title: app.case().filter(|_| named).map(|case| {
            if app.is_an_advisors() {
                firm_and_title_seen_on(case, app.today)
            } else {
                case_title_seen_on(case, app.today)
            }
        }),
        breadcrumb: app.breadcrumb(screen),
        progress: app.progress(screen),
        keeping: if named { app.keeping() } else { None },
        hints: hints(app, &actions, &beside),
        rows,
        cursor: app.layer().cursor,
        message: app.message.clone(),
    }
}

/// A low window does not hold all that some screens say before they offer something. There every
/// sentence can hold the cursor, so that one begins at the top and nothing is out of reach.
fn readable<'a>(app: &App, mut rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    if !app.says_something_first() {
        return rows;
    }
    let said = rows.iter_mut().take_while(|row| row.action.is_none());
    for (index, row) in (0u16..).zip(said.filter(|row| row.kind != Kind::Blank)) {
        row.action = Some(Action::FocusText(index));
    }
    rows
}

impl App {
    /// Whether the screen says something that must be seen, more than this window may hold.
    pub(in crate::app) fn says_something_first(&self) -> bool {
        self.screen().says_first(self.columns, self.lines)
    }

    /// The name of the language to which a switch leads, in that language.
    pub(in crate::app) fn next_language(&self) -> Text<'_> {
        let at = self
            .languages
            .iter()
            .position(|language| *language == self.language);
        let next = &self.languages[at.map_or(0, |at| (at + 1) % self.languages.len())];
        own_name(next).map_or_else(|| next.as_str().into(), Text::from)
    }

    /// How far the walk has come, where a question is on the screen.
    fn progress(&self, screen: Screen) -> Option<Progress> {
        if screen.breadcrumb() != Some(Breadcrumb::Question) {
            return None;
        }
        let items = self.result()?.items;
        // Those of a section stand together.
        let sections = items.chunk_by(|one, next| one.question.section == next.question.section);
        let is_answered = |item: &Item<'_>| item.outcome.is_answered();
        Some(Progress {
            sections: sections
                .map(|its| its.iter().map(is_answered).collect())
                .collect(),
            at: self.position(),
        })
    }

    /// Where one is, in full and short.
    fn breadcrumb(&self, screen: Screen) -> Option<(Text<'_>, Text<'_>)> {
        let breadcrumb = screen.breadcrumb()?;
        if breadcrumb == Breadcrumb::Language {
            let hint = Message::new("place-language").with("language", self.next_language());
            return (self.languages.len() > 1).then(|| (hint.clone().into(), hint.into()));
        }
        self.open.case.as_ref()?;
        // What is reached from one's own notes too is no result there.
        if self
            .layers
            .iter()
            .any(|layer| layer.screen == Screen::OwnNotes)
        {
            return None;
        }
        let questions = self.questions();
        let (asked, at) = (questions.len(), self.position_in(&questions) + 1);
        let said =
            |id: &'static str| Text::from(Message::new(id).with("asked", asked).with("at", at));
        Some(match breadcrumb {
            Breadcrumb::Question => (said("place-question"), said("place-question-short")),
            _ => (said("place-result"), said("place-result")),
        })
    }
}

/// A section's place and how sure it is, for the caption above a question: in full above the first, then by the mark
/// that the overview, the help and the page about the program explain.
fn caption<'a>(app: &App, section: &'a Section) -> Message<'a> {
    match (&section.legal_ref, &section.topic) {
        (Some(legal_ref), Topic::Reading) if app.position() == 0 => Message::new("caption-reading")
            .with("section", &section.title)
            .with("place", place_when_first_met(legal_ref)),
        (Some(legal_ref), _) => Message::new("caption-place")
            .with("section", &section.title)
            .with(
                "place",
                place_name(section).unwrap_or_else(|| legal_ref.as_str().into()),
            ),
        (None, Topic::Source) => Message::new("caption-example").with("section", &section.title),
        (None, _) => Message::new("caption-plain").with("section", &section.title),
    }
}

/// Things with their places, as far as these can be named: somebody else's file may hold any number of them.
fn indexed<N: TryFrom<usize>, T>(all: impl IntoIterator<Item = T>) -> impl Iterator<Item = (N, T)> {
    let all = all.into_iter().enumerate();
    all.map_while(|(index, one)| Some((N::try_from(index).ok()?, one)))
}

/// Texts beside each other as one, joined by a message so that each language joins in its own way.
fn joined<'a>(texts: impl IntoIterator<Item = Text<'a>>) -> Option<Text<'a>> {
    texts.into_iter().reduce(|before, next| {
        Message::new("joined")
            .with("before", before)
            .with("next", next)
            .into()
    })
}

/// The beginning of what the user typed, where only a line of it has room.
pub(in crate::app) fn shortened(text: &str) -> Cow<'_, str> {
    width::shortened(text, SHORT, WidthMode::Wide)
}

/// Sentences to read: each can hold the cursor, so that scrolling follows from it.
fn to_read<'a>(texts: impl IntoIterator<Item = (Kind, Text<'a>)>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for (kind, text) in texts {
        let mut row = Row::new(kind, text);
        if kind == Kind::Heading
            && let Some(before) = rows.last_mut()
        {
            // The page moves anyway: its parts stay apart.
            before.collapse = Collapse::Never;
        }
        if kind != Kind::Blank && kind != Kind::Heading {
            let index = u16::try_from(rows.len()).unwrap_or(u16::MAX);
            row = row.doing(crate::app::action::Action::FocusText(index));
        }
        rows.push(row);
    }
    rows
}
