//! paper: what is made from what, and what is said where it cannot be. Papers change no check.

use std::fs;

use serde_json::{Value, json};

use super::{CASE, Desk};

const OURS: &str = include_str!("../../../criteria/tics-minimum.papers.json");

/// A check of a firm whose name is known.
fn desk(language: &'static str) -> Desk {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    case["profile"] = json!({ "firm": "やまと精工", "manager": "山田 一郎" });
    Desk::new(language).with("cases/k7q2m4xw.json", case.to_string())
}

#[test]
fn the_list_names_each_paper_and_how_to_make_one() {
    let list = desk("ja").done(&["paper", "list"]);
    assert!(list.starts_with("information-list  "), "{list}");
    assert!(list.contains("mamori paper --first"), "{list}");
    let json = desk("en").json(&["paper", "list", "--json"]);
    let papers = json["papers"].as_array().expect("a list");
    assert_eq!(
        papers.iter().filter(|paper| paper["first"] == true).count(),
        6
    );
    let card = papers
        .iter()
        .find(|paper| paper["id"] == "emergency-card")
        .expect("the card");
    assert_eq!(card["source"], "built-in");
    assert_eq!(card["serves"][1]["pack"], "tics-2024-additions");
    assert_eq!(card["pages"][2]["reach"], "wall");
}

/// A check in which some measures want a paper, and one that wants none.
fn with_tasks(language: &'static str) -> Desk {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    let not_met = json!({ "given": { "points": {} }, "answered": "2026-11-20T16:45:10+09:00" });
    let answers = &mut case["walks"]["tics-minimum"]["answers"];
    for question in ["leavers", "written-promise", "write-duties", "yearly-check"] {
        answers[question] = not_met.clone();
    }
    Desk::new(language).with("cases/k7q2m4xw.json", case.to_string())
}

#[test]
fn for_a_check_the_papers_that_its_tasks_want_stand_first_in_their_order_and_say_what_they_are_for()
{
    let desk = with_tasks("ja");
    let plan = desk.json(&["show", "--json"])["results"][0]["plan"].clone();
    let plan: Vec<&Value> = plan.as_array().expect("a plan").iter().collect();
    let place = |task: &Value| {
        let is_it = |planned: &&Value| planned["question"] == task["question"];
        plan.iter().position(is_it).expect("a task of the plan")
    };
    let listed = desk.json(&["paper", "list", "本社工場", "--json"]);
    assert_eq!(listed["case"], "k7q2m4xw");
    let papers = listed["papers"].as_array().expect("a list");
    let tasks = |paper: &Value| paper["tasks"].as_array().expect("tasks").clone();
    let serving = papers.iter().take_while(|paper| !tasks(paper).is_empty());
    let order: Vec<usize> = serving.map(|paper| place(&tasks(paper)[0])).collect();
    assert!(order.len() >= 4 && order.is_sorted(), "{order:?}");
    let after = &papers[order.len()..];
    assert!(after.iter().all(|paper| tasks(paper).is_empty()));
    // None is left out or there twice.
    let every = desk.json(&["paper", "list", "--json"]);
    assert_eq!(every.get("case"), None, "without a check nothing is added");
    let ids = |list: &Value| {
        let mut ids: Vec<String> = list["papers"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|paper| paper["id"].to_string())
            .collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&every), ids(&listed));
    let pledge = papers.iter().find(|paper| paper["id"] == "pledge");
    let pledge = &pledge.expect("the pledge")["tasks"][0];
    assert_eq!(pledge["question"], "written-promise");
    assert!(
        pledge["points"]
            .as_array()
            .is_some_and(|points| !points.is_empty())
    );
    let text = desk.done(&["paper", "list", "本社工場"]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].contains("本社工場"), "{text}");
    assert_eq!(lines[1], "はじめにすることに");
    assert!(
        text.contains("    秘密の誓約: 一枚の誓約書を作り"),
        "{text}"
    );
    assert!(
        text.contains("      確かめる点: 今いる社員・パートも"),
        "{text}"
    );
    assert!(text.contains("\nほかのひな形\n"), "{text}");
    let refused = desk.refused(1, &["paper", "list", "nobody"]);
    assert!(
        refused.contains("「nobody」に当たるチェックはありません"),
        "{refused}"
    );
}

#[test]
fn a_paper_is_filled_in_from_the_last_check_or_the_one_that_is_named() {
    let desk = desk("ja");
    for args in [
        &["paper", "appointment"][..],
        &["paper", "appointment", "k7q2"],
    ] {
        let html = desk.done(args);
        assert!(
            html.contains("やまと精工") && html.contains("山田 一郎"),
            "{args:?}"
        );
    }
    let two = desk.done(&["paper", "appointment", "pledge", "k7q2", "--format", "html"]);
    assert_eq!(two.matches("<section ").count(), 2);
    assert_eq!(two.matches("やまと精工").count(), 2);
}

#[test]
fn a_blank_paper_needs_no_check_and_no_folder_and_has_nothing_of_anybody() {
    let empty = Desk::new("ja");
    let blank = empty.done(&["paper", "--first", "--blank", "--format", "html"]);
    assert_eq!(blank.matches("<section ").count(), 11);
    assert!(empty.everything().is_empty(), "nothing is made");
    let desk = desk("ja");
    assert_eq!(
        desk.done(&["paper", "--first", "--blank", "--format", "html"]),
        blank
    );
}

#[test]
fn each_format_is_written_to_the_file_that_was_named_and_no_check_changes() {
    let desk = desk("ja");
    let before = desk.kept();
    let out = tempfile::tempdir().expect("a folder");
    for (name, start) in [("a.html", "<!DOCTYPE"), ("a.docx", "PK"), ("a.xlsx", "PK")] {
        let path = out.path().join(name);
        let path = path.to_str().expect("a plain path");
        let said = desk.done(&["paper", "--first", "--output", path]);
        assert!(
            said.contains("ひな形 6種類、11ページ") && said.contains("「まだ」"),
            "{said}"
        );
        let bytes = fs::read(path).expect("the file");
        assert!(bytes.starts_with(start.as_bytes()), "{name}");
        let refused = desk.refused(1, &["paper", "pledge", "--output", path]);
        assert!(refused.contains("--replace"), "{refused}");
        assert_eq!(fs::read(path).expect("the file"), bytes);
        desk.done(&["paper", "pledge", "--output", path, "--replace"]);
    }
    assert_eq!(desk.kept(), before);
}

#[test]
fn what_cannot_be_made_is_told_with_what_to_do() {
    let desk = desk("ja");
    let cases: &[(&[&str], i32, &[&str])] = &[
        (
            &["paper"],
            2,
            &["どのひな形", "mamori paper list", "--first"],
        ),
        (
            &["paper", "apointment"],
            2,
            &[
                "「apointment」というひな形はありません",
                "mamori paper list",
            ],
        ),
        (
            &["paper", "apointment", "pledge"],
            2,
            &["「apointment」というひな形はありません"],
        ),
        (
            &["paper", "pledge", "nobody"],
            1,
            &[
                "「nobody」に当たるチェックはありません",
                "mamori list",
                "mamori paper list",
            ],
        ),
        (&["paper", "pledge", "k7q2", "--blank"], 2, &["--blank"]),
        (&["paper", "--first", "--blank"], 2, &["--format"]),
        (&["paper", "pledge", "--output", "x.pdf"], 2, &["--format"]),
        (
            &["paper", "pledge", "--output", "no/such/x.html"],
            1,
            &["no/such/x.html"],
        ),
    ];
    for (args, code, wanted) in cases {
        let said = desk.refused(*code, args);
        for wanted in *wanted {
            assert!(said.contains(wanted), "{args:?}: {said}");
        }
    }
    let said = Desk::new("ja").refused(1, &["paper", "appointment"]);
    assert!(
        said.contains("チェックはまだありません") && said.contains("--blank"),
        "{said}"
    );
}

#[test]
fn a_file_of_the_user_goes_before_ours_and_is_not_called_ours() {
    let mut papers: Value = serde_json::from_str(OURS).expect("JSON");
    papers["papers"][1]["pages"][0]["title"]["ja"] = "社内の任命書".into();
    let desk = desk("ja").with("criteria/tics-minimum.papers.json", papers.to_string());
    let html = desk.done(&["paper", "appointment"]);
    assert!(html.contains("社内の任命書"));
    assert!(!html.contains("この道具が作った例です"));
    let list = desk.json(&["paper", "list", "--json"]);
    assert_eq!(list["papers"][0]["source"], "in-place");
}

#[test]
fn a_file_of_the_user_with_mistakes_stops_nothing_and_is_told() {
    let desk = desk("ja").with("criteria/tics-minimum.papers.json", "{\"papers\": []}");
    let told = desk.tell(&["paper", "appointment"]);
    assert_eq!(told.code, Some(0));
    assert!(told.out.contains("この道具が作った例です"));
    assert!(
        told.err.contains("tics-minimum") && told.err.contains("criteria check"),
        "{}",
        told.err
    );
    // Nor does it stop or change anything else.
    assert_eq!(desk.tell(&["list"]).err, "");
}

#[test]
fn our_papers_are_for_our_questions_even_where_those_are_replaced() {
    let small = include_str!("../../fixtures/packs/small.json");
    let mut pack: Value = serde_json::from_str(small).expect("JSON");
    pack["id"] = "tics-minimum".into();
    let desk = desk("ja").with("criteria/tics-minimum.json", pack.to_string());
    assert_eq!(desk.tell(&["paper", "list"]).err, "");
}

#[test]
fn every_mistake_in_a_file_of_papers_is_told_with_its_place() {
    let desk = Desk::new("en");
    let path = desk.data().join("mine.json");
    let mut papers: Value = serde_json::from_str(OURS).expect("JSON");
    fs::write(&path, papers.to_string()).expect("a file");
    let path = path.to_str().expect("a plain path");
    let fine = desk.done(&["criteria", "check", path]);
    assert!(
        fine.contains("no mistakes") && fine.contains("tics-minimum"),
        "{fine}"
    );
    papers["papers"][0]["serves"][0]["measures"] = json!(["gone"]);
    papers["papers"][1]["pages"][0]["reach"] = "all".into();
    fs::write(path, papers.to_string()).expect("a file");
    let told = desk.tell(&["criteria", "check", path]);
    assert_eq!(told.code, Some(1));
    for place in [
        "papers[0].serves[0].measures[0]: ",
        "papers[1].pages[0].reach: ",
    ] {
        assert!(told.out.contains(place), "{}", told.out);
    }
    let schema = desk.json(&["criteria", "schema", "--papers"]);
    assert_eq!(schema["title"], "Papers of a pack of mamori, format 1");
}
