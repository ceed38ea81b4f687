//! What writing a result costs in each format, and reading a case back. Run with `cargo bench --bench export`.
//! docs/PERFORMANCE.md says what was seen.

use std::sync::Arc;

use divan::{Bencher, black_box};
use mamori::assets::builtin_packs;
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::case::{Answer, Case, Given, Information, Task};
use mamori::questionnaire::check::check;
use mamori::questionnaire::id::{CaseId, FormId, QuestionId};
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::pack::{Pack, Question};
use mamori::questionnaire::paper::PaperFormat;
use mamori::questionnaire::raw::Raw;
use mamori::questionnaire::reading::imported;
use mamori::questionnaire::sheet::{Filling, sheets};
use mamori::report::Report;
use mamori::report::application;
use mamori::report::complete::complete;
use mamori::report::csv::csv;
use mamori::report::docx::docx;
use mamori::report::html::html;
use mamori::report::markdown::markdown;
use mamori::report::ndjson::ndjson;
use mamori::report::paper;
use mamori::report::xlsx::xlsx;
use mamori::text::catalog::Catalog;

/// As many as the first pack asks, and more than any pack may hold.
const SIZES: [usize; 2] = [18, 2_000];

fn main() {
    divan::main();
}

fn pack(questions: usize) -> Pack {
    let raw: Raw<'_> = serde_json::from_str(builtin_packs()[0].1).expect("JSON");
    let mut pack = check(raw, None).expect("a pack without an issue");
    let made_of = pack.questions.clone();
    pack.questions = (0..questions)
        .map(|at| {
            let mut question = made_of[at * made_of.len() / questions].clone();
            question.id = QuestionId::new(&format!("question-{at}"));
            question
        })
        .collect();
    pack
}

/// A case for every form, with each question answered in one of the six ways, a note and who does it.
fn case(pack: &Pack) -> Case {
    let now = Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment");
    let forms: Vec<FormId> = pack.forms.iter().map(|form| form.id.clone()).collect();
    let title = "本社工場".to_owned();
    let mut case = Case::new(CaseId::new("k7q2m4xw"), title, forms, pack, now);
    case.information = vec![
        Information {
            what: "加工図面".to_owned(),
            place: "事務所の棚".to_owned(),
            ..Information::default()
        };
        50
    ];
    let walk = case.walks.get_mut(&pack.id).expect("its walk");
    for (at, question) in pack.questions.iter().enumerate() {
        let given = given(question, at);
        let answer = Answer {
            answered: given.is_some().then_some(now),
            given,
            note: "辞令は来月。写しを総務の棚へ".to_owned(),
            task: Some(Task {
                who: "社長".to_owned(),
                by: "11月30日".to_owned(),
                ..Task::default()
            }),
            ..Answer::default()
        };
        walk.answers.insert(question.id.clone(), answer);
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
            let points = (question.all_points.iter().enumerate())
                .map(|(at, point)| (point.id.clone(), at == 0))
                .collect();
            Some(Given::Points(points))
        }
        _ => None,
    }
}

/// From a case and its pack to the bytes, judging included.
fn written<B>(bencher: Bencher, questions: usize, format: impl Fn(&Report<'_>, &Catalog) -> B) {
    let packs = [Arc::new(pack(questions))];
    let case = case(&packs[0]);
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    bencher.bench_local(|| format(&Report::new(black_box(&case), &packs), &catalog));
}

#[divan::bench(args = SIZES)]
fn to_csv(bencher: Bencher, questions: usize) {
    written(bencher, questions, csv);
}

#[divan::bench(args = SIZES)]
fn to_ndjson(bencher: Bencher, questions: usize) {
    written(bencher, questions, ndjson);
}

#[divan::bench(args = SIZES)]
fn to_json(bencher: Bencher, questions: usize) {
    written(bencher, questions, complete);
}

#[divan::bench(args = SIZES)]
fn to_markdown(bencher: Bencher, questions: usize) {
    written(bencher, questions, markdown);
}

#[divan::bench(args = SIZES)]
fn to_xlsx(bencher: Bencher, questions: usize) {
    written(bencher, questions, xlsx);
}

#[divan::bench(args = SIZES)]
fn to_docx(bencher: Bencher, questions: usize) {
    written(bencher, questions, docx);
}

/// One paper, the appointment: filled in and written.
#[divan::bench(args = ["html", "docx", "xlsx"])]
fn a_paper(bencher: Bencher, format: &str) {
    let mut library = PackLibrary::new(None);
    let papers = library.papers();
    let one = papers[0].paper("appointment").expect("a paper of ours");
    let pack = pack(SIZES[0]);
    let case = case(&pack);
    let (catalog, _) = library.catalog("ja");
    let format = PaperFormat::of_ending(format).expect("a format");
    let filling = Filling {
        case: &case,
        forms: &pack.forms,
        today: case.updated.day(),
    };
    bencher.bench_local(|| {
        let sheets = sheets(&papers[0], black_box(one), Some(filling));
        paper::bytes(&sheets, &catalog, format)
    });
}

#[divan::bench(args = SIZES)]
fn to_html(bencher: Bencher, questions: usize) {
    written(bencher, questions, html);
}

#[divan::bench(args = SIZES)]
fn to_a_draft_for_the_application(bencher: Bencher, questions: usize) {
    written(bencher, questions, application::html);
}

#[divan::bench(args = SIZES)]
fn from_json(bencher: Bencher, questions: usize) {
    let packs = [Arc::new(pack(questions))];
    let case = case(&packs[0]);
    let (catalog, _) = PackLibrary::new(None).catalog("ja");
    let text = complete(&Report::new(&case, &packs), &catalog);
    bencher.bench(|| imported(black_box(text.as_bytes())).expect("the case"));
}

#[divan::bench(args = SIZES)]
fn leaving_out_what_was_typed(bencher: Bencher, questions: usize) {
    let case = case(&pack(questions));
    bencher.bench(|| anonymous(black_box(&case)));
}
