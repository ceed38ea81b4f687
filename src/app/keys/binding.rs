//! What the table of keys is made of: contexts, keys, meanings, and a row of it.
//! Holds no key of the table itself.

use crossterm::event::KeyCode;

use crate::app::action::Action;
use crate::app::field::Edit;

/// Where a key is pressed. `App::context` alone decides which one it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Rows to choose from or to read.
    List,
    Welcome,
    /// The forms of information, and other rows that can be marked.
    Forms,
    Question,
    Measures,
    Overview,
    Tasks,
    /// What somebody else has answered, beside what is here.
    Merge,
    /// A field of one line.
    Field,
    /// A field of many lines.
    Note,
    /// A list that is narrowed by typing.
    Filter,
}

/// A key of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Ctrl(char),
    Code(KeyCode),
    /// With Ctrl or Alt: moving and deleting by words.
    CtrlCode(KeyCode),
}

/// What a key does: mean something, or act on the open field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Do(Action),
    Edit(Edit),
}

/// The part of the help in which a binding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Moving,
    Answering,
    Finding,
    Writing,
    Program,
}

impl Group {
    pub const ALL: [Self; 5] = [
        Self::Moving,
        Self::Answering,
        Self::Finding,
        Self::Writing,
        Self::Program,
    ];

    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Moving => "keys-moving",
            Self::Answering => "keys-answering",
            Self::Finding => "keys-finding",
            Self::Writing => "keys-writing",
            Self::Program => "keys-program",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub contexts: &'static [Context],
    pub keys: &'static [(Key, Meaning)],
    /// The Fluent id of the key's name, such as 上下.
    pub cap: &'static str,
    /// The Fluent id of what it does, for help and README.
    pub words: &'static str,
    pub group: Group,
    pub foot: Foot,
}

/// Whether it stands in the foot, where it does something. The help has them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foot {
    Always,
    /// What everybody tries anyway: it goes first where room is short.
    IfRoom,
    Never,
}

impl Binding {
    pub(super) const fn in_foot(mut self, foot: Foot) -> Self {
        self.foot = foot;
        self
    }

    /// Whether it stops the program until a shell brings it back, which not every system has.
    #[must_use]
    pub fn suspends(&self) -> bool {
        matches!(self.keys, [(_, Meaning::Do(Action::Suspend)), ..])
    }

    /// What one types for it in a line. Digits are answers there, and a space is nothing.
    #[must_use]
    pub fn letter(&self) -> Option<char> {
        match self.keys {
            [(Key::Char(letter), Meaning::Do(_)), ..]
                if !letter.is_ascii_digit() && *letter != ' ' =>
            {
                Some(*letter)
            }
            _ => None,
        }
    }
}
