//! What a user, or somebody who sent a file, may have written to do harm: no format carries it on.

use mamori::questionnaire::case::Case;
use mamori::report::Report;
use serde_json::{Value, json};

use super::{case, catalog, every_format, packs};

/// Commands for terminals, marks that turn the writing direction, invisible tags.
const NEVER: [char; 8] = [
    '\u{0}',
    '\u{7}',
    '\u{1B}',
    '\u{9B}',
    '\u{202E}',
    '\u{2066}',
    '\u{FEFF}',
    '\u{E0041}',
];

/// The case with `text` wherever somebody can write.
pub(super) fn case_saying(text: &str) -> Case {
    fn put(value: &mut Value, text: &str) {
        let all: Value = text.into();
        value["title"] = all.clone();
        for thing in value["information"].as_array_mut().expect("a list") {
            for name in ["what", "place", "entrusted_by", "seen_by", "level"] {
                thing[name] = all.clone();
            }
        }
        for walk in ["small", "more"] {
            for (id, answer) in value["walks"][walk]["answers"]
                .as_object_mut()
                .expect("answers")
            {
                answer["note"] = all.clone();
                answer["task"] = json!({"measure": null, "who": text, "by": text});
                if id == "later" && walk == "small" {
                    answer["given"] = json!({ "not-applicable": text });
                }
            }
        }
    }
    let mut raw = serde_json::to_value(case()).expect("JSON");
    put(&mut raw, text);
    serde_json::from_value(raw).expect("a case")
}

#[test]
fn no_format_carries_what_a_terminal_would_obey_or_nobody_would_see() {
    let said: String = NEVER.iter().flat_map(|c| [*c, 'a']).collect();
    let packs = packs();
    let case = case_saying(&format!("{said}\r\n二行め"));
    for (format, found) in every_format(&Report::new(&case, &packs), &catalog("ja")) {
        // CSV begins with a byte order mark; further down none is wanted.
        let found = found.strip_prefix('\u{FEFF}').unwrap_or(&found);
        assert!(found.contains("二行め"), "{format}");
        let line_ends = if format == "csv" { "\r\n" } else { "\n" };
        for c in found.chars() {
            let is_meant = line_ends.contains(c);
            assert!(
                is_meant || !c.is_control() && !NEVER.contains(&c),
                "{format}: {c:?}"
            );
        }
    }
}
