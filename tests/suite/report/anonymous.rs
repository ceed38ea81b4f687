//! An anonymous report: in no format is anything left that was typed, and each says so.

use std::sync::Arc;

use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::reader::Contents;
use mamori::report::Report;
use mamori::text::Message;
use proptest::prelude::*;

use super::{catalog, every_format};
use crate::judging::random::{MARK, marked, pack_and_case};
use crate::judging::{case as read_case, checked};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_anonymous_report_holds_nothing_that_was_typed(raw in pack_and_case()) {
        let packs = [Arc::new(checked(&raw.pack))];
        let catalog = catalog("ja");
        let case = read_case(&marked(&raw.case));
        let without = anonymous(&case);
        // A table of no rows says nothing at all.
        prop_assume!(!Report::new(&case, &packs).results[0].items.is_empty());
        let says_so = catalog.message(&Message::new("notice-anonymous"));
        for (format, found) in every_format(&Report::of(&without, &packs, Contents::default().anonymous()), &catalog) {
            prop_assert!(!found.contains(MARK), "{} holds it: {}", format, found);
            prop_assert!(found.contains(&says_so), "{} does not say so", format);
        }
        // A case in which something was typed shows it, or this test would prove nothing.
        for (format, found) in every_format(&Report::new(&case, &packs), &catalog) {
            prop_assert!(found.contains(MARK), "{}: {}", format, found);
            prop_assert!(!found.contains(&says_so), "{} says so", format);
        }
    }
}

#[test]
fn an_answer_without_its_reason_stays_an_answer_and_shows_no_dash_for_it() {
    let packs = super::packs();
    let without = anonymous(&super::case());
    let report = Report::of(&without, &packs, Contents::default().anonymous());
    assert_eq!(report.results[0].counts.not_applicable, 1);
    let found = every_format(&report, &catalog("en"));
    let found = |format: &str| {
        let mut formats = found.iter();
        let (_, found) = formats.find(|(name, _)| *name == format).expect("a format");
        found.as_str()
    };
    assert!(found("ndjson").contains("\"outcome\":\"not_applicable\""));
    assert!(!found("ndjson").contains("\"reason\":\"-\""));
    assert!(!found("show").contains("\"reason\": \"-\""));
    assert!(!found("csv").contains(",'-,"));
    assert!(!found("text").contains("Reason: -"));
    assert!(found("md").contains("| later | (left out) |"));
    assert!(!found("md").contains("\\-"));
    assert!(!found("xlsx").contains(">-<"));
}
