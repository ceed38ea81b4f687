//! Numbers in sentences: with one of a thing they are still sentences.

use mamori::pack_library::PackLibrary;
use mamori::text::Message;

use super::messages_of;

/// Their numbers are limits and days of ours, and never one.
const NEVER_ONE: [&str; 10] = [
    "ask-new-passphrase",
    "delete-done",
    "err-case-too-large",
    "err-short-passphrase",
    "exporting-passphrase-field",
    "import-too-large",
    "issue-too-long",
    "summary-from",
    "welcome-questions",
    "workbook-too-long",
];

/// What is a number of things. `files` is not here: what is half-way is so between two of them.
const NUMBERS: &[&str] = &[
    "answered",
    "answers",
    "asked",
    "asked-after",
    "asked-before",
    "better",
    "cases",
    "cells",
    "checks",
    "columns",
    "count",
    "done",
    "earlier",
    "everyone",
    "firms",
    "found",
    "free",
    "gaps",
    "gone",
    "improved",
    "in-place",
    "information",
    "issues",
    "kept",
    "left",
    "met",
    "needed",
    "none",
    "not-met",
    "of",
    "open",
    "orphans",
    "other",
    "over",
    "pages",
    "papers",
    "partly",
    "points",
    "questions",
    "sealed",
    "soon",
    "steps",
    "sum",
    "tasks",
    "texts",
    "there",
    "unanswered",
    "worse",
];

/// What ends like several of something behind the name of a thing, which may be a number here.
const OF_ONE: [&str; 7] = ["is", "was", "has", "does", "takes", "needs", "costs"];

const OF_SEVERAL: [&str; 6] = ["are", "were", "have", "come", "cost", "do"];

/// Each message of English that takes something, as it is said with one everywhere.
fn said_with_one() -> Vec<(String, String)> {
    let catalog = PackLibrary::new(None).catalog("en").0;
    let messages = messages_of("en").variables.into_iter();
    let counted = messages.filter(|(id, variables)| !variables.is_empty() && !id.contains('.'));
    counted
        .map(|(id, variables)| {
            let name: &'static str = Box::leak(id.clone().into_boxed_str());
            let message = Message::new(name);
            let message = variables.into_iter().fold(message, |message, variable| {
                let variable: &'static str = Box::leak(variable.into_boxed_str());
                if NUMBERS.contains(&variable) {
                    message.with(variable, 1_usize)
                } else {
                    message.with(variable, "x")
                }
            });
            (id, catalog.message(&message))
        })
        .collect()
}

/// A one with what is several behind it: `1 questions`, `1 are`, `1 more were`.
fn mistakes(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_one = |word: &str| word.trim_matches(|c: char| "(\"".contains(c)) == "1";
    let is_several = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
        // A capital begins what stands beside it.
        let word = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
        (word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !OF_ONE.contains(&word)
            && word != "this")
            || OF_SEVERAL.contains(&word)
    };
    let mut found = Vec::new();
    for (at, _) in words.iter().enumerate().filter(|(_, word)| is_one(word)) {
        let next = |by: usize| words.get(at + by).copied().unwrap_or_default();
        let by = if ["more", "new"].contains(&next(1)) {
            2
        } else {
            1
        };
        if is_several(next(by)) {
            found.push(format!("1 {}", words[at + 1..=at + by].join(" ")));
        }
    }
    found
}

#[test]
fn in_english_one_of_a_thing_is_never_said_as_several() {
    let mut found = Vec::new();
    for (id, text) in said_with_one() {
        if !NEVER_ONE.contains(&id.as_str()) {
            found.extend(
                mistakes(&text)
                    .into_iter()
                    .map(|said| format!("{id}: {said}")),
            );
        }
    }
    assert_eq!(found, [""; 0]);
    for wrong in [
        "of 1 questions.",
        "1 were",
        "all (1 points)",
        "1 more files",
        "the 1 checks",
    ] {
        assert_eq!(mistakes(wrong).len(), 1, "{wrong}");
    }
    assert_eq!(mistakes("1 of 2 questions, 1 is new, 1 process"), [""; 0]);
}
