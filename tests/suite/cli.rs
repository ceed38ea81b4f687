//! The built program, as people and other programs call it: what it prints, its exit codes, what it leaves alone.
//! Each call gets an empty environment and a data folder of its own.

mod answers;
mod carrying;
mod changed_packs;
mod completions;
mod criteria;
#[cfg(unix)] // The numbers of the system are those of Unix.
mod failing_disk;
mod finding;
mod firms;
mod handing;
#[cfg(windows)] // Elsewhere a file that is open can be read and replaced all the same.
mod held;
mod help;
mod hiding;
mod homework;
mod hostile;
mod importing;
mod keys;
#[cfg(unix)] // The memory is limited by the shell.
mod limits;
mod locking;
mod merging;
mod mistakes;
mod named;
pub(crate) mod own_notes;
mod paper;
mod report;
mod tidying;
mod workbooks;
mod world;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const CASE: &str = include_str!("../fixtures/cases/k7q2m4xw.json");
const MINIMUM: &str = include_str!("../../criteria/tics-minimum.json");

/// What the program answered.
#[derive(Debug)]
struct Told {
    code: Option<i32>,
    out: String,
    err: String,
}

/// The program with nothing in its environment but these.
fn program(env: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mamori"));
    command.env_clear().stdin(Stdio::null());
    // Windows programs do not start without it.
    command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)));
    command.envs(env.iter().copied());
    command
}

fn told(command: &mut Command) -> Told {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Told {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// The same for a program that is given these lines.
fn told_when_given(command: &mut Command, lines: &[u8]) -> Told {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    // Who ends before the end of the lines has closed it.
    let _ = input.write_all(lines);
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Told {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Lines that are typed behind the notice that the folder of a test is open to others. Only Unix says so.
fn behind_the_notice(lines: &str) -> String {
    let first = if cfg!(unix) { "1\n" } else { "" };
    format!("{first}{lines}")
}

/// A data folder, and the language in which the program answers.
struct Desk {
    folder: TempDir,
    language: &'static str,
}

impl Desk {
    fn new(language: &'static str) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            language,
        }
    }

    /// A file in the data folder, such as `cases/k7q2m4xw.json`.
    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.data().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// A case with another id, title and time of its last change.
    fn with_case(self, id: &str, title: &str, updated: &str) -> Self {
        let mut case: Value = serde_json::from_str(CASE).expect("JSON");
        case["id"] = id.into();
        case["title"] = title.into();
        case["updated"] = updated.into();
        self.with(&format!("cases/{id}.json"), case.to_string())
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn tell(&self, args: &[&str]) -> Told {
        told(&mut self.program(args))
    }

    fn program(&self, args: &[&str]) -> Command {
        let data = self.data().to_str().expect("a plain path");
        let env = [("MAMORI_DATA_DIR", data), ("MAMORI_LANG", self.language)];
        let mut program = program(&env);
        program.args(args);
        program
    }

    /// The same, with these lines on its standard input.
    fn tell_when_given(&self, args: &[&str], lines: &str) -> Told {
        told_when_given(&mut self.program(args), lines.as_bytes())
    }

    /// What is printed by a call that works.
    #[track_caller]
    fn done(&self, args: &[&str]) -> String {
        let told = self.tell(args);
        assert_eq!((told.code, told.err.as_str()), (Some(0), ""), "{args:?}");
        told.out
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.done(args)).expect("JSON")
    }

    /// What is printed of a list in which so many cannot be read: they are counted, and it is no success.
    #[track_caller]
    fn in_part(&self, unread: usize, args: &[&str]) -> String {
        let told = self.tell(args);
        assert_eq!(told.code, Some(1), "{args:?}: {}", told.err);
        let counts = told
            .err
            .split(|c: char| !c.is_ascii_digit())
            .any(|word| word == unread.to_string());
        assert!(
            counts && told.err.lines().count() == 1,
            "{args:?}: {}",
            told.err
        );
        told.out
    }

    /// What is said by a call that does not work, with nothing printed.
    #[track_caller]
    fn refused(&self, code: i32, args: &[&str]) -> String {
        let told = self.tell(args);
        assert_eq!(
            (told.code, told.out.as_str()),
            (Some(code), ""),
            "{args:?} {}",
            told.err
        );
        told.err
    }

    /// The same without the locks, which say who works here.
    fn kept(&self) -> Vec<(String, Vec<u8>)> {
        let locks = ["locks", "data.lock"].map(|name| self.data().join(name));
        let mut all = self.everything();
        all.retain(|(name, _)| !locks.iter().any(|lock| Path::new(name).starts_with(lock)));
        all
    }

    /// Every file below the data folder with its bytes.
    fn everything(&self) -> Vec<(String, Vec<u8>)> {
        let mut waiting = vec![self.data().to_owned()];
        let mut found = Vec::new();
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.to_string_lossy().into_owned();
                if path.is_dir() {
                    found.push((name, Vec::new()));
                    waiting.push(path);
                } else {
                    found.push((name, fs::read(path).expect("a file")));
                }
            }
        }
        found.sort();
        found
    }
}
