//! What a key, a drawing, a judgement and a start cost. Run with `cargo bench --bench walk`.
//! docs/PERFORMANCE.md says what was seen.

#![allow(
    clippy::disallowed_methods,
    reason = "the start is measured on cases in a folder of its own"
)]

use std::fs;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent};
use divan::{Bencher, black_box};
use mamori::app::action::{Action, Choice};
use mamori::app::event::Event;
use mamori::app::keys::resolve;
use mamori::app::{App, Console, Screen, Startup, page, update};
use mamori::assets::builtin_packs;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::access::Access;
use mamori::questionnaire::case::{Answer, Case, Firm, Given};
use mamori::questionnaire::check::check;
use mamori::questionnaire::id::{CaseId, FormId, QuestionId};
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::pack::{Pack, Question};
use mamori::questionnaire::raw::Raw;
use mamori::questionnaire::result::WalkResult;
use mamori::store::disk::RealDisk;
use mamori::store::format::encode;
use mamori::store::{CaseEntry, Store};
use mamori::store_service::StoreService;
use mamori::text::catalog::Catalog;
use mamori::text::width::WidthMode;
use mamori::view::{Look, Memo, Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

fn now() -> Moment {
    Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment")
}

fn first_pack() -> Pack {
    load(builtin_packs()[0].1, None)
}

fn load(text: &str, followed: Option<&Pack>) -> Pack {
    let raw: Raw<'_> = serde_json::from_str(text).expect("JSON");
    check(raw, followed).expect("a pack without an issue")
}

/// A case for every form, with each question answered in one of the six ways.
fn case(id: &str, pack: &Pack) -> Case {
    let forms: Vec<FormId> = pack.forms.iter().map(|form| form.id.clone()).collect();
    let mut case = Case::new(CaseId::new(id), "本社工場".to_owned(), forms, pack, now());
    let walk = case
        .walks
        .get_mut(&pack.id)
        .expect("the walk that it begins with");
    for (at, question) in pack.questions.iter().enumerate() {
        let given = given(question, at);
        walk.answers.insert(
            question.id.clone(),
            Answer {
                answered: given.is_some().then(now),
                given,
                note: "辞令は来月".to_owned(),
                ..Answer::default()
            },
        );
    }
    case
}

fn given(question: &Question, at: usize) -> Option<Given> {
    match at % 6 {
        0 => Some(Given::all_points(&question.all_points, true)),
        1 => Some(Given::all_points(&question.all_points, false)),
        2 => Some(Given::Unknown),
        3 => Some(Given::NotApplicable("見学なし".to_owned())),
        4 => {
            let some = (question.all_points.iter().enumerate())
                .map(|(at, point)| (point.id.clone(), at == 0))
                .collect();
            Some(Given::Points(some))
        }
        _ => None,
    }
}

/// At the first question of a full case, as after opening it.
fn app() -> App {
    let pack = first_pack();
    let mut case = case("k7q2m4xw", &pack);
    let walk = case.walks.get_mut(&pack.id).expect("its walk");
    walk.at = Some(pack.questions[0].id.clone());
    App::new(Startup {
        packs: vec![Arc::new(pack)],
        listed: Vec::new(),
        case: Some((case, Access::Write)),
        could_not_open: None,
        bin_is_unread: false,
        not_used: Vec::new(),
        binned: Vec::new(),
        news: Vec::new(),
        has_passphrase: false,
        is_sealed: false,
        other_folders: Vec::new(),
        fresh_id: CaseId::new("aaaa2345"),
        fresh_firm: mamori::questionnaire::case::Firm::default(),
        folder: "mamori".to_owned(),
        export_folder: "reports".to_owned(),
        home: String::new(),
        language: "ja".to_owned(),
        languages: vec!["ja".to_owned(), "en".to_owned()],
        console: Console::Full,
        desktop: mamori::app::Desktop::Absent,
        today: now().day(),
        columns: 80,
        lines: 24,
    })
}

#[divan::bench]
fn key_that_answers(bencher: Bencher) {
    bencher.with_inputs(app).bench_values(|mut app| {
        update(&mut app, Event::Do(Action::Answer(Choice::Unknown)), now());
        app
    });
}

#[divan::bench]
fn key_that_moves(bencher: Bencher) {
    bencher.with_inputs(app).bench_values(|mut app| {
        update(&mut app, Event::Do(Action::Down), now());
        app
    });
}

#[divan::bench]
fn key_that_goes_to_the_next_question(bencher: Bencher) {
    bencher.with_inputs(app).bench_values(|mut app| {
        update(&mut app, Event::Do(Action::Next), now());
        app
    });
}

#[divan::bench]
fn key_that_toggles_a_point(bencher: Bencher) {
    bencher.with_inputs(app).bench_values(|mut app| {
        update(&mut app, Event::Do(Action::Point(0)), now());
        app
    });
}

/// A thousand keys that arrive at once: each acts, and one picture is drawn.
#[divan::bench]
fn burst_of_1_000_keys(bencher: Bencher) {
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    let keys = [
        KeyCode::Char('4'),
        KeyCode::Right,
        KeyCode::Down,
        KeyCode::Left,
    ];
    let mut screen = screen();
    let mut memo = Memo::default();
    bencher.with_inputs(app).bench_local_values(|mut app| {
        for key in keys.iter().cycle().take(1_000) {
            if let Some(event) = resolve(&app, KeyEvent::from(*key)) {
                update(&mut app, event, now());
            }
        }
        let drawn = screen.draw(|frame| {
            draw(&page(&app), look(&catalog), &mut memo, frame);
        });
        drawn.expect("drawing in memory").count
    });
}

#[divan::bench]
fn page_of_a_question(bencher: Bencher) {
    let app = app();
    bencher.bench_local(|| page(black_box(&app)).rows.len());
}

fn look(catalog: &Catalog) -> Look<'_> {
    Look {
        catalog,
        theme: Theme::Colour,
        width: WidthMode::Narrow,
    }
}

fn screen() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(80, 24)).expect("a screen in memory")
}

#[divan::bench]
fn drawing_a_question_for_the_first_time(bencher: Bencher) {
    let app = app();
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    let mut screen = screen();
    bencher.bench_local(|| {
        let mut memo = Memo::default();
        let drawn = screen.draw(|frame| {
            draw(&page(&app), look(&catalog), &mut memo, frame);
        });
        drawn.expect("drawing in memory").count
    });
}

#[divan::bench]
fn drawing_a_question_again(bencher: Bencher) {
    let app = app();
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    let mut screen = screen();
    let mut memo = Memo::default();
    bencher.bench_local(|| {
        let drawn = screen.draw(|frame| {
            draw(&page(&app), look(&catalog), &mut memo, frame);
        });
        drawn.expect("drawing in memory").count
    });
}

#[divan::bench]
fn judging_18_answers(bencher: Bencher) {
    let pack = first_pack();
    let case = case("k7q2m4xw", &pack);
    bencher.bench(|| {
        WalkResult::of(black_box(&pack), black_box(&case))
            .plan()
            .len()
    });
}

/// Ten times what a pack may hold.
#[divan::bench]
fn judging_2_000_answers(bencher: Bencher) {
    let mut pack = first_pack();
    let made_of = pack.questions.clone();
    pack.questions = (0..2_000)
        .map(|at| {
            let mut question = made_of[at * made_of.len() / 2_000].clone();
            question.id = QuestionId::new(&format!("question-{at}"));
            question
        })
        .collect();
    let case = case("k7q2m4xw", &pack);
    bencher.bench(|| {
        WalkResult::of(black_box(&pack), black_box(&case))
            .plan()
            .len()
    });
}

#[divan::bench]
fn loading_both_packs(bencher: Bencher) {
    let [(_, first), (_, second)] = builtin_packs() else {
        panic!("two packs come with the program");
    };
    bencher.bench(|| {
        let first = load(black_box(first), None);
        let second = load(black_box(second), Some(&first));
        (first, second)
    });
}

#[divan::bench(args = ["ja", "en"])]
fn loading_the_words(bencher: Bencher, language: &str) {
    let library = PackLibrary::new(None);
    bencher.bench_local(|| library.catalog(black_box(language)));
}

#[divan::bench(args = [1, 100])]
fn starting_with_cases(bencher: Bencher, cases: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let below = folder.path().join("cases");
    fs::create_dir(&below).expect("a folder below");
    let pack = first_pack();
    for at in 0..cases {
        let case = case(&format!("case{at:04}"), &pack);
        let bytes = encode(&case).expect("a case that reads back");
        fs::write(below.join(format!("{}.json", case.id)), bytes).expect("a case on the disk");
    }
    bencher.bench_local(|| {
        let store = Store::new(folder.path().to_owned(), Box::new(RealDisk));
        let mut service = StoreService::new(store, PackLibrary::new(Some(folder.path())));
        let startup = service.startup("ja", None, now());
        App::new(startup.expect("a start"))
    });
}

/// An advisor's program at the list of so many firms.
fn at_the_firms(firms: usize) -> App {
    let pack = first_pack();
    let entries = (0..firms).map(|at| {
        let mut case = case(&format!("case{at:04}"), &pack);
        case.profile.firm = format!("会社{at:04}");
        case.firm = Some(Firm {
            id: format!("firm{at:04}"),
            pseudonym: format!("q{at:04}"),
            ..Firm::default()
        });
        CaseEntry {
            id: case.id.clone(),
            state: Ok(case),
        }
    });
    let entries: Vec<CaseEntry> = entries.collect();
    let mut library = PackLibrary::new(None);
    let mut listed = library.summaries_of(&entries);
    library.let_be_found(&mut listed);
    let mut app = app().with_firms(true);
    update(&mut app, Event::Listed(listed), now());
    update(&mut app, Event::Do(Action::Open(Screen::Firms)), now());
    app
}

#[divan::bench(args = [40, 400, 2000])]
fn page_of_the_list_of_firms(bencher: Bencher, firms: usize) {
    let app = at_the_firms(firms);
    bencher.bench_local(|| page(black_box(&app)).rows.len());
}

#[divan::bench(args = [40, 400, 2000])]
fn key_that_narrows_the_list_of_firms(bencher: Bencher, firms: usize) {
    let app = at_the_firms(firms);
    bencher
        .with_inputs(|| app.clone())
        .bench_local_values(|mut app| {
            update(&mut app, Event::Text("7".to_owned()), now());
            app
        });
}
