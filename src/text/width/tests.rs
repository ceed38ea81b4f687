//! What fits and what cleaning leaves of a text. That Narrow counts as the screen does is told in
//! tests/suite/width.rs: this floor knows no screen.

use super::*;
use proptest::prelude::*;

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
        ("φ10 μm", 6, 8),
        ("ж", 1, 2),
        ("é", 1, 2),
        ("ñ", 1, 1),
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
    fn clean_text_has_no_control_characters_and_cleaning_it_again_changes_nothing(text in any::<String>()) {
        let once = clean_multiline(&text).into_owned();
        prop_assert!(!once.chars().any(|c| c != '\n' && c.is_control()));
        prop_assert_eq!(clean_multiline(&once).into_owned(), once.clone());
        let line = clean(&text).into_owned();
        prop_assert!(!line.contains(char::is_control));
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
