//! Which names a file or a folder can have on every system: what is written here goes to other computers on a stick.
//! Judges a name alone, never a path, and looks at no disk.

/// What stands for a device on Windows whatever is behind a dot, in whichever case it is written.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
/// The same with one digit behind it.
const NUMBERED_DEVICES: [&str; 2] = ["COM", "LPT"];

/// Whether a file can have this name on every system, and is found under it there: Windows gives devices some names,
/// drops a dot or a blank at the end, and takes what is behind a colon for a part of the file that nobody sees.
#[must_use]
pub fn is_portable(name: &str) -> bool {
    let is_forbidden = |c: char| c.is_ascii_control() || r#"<>:"/\|?*"#.contains(c);
    !name.is_empty()
        && !name.contains(is_forbidden)
        && !name.ends_with(['.', ' '])
        && !is_device(name)
}

fn is_device(name: &str) -> bool {
    let (stem, _) = name.split_once('.').unwrap_or((name, ""));
    let stem = stem.trim_end_matches(' ');
    let is = |device: &str| stem.eq_ignore_ascii_case(device);
    let mut chars = stem.chars();
    let last = chars.next_back();
    let has_digit = last.is_some_and(|c| matches!(c, '1'..='9' | '¹' | '²' | '³'));
    let before = chars.as_str();
    DEVICES.into_iter().any(is)
        || (has_digit
            && NUMBERED_DEVICES
                .iter()
                .any(|device| before.eq_ignore_ascii_case(device)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_a_device_has_on_windows_is_none_in_any_case_and_with_any_ending() {
        for name in [
            "CON",
            "con",
            "nul",
            "Aux.txt",
            "prn.tar.gz",
            "NUL .html",
            "com1",
            "COM9.html",
            "lpt3.docx",
            "COM¹.x",
            "CONIN$",
            "conout$.json",
        ] {
            assert!(!is_portable(name), "{name}");
        }
        for name in [
            "CON-2026-11-20.mamori",
            "concert.html",
            "console",
            "COM0",
            "COM10.html",
            "com",
            "auxiliary.html",
            "null",
            "x.con",
            "LPT",
            "COM①.html",
        ] {
            assert!(is_portable(name), "{name}");
        }
    }

    #[test]
    fn what_windows_drops_or_hides_or_forbids_is_in_no_name() {
        for name in [
            "",
            ".",
            "..",
            "report.",
            "report.html.",
            "report ",
            "a:b.html",
            "10:30.html",
            "x?.html",
            "a*",
            "a<b",
            "a>b",
            "a|b",
            "\"a\"",
            "a/b",
            "a\\b",
            "a\0b",
            "a\nb",
        ] {
            assert!(!is_portable(name), "{name:?}");
        }
        for name in [
            "報告 書.html",
            "やまと精工（株）・本社.docx",
            ".report.tmp",
            "k7q2m4xw - コピー.json",
            "a.b",
            "𠮷田.xlsx",
            "10：30.html",
        ] {
            assert!(is_portable(name), "{name}");
        }
    }
}
