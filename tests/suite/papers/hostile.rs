//! What somebody may have typed, or written into a case file, to break a paper: it stays text.

use mamori::questionnaire::case::Case;
use serde_json::{Value, json};

use super::rules::check;
use super::{FULL, LANGUAGES, PAPERS, written};

pub(super) const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</style></head><body onload=alert(1)>",
    "'onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#60;b&#62;",
    "{{ 7 * 7 }}{% raw %}",
    "-->]]><!--",
    "javascript:alert(1)//https://example.org/",
    "}@import url(https://example.org/);{\\22",
    "=cmd|' /C calc'!A0",
];

/// Characters that are obeyed instead of shown.
pub(super) const OBEYED: &[char] = &[
    '\0',
    '\u{7}',
    '\u{8}',
    '\u{1b}',
    '\u{7f}',
    '\u{9b}',
    '\u{202a}',
    '\u{202e}',
    '\u{2066}',
    '\u{2069}',
    '\u{200f}',
    '\u{feff}',
    '\u{e0041}',
];

/// The full case with `typed` wherever its user can type, and fifty things to protect.
pub(super) fn typed_everywhere(typed: &str) -> Case {
    let mut case: Value = serde_json::from_str(FULL).expect("JSON");
    case["title"] = typed.into();
    let information = case["information"].as_array_mut().expect("a list");
    let thing = json!({ "what": typed, "form": "paper", "place": typed, "entrusted_by": typed,
                        "seen_by": typed, "level": typed });
    information.resize(50, thing);
    let walks = case["walks"].as_object_mut().expect("walks");
    for walk in walks.values_mut() {
        walk["version"] = typed.into();
        let answers = walk["answers"].as_object_mut().expect("answers");
        for answer in answers.values_mut() {
            answer["note"] = typed.into();
            if let Some(reason) = answer["given"].get_mut("not-applicable") {
                *reason = typed.into();
            } else {
                answer["task"] =
                    json!({ "measure": null, "who": typed, "by": typed, "done": null });
            }
        }
    }
    serde_json::from_value(case).expect("a case")
}

#[test]
fn whatever_was_typed_stays_text() {
    for typed in HOSTILE {
        let case = typed_everywhere(typed);
        for language in LANGUAGES {
            for write in PAPERS {
                let html = written(&case, language, *write);
                let page = check(&html);
                let lower = html.to_lowercase();
                assert!(
                    !lower.contains("<script") && !lower.contains("<img"),
                    "{typed}"
                );
                assert!(page.first("title").text.contains(typed), "{typed}");
                assert!(page.first("h1").text.contains(typed), "{typed}");
                let text = &page.first("body").text;
                assert!(text.matches(typed).count() > 50, "{typed} is not all there");
            }
        }
    }
}

#[test]
fn what_would_be_obeyed_instead_of_shown_is_gone() {
    let typed: String = OBEYED.iter().flat_map(|c| ['図', *c]).collect();
    let case = typed_everywhere(&typed);
    for write in PAPERS {
        let html = written(&case, "ja", *write);
        let page = check(&html);
        let text = &page.first("body").text;
        assert!(text.contains(&"図".repeat(OBEYED.len())));
        for c in OBEYED {
            assert!(!html.contains(*c), "{c:?}");
        }
        let others = html.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(others, None);
    }
}

#[test]
fn a_note_of_ten_thousand_characters_is_there_whole() {
    let note = "加工の条件。".repeat(1_667);
    let case = typed_everywhere(&note);
    for write in PAPERS {
        let page = check(&written(&case, "ja", *write));
        assert!(page.first("body").text.contains(&note));
    }
}
