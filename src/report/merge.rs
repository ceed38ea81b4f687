//! What becomes of two states of a check, as text and as JSON (docs/JSON.md). It is no result: nothing is counted here
//! but what differs. Reads and writes nothing.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::json::{FORMAT, written};
use crate::questionnaire::case::{Case, Given, Information};
use crate::questionnaire::compare::outcome_alone;
use crate::questionnaire::id::{FormId, MeasureId, PackId, QuestionId};
use crate::questionnaire::merge::{
    Difference, Held, Holder, Merge, Part, ProfileMember, Said, Told, Unit,
};
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Pack;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::days::{day_with_year, moment_with_year};
use crate::text::names::outcome_name;
use crate::text::{Message, Text};

/// Two states of a check beside each other, with what names things in them.
pub struct Merged<'a> {
    pub merge: &'a Merge,
    /// The packs of the walks that were begun, as far as they are installed.
    pub packs: &'a [Arc<Pack>],
    /// The state that both come from, if one is known.
    pub base: Option<&'a Case>,
}

/// What is open: what both have changed, and what became better on their side alone.
#[must_use]
pub fn open(merged: &Merged<'_>, catalog: &Catalog) -> Vec<String> {
    let merge = merged.merge;
    let mut lines = Vec::new();
    let conflicts: Vec<&Difference> = merge.conflicts.iter().collect();
    let better: Vec<&Difference> = merge.to_look_at().collect();
    for (heading, differences) in [("merge-conflicts", conflicts), ("merge-better", better)] {
        if differences.is_empty() {
            continue;
        }
        let heading = Message::new(heading).with("count", differences.len());
        lines.push(catalog.message(&heading));
        for difference in differences {
            lines.push(format!("  {}", merged.place(&difference.unit, catalog)));
            let rows: Vec<Vec<String>> = merged
                .sides(difference)
                .map(|(side, held)| {
                    let held = merged.held(&difference.unit, held, catalog);
                    vec![catalog.message(&Message::new(side)), held]
                })
                .collect();
            lines.extend(columns(&rows).into_iter().map(|row| format!("    {row}")));
        }
        lines.push(String::new());
    }
    lines
}

/// What was settled by a rule, a sentence each.
#[must_use]
pub fn told(merged: &Merged<'_>, catalog: &Catalog) -> Vec<String> {
    let said = merged.merge.told.iter().map(|told| match told {
        Told::Renumbered { what, from, to } => catalog.message(
            &Message::new("merge-renumbered")
                .with("what", what.as_str())
                .with("from", from.to_string())
                .with("to", to.to_string()),
        ),
        Told::KeptUnknown(unit, held) => catalog.message(
            &Message::new("merge-kept-unknown")
                .with("place", merged.place(unit, catalog))
                .with("theirs", merged.held(unit, Some(held), catalog)),
        ),
    });
    said.map(|said| on_one_line(&said)).collect()
}

impl Merged<'_> {
    fn sides<'d>(
        &self,
        difference: &'d Difference,
    ) -> impl Iterator<Item = (&'static str, Option<&'d Held>)> {
        let base = self
            .base
            .map(|_| ("merge-side-base", difference.base.as_ref()));
        let sides = [
            ("merge-side-ours", difference.ours.as_ref()),
            ("merge-side-theirs", difference.theirs.as_ref()),
        ];
        base.into_iter().chain(sides)
    }

    fn place(&self, unit: &Unit, catalog: &Catalog) -> String {
        let said = match unit {
            Unit::Title => Message::new("merge-title"),
            Unit::Profile(member) => Message::new(match member {
                ProfileMember::Firm => "profile-firm",
                ProfileMember::Manager => "profile-manager",
                ProfileMember::Deputy => "profile-deputy",
                ProfileMember::Contact => "profile-contact",
                ProfileMember::CheckedBy => "profile-checked-by",
            }),
            Unit::Trade => Message::new("merge-trade"),
            Unit::Size => Message::new("merge-size"),
            Unit::Form(form) => Message::new("merge-form").with("form", self.form(form)),
            Unit::Entry(number) => Message::new("merge-entry").with("number", number.to_string()),
            Unit::Version(pack) => Message::new("merge-version").with("pack", pack.as_str()),
            Unit::Earlier => Message::new("merge-earlier"),
            Unit::Other(_, name) => Message::new("merge-other").with("name", name.as_str()),
            Unit::Answer(pack, question, part) => {
                let part = match part {
                    Part::Said => Message::new("merge-part-answer"),
                    Part::Note => Message::new("merge-part-note"),
                    Part::Draft => Message::new("merge-part-draft"),
                    Part::Flag => Message::new("merge-part-flag"),
                    Part::Measure => Message::new("merge-part-measure"),
                    Part::Who => Message::new("merge-part-who"),
                    Part::By => Message::new("merge-part-by"),
                    Part::Done => Message::new("merge-part-done"),
                    Part::Record(_) => Message::new("merge-part-record"),
                    Part::Other(name) | Part::TaskOther(name) => {
                        Message::new("merge-other").with("name", name.as_str())
                    }
                };
                Message::new("merge-of-question")
                    .with("question", self.question(pack, question))
                    .with("part", part)
            }
        };
        on_one_line(&catalog.message(&said))
    }

    /// What a side holds, on one line.
    fn held(&self, unit: &Unit, held: Option<&Held>, catalog: &Catalog) -> String {
        let said = match held {
            None if matches!(unit, Unit::Answer(_, _, Part::Said)) => {
                outcome_name(Outcome::Unanswered)
            }
            None => Message::new("merge-nothing"),
            Some(held) => match held {
                Held::Text(text) => Message::new("merge-text").with("text", text.as_str()),
                Held::There | Held::Record(_, None) => Message::new("merge-there"),
                Held::Said(said) => who_and_when(said),
                Held::Measure(measure) => {
                    Message::new("merge-text").with("text", self.measure(unit, measure))
                }
                Held::Day(day) => day_with_year(*day),
                Held::Record(_, Some(detail)) => match detail.on {
                    Some(on) => Message::new("merge-record-on")
                        .with("place", detail.place.as_str())
                        .with("on", day_with_year(on)),
                    None => Message::new("merge-text").with("text", detail.place.as_str()),
                },
                Held::Entry(entry) => {
                    Message::new("merge-text").with("text", self.entry(entry, catalog))
                }
                Held::Earlier(earlier) => moment_with_year(earlier.updated),
                Held::Other(value) => Message::new("merge-text").with("text", value.to_string()),
            },
        };
        on_one_line(&catalog.message(&said))
    }

    /// All that is said of it, as it was typed.
    fn entry(&self, entry: &Information, catalog: &Catalog) -> String {
        let forms = entry.all_forms().iter();
        let forms = forms.map(|form| catalog.text(&self.form(form)).into_owned());
        let typed = [
            entry.what.as_str(),
            &entry.place,
            entry.entrusted_by.as_deref().unwrap_or_default(),
            &entry.seen_by,
            &entry.level,
        ];
        let parts: Vec<String> = typed.into_iter().map(str::to_owned).chain(forms).collect();
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        parts.join(" | ")
    }

    fn question<'t>(&'t self, pack: &PackId, question: &'t QuestionId) -> Text<'t> {
        let mut packs = self.packs.iter();
        let pack = packs.find(|known| known.id == *pack);
        match pack.and_then(|pack| pack.question(question)) {
            Some(question) => Text::from(&question.label),
            None => question.as_str().into(),
        }
    }

    fn measure<'t>(&'t self, unit: &Unit, measure: &'t MeasureId) -> Text<'t> {
        let Unit::Answer(pack, question, _) = unit else {
            return measure.as_str().into();
        };
        let mut packs = self.packs.iter();
        let pack = packs.find(|known| known.id == *pack);
        let question = pack.and_then(|pack| pack.question(question));
        let mut measures = question.into_iter().flat_map(|it| &it.all_measures);
        match measures.find(|known| known.id == *measure) {
            Some(known) => Text::from(&known.text),
            None => measure.as_str().into(),
        }
    }

    fn form<'t>(&'t self, form: &'t FormId) -> Text<'t> {
        let mut forms = self.packs.iter().flat_map(|pack| &pack.forms);
        match forms.find(|known| known.id == *form) {
            Some(known) => Text::from(&known.title),
            None => form.as_str().into(),
        }
    }
}

fn on_one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" / ")
}

/// 一部できている 1/3, by whom and when.
fn who_and_when(said: &Said) -> Message<'_> {
    let outcome = match &said.given {
        None => outcome_name(Outcome::Unanswered),
        Some(given) => match (outcome_alone(given), given) {
            (Outcome::Partly, Given::Points(points)) => Message::new("check-partly")
                .with("in-place", points.values().filter(|there| **there).count())
                .with("points", points.len()),
            (outcome, Given::NotApplicable(reason)) => Message::new("merge-with-reason")
                .with("outcome", outcome_name(outcome))
                .with("reason", reason.as_str()),
            (outcome, _) => outcome_name(outcome),
        },
    };
    match (said.answered, said.answered_by.as_str()) {
        (None, "") => outcome,
        (None, who) => Message::new("merge-by")
            .with("outcome", outcome)
            .with("who", who),
        (Some(answered), "") => Message::new("merge-on")
            .with("outcome", outcome)
            .with("on", day_with_year(answered.day())),
        (Some(answered), who) => Message::new("merge-by-on")
            .with("outcome", outcome)
            .with("who", who)
            .with("on", day_with_year(answered.day())),
    }
}

/// For other programs. `is_written` says whether it was done; the case is the one that is merged into.
#[must_use]
pub fn json(merged: &Merged<'_>, case: &str, revision: u64, is_written: bool) -> String {
    let merge = merged.merge;
    let all = |differences: &[Difference]| -> Value { differences.iter().map(of).collect() };
    written(&json!({
        "format": FORMAT,
        "case": case,
        "revision": revision,
        "written": is_written,
        "has_base": merged.base.is_some(),
        "base": merged.base.map(|base| json!({
            "revision": base.revision,
            "on": base.base_day(),
        })),
        "taken": all(&merge.taken),
        "conflicts": all(&merge.conflicts),
        "told": merge.told.iter().map(told_of).collect::<Vec<_>>(),
    }))
}

fn of(difference: &Difference) -> Value {
    json!({
        "unit": unit_of(&difference.unit),
        "better": difference.is_better(),
        "base": difference.base.as_ref().map(held_of),
        "ours": difference.ours.as_ref().map(held_of),
        "theirs": difference.theirs.as_ref().map(held_of),
    })
}

fn told_of(told: &Told) -> Value {
    match told {
        Told::Renumbered { what, from, to } => {
            json!({"kind": "renumbered", "what": what, "from": from, "to": to})
        }
        Told::KeptUnknown(unit, held) => {
            json!({"kind": "kept-unknown", "unit": unit_of(unit), "theirs": held_of(held)})
        }
    }
}

fn unit_of(unit: &Unit) -> Value {
    match unit {
        Unit::Title => json!({"kind": "title"}),
        Unit::Profile(member) => json!({"kind": "profile", "name": match member {
            ProfileMember::Firm => "firm",
            ProfileMember::Manager => "manager",
            ProfileMember::Deputy => "deputy",
            ProfileMember::Contact => "contact",
            ProfileMember::CheckedBy => "checked_by",
        }}),
        Unit::Trade => json!({"kind": "trade"}),
        Unit::Size => json!({"kind": "size"}),
        Unit::Form(form) => json!({"kind": "form", "name": form}),
        Unit::Entry(number) => json!({"kind": "information", "number": number}),
        Unit::Version(pack) => json!({"kind": "version", "pack": pack}),
        Unit::Earlier => json!({"kind": "earlier"}),
        Unit::Other(holder, name) => {
            let (holder, pack) = match holder {
                Holder::Case => ("case", None),
                Holder::Profile => ("profile", None),
                Holder::Firm => ("firm", None),
                Holder::Walk(pack) => ("walk", Some(pack)),
            };
            json!({"kind": "other", "of": holder, "pack": pack, "name": name})
        }
        Unit::Answer(pack, question, part) => {
            let (kind, name) = match part {
                Part::Said => ("answer", None),
                Part::Note => ("note", None),
                Part::Draft => ("draft_reason", None),
                Part::Flag => ("flag", None),
                Part::Measure => ("measure", None),
                Part::Who => ("who", None),
                Part::By => ("by", None),
                Part::Done => ("done", None),
                Part::Record(measure) => ("record", Some(measure)),
                Part::Other(name) => ("other", Some(name)),
                Part::TaskOther(name) => ("task_other", Some(name)),
            };
            json!({"kind": kind, "pack": pack, "question": question, "name": name})
        }
    }
}

fn held_of(held: &Held) -> Value {
    match held {
        Held::Text(text) => json!(text),
        Held::There => json!(true),
        Held::Said(said) => json!({
            "given": said.given,
            "none": said.none,
            "answered": said.answered,
            "answered_by": said.answered_by,
        }),
        Held::Measure(measure) => json!(measure),
        Held::Day(day) => json!(day),
        Held::Record(state, detail) => {
            let mut members = Map::new();
            members.insert("state".to_owned(), json!(state));
            members.insert(
                "place".to_owned(),
                json!(detail.as_ref().map(|it| &it.place)),
            );
            members.insert("on".to_owned(), json!(detail.as_ref().and_then(|it| it.on)));
            Value::Object(members)
        }
        Held::Entry(entry) => json!(entry),
        Held::Earlier(earlier) => json!({"id": earlier.id, "updated": earlier.updated}),
        Held::Other(value) => value.clone(),
    }
}
