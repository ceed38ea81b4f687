//! What a key costs in the full screen, counted in instructions (callgrind), beside a ratatui program that has nothing to
//! do but draw a list of as many cells and move its cursor. Each program gets so many keys in a pseudo terminal, one
//! after another, then twice as many: the difference is theirs.
//! Run with `cargo bench --bench key -- target/release/mamori`; without a program nothing is counted. Needs valgrind, and
//! a Unix.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program of its own: which program is an argument, and it starts that in a folder of its own"
)]

use std::fs;
use std::io::{Read, Write, stdout};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, read};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::id::{CaseId, FormId};
use mamori::questionnaire::moment::Moment;
use mamori::store::format::encode;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Style, Stylize};
use ratatui::widgets::{List, ListState, Paragraph};

const KEYS: usize = 40;
/// A program under valgrind has drawn when it has said nothing for so long.
const QUIET: Duration = Duration::from_millis(150);
const LONGEST: Duration = Duration::from_secs(60);

const DOWN: &[u8] = b"\x1b[B";
const UP: &[u8] = b"\x1b[A";
const CTRL_C: &[u8] = b"\x03";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut words = words.iter().filter(|word| !word.starts_with('-'));
    match words.next().map(String::as_str) {
        Some("empty") => empty().expect("a terminal"),
        Some(program) => compare(program),
        None => {}
    }
}

fn compare(program: &str) {
    let program = fs::canonicalize(program).expect("a program");
    let program = program.to_str().expect("its name");
    let this = std::env::current_exe().expect("this program");
    let this = this.to_str().expect("its name");
    let empty = each(&[UP, DOWN], |folder| {
        fs::create_dir_all(folder).expect("a folder");
        vec![this.to_owned(), "empty".to_owned()]
    });
    let at_the_question = |folder: &Path| {
        keep_a_check(folder);
        let data = folder.to_str().expect("its name").to_owned();
        let words = ["--lang", "ja", "--width", "narrow", "--data-dir", &data];
        let words = words.map(str::to_owned);
        [vec![program.to_owned()], words.to_vec()].concat()
    };
    let cursor = each(&[UP, DOWN], at_the_question);
    let answer = each(&[b"1", b"3"], at_the_question);
    for (what, count) in [
        ("a key in the empty program", empty),
        ("a key that moves the cursor", cursor),
        ("a key that answers, with its save", answer),
    ] {
        let thousands = count / 1_000;
        let share = count * 100 / empty;
        println!("{what:<40} {thousands:>6} k instructions {share:>5} %");
    }
}

/// What one of these keys costs, in instructions.
fn each(keys: &[&[u8]], command: impl Fn(&Path) -> Vec<String>) -> u64 {
    let [few, many] = [KEYS, 2 * KEYS].map(|count| {
        let folder = tempfile::tempdir().expect("a folder");
        let words = command(&folder.path().join("data"));
        counted(
            &words,
            keys.iter().copied().cycle().take(count),
            folder.path(),
        )
    });
    (many - few) / u64::try_from(KEYS).expect("a number")
}

fn counted<'k>(words: &[String], keys: impl Iterator<Item = &'k [u8]>, folder: &Path) -> u64 {
    let counts = folder.join("counts");
    let window = native_pty_system();
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = window.openpty(size).expect("a window");
    let mut command = CommandBuilder::new("valgrind");
    command.args(["--tool=callgrind", "-q"]);
    command.arg(format!("--callgrind-out-file={}", counts.display()));
    command.args(words);
    command.env("TERM", "xterm-256color");
    command.env("HOME", folder);
    let mut child = pair.slave.spawn_command(command).expect("valgrind");
    drop(pair.slave);
    let mut output = pair.master.try_clone_reader().expect("its output");
    let (sender, said) = channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            if sender.send(count).is_err() {
                break;
            }
        }
    });
    let mut input = pair.master.take_writer().expect("its input");
    until_quiet(&said);
    for key in keys {
        input.write_all(key).expect("a key");
        until_quiet(&said);
    }
    input.write_all(CTRL_C).expect("the last key");
    child.wait().expect("its end");
    let counts = fs::read_to_string(counts).expect("the counts");
    let mut lines = counts.lines();
    let total = lines.find_map(|line| line.strip_prefix("totals: "));
    total.expect("a total").trim().parse().expect("a number")
}

/// A key that changes nothing on the screen is a mistake here: then it waits for a minute.
fn until_quiet(said: &Receiver<usize>) {
    said.recv_timeout(LONGEST).expect("something is drawn");
    while said.recv_timeout(QUIET).is_ok() {}
}

/// A check with which a start goes on at its first question.
fn keep_a_check(data: &Path) {
    let mut library = PackLibrary::new(None);
    let pack = library.pack(&library.first_pack()).expect("a pack of ours");
    let now = Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment");
    let forms: Vec<FormId> = pack.forms.iter().map(|form| form.id.clone()).collect();
    let case = Case::new(
        CaseId::new("k7q2m4xw"),
        "本社工場".to_owned(),
        forms,
        &pack,
        now,
    );
    fs::create_dir_all(data.join("cases")).expect("a folder");
    let bytes = encode(&case).expect("a case that reads back");
    fs::write(data.join("cases/k7q2m4xw.json"), bytes).expect("a file");
    for path in ["", "cases", "cases/k7q2m4xw.json"] {
        close(&data.join(path));
    }
}

/// What others could read would be told before the question.
fn close(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;

        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).expect("closed");
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// A header, some text, a list and a foot: about the cells of a question, by the widgets of ratatui.
fn empty() -> std::io::Result<()> {
    const TEXT: [&str; 5] = [
        "外に出ると困る技術の情報 (図面、加工のやり方、配合、試験データなど。",
        "お客さんから預かったものも) をえらんで、一覧にしていますか。",
        "",
        "国の指針も、確実に守るべき情報を見極めることが重要だとしています。",
        "えらんでいない情報は守れません。",
    ];
    const ITEMS: [&str; 9] = [
        "[ ] 紙かファイルの一覧がある",
        "[ ] どの製品・仕事の情報かが読める",
        "[ ] 作った日か見直した日が1年以内",
        "[ ] お客さんから預かった情報も入れた",
        "( ) 1 できている",
        "( ) 2 一部できている",
        "( ) 3 できていない",
        "( ) 4 わからない",
        "( ) 5 当てはまらない",
    ];
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut state = ListState::default().with_selected(Some(4));
    loop {
        terminal.draw(|frame| {
            let parts = [1, 1, 6, 12, 2].map(Constraint::Length);
            let [head, _, text, list, foot] = Layout::vertical(parts).areas(frame.area());
            frame.render_widget(Paragraph::new(" mamori | 本社工場").reversed(), head);
            frame.render_widget(Paragraph::new(TEXT.join("\n")), text);
            let items = List::new(ITEMS).highlight_symbol("> ");
            let items = items.highlight_style(Style::new().reversed());
            frame.render_stateful_widget(items, list, &mut state);
            let keys = "↑↓ えらぶ   Enter 決める   1-5 答える   → つぎ   ? ヘルプ";
            frame.render_widget(Paragraph::new(keys), foot);
        })?;
        match read()? {
            Event::Key(key) if key.code == KeyCode::Down => state.select_next(),
            Event::Key(key) if key.code == KeyCode::Up => state.select_previous(),
            Event::Key(_) => break,
            _ => {}
        }
    }
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}
