//! A report as plain text, to be read in a terminal or from a file: the notice, what is not in place, what to do.
//! No score, no bar without its numbers, nothing that only a colour would say.

use super::Report;
use crate::questionnaire::case::PointState;
use crate::questionnaire::case::Task;
use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Topic;
use crate::questionnaire::plan::{FIRST, Planned};
use crate::questionnaire::result::WalkResult;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;
use crate::text::names::{contact_cost, cost_and_effort, due_with_year, outcome_name, with_firm};
use crate::text::places::place_name;
use crate::text::{Message, Text};

/// How many characters the longest bar has.
const BAR: usize = 20;

/// The report in the user's language.
#[must_use]
pub fn text(report: &Report<'_>, catalog: &Catalog) -> String {
    let mut page = Page {
        catalog,
        text: String::new(),
    };
    for sentence in report.notices() {
        page.say(0, &sentence);
    }
    page.blank();
    page.say(0, &heading(report));
    for result in &report.results {
        walk(&mut page, report, result);
    }
    page.blank();
    page.say(0, &Message::new("next-step"));
    page.text
}

/// Lines one after the other, some of them indented.
struct Page<'a> {
    catalog: &'a Catalog,
    text: String,
}

impl Page<'_> {
    fn say(&mut self, indent: usize, message: &Message<'_>) {
        let said = self.catalog.message(message);
        self.line(indent, &said);
    }

    // What the user has written may have several lines: they stay below each other.
    fn line(&mut self, indent: usize, said: &str) {
        for line in said.lines() {
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, message: &Message<'_>) {
        self.blank();
        self.say(0, message);
    }
}

fn heading<'a>(report: &Report<'a>) -> Message<'a> {
    Message::new("report-case")
        .with(
            "title",
            with_firm(&report.case.profile.firm, report.title()),
        )
        .with("id", report.case.id.as_str())
        .with("updated", report.updated())
}

fn walk(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let pack = result.pack;
    let title = Message::new("report-walk").with("walk", &pack.title);
    page.heading(&title);
    for said in report.changes(result) {
        page.say(0, &said);
    }
    counts(page, result);
    tasks(page, report, result);
    find_out(page, report, result);
    not_applicable(page, report, result);
    items(page, result);
    chart(page, result);
}

fn counts(page: &mut Page<'_>, result: &WalkResult<'_>) {
    let counts = result.counts;
    page.say(
        0,
        &Message::new("result-gaps")
            .with("gaps", counts.gaps())
            .with("asked", counts.asked()),
    );
    if counts.gaps() == 0 {
        page.say(0, &Message::new("result-no-gaps"));
    }
    page.say(
        0,
        &Message::new("result-counts")
            .with("not-met", counts.not_met)
            .with("partly", counts.partly)
            .with("unknown", counts.unknown)
            .with("unanswered", counts.unanswered),
    );
    page.say(
        0,
        &Message::new("result-in-place")
            .with("met", counts.met)
            .with("not-applicable", counts.not_applicable),
    );
}

fn tasks(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let plan = result.plan();
    if plan.is_empty() {
        return;
    }
    let first = plan.len().min(FIRST);
    page.heading(&Message::new("result-tasks").with("count", first));
    page.say(2, &Message::new("tasks-order"));
    page.say(2, &Message::new("tasks-judgement"));
    for (number, planned) in (1..).zip(&plan) {
        if number == FIRST + 1 {
            page.heading(&Message::new("tasks-others").with("count", plan.len() - FIRST));
        }
        task(page, report, number, planned);
    }
}

fn task(page: &mut Page<'_>, report: &Report<'_>, number: usize, planned: &Planned<'_>) {
    let measure = planned.measure;
    page.say(
        2,
        &Message::new("report-task")
            .with("number", number)
            .with("measure", &measure.text)
            .with("cost", cost_and_effort(measure)),
    );
    let item = Message::new("report-task-item").with("item", &planned.question.label);
    let why = Message::new("tasks-why").with("why", &planned.question.why.text);
    let how = measure.detail.as_ref();
    let how = how.map(|detail| Message::new("tasks-how").with("detail", detail));
    let record = Message::new("reply-met").with("record", &measure.record);
    for said in [Some(item), Some(why), how, Some(record)]
        .into_iter()
        .flatten()
    {
        page.say(5, &said);
    }
    page.say(5, &agreed(report, planned.task));
}

/// Who, by when and done, in one line.
pub(super) fn agreed<'a>(report: &Report<'_>, task: Option<&'a Task>) -> Message<'a> {
    let or_open = |said: Option<Text<'a>>| match said {
        None => Message::new("tasks-open").into(),
        Some(Text::Own(own)) if own.is_empty() => Message::new("tasks-open").into(),
        Some(said) => said,
    };
    let done = task.and_then(|task| task.done);
    Message::new("tasks-agreed")
        .with("who", or_open(task.map(|task| task.who.as_str().into())))
        .with("by", or_open(task.map(due_with_year)))
        .with("done", or_open(done.map(|day| report.day_name(day).into())))
}

fn find_out(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let count = result.counts.unknown;
    if count > 0 {
        page.heading(&Message::new("result-find-out").with("count", count));
    }
    for (_, item) in result.with_outcome(Outcome::Unknown) {
        let unknown = &item.question.when_unknown;
        page.say(
            2,
            &Message::new("report-item").with("item", &item.question.label),
        );
        page.say(
            5,
            &Message::new("find-out-look").with("look", &unknown.look),
        );
        page.say(5, &Message::new("find-out-ask").with("ask", &unknown.ask));
        if let Some(contact) = report.contact(item.question) {
            page.say(
                5,
                &Message::new("find-out-contact")
                    .with("name", &contact.name)
                    .with("cost", contact_cost(contact)),
            );
        }
    }
}

fn not_applicable(page: &mut Page<'_>, report: &Report<'_>, result: &WalkResult<'_>) {
    let count = result.counts.not_applicable;
    if count > 0 {
        page.heading(&Message::new("result-not-applicable").with("count", count));
    }
    for (_, item) in result.with_outcome(Outcome::NotApplicable) {
        page.say(
            2,
            &Message::new("report-item").with("item", &item.question.label),
        );
        if let Some(reason) = report.reason(item) {
            page.say(
                5,
                &Message::new("reply-not-applicable").with("reason", reason),
            );
        }
    }
}

/// Every item with its outcome, and what the user has noted there.
fn items(page: &mut Page<'_>, result: &WalkResult<'_>) {
    page.heading(&Message::new("report-items"));
    let catalog = page.catalog;
    let rows: Vec<Vec<String>> = result
        .items
        .iter()
        .map(|item| {
            let place = place_name(result.pack.section_of(item.question));
            let label = catalog.text(&Text::from(&item.question.label)).into_owned();
            let outcome = catalog.message(&outcome(item));
            let flag = item.is_flagged().then(|| Message::new("check-flag"));
            let flag = flag.map(|flag| catalog.message(&flag));
            vec![
                place.map_or_else(String::new, |place| catalog.text(&place).into_owned()),
                label,
                outcome,
                flag.unwrap_or_default(),
            ]
        })
        .collect();
    for (line, item) in columns(&rows).iter().zip(&result.items) {
        page.line(2, line);
        for point in item.points_that_are(PointState::None) {
            let said = Message::new("export-point-none").with("point", &point.text);
            page.say(
                5,
                &said.with("reason", point.none.as_ref().map_or("".into(), Text::from)),
            );
        }
        if !item.note().is_empty() {
            page.say(5, &Message::new("question-note").with("note", item.note()));
        }
    }
}

fn outcome(item: &Item<'_>) -> Message<'static> {
    match item.outcome {
        Outcome::Partly => {
            let (in_place, points) = item.points();
            Message::new("check-partly")
                .with("in-place", in_place)
                .with("points", points)
        }
        outcome => outcome_name(outcome),
    }
}

/// A bar for each section with its numbers: it reads without the bar too.
fn chart(page: &mut Page<'_>, result: &WalkResult<'_>) {
    page.heading(&Message::new("chart-title"));
    let catalog = page.catalog;
    let rows: Vec<Vec<String>> = result
        .sections()
        .into_iter()
        .map(|(section, counts)| {
            let needed = counts.asked() - counts.not_applicable;
            let filled = (BAR * counts.met).checked_div(needed).unwrap_or(0);
            let numbers = Message::new("chart-numbers")
                .with("met", counts.met)
                .with("needed", needed);
            vec![
                place_name(section)
                    .map_or_else(String::new, |place| catalog.text(&place).into_owned()),
                catalog.text(&Text::from(&section.title)).into_owned(),
                format!("{}{}", "#".repeat(filled), ".".repeat(BAR - filled)),
                catalog.message(&numbers),
            ]
        })
        .collect();
    for line in columns(&rows) {
        page.line(2, &line);
    }
    page.say(2, &Message::new("chart-note"));
    let is_reading = |topic: &Topic| *topic == Topic::Reading;
    if result
        .sections()
        .iter()
        .any(|(section, _)| is_reading(&section.topic))
    {
        page.say(2, &Message::new("overview-reading"));
    }
}
