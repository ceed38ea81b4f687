//! A case without anything that its user typed, to be given to somebody who must not know whose it is.
//! Outcomes stay as they are. Every format renders such a case, so none of them can forget a text.

use std::collections::BTreeMap;

use serde_json::Map;
use sha2::{Digest, Sha256};

use crate::questionnaire::case::{
    Answer, Case, Earlier, Firm, Given, Information, Profile, RECORD_THERE, Task, Walk,
};
use crate::questionnaire::id::{CaseId, MeasureId, PackId, QuestionId, is_id};
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::seen::says_nothing;

/// What stands where there was a reason: an answer without one would no longer be 当てはまらない.
pub const REASON_LEFT_OUT: &str = "-";

/// A copy without title, notes, reasons, people, places, the words of the list of what to protect, and whatever
/// this version does not know. Answers, marked measures, records that are there and flags stay. Of every time only the
/// month is left, and in the place of the id stands one from which it cannot be told, see [`anonymous_id`]: by both the
/// copy could be joined to the file with the names. The same case gives the same copy.
///
/// Each value is taken apart by name, so that a new member does not compile until it has its place here.
#[must_use]
pub fn anonymous(case: &Case) -> Case {
    let Case {
        format,
        id,
        revision,
        title: _,
        created,
        updated,
        forms,
        information,
        walk,
        walks,
        earlier,
        profile: _,
        firm,
        handed: _,
        ancestors: _,
        numbered: _,
        other: _,
    } = case;
    Case {
        format: *format,
        id: anonymous_id(id, firm.as_ref()),
        // How often a case was changed would tell it from others.
        revision: u64::from(*revision > 0),
        title: String::new(),
        created: created.month(),
        updated: updated.month(),
        forms: forms
            .iter()
            .filter(|form| is_id(form.as_str()))
            .cloned()
            .collect(),
        information: information.iter().map(thing).collect(),
        walk: if is_id(walk.as_str()) {
            walk.clone()
        } else {
            PackId::new("-")
        },
        walks: walks_of(walks),
        earlier: earlier
            .as_ref()
            .map(|earlier| Box::new(earlier_case(earlier, firm.as_ref()))),
        profile: Profile::default(),
        firm: firm.as_ref().map(firm_of),
        handed: None,
        ancestors: Vec::new(),
        numbered: 0,
        other: Map::new(),
    }
}

/// The firm by its pseudonym, with its trade and size: by the id it could be looked up in this folder.
fn firm_of(firm: &Firm) -> Firm {
    let Firm {
        id: _,
        pseudonym,
        trade,
        size,
        other: _,
    } = firm;
    Firm {
        id: String::new(),
        // What somebody has typed by hand in the place of a code could name the firm.
        pseudonym: coded(pseudonym),
        trade: coded(trade),
        size: coded(size),
        other: Map::new(),
    }
}

/// A code stays, anything else goes.
fn coded(text: &str) -> String {
    Some(text)
        .filter(|text| is_id(text))
        .unwrap_or_default()
        .to_owned()
}

/// `anon-` and sixteen characters of five bits each from the SHA-256 of the firm's pseudonym, a line end, and the id.
/// It is the same for the same case, also where that is the `earlier` of another. Whoever has the file with the names can
/// make it too, and so join the two.
#[must_use]
pub fn anonymous_id(id: &CaseId, firm: Option<&Firm>) -> CaseId {
    // One that is anonymous already stays as it is.
    let is_one = |text: &str| text.len() == 16 && text.bytes().all(|byte| ALPHABET.contains(&byte));
    if id.as_str().strip_prefix("anon-").is_some_and(is_one) {
        return id.clone();
    }
    let pseudonym = firm.map_or("", |firm| firm.pseudonym.as_str());
    let code = code_of(format!("{pseudonym}\n{id}").as_bytes());
    CaseId::new(&format!("anon-{code}"))
}

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Sixteen characters of five bits each from the SHA-256 of these bytes.
pub(super) fn code_of(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let bits = hash
        .iter()
        .take(10)
        .fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    (0..16)
        .map(|at| usize::try_from(bits >> (5 * at) & 31).unwrap_or(0))
        .map(|index| char::from(ALPHABET[index]))
        .collect()
}

// Ids come from packs. A file that somebody has written by hand can hold anything in their place.
fn walks_of(walks: &BTreeMap<PackId, Walk>) -> BTreeMap<PackId, Walk> {
    let of_packs = walks.iter().filter(|(pack, _)| is_id(pack.as_str()));
    map_of(of_packs.map(|(pack, walk)| (pack.clone(), walk_of(walk))))
}

fn thing(information: &Information) -> Information {
    let Information {
        what: _,
        form,
        place: _,
        entrusted_by,
        seen_by: _,
        level: _,
        number: _,
        forms,
        owner,
        other: _,
    } = information;
    Information {
        form: form.clone().filter(|form| is_id(form.as_str())),
        // Whether it is somebody else's says nothing about who that is.
        entrusted_by: entrusted_by.as_ref().map(|_| String::new()),
        forms: forms
            .iter()
            .filter(|form| is_id(form.as_str()))
            .cloned()
            .collect(),
        owner: owner
            .as_ref()
            .and(information.owner().code())
            .map(str::to_owned),
        ..Information::default()
    }
}

fn walk_of(walk: &Walk) -> Walk {
    let Walk {
        version,
        at,
        answers,
        other: _,
    } = walk;
    let is_a_version = version.chars().all(|c| c.is_ascii_digit() || c == '.');
    let of_packs = answers.iter().filter(|(id, _)| is_id(id.as_str()));
    Walk {
        version: if is_a_version {
            version.clone()
        } else {
            String::new()
        },
        at: at.clone().filter(|at: &QuestionId| is_id(at.as_str())),
        answers: map_of(of_packs.map(|(id, answer)| (id.clone(), answer_of(answer)))),
        other: Map::new(),
    }
}

fn answer_of(answer: &Answer) -> Answer {
    let Answer {
        given,
        answered,
        note: _,
        flag,
        task,
        records,
        none,
        answered_by: _,
        draft_reason: _,
        record_details: _,
        other: _,
    } = answer;
    let there = records
        .iter()
        .filter(|(measure, state)| is_id(measure) && **state == RECORD_THERE);
    Answer {
        given: given.as_ref().map(given_of),
        answered: answered.map(Moment::month),
        note: String::new(),
        flag: *flag,
        task: task.as_ref().map(task_of),
        records: there
            .map(|(measure, state)| (measure.clone(), state.clone()))
            .collect(),
        none: none.as_ref().map(|none| {
            let ids = none.iter().filter(|point| is_id(point.as_str()));
            ids.cloned().collect()
        }),
        ..Answer::default()
    }
}

fn given_of(given: &Given) -> Given {
    match given {
        Given::Points(points) => {
            let of_packs = points.iter().filter(|(point, _)| is_id(point.as_str()));
            Given::Points(map_of(of_packs.map(|(id, there)| (id.clone(), *there))))
        }
        Given::Unknown => Given::Unknown,
        // A blank reason is none, and stays none.
        Given::NotApplicable(reason) if says_nothing(reason) => Given::NotApplicable(String::new()),
        Given::NotApplicable(_) => Given::NotApplicable(REASON_LEFT_OUT.to_owned()),
    }
}

fn task_of(task: &Task) -> Task {
    let Task {
        measure,
        who: _,
        by: _,
        done,
        other: _,
    } = task;
    Task {
        measure: measure
            .clone()
            .filter(|measure: &MeasureId| is_id(measure.as_str())),
        done: done.map(Day::month),
        ..Task::default()
    }
}

/// The earlier case: its answers as those of this one.
fn earlier_case(earlier: &Earlier, firm: Option<&Firm>) -> Earlier {
    let Earlier {
        id,
        updated,
        forms,
        walks,
        other: _,
    } = earlier;
    Earlier {
        id: anonymous_id(id, firm),
        updated: updated.month(),
        forms: forms
            .iter()
            .filter(|form| is_id(form.as_str()))
            .cloned()
            .collect(),
        walks: walks_of(walks),
        other: Map::new(),
    }
}
