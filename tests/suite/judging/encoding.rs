//! Bytes that somebody brings, and the text in them: what is certain is read, and what is not is named.

use encoding_rs::{EUC_JP, SHIFT_JIS};
use mamori::questionnaire::encoding::{EncodingFault, text_from};
use mamori::questionnaire::reading::{ReadFault, case_from, imported};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::bytes::fixtures;

const CASE: &str = include_str!("../../fixtures/cases/k7q2m4xw.json");
const EXPORT: &str = include_str!("../../fixtures/export/ja.json");

const LITTLE: &[u8] = b"\xFF\xFE";
const BIG: &[u8] = b"\xFE\xFF";

fn utf_16(mark: &[u8], text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(bytes);
    mark.iter().copied().chain(units).collect()
}

/// What of a text can be written in `Shift_JIS`.
fn writable(text: &str) -> String {
    let can_be = |c: &char| !SHIFT_JIS.encode(c.encode_utf8(&mut [0; 4])).2;
    text.chars().filter(can_be).collect()
}

fn shift_jis(text: &str) -> Vec<u8> {
    let (bytes, _, has_others) = SHIFT_JIS.encode(text);
    assert!(!has_others, "{text} can be written in Shift_JIS");
    bytes.into_owned()
}

/// The same text in every encoding in which a Windows editor saves it.
fn saved_by_editors(text: &str) -> Vec<Vec<u8>> {
    vec![
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        utf_16(LITTLE, text, u16::to_le_bytes),
        utf_16(BIG, text, u16::to_be_bytes),
        utf_16(b"", text, u16::to_le_bytes),
        utf_16(b"", text, u16::to_be_bytes),
        shift_jis(text),
    ]
}

#[test]
fn a_check_that_notepad_saved_in_another_encoding_is_the_same_check() {
    let case = writable(CASE);
    let expected = case_from(case.as_bytes()).expect("the fixture is a case");
    for bytes in saved_by_editors(&case) {
        assert_eq!(
            case_from(&bytes).as_ref(),
            Ok(&expected),
            "{:?}",
            &bytes[..8]
        );
        assert_eq!(
            imported(&bytes).as_ref(),
            Ok(&expected),
            "{:?}",
            &bytes[..8]
        );
    }
    let expected = imported(EXPORT.as_bytes()).expect("an export");
    for bytes in [
        utf_16(LITTLE, EXPORT, u16::to_le_bytes),
        utf_16(b"", EXPORT, u16::to_be_bytes),
    ] {
        assert_eq!(imported(&bytes).as_ref(), Ok(&expected));
    }
}

#[test]
fn what_is_not_certain_is_named_and_not_read() {
    let japanese = "{\"title\": \"本社工場\"}";
    let cut = utf_16(LITTLE, japanese, u16::to_le_bytes);
    let unmarked = utf_16(b"", japanese, u16::to_le_bytes);
    let euc_jp = EUC_JP.encode(japanese).0.into_owned();
    let mut spoilt = japanese.as_bytes().to_vec();
    let at = japanese.find('工').expect("it is there");
    spoilt[at] = b'x';
    for (bytes, expected) in [
        (cut[..cut.len() - 1].to_vec(), EncodingFault::DamagedUtf16),
        (
            unmarked[..unmarked.len() - 1].to_vec(),
            EncodingFault::DamagedUtf16,
        ),
        (b"\xFF\xFE\x00\xD8a\0".to_vec(), EncodingFault::DamagedUtf16),
        (b"\xFF\xFE\0\0{\0\0\0".to_vec(), EncodingFault::Utf32),
        (b"\0\0\xFE\xFF\0\0\0{".to_vec(), EncodingFault::Utf32),
        (spoilt, EncodingFault::DamagedUtf8),
        (euc_jp, EncodingFault::Unknown),
        (b"{\"title\": \"\xFF\"}".to_vec(), EncodingFault::Unknown),
        (
            b"{\"title\": \"\x93\xfa\x1b\"}".to_vec(),
            EncodingFault::Unknown,
        ),
        // One wide character among narrow ones is what a spoilt byte looks like.
        (
            b"{\"title\": \"\x93\xfa\"}".to_vec(),
            EncodingFault::PerhapsShiftJis,
        ),
        (
            b"{\"t\xe9tle\": \"\"}".to_vec(),
            EncodingFault::PerhapsShiftJis,
        ),
    ] {
        assert_eq!(text_from(&bytes), Err(expected), "{}", bytes.escape_ascii());
        assert_eq!(case_from(&bytes), Err(ReadFault::Encoding(expected)));
    }
}

#[test]
fn a_check_with_few_words_and_two_spoilt_bytes_is_not_read_as_other_words() {
    let mut bytes = fixtures("corpus/cases")
        .into_iter()
        .find(|(name, _)| name.ends_with("information.json"))
        .expect("a case with two kanji")
        .1;
    // The first byte of a kanji, and a letter.
    for (at, by) in [(32, 0xa0), (221, 0x60)] {
        bytes[at] ^= by;
    }
    assert_eq!(text_from(&bytes), Err(EncodingFault::DamagedUtf8));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_an_editor_saves_is_read_as_it_was(text in r"[a-z #]{2,8}[ -~ぁ-んァ-ヶー一-龠、。「」]{0,60}(日本製|ですが|ますか)") {
        let text = writable(&text);
        for bytes in saved_by_editors(&text) {
            let read = text_from(&bytes);
            prop_assert!(
                read.as_deref() == Ok(text.as_str()) || bytes == shift_jis(&text) && read.is_err(),
                "{text}: {read:?}"
            );
        }
    }

    /// A spoilt byte must not turn every word of a check into other words.
    #[test]
    fn a_check_with_some_spoilt_bytes_is_never_taken_for_shift_jis(
        file in any::<Index>(),
        spoilt in prop::collection::vec((any::<Index>(), any::<u8>()), 1..3),
    ) {
        let files = [fixtures("cases"), fixtures("corpus/cases")].concat();
        let (name, whole) = file.get(&files);
        let mut bytes = whole.clone();
        for (at, by) in spoilt {
            let at = at.index(bytes.len());
            bytes[at] ^= by;
        }
        // Where a file had two such characters and both are spoilt, nothing tells any more what it was.
        let japanese = |bytes: &[u8]| {
            let whole = bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars());
            whole.filter(|c| *c >= '\u{800}').count()
        };
        prop_assume!(japanese(&bytes) > 0 || japanese(whole) == 0);
        let is_read_as_utf_8 = std::str::from_utf8(&bytes).is_ok();
        let is_utf_8 = std::str::from_utf8(whole).is_ok();
        prop_assert!(
            is_read_as_utf_8 || !is_utf_8 || text_from(&bytes).is_err(),
            "{name}: {}",
            bytes.escape_ascii()
        );
    }
}
