//! The program on a stage: keys in, pages, screens, cases and effects out. Everything is real but
//! the disk, the clock and the terminal.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Datelike, Duration, FixedOffset};
use crossterm::event::KeyEvent;
use mamori::app::action::Action;
use mamori::app::case_summary::{CaseState, CaseSummary, DeskGlance};
use mamori::app::event::{Effect, Event};
use mamori::app::keys::resolve;
use mamori::app::page::Page;
use mamori::app::request::{Made, Request};
use mamori::app::{App, Console, Desktop, Screen, Startup, page, update};
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::access::Access;
use mamori::questionnaire::case::{Case, Firm};
use mamori::questionnaire::desk::Desk;
use mamori::questionnaire::fault::{OpenProblem, SaveFault};
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::{Day, Moment};
use mamori::questionnaire::outcome::Counts;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::paper::Papers;
use mamori::questionnaire::plan::due_days;
use mamori::questionnaire::result::WalkResult;
use mamori::text::catalog::Catalog;
use mamori::text::finding::Findable;
use mamori::text::width::{WidthMode, cells};
use mamori::view::{Drawn, Look, Memo, Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

mod keys;
mod pointer;
mod words;

use crate::paths::slashed;

pub(crate) use keys::parsed;
pub(crate) use words::words;

/// The packs that come with the program: the first walk's, and those that follow it.
static PACKS: LazyLock<(Arc<Pack>, Vec<Arc<Pack>>)> = LazyLock::new(|| {
    let mut library = PackLibrary::new(None);
    let id = library.first_pack();
    let first = library.pack(&id).expect("the first pack");
    (first, library.following(&id))
});

/// The papers that come with the program.
static PAPERS: LazyLock<Vec<Papers>> = LazyLock::new(|| PackLibrary::new(None).papers());

/// What becomes of a case that is to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disk {
    Works,
    /// Nothing is heard of it until `Stage::disk_answers`.
    Slow,
    Fails(SaveFault),
}

/// The program with one person before it.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) disk: Disk,
    /// Every case that reached the disk, in order.
    pub(crate) kept: Vec<Case>,
    papers: Vec<Papers>,
    /// What was kept of firms, in order.
    pub(crate) desks: Vec<Desk>,
    /// Every effect so far.
    pub(crate) effects: Vec<Effect>,
    pub(crate) has_ended: bool,
    waiting: Vec<Case>,
    catalog: Rc<Catalog>,
    now: DateTime<FixedOffset>,
    ids: u32,
}

/// What was drawn: its text, where the real cursor stands, and the cells.
pub(crate) struct Drawing {
    pub(crate) text: String,
    pub(crate) caret: Option<Position>,
    pub(crate) cells: Buffer,
    pub(crate) spots: Drawn,
}

impl Stage {
    /// The very first start.
    pub(crate) fn new() -> Self {
        Self::starting(Vec::new(), None, "ja")
    }

    /// After the first steps with these forms, such as "1 2" for the first two; at the first question.
    pub(crate) fn answering(forms: &str) -> Self {
        let mut stage = Self::new();
        stage.begin(forms);
        stage
    }

    /// The program started where these cases are on the disk.
    /// A start from these, as `PackLibrary::startup` finds them.
    pub(crate) fn from_startup(change: impl FnOnce(&mut Startup)) -> Self {
        let mut stage = Self::new();
        let mut startup = usual_startup();
        change(&mut startup);
        let (year, month, day) = startup.today.parts();
        let clock = |now: DateTime<FixedOffset>| {
            let now = now.with_day(1)?.with_year(year)?.with_month(month)?;
            now.with_day(day)
        };
        stage.now = clock(stage.now).expect("a day");
        stage.app = App::new(startup).with_mouse(true);
        stage
    }

    pub(crate) fn starting(cases: Vec<Case>, open: Option<Case>, language: &str) -> Self {
        let mut packs = vec![Arc::clone(&PACKS.0)];
        packs.extend(
            open.iter()
                .filter_map(pack_of)
                .skip_while(|pack| pack.id == PACKS.0.id),
        );
        let app = App::new(Startup {
            packs,
            listed: listed(&cases),
            case: open.map(|case| (case, Access::Write)),
            language: language.to_owned(),
            ..usual_startup()
        })
        .with_mouse(true);
        Self {
            app,
            disk: Disk::Works,
            papers: PAPERS.clone(),
            desks: Vec::new(),
            kept: cases,
            effects: Vec::new(),
            has_ended: false,
            waiting: Vec::new(),
            catalog: words(language),
            now: DateTime::parse_from_rfc3339("2026-11-20T16:40:00+09:00").expect("a moment"),
            ids: 0,
        }
    }

    /// The same program started again on the same disk, as `PackLibrary::startup` does it.
    pub(crate) fn started_again(&self) -> Self {
        let cases = self.on_disk();
        let only = (cases.len() == 1).then(|| cases[0].clone());
        let mut again = Self::starting(cases, only, self.app.language());
        again.now = self.now;
        again
    }

    /// From the same moment and with the same ids as another one.
    pub(crate) fn share_clock_with(&mut self, other: &Self) {
        self.now = other.now;
    }

    /// With these papers in place of those that come with the program.
    pub(crate) fn with_papers(mut self, papers: Vec<Papers>) -> Self {
        self.papers = papers;
        self
    }

    /// The very first start with other packs and words.
    pub(crate) fn with(packs: &[Arc<Pack>], catalog: Catalog) -> Self {
        let mut stage = Self::new();
        stage.catalog = Rc::new(catalog);
        stage.app = App::new(Startup {
            packs: packs.to_vec(),
            ..usual_startup()
        });
        stage
    }

    /// The first start at a bare Linux console, in this language.
    pub(crate) fn at_a_bare_console(language: &str) -> Self {
        let mut stage = Self::starting(Vec::new(), None, language);
        stage.app = App::new(Startup {
            language: language.to_owned(),
            console: Console::Bare,
            ..usual_startup()
        })
        .with_mouse(true);
        stage
    }

    /// From the welcome to the first question, with these forms chosen.
    pub(crate) fn begin(&mut self, forms: &str) {
        self.play("Enter");
        for place in 1..=3 {
            if forms.contains(char::from_digit(place, 10).expect("a digit")) {
                self.play("Space");
            }
            self.play("Down");
        }
        self.play("Enter Enter");
        assert_eq!(self.app.screen(), Screen::Question);
    }

    /// Presses keys one after another, each a minute after the one before: names such as `Enter`,
    /// single characters, `Ctrl-C`, and `<text>` typed a character at a time.
    pub(crate) fn play(&mut self, keys: &str) -> &mut Self {
        for key in parsed(keys) {
            self.press(key);
        }
        self
    }

    pub(crate) fn press(&mut self, key: KeyEvent) {
        assert!(!self.has_ended, "{key:?} after the end");
        self.now += Duration::minutes(1);
        if let Some(event) = resolve(&self.app, key) {
            self.happen(event);
        }
    }

    pub(crate) fn happen(&mut self, event: Event) {
        for effect in update(&mut self.app, event, Moment::new(self.now)) {
            self.effects.push(effect.clone());
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Save => self.save(),
            Effect::Ask(request) => self.answer(request),
            Effect::Fill(message) => {
                let words = self.catalog.message(&message);
                self.happen(Event::Filled(words));
            }
            Effect::Language(code) => self.catalog = words(&code),
            Effect::Mouse(_) | Effect::Digits(_) | Effect::Suspend | Effect::Redraw => {}
            Effect::Quit => self.has_ended = true,
        }
    }

    fn answer(&mut self, request: Request) {
        match request {
            Request::Following(id) => {
                for pack in &PACKS.1 {
                    if pack.follows.as_ref() == Some(&id) {
                        self.happen(Event::Loaded(Arc::clone(pack)));
                    }
                }
            }
            Request::List => self.happen(Event::Listed(listed(&self.on_disk()))),
            Request::Open(id) => {
                let event = match self.on_disk().into_iter().find(|case| case.id == id) {
                    Some(case) => Event::Opened(Box::new(case), Access::Write),
                    None => Event::OpenFailed(OpenProblem::Gone),
                };
                self.happen(event);
            }
            Request::FreshId => {
                self.ids += 1;
                let firm = firm(self.ids);
                self.happen(Event::FreshId(
                    CaseId::new(&format!("fresh-{}", self.ids)),
                    firm,
                ));
            }
            Request::Papers => self.happen(Event::Papers(self.papers.clone(), Vec::new())),
            Request::Make(paper) => self.happen(Event::Made(Ok(Made {
                path: paper.path,
                pages: 1,
                doubt: None,
            }))),
            Request::Desk(firm) => {
                let desk = self.desks.iter().rev().find(|desk| desk.firm == firm);
                let desk = desk.cloned().map(Box::new);
                self.happen(Event::Desk(firm, Ok(desk)));
            }
            Request::KeepDesk(desk) => {
                let (firm, revision) = (desk.firm.clone(), desk.revision);
                self.desks.push(*desk);
                self.happen(Event::DeskKept(firm, revision, false));
            }
            Request::OpenWritten => self.happen(Event::FileOpened(Ok(()))),
            // What is done to files is shown on real ones.
            _ => {}
        }
    }

    fn save(&mut self) {
        let case = self.app.case().expect("something to save").clone();
        match self.disk {
            Disk::Works => {
                let (id, revision) = (case.id.clone(), case.revision);
                self.kept.push(case);
                self.happen(Event::Saved(id, revision));
            }
            Disk::Slow => self.waiting.push(case),
            Disk::Fails(fault) => self.happen(Event::SaveFailed(fault)),
        }
    }

    /// The slow disk has written the newest of what it was given.
    pub(crate) fn disk_answers(&mut self) {
        if let Some(case) = self.waiting.pop() {
            self.waiting.clear();
            let (id, revision) = (case.id.clone(), case.revision);
            self.kept.push(case);
            self.happen(Event::Saved(id, revision));
        }
    }

    /// The newest of each case that reached the disk, the last changed first.
    pub(crate) fn on_disk(&self) -> Vec<Case> {
        let mut newest: Vec<Case> = Vec::new();
        for case in &self.kept {
            newest.retain(|other| other.id != case.id);
            newest.insert(0, case.clone());
        }
        newest.sort_by_key(|case| std::cmp::Reverse(case.updated));
        newest
    }

    /// Goes to the row with this action by keys.
    #[track_caller]
    pub(crate) fn go_to(&mut self, action: Action) -> &mut Self {
        self.play("Home");
        while self.page().cursor != Some(action) {
            let before = self.page().cursor;
            self.play("Down");
            assert_ne!(
                self.page().cursor,
                before,
                "no {action:?}\n{}",
                self.screen()
            );
        }
        self
    }

    /// The case that is open.
    #[track_caller]
    pub(crate) fn case(&self) -> &Case {
        self.app.case().expect("an open case")
    }

    pub(crate) fn counts(&self) -> Counts {
        self.app.result().expect("an open case").counts
    }

    pub(crate) fn page(&self) -> Page<'_> {
        page(&self.app)
    }

    /// The id of the question on the screen.
    pub(crate) fn at(&self) -> String {
        let case = self.case();
        let at = case.walk(&case.walk).and_then(|walk| walk.at.clone());
        at.map(|id| id.to_string()).unwrap_or_default()
    }

    /// The id of the message above the foot.
    pub(crate) fn message(&self) -> Option<&'static str> {
        self.page().message.map(|message| message.id)
    }

    /// The screen as it is at 80x24.
    pub(crate) fn screen(&self) -> String {
        self.screen_at(80, 24)
    }

    /// The screen in a window of this size.
    pub(crate) fn screen_at(&self, columns: u16, lines: u16) -> String {
        self.drawing(columns, lines, WidthMode::Narrow).text
    }

    pub(crate) fn drawing(&self, columns: u16, lines: u16, mode: WidthMode) -> Drawing {
        self.drawing_in(Theme::Colour, columns, lines, mode)
    }

    pub(crate) fn drawing_in(
        &self,
        theme: Theme,
        columns: u16,
        lines: u16,
        width: WidthMode,
    ) -> Drawing {
        let app = self.sized(columns, lines);
        let look = Look {
            catalog: &self.catalog,
            theme,
            width,
        };
        drawn_in(&page(&app), look, columns, lines)
    }

    /// The program in a window of this size.
    pub(crate) fn sized(&self, columns: u16, lines: u16) -> App {
        let mut app = self.app.clone();
        let now = Moment::new(self.now);
        update(&mut app, Event::Resize(columns, lines), now);
        app
    }

    /// As `l` does, also where letters are text.
    pub(crate) fn switch_language(&mut self) {
        self.happen(Event::Do(Action::SwitchLanguage));
    }

    #[track_caller]
    pub(crate) fn sees(&self, words: &str) {
        let screen = self.screen();
        assert!(screen.contains(words), "no {words:?} on\n{screen}");
    }

    #[track_caller]
    pub(crate) fn sees_no(&self, words: &str) {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} on\n{screen}");
    }
}

/// A first start in Japanese, with nothing there.
fn usual_startup() -> Startup {
    Startup {
        packs: vec![Arc::clone(&PACKS.0)],
        listed: Vec::new(),
        binned: Vec::new(),
        case: None,
        could_not_open: None,
        bin_is_unread: false,
        not_used: Vec::new(),
        news: Vec::new(),
        has_passphrase: false,
        is_sealed: false,
        other_folders: Vec::new(),
        fresh_id: CaseId::new("fresh-0"),
        fresh_firm: firm(0),
        folder: "mamori".to_owned(),
        export_folder: "reports".to_owned(),
        home: "/home/hanako".to_owned(),
        language: "ja".to_owned(),
        languages: vec!["ja".to_owned(), "en".to_owned()],
        console: Console::Full,
        desktop: Desktop::Present,
        today: Day::parse("2026-11-20").expect("a day"),
        columns: 80,
        lines: 24,
    }
}

/// A page drawn into a window of this size.
pub(crate) fn drawn(
    page: &Page<'_>,
    catalog: &Catalog,
    columns: u16,
    lines: u16,
    width: WidthMode,
) -> Drawing {
    let look = Look {
        catalog,
        theme: Theme::Colour,
        width,
    };
    drawn_in(page, look, columns, lines)
}

fn drawn_in(page: &Page<'_>, look: Look<'_>, columns: u16, lines: u16) -> Drawing {
    let mut terminal = Terminal::new(TestBackend::new(columns, lines)).expect("a test backend");
    let mut has_caret = false;
    let mut spots = Drawn::default();
    let mut memo = Memo::default();
    let frame = terminal
        .draw(|frame| {
            spots = draw(page, look, &mut memo, frame);
            has_caret = page.rows.iter().any(|row| row.field.is_some());
        })
        .expect("a test backend");
    let cells = frame.buffer.clone();
    let caret = terminal
        .backend()
        .cursor_visible()
        .then(|| terminal.backend().cursor_position());
    Drawing {
        text: text_of(&cells, look.width),
        caret: caret.filter(|_| has_caret),
        cells,
        spots,
    }
}

/// The lines of a buffer: a wide character once, nothing at the ends, and paths as tests write them.
pub(crate) fn text_of(buffer: &Buffer, mode: WidthMode) -> String {
    let area = buffer.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(cells(symbol, mode)).expect("a cell").max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    slashed(&text)
}

fn pack_of(case: &Case) -> Option<Arc<Pack>> {
    let mut packs = std::iter::once(&PACKS.0).chain(&PACKS.1);
    packs.find(|pack| pack.id == case.walk).cloned()
}

/// A firm that a start has at hand.
fn firm(number: u32) -> Firm {
    Firm {
        id: format!("firm-{number}"),
        pseudonym: format!("pseudonym-{number}"),
        ..Firm::default()
    }
}

fn due_in_all_walks(case: &Case) -> Vec<Day> {
    let packs = std::iter::once(&PACKS.0).chain(&PACKS.1);
    let begun = packs.filter(|pack| case.walk(&pack.id).is_some());
    begun
        .flat_map(|pack| due_days(&WalkResult::of(pack, case).plan()))
        .collect()
}

/// The cases as the list shows them.
pub(crate) fn listed(cases: &[Case]) -> Vec<CaseSummary> {
    cases
        .iter()
        .map(|case| CaseSummary {
            id: case.id.clone(),
            title: case.title.clone(),
            firm: case.firm_id(),
            given_firm: case.firm.clone(),
            firm_name: case.profile.firm.clone(),
            created: Some(case.created),
            updated: Some(case.updated),
            counts: pack_of(case).map(|pack| WalkResult::of(&pack, case).counts),
            due: due_in_all_walks(case),
            may_be_due: false,
            state: CaseState::Ok,
            desk: DeskGlance::Nothing,
            found_by: Findable::new(&[&case.title, &case.profile.firm, case.id.as_str()], &[]),
        })
        .collect()
}
