//! What a terminal sends besides keys, in one stream with them and cut anywhere: the keys are what they are alone.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use mamori::app::keys::resolve;
use mamori::terminal::decoder::{Decoder, Heard};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::stage::Stage;

const KEYS: [(&str, KeyCode); 16] = [
    ("1", KeyCode::Char('1')),
    ("2", KeyCode::Char('2')),
    ("4", KeyCode::Char('4')),
    ("m", KeyCode::Char('m')),
    (" ", KeyCode::Char(' ')),
    ("鍵", KeyCode::Char('鍵')),
    ("𠮷", KeyCode::Char('𠮷')),
    ("\r", KeyCode::Enter),
    ("\t", KeyCode::Tab),
    ("\x7f", KeyCode::Backspace),
    ("\x1b[A", KeyCode::Up),
    ("\x1b[B", KeyCode::Down),
    ("\x1b[C", KeyCode::Right),
    ("\x1bOD", KeyCode::Left),
    ("\x1b[1~", KeyCode::Home),
    ("\x1b[6~", KeyCode::PageDown),
];

/// What terminals answer or tell, and what is nobody's key.
const NOISE: [&[u8]; 33] = [
    b"\x1b[24;80R",
    b"\x1b[1;2R\x1b[1;2R",
    b"\x1b[?1;2c",
    b"\x1b[?62;22c",
    b"\x1b[>41;354;0c",
    b"\x1b[0n",
    b"\x1b[?2026;2$y",
    b"\x1b[?1u",
    b"\x1b[49;5u",
    b"\x1b[27;5;49~",
    b"\x1b[8;24;80t",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\",
    b"\x1b]10;rgb:4444/1111/2222\x07",
    b"\x1b]52;c;MTIzNA==\x07",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP>|XTerm(390)\x1b\\",
    b"\x1bP1+r524742=38\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    // Alt and a key.
    b"\x1b1",
    b"\x1b4",
    b"\x1b\r",
    "\x1b鍵".as_bytes(),
    // Motion of the mouse, and buttons that mean nothing.
    b"\x1b[<35;10;10M",
    b"\x1b[<2;10;10M",
    b"\x1b[MC41",
    b"\x1b[32;10;10M",
    // Function keys.
    b"\x1b[[A",
    b"\x1bOP",
    // Garbled.
    b"\x1b[12;;3R",
    b"\x1b[1;2;3;4B",
    "\u{9b}24;80R".as_bytes(),
];

#[derive(Clone, Debug)]
enum Piece {
    Key(&'static str, KeyCode),
    Esc,
    Paste(String),
    Mouse {
        is_up: bool,
        column: u16,
    },
    Noise(&'static [u8]),
    /// Only the beginning of it ever comes.
    Unfinished(&'static [u8], usize),
}

impl Piece {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Key(bytes, _) => bytes.as_bytes().to_vec(),
            Self::Esc => b"\x1b".to_vec(),
            Self::Paste(text) => format!("\x1b[200~{text}\x1b[201~").into_bytes(),
            Self::Mouse { is_up, column } => {
                let last = if *is_up { 'm' } else { 'M' };
                format!("\x1b[<0;{};7{last}", column + 1).into_bytes()
            }
            Self::Noise(bytes) => bytes.to_vec(),
            Self::Unfinished(bytes, length) => bytes[..*length].to_vec(),
        }
    }

    /// What it is alone.
    fn meaning(&self) -> Option<Event> {
        let press = |code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
        match self {
            Self::Key(_, code) => Some(press(*code)),
            Self::Esc => Some(press(KeyCode::Esc)),
            Self::Paste(text) => Some(Event::Paste(text.clone())),
            Self::Mouse { is_up, column } => Some(Event::Mouse(MouseEvent {
                kind: if *is_up {
                    MouseEventKind::Up(MouseButton::Left)
                } else {
                    MouseEventKind::Down(MouseButton::Left)
                },
                column: *column,
                row: 6,
                modifiers: KeyModifiers::NONE,
            })),
            Self::Noise(_) | Self::Unfinished(..) => None,
        }
    }

    /// Only that nothing follows for a while makes it what it is.
    fn is_followed_by_silence(&self) -> bool {
        matches!(self, Self::Esc | Self::Unfinished(..))
    }
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        6 => select(&KEYS[..]).prop_map(|(bytes, code)| Piece::Key(bytes, code)),
        1 => Just(Piece::Esc),
        1 => "[0-9a-z\n鍵束]{1,9}".prop_map(Piece::Paste),
        1 => (any::<bool>(), 0..90_u16)
            .prop_map(|(is_up, column)| Piece::Mouse { is_up, column }),
        4 => select(&NOISE[..]).prop_map(Piece::Noise),
        2 => (select(&NOISE[..]), 0..99_usize).prop_filter_map("a beginning", |(bytes, length)| {
            // One byte is Esc; two may be Alt and a key, which is whole.
            let length = 2 + length % bytes.len().saturating_sub(3).max(1);
            (bytes.len() > 3 && bytes[length - 1] != 0x1b).then_some(Piece::Unfinished(bytes, length))
        }),
    ]
}

/// Without what is nothing wherever nothing is bound to it.
fn keys(heard: Vec<Heard>) -> impl Iterator<Item = Event> {
    heard.into_iter().filter_map(|heard| match heard {
        Heard::Event(Event::Key(key)) if key.modifiers == KeyModifiers::ALT => {
            assert_eq!(resolve(&Stage::answering("1").app, key), None, "{key:?}");
            None
        }
        Heard::Event(event) => Some(event),
        Heard::Column(_) => None,
    })
}

fn silence(decoder: &mut Decoder) -> Vec<Heard> {
    let mut heard = Vec::new();
    while decoder.patience().is_some() {
        heard.extend(decoder.settle());
    }
    heard
}

proptest! {
    #[test]
    fn keys_between_the_answers_of_a_terminal_are_what_they_are_alone(
        pieces in vec(piece(), 0..30),
        cuts in vec(1..7_usize, 1..20),
    ) {
        let mut decoder = Decoder::default();
        let mut found = Vec::new();
        let mut cuts = cuts.into_iter().cycle();
        let mut stretch = Vec::new();
        for (place, piece) in pieces.iter().enumerate() {
            stretch.extend(piece.bytes());
            if !piece.is_followed_by_silence() && place + 1 < pieces.len() {
                continue;
            }
            let mut rest = &stretch[..];
            while !rest.is_empty() {
                let (part, after) = rest.split_at(cuts.next().unwrap_or(1).min(rest.len()));
                found.extend(keys(decoder.take(part)));
                rest = after;
            }
            found.extend(keys(silence(&mut decoder)));
            stretch.clear();
        }
        let expected: Vec<Event> = pieces.iter().filter_map(Piece::meaning).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn whatever_came_before_ctrl_c_still_leaves(
        before in vec(any::<u8>(), 0..40),
        cut in 0..40_usize,
    ) {
        let mut decoder = Decoder::default();
        let (first, second) = before.split_at(cut.min(before.len()));
        let mut heard = decoder.take(first);
        heard.extend(decoder.take(second));
        heard.extend(decoder.take(b"\x03"));
        heard.extend(silence(&mut decoder));
        let leaves = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
        prop_assert!(heard.contains(&Heard::Event(leaves)), "{:?}", heard);
    }
}

#[test]
fn after_each_beginning_of_an_answer_ctrl_c_leaves_at_once() {
    let leaves = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
    for noise in NOISE {
        for length in 0..=noise.len() {
            let mut decoder = Decoder::default();
            decoder.take(&noise[..length]);
            let heard = decoder.take(b"\x03");
            assert_eq!(
                heard,
                [Heard::Event(leaves.clone())],
                "{:?}",
                String::from_utf8_lossy(&noise[..length])
            );
        }
    }
}

#[test]
fn a_paste_whose_end_was_lost_is_taken_as_far_as_it_came_and_can_be_left() {
    let press = |code| Heard::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    let pasted = |text: &str| Heard::Event(Event::Paste(text.to_owned()));
    let mut decoder = Decoder::default();
    assert_eq!(decoder.take(b"\x1b[200~123"), []);
    assert_eq!(decoder.settle(), [pasted("123")]);
    // More of it, after all: still no keys.
    assert_eq!(decoder.take(b"45"), []);
    assert_eq!(decoder.settle(), [pasted("45")]);
    assert_eq!(
        decoder.take(b"\x1b[B2"),
        [press(KeyCode::Down), press(KeyCode::Char('2'))]
    );
    // A control character in a whole paste is only a character of it.
    let mut decoder = Decoder::default();
    assert_eq!(
        decoder.take(b"\x1b[200~1\x032\x1b[201~3"),
        [pasted("1\x032"), press(KeyCode::Char('3'))]
    );
}

#[test]
fn an_answer_that_has_lost_its_first_byte_is_no_key_either() {
    for noise in [
        &b"[24;80R"[..],
        b"[?1;2c",
        b"[>41;354;0c",
        b"[?2026;2$y",
        b"]11;rgb:1e1e/2e2e/3e3e\x1b\\",
        b"]10;rgb:4444/1111/2222\x07",
        // With one byte for two.
        b"\x9b24;80R",
        b"\x9d11;rgb:1e1e/2e2e/3e3e\x07",
    ] {
        let heard = Decoder::default().take(noise);
        let events: Vec<Event> = keys(heard).collect();
        assert_eq!(events, [], "{:?}", String::from_utf8_lossy(noise));
    }
    // What somebody types is.
    for typed in ["[1]", "[12;", "]1", "[c"] {
        let heard = Decoder::default().take(typed.as_bytes());
        assert_eq!(heard.len(), typed.len(), "{typed}");
    }
}

#[test]
fn an_arrow_that_comes_long_after_its_esc_does_nothing_more() {
    let mut decoder = Decoder::default();
    let press = |code| Heard::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    assert_eq!(decoder.take(b"\x1b"), []);
    assert_eq!(decoder.settle(), [press(KeyCode::Esc)]);
    assert_eq!(decoder.take(b"[B"), []);
    assert_eq!(decoder.take(b"1"), [press(KeyCode::Char('1'))]);
}
