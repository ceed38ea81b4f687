//! What became of a case by one event, so that it can be taken back: the parts that differ, as they were.
//! Where the user is, when the case was changed and its revision are no part of it: taking back is a change too.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::questionnaire::case::{Answer, Case, Earlier, Information, Profile};
use crate::questionnaire::id::{FormId, PackId, QuestionId, StateId};
use crate::questionnaire::map_of::map_of;

/// The parts of a case that differ from another state of it, with what they hold there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change(Vec<Part>);

/// A part of a case that changes by itself.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Title(String),
    Forms(Vec<FormId>),
    Information(Vec<Information>),
    Profile(Box<Profile>),
    /// Trade and size.
    FirmGroups(String, String),
    Answer {
        walk: PackId,
        question: QuestionId,
        /// The pack's version with which the walk was last answered.
        version: String,
        answer: Option<Box<Answer>>,
    },
    /// States that it comes from and states that it does not come from: what came since stays.
    Ancestors {
        added: Vec<StateId>,
        gone: Vec<StateId>,
    },
    /// What only a merge changes.
    Rest(Box<Rest>),
}

/// What of a case nobody writes on a screen, and which comes with what somebody else has sent.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rest {
    earlier: Option<Box<Earlier>>,
    other: Map<String, Value>,
    other_of_firm: Map<String, Value>,
    /// Of each walk the version with which it was answered last, and what this version of the program does not know.
    walks: BTreeMap<PackId, (String, Map<String, Value>)>,
}

/// What a part is to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    Title,
    Forms,
    Information,
    /// What is put on papers.
    Profile,
    /// Trade and size, by which it is counted among many.
    FirmGroups,
    Answer(QuestionId),
    Note(QuestionId),
    Flag(QuestionId),
    Task(QuestionId),
    Record(QuestionId),
    /// What came with a merge, and belongs to none of the others.
    Rest,
}

impl Change {
    /// What makes `before` of `after`, two states of one case.
    #[must_use]
    pub fn back_to(before: &Case, after: &Case) -> Self {
        let mut parts = Vec::new();
        // Named one by one, so that what is new in a case is either a part or said here to be none.
        let Case {
            title: _,
            forms: _,
            information: _,
            profile: _,
            walks: _,
            earlier: _,
            other: _,
            // Its trade and size; which firm it is stays once it is said.
            firm: _,
            // What it is, where one is, and what the program counts.
            format: _,
            id: _,
            revision: _,
            created: _,
            updated: _,
            walk: _,
            handed: _,
            ancestors: _,
            numbered: _,
        } = before;
        if before.title != after.title {
            parts.push(Part::Title(before.title.clone()));
        }
        if before.forms != after.forms {
            parts.push(Part::Forms(before.forms.clone()));
        }
        if before.information != after.information {
            parts.push(Part::Information(before.information.clone()));
        }
        if before.profile != after.profile {
            parts.push(Part::Profile(Box::new(before.profile.clone())));
        }
        let groups = firm_groups(before);
        if groups != firm_groups(after) {
            parts.push(Part::FirmGroups(groups.0.to_owned(), groups.1.to_owned()));
        }
        // A walk is begun and never ended, so that those of the later state are all there are.
        for (id, walk) in &after.walks {
            let old = before.walks.get(id);
            let old_answer = |question| old.and_then(|old| old.answers.get(question));
            let mut questions: Vec<&QuestionId> = walk.answers.keys().collect();
            let gone = old.into_iter().flat_map(|old| old.answers.keys());
            questions.extend(gone.filter(|question| !walk.answers.contains_key(*question)));
            for question in questions {
                if old_answer(question) != walk.answers.get(question) {
                    parts.push(Part::Answer {
                        walk: id.clone(),
                        question: question.clone(),
                        version: old.unwrap_or(walk).version.clone(),
                        answer: old_answer(question).cloned().map(Box::new),
                    });
                }
            }
        }
        let (old, new) = (Rest::of(before, after), Rest::of(after, after));
        // One answer brings the version of its walk along, and a version alone is nothing that anybody did.
        let brings_it = matches!(parts[..], [] | [Part::Answer { .. }]);
        if old != new && !(brings_it && old.is_but_for_versions(&new)) {
            parts.push(Part::Rest(Box::new(old)));
        }
        // Handing over changes nothing that could be taken back; what was merged is taken back with what it brought.
        if !parts.is_empty() && before.ancestors != after.ancestors {
            parts.push(Part::Ancestors {
                added: without(&after.ancestors, &before.ancestors),
                gone: without(&before.ancestors, &after.ancestors),
            });
        }
        Self(parts)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts the parts into `case`; gives what takes this back again.
    #[must_use]
    pub fn apply(self, case: &mut Case) -> Self {
        let inverse = self.0.into_iter().map(|part| part.apply(case));
        let mut inverse: Vec<Part> = inverse.collect();
        // What was done last is taken back first: parts of one walk share its version.
        inverse.reverse();
        Self(inverse)
    }

    /// Takes in what was changed after it, so that both are taken back at once.
    pub fn absorb(&mut self, later: Self) {
        for part in later.0 {
            if !self.0.iter().any(|known| known.is_same_part(&part)) {
                self.0.push(part);
            }
        }
    }

    /// Whether `case` holds all of it already: putting it there would change nothing.
    #[must_use]
    pub fn is_in(&self, case: &Case) -> bool {
        self.0.iter().all(|part| match part {
            Part::Title(title) => case.title == *title,
            Part::Forms(forms) => case.forms == *forms,
            Part::Information(list) => case.information == *list,
            Part::Profile(profile) => case.profile == **profile,
            Part::FirmGroups(trade, size) => firm_groups(case) == (trade.as_str(), size.as_str()),
            Part::Answer {
                walk,
                question,
                answer,
                ..
            } => case.answer(walk, question) == answer.as_deref(),
            Part::Ancestors { added, gone } => {
                let has = |id| case.ancestors.contains(id);
                added.iter().all(has) && !gone.iter().any(has)
            }
            Part::Rest(rest) => **rest == Rest::of(case, case),
        })
    }

    /// What would change in `case`, if this were put into it; None if nothing would.
    #[must_use]
    pub fn what(&self, case: &Case) -> Option<Changed> {
        let named = self
            .0
            .iter()
            .find(|part| !matches!(part, Part::Rest(_) | Part::Ancestors { .. }));
        named.or(self.0.first()).map(|part| part.what(case))
    }
}

/// Trade and size; empty where nothing was said.
fn firm_groups(case: &Case) -> (&str, &str) {
    let firm = case.firm.as_ref();
    firm.map_or(("", ""), |firm| (&firm.trade, &firm.size))
}

impl Part {
    /// Whether both stand for the same part of a case.
    fn is_same_part(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Answer { walk, question, .. },
                Self::Answer {
                    walk: other_walk,
                    question: other,
                    ..
                },
            ) => (walk, question) == (other_walk, other),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    fn apply(self, case: &mut Case) -> Self {
        match self {
            Self::Title(title) => Self::Title(std::mem::replace(&mut case.title, title)),
            Self::Forms(forms) => Self::Forms(std::mem::replace(&mut case.forms, forms)),
            Self::Information(list) => {
                Self::Information(std::mem::replace(&mut case.information, list))
            }
            Self::Profile(profile) => {
                Self::Profile(Box::new(std::mem::replace(&mut case.profile, *profile)))
            }
            Self::FirmGroups(trade, size) => {
                let firm = case.firm.get_or_insert_default();
                Self::FirmGroups(
                    std::mem::replace(&mut firm.trade, trade),
                    std::mem::replace(&mut firm.size, size),
                )
            }
            Self::Answer {
                walk: id,
                question,
                version,
                answer,
            } => {
                let walk = case.walks.entry(id.clone()).or_default();
                let version = std::mem::replace(&mut walk.version, version);
                let was = match answer {
                    Some(answer) => walk.answers.insert(question.clone(), *answer),
                    None => walk.answers.remove(&question),
                };
                Self::Answer {
                    walk: id,
                    question,
                    version,
                    answer: was.map(Box::new),
                }
            }
            Self::Ancestors { added, gone } => {
                let added = without(&case.ancestors, &added);
                let stay = without(&gone, &case.ancestors);
                let gone = without(&stay, &case.ancestors);
                case.ancestors = stay;
                case.ancestors.extend(added.iter().cloned());
                Self::Ancestors {
                    added: gone,
                    gone: added,
                }
            }
            Self::Rest(rest) => {
                let was = Rest::of(case, case);
                rest.put(case);
                Self::Rest(Box::new(was))
            }
        }
    }

    fn what(&self, case: &Case) -> Changed {
        match self {
            Self::Title(_) => Changed::Title,
            Self::Forms(_) => Changed::Forms,
            Self::Information(_) => Changed::Information,
            // Ancestors never change alone.
            Self::Profile(_) | Self::Ancestors { .. } => Changed::Profile,
            Self::FirmGroups(..) => Changed::FirmGroups,
            Self::Rest(_) => Changed::Rest,
            Self::Answer {
                walk,
                question,
                answer,
                ..
            } => {
                let none = Answer::default();
                let now = case.answer(walk, question).unwrap_or(&none);
                let then = answer.as_deref().unwrap_or(&none);
                let question = question.clone();
                // What weighs most is named, where one event changed several of them.
                if now.given != then.given {
                    Changed::Answer(question)
                } else if now.note != then.note {
                    Changed::Note(question)
                } else if now.task != then.task {
                    Changed::Task(question)
                } else if now.records != then.records || now.record_details != then.record_details {
                    Changed::Record(question)
                } else if now.flag != then.flag {
                    Changed::Flag(question)
                } else {
                    Changed::Answer(question)
                }
            }
        }
    }
}

/// Those of `all` that are not in `these`.
fn without(these: &[StateId], all: &[StateId]) -> Vec<StateId> {
    let others = all.iter().filter(|id| !these.contains(id));
    others.cloned().collect()
}

impl Rest {
    /// What `case` has of it; of the walks those that `later` has, because a walk is begun and never ended.
    fn of(case: &Case, later: &Case) -> Self {
        let firm = case.firm.clone().unwrap_or_default();
        let walks = later.walks.iter().map(|(id, begun)| {
            let walk = case.walks.get(id).unwrap_or(begun);
            (id.clone(), (walk.version.clone(), walk.other.clone()))
        });
        Self {
            earlier: case.earlier.clone(),
            other: case.other.clone(),
            other_of_firm: firm.other,
            walks: map_of(walks),
        }
    }

    /// Nothing else of it differs.
    fn is_but_for_versions(&self, other: &Self) -> bool {
        let without = |rest: &Self| {
            let mut rest = rest.clone();
            for (version, _) in rest.walks.values_mut() {
                version.clear();
            }
            rest
        };
        without(self) == without(other)
    }

    fn put(self, case: &mut Case) {
        if let Some(firm) = &mut case.firm {
            firm.other = self.other_of_firm;
        }
        case.earlier = self.earlier;
        case.other = self.other;
        for (id, (version, other)) in self.walks {
            let walk = case.walks.entry(id).or_default();
            walk.version = version;
            walk.other = other;
        }
    }
}
