//! Counts the line ends at which a reader stumbles, over every text of both packs and every message, at every width.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use budoux_phf_rs::Parser;
use mamori::text::width::{WidthMode, cells};
use mamori::text::wrap::wrap_offsets;
use serde_json::Value;

/// The widths of text in windows from the smallest to the widest page.
const WIDTHS: std::ops::RangeInclusive<usize> = 20..=78;

/// The longest words of kanji in packs and messages, and where a reader may find the end of a line in one.
const COMPOUNDS: &[&str] = &[
    "技術|情報|管理|認証|制度",
    "関係者|以外|立入|禁止",
    "情報|処理|推進|機構",
    "情報|資産|管理|台帳",
    "産業|競争力|強化法",
    "知財|戦略|相談|窓口",
    "知財|総合|支援|窓口",
    "取引|基本|契約書",
    "可搬式|記録|媒体",
    "社会|保険|労務士",
    "秘密|保持|契約書",
    "立入|制限|区域",
    "技術等|情報",
    "企業|組織",
    "作業|手順書",
    "名古屋|地裁",
    "商工|会議所",
    "中小|企業庁",
    "経済|産業省",
    "多要素|認証",
    "標的型|攻撃",
    "自動車|業界",
    "日本語|入力",
    "必要|最低限",
    "責任者|以外",
    "事故|発生時",
    "機密|区分表",
    "秘密|管理性",
];

/// The places in `text` that lie inside a word of a compound.
fn inside_words(text: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for compound in COMPOUNDS {
        let whole = compound.replace('|', "");
        for (at, _) in text.match_indices(&whole) {
            let mut end = at;
            for word in compound.split('|') {
                found.extend(
                    word.char_indices()
                        .skip(1)
                        .map(|(in_word, _)| end + in_word),
                );
                end += word.len();
            }
        }
    }
    found
}

/// What a text breaks into, and how many of its line ends are awkward.
#[derive(Default)]
struct Tally {
    ends: usize,
    awkward: usize,
    examples: Vec<String>,
}

impl Tally {
    fn count(&mut self, parser: &Parser, paragraph: &str) {
        let phrases = ends_of_phrases(parser, paragraph);
        for width in WIDTHS {
            let lines = wrap_offsets(paragraph, width, WidthMode::Narrow);
            for (at, line) in lines.iter().enumerate().skip(1) {
                self.ends += 1;
                let (before, after) = paragraph.split_at(line.start);
                let is_last = at + 1 == lines.len();
                let ends_well = |c: char| c.is_whitespace() || c == '・';
                let is_cut = !phrases.contains(&line.start) && !before.ends_with(ends_well);
                if is_cut || (is_last && is_tail(after)) {
                    self.awkward += 1;
                    self.examples.push(format!("{width}: {before}|{after}"));
                }
            }
        }
    }

    fn per_mille(&self) -> usize {
        self.awkward * 1000 / self.ends.max(1)
    }
}

fn ends_of_phrases(parser: &Parser, paragraph: &str) -> BTreeSet<usize> {
    let mut ends = BTreeSet::new();
    let mut end = 0;
    parser.parse_with(paragraph, |phrase| {
        end += phrase.len();
        ends.insert(end);
    });
    ends
}

/// One or two kana alone on the last line, such as す。
fn is_tail(line: &str) -> bool {
    let letters: Vec<char> = line.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.len() <= 2
        && letters
            .iter()
            .all(|c| ('\u{3041}'..='\u{30FF}').contains(c))
}

/// Every text of the language `ja` in a pack.
fn texts_of(node: &Value, found: &mut Vec<String>) {
    match node {
        Value::Object(members) => match members.get("ja") {
            Some(Value::String(text)) => found.push(text.clone()),
            _ => members.values().for_each(|member| texts_of(member, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, found)),
        _ => {}
    }
}

/// The sentences of the messages, a number in place of what is put into them.
fn messages() -> Vec<String> {
    let mut found = Vec::new();
    for file in files("locales/ja") {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text).trim();
            let mut sentence = String::new();
            let mut depth = 0;
            for c in text.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => {
                        depth -= 1;
                        sentence.push_str("12");
                    }
                    c if depth == 0 => sentence.push(c),
                    _ => {}
                }
            }
            found.push(sentence);
        }
    }
    found
}

fn files(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let is_read = |path: &&std::path::PathBuf| path.is_file();
    let read = |path: &std::path::PathBuf| fs::read_to_string(path).expect("a text");
    paths.iter().filter(is_read).map(read).collect()
}

/// Every text of the messages and of both packs.
fn all_texts() -> Vec<String> {
    let mut texts = messages();
    let number = texts.len();
    for name in ["tics-minimum", "tics-2024-additions"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("criteria/{name}.json"));
        let pack = fs::read_to_string(path).expect("a pack");
        texts_of(&serde_json::from_str(&pack).expect("JSON"), &mut texts);
    }
    assert!(
        number > 500 && texts.len() > number + 500,
        "{} texts",
        texts.len()
    );
    texts
}

#[test]
fn of_a_hundred_line_ends_in_packs_and_messages_at_most_one_is_awkward() {
    let texts = all_texts();
    let parser = Parser::japanese_parser();
    let mut tally = Tally::default();
    for text in &texts {
        for paragraph in text.split('\n') {
            tally.count(&parser, paragraph);
        }
    }
    assert!(tally.ends > 10_000, "only {} line ends", tally.ends);
    assert!(
        tally.per_mille() <= 10,
        "{} of {} line ends are awkward, such as\n{:#?}",
        tally.awkward,
        tally.ends,
        tally
            .examples
            .iter()
            .step_by(tally.examples.len() / 20 + 1)
            .collect::<Vec<_>>()
    );
}

#[test]
fn what_was_seen_is_counted_and_a_good_end_is_not() {
    let parser = Parser::japanese_parser();
    let phrases = ends_of_phrases(&parser, "今日も紙を渡す");
    assert!(phrases.contains(&"今日も紙を".len()), "{phrases:?}");
    assert!(!phrases.contains(&"今日も紙を渡".len()), "{phrases:?}");
    for tail in ["す。", "か。", "です。"] {
        assert!(is_tail(tail), "{tail}");
    }
    for line in ["います。", "鍵。", "12件", "一枚"] {
        assert!(!is_tail(line), "{line}");
    }
}

#[test]
fn a_word_is_not_cut_where_the_phrase_before_it_ends_early() {
    // (text, width, how it was broken before)
    for (text, width, wrong) in [
        ("会社の情報セキュリティを守る人", 20, "セキュリ"),
        ("外の人に図面を持たせて渡す", 24, "渡"),
        ("責任者の名前を書いて残していますか。", 34, "います"),
    ] {
        let lines: Vec<&str> = wrap_offsets(text, width, WidthMode::Narrow)
            .into_iter()
            .map(|line| &text[line])
            .collect();
        assert!(lines.len() > 1, "{lines:?}");
        assert!(!lines[0].ends_with(wrong), "{lines:?}");
        assert!(
            lines
                .iter()
                .all(|line| cells(line, WidthMode::Narrow) <= width),
            "{lines:?}"
        );
        assert!(!is_tail(lines[lines.len() - 1]), "{lines:?}");
    }
}

// 対策基本方|針 was read as two wrong words: where kanji that stand together must be cut, a word ends there.
#[test]
fn no_line_ends_inside_a_word_of_kanji_that_stand_together() {
    let mut cut = Vec::new();
    let mut met = 0;
    for text in all_texts() {
        for paragraph in text.split('\n') {
            let inside = inside_words(paragraph);
            met += inside.len();
            for width in WIDTHS.filter(|_| !inside.is_empty()) {
                for line in wrap_offsets(paragraph, width, WidthMode::Narrow) {
                    if inside.contains(&line.start) {
                        let (before, after) = paragraph.split_at(line.start);
                        cut.push(format!("{width}: {before}|{after}"));
                    }
                }
            }
        }
    }
    assert!(met > 100, "only {met} places in compounds");
    assert!(
        cut.is_empty(),
        "{} lines, such as\n{:#?}",
        cut.len(),
        &cut[..cut.len().min(40)]
    );
}
