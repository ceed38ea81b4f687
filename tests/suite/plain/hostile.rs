//! Whatever comes in as lines: the built program goes on to the end, keeps what was answered, and puts nothing out
//! that a terminal would obey.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{BEGUN, answers, folder, typed};

/// Bytes that somebody or something could send: letters with a meaning but the one that takes back (`z`), control characters, half of a character, a
/// line that is too long, no line at all.
fn line() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => "[0-9a-pr-y?]{0,3}".prop_map(String::into_bytes),
        2 => any::<String>().prop_map(String::into_bytes),
        2 => vec(any::<u8>(), 0..40),
        1 => Just(b"\x1b[2J\x1b]0;owned\x07\x1b[6n\xc2\x9b1m\xe2\x80\xae".to_vec()),
        1 => Just(b"\xe9\x8d".to_vec()),
        1 => Just(b"\x82\xb3\x00\x1a\x04".to_vec()),
        1 => Just("\u{9577}".repeat(24_000).into_bytes()),
        1 => Just(vec![0x1b; 70_000]),
        1 => Just(vec![0xff; 70_000]),
    ]
    .prop_filter("one that takes back", |line| !takes_back(line))
}

/// Whether one of the lines is the letter that takes back, however it is typed.
fn takes_back(lines: &[u8]) -> bool {
    let text = String::from_utf8_lossy(lines);
    let letters = ["z", "Z", "ｚ", "Ｚ"];
    text.split('\n').any(|line| letters.contains(&line.trim()))
}

#[track_caller]
fn must_hold(lines: &[u8]) {
    let input = [BEGUN.as_bytes(), b"4\n", lines].concat();
    let (out, case) = typed(&folder(), "ja", &input);
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!out.contains(steers), "{out:?}");
    let case = case.expect("a case");
    let given = &answers(&case)["pick-information"]["given"];
    assert!(given.is_object() || given == "unknown", "{given}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_end_a_walk_or_steer_the_terminal(lines in vec(line(), 0..60), has_end in any::<bool>()) {
        let mut input = lines.join(&b'\n');
        if has_end {
            input.push(b'\n');
        }
        must_hold(&input);
    }
}

#[test]
fn thousands_of_lines_are_taken_one_by_one() {
    for line in [
        "\n",
        "s\n",
        "m\nx\n",
        "\x1b\n",
        "?\nb\n",
        "9999999999999999999\n",
    ] {
        must_hold(line.repeat(3_000).as_bytes());
    }
}
