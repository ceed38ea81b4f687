//! How many terminal cells a text takes, and which characters may reach a terminal at all.
//! Counts by grapheme, as the screen buffer does; draws nothing.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::questionnaire::seen::is_unseen;

/// How wide the terminal draws characters of ambiguous width, such as Ⅰ, ① and ※.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WidthMode {
    /// One cell, as nearly every terminal does.
    #[default]
    Narrow,
    /// Two cells, as terminals with a Japanese setting may do.
    Wide,
}

/// The cells that a text takes on one line.
#[must_use]
pub fn cells(text: &str, mode: WidthMode) -> usize {
    graphemes(text)
        .map(|(_, grapheme)| grapheme_cells(grapheme, mode))
        .sum()
}

/// What a reader takes for one character each, with the places where they begin.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Nearly every text is plain, and to look up where its graphemes end would cost most of a drawing.
    let (plain, any) = if is_plain(text) {
        (text, "")
    } else {
        ("", text)
    };
    let plain = plain.char_indices();
    let plain = plain.map(|(at, c)| (at, &text[at..at + c.len_utf8()]));
    plain.chain(any.grapheme_indices(true))
}

fn is_plain(text: &str) -> bool {
    text.chars().all(|c| plain_cells(c).is_some())
}

/// The cells of a character that is one grapheme beside any other of them, as wide on every terminal: ASCII that is
/// written, kana that are whole, kanji, and the signs between them.
fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{3000}'..='\u{3003}'
        | '\u{3005}'
        | '\u{3008}'..='\u{3011}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fe}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ff01}'..='\u{ff5e}' => Some(2),
        _ => None,
    }
}

/// The cells that one grapheme takes. A control character takes none: it is never drawn.
#[must_use]
pub fn grapheme_cells(grapheme: &str, mode: WidthMode) -> usize {
    let mut chars = grapheme.chars();
    if let (Some(plain), None) = (chars.next().and_then(plain_cells), chars.next()) {
        return plain;
    }
    if grapheme.contains(char::is_control) {
        return 0;
    }
    let width = match mode {
        WidthMode::Narrow => grapheme.width(),
        WidthMode::Wide if begins_with_ambiguous_letter(grapheme) => 2,
        WidthMode::Wide => grapheme.width_cjk(),
    };
    width + sound_marks(grapheme)
}

/// The longest start of `text` that takes at most `limit` cells and cuts no grapheme in two.
#[must_use]
pub fn fit(text: &str, limit: usize, mode: WidthMode) -> &str {
    let mut used = 0;
    for (start, grapheme) in graphemes(text) {
        used += grapheme_cells(grapheme, mode);
        if used > limit {
            return &text[..start];
        }
    }
    text
}

/// Says that a text goes on for which there was no room.
const GOES_ON: &str = "\u{2026}";

/// A text of one line for so many cells: whole, or its start and that it goes on. Never empty where anything has room.
#[must_use]
pub fn shortened(text: &str, limit: usize, mode: WidthMode) -> Cow<'_, str> {
    if fit(text, limit, mode).len() == text.len() {
        return Cow::Borrowed(text);
    }
    let Some(room) = limit.checked_sub(cells(GOES_ON, mode)) else {
        return Cow::Borrowed(fit(text, limit, mode));
    };
    let start = fit(text, room, mode).trim_end();
    Cow::Owned(format!("{start}{GOES_ON}"))
}

/// A text of one line that is safe to draw: composed (NFC), without control characters, marks
/// that turn the writing direction, invisible characters and what joins emoji into one.
/// Tabs and line ends become spaces.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    cleaned(text, ' ')
}

/// As `clean`, but each line end, of whatever kind, becomes `\n`.
#[must_use]
pub fn clean_multiline(text: &str) -> Cow<'_, str> {
    cleaned(text, '\n')
}

// unicode-width 0.2.2 counts the half-width ﾞ and ﾟ as nothing; terminals and the screen buffer
// give each a cell of its own.
fn sound_marks(grapheme: &str) -> usize {
    grapheme
        .chars()
        .filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}'))
        .count()
}

// width_cjk leaves letters narrow on purpose; terminals do not, and φ and μ stand in every drawing. Where one is
// narrow after all, a gap follows it and nothing else moves.
fn begins_with_ambiguous_letter(grapheme: &str) -> bool {
    grapheme.chars().next().is_some_and(|c| {
        AMBIGUOUS_LETTERS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
    })
}

/// The letters of ambiguous width in East Asian Width of Unicode 16: Latin, IPA, Greek, Cyrillic.
const AMBIGUOUS_LETTERS: &[(char, char)] = &[
    ('\u{AA}', '\u{AA}'),
    ('\u{BA}', '\u{BA}'),
    ('\u{C6}', '\u{C6}'),
    ('\u{D0}', '\u{D0}'),
    ('\u{D8}', '\u{D8}'),
    ('\u{DE}', '\u{E1}'),
    ('\u{E6}', '\u{E6}'),
    ('\u{E8}', '\u{EA}'),
    ('\u{EC}', '\u{ED}'),
    ('\u{F0}', '\u{F0}'),
    ('\u{F2}', '\u{F3}'),
    ('\u{F8}', '\u{FA}'),
    ('\u{FC}', '\u{FC}'),
    ('\u{FE}', '\u{FE}'),
    ('\u{101}', '\u{101}'),
    ('\u{111}', '\u{111}'),
    ('\u{113}', '\u{113}'),
    ('\u{11B}', '\u{11B}'),
    ('\u{126}', '\u{127}'),
    ('\u{12B}', '\u{12B}'),
    ('\u{131}', '\u{133}'),
    ('\u{138}', '\u{138}'),
    ('\u{13F}', '\u{142}'),
    ('\u{144}', '\u{144}'),
    ('\u{148}', '\u{14B}'),
    ('\u{14D}', '\u{14D}'),
    ('\u{152}', '\u{153}'),
    ('\u{166}', '\u{167}'),
    ('\u{16B}', '\u{16B}'),
    ('\u{1CE}', '\u{1CE}'),
    ('\u{1D0}', '\u{1D0}'),
    ('\u{1D2}', '\u{1D2}'),
    ('\u{1D4}', '\u{1D4}'),
    ('\u{1D6}', '\u{1D6}'),
    ('\u{1D8}', '\u{1D8}'),
    ('\u{1DA}', '\u{1DA}'),
    ('\u{1DC}', '\u{1DC}'),
    ('\u{251}', '\u{251}'),
    ('\u{261}', '\u{261}'),
    ('\u{2C7}', '\u{2C7}'),
    ('\u{2C9}', '\u{2CB}'),
    ('\u{2CD}', '\u{2CD}'),
    ('\u{2D0}', '\u{2D0}'),
    ('\u{391}', '\u{3A1}'),
    ('\u{3A3}', '\u{3A9}'),
    ('\u{3B1}', '\u{3C1}'),
    ('\u{3C3}', '\u{3C9}'),
    ('\u{401}', '\u{401}'),
    ('\u{410}', '\u{44F}'),
    ('\u{451}', '\u{451}'),
    ('\u{207F}', '\u{207F}'),
];

/// What becomes of a character that is to be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stay,
    Space,
    LineEnd,
    Go,
}

fn fate(c: char) -> Fate {
    match c {
        '\t' => Fate::Space,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::LineEnd,
        c if c.is_control() || is_unseen(c) || joins_emoji(c) => Fate::Go,
        _ => Fate::Stay,
    }
}

// Terminals disagree by up to six cells on joined emoji; each for itself is two cells everywhere.
// (U+200D, which joins, goes with the unseen ones.) The selectors from U+E0100 on choose the
// form of a kanji in a name, take no cell and stay.
fn joins_emoji(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

fn cleaned(text: &str, line_end: char) -> Cow<'_, str> {
    if is_clean(text, line_end) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match fate(c) {
            Fate::Stay => kept.push(c),
            Fate::Space => kept.push(' '),
            Fate::LineEnd if c == '\r' && chars.peek() == Some(&'\n') => {}
            Fate::LineEnd => kept.push(line_end),
            Fate::Go => {}
        }
    }
    Cow::Owned(composed(&kept))
}

fn is_clean(text: &str, line_end: char) -> bool {
    if is_plain(text) {
        return true;
    }
    let may_stay = |c| c == line_end || fate(c) == Fate::Stay;
    let normal = text.chars().filter(|c| !is_compatibility_kanji(*c));
    text.chars().all(may_stay) && is_nfc_quick(normal) == IsNormalized::Yes
}

// NFC would replace the 神 (U+FA19) of a name by the everyday 神. Nothing composes with such a
// kanji, so what stands between two of them can be composed by itself.
fn composed(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_compatibility_kanji) {
        let kanji = piece
            .chars()
            .next_back()
            .filter(|c| is_compatibility_kanji(*c));
        let before = piece.len() - kanji.map_or(0, char::len_utf8);
        result.extend(piece[..before].nfc());
        result.extend(kanji);
    }
    result
}

fn is_compatibility_kanji(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

#[cfg(test)]
mod tests;
