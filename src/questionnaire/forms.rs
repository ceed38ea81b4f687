//! Which sections and questions a pack asks for the chosen forms, and why.
//! The rule is in the pack's data; nothing here names a section or a form.

use crate::questionnaire::asked::Asked;
use crate::questionnaire::id::FormId;
use crate::questionnaire::pack::{Level, Pack, Question, Section, Take};

/// Why a section is asked, or why not. The codes are those of `mamori scope`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Always, and all of it.
    All,
    /// Always, its lead text only.
    Heading,
    /// Because one of its forms is chosen.
    Form,
    /// Not asked: none of its forms is chosen.
    FormNotChosen,
}

impl Reason {
    #[must_use]
    pub fn is_asked(self) -> bool {
        self != Self::FormNotChosen
    }

    /// The stable code used in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Heading => "heading",
            Self::Form => "form",
            Self::FormNotChosen => "form-not-chosen",
        }
    }
}

/// Whether `section` is asked for these forms, and why.
#[must_use]
pub fn reason(section: &Section, forms: &[FormId]) -> Reason {
    if section.forms.is_empty() {
        return match section.take {
            Take::All => Reason::All,
            Take::Heading => Reason::Heading,
        };
    }
    if section.forms.iter().any(|form| forms.contains(form)) {
        Reason::Form
    } else {
        Reason::FormNotChosen
    }
}

/// The questions of one section that the walk asks once the section is asked at all.
/// Of a section taken by its heading, provisions are never asked.
pub fn questions_in<'a>(
    pack: &'a Pack,
    section: &'a Section,
) -> impl Iterator<Item = &'a Question> + use<'a> {
    pack.questions
        .iter()
        .filter(move |question| question.section == section.id && is_taken(section, question))
}

fn is_taken(section: &Section, question: &Question) -> bool {
    section.take == Take::All || question.level == Level::Heading
}

/// The questions to ask for these forms, in order. One of which no point is asked is not asked either.
#[must_use]
pub fn visible_questions<'a>(pack: &'a Pack, forms: &'a [FormId]) -> Vec<Asked<'a>> {
    let mut visible = Vec::with_capacity(pack.questions.len());
    // Every key asks for them several times. Those of a section stand together: it is looked at once for all of them.
    for its in pack
        .questions
        .chunk_by(|one, next| one.section == next.section)
    {
        let section = pack.section_of(&its[0]);
        if !reason(section, forms).is_asked() {
            continue;
        }
        for question in its {
            if is_taken(section, question)
                && let Some(asked) = Asked::of(question, forms)
            {
                visible.push(asked);
            }
        }
    }
    visible
}

/// How many questions are asked whatever the forms.
#[must_use]
pub fn questions_for_everyone(pack: &Pack) -> usize {
    visible_questions(pack, &[]).len()
}

/// How many questions this form adds to those asked for the forms `before` it. Two forms may share a
/// section: its questions come with the first.
#[must_use]
pub fn questions_added_by(pack: &Pack, form: &FormId, before: &[FormId]) -> usize {
    let with_it = [before, std::slice::from_ref(form)].concat();
    visible_questions(pack, &with_it).len() - visible_questions(pack, before).len()
}

/// The fewest and the most questions that a walk can ask: at least one form is always chosen, if
/// there are any.
#[must_use]
pub fn fewest_and_most_questions(pack: &Pack) -> (usize, usize) {
    let forms: Vec<FormId> = pack.forms.iter().map(|form| form.id.clone()).collect();
    let most = visible_questions(pack, &forms).len();
    let fewest = forms
        .iter()
        .map(|form| visible_questions(pack, std::slice::from_ref(form)).len())
        .min();
    (fewest.unwrap_or(most), most)
}
