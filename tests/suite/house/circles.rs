//! No two files of the program need each other, directly or round a circle: whoever reads one can stop somewhere.
//!
//! A file needs another if it names something that is defined there. A file and what lies in the folder of its name are
//! one place: a parent calls its children, and they name what it holds.

use std::collections::{BTreeMap, BTreeSet};

use super::names::read as names_in;
use super::{none, sources};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// The module of a file: `["app", "page"]` of src/app/page.rs.
fn module_of(path: &str) -> Vec<String> {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    match path {
        "lib" | "main" => Vec::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}

/// The file in which what this path names stands: the longest part of it that is a file.
fn file_of(path: &[String], files: &BTreeMap<Vec<String>, String>) -> Option<String> {
    let inside = path.strip_prefix(&["crate".to_owned()][..])?;
    (1..=inside.len())
        .rev()
        .find_map(|length| files.get(&inside[..length]).cloned())
}

fn graph(sources: &[(String, String)]) -> Graph {
    let files: BTreeMap<Vec<String>, String> = sources
        .iter()
        .filter(|(path, _)| path != "src/main.rs" && path != "src/lib.rs")
        .map(|(path, _)| (module_of(path), path.clone()))
        .collect();
    let mut graph = Graph::new();
    for (path, text) in sources {
        let module = module_of(path);
        if module.is_empty() {
            continue;
        }
        let source = names_in(text, &module).expect("Rust");
        let needs = graph.entry(path.clone()).or_default();
        for name in &source.names {
            if let Some(other) = file_of(&name.path, &files)
                && other != *path
            {
                needs.insert(other);
            }
        }
    }
    graph
}

/// Files that reach each other, as groups; a parent and what lies below it are one place.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let is_family = |one: &str, other: &str| {
        let (one, other) = (one.trim_end_matches(".rs"), other.trim_end_matches(".rs"));
        other
            .strip_prefix(one)
            .is_some_and(|rest| rest.starts_with('/'))
            || one
                .strip_prefix(other)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    let reached = |from: &String| {
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let mut waiting = vec![from];
        while let Some(at) = waiting.pop() {
            for next in graph.get(at).into_iter().flatten() {
                if !is_family(at, next) && seen.insert(next) {
                    waiting.push(next);
                }
            }
        }
        seen.into_iter().cloned().collect::<BTreeSet<String>>()
    };
    let reach: BTreeMap<&String, BTreeSet<String>> =
        graph.keys().map(|file| (file, reached(file))).collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, theirs) in &reach {
        if theirs.contains(*file) {
            let group: Vec<String> = theirs
                .iter()
                .filter(|other| reach.get(other).is_some_and(|back| back.contains(*file)))
                .cloned()
                .collect();
            found.insert(group);
        }
    }
    found.into_iter().collect()
}

#[test]
fn no_files_need_each_other_in_a_circle() {
    let found: Vec<String> = circles(&graph(&sources()))
        .iter()
        .map(|group| group.join(" <-> "))
        .collect();
    none("these files need each other", &found);
}

#[test]
fn a_circle_is_found_and_a_tree_is_none() {
    let source = |path: &str, text: &str| (path.to_owned(), format!("//! x\n{text}"));
    let circle = [
        source("src/a/one.rs", "use crate::a::two::Two; pub struct One;"),
        source("src/a/two.rs", "use crate::b::Three; pub struct Two;"),
        source("src/b.rs", "use crate::a::one::One; pub struct Three;"),
    ];
    assert_eq!(circles(&graph(&circle)).len(), 1);
    let tree = [
        source("src/a.rs", "mod one; use one::One; pub struct A;"),
        source(
            "src/a/one.rs",
            "use crate::a::A; use crate::b::Three; pub struct One;",
        ),
        source("src/b.rs", "pub struct Three;"),
    ];
    assert!(circles(&graph(&tree)).is_empty());
}
