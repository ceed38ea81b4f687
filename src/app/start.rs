//! What the program starts from, and which screen it starts with.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::case_summary::{Binned, CaseState, CaseSummary, Generations};
use crate::app::event::Unlocked;
use crate::app::lists::Lists;
use crate::app::open_case::OpenCase;
use crate::app::papers::PaperShelf;
use crate::app::received::Received;
use crate::app::{App, Digits, Editing, Layer, ListOf, NamesInFiles, Screen, Shelter};
use crate::questionnaire::access::{Access, Holder};
use crate::questionnaire::carry::{PackChange, carry, pack_change};
use crate::questionnaire::case::{Case, Firm};
use crate::questionnaire::fault::OpenProblem;
use crate::questionnaire::folder_notice::FolderNotice;
use crate::questionnaire::id::CaseId;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::pack::{Pack, Unused};
use crate::text::Message;
use crate::text::days::{day_seen_on, moment_seen_on};
use crate::text::names::unused_pack;
use crate::text::orphans::pack_change_message;
use crate::text::width::WidthMode;

/// What floor 4 found before the first screen.
#[derive(Clone, Debug)]
pub struct Startup {
    /// The first walk's pack, then those that follow it, if they are needed at once.
    pub packs: Vec<Arc<Pack>>,
    /// Every case there is, the last changed first.
    pub listed: Vec<CaseSummary>,
    /// What is in the bin.
    pub binned: Vec<Binned>,
    /// The case to open at once, if the user named one or there is just one.
    pub case: Option<(Case, Access)>,
    /// There is only one, and it could not be opened.
    pub could_not_open: Option<OpenProblem>,
    /// What is in the bin could not be read.
    pub bin_is_unread: bool,
    /// Files of the user that are to be packs and cannot: they have mistakes.
    pub not_used: Vec<Unused>,
    /// What the user is told about the data folder first.
    pub news: Vec<FolderNotice>,
    /// The folder has a passphrase.
    pub has_passphrase: bool,
    /// It has one, and nothing in it can be seen yet.
    pub is_sealed: bool,
    /// An id that no case has yet, and a firm that none has.
    pub fresh_id: CaseId,
    pub fresh_firm: Firm,
    /// Where the answers are kept, as the user can find it.
    pub folder: String,
    /// Where reports are written unless the user says otherwise; empty is the folder one is in.
    pub export_folder: String,
    /// The user's own folder, for which one types ~; empty where the system names none.
    pub home: String,
    /// Other folders in which they could be kept if this one fails.
    pub other_folders: Vec<String>,
    pub language: String,
    pub languages: Vec<String>,
    pub console: Console,
    pub desktop: Desktop,
    /// The day it is.
    pub today: Day,
    pub columns: u16,
    pub lines: u16,
}

/// Whether there is a program for the files that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Desktop {
    /// A terminal alone.
    #[default]
    Absent,
    Present,
}

/// What the screen can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Console {
    /// Every character there is.
    #[default]
    Full,
    /// A Linux console without a window around it: its font has no kana and no kanji.
    Bare,
    /// A terminal that does not take its characters in UTF-8: it shows ASCII alone.
    Ascii,
}

impl App {
    /// The program as it starts: the welcome for who has no case, the case where it was left for who has one,
    /// and a choice that names none of them for who has several.
    ///
    /// # Panics
    /// If there is no pack.
    #[must_use]
    pub fn new(start: Startup) -> Self {
        assert!(!start.packs.is_empty(), "a walk needs a pack");
        let mut app = Self {
            packs: start.packs,
            open: OpenCase::default(),
            layers: vec![Layer::of(Screen::Welcome)],
            editing: None,
            message: None,
            last_word: None,
            not_used: start.not_used.clone(),
            today: start.today,
            export_folder: start.export_folder,
            home: start.home,
            columns: start.columns,
            lines: start.lines,
            language: start.language,
            languages: start.languages,
            shelter: if start.has_passphrase {
                Shelter::Sealed
            } else {
                Shelter::Plain
            },
            console: start.console,
            lists: Lists::new(start.today),
            subject: None,
            generations: Generations::default(),
            list_is_old: false,
            bin_is_unread: false,
            awaiting: None,
            doubt: None,
            news: Vec::new(),
            other_folders: start.other_folders,
            moved: None,
            fresh_id: start.fresh_id,
            fresh_firm: start.fresh_firm,
            folder: start.folder,
            following_asked: false,
            shelf: PaperShelf::default(),
            received: Received::default(),
            own_notes: None,
            desktop: start.desktop,
            mouse: None,
            suspending: super::Suspending::Possible,
            digits: Digits::default(),
            names_in_files: NamesInFiles::There,
            list_of: ListOf::Checks,
            width: WidthMode::Narrow,
        };
        if start.is_sealed {
            app.layers = vec![Layer {
                cursor: Some(Action::EditPassphrase),
                ..Layer::of(Screen::Passphrase)
            }];
            app.editing = Some(Editing::of_passphrase());
        } else {
            app.begin_with(Unlocked {
                listed: start.listed,
                binned: start.binned,
                case: start.case,
                could_not_open: start.could_not_open,
                bin_is_unread: start.bin_is_unread,
                news: start.news,
            });
        }
        if let (Some(unused), Some(_)) = (app.not_used.first(), &app.open.case) {
            app.message = Some(unused_pack(unused));
        }
        if app.console == Console::Bare && app.open.case.is_some() {
            app.message = Some(app.console_says());
        }
        app.place_cursor();
        app
    }

    /// Opens a case where it was left.
    pub(super) fn open_case(&mut self, mut case: Case, access: Access) {
        for pack in &self.packs {
            carry(&mut case, pack);
        }
        let updated = case.updated;
        self.replace_case(OpenCase::of(case, access), &[Screen::Overview]);
        let counts = self
            .result()
            .map(|result| result.counts)
            .unwrap_or_default();
        self.open.saving.last = Some((updated, self.position()));
        if self.open.forms.is_empty() {
            // Its first word came before its forms were chosen.
            self.layers.push(Layer::of(Screen::Forms));
        } else if counts.unanswered > 0 {
            self.layers.push(Layer::of(Screen::Question));
        }
        self.message = Some(match access {
            Access::Write => Message::new("start-resumed")
                .with("when", self.moment_name(updated))
                .with("asked", counts.asked())
                .with("answered", counts.answered()),
            Access::Look(holder) => self.looking(holder),
        });
        // Who may only look is told that, and why, before anything else.
        if let (Some(change), true) = (self.pack_change(), self.open.access.may_write()) {
            self.message = Some(pack_change_message(&change));
        }
        self.ask_who_answers();
        self.place_cursor();
    }

    /// What became of the answers, if the questions are of another version than when they were given.
    pub(super) fn pack_change(&self) -> Option<PackChange> {
        let result = self.result()?;
        let walk = self.open.case.as_ref()?.walk(&result.pack.id);
        pack_change(&result, walk)
    }

    /// Why nothing can be changed, and what to do about it.
    pub(super) fn looking(&self, holder: Option<Holder>) -> Message<'static> {
        match holder {
            Some(holder) => Message::new("look-only-held")
                .with("process", holder.process.to_string())
                .with("when", self.moment_name(holder.since)),
            None => Message::new("look-only"),
        }
    }

    /// A day as it is said today.
    pub(super) fn day_name(&self, day: Day) -> Message<'static> {
        day_seen_on(day, self.today)
    }

    /// A day and a time as they are said today.
    pub(super) fn moment_name(&self, moment: Moment) -> Message<'static> {
        moment_seen_on(moment, self.today)
    }

    /// The last case that can be opened.
    pub(super) fn last_case(&self) -> Option<&CaseSummary> {
        let mut checks = self.lists.checks().iter();
        checks.find(|listed| listed.state == CaseState::Ok)
    }
}
