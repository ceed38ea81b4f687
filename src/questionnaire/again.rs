//! Checking again: a new case from an old one. Everything is asked afresh; the old answers stand beside.
//! Changes nothing of the old case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::questionnaire::case::{Answer, Case, Walk};
use crate::questionnaire::id::{CaseId, FormId, PackId, QuestionId};
use crate::questionnaire::moment::Moment;
use crate::questionnaire::pack::Pack;

/// The case that another one checks again, as it was then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    pub id: CaseId,
    /// When it was changed last.
    pub updated: Moment,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<FormId>,
    pub walks: BTreeMap<PackId, Walk>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Earlier {
    #[must_use]
    pub fn answer(&self, pack: &PackId, question: &QuestionId) -> Option<&Answer> {
        self.walks.get(pack)?.answers.get(question)
    }
}

impl Case {
    /// A new case that checks `old` again, with the walk of `pack` begun.
    ///
    /// Name, forms, the list of information and the notes are kept: they say what the firm is like, and nobody
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
