//! Whether a text says anything is decided in one place: `questionnaire::seen`. A name of characters that nobody sees is
//! blank to it, and was a name to `trim`.

use super::{none, sources};

/// Where no text of a person is looked at: words of a line to jump over, a path in a panic.
const OTHERS: [&str; 2] = ["src/app/field.rs", "src/terminal/panic.rs"];

fn faults_in(path: &str, text: &str) -> Vec<String> {
    let lines = (1..).zip(text.lines());
    lines
        .filter(|(_, line)| line.contains(".trim().is_empty()"))
        .map(|(number, _)| format!("{path}:{number}: ask questionnaire::seen::says_nothing"))
        .collect()
}

#[test]
fn whether_a_text_says_anything_is_decided_in_one_place() {
    let others = |path: &str| OTHERS.contains(&path);
    let faults: Vec<String> = sources()
        .iter()
        .filter(|(path, _)| !others(path))
        .flat_map(|(path, text)| faults_in(path, text))
        .collect();
    none("texts that are asked in another way", &faults);
    assert_eq!(faults_in("a.rs", "\nif name.trim().is_empty() {").len(), 1);
}
