//! What a template says: sentences of the locales, and everything else made safe to show.
//! Decides nothing; escaping for HTML is the template's.

use crate::questionnaire::pack::Localized;
use crate::text::Message;
use crate::text::Text;
use crate::text::catalog::Catalog;

/// The catalogue, in a form that templates can ask.
#[derive(Clone, Copy)]
pub(in crate::report) struct Words<'a> {
    catalog: &'a Catalog,
}

impl<'a> Words<'a> {
    pub(in crate::report) fn new(catalog: &'a Catalog) -> Self {
        Self { catalog }
    }

    /// A message that takes no argument. Its id stands in a template, where the locales' tests find it.
    pub(in crate::report) fn say(self, id: &'static str) -> String {
        self.tell(&Message::new(id))
    }

    pub(in crate::report) fn tell(self, message: &Message<'_>) -> String {
        self.catalog.message(message)
    }

    pub(in crate::report) fn pack(self, localized: &Localized) -> String {
        self.shown(localized)
    }

    /// The user's own words, without characters that are obeyed instead of shown. Line ends stay.
    pub(in crate::report) fn own(self, text: &str) -> String {
        self.shown(text)
    }

    pub(in crate::report) fn shown<'t>(self, text: impl Into<Text<'t>>) -> String {
        self.catalog.text(&text.into()).into_owned()
    }

    /// The language that is tried first.
    pub(in crate::report) fn language(self) -> &'a str {
        self.catalog.chain().first().map_or("", String::as_str)
    }
}
