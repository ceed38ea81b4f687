//! What of a question folds because it does not fit into the window. Reckoned from the texts, because choosing an answer
//! opens what is folded; what gives way beyond that is the view's.

use crate::app::App;
use crate::app::note::WIDEST;
use crate::questionnaire::pack::Localized;
use crate::text::language::chain_with;
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
            wrap_offsets(text.get(&chain), columns.saturating_sub(before), self.width).len()
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
