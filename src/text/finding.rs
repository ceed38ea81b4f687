//! Finding by typing: one fold for everything that is looked for by its name, and what a check is found by.
//! Pure: decides only whether something is found, never which of several is meant.

use unicode_normalization::UnicodeNormalization;

use crate::questionnaire::moment::Day;

/// `text` without the differences that nobody types on purpose: width (ﾔﾏﾄ, ㈱, ｢｣), capitals, kana of either kind, in
/// how many code points a letter is written, and marks that choose among the shapes of a character.
#[must_use]
pub fn folded(text: &str) -> String {
    folded_plain(text).unwrap_or_else(|| folded_any(text))
}

/// Nearly every text is of characters that are in one way of writing alone, and need no looking up.
fn folded_plain(text: &str) -> Option<String> {
    let plain = text.chars().map(|c| match c {
        '\0'..='\u{7f}' => Some(c.to_ascii_lowercase()),
        '\u{3001}'..='\u{3002}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fb}'..='\u{30fc}'
        | '\u{4e00}'..='\u{9fff}' => Some(hiragana(c)),
        _ => None,
    });
    plain.collect()
}

fn folded_any(text: &str) -> String {
    let is_a_shape = |c: char| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    // A mark that stands by itself goes with the kana before it, as one that was typed apart.
    let joined = |c| match c {
        '\u{309b}' => '\u{3099}',
        '\u{309c}' => '\u{309a}',
        _ => c,
    };
    let plain = text.chars().filter(|c| !is_a_shape(*c)).map(joined).nfkc();
    // A capital may be written in two letters when it is small: composed once more.
    let small = plain.flat_map(char::to_lowercase).nfkc();
    small.map(hiragana).collect()
}

/// Katakana as hiragana; anything else as it is.
fn hiragana(c: char) -> char {
    match c {
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}' | '\u{30fe}' => u32::from(c)
            .checked_sub(0x60)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ => c,
    }
}

/// Whether both are the same name.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    words(&folded(one)).eq(words(&folded(other)))
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split_whitespace()
}

/// So many letters are typed before somebody may be found who is not shown.
pub const LEAST_OF_A_NAME: usize = 2;

/// What something is found by, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findable {
    names: String,
    said: String,
}

impl Findable {
    /// By its own names, and by what is said of it: days and states.
    #[must_use]
    pub fn new(names: &[&str], said: &[&str]) -> Self {
        Self {
            names: folded(&names.join("\n")),
            said: folded(&said.join("\n")),
        }
    }

    /// By these names too.
    pub fn also(&mut self, names: &[&str]) {
        self.names.push('\n');
        self.names.push_str(&folded(&names.join("\n")));
    }

    /// Whether each word of `wanted` is in it, in any order. Nothing wanted is in everything.
    #[must_use]
    pub fn holds(&self, wanted: &str) -> bool {
        words(&folded(wanted)).all(|word| self.names.contains(word) || says(&self.said, word))
    }
}

/// In a day a number is a whole one from its beginning: 1月 is not 11月.
fn says(said: &str, word: &str) -> bool {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    said.match_indices(word)
        .any(|(at, _)| !is_number || !said[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// A day as it is written in numbers everywhere.
#[must_use]
pub fn day_in_numbers(day: Day) -> String {
    let (year, month, date) = day.parts();
    format!("{day} {year}/{month}/{date} {year}/{month:02}/{date:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_looking_up_is_folded_as_if_it_were_looked_up() {
        let mut plain = 0;
        let mut all = String::new();
        for c in (0..=0x1_FFFF).filter_map(char::from_u32) {
            let text = format!("{c}{c}か{c}ﾊ");
            assert_eq!(folded(&text), folded_any(&text), "{c:?}");
            if let Some(folded) = folded_plain(&String::from(c)) {
                assert_eq!(folded, folded_any(&String::from(c)), "{c:?}");
                plain += 1;
                all.push(c);
            }
        }
        assert!(plain > 21_000, "{plain}");
        assert_eq!(folded_plain(&all), Some(folded_any(&all)));
    }
}
