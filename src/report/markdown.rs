//! The whole report as Markdown: the notice, what is not in place, what to do, every answer, what is certain.
//! Every text is escaped by `page`; nothing a user typed becomes markup.

use super::Report;
use super::row::{kept, record_state, topic_mark};
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::{Section, Topic};
use crate::questionnaire::plan::{FIRST, Planned};
use crate::questionnaire::result::WalkResult;
use crate::text::catalog::Catalog;
use crate::text::names::{contact_cost, cost_name, due_with_year, effort_name, outcome_name};
use crate::text::{Message, Text};
use page::Page;

mod answers;
pub(super) mod basis;
pub(super) mod page;

/// The report in the user's language.
#[must_use]
pub fn markdown(report: &Report<'_>, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    page.quote_all(report.notices());
    basis::case(&mut page, report, catalog);
    for result in &report.results {
        walk(&mut page, report, result);
    }
    basis::information(&mut page, report);
    basis::what_is_certain(&mut page, report);
    page.into_text().trim_end().to_owned() + "\n"
}

fn walk(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let pack = result.pack;
    page.heading(2, &Message::new("export-walk").with("walk", &pack.title));
    for said in report.changes(result) {
        page.paragraph(&said);
    }
    counts(page, result);
    sections(page, result);
    gaps(page, result);
    tasks(page, report, result);
    find_out(page, report, result);
    not_applicable(page, report, result);
    records(page, result);
    answers::answers(page, report, result);
}

fn counts(page: &mut Page<'_>, result: &WalkResult<'_>) {
    let counts = result.counts;
    page.paragraph(
        &Message::new("result-gaps")
            .with("gaps", counts.gaps())
            .with("asked", counts.asked()),
    );
    if counts.gaps() == 0 {
        page.paragraph(&Message::new("result-no-gaps"));
    }
    let rows = Outcome::ALL.map(|outcome| {
        [
            page.marked(outcome_name(outcome)),
            page.marked(counts.of(outcome).to_string()),
        ]
    });
    page.table(["column-outcome", "column-questions"], rows);
}

/// The numbers that the screen shows as bars.
fn sections(page: &mut Page<'_>, result: &WalkResult<'_>) {
    page.heading(3, &Message::new("export-by-section"));
    let rows: Vec<_> = result
        .sections()
        .into_iter()
        .map(|(section, counts)| {
            let needed = counts.asked() - counts.not_applicable;
            [
                page.marked(&section.title),
                page.marked(section.legal_ref.as_deref().unwrap_or_default()),
                page.marked(topic_mark(section)),
                page.marked(
                    Message::new("chart-numbers")
                        .with("met", counts.met)
                        .with("needed", needed),
                ),
            ]
        })
        .collect();
    let columns = [
        "column-section",
        "column-place",
        "column-topic",
        "column-in-place",
    ];
    page.table(columns, rows);
    let sections = result.sections();
    if sections
        .iter()
        .any(|(section, _)| section.topic == Topic::Reading)
    {
        page.paragraph(&Message::new("topic-marked"));
    }
    page.paragraph(&Message::new("export-not-counted"));
}

/// What is not in place, below its sections.
fn gaps(page: &mut Page<'_>, result: &WalkResult<'_>) {
    let count = result.counts.gaps();
    if count == 0 {
        return;
    }
    page.heading(3, &Message::new("result-gap-list").with("count", count));
    let mut section = None;
    for (_, item) in result.gaps() {
        if section != Some(&item.question.section) {
            section = Some(&item.question.section);
            // With no place: the table above has it, with how sure it is.
            let section = result.pack.section_of(item.question);
            page.heading(4, &Message::new("export-walk").with("walk", &section.title));
        }
        let said = page.marked(label_and_outcome(item));
        page.bullet(0, &said);
    }
}

/// A section with its place and how sure that is.
pub(super) fn section_name(section: &Section) -> Message<'_> {
    let topic = topic_mark(section);
    let name = match &section.legal_ref {
        Some(legal_ref) if section.topic == Topic::Reading => {
            return Message::new("export-section-unconfirmed")
                .with("section", &section.title)
                .with("place", legal_ref.as_str());
        }
        Some(legal_ref) => Message::new("export-section").with("place", legal_ref.as_str()),
        None => Message::new("export-section-without-place"),
    };
    name.with("section", &section.title).with("topic", topic)
}

fn label_and_outcome<'a>(item: &Item<'a>) -> Message<'a> {
    if item.is_flagged() {
        named_outcome("export-item-flagged", item)
    } else {
        label_and_outcome_alone(item)
    }
}

/// Without the flag, which is for the user and nobody else.
pub(super) fn label_and_outcome_alone<'a>(item: &Item<'a>) -> Message<'a> {
    named_outcome("export-item", item)
}

fn named_outcome<'a>(id: &'static str, item: &Item<'a>) -> Message<'a> {
    let outcome = match item.outcome {
        Outcome::Partly => {
            let (in_place, points) = item.points();
            Message::new("check-partly")
                .with("in-place", in_place)
                .with("points", points)
        }
        outcome => outcome_name(outcome),
    };
    Message::new(id)
        .with("label", &item.question.label)
        .with("outcome", outcome)
}

fn tasks(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let plan = result.plan();
    if plan.is_empty() {
        return;
    }
    let (first, others) = plan.split_at(plan.len().min(FIRST));
    page.heading(3, &Message::new("result-tasks").with("count", first.len()));
    let mut planned = report.results.iter().filter(|one| !one.plan().is_empty());
    if planned
        .next()
        .is_some_and(|first| std::ptr::eq(first, result))
    {
        page.paragraph(&Message::new("export-order"));
    }
    task_table(page, report, 1, first);
    for (number, planned) in (1..).zip(first) {
        let measure = planned.measure;
        let said = page.marked(&measure.text).strong();
        page.numbered(number, &said);
        let why = Message::new("tasks-why").with("why", &planned.question.why.text);
        let how = measure.detail.as_ref();
        let how = how.map(|detail| Message::new("tasks-how").with("detail", detail));
        let record = Message::new("reply-met").with("record", &measure.record);
        for said in [Some(why), how, Some(record)].into_iter().flatten() {
            let said = page.marked(said);
            page.bullet(4, &said);
        }
    }
    if !others.is_empty() {
        page.heading(3, &Message::new("tasks-others").with("count", others.len()));
        task_table(page, report, FIRST + 1, others);
    }
}

fn task_table(page: &mut Page<'_>, report: &Report<'_>, from: usize, tasks: &[Planned<'_>]) {
    let rows: Vec<_> = (from..)
        .zip(tasks)
        .map(|(number, planned)| {
            let measure = planned.measure;
            let task = planned.task;
            let done = task
                .and_then(|task| task.done)
                .map(|day| report.day_name(day));
            [
                page.marked(number.to_string()),
                page.marked(&measure.text),
                page.marked(&planned.question.label),
                page.marked(cost_name(measure.cost)),
                page.marked(effort_name(measure.effort)),
                page.marked(task.map_or("", |task| task.who.as_str())),
                page.marked(task.map_or_else(|| "".into(), due_with_year)),
                page.marked(done.map_or_else(|| "".into(), Text::from)),
            ]
        })
        .collect();
    let columns = [
        "column-number",
        "column-measure",
        "column-label",
        "column-cost",
        "column-effort",
        "column-who",
        "column-by",
        "column-done",
    ];
    page.table(columns, rows);
}

fn find_out(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let count = result.counts.unknown;
    if count == 0 {
        return;
    }
    page.heading(3, &Message::new("result-find-out").with("count", count));
    for (_, item) in result.with_outcome(Outcome::Unknown) {
        let unknown = &item.question.when_unknown;
        let label = page.marked(&item.question.label).strong();
        page.tick(0, false, &label);
        let look = Message::new("find-out-look").with("look", &unknown.look);
        let ask = Message::new("find-out-ask").with("ask", &unknown.ask);
        let contact = report.contact(item.question).map(|contact| {
            Message::new("find-out-contact")
                .with("name", &contact.name)
                .with("cost", contact_cost(contact))
        });
        for said in [Some(look), Some(ask), contact].into_iter().flatten() {
            let said = page.marked(said);
            page.bullet(2, &said);
        }
    }
}

fn not_applicable(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let count = result.counts.not_applicable;
    if count == 0 {
        return;
    }
    page.heading(
        3,
        &Message::new("result-not-applicable").with("count", count),
    );
    let rows: Vec<_> = result
        .with_outcome(Outcome::NotApplicable)
        .map(|(_, item)| {
            let reason = report.reason(item);
            let left_out = || page.marked(Message::new("export-left-out"));
            [
                page.marked(&item.question.label),
                reason.map_or_else(left_out, |reason| page.marked(reason)),
            ]
        })
        .collect();
    page.table(["column-label", "column-reason"], rows);
}

fn records(page: &mut Page<'_>, result: &WalkResult<'_>) {
    let records = result.records();
    if records.is_empty() {
        return;
    }
    let there = records.iter().filter(|record| record.is_there).count();
    page.heading(
        3,
        &Message::new("export-records")
            .with("count", records.len())
            .with("there", there),
    );
    page.paragraph(&Message::new("export-records-note"));
    let rows: Vec<_> = records
        .iter()
        .map(|record| {
            let name = match kept(result, record) {
                None => page.marked(&record.measure.record),
                Some(kept) => page.marked(
                    Message::new("export-fact")
                        .with("name", &record.measure.record)
                        .with("value", kept),
                ),
            };
            [
                name,
                page.marked(&record.question.label),
                page.marked(record_state(record.is_there)),
            ]
        })
        .collect();
    page.table(
        ["column-record", "column-label", "column-record-there"],
        rows,
    );
}
