//! A glance at the bytes of a case file. Only at one such as this program writes: with the members that a case has, and
//! none that is unknown here. Of anything else `reading` says what it is; so whatever is taken here must be a case there
//! too, with the same in it (`a_glance_says_what_the_whole_check_says`).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Answers, Glance, GlancedAnswer, GlancedGiven, Whole, day_of};
use crate::questionnaire::case::{FORMAT, Firm, Handed, RecordDetail};
use crate::questionnaire::id::{CaseId, FormId, PackId, StateId, is_id};
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::reading::case_text;

/// What a list shows of the case in these bytes. None where that has to be asked of the whole of it.
#[must_use]
pub fn glance_at(bytes: &[u8]) -> Option<Glance<'_>> {
    let Ok(Cow::Borrowed(text)) = case_text(bytes) else {
        return None;
    };
    // Not an error: whoever gets nothing reads the whole, which tells.
    let Members(seen): Members<CaseSeen<'_>> = serde_json::from_str(text).ok()?;
    (seen.format == FORMAT && is_id(seen.id)).then(|| Glance {
        id: CaseId::new(seen.id),
        title: seen.title,
        created: seen.created,
        updated: seen.updated,
        walk: seen.walk,
        firm: seen.firm.map(|Members(firm)| Firm {
            id: firm.id.to_owned(),
            pseudonym: firm.pseudonym.to_owned(),
            trade: firm.trade.to_owned(),
            size: firm.size.to_owned(),
            ..Firm::default()
        }),
        firm_name: seen.profile.0.firm,
        forms: seen.forms,
        walks: map_of(
            seen.walks
                .into_iter()
                .map(|(id, Members(walk))| (id, walk.answers)),
        ),
        whole: Whole::Bytes(bytes),
    })
}

/// A text, whatever it says: nothing of it is kept.
#[derive(Default)]
struct Passed;

impl<'de> Deserialize<'de> for Passed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Self)
    }
}

impl Visitor<'_> for Passed {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }
}

/// Members of any name, each with such a value: looked at, and nothing of them is kept.
#[derive(Default)]
struct EachPassed<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for EachPassed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for EachPassed<T> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        while map.next_entry::<Passed, T>()?.is_some() {}
        Ok(self)
    }
}

/// What is written with the names of its members: a list of their values is no case.
#[derive(Default)]
struct Members<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Members<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Named(PhantomData))
    }
}

struct Named<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Named<T> {
    type Value = Members<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Members<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Members)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseSeen<'t> {
    format: u32,
    id: &'t str,
    #[serde(rename = "revision")]
    _revision: u64,
    title: &'t str,
    created: Moment,
    updated: Moment,
    forms: Vec<FormId>,
    #[serde(default, rename = "information")]
    _information: Vec<Members<InformationSeen>>,
    walk: PackId,
    #[serde(borrow)]
    walks: BTreeMap<&'t str, Members<WalkSeen<'t>>>,
    #[serde(default, borrow, rename = "earlier")]
    _earlier: Option<Members<EarlierSeen<'t>>>,
    #[serde(default, borrow)]
    profile: Members<ProfileSeen<'t>>,
    #[serde(default, borrow)]
    firm: Option<Members<FirmSeen<'t>>>,
    #[serde(default, rename = "handed")]
    _handed: Option<Handed>,
    #[serde(default, rename = "ancestors")]
    _ancestors: Vec<StateId>,
    #[serde(default, rename = "numbered")]
    _numbered: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EarlierSeen<'t> {
    #[serde(rename = "id")]
    _id: Passed,
    #[serde(rename = "updated")]
    _updated: Moment,
    #[serde(default, rename = "forms")]
    _forms: Vec<Passed>,
    #[serde(borrow, rename = "walks")]
    _walks: EachPassed<Members<WalkSeen<'t>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InformationSeen {
    #[serde(rename = "what")]
    _what: Passed,
    #[serde(rename = "form")]
    _form: Option<Passed>,
    #[serde(default, rename = "place")]
    _place: Passed,
    #[serde(default, rename = "entrusted_by")]
    _entrusted_by: Option<Passed>,
    #[serde(default, rename = "seen_by")]
    _seen_by: Passed,
    #[serde(default, rename = "level")]
    _level: Passed,
    #[serde(default, rename = "number")]
    _number: Option<u32>,
    #[serde(default, rename = "forms")]
    _forms: Vec<Passed>,
    #[serde(default, rename = "owner")]
    _owner: Option<Passed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirmSeen<'t> {
    id: &'t str,
    pseudonym: &'t str,
    #[serde(default)]
    trade: &'t str,
    #[serde(default)]
    size: &'t str,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ProfileSeen<'t> {
    firm: &'t str,
    #[serde(rename = "manager")]
    _manager: Passed,
    #[serde(rename = "deputy")]
    _deputy: Passed,
    #[serde(rename = "contact")]
    _contact: Passed,
    #[serde(rename = "checked_by")]
    _checked_by: Passed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WalkSeen<'t> {
    #[serde(rename = "version")]
    _version: Passed,
    #[serde(rename = "at")]
    _at: Option<Passed>,
    #[serde(borrow)]
    answers: Answers<'t>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AnswerSeen<'t> {
    #[serde(borrow)]
    given: Option<GlancedGiven<'t>>,
    #[serde(rename = "answered")]
    _answered: Option<Moment>,
    #[serde(rename = "note")]
    _note: Passed,
    #[serde(rename = "flag")]
    _flag: bool,
    #[serde(borrow)]
    task: Option<Members<TaskSeen<'t>>>,
    #[serde(rename = "records")]
    _records: EachPassed<Passed>,
    none: Option<BTreeSet<&'t str>>,
    #[serde(rename = "answered_by")]
    _answered_by: Passed,
    #[serde(rename = "draft_reason")]
    _draft_reason: Passed,
    #[serde(rename = "record_details")]
    _record_details: EachPassed<RecordDetail>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TaskSeen<'t> {
    #[serde(rename = "measure")]
    _measure: Option<Passed>,
    #[serde(rename = "who")]
    _who: Passed,
    by: &'t str,
    done: Option<Day>,
}

impl<'de: 't, 't> Deserialize<'de> for GlancedAnswer<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Members(seen) = Members::<AnswerSeen<'_>>::deserialize(deserializer)?;
        let task = seen.task.map(|Members(task)| task);
        let open = task.filter(|task| task.done.is_none());
        Ok(Self {
            given: seen.given,
            none: seen.none.unwrap_or_default(),
            due: open.and_then(|task| day_of(task.by)),
        })
    }
}
