//! A case without what its user typed: nothing of it is left, and the outcomes are the same.

use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::result::WalkResult;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::{MARK, marked, pack_and_case};
use super::{case as read_case, checked};

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_typed_is_left_and_nothing_is_judged_otherwise(raw in pack_and_case()) {
        let pack = checked(&raw.pack);
        let case = read_case(&marked(&raw.case));
        let without = anonymous(&case);
        let text = serde_json::to_string(&without).expect("a case can be written");
        prop_assert!(!text.contains(MARK), "{}", text);
        prop_assert_eq!(&anonymous(&without), &without);

        let before = WalkResult::of(&pack, &case);
        let after = WalkResult::of(&pack, &without);
        let outcomes = |result: &WalkResult<'_>| result.items.iter().map(|i| i.outcome).collect::<Vec<_>>();
        prop_assert_eq!(outcomes(&before), outcomes(&after));
        let tasks = |result: &WalkResult<'_>| {
            let plan = result.plan();
            plan.iter().map(|task| (task.item, task.measure.id.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(tasks(&before), tasks(&after));
        let records = |result: &WalkResult<'_>| {
            let records = result.records();
            records.iter().map(|r| (r.item, r.measure.id.clone(), r.is_there)).collect::<Vec<_>>()
        };
        prop_assert_eq!(records(&before), records(&after));
    }
}

#[test]
fn what_is_left_is_named_member_by_member() {
    let full = json!({
        "format": 1, "id": "k7q2m4xw", "revision": 7, "title": "吉田精機",
        "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-24T09:05:30+09:00",
        "forms": ["paper", "吉田の紙"],
        "information": [{"what": "図面", "form": "paper", "place": "棚", "entrusted_by": "大田工業",
            "seen_by": "社長", "level": "極秘", "x": "メモ"}, {"what": "治具", "form": null}],
        "walk": "made-up",
        "walks": {"made-up": {"version": "1.0.0", "at": "q", "x": 1, "answers": {"q": {
            "given": {"not-applicable": "工場長が決めた"}, "answered": "2026-11-20T16:45:10+09:00",
            "note": "吉田", "flag": true, "x": "y",
            "task": {"measure": "m", "who": "吉田", "by": "来月", "done": "2026-11-23", "x": "y"},
            "records": {"m": "there", "n": "吉田の机", "吉田": "there"},
        }}}},
        "earlier": {"id": "aaaa2345", "updated": "2025-11-20T16:40:00+09:00", "title": "吉田精機",
            "walks": {"made-up": {"version": "1.0.0", "at": null, "answers": {"q": {"note": "吉田", "flag": true}}}}},
        "x": "吉田",
    });
    let left = serde_json::to_value(anonymous(&read_case(&full))).expect("JSON");
    let nothing = |form: Value, entrusted_by: Value| json!({"what": "", "form": form, "place": "", "entrusted_by": entrusted_by, "seen_by": "", "level": ""});
    assert_eq!(
        left,
        json!({
            "format": 1, "id": "anon-vuphplhegccjavgx", "revision": 1, "title": "",
            "created": "2026-11-01T00:00:00+00:00", "updated": "2026-11-01T00:00:00+00:00",
            "forms": ["paper"],
            "information": [nothing(json!("paper"), json!("")), nothing(json!(null), json!(null))],
            "walk": "made-up",
            "walks": {"made-up": {"version": "1.0.0", "at": "q", "answers": {"q": {
                "given": {"not-applicable": "-"}, "answered": "2026-11-01T00:00:00+00:00", "flag": true,
                "task": {"measure": "m", "who": "", "by": "", "done": "2026-11-01"},
                "records": {"m": "there"},
            }}}},
            "earlier": {"id": "anon-7yxpt44vr6y3esrc", "updated": "2025-11-01T00:00:00+00:00",
                "walks": {"made-up": {"version": "1.0.0", "at": null, "answers": {"q": {"flag": true}}}}},
        })
    );
}

#[test]
fn a_file_with_the_names_and_its_anonymous_copy_share_no_id_and_no_time() {
    let case = crate::store::full();
    let mut case = case;
    case.firm = Some(mamori::questionnaire::case::Firm {
        id: "k3f9x2ab".to_owned(),
        pseudonym: "q7m4xw2a".to_owned(),
        trade: "metalworking".to_owned(),
        size: "6-20".to_owned(),
        ..mamori::questionnaire::case::Firm::default()
    });
    let named = serde_json::to_string(&case).expect("JSON");
    let copy = serde_json::to_string(&anonymous(&case)).expect("JSON");
    for word in ["k7q2m4xw", "k3f9x2ab"] {
        assert!(named.contains(word) && !copy.contains(word), "{word}");
    }
    for kept in ["q7m4xw2a", "metalworking", "6-20"] {
        assert!(copy.contains(kept), "{kept}");
    }
    // No time but the beginning of a month, no day but the first of one.
    let times = copy
        .match_indices("20")
        .filter_map(|(at, _)| copy.get(at..at + 25));
    for time in times.filter(|text| text.as_bytes()[4] == b'-' && text.as_bytes()[10] == b'T') {
        assert!(time.ends_with("-01T00:00:00+00:00"), "{time}");
    }
    assert_eq!(
        serde_json::to_string(&anonymous(&case)).expect("JSON"),
        copy,
        "the same each time"
    );
    // A name in the place of a code goes.
    if let Some(firm) = case.firm.as_mut() {
        firm.trade = "吉田の金型".to_owned();
        firm.pseudonym = "吉田".to_owned();
    }
    assert!(
        !serde_json::to_string(&anonymous(&case))
            .expect("JSON")
            .contains("吉田")
    );
}
