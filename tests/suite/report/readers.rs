//! Every reader, every format, a mark in every text of a case: what must not be there is not, what must be there is.

use std::collections::BTreeSet;

use mamori::questionnaire::case::{Case, Given};
use mamori::questionnaire::reader::{Contents, Notes, Part, Reader};
use mamori::questionnaire::report_format::ReportFormat;
use mamori::report::Report;
use mamori::report::format::bytes;
use mamori::text::Message;

use super::promises::{marked, marks};
use super::{catalog, docx, golden, packs, xlsx};
use crate::papers::markup::read;
use crate::papers::rules::check;

/// What each reader reads of what was typed, without notes; in each format.
const READ: &[(Reader, &[&str])] = &[
    (
        Reader::Own,
        &[
            "title",
            "firm",
            "checked-by",
            "who",
            "by",
            "reason",
            "what",
            "place",
            "entrusted-by",
            "seen-by",
            "level",
            "record-place",
        ],
    ),
    (Reader::Staff, &["title", "firm", "who", "by"]),
    (
        Reader::Advisor,
        &[
            "title",
            "firm",
            "checked-by",
            "who",
            "by",
            "reason",
            "record-place",
        ],
    ),
    (
        Reader::Body,
        &[
            "title",
            "firm",
            "checked-by",
            "who",
            "by",
            "reason",
            "what",
            "place",
            "entrusted-by",
            "seen-by",
            "level",
        ],
    ),
    (Reader::Customer, &["firm"]),
    (Reader::Statistics, &[]),
];

/// What is written of the case, as text.
pub(super) fn written(
    case: &Case,
    contents: Contents,
    format: ReportFormat,
    language: &str,
) -> String {
    let packs = packs();
    let case = contents.shown(case);
    let report = Report::of(&case, &packs, contents);
    let bytes = bytes(&report, &catalog(language), format);
    match format {
        ReportFormat::Docx => docx::text(&bytes),
        ReportFormat::Xlsx => xlsx::text(&bytes),
        _ => String::from_utf8(bytes).expect("UTF-8"),
    }
    // Markdown takes the hyphen for a list, and may escape it.
    .replace('\\', "")
}

/// Those that show a case to people: the others have tables of their own (`promises`).
fn is_for_people(format: ReportFormat) -> bool {
    use ReportFormat::{Docx, Html, Markdown, Xlsx};
    [Docx, Html, Markdown, Xlsx].contains(&format)
}

/// The same case with everything in place.
fn in_place() -> Case {
    let mut case = marked();
    for walk in case.walks.values_mut() {
        for answer in walk.answers.values_mut() {
            if let Some(Given::Points(points)) = &mut answer.given {
                for there in points.values_mut() {
                    *there = true;
                }
            }
        }
    }
    case
}

#[test]
fn every_reader_gets_what_the_table_says_and_nothing_else() {
    for (reader, read) in READ {
        let expected: BTreeSet<&str> = read.iter().copied().collect();
        for format in reader.formats() {
            for language in ["ja", "en"] {
                let contents = Contents::of(*reader, Some(false));
                let found = written(&marked(), contents, *format, language);
                let name = format!("{reader:?} {format:?} {language}");
                if is_for_people(*format) || *reader == Reader::Statistics {
                    assert_eq!(marks(&found), expected, "{name}");
                }
                // With everything in place nobody reads more.
                let found = written(&in_place(), contents, *format, language);
                if is_for_people(*format) {
                    assert!(marks(&found).is_subset(&expected), "{name}");
                }
            }
        }
    }
}

#[test]
fn notes_and_flags_are_there_as_chosen_and_never_where_they_cannot_be() {
    let flag = catalog("ja").message(&Message::new("check-flag"));
    for reader in Reader::ALL {
        for format in reader
            .formats()
            .iter()
            .filter(|format| is_for_people(**format))
        {
            for chosen in [None, Some(true), Some(false)] {
                let expected = match reader.notes() {
                    Notes::Never => false,
                    Notes::Always => true,
                    Notes::Chosen { at_first } => chosen.unwrap_or(at_first),
                };
                let contents = Contents::of(reader, chosen);
                assert_eq!(contents.has(Part::Notes), expected);
                let found = written(&marked(), contents, *format, "ja");
                let name = format!("{reader:?} {format:?} {chosen:?}");
                assert_eq!(marks(&found).contains("note"), expected, "{name}");
                // A workbook names the column all the same.
                if *format != ReportFormat::Xlsx {
                    let body = found.split("<body>").last().unwrap_or_default();
                    let told = body.matches(&flag).count();
                    assert_eq!(
                        told > usize::from(reader == Reader::Hand),
                        expected,
                        "{name}"
                    );
                }
            }
        }
    }
}

#[test]
fn whoever_goes_on_gets_all_of_it_and_is_told_so() {
    let contents = Contents::of(Reader::Hand, None);
    let whole = written(&marked(), contents, ReportFormat::Json, "ja");
    let all = serde_json::to_string(&marked()).expect("JSON");
    assert_eq!(marks(&whole), marks(&all));
    for format in Reader::Hand.formats() {
        // What is filled in has notes and no flags.
        let said = match format {
            ReportFormat::Xlsx => "fill-has-notes",
            _ => "notice-hand",
        };
        let said = catalog("ja").message(&Message::new(said));
        let found = written(&marked(), contents, *format, "ja");
        assert!(found.contains(&said), "{format:?}");
    }
}

#[test]
fn every_report_for_people_begins_with_what_it_is() {
    for reader in Reader::ALL {
        for format in reader
            .formats()
            .iter()
            .filter(|format| is_for_people(**format))
        {
            for language in ["ja", "en"] {
                let found = written(&marked(), Contents::of(reader, None), *format, language);
                let catalog = catalog(language);
                let first = catalog.message(&Message::new("notice-self-check"));
                assert!(found.contains(&first), "{reader:?} {format:?}");
            }
        }
    }
}

#[test]
fn what_is_handed_out_says_that_it_is_not_for_a_wall_and_holds_the_first_tasks_alone() {
    let contents = Contents::of(Reader::Staff, None);
    for language in ["ja", "en"] {
        let catalog = catalog(language);
        let said = catalog.message(&Message::new("notice-no-wall"));
        for format in Reader::Staff.formats() {
            let found = written(&before(), contents, *format, language);
            assert!(found.contains(&said), "{format:?}");
            // Of an older set of questions it is told how many were not in place.
            assert!(!found.contains("0.9.0"), "{format:?}");
            for section in [
                "export-answers",
                "chart-title",
                "html-gaps",
                "export-certain",
            ] {
                let heading = catalog.message(&Message::new(section));
                assert!(!found.contains(&heading), "{format:?}: {heading}");
            }
        }
    }
}

/// A case that was answered with another version of its pack.
fn before() -> Case {
    let mut case = super::case();
    for walk in case.walks.values_mut() {
        "0.9.0".clone_into(&mut walk.version);
    }
    case
}

/// The case of the golden files, with records, their days and places.
pub(super) fn for_a_customer() -> Case {
    let mut case = in_place();
    "やまと精工".clone_into(&mut case.profile.firm);
    case
}

#[test]
fn the_page_for_a_customer_is_word_for_word_as_it_was_looked_at() {
    let contents = Contents::of(Reader::Customer, None);
    for language in ["ja", "en"] {
        let found = written(&for_a_customer(), contents, ReportFormat::Html, language);
        check(&found);
        golden(&format!("customer.{language}.html"), &found);
    }
}

#[test]
fn the_page_for_a_customer_cannot_be_taken_for_a_certificate() {
    let contents = Contents::of(Reader::Customer, None);
    let found = written(&for_a_customer(), contents, ReportFormat::Html, "ja");
    let page = read(&found).expect("a page");
    let text = |name: &str| page.first(name).text.clone();
    // At the head and at the foot of each sheet.
    for part in ["thead", "tfoot"] {
        assert!(
            text(part).contains("これは自己チェックです。認証ではありません。"),
            "{part}"
        );
        assert!(text(part).contains("だれも確かめていません"), "{part}");
    }
    let body = text("body");
    assert!(body.contains("この日に会社が自分で答えたものです。だれも確かめていません。"));
    assert!(body.contains("問のうち、そろっている"));
    assert!(body.contains("2026年5月9日"), "the day of a record");
    // No scheme, no notice, nothing to sign or to seal.
    let packs = packs();
    for pack in &packs {
        for (_, said) in pack.title.all().chain(pack.notice.name.all()) {
            assert!(!body.contains(said), "{said}");
        }
        for section in &pack.sections {
            let place = section.legal_ref.as_deref().unwrap_or("no place");
            assert!(!body.contains(place), "{place}");
        }
    }
    for word in ["署名", "印鑑", "合格", "適合", "認定", "社外秘"] {
        assert!(!body.contains(word), "{word}");
    }
    assert!(!found.contains("class=\"blank") && !found.contains("class=\"box"));
}

#[test]
fn without_anything_in_place_the_page_for_a_customer_says_nothing_of_what_is_missing() {
    let contents = Contents::of(Reader::Customer, None);
    let found = written(&marked(), contents, ReportFormat::Html, "ja");
    let packs = packs();
    for question in packs.iter().flat_map(|pack| &pack.questions) {
        for (_, label) in question.label.all() {
            assert!(!found.contains(&format!(">{label}<")), "{label}");
        }
    }
}

#[test]
fn what_was_read_once_by_a_reader_is_the_same_when_it_is_read_again() {
    for reader in Reader::ALL {
        for contents in [
            Contents::of(reader, None),
            Contents::of(reader, Some(false)),
            Contents::of(reader, None).anonymous(),
        ] {
            let case = marked();
            let once = contents.shown(&case);
            assert_eq!(*contents.shown(&once), *once, "{contents:?}");
        }
    }
}

#[test]
fn the_notice_for_a_customer_points_nowhere_it_stands_at_head_and_foot() {
    let said = catalog("en").message(&Message::new("customer-none-checked"));
    assert!(!said.contains("below") && !said.contains("above"), "{said}");
}

#[test]
fn more_than_nine_things_are_not_counted_in_tsu() {
    // 10つ is no Japanese. Of one walk there are at most six, of two more.
    for id in ["export-done", "exporting-done", "exporting-done-in-doubt"] {
        let said = Message::new(id)
            .with("tasks", 12_usize)
            .with("questions", 24_usize);
        let said = said
            .with("title", "a")
            .with("path", "b")
            .with("reason", "c");
        let said = catalog("ja").message(&said);
        assert!(said.contains("12件"), "{said}");
    }
}
