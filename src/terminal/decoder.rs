//! What the bytes that come from the terminal mean: keys, the mouse, pastes, and answers to what it was asked.
//! Whatever is not surely a key is none: an answer that comes late, twice, garbled or only in part does nothing. Reads
//! nothing and knows no clock; whoever reads says when nothing more came.

use std::time::Duration;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// The bytes of a key come together: an Esc that nothing follows for so long is the key Esc.
const ESC_ALONE: Duration = Duration::from_millis(100);

/// What is unfinished for so long stays so: from then on bytes are keys again.
const UNFINISHED: Duration = Duration::from_secs(1);

/// More of a paste is not kept; the longest text of a check has room in it many times.
const LONGEST_PASTE: usize = 4 << 20;

/// No key needs more parameters.
const LONGEST_PARAMETERS: usize = 64;

const ETX: u8 = 0x03;
const BEL: u8 = 0x07;
const ESC: u8 = 0x1b;
const DEL: u8 = 0x7f;

const PASTE_END: &[u8] = b"\x1b[201~";

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Event(Event),
    /// The cursor stands in this column, the leftmost being 0: an answer to `CSI 6n`.
    Column(u16),
}

/// Takes bytes in pieces of any size; keeps what is unfinished for the next piece.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    /// A character of which `missing` bytes are still to come.
    Character {
        bytes: Vec<u8>,
        missing: usize,
        modifiers: KeyModifiers,
    },
    Escape,
    /// The Esc has been taken for the key: what would have followed it is no key all the same.
    EscapeTaken,
    /// After `CSI`. What `is_late` came after its Esc was taken for the key.
    Control {
        parameters: Vec<u8>,
        is_late: bool,
    },
    /// After `CSI [`: a function key of the Linux console.
    ConsoleKey,
    /// After `CSI M`: three bytes of a mouse that cannot say it in digits.
    OldMouse(Vec<u8>),
    /// After `SS3`.
    Single,
    /// In a string of the terminal's (OSC, DCS, APC, PM, SOS). After `is_ending` its Esc has come.
    String {
        is_ending: bool,
    },
    /// In a paste. After `is_told` its text so far has been given, as nothing more seemed to come.
    Paste {
        text: Vec<u8>,
        is_told: bool,
    },
}

impl Decoder {
    /// What these bytes mean together with those before.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<Heard> {
        let mut heard = Vec::new();
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            let lost = match self.state {
                State::Ground => length_without_esc(rest),
                _ => 0,
            };
            if lost > 0 {
                rest = &rest[lost..];
            } else {
                self.take_byte(*byte, &mut heard);
                rest = after;
            }
        }
        heard
    }

    /// How long to wait for what is missing; none if nothing is.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Escape => Some(ESC_ALONE),
            State::Paste { text, .. } if text.contains(&ETX) => Some(ESC_ALONE),
            _ => Some(UNFINISHED),
        }
    }

    /// Nothing more came for that long.
    pub fn settle(&mut self) -> Vec<Heard> {
        let mut heard = Vec::new();
        self.state = match std::mem::take(&mut self.state) {
            State::Escape => {
                press(KeyCode::Esc, KeyModifiers::NONE, &mut heard);
                State::EscapeTaken
            }
            State::Paste { text, .. } => {
                let end = text.iter().position(|byte| *byte == ETX);
                paste(&text[..end.unwrap_or(text.len())], &mut heard);
                if end.is_some() {
                    // The end of the paste was lost, and the user wants to leave.
                    control(ETX, &mut heard);
                    State::Ground
                } else {
                    // It may only have stopped on its way: what follows would be many keys.
                    State::Paste {
                        text: Vec::new(),
                        is_told: true,
                    }
                }
            }
            _ => State::Ground,
        };
        heard
    }

    fn take_byte(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        self.state = match std::mem::take(&mut self.state) {
            State::Ground => ground(byte, KeyModifiers::NONE, heard),
            State::Character {
                mut bytes,
                missing,
                modifiers,
            } => {
                if !matches!(byte, 0x80..=0xbf) {
                    return self.again(byte, heard);
                }
                bytes.push(byte);
                if missing > 1 {
                    State::Character {
                        bytes,
                        missing: missing - 1,
                        modifiers,
                    }
                } else {
                    character(&bytes, modifiers, heard)
                }
            }
            State::Escape => match byte {
                ESC => {
                    press(KeyCode::Esc, KeyModifiers::NONE, heard);
                    State::Escape
                }
                ETX => return self.again(byte, heard),
                DEL => {
                    press(KeyCode::Backspace, KeyModifiers::ALT, heard);
                    State::Ground
                }
                // Nothing is bound to any of them with Alt.
                0..=0x1f => State::Ground,
                _ => introduced(byte, false)
                    .unwrap_or_else(|| ground(byte, KeyModifiers::ALT, heard)),
            },
            State::EscapeTaken => match (byte, introduced(byte, true)) {
                // Others are letters that the user may press by now.
                (b'[' | b']', Some(state)) => state,
                _ => return self.again(byte, heard),
            },
            State::Control {
                mut parameters,
                is_late,
            } => match byte {
                b'[' if parameters.is_empty() => State::ConsoleKey,
                b'M' if parameters.is_empty() => State::OldMouse(Vec::new()),
                0x20..=0x3f => {
                    if parameters.len() < LONGEST_PARAMETERS {
                        parameters.push(byte);
                    }
                    State::Control {
                        parameters,
                        is_late,
                    }
                }
                b'~' if parameters == b"200" => State::Paste {
                    text: Vec::new(),
                    is_told: false,
                },
                0x40..=0x7e => {
                    if let Some(meant) = meant(&parameters, byte)
                        && !is_late
                    {
                        heard.push(meant);
                    }
                    State::Ground
                }
                _ => return self.again(byte, heard),
            },
            // Nothing is bound to any function key.
            State::ConsoleKey => match byte {
                0x20..=0x7e => State::Ground,
                _ => return self.again(byte, heard),
            },
            State::OldMouse(mut bytes) => {
                if byte < 0x20 {
                    return self.again(byte, heard);
                }
                bytes.push(byte);
                if let [button, column, line] = bytes[..] {
                    let cell = |place: u8| u16::from(place.saturating_sub(0x21));
                    let button = button - 0x20;
                    // It does not say which button was let go of.
                    let is_up = button & 0b11 == 3 && button < 0x40;
                    let button = if is_up { button & !0b11 } else { button };
                    let place = (cell(column), cell(line));
                    heard.extend(mouse(button.into(), place, is_up));
                    State::Ground
                } else {
                    State::OldMouse(bytes)
                }
            }
            State::Single => match byte {
                // Ahead of the letter some terminals say what was held.
                b'0'..=b'9' | b';' => State::Single,
                0x20..=0x7e => {
                    if let Some(code) = lettered(byte) {
                        press(code, KeyModifiers::NONE, heard);
                    }
                    State::Ground
                }
                _ => return self.again(byte, heard),
            },
            State::String { is_ending: false } => match byte {
                ESC => State::String { is_ending: true },
                BEL => State::Ground,
                ETX => return self.again(byte, heard),
                _ => State::String { is_ending: false },
            },
            State::String { is_ending: true } if byte == b'\\' => State::Ground,
            State::String { is_ending: true } => {
                self.state = State::Escape;
                return self.take_byte(byte, heard);
            }
            State::Paste { text, is_told } => {
                if is_told && text.is_empty() && matches!(byte, ESC | ETX) {
                    return self.again(byte, heard);
                }
                pasted(text, is_told, byte, heard)
            }
        };
    }

    /// The byte ends what was unfinished, and is taken for itself.
    fn again(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        self.state = ground(byte, KeyModifiers::NONE, heard);
    }
}

/// The length of an answer at the beginning that has lost its Esc: somebody else has read it, or the line has. Nobody
/// types so much at once, and who pastes it has a terminal that says so.
fn length_without_esc(bytes: &[u8]) -> usize {
    let count = |bytes: &[u8], is_in: fn(&u8) -> bool| {
        bytes
            .iter()
            .position(|byte| !is_in(byte))
            .unwrap_or(bytes.len())
    };
    match bytes {
        [b'[', rest @ ..] => {
            let (parameters, last) =
                rest.split_at(count(rest, |byte| b"0123456789;?>$".contains(byte)));
            let is_told = parameters.iter().any(|byte| b";?>".contains(byte));
            let is_ours = last.first().is_some_and(|last| b"Rcntuy".contains(last));
            if is_told && is_ours {
                parameters.len() + 2
            } else {
                0
            }
        }
        [b']', b'0'..=b'9', rest @ ..] => {
            let text = count(rest, |byte| *byte >= 0x20);
            match rest[text..] {
                [BEL, ..] => text + 3,
                [ESC, b'\\', ..] => text + 4,
                _ => 0,
            }
        }
        _ => 0,
    }
}

/// A byte that nothing stands before, but perhaps Alt.
fn ground(byte: u8, modifiers: KeyModifiers, heard: &mut Vec<Heard>) -> State {
    let missing = match byte {
        ESC => return State::Escape,
        0..=0x1f | DEL => {
            control(byte, heard);
            return State::Ground;
        }
        0x20..=0x7e => {
            press(KeyCode::Char(byte.into()), modifiers, heard);
            return State::Ground;
        }
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        // In one byte what is Esc and a character elsewhere. No character begins with it.
        0x80..=0x9f => return introduced(byte - 0x40, false).unwrap_or_default(),
        _ => return State::Ground,
    };
    State::Character {
        bytes: vec![byte],
        missing,
        modifiers,
    }
}

/// What begins with Esc and this byte, if more belongs to it.
fn introduced(byte: u8, is_late: bool) -> Option<State> {
    match byte {
        b'[' => Some(State::Control {
            parameters: Vec::new(),
            is_late,
        }),
        b'O' => Some(State::Single),
        b']' | b'P' | b'X' | b'^' | b'_' => Some(State::String { is_ending: false }),
        _ => None,
    }
}

fn press(code: KeyCode, modifiers: KeyModifiers, heard: &mut Vec<Heard>) {
    heard.push(Heard::Event(Event::Key(KeyEvent::new(code, modifiers))));
}

/// A control character is the key or the letter with Ctrl that sends it.
fn control(byte: u8, heard: &mut Vec<Heard>) {
    let (code, modifiers) = match byte {
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        DEL => (KeyCode::Backspace, KeyModifiers::NONE),
        0 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
        0x01..=0x1a => (
            KeyCode::Char((byte - 1 + b'a').into()),
            KeyModifiers::CONTROL,
        ),
        _ => return,
    };
    press(code, modifiers, heard);
}

/// What these bytes are in UTF-8; others are nobody's keys.
fn character(bytes: &[u8], modifiers: KeyModifiers, heard: &mut Vec<Heard>) -> State {
    match std::str::from_utf8(bytes).map(|text| text.chars().next()) {
        // The same control characters as in one byte.
        Ok(Some(c @ '\u{80}'..='\u{9f}')) => {
            let esc = u8::try_from(u32::from(c) - 0x40).ok();
            return esc
                .and_then(|byte| introduced(byte, false))
                .unwrap_or_default();
        }
        Ok(Some(c)) => press(KeyCode::Char(c), modifiers, heard),
        Ok(None) | Err(_) => {}
    }
    State::Ground
}

/// The next byte of a paste.
fn pasted(mut text: Vec<u8>, is_told: bool, byte: u8, heard: &mut Vec<Heard>) -> State {
    text.push(byte);
    if text.ends_with(PASTE_END) {
        text.truncate(text.len() - PASTE_END.len());
        paste(&text, heard);
        return State::Ground;
    }
    if text.len() > LONGEST_PASTE + PASTE_END.len() {
        // The last bytes stay: its end may be among them.
        text.remove(LONGEST_PASTE);
    }
    State::Paste { text, is_told }
}

fn paste(text: &[u8], heard: &mut Vec<Heard>) {
    if !text.is_empty() {
        let text = String::from_utf8_lossy(text).into_owned();
        heard.push(Heard::Event(Event::Paste(text)));
    }
}

/// What `CSI`, these parameters and this last byte mean, if anything to us.
fn meant(parameters: &[u8], last: u8) -> Option<Heard> {
    // Digits and what separates them, or it is not one of ours.
    let parameters = std::str::from_utf8(parameters).ok()?;
    if let Some(parameters) = parameters.strip_prefix('<') {
        let [button, column, line] = numbers(parameters)?[..] else {
            return None;
        };
        let is_up = match last {
            b'M' => false,
            b'm' => true,
            _ => return None,
        };
        let place = (column.checked_sub(1)?, line.checked_sub(1)?);
        return mouse(button, place, is_up);
    }
    if last == b'R' {
        return match numbers(parameters)?[..] {
            [_, column] => Some(Heard::Column(column.checked_sub(1)?)),
            _ => None,
        };
    }
    let (number, modifiers) = match parameters.split_once(';') {
        None => (parameters, KeyModifiers::NONE),
        Some((number, held)) => (number, modifiers(held)?),
    };
    let code = match last {
        b'~' => numbered(number)?,
        b'Z' if number.is_empty() => KeyCode::BackTab,
        _ if matches!(number, "" | "1") => lettered(last)?,
        _ => return None,
    };
    Some(Heard::Event(Event::Key(KeyEvent::new(code, modifiers))))
}

fn numbers(parameters: &str) -> Option<Vec<u16>> {
    let numbers = parameters.split(';');
    numbers.map(|number| number.parse().ok()).collect()
}

/// What was held, as terminals count it. None for a key that is let go of.
fn modifiers(held: &str) -> Option<KeyModifiers> {
    let (held, kind) = held.split_once(':').unwrap_or((held, "1"));
    let held = held.parse::<u8>().ok()?.checked_sub(1)?;
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (0b001, KeyModifiers::SHIFT),
        (0b010, KeyModifiers::ALT),
        (0b100, KeyModifiers::CONTROL),
    ] {
        modifiers.set(modifier, held & bit != 0);
    }
    (kind != "3").then_some(modifiers)
}

fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        _ => return None,
    })
}

fn numbered(number: &str) -> Option<KeyCode> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        _ => return None,
    })
}

/// The left button and the wheel; nothing else of the mouse means anything here.
fn mouse(button: u16, (column, row): (u16, u16), is_up: bool) -> Option<Heard> {
    // Shift, Alt and Ctrl: terminals keep some of them for themselves.
    let kind = match (button & !0b1_1100, is_up) {
        (0, false) => MouseEventKind::Down(MouseButton::Left),
        (0, true) => MouseEventKind::Up(MouseButton::Left),
        (64, false) => MouseEventKind::ScrollUp,
        (65, false) => MouseEventKind::ScrollDown,
        _ => return None,
    };
    Some(Heard::Event(Event::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    })))
}
