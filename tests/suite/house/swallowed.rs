//! An error of the store or of the user's own files never becomes "nothing there". Where a result is turned into a
//! value without its error, a comment on the lines before says why that is none: `// Not an error: …`.
//! Looks at words, so it sees the usual ways and not every way.

use super::{none, sources};

/// The rooms whose results are about the disk and the user's files.
const ROOMS: [&str; 7] = [
    "src/store",
    "src/store_service",
    "src/pack_library",
    "src/assets",
    "src/session",
    "src/cli",
    "src/terminal/saver",
];

/// Ways of letting an error go.
const WAYS: [&str; 14] = [
    ".is_ok_and(",
    "let _ =",
    ".ok()",
    ".unwrap_or_default()",
    ".unwrap_or(false)",
    ".unwrap_or(true)",
    "drop(self.disk",
    "Err(_)",
    "if let Ok(",
    "let Ok(",
    ".is_ok()",
    ".map_or(0,",
    "Result::ok",
    // The second of two is often what could not be had.
    ", _) = ",
];

/// The same words where no error is: what they follow on their line gives an option, or only its success is asked.
const NO_RESULT: [&str; 22] = [
    "let (file, _) = name",
    "let (each, _) = told.state.words()",
    "after.walk(&pack).map_or(0,",
    "walk(&pack).map_or(0,",
    "state.is_ok()",
    "let Ok(first) = work.recv()",
    "u64::try_from(bytes.len()).is_ok_and(",
    "get_one(\"FILE\").cloned().unwrap_or_default()",
    "text(matches, name).unwrap_or_default()",
    "and_then(Value::as_bool).unwrap_or(true)",
    "file_name().unwrap_or_default()",
    "file_stem().unwrap_or_default()",
    ".next().unwrap_or_default()",
    "strip_suffix(\".json\").unwrap_or_default()",
    ".first().cloned().unwrap_or_default()",
    ".map(day_and_time).unwrap_or_default()",
    ".map(|case| case.title.clone()).unwrap_or_default()",
    "section.legal_ref.clone().unwrap_or_default()",
    "(process.documents)().unwrap_or_default()",
    "(process.home)().unwrap_or_default()",
    "(process.env)(variable).unwrap_or_default()",
    "legal_ref.clone().unwrap_or_default()",
];

/// How many lines above the reason may stand: a chain is broken into lines.
const NEAR: usize = 3;

fn faults(path: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        // Tests of a room stand at its end.
        if line.contains("#[cfg(test)]") {
            break;
        }
        let is_let_go = WAYS.iter().any(|way| line.contains(way))
            && !NO_RESULT.iter().any(|form| line.contains(form));
        let is_told =
            (at.saturating_sub(NEAR)..at).any(|above| lines[above].contains("// Not an error: "));
        if is_let_go && !is_told {
            faults.push(format!("{path}:{}: {}", at + 1, line.trim()));
        }
    }
    faults
}

#[test]
fn an_error_is_let_go_of_only_with_its_reason() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|(path, _)| ROOMS.iter().any(|room| path.starts_with(room)))
        .filter(|(path, _)| !path.ends_with("/tests.rs"))
        .flat_map(|(path, text)| faults(path, text))
        .collect();
    none(
        "these turn an error into nothing, and say no reason",
        &faults,
    );
}

#[test]
fn an_error_that_is_let_go_of_is_found() {
    for line in [
        "let listed = self.store.list().unwrap_or_default();",
        "let _ = self.disk.remove(path);",
        "let there = disk.exists(path).unwrap_or(false);",
        "names.filter_map(|name| self.read(name).ok())",
        "Err(_) => None,",
        "if let Ok(case) = self.store.look(id) {",
        "let Ok(entries) = self.disk.names(path) else {",
        "let is_there = self.disk.read(path).is_ok();",
        "let count = self.store.bin().map_or(0, |bin| bin.len());",
        "let (packs, _) = self.begun_packs(case)?;",
        "let pack = found.and_then(Result::ok);",
    ] {
        assert_eq!(faults("x", line).len(), 1, "{line}");
        let told = format!("// Not an error: nobody waits for it.\n{line}");
        assert!(faults("x", &told).is_empty(), "{told}");
    }
    assert!(faults("x", "path.file_name().unwrap_or_default()").is_empty());
}
