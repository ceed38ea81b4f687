//! A screen is one row of the table in src/app/screens.rs and one function in src/app/pages/: what it is like is
//! decided there and nowhere else, so that no list of screens elsewhere can forget one.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{none, read, sources};

/// Where screens are listed.
const TABLE: &str = "src/app/screens.rs";

/// Lines at which a source decides by several screens: a match, alternatives, a list of them.
fn lists_of_screens(tokens: TokenStream, found: &mut Vec<usize>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, wanted: &str| {
        tokens
            .get(at)
            .is_some_and(|token| token.to_string() == wanted)
    };
    let is_screen = |at: usize| {
        is(at, "Screen")
            && is(at + 1, ":")
            && is(at + 2, ":")
            && tokens.get(at + 3).is_some_and(is_variant)
    };
    for (at, token) in tokens.iter().enumerate() {
        if is_screen(at) {
            let arm = is(at + 4, "=") && is(at + 5, ">");
            let alternative = is(at + 4, "|") && !is(at + 5, "|");
            let next = is(at + 4, ",") && is_screen(at + 5);
            if arm || alternative || next {
                found.push(token.span().start().line);
            }
        }
        if let TokenTree::Group(group) = token
            && group.delimiter() != Delimiter::None
        {
            lists_of_screens(group.stream(), found);
        }
    }
}

/// A name such as `Overview`; `Screen::comes_back` asks the table.
fn is_variant(token: &TokenTree) -> bool {
    token.to_string().starts_with(|c: char| c.is_uppercase())
}

fn found_in(source: &str) -> Vec<usize> {
    let mut found = Vec::new();
    lists_of_screens(source.parse().expect("Rust"), &mut found);
    found
}

#[test]
fn only_the_table_lists_screens() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|(path, _)| path != TABLE)
        .flat_map(|(path, text)| {
            found_in(text)
                .into_iter()
                .map(move |line| format!("{path}:{line}"))
        })
        .collect();
    none(
        "these list screens; give them a property in the table",
        &faults,
    );
}

#[test]
fn a_list_of_screens_is_found() {
    for source in [
        "fn f() { matches!(s, Screen::Cases | Screen::Manage) }",
        "fn f() { match s { Screen::Cases => 1, _ => 2 } }",
        "const X: [Screen; 2] = [Screen::Gaps, Screen::FindOut];",
    ] {
        assert_eq!(found_in(source).len(), 1, "{source}");
    }
    for source in [
        "fn f() { s == Screen::Cases || t }",
        "fn f() { open(Screen::Cases, 1) }",
        "fn f() { parent.is_some_and(Screen::comes_back) }",
    ] {
        assert!(found_in(source).is_empty(), "{source}");
    }
}

/// A function that gives rows and is in no row of the table is a screen that nobody can reach.
#[test]
fn every_page_is_a_row_of_the_table() {
    let table = read(TABLE);
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Some(page) = path
            .strip_prefix("src/app/pages/")
            .and_then(|name| name.strip_suffix(".rs"))
        else {
            continue;
        };
        for line in text.lines() {
            if let Some((_, after)) = line.split_once("pub(in crate::app) fn ")
                && let Some((function, _)) = after.split_once('(')
                && after.contains("(app: &App) -> Vec<Row<")
                && !table.contains(&format!("{page}::{function}"))
            {
                faults.push(format!("{page}::{function}"));
            }
        }
    }
    none("these are in no row of the table", &faults);
}
