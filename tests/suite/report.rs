//! Reports as files: what must hold for each format, whatever is in the case.

use std::sync::Arc;

use mamori::questionnaire::anonymous::anonymous;
use mamori::report::{Report, json, text};
use mamori::supply::Supply;
use mamori::text::catalog::Catalog;
use proptest::prelude::*;

use crate::judging::random::{MARK, marked, pack_and_case};
use crate::judging::{case as read_case, checked};

fn catalog(language: &str) -> Catalog {
    Supply::new(None).catalog(language).0
}

/// Every format, by its name, as text.
fn every_format(report: &Report<'_>, catalog: &Catalog) -> Vec<(&'static str, String)> {
    vec![
        ("text", text::text(report, catalog)),
        ("show --json", json::json(report, catalog)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_anonymous_report_holds_nothing_that_was_typed(raw in pack_and_case()) {
        let packs = [Arc::new(checked(&raw.pack))];
        let catalog = catalog("ja");
        let case = read_case(&marked(&raw.case));
        let without = anonymous(&case);
        for (format, found) in every_format(&Report::of_anonymous(&without, &packs), &catalog) {
            prop_assert!(!found.contains(MARK), "{} holds it: {}", format, found);
            prop_assert!(found.contains(&catalog.message(&mamori::text::Message::new("notice-anonymous")))
                || format == "show --json", "{} does not say so", format);
        }
        // A case in which something was typed shows it, or this test would prove nothing.
        let found = every_format(&Report::new(&case, &packs), &catalog);
        prop_assert!(found.iter().all(|(_, found)| found.contains(MARK)));
    }
}
