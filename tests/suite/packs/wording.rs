//! What the texts of the packs may and may not hold: characters that every terminal
//! draws alike, no verdict about the user, and only figures that were collected.

use serde_json::Value;
use unicode_normalization::is_nfc;
use unicode_width::UnicodeWidthChar;

use super::{FIRST, SECOND, first, json, second};

/// Every text of both packs with its path.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for path in [FIRST, SECOND] {
        collect(path.to_owned(), &json(path), &mut texts);
    }
    assert!(texts.len() > 1000);
    texts
}

fn collect(path: String, value: &Value, into: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => into.push((path, text.clone())),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                collect(format!("{path}[{index}]"), value, into);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                collect(format!("{path}.{name}"), value, into);
            }
        }
        _ => {}
    }
}

/// The last name in a path.
fn member(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default()
}

fn is_ambiguous(c: char) -> bool {
    c.width() != c.width_cjk()
}

/// The same text without the names of places in the notice, such as Ⅰ第二 or Ⅰの第1の3.
fn without_places(text: &str) -> String {
    ["Ⅰ第", "Ⅰの第"]
        .iter()
        .fold(text.to_owned(), |text, place| text.replace(place, "第"))
}

#[test]
fn no_text_has_a_character_of_ambiguous_width_outside_the_names_of_places() {
    for (path, text) in texts() {
        let rest = if member(&path) == "place" {
            text.trim_start_matches(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ'])
                .to_owned()
        } else {
            without_places(&text)
        };
        let ambiguous: String = rest.chars().filter(|c| is_ambiguous(*c)).collect();
        assert_eq!(ambiguous, "", "{path}: {text}");
    }
}

#[test]
fn ambiguous_width_is_told_from_plain() {
    assert!("※①…─°×→".chars().all(is_ambiguous));
    assert!(!"図面、(A4)・「〜」ー。".chars().any(is_ambiguous));
}

#[test]
fn every_text_is_composed_and_free_of_half_width_katakana_and_emoji() {
    for (path, text) in texts() {
        assert!(is_nfc(&text), "{path}: {text}");
        let odd: String = text
            .chars()
            .filter(|c| {
                matches!(c, '\u{ff61}'..='\u{ff9f}' | '\u{2600}'..='\u{27bf}' | '\u{fe00}'..='\u{fe0f}')
                    || *c >= '\u{1f000}'
            })
            .collect();
        assert_eq!(odd, "", "{path}: {text}");
    }
}

#[test]
fn english_texts_are_plain_ascii() {
    for (path, text) in texts() {
        assert!(text.is_ascii() || member(&path) != "en", "{path}: {text}");
    }
}

// Someone read "completed" as "sent in" on another form, and it cost them dearly.
#[test]
fn no_text_passes_a_verdict_on_the_user() {
    // Here 適合 is what reviewers look for in documents.
    let of_the_method = "内容が基準に適合しているかが確かめられます";
    for (path, text) in texts() {
        let text = text.replace(of_the_method, "");
        for word in ["完了", "合格", "適合", "passed", "compliant", "completed"] {
            assert!(!text.contains(word), "{path}: {text}");
        }
    }
}

/// The digits of a text, as numbers were written.
fn figures(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|part| part.trim_matches(['.', ',']))
        .filter(|part| !part.is_empty())
        .collect()
}

#[test]
fn the_figures_in_the_reasons_are_those_that_were_collected() {
    #[rustfmt::skip]
    let collected: &[(&str, &[&str], &[&str])] = &[
        ("pick-information", &[], &[]),
        ("know-form-and-place", &[], &[]),
        ("name-a-manager", &["7"], &[]),
        ("write-duties", &[], &[]),
        ("handling-rules", &["32.6"], &["32.6"]),
        ("who-may-see", &["164"], &["164"]),
        ("yearly-check", &[], &[]),
        ("tell-at-once", &["46", "9"], &["460,000", "9"]),
        ("written-promise", &["3", "31.5"], &["31.5"]),
        ("leavers", &["2024"], &["2024"]),
        ("lock-away-paper", &[], &[]),
        ("copy-and-dispose-paper", &["2024", "20"], &["2024", "20"]),
        ("ids-and-passwords", &["36.8"], &["36.8"]),
        ("updates-and-malware", &["2024", "222", "140", "100", "55"], &["222", "2024", "140", "55", "100"]),
        ("portable-media", &["46"], &["460,000"]),
        ("erase-before-disposal", &["2019", "18"], &["2019", "18"]),
        ("guard-objects", &[], &[]),
        ("visitors-and-photos", &["2018"], &["2018"]),
        ("levels-and-marks", &[], &[]),
        ("teach-everyone", &["32.6", "2", "25.4", "4"], &["32.6", "25.4"]),
        ("notice-and-first-hour", &["2024", "49", "1"], &["2024", "49"]),
        ("partners", &["30", "2"], &["2018"]),
        ("outside-services", &["2024", "21.6"], &["21.6", "2024"]),
        ("backup-and-restore", &["2024", "61", "14"], &["2024", "61", "14"]),
    ];
    let packs = [first(), second()];
    let questions: Vec<_> = packs.iter().flat_map(|pack| &pack.questions).collect();
    assert_eq!(questions.len(), collected.len());
    for (question, (id, ja, en)) in questions.iter().zip(collected) {
        assert_eq!(question.id.as_str(), *id);
        assert_eq!(figures(question.why.text.get(&["ja"])), *ja, "{id}");
        assert_eq!(figures(question.why.text.get(&["en"])), *en, "{id}");
    }
}

#[test]
fn each_of_the_six_added_examples_is_named_as_the_paper_names_it() {
    let named = [
        ("levels-and-marks", "「情報の機密区分の設定」"),
        ("teach-everyone", "「社内教育の実施」"),
        ("notice-and-first-hour", "「事故発生時の対応」"),
        ("partners", "「取引先との協力」"),
        ("outside-services", "「外部情報システムの利用のルール」"),
        ("backup-and-restore", "「情報システムの継続性の確保」"),
    ];
    let pack = second();
    assert_eq!(pack.questions.len(), named.len());
    for (question, (id, name)) in pack.questions.iter().zip(named) {
        assert_eq!(question.id.as_str(), id);
        let note = question.amendment.as_ref().expect("a note");
        let note = note.get(&["ja"]);
        assert!(note.starts_with(name), "{id}: {note}");
        assert!(note.contains("2024年に追加された項目の例"), "{id}: {note}");
    }
}

#[test]
fn what_was_deleted_in_2024_is_named_where_it_saves_money() {
    let named = [
        ("lock-away-paper", "保管容器の仕様"),
        ("copy-and-dispose-paper", "シュレッダーの仕様"),
        ("guard-objects", "施設や容器の細かな仕様"),
        ("visitors-and-photos", "立入制限区域の施設の仕様"),
    ];
    let pack = first();
    for (id, name) in named {
        let question = pack
            .questions
            .iter()
            .find(|question| question.id.as_str() == id)
            .expect("the question");
        let note = question.amendment.as_ref().expect("a note").get(&["ja"]);
        assert!(note.contains(name), "{id}: {note}");
        assert!(note.contains("2024年に削除された項目の例"), "{id}: {note}");
    }
}

// Where the paper is silent the note says nothing: no "unchanged" may be claimed.
#[test]
fn no_note_claims_that_nothing_changed() {
    for (path, text) in texts() {
        assert!(!text.contains("変更はありません"), "{path}");
        assert!(!text.contains("変わっていません"), "{path}");
    }
}
