//! Text from bytes, in whichever of the usual ways they were written: UTF-8, UTF-16 with its mark, Shift JIS.
//! Pure: knows no file. Guesses nothing beyond that, and puts nothing in the place of what it cannot read.
//! Of a file, which may be damaged, it must be certain: what is not is a fault that says what the bytes look like.

use std::borrow::Cow;

use encoding_rs::{EUC_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};
use thiserror::Error;

/// How a text was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    #[default]
    Utf8,
    /// Of either order of bytes. Notepad calls it Unicode, and PowerShell writes it.
    Utf16,
    /// As Japanese Windows has it (code page 932), with ①, ㈱ and 髙.
    ShiftJis,
}

/// Why the bytes of a file are no text, or none that is certain. The texts here are for logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EncodingFault {
    #[error("UTF-8 with bytes in it that are none")]
    DamagedUtf8,
    #[error("UTF-16 that is cut or damaged")]
    DamagedUtf16,
    #[error("UTF-32")]
    Utf32,
    /// Also a text of another kind in which a few bytes are spoilt.
    #[error("perhaps Shift_JIS")]
    PerhapsShiftJis,
    #[error("of no encoding that is known here")]
    Unknown,
}

const MARK_UTF_8: &[u8] = b"\xEF\xBB\xBF";

/// The text of `bytes` without a byte order mark, and how it was written: as the mark says, else UTF-8, else
/// Shift JIS. `None` if that is not what the bytes are: nothing is left out and nothing replaced.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    if let Some(text) = bytes.strip_prefix(MARK_UTF_8) {
        return Some((std::str::from_utf8(text).ok()?.into(), Encoding::Utf8));
    }
    if is_utf_16(bytes) {
        return Some((utf_16(bytes)?.into(), Encoding::Utf16));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some((text.into(), Encoding::Utf8)),
        Err(_) => Some((shift_jis(bytes)?, Encoding::ShiftJis)),
    }
}

/// Whether the bytes begin with a mark of UTF-16.
#[must_use]
pub fn is_utf_16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// The text of bytes that are known to be Shift JIS: a few of them, above all half-width katakana alone, can be read
/// as UTF-8 too.
#[must_use]
pub fn shift_jis(bytes: &[u8]) -> Option<Cow<'_, str>> {
    SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes)
}

/// The text of one of many lines: what can be read in two ways is read as the line before it was.
#[must_use]
pub fn line_after(before: Encoding, line: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    let as_before = Some(line).filter(|_| before == Encoding::ShiftJis);
    match as_before.and_then(shift_jis) {
        Some(text) => Some((text, before)),
        None => decode(line),
    }
}

/// The text of a file: as [`decode`] reads it, and UTF-16 without its mark, if that is certain.
pub fn text_from(bytes: &[u8]) -> Result<Cow<'_, str>, EncodingFault> {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(EncodingFault::Utf32);
    }
    let order = match *bytes {
        // Two letters, digits or signs at the beginning: what is written for programs begins so.
        [1..=0x7F, 0, 1..=0x7F, 0, ..] => Some(UTF_16LE),
        [0, 1..=0x7F, 0, 1..=0x7F, ..] => Some(UTF_16BE),
        _ => None,
    };
    if let Some(order) = order {
        let text = order.decode_without_bom_handling_and_without_replacement(bytes);
        return text
            .filter(|text| is_written(text))
            .ok_or(EncodingFault::DamagedUtf16);
    }
    match decode(bytes) {
        Some((text, Encoding::Utf8)) => Ok(text),
        Some((text, Encoding::Utf16)) if is_written(&text) => Ok(text),
        Some((text, Encoding::ShiftJis)) if is_shift_jis(bytes, &text) => Ok(text),
        Some((text, Encoding::ShiftJis)) if is_like_shift_jis(bytes, &text) => {
            Err(EncodingFault::PerhapsShiftJis)
        }
        _ if is_utf_16(bytes) => Err(EncodingFault::DamagedUtf16),
        _ if is_damaged_utf_8(bytes) => Err(EncodingFault::DamagedUtf8),
        _ => Err(EncodingFault::Unknown),
    }
}

/// A spoilt byte looks like one wide character among narrow ones: in Japanese three stand side by side somewhere.
fn is_shift_jis(bytes: &[u8], text: &str) -> bool {
    let mut words = text.split(|c| !is_wide(c));
    words.any(|word| word.chars().nth(2).is_some()) && is_like_shift_jis(bytes, text)
}

/// EUC-JP can be read as `Shift_JIS` too, as half-width katakana.
fn is_like_shift_jis(bytes: &[u8], text: &str) -> bool {
    let is_euc_jp = EUC_JP
        .decode_without_bom_handling_and_without_replacement(bytes)
        .is_some();
    is_written(text) && !is_euc_jp && !is_damaged_utf_8(bytes)
}

/// What people write: no control characters but tab and line ends, no characters that are nobody's.
fn is_written(text: &str) -> bool {
    !text.contains(|c: char| {
        matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffe}' | '\u{ffff}')
            || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
    })
}

/// Japanese in UTF-8 is mostly `Shift_JIS` too, as other characters: read so, a spoilt byte would change every word.
/// True `Shift_JIS` holds such characters of UTF-8 by chance alone, in one of a hundred places. A spoilt byte leaves up to
/// four pieces that are none, so that a single character that is whole outweighs three of them.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut spoilt) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        // Those of three bytes or more; two are often two half-width katakana.
        whole += chunk.valid().chars().filter(|c| *c >= '\u{800}').count();
        spoilt += usize::from(!chunk.invalid().is_empty());
    }
    whole * 12 > spoilt
}

/// Kana, kanji, their punctuation and full-width forms. Half-width katakana are not wide.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
}

/// After its mark, which says the order of the bytes.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let (mark, text) = bytes.split_first_chunk::<2>()?;
    let of = match mark {
        b"\xFF\xFE" => u16::from_le_bytes,
        _ => u16::from_be_bytes,
    };
    let (units, rest) = text.as_chunks::<2>();
    let units = units.iter().map(|unit| of(*unit));
    let text: Option<String> = char::decode_utf16(units).map(Result::ok).collect();
    text.filter(|_| rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Some((expected.into(), encoding)));
    }

    #[test]
    fn a_name_is_the_same_however_it_was_written() {
        // 髙橋㈱① with the two characters that only Windows has in Shift_JIS.
        let name = "\u{9ad9}\u{6a4b}\u{3231}\u{2460}";
        check(name.as_bytes(), name, Encoding::Utf8);
        check(
            &[MARK_UTF_8, name.as_bytes()].concat(),
            name,
            Encoding::Utf8,
        );
        check(
            b"\xFF\xFE\xD9\x9A\x4B\x6A\x31\x32\x60\x24",
            name,
            Encoding::Utf16,
        );
        check(
            b"\xFE\xFF\x9A\xD9\x6A\x4B\x32\x31\x24\x60",
            name,
            Encoding::Utf16,
        );
        check(
            b"\xFB\xFC\x8B\xB4\x87\x8A\x87\x40",
            name,
            Encoding::ShiftJis,
        );
    }

    #[test]
    fn a_character_beyond_sixteen_bits_comes_from_its_pair() {
        check(b"\xFF\xFE\x42\xD8\xB7\xDF", "\u{20bb7}", Encoding::Utf16);
    }

    #[test]
    fn what_is_none_of_them_is_not_read_in_part() {
        for bytes in [
            // Half of a character, of a pair, of a unit.
            &b"\x82"[..],
            b"abc\xFF",
            b"\xFF\xFE\x42\xD8",
            b"\xFF\xFE\x42",
            b"\xEF\xBB\xBF\x82\xA0",
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn half_width_katakana_can_be_read_as_either_and_only_the_rest_of_the_text_tells() {
        // ﾃｱ and ñ.
        check(b"\xC3\xB1", "\u{f1}", Encoding::Utf8);
        assert_eq!(shift_jis(b"\xC3\xB1"), Some("\u{ff83}\u{ff71}".into()));
    }

    #[test]
    fn nothing_is_a_text_of_nothing() {
        check(b"", "", Encoding::Utf8);
        check(MARK_UTF_8, "", Encoding::Utf8);
        check(b"\xFF\xFE", "", Encoding::Utf16);
    }
}
