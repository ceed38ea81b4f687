//! The names that cases, outcomes, costs, efforts and marks have in the locales.
//! Decides nothing and keeps nothing.

use crate::questionnaire::case::{Case, Due, Task};
use crate::questionnaire::compare::{Change, Compared};
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::{Counts, Outcome};
use crate::questionnaire::pack::{
    Contact, Cost, Effort, Localized, Mark, Measure, Question, Range, Unused,
};
use crate::questionnaire::paper::Reach;
use crate::questionnaire::paper_order::Serving;
use crate::questionnaire::plan::DueCounts;
use crate::questionnaire::seen::{says_nothing, visible};
use crate::text::days::{day_seen_on, day_with_year};
use crate::text::finding::folded;
use crate::text::{Message, Text};

/// できている, 一部できている, …
#[must_use]
pub fn outcome_name(outcome: Outcome) -> Message<'static> {
    Message::new(match outcome {
        Outcome::Met => "outcome-met",
        Outcome::Partly => "outcome-partly",
        Outcome::NotMet => "outcome-not-met",
        Outcome::Unknown => "outcome-unknown",
        Outcome::NotApplicable => "outcome-not-applicable",
        Outcome::Unanswered => "outcome-unanswered",
    })
}

/// What it costs to ask there, and that this is to be checked where it may have changed since the pack was written.
#[must_use]
pub fn contact_cost(contact: &Contact) -> Text<'_> {
    if contact.verify {
        Message::new("contact-cost-verify")
            .with("cost", &contact.cost)
            .into()
    } else {
        (&contact.cost).into()
    }
}

/// The numbers in other schemes that ask for much the same: one message a scheme. Never more than a reading.
pub fn related_numbers(question: &Question) -> impl Iterator<Item = Message<'_>> {
    let mut schemes: Vec<(&Localized, Vec<&str>)> = Vec::new();
    for related in &question.related {
        let number = related.number.as_str();
        match schemes
            .iter_mut()
            .find(|(scheme, _)| **scheme == related.scheme)
        {
            Some((_, numbers)) => numbers.push(number),
            None => schemes.push((&related.scheme, vec![number])),
        }
    }
    schemes.into_iter().map(|(scheme, numbers)| {
        Message::new("related-numbers")
            .with("scheme", scheme)
            .with("numbers", numbers.join(", "))
    })
}

/// How many items have changed so; wants their `count`.
#[must_use]
pub fn change_name(change: Change) -> Message<'static> {
    Message::new(match change {
        Change::Improved => "compare-improved",
        Change::Worse => "compare-worse",
        Change::Other => "compare-other",
        Change::Unchanged => "compare-unchanged",
        Change::New => "compare-new",
        Change::Gone => "compare-gone",
    })
}

/// How many items are not in place, of how many, before and now; and how many of these are only open still, for both:
/// answers that were given since are nothing that became better.
#[must_use]
pub fn gaps_before_and_now(before: Counts, after: Counts) -> Message<'static> {
    Message::new("compare-gaps")
        .with("before", before.gaps())
        .with("asked-before", before.asked())
        .with("open-before", before.unanswered)
        .with("after", after.gaps())
        .with("asked-after", after.asked())
        .with("open-after", after.unanswered)
}

/// An item of a comparison before and now, each said to be that.
#[must_use]
pub fn before_and_now(item: &Compared<'_>) -> [Message<'static>; 2] {
    let [before, now] = stood_and_stands(item);
    [
        Message::new("compare-before").with("before", before),
        Message::new("compare-after").with("after", now),
    ]
}

/// How an item of a comparison stood and how it stands: with the numbers of its points, where nothing else tells the
/// two apart.
#[must_use]
pub fn stood_and_stands(item: &Compared<'_>) -> [Message<'static>; 2] {
    let named = |outcome: Option<Outcome>, points: Option<(usize, usize)>| match (outcome, points) {
        (None, _) => Message::new("compare-not-asked"),
        (Some(Outcome::Partly), Some((in_place, points))) if item.differs_in_points_alone() => {
            Message::new("check-partly")
                .with("in-place", in_place)
                .with("points", points)
        }
        (Some(outcome), _) => outcome_name(outcome),
    };
    [
        named(item.before, item.points_before),
        named(item.after, item.points_after),
    ]
}

/// Cost and effort of a measure, such as 0円・数分.
#[must_use]
pub fn cost_and_effort(measure: &Measure) -> Message<'static> {
    Message::new("cost-and-effort")
        .with("cost", cost_name(measure.cost))
        .with("effort", effort_name(measure.effort))
}

/// What a measure costs, roughly.
#[must_use]
pub fn cost_name(cost: Range<Cost>) -> Message<'static> {
    range(cost, "cost-range", |end| match end {
        Cost::Nothing => "cost-nothing",
        Cost::Under10k => "cost-under-10k",
        Cost::Under100k => "cost-under-100k",
        Cost::Above => "cost-above",
    })
}

/// How long a measure takes, roughly.
#[must_use]
pub fn effort_name(effort: Range<Effort>) -> Message<'static> {
    range(effort, "effort-range", |end| match end {
        Effort::Minutes => "effort-minutes",
        Effort::Hours => "effort-hours",
        Effort::Days => "effort-days",
    })
}

fn range<T: Copy + PartialEq>(
    range: Range<T>,
    both: &'static str,
    name: impl Fn(T) -> &'static str,
) -> Message<'static> {
    if range.from == range.to {
        return Message::new(name(range.from));
    }
    Message::new(both)
        .with("from", Message::new(name(range.from)))
        .with("to", Message::new(name(range.to)))
}

/// How well a fact is supported.
#[must_use]
pub fn mark_name(mark: Mark) -> Message<'static> {
    Message::new(match mark {
        Mark::Document => "mark-document",
        Mark::Confirmed => "mark-confirmed",
        Mark::Secondary => "mark-secondary",
        Mark::General => "mark-general",
    })
}

/// The case's title, or the one made from the day it began, with its year.
#[must_use]
pub fn case_title(case: &Case) -> Text<'_> {
    title_or(&case.title, day_with_year(case.created.day()))
}

/// The case's title, or the one made from the day it began, as a screen says that day which is looked at on `today`.
#[must_use]
pub fn case_title_seen_on(case: &Case, today: Day) -> Text<'_> {
    title_or(&case.title, day_seen_on(case.created.day(), today))
}

/// The case's title as a screen says it that is looked at on `today`, behind the name of its firm: for who looks after
/// several, of which two may have a check of the same name.
#[must_use]
pub fn firm_and_title_seen_on(case: &Case, today: Day) -> Text<'_> {
    with_firm(&case.profile.firm, case_title_seen_on(case, today))
}

/// What a command calls a check, of whomever it is.
#[must_use]
pub fn firm_and_title(case: &Case) -> Text<'_> {
    with_firm(&case.profile.firm, case_title(case))
}

/// A title behind the name of its firm; one that names the firm says enough.
#[must_use]
pub fn with_firm<'a>(firm: &'a str, title: Text<'a>) -> Text<'a> {
    let firm = visible(firm);
    let names_it = matches!(&title, Text::Own(own) if folded(own).contains(&folded(firm)));
    if firm.is_empty() || names_it {
        return title;
    }
    let said = Message::new("case-of-firm").with("firm", firm);
    said.with("title", title).into()
}

/// A title, or the one of a case that was given none.
#[must_use]
pub fn title_or<'a>(title: &'a str, created: Message<'a>) -> Text<'a> {
    if says_nothing(title) {
        return default_title(created).into();
    }
    title.into()
}

/// The title of a case that was given none, from the words for the day on which it began.
#[must_use]
pub fn default_title(created: Message<'_>) -> Message<'_> {
    Message::new("case-default-title").with("day", created)
}

/// By when, with the year of a day: nothing where it was not said, and words as they were typed.
#[must_use]
pub fn due_with_year(task: &Task) -> Text<'_> {
    due_name(task.due(), day_with_year)
}

/// By when, as a screen says a day which is looked at on `today`: nothing where it was not said, and words as they were
/// typed.
#[must_use]
pub fn due_seen_on(task: &Task, today: Day) -> Text<'_> {
    due_name(task.due(), |day| day_seen_on(day, today))
}

fn due_name(due: Due<'_>, day_name: impl FnOnce(Day) -> Message<'static>) -> Text<'_> {
    match due {
        Due::NotSaid => "".into(),
        Due::Day(day) => day_name(day).into(),
        Due::Text(text) => text.into(),
    }
}

/// Who may see a page of a paper, in words.
#[must_use]
pub fn reach_name(reach: Reach) -> Message<'static> {
    Message::new(match reach {
        Reach::Wall => "paper-reach-wall",
        Reach::Inside => "paper-reach-inside",
        Reach::Confidential => "paper-reach-confidential",
    })
}

/// That a file of the user cannot be used as a pack, and what serves then.
#[must_use]
pub fn unused_pack(unused: &Unused) -> Message<'static> {
    let (id, pack) = match unused {
        Unused::InPlace(pack) => ("pack-not-used", pack),
        Unused::Added(pack) => ("pack-added-not-used", pack),
        Unused::Folder => return Message::new("packs-folder-unread"),
    };
    Message::new(id).with("pack", pack.to_string())
}

/// A group of the list of papers, in words.
#[must_use]
pub fn serving_name(serving: Serving) -> Message<'static> {
    Message::new(match serving {
        Serving::Wanted => "papers-wanted",
        Serving::Tasks => "papers-for-tasks",
        Serving::Other => "papers-other",
    })
}

/// How much is due; nothing where nothing is.
#[must_use]
pub fn due_counted(due: DueCounts) -> Option<Message<'static>> {
    let id = match due {
        due if due.is_none() => return None,
        DueCounts { overdue: 0, .. } => "due-this-month",
        DueCounts { this_month: 0, .. } => "due-over",
        DueCounts { .. } => "due-both",
    };
    Some(
        Message::new(id)
            .with("over", due.overdue)
            .with("soon", due.this_month),
    )
}
