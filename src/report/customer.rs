//! The page for a customer: the names of what is in place, the names and days of its records, the day, nothing else.
//! It could be taken for a certificate, so each sheet says at its head and its foot that it is none; it has no place
//! to sign or to seal, names no scheme and quotes no notice. HTML alone: elsewhere the notice could be taken out.

use askama::Template;

use super::Report;
use super::html::Fact;
use super::html::words::Words;
use crate::questionnaire::item::Item;
use crate::questionnaire::moment::Day;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::Source;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::visible;
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::names::outcome_name;

/// The page in the user's language: a whole HTML document.
///
/// # Panics
/// Never: a template can only fail where its output does, and a String takes everything.
#[must_use]
pub fn html(report: &Report<'_>, catalog: &Catalog) -> String {
    let words = Words::new(catalog);
    let firm = words.own(visible(&report.case.profile.firm));
    let fact = |name: &'static str, value: String| Fact {
        name: words.say(name),
        value,
    };
    let day = words.tell(&match answered_on(report) {
        Some(day) => day_with_year(day),
        None => outcome_name(Outcome::Unanswered),
    });
    let mut facts = vec![fact("customer-day", day)];
    if !firm.is_empty() {
        facts.insert(0, fact("profile-firm", firm));
    }
    let is_ours = |result: &WalkResult<'_>| result.pack.source == Source::BuiltIn;
    let page = Page {
        facts,
        is_ours: report.results.iter().all(is_ours),
        walks: report
            .results
            .iter()
            .enumerate()
            .map(|(at, result)| walk(at, report, result, words))
            .collect(),
        words,
    };
    page.render().expect("a String takes everything")
}

#[derive(Template)]
#[template(path = "customer/page.html")]
struct Page<'a> {
    facts: Vec<Fact>,
    /// Nobody else has written the questions.
    is_ours: bool,
    walks: Vec<Walk>,
    words: Words<'a>,
}

struct Walk {
    /// How many questions were asked, and of how many the answer is that it is in place.
    count: String,
    items: Vec<InPlace>,
}

struct InPlace {
    label: String,
    /// The records that are there, each with its day.
    records: Vec<(String, String)>,
}

/// The day on which the newest answer was given; none where nothing is answered.
fn answered_on(report: &Report<'_>) -> Option<Day> {
    let is_answered = |result: &WalkResult<'_>| result.counts.answered() > 0;
    if !report.results.iter().any(is_answered) {
        return None;
    }
    let walks = report.results.iter();
    let answered = walks.filter_map(|result| report.case.walk(&result.pack.id)?.last_answered());
    Some(answered.max().unwrap_or(report.case.updated).day())
}

/// Sets of questions are told apart by their place: their names are those of a scheme.
fn walk(at: usize, report: &Report<'_>, result: &WalkResult<'_>, words: Words<'_>) -> Walk {
    let in_place: Vec<&Item<'_>> = result.surely_in_place().collect();
    let count = Message::new("customer-count")
        .with("asked", result.counts.asked())
        .with("met", in_place.len());
    let count = if report.results.len() > 1 {
        Message::new("customer-count-of")
            .with("number", at + 1)
            .with("count", count)
    } else {
        count
    };
    Walk {
        count: words.tell(&count),
        items: in_place.iter().map(|item| named(item, words)).collect(),
    }
}

fn named(item: &Item<'_>, words: Words<'_>) -> InPlace {
    let records = item.asked.measures().filter_map(|measure| {
        let answer = item
            .answer
            .filter(|answer| answer.has_record(&measure.id))?;
        let detail = answer.record_details.get(measure.id.as_str());
        let day = detail.and_then(|detail| detail.on).map(day_with_year);
        let day = day.map_or(String::new(), |day| words.tell(&day));
        Some((words.pack(&measure.record), day))
    });
    InPlace {
        label: words.pack(&item.question.label),
        records: records.collect(),
    }
}
