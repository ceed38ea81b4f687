//! Floor 1: a case with its results as the bytes of a report, one file a format.
//! Reads and writes nothing; every report begins with the notice.

use std::sync::Arc;

use crate::questionnaire::carry::{Orphan, orphans, pack_change};
use crate::questionnaire::case::{Case, Walk};
use crate::questionnaire::id::PackId;
use crate::questionnaire::item::Item;
use crate::questionnaire::moment::Day;
use crate::questionnaire::pack::{Contact, Pack, Question, Topic};
use crate::questionnaire::reader::{Contents, Part, Reader};
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::says_nothing;
use crate::text::catalog::Catalog;
use crate::text::days::{day_with_year, moment_with_year, month_of_year};
use crate::text::names::title_or;
use crate::text::notice::{WORDING, missing_pack, notice, version};
use crate::text::orphans::{orphan_message, orphan_why, orphan_words, pack_change_message};
use crate::text::{Message, Text};

pub mod application;
pub mod compare;
pub mod complete;
pub mod csv;
pub mod customer;
pub mod docx;
pub mod firms;
pub mod format;
pub mod homework;
pub mod html;
pub mod json;
pub mod markdown;
pub mod merge;
pub mod ndjson;
pub mod paper;
mod row;
pub mod text;
mod word;
pub mod xlsx;

/// A case, and the results of its walks in the order of their packs.
/// Answers to questions that are not asked for the chosen forms play no part.
pub struct Report<'a> {
    pub case: &'a Case,
    pub results: Vec<WalkResult<'a>>,
    /// Who it is for and what is in it. What is not is not in `case` either.
    pub contents: Contents,
    /// Walks of the case whose packs cannot be used: they are named, and not in `results`.
    pub missing: Vec<PackId>,
}

impl<'a> Report<'a> {
    /// The whole of it, for the firm itself. `packs` are those of the walks that the case has begun, in order.
    #[must_use]
    pub fn new(case: &'a Case, packs: &'a [Arc<Pack>]) -> Self {
        Self::of(case, packs, Contents::default())
    }

    /// The report with these contents, of a case as [`Contents::shown`] gives it to their reader. `packs` are those of the
    /// walks that the case has begun, in order.
    #[must_use]
    pub fn of(case: &'a Case, packs: &'a [Arc<Pack>], contents: Contents) -> Self {
        debug_assert!(
            *case == *contents.shown(case),
            "what the reader must not see is still in it"
        );
        let results = packs.iter().map(|pack| WalkResult::of(pack, case));
        Self {
            case,
            results: results.collect(),
            contents,
            missing: Vec::new(),
        }
    }

    fn has(&self, part: Part) -> bool {
        self.contents.has(part)
    }

    fn is_anonymous(&self) -> bool {
        self.contents.is_anonymous()
    }

    /// This report, naming the walks whose packs cannot be used.
    #[must_use]
    pub fn without(self, missing: Vec<PackId>) -> Self {
        Self { missing, ..self }
    }

    /// What every report begins with: the notices of all walks, what they have in common said once. First what
    /// this is, last that it is confidential.
    #[must_use]
    pub fn notices(&self) -> Vec<Message<'a>> {
        if self.contents.reader() == Reader::Staff {
            // To be read by everybody: what the numbers rest on is not in it, and neither is what it would be said of.
            return ["notice-self-check", "notice-no-wall", "notice-confidential"]
                .map(Message::new)
                .to_vec();
        }
        let mut said: Vec<Message<'a>> = Vec::new();
        let mut last = None;
        for result in &self.results {
            let mut sentences = self.notice(result);
            last = sentences.pop();
            for mut sentence in sentences {
                if sentence.id == WORDING && said.iter().any(|one| one.id == WORDING) {
                    sentence = version(result.pack);
                }
                if !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
        }
        said.extend(last);
        said
    }

    /// That walks of the case are not in it, because their packs cannot be used.
    fn not_here(&self) -> impl Iterator<Item = Message<'static>> {
        self.missing.iter().map(|pack| {
            let walk = self.case.walk(pack);
            missing_pack(pack, walk.map_or(0, |walk| walk.answers.len()))
        })
    }

    /// The sentences of the notice of one walk.
    fn notice(&self, result: &WalkResult<'a>) -> Vec<Message<'a>> {
        let mut sentences = notice(result.pack);
        let mut more = Vec::new();
        if self.is_anonymous() {
            more.push(Message::new("notice-anonymous"));
        }
        if self.contents.reader() == Reader::Hand {
            more.push(Message::new("notice-hand"));
        }
        let orphans = self.orphans(result).len();
        if orphans > 0 {
            more.push(Message::new("notice-orphans").with("count", orphans));
        }
        more.extend(self.not_here());
        let before_the_last = sentences.len().saturating_sub(1);
        sentences.splice(before_the_last..before_the_last, more);
        sentences
    }

    /// The same in words.
    fn notice_of(&self, result: &WalkResult<'a>, catalog: &Catalog) -> Vec<String> {
        let sentences = self.notice(result);
        sentences
            .iter()
            .map(|sentence| catalog.message(sentence))
            .collect()
    }

    /// When the case was changed last, with its year.
    fn updated(&self) -> Message<'static> {
        if self.is_anonymous() {
            return month_of_year(self.case.updated.day());
        }
        moment_with_year(self.case.updated)
    }

    /// A day, with its year. Of an anonymous case its month is all that is known.
    fn day_name(&self, day: Day) -> Message<'static> {
        if self.is_anonymous() {
            month_of_year(day)
        } else {
            day_with_year(day)
        }
    }

    /// Whose check it is and who has looked it over, as far as that was written.
    fn people(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let profile = &self.case.profile;
        let said = [
            ("profile-firm", profile.firm.as_str()),
            ("profile-checked-by", profile.checked_by.as_str()),
        ];
        said.into_iter().filter(|(_, said)| !says_nothing(said))
    }

    /// The case's title, or the one made from the day on which it began.
    fn title(&self) -> Text<'a> {
        title_or(&self.case.title, self.day_name(self.case.created.day()))
    }

    /// The reason given for 当てはまらない, if there is one to be told.
    fn reason(&self, item: &Item<'a>) -> Option<&'a str> {
        item.reason().filter(|_| self.has(Part::Reasons))
    }

    /// What is certain and what is this tool's reading, each with its heading, by their ids in the locales. These
    /// are claims about the amended notice: a pack of somebody else's that does not read it cannot borrow them.
    fn certain_and_read(&self) -> &'static [(&'static str, &'static [&'static str])] {
        let reads = |result: &WalkResult<'_>| {
            let sections = &result.pack.sections;
            let is_read = sections
                .iter()
                .any(|section| section.topic == Topic::Reading);
            is_read && !result.pack.notice.amended.is_empty()
        };
        if self.results.iter().any(reads) {
            CERTAIN_AND_READ
        } else {
            &[]
        }
    }

    /// What of the walk has no home in its pack any more.
    fn orphans(&self, result: &WalkResult<'a>) -> Vec<Orphan<'a>> {
        orphans(result.pack, self.case.walk(&result.pack.id))
    }

    /// What a pack of another version than that with which the walk was answered did to it, and what has no home in it.
    fn changes(&self, result: &WalkResult<'a>) -> Vec<Message<'a>> {
        let mut said = Vec::new();
        if let Some(version) = self.case.walk(&result.pack.id).map(walked_with)
            && version != result.pack.version
        {
            said.push(
                Message::new("report-other-version")
                    .with("before", version)
                    .with("now", result.pack.version.as_str()),
            );
        }
        let change = pack_change(result, self.case.walk(&result.pack.id));
        said.extend(change.as_ref().map(pack_change_message));
        let orphans = self.orphans(result);
        if !orphans.is_empty() {
            said.push(Message::new("orphans-title").with("count", orphans.len()));
        }
        for orphan in &orphans {
            said.push(orphan_message(orphan));
            said.push(orphan_why(orphan));
            if !self.is_anonymous() {
                said.extend(orphan_words(orphan));
            }
        }
        said
    }

    /// The first whom the pack names for this question. Packs that follow another may name its contacts.
    fn contact(&self, question: &Question) -> Option<&'a Contact> {
        let id = question.help.first()?;
        self.results
            .iter()
            .find_map(|result| result.pack.contact(id))
    }
}

const CERTAIN_AND_READ: &[(&str, &[&str])] = &[
    (
        "about-certain-title",
        &[
            "about-certain-old",
            "about-certain-new",
            "about-certain-forms",
            "about-certain-application",
            "about-less",
            "about-added",
            "about-deleted",
        ],
    ),
    (
        "about-reading-title",
        &[
            "about-reading-places",
            "about-reading-forms",
            "about-reading-wording",
            "about-reading-figures",
            "about-reading-order",
        ],
    ),
];

fn walked_with(walk: &Walk) -> &str {
    &walk.version
}
