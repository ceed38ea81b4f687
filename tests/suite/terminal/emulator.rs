//! The screen behind the window: draws what a terminal would, and answers where its cursor stands.
//! vt100 knows only narrow terminals: a character that ours draws at another width goes into it as one of that
//! width from a plane that nobody writes in, and comes out as itself.

use std::num::NonZeroU16;

use unicode_width::UnicodeWidthChar;
use vt100::{Callbacks, Parser, Screen};

/// What kind of terminal it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::terminal) enum Kind {
    /// As nearly every one.
    #[default]
    Usual,
    /// Draws characters of ambiguous width two cells wide.
    Wide,
    /// Does not say where its cursor is.
    Silent,
    /// As the wide one, but answers only when it is told to.
    WideAndLate,
    /// Takes each byte for a character, and those from 80 to 9F for none.
    Latin1,
}

impl Kind {
    fn is_wide(self) -> bool {
        matches!(self, Self::Wide | Self::WideAndLate)
    }
}

pub(in crate::terminal) struct Emulator {
    parser: Parser<Answers>,
    kind: Kind,
}

impl Emulator {
    pub(in crate::terminal) fn new(kind: Kind, lines: NonZeroU16, columns: NonZeroU16) -> Self {
        Self {
            parser: Parser::new_with_callbacks(lines, columns, 0, Answers::default()),
            kind,
        }
    }

    /// Draws whole characters; gives what the terminal answers.
    pub(in crate::terminal) fn process(&mut self, text: &str) -> String {
        let drawn: String = if self.kind == Kind::Latin1 {
            let bytes = text.bytes().filter(|byte| !(0x80..0xa0).contains(byte));
            bytes.map(char::from).collect()
        } else {
            text.chars().map(|c| stand_in(c, self.kind)).collect()
        };
        self.parser.process(drawn.as_bytes());
        match self.kind {
            Kind::Silent | Kind::WideAndLate => String::new(),
            _ => self.answers(),
        }
    }

    /// What the terminal has to answer and has not yet.
    pub(in crate::terminal) fn answers(&mut self) -> String {
        std::mem::take(&mut self.parser.callbacks_mut().waiting)
    }

    pub(in crate::terminal) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    pub(in crate::terminal) fn set_size(&mut self, lines: NonZeroU16, columns: NonZeroU16) {
        self.parser.screen_mut().set_size(lines, columns);
    }

    /// How often it was asked where its cursor is.
    pub(in crate::terminal) fn asked(&self) -> usize {
        self.parser.callbacks().asked
    }

    /// The lines of the screen, without the blanks at their ends.
    pub(in crate::terminal) fn lines(&self) -> Vec<String> {
        let (_, columns) = self.screen().size();
        let rows = self.screen().rows(0, columns.get());
        rows.map(|row| row.trim_end().chars().map(itself).collect())
            .collect()
    }

    /// The column in which these words begin on this line of the screen.
    pub(in crate::terminal) fn column(&self, line: u16, words: &str) -> Option<u16> {
        let (_, columns) = self.screen().size();
        (0..columns.get()).find(|column| {
            let cells = (*column..columns.get()).filter_map(|x| self.screen().cell(line, x));
            let text: String = cells.map(vt100::Cell::contents).collect();
            let here = self.screen().cell(line, *column);
            here.is_some_and(vt100::Cell::has_contents)
                && text
                    .chars()
                    .map(itself)
                    .collect::<String>()
                    .starts_with(words)
        })
    }
}

#[derive(Default)]
struct Answers {
    asked: usize,
    waiting: String,
}

impl Callbacks for Answers {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        _: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        c: char,
    ) {
        if c != 'n' || params != [[6]] {
            return;
        }
        self.asked += 1;
        let (line, column) = screen.cursor_position();
        let answer = format!("\x1b[{};{}R", line + 1, column + 1);
        self.waiting.push_str(&answer);
    }
}

/// Two cells wide, and written by nobody.
const WIDE_PLANE: u32 = 0x3_0000;
/// One cell wide, for private use.
const NARROW_PLANE: u32 = 0xF_0000;

fn stand_in(c: char, kind: Kind) -> char {
    let plane = match c {
        // Every terminal gives them a cell of their own; vt100 draws them over the one before.
        '\u{FF9E}' | '\u{FF9F}' => NARROW_PLANE,
        _ if kind.is_wide() && is_ambiguous(c) => WIDE_PLANE,
        _ => return c,
    };
    char::from_u32(plane + u32::from(c)).expect("a character of that plane")
}

fn itself(c: char) -> char {
    let code = u32::from(c);
    let plane = code & 0xF_0000;
    if plane == WIDE_PLANE || plane == NARROW_PLANE {
        return char::from_u32(code - plane).expect("the character that it stands for");
    }
    c
}

/// As in East Asian Width; the tables of the width crate leave out the letters.
fn is_ambiguous(c: char) -> bool {
    let letter = matches!(c, '\u{391}'..='\u{3C9}' | '\u{410}'..='\u{44F}' | '\u{E8}'..='\u{EA}');
    letter || c.width() != c.width_cjk()
}
