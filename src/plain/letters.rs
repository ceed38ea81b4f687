//! The letters that mean something, from the table of keys, and those of this face alone: below each page, and in
//! its help. Names no key that has no letter: there are no arrows here.

use super::{Letters, takes_text};
use crate::app::action::Action;
use crate::app::keys::{bindings_in, is_possible, letters};
use crate::app::{App, Screen};
use crate::text::Message;
use crate::text::catalog::Catalog;

/// What can be typed below this page besides its numbers.
pub(super) fn line(app: &App, catalog: &Catalog, which: Letters) -> String {
    let said = |id: &'static str| catalog.message(&Message::new(id));
    if app.is_typing_a_secret() {
        return said("plain-passphrase-how");
    }
    if takes_text(app) {
        return said("plain-text-how");
    }
    let mut keys: Vec<String> = Vec::new();
    if which == Letters::All {
        let mut named: Vec<&str> = vec!["key-help"];
        for (letter, words) in letters(app) {
            // Two letters for one thing: the first is enough.
            if !named.contains(&words) {
                named.push(words);
                keys.push(format!("{letter} {}", said(words)));
            }
        }
    }
    keys.extend(own(app.screen()).into_iter().map(said));
    if which == Letters::All && is_possible(app, Action::HideOthers) {
        keys.push(said("plain-key-hide"));
    }
    if !app.screen().is_help() {
        keys.push(said("plain-key-letters"));
    }
    keys.join("  ")
}

/// How to answer by numbers, and every letter of the page below.
pub(super) fn help(app: &App, catalog: &Catalog) -> Vec<String> {
    let said = |id: &'static str| catalog.message(&Message::new(id));
    let below = app.parent().unwrap_or(Screen::Overview);
    let mut lines = vec![said("plain-help-title"), said("plain-help-how")];
    if below.asks() {
        lines.push(said("plain-help-points"));
    }
    lines.push(said("plain-help-letters"));
    for binding in bindings_in(app, below.context()) {
        if let Some(letter) = binding.letter() {
            lines.push(format!("{letter} {}", said(binding.words)));
        }
    }
    lines.extend(own(below).into_iter().map(said));
    if is_possible(app, Action::HideOthers) {
        lines.push(said("plain-key-hide"));
    }
    lines.push(said("plain-key-again"));
    lines.extend(["help-ime", "plain-help-saving"].map(said));
    lines
}

fn own(screen: Screen) -> Vec<&'static str> {
    if screen.asks() {
        vec!["plain-key-previous", "plain-key-later", "plain-key-leave"]
    } else {
        vec!["plain-key-back", "plain-key-leave"]
    }
}
