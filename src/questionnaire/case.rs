//! A case: one check by one firm, in the user's own words. This is the public case format, version 1.
//! Knows no file and no clock; nothing about the machine is in it. Unknown members are kept at every level.
//! Members that came later are optional: a case without them is written as it always was.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::questionnaire::id::{
    CaseId, FirmId, FormId, MeasureId, PackId, PointId, QuestionId, StateId, is_id,
};
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::pack::{Pack, Point};
use crate::questionnaire::seen::says_nothing;

/// The case format that this program writes. A higher one is refused untouched.
pub const FORMAT: u32 = 1;

/// What stands in `records` for a measure whose record is there.
pub const RECORD_THERE: &str = "there";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    pub format: u32,
    pub id: CaseId,
    /// Raised by every change; tells newer from older without a clock.
    pub revision: u64,
    pub title: String,
    pub created: Moment,
    pub updated: Moment,
    pub forms: Vec<FormId>,
    #[serde(default)]
    pub information: Vec<Information>,
    /// The walk that is open.
    pub walk: PackId,
    pub walks: BTreeMap<PackId, Walk>,
    /// The case that this one checks again.
    #[serde(default)]
    pub earlier: Option<Box<Earlier>>,
    /// Who the firm is, for papers; in nothing that is anonymous.
    #[serde(default, skip_serializing_if = "Profile::is_empty")]
    pub profile: Profile,
    /// By which checks of one firm are known as such. An older case gets it at its next save.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firm: Option<Firm>,
    /// When it was handed over last, and in which state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed: Option<Handed>,
    /// The states that this one comes from, or has taken in, as far as they were handed over or merged, in that order.
    /// By these two states of a case find the one that both come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ancestors: Vec<StateId>,
    /// The last number given to an entry of `information`; 0 before the first.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub numbered: u32,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Who the firm is, as papers name it. Empty where nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub firm: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub manager: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub deputy: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub checked_by: String,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Profile {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The firm of a case without its name: the same in each check of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Firm {
    /// Names it among the firms of this folder.
    pub id: String,
    /// Names it in anonymous exports, and is in nothing else.
    pub pseudonym: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub trade: String,
    /// How many people, such as `6-20`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub size: String,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Firm {
    /// Its id, where what stands there can be one.
    #[must_use]
    pub fn known_id(&self) -> Option<FirmId> {
        is_id(&self.id).then(|| FirmId::new(&self.id))
    }
}

/// The state in which a case left this folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Handed {
    pub revision: u64,
    pub on: Day,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One thing to protect, on the list of what to protect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Information {
    pub what: String,
    pub form: Option<FormId>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub entrusted_by: Option<String>,
    #[serde(default)]
    pub seen_by: String,
    #[serde(default)]
    pub level: String,
    /// Given once and never again in this case: tags are printed with it, and merging goes by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// All its forms, `form` first. Counts only then, see [`Information::all_forms`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<FormId>,
    /// `own` or `entrusted`; absent where it was not said. See [`Information::owner`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Whose a thing is, as far as that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    Own,
    Entrusted,
    NotSaid,
}

impl Owner {
    /// What stands in `owner`; none for what was not said.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Own => Some("own"),
            Self::Entrusted => Some("entrusted"),
            Self::NotSaid => None,
        }
    }
}

impl Information {
    /// Nothing was said of it: it may have been given a number.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        let nothing = Self {
            number: self.number,
            ..Self::default()
        };
        *self == nothing
    }

    /// Whose it is. An entry from before there was `owner` says it by who has entrusted it; one that names nobody has
    /// not said that it is the firm's own.
    #[must_use]
    pub fn owner(&self) -> Owner {
        match self.owner.as_deref() {
            Some("own") => Owner::Own,
            Some("entrusted") => Owner::Entrusted,
            _ if self.entrusted_by.is_some() => Owner::Entrusted,
            _ => Owner::NotSaid,
        }
    }

    /// Every form in which it exists. A program that knows only `form` may have changed that one: then `forms` is of
    /// before, and `form` alone counts.
    #[must_use]
    pub fn all_forms(&self) -> &[FormId] {
        match &self.form {
            Some(form) if self.forms.first() == Some(form) => &self.forms,
            Some(form) => std::slice::from_ref(form),
            None => &[],
        }
    }
}

/// The answers to one pack.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    /// The pack's version when the walk was last answered.
    pub version: String,
    /// Where the user was.
    pub at: Option<QuestionId>,
    pub answers: BTreeMap<QuestionId, Answer>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What the user said about one question. Without `given` it is 未回答: a note or a flag answers nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Given>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Moment>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub flag: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Task>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub records: Map<String, Value>,
    /// Points that there is nothing for here (関係なし). One that stands in `given` too counts as it stands there.
    /// Where it is absent nobody was asked: until then "there" meant "there, or there is nothing for it".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none: Option<BTreeSet<PointId>>,
    /// Who gave the answer, where several do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answered_by: String,
    /// A reason that was typed and not yet given: it answers nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub draft_reason: String,
    /// Where each record of `records` lies and since when, by the id of its measure.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub record_details: BTreeMap<String, RecordDetail>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Where a record lies, and the day on which it was put there or seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordDetail {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What an answer says of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointState {
    There,
    Open,
    /// There is nothing for it here (関係なし).
    None,
}

impl PointState {
    /// What is said of a point: that it is in place or not, or that there is nothing for it here. The last counts only where
    /// the pack offers it: elsewhere the point is open.
    pub(super) fn of(point: &Point, said: Option<bool>, is_none: impl FnOnce() -> bool) -> Self {
        match said {
            Some(true) => Self::There,
            None if point.none.is_some() && is_none() => Self::None,
            _ => Self::Open,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Answer {
    /// Nothing is in it that would have to be kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What it says of a point.
    #[must_use]
    pub fn state_of(&self, point: &Point) -> PointState {
        let Some(Given::Points(points)) = &self.given else {
            return PointState::Open;
        };
        let said = points.get(&point.id).copied();
        PointState::of(point, said, || self.has_none(point))
    }

    /// Whether the user said that there is nothing for this point here, also before the question is answered.
    #[must_use]
    pub fn has_none(&self, point: &Point) -> bool {
        let is_said = self
            .none
            .as_ref()
            .is_some_and(|none| none.contains(&point.id));
        let is_given =
            matches!(&self.given, Some(Given::Points(points)) if points.contains_key(&point.id));
        point.none.is_some() && is_said && !is_given
    }

    /// Whether it says "there" of a point that may have meant "there is nothing for it": it was given before the
    /// question asked which.
    #[must_use]
    pub fn is_unsure_of(&self, point: &Point) -> bool {
        let is_there = self.state_of(point) == PointState::There;
        point.none.is_some() && self.none.is_none() && is_there
    }

    /// Whether the user said that the record of this measure is there.
    #[must_use]
    pub fn has_record(&self, measure: &MeasureId) -> bool {
        let state = self.records.get(measure.as_str());
        state.is_some_and(|state| state == RECORD_THERE)
    }
}

/// An answer in the strict sense.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Given {
    /// Every point that was shown, in place or not; so できていない is all of them `false`.
    Points(BTreeMap<PointId, bool>),
    Unknown,
    /// With its reason, which is not blank.
    NotApplicable(String),
}

impl Given {
    /// できている or できていない: each of these points in place, or none of them.
    #[must_use]
    pub fn all_points<'p>(points: impl IntoIterator<Item = &'p Point>, in_place: bool) -> Self {
        let points = points.into_iter().map(|point| (point.id.clone(), in_place));
        Self::Points(map_of(points))
    }

    /// Whether this answer says that the point is in place.
    #[must_use]
    pub fn has(&self, point: &PointId) -> bool {
        matches!(self, Self::Points(points) if points.get(point) == Some(&true))
    }
}

/// What the user means to do about an item: the measure that was marked, who, by when, done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Task {
    #[serde(default)]
    pub measure: Option<MeasureId>,
    #[serde(default)]
    pub who: String,
    /// A day as `YYYY-MM-DD`, or text as typed; see [`Task::due`].
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub done: Option<Day>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

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

/// By when a task is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due<'a> {
    NotSaid,
    Day(Day),
    /// Words of the user's own, from which no day can be told.
    Text(&'a str),
}

impl Task {
    #[must_use]
    pub fn due(&self) -> Due<'_> {
        Self::due_of(&self.by)
    }

    /// What stands in `by`, taken apart.
    #[must_use]
    pub fn due_of(by: &str) -> Due<'_> {
        match Day::parse(by) {
            // Written as one: 2026-2-6 is words.
            Some(day) if day.to_string() == by => Due::Day(day),
            _ if says_nothing(by) => Due::NotSaid,
            _ => Due::Text(by),
        }
    }
}

impl Case {
    /// How many questions are answered in it, in all its walks. Marks, notes, tasks and records answer nothing.
    #[must_use]
    pub fn answered(&self) -> usize {
        let answers = self.walks.values().flat_map(|walk| walk.answers.values());
        answers.filter(|answer| answer.given.is_some()).count()
    }

    /// Gives a number to each entry of the list that has none: the next ones, which were never given before.
    pub fn number_information(&mut self) {
        let highest = self
            .information
            .iter()
            .filter_map(|entry| entry.number)
            .max();
        // Another program may have numbered on.
        self.numbered = self.numbered.max(highest.unwrap_or(0));
        for entry in self
            .information
            .iter_mut()
            .filter(|entry| entry.number.is_none())
        {
            // Somebody else's file may hold any number: then there is no next one.
            let Some(next) = self.numbered.checked_add(1) else {
                return;
            };
            self.numbered = next;
            entry.number = Some(next);
        }
    }

    /// A new case with the walk of `pack` begun and nothing answered.
    #[must_use]
    pub fn new(id: CaseId, title: String, forms: Vec<FormId>, pack: &Pack, now: Moment) -> Self {
        Self {
            format: FORMAT,
            id,
            revision: 1,
            title,
            created: now,
            updated: now,
            forms,
            information: Vec::new(),
            walk: pack.id.clone(),
            walks: map_of([(pack.id.clone(), Walk::begin(pack))]),
            earlier: None,
            profile: Profile::default(),
            firm: None,
            handed: None,
            ancestors: Vec::new(),
            numbered: 0,
            other: Map::new(),
        }
    }

    /// The firm of which this is a check. What a file says there may be anything: only what can stand as an id names a
    /// firm, and a case without one is of no known firm.
    #[must_use]
    pub fn firm_id(&self) -> Option<FirmId> {
        self.firm.as_ref()?.known_id()
    }

    /// The answers to `pack`, if that walk was begun.
    #[must_use]
    pub fn walk(&self, pack: &PackId) -> Option<&Walk> {
        self.walks.get(pack)
    }

    #[must_use]
    pub fn answer(&self, pack: &PackId, question: &QuestionId) -> Option<&Answer> {
        self.walk(pack)?.answers.get(question)
    }
}

impl Walk {
    #[must_use]
    pub fn begin(pack: &Pack) -> Self {
        Self {
            version: pack.version.clone(),
            ..Self::default()
        }
    }

    /// When it was answered last. Marks, notes and tasks answer nothing.
    #[must_use]
    pub fn last_answered(&self) -> Option<Moment> {
        let answered = self.answers.values().filter_map(|answer| answer.answered);
        answered.max()
    }
}
