//! What keeping costs: a save, plain and sealed, unlocking, opening a sealed case, and the list of a hundred.
//! In a folder of its own on the disk of the machine. Run with `cargo bench --bench keeping`;
//! docs/PERFORMANCE.md says what was seen.

use divan::{Bencher, black_box};
use mamori::assets::builtin_packs;
use mamori::questionnaire::case::{Answer, Case, Given};
use mamori::questionnaire::check::check;
use mamori::questionnaire::id::{CaseId, FormId, QuestionId};
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::pack::Pack;
use mamori::questionnaire::raw::Raw;
use mamori::store::Store;
use mamori::store::disk::RealDisk;
use tempfile::TempDir;

const PASSPHRASE: &str = "がくぶち 2026";
const PLAIN: bool = false;
const SEALED: bool = true;

fn main() {
    divan::main();
}

fn now() -> Moment {
    Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment")
}

fn first_pack() -> Pack {
    let raw: Raw<'_> = serde_json::from_str(builtin_packs()[0].1).expect("JSON");
    check(raw, None).expect("a pack without an issue")
}

/// A case with so many answers, each with a note.
fn case(id: &str, answers: usize) -> Case {
    let pack = first_pack();
    let forms: Vec<FormId> = pack.forms.iter().map(|form| form.id.clone()).collect();
    let mut case = Case::new(CaseId::new(id), "本社工場".to_owned(), forms, &pack, now());
    let walk = case.walks.get_mut(&pack.id).expect("its walk");
    for at in 0..answers {
        let question = &pack.questions[at % pack.questions.len()];
        let answer = Answer {
            given: Some(Given::all_points(&question.all_points, at % 2 == 0)),
            answered: Some(now()),
            note: "辞令は来月".to_owned(),
            ..Answer::default()
        };
        walk.answers
            .insert(QuestionId::new(&format!("question-{at}")), answer);
    }
    case
}

fn store(folder: &TempDir) -> Store {
    Store::new(folder.path().to_owned(), Box::new(RealDisk))
}

/// A folder with so many cases in it, and a store that works there.
fn folder(is_sealed: bool, cases: usize, answers: usize) -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = store(&folder);
    for at in 0..cases {
        store
            .save(&case(&format!("case{at:04}"), answers))
            .expect("saved");
    }
    if is_sealed {
        store.put_seal(PASSPHRASE).expect("sealed");
    }
    (folder, store)
}

fn save(bencher: Bencher, is_sealed: bool, answers: usize) {
    let (_folder, mut store) = folder(is_sealed, 1, answers);
    let (mut case, _) = store.open(&CaseId::new("case0000"), now()).expect("opened");
    bencher.bench_local(|| {
        case.revision += 1;
        store.save(black_box(&case)).expect("saved")
    });
}

#[divan::bench(args = [18, 2_000])]
fn saving_answers(bencher: Bencher, answers: usize) {
    save(bencher, PLAIN, answers);
}

#[divan::bench(args = [18, 2_000])]
fn saving_answers_sealed(bencher: Bencher, answers: usize) {
    save(bencher, SEALED, answers);
}

#[divan::bench(sample_count = 20)]
fn unlocking(bencher: Bencher) {
    let (folder, held) = folder(SEALED, 1, 18);
    drop(held);
    bencher.bench_local(|| {
        let mut store = store(&folder);
        store.open_seal(black_box(PASSPHRASE)).expect("opened");
    });
}

#[divan::bench(args = [18, 2_000])]
fn opening_a_sealed_case_of_answers(bencher: Bencher, answers: usize) {
    let (_folder, mut store) = folder(SEALED, 1, answers);
    let id = CaseId::new("case0000");
    bencher.bench_local(|| store.open(black_box(&id), now()).expect("opened"));
}

#[divan::bench]
fn listing_100_cases(bencher: Bencher) {
    let (_folder, mut store) = folder(PLAIN, 100, 18);
    bencher.bench_local(|| store.list().expect("listed").len());
}

#[divan::bench]
fn listing_100_sealed_cases(bencher: Bencher) {
    let (_folder, mut store) = folder(SEALED, 100, 18);
    bencher.bench_local(|| store.list().expect("listed").len());
}
