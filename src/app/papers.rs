//! ひな形 on the screen: which papers there are, for what one was asked for, and which is open.
//! Changes nothing itself: `update` does.

use std::path::Path;

use crate::app::App;
use crate::app::action::{Action, Paper as PaperAction};
use crate::app::keys::Context;
use crate::questionnaire::id::PackId;
use crate::questionnaire::moment::Day;
use crate::questionnaire::paper::{Known, Paper, PaperFormat, Papers, Part, Rows};
use crate::questionnaire::paper_order::{Serving, Wanted, in_order, serving};
use crate::questionnaire::reader::Reader;
use crate::questionnaire::records::NeededRecord;
use crate::text::language::chain_with;

/// The papers there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PaperShelf {
    /// None until they were first asked for and read.
    pub(super) papers: Option<Vec<Papers>>,
    pub(super) is_asked: bool,
    /// Packs whose files of papers cannot be used.
    pub(super) not_used: Vec<PackId>,
}

/// Which of them are looked at, for one check.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PaperChoice {
    pub(super) wanted: Option<Wanted>,
    /// They were asked for before they were read: there as soon as they are.
    pub(super) is_awaited: bool,
    /// The place of the open one among all.
    pub(super) at: usize,
    /// The user's own place and name for the file, without the ending.
    pub(super) path: Option<String>,
    /// What the file will be that was asked for last.
    pub(super) wanted_file: Option<MadeOn>,
    /// The day that is put on 宿題, if one was said.
    pub(super) visit: Option<Day>,
    /// The file that was written last, and from which page.
    pub(super) made: Option<(MadeOn, String)>,
}

/// What a file is that was made: offered to be opened there, and nowhere else. Who looks at a page for a customer is not
/// offered what only the firm may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MadeOn {
    /// The paper at this place.
    Paper(usize),
    FirstPapers,
    Changes,
    Homework,
    Report(Reader),
}

impl App {
    /// All papers in their order; none until they are read.
    pub(super) fn every_paper(&self) -> impl Iterator<Item = &Paper> {
        let files = self.shelf.papers.iter().flatten();
        files.flat_map(|file| &file.papers)
    }

    /// The one that is open.
    pub(super) fn paper(&self) -> Option<&Paper> {
        self.every_paper().nth(self.open.papers.at)
    }

    /// What stands under the cursor, or on the page, that a paper could serve.
    pub(super) fn wants_paper_for(&self) -> Option<Wanted> {
        let of_record = |record: &NeededRecord<'_>| Wanted {
            question: record.question.id.clone(),
            measure: Some(record.measure.id.clone()),
        };
        match self.screen().context() {
            Context::Question | Context::Measures => Some(Wanted {
                question: self.question()?.id.clone(),
                measure: None,
            }),
            Context::Tasks => {
                let index = self.task_index()?;
                let result = self.result()?;
                let plan = result.plan();
                let planned = plan.iter().find(|planned| planned.item == index)?;
                Some(Wanted::of(planned))
            }
            _ => match self.layer().cursor? {
                Action::Record(index) => {
                    let result = self.result()?;
                    self.records_here(&result)
                        .get(usize::from(index))
                        .map(of_record)
                }
                _ => None,
            },
        }
    }

    /// The papers that serve it, by their places.
    pub(super) fn papers_for(&self, wanted: &Wanted) -> Vec<usize> {
        let papers: Vec<&Paper> = self.every_paper().collect();
        serving(&papers, &self.pack().id, wanted)
    }

    /// Every paper by its place: those that were asked for, those for what is to be done, in its order, and the others.
    pub(super) fn papers_in_order(&self) -> Vec<(Serving, usize)> {
        let papers: Vec<&Paper> = self.every_paper().collect();
        let wanted = self.open.papers.wanted.as_ref();
        let order = in_order(&papers, wanted, self.result().as_ref());
        let placed = order.into_iter().map(|placed| (placed.serving, placed.at));
        placed.collect()
    }

    /// The format of the row under the cursor; else the one that the paper is for.
    pub(super) fn paper_in_view(&self) -> PaperFormat {
        match self.layer().cursor {
            Some(Action::Paper(PaperAction::Make(format))) => format,
            Some(Action::Paper(PaperAction::MakeBlank)) => PaperFormat::Html,
            _ => self
                .paper()
                .map_or(PaperFormat::Html, |paper| paper.first_format),
        }
    }

    /// The file of a paper in this format: its title and the day, in the folder for reports.
    pub(super) fn paper_path(&self, format: PaperFormat) -> String {
        let ending = format.code();
        if let Some(path) = &self.open.papers.path {
            return format!("{path}.{ending}");
        }
        let languages = chain_with(&self.language, &self.languages);
        let title = self.paper().map_or("", |paper| paper.title.get(&languages));
        self.in_the_folder_for_reports(&format!("{}-{}.{ending}", for_a_file(title), self.today))
    }

    /// The file of those with which to begin.
    pub(super) fn path_of_first_papers(&self) -> String {
        self.in_the_folder_for_reports(&format!("mamori-papers-{}.html", self.today))
    }

    /// The file of what has changed.
    pub(super) fn path_of_changes(&self, format: PaperFormat) -> String {
        let ending = format.code();
        self.in_the_folder_for_reports(&format!("mamori-compare-{}.{ending}", self.today))
    }

    /// The page that is left behind.
    pub(super) fn path_of_homework(&self) -> String {
        self.in_the_folder_for_reports(&format!("mamori-homework-{}.html", self.today))
    }

    fn in_the_folder_for_reports(&self, name: &str) -> String {
        Path::new(&self.export_folder)
            .join(name)
            .display()
            .to_string()
    }

    /// The records that the open screen shows: those that the paper may be, on its page; else those of the walk.
    pub(super) fn records_here<'a>(
        &self,
        result: &crate::questionnaire::result::WalkResult<'a>,
    ) -> Vec<NeededRecord<'a>> {
        match self.paper().filter(|_| self.screen().is_of_a_paper()) {
            Some(paper) => records_of(paper, &self.pack().id, result),
            None => result.records(),
        }
    }
}

/// The records that a paper may be once it is signed and put away: of each measure that it carries out, among those
/// that are asked.
fn records_of<'a>(
    paper: &Paper,
    pack: &PackId,
    result: &crate::questionnaire::result::WalkResult<'a>,
) -> Vec<NeededRecord<'a>> {
    let mut found = Vec::new();
    for serves in paper.serves.iter().filter(|serves| serves.pack == *pack) {
        let items = result.items.iter().enumerate();
        for (at, item) in items.filter(|(_, item)| item.question.id == serves.question) {
            for measure in item.asked.measures() {
                if serves.measures.contains(&measure.id) {
                    found.push(NeededRecord {
                        item: at,
                        question: item.question,
                        measure,
                        is_there: item
                            .answer
                            .is_some_and(|answer| answer.has_record(&measure.id)),
                    });
                }
            }
        }
    }
    found
}

/// What is filled in from the profile, each once, in the order of the paper.
pub(super) fn asked_of_profile(paper: &Paper) -> Vec<Known> {
    let mut found = Vec::new();
    let parts = paper.pages.iter().flat_map(|page| &page.parts);
    for part in parts {
        let Part::Fields(fields) = part else { continue };
        for known in fields.iter().filter_map(|field| field.known) {
            if known != Known::Today && !found.contains(&known) {
                found.push(known);
            }
        }
    }
    found
}

/// Whether the list of what to protect is put on it.
pub(super) fn takes_the_list(paper: &Paper) -> bool {
    has_rows(paper, |rows| matches!(rows, Rows::Information { .. }))
}

/// Whether sentences of ours stand on it.
pub(super) fn has_examples(paper: &Paper) -> bool {
    let mut parts = paper.pages.iter().flat_map(|page| &page.parts);
    parts.any(|part| matches!(part, Part::Lines { .. }))
        || has_rows(paper, |rows| matches!(rows, Rows::Given { .. }))
}

fn has_rows(paper: &Paper, is_meant: impl Fn(&Rows) -> bool) -> bool {
    let mut parts = paper.pages.iter().flat_map(|page| &page.parts);
    parts.any(|part| matches!(part, Part::Table { rows, .. } if is_meant(rows)))
}

/// A title as the name of a file, on every system.
fn for_a_file(title: &str) -> String {
    let kept = |c: char| match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        c if c.is_control() || c.is_whitespace() => '-',
        c => c,
    };
    title.chars().map(kept).collect()
}
