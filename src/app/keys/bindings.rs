//! The table of keys itself: what a key means in which context. Knows no state.

use crossterm::event::KeyCode;

use super::binding::{Binding, Context, Foot, Group, Key, Meaning};
use crate::app::action::{Action, Choice, Merging, Paper};
use crate::app::field::Edit;
use crate::app::{Direction, Screen};

use Context::{
    Field, Filter, Forms, List, Measures, Merge, Note, Overview, Question, Tasks, Welcome,
};
use Key::{Char, Code, Ctrl, CtrlCode};
use Meaning::{Do, Edit as Ed};

const LISTS: &[Context] = &[
    Welcome, Forms, Question, Measures, Overview, Tasks, Merge, Filter, List,
];
const LETTERS: &[Context] = &[
    Question, Measures, Overview, Tasks, Merge, List, Forms, Welcome,
];
/// Where the open case can be changed.
const CHANGES: &[Context] = &[Question, Measures, Overview, Tasks, Merge, List, Forms];
const FIELDS: &[Context] = &[Field, Note];
const TEXTS: &[Context] = &[Field, Note, Filter];

const fn row(
    contexts: &'static [Context],
    keys: &'static [(Key, Meaning)],
    cap: &'static str,
    words: &'static str,
    group: Group,
) -> Binding {
    Binding {
        contexts,
        keys,
        cap,
        words,
        group,
        foot: Foot::Always,
    }
}

/// The keys, most used first: that is their order in the foot. `[`, `A` to `D` and `O` stay free,
/// because they are what is left of an arrow key that a slow line has split.
pub const BINDINGS: &[Binding] = &[
    row(
        LISTS,
        &[
            (Code(KeyCode::Up), Do(Action::Up)),
            (Code(KeyCode::Down), Do(Action::Down)),
        ],
        "cap-up-down",
        "key-move",
        Group::Moving,
    )
    .in_foot(Foot::IfRoom),
    row(
        &[Forms, Question, Measures, Tasks],
        &[(Char(' '), Do(Action::Mark))],
        "cap-space",
        "key-mark-unmark",
        Group::Answering,
    )
    .in_foot(Foot::IfRoom),
    row(
        &[Question],
        &[
            (Char('1'), Do(Action::Answer(Choice::Met))),
            (Char('2'), Do(Action::Answer(Choice::Partly))),
            (Char('3'), Do(Action::Answer(Choice::NotMet))),
            (Char('4'), Do(Action::Answer(Choice::Unknown))),
            (Char('5'), Do(Action::Answer(Choice::NotApplicable))),
        ],
        "cap-digits",
        "key-answer",
        Group::Answering,
    ),
    row(
        &[Merge],
        &[
            (Char('1'), Do(Action::Merge(Merging::Choose(0)))),
            (Char('2'), Do(Action::Merge(Merging::Choose(1)))),
            (Char('3'), Do(Action::Merge(Merging::Choose(2)))),
            (Char('4'), Do(Action::Merge(Merging::Choose(3)))),
        ],
        "cap-digits",
        "key-decide",
        Group::Answering,
    )
    .in_foot(Foot::IfRoom),
    row(
        &[Forms],
        &[
            (Char('1'), Do(Action::ToggleForm(0))),
            (Char('2'), Do(Action::ToggleForm(1))),
            (Char('3'), Do(Action::ToggleForm(2))),
            (Char('4'), Do(Action::ToggleForm(3))),
            (Char('5'), Do(Action::ToggleForm(4))),
            (Char('6'), Do(Action::ToggleForm(5))),
            (Char('7'), Do(Action::ToggleForm(6))),
            (Char('8'), Do(Action::ToggleForm(7))),
            (Char('9'), Do(Action::ToggleForm(8))),
        ],
        "cap-digits",
        "key-mark",
        Group::Answering,
    )
    .in_foot(Foot::IfRoom),
    row(
        &[Question],
        &[(Char('='), Do(Action::SameAsBefore))],
        "cap-equals",
        "key-same-as-before",
        Group::Answering,
    )
    .in_foot(Foot::IfRoom),
    row(
        LISTS,
        &[(Code(KeyCode::Enter), Do(Action::Choose))],
        "cap-enter",
        "key-choose",
        Group::Moving,
    ),
    row(
        &[Welcome, Forms, Measures, Overview, Tasks, List],
        &[
            (Code(KeyCode::Left), Do(Action::Beside(Direction::Back))),
            (Code(KeyCode::Right), Do(Action::Beside(Direction::Forth))),
        ],
        "cap-left-right",
        "key-beside",
        Group::Moving,
    )
    .in_foot(Foot::IfRoom),
    row(
        &[Merge],
        &[
            (Code(KeyCode::Left), Do(Action::Merge(Merging::Previous))),
            (Code(KeyCode::Right), Do(Action::Merge(Merging::Next))),
        ],
        "cap-left-right",
        "key-differences",
        Group::Finding,
    ),
    row(
        &[Question],
        &[(Code(KeyCode::Left), Do(Action::Previous))],
        "cap-left",
        "key-previous",
        Group::Finding,
    ),
    row(
        &[Question],
        &[(Code(KeyCode::Right), Do(Action::Next))],
        "cap-right",
        "key-next",
        Group::Finding,
    ),
    row(
        &[Tasks],
        &[(Char('d'), Do(Action::ToggleDone))],
        "cap-d",
        "key-done",
        Group::Answering,
    ),
    row(
        &[Overview, Question],
        &[(Char('u'), Do(Action::NextUnanswered))],
        "cap-u",
        "key-next-unanswered",
        Group::Finding,
    ),
    row(
        &[Overview],
        &[(Char('f'), Do(Action::NextFlagged))],
        "cap-f",
        "key-next-flagged",
        Group::Finding,
    ),
    row(
        &[Question],
        &[(Char('?'), Do(Action::Open(Screen::Measures)))],
        "cap-question",
        "key-measures",
        Group::Answering,
    )
    .in_foot(Foot::Never),
    row(
        &[Question],
        &[(Char('m'), Do(Action::EditNote))],
        "cap-m",
        "key-note",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        &[Question],
        &[(Char('f'), Do(Action::ToggleFlag))],
        "cap-f",
        "key-flag",
        Group::Answering,
    )
    .in_foot(Foot::Never),
    row(
        &[Question],
        &[(Code(KeyCode::Backspace), Do(Action::ClearAnswer))],
        "cap-backspace",
        "key-clear",
        Group::Answering,
    )
    .in_foot(Foot::Never),
    row(
        &[Question],
        &[(Char('n'), Do(Action::NoneHere))],
        "cap-n",
        "key-none-here",
        Group::Answering,
    )
    .in_foot(Foot::Never),
    row(
        CHANGES,
        &[(Char('z'), Do(Action::Undo(Direction::Back)))],
        "cap-z",
        "key-undo",
        Group::Answering,
    )
    .in_foot(Foot::IfRoom),
    row(
        CHANGES,
        &[(Char('Z'), Do(Action::Undo(Direction::Forth)))],
        "cap-shift-z",
        "key-redo",
        Group::Answering,
    )
    .in_foot(Foot::Never),
    row(
        &[Question, Measures, Tasks, Merge, List, Forms],
        &[(Char('o'), Do(Action::Open(Screen::Overview)))],
        "cap-o",
        "key-overview",
        Group::Finding,
    ),
    row(
        &[Overview, Question],
        &[(Char('i'), Do(Action::Open(Screen::Information)))],
        "cap-i",
        "key-information",
        Group::Finding,
    )
    .in_foot(Foot::Never),
    // Rows lead there as well: the feet stay as long as they were.
    row(
        &[Question, Measures, Tasks, Forms],
        &[(Char('p'), Do(Action::Paper(Paper::Of)))],
        "cap-p",
        "key-paper",
        Group::Finding,
    )
    .in_foot(Foot::Never),
    row(
        &[Question, Measures],
        &[(Char('w'), Do(Action::Open(Screen::Terms)))],
        "cap-w",
        "key-terms",
        Group::Finding,
    ),
    row(
        LETTERS,
        &[(Char('l'), Do(Action::SwitchLanguage))],
        "cap-l",
        "key-language",
        Group::Program,
    ),
    row(
        LETTERS,
        &[(Char('h'), Do(Action::Open(Screen::Help)))],
        "cap-h",
        "key-help",
        Group::Program,
    ),
    row(
        &[Field],
        &[(Code(KeyCode::Enter), Do(Action::Choose))],
        "cap-enter",
        "key-keep",
        Group::Writing,
    ),
    row(
        &[Note],
        &[(Code(KeyCode::Enter), Ed(Edit::NewLine))],
        "cap-enter",
        "key-new-line",
        Group::Writing,
    )
    .in_foot(Foot::IfRoom),
    row(
        FIELDS,
        &[(Code(KeyCode::Tab), Do(Action::Choose))],
        "cap-tab",
        "key-keep",
        Group::Writing,
    ),
    row(
        &[
            Welcome, Forms, Question, Measures, Overview, Tasks, Merge, Filter, List, Field, Note,
        ],
        &[(Code(KeyCode::Esc), Do(Action::Back))],
        "cap-esc",
        "key-back",
        Group::Moving,
    ),
    row(
        TEXTS,
        &[(Ctrl('z'), Ed(Edit::Undo))],
        "cap-ctrl-z",
        "key-undo",
        Group::Writing,
    )
    .in_foot(Foot::IfRoom),
    row(
        TEXTS,
        &[
            (Code(KeyCode::Left), Ed(Edit::Left)),
            (Code(KeyCode::Right), Ed(Edit::Right)),
        ],
        "cap-left-right",
        "key-move-in-text",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        &[Note],
        &[
            (Code(KeyCode::Up), Ed(Edit::Up)),
            (Code(KeyCode::Down), Ed(Edit::Down)),
        ],
        "cap-up-down",
        "key-move-by-line",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        TEXTS,
        &[
            (Code(KeyCode::Home), Ed(Edit::Home)),
            (Code(KeyCode::End), Ed(Edit::End)),
            (Ctrl('a'), Ed(Edit::Home)),
            (Ctrl('e'), Ed(Edit::End)),
        ],
        "cap-home-end",
        "key-line-ends",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        TEXTS,
        &[
            (CtrlCode(KeyCode::Left), Ed(Edit::WordLeft)),
            (CtrlCode(KeyCode::Right), Ed(Edit::WordRight)),
        ],
        "cap-ctrl-left-right",
        "key-move-by-word",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        TEXTS,
        &[
            (Code(KeyCode::Backspace), Ed(Edit::Backspace)),
            (Code(KeyCode::Delete), Ed(Edit::Delete)),
            (Ctrl('h'), Ed(Edit::Backspace)),
        ],
        "cap-backspace-delete",
        "key-delete",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        TEXTS,
        &[
            (Ctrl('w'), Ed(Edit::DeleteWord)),
            (CtrlCode(KeyCode::Backspace), Ed(Edit::DeleteWord)),
            (Ctrl('u'), Ed(Edit::DeleteToStart)),
        ],
        "cap-ctrl-w-u",
        "key-delete-word",
        Group::Writing,
    )
    .in_foot(Foot::Never),
    row(
        LISTS,
        &[(Ctrl('n'), Do(Action::OpenOwnNotes))],
        "cap-ctrl-n",
        "key-own-notes",
        Group::Writing,
    )
    .in_foot(Foot::IfRoom),
    // Where letters are text too: a client may look on at any time.
    row(
        &[
            Welcome, Forms, Question, Measures, Overview, Tasks, Merge, Filter, List, Field, Note,
        ],
        &[(Ctrl('k'), Do(Action::HideOthers))],
        "cap-ctrl-k",
        "key-hide-others",
        Group::Program,
    )
    .in_foot(Foot::IfRoom),
    row(
        LISTS,
        &[
            (Code(KeyCode::PageUp), Do(Action::PageUp)),
            (Code(KeyCode::PageDown), Do(Action::PageDown)),
        ],
        "cap-page",
        "key-page",
        Group::Moving,
    )
    .in_foot(Foot::Never),
    row(
        LETTERS,
        &[
            (Code(KeyCode::Home), Do(Action::Top)),
            (Code(KeyCode::End), Do(Action::Bottom)),
        ],
        "cap-home-end",
        "key-ends",
        Group::Moving,
    )
    .in_foot(Foot::Never),
    row(
        &[
            Welcome, Forms, Question, Measures, Overview, Tasks, Merge, Filter, List, Field, Note,
        ],
        &[(Ctrl('l'), Do(Action::Redraw))],
        "cap-ctrl-l",
        "key-redraw",
        Group::Program,
    )
    .in_foot(Foot::Never),
    row(
        LETTERS,
        &[(Ctrl('z'), Do(Action::Suspend))],
        "cap-ctrl-z",
        "key-suspend",
        Group::Program,
    )
    .in_foot(Foot::Never),
    row(
        &[
            Welcome, Forms, Question, Measures, Overview, Tasks, Merge, Filter, List, Field, Note,
        ],
        &[(Ctrl('c'), Do(Action::Leave))],
        "cap-ctrl-c",
        "key-leave",
        Group::Program,
    )
    .in_foot(Foot::Never),
];
