//! The walk without a full screen: reads lines, lets them happen, saves before it says so.
//! One thread, no cursor movement; end of input saves and ends.

use std::io::{self, BufRead, Cursor, Read, Write};

use crate::app::action::Action;
use crate::app::event::Event;
use crate::plain::{
    Shown, Step as Meant, has_just_asked_for_points, prompt, reply, takes_text, understand,
};
use crate::questionnaire::encoding::{Encoding, decode, is_utf_16, line_after};
use crate::questionnaire::moment::Moment;
use crate::session::{Session, Step};
use crate::store_service::StoreService;
use crate::terminal::hidden_line;
use crate::text::Message;

/// No line is taken beyond this, in bytes: a pipe without line ends must not fill the memory.
const LONGEST_LINE: usize = 64_000;

/// Nor more of what is written in UTF-16, which is read at once.
const LONGEST_INPUT: u64 = 1_000_000;

/// Everything outside the app that a walk needs.
pub(super) struct Outside<'a> {
    pub(super) service: StoreService,
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
    /// In no encoding that is known here. With marks where it cannot be read.
    Damaged(String),
    End,
}

/// Walks until the user leaves or the input ends; says whether everything is on the disk.
/// `first` is what happens before anything is said.
pub(super) fn walk(session: Session, outside: Outside<'_>, first: Vec<Event>) -> io::Result<bool> {
    let mut walk = PlainWalk {
        session,
        outside,
        shown: Shown::default(),
        ended: false,
        encoding: Encoding::default(),
        translated: None,
    };
    // Nothing is folded where nothing has to fit.
    walk.happen(Event::Resize(u16::MAX, u16::MAX));
    for event in first {
        walk.happen(event);
    }
    walk.show()?;
    while !walk.ended {
        walk.ask()?;
        let line = if walk.session.app.is_typing_a_secret() && walk.outside.is_asked {
            hidden_line(walk.outside.input)?.map_or(Line::End, |line| Line::Text(line.to_string()))
        } else {
            walk.read()?
        };
        match line {
            Line::End => walk.happen(Event::Ending),
            // A text that was asked for is taken all the same: what follows it is the answer to something else.
            Line::Damaged(line) if takes_text(&walk.session.app) => {
                walk.say(&Message::new("plain-part-unread"))?;
                walk.take(&line)?;
            }
            Line::Damaged(_) => walk.say(&Message::new("plain-unread"))?,
            Line::Text(line) => walk.take(&line)?,
            Line::Cut(line) => {
                walk.say(&Message::new("plain-too-long"))?;
                walk.take(&line)?;
            }
        }
    }
    let is_saved = walk.session.app.is_saved();
    walk.session.leave();
    Ok(is_saved)
}

struct PlainWalk<'a> {
    session: Session,
    outside: Outside<'a>,
    shown: Shown,
    ended: bool,
    /// How the line before was written.
    encoding: Encoding,
    /// All of an input that is not written in bytes.
    translated: Option<Cursor<Vec<u8>>>,
}

impl PlainWalk<'_> {
    fn take(&mut self, line: &str) -> io::Result<()> {
        let mut shown_already = false;
        for meant in understand(&self.session.app, line, &self.session.catalog) {
            match meant {
                Meant::Happen(event) => self.happen(event),
                Meant::Say(message) => {
                    self.say(&message)?;
                    shown_already = true;
                }
                Meant::Tell(text) => {
                    writeln!(self.outside.out, "{text}")?;
                    shown_already = true;
                }
                Meant::Again => {
                    let text = Shown::again(&self.session.app, &self.session.catalog);
                    self.outside.out.write_all(text.as_bytes())?;
                    shown_already = true;
                }
                Meant::ReplyAndGoOn => self.reply_and_go_on()?,
            }
        }
        if self.ended || shown_already {
            return Ok(());
        }
        // The question stands right above: its points need not be read out again.
        if has_just_asked_for_points(&self.session.app) {
            return self.say(&Message::new("plain-points-how"));
        }
        self.show()
    }

    fn reply_and_go_on(&mut self) -> io::Result<()> {
        if !self.session.app.is_settled() {
            return Ok(());
        }
        let text = reply(&self.session.app, &self.session.catalog);
        self.outside.out.write_all(text.as_bytes())?;
        self.happen(Event::Do(Action::Choose));
        Ok(())
    }

    fn happen(&mut self, event: Event) {
        let now = (self.outside.now)();
        for step in self.session.happen(event, now) {
            match step {
                Step::Ask(request) => {
                    for event in self.outside.service.perform(request, now) {
                        self.happen(event);
                    }
                }
                // There is no screen to give back or to point at: the shell's own Ctrl-Z does the one.
                Step::Mouse(_) | Step::Suspend | Step::Redraw => {}
                Step::Quit => self.ended = true,
            }
        }
    }

    fn show(&mut self) -> io::Result<()> {
        let text = self.shown.next(&self.session.app, &self.session.catalog);
        self.outside.out.write_all(text.as_bytes())
    }

    fn say(&mut self, message: &Message<'_>) -> io::Result<()> {
        let text = self.session.catalog.message(message);
        writeln!(self.outside.out, "{text}")
    }

    fn ask(&mut self) -> io::Result<()> {
        let text = self.session.catalog.message(&prompt(&self.session.app));
        write!(self.outside.out, "{text} ")?;
        self.outside.out.flush()
    }

    fn read(&mut self) -> io::Result<Line> {
        if is_utf_16(self.outside.input.fill_buf()?) {
            let mut bytes = Vec::new();
            let input = &mut *self.outside.input;
            input.take(LONGEST_INPUT).read_to_end(&mut bytes)?;
            let text = decode(&bytes).map_or_else(String::new, |(text, _)| text.into_owned());
            self.translated = Some(Cursor::new(text.into_bytes()));
        }
        let input: &mut dyn BufRead = match &mut self.translated {
            Some(translated) => translated,
            None => self.outside.input,
        };
        let mut bytes = Vec::new();
        let mut is_cut = false;
        loop {
            let there = input.fill_buf()?;
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
            input.consume(taken);
            if end.is_some() {
                break;
            }
        }
        Ok(line_of(bytes, is_cut, &mut self.encoding))
    }
}

fn line_of(mut bytes: Vec<u8>, is_cut: bool, encoding: &mut Encoding) -> Line {
    if is_cut {
        // Only its last character was cut in two.
        match std::str::from_utf8(&bytes) {
            Err(error) if error.error_len().is_none() => bytes.truncate(error.valid_up_to()),
            // Not an error: it is another encoding, or it is told.
            Err(_) if line_after(*encoding, &bytes).is_none() => bytes.truncate(bytes.len() - 1),
            _ => {}
        }
    }
    let Some((line, read_as)) = line_after(*encoding, &bytes) else {
        return Line::Damaged(String::from_utf8_lossy(&bytes).into_owned());
    };
    *encoding = read_as;
    if is_cut {
        Line::Cut(line.into_owned())
    } else {
        Line::Text(line.trim_end_matches('\r').to_owned())
    }
}
