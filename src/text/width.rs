//! How many terminal cells a text takes, and which characters may reach a terminal at all.
//! Counts by grapheme, as the screen buffer does; draws nothing.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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
    text.graphemes(true)
        .map(|grapheme| grapheme_cells(grapheme, mode))
        .sum()
}

/// The cells that one grapheme takes. A control character takes none: it is never drawn.
#[must_use]
pub fn grapheme_cells(grapheme: &str, mode: WidthMode) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    if grapheme.len() == 1 {
        return 1;
    }
    let width = match mode {
        WidthMode::Narrow => grapheme.width(),
        WidthMode::Wide => grapheme.width_cjk(),
    };
    width + sound_marks(grapheme)
}

/// The longest start of `text` that takes at most `limit` cells and cuts no grapheme in two.
#[must_use]
pub fn fit(text: &str, limit: usize, mode: WidthMode) -> &str {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme_cells(grapheme, mode);
        if used > limit {
            return &text[..start];
        }
    }
    text
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

// They turn the direction of what follows, or take no cell by the tables and one on some screens.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
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
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    /// The column after the text, by the screen buffer itself.
    fn drawn(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
        usize::from(buffer.set_stringn(0, 0, text, 400, Style::new()).0)
    }

    #[test]
    fn a_text_takes_the_cells_that_the_screen_buffer_gives_it() {
        for text in [
            "",
            "a",
            "mamori",
            "まもり",
            "髙橋",
            "𠮷野家",
            "ﾊﾟｿｺﾝ",
            "ｶﾞ",
            "aﾞ",
            "あﾞ",
            "か\u{3099}",
            "Ⅰ第二①",
            "※→“引用”",
            "❤\u{FE0F}",
            "👨\u{200D}👩\u{200D}👧",
            "🇯🇵",
            "👍🏽",
            "αβγ",
            "a\u{1b}[1mb",
            "a\r\nb",
            "\u{200B}",
            "㈱㎡",
            "葛\u{E0100}",
        ] {
            assert_eq!(cells(text, WidthMode::Narrow), drawn(text), "{text:?}");
        }
    }

    #[test]
    fn a_wide_terminal_gives_ambiguous_characters_two_cells() {
        for (text, narrow, wide) in [
            ("Ⅰ", 1, 2),
            ("①※", 2, 4),
            ("“引用”", 6, 8),
            ("まもり", 6, 6),
            ("abc", 3, 3),
            ("ﾊﾟ", 2, 2),
            ("−", 1, 1),
        ] {
            assert_eq!(cells(text, WidthMode::Narrow), narrow, "{text}");
            assert_eq!(cells(text, WidthMode::Wide), wide, "{text}");
        }
    }

    #[test]
    fn fitting_cuts_between_graphemes() {
        for (text, limit, expected) in [
            ("まもり", 6, "まもり"),
            ("まもり", 5, "まも"),
            ("まもり", 1, ""),
            ("まもり", 0, ""),
            ("", 3, ""),
            ("か\u{3099}き", 3, "か\u{3099}"),
            ("ﾊﾟｿｺﾝ", 3, "ﾊﾟｿ"),
            ("ﾊﾟｿｺﾝ", 1, ""),
        ] {
            assert_eq!(
                fit(text, limit, WidthMode::Narrow),
                expected,
                "{text} in {limit}"
            );
        }
        assert_eq!(fit("①②", 3, WidthMode::Wide), "①");
    }

    #[test]
    fn what_could_disturb_a_terminal_is_removed() {
        for (dirty, expected) in [
            ("\u{1b}[2J消えない", "[2J消えない"),
            ("\u{9b}31m赤\u{7f}", "31m赤"),
            ("\u{7}\0鐘", "鐘"),
            ("見積\u{202E}gpj.exe", "見積gpj.exe"),
            ("\u{2066}左\u{2069}右\u{200F}", "左右"),
            ("\u{FEFF}先頭", "先頭"),
            ("👨\u{200D}👩\u{200D}👧", "👨👩👧"),
            ("❤\u{FE0F}👍🏽", "❤👍"),
            ("か\u{3099}は\u{309A}", "がぱ"),
            ("会社\t住所", "会社 住所"),
            ("一\r\n二\r三\u{2028}四", "一 二 三 四"),
        ] {
            assert_eq!(clean(dirty), expected, "{dirty:?}");
        }
    }

    #[test]
    fn a_note_keeps_its_line_ends() {
        assert_eq!(
            clean_multiline("一\r\n二\r三\u{2029}四\n\n五"),
            "一\n二\n三\n四\n\n五"
        );
        assert!(matches!(clean_multiline("一\n二"), Cow::Borrowed(_)));
    }

    #[test]
    fn the_kanji_of_a_name_stay_as_they_were_typed() {
        for name in [
            "\u{FA19}谷",
            "\u{FA10}か\u{FA26}",
            "葛\u{E0100}城",
            "髙﨑",
            "𠮷田",
            "辻\u{E0101}",
        ] {
            assert!(matches!(clean(name), Cow::Borrowed(_)), "{name}");
        }
        assert_eq!(clean("\u{FA19}か\u{3099}\u{FA19}"), "\u{FA19}が\u{FA19}");
    }

    proptest! {
        #[test]
        fn any_clean_text_can_be_drawn_and_cleaning_it_again_changes_nothing(text in any::<String>()) {
            let once = clean_multiline(&text).into_owned();
            prop_assert!(!once.chars().any(|c| c != '\n' && c.is_control()));
            prop_assert_eq!(clean_multiline(&once).into_owned(), once.clone());
            let line = clean(&text).into_owned();
            prop_assert_eq!(cells(&line, WidthMode::Narrow), drawn(&line));
        }

        #[test]
        fn what_fits_is_a_start_of_the_text(text in any::<String>(), limit in 0_usize..40) {
            for mode in [WidthMode::Narrow, WidthMode::Wide] {
                let start = fit(&text, limit, mode);
                prop_assert!(text.starts_with(start));
                prop_assert!(cells(start, mode) <= limit);
            }
        }
    }
}
