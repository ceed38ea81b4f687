//! What people print and hand over: the HTML report and the draft for the application, word for word for a full
//! case and for one just begun. `INSTA_UPDATE=always cargo test papers` writes the golden files anew.

mod contrast;
mod disclaimers;
mod draft;
mod hostile;
pub(crate) mod markup;
pub(crate) mod rules;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::pack::Pack;
use mamori::report::{Report, application, html};
use mamori::text::catalog::Catalog;

use crate::stage::words;

const FULL: &str = include_str!("../fixtures/export/paper-full.json");
const BEGUN: &str = include_str!("../fixtures/export/paper-begun.json");
const LANGUAGES: [&str; 2] = ["ja", "en"];

type Write = fn(&Report, &Catalog) -> String;
/// Everything that is written as HTML.
const PAPERS: &[Write] = &[html::html, application::html];

fn case(json: &str) -> Case {
    serde_json::from_str(json).expect("a case")
}

/// The packs of the walks that the case has begun, in the order in which they are offered.
fn packs(case: &Case) -> Vec<Arc<Pack>> {
    let mut library = PackLibrary::new(None);
    let id = library.first_pack();
    let first = library.pack(&id).expect("the first pack");
    let all = std::iter::once(first).chain(library.following(&id));
    all.filter(|pack| case.walk(&pack.id).is_some()).collect()
}

/// What `write` makes of the case.
fn written(case: &Case, language: &str, write: Write) -> String {
    let packs = packs(case);
    write(&Report::new(case, &packs), &words(language))
}

#[track_caller]
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/export")
        .join(name);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&path, found).expect("a file");
    }
    let expected = fs::read_to_string(&path).expect("a file of the fixtures");
    assert!(
        found == expected,
        "{name} has changed; `INSTA_UPDATE=always cargo test papers`, then read `git diff`"
    );
}

#[test]
fn the_html_report_is_word_for_word_as_it_was_looked_at() {
    for (name, json) in [("full", FULL), ("begun", BEGUN)] {
        let case = case(json);
        for language in LANGUAGES {
            let html = written(&case, language, html::html);
            golden(&format!("paper-{name}.{language}.html"), &html);
        }
    }
}

#[test]
fn the_draft_for_the_application_is_word_for_word_as_it_was_looked_at() {
    for (name, json) in [("full", FULL), ("begun", BEGUN)] {
        let case = case(json);
        for language in LANGUAGES {
            let html = written(&case, language, application::html);
            golden(&format!("application-{name}.{language}.html"), &html);
            let markdown = written(&case, language, application::markdown);
            golden(&format!("application-{name}.{language}.md"), &markdown);
        }
    }
}
