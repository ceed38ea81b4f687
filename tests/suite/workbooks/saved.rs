//! The same filled workbook as other programs have saved it: made once with those programs, and kept.
//! One by `LibreOffice` by way of its own format, one by openpyxl, a library that many tools are made with.

use mamori::questionnaire::case::{Case, Given};
use mamori::questionnaire::id::PointId;

use super::{day, returned, told};

const SAVED: [(&str, &[u8]); 2] = [
    (
        "LibreOffice",
        include_bytes!("../../fixtures/workbooks/libreoffice.xlsx"),
    ),
    (
        "openpyxl",
        include_bytes!("../../fixtures/workbooks/openpyxl.xlsx"),
    ),
];

fn given(case: &Case, question: &str) -> Given {
    let answer = &case.walks["tics-minimum"].answers[question];
    assert_eq!(answer.answered_by, "総務 佐藤");
    answer.given.clone().expect("an answer")
}

#[test]
fn a_workbook_that_another_program_has_saved_becomes_a_check() {
    for (program, bytes) in SAVED {
        let returned = returned(bytes, None).unwrap_or_else(|fault| panic!("{program} {fault:?}"));
        assert_eq!(told(&returned), Vec::<String>::new(), "{program}");
        let case = &returned.theirs;
        assert_eq!(case.title, "やまと精工");
        assert_eq!(case.profile.firm, "やまと精工");
        let promise = Given::NotApplicable("社長のほかに働く人がいない".to_owned());
        assert_eq!(given(case, "written-promise"), promise, "{program}");
        let Given::Points(points) = given(case, "know-form-and-place") else {
            panic!("{program}");
        };
        assert!(points.values().all(|is_there| *is_there));
        let partly = given(case, "name-a-manager");
        assert!(partly.has(&PointId::new("written")) && !partly.has(&PointId::new("decided")));
        let answer = &case.walks["tics-minimum"].answers["name-a-manager"];
        assert_eq!(answer.note, "- 朝礼で言う");
        let task = answer.task.as_ref().expect("a task");
        assert_eq!(
            (task.who.as_str(), task.by.as_str()),
            ("佐藤", "2026-12-01")
        );
        let record = &answer.record_details["appointment"];
        assert_eq!(
            (record.place.as_str(), record.on),
            ("棚", Some(day("2026-05-09")))
        );
        assert!(answer.records.contains_key("appointment"));
    }
}
