//! What holds for every paper: well-formed, self-contained, the notice first, and the counts of the result.

use std::collections::BTreeSet;
use std::sync::Arc;

use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::outcome::Outcome;
use mamori::questionnaire::reader::Contents;
use mamori::questionnaire::result::WalkResult;
use mamori::report::{Report, html};
use proptest::prelude::*;

use super::markup::{Element, Page, read};
use crate::judging::random::pack_and_case;
use crate::judging::{case as read_case, checked};

use super::{BEGUN, FULL, LANGUAGES, PAPERS, case, packs, words, written};

/// Elements that a paper has; anything that runs, loads or sends is none of them.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "aside",
    "header",
    "nav",
    "main",
    "section",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "b",
    "strong",
    "span",
    "small",
    "br",
    "a",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "svg",
    "defs",
    "pattern",
    "symbol",
    "use",
    "path",
    "rect",
    "circle",
    "line",
    "polygon",
    "text",
    "tspan",
];

/// What a page must not have, whatever the user typed.
#[track_caller]
pub(crate) fn check(html: &str) -> Page {
    let page = read(html).unwrap_or_else(|fault| panic!("{fault}"));
    let mut ids = BTreeSet::new();
    for element in &page.elements {
        let name = element.name.as_str();
        assert!(ELEMENTS.contains(&name), "<{name}>");
        for (attribute, value) in &element.attributes {
            assert!(!attribute.starts_with("on"), "{attribute} in <{name}>");
            assert_ne!(attribute, "style", "{name}");
            assert!(!value.contains("://"), "{attribute}={value:?}");
        }
        let id = element.attribute("id");
        assert!(id.is_empty() || ids.insert(id), "{id} stands twice");
    }
    for element in &page.elements {
        for attribute in ["href", "src"] {
            if let Some(target) = element.attributes.get(attribute) {
                let target = target.strip_prefix('#').expect("a place on the page");
                assert!(ids.contains(target), "#{target} leads nowhere");
            }
        }
    }
    let targets = page.css.split("url(").skip(1);
    for target in targets.map(|after| after.split(')').next().unwrap_or_default()) {
        let id = target.strip_prefix('#').expect("a pattern of the page");
        assert!(ids.contains(id), "url(#{id}) leads nowhere");
    }
    assert!(!page.css.contains("@import"));
    head(&page);
    page
}

fn head(page: &Page) {
    let names: Vec<&str> = page.elements.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names[..3], ["html", "head", "meta"]);
    assert!(!page.elements[0].attribute("lang").is_empty());
    assert_eq!(page.elements[2].attribute("charset"), "utf-8");
    assert_eq!(
        page.elements[3].attribute("content"),
        "default-src 'none'; style-src 'unsafe-inline'"
    );
    assert_eq!(
        page.elements[3].attribute("http-equiv"),
        "Content-Security-Policy"
    );
    assert!(
        page.elements
            .iter()
            .any(|e| e.attribute("name") == "viewport")
    );
}

/// The cases that the rules are tried on, from nothing answered to nothing missing.
pub(super) fn cases() -> Vec<Case> {
    let nothing = {
        let mut case = case(BEGUN);
        case.forms.clear();
        case.walks
            .values_mut()
            .for_each(|walk| walk.answers.clear());
        case
    };
    let everything = {
        let mut case = case(FULL);
        for pack in packs(&case) {
            let walk = case.walks.get_mut(&pack.id).expect("a walk");
            for question in &pack.questions {
                let given =
                    mamori::questionnaire::case::Given::all_points(&question.all_points, true);
                walk.answers.entry(question.id.clone()).or_default().given = Some(given);
            }
        }
        case
    };
    vec![nothing, case(BEGUN), case(FULL), everything]
}

#[test]
fn every_paper_is_one_whole_file_that_runs_and_loads_nothing() {
    for case in cases() {
        for language in LANGUAGES {
            for write in PAPERS {
                check(&written(&case, language, *write));
            }
        }
    }
}

#[test]
fn the_notice_is_the_first_thing_on_every_paper() {
    for (language, first, last) in [
        (
            "ja",
            "これは自己チェックです。認証ではありません。",
            "会社の弱いところが分かる書面です。社外秘として扱ってください。",
        ),
        (
            "en",
            "This is a self-check, not a certification.",
            "It shows where your firm is weak. Treat it as confidential.",
        ),
    ] {
        for case in cases() {
            for write in PAPERS {
                let page = check(&written(&case, language, *write));
                let text = page.first("body").text.trim();
                assert!(text.starts_with(first), "{text}");
                let notice = page.first("aside").text.trim();
                assert!(notice.ends_with(last), "{notice}");
            }
        }
    }
}

/// The numbers that stand in the elements of a class, in order.
fn numbers<'a>(elements: impl Iterator<Item = &'a Element>) -> Vec<usize> {
    let digits = |e: &Element| -> String { e.text.chars().filter(char::is_ascii_digit).collect() };
    elements
        .map(|e| digits(e).parse().expect("a number"))
        .collect()
}

/// Whether every number on the page is one of the results.
#[track_caller]
fn check_counts(page: &Page, results: &[WalkResult<'_>]) {
    let gaps: Vec<usize> = results.iter().map(|result| result.counts.gaps()).collect();
    let strong = page.elements.iter().filter(|e| e.name == "strong");
    assert_eq!(numbers(strong), gaps);
    let tiles = page.with_class("tile").map(|tile| {
        let text = tile.text.trim().rsplit(' ').next();
        text.and_then(|count| count.parse().ok()).expect("a number")
    });
    assert_eq!(tiles.collect::<Vec<usize>>(), counts_in(results, &TILES));
    let rows = page.with_class("number").filter(|e| e.name == "td");
    assert_eq!(numbers(rows), section_counts(results));
    assert_eq!(
        page.with_class("gap").count(),
        gaps.iter().sum::<usize>(),
        "each item that is not in place stands there once"
    );
    let steps = results.iter().map(|result| result.plan().len().min(6));
    assert_eq!(page.with_class("step").count(), steps.sum::<usize>());
}

const TILES: [Outcome; 6] = [
    Outcome::NotMet,
    Outcome::Partly,
    Outcome::Unknown,
    Outcome::Unanswered,
    Outcome::Met,
    Outcome::NotApplicable,
];
const COLUMNS: [Outcome; 6] = [
    Outcome::Met,
    Outcome::Partly,
    Outcome::NotMet,
    Outcome::Unknown,
    Outcome::Unanswered,
    Outcome::NotApplicable,
];

fn counts_in(results: &[WalkResult<'_>], order: &[Outcome]) -> Vec<usize> {
    let results = results.iter();
    results
        .flat_map(|result| order.iter().map(|outcome| result.counts.of(*outcome)))
        .collect()
}

/// Row by row: the sections, then the sum.
fn section_counts(results: &[WalkResult<'_>]) -> Vec<usize> {
    let rows = results.iter().flat_map(|result| {
        let sections = result.sections().into_iter().map(|(_, counts)| counts);
        sections.chain([result.counts]).collect::<Vec<_>>()
    });
    rows.flat_map(|counts| COLUMNS.map(|outcome| counts.of(outcome)))
        .collect()
}

#[test]
fn every_count_is_that_of_the_result() {
    for case in cases() {
        let packs = packs(&case);
        let report = Report::new(&case, &packs);
        check_counts(&check(&html::html(&report, &words("ja"))), &report.results);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_paper_of_any_pack_and_case_is_whole_and_counts_right(raw in pack_and_case()) {
        let packs = [Arc::new(checked(&raw.pack))];
        let case = read_case(&raw.case);
        let report = Report::new(&case, &packs);
        for write in PAPERS {
            check(&write(&report, &words("ja")));
        }
        check_counts(&check(&html::html(&report, &words("ja"))), &report.results);
    }
}

#[test]
fn the_bars_of_a_section_are_as_long_as_its_counts() {
    let case = case(FULL);
    let page = check(&written(&case, "ja", html::html));
    let lengths = page.elements.iter().skip_while(|e| !e.is("bar")).skip(1);
    let lengths: Vec<(&str, &str)> = lengths
        .take_while(|e| e.name == "rect")
        .map(|e| (e.attribute("class"), e.attribute("width")))
        .collect();
    let expected = [("whole", "100%"), ("met", "50.00%"), ("partly", "50.00%")];
    assert_eq!(lengths, expected);
}

#[test]
fn a_radar_stands_only_where_it_has_a_shape() {
    let found: Vec<usize> = cases()
        .iter()
        .map(|case| {
            check(&written(case, "ja", html::html))
                .with_class("radar")
                .count()
        })
        .collect();
    // Nothing answered, one answer, half of the sections of the first walk, everything in both.
    assert_eq!(found, [0, 0, 1, 2]);
}

#[test]
fn nothing_that_was_typed_is_on_an_anonymous_paper() {
    let named = case(FULL);
    let nameless = anonymous(&named);
    for write in PAPERS {
        for language in LANGUAGES {
            let packs = packs(&nameless);
            let html = write(
                &Report::of(&nameless, &packs, Contents::default().anonymous()),
                &words(language),
            );
            let page = check(&html);
            let text = &page.first("html").text;
            for typed in [
                "本社工場",
                "設計室",
                "A社",
                "朝礼で全員",
                "工場長",
                "社長のほかに",
                "3か月後",
            ] {
                assert!(!text.contains(typed), "{typed}");
            }
        }
    }
}

#[test]
fn no_score_and_no_word_of_a_judgement_that_is_not_ours() {
    for case in cases() {
        for write in PAPERS {
            let page = check(&written(&case, "ja", *write));
            for word in ["完了", "合格", "適合", "点数", "スコア"] {
                assert!(!page.first("html").text.contains(word), "{word}");
            }
        }
    }
}
