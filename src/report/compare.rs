//! Two cases beside each other, or a case and the one that it does again: as text and as JSON (docs/JSON.md).
//! Begins with the notice, as every report does; reads and writes nothing.

mod files;

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::json::{FORMAT, written};
use crate::questionnaire::case::Case;
use crate::questionnaire::compare::{Change, Compared, Comparison};
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::pack::Pack;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::days::moment_with_year;
use crate::text::names::{
    before_and_now, change_name, firm_and_title, gaps_before_and_now, outcome_name,
};
use crate::text::notice::notice;
use crate::text::{Message, Text};

pub use files::Changes;

/// Two cases, and for each pack what has changed between them.
pub struct Beside<'a> {
    pub before: &'a Case,
    pub after: &'a Case,
    pub comparisons: Vec<Comparison<'a>>,
}

impl<'a> Beside<'a> {
    /// `packs` are those of the walks that both cases have begun, in order: a walk that one of them has not begun
    /// has nothing to be compared with.
    #[must_use]
    pub fn new(before: &'a Case, after: &'a Case, packs: &'a [Arc<Pack>]) -> Self {
        let both =
            |pack: &&Arc<Pack>| before.walk(&pack.id).is_some() && after.walk(&pack.id).is_some();
        let packs = packs.iter().filter(both);
        Self {
            before,
            after,
            comparisons: packs
                .map(|pack| Comparison::of_cases(pack, before, after))
                .collect(),
        }
    }
}

/// In the user's language: what has become better, worse, otherwise; then what is the same.
#[must_use]
pub fn text(beside: &Beside<'_>, catalog: &Catalog) -> String {
    let mut lines: Vec<String> = Vec::new();
    for sentence in notices(&beside.comparisons) {
        lines.push(catalog.message(&sentence));
    }
    lines.push(String::new());
    for (id, case) in [
        ("report-compare-before", beside.before),
        ("report-compare-after", beside.after),
    ] {
        lines.push(catalog.message(&named(id, case)));
    }
    for comparison in &beside.comparisons {
        lines.extend(walk(comparison, catalog));
    }
    if beside.comparisons.is_empty() {
        lines.push(String::new());
        lines.push(catalog.message(&Message::new("report-compare-nothing")));
    }
    lines.push(String::new());
    lines.push(catalog.message(&Message::new("next-step")));
    lines.join("\n") + "\n"
}

/// The notices of all walks, what they have in common said once: first what this is, last that it is confidential.
fn notices<'a>(comparisons: &[Comparison<'a>]) -> Vec<Message<'a>> {
    let mut said: Vec<Message<'a>> = Vec::new();
    let mut last = None;
    for comparison in comparisons {
        let mut sentences = notice(comparison.pack);
        last = sentences.pop();
        for sentence in sentences {
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
    }
    if comparisons.is_empty() {
        said.push(Message::new("notice-self-check"));
        last = Some(Message::new("notice-confidential"));
    }
    said.extend(last);
    said
}

fn named<'a>(id: &'static str, case: &'a Case) -> Message<'a> {
    Message::new(id)
        .with("title", firm_and_title(case))
        .with("id", case.id.as_str())
        .with("updated", moment_with_year(case.updated))
}

fn walk(comparison: &Comparison<'_>, catalog: &Catalog) -> Vec<String> {
    let said = |message: &Message<'_>| catalog.message(message);
    let mut lines = vec![
        String::new(),
        said(&Message::new("report-walk").with("walk", &comparison.pack.title)),
        said(&gaps_before_and_now(comparison.before, comparison.after)),
    ];
    let counted = Outcome::ALL.map(|outcome| {
        let counts = Message::new("compare-counts")
            .with("before", comparison.before.of(outcome))
            .with("after", comparison.after.of(outcome));
        vec![said(&outcome_name(outcome)), said(&counts)]
    });
    lines.extend(indented(&counted));
    for change in Change::ALL {
        let items: Vec<Vec<String>> = comparison
            .with(change)
            .map(|item| row(item, catalog))
            .collect();
        if !items.is_empty() {
            lines.push(String::new());
            lines.push(said(&change_counted(change, comparison)));
            lines.extend(indented(&items));
        }
    }
    lines.push(String::new());
    lines.push(said(&Message::new("compare-rule")));
    lines
}

fn indented(rows: &[Vec<String>]) -> impl Iterator<Item = String> {
    columns(rows).into_iter().map(|line| format!("  {line}"))
}

/// What became of so many items.
fn change_counted(change: Change, comparison: &Comparison<'_>) -> Message<'static> {
    change_name(change).with("count", comparison.count(change))
}

/// What the item is called; its id where no pack has it any more.
fn label<'a>(item: &Compared<'a>) -> Text<'a> {
    match item.question {
        Some(question) => Text::from(&question.label),
        None => item.id.to_string().into(),
    }
}

fn row(item: &Compared<'_>, catalog: &Catalog) -> Vec<String> {
    let [before, after] = before_and_now(item);
    vec![
        catalog.text(&label(item)).into_owned(),
        catalog.message(&before),
        catalog.message(&after),
    ]
}

/// The comparison for other programs, its notice first.
#[must_use]
pub fn json(beside: &Beside<'_>, catalog: &Catalog) -> String {
    let comparisons = || beside.comparisons.iter();
    written(&json!({
        "notice": comparisons().map(|one| notice_of(one, catalog)).collect::<Vec<_>>(),
        "format": FORMAT,
        "before": case_of(beside.before),
        "after": case_of(beside.after),
        "comparisons": comparisons().map(|one| comparison_of(one, catalog)).collect::<Vec<_>>(),
    }))
}

fn notice_of(comparison: &Comparison<'_>, catalog: &Catalog) -> Value {
    let sentences = notice(comparison.pack);
    let said = sentences.iter().map(|sentence| catalog.message(sentence));
    json!({
        "pack": comparison.pack.id,
        "version": comparison.pack.version,
        "sentences": said.collect::<Vec<_>>(),
    })
}

fn case_of(case: &Case) -> Value {
    json!({
        "id": case.id,
        "title": case.title,
        "firm_name": case.profile.firm,
        "created": case.created,
        "updated": case.updated,
        "forms": case.forms,
    })
}

fn comparison_of(comparison: &Comparison<'_>, catalog: &Catalog) -> Value {
    let changes = Change::ALL.map(|change| {
        let count = comparison.count(change);
        (change.code().to_owned(), count.into())
    });
    let items = comparison.items.iter();
    json!({
        "pack": comparison.pack.id,
        "version": comparison.pack.version,
        "title": comparison.pack.title.get(catalog.chain()),
        "before": side_of(comparison.before),
        "after": side_of(comparison.after),
        "changes": Value::Object(Map::from_iter(changes)),
        "items": items.map(|item| item_of(item, catalog)).collect::<Vec<_>>(),
    })
}

fn side_of(counts: Counts) -> Value {
    let by_outcome = Outcome::ALL.map(|outcome| {
        let count = counts.of(outcome);
        (outcome.code().to_owned(), count.into())
    });
    json!({
        "counts": Value::Object(Map::from_iter(by_outcome)),
        "asked": counts.asked(),
        "answered": counts.answered(),
        "gaps": counts.gaps(),
    })
}

fn item_of(item: &Compared<'_>, catalog: &Catalog) -> Value {
    let label = item
        .question
        .map(|question| question.label.get(catalog.chain()));
    json!({
        "question": item.id,
        "section": item.question.map(|question| &question.section),
        "label": label,
        "before": item.before.map(Outcome::code),
        "after": item.after.map(Outcome::code),
        "points_before": item.points_before.map(points_of),
        "points_after": item.points_after.map(points_of),
        "change": item.change.code(),
    })
}

fn points_of((in_place, of): (usize, usize)) -> Value {
    json!({ "in_place": in_place, "of": of })
}
