//! What is advised first, for each point and each form, as a table for people: `docs/ADVICE.md`. Someone has read it
//! through; a change of the packs changes it, and is to be read again.
//! `INSTA_UPDATE=always cargo test advice` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::asked::Asked;
use mamori::questionnaire::forms::reason;
use mamori::questionnaire::id::FormId;
use mamori::questionnaire::pack::{Measure, Pack, Point, Question};

use mamori::text::catalog::Catalog;
use mamori::text::names::cost_and_effort;

use super::{first, second};

/// The words of the table in one language.
struct Words {
    language: &'static str,
    title: &'static str,
    lead: &'static str,
    head: &'static str,
    all: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: "ja",
        title: "はじめに勧めること",
        lead: "確かめる点がまだのとき、その点をそろえる方法のうち、費用と手間のいちばん少ないものを勧めます。\n\
               費用と手間は、この道具のおおよその目安です。「形」は、その形だけをえらんだときです。",
        head: "| 確かめる点 | 形 | はじめに勧めること | 費用・手間 |",
        all: "どれも",
    },
    Words {
        language: "en",
        title: "What is advised first",
        lead: "Where a point is open, the cheapest measure that brings it into place is advised.\n\
               Cost and effort are this tool's rough estimate. \"Form\" means that this form alone was chosen.",
        head: "| Point | Form | Advised first | Cost, effort |",
        all: "any",
    },
];

/// The cheapest measure that is offered for this form and closes this point; none where the point is not asked.
fn advised<'a>(question: &'a Question, point: &Point, form: &'a [FormId]) -> Option<&'a Measure> {
    let asked = Asked::of(question, form)?;
    asked.points().find(|one| one.id == point.id)?;
    let mut measures = asked.measures();
    measures.find(|measure| measure.closes.contains(&point.id))
}

fn rows(
    table: &mut String,
    pack: &Pack,
    question: &Question,
    all: &Pack,
    words: &Words,
    catalog: &Catalog,
) {
    let language = [words.language];
    let section = pack.section_of(question);
    let forms: Vec<_> = all.forms.iter().collect();
    let asked: Vec<_> = forms
        .iter()
        .filter(|form| reason(section, std::slice::from_ref(&form.id)).is_asked())
        .collect();
    for point in &question.all_points {
        let mut found: Vec<(Vec<&str>, &Measure)> = Vec::new();
        for form in &asked {
            let Some(measure) = advised(question, point, std::slice::from_ref(&form.id)) else {
                continue;
            };
            let title = form.title.get(&language);
            match found.iter_mut().find(|(_, known)| known.id == measure.id) {
                Some((titles, _)) => titles.push(title),
                None => found.push((vec![title], measure)),
            }
        }
        assert!(!found.is_empty(), "{}: {}", question.id, point.id);
        for (titles, measure) in found {
            let form = if titles.len() == forms.len() {
                words.all.to_owned()
            } else {
                titles.join(", ")
            };
            let cost = catalog.message(&cost_and_effort(measure));
            let (point, measure) = (point.text.get(&language), measure.text.get(&language));
            writeln!(table, "| {point} | {form} | {measure} | {cost} |").expect("written");
        }
    }
}

fn document() -> String {
    let (first, second) = (first(), second());
    let mut table = String::new();
    for words in &WORDS {
        let language = [words.language];
        let catalog = PackLibrary::new(None).catalog(words.language).0;
        let (title, lead) = (words.title, words.lead);
        write!(table, "# {title}\n\n{lead}\n").expect("written");
        for pack in [&first, &second] {
            let title = pack.title.get(&language);
            write!(table, "\n## {title} ({} {})\n", pack.id, pack.version).expect("written");
            for question in &pack.questions {
                let label = question.label.get(&language);
                write!(
                    table,
                    "\n### {label}\n\n{}\n|---|---|---|---|\n",
                    words.head
                )
                .expect("written");
                rows(&mut table, pack, question, &first, words, &catalog);
            }
        }
        table.push('\n');
    }
    table.trim_end().to_owned() + "\n"
}

#[test]
fn the_advice_for_each_point_and_form_is_what_the_table_says() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/ADVICE.md");
    let now = document();
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, &now).expect("docs can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "docs/ADVICE.md has changed; `INSTA_UPDATE=always cargo test advice`, then read `git diff`"
    );
}

// A firm with keys and folders was told that a note of who holds the keys closes both: what is advised for some forms
// closes only what is asked for these.
#[test]
fn what_is_advised_for_some_forms_closes_only_points_of_these_forms() {
    let mut wrong = Vec::new();
    for pack in [first(), second()] {
        for question in &pack.questions {
            for measure in question
                .all_measures
                .iter()
                .filter(|one| !one.forms.is_empty())
            {
                for point in question
                    .all_points
                    .iter()
                    .filter(|one| measure.closes.contains(&one.id))
                {
                    let is_of_these = !point.forms.is_empty()
                        && point.forms.iter().all(|form| measure.forms.contains(form));
                    if !is_of_these {
                        wrong.push(format!("{}: {}: {}", question.id, measure.id, point.id));
                    }
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}
