//! Who a report is for (だれに渡しますか), and from that alone what is in it: the formats, the parts, what becomes of the
//! notes. Every writer is given [`Contents`] and a case without the rest, so that none of them can forget to leave
//! something out. Pure values; the locales have the names.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Map;

use crate::questionnaire::anonymous::{REASON_LEFT_OUT, anonymous};
use crate::questionnaire::case::{
    Answer, Case, Earlier, Given, Information, Profile, RECORD_THERE, RecordDetail, Task, Walk,
};
use crate::questionnaire::id::{PackId, is_id};
use crate::questionnaire::item::Item;
use crate::questionnaire::map_of::map_of;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::report_format::ReportFormat;
use crate::questionnaire::result::WalkResult;
use crate::questionnaire::seen::says_nothing;

/// Who will read a report. The codes are those of `mamori export --for`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reader {
    /// The firm itself (自分用).
    #[default]
    Own,
    /// Those who carry it out (社員に配る).
    Staff,
    /// Somebody who is asked for advice (相談する人へ).
    Advisor,
    /// A certification body: the draft for the application (認証機関へ).
    Body,
    /// Somebody who orders from the firm (取引先へ).
    Customer,
    /// Whoever goes on with the check (続きを頼む人へ).
    Hand,
    /// Counting over many firms, without names (名前を消した集計用).
    Statistics,
}

/// What becomes of notes and flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    Never,
    Always,
    /// As chosen; this way if nothing was chosen.
    Chosen {
        at_first: bool,
    },
}

/// A part of a report, or of what it says of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    // What the user has typed
    Title,
    Firm,
    CheckedBy,
    /// Who does a task.
    People,
    /// Why something does not apply.
    Reasons,
    /// Notes and flags.
    Notes,
    /// The list of what to protect.
    List,
    /// The days on which records were put in place.
    RecordDays,
    /// Where records lie.
    RecordPlaces,

    // The sections
    /// How many of which outcome, by section too, and the charts.
    Counts,
    Gaps,
    /// What to do first.
    FirstTasks,
    OtherTasks,
    FindOut,
    NotApplicable,
    Records,
    /// Every answer, point by point.
    Answers,
    /// What is certain and what is a reading.
    Basis,
    /// What an applicant is to state.
    Draft,
    /// The names of what is in place, and nothing else.
    InPlace,
}

use Part::{
    Answers, Basis, CheckedBy, Counts, Draft, FindOut, Firm, FirstTasks, Gaps, InPlace, List,
    NotApplicable, OtherTasks, People, Reasons, RecordDays, RecordPlaces, Records, Title,
};

impl Part {
    /// All of them, in the order in which they are named.
    pub const ALL: [Self; 20] = [
        Title,
        Firm,
        CheckedBy,
        InPlace,
        Counts,
        Gaps,
        FirstTasks,
        OtherTasks,
        People,
        FindOut,
        NotApplicable,
        Reasons,
        Records,
        RecordDays,
        RecordPlaces,
        Answers,
        Self::Notes,
        List,
        Draft,
        Basis,
    ];
}

const WHOLE: &[Part] = &[
    Title,
    Firm,
    CheckedBy,
    People,
    Reasons,
    Part::Notes,
    List,
    RecordDays,
    RecordPlaces,
    Counts,
    Gaps,
    FirstTasks,
    OtherTasks,
    FindOut,
    NotApplicable,
    Records,
    Answers,
    Basis,
];

impl Reader {
    pub const ALL: [Self; 7] = [
        Self::Own,
        Self::Staff,
        Self::Advisor,
        Self::Body,
        Self::Customer,
        Self::Hand,
        Self::Statistics,
    ];

    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Staff => "staff",
            Self::Advisor => "advisor",
            Self::Body => "body",
            Self::Customer => "customer",
            Self::Hand => "hand",
            Self::Statistics => "statistics",
        }
    }

    /// The formats that there are for this reader, the usual one first.
    #[must_use]
    pub const fn formats(self) -> &'static [ReportFormat] {
        use ReportFormat::{Csv, Docx, Html, Json, Markdown, Ndjson, Xlsx};
        match self {
            Self::Own => &ReportFormat::ALL,
            Self::Staff => &[Html, Docx],
            Self::Advisor => &[Html, Docx, Xlsx],
            Self::Body => &[Html, Docx, Markdown],
            // In Word what it says of itself could be taken out.
            Self::Customer => &[Html],
            Self::Hand => &[Json, Xlsx],
            Self::Statistics => &[Ndjson, Csv],
        }
    }

    /// What becomes of notes and flags.
    #[must_use]
    pub const fn notes(self) -> Notes {
        match self {
            Self::Own => Notes::Chosen { at_first: true },
            Self::Advisor => Notes::Chosen { at_first: false },
            Self::Hand => Notes::Always,
            Self::Staff | Self::Body | Self::Customer | Self::Statistics => Notes::Never,
        }
    }

    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Own | Self::Hand => WHOLE,
            Self::Staff => &[Title, Firm, FirstTasks, People],
            Self::Advisor => &[
                Title,
                Firm,
                CheckedBy,
                People,
                Reasons,
                RecordDays,
                RecordPlaces,
                Counts,
                Gaps,
                FirstTasks,
                OtherTasks,
                FindOut,
                NotApplicable,
                Records,
                Answers,
                Basis,
            ],
            Self::Body => &[
                Title, Firm, CheckedBy, People, Reasons, List, RecordDays, Draft, Basis,
            ],
            Self::Customer => &[Firm, InPlace, RecordDays],
            Self::Statistics => &[
                Counts, Gaps, FirstTasks, OtherTasks, FindOut, Records, Answers,
            ],
        }
    }
}

/// What is in a report. Made once, and given to whoever writes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    reader: Reader,
    has_notes: bool,
    is_anonymous: bool,
}

impl Default for Contents {
    /// Everything, for the firm itself.
    fn default() -> Self {
        Self::of(Reader::Own, None)
    }
}

impl Contents {
    /// For this reader; with notes or without as chosen, where that can be chosen.
    #[must_use]
    pub const fn of(reader: Reader, notes: Option<bool>) -> Self {
        let has_notes = match (reader.notes(), notes) {
            (Notes::Never, _) => false,
            (Notes::Always, _) => true,
            (Notes::Chosen { .. }, Some(chosen)) => chosen,
            (Notes::Chosen { at_first }, None) => at_first,
        };
        Self {
            reader,
            has_notes,
            is_anonymous: matches!(reader, Reader::Statistics),
        }
    }

    /// These contents without anything that was typed.
    #[must_use]
    pub const fn anonymous(self) -> Self {
        Self {
            is_anonymous: true,
            ..self
        }
    }

    #[must_use]
    pub const fn reader(self) -> Reader {
        self.reader
    }

    #[must_use]
    pub const fn is_anonymous(self) -> bool {
        self.is_anonymous
    }

    /// Whether this is in it.
    #[must_use]
    pub fn has(self, part: Part) -> bool {
        match part {
            _ if self.is_anonymous && part.is_typed() => false,
            Part::Notes => self.has_notes,
            part => self.reader.parts().contains(&part),
        }
    }

    /// The case as this reader may see it. What is not in [`Contents`] is not in it either.
    #[must_use]
    pub fn shown(self, case: &Case) -> Cow<'_, Case> {
        if self.is_anonymous {
            return Cow::Owned(anonymous(case));
        }
        match self.reader {
            // Whole, members that this version does not know among them.
            Reader::Own | Reader::Hand if self.has_notes => Cow::Borrowed(case),
            _ => Cow::Owned(self.without(case)),
        }
    }

    /// Each value is taken apart by name, so that a new member does not compile until it has its place here. What stands
    /// in the place of an id and is none was written by hand, and may be anything.
    fn without(self, case: &Case) -> Case {
        let Case {
            format,
            id,
            revision,
            title,
            created,
            updated,
            forms,
            information,
            walk,
            walks,
            earlier,
            profile,
            firm,
            handed: _,
            ancestors: _,
            numbered,
            other: _,
        } = case;
        let list = information.iter().filter(|_| self.has(List));
        // By these, checks of one firm are known as such: nobody else is to join them.
        let is_own = self.reader == Reader::Own;
        let earlier = earlier.as_ref().filter(|_| is_own);
        Case {
            format: *format,
            id: id.clone(),
            revision: *revision,
            title: self.text(Title, title),
            created: *created,
            updated: *updated,
            forms: forms.clone(),
            information: list.map(entry_of).collect(),
            walk: walk.clone(),
            walks: self.walks(walks),
            earlier: earlier.map(|earlier| {
                Box::new(Earlier {
                    walks: self.walks(&earlier.walks),
                    other: Map::new(),
                    ..Earlier::clone(earlier)
                })
            }),
            profile: self.profile(profile),
            firm: firm.clone().filter(|_| is_own),
            handed: None,
            ancestors: Vec::new(),
            numbered: *numbered,
            other: Map::new(),
        }
    }

    fn text(self, part: Part, text: &str) -> String {
        Some(text)
            .filter(|_| self.has(part))
            .unwrap_or_default()
            .to_owned()
    }

    fn profile(self, profile: &Profile) -> Profile {
        let Profile {
            firm,
            manager: _,
            deputy: _,
            contact: _,
            checked_by,
            other: _,
        } = profile;
        Profile {
            firm: self.text(Firm, firm),
            checked_by: self.text(CheckedBy, checked_by),
            ..Profile::default()
        }
    }

    fn walks(self, walks: &BTreeMap<PackId, Walk>) -> BTreeMap<PackId, Walk> {
        let of_packs = walks.iter().filter(|(pack, _)| is_id(pack.as_str()));
        map_of(of_packs.map(|(pack, walk)| (pack.clone(), self.walk(walk))))
    }

    fn walk(self, walk: &Walk) -> Walk {
        let Walk {
            version,
            at: _,
            answers,
            other: _,
        } = walk;
        let answers = answers
            .iter()
            .filter(|(question, _)| is_id(question.as_str()));
        Walk {
            version: version.clone(),
            at: None,
            answers: map_of(
                answers.map(|(question, answer)| (question.clone(), self.answer(answer))),
            ),
            other: Map::new(),
        }
    }

    fn answer(self, answer: &Answer) -> Answer {
        let Answer {
            given,
            answered,
            note,
            flag,
            task,
            records,
            none,
            answered_by: _,
            draft_reason: _,
            record_details,
            other: _,
        } = answer;
        let given = given.clone().map(|given| match given {
            Given::NotApplicable(reason) if !self.has(Reasons) && !says_nothing(&reason) => {
                Given::NotApplicable(REASON_LEFT_OUT.to_owned())
            }
            Given::Points(points) => {
                let of_packs = points
                    .into_iter()
                    .filter(|(point, _)| is_id(point.as_str()));
                Given::Points(map_of(of_packs))
            }
            given => given,
        });
        let details = record_details
            .iter()
            .filter(|(measure, _)| is_id(measure) && self.has(RecordDays));
        Answer {
            given,
            answered: *answered,
            note: self.text(Part::Notes, note),
            flag: *flag && self.has(Part::Notes),
            task: task.as_ref().filter(|_| self.has(People)).map(task_of),
            records: records
                .iter()
                .filter(|(measure, state)| is_id(measure) && **state == RECORD_THERE)
                .map(|(measure, state)| (measure.clone(), state.clone()))
                .collect(),
            none: none.as_ref().map(|none| {
                let ids = none.iter().filter(|point| is_id(point.as_str()));
                ids.cloned().collect()
            }),
            record_details: map_of(details.map(|(record, detail)| {
                let RecordDetail {
                    place,
                    on,
                    other: _,
                } = detail;
                let detail = RecordDetail {
                    place: self.text(RecordPlaces, place),
                    on: *on,
                    other: Map::new(),
                };
                (record.clone(), detail)
            })),
            ..Answer::default()
        }
    }
}

fn entry_of(entry: &Information) -> Information {
    Information {
        other: Map::new(),
        ..entry.clone()
    }
}

fn task_of(task: &Task) -> Task {
    Task {
        other: Map::new(),
        ..task.clone()
    }
}

impl Part {
    /// Whether it is made of what somebody has typed.
    #[must_use]
    pub const fn is_typed(self) -> bool {
        matches!(
            self,
            Title
                | Firm
                | CheckedBy
                | People
                | Reasons
                | Self::Notes
                | List
                | RecordDays
                | RecordPlaces
        )
    }
}

impl<'a> WalkResult<'a> {
    /// What is in place, as far as that was said without doubt: of an old answer that may have meant "there is nothing
    /// for it here" nobody knows which it was. This is what a customer is shown.
    pub fn surely_in_place(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| {
            let mut points = item.asked.points();
            let is_unsure =
                points.any(|point| item.answer.is_some_and(|answer| answer.is_unsure_of(point)));
            item.outcome == Outcome::Met && !is_unsure
        })
    }
}
