//! How the place of a section in the criteria is written on a terminal: `Ⅰ第二` as letters and a number.
//! Reports keep what the pack says.

use crate::questionnaire::pack::{Section, Topic};
use crate::text::{Message, Text};

/// Ⅰ, which the numerals up to Ⅻ follow.
const FIRST_NUMERAL: char = '\u{2160}';
/// 第, before the number of a provision.
const PROVISION: char = '\u{7B2C}';
/// 一 to 九.
const KANJI_DIGITS: [char; 9] = [
    '\u{4E00}', '\u{4E8C}', '\u{4E09}', '\u{56DB}', '\u{4E94}', '\u{516D}', '\u{4E03}', '\u{516B}',
    '\u{4E5D}',
];

/// The place of a section in the criteria as it is written on a terminal, with the mark of what is not confirmed. The
/// Roman numerals are letters there, because many fonts cut the characters Ⅰ to Ⅴ in half; reports keep them.
#[must_use]
pub fn place_name(section: &Section) -> Option<Text<'_>> {
    let place = plain_place(section.legal_ref.as_deref()?);
    Some(match section.topic {
        Topic::Reading => Message::new("place-unconfirmed")
            .with("place", place)
            .into(),
        _ => place,
    })
}

/// A place in the criteria as it is written on a terminal, and as the criteria write it where a language writes it
/// differently: for where it is met first.
#[must_use]
pub fn place_when_first_met(legal_ref: &str) -> Message<'_> {
    Message::new("place-first-met")
        .with("place", plain_place(legal_ref))
        .with("official", legal_ref)
}

/// Ⅰ第二 as a part and the number of a provision in it, which each language writes in its own way; anything else as it is.
#[must_use]
pub fn plain_place(legal_ref: &str) -> Text<'_> {
    let Some((part, rest)) = legal_ref
        .chars()
        .next()
        .and_then(|c| Some((roman(c)?, &legal_ref[c.len_utf8()..])))
    else {
        return legal_ref.into();
    };
    let provision = rest.strip_prefix(PROVISION).map(kanji_digit);
    match provision.flatten() {
        Some(number) => Message::new("place-provision")
            .with("part", part)
            .with("number", number)
            .into(),
        None => format!("{part}{rest}").into(),
    }
}

/// The letters of a Roman numeral from Ⅰ to Ⅻ.
fn roman(numeral: char) -> Option<&'static str> {
    const NUMERALS: [&str; 12] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ];
    let index = u32::from(numeral).checked_sub(u32::from(FIRST_NUMERAL))?;
    NUMERALS.get(usize::try_from(index).ok()?).copied()
}

/// The number that one of the kanji from 1 to 9 writes.
fn kanji_digit(number: &str) -> Option<usize> {
    let mut chars = number.chars();
    let (digit, None) = (chars.next()?, chars.next()) else {
        return None;
    };
    KANJI_DIGITS
        .iter()
        .position(|kanji| *kanji == digit)
        .map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_in_letters_and_anything_else_as_it_is() {
        let provision = |part, number: usize| {
            Text::from(
                Message::new("place-provision")
                    .with("part", part)
                    .with("number", number),
            )
        };
        for (official, written) in [
            ("\u{2160}\u{7B2C}\u{4E00}", provision("I", 1)),
            ("\u{2163}\u{7B2C}\u{4E5D}", provision("IV", 9)),
            ("\u{2164}", Text::from("V")),
            ("\u{216B}", Text::from("XII")),
            // Not from the criteria, or more than one kanji.
            ("A-1", Text::from("A-1")),
            (
                "\u{2160}\u{7B2C}\u{5341}\u{4E00}",
                Text::from("I\u{7B2C}\u{5341}\u{4E00}"),
            ),
            ("\u{2170}", Text::from("\u{2170}")),
            ("", Text::from("")),
        ] {
            assert_eq!(plain_place(official), written, "{official}");
        }
    }
}
