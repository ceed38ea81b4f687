//! そろえる記録: the papers and files that show what is in place, and those that come with what is to be done.
//! Says only what the user marked as there; whether a record shows enough is for a review to say.

use crate::questionnaire::item::Item;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::pack::{Measure, Question};
use crate::questionnaire::plan::{measure_for, measure_to_show};
use crate::questionnaire::result::WalkResult;

/// A record to have, named by its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeededRecord<'a> {
    /// The place of its item in the result.
    pub item: usize,
    pub question: &'a Question,
    pub measure: &'a Measure,
    /// The user said that it is there.
    pub is_there: bool,
}

impl<'a> WalkResult<'a> {
    /// The records to have, item by item, none twice: of an item that is in place the one that shows it, of one
    /// that is partly or not in place the one of its task, and of any item those that are there already.
    #[must_use]
    pub fn records(&self) -> Vec<NeededRecord<'a>> {
        let items = self.items.iter().enumerate();
        items.flat_map(|(at, item)| records_of(at, item)).collect()
    }
}

/// The measure whose record an item needs. The reply to an answer names the same.
#[must_use]
pub fn measure_needed<'a>(item: &Item<'a>) -> Option<&'a Measure> {
    match item.outcome {
        Outcome::Met => Some(measure_to_show(item.asked, item.answer)),
        Outcome::Partly | Outcome::NotMet => Some(measure_for(item.asked, item.answer)),
        Outcome::Unknown | Outcome::NotApplicable | Outcome::Unanswered => None,
    }
}

/// The needed one first, the others in the order of the pack.
fn records_of<'a>(at: usize, item: &Item<'a>) -> Vec<NeededRecord<'a>> {
    let question = item.question;
    let needed = measure_needed(item);
    let is_there = |measure: &Measure| {
        let answer = item.answer;
        answer.is_some_and(|answer| answer.has_record(&measure.id))
    };
    let others = item
        .asked
        .measures()
        .filter(|measure| is_there(measure) && needed.is_none_or(|needed| needed.id != measure.id));
    needed
        .into_iter()
        .chain(others)
        .map(|measure| NeededRecord {
            item: at,
            question,
            measure,
            is_there: is_there(measure),
        })
        .collect()
}
