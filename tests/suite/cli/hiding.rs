//! Other firms hidden from the start: every command there is, with every flag, and nothing of another firm in what it prints,
//! writes or changes. A command or a flag that is new fails here until a row says what it does then.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::own_notes::inside;
use super::{Desk, behind_the_notice, told_when_given};
use crate::firms::check;

/// What a command does while others are hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// It is about nobody, or about the firm that is named.
    Done,
    /// It would show or take more: nothing is done, and `--show-others` is the way.
    Refused,
}

use Then::{Done, Refused};

/// A command, what is written behind it, and what is typed. `OUT` is a file to be written, `FILE` what the named firm has sent,
/// `OTHER` what another has, `FOLDER` where both are.
const ROWS: &[(&str, &[&str], Then)] = &[
    ("", &["--plain", "--case", "aaaa2222"], Done),
    (
        "",
        &[
            "--plain",
            "--hide-others",
            "--case",
            "aaaa2222",
            "--no-mouse",
            "--width",
            "narrow",
        ],
        Done,
    ),
    ("", &["--plain"], Done),
    ("list", &[], Refused),
    ("list", &["--json"], Refused),
    ("firms", &[], Refused),
    ("firms", &["--json"], Refused),
    (
        "firms",
        &[
            "--for",
            "self",
            "--format",
            "xlsx",
            "--output",
            "OUT",
            "--replace",
        ],
        Refused,
    ),
    ("firms", &["--on"], Done),
    ("firms", &["--off"], Done),
    ("firms", &["--hide", "start"], Done),
    ("show", &["aaaa2222"], Done),
    ("show", &["--case", "aaaa2222", "--json"], Done),
    ("show", &[], Refused),
    ("compare", &["aaaa2222", "aaaa2222"], Done),
    ("compare", &["aaaa2222", "aaaa2222", "--json"], Done),
    (
        "compare",
        &[
            "aaaa2222",
            "aaaa2222",
            "--format",
            "html",
            "--output",
            "OUT",
            "--replace",
        ],
        Done,
    ),
    (
        "export",
        &[
            "aaaa2222",
            "--for",
            "advisor",
            "--format",
            "html",
            "--notes",
            "--output",
            "OUT",
            "--replace",
        ],
        Done,
    ),
    (
        "export",
        &["aaaa2222", "--format", "csv", "--no-notes"],
        Done,
    ),
    (
        "export",
        &["aaaa2222", "--format", "ndjson", "--anonymous"],
        Done,
    ),
    (
        "export",
        &["aaaa2222", "--format", "xlsx", "--fill", "--output", "OUT"],
        Done,
    ),
    (
        "export",
        &[
            "--blank", "--format", "xlsx", "--forms", "paper", "--output", "OUT",
        ],
        Done,
    ),
    ("export", &["--all", "--format", "ndjson"], Refused),
    (
        "export",
        &["--all", "--format", "ndjson", "--anonymous"],
        Refused,
    ),
    ("export", &["--format", "json"], Refused),
    (
        "paper",
        &[
            "pledge",
            "aaaa2222",
            "--format",
            "html",
            "--output",
            "OUT",
            "--replace",
        ],
        Done,
    ),
    ("paper", &["--first", "--format", "html", "--blank"], Done),
    ("paper", &["pledge"], Refused),
    ("paper list", &[], Done),
    ("paper list", &["aaaa2222", "--json"], Done),
    (
        "homework",
        &[
            "aaaa2222",
            "--visit",
            "2199-01-05",
            "--output",
            "OUT",
            "--replace",
        ],
        Done,
    ),
    ("homework", &[], Refused),
    ("import", &["FILE"], Done),
    ("import", &["FILE", "--replace", "--yes"], Done),
    ("import", &["FILE", "--json", "--jobs", "2"], Done),
    ("import", &["FILE", "--new"], Done),
    ("import", &["FOLDER"], Refused),
    ("import", &["FILE", "OTHER"], Refused),
    (
        "hand",
        &[
            "aaaa2222",
            "--output",
            "OUT",
            "--replace",
            "--yes",
            "--passphrase",
        ],
        Done,
    ),
    ("hand", &["--yes"], Refused),
    (
        "merge",
        &[
            "aaaa2222",
            "FILE",
            "--base",
            "FILE",
            "--ours",
            "--unknown",
            "--yes",
            "--json",
        ],
        Done,
    ),
    (
        "merge",
        &["aaaa2222", "FILE", "--theirs", "--different", "--emptied"],
        Done,
    ),
    ("history", &["aaaa2222", "--json"], Done),
    ("history", &[], Refused),
    ("restore", &["aaaa2222"], Done),
    ("delete", &["aaaa2222", "--yes"], Done),
    ("bin", &[], Refused),
    ("bin", &["--json"], Refused),
    ("bin restore", &["aaaa2222"], Done),
    ("bin empty", &["--yes"], Refused),
    ("lock", &[], Done),
    ("unlock", &[], Done),
    ("passphrase", &[], Done),
    (
        "scope",
        &["--forms", "paper", "--pack", "tics-minimum", "--json"],
        Done,
    ),
    ("criteria", &[], Done),
    ("criteria list", &[], Done),
    ("criteria check", &["FILE"], Done),
    ("criteria schema", &["--papers"], Done),
    ("keys", &["--markdown"], Done),
    ("paths", &["--json"], Done),
    ("completions", &["bash"], Done),
    ("man", &[], Done),
    ("help", &["list"], Done),
];

/// What every command takes: where things are, the words, the help, and the way around.
const EVERYWHERE: [&str; 5] = [
    "--data-dir",
    "--lang",
    "--help",
    "--version",
    "--show-others",
];

/// Whatever would tell of another firm.
const OTHERS: [&str; 6] = [
    "よその",
    "東都樹脂",
    "サクラ電機",
    "bbbb2222",
    "cccc2222",
    "ZQX",
];

/// The firm that is named, another, a file of that which cannot be read, and one in the bin.
fn desk() -> Desk {
    let titled = |id: &str, number, title: &str| {
        let mut check = check(id, number, 2026);
        check["title"] = title.into();
        check.to_string()
    };
    let desk = Desk::new("ja")
        .with(
            "cases/aaaa2222.json",
            check("aaaa2222", 0, 2026).to_string(),
        )
        .with(
            "cases/bbbb2222.json",
            titled("bbbb2222", 3, "よそのチェック"),
        )
        .with(
            "cases/cccc2222.json",
            titled("cccc2222", 1, "よその捨てたもの"),
        )
        .with("files/FILE.json", check("aaaa2222", 0, 2026).to_string())
        .with("files/OTHER.json", titled("bbbb2222", 3, "よそのチェック"));
    desk.done(&["delete", "cccc2222", "--yes"]);
    desk.done(&["firms", "--on", "--hide", "start"]);
    desk.with("cases/ZQX会社.json", "{")
}

/// What is behind the data folder in a row.
fn filled(desk: &Desk, args: &[&str]) -> Vec<String> {
    let path = |name: &str| desk.data().join(name).display().to_string();
    let fill = |arg: &&str| match *arg {
        "OUT" => path("out"),
        "FILE" | "OTHER" => path(&format!("files/{arg}.json")),
        "FOLDER" => path("files"),
        arg => arg.to_owned(),
    };
    args.iter().map(fill).collect()
}

/// Of each command that the page for `man` has, its flags.
fn commands() -> BTreeMap<String, BTreeSet<String>> {
    let page = Desk::new("en").done(&["man"]).replace("\\-", "-");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut command = String::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix(".SH MAMORI ") {
            command = name.to_lowercase();
        }
        let flags = found.entry(command.clone()).or_default();
        if line.starts_with("\\fB-") {
            let words = line.split(|c: char| !(c.is_ascii_lowercase() || c == '-'));
            flags.extend(
                words
                    .filter(|word| word.starts_with("--"))
                    .map(str::to_owned),
            );
        }
    }
    found
}

#[test]
fn every_command_and_every_flag_has_a_row_for_who_hides_other_firms() {
    let commands = commands();
    assert!(commands.len() > 25, "{commands:?}");
    for (command, flags) in commands {
        let rows = ROWS.iter().filter(|(name, ..)| *name == command);
        let tried: BTreeSet<&str> = rows.flat_map(|(_, args, _)| args.iter().copied()).collect();
        assert!(
            ROWS.iter().any(|(name, ..)| *name == command),
            "mamori {command} has no row"
        );
        for flag in flags {
            let is_tried = tried.contains(flag.as_str()) || EVERYWHERE.contains(&flag.as_str());
            assert!(is_tried, "mamori {command}: {flag} is in no row");
        }
    }
}

#[test]
fn no_command_shows_or_takes_anything_of_another_firm_while_others_are_hidden() {
    for (command, args, then) in ROWS {
        let desk = desk();
        let filled = filled(&desk, args);
        let words = command
            .split_whitespace()
            .chain(filled.iter().map(String::as_str));
        let words: Vec<&str> = words.collect();
        let out = desk.data().join("out");
        let before = others_files(&desk);
        let lines = behind_the_notice("長い合言葉です12\n長い合言葉です12\n");
        let tell = |words: &[&str]| told_when_given(&mut desk.program(words), lines.as_bytes());
        let told = tell(&words);
        let written = if out.exists() {
            inside(&out)
        } else {
            String::new()
        };
        let said = format!("{}{}{written}", told.out, told.err);
        // A file that was named is named.
        let said = said.replace("OTHER.json", "");
        for other in OTHERS {
            assert!(!said.contains(other), "{words:?}: {other}\n{said}");
        }
        if *command != "lock" {
            assert_eq!(others_files(&desk), before, "{words:?}");
        }
        if *then == Refused {
            assert_eq!((told.code, told.out.as_str()), (Some(1), ""), "{words:?}");
            assert!(
                told.err.contains("--show-others"),
                "{words:?}: {}",
                told.err
            );
            let shown = tell(&[&words[..], &["--show-others"]].concat());
            let is_refused = shown.err.contains("--show-others");
            assert!(!is_refused, "{words:?}: {}", shown.err);
        } else {
            assert!(
                !told.err.contains("--show-others"),
                "{words:?}: {}",
                told.err
            );
        }
    }
}

/// All that is kept of the others.
fn others_files(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let is_theirs = |name: &str| {
        let name = Path::new(name).file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        OTHERS.iter().any(|other| name.contains(other))
    };
    let mut kept = desk.kept();
    kept.retain(|(name, _)| is_theirs(name));
    assert!(kept.len() >= 3, "{kept:?}");
    kept
}

#[test]
fn what_is_asked_for_with_show_others_is_there_and_both_ways_at_once_are_a_mistake() {
    let desk = desk();
    let told = |args: &[&str]| desk.tell_when_given(args, &behind_the_notice(""));
    let start = told(&["--plain", "--show-others"]).out;
    assert!(!start.contains("ほかの会社は隠しています"), "{start}");
    assert!(
        told(&["list", "--show-others"])
            .out
            .contains("よそのチェック")
    );
    assert!(
        told(&["--show-others", "list"])
            .out
            .contains("よそのチェック")
    );
    let all = told(&["export", "--all", "--format", "ndjson", "--show-others"]);
    assert!(all.out.contains("よそのチェック"), "{}", all.err);
    let said = desk.refused(
        2,
        &["--plain", "--show-others", "--hide-others", "--case", "a"],
    );
    assert!(
        said.contains("--show-others") && said.contains("--hide-others"),
        "{said}"
    );
    // Nobody who hides nothing hears of it.
    let owner = Desk::new("ja");
    for page in [&["help"][..], &["man"], &["help", "list"]] {
        assert!(
            !owner
                .done(page)
                .replace("\\-", "-")
                .contains("\\fB--show-others"),
            "{page:?}"
        );
    }
}
