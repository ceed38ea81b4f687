//! Asking for a line in the terminal before any full screen: a passphrase, which is not shown, or a yes.
//! Where the input is no terminal, the next line of it is the answer.

use std::io::{self, BufRead, IsTerminal, Read, Write, stderr, stdin};

use zeroize::Zeroizing;

/// Of a line nobody needs more than this, in bytes.
const LONGEST: u64 = 64_000;

/// The next line, without its end. None at the end of the input, and where the user gave up.
pub fn ask_line(prompt: &str, is_secret: bool) -> io::Result<Option<Zeroizing<String>>> {
    if !stdin().is_terminal() {
        return next_line(&mut stdin().lock());
    }
    write!(stderr(), "{prompt} ")?;
    stderr().flush()?;
    if is_secret {
        hidden_line()
    } else {
        next_line(&mut stdin().lock())
    }
}

fn next_line(input: &mut dyn BufRead) -> io::Result<Option<Zeroizing<String>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    if input.take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    let line = text.trim_end_matches(['\r', '\n']);
    Ok(Some(Zeroizing::new(line.to_owned())))
}

/// A line of the terminal that is not shown while it is typed.
#[cfg(unix)]
pub fn hidden_line() -> io::Result<Option<Zeroizing<String>>> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

    let before = tcgetattr(stdin())?;
    let mut hidden = before.clone();
    // Ended by Ctrl-C in between, the terminal would go on hiding what is typed: it becomes a character.
    hidden.local_modes &= !(LocalModes::ECHO | LocalModes::ISIG);
    hidden.local_modes |= LocalModes::ECHONL;
    tcsetattr(stdin(), OptionalActions::Now, &hidden)?;
    let line = next_line(&mut stdin().lock());
    // A terminal that is gone has nothing to show either.
    let _ = tcsetattr(stdin(), OptionalActions::Now, &before);
    Ok(line?.filter(|line| !line.contains('\u{3}')))
}

/// A line of the console that is not shown while it is typed.
#[cfg(not(unix))]
pub fn hidden_line() -> io::Result<Option<Zeroizing<String>>> {
    use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, read};
    use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

    enable_raw_mode()?;
    let mut line = Zeroizing::new(String::new());
    let ended = loop {
        let key = match read() {
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => key,
            Ok(_) => continue,
            Err(error) => break Err(error),
        };
        match key.code {
            KeyCode::Enter => break Ok(true),
            KeyCode::Esc => break Ok(false),
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => break Ok(false),
            KeyCode::Char(c) => line.push(c),
            KeyCode::Backspace => {
                line.pop();
            }
            _ => {}
        }
    };
    disable_raw_mode()?;
    writeln!(stderr())?;
    ended.map(|is_done| is_done.then_some(line))
}
