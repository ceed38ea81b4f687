//! What the program sees of the outside, put in the test's own hands: no home, an output that is closed or full.

use std::cell::RefCell;
use std::io::{self, Cursor, ErrorKind, Write};
use std::process::Stdio;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use mamori::cli::process_env::ProcessEnv;
use mamori::cli::run;
use mamori::store::Store;
use mamori::store::disk::RealDisk;
use mamori::store::folder::Folder;

use zeroize::Zeroizing;

use super::{CASE, Desk, program};

/// An output that fails in this way.
struct Broken(ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

/// A folder that somebody named and that is not there, such as one on a stick that is not connected, is no folder without
/// checks. Commands that make one still make it, and those that need none need none.
#[test]
fn a_folder_that_was_named_and_is_not_there_is_not_told_as_one_without_checks() {
    let desk = Desk::new("ja");
    let gone = desk.data().join("つながっていない");
    let gone = gone.display().to_string();
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["firms"],
        &["firms", "--json"],
        &["show"],
        &["show", "k7q2"],
        &["compare", "a", "b"],
        &["export", "--format", "md"],
        &["export", "--all", "--format", "ndjson"],
        &["paper", "--first"],
        &["paper", "list", "k7q2"],
        &["homework"],
        &["hand", "--yes"],
        &["merge", "a", "b"],
        &["history"],
        &["restore", "k7q2"],
        &["delete", "k7q2", "--yes"],
        &["bin"],
        &["bin", "restore", "k7q2"],
        &["bin", "empty", "--yes"],
        &["unlock"],
        &["passphrase"],
        &["--plain", "--case", "k7q2"],
    ] {
        let said = desk.refused(1, &[&["--data-dir", &gone], args].concat());
        assert!(said.contains(&gone), "{args:?} {said}");
        assert!(said.contains("ないとは限りません"), "{args:?} {said}");
    }
    for args in [
        &["paths"][..],
        &["scope"],
        &["criteria", "list"],
        &["paper", "list"],
        &["paper", "pledge", "--blank"],
        &["export", "--blank", "--format", "xlsx"],
    ] {
        let mut program = desk.program(&[&["--data-dir", &gone], args].concat());
        assert_eq!(program.output().expect("it starts").status.code(), Some(0));
    }
    assert!(!std::path::Path::new(&gone).exists());
    // Of the usual one, which nobody named, it is true that nothing was kept yet.
    let usual = Folder::find(Some(&desk.data().join("usual"))).expect("a folder");
    let mut out = Vec::new();
    let (code, said) = tell(&["list"], Some(&usual), &mut out);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(String::from_utf8_lossy(&out).contains("no check yet"));
}

/// The exit code and what is said beside the output, with this usual data folder.
fn tell(args: &[&str], usual: Option<&Folder>, out: &mut dyn Write) -> (u8, String) {
    tell_at(args, usual, out, |process| process)
}

/// The same with other things outside the program.
pub(super) fn tell_at(
    args: &[&str],
    usual: Option<&Folder>,
    out: &mut dyn Write,
    outside: impl FnOnce(ProcessEnv<'_>) -> ProcessEnv<'_>,
) -> (u8, String) {
    let mut err = Vec::new();
    let code = run(outside(ProcessEnv {
        args: [&["mamori"], args]
            .concat()
            .into_iter()
            .map(Into::into)
            .collect(),
        env: &|_| None,
        system_locale: &|| Some("en-US".to_owned()),
        usual_folder: &|| usual.cloned(),
        store: &|folder| Store::new(folder.root().to_owned(), Box::new(RealDisk)),
        out,
        err: &mut err,
        is_terminal: false,
        can_draw: &|| true,
        is_asked: false,
        is_window_ours: &|| false,
        input: &|| Box::new(io::empty()),
        ask: &|_, _| Ok(None),
        documents: &|| None,
        stop: &|| false,
        home: &|| None,
        other_data_folders: &Vec::new,
        received_folders: &Vec::new,
        mounts: &Vec::new,
    }));
    (code, String::from_utf8(err).expect("UTF-8"))
}

#[test]
fn without_a_home_folder_only_what_needs_none_is_done() {
    for args in [&["list"][..], &["show"], &["paths"], &[]] {
        let mut out = Vec::new();
        let (code, said) = tell(args, None, &mut out);
        assert_eq!((code, out), (1, Vec::new()), "{args:?}");
        assert!(
            said.contains("where your own folder (home) is") && said.contains("--data-dir"),
            "{said}"
        );
    }
    for args in [
        &["scope"][..],
        &["criteria", "list"],
        &["keys"],
        &["--help"],
    ] {
        let mut out = Vec::new();
        assert_eq!(tell(args, None, &mut out), (0, String::new()), "{args:?}");
        assert!(!out.is_empty());
    }
}

/// A double click on Windows opens a window that closes with the program: what was said in it was gone at once.
#[test]
fn a_window_that_closes_with_the_program_stays_until_what_was_said_is_read() {
    for (args, is_asked, is_ours, waits) in [
        (&["list"][..], true, true, 1),
        (&[], true, true, 1),
        (&["lsit"], true, true, 1),
        (&["list"], true, false, 0),
        (&["list"], false, true, 0),
        (&["keys"], true, true, 0),
    ] {
        let asked = Rc::new(RefCell::new(Vec::new()));
        let asks = Rc::clone(&asked);
        let mut out = Vec::new();
        let (code, _) = tell_at(args, None, &mut out, |process| ProcessEnv {
            is_asked,
            is_window_ours: Box::leak(Box::new(move || is_ours)),
            ask: Box::leak(Box::new(move |words: &str, is_secret| {
                asks.borrow_mut().push((words.to_owned(), is_secret));
                Ok(None)
            })),
            ..process
        });
        let close = ("Press Enter to close this window.".to_owned(), false);
        assert_eq!(*asked.borrow(), vec![close; waits], "{args:?} {code}");
        assert_eq!(code == 0, args == ["keys"], "{args:?}");
    }
}

#[test]
fn the_usual_folder_holds_where_none_is_asked_for() {
    let desk = Desk::new("").with("cases/k7q2m4xw.json", CASE);
    let usual = Folder::new(desk.data().to_owned());
    let mut out = Vec::new();
    assert_eq!(tell(&["list"], Some(&usual), &mut out).0, 0);
    assert!(String::from_utf8(out).expect("UTF-8").contains("k7q2m4xw"));
    let mut out = Vec::new();
    let other = tempfile::tempdir().expect("a folder");
    let other = other.path().display().to_string();
    let asked = ["list", "--data-dir", &other];
    assert_eq!(tell(&asked, Some(&usual), &mut out).0, 0);
    assert!(!String::from_utf8(out).expect("UTF-8").contains("k7q2m4xw"));
}

#[test]
fn in_a_console_that_takes_no_commands_as_text_the_walk_goes_on_as_numbered_lines_and_says_why() {
    const WHY: &str = "Nothing can be drawn in this window, so you answer by typing numbers.\n";
    type Draws = &'static dyn Fn() -> bool;
    let cases: [(&[&str], Draws, &str); 3] = [
        (&[], &|| false, WHY),
        (&["--plain"], &|| false, ""),
        (&["--plain"], &|| true, ""),
    ];
    for (args, can_draw, said) in cases {
        let desk = Desk::new("");
        let usual = Folder::new(desk.data().to_owned());
        let mut out = Vec::new();
        let told = tell_at(args, Some(&usual), &mut out, |process| ProcessEnv {
            is_terminal: true,
            can_draw,
            input: &|| Box::new(Cursor::new("1\n2\n")),
            ..process
        });
        assert_eq!(told, (0, said.to_owned()), "{args:?}");
        let out = String::from_utf8(out).expect("UTF-8");
        assert!(
            out.contains("\n1 Start\n") && !out.contains('\x1b'),
            "{out}"
        );
    }
}

/// Somebody who types a passphrase, and wants it to stop or not.
fn typed<'a>(process: ProcessEnv<'a>, stop: &'static dyn Fn() -> bool) -> ProcessEnv<'a> {
    ProcessEnv {
        ask: &|_, _| Ok(Some(Zeroizing::new("Mamori 2026".to_owned()))),
        stop,
        ..process
    }
}

/// Whether it is asked the third time.
fn third_time() -> bool {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    ASKED.fetch_add(1, Ordering::Relaxed) >= 2
}

#[test]
fn locking_many_checks_says_how_far_it_is_and_stops_where_somebody_wants_that() {
    let mut desk = Desk::new("");
    for number in 0..350 {
        let id = format!("k7q2m{number:03}");
        desk = desk.with(&format!("cases/{id}.json"), CASE.replace("k7q2m4xw", &id));
    }
    let usual = Folder::new(desk.data().to_owned());
    let mut out = Vec::new();
    let (code, said) = tell_at(&["lock"], Some(&usual), &mut out, |process| {
        typed(process, &third_time)
    });
    let told = String::from_utf8(out).expect("UTF-8");
    assert_eq!(code, 1, "{said}");
    assert_eq!(
        told,
        "Stopped. What was done stays done.\nLocking stopped half-way. Of 350 files, 200 are locked and 150 can still be \
         read as they are.\nEvery check can be read, as it is or with the passphrase. The next time the passphrase is given, \
         the work goes on.\n"
    );
    assert!(said.contains("100 of 350 files are done."), "{said}");
    let mut out = Vec::new();
    let (code, _) = tell_at(&["lock"], Some(&usual), &mut out, |process| {
        typed(process, &|| false)
    });
    let told = String::from_utf8(out).expect("UTF-8");
    assert_eq!(code, 0);
    assert!(told.contains("Locked (files: 350)."), "{told}");
    let mut out = Vec::new();
    let (code, said) = tell_at(&["unlock"], Some(&usual), &mut out, |process| {
        typed(process, &|| true)
    });
    let told = String::from_utf8(out).expect("UTF-8");
    assert_eq!(code, 1, "{said}");
    assert!(
        told.contains("Of 350 files, 100 are not locked any more and 250 still are."),
        "{told}"
    );
}

#[test]
fn an_output_that_nobody_reads_any_more_is_no_fault() {
    let mut out = Broken(ErrorKind::BrokenPipe);
    assert_eq!(tell(&["keys"], None, &mut out), (0, String::new()));
    assert_eq!(tell(&["--help"], None, &mut out), (0, String::new()));
    let mut out = Broken(ErrorKind::StorageFull);
    let (code, said) = tell(&["keys"], None, &mut out);
    assert_eq!(code, 1);
    assert!(said.starts_with("It could not be printed."), "{said}");
}

#[test]
fn the_built_program_is_silent_when_its_output_is_closed() {
    let mut child = program(&[("MAMORI_LANG", "en"), ("MAMORI_DATA_DIR", "no/such/folder")])
        .args(["criteria", "schema"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
