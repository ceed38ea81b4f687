//! A case as a reader may see it: judged as the whole one, and the same when it is seen again.

use mamori::questionnaire::reader::{Contents, Part, Reader};
use mamori::questionnaire::result::WalkResult;
use proptest::prelude::*;

use super::random::{MARK, marked, pack_and_case};
use super::{case as read_case, checked};

/// Every reader, with notes and without, with names and without.
fn every_contents() -> Vec<Contents> {
    let readers = Reader::ALL.into_iter();
    let contents = readers
        .flat_map(|reader| [Some(true), Some(false)].map(|notes| Contents::of(reader, notes)));
    let contents: Vec<Contents> = contents.collect();
    let nameless: Vec<Contents> = contents
        .iter()
        .map(|contents| contents.anonymous())
        .collect();
    [contents, nameless].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_reader_is_told_another_outcome(raw in pack_and_case()) {
        let pack = checked(&raw.pack);
        let case = read_case(&marked(&raw.case));
        let whole = WalkResult::of(&pack, &case);
        for contents in every_contents() {
            let shown = contents.shown(&case);
            let result = WalkResult::of(&pack, &shown);
            prop_assert_eq!(result.counts, whole.counts, "{:?}", contents);
            let named = |result: &WalkResult<'_>| -> Vec<String> {
                let in_place = result.surely_in_place();
                in_place.map(|item| item.question.id.to_string()).collect()
            };
            prop_assert_eq!(named(&result), named(&whole), "{:?}", contents);
            prop_assert_eq!(&*contents.shown(&shown), &*shown, "{:?}", contents);
        }
    }

    #[test]
    fn a_customer_is_given_nothing_that_was_typed(raw in pack_and_case()) {
        let case = read_case(&marked(&raw.case));
        let shown = Contents::of(Reader::Customer, None).shown(&case).into_owned();
        let text = serde_json::to_string(&shown).expect("JSON");
        prop_assert!(!text.contains(MARK), "{}", text);
        prop_assert!(shown.information.is_empty() && shown.title.is_empty());
    }
}

#[test]
fn without_names_no_reader_has_a_part_that_was_typed() {
    for contents in every_contents()
        .into_iter()
        .filter(|contents| contents.is_anonymous())
    {
        let typed = Part::ALL.into_iter().filter(|part| part.is_typed());
        for part in typed {
            assert!(!contents.has(part), "{contents:?}: {part:?}");
        }
    }
}
