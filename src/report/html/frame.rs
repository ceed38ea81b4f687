//! What every page of ours has around it: language, title, the notice, what print repeats on each sheet.
//! Says nothing about a case but its title.

use std::fmt::Write as _;

use super::words::Words;
use crate::report::Report;
use crate::text::Message;
use crate::text::width::{WidthMode, shortened};

/// How much of a title stands at the head of each sheet, in cells.
const RUNNING: usize = 80;

/// What stands before and around the content of a page.
pub(in crate::report) struct Frame {
    pub(in crate::report) language: String,
    pub(in crate::report) document: String,
    /// What this is.
    pub(in crate::report) first: String,
    /// What it rests on, and how it may differ from what holds now.
    pub(in crate::report) basis: Vec<String>,
    /// That it is confidential.
    pub(in crate::report) last: String,
    /// For each sheet, as the inside of a CSS string.
    pub(in crate::report) head: String,
    pub(in crate::report) foot: String,
}

impl Frame {
    pub(in crate::report) fn new(report: &Report<'_>, words: Words<'_>, document: &str) -> Self {
        Self::of(&report.notices(), words, document)
    }

    /// Around what begins with these notices.
    pub(in crate::report) fn of(notices: &[Message<'_>], words: Words<'_>, document: &str) -> Self {
        let mut said = notices.iter().map(|sentence| words.tell(sentence));
        let first = said.next().unwrap_or_default();
        let mut basis: Vec<String> = said.collect();
        let last = basis.pop().unwrap_or_default();
        let head = shortened(document, RUNNING, WidthMode::Wide);
        Self {
            language: words.language().to_owned(),
            document: document.replace('\n', " "),
            first,
            basis,
            last,
            head: css_string(&head),
            foot: css_string(&words.say("export-foot")),
        }
    }
}

/// A text as the inside of a CSS string. All but letters and digits of ASCII is spelt out, so that nothing in it
/// can end the string, the rule or the element that the rule stands in.
pub(in crate::report) fn css_string(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            written.push(c);
        } else {
            // Writing to a String cannot fail. The space ends the number.
            let _ = write!(written, "\\{:x} ", u32::from(c));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_css_string_can_end_it() {
        assert_eq!(css_string("a1"), "a1");
        assert_eq!(css_string("\"}"), "\\22 \\7d ");
        assert_eq!(css_string("</style>"), "\\3c \\2f style\\3e ");
        assert_eq!(css_string("\\图\n"), "\\5c \\56fe \\a ");
    }
}
