//! The walk without a full screen: reads lines, lets them happen, saves before it says so.
//! One thread, no cursor movement; end of input saves and ends.

use std::io::{self, BufRead, Write};

use crate::app::event::{Effect, Event};
use crate::app::{App, update};
use crate::pack_library::PackLibrary;
use crate::plain::{Shown, Step, prompt, reply, understand, wants_points};
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::moment::Moment;
use crate::store::Settings;
use crate::store_service::{Reply, StoreService};
use crate::terminal::hidden_line;
use crate::text::Message;
use crate::text::catalog::Catalog;

/// No line is taken beyond this, in bytes: a pipe without line ends must not fill the memory.
const LONGEST_LINE: usize = 64_000;

/// Everything outside the app that a walk needs.
pub(super) struct Outside<'a> {
    pub(super) store_service: StoreService,
    pub(super) library: PackLibrary,
    pub(super) catalog: Catalog,
    pub(super) now: &'a dyn Fn() -> Moment,
    /// Whether a person types: then a passphrase is not shown while it is typed.
    pub(super) is_asked: bool,
    pub(super) input: &'a mut dyn BufRead,
    pub(super) out: &'a mut dyn Write,
}

/// What a line of input was.
enum Line {
    Text(String),
    /// Only its beginning was taken.
    Cut(String),
    NotUtf8,
    End,
}

/// Walks until the user leaves or the input ends; says whether everything is on the disk.
pub(super) fn walk(mut app: App, outside: Outside<'_>) -> io::Result<bool> {
    let mut walk = PlainWalk {
        outside,
        shown: Shown::default(),
        ended: false,
    };
    // Nothing is folded where nothing has to fit.
    walk.happen(&mut app, Event::Resize(u16::MAX, u16::MAX));
    walk.show(&app)?;
    while !walk.ended {
        walk.ask(&app)?;
        let line = if app.is_typing_a_secret() && walk.outside.is_asked {
            hidden_line(walk.outside.input)?.map_or(Line::End, |line| Line::Text(line.to_string()))
        } else {
            walk.read()?
        };
        match line {
            Line::End => walk.happen(&mut app, Event::Ending),
            Line::NotUtf8 => walk.say(&Message::new("plain-not-utf8"))?,
            Line::Text(line) => walk.take(&mut app, &line)?,
            Line::Cut(line) => {
                walk.say(&Message::new("plain-too-long"))?;
                walk.take(&mut app, &line)?;
            }
        }
    }
    Ok(app.is_saved())
}

struct PlainWalk<'a> {
    outside: Outside<'a>,
    shown: Shown,
    ended: bool,
}

impl PlainWalk<'_> {
    fn take(&mut self, app: &mut App, line: &str) -> io::Result<()> {
        let mut shown_already = false;
        for step in understand(app, line, &self.outside.catalog) {
            match step {
                Step::Happen(event) => self.happen(app, event),
                Step::Say(message) => {
                    self.say(&message)?;
                    shown_already = true;
                }
                Step::Again => {
                    let text = Shown::again(app, &self.outside.catalog);
                    self.outside.out.write_all(text.as_bytes())?;
                    shown_already = true;
                }
                Step::ReplyAndGoOn => self.reply_and_go_on(app)?,
            }
        }
        if self.ended || shown_already {
            return Ok(());
        }
        // The question stands right above: its points need not be read out again.
        if wants_points(app) {
            return self.say(&Message::new("plain-points-how"));
        }
        self.show(app)
    }

    fn reply_and_go_on(&mut self, app: &mut App) -> io::Result<()> {
        use crate::app::action::Action;
        if !app.is_settled() {
            return Ok(());
        }
        let text = reply(app, &self.outside.catalog);
        self.outside.out.write_all(text.as_bytes())?;
        self.happen(app, Event::Do(Action::Choose));
        Ok(())
    }

    fn happen(&mut self, app: &mut App, event: Event) {
        for effect in update(app, event, (self.outside.now)()) {
            self.perform(app, effect);
        }
    }

    fn perform(&mut self, app: &mut App, effect: Effect) {
        let outside = &mut self.outside;
        let now = (outside.now)();
        let report = match effect {
            Effect::Save => {
                let Some(case) = app.case() else { return };
                outside.store_service.save(case)
            }
            Effect::LoadFollowing => {
                let id = app.pack().id.clone();
                for pack in outside.library.following(&id) {
                    self.happen(app, Event::Loaded(pack));
                }
                return;
            }
            Effect::List => outside.store_service.list(),
            Effect::Open(id) => outside.store_service.open(&id, now),
            Effect::FreshId => outside.store_service.fresh_id(),
            Effect::Ask(request) => outside.store_service.ask(request, now),
            Effect::Fill(message) => {
                let words = outside.catalog.message(&message);
                return self.happen(app, Event::Filled(words));
            }
            Effect::Language(code) => {
                (outside.catalog, _) = outside.library.catalog(&code);
                let language = |settings: &mut Settings| settings.set_language(Some(&code));
                return outside.store_service.remember(language);
            }
            // There is no screen to give back or to point at: the shell's own Ctrl-Z does the one.
            Effect::Suspend | Effect::Mouse(_) => return,
            Effect::Export(wanted) => {
                let case = app.case();
                let library = &mut outside.library;
                match case.and_then(|case| library.writing(case, &outside.catalog, wanted)) {
                    Some(writing) => outside.store_service.write_out(writing),
                    None => Reply::ExportFailed(SaveFault::Other),
                }
            }
            Effect::Quit => {
                self.ended = true;
                return;
            }
        };
        self.tell(app, report);
    }

    fn tell(&mut self, app: &mut App, report: Reply) {
        for event in self.outside.library.reply_events(report, app) {
            self.happen(app, event);
        }
    }

    fn show(&mut self, app: &App) -> io::Result<()> {
        let text = self.shown.next(app, &self.outside.catalog);
        self.outside.out.write_all(text.as_bytes())
    }

    fn say(&mut self, message: &Message<'_>) -> io::Result<()> {
        let text = self.outside.catalog.message(message);
        writeln!(self.outside.out, "{text}")
    }

    fn ask(&mut self, app: &App) -> io::Result<()> {
        let text = self.outside.catalog.message(&prompt(app));
        write!(self.outside.out, "{text} ")?;
        self.outside.out.flush()
    }

    fn read(&mut self) -> io::Result<Line> {
        let mut bytes = Vec::new();
        let mut is_cut = false;
        loop {
            let there = self.outside.input.fill_buf()?;
            if there.is_empty() {
                if bytes.is_empty() {
                    return Ok(Line::End);
                }
                break;
            }
            let end = there.iter().position(|byte| *byte == b'\n');
            let part = &there[..end.unwrap_or(there.len())];
            let room = LONGEST_LINE - bytes.len();
            is_cut |= part.len() > room;
            bytes.extend_from_slice(&part[..part.len().min(room)]);
            let taken = end.map_or(there.len(), |end| end + 1);
            self.outside.input.consume(taken);
            if end.is_some() {
                break;
            }
        }
        Ok(line_of(bytes, is_cut))
    }
}

fn line_of(mut bytes: Vec<u8>, is_cut: bool) -> Line {
    if is_cut
        && let Err(error) = std::str::from_utf8(&bytes)
        && error.error_len().is_none()
    {
        // Only its last character was cut in two.
        bytes.truncate(error.valid_up_to());
    }
    match String::from_utf8(bytes) {
        Ok(line) if is_cut => Line::Cut(line),
        Ok(line) => Line::Text(line.trim_end_matches('\r').to_owned()),
        Err(_) => Line::NotUtf8,
    }
}
