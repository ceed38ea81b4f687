//! Papers to print and sign: finding one, filling it in, having it written, and saying where it was put away.
//! What is written is no record: that it is one, only the user says.

use serde_json::Value;

use super::UpdateContext;
use super::exporting::export_fault;
use super::tidying::with_fault;
use crate::app::action::{Action, Kept, Paper};
use crate::app::exporting::is_to_print;
use crate::app::papers::{MadeOn, PaperShelf};
use crate::app::request::{ExportFault, Made, MakeRequest, Making, Request};
use crate::app::{App, Purpose, Screen};
use crate::questionnaire::case::RECORD_THERE;
use crate::questionnaire::id::PackId;
use crate::questionnaire::moment::Day;
use crate::questionnaire::paper::{Known, PaperFormat, Papers};
use crate::questionnaire::paper_order::Wanted;
use crate::questionnaire::seen::visible;
use crate::questionnaire::sheet::{of_profile, of_profile_mut};
use crate::text::Message;
use crate::text::days::day_with_year;

impl UpdateContext<'_> {
    pub(super) fn paper(&mut self, paper: Paper) {
        match paper {
            Paper::Of => self.want_paper(self.app.wants_paper_for()),
            Paper::Show(at) => self.show_paper(usize::from(at)),
            Paper::Write(known) => self.write_profile(known),
            Paper::Make(format) => self.make_paper(format, false),
            Paper::MakeBlank => self.make_paper(PaperFormat::Html, true),
            Paper::MakeFirst => self.make_first_papers(),
            Paper::MakeChanges(format) => {
                let path = self.app.path_of_changes(format);
                if let Some(case) = self.app.case().cloned() {
                    self.make(MadeOn::Changes, Making::Changes(case), format, path);
                }
            }
            Paper::MakeHomework => {
                let path = self.app.path_of_homework();
                let visit = self.app.open.papers.visit;
                if let Some(case) = self.app.case().cloned() {
                    let what = Making::Homework(case, visit);
                    self.make(MadeOn::Homework, what, PaperFormat::Html, path);
                }
            }
            Paper::WriteVisit => {
                let day = self.app.open.papers.visit;
                let day = day.map(|day| day.to_string()).unwrap_or_default();
                self.open_chosen_field(Purpose::Visit, &day);
            }
            Paper::TakeVisit => {
                self.app.open.papers.visit = self.app.noted_visit();
                // It is there and no more offered: what comes next is to write the page.
                self.app.layer_mut().cursor = Some(Action::Paper(Paper::MakeHomework));
            }
            Paper::EditPath => self.edit_paper_path(),
            Paper::OpenFile => self.ask(Request::OpenWritten),
        }
    }

    /// They are read when they are first wanted.
    pub(in crate::app) fn want_papers(&mut self) {
        if !self.app.shelf.is_asked {
            self.app.shelf.is_asked = true;
            self.ask(Request::Papers);
        }
    }

    pub(super) fn take_papers(&mut self, papers: Vec<Papers>, not_used: Vec<PackId>) {
        self.app.shelf = PaperShelf {
            papers: Some(papers),
            is_asked: true,
            not_used,
        };
        if std::mem::take(&mut self.app.open.papers.is_awaited) && self.app.editing.is_none() {
            self.go_to_papers();
        } else {
            self.app.place_cursor();
        }
    }

    fn want_paper(&mut self, wanted: Option<Wanted>) {
        self.app.open.papers.wanted = wanted;
        if self.app.shelf.papers.is_some() {
            self.go_to_papers();
        } else {
            self.app.open.papers.is_awaited = true;
            self.want_papers();
        }
    }

    /// The one that serves what was meant; the list where several do.
    fn go_to_papers(&mut self) {
        let wanted = self.app.open.papers.wanted.as_ref();
        let found = wanted.map(|wanted| self.app.papers_for(wanted));
        match found.as_deref() {
            Some([]) => self.say("papers-none-here"),
            Some([only]) => self.show_paper(*only),
            _ => self.open(Screen::Papers),
        }
    }

    fn show_paper(&mut self, at: usize) {
        if self.app.open.papers.at != at {
            self.app.open.papers.at = at;
            self.app.open.papers.path = None;
            self.app.open.papers.made = None;
        }
        self.open(Screen::Paper);
    }

    fn write_profile(&mut self, known: Known) {
        let text = self
            .app
            .case()
            .and_then(|case| of_profile(&case.profile, known));
        let text = text.unwrap_or_default().to_owned();
        self.open_chosen_field(Purpose::OnPaper(known), &text);
        self.app.layer_mut().cursor = Some(Action::Paper(Paper::Write(known)));
    }

    pub(super) fn keep_on_paper(&mut self, known: Known, text: &str) {
        self.change(|case| {
            if let Some(member) = of_profile_mut(&mut case.profile, known) {
                text.clone_into(member);
            }
        });
    }

    fn make_paper(&mut self, format: PaperFormat, is_blank: bool) {
        let Some(id) = self.app.paper().map(|paper| paper.id.clone()) else {
            return;
        };
        let path = self.app.paper_path(format);
        let case = self.app.case().filter(|_| !is_blank).cloned();
        let on = MadeOn::Paper(self.app.open.papers.at);
        self.make(on, Making::Papers(vec![id], case), format, path);
    }

    fn make_first_papers(&mut self) {
        let first = self.app.every_paper().filter(|paper| paper.is_first);
        let first = first.map(|paper| paper.id.clone()).collect();
        let path = self.app.path_of_first_papers();
        let what = Making::Papers(first, self.app.case().cloned());
        self.make(MadeOn::FirstPapers, what, PaperFormat::Html, path);
    }

    fn make(&mut self, on: MadeOn, what: Making, format: PaperFormat, path: String) {
        self.app.open.papers.wanted_file = Some(on);
        self.app.open.exporting.on_their_way += 1;
        self.ask(Request::Make(Box::new(MakeRequest {
            what,
            language: self.app.language.clone(),
            format,
            path,
        })));
    }

    pub(super) fn made(&mut self, outcome: Result<Made, ExportFault>) {
        let exporting = &mut self.app.open.exporting;
        exporting.on_their_way = exporting.on_their_way.saturating_sub(1);
        match outcome {
            Ok(made) => {
                let said = match made.doubt {
                    None if is_to_print(&made.path) => Message::new("paper-made-to-print"),
                    None => Message::new("paper-made"),
                    Some(fault) => with_fault("paper-made-in-doubt", fault),
                };
                self.app.message = Some(
                    said.with("path", made.path.clone())
                        .with("pages", made.pages),
                );
                let on = self.app.open.papers.wanted_file;
                let is_last = self.app.open.exporting.on_their_way == 0;
                self.app.open.papers.made = on.filter(|_| is_last).map(|on| (on, made.path));
                let opens = Action::Paper(Paper::OpenFile);
                if self.app.screen().makes_files()
                    && self.app.can_open_files()
                    && !self.app.is_typing()
                {
                    self.app.layer_mut().cursor = Some(opens);
                }
                self.app.place_cursor();
            }
            Err(fault) => {
                self.app.open.saving.leaving = false;
                self.app.message = Some(export_fault(fault));
            }
        }
        self.quit_if_done();
    }

    pub(super) fn file_opened(&mut self, outcome: Result<(), Option<i32>>) {
        if outcome.is_err() {
            let made = self.app.open.papers.made.clone();
            let path = made.map(|(_, path)| path).unwrap_or_default();
            self.app.message = Some(Message::new("file-not-opened").with("path", path));
        }
    }

    fn edit_paper_path(&mut self) {
        let path = self.app.paper_path(self.app.paper_in_view());
        self.open_field(Purpose::PaperFile, &path, false);
        self.app.layer_mut().cursor = Some(Action::Paper(Paper::EditPath));
    }

    /// The day that is put on the page that is left behind; none where nothing was typed.
    pub(super) fn keep_visit(&mut self, text: &str) {
        let typed = visible(text);
        let day = if typed.is_empty() {
            None
        } else {
            let Some(day) = self.day_to_come(typed) else {
                return;
            };
            Some(day)
        };
        self.app.open.papers.visit = day;
    }

    /// The day to come that was typed. Where it is none, or over, that is said: nobody comes again on such a day.
    pub(super) fn day_to_come(&mut self, typed: &str) -> Option<Day> {
        let today = self.now.day();
        let day = Day::typed_to_come(typed, today);
        match day {
            None => self.say("day-not-understood"),
            Some(day) if day < today => {
                let over = Message::new("visit-is-over").with("day", day_with_year(day));
                self.app.message = Some(over);
                return None;
            }
            Some(_) => {}
        }
        day
    }

    /// An empty place is the usual one.
    pub(super) fn keep_paper_path(&mut self, text: &str) {
        let path = self.app.path_of(text);
        let stem = match path.rsplit_once('.') {
            Some((stem, ending)) if PaperFormat::of_ending(ending).is_some() => stem,
            _ => &path,
        };
        self.app.open.papers.path = (!stem.is_empty()).then(|| stem.to_owned());
    }

    /// A record is there, or not any more. On the page of a paper it was just signed and put away: today, and the user
    /// is asked where.
    pub(super) fn toggle_record(&mut self, index: u16) {
        let at = usize::from(index);
        let Some(result) = self.app.result() else {
            return;
        };
        let Some(record) = self.app.records_here(&result).get(at).copied() else {
            return;
        };
        let (question, measure) = (record.question.id.clone(), record.measure.id.to_string());
        let was_there = record.is_there;
        let is_put_away = self.app.screen().is_of_a_paper() && !was_there;
        let today = self.now.day();
        self.change_answer_to(&question, |answer| {
            if was_there {
                answer.records.remove(&measure);
            } else {
                answer
                    .records
                    .insert(measure.clone(), Value::from(RECORD_THERE));
            }
            if is_put_away {
                let detail = answer.record_details.entry(measure).or_default();
                detail.on.get_or_insert(today);
            }
        });
        self.app.place_cursor();
        if is_put_away {
            self.write_of_record(index, Kept::Place);
        }
    }

    pub(super) fn write_of_record(&mut self, index: u16, kept: Kept) {
        let text = self.app.said_of_record(usize::from(index), kept);
        self.open_chosen_field(Purpose::Record(usize::from(index), kept), &text);
        self.app.layer_mut().cursor = Some(Action::RecordKept(index, kept));
    }

    pub(super) fn keep_of_record(&mut self, index: usize, kept: Kept, text: &str) {
        let on = match kept {
            Kept::Place => None,
            Kept::Day if text.is_empty() => Some(None),
            Kept::Day => {
                let Some(day) = Day::typed(text, self.now.day()) else {
                    self.say("day-not-understood");
                    return;
                };
                Some(Some(day))
            }
        };
        let Some(result) = self.app.result() else {
            return;
        };
        let Some(record) = self.app.records_here(&result).get(index).copied() else {
            return;
        };
        let (question, measure) = (record.question.id.clone(), record.measure.id.to_string());
        self.change_answer_to(&question, |answer| {
            let detail = answer.record_details.entry(measure.clone()).or_default();
            match on {
                Some(on) => detail.on = on,
                None => text.clone_into(&mut detail.place),
            }
            if detail.place.is_empty() && detail.on.is_none() && detail.other.is_empty() {
                answer.record_details.remove(&measure);
            }
        });
    }
}

impl App {
    fn said_of_record(&self, index: usize, kept: Kept) -> String {
        let detail = self.result().and_then(|result| {
            let record = self.records_here(&result).get(index).copied()?;
            let answer = result.items.get(record.item)?.answer?;
            answer
                .record_details
                .get(record.measure.id.as_str())
                .cloned()
        });
        let detail = detail.unwrap_or_default();
        match kept {
            Kept::Place => detail.place,
            Kept::Day => detail.on.map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    fn is_typing(&self) -> bool {
        self.editing.is_some()
    }
}
