//! A case taken apart into what is merged by itself, and put together again.
//! Decides nothing: what is chosen of two sides is `merge`'s affair.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::questionnaire::case::{
    Answer, Case, Earlier, Firm, Given, Information, Profile, RecordDetail, Task,
};
use crate::questionnaire::id::{FormId, MeasureId, PackId, PointId, QuestionId};
use crate::questionnaire::moment::{Day, Moment};

/// What of a case is merged by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Title,
    Profile(ProfileMember),
    Trade,
    Size,
    Form(FormId),
    /// An entry of the list of information, by its number in our case.
    Entry(u32),
    /// With which version of its pack a walk was answered last; a walk that has one was begun.
    Version(PackId),
    Answer(PackId, QuestionId, Part),
    /// The check that this one does again.
    Earlier,
    /// What this version of the program does not know.
    Other(Holder, String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProfileMember {
    Firm,
    Manager,
    Deputy,
    Contact,
    CheckedBy,
}

/// What of an answer is merged by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What was answered, when and by whom.
    Said,
    Note,
    /// A reason that was typed and not yet given.
    Draft,
    Flag,
    Measure,
    Who,
    By,
    Done,
    /// The record of a measure, with where it lies.
    Record(String),
    Other(String),
    /// A member of the task that this version of the program does not know.
    TaskOther(String),
}

/// Where a member stands that this version of the program does not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    Case,
    Profile,
    Firm,
    Walk(PackId),
}

/// What one side holds of a unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    Text(String),
    /// It is there: a form, a flag.
    There,
    Said(Box<Said>),
    Measure(MeasureId),
    Day(Day),
    Record(Option<Value>, Option<Box<RecordDetail>>),
    Entry(Box<Information>),
    Earlier(Box<Earlier>),
    Other(Value),
}

/// An answer in the strict sense, with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    pub given: Option<Given>,
    pub none: Option<BTreeSet<PointId>>,
    pub answered: Option<Moment>,
    pub answered_by: String,
}

impl ProfileMember {
    pub const ALL: [Self; 5] = [
        Self::Firm,
        Self::Manager,
        Self::Deputy,
        Self::Contact,
        Self::CheckedBy,
    ];

    fn of(self, profile: &mut Profile) -> &mut String {
        match self {
            Self::Firm => &mut profile.firm,
            Self::Manager => &mut profile.manager,
            Self::Deputy => &mut profile.deputy,
            Self::Contact => &mut profile.contact,
            Self::CheckedBy => &mut profile.checked_by,
        }
    }
}

/// Everything of the case that is merged, with what it holds; what says nothing is not there. The list of information
/// is `list`, in which each entry has a number of its own.
pub(super) fn units_of(case: &Case, list: &[Information]) -> BTreeMap<Unit, Held> {
    // Named one by one, so that what is new in a case is either merged or said here not to be.
    let Case {
        title,
        forms,
        walks,
        earlier,
        profile,
        firm,
        other,
        information: _,
        // What it is, where one is, and what the program counts: ours.
        format: _,
        id: _,
        revision: _,
        created: _,
        updated: _,
        walk: _,
        handed: _,
        ancestors: _,
        numbered: _,
    } = case;
    let mut units = BTreeMap::new();
    let mut add = |unit: Unit, held: Option<Held>| {
        if let Some(held) = held {
            units.insert(unit, held);
        }
    };
    add(Unit::Title, text(title));
    let mut members = profile.clone();
    for member in ProfileMember::ALL {
        add(Unit::Profile(member), text(member.of(&mut members)));
    }
    if let Some(firm) = firm {
        add(Unit::Trade, text(&firm.trade));
        add(Unit::Size, text(&firm.size));
    }
    for form in forms {
        add(Unit::Form(form.clone()), Some(Held::There));
    }
    for entry in list {
        let held = Held::Entry(Box::new(entry.clone()));
        add(Unit::Entry(entry.number.unwrap_or(0)), Some(held));
    }
    for (pack, walk) in walks {
        let version = Held::Text(walk.version.clone());
        add(Unit::Version(pack.clone()), Some(version));
        for (question, answer) in &walk.answers {
            for (part, held) in parts_of(answer) {
                add(
                    Unit::Answer(pack.clone(), question.clone(), part),
                    Some(held),
                );
            }
        }
    }
    add(
        Unit::Earlier,
        earlier
            .as_ref()
            .map(|earlier| Held::Earlier(earlier.clone())),
    );
    let mut others = vec![(Holder::Case, other), (Holder::Profile, &profile.other)];
    others.extend(firm.as_ref().map(|firm| (Holder::Firm, &firm.other)));
    let of_walks = walks.iter();
    others.extend(of_walks.map(|(pack, walk)| (Holder::Walk(pack.clone()), &walk.other)));
    for (holder, members) in others {
        for (name, value) in members {
            let unit = Unit::Other(holder.clone(), name.clone());
            add(unit, Some(Held::Other(value.clone())));
        }
    }
    units
}

fn text(text: &str) -> Option<Held> {
    (!text.is_empty()).then(|| Held::Text(text.to_owned()))
}

fn parts_of(answer: &Answer) -> Vec<(Part, Held)> {
    let Answer {
        given,
        answered,
        note,
        flag,
        task,
        records,
        none,
        answered_by,
        draft_reason,
        record_details,
        other,
    } = answer;
    let said = Said {
        given: given.clone(),
        none: none.clone(),
        answered: *answered,
        answered_by: answered_by.clone(),
    };
    let mut parts = Vec::new();
    if said != Said::default() {
        parts.push((Part::Said, Held::Said(Box::new(said))));
    }
    parts.extend(text(note).map(|held| (Part::Note, held)));
    parts.extend(text(draft_reason).map(|held| (Part::Draft, held)));
    parts.extend(flag.then_some((Part::Flag, Held::There)));
    if let Some(task) = task {
        let Task {
            measure,
            who,
            by,
            done,
            other,
        } = task;
        parts.extend(
            measure
                .clone()
                .map(|measure| (Part::Measure, Held::Measure(measure))),
        );
        parts.extend(text(who).map(|held| (Part::Who, held)));
        parts.extend(text(by).map(|held| (Part::By, held)));
        parts.extend(done.map(|day| (Part::Done, Held::Day(day))));
        let others = other.iter();
        parts.extend(
            others.map(|(name, value)| (Part::TaskOther(name.clone()), Held::Other(value.clone()))),
        );
    }
    let measures: BTreeSet<&String> = records.keys().chain(record_details.keys()).collect();
    for measure in measures {
        let detail = record_details.get(measure).cloned().map(Box::new);
        let held = Held::Record(records.get(measure).cloned(), detail);
        parts.push((Part::Record(measure.clone()), held));
    }
    let others = other.iter();
    parts.extend(
        others.map(|(name, value)| (Part::Other(name.clone()), Held::Other(value.clone()))),
    );
    parts
}

/// Puts into the case what is to be held of a unit; None takes it out. The order of a list is not looked at.
pub(super) fn put(case: &mut Case, unit: &Unit, held: Option<Held>) {
    match unit {
        Unit::Title => case.title = words(held),
        Unit::Profile(member) => *member.of(&mut case.profile) = words(held),
        Unit::Trade => firm(case).trade = words(held),
        Unit::Size => firm(case).size = words(held),
        Unit::Form(form) => {
            case.forms.retain(|there| there != form);
            case.forms.extend(held.map(|_| form.clone()));
        }
        Unit::Entry(number) => {
            let entry = match held {
                Some(Held::Entry(entry)) => Some(Information {
                    number: Some(*number),
                    ..*entry
                }),
                _ => None,
            };
            let mut list = case.information.iter();
            match (list.position(|there| there.number == Some(*number)), entry) {
                (Some(at), Some(entry)) => case.information[at] = entry,
                (Some(at), None) => {
                    case.information.remove(at);
                }
                (None, entry) => case.information.extend(entry),
            }
        }
        // A walk is begun and never ended.
        Unit::Version(pack) => {
            if held.is_some() {
                case.walks.entry(pack.clone()).or_default().version = words(held);
            }
        }
        Unit::Answer(pack, question, part) => {
            let answers = &mut case.walks.entry(pack.clone()).or_default().answers;
            let answer = answers.entry(question.clone()).or_default();
            put_part(answer, part, held);
            if answer.is_empty() {
                answers.remove(question);
            }
        }
        Unit::Earlier => {
            case.earlier = match held {
                Some(Held::Earlier(earlier)) => Some(earlier),
                _ => None,
            };
        }
        Unit::Other(holder, name) => {
            let members = match holder {
                Holder::Case => &mut case.other,
                Holder::Profile => &mut case.profile.other,
                Holder::Firm => &mut firm(case).other,
                Holder::Walk(pack) => &mut case.walks.entry(pack.clone()).or_default().other,
            };
            put_other(members, name, held);
        }
    }
}

fn put_part(answer: &mut Answer, part: &Part, held: Option<Held>) {
    match part {
        Part::Said => {
            let said = match held {
                Some(Held::Said(said)) => *said,
                _ => Said::default(),
            };
            answer.given = said.given;
            answer.none = said.none;
            answer.answered = said.answered;
            answer.answered_by = said.answered_by;
        }
        Part::Note => answer.note = words(held),
        Part::Draft => answer.draft_reason = words(held),
        Part::Flag => answer.flag = held.is_some(),
        Part::Record(measure) => {
            answer.records.remove(measure);
            answer.record_details.remove(measure);
            if let Some(Held::Record(state, detail)) = held {
                let state = state.map(|state| (measure.clone(), state));
                answer.records.extend(state);
                let detail = detail.map(|detail| (measure.clone(), *detail));
                answer.record_details.extend(detail);
            }
        }
        Part::Other(name) => put_other(&mut answer.other, name, held),
        Part::Measure | Part::Who | Part::By | Part::Done | Part::TaskOther(_) => {
            let task = answer.task.get_or_insert_default();
            put_task(task, part, held);
            if *task == Task::default() {
                answer.task = None;
            }
        }
    }
}

fn put_task(task: &mut Task, part: &Part, held: Option<Held>) {
    match (part, held) {
        (Part::Measure, Some(Held::Measure(measure))) => task.measure = Some(measure),
        (Part::Measure, _) => task.measure = None,
        (Part::Who, held) => task.who = words(held),
        (Part::By, held) => task.by = words(held),
        (Part::Done, Some(Held::Day(day))) => task.done = Some(day),
        (Part::Done, _) => task.done = None,
        (Part::TaskOther(name), held) => put_other(&mut task.other, name, held),
        _ => {}
    }
}

fn put_other(members: &mut Map<String, Value>, name: &str, held: Option<Held>) {
    match held {
        Some(Held::Other(value)) => {
            members.insert(name.to_owned(), value);
        }
        _ => {
            members.remove(name);
        }
    }
}

fn words(held: Option<Held>) -> String {
    match held {
        Some(Held::Text(text)) => text,
        _ => String::new(),
    }
}

/// It is there wherever one of the two sides has one, see `Merge::apply`.
fn firm(case: &mut Case) -> &mut Firm {
    case.firm.get_or_insert_default()
}
