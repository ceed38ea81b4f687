//! The draft for the application: says what it is not, puts together what is decided, marks what is missing.

use mamori::questionnaire::anonymous::anonymous;
use mamori::questionnaire::case::{Case, Task};
use mamori::questionnaire::reader::Contents;
use mamori::report::{Report, application};
use serde_json::json;

use super::hostile::{HOSTILE, OBEYED, typed_everywhere};
use super::rules::{cases, check};
use super::{BEGUN, FULL, case, packs, words, written};

/// The draft's Markdown between one heading and the next of the same level.
fn part<'a>(markdown: &'a str, heading: &str) -> &'a str {
    let (_, after) = markdown
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("no part {heading} in\n{markdown}"));
    after.split("\n## ").next().unwrap_or_default()
}

fn markdown(case: &Case) -> String {
    written(case, "ja", application::markdown)
}

#[test]
fn the_draft_says_that_it_is_no_application_and_whose_form_decides() {
    for case in cases() {
        let html = check(&written(&case, "ja", application::html));
        for text in [&html.first("body").text, &markdown(&case)] {
            for said in [
                "これは申込書ではありません。",
                "認証機関の様式が優先です。",
                "三から八は、手元の資料では略されています。",
                "「義務項目」の一覧ではありません。",
            ] {
                assert!(text.contains(said), "{said}");
            }
        }
    }
}

#[test]
fn the_wanted_scope_is_always_left_to_be_filled_in() {
    for case in cases() {
        let markdown = markdown(&case);
        assert!(part(&markdown, "まだ決まっていないこと").contains("- [ ] 認証を受けたい範囲\n"));
        let scope = part(&markdown, "認証を受けたい範囲");
        assert!(scope.contains("まだ決まっていません \\[書き込む欄\\]"));
        let html = check(&written(&case, "ja", application::html));
        assert_eq!(html.with_class("large").count(), 1);
    }
}

/// Whether the named item stands among what is not decided yet, with this task put on it.
fn is_undecided(task: Option<Task>) -> bool {
    let mut case = case(FULL);
    let walk = case.walks.values_mut().find(|walk| walk.answers.len() > 6);
    let answers = &mut walk.expect("the first walk").answers;
    let answer = answers
        .iter_mut()
        .find(|(id, _)| id.as_str() == "yearly-check");
    answer.expect("an answer").1.task = task;
    part(&markdown(&case), "まだ決まっていないこと").contains("  - 年1回の点検: できていない\n")
}

#[test]
fn a_measure_is_decided_once_it_is_marked_or_has_who_or_by_when() {
    let task = |value| Some(serde_json::from_value(value).expect("a task"));
    for (is_open, task) in [
        (true, None),
        (true, task(json!({}))),
        (true, task(json!({ "who": " ", "by": "" }))),
        // A measure that the pack does not have any more is none.
        (true, task(json!({ "measure": "long-gone" }))),
        (false, task(json!({ "who": "社長" }))),
        (false, task(json!({ "by": "1か月後" }))),
        (false, task(json!({ "done": "2026-11-24" }))),
    ] {
        assert_eq!(is_undecided(task.clone()), is_open, "{task:?}");
    }
}

#[test]
fn what_is_missing_is_counted_and_each_of_it_has_room_to_write() {
    for case in cases() {
        let packs = packs(&case);
        let report = Report::new(&case, &packs);
        let html = check(&application::html(&report, &words("ja")));
        let gaps: usize = report
            .results
            .iter()
            .map(|result| result.counts.gaps())
            .sum();
        let decided = html
            .elements
            .iter()
            .filter(|e| e.name == "dt" && e.text == "すること");
        let open = gaps - decided.count();
        let named = html.elements.iter().filter(|e| e.name == "small");
        let named = named.filter(|e| e.text.starts_with('(')).count();
        assert_eq!(named, open);
        let others =
            1 + usize::from(case.forms.is_empty()) + usize::from(case.information.is_empty());
        assert_eq!(html.with_class("blank").count(), open + others);
        let markdown = markdown(&case);
        assert_eq!(markdown.matches("\\[書き込む欄\\]").count(), open + others);
    }
}

#[test]
fn measures_stand_by_the_form_that_they_are_for() {
    let markdown = markdown(&case(FULL));
    let measures = part(&markdown, "実施すると決めた措置の内容");
    let heading = |line: &&str| line.starts_with("#### ");
    let found: Vec<&str> = measures.lines().filter(heading).collect();
    assert_eq!(
        found,
        [
            "#### どの形にも共通",
            "#### 情報の形: 紙",
            "#### 情報の形: データ",
            "#### 情報の形: モノ",
            "#### どの形にも共通",
        ]
    );
    let (_, paper) = measures.split_once("#### 情報の形: 紙").expect("paper");
    let (paper, _) = paper.split_once("\n#### ").expect("the next form");
    assert!(paper.contains("紙をしまう") && !paper.contains("IDとパスワード"));
    // One walk alone needs no name; a form that is not chosen is not there.
    let begun = written(&case(BEGUN), "ja", application::markdown);
    let measures = part(&begun, "実施すると決めた措置の内容");
    assert!(measures.contains("\n### どの形にも共通\n") && !measures.contains("データを守る"));
}

#[test]
fn nothing_that_was_typed_becomes_markup_or_is_obeyed() {
    for typed in HOSTILE {
        let markdown = markdown(&typed_everywhere(typed));
        let left = markdown.replace("<br>", "");
        assert!(!left.contains('<'), "{typed}");
        let quotes = left.lines().filter(|line| line.contains('>'));
        assert!(
            quotes.into_iter().all(|line| line.starts_with("> ")),
            "{typed}"
        );
    }
    let typed: String = OBEYED.iter().flat_map(|c| ['図', *c]).collect();
    let markdown = markdown(&typed_everywhere(&typed));
    assert!(markdown.contains(&"図".repeat(OBEYED.len())));
    assert_eq!(markdown.chars().find(|c| OBEYED.contains(c)), None);
}

#[test]
fn an_anonymous_draft_holds_nothing_that_was_typed() {
    let nameless = anonymous(&case(FULL));
    let packs = packs(&nameless);
    let draft = application::markdown(
        &Report::of(&nameless, &packs, Contents::default().anonymous()),
        &words("ja"),
    );
    for typed in [
        "本社工場",
        "設計室",
        "A社",
        "社長のほかに",
        "3か月後",
        "取扱注意",
    ] {
        assert!(!draft.contains(typed), "{typed}");
    }
    assert!(draft.contains("会社と人の名前、メモ、理由、場所は入っていません。"));
}
