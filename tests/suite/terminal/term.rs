//! A terminal with a window: runs the built program on a pseudo-terminal and shows what a person would see.
//! Waits for what is to be seen, with a deadline; never for a time to pass.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use mamori::app::size_or_usual;
use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Cell, MouseProtocolMode, Screen};

use super::emulator::{Emulator, Kind};

/// No single step takes this long, even on a busy machine with a slow disk.
const DEADLINE: Duration = Duration::from_secs(30);

/// Columns and lines of the window, unless a test wants others.
const USUAL: (u16, u16) = (80, 24);

pub(super) const ENTER: &str = "\r";
pub(super) const ESC: &str = "\x1b";
pub(super) const DOWN: &str = "\x1b[B";
pub(super) const RIGHT: &str = "\x1b[C";
pub(super) const TAB: &str = "\t";
/// Keep everything and leave.
pub(super) const CTRL_C: &str = "\x03";
pub(super) const CTRL_Z: &str = "\x1a";

/// What to run, before it runs.
pub(super) struct Setup {
    command: CommandBuilder,
    size: (u16, u16),
    kind: Kind,
    closing_at: Option<Closing>,
}

/// When the window is closed.
enum Closing {
    /// As soon as the screen holds these words.
    At(String),
    /// As soon as the terminal was asked where its cursor is.
    Asked,
}

impl Setup {
    /// The program with this data folder, in Japanese, and with nothing else of this machine's environment.
    pub(super) fn new(data: &Path) -> Self {
        Self::of(env!("CARGO_BIN_EXE_mamori"), data)
    }

    /// Another program, from which this one can be started: a shell.
    pub(super) fn of(program: &str, data: &Path) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.cwd("/");
        let setup = Self {
            command,
            size: USUAL,
            kind: Kind::Usual,
            closing_at: None,
        };
        setup
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("TERM", "xterm-256color")
            .env("HOME", "/nonexistent")
            .env("MAMORI_LANG", "ja")
            .env("MAMORI_DATA_DIR", data.to_str().expect("a path in UTF-8"))
    }

    pub(super) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(super) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub(super) fn argument(mut self, argument: &str) -> Self {
        self.command.arg(argument);
        self
    }

    pub(super) fn arguments(self, arguments: &[&str]) -> Self {
        let each = arguments.iter();
        each.fold(self, |setup, argument| setup.argument(argument))
    }

    /// Started in this folder.
    pub(super) fn inside(mut self, folder: &Path) -> Self {
        self.command.cwd(folder);
        self
    }

    pub(super) fn size(mut self, columns: u16, lines: u16) -> Self {
        self.size = (columns, lines);
        self
    }

    /// In a terminal of this kind.
    pub(super) fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// The window will be closed as soon as the terminal is asked where its cursor is.
    pub(super) fn closing_when_asked(mut self) -> Self {
        self.closing_at = Some(Closing::Asked);
        self
    }

    pub(super) fn start(self) -> Term {
        Term::start(self)
    }
}

/// The window, as long as it is open.
pub(super) struct Term {
    shared: Arc<Shared>,
    /// None once the window was closed.
    window: Option<Window>,
    process: u32,
}

struct Window {
    master: Box<dyn MasterPty + Send>,
    writer: Keyboard,
    reader: JoinHandle<()>,
}

/// The person types into it, and so does the terminal when it answers.
type Keyboard = Arc<Mutex<Box<dyn Write + Send>>>;

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

/// What is known of the program at this moment.
pub(super) struct State {
    emulator: Emulator,
    /// Everything that was put out so far.
    output: Vec<u8>,
    /// Nothing more will be put out.
    is_silent: bool,
    /// From then on nobody reads any more.
    closing_at: Option<Closing>,
    code: Option<u32>,
}

impl State {
    pub(super) fn screen(&self) -> &Screen {
        self.emulator.screen()
    }

    /// The lines of the screen, without the blanks at their ends.
    pub(super) fn text(&self) -> String {
        self.emulator.lines().join("\n")
    }

    pub(super) fn emulator(&self) -> &Emulator {
        &self.emulator
    }

    /// How many bytes were put out so far.
    pub(super) fn told(&self) -> usize {
        self.output.len()
    }

    pub(super) fn code(&self) -> Option<u32> {
        self.code
    }

    pub(super) fn has_ended(&self) -> bool {
        self.code.is_some() && self.is_silent
    }

    /// Whether no drawing is under way: a page comes in pieces, from the top. Each drawing of the full screen ends with
    /// its cursor hidden or shown; what is written or wiped after that belongs to the next.
    fn is_whole(&self) -> bool {
        const CURSOR: &[u8] = b"\x1b[?25";
        let ends = || {
            self.output
                .windows(CURSOR.len())
                .rposition(|at| at == CURSOR)
        };
        self.is_silent
            || !self.screen().alternate_screen()
            || ends().is_none_or(|at| draws_nothing(&self.output[at..]))
    }
}

impl Term {
    fn start(setup: Setup) -> Self {
        let (columns, lines) = setup.size;
        let pair = native_pty_system().openpty(pty_size(setup.size)).unwrap();
        let mut child = pair.slave.spawn_command(setup.command).unwrap();
        // Held by the program alone from now on: when it is gone, the output ends.
        drop(pair.slave);
        // What tells no size has one all the same: a serial line ends at a screen.
        let (wide, high) = size_or_usual(columns, lines);
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                emulator: Emulator::new(setup.kind, at_least_one(high), at_least_one(wide)),
                output: Vec::new(),
                is_silent: false,
                closing_at: setup.closing_at,
                code: None,
            }),
            changed: Condvar::new(),
        });
        let process = child.process_id().expect("it runs");
        let told = Arc::clone(&shared);
        thread::spawn(move || {
            let status = child.wait().unwrap();
            told.change(|state| state.code = Some(status.exit_code()));
        });
        let output = pair.master.try_clone_reader().unwrap();
        let told = Arc::clone(&shared);
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let answers = Arc::clone(&writer);
        let reader = thread::spawn(move || told.follow(output, &answers));
        Self {
            shared,
            window: Some(Window {
                master: pair.master,
                writer,
                reader,
            }),
            process,
        }
    }

    /// The number of its process.
    pub(super) fn process(&self) -> u32 {
        self.process
    }

    /// Types, or pastes as a terminal without bracketed paste would: all in one write.
    pub(super) fn send(&mut self, keys: &str) {
        let window = self.window.as_mut().expect("the window is open");
        let mut writer = window.writer.lock().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// The terminal answers what it was asked before.
    pub(super) fn answer_late(&mut self) {
        let mut answers = String::new();
        self.shared
            .change(|state| answers = state.emulator.answers());
        self.send(&answers);
    }

    /// Somebody else writes on the screen: the kernel, or another user to everybody.
    pub(super) fn scribble(&self, line: u16, words: &str) {
        self.shared.change(|state| {
            let text = format!("\x1b7\x1b[{line};1H{words}\x1b8");
            state.emulator.process(&text);
        });
    }

    /// Waits until the screen holds these words.
    #[track_caller]
    pub(super) fn wait(&self, words: &str) -> String {
        self.wait_until(words, |state| state.text().contains(words))
    }

    /// Waits until `is_so` of a page that is drawn to its end; gives the text of the screen at that moment.
    #[track_caller]
    pub(super) fn wait_until(&self, what: &str, is_so: impl Fn(&State) -> bool) -> String {
        self.wait_for_moment(what, |state| state.is_whole() && is_so(state))
    }

    /// The same at any moment, in the middle of a drawing too: for what is no page.
    #[track_caller]
    pub(super) fn wait_for_moment(&self, what: &str, is_so: impl Fn(&State) -> bool) -> String {
        let until = Instant::now() + DEADLINE;
        let mut state = self.shared.lock();
        while !is_so(&state) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "waited in vain for {what:?}; the screen:\n{}",
                state.text()
            );
            (state, _) = self.shared.changed.wait_timeout(state, left).unwrap();
        }
        state.text()
    }

    /// Presses Down until the cursor stands on the row with these words, then Enter.
    #[track_caller]
    pub(super) fn choose(&mut self, words: &str) {
        // A page is drawn from the top: with these words there, the row above them is its own.
        self.wait(words);
        let mut passed = Vec::new();
        loop {
            let here = self.row_under_the_cursor(passed.last());
            if here.contains(words) {
                return self.send(ENTER);
            }
            assert!(
                !passed.contains(&here),
                "no {words:?} to choose:\n{}",
                self.text()
            );
            passed.push(here);
            self.send(DOWN);
        }
    }

    /// The row with the mark, as soon as it is another than `before`. The terminal's own cursor is put there last:
    /// before that the row may be half drawn, and half of one row and half of another are neither.
    #[track_caller]
    fn row_under_the_cursor(&self, before: Option<&String>) -> String {
        let marked = |state: &State| {
            let text = state.text();
            let mut rows = text.lines().enumerate();
            let (at, row) = rows.find(|(_, line)| line.starts_with("  > "))?;
            let (line, column) = state.screen().cursor_position();
            // In a list that typing narrows it is seen, and stands in the field.
            let is_typed_into = !state.screen().hide_cursor();
            let is_drawn = is_typed_into || (usize::from(line), column) == (at, 2);
            Some(row.to_owned()).filter(|row| is_drawn && Some(row) != before)
        };
        self.wait_until("a cursor", |state| marked(state).is_some());
        self.look(marked).expect("it was just there")
    }

    /// Waits until nothing was put out for so long.
    pub(super) fn wait_until_quiet(&self, quiet: Duration) {
        let until = Instant::now() + DEADLINE;
        let mut state = self.shared.lock();
        loop {
            let before = state.told();
            let (next, waited) = self.shared.changed.wait_timeout(state, quiet).unwrap();
            state = next;
            if waited.timed_out() && state.told() == before {
                return;
            }
            assert!(Instant::now() < until, "it never stops drawing");
        }
    }

    /// What is known at this moment.
    pub(super) fn look<T>(&self, at: impl FnOnce(&State) -> T) -> T {
        at(&self.shared.lock())
    }

    pub(super) fn text(&self) -> String {
        self.look(State::text)
    }

    /// All that was put out since so many bytes.
    pub(super) fn output_since(&self, told: usize) -> String {
        self.look(|state| String::from_utf8_lossy(&state.output[told..]).into_owned())
    }

    /// The cell in this column of the first line that holds these words.
    pub(super) fn cell(&self, words: &str, column: u16) -> Option<Cell> {
        self.look(|state| {
            let line = state.text().lines().position(|line| line.contains(words))?;
            let line = u16::try_from(line).ok()?;
            state.screen().cell(line, column).cloned()
        })
    }

    /// Gives the window another size. The emulator first: what is drawn for the new size must find it.
    pub(super) fn resize(&self, columns: u16, lines: u16) {
        let window = self.window.as_ref().expect("the window is open");
        let mut state = self.shared.lock();
        let (columns_seen, lines_seen) = size_or_usual(columns, lines);
        let (high, wide) = (at_least_one(lines_seen), at_least_one(columns_seen));
        state.emulator.set_size(high, wide);
        window.master.resize(pty_size((columns, lines))).unwrap();
    }

    /// Sends a signal by its name, such as `TERM`.
    pub(super) fn signal(&self, name: &str) {
        let script = format!("kill -s {name} {}", self.process);
        let done = Command::new("sh").args(["-c", &script]).status().unwrap();
        assert!(done.success());
    }

    /// Stops the program that a shell in this window runs, as someone else could.
    pub(super) fn stop_what_runs_in_it(&self) {
        let window = self.window.as_ref().expect("the window is open");
        let group = window.master.process_group_leader().expect("it runs");
        let script = format!("kill -s STOP {group}");
        let done = Command::new("sh").args(["-c", &script]).status().unwrap();
        assert!(done.success());
    }

    /// Types this last and closes the window as soon as the screen holds these words.
    #[track_caller]
    pub(super) fn close_after(&mut self, keys: &str, words: &str) {
        self.shared
            .change(|state| state.closing_at = Some(Closing::At(words.to_owned())));
        self.send(keys);
        self.close(words);
    }

    /// Closes the window, once nobody reads any more.
    #[track_caller]
    pub(super) fn close(&mut self, what: &str) {
        self.wait_until(what, |state| state.is_silent);
        let window = self.window.take().expect("the window is open");
        // The reader holds the terminal too.
        window.reader.join().unwrap();
        drop(window.writer);
        drop(window.master);
    }

    /// Waits until the program has ended and all its output is here; gives the exit code.
    #[track_caller]
    pub(super) fn end(&self) -> u32 {
        self.wait_until("the end", State::has_ended);
        self.look(|state| state.code).expect("it has ended")
    }

    /// Whether the keyboard is the program's own: no line editing, no echo.
    pub(super) fn is_raw(&self) -> bool {
        let modes = self.local_modes();
        !modes.contains("ICANON") && !shows_what_is_typed(&modes)
    }

    /// Waits until what is typed is not shown. What a terminal is told so makes nothing to be seen.
    #[track_caller]
    pub(super) fn wait_until_it_hides_what_is_typed(&self) {
        let until = Instant::now() + DEADLINE;
        while shows_what_is_typed(&self.local_modes()) {
            assert!(Instant::now() < until, "{}", self.text());
            thread::yield_now();
        }
    }

    /// The window is as it was before the program: its own screen, its cursor, its way to take lines.
    #[track_caller]
    pub(super) fn must_be_restored(&self) {
        self.look(|state| {
            let screen = state.screen();
            let text = state.text();
            assert!(!screen.alternate_screen(), "still the second screen");
            assert!(!screen.hide_cursor(), "the cursor is hidden:\n{text}");
            let from = state.output.len().saturating_sub(500);
            let end = String::from_utf8_lossy(&state.output[from..]).into_owned();
            assert!(!screen.bracketed_paste(), "pasting is marked: {end:?}");
            let mouse = screen.mouse_protocol_mode();
            assert_eq!(mouse, MouseProtocolMode::None, "the mouse is still taken");
        });
        let modes = self.local_modes();
        assert!(modes.contains("ICANON"), "lines are not taken: {modes}");
        let is_shown = shows_what_is_typed(&modes);
        assert!(is_shown, "what is typed is not shown: {modes}");
    }

    fn local_modes(&self) -> String {
        let window = self.window.as_ref().expect("the window is open");
        let modes = window.master.get_termios().expect("a terminal");
        format!("{:?}", modes.local_flags)
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        if self.look(|state| state.code.is_none()) {
            // Only after a test that failed: nothing may be left running.
            let script = format!("kill -s KILL {}", self.process);
            let _ = Command::new("sh").args(["-c", &script]).status();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that fails while it looks leaves it to the rest of that test to clear up.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, how: impl FnOnce(&mut State)) {
        how(&mut self.lock());
        self.changed.notify_all();
    }

    fn follow(&self, mut output: Box<dyn Read + Send>, keyboard: &Keyboard) {
        let mut buffer = [0; 8192];
        let mut pending: Vec<u8> = Vec::new();
        loop {
            let count = read_or_end(&mut output, &mut buffer);
            pending.extend_from_slice(&buffer[..count]);
            let mut is_over = count == 0;
            let mut answers = String::new();
            self.change(|state| {
                let whole = whole_characters(&pending);
                let bytes: Vec<u8> = pending.drain(..whole).collect();
                let text = std::str::from_utf8(&bytes).expect("whole characters");
                answers = state.emulator.process(text);
                state.output.extend(bytes);
                is_over |= match &state.closing_at {
                    None => false,
                    Some(Closing::At(words)) => state.text().contains(words),
                    Some(Closing::Asked) => state.emulator.asked() > 0,
                };
                state.is_silent = is_over;
            });
            if !answers.is_empty() {
                // Who has gone meanwhile does not need the answer.
                let _ = keyboard.lock().unwrap().write_all(answers.as_bytes());
            }
            if is_over {
                return;
            }
        }
    }
}

/// How many bytes came; 0 once nobody holds the other end any more, which Linux says by an error.
fn read_or_end(output: &mut impl Read, buffer: &mut [u8]) -> usize {
    // Asked twice: where the last bytes and the closing come between two of its looks, Linux says the one before it
    // has given the other.
    let count = output.read(buffer).or_else(|_| output.read(buffer));
    count.unwrap_or(0)
}

fn shows_what_is_typed(modes: &str) -> bool {
    let mut modes = modes.split(|c: char| !c.is_ascii_alphanumeric());
    modes.any(|mode| mode == "ECHO")
}

/// Whether these bytes only place the cursor and choose a style, as far as they go: nothing is written or wiped by them.
fn draws_nothing(output: &[u8]) -> bool {
    let mut sequences = output.split(|byte| *byte == b'\x1b').skip(1);
    sequences.all(|sequence| {
        let end = sequence.iter().position(u8::is_ascii_alphabetic);
        end.is_none_or(|end| end + 1 == sequence.len() && !b"JK".contains(&sequence[end]))
    })
}

/// How many bytes at the start are whole characters: a read can end in the middle of one.
fn whole_characters(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Err(error) => panic!("the output is not UTF-8: {error}"),
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn at_least_one(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN)
}
