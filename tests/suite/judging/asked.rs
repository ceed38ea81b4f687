//! What is asked: the rule over take, level and forms, and what it makes of the built-in packs.

use std::fs;

use mamori::questionnaire::forms::{
    Reason, fewest_and_most_questions, questions_added_by, questions_for_everyone, reason,
    visible_questions,
};
use mamori::questionnaire::id::FormId;
use mamori::questionnaire::outcome::Counts;
use mamori::questionnaire::result::WalkResult;
use serde_json::{Value, json};

use super::{built_in, case, case_with, checked, ids, raw_pack, raw_question, raw_section};

fn forms(ids: &[&str]) -> Vec<FormId> {
    ids.iter().copied().map(FormId::new).collect()
}

fn question(id: &str, section: &str, level: &str) -> Value {
    let measures: &[(&str, &str, &str, &[&str])] = &[("m", "A", "M", &["a", "b"])];
    raw_question(id, section, level, 1, &["a", "b"], measures)
}

#[test]
fn a_section_is_asked_whole_or_by_its_heading_always_or_for_its_forms() {
    let sections = [
        raw_section("all", "all", &[]),
        raw_section("heading", "heading", &[]),
        raw_section("all-paper", "all", &["paper"]),
        raw_section("heading-paper", "heading", &["paper"]),
        raw_section("both", "all", &["paper", "data"]),
    ];
    let questions: Vec<Value> = ["all", "heading", "all-paper", "heading-paper", "both"]
        .iter()
        .flat_map(|section| {
            [
                question(&format!("{section}-h"), section, "heading"),
                question(&format!("{section}-p"), section, "provision"),
            ]
        })
        .collect();
    let pack = checked(&raw_pack(&["paper", "data"], &sections, &questions));
    let paper = "all-paper-h all-paper-p heading-paper-h";
    for (chosen, added) in [
        (&[][..], String::new()),
        (&["paper"], format!(" {paper} both-h both-p")),
        (&["data"], " both-h both-p".to_owned()),
        (&["paper", "data"], format!(" {paper} both-h both-p")),
        (
            &["data", "paper", "paper"],
            format!(" {paper} both-h both-p"),
        ),
        // Of another pack, or of another version of this one.
        (&["film"], String::new()),
    ] {
        let asked = ids(visible_questions(&pack, &forms(chosen))).join(" ");
        assert_eq!(asked, format!("all-h all-p heading-h{added}"), "{chosen:?}");
    }
    let reasons: Vec<Reason> = pack
        .sections
        .iter()
        .map(|section| reason(section, &forms(&["data"])))
        .collect();
    let expected = [
        Reason::All,
        Reason::Heading,
        Reason::FormNotChosen,
        Reason::FormNotChosen,
        Reason::Form,
    ];
    assert_eq!(reasons, expected);
}

#[test]
fn a_provision_that_somebody_adds_under_a_heading_is_never_asked() {
    let mut raw: Value =
        serde_json::from_str(mamori::assets::builtin_packs()[0].1).expect("the first pack");
    let every_form = forms(&["paper", "data", "object"]);
    let before = ids(visible_questions(&checked(&raw), &every_form));
    let sections: Vec<Value> = raw["sections"].as_array().expect("sections").clone();
    let mut taken_by_heading = 0;
    for (at, section) in sections.iter().enumerate() {
        if section["take"] == "heading" {
            taken_by_heading += 1;
            let mut added = raw["questions"][0].clone();
            added["id"] = json!(format!("added-{at}"));
            added["section"] = section["id"].clone();
            added["level"] = json!("provision");
            raw["questions"]
                .as_array_mut()
                .expect("questions")
                .push(added);
        }
    }
    assert_eq!(taken_by_heading, 7);
    let pack = checked(&raw);
    assert_eq!(pack.questions.len(), 18 + 7);
    assert_eq!(ids(visible_questions(&pack, &every_form)), before);
    let case = case_with(
        &pack,
        &["paper", "data", "object"],
        &json!({"added-3": {"given": "unknown"}}),
    );
    assert_eq!(WalkResult::of(&pack, &case).counts.asked(), 18);
}

#[test]
fn the_seven_choices_of_forms_ask_twelve_to_eighteen_questions() {
    let (first, second) = built_in();
    for (chosen, asked) in [
        (&["paper"][..], 12),
        (&["data"], 14),
        (&["object"], 12),
        (&["paper", "data"], 16),
        (&["paper", "object"], 14),
        (&["data", "object"], 16),
        (&["paper", "data", "object"], 18),
    ] {
        assert_eq!(
            visible_questions(&first, &forms(chosen)).len(),
            asked,
            "{chosen:?}"
        );
        let case = case_with(&first, chosen, &json!({}));
        let counts = WalkResult::of(&first, &case).counts;
        let nothing_yet = Counts {
            unanswered: asked,
            ..Counts::default()
        };
        assert_eq!(counts, nothing_yet, "{chosen:?}");
        assert_eq!((counts.answered(), counts.gaps()), (0, asked));
        assert_eq!(
            visible_questions(&second, &forms(chosen)).len(),
            6,
            "{chosen:?}"
        );
    }
    assert_eq!(questions_for_everyone(&first), 10);
    assert_eq!(questions_for_everyone(&second), 6);
}

#[test]
fn the_sum_on_the_screen_of_forms_comes_out_also_where_two_forms_share_a_section() {
    let sections = [
        raw_section("everyone", "all", &[]),
        raw_section("paper", "all", &["paper"]),
        raw_section("both", "all", &["paper", "data"]),
    ];
    let questions =
        ["everyone", "paper", "both"].map(|section| question(section, section, "heading"));
    let pack = checked(&raw_pack(&["paper", "data"], &sections, &questions));
    let [paper, data] = [FormId::new("paper"), FormId::new("data")];
    let everyone = questions_for_everyone(&pack);
    let of_paper = questions_added_by(&pack, &paper, &[]);
    let of_data = questions_added_by(&pack, &data, std::slice::from_ref(&paper));
    assert_eq!((everyone, of_paper, of_data), (1, 2, 0));
    let asked = visible_questions(&pack, &[paper, data.clone()]).len();
    assert_eq!(everyone + of_paper + of_data, asked);
    assert_eq!(
        questions_added_by(&pack, &data, &[]),
        1,
        "alone it does add the shared one"
    );
}

#[test]
fn the_welcome_promises_no_fewer_questions_than_any_choice_of_forms_asks() {
    let (first, second) = built_in();
    assert_eq!(fewest_and_most_questions(&first), (12, 18));
    assert_eq!(fewest_and_most_questions(&second), (6, 6));
}

#[test]
fn an_answer_to_a_question_that_is_hidden_counts_again_when_its_form_is_back() {
    let (first, _) = built_in();
    let of_paper = first
        .questions
        .iter()
        .find(|question| first.section_of(question).forms == forms(&["paper"]))
        .expect("a question for paper");
    let answers = json!({of_paper.id.as_str(): {"given": "unknown"}});
    let unknown = |chosen: &[&str]| {
        let case = case_with(&first, chosen, &answers);
        WalkResult::of(&first, &case).counts.unknown
    };
    assert_eq!((unknown(&["data"]), unknown(&["paper", "data"])), (0, 1));
}

#[test]
fn the_sections_of_a_result_are_those_asked_and_their_counts_add_up() {
    let (first, _) = built_in();
    let case = case_with(&first, &["data"], &json!({}));
    let result = WalkResult::of(&first, &case);
    let sections: Vec<(String, usize)> = result
        .sections()
        .iter()
        .map(|(section, counts)| (section.id.to_string(), counts.asked()))
        .collect();
    assert_eq!(sections.len(), 8, "{sections:?}");
    let asked: usize = sections.iter().map(|(_, asked)| asked).sum();
    assert_eq!(asked, result.counts.asked());
}

#[test]
fn the_case_of_the_fixture_is_judged_as_it_always_was() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/cases/k7q2m4xw.json"
    );
    let raw: Value = serde_json::from_slice(&fs::read(path).unwrap()).expect("JSON");
    let case = case(&raw);
    let (first, second) = built_in();
    let result = WalkResult::of(&first, &case);
    // Paper and data. Its reason stands at a question that has none to offer: no answer.
    let expected = Counts {
        met: 0,
        partly: 1,
        not_met: 0,
        unknown: 1,
        not_applicable: 0,
        unanswered: 14,
    };
    assert_eq!(result.counts, expected);
    let flags: Vec<_> = result
        .items
        .iter()
        .filter(|item| item.is_flagged())
        .collect();
    assert_eq!(
        ids(flags.iter().map(|item| item.asked)),
        ["name-a-manager", "leavers"]
    );
    let plan = result.plan();
    assert_eq!(plan.len(), 1);
    assert_eq!(plan[0].question.id.as_str(), "name-a-manager");
    assert_eq!(WalkResult::of(&second, &case).counts.unanswered, 6);
}
