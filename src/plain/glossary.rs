//! The words of the scheme, a few at a time, and one of them by its name: nobody listens to all of them at once.
//! Keeps no place of its own: the cursor of the page says where one is.

use crate::app::action::Action;
use crate::app::event::Event;
use crate::app::page::{Kind, Page, Row};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::finding::{Findable, folded};

/// How many words are said at once.
const PART: usize = 6;

/// The words from the cursor on, how many there are, and how to go on, to go back and to find one.
pub(super) fn part(page: &Page<'_>, catalog: &Catalog) -> Vec<String> {
    let words = words(page);
    let from = place(page, &words);
    let until = words.len().min(from + PART);
    let mut lines: Vec<String> = words[from..until]
        .iter()
        .map(|row| said(row, catalog))
        .collect();
    let count = if from + 1 == until {
        Message::new("plain-terms-one")
    } else {
        Message::new("plain-terms-part").with("from", from + 1)
    };
    let count = count.with("until", until).with("count", words.len());
    lines.push(catalog.message(&count));
    if until < words.len() {
        lines.push(catalog.message(&Message::new("plain-terms-next")));
    }
    if from > 0 {
        lines.push(catalog.message(&Message::new("plain-terms-previous")));
    }
    lines.push(catalog.message(&Message::new("plain-terms-find")));
    lines
}

/// `n` and `p`: to the next part and the one before, where there is one.
pub(super) fn turn(page: &Page<'_>, typed: &str) -> Option<Event> {
    let words = words(page);
    let from = place(page, &words);
    let to = match typed {
        "n" => Some(from + PART).filter(|to| *to < words.len()),
        "p" => Some(from.saturating_sub(PART)).filter(|_| from > 0),
        _ => None,
    };
    words.get(to?)?.action.map(Event::Focus)
}

/// The words that hold what was typed, those whose name does first and alone.
pub(super) fn found(page: &Page<'_>, typed: &str, catalog: &Catalog) -> Option<String> {
    let lines: Vec<String> = words(page).iter().map(|row| said(row, catalog)).collect();
    let wanted = folded(typed.trim());
    let holds = |line: &&String| Findable::new(&[line.as_str()], &[]).holds(typed);
    let is_named = |line: &&String| {
        folded(line)
            .split(':')
            .next()
            .is_some_and(|name| name.contains(&wanted))
    };
    let mut found: Vec<&String> = lines.iter().filter(is_named).collect();
    if found.is_empty() {
        found = lines.iter().filter(holds).collect();
    }
    found.truncate(PART);
    (!found.is_empty()).then(|| {
        found
            .into_iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n")
    })
}

fn words<'p, 'a>(page: &'p Page<'a>) -> Vec<&'p Row<'a>> {
    page.rows
        .iter()
        .filter(|row| row.kind == Kind::Bullet)
        .collect()
}

fn place(page: &Page<'_>, words: &[&Row<'_>]) -> usize {
    let at = |cursor: Action| words.iter().position(|row| row.action == Some(cursor));
    page.cursor.and_then(at).unwrap_or(0)
}

fn said(row: &Row<'_>, catalog: &Catalog) -> String {
    catalog.text(&row.text).into_owned()
}
