//! Every command with the disk failing at every call: what is said is what is so. Each sentence that is said is held
//! against the disk (`said`), and all of them stand in one table a command (`snapshots/failing-*.snap`), to be read.

mod desk;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use insta::Settings;

use crate::store::memory::{MemoryDisk, Trouble};
use desk::{Desk, Facts, PASSPHRASE};

/// EIO, the answer of a disk that fails.
const EIO: i32 = 5;

const TROUBLES: [Trouble; 3] = [
    Trouble::Number(EIO),
    Trouble::From(EIO),
    Trouble::LateNumber(EIO),
];

/// A command as it is called, and what is typed.
struct Call {
    name: &'static str,
    args: &'static [&'static str],
    lines: &'static [&'static str],
}

const fn call(
    name: &'static str,
    args: &'static [&'static str],
    lines: &'static [&'static str],
) -> Call {
    Call { name, args, lines }
}

/// Does it with the trouble at every call to the disk, and holds what is said against what is there.
#[track_caller]
fn every_call(base: &MemoryDisk, call: &Call) {
    let before = Facts::of(base);
    let mut rows: BTreeMap<String, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut faults = Vec::new();
    let mut promises = BTreeSet::new();
    for trouble in TROUBLES {
        let kind = match trouble {
            Trouble::Number(_) => "once",
            Trouble::From(_) => "from here on",
            _ => "done, but reported as failed",
        };
        for step in 0.. {
            let desk = Desk::on(base.copy());
            desk.disk.trouble_at(step, trouble);
            let told = desk.tell(call.args, call.lines);
            let was_troubled = desk.disk.was_troubled();
            desk.disk.heal();
            let after = Facts::of(&desk.disk);
            let at = format!("{}, {kind} at {step}", call.name);
            faults.extend(said::faults(&told, &before, &after, was_troubled, &at));
            let is_new = promises.insert((after.clone(), told.code));
            if is_new {
                faults.extend(promised(&desk.disk, &told.text, &at));
            }
            let row = format!("{told}{}", after.beside(&before));
            if !was_troubled {
                assert!(step > 1, "{at}: too few steps to believe");
                assert_eq!(told.code, 0, "{at}: {told}");
                break;
            }
            if !order.contains(&row) {
                order.push(row.clone());
            }
            rows.entry(row)
                .or_default()
                .entry(kind)
                .or_default()
                .push(step);
        }
    }
    // What each call says first, such as what a lock is, is told once.
    let first = |row: &String| row.split_once('\n').map(|(_, said)| said.to_owned());
    let said: Vec<String> = order.iter().filter_map(first).collect();
    let always = shared_lines(&said);
    let mut table = String::new();
    if !always.is_empty() {
        writeln!(table, "# where it comes so far\n{always}").expect("text");
    }
    for row in order {
        let steps = rows[&row]
            .iter()
            .map(|(kind, steps)| format!("{kind} {}", ranges(steps)));
        let steps: Vec<String> = steps.collect();
        let row = row.replace(&always, "");
        writeln!(table, "# call {}\n{row}", steps.join("; ")).expect("text");
    }
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("failing-{}", call.name), table));
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// What is said of the next time comes true then.
fn promised(disk: &MemoryDisk, said: &str, at: &str) -> Option<String> {
    let next = |passphrase| {
        let later = Desk::on(disk.copy());
        let told = later.tell(&["bin"], &[passphrase]);
        (Facts::of(&later.disk), told)
    };
    if said.contains("次に合言葉を入れたときに、続きをします。") {
        let (facts, told) = next(PASSPHRASE);
        if facts.has_key && (facts.open > 0 || facts.is_going) {
            return Some(format!("{at}: the next one does not go on\n{said}{told}"));
        }
    }
    if said.contains("新しい合言葉で一度開くと、新しいものだけになります。")
    {
        let (facts, told) = next(desk::ANOTHER);
        if facts.opens != (false, true) {
            return Some(format!("{at}: the old one opens still\n{said}{told}"));
        }
    }
    None
}

/// The lines with which at least half of what is said begins.
fn shared_lines(said: &[String]) -> String {
    let mut shared = String::new();
    loop {
        let next = said.iter().find_map(|one| {
            let rest = one.strip_prefix(&shared)?;
            let line = rest.split_inclusive('\n').next()?;
            let longer = format!("{shared}{line}");
            let count = said.iter().filter(|one| one.starts_with(&longer)).count();
            (line.starts_with("  ") && count * 2 > said.len()).then_some(longer)
        });
        match next {
            Some(longer) => shared = longer,
            None => return shared,
        }
    }
}

/// 3, 4, 5 and 9 as 3-5, 9
fn ranges(steps: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for step in steps {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *step => *last = *step,
            _ => ranges.push((*step, *step)),
        }
    }
    let ranges = ranges.iter().map(|(from, to)| {
        if from == to {
            from.to_string()
        } else {
            format!("{from}-{to}")
        }
    });
    ranges.collect::<Vec<_>>().join(", ")
}

#[test]
fn looking_never_takes_a_check_for_another_and_denies_none() {
    let base = desk::open();
    for call in [
        call("list", &["list"], &[]),
        call("firms", &["firms"], &[]),
        call("show", &["show", "k7q2m4xw"], &[]),
        call("history", &["history", "k7q2m4xw"], &[]),
        call("bin", &["bin"], &[]),
        call("compare", &["compare", "k7q2m4xw", "bbbb2222"], &[]),
        call("homework", &["homework", "k7q2m4xw"], &[]),
        call(
            "export-all",
            &["export", "--all", "--format", "ndjson"],
            &[],
        ),
    ] {
        every_call(&base, &call);
    }
}

#[test]
fn what_is_looked_at_under_a_lock_is_told_or_told_not_to_be_readable() {
    let base = desk::locked();
    for call in [
        call("show-locked", &["show", "k7q2m4xw"], &[PASSPHRASE]),
        call("history-locked", &["history", "k7q2m4xw"], &[PASSPHRASE]),
        call(
            "delete-locked",
            &["delete", "k7q2m4xw", "--yes"],
            &[PASSPHRASE],
        ),
    ] {
        every_call(&base, &call);
    }
}

#[test]
fn a_report_of_the_last_check_is_never_one_of_another_firm() {
    let base = desk::open();
    // The check of the neighbour is older, and next in the list.
    let mut older: serde_json::Value =
        serde_json::from_slice(&base.files()[Path::new(desk::NEIGHBOUR)]).expect("JSON");
    older["updated"] = "2026-01-02T03:04:05+09:00".into();
    base.put(desk::NEIGHBOUR, older.to_string().as_bytes());
    let report = ["export", "--output", desk::REPORT];
    for trouble in TROUBLES {
        for step in 0.. {
            let desk = Desk::on(base.copy());
            desk.disk.trouble_at(step, trouble);
            let told = desk.tell(&report, &[]);
            let was_troubled = desk.disk.was_troubled();
            desk.disk.heal();
            if let Some(report) = desk.disk.files().get(Path::new(desk::REPORT)) {
                let report = String::from_utf8_lossy(report);
                assert!(!report.contains("となりの会社"), "{told}");
            }
            let names_it = told.text.contains("本社工場 3") || told.code != 0;
            assert!(names_it, "{trouble:?} at {step}: {told}");
            if !was_troubled {
                break;
            }
        }
    }
}

#[test]
fn a_report_that_is_said_not_to_be_written_is_not_there() {
    every_call(
        &desk::open(),
        &call(
            "export",
            &["export", "k7q2m4xw", "--output", "/home/out/report.csv"],
            &[],
        ),
    );
}

#[test]
fn a_report_that_takes_the_place_of_another_is_there_or_the_other_one_is() {
    let base = desk::open();
    base.put("/home/out/report.csv", b"the one before");
    every_call(
        &base,
        &call(
            "export-replace",
            &[
                "export",
                "k7q2m4xw",
                "--replace",
                "--output",
                "/home/out/report.csv",
            ],
            &[],
        ),
    );
}

#[test]
fn a_check_that_is_brought_is_told_as_it_is() {
    let base = desk::open();
    for call in [
        call("import", &["import", "/home/other.json"], &[]),
        call(
            "import-replace",
            &["import", "/home/in.json", "--replace"],
            &[],
        ),
        call("import-new", &["import", "/home/in.json", "--new"], &[]),
        // By one thread, so that the calls come in the same order each time.
        call(
            "import-many",
            &[
                "import",
                "/home/other.json",
                "/home/other.json",
                "--jobs",
                "1",
            ],
            &[],
        ),
    ] {
        every_call(&base, &call);
    }
}

#[test]
fn no_file_is_handed_over_without_the_state_it_can_be_merged_against() {
    every_call(
        &desk::open(),
        &call(
            "hand",
            &["hand", "k7q2m4xw", "--yes", "--output", desk::HANDED],
            &[],
        ),
    );
}

#[test]
fn what_is_merged_is_there_and_what_is_not_is_as_it_was() {
    every_call(
        &desk::open(),
        &call(
            "merge",
            &["merge", "k7q2m4xw", "/home/in.json", "--theirs", "--yes"],
            &[],
        ),
    );
}

#[test]
fn going_back_names_the_version_that_was_taken_or_changes_nothing() {
    every_call(
        &desk::open(),
        &call("restore", &["restore", "k7q2m4xw"], &[]),
    );
}

#[test]
fn a_check_that_is_thrown_away_is_told_where_it_is() {
    every_call(
        &desk::open(),
        &call("delete", &["delete", "k7q2m4xw", "--yes"], &[]),
    );
}

#[test]
fn what_comes_back_from_the_bin_is_told_where_it_is() {
    every_call(
        &desk::open(),
        &call("bin-restore", &["bin", "restore", desk::BINNED], &[]),
    );
}

#[test]
fn of_a_bin_that_is_emptied_it_is_counted_what_is_gone_and_what_is_left() {
    let base = desk::open();
    every_call(&base, &call("bin-empty", &["bin", "empty", "--yes"], &[]));
}

#[test]
fn of_a_folder_that_is_locked_it_is_counted_what_is_locked_and_what_is_not() {
    every_call(&desk::open(), &call("lock", &["lock"], &[PASSPHRASE]));
}

#[test]
fn of_a_folder_that_is_unlocked_it_is_counted_what_is_locked_still() {
    every_call(&desk::locked(), &call("unlock", &["unlock"], &[PASSPHRASE]));
}

#[test]
fn which_passphrase_opens_is_said_as_it_is() {
    every_call(
        &desk::locked(),
        &call("passphrase", &["passphrase"], &[PASSPHRASE, desk::ANOTHER]),
    );
}

#[test]
fn where_files_lie_open_lock_goes_on_and_never_says_that_it_is_locked_already() {
    every_call(
        &desk::half_locked(),
        &call("lock-half-locked", &["lock"], &[PASSPHRASE]),
    );
}

#[test]
fn where_files_lie_open_whoever_has_the_passphrase_goes_on_and_says_what_is_left() {
    every_call(
        &desk::half_locked(),
        &call(
            "history-half-locked",
            &["history", "k7q2m4xw"],
            &[PASSPHRASE],
        ),
    );
}
