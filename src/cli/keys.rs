//! `mamori keys`: the table of keys in words, as plain text or Markdown. The README holds the Japanese one.
//! Says what `BINDINGS` says; binds nothing.

use clap::Args;

use crate::cli::done::Done;

use crate::app::keys::{BINDINGS, Binding, Context, Group};
use crate::text::Message;
use crate::text::catalog::Catalog;
use crate::text::columns::columns;

/// `mamori keys`
#[derive(Debug, Args)]
pub struct KeysArgs {
    #[arg(long, help = "cli-markdown")]
    markdown: bool,
}

pub(super) fn keys(catalog: &Catalog, args: &KeysArgs) -> Done {
    Done::new(if args.markdown {
        markdown(catalog)
    } else {
        text(catalog, |binding| !(cfg!(windows) && binding.suspends()))
    })
}

/// A table for each group, for the README.
#[must_use]
pub fn markdown(catalog: &Catalog) -> String {
    let heading = ["keys-key", "keys-does", "keys-where"].map(Message::new);
    let heading = markdown_row(&heading.map(|message| catalog.message(&message)));
    let tables = Group::ALL.map(|group| {
        let rows: String = rows(catalog, group, |_| true)
            .iter()
            .map(|row| markdown_row(row))
            .collect();
        format!(
            "### {}\n\n{heading}|---|---|---|\n{rows}",
            title(catalog, group)
        )
    });
    tables.join("\n")
}

fn markdown_row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The tables of keys to be read in a terminal, with the keys that there are here.
#[must_use]
pub fn text(catalog: &Catalog, is_here: impl Fn(&Binding) -> bool) -> String {
    let groups = Group::ALL.map(|group| (group, rows(catalog, group, &is_here)));
    // All in one, so that the columns of the groups stand below each other.
    let all: Vec<Vec<String>> = groups.iter().flat_map(|(_, rows)| rows.clone()).collect();
    let mut lines = columns(&all).into_iter();
    let mut text = String::new();
    for (group, rows) in &groups {
        if !text.is_empty() {
            text.push('\n');
        }
        text.extend([&title(catalog, *group), "\n"]);
        for line in lines.by_ref().take(rows.len()) {
            text.extend(["  ", &line, "\n"]);
        }
    }
    text
}

fn title(catalog: &Catalog, group: Group) -> String {
    catalog.message(&Message::new(group.title()))
}

/// Key, what it does, where it holds; in the order of the table.
fn rows(catalog: &Catalog, group: Group, is_here: impl Fn(&Binding) -> bool) -> Vec<Vec<String>> {
    BINDINGS
        .iter()
        .filter(|binding| binding.group == group && is_here(binding))
        .map(|binding| {
            vec![
                catalog.message(&Message::new(binding.cap)),
                catalog.message(&Message::new(binding.words)),
                catalog.message(&places(binding)),
            ]
        })
        .collect()
}

/// Where a key holds, the widest name that fits: everywhere, everywhere but where text is typed, or one by one.
fn places(binding: &Binding) -> Message<'static> {
    let is_in = |context: &Context| binding.contexts.contains(context);
    if CONTEXTS.iter().all(|(context, _)| is_in(context)) {
        return Message::new("keys-everywhere");
    }
    let (typing, screens): (Vec<_>, Vec<_>) = CONTEXTS
        .iter()
        .filter(|(context, _)| is_in(context))
        .partition(|(context, _)| TYPING.contains(context));
    let mut names: Vec<&'static str> = Vec::new();
    if screens.len() == CONTEXTS.len() - TYPING.len() {
        names.push("keys-on-every-screen");
    } else {
        names.extend(screens.iter().map(|(_, name)| *name));
    }
    if typing.len() == TYPING.len() {
        names.push("keys-in-every-field");
    } else {
        names.extend(typing.iter().map(|(_, name)| *name));
    }
    let joined = names.into_iter().map(Message::new).reduce(|before, next| {
        Message::new("joined")
            .with("before", before)
            .with("next", next)
    });
    joined.unwrap_or_else(|| Message::new("empty"))
}

const TYPING: &[Context] = &[Context::Field, Context::Note, Context::Filter];

const CONTEXTS: &[(Context, &str)] = &[
    (Context::Welcome, "keys-on-first"),
    (Context::Forms, "keys-on-forms"),
    (Context::Question, "keys-on-question"),
    (Context::Measures, "keys-on-measures"),
    (Context::Overview, "keys-on-overview"),
    (Context::Tasks, "keys-on-tasks"),
    (Context::Merge, "keys-on-merge"),
    (Context::List, "keys-on-others"),
    (Context::Filter, "keys-in-filter"),
    (Context::Field, "keys-in-field"),
    (Context::Note, "keys-in-note"),
];
