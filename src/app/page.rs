//! A screen as a value: rows from top to bottom, each with a kind, a text and perhaps actions.
//! View draws it and plain numbers it, so both faces show the same; nothing here knows a size in cells.

use crate::app::Screen;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::app::keys::Hint;
use crate::app::qr_code::Code;
use crate::questionnaire::case::PointState;
use crate::text::{Message, Text};

/// What a screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<'a> {
    pub screen: Screen,
    /// The check's name, left in the header. None where a client looking on must not read it.
    pub title: Option<Text<'a>>,
    /// Where one is, in full and short, right in the header.
    pub breadcrumb: Option<(Text<'a>, Text<'a>)>,
    /// How far the walk has come, on the screens of a question.
    pub progress: Option<Progress>,
    pub keeping: Option<Keeping>,
    pub rows: Vec<Row<'a>>,
    pub cursor: Option<Action>,
    /// The line above the foot; stays until the next key.
    pub message: Option<Message<'a>>,
    pub hints: Vec<Hint>,
}

/// The questions of a walk in their order, and the one that is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Of each section that is asked: of each of its questions whether it is answered.
    pub sections: Vec<Vec<bool>>,
    /// The place of the question on the screen among those of all sections, from 0.
    pub at: usize,
}

/// How much of something is done: beside its numbers, so that it is seen without reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub done: usize,
    pub of: usize,
}

/// Whether what was said is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    Saving,
    Saved,
    /// A field holds text that is not yet part of the case.
    Draft,
    Failed,
    /// Nothing is kept: another program has the case.
    Looking,
}

/// One thing on a page; the view may need several lines for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    pub kind: Kind,
    /// A first column, as wide as the widest of its kind on the page.
    pub column: Option<Text<'a>>,
    pub text: Text<'a>,
    /// Columns at the right end of the row.
    pub right: Vec<Text<'a>>,
    /// Before the right columns, where there is room: they say the same in numbers.
    pub bar: Option<Bar>,
    pub action: Option<Action>,
    /// More actions on the same line.
    pub inline_actions: Vec<(Text<'a>, Action)>,
    pub collapse: Collapse,
    /// A text under edit, shown after `text`.
    pub field: Option<Editable<'a>>,
    /// A code for a phone, in place of `text`.
    pub code: Option<Code>,
}

/// The open field: its text, the cursor's place in bytes, and whether it has many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Editable<'a> {
    pub text: &'a str,
    pub cursor: usize,
    pub many_lines: bool,
    /// All of it is chosen: what is typed next takes its place.
    pub is_chosen: bool,
}

impl<'a> Editable<'a> {
    pub(super) fn of(field: &'a Field) -> Self {
        Self {
            text: field.text(),
            cursor: field.cursor(),
            many_lines: field.has_many_lines(),
            is_chosen: field.is_chosen(),
        }
    }
}

/// What a row is, so that view and plain each show it in their own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Blank,
    /// Small and quiet: where one is, what a figure rests on.
    Caption,
    Heading,
    Text,
    /// A sentence to pause at: what is certain, what is a warning.
    Care,
    /// The reason for a question, with its name in a hanging column.
    Why,
    /// One of a list of things to read.
    Bullet,
    Point {
        state: PointState,
    },
    /// That there is nothing for the point above it.
    PointNone {
        chosen: bool,
    },
    /// One of several of which one is chosen.
    Radio {
        chosen: bool,
    },
    Check {
        ticked: bool,
    },
    Answer {
        digit: u8,
        chosen: bool,
    },
    Action,
    /// An action row that is finished or not open to choice: shown quietly.
    Quiet,
    /// An action row that stands out: something is unfinished.
    Open,
    /// Belongs to the row above, under its text.
    Under,
    /// What an answer gives back.
    Reply,
    /// The user's own note: its beginning, where it is long.
    Note,
    Field,
    /// A code for a phone, and how to use it: for those who see the screen.
    Code,
}

/// What may go when room is short, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Collapse {
    Blank,
    Intro,
    Helps,
    Never,
}

impl<'a> Row<'a> {
    #[must_use]
    pub fn new(kind: Kind, text: impl Into<Text<'a>>) -> Self {
        Self {
            kind,
            column: None,
            text: text.into(),
            right: Vec::new(),
            bar: None,
            action: None,
            inline_actions: Vec::new(),
            collapse: if kind == Kind::Blank {
                Collapse::Blank
            } else {
                Collapse::Never
            },
            field: None,
            code: None,
        }
    }

    #[must_use]
    pub fn blank() -> Self {
        Self::new(Kind::Blank, "")
    }

    /// A row of the locales by its id.
    #[must_use]
    pub fn said(kind: Kind, id: &'static str) -> Self {
        Self::new(kind, Message::new(id))
    }

    /// An action named by the locales.
    #[must_use]
    pub fn action(id: &'static str, action: Action) -> Self {
        Self::said(Kind::Action, id).doing(action)
    }

    #[must_use]
    pub fn doing(mut self, action: Action) -> Self {
        self.action = Some(action);
        self
    }

    #[must_use]
    pub fn under_column(mut self, column: impl Into<Text<'a>>) -> Self {
        self.column = Some(column.into());
        self
    }

    #[must_use]
    pub fn right(mut self, text: impl Into<Text<'a>>) -> Self {
        self.right.push(text.into());
        self
    }

    /// One more action on the same line.
    #[must_use]
    pub fn beside(mut self, text: impl Into<Text<'a>>, action: Action) -> Self {
        self.inline_actions.push((text.into(), action));
        self
    }

    #[must_use]
    pub fn collapsing(mut self, collapse: Collapse) -> Self {
        self.collapse = collapse;
        self
    }

    /// Every action of the row, from left to right.
    pub fn actions(&self) -> impl Iterator<Item = Action> + '_ {
        self.action
            .into_iter()
            .chain(self.inline_actions.iter().map(|(_, action)| *action))
    }
}

/// The choices on the row of `cursor`, from left to right; none if no row has it.
pub(super) fn stand_beside(
    rows: &[Row<'_>],
    cursor: Option<Action>,
) -> impl Iterator<Item = Action> {
    let has_cursor = move |row: &&Row<'_>| row.actions().any(|action| Some(action) == cursor);
    rows.iter()
        .find(has_cursor)
        .into_iter()
        .flat_map(Row::actions)
}

impl Page<'_> {
    /// Every action that the cursor can stand on, from top to bottom.
    #[must_use]
    pub fn actions(&self) -> Vec<Action> {
        self.rows.iter().flat_map(Row::actions).collect()
    }

    /// The row on which the cursor stands.
    #[must_use]
    pub fn cursor_row(&self) -> Option<usize> {
        let cursor = self.cursor?;
        self.rows
            .iter()
            .position(|row| row.actions().any(|action| action == cursor))
    }
}
