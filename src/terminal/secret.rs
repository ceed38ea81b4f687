//! Asking for a line in the terminal before any full screen: a passphrase, which is not shown, or a yes.
//! Where the input is no terminal, the next line of it is the answer.

use std::io::{self, BufRead, IsTerminal, Write, stderr, stdin};

use zeroize::Zeroizing;

use crate::questionnaire::encoding::decode;

/// Of a line nobody needs more than this, in bytes.
const LONGEST: usize = 64_000;

const LINE_END: u8 = b'\n';
#[cfg(unix)]
const CTRL_C: u8 = 3;

/// The next line, without its end. None at the end of the input, and where the user gave up.
pub fn ask_line(prompt: &str, is_secret: bool) -> io::Result<Option<Zeroizing<String>>> {
    let input = &mut stdin().lock();
    if !stdin().is_terminal() {
        return next_line(input, &[LINE_END]);
    }
    write!(stderr(), "{prompt} ")?;
    stderr().flush()?;
    if is_secret {
        hidden_line(input)
    } else {
        next_line(input, &[LINE_END])
    }
}

/// Up to one of these bytes. None at the end of the input, and where it is another than that of a line.
fn next_line(input: &mut dyn BufRead, ends: &[u8]) -> io::Result<Option<Zeroizing<String>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    let end = loop {
        let there = input.fill_buf()?;
        if there.is_empty() && bytes.is_empty() {
            return Ok(None);
        }
        let end = there.iter().position(|byte| ends.contains(byte));
        let part = &there[..end.unwrap_or(there.len())];
        let room = LONGEST - bytes.len();
        bytes.extend_from_slice(&part[..part.len().min(room)]);
        let (last, is_over) = (end.map(|end| there[end]), there.is_empty());
        let taken = end.map_or(there.len(), |end| end + 1);
        input.consume(taken);
        if last.is_some() || is_over {
            break last;
        }
    };
    if end.is_some_and(|end| end != LINE_END) {
        return Ok(None);
    }
    // A passphrase with anything put in the place of what cannot be read would be another one.
    let (text, _) = decode(&bytes).ok_or(io::ErrorKind::InvalidData)?;
    let mut text = Zeroizing::new(text.into_owned());
    let length = text.trim_end_matches('\r').len();
    text.truncate(length);
    Ok(Some(text))
}

/// A line of the terminal that is not shown while it is typed. `input` is what the terminal's lines are read from.
#[cfg(unix)]
pub fn hidden_line(input: &mut dyn BufRead) -> io::Result<Option<Zeroizing<String>>> {
    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

    use super::signals::hidden;

    let before = tcgetattr(stdin())?;
    let mut hidden_modes = before.clone();
    // Ended by Ctrl-C in between, the terminal would go on hiding what is typed: it becomes a character that
    // ends the line as Enter does.
    hidden_modes.local_modes &= !(LocalModes::ECHO | LocalModes::ISIG);
    hidden_modes.local_modes |= LocalModes::ECHONL;
    hidden_modes.special_codes[SpecialCodeIndex::VEOL] = CTRL_C;
    hidden::begin(before);
    let line = tcsetattr(stdin(), OptionalActions::Now, &hidden_modes)
        .map_err(io::Error::from)
        .and_then(|()| next_line(input, &[LINE_END, CTRL_C]));
    hidden::end();
    if matches!(line, Ok(None)) {
        writeln!(stderr())?;
    }
    line
}

/// A line of the console that is not shown while it is typed.
#[cfg(windows)]
pub fn hidden_line(_: &mut dyn BufRead) -> io::Result<Option<Zeroizing<String>>> {
    use super::signals::hidden;

    let mut console = super::console_input::ConsoleInput::open()?;
    hidden::begin()?;
    let line = typed_line(|| console.wait_for_one());
    hidden::end();
    writeln!(stderr())?;
    line
}

/// What is typed up to Enter. None where the user gave up.
#[cfg(windows)]
fn typed_line(
    mut wait: impl FnMut() -> io::Result<Vec<crossterm::event::Event>>,
) -> io::Result<Option<Zeroizing<String>>> {
    use crossterm::event::{Event, KeyCode, KeyModifiers};

    let mut line = Zeroizing::new(String::new());
    loop {
        for key in wait()?.iter().filter_map(Event::as_key_event) {
            let is_held = |any| key.modifiers.intersects(any);
            match key.code {
                KeyCode::Enter => return Ok(Some(line)),
                KeyCode::Esc => return Ok(None),
                KeyCode::Char('c') if is_held(KeyModifiers::CONTROL) => return Ok(None),
                KeyCode::Char(c) if !is_held(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                    line.push(c);
                }
                KeyCode::Backspace => {
                    line.pop();
                }
                _ => {}
            }
        }
    }
}
