//! Floor 2: what the program knows and how it answers to what happens.
//! No drawing, no files, no clock, no catalogue: a page comes out, effects come out, nothing else.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::case_summary::Generations;
use crate::app::editing::{Editing, Purpose};
use crate::app::lists::Lists;
use crate::app::open_case::OpenCase;
use crate::app::own_notes::OwnNotes;
use crate::app::page::Keeping;
use crate::app::papers::PaperShelf;
use crate::app::received::{Places, Received};
use crate::app::room::Fold;
use crate::questionnaire::asked::Asked;
use crate::questionnaire::carry::{Orphan, orphans};
use crate::questionnaire::case::{Answer, Case, Firm, Given};
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::folder_notice::FolderNotice;
use crate::questionnaire::forms;
use crate::questionnaire::id::{CaseId, FormId, QuestionId};
use crate::questionnaire::item::Item;
use crate::questionnaire::moment::{Day, Moment};
use crate::questionnaire::pack::{Pack, Question, Unused};
use crate::questionnaire::result::WalkResult;
use crate::text::Message;
use crate::text::language::chain_with;
use crate::text::width::WidthMode;

pub mod action;
pub mod case_summary;
mod editing;
pub mod event;
pub mod exporting;
pub mod field;
pub mod firms;
mod information_list;
pub mod keys;
mod lists;
mod merging;
pub mod note;
mod open_case;
mod own_notes;
pub mod page;
mod pages;
mod papers;
pub mod qr_code;
pub mod received;
pub mod request;
mod room;
mod screens;
pub mod secret;
mod start;
mod undo;
mod update;

pub use pages::page;
pub use screens::{SMALLEST, Screen, size_or_usual};
pub use start::{Console, Desktop, Startup};
pub use undo::Direction;
pub use update::update;

/// A screen that is open, and where its cursor stands. None: nothing is chosen beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Layer {
    screen: Screen,
    cursor: Option<Action>,
    /// By what a firm was found in its list, as long as none is shown unless it is found.
    found_by: String,
}

impl Layer {
    /// A screen that is just opened.
    fn of(screen: Screen) -> Self {
        Self {
            screen,
            cursor: None,
            found_by: String::new(),
        }
    }
}

/// How the answers lie on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shelter {
    Plain,
    /// Under a passphrase: what leaves the folder is not.
    Sealed,
}

/// Whether the name of a file that is written says whose check it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NamesInFiles {
    There,
    LeftOut,
}

/// What the start leads to where there are several checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListOf {
    Checks,
    /// An advisor's firms; the checks are one step further.
    Firms,
}

/// How digits answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Digits {
    /// Whether they go on; None until that was offered or chosen.
    goes_on: Option<bool>,
    /// How many were pressed since the start, as long as nothing was offered.
    given: u8,
    /// The offer stands on the question on the screen.
    is_offered: bool,
}

/// Something that was asked for and takes a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Awaiting {
    /// The seal to open.
    Unlock,
    /// The case that opens next, with what is to be done in it.
    Tasks,
    /// The case that opens next: an earlier file that was gone back to.
    Restored {
        written: Moment,
        has_put_aside: bool,
    },
}

/// The language whose letters are those of ASCII.
const ENGLISH: &str = "en";

/// All that the program knows while it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// The first walk's pack, then those that follow it.
    packs: Vec<Arc<Pack>>,
    open: OpenCase,
    /// The screens on top of each other, never none.
    layers: Vec<Layer>,
    editing: Option<Editing>,
    message: Option<Message<'static>>,
    /// Files of the user that are to be packs and cannot.
    not_used: Vec<Unused>,
    /// What came of the last thing that was asked for, until the user does something else.
    last_word: Option<Message<'static>>,
    /// The day of what happened last: days are said as they are seen from it.
    today: Day,
    /// The folder in which a report is written unless the user says otherwise.
    export_folder: String,
    home: String,
    columns: u16,
    lines: u16,
    language: String,
    languages: Vec<String>,
    console: Console,
    /// What is on the disk, as far as it is shown.
    lists: Lists,
    /// The case of the list that is being tidied, and its earlier files.
    subject: Option<CaseId>,
    generations: Generations,
    /// The list and the bin could not be read since: they are as they were.
    list_is_old: bool,
    bin_is_unread: bool,
    /// What was asked for and has not come yet.
    awaiting: Option<Awaiting>,
    /// A step that failed of something that is done all the same.
    doubt: Option<SaveFault>,
    news: Vec<FolderNotice>,
    shelter: Shelter,
    /// Folders that are offered when the usual one fails, and what is said once another one has served.
    other_folders: Vec<String>,
    moved: Option<Message<'static>>,
    fresh_id: CaseId,
    fresh_firm: Firm,
    folder: String,
    following_asked: bool,
    shelf: PaperShelf,
    received: Received,
    /// What is kept of a firm for the advisor alone, since it was opened.
    own_notes: Option<OwnNotes>,
    desktop: Desktop,
    /// Whether presses of the mouse are taken. None where there is nothing to point at.
    mouse: Option<bool>,
    suspending: Suspending,
    /// Whether a digit answers and goes on.
    digits: Digits,
    names_in_files: NamesInFiles,
    list_of: ListOf,
    /// How wide the terminal draws characters that can be narrow or wide.
    width: WidthMode,
}

/// Whether a shell can bring the program back after it stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suspending {
    Possible,
    /// As on Windows.
    Impossible,
}

impl App {
    /// The language in which the user reads.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The case that is open; what the saver is to write.
    #[must_use]
    pub fn case(&self) -> Option<&Case> {
        self.open.case.as_ref()
    }

    /// The first walk's pack, then those that follow it.
    #[must_use]
    pub fn packs(&self) -> &[Arc<Pack>] {
        &self.packs
    }

    /// With a screen to point at, and whether presses of the mouse are taken at first.
    #[must_use]
    pub fn with_mouse(mut self, is_taken: bool) -> Self {
        self.mouse = Some(is_taken);
        self
    }

    /// Where no shell could bring a program back that stops: Windows has none.
    #[must_use]
    pub fn without_suspending(mut self) -> Self {
        self.suspending = Suspending::Impossible;
        self
    }

    pub(crate) fn can_open_files(&self) -> bool {
        self.desktop == Desktop::Present
    }

    pub(crate) fn can_suspend(&self) -> bool {
        self.suspending == Suspending::Possible
    }

    /// In a terminal that draws characters so wide: a note's lines end where they are seen to end.
    pub fn take_width(&mut self, width: WidthMode) {
        self.width = width;
    }

    /// On a terminal that shows nothing but ASCII: in English, which cannot be changed, and it says so.
    pub fn take_ascii_only(&mut self) {
        self.console = Console::Ascii;
        ENGLISH.clone_into(&mut self.language);
        self.languages = vec![ENGLISH.to_owned()];
        if self.open.case.is_some() {
            self.message = Some(self.console_says());
        }
    }

    /// With what was chosen about digits: None if it was never offered.
    #[must_use]
    pub fn with_digits(mut self, goes_on: Option<bool>) -> Self {
        self.digits.goes_on = goes_on;
        self
    }

    /// With what was chosen about the names of files.
    #[must_use]
    pub fn with_names_in_files(mut self, are_there: bool) -> Self {
        self.set_names_in_files(are_there);
        self
    }

    /// With these places to look for files that somebody has sent.
    #[must_use]
    pub fn with_places(mut self, places: Places) -> Self {
        self.received.places = places;
        self
    }

    /// With the list of firms in the place of that of checks, if that was chosen.
    #[must_use]
    pub fn with_firms(mut self, are_listed: bool) -> Self {
        if are_listed {
            self.list_of = ListOf::Firms;
        }
        self
    }

    /// The list of what there is, as it was chosen.
    fn list_screen(&self) -> Screen {
        match self.list_of {
            ListOf::Checks => Screen::Cases,
            ListOf::Firms => Screen::Firms,
        }
    }

    fn set_names_in_files(&mut self, are_there: bool) {
        self.names_in_files = if are_there {
            NamesInFiles::There
        } else {
            NamesInFiles::LeftOut
        };
    }

    fn names_in_files(&self) -> bool {
        self.names_in_files == NamesInFiles::There
    }

    /// Whether a digit answers and goes on to the next question. Only where keys are pressed, not lines typed.
    fn goes_on_by_digits(&self) -> bool {
        self.mouse.is_some() && self.digits.goes_on == Some(true)
    }

    /// The languages in which the user reads, the best first.
    fn shown_languages(&self) -> Vec<String> {
        chain_with(&self.language, &self.languages)
    }

    /// Whether presses of the mouse are taken.
    #[must_use]
    pub fn takes_mouse(&self) -> bool {
        self.mouse == Some(true)
    }

    /// The screen on top.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.layer().screen
    }

    /// Whether typed letters are text now.
    #[must_use]
    pub fn is_editing(&self) -> bool {
        self.editing.is_some()
    }

    /// Whether the window may be too small for the longer pages to be seen whole.
    #[must_use]
    pub fn is_in_a_small_window(&self) -> bool {
        screens::is_small(self.columns, self.lines)
    }

    /// Whether a name is asked for that has one to take without a word.
    #[must_use]
    pub fn is_offered_a_name(&self) -> bool {
        let editing = self.editing.as_ref();
        editing.is_some_and(|editing| editing.purpose == Purpose::Name)
    }

    /// What came of the last thing that was asked for, where it has to be known and the user has done nothing since: it
    /// may not have been seen on a page.
    #[must_use]
    pub fn last_word(&self) -> Option<&Message<'static>> {
        self.last_word.as_ref()
    }

    /// Everything that was said is on the disk.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.open.is_saved()
    }

    /// Whether the cursor stands on the answer that the question on the screen has: Enter would go on.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let Some(Action::Answer(choice)) = self.layer().cursor else {
            return false;
        };
        self.screen().asks()
            && self
                .item()
                .is_some_and(|item| item.outcome == choice.outcome())
    }

    /// Whether a change of the open case can be taken back, or brought again.
    #[must_use]
    pub fn can_undo(&self, direction: Direction) -> bool {
        self.open.undo.has(direction)
    }

    fn layer(&self) -> &Layer {
        self.layers.last().expect("the last layer is never closed")
    }

    fn layer_mut(&mut self) -> &mut Layer {
        self.layers
            .last_mut()
            .expect("the last layer is never closed")
    }

    /// The screen to which Esc leads.
    pub(crate) fn parent(&self) -> Option<Screen> {
        let below = self.layers.len().checked_sub(2)?;
        Some(self.layers[below].screen)
    }

    /// The pack of the walk that is open, or of the walk that a new case begins with.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        let open = self.open.case.as_ref().map(|case| &case.walk);
        self.packs
            .iter()
            .find(|pack| Some(&pack.id) == open)
            .unwrap_or(&self.packs[0])
    }

    /// The pack of the first walk: the one that the open walk follows, if it follows one.
    fn first_pack(&self) -> &Pack {
        let mut pack = self.pack();
        // No chain is longer than the list of packs, also if two of them should follow each other.
        for _ in &self.packs {
            let follows = pack.follows.as_ref();
            let followed = self.packs.iter().find(|known| Some(&known.id) == follows);
            pack = followed.map_or(pack, |followed| followed);
        }
        pack
    }

    fn chosen_forms(&self) -> &[FormId] {
        self.open
            .case
            .as_ref()
            .map_or(&self.open.forms, |case| &case.forms)
    }

    /// The questions that are asked now, in order.
    fn questions(&self) -> Vec<Asked<'_>> {
        forms::visible_questions(self.pack(), self.chosen_forms())
    }

    /// What the open walk amounts to; None before there is a case.
    #[must_use]
    pub fn result(&self) -> Option<WalkResult<'_>> {
        self.open
            .case
            .as_ref()
            .map(|case| WalkResult::of(self.pack(), case))
    }

    /// What was answered and has no home in the questions of today.
    fn orphans(&self) -> Vec<Orphan<'_>> {
        let case = self.open.case.as_ref();
        orphans(
            self.pack(),
            case.and_then(|case| case.walk(&self.pack().id)),
        )
    }

    /// The place of the question one is at, among those asked.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position_in(&self.questions())
    }

    fn position_in(&self, questions: &[Asked<'_>]) -> usize {
        let case = self.open.case.as_ref();
        let at = case.and_then(|case| case.walk(&case.walk)?.at.as_ref());
        at.and_then(|at| questions.iter().position(|question| question.id == *at))
            .unwrap_or(0)
    }

    /// The question one is at. None where a pack asks nothing for the chosen forms.
    fn question(&self) -> Option<&Question> {
        self.asked().map(Asked::question)
    }

    /// The same with the points and measures that fit the chosen forms.
    fn asked(&self) -> Option<Asked<'_>> {
        let questions = self.questions();
        questions.get(self.position_in(&questions)).copied()
    }

    /// できている or できていない by its points; what there is nothing for here stays as it is.
    fn points_given(&self, in_place: bool) -> Option<Given> {
        let asked = self.asked()?;
        let answer = self.answer_to(&asked);
        let points = asked
            .points()
            .filter(|point| !answer.is_some_and(|answer| answer.has_none(point)));
        Some(Given::all_points(points, in_place))
    }

    /// The place at which to go on answering: here if this one is open, else the next open one, going round.
    fn next_open(&self) -> Option<usize> {
        let items = self.result()?.items;
        let here = self.position().min(items.len());
        (here..items.len())
            .chain(0..here)
            .find(|index| !items[*index].outcome.is_answered())
    }

    fn question_id_at(&self, index: usize) -> Option<QuestionId> {
        self.questions()
            .get(index)
            .map(|question| question.id.clone())
    }

    fn answer_to(&self, question: &Question) -> Option<&Answer> {
        self.open
            .case
            .as_ref()?
            .answer(&self.pack().id, &question.id)
    }

    /// What the check that this one does again answered to the question on the screen.
    fn earlier_answer(&self) -> Option<&Answer> {
        let case = self.open.case.as_ref()?;
        case.earlier.as_ref()?;
        case.earlier_answer(&self.pack().id, &self.question()?.id)
    }

    /// Whether the answer to the item was taken over, and nobody has looked since.
    fn is_as_before(&self, item: &Item<'_>) -> bool {
        let case = self.open.case.as_ref();
        case.is_some_and(|case| item.answer.is_some_and(|answer| case.is_as_before(answer)))
    }

    fn item(&self) -> Option<Item<'_>> {
        self.open.case.as_ref()?;
        let asked = self.asked()?;
        Some(Item::of(asked, self.answer_to(asked.question())))
    }

    /// Points are folded into one row only where they do not fit into a low window.
    fn points_are_folded(&self) -> bool {
        let is_low = self.lines < 16 || (self.columns < 50 && self.lines < 20);
        !self.open.points_shown && is_low && !self.has_room_for(Fold::Points)
    }

    fn why_is_folded(&self) -> bool {
        !self.open.why_shown && !self.has_room_for(Fold::Why)
    }

    /// The window is too small for a page: nothing is shown, so nothing may be answered.
    #[must_use]
    pub fn is_out_of_sight(&self) -> bool {
        self.columns < SMALLEST.0 || self.lines < SMALLEST.1
    }

    /// Whether a field holds text that is not yet part of the case.
    fn has_draft(&self) -> bool {
        self.editing.as_ref().is_some_and(|editing| {
            editing.purpose.is_of_the_case() && editing.field.text() != editing.before
        })
    }

    fn keeping(&self) -> Option<Keeping> {
        self.open.case.as_ref()?;
        Some(if !self.open.access.may_write() {
            Keeping::Looking
        } else if self.open.saving.failed.is_some() {
            Keeping::Failed
        } else if self.has_unkept_text() {
            Keeping::Draft
        } else if self.is_saved() {
            Keeping::Saved
        } else {
            Keeping::Saving
        })
    }
}
