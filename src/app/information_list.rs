//! 守る情報の一覧: where the list is before there is a case, and which of its entries is open.
//! Changes nothing itself: `update` does.

use crate::app::App;
use crate::questionnaire::case::Information;
use crate::questionnaire::id::FormId;
use crate::questionnaire::pack::Pack;
use crate::text::language::chain_with;

/// How many things a list holds. Ten are enough to begin with; of a hundred nobody knows which ones matter.
pub(super) const MOST: usize = 50;

/// What the app remembers about the list besides the list itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct InformationList {
    /// The place of the open entry; one past the last is an entry that is still to be written.
    pub(super) at: usize,
    /// Taking off was chosen once.
    pub(super) asked: bool,
    /// What was taken off last, and where it stood.
    pub(super) removed: Option<(usize, Information)>,
    /// Who had entrusted the open entry before that was taken back.
    pub(super) untied: Option<String>,
}

impl InformationList {
    /// What was asked or half chosen is given up.
    pub(super) fn forget(&mut self) {
        *self = Self {
            at: self.at,
            ..Self::default()
        };
    }
}

impl App {
    /// The list of information; empty before there is a case.
    pub(super) fn information(&self) -> &[Information] {
        let case = self.open.case.as_ref();
        case.map_or(&[], |case| &case.information)
    }

    /// The entry that is open; None for one that is still to be written.
    pub(super) fn entry(&self) -> Option<&Information> {
        self.information().get(self.open.list.at)
    }

    /// The pack whose forms and examples go with the list: the open one, or the one that it follows.
    pub(super) fn listing_pack(&self) -> &Pack {
        if self.pack().forms.is_empty() {
            self.first_pack()
        } else {
            self.pack()
        }
    }

    /// Whether the question on the screen is one of the part that asks for such a list: the first of the first walk,
    /// where its pack has examples for one.
    pub(super) fn asks_for_the_list(&self) -> bool {
        let pack = self.pack();
        let first = pack.sections.first().map(|section| &section.id);
        pack.follows.is_none()
            && !pack.examples.is_empty()
            && self.question().map(|question| &question.section) == first
    }

    /// The forms on the list that the check has not, in the order of the pack. Offered where they can be chosen.
    pub(super) fn forms_to_take(&self) -> Vec<FormId> {
        let on_list = |form: &FormId| {
            let mut list = self.information().iter();
            list.any(|information| information.form.as_ref() == Some(form))
        };
        let forms = self.pack().forms.iter().map(|form| &form.id);
        forms
            .filter(|form| on_list(form) && !self.chosen_forms().contains(form))
            .cloned()
            .collect()
    }

    /// The place on the list of the example at `index` of the pack, whatever was added to it since.
    pub(super) fn example_on_list(&self, index: usize) -> Option<usize> {
        let example = self.listing_pack().examples.get(index)?;
        self.information().iter().position(|information| {
            let mut texts = example.what.all();
            texts.any(|(_, text)| text == information.what)
        })
    }

    /// An example of the pack as an entry, in the language in which it is shown.
    pub(super) fn example(&self, index: usize) -> Option<Information> {
        let example = self.listing_pack().examples.get(index)?;
        let languages = chain_with(&self.language, &self.languages);
        Some(Information {
            what: example.what.get(&languages).to_owned(),
            form: Some(example.form.clone()),
            ..Information::default()
        })
    }
}
