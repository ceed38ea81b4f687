//! Questions that change under answers that were given: what moves along, what has no home, what is told of both; files
//! of the user that replace our questions, with mistakes or without.

use serde_json::{Value, json};

use super::{Desk, MINIMUM};

/// Our questions in a version to come: one has another id and so has one of its points, one is gone, and one has a
/// point more.
fn changed() -> Value {
    let mut raw: Value = serde_json::from_str(MINIMUM).expect("JSON");
    raw["format"] = json!(2);
    raw["version"] = json!("9.0.0");
    let (first, point) = (id(&raw, 0), point_id(&raw, 0, 0));
    let text = raw.to_string();
    let text = text
        .replace(&format!("\"{first}\""), "\"new-name\"")
        .replace(&format!("\"{point}\""), "\"new-point\"");
    let mut raw: Value = serde_json::from_str(&text).expect("JSON");
    let gone = id(&raw, 1);
    let questions = raw["questions"].as_array_mut().expect("questions");
    questions.remove(1);
    let more = json!({"id": "one-more", "text": {"ja": "もう一つの点", "en": "one more point"}});
    // After the two changes above the third question is the second.
    let third = &mut questions[1];
    third["points"].as_array_mut().expect("points").truncate(3);
    third["points"].as_array_mut().expect("points").push(more);
    let kept: Vec<Value> = third["points"]
        .as_array()
        .expect("points")
        .iter()
        .map(|point| point["id"].clone())
        .collect();
    for measure in third["measures"].as_array_mut().expect("measures") {
        measure["closes"] = json!(kept);
    }
    raw["renamed"] = json!({
        "questions": {first: "new-name"},
        "points": {"new-name": {point: "new-point"}},
    });
    raw["removed"] = json!({
        "questions": {gone: {"ja": "ほかの質問と重なっていたため", "en": "another question asks it"}},
    });
    raw
}

fn id(raw: &Value, question: usize) -> String {
    raw["questions"][question]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

fn point_id(raw: &Value, question: usize, point: usize) -> String {
    raw["questions"][question]["points"][point]["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

/// Three answers to the questions of today, each with every point in place.
fn answered() -> Value {
    let raw: Value = serde_json::from_str(MINIMUM).expect("JSON");
    let answers: serde_json::Map<String, Value> = (0..3)
        .map(|question| {
            let points = raw["questions"][question]["points"]
                .as_array()
                .expect("points");
            let points: serde_json::Map<String, Value> = points
                .iter()
                .map(|point| (point["id"].as_str().expect("an id").to_owned(), json!(true)))
                .collect();
            let answer = json!({
                "given": {"points": points},
                "answered": "2026-11-20T16:40:00+09:00",
                "note": format!("メモ{question}"),
            });
            (id(&raw, question), answer)
        })
        .collect();
    json!({
        "format": 1, "id": "k7q2m4xw", "revision": 3, "title": "春日製作所",
        "created": "2026-11-20T16:40:00+09:00", "updated": "2026-11-20T16:40:00+09:00",
        "forms": ["paper"], "information": [], "walk": "tics-minimum",
        "walks": {"tics-minimum": {"version": raw["version"], "at": id(&raw, 0), "answers": answers}},
        "earlier": null,
    })
}

fn home() -> Desk {
    Desk::new("ja").with("cases/k7q2m4xw.json", answered().to_string())
}

fn with_changed(home: Desk) -> Desk {
    home.with("criteria/tics-minimum.json", changed().to_string())
}

#[test]
fn an_answer_moves_with_the_question_and_the_point_that_were_renamed() {
    let before = home().json(&["show", "--json"]);
    let after = with_changed(home()).json(&["show", "--json"]);
    let first = |shown: &Value| shown["results"][0]["items"][0].clone();
    assert_eq!(first(&before)["outcome"], "met");
    assert_eq!(first(&after)["question"], "new-name");
    assert_eq!(first(&after)["outcome"], "met");
    assert_eq!(first(&after)["note"], "メモ0");
    // Looking at it changes nothing on the disk.
    let home = with_changed(home());
    let kept = home.kept();
    home.done(&["show"]);
    assert_eq!(home.kept(), kept);
}

#[test]
fn what_has_no_home_is_counted_and_shown_in_every_report() {
    let home = with_changed(home());
    let shown = home.json(&["show", "--json"]);
    let orphans = shown["results"][0]["orphans"]
        .as_array()
        .expect("a list")
        .clone();
    let gone: Value = serde_json::from_str(MINIMUM).expect("JSON");
    let gone = id(&gone, 1);
    assert!(
        orphans
            .iter()
            .any(|one| one["part"] == "question" && one["id"] == gone.as_str()),
        "{orphans:?}"
    );
    let count = format!("今の質問集にない答え {}件", orphans.len());
    for format in ["html", "md"] {
        let report = home.done(&["export", "--format", format]);
        assert!(report.contains(&count), "{format}: {report}");
        assert!(report.contains("ほかの質問と重なっていたため"), "{format}");
        assert!(report.contains("メモ1"), "{format}");
    }
    assert!(home.done(&["show"]).contains(&count));
    let counted = format!("今の質問集にない答えが{}件あります", orphans.len());
    for format in ["csv", "ndjson", "html", "md", "json"] {
        let report = home.done(&["export", "--format", format]);
        assert!(report.contains(&counted), "{format}: {report}");
    }
    let csv = home.done(&["export", "--format", "csv"]);
    assert!(csv.contains("orphan") && csv.contains("メモ1"), "{csv}");
    let lines = home.done(&["export", "--format", "ndjson"]);
    let line: Value = serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
    let ids = line["orphans"].as_array().expect("a list");
    assert!(ids.iter().any(|id| id == gone.as_str()), "{ids:?}");
    // Without names there are no notes, and it is counted all the same.
    let report = home.done(&["export", "--format", "md", "--anonymous"]);
    assert!(
        report.contains(&counted) && !report.contains("メモ1"),
        "{report}"
    );
}

#[test]
fn what_became_of_the_open_points_and_of_k_is_said() {
    let home = with_changed(home());
    let said = home.done(&["show"]);
    assert!(
        said.contains("質問集が 1.1.0 から 9.0.0 に変わりました"),
        "{said}"
    );
    assert!(said.contains("新しく確かめる点が1つ"), "{said}");
    // Of three answers with everything in place one is gone, and one has a point more.
    assert!(said.contains("0件から1件になりました"), "{said}");
    assert!(said.contains("まだ答えていない質問が"), "{said}");
}

#[test]
fn where_nothing_moved_that_is_said_and_no_number_goes_to_itself() {
    let mut raw: Value = serde_json::from_str(MINIMUM).expect("JSON");
    raw["version"] = json!("9.0.0");
    for (open, ja, en) in [
        (
            true,
            "そろっていないものの数は変わらず、1件です",
            "as many as before are not fully in place: 1.",
        ),
        (
            false,
            "前と同じで、そろっていないものがありません",
            "nothing is missing, as before",
        ),
    ] {
        for (language, wanted) in [("ja", ja), ("en", en)] {
            let mut case: Value = serde_json::from_str(super::CASE).expect("JSON");
            let answers = &mut case["walks"]["tics-minimum"]["answers"];
            answers["name-a-manager"] = json!({ "given": { "points": {
                "written": true, "decided": !open, "known": true,
            } }, "answered": "2026-11-20T16:45:10+09:00" });
            answers
                .as_object_mut()
                .expect("answers")
                .remove("handling-rules");
            let desk = Desk::new(language)
                .with("criteria/tics-minimum.json", raw.to_string())
                .with("cases/k7q2m4xw.json", case.to_string());
            let said = desk.done(&["show"]);
            assert!(said.contains("9.0.0") && said.contains(wanted), "{said}");
            assert!(!said.contains("件から"), "{said}");
        }
    }
}

#[test]
fn questions_of_somebody_else_are_never_called_ours() {
    let home = with_changed(home());
    for args in [
        &["show"][..],
        &["export", "--format", "md"],
        &["export", "--format", "html"],
    ] {
        let said = home.done(args);
        assert!(!said.contains("この道具が書いたもの"), "{said}");
        assert!(said.contains("置きかえたもの"), "{said}");
    }
    let mut named = changed();
    named["wording"] = json!({
        "by": {"ja": "ある団体", "en": "a body"}, "of": {"ja": "ある文書", "en": "a paper"}, "on": "2026-10-01",
    });
    let home = self::home().with("criteria/tics-minimum.json", named.to_string());
    let said = home.done(&["show"]);
    assert!(said.contains("作り手は「ある団体」"), "{said}");
    assert!(said.contains("この道具は確かめていません"), "{said}");
    assert_eq!(
        home.json(&["show", "--json"])["results"][0]["source"],
        "in-place"
    );
}

#[test]
fn a_mistake_in_a_file_of_the_user_stops_nothing_and_is_told() {
    for (bytes, listed) in [
        ("{", "JSONではない"),
        ("{\"format\": 1}", "使えません (まちがい"),
    ] {
        let home = home().with("criteria/tics-minimum.json", bytes);
        let told = home.tell(&["show"]);
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(told.out.contains("この道具が書いたもの"), "{told:?}");
        assert!(
            told.err.contains("置きかえるファイルが、使えません"),
            "{told:?}"
        );
        assert!(home.tell(&["list"]).out.contains("春日製作所"));
        assert!(home.tell(&["criteria", "list"]).out.contains(listed));
        // A start by numbered lines says it too.
        let told = home.tell_when_given(&["--plain"], "");
        assert!(
            told.out.contains("置きかえるファイルが、使えません"),
            "{told:?}"
        );
    }
}

#[test]
fn a_mistake_in_questions_that_were_added_stops_nothing_and_is_told_where_they_are_missed() {
    let home = home().with("criteria/of-a-body.json", "{\"format\": 1}");
    let said = "足した質問集「of-a-body」のファイルが、使えません";
    // At the start, and in the result, where they would follow.
    let told = home.tell_when_given(&["--plain"], "");
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains(said), "{}", told.out);
    let empty = Desk::new("ja").with("criteria/of-a-body.json", "{");
    let told = empty.tell_when_given(&["--plain"], "");
    assert!(told.out.contains(said), "{}", told.out);
    // Commands that have nothing to do with them are as they were.
    for args in [&["show"][..], &["list"], &["paper", "list"]] {
        assert_eq!(home.tell(args).err, "", "{args:?}");
    }
    // A check that was answered with them does not say that they are not here.
    let mut case = answered();
    case["walk"] = "of-a-body".into();
    let home = home.with("cases/k7q2m4xw.json", case.to_string());
    let listed = home.tell(&["list"]).out;
    assert!(listed.contains("質問集が使えない"), "{listed}");
}

#[test]
fn a_check_whose_second_questions_are_gone_is_exported_and_they_are_named() {
    let mut case = answered();
    case["walks"]["of-a-body"] =
        json!({"version": "1.0.0", "at": null, "answers": {"a": {"given": "unknown"}}});
    let home = Desk::new("ja").with("cases/k7q2m4xw.json", case.to_string());
    for args in [
        &["show"][..],
        &["export", "--format", "html"],
        &["export", "--format", "csv"],
        &["export", "--format", "ndjson"],
        &["export", "--format", "json"],
    ] {
        let told = home.tell(args);
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(
            told.out
                .contains("質問集「of-a-body」が、このパソコンで使えません"),
            "{args:?}: {}",
            told.out
        );
    }
    let json: Value =
        serde_json::from_str(&home.done(&["export", "--format", "json"])).expect("JSON");
    assert_eq!(
        json["case"]["walks"]["of-a-body"]["answers"]["a"]["given"],
        "unknown"
    );
}

#[test]
fn the_screen_says_what_changed_and_shows_what_has_no_home() {
    let home = with_changed(home());
    // Past the news, to the overview, and down to the row that opens the list.
    let told = home.tell_when_given(&["--plain"], "1\no\n");
    let changed = "質問集が 1.1.0 から 9.0.0 に変わりました";
    assert!(told.out.contains(changed), "{}", told.out);
    let row = told
        .out
        .lines()
        .find(|line| line.contains("今の質問集にない答え") && !line.contains(changed));
    let row = row.unwrap_or_else(|| panic!("no row: {}", told.out));
    let number = row.split_whitespace().next().expect("a number");
    let told = home.tell_when_given(&["--plain"], &format!("1\no\n{number}\n"));
    for words in [
        "行き先がないものです",
        "ほかの質問と重なっていたため",
        "メモ1",
    ] {
        assert!(told.out.contains(words), "{words}: {}", told.out);
    }
}

#[test]
fn the_check_that_was_asked_for_is_opened_or_refused_and_never_another() {
    let mut stranger = answered();
    stranger["id"] = json!("stranger");
    stranger["title"] = json!("よその会社");
    stranger["walk"] = json!("of-a-body");
    let home = home().with("cases/stranger.json", stranger.to_string());
    let said = home.refused(1, &["--case", "stranger", "--plain"]);
    assert!(said.contains("of-a-body"), "{said}");
    assert!(!said.contains("春日製作所"), "{said}");
}

#[test]
fn a_bin_that_cannot_be_read_stops_no_start() {
    let home = home().with("bin", "no folder");
    let told = home.tell_when_given(&["--plain"], "");
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("3問に答えています"), "{told:?}");
}

#[test]
fn a_comparison_names_what_it_leaves_out() {
    let mut other = answered();
    other["id"] = json!("laterone");
    other["walks"]["of-a-body"] =
        json!({"version": "1.0.0", "at": null, "answers": {"a": {"given": "unknown"}}});
    other["walks"]["tics-2024-additions"] = json!({"version": "1.0.0", "at": null, "answers": {}});
    let home = with_changed(home().with("cases/laterone.json", other.to_string()));
    for pair in [["k7q2m4xw", "laterone"], ["laterone", "k7q2m4xw"]] {
        let told = home.tell(&["compare", pair[0], pair[1]]);
        assert_eq!(told.code, Some(0), "{told:?}");
        for words in [
            "「of-a-body」",
            "「tics-2024-additions」は、片方",
            "今の質問集にない答えが",
        ] {
            assert!(told.err.contains(words), "{words}: {told:?}");
        }
    }
}

/// What a table for counting holds has no sentence in which it could say that a walk is not in it.
#[test]
fn an_export_names_the_walks_that_it_leaves_out() {
    let mut partly = answered();
    partly["walks"]["of-a-body"] =
        json!({"version": "1.0.0", "at": null, "answers": {"a": {"given": "unknown"}}});
    let home = home().with("cases/k7q2m4xw.json", partly.to_string());
    for (args, code, whose) in [
        (&["k7q2m4xw", "--format", "csv"][..], 0, ""),
        (&["k7q2m4xw", "--format", "ndjson"], 0, ""),
        (&["k7q2m4xw", "--format", "md"], 0, ""),
        (&["--all", "--format", "ndjson"], 1, "k7q2m4xw: "),
    ] {
        let told = home.tell(&[&["export"], args].concat());
        assert_eq!(told.code, Some(code), "{told:?}");
        let said = format!("{whose}質問集「of-a-body」が、");
        assert!(told.err.contains(&said), "{args:?} {told:?}");
    }
    let file = home.data().join("homework.html").display().to_string();
    home.done(&["homework", "k7q2m4xw", "--output", &file]);
    let page = std::fs::read_to_string(&file).expect("the page");
    assert!(page.contains("質問集「of-a-body」が、"), "{page}");
    // Nothing is left out of the whole.
    let told = home.tell(&["export", "k7q2m4xw", "--format", "json"]);
    assert!(!told.err.contains("of-a-body"), "{told:?}");
}
