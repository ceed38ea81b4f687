//! The locales say the same in every language, and say exactly what the program asks for.

mod counts;
mod messages;
mod source;
mod words;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use mamori::{
    assets::builtin_locales,
    text::{
        catalog::{Catalog, LanguageSource},
        width::clean_multiline,
    },
};
use unicode_width::UnicodeWidthChar;

use messages::{Messages, differences};
use source::{asked_for, is_id, literals, said_in};

/// Beginnings of ids that src puts together at run time. Best left empty: an id that stands in
/// the source can be found.
const DYNAMIC: &[&str] = &[];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each file below `folder` with this ending, as (path, text), by path.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).expect("a folder of the project");
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            let text = fs::read_to_string(&path).expect("a text file");
            found.push((path, text));
        }
    }
    found.sort();
    found
}

fn languages() -> Vec<String> {
    let entries = fs::read_dir(root().join("locales")).expect("the folder of locales");
    let mut codes: Vec<_> = entries
        .map(|entry| entry.expect("a readable entry").file_name())
        .map(|name| name.into_string().expect("a plain name"))
        .collect();
    codes.sort();
    codes
}

fn messages_of(language: &str) -> Messages {
    let mut messages = Messages::default();
    for (_, text) in files(&root().join("locales").join(language), "ftl") {
        messages.read(&text);
    }
    messages
}

/// What src names: every literal that could be an id, and those that `Message::new` gets or a template says.
fn named_in_src() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut literals_found = BTreeSet::new();
    let mut asked = BTreeSet::new();
    for (path, source) in files(&root().join("src"), "rs") {
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        literals_found.extend(
            literals(&source)
                .into_iter()
                .filter(|literal| is_id(literal)),
        );
        asked.extend(asked_for(&source));
    }
    for (_, template) in files(&root().join("src"), "html") {
        let said = said_in(&template);
        literals_found.extend(said.iter().cloned());
        asked.extend(said);
    }
    (literals_found, asked)
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let languages = languages();
    let first = messages_of(&languages[0]);
    for code in &languages {
        let messages = messages_of(code);
        assert_eq!(messages.faults, [""; 0], "{code}");
        assert_eq!(
            differences(&first, &messages),
            [""; 0],
            "{code} beside {}",
            languages[0]
        );
    }
}

#[test]
fn every_message_that_src_asks_for_is_there() {
    let (_, asked) = named_in_src();
    assert!(!asked.is_empty(), "src asks for no message at all");
    for code in languages() {
        let messages = messages_of(&code);
        let missing: Vec<_> = asked
            .iter()
            .filter(|id| !messages.variables.contains_key(*id))
            .collect();
        assert_eq!(missing, [""; 0], "{code}");
        let dangling: Vec<_> = messages
            .references
            .iter()
            .filter(|id| !messages.variables.contains_key(*id))
            .collect();
        assert_eq!(dangling, [""; 0], "{code}: referred to by a message");
    }
}

/// The catalogue parses a file when one of its messages is wanted, and looks for that by the beginning of its line.
#[test]
fn each_message_is_found_before_any_file_is_parsed() {
    for (path, text) in files(&root().join("locales"), "ftl") {
        let mut messages = Messages::default();
        messages.read(&text);
        for id in messages.variables.keys() {
            let found = text.starts_with(&format!("{id} =")) || text.contains(&format!("\n{id} ="));
            assert!(found, "{id} in {}", path.display());
        }
    }
    for (locale, files) in builtin_locales() {
        for (_, text) in *files {
            // Each time one of which nothing is parsed.
            let (catalog, issues) = Catalog::new(vec![LanguageSource {
                code: (*locale).to_owned(),
                files: files.iter().map(|(_, text)| (*text).into()).collect(),
                overrides: Vec::new(),
            }]);
            assert_eq!(issues, []);
            let mut messages = Messages::default();
            messages.read(text);
            for id in messages.variables.keys() {
                assert!(catalog.has(id), "{id}");
                assert!(!catalog.has(&format!("{id}-of-nobody")), "{id}");
            }
        }
    }
}

#[test]
fn no_message_names_one_of_another_file() {
    for (path, text) in files(&root().join("locales"), "ftl") {
        let mut messages = Messages::default();
        messages.read(&text);
        let is_elsewhere = |id: &&String| !messages.variables.contains_key(*id);
        let elsewhere: Vec<_> = messages.references.iter().filter(is_elsewhere).collect();
        assert_eq!(elsewhere, [""; 0], "{}", path.display());
    }
}

#[test]
fn no_message_is_left_over() {
    let (named, _) = named_in_src();
    for code in languages() {
        let messages = messages_of(&code);
        let is_used = |id: &str| {
            named.contains(id)
                || messages.references.contains(id)
                || DYNAMIC.iter().any(|beginning| id.starts_with(beginning))
        };
        let unused: Vec<_> = messages
            .variables
            .keys()
            .filter(|id| !is_used(id.split('.').next().unwrap_or(id)))
            .collect();
        assert_eq!(unused, [""; 0], "{code}");
    }
}

#[test]
fn every_file_of_a_locale_comes_with_the_program() {
    let mut embedded = BTreeSet::new();
    for (code, files) in builtin_locales() {
        for (file, text) in *files {
            embedded.insert((
                root().join("locales").join(code).join(file),
                (*text).to_owned(),
            ));
        }
    }
    let written: BTreeSet<_> = files(&root().join("locales"), "ftl").into_iter().collect();
    let paths = |files: &BTreeSet<(PathBuf, String)>| -> Vec<PathBuf> {
        files.iter().map(|(path, _)| path.clone()).collect()
    };
    assert_eq!(
        paths(&written),
        paths(&embedded),
        "name new files in src/assets.rs"
    );
    assert_eq!(written, embedded);
}

/// Why a character may not stand in a locale, if it may not.
fn fault(c: char) -> Option<&'static str> {
    // Ⅰ to Ⅴ stand in the names of the notice's parts.
    let is_part = ('Ⅰ'..='Ⅴ').contains(&c);
    // unicode-width thinks these narrow everywhere, but Japanese terminals draw many of them wide.
    let is_greek_or_cyrillic = ('\u{370}'..='\u{4FF}').contains(&c);
    if (c.width() != c.width_cjk() || is_greek_or_cyrillic) && !is_part {
        return Some("wide on some terminals and narrow on others");
    }
    let text = c.to_string();
    (clean_multiline(&text) != text).then_some("not drawn as it is written")
}

#[test]
fn every_character_of_a_locale_is_equally_wide_on_every_terminal() {
    for (path, text) in files(&root().join("locales"), "ftl") {
        for (number, line) in text.lines().enumerate() {
            for c in line.chars() {
                let found = fault(c);
                assert_eq!(found, None, "{c:?} in {}:{}", path.display(), number + 1);
            }
        }
        assert_eq!(
            clean_multiline(&text),
            text,
            "{} is not NFC",
            path.display()
        );
        // What comes to life only when it is said would not be cleaned: the catalogue takes ours as they are.
        let escape = text.to_lowercase().find("\\u");
        assert_eq!(escape, None, "an escape in {}", path.display());
    }
}

#[test]
fn the_tests_above_would_notice() {
    let read = |ftl: &str| {
        let mut messages = Messages::default();
        messages.read(ftl);
        messages
    };
    let first = read("a = { $x }\nb = { $y ->\n [one] { $z }\n *[other] { -t } { c }\n }\n");
    assert_eq!(first.references.iter().collect::<Vec<_>>(), ["-t", "c"]);
    let other = read("a = { $z }\nd = d\n");
    assert_eq!(
        differences(&first, &other),
        [r#"a: {"z"} instead of {"x"}"#, "lacks b", "has d alone"]
    );
    assert_eq!(read("a = 1\na = 2\n").faults, ["twice: a"]);
    assert_eq!(read("a = {\n").faults.len(), 1);
    for c in [
        '①', '※', '…', '→', '○', '“', '’', '─', 'α', 'Ж', '\u{FE0F}', '\u{200D}', '\u{202E}', '\t',
        'Ⅵ',
    ] {
        assert!(fault(c).is_some(), "{c:?}");
    }
    for c in [
        'あ', '漢', '、', '「', '〜', '・', 'Ⅰ', 'Ⅴ', 'a', '-', '>', '〓', 'é', '＊',
    ] {
        assert_eq!(fault(c), None, "{c:?}");
    }
    let source = r##"
        // "in-a-comment"
        let x = "plain"; let y = r#"a "raw" one"#; let z = '"'; let t = "a\"b\\";
        /// it's "said"
        fn f<'a>(_: &'a str) { 1 / 2; "last-one" }
        #[cfg(test)]
        mod tests { "in-a-test" }
    "##;
    assert_eq!(
        literals(source),
        ["plain", "a \"raw\" one", r#"a\"b\\"#, "last-one"]
    );
    assert_eq!(
        asked_for("Message::new(\n  \"a-b\").with(\"n\", 1); Message::new(id)"),
        ["a-b"]
    );
    assert_eq!(
        said_in("<p>{{ words.say(\"a-b\") }} say(\"c\")</p>"),
        ["a-b", "c"]
    );
}
