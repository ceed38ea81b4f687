//! Which characters nobody can see, and whether a text says anything at all.
//! Changes no text: what stands in a file stays as it is.

/// A character that takes no place by itself or turns what follows: a text is not meant by it. The selectors from U+E0100
/// on are not among them, because they choose the form of a kanji in a name.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E00FF}'
            | '\u{E01F0}'..='\u{E0FFF}'
    )
}

/// Whether nothing in it can be seen: it is empty, blank, or of characters that show only with others, or never.
#[must_use]
pub fn says_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || is_unseen(c)
            // Selectors with nothing to select, and the blank of braille.
            || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{2800}')
    })
}

/// What is said, without the blanks around it; empty where nothing is.
#[must_use]
pub fn visible(text: &str) -> &str {
    if says_nothing(text) { "" } else { text.trim() }
}

/// What is said in several lines, without the blanks behind it; empty where nothing is. Blanks before it may be meant.
#[must_use]
pub fn noted(text: &str) -> &str {
    if says_nothing(text) {
        ""
    } else {
        text.trim_end()
    }
}
