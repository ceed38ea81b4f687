//! The locales with every letter made unreadable: a word that can still be read on a screen came
//! from the program's own code, or from a pack, and not from a locale.

use std::borrow::Cow;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser, serializer,
};
use mamori::{
    assets::builtin_locales,
    text::{
        Message,
        catalog::{Catalog, LanguageSource},
        width::{WidthMode, cells},
    },
};

/// The same messages with each letter replaced: a wide one by 〓, any other by x. Variables,
/// selectors, digits and punctuation stay, so that lines break as before.
///
/// # Panics
/// If a part of `ftl` is no message.
pub(crate) fn pseudo(ftl: &str) -> String {
    let mut resource: Resource<String> = parser::parse(ftl.to_owned()).expect("only messages");
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter_mut().for_each(hide_pattern);
                for attribute in &mut message.attributes {
                    hide_pattern(&mut attribute.value);
                }
            }
            Entry::Term(term) => hide_pattern(&mut term.value),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

/// A catalogue of the real locales in which no word can be read.
///
/// # Panics
/// If a locale that comes with the program does not parse.
pub(crate) fn pseudo_catalog(chain: &[&str]) -> Catalog {
    let source = |code: &&str| {
        let (_, files) = builtin_locales()
            .iter()
            .find(|(ours, _)| ours == code)
            .expect("a language that comes with the program");
        LanguageSource {
            code: (*code).to_owned(),
            files: files
                .iter()
                .map(|(_, ftl)| Cow::Owned(pseudo(ftl)))
                .collect(),
            overrides: Vec::new(),
        }
    };
    let (catalog, issues) = Catalog::new(chain.iter().map(source).collect());
    assert_eq!(issues, []);
    catalog
}

/// What `pseudo` makes of a text without variables, to compare a screen with.
pub(crate) fn hidden(text: &str) -> String {
    text.chars().map(hide).collect()
}

fn hide_pattern(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = hidden(value),
            PatternElement::Placeable { expression } => hide_expression(expression),
        }
    }
}

fn hide_expression(expression: &mut Expression<String>) {
    match expression {
        Expression::Inline(inline) => hide_inline(inline),
        Expression::Select { variants, .. } => {
            for variant in variants {
                hide_pattern(&mut variant.value);
            }
        }
    }
}

fn hide_inline(inline: &mut InlineExpression<String>) {
    match inline {
        // With a backslash it is an escape, whose letters are code.
        InlineExpression::StringLiteral { value } if !value.contains('\\') => {
            *value = hidden(value);
        }
        InlineExpression::Placeable { expression } => hide_expression(expression),
        _ => {}
    }
}

fn hide(c: char) -> char {
    let is_wide = || cells(c.encode_utf8(&mut [0; 4]), WidthMode::Narrow) == 2;
    match c {
        c if !c.is_alphabetic() => c,
        _ if is_wide() => '〓',
        _ => 'x',
    }
}

#[test]
fn only_letters_change_and_the_width_stays() {
    for (ftl, expected) in [
        ("save = 保存しました。\n", "save = 〓〓〓〓〓〓。\n"),
        ("save = Saved: { $title }\n", "save = xxxxx: { $title }\n"),
        ("a = 鍵、40問、①\n", "a = 〓、40〓、①\n"),
        (
            "a = { \"\" }é ﾊﾟ{ \"か\" }{ \"\\u00A0\" }\n",
            "a = { \"\" }x xx{ \"〓\" }{ \"\\u00A0\" }\n",
        ),
        (
            "a = { -name(case: \"of\") }{ b }\n",
            "a = { -name(case: \"of\") }{ b }\n",
        ),
        ("-name = まもり\n", "-name = 〓〓〓\n"),
        ("a = 字\n    .tip = 字\n", "a = 〓\n    .tip = 〓\n"),
        (
            "a =\n    { NUMBER($n, useGrouping: \"false\") ->\n        [one] one\n       *[other] { $n } 件\n    }\n",
            "a =\n    { NUMBER($n, useGrouping: \"false\") ->\n        [one] xxx\n       *[other] { $n } 〓\n    }\n",
        ),
    ] {
        assert_eq!(pseudo(ftl), expected);
    }
}

#[test]
fn a_pseudo_catalogue_shows_no_word_of_the_locales() {
    let catalog = pseudo_catalog(&["en", "ja"]);
    assert_eq!(
        catalog.message(&Message::new("language-ja")),
        hidden("日本語")
    );
    assert_eq!(catalog.message(&Message::new("language-en")), "xxxxxxx");
}
