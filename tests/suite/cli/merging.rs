//! merge, from outside: what is written, what is asked about and refused, and that what there was is kept.

use std::fs;

use serde_json::{Value, json};

use super::{CASE, Desk};

/// The case of the fixtures, changed.
fn case(change: impl FnOnce(&mut Value)) -> String {
    let mut case: Value = serde_json::from_str(CASE).expect("JSON");
    case["walks"]["tics-minimum"]["answers"] = json!({});
    change(&mut case);
    case.to_string()
}

fn answer(case: &mut Value, question: &str, there: &[&str]) {
    let pack: Value = serde_json::from_str(super::MINIMUM).expect("JSON");
    let questions = pack["questions"].as_array().expect("questions");
    let asked = questions.iter().find(|it| it["id"] == question);
    let points = asked.expect("a question")["points"]
        .as_array()
        .expect("points");
    let points = points.iter().map(|point| {
        let id = point["id"].as_str().expect("an id");
        (id.to_owned(), there.contains(&id).into())
    });
    let points: serde_json::Map<String, Value> = points.collect();
    case["walks"]["tics-minimum"]["answers"][question] = json!({
        "given": {"points": points}, "answered": "2026-11-20T16:45:10+09:00", "answered_by": "佐藤",
    });
}

/// The first question, and its points.
fn first() -> (String, Vec<String>) {
    let pack: Value = serde_json::from_str(super::MINIMUM).expect("JSON");
    let question = &pack["questions"][0];
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let points = question["points"].as_array().expect("points");
    let points = points.iter().map(|point| text(&point["id"]));
    (text(&question["id"]), points.collect())
}

/// What was handed over, what became of it here, and what came back.
fn desk(language: &'static str, ours: &[&str], theirs: &[&str]) -> Desk {
    let (question, _) = first();
    let with = |there: &[&str], revision: u64| {
        case(|case| {
            case["revision"] = revision.into();
            answer(case, &question, there);
        })
    };
    Desk::new(language)
        .with("cases/k7q2m4xw.json", with(ours, 9))
        .with("out/back.json", with(theirs, 12))
        .with("out/base.json", with(&[], 5))
}

fn merge(desk: &Desk, more: &[&str]) -> super::Told {
    let file = |name: &str| desk.data().join("out").join(name);
    let (back, base) = (file("back.json"), file("base.json"));
    let (back, base) = (back.to_str().expect("plain"), base.to_str().expect("plain"));
    let mut args = vec!["merge", "k7q2m4xw", back, "--base", base];
    args.extend(more);
    desk.tell(&args)
}

fn saved(desk: &Desk) -> Value {
    let bytes = fs::read(desk.data().join("cases/k7q2m4xw.json")).expect("a file");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn given(desk: &Desk) -> Value {
    let (question, _) = first();
    saved(desk)["walks"]["tics-minimum"]["answers"][&question]["given"].clone()
}

fn count(desk: &Desk) -> usize {
    let folder = fs::read_dir(desk.data().join("history/k7q2m4xw"));
    folder.map_or(0, Iterator::count)
}

#[test]
fn what_both_answered_differently_is_listed_and_nothing_is_written() {
    let (_, points) = first();
    let (ours, theirs) = ([points[0].as_str()], [points[1].as_str()]);
    for (language, here, there, way) in [
        (
            "ja",
            "こちら      一部できている 1/",
            "相手        一部できている 1/",
            "--unknown (わからない)",
        ),
        (
            "en",
            "ours    Partly in place 1/",
            "theirs  Partly in place 1/",
            "--unknown to say what counts",
        ),
    ] {
        let desk = desk(language, &ours, &theirs);
        let before = saved(&desk);
        let told = merge(&desk, &[]);
        assert_eq!((told.code, told.err.as_str()), (Some(1), ""), "{told:?}");
        for said in [here, there, way] {
            assert!(told.out.contains(said), "{said}\n{}", told.out);
        }
        assert_eq!((saved(&desk), count(&desk)), (before, 0));
        let told = merge(&desk, &["--json"]);
        assert_eq!(told.code, Some(1));
        let listed: Value = serde_json::from_str(&told.out).expect("JSON");
        assert_eq!(listed["written"], false);
        assert_eq!(listed["conflicts"][0]["unit"]["kind"], "answer");
        let docs = include_str!("../../../docs/JSON.md");
        let (_, docs) = docs
            .split_once("## `mamori merge A B --json`")
            .expect("its part");
        let difference = &listed["conflicts"][0];
        for members in [
            &listed,
            difference,
            &difference["unit"],
            &difference["ours"],
        ] {
            for name in members.as_object().expect("members").keys() {
                assert!(
                    docs.contains(&format!("`{name}`")),
                    "{name} is not in docs/JSON.md"
                );
            }
        }
    }
}

#[test]
fn what_counts_can_be_said_and_what_there_was_is_kept() {
    let (_, points) = first();
    let (ours, theirs) = ([points[0].as_str()], [points[1].as_str()]);
    let desk_of = || desk("ja", &ours, &theirs);
    let desk = desk_of();
    // Theirs claims a point that was open here: that is looked at first.
    let told = merge(&desk, &["--theirs"]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.out.contains("--yes"), "{}", told.out);
    let told = merge(&desk, &["--theirs", "--yes"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(given(&desk)["points"][&points[1]], true);
    assert_eq!(
        given(&desk)["points"][&points[0]],
        false,
        "points are not added together"
    );
    assert_eq!(saved(&desk)["revision"], 13);
    assert_eq!(count(&desk), 1);
    let desk = desk_of();
    assert_eq!(merge(&desk, &["--unknown"]).code, Some(0));
    assert_eq!(given(&desk), "unknown");
    let desk = desk_of();
    let told = merge(&desk, &["--ours"]);
    assert!(told.out.contains("こちらの答えのまま"), "{told:?}");
    assert_eq!(given(&desk)["points"][&points[0]], true);
    // What was decided is not asked again: the file that came back is the base from now on.
    let file = desk.data().join("out/back.json");
    let told = desk.tell(&["merge", "k7q2m4xw", file.to_str().expect("plain")]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("何も変えていません"), "{}", told.out);
}

#[test]
fn what_only_they_have_changed_is_taken_and_what_became_better_is_looked_at_first() {
    let (_, points) = first();
    let desk = desk("ja", &[], &[points[0].as_str()]);
    let told = merge(&desk, &[]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.out.contains("よくなった答え 1件"), "{}", told.out);
    assert_eq!(count(&desk), 0);
    let told = merge(&desk, &["--yes"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("控え"), "{}", told.out);
    // Once more there is nothing to take.
    let told = merge(&desk, &[]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("何も変えていません"), "{}", told.out);
}

#[test]
fn without_a_base_and_a_difference_a_note_comes_in_unasked() {
    let (question, _) = first();
    let desk = desk("en", &[], &[]);
    let noted = case(|case| {
        answer(case, &question, &[]);
        case["walks"]["tics-minimum"]["answers"][&question]["note"] = "the key is with me".into();
    });
    let desk = desk.with("out/noted.mamori", noted);
    let file = desk.data().join("out/noted.mamori");
    let told = desk.tell(&["merge", "k7q2m4xw", file.to_str().expect("plain"), "--json"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    let done: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(
        (&done["written"], &done["has_base"]),
        (&json!(true), &json!(false))
    );
    let note = &saved(&desk)["walks"]["tics-minimum"]["answers"][&question]["note"];
    assert_eq!(note, "the key is with me");
}

#[test]
fn another_firms_check_comes_in_only_when_that_is_said() {
    let (question, _) = first();
    let other = case(|case| {
        case["id"] = "bbbb2222".into();
        answer(case, &question, &[]);
    });
    let desk = desk("ja", &[], &[]).with("cases/bbbb2222.json", other);
    let told = desk.tell(&["merge", "k7q2m4xw", "bbbb2222"]);
    assert_eq!((told.code, told.out.as_str()), (Some(1), ""), "{told:?}");
    assert!(told.err.contains("--different"), "{}", told.err);
    let told = desk.tell(&["merge", "k7q2m4xw", "bbbb2222", "--different"]);
    assert_eq!(told.code, Some(0), "{told:?}");
}

#[test]
fn two_files_become_a_check_unless_it_is_here_already_as_something_else() {
    let (question, points) = first();
    let with = |there: &[&str], revision: u64| {
        case(|case| {
            case["revision"] = revision.into();
            case["walks"]["tics-minimum"]["answers"] = json!({});
            if !there.is_empty() {
                answer(case, &question, there);
            }
        })
    };
    let desk = Desk::new("ja")
        .with("out/a.json", with(&[], 3))
        .with("out/b.json", with(&[points[0].as_str()], 4));
    let file = |name: &str| desk.data().join("out").join(name);
    let (a, b) = (file("a.json"), file("b.json"));
    let (a, b) = (a.to_str().expect("plain"), b.to_str().expect("plain"));
    let told = desk.tell(&["merge", a, b]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(given(&desk)["points"][&points[0]], true);
    let told = desk.tell(&["merge", a, b]);
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.err.contains("何も変えていません"), "{}", told.err);
}

/// The desk with what was handed over in its folder, and both sides saying that they come from it.
fn desk_that_handed_over(ours: &[&str], theirs: &[&str]) -> Desk {
    let (question, _) = first();
    let with = |there: &[&str], revision: u64, what: &[&str]| {
        case(|case| {
            case["revision"] = revision.into();
            case["ancestors"] = json!(["state-that-was-handed-over"]);
            case["updated"] = "2026-11-05T09:05:30+09:00".into();
            let entry = |what| json!({"what": what, "form": null});
            case["information"] = what.iter().map(entry).collect();
            answer(case, &question, there);
        })
    };
    Desk::new("ja")
        .with("cases/k7q2m4xw.json", with(ours, 9, &["図面", "治具"]))
        .with("out/back.mamori", with(theirs, 12, &["図面"]))
        .with("handed/k7q2m4xw-5.json", with(&[], 5, &["図面", "治具"]))
}

#[test]
fn what_was_handed_over_is_found_and_named_and_the_file_that_came_back_is_the_next_one() {
    let (_, points) = first();
    let desk = desk_that_handed_over(&[], &[points[0].as_str()]);
    let file = desk.data().join("out/back.mamori");
    let back = ["merge", "k7q2m4xw", file.to_str().expect("plain")];
    let told = desk.tell(&back);
    assert!(told.out.contains("2026年11月5日の状態"), "{told:?}");
    let told = desk.tell(&[&back[..], &["--yes", "--json"]].concat());
    assert_eq!(told.code, Some(0), "{told:?}");
    let done: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(done["base"], json!({"revision": 5, "on": "2026-11-05"}));
    let docs = include_str!("../../../docs/JSON.md");
    assert!(docs.contains("| `base` | that state: its `revision`"));
    assert_eq!(given(&desk)["points"][&points[0]], true);
    // Taken out by them, and known to be: it is in what was handed over.
    assert_eq!(
        saved(&desk)["information"].as_array().map(Vec::len),
        Some(1)
    );
    let kept = fs::read_dir(desk.data().join("handed")).expect("a folder");
    assert_eq!(kept.count(), 2);
    let before = saved(&desk);
    let told = desk.tell(&back);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("何も変えていません"), "{}", told.out);
    assert_eq!(saved(&desk), before);
}

#[test]
fn without_what_was_handed_over_it_is_said_that_nothing_counts_as_deleted() {
    let desk = desk_that_handed_over(&[], &[]);
    fs::remove_dir_all(desk.data().join("handed")).expect("gone");
    let file = desk.data().join("out/back.mamori");
    let told = desk.tell(&["merge", "k7q2m4xw", file.to_str().expect("plain")]);
    assert!(told.out.contains("消したものとはみなしません"), "{told:?}");
    assert_eq!(
        saved(&desk)["information"].as_array().map(Vec::len),
        Some(2)
    );
    // One that is damaged is named.
    let desk = desk_that_handed_over(&[], &[]);
    fs::write(desk.data().join("handed/k7q2m4xw-5.json"), "{").expect("cut");
    let told = desk.tell(&["merge", "k7q2m4xw", file.to_str().expect("plain")]);
    assert!(told.out.contains("k7q2m4xw-5"), "{told:?}");
}

/// Points that today's questions have and the files have not are open, as in the result.
#[test]
fn what_both_said_is_judged_by_the_points_of_today() {
    let (question, points) = first();
    assert!(points.len() > 2, "{points:?}");
    let said = |there: &[bool], revision: u64| {
        case(|case| {
            let given: serde_json::Map<String, Value> = points
                .iter()
                .zip(there)
                .map(|(point, there)| (point.clone(), (*there).into()))
                .collect();
            case["revision"] = revision.into();
            case["walks"]["tics-minimum"]["answers"][&question] = json!({
                "given": {"points": given}, "answered": "2026-11-20T16:45:10+09:00",
            });
        })
    };
    let desk = Desk::new("en")
        .with("cases/k7q2m4xw.json", said(&[true, false], 9))
        .with("out/back.json", said(&[false, true], 12))
        .with("out/base.json", said(&[false, false], 5));
    let told = merge(&desk, &[]).out;
    assert!(told.contains(&format!("1/{}", points.len())), "{told}");
    let whole = Desk::new("en")
        .with("cases/k7q2m4xw.json", said(&[true, false], 9))
        .with("out/back.json", said(&[true, true], 12))
        .with("out/base.json", said(&[false, false], 5));
    let told = merge(&whole, &[]).out;
    assert!(told.contains(&format!("2/{}", points.len())), "{told}");
}

#[test]
fn a_day_that_both_changed_reads_like_every_other_day() {
    let (question, _) = first();
    let due = |by: &str, revision: u64| {
        case(|case| {
            case["revision"] = revision.into();
            case["walks"]["tics-minimum"]["answers"][&question] =
                json!({ "task": { "measure": null, "who": "", "by": by } });
        })
    };
    for (language, days) in [
        ("ja", ["2026年12月25日", "2027年1月10日"]),
        ("en", ["25 Dec 2026", "10 Jan 2027"]),
    ] {
        let desk = Desk::new(language)
            .with("cases/k7q2m4xw.json", due("2026-12-25", 9))
            .with("out/back.json", due("2027-01-10", 12))
            .with("out/base.json", due("", 5));
        let told = merge(&desk, &[]);
        for day in days {
            assert!(told.out.contains(day), "{language}: {}", told.out);
        }
        assert!(!told.out.contains("2026-12-25"), "{}", told.out);
    }
}
