//! What a console of Windows tells of its keys and its mouse, as the events that every other terminal gives.
//! Pure: reads no console, so that it can be tried on every system.

use std::iter::repeat_n;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

// Keys by their numbers in winuser.h.
const BACK: u16 = 0x08;
const TAB: u16 = 0x09;
const CLEAR: u16 = 0x0C;
const RETURN: u16 = 0x0D;
const SHIFT: u16 = 0x10;
const CONTROL: u16 = 0x11;
const ALT: u16 = 0x12;
const ESCAPE: u16 = 0x1B;
const PAGE_UP: u16 = 0x21;
const PAGE_DOWN: u16 = 0x22;
const END: u16 = 0x23;
const HOME: u16 = 0x24;
const LEFT: u16 = 0x25;
const UP: u16 = 0x26;
const RIGHT: u16 = 0x27;
const DOWN: u16 = 0x28;
const INSERT: u16 = 0x2D;
const DELETE: u16 = 0x2E;
const DIGIT_0: u16 = 0x30;
const LETTER_Z: u16 = 0x5A;
const NUMPAD_0: u16 = 0x60;
const NUMPAD_9: u16 = 0x69;
const F1: u16 = 0x70;
const F24: u16 = 0x87;

// What is held meanwhile, from wincon.h.
const RIGHT_ALT: u32 = 0x01;
const LEFT_ALT: u32 = 0x02;
const RIGHT_CONTROL: u32 = 0x04;
const LEFT_CONTROL: u32 = 0x08;
const SHIFT_HELD: u32 = 0x10;
/// A key that stands beside the numeric pad, and not on it.
const ENHANCED: u32 = 0x100;

// What the mouse did, from wincon.h.
const LEFT_BUTTON: u32 = 0x01;
const MOVED: u32 = 0x01;
const WHEELED: u32 = 0x04;
const WHEELED_SIDEWAYS: u32 = 0x08;

/// A key went down or up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeyRecord {
    pub(super) is_down: bool,
    /// How often it went down, where it is kept down.
    pub(super) times: u16,
    pub(super) key: u16,
    /// What it writes, one unit of UTF-16; 0 for nothing.
    pub(super) unit: u16,
    /// What is held meanwhile.
    pub(super) held: u32,
}

/// The mouse did something, in a cell of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MouseRecord {
    pub(super) column: u16,
    pub(super) line: u16,
    /// The buttons that are down; in the upper half how far the wheel was turned, and which way.
    pub(super) buttons: u32,
    pub(super) what: u32,
}

/// Makes events of records. Keeps what a record can only say together with the next one.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// The first half of a character beyond U+FFFF.
    half: Option<u16>,
    is_pressed: bool,
}

impl Records {
    /// What a key does, as often as it does it.
    pub(super) fn key(&mut self, record: KeyRecord) -> impl Iterator<Item = Event> + use<> {
        let times = usize::from(record.times.max(1));
        repeat_n(self.meaning(record), times)
            .flatten()
            .map(Event::Key)
    }

    fn meaning(&mut self, record: KeyRecord) -> Option<KeyEvent> {
        let KeyRecord {
            is_down,
            key,
            unit,
            held,
            ..
        } = record;
        if !is_down {
            // A key that comes up does nothing, but for Alt: with it comes what was composed by its number meanwhile.
            // A console pastes what is on no key (①, ※, →) as if somebody had typed it so.
            return (key == ALT && unit != 0)
                .then(|| self.character(unit))?
                .map(|c| KeyEvent::from(KeyCode::Char(c)));
        }
        if matches!(key, SHIFT | CONTROL | ALT) || composes_a_number(key, held) {
            return None;
        }
        let modifiers = modifiers(held, unit);
        if let Some(code) = named(key, unit, modifiers) {
            self.half = None;
            return Some(KeyEvent::new(code, modifiers));
        }
        let c = match unit {
            0 => plain_character(key).filter(|_| !modifiers.is_empty())?,
            // Ctrl and a letter.
            1..=0x1A => char::from_u32(u32::from(unit) + 0x60)?,
            0x1B..=0x1F | 0x7F => return None,
            _ => self.character(unit)?,
        };
        Some(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    /// The character that a unit is or completes. Half of one that is alone is none.
    fn character(&mut self, unit: u16) -> Option<char> {
        let first = self.half.take();
        if (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
            return None;
        }
        let units = first.into_iter().chain([unit]);
        // A first half without a second is left out, what follows it is not.
        char::decode_utf16(units).filter_map(Result::ok).last()
    }

    /// Presses, where they are let go, and the wheel.
    pub(super) fn mouse(&mut self, record: MouseRecord) -> Option<Event> {
        let kind = match record.what {
            MOVED | WHEELED_SIDEWAYS => return None,
            WHEELED if record.buttons >> 31 == 1 => MouseEventKind::ScrollDown,
            WHEELED => MouseEventKind::ScrollUp,
            _ => {
                let was_pressed = self.is_pressed;
                self.is_pressed = record.buttons & LEFT_BUTTON != 0;
                match (was_pressed, self.is_pressed) {
                    (false, true) => MouseEventKind::Down(MouseButton::Left),
                    (true, false) => MouseEventKind::Up(MouseButton::Left),
                    _ => return None,
                }
            }
        };
        Some(Event::Mouse(MouseEvent {
            kind,
            column: record.column,
            row: record.line,
            modifiers: KeyModifiers::NONE,
        }))
    }
}

/// A digit of the numeric pad while Alt is held: the character comes when Alt is let go.
fn composes_a_number(key: u16, held: u32) -> bool {
    let is_alt_alone = held & (LEFT_ALT | RIGHT_ALT) != 0
        && held & (LEFT_CONTROL | RIGHT_CONTROL | SHIFT_HELD) == 0;
    // Without Num Lock its digits are called as the keys beside it are, which are marked.
    let is_on_the_pad = matches!(key, NUMPAD_0..=NUMPAD_9)
        || (matches!(key, CLEAR | PAGE_UP..=DOWN | INSERT) && held & ENHANCED == 0);
    is_alt_alone && is_on_the_pad
}

fn modifiers(held: u32, unit: u16) -> KeyModifiers {
    let is_held = |any: u32| held & any != 0;
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, is_held(SHIFT_HELD));
    modifiers.set(KeyModifiers::CONTROL, is_held(LEFT_CONTROL | RIGHT_CONTROL));
    modifiers.set(KeyModifiers::ALT, is_held(LEFT_ALT | RIGHT_ALT));
    // Alt Gr is told as both; what it writes is a character like any other.
    if is_held(RIGHT_ALT) && is_held(LEFT_CONTROL) && unit >= 0x20 {
        modifiers.remove(KeyModifiers::CONTROL | KeyModifiers::ALT);
    }
    modifiers
}

/// A key with a name. What was not typed, but sent by a program, has no key and only its character.
fn named(key: u16, unit: u16, modifiers: KeyModifiers) -> Option<KeyCode> {
    Some(match (key, unit) {
        (BACK, _) | (0, 0x08) => KeyCode::Backspace,
        (TAB, _) if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        (TAB, _) | (0, 0x09) => KeyCode::Tab,
        (RETURN, _) | (0, 0x0A | 0x0D) => KeyCode::Enter,
        (ESCAPE, _) | (_, 0x1B) => KeyCode::Esc,
        (PAGE_UP, _) => KeyCode::PageUp,
        (PAGE_DOWN, _) => KeyCode::PageDown,
        (END, _) => KeyCode::End,
        (HOME, _) => KeyCode::Home,
        (LEFT, _) => KeyCode::Left,
        (UP, _) => KeyCode::Up,
        (RIGHT, _) => KeyCode::Right,
        (DOWN, _) => KeyCode::Down,
        (INSERT, _) => KeyCode::Insert,
        (DELETE, _) => KeyCode::Delete,
        (F1..=F24, _) => KeyCode::F(u8::try_from(key - F1 + 1).ok()?),
        _ => return None,
    })
}

/// What stands on a key that writes nothing while Ctrl or Alt is held.
fn plain_character(key: u16) -> Option<char> {
    let c = char::from_u32(u32::from(key)).filter(|_| (DIGIT_0..=LETTER_Z).contains(&key))?;
    c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn down(key: u16, unit: u16, held: u32) -> KeyRecord {
        KeyRecord {
            is_down: true,
            times: 1,
            key,
            unit,
            held,
        }
    }

    fn up(key: u16, unit: u16, held: u32) -> KeyRecord {
        KeyRecord {
            is_down: false,
            ..down(key, unit, held)
        }
    }

    fn keys(records: &[KeyRecord]) -> Vec<KeyEvent> {
        let mut state = Records::default();
        records
            .iter()
            .flat_map(|record| state.key(*record))
            .map(|event| match event {
                Event::Key(key) => key,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    /// What is written by these records, where they do nothing else.
    fn text(records: &[KeyRecord]) -> String {
        keys(records)
            .into_iter()
            .map(|key| match key.code {
                KeyCode::Char(c) if key.modifiers.is_empty() => c,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn a_name_beyond_sixteen_bits_comes_whole_and_once() {
        // 𠮷 in its two halves, each pressed and let go: both orders are seen.
        let [first, second] = [0xD842, 0xDFB7];
        let one_by_one = [
            down(0, first, 0),
            up(0, first, 0),
            down(0, second, 0),
            up(0, second, 0),
        ];
        let together = [
            down(0, first, 0),
            down(0, second, 0),
            up(0, first, 0),
            up(0, second, 0),
        ];
        for records in [one_by_one, together] {
            assert_eq!(text(&records), "\u{20bb7}");
            assert_eq!(text(&records.repeat(2)), "\u{20bb7}\u{20bb7}");
        }
    }

    #[test]
    fn half_of_a_character_is_left_out_and_nothing_beside_it() {
        let a = u16::from(b'a');
        for (units, expected) in [
            (&[0xD842, a][..], "a"),
            (&[0xDFB7, a], "a"),
            (&[0xD842, 0xD842, 0xDFB7, a], "\u{20bb7}a"),
        ] {
            let records: Vec<_> = units.iter().map(|unit| down(0, *unit, 0)).collect();
            assert_eq!(text(&records), expected, "{units:x?}");
        }
        // Nor does it wait behind a key with a name.
        let records = [down(0, 0xD842, 0), down(LEFT, 0, 0), down(0, 0xDFB7, 0)];
        assert_eq!(keys(&records), [KeyCode::Left.into()]);
    }

    /// As a console pastes what is on no key: Alt is held, the digits of a number, Alt is let go with the character.
    fn composed(unit: u16) -> Vec<KeyRecord> {
        let digits = [NUMPAD_0 + 4, NUMPAD_0 + 9];
        let of_digit = |key| [down(key, 0, LEFT_ALT), up(key, 0, LEFT_ALT)];
        let mut records = vec![down(ALT, 0, LEFT_ALT)];
        records.extend(digits.into_iter().flat_map(of_digit));
        records.push(up(ALT, unit, 0));
        records
    }

    #[test]
    fn what_a_console_pastes_by_its_number_is_taken() {
        // ①※→
        let records = [0x2460, 0x203B, 0x2192].map(composed).concat();
        assert_eq!(text(&records), "\u{2460}\u{203b}\u{2192}");
        // Without Num Lock the digits are arrows; and the character may come in two halves.
        let records = [
            down(ALT, 0, LEFT_ALT),
            down(LEFT, 0, LEFT_ALT),
            up(ALT, 0xD842, 0),
            up(ALT, 0xDFB7, 0),
        ];
        assert_eq!(text(&records), "\u{20bb7}");
    }

    #[test]
    fn a_key_that_comes_up_does_nothing() {
        for key in [RETURN, u16::from(b'A'), ALT, ESCAPE, DELETE] {
            assert_eq!(keys(&[up(key, 0, 0)]), []);
        }
        assert_eq!(keys(&[up(u16::from(b'A'), u16::from(b'a'), 0)]), []);
        assert_eq!(keys(&[down(SHIFT, 0, SHIFT_HELD)]), []);
    }

    #[test]
    fn keys_with_names_and_what_is_held_with_them() {
        let control = KeyModifiers::CONTROL;
        for (record, code, modifiers) in [
            (down(RETURN, 0x0D, 0), KeyCode::Enter, KeyModifiers::NONE),
            (down(RETURN, 0x0A, LEFT_CONTROL), KeyCode::Enter, control),
            (
                down(TAB, 9, SHIFT_HELD),
                KeyCode::BackTab,
                KeyModifiers::SHIFT,
            ),
            (
                down(LEFT, 0, LEFT_CONTROL | ENHANCED),
                KeyCode::Left,
                control,
            ),
            (
                down(LEFT, 0, LEFT_ALT | ENHANCED),
                KeyCode::Left,
                KeyModifiers::ALT,
            ),
            (down(F1 + 4, 0, 0), KeyCode::F(5), KeyModifiers::NONE),
            (down(0x43, 3, LEFT_CONTROL), KeyCode::Char('c'), control),
            (down(0x4C, 0x0C, RIGHT_CONTROL), KeyCode::Char('l'), control),
            (down(0x31, 0, LEFT_CONTROL), KeyCode::Char('1'), control),
            (
                down(0x32, 0x32, LEFT_ALT),
                KeyCode::Char('2'),
                KeyModifiers::ALT,
            ),
            // Sent by a program that has no keys.
            (down(0, 0x0D, 0), KeyCode::Enter, KeyModifiers::NONE),
            (down(0, 0x1B, 0), KeyCode::Esc, KeyModifiers::NONE),
            (down(0, 0x08, 0), KeyCode::Backspace, KeyModifiers::NONE),
        ] {
            assert_eq!(keys(&[record]), [KeyEvent::new(code, modifiers)]);
        }
    }

    #[test]
    fn alt_gr_writes_a_character_like_any_other() {
        let at = down(0x51, u16::from(b'@'), RIGHT_ALT | LEFT_CONTROL);
        assert_eq!(text(&[at]), "@");
    }

    #[test]
    fn a_key_that_is_kept_down_counts_as_often_as_it_says() {
        let record = KeyRecord {
            times: 3,
            ..down(DOWN, 0, ENHANCED)
        };
        assert_eq!(keys(&[record]).len(), 3);
        let record = KeyRecord { times: 0, ..record };
        assert_eq!(keys(&[record]).len(), 1);
    }

    #[test]
    fn a_press_and_where_it_is_let_go_and_the_wheel_and_no_motion() {
        let mut records = Records::default();
        let mut kind = |buttons, what| {
            let record = MouseRecord {
                column: 3,
                line: 4,
                buttons,
                what,
            };
            match records.mouse(record)? {
                Event::Mouse(mouse) => {
                    assert_eq!((mouse.column, mouse.row), (3, 4));
                    Some(mouse.kind)
                }
                other => panic!("{other:?}"),
            }
        };
        let press = Some(MouseEventKind::Down(MouseButton::Left));
        let release = Some(MouseEventKind::Up(MouseButton::Left));
        assert_eq!(kind(LEFT_BUTTON, 0), press);
        assert_eq!(kind(LEFT_BUTTON, MOVED), None);
        assert_eq!(kind(0, 0), release);
        // A second one right after the first.
        assert_eq!(kind(LEFT_BUTTON, 2), press);
        assert_eq!(kind(0, 0), release);
        // The right button means nothing here.
        assert_eq!(kind(2, 0), None);
        assert_eq!(kind(0, 0), None);
        assert_eq!(kind(120 << 16, WHEELED), Some(MouseEventKind::ScrollUp));
        let towards = u32::from((-120_i16).cast_unsigned()) << 16;
        assert_eq!(kind(towards, WHEELED), Some(MouseEventKind::ScrollDown));
        assert_eq!(kind(towards, WHEELED_SIDEWAYS), None);
    }
}
