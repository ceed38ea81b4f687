//! The house rules of docs/ARCHITECTURE.md, kept by reading the project's own files.
//! Each test here stands beside an invariant there.

mod archive;
mod circles;
mod floors;
mod floors_checked;
mod names;
mod screens;
mod seen;
mod swallowed;
mod templates;
mod unsafety;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Most lines that a file of the program may have before it is two rooms. Most have half of that; one that is longer
/// than 400 is one subject that a cut would tear apart.
const LONGEST_ROOM: usize = 600;

/// Where a string may hold characters beyond ASCII, and why. Words for people never go here.
const MAY_SPELL_CHARACTERS: &[(&str, &str)] = &[(
    "src/text/wrap.rs",
    "the characters that may not begin or end a line",
)];

/// Crates that talk to the network, or that are only there for it.
const NETWORK_CRATES: &[&str] = &[
    "actix-web",
    "async-std",
    "attohttpc",
    "awc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-proto",
    "hickory-resolver",
    "http",
    "http-body",
    "httparse",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "security-framework",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki-roots",
];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file below `folder` but what is built, as paths from the project's folder, sorted.
fn files_below(folder: &str) -> Vec<String> {
    let mut waiting = vec![project().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name();
            if name == "target" || name == ".git" {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                waiting.push(entry.path());
            } else {
                found.push(from_project(&entry.path()));
            }
        }
    }
    found.sort();
    found
}

fn from_project(path: &Path) -> String {
    let path: PathBuf = path.strip_prefix(project()).unwrap().into();
    path.to_str().unwrap().replace('\\', "/")
}

/// The program's sources with their texts.
fn sources() -> Vec<(String, String)> {
    let sources: Vec<_> = files_below("src")
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|end| end == "rs"))
        .map(|path| {
            let text = read(&path);
            (path, text)
        })
        .collect();
    assert!(
        !sources.is_empty(),
        "the sources are not where this test looks"
    );
    sources
}

#[track_caller]
fn none(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}

#[test]
fn every_import_points_down() {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| floors::faults(path, text))
        .collect();
    none("the floors are in docs/ARCHITECTURE.md", &faults);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    none("these do not open with //! lines", &faults);
}

/// How the doc of an item begins that says only in what it differs from the one above.
const LEANING: [&str; 11] = [
    ",",
    ";",
    " of ",
    " for ",
    " where ",
    " with ",
    " without ",
    " behind ",
    " on ",
    " to ",
    " as ",
];

/// Public items whose doc begins so.
fn leaning(path: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let leans = |line: &str| {
        let rest = line.strip_prefix("/// The same");
        rest.is_some_and(|rest| LEANING.iter().any(|word| rest.starts_with(word)))
            || line.starts_with("/// As above")
    };
    let is_public = |at: usize| {
        let mut below = lines[at..].iter();
        let item = below.find(|line| !line.starts_with("///") && !line.starts_with("#["));
        item.is_some_and(|item| item.starts_with("pub "))
    };
    (0..lines.len())
        .filter(|at| leans(lines[*at]) && is_public(*at))
        .map(|at| format!("{path}:{}: {}", at + 1, lines[at]))
        .collect()
}

#[test]
fn the_doc_of_a_public_item_stands_alone() {
    for (text, is_leaning) in [
        (
            "/// The same on one line.\n#[must_use]\npub fn line()",
            true,
        ),
        ("/// The same; watched.\n/// More.\npub fn watched()", true),
        ("/// The same on one line.\nfn line()", false),
        ("/// The same moment elsewhere.\npub fn at()", false),
    ] {
        assert_eq!(!leaning("x.rs", text).is_empty(), is_leaning, "{text}");
    }
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| leaning(path, text))
        .collect();
    none("say what it is, not in what it differs", &faults);
}

/// `rust_xlsxwriter` reads the clock for a workbook that is given no time.
#[test]
fn one_file_makes_workbooks_and_gives_each_a_time() {
    let makes = |(path, text): (String, String)| text.contains("Workbook::new(").then_some(path);
    let found: Vec<String> = sources().into_iter().filter_map(makes).collect();
    assert_eq!(found, ["src/report/xlsx.rs"]);
}

#[test]
fn no_file_has_grown_past_one_room() {
    let faults: Vec<String> = sources()
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_ROOM)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    none(
        "would two rooms, each with one purpose, read better?",
        &faults,
    );
}

/// Lines of `text` with a string beyond ASCII. A single character is no word: key tables need them.
fn words_in(path: &str, text: &str) -> Vec<String> {
    let source = names::read(text, &floors::module_of(path)).unwrap();
    source
        .literals
        .iter()
        .filter(|(literal, _)| !literal.is_ascii() && !literal.starts_with(['\'', 'b']))
        .map(|(literal, line)| format!("{path}:{line}: {literal}"))
        .collect()
}

#[test]
fn words_for_people_come_from_locales_and_packs() {
    let faults: Vec<String> = sources()
        .iter()
        .filter(|(path, _)| !path.ends_with("/tests.rs"))
        .filter(|(path, _)| {
            MAY_SPELL_CHARACTERS
                .iter()
                .all(|(allowed, _)| allowed != path)
        })
        .flat_map(|(path, text)| words_in(path, text))
        .collect();
    none(
        "put these into locales/, or write \\u{…} for a character",
        &faults,
    );
}

#[test]
fn a_word_in_a_source_is_found_and_a_comment_is_not() {
    let text = "//! まもり\n\
                // 印\n\
                /// 「ふせん」\n\
                const A: &str = \"ふせん\";\n\
                const B: char = '１';\n\
                const C: &str = \"\\u{3042}\"; // あ\n\
                #[error(\"だめ\")]\n\
                struct D;\n\
                fn f() { format!(r#\"{a}件\"#); }\n\
                #[cfg(test)]\n\
                mod tests { const E: &str = \"本社工場\"; }\n\
                const F: &[&str] = &[\"、\"];\n";
    let lines: Vec<String> = words_in("src/app.rs", text)
        .iter()
        .map(|fault| fault.split(':').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["4", "7", "9", "12"]);
}

/// Calls in `text` that write to the terminal past the one that owns it.
fn prints_in(path: &str, text: &str) -> Vec<String> {
    let prints = ["print", "println", "eprint", "eprintln", "dbg"];
    let source = names::read(text, &floors::module_of(path)).unwrap();
    source
        .macros
        .iter()
        .filter(|(name, _)| prints.contains(&name.as_str()))
        .map(|(name, line)| format!("{path}:{line}: {name}!"))
        .collect()
}

#[test]
fn nothing_is_printed_past_the_terminal() {
    let faults: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| prints_in(path, text))
        .collect();
    none("write to the handle that was given", &faults);

    let text =
        "fn f() {\n // println!()\n std::println!(\"println!\");\n { dbg!(1); } writeln!(o);\n}";
    let found = ["src/cli.rs:3: println!", "src/cli.rs:4: dbg!"];
    assert_eq!(prints_in("src/cli.rs", text), found);
}

/// Where `text` names a folder of the machine that it was written on.
fn machine_paths_in(text: &str) -> Vec<String> {
    // In two parts, so that this file does not find itself.
    let folders = [
        ["/wo", "rk/"],
        ["/tmp", "/wt"],
        ["/ro", "ot/"],
        ["/Us", "ers/"],
    ];
    let goes_on = |c: char| c.is_alphanumeric() || "._-~".contains(c);
    let mut found = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        for folder in folders.map(|parts| parts.concat()) {
            let stands_alone = |at: usize| !text[..at].ends_with(goes_on);
            if text.match_indices(&folder).any(|(at, _)| stands_alone(at)) {
                found.push(format!("{line}: {folder}"));
            }
        }
    }
    found
}

#[test]
fn no_file_names_a_folder_of_the_machine_it_was_written_on() {
    let mut faults = Vec::new();
    for path in files_below("") {
        // What is not text, such as a font or a picture, has no lines to read.
        let Ok(text) = fs::read_to_string(project().join(&path)) else {
            continue;
        };
        faults.extend(
            machine_paths_in(&text)
                .iter()
                .map(|fault| format!("{path}:{fault}")),
        );
    }
    none("these say something about somebody's computer", &faults);

    let text = ["a docs/wo", "rk/b\n\"/wo", "rk/b\"\nfile:///ro", "ot/c\n"].concat();
    assert_eq!(machine_paths_in(&text).len(), 2);
}

/// The packages of a lock file: name to its versions and sources.
fn packages(lock: &str) -> BTreeMap<&str, Vec<(&str, Option<&str>)>> {
    let mut packages: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name))?;
            line.strip_prefix(" = \"")?.strip_suffix('"')
        };
        let entry = packages.entry(field("name").unwrap()).or_default();
        entry.push((field("version").unwrap(), field("source")));
    }
    packages
}

/// What a lock file has that deny.toml forbids. Tests and benches count too: they use no network either.
fn lock_faults(lock: &str) -> Vec<String> {
    let packages = packages(lock);
    let versions = |name: &str| -> Vec<&str> {
        let found = packages.get(name).into_iter().flatten();
        found.map(|(version, _)| *version).collect()
    };
    let mut faults = Vec::new();
    for name in NETWORK_CRATES {
        if packages.contains_key(name) {
            faults.push(format!("{name}: nothing for the network"));
        }
    }
    for name in ["ratatui-core", "crossterm", "signal-hook"] {
        if versions(name).len() != 1 {
            faults.push(format!("{name}: one version, not {:?}", versions(name)));
        }
    }
    // 0.2.3 together with ratatui-core 0.1.2 counts half-width ﾞ and ﾟ twice.
    if versions("unicode-width") != ["0.2.2"] {
        faults.push(format!(
            "unicode-width: 0.2.2, not {:?}",
            versions("unicode-width")
        ));
    }
    for (name, found) in &packages {
        for source in found.iter().filter_map(|(_, source)| *source) {
            if !(source.starts_with("registry+") && source.ends_with("/crates.io-index")) {
                faults.push(format!("{name}: from crates.io only, not {source}"));
            }
        }
    }
    faults
}

#[test]
fn the_lock_file_holds_nothing_for_the_network_and_one_of_each_terminal_crate() {
    let lock = read("Cargo.lock");
    none("see deny.toml", &lock_faults(&lock));
    assert!(read("Cargo.toml").contains("\nunicode-width = \"=0.2.2\""));
}

#[test]
fn a_lock_file_with_a_stranger_in_it_is_caught() {
    let lock = read("Cargo.lock");
    let added = |name: &str, version: &str, source: &str| {
        let package = format!(
            "\n[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nsource = \"{source}\"\n"
        );
        lock_faults(&(lock.clone() + &package))
    };
    let crates_io = lock.lines().find_map(|line| line.strip_prefix("source = "));
    let crates_io = crates_io.expect("a crate from elsewhere").trim_matches('"');
    assert_eq!(
        added("tokio", "1.0.0", crates_io),
        ["tokio: nothing for the network"]
    );
    assert_eq!(added("signal-hook", "0.4.6", crates_io).len(), 1);
    assert_eq!(added("unicode-width", "0.2.3", crates_io).len(), 1);
    assert_eq!(
        added("fine", "1.0.0", "git+https://example.org/fine").len(),
        1
    );
    assert_eq!(lock_faults("").len(), 4);
}

/// The fenced lines after a marker in the README, as `.ci/run` takes them.
fn marked_command(readme: &str, marker: &str) -> Vec<String> {
    readme
        .lines()
        .skip_while(|line| *line != format!("<!-- {marker} -->"))
        .skip_while(|line| !line.starts_with("```"))
        .skip(1)
        .take_while(|line| !line.starts_with("```"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_readme_needs_two_commands() {
    let readme = read("README.md");
    assert_eq!(
        marked_command(&readme, "run command"),
        ["cargo run --release"]
    );
    assert_eq!(marked_command(&readme, "test command"), ["cargo test"]);
}

/// The tests that the invariants in docs/ARCHITECTURE.md name, such as `every_import_points_down`.
fn tests_named_in(page: &str) -> Vec<&str> {
    let (_, after) = page.split_once("\n## Invariants\n").unwrap();
    let invariants = after.split("\n## ").next().unwrap();
    let quoted = invariants.split('`').skip(1).step_by(2);
    quoted
        .filter(|name| name.matches('_').count() >= 2 && !name.contains(['/', '.']))
        .collect()
}

#[test]
fn every_test_that_an_invariant_names_is_there() {
    let page = read("docs/ARCHITECTURE.md");
    let code: String = ["src", "tests"]
        .into_iter()
        .flat_map(files_below)
        .filter(|path| Path::new(path).extension().is_some_and(|end| end == "rs"))
        .map(|path| read(&path))
        .collect();
    let named = tests_named_in(&page);
    assert!(!named.is_empty(), "the invariants name no test");
    let faults: Vec<String> = named
        .into_iter()
        // A property takes arguments.
        .filter(|name| !code.contains(&format!("fn {name}(")))
        .map(str::to_owned)
        .collect();
    none(
        "an invariant in docs/ARCHITECTURE.md has lost its test",
        &faults,
    );
}
