//! Checking again: a new case from an old one. Everything is asked afresh; the old answers stand beside.
//! Changes nothing of the old case.

use serde_json::Map;

use crate::questionnaire::case::{Answer, Case, Earlier, Task, Walk};
use crate::questionnaire::id::{CaseId, PackId, QuestionId};
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::pack::Pack;

impl Case {
    /// A new case that checks `old` again, with the walk of `pack` begun.
    ///
    /// Name, firm, forms, the list of information and the notes are kept: they say what the firm is like, and nobody
    /// wants to type them twice. A task that is still open comes along with who and by when: it is as open as before.
    /// No answer is kept, and nothing that hangs on one: a flag said "come back to this" on that round, a task that
    /// is done belongs to that round, and a record has to be seen again. All of that stays in the old case, and in
    /// `earlier`. What the old case itself checked again is not carried along:
    /// it would make the file longer with every year.
    #[must_use]
    pub fn again(old: &Self, id: CaseId, pack: &Pack, now: Moment) -> Self {
        let earlier = Earlier {
            id: old.id.clone(),
            updated: old.updated,
            forms: old.forms.clone(),
            walks: old.walks.clone(),
            other: Map::new(),
        };
        let mut case = Self::new(id, old.title.clone(), old.forms.clone(), pack, now);
        case.information.clone_from(&old.information);
        case.numbered = old.numbered;
        case.profile.clone_from(&old.profile);
        // Nobody has checked this one yet.
        case.profile.checked_by.clear();
        case.firm.clone_from(&old.firm);
        case.walks = map_of([(
            pack.id.clone(),
            Walk::again(earlier.walks.get(&pack.id), pack),
        )]);
        case.earlier = Some(Box::new(earlier));
        case
    }

    /// Begins the walk of `pack`, if it was not begun; what it checks again lends it its notes.
    pub fn begin_walk(&mut self, pack: &Pack) {
        if !self.walks.contains_key(&pack.id) {
            let earlier = self.earlier.as_ref();
            let walk = Walk::again(
                earlier.and_then(|earlier| earlier.walks.get(&pack.id)),
                pack,
            );
            self.walks.insert(pack.id.clone(), walk);
        }
    }
}

impl Answer {
    /// Takes over what `earlier` said, with its own day: nobody has looked at it since.
    pub fn take_over(&mut self, earlier: &Self) {
        self.given.clone_from(&earlier.given);
        self.none.clone_from(&earlier.none);
        self.answered = earlier.answered;
    }
}

impl Case {
    /// What the case that this one checks again answered to the question, if it did.
    #[must_use]
    pub fn earlier_answer(&self, pack: &PackId, question: &QuestionId) -> Option<&Answer> {
        let answer = self.earlier.as_ref()?.answer(pack, question)?;
        answer.given.is_some().then_some(answer)
    }

    /// Whether the answer was taken over from an earlier check, and nobody has looked since this one began.
    #[must_use]
    pub fn is_as_before(&self, answer: &Answer) -> bool {
        let answered = answer.answered.unwrap_or(self.created);
        self.earlier.is_some() && answer.given.is_some() && answered < self.created
    }
}

impl Walk {
    /// A walk with nothing answered, and the notes and open tasks of an earlier one.
    #[must_use]
    pub fn again(earlier: Option<&Self>, pack: &Pack) -> Self {
        let answers = earlier.into_iter().flat_map(|walk| &walk.answers);
        Self {
            answers: answers
                .map(|(id, answer)| {
                    let is_open = |task: &&Task| task.done.is_none();
                    let answer = Answer {
                        note: answer.note.clone(),
                        task: answer.task.as_ref().filter(is_open).cloned(),
                        ..Answer::default()
                    };
                    (id.clone(), answer)
                })
                .filter(|(_, answer)| !answer.is_empty())
                .collect(),
            ..Self::begin(pack)
        }
    }
}
