//! How far a walk has come: a cell or more for each question, a gap between sections, the number beside it.
//! Counts nothing itself and knows no words.

use crate::app::page::Progress;
use crate::view::theme::Role;

/// A cell of what is done, and of what is open.
pub(super) const DONE: &str = "#";
pub(super) const OPEN: &str = ".";
/// The cells of the question on the screen, where its number has no room.
const HERE: &str = ">";

/// The most cells that one question takes: enough for a number in brackets.
const MOST: usize = 4;

/// The pieces of the bar, each with its cells, in at most `width` cells.
pub(super) fn pieces(progress: &Progress, width: usize) -> Vec<(String, Role)> {
    let questions: usize = progress.sections.iter().map(Vec::len).sum();
    let gaps = progress.sections.len().saturating_sub(1);
    let each = width.saturating_sub(gaps) / questions.max(1);
    if each == 0 {
        return in_one(progress, questions, width);
    }
    let mut pieces = Vec::new();
    let mut place = 0;
    for answered in &progress.sections {
        if !pieces.is_empty() {
            pieces.push((" ".to_owned(), Role::Plain));
        }
        for is_answered in answered {
            pieces.push(question(*is_answered, place, progress.at, each.min(MOST)));
            place += 1;
        }
    }
    pieces
}

fn question(is_answered: bool, place: usize, at: usize, cells: usize) -> (String, Role) {
    if place == at {
        let room = cells.saturating_sub(2);
        let number = (at + 1).to_string();
        let here = if number.len() <= room {
            format!("[{number:>room$}]")
        } else {
            HERE.repeat(cells)
        };
        return (here, Role::Strong);
    }
    if is_answered {
        (DONE.repeat(cells), Role::Strong)
    } else {
        (OPEN.repeat(cells), Role::Plain)
    }
}

/// More questions than cells: how many are answered, without their places.
fn in_one(progress: &Progress, questions: usize, width: usize) -> Vec<(String, Role)> {
    let answered = progress.sections.iter().flatten().filter(|is| **is).count();
    let filled = (width * answered).checked_div(questions).unwrap_or(0);
    vec![
        (DONE.repeat(filled), Role::Strong),
        (OPEN.repeat(width - filled), Role::Plain),
    ]
}
