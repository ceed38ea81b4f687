//! What differs between two states of a check, in words: what a part of it is called and what each side holds of it.
//! Decides nothing and counts nothing.

use std::sync::Arc;

use crate::questionnaire::asked::Asked;
use crate::questionnaire::case::{Answer, Due, Given, Information, Task};
use crate::questionnaire::compare::outcome_alone;
use crate::questionnaire::id::{FormId, MeasureId, PackId, QuestionId};
use crate::questionnaire::merge::{Held, Part, ProfileMember, Said, Told, Unit};
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::outcome::{Outcome, outcome_of, points_of};
use crate::questionnaire::pack::{Pack, Question};
use crate::text::days::{day_seen_on, day_with_year, moment_seen_on, moment_with_year};
use crate::text::names::outcome_name;
use crate::text::{Message, Text};

/// What names things in two states of a check.
#[derive(Clone, Copy)]
pub struct MergeNames<'a> {
    /// The packs of the walks that were begun, as far as they are installed.
    pub packs: &'a [Arc<Pack>],
    /// The forms that are chosen here: what an answer amounts to depends on them.
    pub forms: &'a [FormId],
    /// The day from which days are seen; None where what is said is read later.
    pub today: Option<Day>,
}

impl<'a> MergeNames<'a> {
    /// What a part of a check is called.
    #[must_use]
    pub fn place(&self, unit: &'a Unit) -> Message<'a> {
        match unit {
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
                    .with("question", self.label(pack, question))
                    .with("part", part)
            }
        }
    }

    /// What a side holds of it.
    #[must_use]
    pub fn held(&self, unit: &'a Unit, held: Option<&'a Held>) -> Message<'a> {
        let text = |text: Text<'a>| Message::new("merge-text").with("text", text);
        match held {
            None if matches!(unit, Unit::Answer(_, _, Part::Said)) => {
                outcome_name(Outcome::Unanswered)
            }
            None => Message::new("merge-nothing"),
            Some(held) => match held {
                Held::Text(typed) => match (unit, Task::due_of(typed)) {
                    (Unit::Answer(_, _, Part::By), Due::Day(day)) => self.day(day),
                    _ => text(typed.as_str().into()),
                },
                Held::There | Held::Record(_, None) => Message::new("merge-there"),
                Held::Said(said) => self.who_and_when(unit, said),
                Held::Measure(measure) => text(self.measure(unit, measure)),
                Held::Day(day) => self.day(*day),
                Held::Record(_, Some(detail)) => match detail.on {
                    Some(on) => Message::new("merge-record-on")
                        .with("place", detail.place.as_str())
                        .with("on", self.day(on)),
                    None => text(detail.place.as_str().into()),
                },
                Held::Entry(entry) => text(self.entry(entry)),
                Held::Earlier(earlier) => self.moment(earlier.updated),
                Held::Other(value) => text(value.to_string().into()),
            },
        }
    }

    /// What was settled by a rule, as a sentence.
    #[must_use]
    pub fn told(&self, told: &'a Told) -> Message<'a> {
        match told {
            Told::Renumbered { what, from, to } => Message::new("merge-renumbered")
                .with("what", what.as_str())
                .with("from", from.to_string())
                .with("to", to.to_string()),
            Told::KeptUnknown(unit, held) => Message::new("merge-kept-unknown")
                .with("place", self.place(unit))
                .with("theirs", self.held(unit, Some(held))),
        }
    }

    /// The question, if its pack is installed and has it still.
    #[must_use]
    pub fn question(&self, pack: &PackId, question: &QuestionId) -> Option<&'a Question> {
        let mut packs = self.packs.iter();
        packs.find(|known| known.id == *pack)?.question(question)
    }

    fn label(&self, pack: &PackId, question: &'a QuestionId) -> Text<'a> {
        match self.question(pack, question) {
            Some(question) => Text::from(&question.label),
            None => question.as_str().into(),
        }
    }

    fn measure(&self, unit: &Unit, measure: &'a MeasureId) -> Text<'a> {
        let question = match unit {
            Unit::Answer(pack, question, _) => self.question(pack, question),
            _ => None,
        };
        let mut measures = question.into_iter().flat_map(|it| &it.all_measures);
        match measures.find(|known| known.id == *measure) {
            Some(known) => Text::from(&known.text),
            None => measure.as_str().into(),
        }
    }

    fn form(&self, form: &'a FormId) -> Text<'a> {
        let mut forms = self.packs.iter().flat_map(|pack| &pack.forms);
        match forms.find(|known| known.id == *form) {
            Some(known) => Text::from(&known.title),
            None => form.as_str().into(),
        }
    }

    /// All that is said of it, as it was typed.
    fn entry(&self, entry: &'a Information) -> Text<'a> {
        let typed = [
            entry.what.as_str(),
            &entry.place,
            entry.entrusted_by.as_deref().unwrap_or_default(),
            &entry.seen_by,
            &entry.level,
        ];
        let typed = typed.into_iter().filter(|typed| !typed.is_empty());
        let forms = entry.all_forms().iter().map(|form| self.form(form));
        let all = typed.map(Text::from).chain(forms).reduce(|before, next| {
            Message::new("merge-entry-parts")
                .with("before", before)
                .with("next", next)
                .into()
        });
        all.unwrap_or_else(|| Message::new("merge-nothing").into())
    }

    /// 一部できている 1/3, by whom and when.
    fn who_and_when(&self, unit: &Unit, said: &'a Said) -> Message<'a> {
        let question = match unit {
            Unit::Answer(pack, question, _) => self.question(pack, question),
            _ => None,
        };
        let asked = question.and_then(|question| Asked::of(question, self.forms));
        let outcome = answer_name(asked, said);
        let who = said.answered_by.as_str();
        match said.answered.map(|answered| self.day(answered.day())) {
            None if who.is_empty() => outcome,
            None => Message::new("merge-by")
                .with("outcome", outcome)
                .with("who", who),
            Some(on) if who.is_empty() => Message::new("merge-on")
                .with("outcome", outcome)
                .with("on", on),
            Some(on) => Message::new("merge-by-on")
                .with("outcome", outcome)
                .with("who", who)
                .with("on", on),
        }
    }

    fn day(&self, day: Day) -> Message<'static> {
        match self.today {
            Some(today) => day_seen_on(day, today),
            None => day_with_year(day),
        }
    }

    fn moment(&self, moment: Moment) -> Message<'static> {
        match self.today {
            Some(today) => moment_seen_on(moment, today),
            None => moment_with_year(moment),
        }
    }
}

/// 一部できている 1/3, or the reason why it does not apply: as the result would judge it, with the points that are asked today.
/// Of a question that is not asked any more, what it amounts to by itself.
fn answer_name<'a>(asked: Option<Asked<'_>>, said: &'a Said) -> Message<'a> {
    let Some(given) = &said.given else {
        return outcome_name(Outcome::Unanswered);
    };
    let alone = || match given {
        Given::Points(points) => (
            points.values().filter(|there| **there).count(),
            points.len(),
        ),
        _ => (0, 0),
    };
    let answer = Answer {
        given: Some(given.clone()),
        none: said.none.clone(),
        ..Answer::default()
    };
    let (outcome, (in_place, points)) = match asked {
        Some(asked) => (
            outcome_of(asked, Some(&answer)),
            points_of(asked, Some(&answer)),
        ),
        None => (outcome_alone(given), alone()),
    };
    match (outcome, given) {
        (Outcome::Partly, _) => Message::new("check-partly")
            .with("in-place", in_place)
            .with("points", points),
        (outcome, Given::NotApplicable(reason)) => Message::new("merge-with-reason")
            .with("outcome", outcome_name(outcome))
            .with("reason", reason.as_str()),
        (outcome, _) => outcome_name(outcome),
    }
}
