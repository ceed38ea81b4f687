//! A pack as the rest of the program sees it: checked, so that evaluating it cannot fail.
//! Made only by `check`; says nothing about any user. What is written of it and read again (`serde`) is for the packs
//! that come with the program, which are checked when it is built: it is no format, and no other program's to read.

use std::cell::RefCell;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::questionnaire::id::{
    ContactId, FormId, MeasureId, PackId, PointId, QuestionId, SectionId, TermId,
};

/// The newest pack format that this program reads; `criteria/schema.json` describes it. Older ones are read for ever.
pub const FORMAT: u32 = 2;

/// The same text in each language of its pack, the pack's first language first.
#[derive(Clone, Debug, PartialEq, Eq)]
// A pack has some thousand texts and few languages: these share their codes.
pub struct Localized(Vec<(Arc<str>, String)>);

impl Localized {
    /// Takes (language, text) pairs in the order of the pack's languages.
    ///
    /// # Panics
    /// If there is no pair at all: `check` never lets that happen.
    #[must_use]
    pub fn new(texts: Vec<(Arc<str>, String)>) -> Self {
        assert!(!texts.is_empty(), "a localized text needs a language");
        Self(texts)
    }

    /// The text in the first language of `chain` that there is, else in the pack's first language.
    #[must_use]
    pub fn get<S: AsRef<str>>(&self, chain: &[S]) -> &str {
        chain
            .iter()
            .find_map(|wanted| {
                self.0
                    .iter()
                    .find(|(language, _)| **language == *wanted.as_ref())
            })
            .unwrap_or(&self.0[0])
            .1
            .as_str()
    }

    /// Every (language, text) pair.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(language, text)| (&**language, text.as_str()))
    }
}

thread_local! {
    /// The codes that were read so far: a handful, however many texts there are.
    static CODES: RefCell<Vec<Arc<str>>> = const { RefCell::new(Vec::new()) };
}

/// The code of a language, shared with every text that was read before.
fn shared_code(code: &str) -> Arc<str> {
    CODES.with_borrow_mut(|codes| {
        if let Some(known) = codes.iter().find(|known| ***known == *code) {
            return Arc::clone(known);
        }
        let new: Arc<str> = code.into();
        codes.push(Arc::clone(&new));
        new
    })
}

impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.all())
    }
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts: Vec<(&str, String)> = Deserialize::deserialize(deserializer)?;
        let texts = texts.into_iter();
        Ok(Self(
            texts
                .map(|(code, text)| (shared_code(code), text))
                .collect(),
        ))
    }
}

/// Questions with their sections, points, measures and whom to ask, from one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    pub id: PackId,
    pub version: String,
    /// The pack after which this one is offered; its forms, terms and contacts may be used here.
    pub follows: Option<PackId>,
    pub languages: Vec<String>,
    pub title: Localized,
    /// Who wrote the words of the pack, by its own saying; none where it does not say.
    pub wording: Option<Wording>,
    /// What became of ids that an earlier version of the pack had.
    pub moves: Moves,
    #[serde(skip)]
    pub source: Source,
    pub notice: Notice,
    pub forms: Vec<Form>,
    pub sections: Vec<Section>,
    /// In the order of their sections, then as written.
    pub questions: Vec<Question>,
    pub contacts: Vec<Contact>,
    pub terms: Vec<Term>,
    pub examples: Vec<Example>,
}

impl Pack {
    /// The section of a question of this pack.
    ///
    /// # Panics
    /// If `question` is of another pack.
    #[must_use]
    pub fn section_of(&self, question: &Question) -> &Section {
        self.sections
            .iter()
            .find(|section| section.id == question.section)
            .expect("check() knows every section that a question names")
    }

    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    #[must_use]
    pub fn form(&self, id: &FormId) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == *id)
    }

    #[must_use]
    pub fn contact(&self, id: &ContactId) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == *id)
    }

    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == *id)
    }
}

/// Where a pack comes from. The pack itself cannot say it: whoever read it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// It came with the program.
    #[default]
    BuiltIn,
    /// A file of the user that stands in the place of one that came with the program.
    InPlace,
    /// A file of the user.
    Added,
}

impl Source {
    /// The stable code used in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BuiltIn => "built-in",
            Self::InPlace => "in-place",
            Self::Added => "added",
        }
    }
}

/// What of the user's own packs cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unused {
    /// A file in the place of a pack of ours, which serves.
    InPlace(PackId),
    /// One that was added: nothing serves for it.
    Added(PackId),
    /// The folder in which they are: which there are, nobody knows.
    Folder,
}

/// Who wrote the words, from which document, and when (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`). Anyone can write any name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub by: Localized,
    pub of: Localized,
    pub on: String,
}

/// Who compared the words with the notice, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    pub by: String,
    pub on: String,
}

/// A number in another scheme that asks for much the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    pub scheme: Localized,
    pub number: String,
    pub mark: Mark,
}

/// What became of the ids that an earlier version had. Each is either renamed or removed, and stands there once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moves {
    /// From an old id to the one that took its place, which may have been renamed since.
    pub renamed: Renamed,
    /// With the reason, which is shown beside what was answered.
    pub removed: Removed,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renamed {
    pub questions: Vec<(QuestionId, QuestionId)>,
    /// With the question to which they belong today.
    pub points: Vec<(QuestionId, PointId, PointId)>,
    pub measures: Vec<(QuestionId, MeasureId, MeasureId)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    pub questions: Vec<(QuestionId, Localized)>,
    pub points: Vec<(QuestionId, PointId, Localized)>,
    pub measures: Vec<(QuestionId, MeasureId, Localized)>,
}

/// The official notice that a pack rests on. `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub name: Localized,
    pub date: String,
    pub amended: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    pub id: FormId,
    pub title: Localized,
    pub examples: Localized,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    /// Where it stands in the notice (in the old numbering), if that is known.
    pub legal_ref: Option<String>,
    pub take: Take,
    /// Asked only if one of these is chosen; empty means always.
    pub forms: Vec<FormId>,
    pub topic: Topic,
    pub title: Localized,
}

/// How much of a section the walk asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Take {
    /// All of it.
    All,
    /// Its lead text (柱書き) only.
    Heading,
}

impl Take {
    /// The stable code used in packs and in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Heading => "heading",
        }
    }
}

/// How sure it is that a section's questions belong at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Topic {
    /// The source document says so.
    Source,
    /// It is this tool's reading: 対応は未確認.
    Reading,
    /// Somebody compared it with the notice.
    Checked(Checked),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    pub section: SectionId,
    pub level: Level,
    /// 1 first, 3 later: this tool's judgement.
    pub priority: u8,
    pub label: Localized,
    pub text: Localized,
    pub why: Why,
    /// Two to four. Which of them are asked depends on the forms: `Asked::points`.
    pub all_points: Vec<Point>,
    /// Cheapest first; for each form each point that is asked is closed by at least one of those that are offered:
    /// `Asked::measures`.
    pub all_measures: Vec<Measure>,
    pub when_unknown: WhenUnknown,
    /// The reasons that are offered; empty means 当てはまらない is not an answer here.
    pub may_not_apply: Vec<Localized>,
    pub amendment: Option<Localized>,
    pub help: Vec<ContactId>,
    pub terms: Vec<TermId>,
    /// Who wrote the words of this question, where it is not whoever wrote the others.
    pub wording: Option<Wording>,
    /// Somebody compared this question with the notice.
    pub checked: Option<Checked>,
    pub related: Vec<Related>,
}

/// Whether a question asks about a part's lead text or about a provision below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    Heading,
    Provision,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    pub text: Localized,
    pub source: Localized,
    pub mark: Mark,
}

/// How well a fact is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// Read in the official paper that we hold.
    Document,
    /// An official page, a court, or several reports.
    Confirmed,
    /// One secondary source.
    Secondary,
    /// Common sense, no source.
    General,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub id: PointId,
    pub text: Localized,
    /// Asked only if one of these forms is chosen; empty means always.
    pub forms: Vec<FormId>,
    /// Why there can be nothing for it (関係なし), such as 派遣の人はいない; none where that is no answer.
    pub none: Option<Localized>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub id: MeasureId,
    pub text: Localized,
    pub detail: Option<Localized>,
    pub cost: Range<Cost>,
    pub effort: Range<Effort>,
    pub record: Localized,
    pub closes: Vec<PointId>,
    /// Offered only if one of these forms is chosen; empty means always.
    pub forms: Vec<FormId>,
}

/// From a lower to an upper end, both included. Ordered by the lower end, then the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range<T> {
    pub from: T,
    pub to: T,
}

impl Range<Cost> {
    /// As packs write it: `A`, or `A-B`.
    #[must_use]
    pub fn code(self) -> String {
        joined(self.from.code(), self.to.code())
    }
}

impl Range<Effort> {
    /// As packs write it: `M`, or `M-H`.
    #[must_use]
    pub fn code(self) -> String {
        joined(self.from.code(), self.to.code())
    }
}

fn joined(from: &str, to: &str) -> String {
    if from == to {
        from.to_owned()
    } else {
        format!("{from}-{to}")
    }
}

/// Rough cost for a firm of 5 to 30 people: this tool's own estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cost {
    /// A: 0 yen.
    Nothing,
    /// B: under 10,000 yen.
    Under10k,
    /// C: under 100,000 yen.
    Under100k,
    /// D: 100,000 yen or more.
    Above,
}

impl Cost {
    /// The stable code used in packs and in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "A",
            Self::Under10k => "B",
            Self::Under100k => "C",
            Self::Above => "D",
        }
    }
}

/// Rough effort: this tool's own estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Effort {
    Minutes,
    Hours,
    Days,
}

impl Effort {
    /// The stable code used in packs and in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minutes => "M",
            Self::Hours => "H",
            Self::Days => "D",
        }
    }
}

/// What to look at and whom to ask when the answer is わからない.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhenUnknown {
    pub look: Localized,
    pub ask: Localized,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub name: Localized,
    pub purpose: Localized,
    pub cost: Localized,
    pub url: Option<String>,
    pub mark: Mark,
    /// 要確認: money, dates or availability may have changed.
    pub verify: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub id: TermId,
    pub name: Localized,
    pub text: Localized,
}

/// A thing that a firm of some trade may have to protect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    pub trade: Localized,
    pub what: Localized,
    pub form: FormId,
}
