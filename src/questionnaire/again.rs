//! Checking again: a new case from an old one. Everything is asked afresh; the old answers stand beside.
//! Changes nothing of the old case.

use std::collections::BTreeMap;

use serde_json::Map;

use crate::questionnaire::case::{Answer, Case, Earlier, Walk};
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::pack::Pack;

impl Case {
    /// A new case that checks `old` again, with the walk of `pack` begun.
    ///
    /// Name, firm, forms, the list of information and the notes are kept: they say what the firm is like, and nobody
    /// wants to type them twice. No answer is kept, and nothing that hangs on one: a flag said "come back to this"
    /// on that round, a task was made of an answer that is asked anew, and a record has to be seen again. All of
    /// that stays in the old case, and in `earlier`. What the old case itself checked again is not carried along:
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
        case.walks = BTreeMap::from([(
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

impl Walk {
    /// A walk with nothing answered and the notes of an earlier one.
    #[must_use]
    pub fn again(earlier: Option<&Self>, pack: &Pack) -> Self {
        let notes = earlier.into_iter().flat_map(|walk| &walk.answers);
        let notes = notes.filter(|(_, answer)| !answer.note.is_empty());
        Self {
            answers: notes
                .map(|(id, answer)| {
                    let note = answer.note.clone();
                    let answer = Answer {
                        note,
                        ..Answer::default()
                    };
                    (id.clone(), answer)
                })
                .collect(),
            ..Self::begin(pack)
        }
    }
}
