//! What of a question folds because it does not fit into the window. Reckoned from the texts, because choosing an answer
//! opens what is folded; what gives way beyond that is the view's.

use std::cell::RefCell;

use crate::app::App;
use crate::app::note::WIDEST;
use crate::questionnaire::pack::Localized;
use crate::text::language::chain_with;
use crate::text::width::WidthMode;
use crate::text::wrap::wrap_offsets;

/// What can be folded into a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// The reason; the points are shown.
    Why,
    Points,
}

/// Header, the line under it, and one line of keys.
const FIXED: usize = 3;
/// A window of so many lines keeps one free for messages.
const ROOMY: usize = 20;
/// The section, and what an answer gives back.
const BESIDE: usize = 1 + 2;
/// The answers that every question has.
const ANSWERS: usize = 4;
/// The lines of a note that are shown.
const NOTE: usize = 2;
/// What stands before a text on its line and after it.
const BEFORE_QUESTION: usize = 4;
const BEFORE_WHY: usize = 10;
const BEFORE_POINT: usize = 10;

/// More texts than a question has: then all are forgotten.
const MOST: usize = 64;

thread_local! {
    /// How many lines texts have, as it was found before: every key asks it of the same ones, and to find out where lines
    /// end costs more than all the rest of a key. It says the same whenever it is asked, so that this is never out of date.
    static KNOWN: RefCell<Vec<KnownLines>> = const { RefCell::new(Vec::new()) };
}

struct KnownLines {
    text: String,
    columns: usize,
    mode: WidthMode,
    lines: usize,
}

fn lines_of_text(text: &str, columns: usize, mode: WidthMode) -> usize {
    KNOWN.with_borrow_mut(|known| {
        let mut asked = known.iter();
        let is_this =
            |it: &&KnownLines| it.text == text && (it.columns, it.mode) == (columns, mode);
        if let Some(known) = asked.find(is_this) {
            return known.lines;
        }
        if known.len() >= MOST {
            known.clear();
        }
        let lines = wrap_offsets(text, columns, mode).len();
        known.push(KnownLines {
            text: text.to_owned(),
            columns,
            mode,
            lines,
        });
        lines
    })
}

impl App {
    /// Whether this fits beside what a question always shows.
    pub(super) fn has_room_for(&self, fold: Fold) -> bool {
        let Some(asked) = self.asked() else {
            return true;
        };
        let question = asked.question();
        let chain = chain_with(&self.language, &self.languages);
        let columns = usize::from(self.columns.min(WIDEST));
        let lines_of = |text: &Localized, before: usize| {
            let columns = columns.saturating_sub(before);
            lines_of_text(text.get(&chain), columns, self.width)
        };
        let points = asked
            .points()
            .map(|point| lines_of(&point.text, BEFORE_POINT) + usize::from(point.none.is_some()));
        let answers = ANSWERS + usize::from(!question.may_not_apply.is_empty());
        let always = BESIDE + lines_of(&question.text, BEFORE_QUESTION) + answers;
        let why = match fold {
            Fold::Why => lines_of(&question.why.text, BEFORE_WHY),
            Fold::Points => 1,
        };
        let note = self.item().map_or("", |item| item.note());
        let always = always + if note.is_empty() { 0 } else { NOTE };
        let lines = usize::from(self.lines);
        let free = FIXED + usize::from(lines >= ROOMY);
        always + points.sum::<usize>() + why <= lines.saturating_sub(free)
    }
}
