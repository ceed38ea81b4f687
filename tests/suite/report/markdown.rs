//! Markdown, read back by a parser: what a user typed is text in it, whatever it looks like.

use mamori::report::Report;
use mamori::report::markdown::markdown;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::hostile::case_saying;
use super::{catalog, packs};

/// What a reader of Markdown makes of it: the shape without the words, and the words.
fn read(text: &str) -> (Vec<String>, String) {
    let mut shape = Vec::new();
    let mut words = String::new();
    // All extensions, but none that changes words.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {}
            Event::InlineHtml(html) if &*html == "<br>" => {}
            Event::Start(Tag::Heading { level, .. }) => shape.push(format!("heading {level}")),
            Event::Start(tag) => shape.push(format!("{tag:?}")),
            other => shape.push(format!("{other:?}")),
        }
    }
    (shape, words)
}

fn report_saying(text: &str) -> String {
    let packs = packs();
    let case = case_saying(text);
    markdown(&Report::new(&case, &packs), &catalog("ja"))
}

#[track_caller]
fn stays_text(text: &str) {
    let (harmless, _) = read(&report_saying("a"));
    let report = report_saying(text);
    let (shape, words) = read(&report);
    assert!(shape == harmless, "{text:?} changes the shape of\n{report}");
    let kept: String = text.split_whitespace().collect();
    let words: String = words.split_whitespace().collect();
    assert!(words.contains(&kept), "{text:?} is lost in\n{words}");
}

#[test]
fn markup_stays_text_wherever_it_was_typed() {
    for text in [
        "<script>alert(1)</script>",
        "<!-- a",
        "<br>b",
        "&lt;b&gt; &#60; &nbsp;",
        "[a](javascript:b)",
        "![a](https://example.com/b.png)",
        "[a]: javascript:b",
        "<javascript:a>",
        "[^1]: a",
        "a | b | c",
        "| --- | --- |",
        "\\|\\\\|",
        "`a`",
        "```\na",
        "~~~\na",
        "*a* **b** _c_ __d__ ~~e~~",
        "# a",
        "a\n===",
        "a\n---",
        "***",
        "- a\n  - b",
        "* a",
        "+ a",
        "1. a\n2) b",
        "- [ ] a",
        "[x] a",
        "> a",
        "    a\n\n    b",
        "$a$ $$b$$",
        ":a",
        "a\n: b",
        "{#id .class}",
        "\\",
        "a\\\nb",
        "\u{2028}# a",
        "a\r\n\r\n# b",
    ] {
        stays_text(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_any_marks_changes_the_shape(text in "a[-\\\\`*_{}\\[\\]<>()#+.!|~&:=$^'\"/ \n0-9a-c]{0,24}") {
        let (harmless, _) = read(&report_saying("a"));
        let report = report_saying(&text);
        let (shape, _) = read(&report);
        prop_assert!(shape == harmless, "{:?} changes the shape", text);
    }
}
