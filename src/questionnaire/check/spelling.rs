//! How single words of a pack are spelt: versions, dates, addresses, languages, paths.
//! Also makes words of a pack harmless before an issue shows them.

use std::fmt::Write as _;

/// How much of a wrong text an issue shows, in characters.
const LONGEST_SHOWN: usize = 60;

/// Three whole numbers, such as `1.0.0`.
pub(super) fn is_version(text: &str) -> bool {
    let numbers: Vec<_> = text.split('.').collect();
    numbers.len() == 3
        && numbers.iter().all(|number| {
            (1..=9).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
        })
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, of the Gregorian calendar.
pub(super) fn is_date(text: &str) -> bool {
    let numbers: Option<Vec<u32>> = text.split('-').map(whole_number).collect();
    let widths: Vec<_> = text.split('-').map(str::len).collect();
    match numbers.as_deref() {
        Some([_]) => widths == [4],
        Some([_, month]) => widths == [4, 2] && (1..=12).contains(month),
        Some([year, month, day]) => {
            widths == [4, 2, 2] && (1..=days_in(*year, *month)).contains(day)
        }
        _ => false,
    }
}

fn whole_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// An address on the web, in ASCII as browsers write it.
pub(super) fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    text.len() <= 500
        && rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_alphanumeric())
                && rest.bytes().all(|b| b.is_ascii_graphic())
        })
}

/// A language tag such as `ja` or `pt-BR`.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    text.len() <= 35
        && (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// Whether a character is not seen, or moves what is: terminals and readers are misled by them.
pub(super) fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

/// A text of the pack as an issue may show it: cut, and with hidden characters spelt out.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::new();
    for (index, c) in text.chars().enumerate() {
        if index == LONGEST_SHOWN {
            shown.push_str("...");
            break;
        }
        if hidden(c) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The path of a member: `why.mark`, or `why["two words"]` where a dot would mislead.
pub(super) fn member_path(path: &str, name: &str) -> String {
    let plain = !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    match (path.is_empty(), plain) {
        (_, false) => format!("{path}[\"{}\"]", shown(name)),
        (true, true) => shown(name),
        (false, true) => format!("{path}.{}", shown(name)),
    }
}
