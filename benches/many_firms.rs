//! Checks of thousands of firms as an association would get them, made up by chance from a seed: ids and bands, no
//! names. Written as NDJSON by the program's own code, for the queries of docs/ASSOCIATIONS.md.
//! Run with `cargo bench --bench many_firms -- 10000 > checks.ndjson`; the number is that of checks, and without it nothing
//! is written. With a folder behind it (`-- 2000 checks`) they are written there as an advisor keeps them, a file each, with
//! what was typed: `benches/start.sh` counts with those.

#![allow(
    clippy::disallowed_methods,
    reason = "a program of its own: how many and where to are arguments, and it writes files"
)]

use std::fs;
use std::io::{BufWriter, Write, stdout};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::{Answer, Case, Firm, Given, Information, RECORD_THERE, Task};
use mamori::questionnaire::id::{CaseId, FormId};
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::pack::{Pack, Question};
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::report::Report;
use mamori::report::ndjson::ndjson;
use mamori::store::format::encode;
use mamori::text::firm_groups::Group;
use serde_json::Value;

/// A firm does at most so many checks, a year after the other.
const YEARS: u64 = 3;

/// So many checks are in memory at once.
const AT_ONCE: usize = 500;

fn main() {
    // cargo adds `--bench`.
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut numbers = words.iter().filter_map(|word| word.parse::<usize>().ok());
    let is_folder = |word: &&String| !word.starts_with('-') && word.parse::<usize>().is_err();
    let wanted = numbers.next().unwrap_or(0);
    let seed = numbers
        .next()
        .map_or(16, |seed| u64::try_from(seed).expect("a seed"));
    let mut chance = Chance(seed);
    let mut library = PackLibrary::new(None);
    let pack = library.pack(&library.first_pack()).expect("a pack of ours");
    let mut all = (0..)
        .flat_map(|number| checks(&mut chance, &pack, number))
        .take(wanted);
    if let Some(folder) = words.iter().find(is_folder) {
        return keep(all, Path::new(folder));
    }
    let mut out = BufWriter::new(stdout().lock());
    loop {
        let some: Vec<Case> = all.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            break;
        }
        for lines in written(&some, &pack) {
            out.write_all(lines.as_bytes()).expect("the output");
        }
    }
    out.flush().expect("the output");
}

/// Each check as a file of this folder.
fn keep(checks: impl Iterator<Item = Case>, folder: &Path) {
    fs::create_dir_all(folder).expect("the folder");
    for (number, mut case) in checks.enumerate() {
        type_into(&mut case, number);
        let bytes = encode(&case).expect("a case that reads back");
        fs::write(folder.join(format!("{}.json", case.id)), bytes).expect("a file");
    }
}

/// What people type into a check: a name, notes, who does what by when, the list of what to protect.
fn type_into(case: &mut Case, number: usize) {
    case.profile.firm = format!("株式会社{number:05}製作所");
    case.title = format!("{} 本社工場", case.profile.firm);
    let walks = case.walks.values_mut();
    let answers = walks.flat_map(|walk| walk.answers.values_mut());
    for (place, answer) in answers.enumerate() {
        if (place + number).is_multiple_of(3) {
            "辞令は来月、総務に聞く".clone_into(&mut answer.note);
        }
        if (place + number).is_multiple_of(7) {
            let task = answer.task.get_or_insert_default();
            "総務".clone_into(&mut task.who);
            "2027-03-31".clone_into(&mut task.by);
        }
    }
    let information = ["図面", "見積書", "試作品"].map(|what| Information {
        what: what.to_owned(),
        place: "設計室の棚".to_owned(),
        ..Information::default()
    });
    case.information = information.into();
    case.number_information();
}

/// The lines of these checks in their order, made by as many threads as there are processors.
fn written(checks: &[Case], pack: &Arc<Pack>) -> Vec<String> {
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let parts = checks.chunks(checks.len().div_ceil(threads));
    std::thread::scope(|scope| {
        let parts = parts.map(|part| {
            scope.spawn(move || {
                // A catalogue cannot cross threads.
                let (catalog, _) = PackLibrary::new(None).catalog("ja");
                let packs = [Arc::clone(pack)];
                let contents = Contents::of(Reader::Statistics, None);
                let lines = part.iter().map(|case| {
                    let shown = contents.shown(case);
                    ndjson(&Report::of(&shown, &packs, contents), &catalog)
                });
                lines.collect::<String>()
            })
        });
        // All of them begin before the first is waited for.
        let parts: Vec<_> = parts.collect();
        let parts = parts.into_iter();
        parts.map(|part| part.join().expect("the lines")).collect()
    })
}

/// The same numbers for the same seed, on every machine (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn is(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn id(&mut self) -> String {
        format!("{:016x}", self.next())
    }
}

/// The checks of one firm. Some trades are rare, so that there are groups too small to be shown.
fn checks(chance: &mut Chance, pack: &Arc<Pack>, number: u64) -> Vec<Case> {
    let mut firm = Firm {
        id: chance.id(),
        pseudonym: chance.id(),
        ..Firm::default()
    };
    let trades = Group::Trade.offered();
    // Each trade is half as frequent as the one before it.
    let rarity = usize::try_from(chance.next().trailing_zeros()).unwrap_or(0);
    if !chance.is(10) {
        trades[rarity.min(trades.len() - 1)]
            .0
            .clone_into(&mut firm.trade);
    }
    let sizes = Group::Size.offered();
    let size = usize::try_from(chance.below(6).min(chance.below(6))).unwrap_or(0);
    if !chance.is(10) {
        sizes[size].0.clone_into(&mut firm.size);
    }
    let mut forms: Vec<FormId> = pack.forms.iter().map(|form| form.id.clone()).collect();
    if chance.is(30) {
        forms.pop();
    }
    let first_year = 2024 + chance.below(YEARS);
    let month = 1 + chance.below(12);
    // The larger the firm, the more is in place.
    let mut percent = 25 + 5 * u64::try_from(size).unwrap_or(0) + chance.below(30);
    let mut checks: Vec<Case> = Vec::new();
    for year in first_year..2024 + YEARS {
        let at = format!("{year}-{month:02}-15T10:00:00+09:00");
        let now = Moment::parse(&at).expect("a moment");
        let id = CaseId::new(&chance.id());
        let mut case = if let Some(before) = checks.last() {
            Case::again(before, id, pack, now)
        } else {
            let mut case = Case::new(id, String::new(), forms.clone(), pack, now);
            case.firm = Some(firm.clone());
            case
        };
        answer_all(chance, &mut case, pack, percent, now);
        checks.push(case);
        // Most get better, and some stop.
        percent = (percent + chance.below(20)).saturating_sub(4);
        if chance.is(40) {
            break;
        }
    }
    // What an association has of a firm from before there were firms.
    if number % 50 == 49 {
        for case in &mut checks {
            case.firm = None;
        }
    }
    checks
}

fn answer_all(chance: &mut Chance, case: &mut Case, pack: &Pack, percent: u64, now: Moment) {
    let walk = case.walks.get_mut(&pack.id).expect("its walk");
    for (place, question) in pack.questions.iter().enumerate() {
        // Some questions are harder than others.
        let place = u64::try_from(place).unwrap_or(0);
        let percent = (percent + 3 * (place % 7)).saturating_sub(9);
        let given = given(chance, question, percent);
        let mut answer = Answer {
            answered: given.is_some().then_some(now),
            given,
            ..Answer::default()
        };
        for measure in &question.all_measures {
            if chance.is(percent / 2) {
                let there = Value::String(RECORD_THERE.to_owned());
                answer.records.insert(measure.id.to_string(), there);
            }
        }
        if chance.is(10) {
            answer.task = Some(Task {
                done: Some(now.day()),
                ..Task::default()
            });
        }
        walk.answers.insert(question.id.clone(), answer);
    }
}

fn given(chance: &mut Chance, question: &Question, percent: u64) -> Option<Given> {
    match chance.below(20) {
        0 => None,
        1 => Some(Given::Unknown),
        2 if !question.may_not_apply.is_empty() => Some(Given::NotApplicable("-".to_owned())),
        _ => {
            let is_all = chance.is(percent);
            let points = question.all_points.iter();
            let points = points.map(|point| (point.id.clone(), is_all || chance.is(percent)));
            Some(Given::Points(points.collect()))
        }
    }
}
