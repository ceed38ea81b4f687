//! Any check at all, as a workbook and back.

use std::sync::Arc;

use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::merge::Merge;
use mamori::questionnaire::workbook::{Filled, shown};
use mamori::report::xlsx::cells::book;
use proptest::prelude::*;

use super::{Grid, now, written};
use crate::judging::random::{Raw, pack_and_case};
use crate::judging::{case, checked};

fn read(raw: &Raw) -> (Arc<mamori::questionnaire::pack::Pack>, Case) {
    let pack = Arc::new(checked(&raw.pack));
    let mut case = case(&raw.case);
    case.walks.retain(|id, _| *id == pack.id);
    (pack, case)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_check_that_nobody_filled_is_no_change(raw in pack_and_case(), other in pack_and_case()) {
        let (pack, ours) = read(&raw);
        let packs = [Arc::clone(&pack)];
        let bytes = written(&ours, &packs, "ja");
        let filled = Filled::of(&book(&bytes).expect("a workbook")).expect("of ours");
        let id = CaseId::new("new");
        let returned = filled.returned(&packs, Some(&ours), &id, now()).expect("its pack is here");
        let version = ours.walks.get(&pack.id).map_or("", |walk| &walk.version);
        let is_told = returned.findings.len() > usize::from(version != pack.version);
        prop_assert!(!is_told, "{:?}", returned.findings);
        prop_assert_eq!(&returned.base, &ours);
        prop_assert_eq!(&returned.theirs, &ours);
        // Nor where the check here has changed meanwhile.
        let (_, mut changed) = read(&other);
        changed.walks.retain(|id, _| *id == pack.id);
        let returned = filled.returned(&packs, Some(&changed), &id, now()).expect("its pack is here");
        let merge = Merge::of(Some(&returned.base), &changed, &returned.theirs);
        prop_assert!(merge.is_nothing(), "{:?} {:?}", merge.taken, merge.conflicts);
    }

    /// The cells of one check in the workbook of another that has no answers: as if somebody had filled all of it.
    #[test]
    fn whatever_is_filled_comes_into_the_check(raw in pack_and_case()) {
        let (pack, mut full) = read(&raw);
        // Written into a cell it is that day.
        for walk in full.walks.values_mut() {
            for task in walk.answers.values_mut().filter_map(|answer| answer.task.as_mut()) {
                task.by = task.by.replace("2027-3-1", "2027-03-01");
            }
        }
        let packs = [Arc::clone(&pack)];
        let mut empty = full.clone();
        for walk in empty.walks.values_mut() {
            walk.answers.clear();
        }
        let mut grid = Grid::of(&written(&full, &packs, "ja"));
        let hidden = Grid::of(&written(&empty, &packs, "ja")).sheets.pop().expect("a hidden sheet");
        *grid.sheets.last_mut().expect("a hidden sheet") = hidden;
        let filled = Filled::of(&book(&grid.bytes()).expect("a workbook")).expect("of ours");
        let id = CaseId::new("new");
        for ours in [Some(&empty), None] {
            let returned = filled.returned(&packs, ours, &id, now()).expect("its pack is here");
            prop_assert_eq!(
                shown(&returned.theirs, &pack, &full.forms),
                shown(&full, &pack, &full.forms)
            );
            prop_assert!(returned.emptied.is_empty());
        }
    }
}
