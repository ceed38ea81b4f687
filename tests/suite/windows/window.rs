//! A console with a window: runs the built program in one and shows what a person would see.
//! Waits for what is to be seen, with a deadline; never for a time to pass.

use std::io::{PipeReader, PipeWriter, Read};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::console::Console;

/// No single step takes this long, even on a busy machine with a slow disk.
const DEADLINE: Duration = Duration::from_secs(60);

pub(super) struct Window {
    shared: Arc<Shared>,
    /// Dropping it closes it.
    _console: (Console, PipeWriter),
    process: u32,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// Everything that was put out so far.
    output: Vec<u8>,
    code: Option<u32>,
}

impl Window {
    /// The program with this data folder, in Japanese, in a window of 80x24.
    pub(super) fn open(data: &Path, args: &[&str]) -> Self {
        let (console, keyboard, output) = Console::new(80, 24).expect("a console");
        let data = data.to_str().expect("UTF-8");
        let program = env!("CARGO_BIN_EXE_mamori");
        let always = [program, "--data-dir", data, "--lang", "ja"];
        let program = console.start(&[&always, args].concat());
        let program = program.expect("it starts");
        let process = program.id;
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                output: Vec::new(),
                code: None,
            }),
            changed: Condvar::new(),
        });
        let told = Arc::clone(&shared);
        thread::spawn(move || {
            let code = program.wait().expect("it ends");
            told.change(|state| state.code = Some(code));
        });
        let told = Arc::clone(&shared);
        thread::spawn(move || told.follow(output));
        Self {
            shared,
            _console: (console, keyboard),
            process,
        }
    }

    pub(super) fn process(&self) -> u32 {
        self.process
    }

    /// Waits until these words are to be seen.
    #[track_caller]
    pub(super) fn wait(&self, words: &str) -> String {
        self.wait_until(words, |state| {
            let text = state.text();
            text.contains(words).then_some(text)
        })
    }

    /// All characters that were drawn so far.
    pub(super) fn text(&self) -> String {
        self.shared.lock().text()
    }

    /// Waits until the program has ended; gives the exit code.
    #[track_caller]
    pub(super) fn end(&self) -> u32 {
        self.wait_until("the end", |state| state.code)
    }

    #[track_caller]
    fn wait_until<T>(&self, what: &str, found: impl Fn(&State) -> Option<T>) -> T {
        let until = Instant::now() + DEADLINE;
        let mut state = self.shared.lock();
        loop {
            if let Some(found) = found(&state) {
                return found;
            }
            let left = until.saturating_duration_since(Instant::now());
            let text = state.text();
            assert!(
                !left.is_zero(),
                "waited in vain for {what:?}; the screen:\n{text}"
            );
            (state, _) = self.shared.changed.wait_timeout(state, left).unwrap();
        }
    }
}

impl State {
    /// All characters that were drawn so far. Wine's console puts line ends into commands, and cuts them.
    fn text(&self) -> String {
        let drawn = String::from_utf8_lossy(&self.output).replace(['\r', '\n'], "");
        let mut parts = drawn.split("\x1b[");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| {
            let end = part.find(|c: char| ('@'..='~').contains(&c));
            text + end.map_or(part, |end| &part[end + 1..])
        })
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, how: impl FnOnce(&mut State)) {
        how(&mut self.lock());
        self.changed.notify_all();
    }

    fn follow(&self, mut output: PipeReader) {
        let mut buffer = [0; 8192];
        // An error is how a pipe says that nobody holds the other end any more.
        while let Ok(count @ 1..) = output.read(&mut buffer) {
            self.change(|state| state.output.extend(&buffer[..count]));
        }
    }
}
