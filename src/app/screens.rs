//! The table of screens: what each shows, who gets its keys, what happens when it opens and where Esc leads.
//! A new screen is one file in `pages/` and one row here. No other file decides by which screen it is.

use crate::app::App;
use crate::app::action::Action;
use crate::app::keys::Context;
use crate::app::page::Row;
use crate::app::pages::{
    about, answerer, bin, case_menu, cases, check, compare, contacts, elsewhere, export,
    file_passphrase, firm_groups, firms, forms, help, hiding, homework, information, measures,
    merging, news, orphans, overview, own_notes, papers, passphrase, question, reason, received,
    records, result, save_failed, start, tasks, terms, welcome,
};
use crate::app::update::UpdateContext;

type Rows = for<'a> fn(&'a App) -> Vec<Row<'a>>;
type Act = fn(&mut UpdateContext<'_>);
/// Says whether it was done with this.
type Try = fn(&mut UpdateContext<'_>) -> bool;

/// What a screen is.
#[derive(Clone, Copy)]
pub(super) struct Spec {
    rows: Rows,
    keys: Context,
    subject: Subject,
    breadcrumb: Option<Breadcrumb>,
    says_first: Option<LowWindow>,
    opens: Option<Act>,
    esc: Option<Try>,
    way_back: &'static str,
    traits: &'static [Trait],
    cursor: fn(&App, &[Action]) -> Option<Action>,
}

/// Whose screen it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// The open check's: its name and whether it is saved stand in the header.
    Case,
    /// Nobody's: a client who looks on reads no name.
    Program,
}

/// Where one is, right in the header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Breadcrumb {
    /// Which question of how many.
    Question,
    Result,
    /// Nowhere yet: the language to which one can switch.
    Language,
}

/// A window too low for a screen's sentences: there each of them can hold the cursor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LowWindow {
    /// One that is lower or narrower than 72x24.
    Small,
    /// One of fewer lines than this.
    Under(u16),
}

/// What holds of some screens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trait {
    /// Esc leads to the end of the program.
    Outermost,
    /// Typed letters narrow it.
    Filtered,
    /// It asks a question: digits are answers, and nothing is chosen beforehand.
    Asks,
    /// It explains words.
    Glossary,
    /// It explains the keys of the screen below it.
    Help,
    /// Choosing a check is tidying it, not opening it.
    Tidies,
    /// An answer that was mended from here leads back here.
    ComesBack,
    /// It is passed over on the way back when nothing is left on it.
    GoesWhenEmpty,
    /// It writes reports, and asks before a file is replaced.
    Exports,
    /// Something better may come to stand first: a cursor that has not been moved goes there.
    StaysAtTheTop,
    /// It makes files, and offers to open what it has made.
    MakesFiles,
    /// It shows one of them.
    OnePaper,
    /// It decides what becomes of somebody else's answers: taking back is of decisions.
    Merges,
    /// It is there for who answers here, which is asked as soon as the screen is seen.
    IsAField,
}

impl Spec {
    /// A screen of the open check with rows to choose from, where Esc is one step back.
    const fn of(rows: Rows) -> Self {
        Self {
            rows,
            keys: Context::List,
            subject: Subject::Case,
            breadcrumb: None,
            says_first: None,
            opens: None,
            esc: None,
            way_back: "key-back",
            traits: &[],
            cursor: first,
        }
    }

    const fn keys(mut self, keys: Context) -> Self {
        self.keys = keys;
        self
    }

    const fn of_the_program(mut self) -> Self {
        self.subject = Subject::Program;
        self
    }

    const fn breadcrumb(mut self, breadcrumb: Breadcrumb) -> Self {
        self.breadcrumb = Some(breadcrumb);
        self
    }

    const fn says_first(mut self, window: LowWindow) -> Self {
        self.says_first = Some(window);
        self
    }

    /// What is done, or asked of the store, when it opens.
    const fn opens(mut self, act: Act) -> Self {
        self.opens = Some(act);
        self
    }

    /// What Esc does before it leads back.
    const fn esc(mut self, act: Try) -> Self {
        self.esc = Some(act);
        self
    }

    /// What Esc is called on a screen above this one.
    const fn way_back(mut self, words: &'static str) -> Self {
        self.way_back = words;
        self
    }

    const fn traits(mut self, traits: &'static [Trait]) -> Self {
        self.traits = traits;
        self
    }

    const fn cursor(mut self, cursor: fn(&App, &[Action]) -> Option<Action>) -> Self {
        self.cursor = cursor;
        self
    }
}

fn first(_: &App, actions: &[Action]) -> Option<Action> {
    actions.first().copied()
}

fn nowhere(_: &App, _: &[Action]) -> Option<Action> {
    None
}

macro_rules! screens {
    ($($screen:ident: $spec:expr;)*) => {
        /// A screen of the program: a row of the table, and a function in `pages/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Screen { $($screen,)* }

        impl Screen {
            pub const ALL: &[Self] = &[$(Self::$screen,)*];
        }

        #[expect(
            clippy::redundant_closure_for_method_calls,
            reason = "the path of a method of a type with a lifetime is not general enough"
        )]
        const SPECS: &[Spec] = &[$($spec,)*];
    };
}

use Breadcrumb::{Language, Question, Result};
use LowWindow::{Small, Under};
use Trait::{
    Asks, ComesBack, Exports, Filtered, Glossary, GoesWhenEmpty, Help, IsAField, MakesFiles,
    Merges, OnePaper, Outermost, StaysAtTheTop, Tidies,
};

screens! {
    // Before a check is open: names nobody.
    Welcome: Spec::of(welcome::rows).of_the_program().keys(Context::Welcome).breadcrumb(Language).says_first(Small).traits(&[Outermost]);
    Start: Spec::of(start::rows).of_the_program().keys(Context::Welcome).breadcrumb(Language).traits(&[Outermost, StaysAtTheTop])
        .opens(|now| now.leave_the_case_behind());
    Passphrase: Spec::of(passphrase::rows).of_the_program().keys(Context::Welcome).traits(&[Outermost]);
    News: Spec::of(news::rows).of_the_program().says_first(Small);
    About: Spec::of(about::rows);
    Help: Spec::of(help::rows).traits(&[Help]);

    // Several checks.
    Cases: Spec::of(cases::rows).of_the_program().traits(&[Filtered]).opens(|now| now.want_list());
    Firms: Spec::of(firms::rows).of_the_program().traits(&[Filtered]).opens(|now| now.want_list());
    Manage: Spec::of(cases::manage_rows).of_the_program().traits(&[Filtered, Tidies]).opens(|now| now.want_list());
    CaseMenu: Spec::of(case_menu::rows).of_the_program().traits(&[StaysAtTheTop]);
    Generations: Spec::of(case_menu::generation_rows).of_the_program();
    ThrowAway: Spec::of(case_menu::throw_away_rows).of_the_program();
    Received: Spec::of(received::rows).of_the_program().opens(|now| now.want_received());
    FilePassphrase: Spec::of(file_passphrase::rows).of_the_program().opens(|now| now.ask_file_passphrase());
    Bin: Spec::of(bin::rows).of_the_program().opens(|now| now.want_list());
    EmptyBin: Spec::of(bin::empty_rows).of_the_program();
    OwnNotes: Spec::of(own_notes::rows).of_the_program();
    ShowOthers: Spec::of(hiding::rows).of_the_program();

    // The first steps of a check.
    Forms: Spec::of(forms::rows).keys(Context::Forms).opens(|now| now.take_forms()).esc(|now| now.keep_chosen_forms());
    Name: Spec::of(forms::name_rows).opens(|now| now.write_name());

    // The walk.
    Overview: Spec::of(overview::rows).keys(Context::Overview).traits(&[Outermost]).way_back("key-back-to-overview")
        .cursor(App::cursor_of_overview);
    Question: Spec::of(question::rows).keys(Context::Question).traits(&[Asks]).cursor(nowhere).breadcrumb(Question)
        .way_back("key-back-to-question");
    Measures: Spec::of(measures::rows).keys(Context::Measures).breadcrumb(Question).opens(|now| now.want_papers());
    Reason: Spec::of(reason::rows).breadcrumb(Question);
    Terms: Spec::of(terms::rows).traits(&[Glossary]).breadcrumb(Question);
    Check: Spec::of(check::rows).way_back("key-back-to-check").traits(&[ComesBack]);

    // The result, and what comes of it.
    Result: Spec::of(result::rows).breadcrumb(Result).says_first(Small).way_back("key-back-to-result")
        .opens(|now| now.want_following());
    Tasks: Spec::of(tasks::rows).keys(Context::Tasks).breadcrumb(Result).opens(|now| now.want_papers())
        .esc(|now| now.close_task());
    Homework: Spec::of(homework::rows).breadcrumb(Result).traits(&[MakesFiles]);
    Gaps: Spec::of(result::gap_rows).breadcrumb(Result).way_back("key-back-to-result").traits(&[ComesBack, GoesWhenEmpty]);
    FindOut: Spec::of(result::find_out_rows).breadcrumb(Result).way_back("key-back-to-result").traits(&[ComesBack, GoesWhenEmpty]);
    NotApplicable: Spec::of(result::not_applicable_rows).breadcrumb(Result).way_back("key-back-to-result")
        .traits(&[ComesBack, GoesWhenEmpty]);
    Chart: Spec::of(result::chart_rows).breadcrumb(Result);
    Compare: Spec::of(compare::rows).breadcrumb(Result).says_first(Small).way_back("key-back-to-result")
        .traits(&[ComesBack, MakesFiles]);
    Records: Spec::of(records::rows).keys(Context::Forms).breadcrumb(Result).opens(|now| now.want_papers());
    Export: Spec::of(export::rows).keys(Context::Forms).breadcrumb(Result).traits(&[Exports])
        .opens(|now| now.date_export()).esc(|now| now.give_up_replacing());
    ExportTo: Spec::of(export::reader_rows).keys(Context::Forms).breadcrumb(Result).traits(&[Exports])
        .opens(|now| now.date_export()).esc(|now| now.give_up_replacing());
    FirmGroups: Spec::of(firm_groups::rows).keys(Context::Forms).breadcrumb(Result);
    RecordDetails: Spec::of(papers::record_rows).keys(Context::Forms).breadcrumb(Result);
    Papers: Spec::of(papers::list_rows).traits(&[MakesFiles]).opens(|now| now.want_papers()).way_back("key-back-to-papers");
    Paper: Spec::of(papers::rows).keys(Context::Forms).traits(&[OnePaper, MakesFiles]).way_back("key-back-to-paper");
    Orphans: Spec::of(orphans::rows);
    Contacts: Spec::of(contacts::rows);
    Code: Spec::of(contacts::code_rows);

    // What somebody else has answered, and who answers here.
    Answerer: Spec::of(answerer::rows).traits(&[IsAField]);
    Merge: Spec::of(merging::rows).keys(Context::Merge).cursor(App::cursor_of_merge).opens(|now| now.compare_again())
        .traits(&[Merges]).esc(|now| now.leave_for_later()).way_back("key-back-to-merge");
    MergeTaken: Spec::of(merging::taken_rows).keys(Context::Forms).traits(&[Merges]).opens(|now| now.look_at_what_they_changed());
    Merged: Spec::of(merging::done_rows);

    // What is to be protected.
    Information: Spec::of(information::rows);
    Entry: Spec::of(information::entry_rows).keys(Context::Forms);
    Examples: Spec::of(information::example_rows).keys(Context::Forms);

    // When the answers cannot be saved.
    SaveFailed: Spec::of(save_failed::rows).says_first(Under(16));
    Elsewhere: Spec::of(elsewhere::rows);
}

impl Screen {
    const fn spec(self) -> &'static Spec {
        &SPECS[self as usize]
    }

    pub(super) fn rows(self, app: &App) -> Vec<Row<'_>> {
        (self.spec().rows)(app)
    }

    /// Who gets a key on this screen when no field is open.
    #[must_use]
    pub fn context(self) -> Context {
        self.spec().keys
    }

    /// It asks a question: digits are answers.
    #[must_use]
    pub fn asks(self) -> bool {
        self.is(Asks)
    }

    /// A list that typed letters narrow.
    #[must_use]
    pub fn is_filtered(self) -> bool {
        self.is(Filtered)
    }

    /// It explains words, more than anybody listens to at once.
    #[must_use]
    pub fn is_a_glossary(self) -> bool {
        self.is(Glossary)
    }

    /// It explains the keys of the screen below it.
    #[must_use]
    pub fn is_help(self) -> bool {
        self.is(Help)
    }

    /// It makes files, and offers to open what it has made.
    pub(super) fn makes_files(self) -> bool {
        self.is(MakesFiles)
    }

    /// It shows one paper, and the records that this paper may be.
    pub(super) fn is_of_a_paper(self) -> bool {
        self.is(OnePaper)
    }

    /// Esc leads from here to the end of the program.
    pub(super) fn is_outermost(self) -> bool {
        self.is(Outermost)
    }

    /// Its rows are records, each of which may be a paper.
    pub(super) fn lists_records(self) -> bool {
        self == Self::Records || self.is_of_a_paper()
    }

    /// It decides what becomes of somebody else's answers.
    pub(super) fn merges(self) -> bool {
        self.is(Merges)
    }

    pub(super) fn is(self, wanted: Trait) -> bool {
        self.spec().traits.contains(&wanted)
    }

    /// It shows the open check and nothing else.
    pub(super) fn is_of_the_case(self) -> bool {
        self.spec().subject == Subject::Case
    }

    pub(super) fn breadcrumb(self) -> Option<Breadcrumb> {
        self.spec().breadcrumb
    }

    pub(super) fn way_back(self) -> &'static str {
        self.spec().way_back
    }

    /// What happens when it opens.
    pub(super) fn opens(self) -> Option<Act> {
        self.spec().opens
    }

    /// What Esc does before it leads back.
    pub(super) fn esc(self) -> Option<Try> {
        self.spec().esc
    }

    /// Where the cursor stands when it stands nowhere yet.
    pub(super) fn cursor(self, app: &App, actions: &[Action]) -> Option<Action> {
        (self.spec().cursor)(app, actions)
    }

    /// Whether its sentences must be seen and this window may not hold them.
    pub(super) fn says_first(self, columns: u16, lines: u16) -> bool {
        match self.spec().says_first {
            Some(Small) => is_small(columns, lines),
            Some(Under(least)) => lines < least,
            None => false,
        }
    }
}

/// The smallest window in which a page is drawn, in columns and lines.
pub const SMALLEST: (u16, u16) = (40, 12);

/// What a window counts as that tells no size.
const USUAL: (u16, u16) = (80, 24);

/// A size that something can be drawn in: a serial line tells 0 columns and 0 lines.
#[must_use]
pub fn size_or_usual(columns: u16, lines: u16) -> (u16, u16) {
    match (columns, lines) {
        (0, 0) => USUAL,
        (0, lines) => (USUAL.0, lines),
        (columns, 0) => (columns, USUAL.1),
        size => size,
    }
}

/// Too small a window for the longer pages to be seen whole.
pub(super) fn is_small(columns: u16, lines: u16) -> bool {
    lines < 24 || columns < 72
}
