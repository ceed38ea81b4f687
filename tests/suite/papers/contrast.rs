//! Whether everything on a paper can be read: the contrast of every colour of text with every colour behind text.

use super::markup::read;
use super::{FULL, PAPERS, case, written};

/// The least contrast of text (WCAG 2, 1.4.3).
const LEAST: f64 = 4.5;

/// `property: value` of every rule, with variables put in.
fn declarations(css: &str) -> Vec<(String, String)> {
    let found: Vec<(String, String)> = css
        .split(['{', '}', ';'])
        .filter_map(|piece| piece.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect();
    let variables: Vec<_> = found
        .iter()
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, value)| (format!("var({name})"), value.clone()))
        .collect();
    let resolved = |value: &str| {
        variables
            .iter()
            .fold(value.to_owned(), |value, (name, set)| {
                value.replace(name, set)
            })
    };
    found
        .iter()
        .map(|(name, value)| (name.clone(), resolved(value)))
        .collect()
}

/// The luminance of `#rrggbb`, 0 to 1. Any other way to write a colour would slip past this test.
fn luminance(colour: &str) -> f64 {
    let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6);
    let hex = hex.unwrap_or_else(|| panic!("write {colour} as #rrggbb"));
    let channel = |at: usize| {
        let value = u8::from_str_radix(&hex[at..at + 2], 16).expect("hex digits");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every pair of a colour of text and a colour behind text that is too close.
fn too_close(css: &str) -> Vec<String> {
    let declarations = declarations(css);
    let of = |names: &[&str]| -> Vec<&str> {
        let named = declarations
            .iter()
            .filter(|(name, _)| names.contains(&name.as_str()));
        named.map(|(_, value)| value.as_str()).collect()
    };
    let mut found = Vec::new();
    for front in of(&["color"]) {
        for behind in of(&["background", "background-color"]) {
            if contrast(front, behind) < LEAST {
                found.push(format!("{front} on {behind}"));
            }
        }
    }
    found
}

#[test]
fn every_text_can_be_read_on_everything_behind_it() {
    for write in PAPERS {
        let page = read(&written(&case(FULL), "ja", *write)).expect("a page");
        assert_eq!(too_close(&page.css), [""; 0]);
        let declarations = declarations(&page.css);
        let colours = declarations.iter().filter(|(name, _)| name == "color");
        assert!(colours.count() > 5, "no colour was found");
        // What tells one outcome from another, and the boxes to tick and to write in.
        let paper = "#ffffff";
        for (name, value) in declarations
            .iter()
            .filter(|(name, _)| name == "--ink" || name == "--accent" || name == "--soft")
        {
            assert!(contrast(value, paper) >= LEAST, "{name}");
        }
    }
}

#[test]
fn a_pair_that_is_too_close_is_found() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
    let css =
        ":root { --x: #777777; } p { color: var(--x); } b { background: #ffffff; color: #000000 }";
    assert_eq!(too_close(css), ["#777777 on #ffffff"]);
}
