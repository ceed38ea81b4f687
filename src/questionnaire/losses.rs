//! What a case that takes the place of another one of the same check would lose: counted before anything is replaced.

use crate::questionnaire::case::{Answer, Case, Information};

/// What is in the case that is there and not in the one that is brought, by kind. Zero is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// Answers that the other one does not have, or has from an earlier day.
    pub answers: usize,
    /// Notes, reasons and who does what by when, in the user's words.
    pub texts: usize,
    /// Entries of the list of information.
    pub information: usize,
    /// The name of the check: an anonymous file has none.
    pub name: bool,
}

impl Losses {
    #[must_use]
    pub fn of(there: &Case, brought: &Case) -> Self {
        let mut losses = Self {
            name: !there.title.is_empty() && brought.title.is_empty(),
            ..Self::default()
        };
        for (pack, walk) in &there.walks {
            for (question, old) in &walk.answers {
                let none = Answer::default();
                let new = brought.answer(pack, question).unwrap_or(&none);
                let is_newer_here = old.answered > new.answered || new.given.is_none();
                if old.given.is_some() && old.given != new.given && is_newer_here {
                    losses.answers += 1;
                }
                if !is_within(&old.note, &new.note) || !has_task(old, new) {
                    losses.texts += 1;
                }
            }
        }
        let is_there = |entry: &&Information| {
            let mut others = brought.information.iter();
            !others.any(|other| other.what == entry.what)
        };
        losses.information = there.information.iter().filter(is_there).count();
        losses
    }

    /// Nothing would be lost.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

fn is_within(old: &str, new: &str) -> bool {
    new.contains(old.trim())
}

/// Whether what was agreed about the task is still agreed.
fn has_task(old: &Answer, new: &Answer) -> bool {
    let (old, new) = (
        old.task.clone().unwrap_or_default(),
        new.task.clone().unwrap_or_default(),
    );
    let is_kept = |old: &str, new: &str| old.is_empty() || !new.is_empty();
    is_kept(&old.who, &new.who)
        && is_kept(&old.by, &new.by)
        && (old.done.is_none() || new.done.is_some())
}
