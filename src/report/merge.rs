//! What becomes of two states of a check, as text and as JSON (docs/JSON.md). It is no result: nothing is counted here
//! but what differs. Reads and writes nothing.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::json::{FORMAT, written};
use crate::questionnaire::case::Case;
use crate::questionnaire::merge::{
    Difference, Held, Holder, Merge, Part, ProfileMember, Told, Unit,
};
use crate::questionnaire::pack::Pack;
use crate::questionnaire::workbook::Finding;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::merging::MergeNames;
use crate::text::workbook::{finding_code, finding_message};

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
    let told = merged.merge.told.iter();
    let said = told.map(|told| catalog.message(&merged.names().told(told)));
    said.map(|said| on_one_line(&said)).collect()
}

impl Merged<'_> {
    fn names(&self) -> MergeNames<'_> {
        MergeNames {
            packs: self.packs,
            forms: self.merge.forms(),
            today: None,
        }
    }

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
        on_one_line(&catalog.message(&self.names().place(unit)))
    }

    /// What a side holds, on one line.
    fn held(&self, unit: &Unit, held: Option<&Held>, catalog: &Catalog) -> String {
        on_one_line(&catalog.message(&self.names().held(unit, held)))
    }
}

fn on_one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" / ")
}

/// For other programs. `is_written` says whether it was done; the case is the one that is merged into.
#[must_use]
pub fn json(merged: &Merged<'_>, case: &str, revision: u64, is_written: bool) -> String {
    written(&value(merged, case, revision, is_written))
}

/// What a merge with a workbook that came back has done, for other programs: as [`json()`] gives it, with what is to be told
/// of its cells. `case`, its `revision` and `is_written` are of the case that is merged into.
#[must_use]
pub fn workbook_json(
    merged: &Merged<'_>,
    (case, revision, is_written): (&str, u64, bool),
    findings: &[Finding],
    catalog: &Catalog,
) -> String {
    let findings = findings.iter().map(|finding| {
        json!({
            "kind": finding_code(finding),
            "sheet": finding.at.as_ref().map(|at| at.sheet.as_str()),
            "cell": finding.at.as_ref().map(ToString::to_string),
            "said": catalog.message(&finding_message(finding)),
        })
    });
    let mut all = value(merged, case, revision, is_written);
    all["findings"] = findings.collect();
    written(&all)
}

fn value(merged: &Merged<'_>, case: &str, revision: u64, is_written: bool) -> Value {
    let merge = merged.merge;
    let all = |differences: &[Difference]| -> Value { differences.iter().map(of).collect() };
    json!({
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
    })
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
