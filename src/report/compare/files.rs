//! Before and now as a file: a page to print, for Word, for Excel. One value, from which all three are written; it holds
//! the names of two checks and of whose they are, and how the items stand, and nothing else that was typed.

use askama::Template;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::{Beside, change_counted, label, named, notices};
use crate::questionnaire::case::{Case, Walk};
use crate::questionnaire::compare::{Change, Comparison};
use crate::questionnaire::id::PackId;
use crate::questionnaire::moment::Moment;
use crate::questionnaire::outcome::Outcome;
use crate::questionnaire::paper::PaperFormat;
use crate::report::docx::page::Page as Document;
use crate::report::html::frame::Frame;
use crate::report::html::words::Words;
use crate::report::xlsx::look::Look;
use crate::report::xlsx::new_workbook;
use crate::report::xlsx::sheet::{Cell, Field, Sheet};
use crate::text::catalog::Catalog;
use crate::text::days::day_with_year;
use crate::text::names::{firm_and_title, gaps_before_and_now, outcome_name, stood_and_stands};
use crate::text::notice::missing_pack;
use crate::text::{Message, Text};

/// What has changed, of which two checks.
pub struct Changes<'a> {
    title: Text<'a>,
    /// When the later of them was changed last.
    updated: Moment,
    before: Message<'a>,
    after: Message<'a>,
    comparisons: Vec<Comparison<'a>>,
    missing: Vec<Message<'a>>,
}

impl<'a> Changes<'a> {
    /// Between two checks.
    #[must_use]
    pub fn between(beside: Beside<'a>) -> Self {
        Self {
            title: firm_and_title(beside.after),
            updated: beside.after.updated,
            before: named("report-compare-before", beside.before),
            after: named("report-compare-after", beside.after),
            comparisons: beside.comparisons,
            missing: Vec::new(),
        }
    }

    /// Since the check that this one does again, of which the walks are in `comparisons`.
    #[must_use]
    pub fn since(case: &'a Case, comparisons: Vec<Comparison<'a>>) -> Self {
        let walks = case
            .earlier
            .iter()
            .flat_map(|earlier| earlier.walks.values());
        let answered = walks.filter_map(Walk::last_answered).max();
        let before = match answered {
            Some(answered) => {
                Message::new("compare-before-day").with("day", day_with_year(answered.day()))
            }
            None => Message::new("compare-before-no-day"),
        };
        Self {
            title: firm_and_title(case),
            updated: case.updated,
            before,
            after: named("report-compare-after", case),
            comparisons,
            missing: Vec::new(),
        }
    }

    /// These changes, naming the walks whose packs cannot be used, each with the number of its answers: that nothing is
    /// said of them is not that nothing has changed.
    #[must_use]
    pub fn without(self, missing: &[(PackId, usize)]) -> Self {
        let missing = missing.iter();
        let missing = missing.map(|(pack, answers)| missing_pack(pack, *answers));
        Self {
            missing: missing.collect(),
            ..self
        }
    }

    /// The bytes of a file, in the user's language.
    ///
    /// # Panics
    /// Never: memory takes everything, and what Excel would refuse is cut or left out before.
    #[must_use]
    pub fn bytes(&self, catalog: &Catalog, format: PaperFormat) -> Vec<u8> {
        let words = Words::new(catalog);
        let title = words.shown(self.title.clone());
        let mut notices = notices(&self.comparisons);
        let before_the_last = notices.len().saturating_sub(1);
        notices.splice(
            before_the_last..before_the_last,
            self.missing.iter().cloned(),
        );
        let frame = Frame::of(&notices, words, &title);
        let page = Page {
            frame,
            title,
            updated: self.updated,
            before: words.tell(&self.before),
            after: words.tell(&self.after),
            missing: self.missing.iter().map(|said| words.tell(said)).collect(),
            walks: self
                .comparisons
                .iter()
                .map(|one| walk(one, words))
                .collect(),
            words,
        };
        match format {
            PaperFormat::Html => page
                .render()
                .expect("a String takes everything")
                .into_bytes(),
            PaperFormat::Docx => page.docx(),
            PaperFormat::Xlsx => page
                .workbook(catalog)
                .and_then(|mut workbook| workbook.save_to_buffer())
                .expect("nothing in it that Excel would refuse"),
        }
    }
}

#[derive(Template)]
#[template(path = "compare/page.html")]
struct Page<'a> {
    frame: Frame,
    title: String,
    updated: Moment,
    before: String,
    after: String,
    missing: Vec<String>,
    walks: Vec<Compared>,
    words: Words<'a>,
}

struct Compared {
    title: String,
    gaps: String,
    counts: Vec<Row>,
    groups: Vec<Group>,
}

/// The items of which the same became.
struct Group {
    heading: String,
    change: Change,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    before: String,
    now: String,
}

fn walk(comparison: &Comparison<'_>, words: Words<'_>) -> Compared {
    let counts = Outcome::ALL.map(|outcome| Row {
        name: words.tell(&outcome_name(outcome)),
        before: comparison.before.of(outcome).to_string(),
        now: comparison.after.of(outcome).to_string(),
    });
    let groups = Change::ALL.map(|change| Group {
        heading: words.tell(&change_counted(change, comparison)),
        change,
        rows: comparison
            .with(change)
            .map(|item| {
                let [before, now] = stood_and_stands(item).map(|said| words.tell(&said));
                Row {
                    name: words.shown(label(item)),
                    before,
                    now,
                }
            })
            .collect(),
    });
    Compared {
        title: words.pack(&comparison.pack.title),
        gaps: words.tell(&gaps_before_and_now(comparison.before, comparison.after)),
        counts: counts.into(),
        groups: groups
            .into_iter()
            .filter(|group| !group.rows.is_empty())
            .collect(),
    }
}

impl Page<'_> {
    fn docx(&self) -> Vec<u8> {
        let words = self.words;
        let mut document = Document::new(words);
        document.head(&self.frame, &words.say("compare-title"), &self.title, &[]);
        document.say(&self.before);
        document.say(&self.after);
        let heads = |first| [(first, 6), ("column-before", 4), ("column-now", 4)];
        let cells = |rows: &[Row]| -> Vec<Vec<String>> {
            let rows = rows.iter();
            rows.map(|row| vec![row.name.clone(), row.before.clone(), row.now.clone()])
                .collect()
        };
        for walk in &self.walks {
            document.heading(1, &walk.title);
            document.say(&walk.gaps);
            document.table(&heads("column-outcome"), &cells(&walk.counts));
            for group in &walk.groups {
                document.heading(2, &group.heading);
                document.table(&heads("column-label"), &cells(&group.rows));
            }
            document.say(&words.say("compare-rule"));
        }
        if self.walks.is_empty() {
            document.say(&words.say("report-compare-nothing"));
        }
        document.say(&words.say("next-step"));
        document.packed()
    }

    /// A sheet of the items; above it the notice, what the two are and what counts as better.
    fn workbook(&self, catalog: &Catalog) -> Result<Workbook, XlsxError> {
        let look = Look::new();
        let mut workbook = new_workbook(&self.title, Some(self.updated));
        let name = self.words.say("sheet-compare");
        let mut sheet = Sheet::new(&name, catalog, &look)?;
        let mut fields = vec![
            Field::new("column-change", 20.0),
            Field::new("column-label", 40.0),
            Field::new("column-before", 28.0),
            Field::new("column-now", 28.0),
        ];
        let has_several = self.walks.len() > 1;
        if has_several {
            fields.insert(0, Field::new("column-walk", 26.0));
        }
        let mut rows = Vec::new();
        for walk in &self.walks {
            for group in &walk.groups {
                let change = self.words.tell(&change_name_alone(group.change));
                rows.extend(group.rows.iter().map(|row| {
                    let texts = [&change, &row.name, &row.before, &row.now];
                    let walk = has_several.then(|| walk.title.clone());
                    let texts = walk.into_iter().chain(texts.map(String::clone));
                    texts.map(Cell::Text).collect::<Vec<_>>()
                }));
            }
        }
        // Of the notice it says what comes first, and what is not in it.
        let after = std::iter::once(self.after.as_str());
        let after: Vec<&str> = after
            .chain(self.missing.iter().map(String::as_str))
            .collect();
        let about = Message::new("compare-sheet-about")
            .with("first", self.frame.first.as_str())
            .with("before", self.before.as_str())
            .with("after", after.join(" "));
        sheet.table(&about, &fields, &rows)?;
        workbook.push_worksheet(sheet.page);
        Ok(workbook)
    }
}

/// What became of an item, without a count.
fn change_name_alone(change: Change) -> Message<'static> {
    Message::new(match change {
        Change::Improved => "change-improved",
        Change::Worse => "change-worse",
        Change::Other => "change-other",
        Change::Unchanged => "change-unchanged",
        Change::New => "change-new",
        Change::Gone => "change-gone",
    })
}
