//! What several formats say in the same way: one question with everything that a table says about it, gathered once,
//! and names of things. Knows no format; the words are still messages.

use super::Report;
use crate::questionnaire::case::{Information, Owner, PointState};
use crate::questionnaire::id::FormId;
use crate::questionnaire::item::Item;
use crate::questionnaire::pack::{Checked, Measure, Pack, Point, Section, Topic};
use crate::questionnaire::plan::{FIRST, Planned};
use crate::questionnaire::records::NeededRecord;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::says_nothing;
use crate::text::days::{date_as_written, day_with_year};
use crate::text::{Message, Text};

/// A row of a table of questions.
pub(super) struct Row<'a> {
    pub(super) item: &'a Item<'a>,
    pub(super) section: &'a Section,
    /// Its place in the walk, from 1.
    pub(super) number: usize,
    /// Its place in the plan, from 1, if it has a task.
    pub(super) task: Option<(usize, Planned<'a>)>,
    /// The needed one first, if there is one.
    pub(super) records: Vec<NeededRecord<'a>>,
    pub(super) reason: Option<&'a str>,
}

/// The rows of one walk, in the order in which it asks.
pub(super) fn rows<'a>(report: &Report<'a>, result: &'a WalkResult<'a>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = result
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| Row {
            item,
            section: result.pack.section_of(item.question),
            number: at + 1,
            task: None,
            records: Vec::new(),
            reason: report.reason(item),
        })
        .collect();
    for (order, planned) in (1..).zip(result.plan()) {
        rows[planned.item].task = Some((order, planned));
    }
    for record in result.records() {
        rows[record.item].records.push(record);
    }
    rows
}

impl<'a> Row<'a> {
    /// The measure of its task.
    pub(super) fn measure(&self) -> Option<&'a Measure> {
        self.task.map(|(_, planned)| planned.measure)
    }

    /// The points that an answer by points leaves open.
    pub(super) fn open_points(&self) -> impl Iterator<Item = &'a Point> + use<'a> {
        self.item.points_that_are(PointState::Open)
    }

    /// Whether its task is among those to do first.
    pub(super) fn is_first(&self) -> bool {
        self.task.is_some_and(|(order, _)| order <= FIRST)
    }

    /// Who, by when, and the day on which it was done, as the user left them: a mark that waits keeps them too.
    pub(super) fn agreed(&self) -> (&'a str, &'a str, Option<String>) {
        let task = self.item.answer.and_then(|answer| answer.task.as_ref());
        task.map_or(("", "", None), |task| {
            let done = task.done.map(|day| day.to_string());
            (task.who.as_str(), task.by.as_str(), done)
        })
    }
}

/// How sure it is that a section's questions belong at its place, in words.
pub(super) fn topic_name(section: &Section) -> Message<'_> {
    match &section.topic {
        // Without a place there is nothing to which its questions could be matched: the paper names the item, no more.
        Topic::Source if section.legal_ref.is_none() => Message::new("topic-example"),
        Topic::Source => Message::new("topic-source"),
        Topic::Reading => Message::new("topic-reading"),
        Topic::Checked(Checked { by, on }) => Message::new("topic-checked")
            .with("by", Text::from(by.as_str()))
            .with("on", on.as_str()),
    }
}

/// The same where it stands many times: the mark of what is not confirmed, which one sentence of the report explains.
pub(super) fn topic_mark(section: &Section) -> Message<'_> {
    match section.topic {
        Topic::Reading => Message::new("topic-mark"),
        _ => topic_name(section),
    }
}

/// The stable code of the same.
pub(super) fn topic_code(topic: &Topic) -> &'static str {
    match topic {
        Topic::Source => "source",
        Topic::Reading => "reading",
        Topic::Checked { .. } => "checked",
    }
}

/// ある or まだ.
pub(super) fn record_state(is_there: bool) -> Message<'static> {
    Message::new(if is_there {
        "record-there"
    } else {
        "record-not-there"
    })
}

/// Since when a record is there, and where it lies, as far as that was said.
pub(super) fn kept<'a>(result: &WalkResult<'a>, record: &NeededRecord<'_>) -> Option<Message<'a>> {
    let answer = result.items[record.item]
        .answer
        .filter(|_| record.is_there)?;
    let detail = answer.record_details.get(record.measure.id.as_str())?;
    let place = Some(detail.place.as_str()).filter(|place| !says_nothing(place));
    match (detail.on.map(day_with_year), place) {
        (Some(day), Some(place)) => Some(
            Message::new("record-kept")
                .with("day", day)
                .with("place", place),
        ),
        (Some(day), None) => Some(day),
        (None, Some(place)) => Some(Message::new("record-kept-place").with("place", place)),
        (None, None) => None,
    }
}

/// Whether a spreadsheet would take a text for a formula. A Japanese Excel takes the full-width signs for what they
/// look like.
pub(super) fn starts_a_formula(text: &str) -> bool {
    text.trim_start().starts_with([
        '=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{2212}', '\u{FF20}',
    ])
}

/// The form as a pack calls it; its id, if no pack at hand knows it.
pub(super) fn form_name<'a>(report: &Report<'a>, form: &'a FormId) -> Text<'a> {
    let mut packs = report.results.iter().map(|result| result.pack);
    match packs.find_map(|pack| pack.form(form)) {
        Some(form) => Text::from(&form.title),
        None => Text::from(form.as_str()),
    }
}

/// What is on the list of what to protect, each with the number that papers and tags have for it. What has none yet
/// has the one that its paper will have.
pub(super) fn numbered<'a>(report: &Report<'a>) -> Vec<(&'a Information, Option<u32>)> {
    let mut numbered = report.case.clone();
    numbered.number_information();
    let numbers = numbered.information.iter().map(|listed| listed.number);
    report.case.information.iter().zip(numbers).collect()
}

/// Every form in which it exists, as packs call them; None where that was not said.
pub(super) fn forms_of<'a>(report: &Report<'a>, thing: &'a Information) -> Option<Text<'a>> {
    let forms = thing.all_forms().iter().map(|form| form_name(report, form));
    forms.reduce(|before, next| {
        Message::new("joined")
            .with("before", before)
            .with("next", next)
            .into()
    })
}

/// The firm's own, or whose it is, as far as that was said.
pub(super) fn owner(thing: &Information) -> Message<'_> {
    match (thing.owner(), thing.entrusted_by.as_deref()) {
        (Owner::Own, _) => Message::new("owner-own"),
        (Owner::NotSaid, _) => Message::new("owner-not-said"),
        (Owner::Entrusted, Some(by)) if !says_nothing(by) => {
            Message::new("owner-entrusted-by").with("by", by)
        }
        (Owner::Entrusted, _) => Message::new("owner-entrusted"),
    }
}

/// A pack, what it rests on, and when that was amended.
pub(super) fn source_of(pack: &Pack) -> Vec<Message<'_>> {
    let source = Message::new("export-pack")
        .with("title", &pack.title)
        .with("id", pack.id.as_str())
        .with("version", pack.version.as_str())
        .with("notice", &pack.notice.name)
        .with("date", date_as_written(&pack.notice.date));
    let amended = pack.notice.amended.iter();
    let amended =
        amended.map(|date| Message::new("export-amended").with("date", date_as_written(date)));
    std::iter::once(source).chain(amended).collect()
}
