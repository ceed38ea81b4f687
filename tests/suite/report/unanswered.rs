//! What reports say of a check that nobody has answered yet: neither that there is nothing to do, nor a day.

use mamori::questionnaire::case::{Answer, Case, Given};
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::questionnaire::report_format::ReportFormat;
use mamori::text::Message;

use super::readers::{for_a_customer, written};
use super::{catalog, packs};

/// The case of the fixtures with no answer in it.
fn unanswered() -> Case {
    let mut case = for_a_customer();
    for walk in case.walks.values_mut() {
        walk.answers.clear();
    }
    case
}

#[test]
fn of_a_check_without_answers_staff_are_not_told_that_there_is_nothing_to_do() {
    for (format, language, nothing, open) in [
        (
            ReportFormat::Html,
            "ja",
            "はじめにすることはありません",
            "まだ決まっていません",
        ),
        (
            ReportFormat::Docx,
            "ja",
            "はじめにすることはありません",
            "まだ決まっていません",
        ),
        (
            ReportFormat::Html,
            "en",
            "Nothing to do first",
            "is not known yet",
        ),
    ] {
        let contents = Contents::of(Reader::Staff, None);
        let found = written(&unanswered(), contents, format, language);
        assert!(
            !found.contains(nothing) && found.contains(open),
            "{language}"
        );
    }
    // Where all is in place, that is so, and nothing is said of its order.
    let order = catalog("ja").message(&Message::new("export-order"));
    let mut case = unanswered();
    for pack in packs() {
        let walk = case.walks.entry(pack.id.clone()).or_default();
        for question in &pack.questions {
            let given = Some(Given::all_points(&question.all_points, true));
            let answer = Answer {
                given,
                ..Answer::default()
            };
            walk.answers.insert(question.id.clone(), answer);
        }
    }
    let found = written(
        &case,
        Contents::of(Reader::Staff, None),
        ReportFormat::Html,
        "ja",
    );
    assert!(found.contains("はじめにすることはありません") && !found.contains(&order));
}

#[test]
fn a_customer_is_told_no_day_of_answers_where_there_are_none() {
    let contents = Contents::of(Reader::Customer, None);
    let found = written(&unanswered(), contents, ReportFormat::Html, "ja");
    let (_, facts) = found.split_once("答えた日").expect("the day");
    let (facts, _) = facts.split_once("</dl>").expect("its end");
    assert!(facts.contains("まだ答えていません"), "{facts}");
    assert!(!facts.contains("2026年"), "{facts}");
}
