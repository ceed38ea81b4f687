//! Unsafe code stands in two files of the program and one of its tests, and nothing else stands there. The lint denies it
//! everywhere; this says where it may be allowed, also for a system that is not the one that is built for.

use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use super::{files_below, none, read};

/// Where, and for what.
const ALLOWED: [(&str, &str); 3] = [
    (
        "src/terminal/windows_console.rs",
        "being called before Windows ends the program",
    ),
    (
        "src/store/disk/windows/drives.rs",
        "asking Windows which drives are sticks",
    ),
    (
        "tests/suite/windows/console.rs",
        "a console of Windows for the program, typing into it, and telling the program that it closes",
    ),
];

/// Lines with a word that makes code unsafe, or that allows it. What is said in comments and strings is neither.
fn unsafe_lines(text: &str) -> Vec<usize> {
    fn walk(tokens: TokenStream, lines: &mut Vec<usize>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => walk(group.stream(), lines),
                TokenTree::Ident(word) if word == "unsafe" || word == "unsafe_code" => {
                    lines.push(word.span().start().line);
                }
                _ => {}
            }
        }
    }
    let mut lines = Vec::new();
    walk(text.parse().expect("Rust"), &mut lines);
    lines
}

#[test]
fn unsafe_code_stands_only_where_nothing_safe_offers_the_call() {
    let mut faults = Vec::new();
    for path in ["src", "tests", "benches"]
        .into_iter()
        .flat_map(files_below)
    {
        if Path::new(&path).extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let lines = unsafe_lines(&read(&path));
        if ALLOWED.iter().any(|(allowed, _)| *allowed == path) {
            assert!(!lines.is_empty(), "{path} needs to be allowed no more");
        } else {
            faults.extend(lines.iter().map(|line| format!("{path}:{line}")));
        }
    }
    none("there is a safe way, or it belongs there", &faults);
    let lints = read("Cargo.toml");
    assert!(lints.contains("\nunsafe_code = \"deny\""));
}

#[test]
fn unsafe_code_is_found_and_words_about_it_are_not() {
    let text = "// unsafe\n\
                const A: &str = \"unsafe\";\n\
                fn f() { g(|| unsafe { h() }) }\n\
                #[allow(unsafe_code)]\n\
                mod m;\n";
    assert_eq!(unsafe_lines(text), [3, 4]);
}
