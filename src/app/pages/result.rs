//! What is not in place: a count of things to do, not a mark; and the pages that open from it.

use crate::app::action::Action;
use crate::app::page::{Collapse, Kind, Row};
use crate::app::pages::check::{item_row, section_name};
use crate::app::{App, Screen};
use crate::questionnaire::compare::Change;
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::pack::{Cost, Unused};
use crate::questionnaire::plan::{DueCounts, FIRST, Planned, due_days};
use crate::questionnaire::result::WalkResult;
use crate::text::Message;
use crate::text::names::{
    contact_cost, due_counted, gaps_before_and_now, outcome_name, unused_pack,
};
use crate::text::notice::notice;
use crate::text::places::place_name;

/// How many characters the longest bar has.
const BAR: usize = 20;

pub(in crate::app) fn rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let counts = result.counts;
    let mut rows: Vec<Row<'_>> = notice(app.pack())
        .into_iter()
        .map(|said| Row::new(Kind::Care, said))
        .collect();
    rows.push(Row::blank());
    rows.push(Row::new(
        Kind::Heading,
        Message::new("result-gaps")
            .with("gaps", counts.gaps())
            .with("asked", counts.asked()),
    ));
    if counts.gaps() == 0 {
        rows.push(Row::said(Kind::Text, "result-no-gaps"));
    }
    rows.push(Row::new(Kind::Text, four_counts(counts)));
    rows.push(Row::new(
        Kind::Text,
        Message::new("result-in-place")
            .with("met", counts.met)
            .with("not-applicable", counts.not_applicable),
    ));
    if let Some(found) = app.since_earlier() {
        rows.push(Row::new(
            Kind::Text,
            gaps_before_and_now(found.before, found.after),
        ));
    }
    rows.push(Row::blank());
    rows.extend(pages_of(&result, app.today));
    rows.extend(more_pages(app, &result));
    rows.extend(following(app));
    // One of them may be what was to follow.
    let added = app.not_used.iter();
    let added = added.filter(|unused| !matches!(unused, Unused::InPlace(_)));
    rows.extend(added.map(|unused| Row::new(Kind::Care, unused_pack(unused))));
    rows.push(Row::action("overview-check", Action::Open(Screen::Check)));
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Text, "next-step"));
    rows.push(Row::action("leave", Action::Leave));
    rows
}

fn four_counts(counts: Counts) -> Message<'static> {
    Message::new("result-counts")
        .with("not-met", counts.not_met)
        .with("partly", counts.partly)
        .with("unknown", counts.unknown)
        .with("unanswered", counts.unanswered)
}

/// The pages that have something to show.
fn pages_of<'a>(result: &WalkResult<'a>, today: Day) -> Vec<Row<'a>> {
    let counts = result.counts;
    let plan = result.plan();
    let first = plan.len().min(FIRST);
    let mut rows = Vec::new();
    let mut offer = |count: usize, id: &'static str, screen: Screen, beside: Message<'a>| {
        if count > 0 {
            rows.push(
                Row::new(Kind::Action, Message::new(id).with("count", count))
                    .right(beside)
                    .doing(Action::Open(screen)),
            );
        }
    };
    offer(
        first,
        "result-tasks",
        Screen::Tasks,
        tasks_beside(&plan, today),
    );
    offer(
        counts.gaps(),
        "result-gap-list",
        Screen::Gaps,
        Message::new("result-by-section"),
    );
    offer(
        counts.unknown,
        "result-find-out",
        Screen::FindOut,
        Message::new("result-look-and-ask"),
    );
    offer(
        counts.not_applicable,
        "result-not-applicable",
        Screen::NotApplicable,
        Message::new("result-reasons"),
    );
    offer(
        counts.asked(),
        "result-chart",
        Screen::Chart,
        Message::new("result-with-numbers"),
    );
    rows
}

/// How many of the tasks are overdue; how many of the first are done; before that, how many of them cost nothing.
fn tasks_beside(plan: &[Planned<'_>], today: Day) -> Message<'static> {
    let due = DueCounts::of(&due_days(plan), today);
    if let Some(said) = due_counted(due).filter(|_| due.overdue > 0) {
        return said;
    }
    let first = || plan.iter().take(FIRST);
    let is_done = |planned: &&Planned<'_>| planned.task.is_some_and(|task| task.done.is_some());
    match first().filter(is_done).count() {
        0 => Message::new("result-tasks-free").with(
            "free",
            first()
                .filter(|planned| planned.measure.cost.to == Cost::Nothing)
                .count(),
        ),
        done => Message::new("result-tasks-done")
            .with("count", first().count())
            .with("done", done),
    }
}

/// What else can be looked at, written to a file, asked, or done again.
fn more_pages<'a>(app: &'a App, result: &WalkResult<'a>) -> Vec<Row<'a>> {
    let open =
        |id, screen, beside| Row::action(id, Action::Open(screen)).right(Message::new(beside));
    let mut rows = Vec::new();
    let records = result.records().len();
    if records > 0 {
        rows.push(
            Row::new(
                Kind::Action,
                Message::new("result-records").with("count", records),
            )
            .right(Message::new("result-records-what"))
            .doing(Action::Open(Screen::Records)),
        );
    }
    if let Some(found) = app.since_earlier() {
        rows.push(
            Row::action("result-compare", Action::Open(Screen::Compare)).right(
                Message::new("result-compare-what")
                    .with("improved", found.count(Change::Improved))
                    .with("worse", found.count(Change::Worse)),
            ),
        );
    }
    rows.push(open("result-export", Screen::Export, "result-export-what"));
    rows.push(open("papers-open", Screen::Papers, "papers-open-what"));
    rows.push(Row::action("contacts-open", Action::Open(Screen::Contacts)));
    if result.counts.answered() > 0 {
        rows.push(
            Row::action("result-again", Action::CheckAgain)
                .right(Message::new("result-again-what")),
        );
    }
    rows
}

/// The short walk that follows this one, or the way back from it.
fn following(app: &App) -> impl Iterator<Item = Row<'_>> {
    let here = app.pack();
    (0u8..).zip(&app.packs).filter_map(move |(index, pack)| {
        let questions =
            crate::questionnaire::forms::visible_questions(pack, app.chosen_forms()).len();
        let message = if pack.follows.as_ref() == Some(&here.id) {
            Message::new("result-follow")
                .with("walk", &pack.title)
                .with("questions", questions)
        } else if here.follows.as_ref() == Some(&pack.id) {
            Message::new("overview-back-to-walk").with("questions", questions)
        } else {
            return None;
        };
        Some(Row::new(Kind::Action, message).doing(Action::OtherWalk(index)))
    })
}

/// Every item that is not in place, by section.
pub(in crate::app) fn gap_rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let count = result.counts.gaps();
    let mut rows = vec![Row::new(
        Kind::Heading,
        Message::new("result-gap-list").with("count", count),
    )];
    for (section, counts) in result.sections() {
        if counts.gaps() == 0 {
            continue;
        }
        rows.push(Row::blank());
        rows.push(section_name(section));
        rows.extend(
            result
                .items_in(section)
                .filter(|(_, item)| item.outcome.is_gap())
                .map(|(index, item)| item_row(index, item, app.is_as_before(item))),
        );
    }
    rows
}

/// What to look at and whom to ask, for every わからない.
pub(in crate::app) fn find_out_rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let count = result.counts.unknown;
    let mut rows = vec![Row::new(
        Kind::Heading,
        Message::new("result-find-out").with("count", count),
    )];
    for (index, item) in result.with_outcome(Outcome::Unknown) {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        let question = item.question;
        rows.push(Row::blank());
        rows.push(Row::new(Kind::Action, &question.label).doing(Action::Question(index)));
        let unknown = &question.when_unknown;
        rows.push(Row::new(
            Kind::Under,
            Message::new("find-out-look").with("look", &unknown.look),
        ));
        rows.push(Row::new(
            Kind::Under,
            Message::new("find-out-ask").with("ask", &unknown.ask),
        ));
        for contact in question
            .help
            .iter()
            .filter_map(|id| app.contact(id))
            .take(1)
        {
            rows.push(
                Row::new(
                    Kind::Under,
                    Message::new("find-out-contact")
                        .with("name", &contact.name)
                        .with("cost", contact_cost(contact)),
                )
                .collapsing(Collapse::Intro),
            );
        }
    }
    rows
}

/// What was said not to apply, each with its reason.
pub(in crate::app) fn not_applicable_rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let count = result.counts.not_applicable;
    let mut rows = vec![Row::new(
        Kind::Heading,
        Message::new("result-not-applicable").with("count", count),
    )];
    for (index, item) in result.with_outcome(Outcome::NotApplicable) {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        rows.push(Row::blank());
        rows.push(Row::new(Kind::Action, &item.question.label).doing(Action::Question(index)));
        let reason = item.reason().unwrap_or_default();
        rows.push(Row::new(
            Kind::Under,
            Message::new("reply-not-applicable").with("reason", reason),
        ));
    }
    rows
}

/// A bar for each section, its numbers beside it: it reads without the bar, and without colour.
pub(in crate::app) fn chart_rows(app: &App) -> Vec<Row<'_>> {
    let Some(result) = app.result() else {
        return Vec::new();
    };
    let mut rows = vec![Row::said(Kind::Heading, "chart-title"), Row::blank()];
    for (index, (section, counts)) in (0u16..).zip(result.sections()) {
        let needed = counts.asked() - counts.not_applicable;
        let filled = (BAR * counts.met).checked_div(needed).unwrap_or(0);
        let bar = format!("{}{}", "#".repeat(filled), ".".repeat(BAR - filled));
        let mut row = Row::new(Kind::Action, &section.title)
            .right(bar)
            .right(
                Message::new("chart-numbers")
                    .with("met", counts.met)
                    .with("needed", needed),
            )
            .doing(Action::FocusText(index));
        if let Some(place) = place_name(section) {
            row = row.under_column(place);
        }
        rows.push(row);
    }
    rows.push(Row::blank());
    rows.push(Row::said(Kind::Caption, "chart-note"));
    for (outcome, count) in Outcome::ALL.map(|outcome| (outcome, result.counts.of(outcome))) {
        rows.push(Row::new(
            Kind::Under,
            Message::new("chart-count")
                .with("outcome", outcome_name(outcome))
                .with("count", count),
        ));
    }
    rows
}
