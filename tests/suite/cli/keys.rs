//! The table of keys: every binding, in the README as in the program.

use mamori::app::keys::BINDINGS;

use super::Desk;

const README: &str = include_str!("../../../README.md");

#[test]
fn the_table_of_keys_in_the_readme_is_that_of_the_program() {
    let (_, after) = README.split_once("<!-- keys -->\n").expect("the marker");
    let (written, _) = after.split_once("<!-- /keys -->").expect("the end marker");
    let table = Desk::new("ja").done(&["keys", "--markdown"]);
    assert_eq!(
        written.trim(),
        table.trim(),
        "put what `mamori keys --markdown --lang ja` prints between the markers of README.md"
    );
}

#[test]
fn every_binding_has_its_row_in_both_languages() {
    for language in ["ja", "en"] {
        let desk = Desk::new(language);
        let markdown = desk.done(&["keys", "--markdown"]);
        let rows = markdown
            .lines()
            .filter(|line| line.starts_with("| "))
            .count();
        let headings = markdown
            .lines()
            .filter(|line| line.starts_with("### "))
            .count();
        assert_eq!(
            (rows - headings, headings),
            (BINDINGS.len(), 5),
            "{markdown}"
        );
        let text = desk.done(&["keys"]);
        let rows = text.lines().filter(|line| line.starts_with("  ")).count();
        // Where no shell could bring a program back, no key stops it.
        let here = BINDINGS.iter().filter(|key| cfg!(unix) || !key.suspends());
        assert_eq!(rows, here.count(), "{text}");
        let places = markdown
            .lines()
            .filter(|line| line.ends_with("|  |"))
            .count();
        assert_eq!(places, 0, "a key holds somewhere:\n{markdown}");
    }
}
