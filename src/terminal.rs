//! Floor 4: the full screen. One thread decides and draws, blocked on one channel; a reader, the saver
//! and a watcher for signals send into it. Nothing is drawn unless something happened.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use chrono::Local;
use crossterm::event::Event as TerminalEvent;

use crate::app::action::Action;
use crate::app::event::Event;
use crate::app::keys::resolve;
use crate::app::{App, Screen as AppScreen, page};
use crate::questionnaire::moment::Moment;
use crate::session::{Session, Step};
use crate::store_service::StoreService;
use crate::terminal::decoder::Heard;
use crate::terminal::ear::{Ear, Gone};
use crate::terminal::panic::Threads;
use crate::terminal::pause::Pause;
use crate::terminal::pointing::Pointer;
use crate::terminal::probe::{Answer, Probe};
use crate::terminal::saver::Saver;
use crate::terminal::screen::Screen;
use crate::text::width::WidthMode;
use crate::view::{Drawn, Look, Memo, Theme, draw};

mod backend;
#[cfg(windows)]
mod console_input;
#[cfg(any(windows, test))]
mod console_records;
pub mod decoder;
mod ear;
mod panic;
mod paste;
mod pause;
mod pointing;
mod probe;
mod reader;
mod saver;
mod screen;
mod secret;
mod signals;
#[cfg(windows)]
mod windows_console;

pub use crate::terminal::panic::{Last, PANICKED, end_at_a_panic, get_ready};
pub use probe::Width;
pub use screen::can_draw;
pub use secret::{ask_line, hidden_line};
pub use signals::is_to_stop;

/// Whether the window was opened for this program alone, and closes with it. Elsewhere than on Windows nobody can tell.
#[must_use]
pub fn closes_with_us() -> bool {
    #[cfg(windows)]
    return windows_console::is_alone();
    #[cfg(not(windows))]
    false
}

/// What the full screen starts with.
pub struct Start {
    pub session: Session,
    pub service: StoreService,
    pub theme: Theme,
    pub width: Width,
    /// Panics after the first drawing: for the test of what a panic leaves behind.
    pub crash: bool,
    /// What happens before the first drawing.
    pub first: Vec<Event>,
}

/// What the full screen leaves behind for its caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub ending: Ending,
    /// Whether everything is on the disk.
    pub is_saved: bool,
    /// What may not have been seen: the outcome of a report that was written at the very end.
    pub last_word: Option<String>,
}

/// How the full screen ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The user left.
    Left,
    /// A signal of this number, or 1 (hang-up) if the window went away.
    Signal(u8),
    /// One of the other threads failed; its report is written.
    Broken,
}

/// Something from one of the other threads.
enum Input {
    /// What came from the terminal since the last batch.
    Heard(Vec<Heard>),
    /// The terminal is gone.
    Gone,
    /// Another thread failed.
    Broken,
    Signal(i32),
    /// What the saver tells, to happen in this order.
    Told(Vec<Event>),
}

/// Runs until the user leaves or the terminal goes away, and everything that was asked for is on the disk or told.
///
/// # Panics
/// If it was asked to.
pub fn run(start: Start) -> io::Result<Ended> {
    let Start {
        session,
        service,
        theme,
        width,
        crash,
        first,
    } = start;
    let (sender, inputs) = mpsc::channel();
    // Before the screen: a signal that comes while it is entered must not leave it as it is.
    signals::watch(sender.clone())?;
    let saver = Saver::start(service, sender.clone());
    panic::know(Threads {
        of_the_loop: thread::current().id(),
        saver: saver.finish(),
        tell: sender.clone(),
    });
    let screen = Screen::enter(session.app.takes_mouse())?;
    let mut running = Running {
        session,
        theme,
        width: WidthMode::Narrow,
        draws_all: width == Width::Known(WidthMode::Wide),
        saver,
        screen,
        memo: Memo::default(),
        drawn: Drawn::default(),
        pointer: Pointer::default(),
        probe: Probe::default(),
        last_page: None,
        is_blind: false,
        ending: None,
        pause: Pause::default(),
    };
    let mut ear = Ear::default();
    match width {
        Width::Known(mode) => running.take_width(mode),
        Width::Asked => {
            if running.ask_for_the_width(&mut ear, &sender).is_err() {
                running.end(Ending::Signal(1));
                return Ok(running.go_round(&inputs));
            }
        }
    }
    running.take_size()?;
    for event in first {
        running.happen(event);
    }
    running.draw();
    assert!(!crash, "asked for by a test");
    reader::watch(ear, sender);
    Ok(running.go_round(&inputs))
}

/// Most terminals have answered long before. One that has not is drawn on, and its answer taken when it comes.
const FOR_AN_ANSWER: Duration = Duration::from_millis(200);

struct Running {
    session: Session,
    theme: Theme,
    width: WidthMode,
    /// Wide because the user says so: where the terminal is narrow after all, the cell behind such a character
    /// keeps what stood there unless everything is drawn anew.
    draws_all: bool,
    screen: Screen,
    saver: Saver,
    memo: Memo,
    /// What stands where. Empty from a change to the next drawing: nobody has seen yet what is there now.
    drawn: Drawn,
    pointer: Pointer,
    /// What the terminal was asked.
    probe: Probe,
    /// The page that was drawn last.
    last_page: Option<(AppScreen, usize)>,
    /// The last drawing was of no page, as the window was too small: what was typed since answers nothing.
    is_blind: bool,
    ending: Option<Ending>,
    pause: Pause,
}

impl Running {
    fn go_round(mut self, inputs: &Receiver<Input>) -> Ended {
        while self.ending.is_none() {
            match self.next_input(inputs) {
                Ok(first) => self.take(first),
                Err(RecvTimeoutError::Timeout) => self.happen(Event::Silence),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            // One drawing for everything that is there by now. What is there at the end stays: whoever leaves takes it.
            while self.ending.is_none()
                && let Ok(next) = inputs.try_recv()
            {
                self.take(next);
            }
            if self.ending.is_none() {
                self.draw();
            }
        }
        let Self {
            mut session,
            saver,
            screen,
            ending,
            ..
        } = self;
        drop(screen);
        // Leaving waits for the disk, whoever asked for it.
        drop(saver);
        for input in inputs.try_iter() {
            if let Input::Told(events) = input {
                for event in events {
                    session.happen(event, now());
                }
            }
        }
        let last_word = session.app.last_word();
        let ended = Ended {
            ending: ending.unwrap_or(Ending::Left),
            is_saved: session.app.is_saved(),
            last_word: last_word.map(|message| session.catalog.message(message)),
        };
        session.leave();
        ended
    }

    /// Waits for something to happen: for ever, unless something is written that is not kept yet.
    #[expect(clippy::disallowed_methods, reason = "a pause is measured here alone")]
    fn next_input(&mut self, inputs: &Receiver<Input>) -> Result<Input, RecvTimeoutError> {
        let is_unkept = self.session.app.has_unkept_text();
        match self.pause.wait(is_unkept, Instant::now()) {
            Some(wait) => inputs.recv_timeout(wait),
            None => Ok(inputs.recv()?),
        }
    }

    /// Draws what the answer depends on, and waits a moment for it. What comes meanwhile waits for the first page.
    fn ask_for_the_width(&mut self, ear: &mut Ear, early: &Sender<Input>) -> Result<(), Gone> {
        let answer = probe::ask().map_err(|_| Gone)?;
        if let Some(answer) = answer {
            self.take_meaning(answer);
            return Ok(());
        }
        let until = instant() + FOR_AN_ANSWER;
        while !self.probe.is_done() {
            let left = until.saturating_duration_since(instant());
            if left.is_zero() {
                break;
            }
            for heard in ear.listen(Some(left))? {
                match heard {
                    Heard::Column(column) => self.take_answer(column),
                    // Not an error: `inputs` is read by who has called this.
                    event @ Heard::Event(_) => drop(early.send(Input::Heard(vec![event]))),
                }
            }
        }
        Ok(())
    }

    /// An answer to what the terminal was asked, however late.
    fn take_answer(&mut self, column: u16) {
        if let Some(answer) = self.probe.hear(column) {
            self.take_meaning(answer);
        }
    }

    fn take_meaning(&mut self, answer: Answer) {
        match answer {
            Answer::Drawn(mode) if mode == self.width => {}
            Answer::Drawn(mode) => self.take_width(mode),
            Answer::NotUtf8 => {
                self.take_width(WidthMode::Narrow);
                self.session.speak_ascii();
                if self.screen.draw_in_ascii().is_err() {
                    self.end(Ending::Signal(1));
                }
            }
        }
    }

    fn take_width(&mut self, mode: WidthMode) {
        self.width = mode;
        self.session.app.take_width(mode);
        self.last_page = None;
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Heard(batch) => {
                let mut events = Vec::new();
                for heard in batch {
                    match heard {
                        Heard::Event(event) => events.push(event),
                        Heard::Column(column) => self.take_answer(column),
                    }
                }
                let batch = events;
                let batch = if cfg!(windows) && self.session.app.is_editing() {
                    paste::taken_together(batch)
                } else {
                    batch
                };
                for event in batch {
                    if self.ending.is_none() {
                        self.take_terminal(event);
                    }
                }
            }
            Input::Gone => self.end(Ending::Signal(1)),
            Input::Broken => self.end(Ending::Broken),
            Input::Signal(signal) => self.take_signal(signal),
            Input::Told(events) => {
                for event in events {
                    self.happen(event);
                }
            }
        }
    }

    fn take_terminal(&mut self, event: TerminalEvent) {
        match event {
            TerminalEvent::Key(key) => {
                // Resolved against what the key before it left behind.
                if let Some(event) = resolve(&self.session.app, key) {
                    self.happen_if_seen(event);
                }
            }
            TerminalEvent::Mouse(mouse) => {
                if let Some(event) = self.pointer.meant(&self.session.app, &self.drawn, mouse) {
                    self.happen_if_seen(event);
                }
            }
            TerminalEvent::Paste(text) => self.happen_if_seen(Event::Text(text)),
            TerminalEvent::Resize(columns, lines) => self.happen(Event::Resize(columns, lines)),
            _ => {}
        }
    }

    /// A window that has just grown shows its page only after the next drawing.
    fn happen_if_seen(&mut self, event: Event) {
        if !(self.is_blind && event.answers_what_is_shown()) {
            let event = self.shown_first(event);
            self.happen(event);
        }
    }

    /// An answer that is below the edge of the window is shown before it can be given.
    fn shown_first(&mut self, event: Event) -> Event {
        let Event::Do(action @ Action::Answer(_)) = event else {
            return event;
        };
        if self.drawn.is_empty() && self.session.app.is_in_a_small_window() {
            // In the middle of a batch: where there is much room it is taken to be seen.
            self.draw();
        }
        if self.drawn.is_empty() || self.drawn.shows(action) {
            event
        } else {
            Event::Focus(action)
        }
    }

    fn take_signal(&mut self, signal: i32) {
        if signals::is_resize(signal) {
            if self.take_size().is_err() || self.screen.draw_all_next().is_err() {
                self.end(Ending::Signal(1));
            }
        } else if signals::is_continue(signal) {
            if self.screen.enter_again().is_err() {
                self.end(Ending::Signal(1));
            }
        } else {
            self.end(Ending::Signal(u8::try_from(signal).unwrap_or(1)));
        }
    }

    /// The user did not ask for this: what was typed is kept, and then it ends.
    fn end(&mut self, ending: Ending) {
        self.happen(Event::Ending);
        self.ending = Some(ending);
    }

    fn happen(&mut self, event: Event) {
        if !matches!(event, Event::Saved(..)) {
            self.drawn = Drawn::default();
        }
        for step in self.session.happen(event, now()) {
            match step {
                Step::Ask(request) => self.saver.ask(request),
                Step::Mouse(is_taken) => {
                    if self.screen.point(is_taken).is_err() {
                        self.ending = Some(Ending::Signal(1));
                    }
                }
                Step::Redraw => {
                    if self.screen.draw_all_next().is_err() {
                        self.ending = Some(Ending::Signal(1));
                    }
                }
                Step::Suspend => {
                    if self.screen.suspend().is_err() {
                        self.ending = Some(Ending::Signal(1));
                    }
                }
                Step::Quit => self.ending = Some(self.ending.unwrap_or(Ending::Left)),
            }
        }
    }

    fn take_size(&mut self) -> io::Result<()> {
        let (columns, lines) = self.screen.size()?;
        self.happen(Event::Resize(columns, lines));
        Ok(())
    }

    /// Where nothing can be drawn any more the window is gone.
    fn draw(&mut self) {
        let page_now = Some(page_of(&self.session.app));
        if self.draws_all && self.screen.draw_all_next().is_err() {
            return self.end(Ending::Signal(1));
        }
        // What somebody else has written on the screen is not to stand between the lines of another question.
        if std::mem::replace(&mut self.last_page, page_now) != page_now && !self.draws_all {
            self.screen.draw_over_next();
        }
        let Self {
            session: Session { app, catalog, .. },
            theme,
            width,
            memo,
            screen,
            drawn,
            is_blind,
            ..
        } = self;
        let look = Look {
            catalog,
            theme: *theme,
            width: *width,
        };
        *is_blind = app.is_out_of_sight();
        let done = screen.draw(|frame| {
            *drawn = draw(&page(app), look, memo, frame);
        });
        let done = done.and_then(|()| match drawn.cursor() {
            Some(position) => screen.leave_cursor_at(position),
            None => Ok(()),
        });
        if done.is_err() {
            self.end(Ending::Signal(1));
        }
    }
}

/// Which page is shown.
fn page_of(app: &App) -> (AppScreen, usize) {
    (app.screen(), app.position())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the answer of a terminal is waited for once, at the start"
)]
fn instant() -> Instant {
    Instant::now()
}

/// The moment it is, with the offset of this computer's clock.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the full screen reads the clock here, once an event"
)]
pub fn now() -> Moment {
    Moment::new(Local::now().fixed_offset())
}
