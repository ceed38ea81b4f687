//! A case: one check by one firm, in the user's own words. This is the public case format, version 1.
//! Knows no file and no clock; nothing about the machine is in it. Unknown members are kept at every level.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::questionnaire::id::{CaseId, FormId, MeasureId, PackId, PointId, QuestionId};
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::pack::{Pack, Question};

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
    #[serde(flatten)]
    pub other: Map<String, Value>,
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
    #[serde(flatten)]
    pub other: Map<String, Value>,
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
    /// できている or できていない: every point of the question in place, or none.
    #[must_use]
    pub fn all_points(question: &Question, in_place: bool) -> Self {
        Self::Points(
            question
                .points
                .iter()
                .map(|point| (point.id.clone(), in_place))
                .collect(),
        )
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
    /// As typed.
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

impl Case {
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
            walks: BTreeMap::from([(pack.id.clone(), Walk::begin(pack))]),
            earlier: None,
            other: Map::new(),
        }
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
}
