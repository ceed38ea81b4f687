//! What holds for the templates of `report`: they lay out, the locales speak, and nothing is written unescaped.

use std::path::Path;

use super::{files_below, none, read};

fn templates() -> Vec<(String, String)> {
    let found: Vec<_> = files_below("src")
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|end| end == "html"))
        .map(|path| (path.clone(), read(&path)))
        .collect();
    assert!(!found.is_empty(), "the templates are not where this looks");
    found
}

/// `text` without what stands between each `open` and the `close` after it.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut left = String::new();
    let mut pieces = text.split(open);
    left.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        left.push_str(piece.split_once(close).map_or("", |(_, after)| after));
    }
    left
}

/// What a template itself says to people: text between tags, and in attributes that are read out.
fn words_in(template: &str) -> String {
    let expressions = [("{#", "#}"), ("{%", "%}"), ("{{", "}}")];
    let plain = expressions
        .iter()
        .fold(template.to_owned(), |text, (open, close)| {
            without(&text, open, close)
        });
    let read_out: String = ["title=\"", "aria-label=\"", "alt=\"", "data-name=\""]
        .iter()
        .flat_map(|attribute| plain.split(attribute).skip(1))
        .filter_map(|after| after.split('"').next())
        .collect();
    let text = without(&without(&plain, "<style>", "</style>"), "<", ">");
    let is_word = |c: &char| c.is_alphabetic();
    text.chars()
        .chain(read_out.chars())
        .filter(is_word)
        .collect()
}

#[test]
fn templates_say_nothing_of_their_own() {
    let faults: Vec<String> = templates()
        .iter()
        .map(|(path, text)| format!("{path}: {}", words_in(text)))
        .filter(|fault| !fault.ends_with(": "))
        .collect();
    none("put these into locales/", &faults);

    assert_eq!(
        words_in("<p class=\"a\">{{ x }} <!-- --></p>{# note #}{% if y %}/{% endif %}"),
        ""
    );
    assert_eq!(words_in("<p title=\"so\">Hi{{ x }}</p>"), "Hiso");
}

#[test]
fn nothing_is_written_unescaped_but_what_css_needs() {
    let faults: Vec<String> = templates()
        .iter()
        .flat_map(|(path, text)| text.lines().map(move |line| (path, line)))
        .filter(|(_, line)| {
            ["|safe", "| safe", "|escape", "autoescape", "filter "]
                .iter()
                .any(|word| line.contains(word))
        })
        // Spelt out as letters, digits and backslashes: `css_string`.
        .filter(|(_, line)| {
            let spelt = ["frame.head", "frame.foot", "page.running()"];
            !spelt
                .iter()
                .any(|it| line.contains(&format!("{{{{ {it}|safe }}}}")))
        })
        .map(|(path, line)| format!("{path}: {line}"))
        .collect();
    none("askama escapes what a template writes", &faults);
}
